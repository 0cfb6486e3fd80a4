-- Links of one shape that follow each other in the same box stand or fall together: where most
-- of them are teasers, the short ones among them are too; where few are, they are a menu's.

local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local links = include "generic/page/links"
local names = include "generic/page/names"
local H_AD, H_TITLE = names.H_AD, names.H_TITLE
local ALL_OF, BOILERPLATE, MORE = phrases.ALL_OF, phrases.BOILERPLATE, phrases.MORE
local is_linkish, is_text_role, says, sort_by_first = view.is_linkish, view.is_text_role, view.says, view.sort_by_first
local settle_places = include("generic/lists/places").settle_places
local form_of, leads_to_story, target = links.form_of, links.leads_to_story, links.target
local leads_to_service = links.leads_to_service
local headed_boxes = include("generic/lists/headed").headed_boxes

local MENU_LEAST = 5   -- boxes of one shape that can be a menu
local MENU_SHARE = 0.3 -- teasers among them at most
local STRAY_WORDS = 10 -- of a teaser at least that may be one among ever so many short links
local MENU_STORIES = 0.8 -- the share of links to stories in a menu of those
local SERVICES_SHARE = 6 -- of so many links one leads to a service, at least, where all do
local ITEMS_LEAST = 2  -- teasers of one shape that others can join
local TITLED_LEAST = 3 -- headings of one rank that all lead to stories, if one is a teaser by itself
local BESIDE_MORE = 2  -- characters beside a link more than beside those of the items
local LINES_MORE = 1   -- lines of a box more than of the items beside it: a counter, a mark
local NAMING = 4       -- words of a link among those to stories that may be of law or service
local HEADED_LEAST = 3 -- of so many below a heading as of stories one leads to a story, or is a teaser by itself
local OWN = { CLOSED_TAGS = names.FORM | names.BUTTON | names.DIALOG_TAG, CLOSED_HINTS = names.H_SHARE | names.H_PAGER }

local SIBLINGS = formula("boxes", "return box_parent == $around and box_shape == $shape")

-- The boxes that share their parent and their shape with an item's. No two boxes hold the same blocks: so
-- many blocks as are in the one around them make fewer than twice as many boxes, which follow it.
local function siblings_of(f, box)
  local around = f.box_parent[box]
  local blocks = f.box_last[around] - f.box_first[around] + 1
  return f:rows(SIBLINGS, { around = around, shape = f.box_shape[box] }, around + 1, around + 2 * blocks)
end

-- How many characters stand beside the links of a group's items at most.
local function most_beside(f, group)
  local most = 0
  for _, item in ipairs(group.items) do
    local i = item.headline
    most = math.max(most, f.chars[i] - f.link_chars[i])
  end
  return most
end

-- Whether a line is link, or has no more beside its link than the items of its list have: a day, a counter, the rest
-- of a sentence.
local function is_link_of_list(s, i, group)
  local f = s.f
  return is_linkish(s, i, 0.8)
    or is_linkish(s, i, 0.3) and f.chars[i] - f.link_chars[i] <= most_beside(f, group) + BESIDE_MORE
end

-- Whether a line beside a list's items is claimed otherwise: as text it is theirs, where a link and more stand together
-- in boxes like those of several.
local function is_claimed(s, box, i, group)
  local role = s.role[i]
  if not role then return s.items_at[i] end
  return not is_text_role(role) or s.f.box_first[box] == s.f.box_last[box] or #group.items < ITEMS_LEAST
end

-- The line of a box that is link to where a story may be, if no other link of the box leads elsewhere and it has few
-- more lines than the items beside it.
local function linked_line(s, box, group)
  local f, found = s.f, nil
  if f.box_last[box] - f.box_first[box] >= group.most + LINES_MORE then return nil end
  for i = f.box_first[box], f.box_last[box] do
    if is_claimed(s, box, i, group) then return nil end
    local href = f.links[i] == 1 and f.hidden[i] == 0 and target(s, i)
    if f.links[i] > 0 and (not href or found and href ~= target(s, found)) then return nil end
    if href and not found and is_link_of_list(s, i, group) then found = i end
  end
  return found
end

-- The only heading of a box in the rank of the headlines beside it, if it is all link: names of sections and
-- people may be links too then.
local function linked_heading(s, box, most, level)
  local f, found = s.f, nil
  if level == 0 or f.box_last[box] - f.box_first[box] >= most then return nil end
  for i = f.box_first[box], f.box_last[box] do
    if s.role[i] or s.items_at[i] then return nil end
    if f.level[i] == level and f.hidden[i] == 0 then
      local href = not found and f.links[i] == 1 and is_linkish(s, i, 0.8) and target(s, i)
      if not (href and leads_to_story(href)) then return nil end
      found = i
    end
  end
  return found
end

-- The forms of the addresses of a list's stories.
local function story_forms(s, group)
  local forms = {}
  for _, item in ipairs(group.items) do
    local href = target(s, item.headline)
    if href and leads_to_story(href) then forms[form_of(href)] = true end
  end
  return forms
end

-- Whether a link leads to a story, or has an address of the form of one of the list's.
local function may_be_story(s, i, forms)
  local href = target(s, i)
  return leads_to_story(href) or forms[form_of(href)] ~= nil
end

local function may_join(s, i, forms)
  local f = s.f
  if forms and not may_be_story(s, i, forms) then return false end
  if f.chars[i] < 3 or f.digits[i] > f.chars[i] / 2 then return false end
  local tags, hints = s.around_tags[f.box[i]], s.around_hints[f.box[i]]
  if tags & OWN.CLOSED_TAGS ~= 0 or hints & OWN.CLOSED_HINTS ~= 0 or (f.own_hints[i] | f.inside_hints[i]) & H_AD ~= 0
    then return false end
  if f.words[i] < phrases.WINDOW_WORDS and says(s, i, phrases.NEW_WINDOW) then return false end
  if says(s, i, MORE) or says(s, i, ALL_OF) then return false end
  return forms and leads_to_story(target(s, i)) and f.words[i] >= NAMING or not says(s, i, BOILERPLATE)
end

-- Adds the siblings of a list's items that were too short to be some by themselves.
local function complete(s, group, open, items)
  local f, forms = s.f, not group.headed and group.stories * 2 > #group.items and story_forms(s, group)
  for box, i in pairs(open) do
    if may_join(s, i, forms) then
      local item = { box = box, first = f.box_first[box], last = f.box_last[box], headline = i,
        around = f.box_parent[box], siblings = 1, joined = true, headed = group.headed }
      items[#items + 1], group.items[#group.items + 1] = item, item
      for at = item.first, item.last do s.role[at] = nil end
    end
  end
end

-- Whether the first line of a box is a link to what a site has for its readers or says of itself.
local function is_service(s, box)
  local i = s.f.box_first[box]
  return s.f.links[i] == 1 and is_linkish(s, i, 0.8) and leads_to_service(s, i)
end

-- What stands beside the items of a group: the linked lines of boxes of their shape, how many there are, how many
-- of them lead to stories; how many links to services.
local function open_siblings(s, group)
  local open, count, stories, services = {}, 0, 0, 0
  local siblings, boxes = siblings_of(s.f, group.box), group.boxes
  local level = group.items[1] and s.f.level[group.items[1].headline] or 0
  for at = 1, #siblings do
    local box = siblings[at]
    local i = not boxes[box] and (linked_line(s, box, group) or linked_heading(s, box, group.most, level))
    if i then
      open[box], count = i, count + 1
      if leads_to_story(target(s, i)) then stories = stories + 1 end
    elseif not boxes[box] and is_service(s, box) then services = services + 1 end
  end
  return open, count, stories, services
end

-- Whether lines without any mark of a headline stand among links to services: between paragraphs both stand alone.
local function are_services(s, group, services, total)
  if services * SERVICES_SHARE < total or group.headed then return false end
  for _, item in ipairs(group.items) do
    local i = item.headline
    if s.f.level[i] > 0 or item.first < item.last then return false end
    if s.first and i > s.first and i < s.last and s.f.box_parent[s.f.box[i]] == s.container then return false end
  end
  return true
end

-- Whether the items of a group stand in a menu, without any mark of a headline, among links to sections.
local function are_sections(s, group, likely, total)
  local i = group.items[1] and group.items[1].headline
  if not i or group.headed or not s.in_menu[i] then return false end
  if s.f.level[i] > 0 or s.f.own_hints[i] & H_TITLE ~= 0 then return false end
  return total >= MENU_LEAST and likely < MENU_STORIES * total
end

-- Drops the items of a group. @return true
local function drop_items(group)
  for _, item in ipairs(group.items) do item.dropped = true end
  return true
end

-- Whether the headline of a group's first item and the lines beside it are headings of one rank.
local function is_titled(s, group, open)
  local level = group.items[1] and s.f.level[group.items[1].headline] or 0
  for _, i in pairs(open) do
    if s.f.level[i] ~= level then return false end
  end
  return level > 0
end

-- Whether the items of a group are so few of many lines that they are no more than the longest of those.
local function are_strays(s, group, total)
  if #group.items * MENU_LEAST > total then return false end
  for _, item in ipairs(group.items) do
    if s.f.words[item.headline] >= STRAY_WORDS then return false end
  end
  return true
end

-- Settles what belongs to a group; whether its items were dropped.
local function settle_group(s, group, items)
  local open, count, stories, services = open_siblings(s, group)
  local n = #group.items
  local total = n + count
  if services > 0 and are_services(s, group, services, total + services) then return drop_items(group) end
  if count == 0 then return false end
  local likely = group.stories + stories
  if are_sections(s, group, likely, total) then return drop_items(group) end
  if group.headed and math.max(n, likely) * HEADED_LEAST >= total then complete(s, group, open, items)
  elseif likely == total and total >= TITLED_LEAST and is_titled(s, group, open) then complete(s, group, open, items)
  elseif n >= ITEMS_LEAST and (n * 2 >= total or n * 3 >= total and likely * 3 >= 2 * total) then
    complete(s, group, open, items)
  elseif total >= MENU_LEAST
    and (n <= MENU_SHARE * total and likely * 3 < 2 * total or are_strays(s, group, total)) then
    return drop_items(group)
  end
  return false
end

--- The items without those that were dropped.
local function kept_of(items)
  local kept = {}
  for _, item in ipairs(items) do
    if not item.dropped then kept[#kept + 1] = item end
  end
  return kept
end

local function new_group(groups, order, key, box)
  local group = { box = box, boxes = {}, items = {}, stories = 0, most = 0 }
  groups[key] = group
  order[#order + 1] = group
  return group
end

-- Marks the groups that stand below a heading as of stories, and adds those of which none is an item by itself.
local function mark_headed(s, groups, order)
  local f = s.f
  for _, box in ipairs(headed_boxes(s)) do
    local key = f.box_parent[box] << 32 | f.box_shape[box]
    local group = groups[key] or new_group(groups, order, key, box)
    group.headed, group.most = true, math.max(group.most, f.box_last[box] - f.box_first[box] + 1)
  end
end

local function groups_of(s, items)
  local hrefs, link, box_shape = s.hrefs, s.f.link, s.f.box_shape
  local groups, order = {}, {}
  for at = 1, #items do
    local item = items[at]
    local box, around = item.box, item.around
    if around > 0 then
      local key = around << 32 | box_shape[box]
      local group = groups[key]
      if group then
        group.boxes[box] = true
        group.items[#group.items + 1] = item
      else
        group = new_group(groups, order, key, box)
        group.boxes[box], group.items[1] = true, item
      end
      local size = item.last - item.first + 1
      if size > group.most then group.most = size end
      if leads_to_story(hrefs[link[item.headline]]) then group.stories = group.stories + 1 end
    end
  end
  mark_headed(s, groups, order)
  return order
end

--- The items of a page less those that are a menu's, and with those that their siblings make some.
local function settle_siblings(s, items)
  local at, dropped = table.room(s.count), false
  for number = 1, #items do
    local item = items[number]
    for i = item.first, item.last do at[i] = true end
  end
  s.items_at = at
  for _, group in ipairs(groups_of(s, items)) do
    dropped = settle_group(s, group, items) or dropped
    settle_places(s, group.items)
  end
  if dropped then items = kept_of(items) end
  sort_by_first(items)
  return items
end

return { kept_of = kept_of, settle_siblings = settle_siblings }
