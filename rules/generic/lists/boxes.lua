-- Lists of teasers to sidebars; menus and paid lists are left to the chrome.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local items = include "generic/lists/items"
local section_links = include "generic/lists/section_links"
local links = include "generic/page/links"
local parts = include "generic/lists/teaser"
local unlinked = include "generic/lists/unlinked"
local find_heading = include("generic/lists/box_heading").find_heading
local heading_lines = include "generic/lists/heading_lines"
local lead_in_line, lines_of = heading_lines.lead_in_line, heading_lines.lines_of
local KNOWN, heads_stories = include "generic/lists/known_headings", include("generic/lists/headed").heads_stories
local H_NAV, H_PAGER, H_TAGS, NAV = names.H_NAV, names.H_PAGER, names.H_TAGS, names.NAV
local settle_deks = include("generic/lists/deks").settle_deks
local paid = include "generic/lists/paid"
local recent_comments = include "generic/comments/recent_comments"
local group_teasers = include("generic/lists/grouping").group_teasers
local settle_between = include("generic/lists/between").settle_between
local find_cards = include("generic/lists/cards").find_cards
local find_pictured = include("generic/lists/pictured").find_pictured
local traits_of = include "generic/lists/list_traits"
local PAID = phrases.PAID
local before_more = include("generic/lists/tabs").before_more
local common_box, says, sort_by_first, text_of = view.common_box, view.says, view.sort_by_first, view.text_of
local collect_items, elsewhere, list_traits = items.collect_items, traits_of.elsewhere, traits_of.list_traits
local is_button = include("generic/lists/calls").is_button
local is_neighbour = include("generic/lists/neighbours").is_neighbour
local is_stray = include("generic/lists/stray").is_stray
local is_own_page, names_stories = links.is_own_page, links.names_stories
local make_teaser, find_unlinked = parts.make_teaser, unlinked.find_unlinked

-- The heading of a list in a panel: the tab of that, where none is set as one there.
local function panel_heading(s, panel, heading)
  if s.role[panel.heading] and s.role[panel.heading] ~= "heading" then return heading end
  if heading and heading >= panel.first and (s.f.level[heading] > 0 or says(s, heading, KNOWN)) then return heading end
  return panel.heading
end

-- Whether a list stands where a site's menu does.
local function in_navigation(s, list)
  local box = s.f.box[list.teasers[1].headline]
  return (s.around_tags[box] & NAV ~= 0 or s.around_hints[box] & H_NAV ~= 0) and s.around_hints[box] & H_PAGER == 0
end

local TOPIC_WORDS = 7 -- that topics have less than, in the mean

-- Whether a list stands in a box that is named as one of topics.
local function in_topics(s, list)
  return s.around_hints[s.f.box[list.teasers[1].headline]] & H_TAGS ~= 0
end

local HEADED = { NEAR = 3, WORDS = 3, STORIES = 0.6 } -- lines down from words that head lists; of what follows

-- Whether words that head lists of stories stand above one whose links are long enough and lead to stories.
local function is_headed(s, list, traits)
  if traits.words < HEADED.WORDS or traits.stories < HEADED.STORIES then return false end
  for i = list.first - 1, math.max(1, list.first - HEADED.NEAR), -1 do
    if s.role[i] then return false end
    if heads_stories(s, i) then return true end
  end
  return false
end

-- Whether bare headings name sections or topics: they are short and lead to no story, or are of few words each and
-- stand above the story's headline.
local function are_strong_sections(s, list, traits)
  local n, words = #list.teasers, traits.words
  if words < 3 and n > 2 and s.headline and list.last < s.headline then return true end
  local few = words < 4 or n <= 2 and words < 6 or n >= 5 and words < 5
  return few and traits.stories == 0 and (names_stories(s) or words < 3 and n > 2)
end

-- Whether teasers lead to the page that they stand on, or to parts of it: the first, the last and one between.
local function leads_here(s, teasers)
  if not is_own_page(s, teasers[1].href or "") then return false end
  for at = #teasers, 2, -math.max(1, #teasers // 2) do
    if not is_own_page(s, teasers[at].href or "") then return false end
  end
  return true
end

local IN_INDEX = H_NAV | H_TAGS -- what items of indexes of sections and pages are named

-- Lists of short links, to sections or topics, are menus; so is a link alone to no story, to another site, or
-- that readers press to share or to see what others said. What stands as a list before that is
-- none is no menu either.
local function is_menu(s, list)
  if list.kin and list.kin.kept then return false end
  local traits, n = list_traits(s, list), #list.teasers
  if s.f.own_hints[list.teasers[1].headline] & IN_INDEX == IN_INDEX then return true end
  if leads_here(s, list.teasers) then return true end
  if n == 1 and is_button(s.f, list.teasers[1].headline) then return true end
  if list.teasers[1].headed or list.teasers[n].headed then return false end
  if n <= 2 and is_neighbour(s, list.teasers[1].headline) then return false end
  if n <= 2 and traits.bare and (traits.words < 7 or traits.stories < 1) and in_navigation(s, list) then return true end
  if traits.bare and traits.words < TOPIC_WORDS and in_topics(s, list) then return true end
  if traits.strong >= 0.5 then return traits.bare and are_strong_sections(s, list, traits) end
  if n <= 2 and elsewhere(s, list) == 1 then return true end
  local short = traits.words < 4 or traits.bare and n >= 8 and traits.words < 5
  if short and not is_headed(s, list, traits) then return true end
  return traits.stories < 0.5 and traits.words < 8 and names_stories(s) and list.teasers[1].href ~= nil
end

-- Gives an item's blocks back to the page.
local function release_item(s, teaser)
  for i = teaser.first, teaser.last do
    if s.role[i] == "teaser" then s.role[i] = nil end
  end
end

-- Gives a list's blocks back to the page. @return nil
local function release(s, list)
  for _, teaser in ipairs(list.teasers) do release_item(s, teaser) end
  return nil
end

-- The same of a list that is paid for, whose last item heads no list behind it. @return nil
local function release_paid(s, list)
  for _, teaser in ipairs(list.teasers) do s.paid[teaser.headline] = true end
  return release(s, list)
end

-- What leads over to one teaser right below it is that teaser's label.
local function is_lead(s, list, heading)
  if #list.teasers > 1 or heading ~= list.first - 1 or s.f.links[heading] > 0 or s.f.level[heading] > 0 then
    return false
  end
  return text_of(s, heading):find(":%s*$") ~= nil
end

-- A list as a sidebar; nil for one that is left to the chrome.
local function make_sidebar(s, list, heading)
  if paid.is_paid_list(s, list, heading) then return release_paid(s, list) end
  if heading and says(s, heading, PAID) then heading = nil end -- of an empty slot before the list
  if heading and is_lead(s, list, heading) then
    local one = list.teasers[1]
    table.insert(one.content, 1, { tag = "kicker", block = heading })
    s.role[heading], one.first, list.first, heading = "teaser", heading, heading, nil
  end
  local content, first, last = list.teasers, 1, 0
  if list.panel and heading == list.panel.heading then first, last = heading, heading
  elseif heading then first, last = lines_of(s, heading, list) end
  for i = first, last do
    s.role[i] = "heading"
    table.insert(content, i - first + 1, { tag = "heading", block = i, range = before_more(s, i) })
  end
  local lead = not heading and lead_in_line(s, list)
  if lead then table.insert(content, 1, { tag = "heading", range = lead }) end
  return { kind = "sidebar", content = content, first = heading and first or list.first, last = list.last }
end

local BOXED_LEAST = 2 -- teasers in a box that are a list by themselves

-- The box that a list's heading opens, where it holds some of the list.
local function box_opened(s, list, heading)
  local f, teasers = s.f, list.teasers
  if not heading or f.level[heading] == 0 or heading > teasers[1].first or #teasers <= BOXED_LEAST then return nil end
  local box = common_box(s, heading, teasers[1].headline)
  return box > 0 and f.box_first[box] == heading and teasers[BOXED_LEAST].first <= f.box_last[box] and box or nil
end

local GOES_ON = 2 -- lines beside the headlines of teasers that are set alike by them

-- Whether one teaser follows another with as many lines, of which the same is the headline.
local function goes_on(one, other)
  local above, below = one.headline - one.first, one.last - one.headline
  return above + below >= GOES_ON and other.first == one.last + 1 and other.headline - other.first == above
    and other.last - other.headline == below
end

-- Whether two teasers are set alike: the rows of a grid are one list, whatever boxes they stand in; so are
-- those of which one goes on as the other.
local function are_alike(f, one, other)
  local a, b = f.box[one.headline], f.box[other.headline]
  if a > 0 and b > 0 and f.box_shape[a] == f.box_shape[b] then return true end
  return goes_on(one, other)
end

-- Takes out of a list what stands behind the box that its heading opens, as a list of its own; nil where
-- nothing does, or more of the same.
local function behind_box(s, list, heading)
  local box, teasers = box_opened(s, list, heading), list.teasers
  local stop = box and s.f.box_last[box]
  if not box or teasers[#teasers].first <= stop then return nil end
  local at = BOXED_LEAST + 1
  while teasers[at].first <= stop do at = at + 1 end
  if are_alike(s.f, teasers[at - 1], teasers[at]) then return nil end
  local rest = { teasers = table.move(teasers, at, #teasers, 1, {}), first = teasers[at].first, last = list.last }
  for behind = #teasers, at, -1 do teasers[behind] = nil end
  list.last = teasers[#teasers].last
  return rest
end

local function add_teasers(s, found, teasers)
  for at = 1, #found do
    local item = found[at]
    local menu = item.last - item.first >= section_links.BELOW and section_links.is_section_menu(s, item)
    local teaser = not menu and make_teaser(s, item)
    if teaser and paid.is_paid_item(s, teaser) then
      s.paid[teaser.headline] = true
      release_item(s, teaser)
    elseif teaser then teasers[#teasers + 1] = teaser end
  end
end

-- Whether a list has a heading that is more than a link of the menu above it.
local function is_heading(s, heading)
  local f = s.f
  return f.links[heading] == 0 or f.level[heading] > 0 or says(s, heading, KNOWN)
end

-- Adds the sidebars that a list makes, with its heading: what stands behind the box of that is one of its own.
local function add_sidebars(s, boxes, list, heading)
  settle_between(s, list)
  local rest = behind_box(s, list, heading)
  boxes[#boxes + 1] = make_sidebar(s, list, heading)
  if rest then boxes[#boxes + 1] = make_sidebar(s, rest, find_heading(s, rest)) end
end

local function find_boxes(s)
  recent_comments.take_headed(s)
  local linked = collect_items(s)
  local teasers = table.room(#linked)
  s.paid = {}
  add_teasers(s, linked, teasers)
  settle_deks(s, teasers)
  add_teasers(s, find_unlinked(s), teasers)
  add_teasers(s, find_cards(s), teasers)
  add_teasers(s, find_pictured(s), teasers)
  sort_by_first(teasers)
  teasers = section_links.without_headings(s, teasers, release_item)
  local boxes, grouped = {}, group_teasers(s, teasers)
  for _, list in ipairs(grouped) do
    section_links.drop_sections(s, list, release_item)
    if recent_comments.is_list_of_them(s, list) then
      release(s, list)
      recent_comments.take(s, list.first, list.last)
    elseif is_menu(s, list) then release(s, list)
    else
      list.kept = true
      local heading = find_heading(s, list)
      if list.panel then heading = panel_heading(s, list.panel, heading) end
      if not (heading and is_heading(s, heading)) and is_stray(s, list, grouped) then release(s, list)
      else add_sidebars(s, boxes, list, heading) end
    end
  end
  return boxes
end

return { find_boxes = find_boxes }
