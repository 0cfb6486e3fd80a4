-- Teasers set between the paragraphs: boxes of few lines of which two links lead to one other page
-- of the site, the headline and the call below it ("Read more"), or one link beside short lines; boxes with a heading
-- that an empty link covers, lines that are a label and a link, and the rest of the lists in which those stand. What is
-- in them is no running text.

local names = include "generic/page/names"
local view = include "generic/page/view"
local links = include "generic/page/links"
local drop, parent_box = view.drop, view.parent_box
local is_elsewhere, is_own_page, leads_to_story, target = links.is_elsewhere, links.is_own_page, links.leads_to_story,
  links.target

local KNOWN = include "generic/lists/known_headings"

local LINES = 6    -- of such a box at most
local HEADING_WORDS = 8 -- of what heads a list at most
local CARD_WORDS = 6 -- of each line beside the link of such a box, where there is one link alone
local SHARE = 0.25 -- of the story's text, that such a box has at most

-- Short links that are all of their line.
local CALLS = formula("blocks", [[
  return links == 1 and words <= 4 and link_chars >= 0.9 * chars and hidden == 0 and level == 0 and not has_role
]])

-- Whether another line of the box links to the same page.
local function links_twice(s, box, call, href)
  for i = s.f.box_first[box], s.f.box_last[box] do
    if i ~= call and s.f.links[i] > 0 and target(s, i) == href then return true end
  end
  return false
end

local function drop_boxes(s)
  local f = s.f
  f:mark("has_role", s.role)
  for _, i in ipairs(f:rows(CALLS, nil, f.box_first[s.container], f.box_last[s.container])) do
    local box, href = parent_box(f, i), target(s, i)
    if href and box > s.container and f.box_last[box] - f.box_first[box] < LINES
      and view.sum_in(s, s.weights_all, box) <= SHARE * s.container_weight
      and not is_elsewhere(s, href) and not is_own_page(s, href) and links_twice(s, box, i, href) then
      for j = f.box_first[box], f.box_last[box] do drop(s, j) end
    end
  end
end

-- Lines that a link ends, a label before it: "Background: The long way of the ferry".
local LABELLED = formula("blocks", [[
  return links == 1 and words <= LABELLED_WORDS and link_chars >= 0.4 * chars and link_chars < chars and terminal == 0
    and running > 0 and hidden == 0
]], { LABELLED_WORDS = 25 })

-- The letters and digits of a text.
local function count_letters(text)
  return select(2, text:gsub("[%w\xC3-\xF4]", ""))
end

-- Whether all behind a line's label is its link.
local function is_labelled(s, i)
  local rest = s.f.text[i]:match("^[^:.]+:%s*(.+)$")
  return rest ~= nil and count_letters(view.raw_text(s, s.page:range(s.f.link[i]))) == count_letters(rest)
end

-- Whether the link of a line leads to another story of the site.
local function leads_on(s, i)
  local href = target(s, i)
  return href ~= nil and leads_to_story(href) and not is_elsewhere(s, href)
end

-- Drops such lines from the running text where their links lead to other stories of the site.
local function drop_labelled(s)
  local f = s.f
  for _, i in ipairs(f:rows(LABELLED, nil, f.box_first[s.container], f.box_last[s.container])) do
    if is_labelled(s, i) and leads_on(s, i) then drop(s, i) end
  end
end

-- Items of lists that are links for the most part.
local LINKED_ITEMS = formula("blocks", [[
  return own_tags & ITEM ~= 0 and links == 1 and link_chars >= 0.4 * chars and words <= 25 and hidden == 0
]], { ITEM = names.ITEM })

-- Whether the line above a list is how lists of stories are headed.
local function is_headed(s, box)
  local i = s.f.box_first[box] - 1
  return i > 0 and s.f.words[i] <= HEADING_WORDS and s.f.links[i] == 0 and s.f:matches(i, KNOWN)
end

-- Whether all lines of a list are such items that lead to stories of the site, one of them no running text or a line
-- above them that heads such lists.
local function is_of_links(s, box, linked)
  local apart = is_headed(s, box)
  for i = s.f.box_first[box], s.f.box_last[box] do
    if not linked[i] or not leads_on(s, i) then return false end
    apart = apart or not s.role[i]
  end
  return apart
end

-- Drops the rest of such lists, and what heads them.
local function drop_lists(s)
  local f, linked, done = s.f, {}, {}
  local rows = f:rows(LINKED_ITEMS, nil, f.box_first[s.container], f.box_last[s.container])
  for _, i in ipairs(rows) do linked[i] = true end
  for _, i in ipairs(rows) do
    local box = parent_box(f, i)
    if not done[box] and box > s.container and f.box_tags[box] & names.LIST ~= 0 and is_of_links(s, box, linked) then
      local first = f.box_first[box]
      for j = first, f.box_last[box] do drop(s, j) end
      if s.role[first - 1] == "crosshead" then drop(s, first - 1) end
    end
    done[box] = true
  end
end

-- Small boxes within the story that begin with a heading.
local COVERED = formula("boxes", [[
  if box_last - box_first >= LINES or box_first > $last then return 0 end
  if level[box_first] == 0 and level[box_first + 1] == 0 or links[box_first] > 0 then return 0 end
  return base_sums[box_last] - base_sums[box_first - 1] <= min(CARD_TEXT, SHARE * $weight)
]], { CARD_TEXT = 400, LINES = LINES, SHARE = SHARE })

-- Where the links in an element lead that have no words, if all of them to one other page; one has nothing in it.
local function cover_of(s, box)
  local page, href, empty = s.page, nil, false
  for _, link in ipairs(page:find("a", s.f.box_row[box])) do
    local its = page:value(link, "href")
    if href and its ~= href or page:read(page:range(link)):find "%S" then return nil end
    href, empty = its, empty or not page:first_child(link)
  end
  return empty and links.usable(href) and not is_own_page(s, href) and leads_to_story(href) and href or nil
end

-- Whether a box is an article, is named as a teaser or stands beside one of its shape.
local function may_be_card(f, box)
  return f.box_tags[box] & names.ARTICLE ~= 0 or f.box_hints[box] & names.H_TEASER ~= 0 or view.is_repeated(f, box)
end

-- Drops those that such a link covers, and notes where it leads.
local function drop_covered(s)
  local f, numbers = s.f, { last = s.f.box_last[s.container], weight = s.container_weight }
  s.covered = {}
  for _, box in ipairs(f:rows(COVERED, numbers, s.container + 1)) do
    local href = may_be_card(f, box) and cover_of(s, box)
    if href then
      s.covered[#s.covered + 1] = { box = box, href = href }
      for j = f.box_first[box], f.box_last[box] do drop(s, j) end
    end
  end
end

-- Lines that are all link, of enough words for a headline, beside a line of few words that was taken for text.
local LINKED_BESIDE = formula("blocks", [[
  if links ~= 1 or words < 4 or link_chars < 0.9 * chars or hidden == 1 then return 0 end
  if box == 0 or (box_tags[box] | box_around_tags[box]) & TABLE ~= 0 then return 0 end
  return running[row + 1] > 0 and words[row + 1] <= FEW and terminal[row + 1] == 0 and links[row + 1] == 0
    or running[row - 1] > 0 and words[row - 1] <= FEW and terminal[row - 1] == 0 and links[row - 1] == 0
]], { FEW = CARD_WORDS, TABLE = names.TABLE })

-- Whether a box has no link but one and no line that reads as text.
local function is_card(f, box, i)
  if f.box_last[box] - f.box_first[box] >= LINES then return false end
  for j = f.box_first[box], f.box_last[box] do
    if j ~= i and (f.links[j] > 0 or f.words[j] > CARD_WORDS or f.terminal[j] == 1) then return false end
  end
  return true
end

-- Drops what stands beside the link of a box of few lines, all short, that leads to another story: label, author, day.
local function drop_cards(s)
  local f = s.f
  for _, i in ipairs(f:rows(LINKED_BESIDE, nil, f.box_first[s.container], f.box_last[s.container])) do
    local box, card = parent_box(f, i), nil
    while box > s.container and is_card(f, box, i) do box, card = f.box_parent[box], box end
    if card and leads_on(s, i) then
      for j = f.box_first[card], f.box_last[card] do drop(s, j) end
    end
  end
end

local function drop_insets(s)
  drop_boxes(s)
  drop_cards(s)
  drop_covered(s)
  drop_labelled(s)
  drop_lists(s)
end

return { drop_insets = drop_insets }
