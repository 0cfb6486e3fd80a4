-- Links to sections among links to stories: the heading of the list that follows, or the way to
-- all there are of a kind. They are told by where they lead.

local names = include "generic/page/names"
local links = include "generic/page/links"
local leads_to_story, target = links.leads_to_story, links.target
local view = include "generic/page/view"
local is_linkish = view.is_linkish
local KNOWN, tabs = include "generic/lists/known_headings", include "generic/lists/tabs"
local common_box, says = view.common_box, view.says
local H_TITLE = names.H_TITLE

local kept_of = include("generic/lists/siblings").kept_of

local LABEL_WORDS = 5 -- that the link to a section has at most
local KNOWN_WORDS = 12 -- the same, of one that says how lists are headed
local PARTS = 3       -- of a teaser that is a heading beside links to more, at most
local NEAR = 4        -- blocks from a heading to the list that it heads
local UNSEEN = 30     -- the same where some are not shown
local LEAST = 3       -- teasers of a list that tell what does not belong to it
local STORIES = 0.7   -- the share of them that lead to stories
local BELOW = 2       -- links of one item to what stands below its own address, at least, that make it a menu

local function is_bare(s, teaser)
  return #teaser.content == 1 and not teaser.joined and s.f.words[teaser.headline] <= LABEL_WORDS
end

local function is_short(s, i)
  local f, words = s.f, s.f.words[i]
  if words <= LABEL_WORDS then return true end
  return words <= KNOWN_WORDS and (says(s, i, KNOWN) or f.links[i] > 1 and tabs.before_link(s, i) ~= nil)
end

-- Whether a line that leads to no story opens a box that holds two teasers behind it.
local function opens_box(s, i, teaser, after)
  if i ~= teaser.headline or not after or leads_to_story(teaser.href or "") then return false end
  local box = common_box(s, i, after.last)
  return box > 0 and s.f.box_first[box] == i
end

-- Whether a line leads to no story and says how lists are headed, beside its link ("More from <a>Sport</a>") or set
-- otherwise than the teaser that follows.
local function says_of_section(s, i, teaser, following)
  if i ~= teaser.headline or leads_to_story(teaser.href or "") or not says(s, i, KNOWN) then return false end
  local shape, box = s.f.box_shape, s.f.box
  return #teaser.content > 1 or shape[box[i]] ~= shape[box[following.headline]]
end

-- The line of a teaser that heads what follows, beside nothing but links as short as itself.
local function heading_of(s, teaser, following, after)
  local f, found = s.f, nil
  if teaser.joined or #teaser.content > PARTS then return nil end
  for i = teaser.first, teaser.last do
    if not is_short(s, i) or i ~= teaser.headline and f.links[i] == 0 then return nil end
    local title = f.level[i] > 0 or f.own_hints[i] & H_TITLE ~= 0
    local heads = title or says_of_section(s, i, teaser, following) or opens_box(s, i, teaser, after)
    if heads and not found then found = i end
  end
  return found
end

-- How many lines are shown between two teasers, at least; of many not shown, all count.
local function lines_between(s, teaser, following)
  local count, hidden = following.first - teaser.last, s.f.hidden
  if count <= NEAR or count > UNSEEN then return count end
  for i = teaser.last + 1, following.first - 1 do count = count - hidden[i] end
  return count
end

-- The line of a teaser that is the heading of what follows: a heading that leads to no story, or says how lists of
-- stories are headed or leads on to more, above one that does.
local function heads_next(s, teaser, following, after)
  local f, i = s.f, following and heading_of(s, teaser, following, after)
  if not i or lines_between(s, teaser, following) > NEAR or not leads_to_story(following.href or "") then return nil end
  local more = f.links[i] > 1 and tabs.before_link(s, i) ~= nil -- to all there is of what the line names
  local known = more or says(s, i, KNOWN) or f.words[i] <= LABEL_WORDS and says(s, i, tabs.ARROWS)
  if not known and leads_to_story(teaser.href or "") then return nil end
  if not more and teaser.around == following.around and (teaser.around or 0) > 0 then return nil end
  local below = f.level[following.headline]
  return (known or below == 0 or f.level[i] == 0 or below >= f.level[i]) and i or nil
end

--- The teasers less those that are headings, which are noted; `release` is told each. Of several in a row, as tabs,
--- the last is told first.
local function without_headings(s, teasers, release)
  local at, dropped = #teasers, false
  local following, after
  s.noted_headings = {}
  while at > 0 do
    local teaser = teasers[at]
    local heading = heads_next(s, teaser, following, after)
    if heading then
      s.noted_headings[heading], teaser.dropped, dropped = true, true, true
      release(s, teaser)
    else following, after = teaser, following end
    at = at - 1
  end
  return dropped and kept_of(teasers) or teasers
end

local function story_share(teasers)
  local stories = 0
  for at = 1, #teasers do
    local href = teasers[at].href
    if href and leads_to_story(href) then stories = stories + 1 end
  end
  return stories / #teasers
end

-- Whether no other teaser of a list stands in the box around this one.
local function stands_alone(list, teaser)
  for _, other in ipairs(list.teasers) do
    if other ~= teaser and other.around == teaser.around then return false end
  end
  return true
end

--- Takes the links to all there are out of a list of stories.
local function drop_sections(s, list, release)
  if #list.teasers < LEAST or story_share(list.teasers) < STORIES then return end
  local kept = table.room(#list.teasers)
  for at = 1, #list.teasers do
    local teaser = list.teasers[at]
    local section = is_bare(s, teaser) and teaser.href and not leads_to_story(teaser.href)
    if section and stands_alone(list, teaser) then release(s, teaser) else kept[#kept + 1] = teaser end
  end
  list.teasers, list.first, list.last = kept, kept[1].first, kept[#kept].last
end

--- Whether an item is the menu of a section: other lines of it lead to what stands below where its headline does.
local function is_section_menu(s, item)
  local f, i = s.f, item.headline
  if f.words[i] > LABEL_WORDS or item.link then return false end
  local href, count = (target(s, i) or ""):match("^[^?#]*"):gsub("/$", "") .. "/", 0
  if href == "/" then return false end
  for j = item.first, item.last do
    local its = j ~= i and f.links[j] == 1 and is_linkish(s, j) and target(s, j)
    if its and #its > #href and its:sub(1, #href) == href then count = count + 1 end
  end
  return count >= BELOW
end

return {
  BELOW = BELOW, is_section_menu = is_section_menu, drop_sections = drop_sections, without_headings = without_headings,
}
