-- The heading of a list of teasers: which block above it or at its top is one.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local links = include "generic/page/links"
local leads_to_story = links.leads_to_story
local linked_heading = include("generic/lists/linked_heading").linked_heading
local labels = include "generic/lists/labels"
local ends_menu, is_control, is_label, is_tab = labels.ends_menu, labels.is_control, labels.is_label, labels.is_tab
local is_weak_label = labels.is_weak_label
local heading_at_top = include("generic/lists/box_top").heading_at_top
local FORM, STRONG, H_HEAD, H_TITLE, H_KICKER = names.FORM, names.STRONG, names.H_HEAD, names.H_TITLE, names.H_KICKER
local H_PAGER, H_RELATED, MORE_OF_IT = names.H_PAGER, names.H_RELATED, names.H_DEK | names.H_NOTE
local BOILERPLATE, MORE, PAID = phrases.BOILERPLATE, phrases.MORE, phrases.PAID
local KNOWN = include "generic/lists/known_headings"
local heads_stories = include("generic/lists/headed").heads_stories
local is_neighbour = include("generic/lists/neighbours").is_neighbour
local tabs, over_tabs = include "generic/lists/tabs", include("generic/lists/panels").over_tabs
local common_box, says = view.common_box, view.says

-- Whether an unlinked line stands right above the box of a list, beside that.
local function stands_on(s, i, list)
  local f, around = s.f, list.teasers[1].around or 0
  return i == list.first - 1 and f.links[i] == 0 and around > 0 and f.box_first[around] == list.first
    and f.box_parent[around] == f.box_parent[f.box[i]]
end

local BEHIND = 3 -- lines behind a list in the box that a label opens

-- Whether a line opens the box of a list of several, and of little else.
local function opens_its_box(s, i, list)
  if i ~= list.first - 1 or not list.teasers[2] then return false end
  local box = common_box(s, i, list.last)
  return box > 0 and s.f.box_first[box] == i and s.f.box_last[box] <= list.last + BEHIND
end

-- Whether a line is no link, or one to another site only where the first item of a list is.
local function leads_as(s, i, list)
  local href = s.f.links[i] > 0 and s.page:value(s.f.link[i], "href")
  return not href or not links.is_elsewhere(s, href) or links.is_elsewhere(s, list.teasers[1].href or "")
end

local function fits_above(s, i, list)
  local f = s.f
  local above = i == list.first - 1 and f.links[i] == 0
  if above and (f.own_tags[i] & STRONG ~= 0 or f.own_hints[i] & H_HEAD ~= 0) then return true end
  local box = common_box(s, i, list.last)
  if box == 0 or f.box_last[box] - f.box_first[box] > 2.5 * (list.last - list.first + 4) + 10 then return false end
  return f.level[i] > 0 or f.own_hints[i] & H_TITLE ~= 0 or f.box_first[box] >= i - 2 or stands_on(s, i, list)
end

-- Whether a label stands in one box with the first item of a list and no other: a kicker of it.
local function belongs_to_first(s, i, list)
  local second = list.teasers[2]
  if not second then return false end
  local box = common_box(s, i, list.teasers[1].headline)
  return box ~= 0 and s.f.box_last[box] < second.first
end

-- How a line ends that leads over to what follows.
local COLON = patterns { "%S%s?:%s*$", "：%s*$" }

local LINKED_WORDS = 6 -- of a link that says that stories are below

-- A line that says how lists of stories are headed, or leads over to the one right below it; a link if it says
-- that it heads stories.
local function is_known(s, i, right_above)
  local f = s.f
  local words = f.words[i]
  if s.noted_headings[i] and is_label(s, i) then return true end
  if words > 8 or f.hidden[i] == 1 then return false end
  if not says(s, i, KNOWN) and not (right_above and says(s, i, COLON) and not is_control(s, i)) then return false end
  local linked = f.level[i] == 0 and f.link_chars[i] >= 0.8 * f.chars[i]
  if linked and (words > LINKED_WORDS or not heads_stories(s, i) or is_tab(s, i)) then return false end
  return s.around_tags[f.box[i]] & FORM == 0 and not (labels.fills_slot(s, i) or says(s, i, BOILERPLATE))
end

-- Whether a label is a link beside an unlinked one above it, or with an arrow behind others in the box: the way to
-- all that the other heads.
local function is_way_on(s, i, list)
  local f = s.f
  if f.links[i] == 0 or f.link_chars[i] < 0.8 * f.chars[i] then return false end
  if says(s, i, tabs.ARROWS) then
    local around = common_box(s, i, list.last)
    return around == 0 or f.box_first[around] < i
  end
  local box = i > 1 and common_box(s, i - 1, i) or 0
  return box ~= 0 and f.box_last[box] == i and f.box_first[box] >= i - 2 and f.links[i - 1] == 0
    and is_weak_label(s, i - 1)
end

-- Whether a line is set as the headlines of a list are and leads to a story as they do: an item that is none.
local function is_item(s, i, list)
  local f, other = s.f, list.teasers[1].headline
  local least = f.level[i] > 0 and 2 or 4
  if f.links[i] == 0 or f.words[i] < least or f.level[i] ~= f.level[other] then return false end
  if (f.own_hints[i] ~ f.own_hints[other]) & H_TITLE ~= 0 then return false end
  return f.link_chars[i] >= 0.8 * f.chars[i] and leads_to_story(s.page:value(f.link[i], "href") or "")
end

-- Whether a line is a link of one shape with an item of a list, or both are items of one, beside it in one box: an
-- item too short to be one.
local function is_alike(s, i, list)
  local f, teaser = s.f, list.teasers[1]
  local a, b = f.box[i], f.box[teaser.headline]
  if f.links[i] == 0 or a == b or f.link_chars[i] < 0.8 * f.chars[i] or f.box_parent[a] ~= f.box_parent[b] then
    return false
  end
  return f.box_shape[a] == f.box_shape[b] or f.own_tags[i] & f.own_tags[teaser.headline] & names.ITEM ~= 0
end

-- Whether a box that a label heads holds the whole list, but not the line further above.
local function parts_from(s, i, label, list)
  local box = common_box(s, label, list.last)
  return box > 0 and s.f.box_first[box] > i and s.f.box_first[box] == label
end

-- Whether a heading is tabs, or the way to more, of what one above it names, be that of the same rank and beside it.
local function are_tabs_of(s, i, above)
  local f = s.f
  if f.links[i] == 0 or not (f.links[above] == 0 and (is_tab(s, i) or tabs.first_switch(s, i)) or says(s, i, MORE)) then
    return false
  end
  local box = common_box(s, above, i)
  return f.level[above] > 0 and f.level[above] < f.level[i] or box > 0 and f.box_last[box] == i
end

-- Whether two labels in a box of their own are two links to one address: what heads a list, and the way to all of it.
local function lead_alike(s, above, i)
  local f = s.f
  if f.links[above] ~= 1 or f.links[i] ~= 1 or f.link[above] == f.link[i] then return false end
  local box = common_box(s, above, i)
  if box == 0 or f.box_first[box] ~= above or f.box_last[box] ~= i then return false end
  return s.page:value(f.link[above], "href") == s.page:value(f.link[i], "href")
end

-- A heading, or the one right above it, where it is named a line that says more of that, of higher rank, or but tabs
-- or the way to more.
local function heading_over(s, i)
  local f, above = s.f, i - 1
  if above < 1 or s.role[above] or not is_label(s, above) then return i end
  local more = f.own_hints[i] & MORE_OF_IT ~= 0 and f.level[above] > 0 and f.level[above] < f.level[i]
  return (more or are_tabs_of(s, i, above) or lead_alike(s, above, i)) and above or i
end

local UNSEEN = 30 -- lines that are not shown, above a list

-- The line that is shown nearest to one that is not, at or above that; that one where another has a part, or too many
-- are not shown.
local function shown_from(s, line)
  local hidden = s.f.hidden
  for i = line - 1, math.max(1, line - UNSEEN), -1 do
    if s.role[i] or hidden[i] == 0 then return i end
  end
  return line
end

local OF_TEXT = { bio = true, byline = true, crosshead = true, list_item = true, note = true, paragraph = true }

-- Whether a line was taken for one of the story's text and leads over to the list right below it.
local function ends_text(s, i, list)
  return i == list.first - 1 and OF_TEXT[s.role[i]] and is_known(s, i, true)
end

-- The heading of a list: the nearest real heading of the few blocks above, or else the
-- nearest label.
local function heading_before(s, list)
  local f, weak, i = s.f, nil, list.first
  local hidden, shown = f.hidden, f.hidden[i] == 0
  for back = 1, 4 do
    i = i - 1
    if shown and hidden[i] == 1 and not s.role[i] then i = shown_from(s, i) end
    if back == 1 and s.role[i] and ends_text(s, i, list) then return i end
    if i < 1 or s.role[i] or s.box_ends[i] or f.words[i] > 12 then break end
    if weak and parts_from(s, i, weak, list) then break end
    if is_known(s, i, back == 1) and (f.level[i] > 0 or not belongs_to_first(s, i, list)) then
      return heading_over(s, i)
    end
    local item = is_item(s, i, list) or is_alike(s, i, list)
    if not item and (f.level[i] > 0 or f.own_hints[i] & H_TITLE ~= 0 and not (ends_menu(s, i) or says(s, i, MORE))) then
      if is_label(s, i) and (back <= 2 or fits_above(s, i, list)) then return heading_over(s, i) end
      if not tabs.first_switch(s, i) then break end
    end
    local weaker = not (weak or item) and back < 4 and is_weak_label(s, i, opens_its_box(s, i, list))
      and fits_above(s, i, list) and leads_as(s, i, list)
    if weaker and not (belongs_to_first(s, i, list) or is_way_on(s, i, list) or back > 1 and says(s, i, PAID)) then
      weak = i
    end
  end
  return weak
end

-- Whether a label stands in the link of a teaser: it is that one's, not the list's.
local function in_its_link(s, teaser, i)
  local link = s.f.link[i]
  return link > 0 and link == s.f.link[teaser.headline]
end

-- The label of the first teaser is the list's where no other has one, or where it is
-- named a title.
local function heading_within(s, list)
  local one = list.teasers[1]
  local label = one.content[1]
  if label.tag ~= "kicker" or not label.block or in_its_link(s, one, label.block) then return nil end
  for at = 2, #list.teasers do
    for _, part in ipairs(list.teasers[at].content) do
      if part.tag == "kicker" then return nil end
    end
  end
  if s.f.own_hints[label.block] & (H_KICKER | H_TITLE) == H_KICKER or belongs_to_first(s, label.block, list)
    then return nil end
  local hints = s.f.own_hints[label.block] | (s.near_hints[s.f.box[label.block]] or 0)
  if #list.teasers < 3 and hints & (H_TITLE | H_RELATED) == 0 then return nil end
  table.remove(one.content, 1)
  one.first = label.block + 1
  return label.block
end

-- Whether a list is the way to the pieces before and after this one, which needs no heading.
local function are_neighbours(s, list)
  local teasers, box = list.teasers, s.f.box
  if #teasers > 2 then return false end
  for at = 1, #teasers do
    local i = teasers[at].headline
    if (s.f.own_hints[i] | s.around_hints[box[i]]) & H_PAGER == 0 then return false end
  end
  return true
end

-- A heading right above a list that is there for those who do not see the page: words that head lists.
local function unseen_heading(s, list)
  local f, i = s.f, list.first - 1
  if i < 1 or s.role[i] or f.hidden[i] == 0 or f.level[i] == 0 or f.words[i] > 8 then return nil end
  return says(s, i, KNOWN) and common_box(s, i, list.last) > 0 and i or nil
end

-- Whether both, or the one that there is, say so themselves.
local function are_named_neighbours(s, list)
  local teasers = list.teasers
  return #teasers <= 2 and is_neighbour(s, teasers[1].headline) and is_neighbour(s, teasers[#teasers].headline)
end

-- The label over a row of short links right above a list, be they tabs or sections, that opens the box of both.
local function over_row(s, list)
  local last, beside = list.first - 1, s.beside
  if last < 3 or s.role[last] or beside[last] == 0 or beside[last - 1] == 0 then return nil end
  local above = last - 1
  while beside[above] ~= 0 do above = above - 1 end
  above = above - 1
  if above < 1 or s.f.links[above] > 0 then return nil end
  local box = common_box(s, above, list.last)
  return box > 0 and s.f.box_first[box] == above and over_tabs(s, last) == above and above or nil
end

--- The heading of a list, nil where it has none; takes it out of the list if it was there.
local function find_heading(s, list)
  local heading = linked_heading(s, list)
  if not heading then
    heading = heading_before(s, list) or heading_within(s, list)
    heading = heading_at_top(s, list, heading) or heading and tabs.first_choice(s, heading)
    if heading and s.beside[heading] ~= 0 then heading = over_tabs(s, heading) end
  end
  heading = heading or over_row(s, list) or unseen_heading(s, list)
  if not heading or are_named_neighbours(s, list) then return nil end
  return (is_known(s, heading) or not are_neighbours(s, list)) and heading or nil
end

return { find_heading = find_heading }
