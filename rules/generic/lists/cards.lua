-- Teasers whose headline is no link, but the line below it is: "Read more", "Zur Galerie"; or that an empty
-- link covers.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local links = include "generic/page/links"
local BOILERPLATE, says = phrases.BOILERPLATE, view.says
local is_elsewhere, leads_to_story, target = links.is_elsewhere, links.leads_to_story, links.target

local MOST_BLOCKS = 5
local H_TITLE = names.H_TITLE
local own = {
  MOST_BLOCKS = MOST_BLOCKS,
  CLOSED_TAGS = names.NAV | names.FOOTER | names.FORM | names.DIALOG_TAG,
  CLOSED_HINTS = names.H_AD | names.H_COMMENT | names.H_DIALOG | names.H_FORM | names.H_SHARE | names.H_BIO
    | names.H_BYLINE | names.H_TAGS,
}

-- Short links that are all of their line, the last in their box, below a line that is neither
-- claimed nor linked.
local CALLS = formula("blocks", [[
  return links == 1 and words <= 4 and links[row - 1] == 0 and words > 0 and link_chars >= 0.8 * chars and level == 0
    and hidden == 0 and not (claimed or claimed[row - 1]) and box > 0 and box_last[box] == row
    and row - box_first[box] < MOST_BLOCKS and box_around_tags[box] & CLOSED_TAGS == 0
    and (box_around_hints[box] | own_hints) & CLOSED_HINTS == 0
]], own)

-- The largest box that ends with the block and is small, none of whose other lines is claimed or linked.
local function card_box(s, i)
  local f = s.f
  local box, best = f.box[i], nil
  while box > 0 and f.box_last[box] == i and i - f.box_first[box] < MOST_BLOCKS do
    for j = f.box_first[box], i - 1 do
      if s.role[j] or f.links[j] > 0 then return best end
    end
    if f.box_first[box] < i then best = box end
    box = f.box_parent[box]
  end
  return best
end

-- The longest heading, as long as a headline.
local function headline_in(s, first, last)
  local f, best = s.f, nil
  for i = first, last do
    if f.hidden[i] == 0 and f.words[i] <= 25 and not says(s, i, BOILERPLATE) then
      local titled = f.level[i] > 0 or f.own_hints[i] & H_TITLE ~= 0
      if titled and f.words[i] >= 4 and (not best or f.words[i] > f.words[best]) then best = i end
    end
  end
  return best
end

-- The first line below a heading of few words that is as long as a headline.
local function below_label(s, first, last)
  for i = first + 1, last do
    if s.f.hidden[i] == 0 and s.f.words[i] >= 4 then return i end
  end
end

-- Adds the cards in the text that an empty link covers.
local function add_covered(s, items)
  local f = s.f
  for _, one in ipairs(s.covered or {}) do
    local box = one.box
    local first, last = f.box_first[box], f.box_last[box]
    local headline = headline_in(s, first, last) or below_label(s, first, last)
    if headline then
      items[#items + 1] = { box = box, first = first, last = last, headline = headline, href = one.href,
        around = f.box_parent[box], siblings = 2 }
    end
  end
end

--- The items of the page that are so, as `collect_items` gives others; those have been made teasers of by now,
--- which the column `claimed` does not know.
local function find_cards(s)
  local f, items = s.f, {}
  for _, i in ipairs(f:rows(CALLS)) do
    local box = not s.role[i] and card_box(s, i)
    local href = box and target(s, i)
    local headline = href and leads_to_story(href) and not is_elsewhere(s, href)
      and headline_in(s, f.box_first[box], i - 1)
    if headline then
      items[#items + 1] = { box = box, first = f.box_first[box], last = i, headline = headline, href = href,
        around = f.box_parent[box], siblings = 2 }
    end
  end
  add_covered(s, items)
  return items
end

return { find_cards = find_cards }
