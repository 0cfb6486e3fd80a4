-- Pages that are no articles: of a firm, a club, a service. Neither metadata nor a line by their
-- title say when they were published; their text stands in sections here and there, and no box
-- holds most of it.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local take = include("generic/body/alike").take
local is_date_line = include("generic/page/dates").is_date_line
local lower_of, text_of = view.lower_of, view.text_of
local BOILERPLATE, POSTED, SURE_NOTES = phrases.BOILERPLATE, phrases.POSTED, phrases.SURE_NOTES
local matches = phrases.matches

local SPREAD = 0.3 -- of the container's weight, that texts outside it have where no box holds most
local BELOW = 6    -- blocks between the page's title and a text of it, or between two such texts

-- Sentences outside the container that nothing says are something else than text.
local LOOSE = formula("blocks", [[
  if has_role or excluded or terminal == 0 or words < 8 or base < 40 or link_chars > 0.3 * chars then return 0 end
  if box_around_hints[box] & WEAK_HINTS ~= 0 or box_around_tags[box] & ASIDE ~= 0 then return 0 end
  return row < $first or row > $last
]], names)

local TITLE = formula("blocks", "return level == 1 and hidden == 0 and link_chars == 0 and not excluded")

local BY = 3 -- lines from the headline where a line is that says when a story was published

-- Lines that may be such.
local DATED = formula("blocks", "return digits >= 3 and words <= 14 and hidden == 0 and not excluded")

local function is_dated(s)
  local at = s.headline
  for _, i in ipairs(at and s.f:rows(DATED, nil, math.max(1, at - BY), at + BY) or {}) do
    if i ~= at and is_date_line(text_of(s, i)) then return true end
  end
  return false
end

local function is_article(s)
  if s.published[1] or is_dated(s) then return true end
  for _, one in ipairs(s.context.witnesses and s.context.witnesses.headline or {}) do
    if one.from == "jsonld" then return true end
  end
  return false
end

local function loose_texts(s, first, last)
  s.f:mark("has_role", s.role)
  local list, sum = {}, 0
  for _, i in ipairs(s.f:rows(LOOSE, { first = first, last = last }, 1, s.foot > 0 and s.foot or s.count)) do
    local text = lower_of(s, i)
    if not (matches(text, BOILERPLATE) or matches(text, SURE_NOTES) or matches(text, POSTED)) then
      list[#list + 1], sum = i, sum + s.weight[i]
    end
  end
  return list, sum
end

-- The title above the text below it leads the page, whatever was taken for its headline.
local function lead(s, title)
  if s.headline then s.role[s.headline] = s.headline > title and "crosshead" or nil end
  s.headline = title
  s.role[title] = "headline"
end

local function take_sections(s)
  if is_article(s) then return end
  local first, last = s.f.box_first[s.container], s.f.box_last[s.container]
  local list, sum = loose_texts(s, first, last)
  local title = s.f:rows(TITLE, nil, 1, first)[1]
  local till = title ~= s.headline and title or first
  for _, i in ipairs(list) do
    local below = i > till and i < first and i <= till + BELOW
    if below then
      till = i
      if s.headline ~= title then lead(s, title) end
    end
    if below or sum > SPREAD * s.container_weight then take(s, i) end
  end
end

return { take_sections = take_sections }
