-- Teasers whose links the page sets by script: boxes of one shape, one after the other, each
-- with a line as long as a headline, outside the story and named as such lists are.

local names = include "generic/names"
local phrases = include "generic/phrases"
local view = include "generic/view"
local BOILERPLATE, matches = phrases.BOILERPLATE, phrases.matches
local lower_of = view.lower_of

local LEAST_ITEMS = 3
local own = {
  MOST_BLOCKS = 5,
  CLOSED_TAGS = names.NAV | names.FOOTER | names.FORM | names.BUTTON | names.DIALOG_TAG,
  CLOSED_HINTS = names.H_AD | names.H_COMMENT | names.H_DIALOG | names.H_FORM | names.H_SHARE,
  LIST_HINTS = names.H_TEASER | names.H_POPULAR | names.H_RELATED | names.H_MEDIA,
}

-- Lines that are claimed, linked or hidden, summed up to each.
local BARRED_SUMS = formula("blocks", "return self[row - 1] + (claimed or links > 0 or hidden == 1)")

-- Boxes that may be an item: few blocks, none of them barred, outside the story, in a list by name.
local OPEN = formula("boxes", [[
  local hints = box_around_hints
  if hints & LIST_HINTS == 0 or hints & CLOSED_HINTS ~= 0 or box_around_tags & CLOSED_TAGS ~= 0 then return 0 end
  if box_last - box_first >= MOST_BLOCKS then return 0 end
  if barred_sums[box_last] - barred_sums[box_first - 1] > 0 then return 0 end
  return not ($first > 0 and box_first >= $first and box_last <= $last and not box_foreign[box_parent])
]], own)

-- The line of a box that can be a headline: its heading where that is long enough, else
-- its longest line.
local function headline_of(s, box)
  local f, best = s.f, nil
  for i = f.box_first[box], f.box_last[box] do
    local least = f.level[i] > 0 and 4 or 5
    local fits = f.words[i] >= least and f.words[i] <= 30 and (f.terminal[i] == 0 or f.level[i] > 0)
    local longer = not best or f.level[best] == 0 and f.words[i] > f.words[best]
    if fits and (longer or f.level[i] > 0) and not matches(lower_of(s, i), BOILERPLATE) then best = i end
  end
  return best
end

-- Boxes that may be an item.
local function open_boxes(s)
  local f = s.f
  f:mark("claimed", s.role)
  f:derive("barred_sums", BARRED_SUMS)
  if not s.foreign then f:mark("box_foreign", {}) end
  return f:rows(OPEN, { first = s.first, last = s.last })
end

local function add_run(run, items)
  if #run < LEAST_ITEMS then return end
  for _, item in ipairs(run) do
    item.siblings = #run
    items[#items + 1] = item
  end
end

-- Boxes of one shape that follow each other in the same box, each with a headline.
local function find_unlinked(s)
  local f, runs, order, items = s.f, {}, {}, {}
  for _, box in ipairs(open_boxes(s)) do
    local headline = headline_of(s, box)
    if headline then
      local key = f.box_parent[box] .. ":" .. f.box_shape[box]
      if not runs[key] then
        runs[key] = {}
        order[#order + 1] = runs[key]
      end
      local run = runs[key]
      run[#run + 1] = { box = box, first = f.box_first[box], last = f.box_last[box], headline = headline,
        around = f.box_parent[box] }
    end
  end
  for _, run in ipairs(order) do add_run(run, items) end
  return items
end

return { find_unlinked = find_unlinked }
