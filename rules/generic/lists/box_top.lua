-- The heading that opens the box of a list, above an introduction, tabs or the way to more.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local labels = include "generic/lists/labels"
local KNOWN = include "generic/lists/known_headings"
local H_TITLE, MORE, PAID = names.H_TITLE, phrases.MORE, phrases.PAID
local is_label, is_tab, is_weak_label = labels.is_label, labels.is_tab, labels.is_weak_label
local common_box, says = view.common_box, view.says

-- Lines between the heading and its list, how many of them links, and lines behind the list in their box.
local opening = { ABOVE = 8, LINKS = 2, BEHIND = 4 }

-- Whether all lines from one to another are tabs, or short and side by side.
local function are_tabs(s, first, last)
  local f, box, parents = s.f, s.f.box, s.f.box_parent
  for i = first, last do
    if f.words[i] > 4 or f.level[i] > 0 then return false end
    if i > first and (box[i] == box[first] or parents[box[i]] ~= parents[box[first]]) then return false end
  end
  return last > first
end

-- The line that opens the smallest box around a list in which others stand above it: an introduction, tabs, a way
-- to more. It is a label, and nothing down to the list is claimed.
local function opening_label(s, list)
  local f, box = s.f, common_box(s, list.first, list.last)
  local above = list.first - 1
  while box > 0 and above - f.box_first[box] < opening.ABOVE
    and (f.box_first[box] > above or are_tabs(s, f.box_first[box], above)) do box = f.box_parent[box] end
  local i = box > 0 and f.box_first[box] or 0
  if i == 0 or list.first - i > opening.ABOVE or f.box_last[box] - list.last > opening.BEHIND then return nil end
  local linked = 0
  for j = i, list.first - 1 do
    if s.role[j] then return nil end
    local link = j > i and f.links[j] > 0 and f.link_chars[j] >= 0.8 * f.chars[j]
    if link and not is_tab(s, j) then linked = linked + 1 end
  end
  return linked <= opening.LINKS and is_label(s, i) and i or nil
end

-- The tab that says how lists are headed, among lines from one to another.
local function known_tab(s, first, last)
  for i = first, last do
    if is_tab(s, i) and says(s, i, KNOWN) then return i end
  end
end

-- Whether a line above a list is one of tabs, which a heading above them outdoes.
local function is_choice(s, i, nearer, list)
  return are_tabs(s, i + 1, list.first - 1) or s.f.level[i] > 0 and is_tab(s, nearer)
end

--- The heading of a list that opens the box of both, where none stands nearer, or but a tab.
local function heading_at_top(s, list, nearer)
  local i = opening_label(s, list)
  if not i or nearer and (i >= nearer or not is_choice(s, i, nearer, list)) then return nil end
  if s.f.level[i] > 0 or s.f.own_hints[i] & H_TITLE ~= 0 and not says(s, i, MORE) then return i end
  if not nearer then return known_tab(s, i, list.first - 1) end
  return is_weak_label(s, i) and not says(s, i, PAID) and i or nil
end

return { heading_at_top = heading_at_top }
