-- Readings that stand by the words of a ruby are no text of the story: whoever looks for a word
-- would not find it with its reading in the midst.

local view = include "generic/page/view"

local MOST = 2000 -- readings: a page with more of them keeps them in its text

--- The readings between the first and last block of a story, as claims; none where there is no
--- ruby on the page.
local function readings(s, story)
  local list = {}
  local box = story and view.common_box(s, story.first, story.last) or 0
  local around = box > 0 and s.f.box_row[box] or 0
  if not story or not s.page:find("rt", around, true)[1] then return list end
  local from, stop = s.page:block(story.first), select(2, s.page:block(story.last))
  local rows = s.page:find("rt, rp", around)
  for _, row in ipairs(#rows <= MOST and rows or {}) do
    local start = s.page:range(row)
    if start >= from and start < stop then
      list[#list + 1] = { kind = "chrome", content = { { tag = "text", node = row } } }
    end
  end
  return list
end

return { readings = readings }
