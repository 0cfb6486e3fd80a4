-- What stands in the container and is no running text: boxes of links, prompts, menus, comments.

local names = include "generic/page/names"
local H_RELATED, H_SHARE, H_PROMO, H_AD = names.H_RELATED, names.H_SHARE, names.H_PROMO, names.H_AD
local H_COMMENT, H_POPULAR = names.H_COMMENT, names.H_POPULAR

-- What a heading's id says is but its words, and a whole paragraph of sentences is no list or
-- button, whatever its class.
local own = {
  HEADING_HINTS = H_RELATED | H_POPULAR | H_COMMENT | H_AD | H_PROMO,
  LIST_HINTS = H_RELATED | H_POPULAR | H_SHARE | names.H_TAGS | names.H_PAGER | names.H_NAV,
  ROW = 3,        -- cards that make a list
  AFTER_AD = 250, -- weight of text behind an advertisement that its class was meant for
}

-- Lines that are a link as long as a headline, summed up to each.
local LINKED = formula("blocks", [[
  return self[row - 1] + (links == 1 and words >= 2 and words <= 40 and link_chars >= 0.9 * chars
    and (words >= 4 or level > 0))
]])

-- Small boxes with one such line and another beside it, or that are all links: cards of other pieces,
-- if several stand in a row.
local CARD = formula("boxes", [[
  local lines = box_last - box_first
  if lines < 1 or lines > 5 or box_first > $last then return 0 end
  if (box_tags | box_around_tags) & TABLE ~= 0 then return 0 end
  local lines_linked = link_lines[box_last] - link_lines[box_first - 1]
  local text = base_sums[box_last] - base_sums[box_first - 1]
  return lines_linked == 1 and text < CARD_TEXT or lines_linked > 0 and (text < LABEL_TEXT or box_link > 0)
]], { CARD_TEXT = 400, LABEL_TEXT = 60, TABLE = names.TABLE })
local CARDS = formula("boxes", "if box_card then self[box_parent] = self[box_parent] + box_card end")

-- Whether a box below the container is something else than running text.
local ALIEN = formula("boxes", [[
  if box_first > $last then return 0 end
  local teaser = box_card ~= 0 and (box_hints & H_TEASER ~= 0 and linked_sums[box_last] > linked_sums[box_first - 1]
    or (box_hints & H_TEASER | box_tags & ARTICLE) ~= 0 and box_hints & H_EMBED == 0
      and link_lines[box_first] > link_lines[box_first - 1])
  local tags = box_tags
  if box_around_tags & QUOTE ~= 0 then tags = tags & ~FOOTER end -- whom a quotation is of
  if tags & OUT_TAGS == 0 and box_hints & OUT_HINTS == 0 and box_small_hints & H_COMMENT == 0 and box_cards < ROW
    and not teaser then return 0 end
  if $headline > 0 and box_first <= $headline and box_last >= $headline then return 0 end
  local weight = base_sums[box_last] - base_sums[box_first - 1]
  local share = weight / $weight
  if box_small_hints & H_COMMENT ~= 0 and share < 0.8 then return 1 end
  local hints = box_hints
  if teaser and share < 0.25 then return 1 end
  if box_cards >= ROW and share < 0.35 and box_cards * 7 > box_last - box_first then return 1 end
  local side = box_tags & ASIDE ~= 0 and hints & H_SIDE ~= 0 and $headline > 0 and box_first > $headline
  if share > 0.5 and not side or hints & H_EMBED ~= 0 and hints & (H_RELATED | H_AD | H_PROMO) == 0 then return 0 end
  if tags & OUT_TAGS ~= 0 then return 1 end
  if box_first == box_last then
    local line = box_first
    if level[line] > 0 then hints = hints & HEADING_HINTS
    elseif spelled_out[line] then hints = hints & ~LIST_HINTS
    elseif box_tags & P ~= 0 and words[line] >= 15 and terminal[line] == 1 and link_chars[line] < 0.3 * chars[line] then
      hints = hints & ~LIST_HINTS
    end
  end
  if hints & H_AD ~= 0 and weight >= AFTER_AD then hints = hints & ~H_AD end
  if hints & H_BODY ~= 0 and share > 0.2 then return 0 end
  return hints & OUT_HINTS ~= 0 and (share < 0.25 or hints & (H_COMMENT | H_RELATED | H_AD) ~= 0)
]], names, own)

-- Whether it is, or is in one that is.
local FOREIGN = formula("boxes", "return self[box_parent] | box_alien")
-- Lines that are an address spelled out.
local SPELLED_OUT = formula("blocks", [[
  return own_tags & P ~= 0 and link_chars >= 0.8 * chars and chars > 8 and matches(ADDRESSES)
]], { P = names.P, ADDRESSES = include("generic/page/phrases").ADDRESSES })

-- The boxes inside the container that are foreign, as a column.
local function mark_foreign(s)
  local f = s.f
  local last = { last = f.box_last[s.container] }
  f:derive("link_lines", LINKED, nil, f.box_first[s.container], f.box_last[s.container])
  f:derive("box_card", CARD, last, s.container + 1)
  f:derive("box_cards", CARDS, last, s.container + 1)
  f:derive("spelled_out", SPELLED_OUT, nil, f.box_first[s.container], f.box_last[s.container])
  f:derive("box_alien", ALIEN, { container = s.container, last = f.box_last[s.container], headline = s.headline,
    weight = s.container_weight }, s.container + 1)
  f:derive("box_foreign", FOREIGN, nil, s.container + 1)
  s.foreign = f:cells "box_foreign"
end

return { mark_foreign = mark_foreign }
