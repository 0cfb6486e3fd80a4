-- Teasers whose links the page sets by script: boxes of one shape, one after the other, each
-- with a line as long as a headline, outside the story; named as such lists are, or each with a
-- heading and the length of a recording, as the lists of players have them.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local BOILERPLATE, says = phrases.BOILERPLATE, view.says

local LEAST_ITEMS = 3
local own = {
  MOST_BLOCKS = 5,
  CLOSED_TAGS = names.NAV | names.FOOTER | names.FORM | names.BUTTON | names.DIALOG_TAG,
  CLOSED_HINTS = names.H_AD | names.H_COMMENT | names.H_DIALOG | names.H_FORM | names.H_SHARE,
  LENGTH_CHARS = 8, -- of "1:02:45", at most
  LIST_HINTS = names.H_TEASER | names.H_POPULAR | names.H_RELATED | names.H_MEDIA,
}

-- Boxes of few blocks in a list by name, or with a heading and a short line of figures above or below it,
-- which neither begin nor end with what is barred; `claimed` may be older than what is claimed now.
local LISTED = formula("boxes", [[
  return box_last - box_first < MOST_BLOCKS and (box_around_hints & LIST_HINTS ~= 0
      or box_last > box_first and (level[box_last] > 0 and chars[box_first] <= LENGTH_CHARS and digits[box_first] >= 3
        or level[box_first] > 0 and chars[box_last] <= LENGTH_CHARS and digits[box_last] >= 3))
    and links[box_first] == 0 and links[box_last] == 0 and not (claimed[box_first] or claimed[box_last])
    and hidden[box_first] == 0 and hidden[box_last] == 0
    and box_around_hints & CLOSED_HINTS == 0 and box_around_tags & CLOSED_TAGS == 0
]], own)

local LOUD = { WORDS = 6, SHARE = 0.7 } -- of a label in capitals, at most; of its letters, at least

-- Whether a heading is a label in capitals above a longer line that may be the headline.
local function is_loud_label(f, i, last)
  if f.words[i] > LOUD.WORDS or f.upper[i] < LOUD.SHARE * f.chars[i] or i >= last then return false end
  return f.words[i + 1] > f.words[i] and f.terminal[i + 1] == 0 and f.upper[i + 1] < LOUD.SHARE * f.chars[i + 1]
end

-- The line of a box that can be a headline: its heading where that is long enough, else
-- its longest line.
local function headline_of(s, box)
  local f, best = s.f, nil
  for i = f.box_first[box], f.box_last[box] do
    local least = f.level[i] > 0 and 4 or 5
    local fits = f.words[i] >= least and f.words[i] <= 30 and (f.terminal[i] == 0 or f.level[i] > 0)
    local longer = not best or f.level[best] == 0 and f.words[i] > f.words[best]
    local loud = f.level[i] > 0 and is_loud_label(f, i, f.box_last[box])
    if fits and not loud and (longer or f.level[i] > 0) and not says(s, i, BOILERPLATE) then best = i end
  end
  return best
end

-- Whether a box stands in the story's text.
local function is_within(s, box)
  local f = s.f
  return s.first and f.box_first[box] >= s.first and f.box_last[box] <= s.last
    and not (s.foreign and s.foreign[f.box_parent[box]] == 1)
end

-- Whether a line of a box is claimed, linked or hidden.
local function is_barred(s, box)
  local f = s.f
  for i = f.box_first[box], f.box_last[box] do
    if s.role[i] or f.links[i] > 0 or f.hidden[i] == 1 then return true end
  end
  return false
end

local function add_run(run, items)
  if #run < LEAST_ITEMS then return end
  for _, item in ipairs(run) do
    item.siblings = #run
    items[#items + 1] = item
  end
end

-- Whether a box is of a list by name, or the line above or below its heading says how long a recording is.
local function is_listed(s, box)
  local f = s.f
  if f.box_around_hints[box] & own.LIST_HINTS ~= 0 then return true end
  local first, last = f.box_first[box], f.box_last[box]
  local length = f.level[last] > 0 and first or last
  return f.text[length]:find("^%d?%d?:?%d?%d:%d%d$") ~= nil
end

-- Boxes of one shape that follow each other in the same box, each with a headline.
local function find_unlinked(s)
  local f, runs, order, items = s.f, {}, {}, {}
  local listed = f:rows(LISTED)
  for at = 1, #listed do
    local box = listed[at]
    local open = is_listed(s, box) and not (is_within(s, box) or is_barred(s, box))
    local headline = open and headline_of(s, box)
    if headline then
      local key = f.box_parent[box] << 32 | f.box_shape[box]
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
