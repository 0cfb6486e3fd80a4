-- The story's headline: the heading that metadata knows, or the best there is.

local names = include "generic/page/names"
local normal = include("generic/page/words").normal
local ASIDE, NAV, FOOTER, FORM = names.ASIDE, names.NAV, names.FOOTER, names.FORM
local H_RELATED, H_COMMENT, H_POPULAR, H_DIALOG = names.H_RELATED, names.H_COMMENT, names.H_POPULAR, names.H_DIALOG
local ITEM, H_NAV = names.ITEM, names.H_NAV

-- Blocks that may be it, to be held against what metadata says: headings, and all lines.
local HEADINGS = formula("blocks", [[
  return words <= 60 and chars >= 4 and (level > 0 or own_hints & H_TITLE ~= 0)
]], names)

local LIKELY = formula("blocks", [[
  if words > 60 or chars < 4 then return 0 end
  if level > 0 or own_hints & H_TITLE ~= 0 then return 1 end
  return words <= 40 and words >= 4 and box_around_tags[box] & NAV == 0
]], names)

local SCORE = formula("blocks", [[
  if words > 60 or chars < 4 or level == 0 and fit_headline < 0.5 or row <= $home then return 0 end
  local titled = own_hints & H_TITLE ~= 0
  local score = fit_headline * fit_headline * 6
  if level == 1 then score = score + 2.5
  elseif level == 2 then score = score + 1
  elseif level > 2 then score = score + 0.3 end
  if titled then score = score + 0.7 end
  if link_chars > 0.6 * chars and $home == 0 then score = score - 1.5 end
  if hidden == 1 then score = score - 3 end
  if (own_tags | inside_tags) & (BUTTON | NAV) ~= 0 or box_around_tags[box] & (NAV | ASIDE | FOOTER | FORM) ~= 0 then
    score = score - 3
  end
  if box_around_hints[box] & (H_RELATED | H_POPULAR | H_COMMENT | H_SIDE | H_DIALOG | H_SHARE) ~= 0 then
    score = score - 1.5
  end
  if words < 3 then score = score - 1 end
  return score - 0.4 * row / blocks
]], names)

local MOST_OF_LINES = 6 -- what no line that is no heading can reach
local LEAST_SCORE = 2.2
local LEAST_BELOW = 3.5 -- below the site's name: it fits the title well

-- Whether a heading leads to the front page: it is the site's name, as above the posts of blogs.
local function leads_home(s, i)
  local f = s.f
  if f.links[i] ~= 1 or f.link_chars[i] < 0.9 * f.chars[i] or f.link[i] == 0 then return false end
  local href = s.page:value(f.link[i], "href")
  if not href then return false end
  local host, path, query = href:address()
  return query == nil and (path == "/" or path == "" and host ~= nil) and not href:find("#", 1, true)
end

-- The parts of the page's title between bars and arrows, where they are several words.
local function title_parts(s)
  local parts = {}
  for _, one in ipairs(s.context.witnesses and s.context.witnesses.headline or {}) do
    local text = one.from == "title" and one.value:gsub("»", "\n"):gsub("%s[|·–—•-]+%s", "\n"):gsub("::", "\n") or ""
    for part in text:gmatch("[^\n]+") do
      if #parts < 8 and part:find("%S%s+%S") then parts[#parts + 1] = part end
    end
  end
  return parts
end

-- Whether a block is a heading of a story: one that is shown and stands for itself.
local function is_free_heading(f, i)
  return (f.level[i] == 1 or f.level[i] == 2) and f.words[i] >= 2 and f.hidden[i] == 0 and f.links[i] == 0
end

-- Whether it stands outside of what is no story.
local function is_in_story(s, i)
  local box = s.f.box[i]
  return s.around_tags[box] & (NAV | ASIDE | FOOTER | FORM) == 0
    and s.around_hints[box] & (H_RELATED | H_POPULAR | H_COMMENT | H_DIALOG) == 0
end

local PATH_BELOW = 8 -- blocks below a path of links in which the headline stands

-- Whether a block is of a menu, or of a path of links that ends in the piece's title as search engines are to see it.
local function is_of_path(s, i)
  local f = s.f
  if f.level[i] == 0 and s.around_tags[f.box[i]] & NAV ~= 0 then return true end
  if f.own_hints[i] & H_NAV == 0 then return false end
  local class = s.page:attr(f.node[i], "class")
  return f.own_tags[i] & ITEM ~= 0 or class ~= nil and class:lower():find("crumb", 1, true) ~= nil
end

-- The headline below such a path.
local function below_path(s, found)
  if not is_of_path(s, found) then return nil end
  for i = found + 1, math.min(s.count, found + PATH_BELOW) do
    if is_free_heading(s.f, i) and s.f.words[i] >= 4 and is_in_story(s, i) then return i end
  end
end

-- The best below the block `home` that fits one of the texts. Lines that are no headings are many, and
-- read only where they could be better than the best heading.
local function best_fitting(s, texts, home, least)
  local numbers = { home = home }
  s.f:fit("fit_headline", texts, HEADINGS)
  local found, score = s.f:best(SCORE, numbers, least)
  if #texts == 0 or found and score >= MOST_OF_LINES then return found end
  s.f:fit("fit_headline", texts, LIKELY)
  return (s.f:best(SCORE, numbers, least))
end

local FITS = 0.5 -- what fits less is hardly what metadata means

-- Whether the best there is, is not shown, or hardly what metadata says, or a word: of a section, maybe.
local function is_doubtful(f, found)
  return f.hidden[found] == 1 or f.fit_headline[found] < FITS or f.words[found] == 1
end

-- A heading that a part of the title fits, and that is not the site's name: below the block `home`, if there is one.
local function best_of_title(s, found, home)
  local parts = title_parts(s)
  local one = best_fitting(s, parts, home, LEAST_BELOW)
  if one and one ~= found and leads_home(s, one) then one = best_fitting(s, parts, one, LEAST_BELOW) end
  local lower = one and s.f.words[found] == 1 and (s.f.level[one] == 0 or s.f.level[one] > s.f.level[found])
  return not lower and one or nil
end

-- What the page is shared as, as letters alone: what readers see, where other titles are for search engines.
local function shared_title(s)
  for _, one in ipairs(s.context.witnesses and s.context.witnesses.headline or {}) do
    if one.from == "og:title" then return normal(one.value) end
  end
end

-- The line right above, in one box with it, that is what the page is shared as, word for word: what is below is more
-- of it in larger or smaller type.
local function shared_above(s, found)
  local f, above, shared = s.f, found - 1, shared_title(s)
  if not shared or above < 1 or f.level[found] == 0 or f.hidden[above] == 1 or f.links[above] > 0
    or f.box_parent[f.box[above]] ~= f.box_parent[f.box[found]] or is_of_path(s, above) then return nil end
  local again = f.level[above] == 0 and normal(f.text[found]) == shared
  return normal(f.text[above]) == shared and not again and above or nil
end

-- The headline below a heading that the page is not shared as, and that is for search engines: one that it is, word
-- for word, or the second of two lines of one heading that it is together, a label and itself.
local function shared_below(s, found)
  local f, shared = s.f, shared_title(s)
  local level, text = f.level, f.text
  if not shared or normal(text[found]) == shared then return nil end
  for i = found + 1, math.min(s.count, found + PATH_BELOW) do
    if level[i] > 0 and f.hidden[i] == 0 and f.links[i] == 0 then
      local own = normal(text[i])
      if own == shared or level[i - 1] == level[i] and i - 1 > found and normal(text[i - 1]) .. own == shared then
        return i
      end
    end
  end
end

-- The headline. Where the best is the site's name or doubtful, a heading that a part of the title fits.
local function find_headline(s)
  local found = best_fitting(s, s.witnesses, 0, LEAST_SCORE)
  if not found then return nil end
  local above = shared_above(s, found)
  if above then return above end
  local home = leads_home(s, found) and found or 0
  local better = (home > 0 or is_doubtful(s.f, found)) and best_of_title(s, found, home)
  return better or home == 0 and (below_path(s, found) or shared_below(s, found)) or found
end

-- Other copies of the headline close by, for other widths of the screen, are headlines too;
-- the first of them leads.
local function mark_copies(s)
  local f, at = s.f, s.headline
  for i = math.max(1, at - 10), math.min(s.count, at + 10) do
    if i ~= at and f.hash[i] == f.hash[at] and f.level[i] > 0 and f.hidden[i] == 0 and f.links[i] == 0
      and s.around_tags[f.box[i]] & (NAV | FORM) == 0 then
      s.role[i] = "headline"
      s.headline = math.min(s.headline, i)
    end
  end
end

local LINES_ABOVE = 12 -- in which the headline stands above the text

-- Where the heading that was found stands behind the beginning of the text, as that of a gallery or of a form to
-- answer the story: the line above the text that says the same is it, though it is no heading.
local function lift(s)
  local f, found = s.f, s.headline
  if not found or found < s.first then return end
  for i = s.first - 1, math.max(1, s.first - LINES_ABOVE), -1 do
    if f.hash[i] == f.hash[found] and f.hidden[i] == 0 and f.links[i] == 0 and is_in_story(s, i)
      and not is_of_path(s, i) then
      s.role[found], s.role[i], s.headline = nil, "headline", i
      return
    end
  end
end

-- The heading right above the running text, where none fits what metadata says.
local function nearest_heading(s, first)
  local f = s.f
  for i = first - 1, math.max(1, first - 12), -1 do
    if is_free_heading(f, i) and is_in_story(s, i) then return i end
  end
end

return {
  lift = lift, mark_copies = mark_copies, nearest_heading = nearest_heading, find_headline = find_headline,
}
