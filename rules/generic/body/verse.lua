-- Verse: poems, songs, lists of short lines that breaks part, in a box that is named as the
-- body of an entry. They weigh nothing as running text, and are the story all the same.

local names = include "generic/page/names"
local view = include "generic/page/view"
local H_BODY, OUT_HINTS = names.H_BODY, names.OUT_HINTS
local sum_in = view.sum_in

local LINES = 10 -- that make a verse
local PROSE = 250 -- weight of a container that is text enough

-- The lines that stand in a box itself, without links.
local function lines_of(s, box)
  local f, list = s.f, {}
  for i = f.box_first[box], f.box_last[box] do
    if f.box[i] == box and f.hidden[i] == 0 and f.link_chars[i] == 0 and f.level[i] == 0 and f.words[i] > 0 then
      list[#list + 1] = i
    end
  end
  return list
end

-- The box of a verse and its lines, on a page that has no prose to speak of.
local function find_verse(s)
  local f = s.f
  if s.container and sum_in(s, s.weights_all, s.container) >= PROSE then return nil end
  for box = 1, #f.box_row do
    local size = f.box_last[box] - f.box_first[box] + 1
    if f.box_hints[box] & H_BODY ~= 0 and f.box_hints[box] & OUT_HINTS == 0 and size >= LINES
      and f.box_parent[box] ~= 0 then
      local lines = lines_of(s, box)
      if #lines >= LINES and #lines >= 0.7 * size then return box, lines end
    end
  end
end

local function take_verse(s, lines)
  for _, i in ipairs(lines) do s.role[i] = s.role[i] or "paragraph" end
end

return { find_verse = find_verse, take_verse = take_verse }
