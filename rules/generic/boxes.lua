-- Teasers to lists, lists to sidebars with their headings; readers' comments.

local names = include "generic/names"
local phrases = include "generic/phrases"
local view = include "generic/view"
local items = include "generic/items"
local links = include "generic/links"
local parts = include "generic/teaser"
local unlinked = include "generic/unlinked"
local FORM, BUTTON, H_COMMENT, H_TITLE = names.FORM, names.BUTTON, names.H_COMMENT, names.H_TITLE
local H_RELATED = names.H_RELATED
local BOILERPLATE, MORE, matches = phrases.BOILERPLATE, phrases.MORE, phrases.matches
local common_box, is_linkish, text_of = view.common_box, view.is_linkish, view.text_of
local collect_items = items.collect_items
local is_elsewhere, is_own_page = links.is_elsewhere, links.is_own_page
local leads_to_story, names_stories = links.leads_to_story, links.names_stories
local make_teaser, find_unlinked = parts.make_teaser, unlinked.find_unlinked

-- The block just above a list that can be its heading.
local function is_label(s, i)
  local f = s.f
  if not i or i < 1 or s.role[i] or f.words[i] > 12 then return false end
  if f.hidden[i] == 1 and f.hidden[math.min(i + 1, s.count)] == 0 then return false end
  if s.around_tags[f.box[i]] & (FORM | BUTTON) ~= 0 or matches(text_of(s, i):lower(), BOILERPLATE)
    or text_of(s, i):find("@", 1, true) then return false end
  if f.level[i] > 0 or f.own_hints[i] & H_TITLE ~= 0 then return true end
  if f.own_tags[i] & (1 << 28) ~= 0 and f.words[i] <= 8 then return true end
  return f.terminal[i] == 0 and f.words[i] <= 6 and f.chars[i] >= 3 and f.digits[i] <= f.chars[i] / 3
end

local function fits_above(s, i, list)
  local f = s.f
  local box = common_box(s, i, list.last)
  if box == 0 or f.box_last[box] - f.box_first[box] > 2.5 * (list.last - list.first + 4) + 10 then return false end
  return f.level[i] > 0 or f.own_hints[i] & H_TITLE ~= 0 or f.box_first[box] >= i - 2
end

-- The heading of a list: the nearest real heading of the few blocks above, or else the
-- nearest label.
local function heading_before(s, list)
  local f, weak = s.f, nil
  for back = 1, 4 do
    local i = list.first - back
    if i < 1 or s.role[i] or f.words[i] > 12 then break end
    if f.level[i] > 0 or f.own_hints[i] & H_TITLE ~= 0 then
      if is_label(s, i) and (back <= 2 or fits_above(s, i, list)) then return i end
      break
    end
    if not weak and back < 4 and is_label(s, i) and not matches(text_of(s, i):lower(), MORE)
      and fits_above(s, i, list) then weak = i end
  end
  return weak
end

-- Whether two teasers next to each other stand in one list.
local function same_list(s, list, teaser)
  local f = s.f
  if teaser.first - list.last > 6 then return false end
  for i = list.last + 1, teaser.first - 1 do
    if s.role[i] or f.level[i] > 0 then return false end
    if is_label(s, i) and f.own_hints[i] & H_TITLE ~= 0 then return false end
  end
  local before = list.teasers[#list.teasers]
  if before.around == teaser.around and (teaser.around or 0) > 0 then return true end
  local box = common_box(s, list.first, teaser.last)
  if box == 0 then return false end
  local size = f.box_last[box] - f.box_first[box] + 1
  return size <= 3 * (teaser.last - list.first + 1) + 12
end

local function group_teasers(s, teasers)
  local lists, list = {}, nil
  for _, teaser in ipairs(teasers) do
    if list and same_list(s, list, teaser) then
      list.teasers[#list.teasers + 1] = teaser
      list.last = teaser.last
    else
      list = { teasers = { teaser }, first = teaser.first, last = teaser.last }
      lists[#lists + 1] = list
    end
  end
  return lists
end

-- What a list of links is like: the mean words of its headlines, the shares of headings, of
-- addresses of stories and of other sites among them, whether nothing stands beside them.
local function list_traits(s, list)
  local words, strong, stories, elsewhere, bare, n = 0, 0, 0, 0, true, #list.teasers
  for _, teaser in ipairs(list.teasers) do
    local i = teaser.headline
    words = words + s.f.words[i]
    if s.f.level[i] > 0 or s.f.own_hints[i] & H_TITLE ~= 0 then strong = strong + 1 end
    local href = teaser.href or ""
    if leads_to_story(href) then stories = stories + 1 end
    if is_elsewhere(s, href) then elsewhere = elsewhere + 1 end
    bare = bare and #teaser.content == 1
  end
  return { words = words / n, strong = strong / n, stories = stories / n,
    elsewhere = elsewhere / n, bare = bare }
end

-- Lists of short links, to sections or topics, are menus; so is a link alone to no story or
-- to another site.
local function is_menu(s, list)
  local traits, n = list_traits(s, list), #list.teasers
  if n == 1 and is_own_page(s, list.teasers[1].href or "") then return true end
  if traits.strong >= 0.5 then return false end
  if n <= 2 and traits.elsewhere == 1 then return true end
  if traits.words < 4 or traits.bare and n >= 8 and traits.words < 5 then return true end
  return traits.stories < 0.5 and traits.words < 8 and names_stories(s) and list.teasers[1].href ~= nil
end

local function release(s, list)
  for _, teaser in ipairs(list.teasers) do
    for i = teaser.first, teaser.last do
      if s.role[i] == "teaser" then s.role[i] = nil end
    end
  end
end

-- The first teaser is in truth the list's heading, which is a link: a short heading of a
-- higher level than the headlines behind it.
local function linked_heading(s, list)
  local one, two = list.teasers[1], list.teasers[2]
  if not two or #one.content > 1 or one.link then return nil end
  local f, a, b = s.f, one.headline, two.headline
  if f.words[a] > 4 or f.level[a] == 0 or f.words[b] < 5 or f.level[b] > 0 and f.level[b] <= f.level[a]
    then return nil end
  table.remove(list.teasers, 1)
  return a
end

-- The label of the first teaser is the list's where no other has one, or where it is
-- named a title.
local function heading_within(s, list)
  local one = list.teasers[1]
  local label = one.content[1]
  if label.tag ~= "kicker" or not label.block then return nil end
  for at = 2, #list.teasers do
    for _, part in ipairs(list.teasers[at].content) do
      if part.tag == "kicker" then return nil end
    end
  end
  local hints = s.f.own_hints[label.block] | (s.near_hints[s.f.box[label.block]] or 0)
  if #list.teasers < 3 and hints & (H_TITLE | H_RELATED) == 0 then return nil end
  table.remove(one.content, 1)
  one.first = label.block + 1
  return label.block
end

-- The range of a heading that ends with a link to more of its kind, without the link.
local function before_more(s, i)
  local f, link = s.f, s.f.link[i]
  if f.links[i] == 0 or f.link_chars[i] > 0.8 * f.chars[i] then return nil end
  local start, stop = s.page:block(i)
  local from, to = s.page:range(link)
  if from <= start or to < stop then return nil end
  return matches(s.page:read(from, to):lower(), MORE) and { start, from } or nil
end

local function make_sidebar(s, list)
  local heading = linked_heading(s, list) or heading_before(s, list) or heading_within(s, list)
  local content = {}
  if heading then
    s.role[heading] = "heading"
    content[1] = { tag = "heading", block = heading, range = before_more(s, heading) }
  end
  for _, teaser in ipairs(list.teasers) do content[#content + 1] = teaser end
  return { kind = "sidebar", content = content, first = heading or list.first, last = list.last }
end

local function by_first(a, b)
  return a.first < b.first
end

local function find_boxes(s)
  local teasers = {}
  for _, item in ipairs(collect_items(s)) do teasers[#teasers + 1] = make_teaser(s, item) end
  for _, item in ipairs(find_unlinked(s)) do teasers[#teasers + 1] = make_teaser(s, item) end
  table.sort(teasers, by_first)
  local boxes = {}
  for _, list in ipairs(group_teasers(s, teasers)) do
    if is_menu(s, list) then release(s, list)
    else boxes[#boxes + 1] = make_sidebar(s, list) end
  end
  return boxes
end

local function find_comments(s)
  local f, comments = s.f, {}
  for i = (s.last or 0) + 1, s.count do
    local box = f.box[i]
    if not s.role[i] and box > 0 and s.around_hints[box] & H_COMMENT ~= 0 and f.words[i] >= 5
      and not is_linkish(s, i, 0.5)
      and s.around_tags[box] & FORM == 0 and f.terminal[i] == 1 and f.hidden[i] == 0 then
      s.role[i] = "comment"
      comments[#comments + 1] = { kind = "comment", content = { { tag = "text", block = i } }, first = i, last = i }
    end
  end
  return comments
end

return {
  find_boxes = find_boxes, find_comments = find_comments,
}
