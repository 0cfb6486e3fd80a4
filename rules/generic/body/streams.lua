-- Items of other stories below the text, each a linked headline and a sentence or two: what stands
-- under the links is no running text, though it reads like it.

local links = include "generic/page/links"
local view = include "generic/page/view"
local text_bounds = include("generic/body/body").text_bounds
local is_date_line, KNOWN = include("generic/page/dates").is_date_line, include "generic/lists/known_headings"
local is_elsewhere, leads_to_story, target = links.is_elsewhere, links.leads_to_story, links.target
local common_box, drop, is_linkish, is_text_role = view.common_box, view.drop, view.is_linkish, view.is_text_role

local LEAST = 3      -- items that make a stream
local BLOCKS = 7     -- of an item at most
local REACH = 2      -- lines above an item's text that its headline may be, as UNDER looks for it
local WORDS = 60     -- of an item's text at most
local ABOVE = 100    -- weight of the story's text above a stream at least
local HEADING_WORDS, DATE_WORDS = 8, 10 -- of what heads lists, of a day at most

-- Lines of few words with one above that is all link.
local UNDER = formula("blocks", [[
  if words > WORDS then return 0 end
  return links[row - 1] > 0 and words[row - 1] >= 2 and link_chars[row - 1] >= 0.8 * chars[row - 1]
    or links[row - 2] > 0 and words[row - 2] >= 2 and link_chars[row - 2] >= 0.8 * chars[row - 2]
]], { WORDS = WORDS })

-- The headline that stands close above a text: a line that is all link to a page of this site.
local function headline_over(s, i, from)
  local f = s.f
  for j = i - 1, math.max(from, i - REACH), -1 do
    if f.links[j] > 0 and f.words[j] >= 2 and is_linkish(s, j) and (not s.role[j] or is_text_role(s.role[j])) then
      local href = target(s, j)
      return href and not is_elsewhere(s, href) and j or nil
    end
    if s.role[j] then return nil end
  end
end

local function add_item(s, groups, order, box, over)
  local f, around = s.f, s.f.box_parent[box]
  if around == 0 or f.box_last[box] - f.box_first[box] >= BLOCKS then return end
  local key = f.box_shape[box] + 3 * f.box_shape[around]
  local group = groups[key]
  if not group then
    group = {}
    groups[key], order[#order + 1] = group, group
  end
  if not group[1] or group[#group].box ~= box then group[#group + 1] = { box = box, href = target(s, over) } end
end

-- The items below the headline: the smallest box around each linked headline and its text, by its
-- shape and that of the box around it.
local function items_of(s)
  local f, role, groups, order = s.f, s.role, {}, {}
  local first = f.box_first[s.container]
  local lines = f:rows(UNDER, nil, math.max(first, s.headline or 1) + 1, s.last)
  for at = 1, #lines do
    local i = lines[at]
    local over = role[i] and is_text_role(role[i]) and headline_over(s, i, first)
    local box = over and common_box(s, over, i) or 0
    if box > 0 then add_item(s, groups, order, box, over) end
  end
  return order
end

-- The weight of the running text up to each block.
local function sums_of_text(s)
  local sums = { [0] = 0 }
  for i = 1, s.count do sums[i] = sums[i - 1] + (is_text_role(s.role[i]) and s.weight[i] or 0) end
  return sums
end

-- Whether words that head lists of stories stand right above the first item, or all items have a day.
local function is_marked(s, items)
  local f, first = s.f, s.f.box_first[items[1].box]
  if first > 1 and f.words[first - 1] <= HEADING_WORDS and f:matches(first - 1, KNOWN) then return true end
  for _, item in ipairs(items) do
    local dated = false
    for i = f.box_first[item.box], f.box_last[item.box] do
      dated = dated or f.digits[i] > 0 and f.words[i] <= DATE_WORDS and is_date_line(f.text[i])
    end
    if not dated then return false end
  end
  return true
end

-- Whether the items stand in a box with none of the text above them.
local function is_apart(s, items)
  local box = common_box(s, s.f.box_first[items[1].box], s.f.box_last[items[#items].box])
  return box > 0 and s.f.box_first[box] > (s.first or 0) and s.f.box_first[box] >= s.f.box_first[items[1].box] - 1
end

-- A list of stories, each told in some sentences, may be the story itself, or a list in it: then
-- little text stands above it, or more behind, and its links need not be a story's.
local function is_stream(s, items, sums)
  local f, inside, stories = s.f, 0, 0
  for _, item in ipairs(items) do
    inside = inside + sums[f.box_last[item.box]] - sums[f.box_first[item.box] - 1]
    if leads_to_story(item.href) then stories = stories + 1 end
  end
  local above = sums[f.box_first[items[1].box] - 1]
  if above < ABOVE then return false end
  if above < inside and not (stories == #items and is_apart(s, items) and is_marked(s, items)) then return false end
  return 2 * stories >= #items or sums[s.count] == sums[f.box_last[items[#items].box]]
end

--- Drops them; gives `s.first` and `s.last`, between which the text stands.
local function drop_streams(s)
  local f, sums = s.f, nil
  s.first, s.last = text_bounds(s)
  for _, items in ipairs(items_of(s)) do
    if #items >= LEAST then sums = sums or sums_of_text(s) end
    if #items >= LEAST and is_stream(s, items, sums) then
      for _, item in ipairs(items) do
        for i = f.box_first[item.box], f.box_last[item.box] do drop(s, i) end
      end
    end
  end
end

return { drop_streams = drop_streams }
