-- Teasers to lists: which of those next to each other stand in one, and what parts them.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local links = include "generic/page/links"
local labels = include "generic/lists/labels"
local panel_tabs = include "generic/lists/panels"
local KNOWN, heads_stories = include "generic/lists/known_headings", include("generic/lists/headed").heads_stories
local H_TITLE, ALL_OF, MORE = names.H_TITLE, phrases.ALL_OF, phrases.MORE
local is_label, is_tab = labels.is_label, labels.is_tab
local leads_to_story, target = links.leads_to_story, links.target
local common_box, says = view.common_box, view.says

-- Whether a label right above a teaser stands in a box with it that the list before has no part in: one with
-- others beside it, but below words that head lists.
local function opens_list(s, list, teaser)
  local i = teaser.first - 1
  if s.f.links[i] > 0 or not is_label(s, i) then return false end
  if (teaser.siblings or 1) < 2 and not says(s, i, KNOWN) then return false end
  local box = common_box(s, i, teaser.last)
  return box > 0 and s.f.box_first[box] > list.last and s.f.box_last[box] > teaser.last
end

-- Whether an unlinked label stands right above the box of a teaser and others, beside that box.
local function heads_siblings(s, teaser)
  local f, i, around = s.f, teaser.first - 1, teaser.around or 0
  if around == 0 or (teaser.siblings or 1) < 2 or f.box_first[around] ~= teaser.first then return false end
  if f.links[i] > 0 or f.box_parent[f.box[i]] ~= f.box_parent[around] then return false end
  return is_label(s, i)
end

-- Whether a line can be the label of a box, be it a link to a section.
local function is_box_label(s, i)
  if not is_label(s, i) or says(s, i, MORE) then return false end
  return s.f.links[i] == 0 or heads_stories(s, i) or not leads_to_story(target(s, i) or "")
end

local LEAST = 2 -- teasers in a row below a label that is one of several

-- Whether the line right above a teaser is set as the one above the list is, and heads several as that does; notes it.
local function heads_more(s, list, teaser, following)
  local f, one, i = s.f, list.first - 1, teaser.first - 1
  if one < 1 or #list.teasers < LEAST or not following or following.first > teaser.last + 1 then return false end
  local a, b = f.box[one], f.box[i]
  if a == 0 or b == 0 or f.box_shape[a] ~= f.box_shape[b] or f.box_parent[a] ~= f.box_parent[b] then return false end
  local heads = f.links[one] == f.links[i] and f.own_tags[one] == f.own_tags[i] and is_box_label(s, i)
    and is_label(s, one)
  if heads then s.noted_headings[i] = true end
  return heads
end

-- Whether one of the lines between a list and a teaser opens a box that holds the teaser and the one behind it, but
-- nothing of the list: a label of theirs, be it a link.
local function opens_box(s, list, teaser, following)
  if not following then return false end
  for i = list.last + 1, teaser.first - 1 do
    local box = common_box(s, i, following.last)
    if box > 0 and s.f.box_first[box] == i then return is_box_label(s, i) end
  end
  return false
end

local ALL_SEEN = 3 -- teasers of a box that a link to all there is ends

-- Whether a link to all there is between a list and a teaser ends a box that holds several of the list, but not the
-- teaser; notes it.
local function ends_box(s, list, teaser)
  local f, one = s.f, list.teasers[#list.teasers - ALL_SEEN + 1]
  if not one then return false end
  for i = list.last + 1, teaser.first - 1 do
    if f.links[i] > 0 and (says(s, i, MORE) or says(s, i, ALL_OF)) then
      local box = common_box(s, one.headline, i)
      list.ended = box > 0 and f.box_last[box] < teaser.first
      s.box_ends[i] = list.ended or nil
      return list.ended
    end
  end
  return false
end

-- Teasers of a list that the one behind it may be set as, since parts of an item may be teasers too; lines between.
local NEXT = { BACK = 3, LINES = 1 }

-- Whether a teaser follows right behind a list, set as one of its last is.
local function is_next_alike(s, list, teaser)
  local f, teasers = s.f, list.teasers
  local box = f.box[teaser.headline]
  if box == 0 or teaser.first > list.last + 1 + NEXT.LINES then return false end
  for at = #teasers, math.max(1, #teasers - NEXT.BACK + 1), -1 do
    local other = f.box[teasers[at].headline]
    if other > 0 and f.box_shape[other] == f.box_shape[box] then return true end
  end
  return false
end

-- Whether two teasers next to each other stand in one list.
local function same_list(s, list, teaser, following)
  local f = s.f
  if teaser.first - list.last > 6 then return false end
  for i = list.last + 1, teaser.first - 1 do
    if s.role[i] or s.noted_headings[i] or f.level[i] > 0 and not s.paid[i] then return false end
    if is_tab(s, i) and is_tab(s, i + 1) then return false end
    if is_label(s, i) and f.own_hints[i] & H_TITLE ~= 0 and not (f.links[i] > 0 and says(s, i, MORE)) then
      return false
    end
  end
  local before = list.teasers[#list.teasers]
  if teaser.first > list.last + 1 and (ends_box(s, list, teaser) or opens_list(s, list, teaser)
    or heads_siblings(s, teaser) or heads_more(s, list, teaser, following)
    or opens_box(s, list, teaser, following)) then return false end
  if before.around == teaser.around and (teaser.around or 0) > 0 then return true end
  local box = common_box(s, list.first, teaser.last)
  if box == 0 then return false end
  if is_next_alike(s, list, teaser) then return true end
  local size = f.box_last[box] - f.box_first[box] + 1
  return size <= 3 * (teaser.last - list.first + 1) + 12
end

-- The one of some panels that a teaser stands in.
local function panel_of(panels, teaser)
  for at = 1, #panels do
    if teaser.first >= panels[at].first and teaser.last <= panels[at].last then return panels[at] end
  end
end

-- Whether two teasers of one panel stand in one list: no heading is between them.
local function same_in_panel(s, list, teaser)
  for i = list.last + 1, teaser.first - 1 do
    if s.f.level[i] > 0 then return false end
  end
  return true
end

--- The teasers of a page as lists.
local function group_teasers(s, teasers)
  local lists, list, panels, panel = {}, nil, nil, nil
  s.box_ends = {}
  panel_tabs.mark_tabs(s)
  local below_tabs = s.below_tabs
  for at = 1, #teasers do
    local teaser = teasers[at]
    if panels then panel = panel_of(panels, teaser) end
    local same = list and list.panel == panel
    if same and (panel and same_in_panel(s, list, teaser) or same_list(s, list, teaser, teasers[at + 1])) then
      list.teasers[#list.teasers + 1] = teaser
      list.last = teaser.last
    else
      if not panel and below_tabs[teaser.first] ~= 0 then
        panels = panel_tabs.find_panels(s, teaser) or panels
        panel = panels and panel_of(panels, teaser)
      end
      local kin = list and list.ended and list or nil
      list = { teasers = { teaser }, first = teaser.first, last = teaser.last, panel = panel, kin = kin }
      lists[#lists + 1] = list
    end
  end
  return lists
end

return { group_teasers = group_teasers }
