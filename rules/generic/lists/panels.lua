-- Tabs side by side above as many boxes, of which the page shows one at a time: each box has its tab for heading.

local view = include "generic/page/view"
local links = include "generic/page/links"
local phrases = include "generic/page/phrases"
local names = include "generic/page/names"
local BUTTON, FORM, H_SHARE = names.BUTTON, names.FORM, names.H_SHARE
local names_piece = include("generic/lists/neighbours").names_piece
local KNOWN = include "generic/lists/known_headings"
local tabs, is_label = include "generic/lists/tabs", include("generic/lists/labels").is_label
local SWITCHES, is_named_tabs = tabs.SWITCHES, tabs.is_named_tabs
local common_box, says = view.common_box, view.says
local MORE, matches = phrases.MORE, phrases.matches

local MOST = { TABS = 8, WORDS = 5, ABOVE = 3, LEVELS = 5 } -- tabs, words of one, lines above them, boxes above a list

-- Whether a line is as short as tabs are, and leads to no story.
local function may_be_tab(s, i)
  local f = s.f
  if s.role[i] or f.links[i] > 1 and f.level[i] == 0 or s.around_tags[f.box[i]] & FORM ~= 0 then return false end
  return f.links[i] == 0 or not links.leads_to_story(s.page:value(f.link[i], "href") or "")
end

-- Whether a line and the one before it are as short as tabs are and stand side by side.
local BESIDE = formula("blocks", [[
  if words == 0 or words > WORDS or box == 0 or row < 2 then return 0 end
  local before = box[row - 1]
  return before > 0 and before ~= box and box_parent[before] == box_parent[box] and words[row - 1] > 0
    and words[row - 1] <= WORDS and level[row - 1] == level
]], MOST)

-- How many lines below such a line another is, without headings between; 0 for most.
local BELOW = formula("blocks", [[
  if row < 4 then return 0 end
  if beside[row - 1] ~= 0 then return 1 end
  if level[row - 1] > 0 then return 0 end
  if beside[row - 2] ~= 0 then return 2 end
  return level[row - 2] == 0 and beside[row - 3] ~= 0 and 3
]])

-- Whether two lines side by side may be tabs: they are set as the same element.
local function are_tabs(s, one, other)
  local rows, box = s.f.box_row, s.f.box
  return may_be_tab(s, one) and may_be_tab(s, other) and s.page:name(rows[box[one]]) == s.page:name(rows[box[other]])
end

-- Whether a tab shows what it is: it leads to no other page, is a heading, a button or says how lists are headed;
-- or the box of all of them is named so. The way back and on is none.
local function tells_tabs(s, i)
  local f = s.f
  if s.around_hints[f.box[i]] & H_SHARE ~= 0 or not names_piece(f.lower[i]) then return false end
  if f.level[i] > 0 or s.around_tags[f.box[i]] & BUTTON ~= 0 or says(s, i, KNOWN) then return true end
  if f.links[i] > 0 and matches(s.page:value(f.link[i], "href") or "", SWITCHES) then return true end
  local row = f.box_row[f.box_parent[f.box[i]]]
  return is_named_tabs(s.page, row)
end

-- The first and the last of the tabs above a line; nil where there are none.
local function row_above(s, first)
  local last = first - s.below_tabs[first]
  if not tells_tabs(s, last) then return nil end
  local start = last
  while s.beside[start] ~= 0 and are_tabs(s, start - 1, start) do start = start - 1 end
  if says(s, last, MORE) then last = last - 1 end
  return start < last and last - start < MOST.TABS and start or nil, last
end

-- Whether a line opens the box of another and of itself.
local function opens_box_of(s, i, line)
  local box = common_box(s, i, line)
  return box > 0 and s.f.box_first[box] == i
end

-- Whether a heading stands close above tabs that opens the box of both: it heads what they choose from.
local function has_heading(s, first, line)
  for i = first - 1, math.max(1, first - MOST.ABOVE), -1 do
    if s.role[i] then return false end
    if s.f.level[i] > 0 then return opens_box_of(s, i, line) end
  end
  return false
end

-- The label right above tabs that opens the box of both, which heads what is shown at first; the first tab where
-- there is none.
local function first_heading(s, first, line)
  local i = first - 1
  return is_label(s, i) and s.f.links[i] == 0 and opens_box_of(s, i, line) and i or first
end

local ROW = 3 -- tabs that are told by how they stand

-- Whether a line, or the element that is a tab around it, is named the tab of which the list is shown.
local function is_current(s, i)
  return tabs.is_current(s.page, s.f.node[i]) or tabs.is_current(s.page, s.f.box_row[s.f.box[i]])
end

-- The one of lines side by side that is named so.
local function current_in(s, first, last)
  for i = first, last do
    if is_current(s, i) then return i end
  end
end

--- What heads a list above which a line stands: the line; where it is the last of several short ones side by side,
--- the label above them, or that of them which is named the one shown, or the first.
local function over_tabs(s, line)
  local start, set = line, s.f.level[line] > 0
  while s.beside[start] ~= 0 and are_tabs(s, start - 1, start) do start = start - 1 end
  if start == line then return line end
  local above, many = start - 1, not set and line - start + 1 >= ROW
  if many and is_label(s, above) and s.f.links[above] == 0 then return above end
  return current_in(s, start, line) or many and start or line
end

local CHILDREN = formula("boxes", "return box_parent == $around and box_first > $behind")

-- As many boxes side by side as there are tabs, the first around a teaser and those beside it; nil
-- where they are more or fewer.
local function boxes_below(s, first, last, teaser)
  local f, count, line = s.f, last - first + 1, teaser.headline
  local whole = common_box(s, last, line)
  local box = (teaser.around or 0) > 0 and teaser.around or f.box_parent[f.box[line]]
  local outermost
  for _ = 1, MOST.LEVELS do
    local around = f.box_parent[box]
    if box == 0 or box == whole or around == 0 then break end
    local blocks = f.box_last[around] - f.box_first[around] + 1
    local found = f:rows(CHILDREN, { around = around, behind = last }, around + 1, around + 2 * blocks)
    if #found == count and f.box_first[found[1]] <= line and f.box_last[found[1]] >= line then outermost = found end
    box = around
  end
  return outermost
end

--- Notes for `find_panels` which lines tabs may be above.
local function mark_tabs(s)
  s.f:derive("beside", BESIDE)
  s.f:derive("below_tabs", BELOW)
  s.beside, s.below_tabs = s.f:cells "beside", s.f:cells "below_tabs"
end

--- The boxes below tabs that a teaser opens the first of: first and last line of each, and its tab.
local function find_panels(s, teaser)
  local first, last = row_above(s, teaser.first)
  if not first or has_heading(s, first, teaser.headline) then return nil end
  local boxes = boxes_below(s, first, last, teaser)
  if not boxes then return nil end
  local panels = {}
  for at = 1, #boxes do
    panels[at] = { first = s.f.box_first[boxes[at]], last = s.f.box_last[boxes[at]], heading = first + at - 1 }
  end
  panels[1].heading = first_heading(s, first, teaser.headline)
  return panels
end

return { find_panels = find_panels, mark_tabs = mark_tabs, over_tabs = over_tabs }
