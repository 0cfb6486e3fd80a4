-- Links to other stories, and the boxes that belong to each: the items of lists.

local names = include "generic/names"
local phrases = include "generic/phrases"
local lexicon = include "generic/words"
local view = include "generic/view"
local links = include "generic/links"
local spread_flat = include("generic/flat").spread_flat
local settle_siblings = include("generic/siblings").settle_siblings
local NAV, FOOTER = names.NAV, names.FOOTER
local H_TITLE, H_TEASER = names.H_TITLE, names.H_TEASER
local MORE, matches = phrases.MORE, phrases.matches
local dates = include "generic/dates"
local has_date, is_date_line = dates.has_date, dates.is_date_line
local lower_words = lexicon.lower_words
local leads_to_story, target, usable = links.leads_to_story, links.target, links.usable
local common_box, is_linkish, text_of = view.common_box, view.is_linkish, view.text_of

-- What is still to be seen of a block that may be the headline of a teaser, and whether it stands
-- where menus do, as bits; how warm it is is no headline.
local bits = {
  DOUBTED = 2, DATED = 4, LABELLED = 8, IN_MENU = 16, FIGURED = 32,
  DATE_WORDS = 10, -- of a line that is a date
  FIGURES = 6,     -- of so many characters of such a line one is a figure at least
  DEGREES = { "%d ?°" },
}
local DOUBTED, DATED, LABELLED, IN_MENU, FIGURED = bits.DOUBTED, bits.DATED, bits.LABELLED, bits.IN_MENU, bits.FIGURED

-- Whether a block can be the headline of a teaser, by all but its link and what a date in it
-- tells: 1 and the bits above, or 0.
local LIKELY = formula("blocks", [[
  if claimed or links == 0 or link_chars < 0.3 * chars or box == 0 then return 0 end
  local tags = box_around_tags[box]
  local hints = box_around_hints[box]
  if tags & (FORM | BUTTON | DIALOG_TAG) ~= 0 then return 0 end
  local menu = tags & (NAV | FOOTER) ~= 0 or hints & (H_NAV | H_FOOT) ~= 0
  local doubted = 0
  if menu then
    if hidden == 1 or words < 4 then return 0 end
    if words < 6 then
      if level == 0 or tags & NAV ~= 0 or hints & H_NAV ~= 0 then return 0 end
      doubted = DOUBTED
    end
  end
  if hidden == 1 and tags & HEADER ~= 0 then return 0 end

  local titled = level > 0 or own_hints & H_TITLE ~= 0
  local least = 4
  if titled then
    least = 3
    if own_tags & ITEM ~= 0 or own_hints & H_TEASER ~= 0 then least = 2 end
  end
  if words < least or words > 60 then return 0 end
  if links >= 3 and words < 4 * links then return 0 end
  if not titled and own_hints & H_DEK ~= 0 then return 0 end

  local named = own_hints
  if links == 1 then named = named | inside_hints end
  local found = 1 | doubted
  if hints & (H_SHARE | H_COMMENT | H_AD | H_DIALOG | H_FORM) ~= 0
    or named & (H_BYLINE | H_TAGS | H_SHARE | H_PAGER) ~= 0 and level == 0 then
    local next_one = named & H_PAGER ~= 0 and words >= 5 and link_chars >= 0.5 * chars and links == 1
    if (words < 7 or link_chars < 0.85 * chars) and not next_one then return 0 end
    if hidden == 1 or hints & (H_DIALOG | H_FORM) ~= 0 then return 0 end
    found = found | DOUBTED
  end
  if not titled and words <= 8 and link_chars < 0.8 * chars then found = found | DATED end
  if links == 1 and words <= 8 and link_chars <= 0.75 * chars then found = found | LABELLED end

  if menu then found = found | IN_MENU end
  if words <= DATE_WORDS and FIGURES * digits >= chars then found = found | FIGURED end

  if digits > 0 and matches(DEGREES) then return 0 end
  if not (titled and words >= 8) and matches(BOILERPLATE) then return 0 end
  if not titled and words <= 5 and matches(MORE) or words <= 7 and matches(ALL_OF) then return 0 end
  return found
]], names, phrases, bits)

local IS_LIKELY = formula("blocks", "return likely_headline")

local HEADLINE_WORDS = 4 -- of a link at the end of a heading, at least, that is a headline behind its label

-- A heading that ends with a link to all there is of its kind, or to its section.
local function is_linked_label(s, i)
  local f = s.f
  local start = s.page:block(i)
  local from, to = s.page:range(f.link[i])
  if from <= start then return false end
  local text = s.page:read(from, to)
  if matches(text:lower(), MORE) then return true end
  return f.level[i] > 0 and not (leads_to_story(target(s, i)) and #lower_words(text) >= HEADLINE_WORDS)
end

-- Whether a link leads to a story of this site: names around it do not count then.
local function is_plainly_story(s, href)
  return links.leads_to_story(href) and not links.is_elsewhere(s, href)
end

local DOUBTS = DOUBTED | DATED | LABELLED | FIGURED -- what is still to be seen

local function is_candidate(s, i, found)
  local href = target(s, i)
  if not href or links.is_front(href) then return false end
  if found & DOUBTS == 0 then return true end
  if found & DOUBTED ~= 0 and not is_plainly_story(s, href) then return false end
  if found & DATED ~= 0 and has_date(text_of(s, i)) then return false end
  -- Links that have no words of their own, as those of comments, lead to where a date stands.
  if found & FIGURED ~= 0 and is_date_line(text_of(s, i)) then return false end
  return found & LABELLED == 0 or not is_linked_label(s, i)
end

-- Whether a candidate is the section of the next one: a few words that lead to no story, in a
-- small box with a longer line that does.
local function is_section_of(s, i, next_one)
  local f = s.f
  if f.words[i] > 3 or next_one - i > 3 or f.words[next_one] <= f.words[i] + 1 then return false end
  if links.leads_to_story(target(s, i)) or not links.leads_to_story(target(s, next_one)) then return false end
  local box = common_box(s, i, next_one)
  return box > 0 and f.box_last[box] - f.box_first[box] < 8 and f.box_first[box] >= i - 2
end

local CALLS = 3 -- stories that one line leads to
local CALL_WORDS = 6 -- of such a line at most

local CLAIMED_SUMS = formula("blocks", "return self[row - 1] + claimed")

local function add_new(list, value)
  for at = 1, #list do
    if list[at] == value then return end
  end
  list[#list + 1] = value
end

-- The candidates without those whose few words lead to several stories: calls to read them, which
-- are noted for what looks for headings.
local function without_calls(s, list)
  local hash, words, link = s.f.hash, s.f.words, s.f.link
  local stories, calls, kept = {}, {}, {}
  for at = 1, #list do
    local i = list[at]
    if words[i] <= CALL_WORDS then
      local text = hash[i]
      local led = stories[text] or {}
      stories[text] = led
      if #led < CALLS then add_new(led, s.hrefs[link[i]]) end
      calls[text] = #led == CALLS or nil
    end
  end
  if not next(calls) then return list end
  s.calls = calls
  for _, i in ipairs(list) do
    if not calls[hash[i]] then kept[#kept + 1] = i end
  end
  return kept
end

local function candidates(s)
  local f, list = s.f, {}
  f:mark("claimed", s.role)
  f:derive("claimed_sums", CLAIMED_SUMS)
  s.claimed = f:cells "claimed_sums"
  f:derive("likely_headline", LIKELY)
  local likely = f:cells "likely_headline"
  s.in_menu = {}
  local rows, count = f:rows(IS_LIKELY), 0
  for at = 1, #rows do
    local i = rows[at]
    local found = likely[i]
    if is_candidate(s, i, found) then
      if count == 0 or not is_section_of(s, list[count], i) then count = count + 1 end
      list[count] = i
      s.in_menu[i] = found & IN_MENU ~= 0 or nil
    end
  end
  return without_calls(s, list)
end

-- The first candidate behind a place of the list that leads elsewhere than the one there.
local function next_other(s, list, at)
  local hrefs, link = s.hrefs, s.f.link
  local href = hrefs[link[list[at]]]
  for later = at + 1, #list do
    if hrefs[link[list[later]]] ~= href then return list[later] end
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
  return its ~= nil and its ~= href
end

-- Whether a box is followed or preceded by one of its shape, in the box around both.
local function is_repeated(f, box)
  local around, shape = f.box_parent[box], f.box_shape[box]
  if around == 0 then return false end
  for side = -1, 1, 2 do
    local i = side < 0 and f.box_first[box] - 1 or f.box_last[box] + 1
    local other = i >= f.box_first[around] and i <= f.box_last[around] and f.box[i] or 0
    while other > 0 and f.box_parent[other] ~= around do other = f.box_parent[other] end
    if other > 0 and f.box_shape[other] == shape then return true end
  end
  return false
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

local MOST, MOST_IN_MENU = 10, 2 -- blocks of an item

-- How many blocks an item may have where menus stand: few, other than below headings that lead to stories.
local function most_blocks(s, i, href)
  local f, box = s.f, s.f.box[i]
  local tags = s.around_tags[box]
  if tags & NAV ~= 0 then return MOST_IN_MENU end
  if tags & FOOTER ~= 0 then return f.level[i] > 0 and leads_to_story(href) and MOST or MOST_IN_MENU end
  return (f.level[i] > 0 or (f.box_hints[box] | s.around_hints[box]) & H_TEASER ~= 0) and MOST or MOST_IN_MENU
end

-- The box of a teaser: the largest of at most so many blocks around its headline between the headlines
-- `before` and `after` it that stands beside no linked box of its own shape.
local function item_box(s, i, href, before, after, most)
  local f, claimed = s.f, s.claimed
  local linked, box_first, box_last, box_parent = f.links, f.box_first, f.box_last, f.box_parent
  local box, best = f.box[i], nil
  while box > 0 do
    local first, last = box_first[box], box_last[box]
    if first <= before or last >= after or last - first >= most then break end
    if first < last and claimed[last] > (claimed[first - 1] or 0) then break end -- `i` itself is not claimed
    best = box
    local twin = before < first - 1 and linked[first - 1] > 0 and is_twin(s, box, first - 1, href)
      or last + 1 < after and linked[last + 1] > 0 and is_twin(s, box, last + 1, href)
    if twin and not are_of_one(s, box, before, after) then break end
    box = box_parent[box]
  end
  return best
end

-- Prefers the candidate that is a heading, then the longest.
local function rank(f, i)
  local loud = f.upper[i] > 0.7 * f.chars[i] and 8 or 0
  local label = f.words[i] <= 3 and 8 or 0 -- a heading of few words beside a longer line is its label
  local sentence = f.terminal[i] == 1 and f.level[i] == 0 and f.words[i] >= 8 and 6 or 0
  loud = loud + sentence + label
  return (f.level[i] > 0 and 6 or 0) + (f.own_hints[i] & H_TITLE ~= 0 and 4 or 0) + math.min(f.words[i], 12) - loud
end

local function better_headline(s, a, b)
  return rank(s.f, a) > rank(s.f, b)
end

-- Several teasers in one block: links of enough words each, one after the other.
local function links_of_block(s, i, items)
  local start, stop = s.page:block(i)
  local found = {}
  for _, row in ipairs(s.page:find("a", s.f.node[i])) do
    local from, to = s.page:range(row)
    if from >= start and to <= stop and usable(s.page:value(row, "href")) and #lower_words(s.page:read(from,
      to)) >= 4 then
      found[#found + 1] = { first = i, last = i, headline = i, around = 0, siblings = 1, link = row,
        range = { from, to }, from = start, to = stop }
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

local function collect_items(s)
  local f, hrefs, list = s.f, s.hrefs, candidates(s)
  local in_menu = s.in_menu
  local links_in, link = f.links, f.link
  local items, by_box = {}, {}
  local before, after, href, most
  for at = 1, #list do
    local i = list[at]
    local its = hrefs[link[i]]
    if its ~= href then before, after, href, most = list[at - 1] or 0, next_other(s, list, at), its, 0 end
    local blocks = in_menu[i] and most_blocks(s, i, its) or MOST
    if blocks > most then most = blocks end
    local several = links_in[i] > 1 and is_linkish(s, i, 0.5) and links_of_block(s, i, items)
    local box = not several and item_box(s, i, href, before, after, most)
    local key = box or -i
    local item = by_box[key]
    if several then by_box[key] = nil
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
