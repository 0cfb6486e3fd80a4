-- Links to other stories, and the boxes that belong to each: the items of lists.

local names = include "generic/page/names"
local view = include "generic/page/view"
local links = include "generic/page/links"
local candidates = include("generic/lists/candidates").candidates
local count_words = include("generic/page/words").count_words
local is_service = include("generic/lists/link_rows").is_service
local spread_flat = include("generic/lists/flat").spread_flat
local settle_siblings = include("generic/lists/siblings").settle_siblings
local NEIGHBOURS = include("generic/story/eyebrow").NEIGHBOURS
local NAV, FOOTER = names.NAV, names.FOOTER
local H_BYLINE, H_NAV, H_TITLE = names.H_BYLINE, names.H_NAV, names.H_TITLE
local LISTED = names.H_TEASER | names.H_POPULAR | names.H_RELATED
local leads_to_service, leads_to_story = links.leads_to_service, links.leads_to_story
local piece_of, target, usable = links.piece_of, links.target, links.usable
local common_box, is_linkish, is_repeated, range_in = view.common_box, view.is_linkish, view.is_repeated, view.range_in

-- The first candidate behind a place of the list that leads elsewhere than the one there.
local function next_other(s, list, at)
  local hrefs, link = s.hrefs, s.f.link
  local href = piece_of(hrefs[link[list[at]]])
  for later = at + 1, #list do
    if piece_of(hrefs[link[list[later]]]) ~= href then return list[later] end
  end
  return s.count + 1
end

local LEVELS = 3 -- of boxes around two links that may be one item's

-- Whether a block with links belongs to a box of the same shape as `box`, in the same box around
-- both, and leads elsewhere than `href`.
local function is_twin(s, box, i, href)
  local f, parents = s.f, s.f.box_parent
  local around = parents[box]
  if i < f.box_first[around] or i > f.box_last[around] then return false end
  local other = f.box[i]
  while other > 0 and parents[other] ~= around do other = parents[other] end
  if other == 0 or f.box_shape[other] ~= f.box_shape[box] or not is_linkish(s, i) then return false end
  local its = target(s, i)
  if not its then return leads_to_service(s, i) end
  return piece_of(its) ~= href
end

-- Whether a box and its twin are the two links of one item: of a box close around them that is repeated.
local function are_of_one(s, box, before, after)
  local f = s.f
  for _ = 1, LEVELS do
    box = f.box_parent[box]
    if box == 0 or f.box_first[box] <= before or f.box_last[box] >= after then return false end
    if is_repeated(f, box) then
      local linked = 0
      for i = f.box_first[box], f.box_last[box] do
        if f.links[i] > 0 then linked = linked + 1 end
      end
      return linked <= 2
    end
  end
  return false
end

local MOST, MOST_IN_MENU, MOST_TITLED = 10, 2, 5 -- blocks of an item; in a menu; there with a title
local MOST_REPEATED = 14 -- of one beside others of its shape

-- How many blocks an item may have where menus stand: few, other than below headings that lead to stories.
local function most_blocks(s, i, href)
  local f, box = s.f, s.f.box[i]
  local tags = s.around_tags[box]
  if tags & NAV ~= 0 then
    return (f.level[i] > 0 or f.own_hints[i] & H_TITLE ~= 0) and leads_to_story(href) and MOST_TITLED or MOST_IN_MENU
  end
  if tags & FOOTER ~= 0 then return f.level[i] > 0 and leads_to_story(href) and MOST or MOST_IN_MENU end
  return (f.level[i] > 0 or (f.box_hints[box] | s.around_hints[box]) & LISTED ~= 0) and MOST or MOST_IN_MENU
end

-- Whether a block stands in what its names say is a menu, such as the way from the front page to this one.
local function is_of_menu(s, i)
  local box = s.f.box[i]
  return (s.f.box_hints[box] | s.around_hints[box]) & H_NAV ~= 0
end

-- The box of a teaser: the largest of at most so many blocks around its headline between the headlines
-- `before` and `after` it that stands beside no linked box of its own shape, and ends in no menu it begins outside of.
local function item_box(s, i, href, before, after, most)
  local f, claimed = s.f, s.claimed
  local linked, box_first, box_last, box_parent = f.links, f.box_first, f.box_last, f.box_parent
  local box, best = f.box[i], nil
  while box > 0 do
    local first, last = box_first[box], box_last[box]
    if first <= before or last >= after then break end
    if last - first >= most and (most < MOST or last - first >= MOST_REPEATED or not is_repeated(f, box)) then break end
    if first < last and claimed[last] > (claimed[first - 1] or 0) then break end -- `i` itself is not claimed
    if last > i and is_of_menu(s, last) and not is_of_menu(s, i) then break end
    best = box
    local twin = before < first - 1 and linked[first - 1] > 0 and is_twin(s, box, first - 1, href)
      or last + 1 < after and linked[last + 1] > 0 and is_twin(s, box, last + 1, href)
    if twin and not are_of_one(s, box, before, after) then break end
    box = box_parent[box]
  end
  return best
end

local LONG = 30 -- words that hardly any headline has more than

-- Prefers the candidate that is a heading, then the longest that is not too long.
local function rank(f, i)
  local loud = f.upper[i] > 0.7 * f.chars[i] and 8 or 0
  local label = f.words[i] <= 3 and 8 or 0 -- a heading of few words beside a longer line is its label
  local sentence = f.terminal[i] == 1 and f.level[i] == 0 and f.words[i] >= 8 and 6 or 0
  local long = f.words[i] > LONG and f.level[i] == 0 and 8 or 0
  local signed = f.own_hints[i] & H_BYLINE ~= 0 and f.level[i] == 0 and 8 or 0
  loud = loud + sentence + label + long + signed
  return (f.level[i] > 0 and 6 or 0) + (f.own_hints[i] & H_TITLE ~= 0 and 4 or 0) + math.min(f.words[i], 12) - loud
end

local function better_headline(s, a, b)
  return rank(s.f, a) > rank(s.f, b)
end

local LEAST = 4 -- words of each of several teasers in one block, but where the block says that it points to some

-- The range of words before a link that say that it leads to what comes before or after this piece.
local function label_between(page, start, stop)
  local text = start < stop and page:read(start, stop):lower():match("^[%s<>|-]*(.-)[%s<>|-]*$")
  return text and text:matches(NEIGHBOURS) and { start, stop } or nil
end

-- Several teasers in one block: links of enough words each, one after the other.
local function links_of_block(s, i, items)
  local start, stop = s.page:block(i)
  local found, least, href, behind = {}, s.pointing[i] and 1 or LEAST, nil, start
  for _, row in ipairs(s.page:find("a", s.f.node[i])) do
    local from, to = range_in(s.page, row, start, stop)
    local its = from and s.page:value(row, "href")
    local text = usable(its) and s.page:read(from, to)
    if text and count_words(text) >= least and not is_service(s.page, row, text) then
      if its == href then found[#found].second = { from, to } -- of the same piece: its dek, or its headline
      else
        found[#found + 1] = { first = i, last = i, headline = i, around = 0, siblings = 1, link = row,
          range = { from, to }, from = start, to = stop, label = label_between(s.page, behind, from) }
      end
      href, behind = its, to
    end
  end
  if #found < 2 then return false end
  for _, item in ipairs(found) do items[#items + 1] = item end
  return true
end

-- How many items stand in the box around each.
local function count_siblings(items)
  local counts = {}
  for at = 1, #items do
    local around = items[at].around
    counts[around] = (counts[around] or 0) + 1
  end
  for at = 1, #items do
    local item = items[at]
    if item.around > 0 then item.siblings = counts[item.around] end
  end
end

local function new_item(f, i, box)
  if not box then return { first = i, last = i, headline = i, around = 0, siblings = 1 } end
  return { box = box, first = f.box_first[box], last = f.box_last[box], headline = i, around = f.box_parent[box],
    siblings = 1 }
end

-- Whether a line goes on with the item before it: it leads to the same piece, from right behind in a small box.
local function is_next_line(s, item, i, href)
  if not item or item.link or item.last ~= i - 1 or piece_of(target(s, item.headline)) ~= href then return false end
  if s.f.hash[i] == s.f.hash[item.headline] then return false end
  local box = common_box(s, item.headline, i)
  return box > 0 and s.f.box_last[box] - s.f.box_first[box] < MOST
end

local function collect_items(s)
  local f, hrefs, list = s.f, s.hrefs, candidates(s)
  local in_menu = s.in_menu
  local links_in, link = f.links, f.link
  local items, by_box = table.room(#list), table.room(0, #list)
  local before, after, href, most
  for at = 1, #list do
    local i = list[at]
    local its = piece_of(hrefs[link[i]])
    local again = its == href
    if not again then before, after, href, most = list[at - 1] or 0, next_other(s, list, at), its, 0 end
    local blocks = in_menu[i] and most_blocks(s, i, its) or MOST
    if blocks > most then most = blocks end
    local several = links_in[i] > 1 and is_linkish(s, i, 0.5) and links_of_block(s, i, items)
    local box = not several and item_box(s, i, href, before, after, most)
    local key = box or -i
    local item = by_box[key]
    if several then by_box[key] = nil
    elseif again and not item and is_next_line(s, items[#items], i, its) then
      item = items[#items]
      item.last = box and f.box_last[box] or i
      by_box[key] = item
      if better_headline(s, i, item.headline) then item.headline = i end
    elseif not item then
      item = new_item(f, i, box)
      by_box[key] = item
      items[#items + 1] = item
    elseif better_headline(s, i, item.headline) then item.headline = i end
  end
  items = settle_siblings(s, items)
  count_siblings(items)
  spread_flat(s, items)
  return items
end

return {
  collect_items = collect_items,
}
