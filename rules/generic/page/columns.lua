-- Columns that the generic rule adds to those of the page (core/formula.h has the language):
-- how much running text each block is, and what is known of the boxes around it.

local names = include "generic/page/names"

-- The tags of a block, and where a br cut it out of a paragraph, those of the paragraph.
local TAGS = formula("blocks", [[
  if own_tags == 0 and box > 0 then return box_tags[box] & (P | ITEM | CELL | QUOTE | PRE) end
  return own_tags
]], names)

-- A block as running text, by itself.
local BASE = formula("blocks", [[
  local weight = chars - 1.6 * link_chars
  if weight <= 0 or level > 0 then return 0 end
  if tags & (BUTTON | CAPTION) ~= 0 or context_tags & (NAV | BUTTON | CAPTION | DIALOG_TAG) ~= 0 then return 0 end
  if hidden == 1 then
    if tags & P ~= 0 then weight = weight * 0.3 else return 0 end
  end
  if terminal == 0 then
    if words >= 20 then weight = weight * 0.7
    elseif words >= 8 then weight = weight * 0.3
    else weight = weight * 0.08 end
  end
  if sentences == 0 and commas == 0 then weight = weight * 0.4 end
  if words < 6 then weight = weight * 0.3 end
  if tags & P ~= 0 then weight = weight * 1.3
  elseif tags & (ITEM | CELL) ~= 0 then weight = weight * 0.6 end
  return weight
]], names)

-- Sums of a column up to each block: sums[last] - sums[first - 1].
local BASE_SUMS = formula("blocks", "return self[row - 1] + base")
local WEIGHT_SUMS = formula("blocks", "return self[row - 1] + weight")
local LINKED_SUMS = formula("blocks", "return self[row - 1] + (level > 0 and 2 * link_chars > chars)")

local FIRST_H1 = formula("blocks", "return level == 1")

-- Boxes that hold less than most of the page's text: a name on the body says nothing of a paragraph.
local SMALL = formula("boxes", [[
  return base_sums[box_last] - base_sums[box_first - 1] < 0.4 * max(1, base_sums[blocks])
]])
local SMALL_TAGS = formula("boxes", "if box_small then return box_tags end return box_tags & NAV", names)
local SMALL_HINTS = formula("boxes", [[
  if box_small then return box_hints end
  if box_first > $late then return box_hints & (H_COMMENT | H_RELATED) end
]], names)

-- The tags and hints of all small boxes around each, and the hints of those of few blocks.
local AROUND_TAGS = formula("boxes", "return self[box_parent] | box_small_tags")
local AROUND_HINTS = formula("boxes", "return self[box_parent] | box_small_hints")
local NEAR_HINTS = formula("boxes", "if box_last - box_first < 6 then return self[box_parent] | box_hints end")

-- A block as running text, where it stands.
local WEIGHT = formula("blocks", [[
  if base == 0 or box == 0 then return base end
  local weight = base
  local hints = box_around_hints[box]
  if box_around_tags[box] & (FOOTER | ASIDE | FORM) ~= 0 then weight = weight * 0.25 end
  if hints & H_COMMENT ~= 0 then return weight * 0.03 end
  if hints & (H_DIALOG | H_AD) ~= 0 then return weight * 0.15 end
  if hints & WEAK_HINTS ~= 0 then return weight * 0.35 end
  return weight
]], names)

-- Blocks that can be no part of a story by what is around them.
local EXCLUDED = formula("blocks", [[
  if hidden == 1 or box == 0 then return 1 end
  if box_around_tags[box] & (NAV | FOOTER | FORM | BUTTON | DIALOG_TAG) ~= 0 then return 1 end
  return (box_around_hints[box] | own_hints) & (H_RELATED | H_COMMENT | H_POPULAR | H_AD | H_DIALOG | H_NAV) ~= 0
]], names)

--- Adds them to the features of a page.
local function add_columns(f)
  f:derive("tags", TAGS)
  f:derive("base", BASE)
  f:derive("base_sums", BASE_SUMS)
  f:derive("box_small", SMALL)
  f:derive("box_small_tags", SMALL_TAGS)
  f:derive("box_small_hints", SMALL_HINTS, { late = f:best(FIRST_H1) or 8 })
  f:derive("box_around_tags", AROUND_TAGS)
  f:derive("box_around_hints", AROUND_HINTS)
  f:derive("box_near_hints", NEAR_HINTS)
  f:derive("excluded", EXCLUDED)
  f:derive("weight", WEIGHT)
  f:derive("weight_sums", WEIGHT_SUMS)
  f:derive("linked_sums", LINKED_SUMS)
end

return { add_columns = add_columns }
