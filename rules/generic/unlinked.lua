-- Teasers whose links the page sets by script: boxes of one shape, one after the other, each
-- with a line as long as a headline, outside the story and named as such lists are.

local names = include "generic/names"
local phrases = include "generic/phrases"
local view = include "generic/view"
local lower_of = view.lower_of
local NAV, FOOTER, FORM, BUTTON, DIALOG_TAG = names.NAV, names.FOOTER, names.FORM, names.BUTTON, names.DIALOG_TAG
local H_AD, H_COMMENT, H_DIALOG, H_FORM = names.H_AD, names.H_COMMENT, names.H_DIALOG, names.H_FORM
local H_MEDIA, H_POPULAR, H_RELATED, H_SHARE = names.H_MEDIA, names.H_POPULAR, names.H_RELATED, names.H_SHARE
local H_TEASER = names.H_TEASER
local BOILERPLATE, matches = phrases.BOILERPLATE, phrases.matches

local LEAST_ITEMS, MOST_BLOCKS = 3, 5
local CLOSED_TAGS = NAV | FOOTER | FORM | BUTTON | DIALOG_TAG
local CLOSED_HINTS = H_AD | H_COMMENT | H_DIALOG | H_FORM | H_SHARE
local LIST_HINTS = H_TEASER | H_POPULAR | H_RELATED | H_MEDIA

-- The line of a box that can be a headline: its heading where that is long enough, else
-- its longest line. nil where something in the box is claimed or linked.
local function headline_of(s, box)
  local f, best = s.f, nil
  for i = f.box_first[box], f.box_last[box] do
    if s.role[i] or f.links[i] > 0 or f.hidden[i] == 1 then return nil end
    local least = f.level[i] > 0 and 4 or 5
    local fits = f.words[i] >= least and f.words[i] <= 30 and (f.terminal[i] == 0 or f.level[i] > 0)
    local longer = not best or f.level[best] == 0 and f.words[i] > f.words[best]
    if fits and (longer or f.level[i] > 0) and not matches(lower_of(s, i), BOILERPLATE) then best = i end
  end
  return best
end

local function is_open(s, box)
  local f = s.f
  local first, last = f.box_first[box], f.box_last[box]
  if last - first >= MOST_BLOCKS or s.around_tags[box] & CLOSED_TAGS ~= 0 then return false end
  if s.first and first >= s.first and last <= s.last and not s.foreign[f.box_parent[box]] then return false end
  return s.around_hints[box] & CLOSED_HINTS == 0 and s.around_hints[box] & LIST_HINTS ~= 0
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
  for box = 1, f.boxes do
    local headline = is_open(s, box) and headline_of(s, box)
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
