-- Footnotes below the running text: lines with a number that stands in the text above too.

local view = include "generic/page/view"
local is_text_role, text_of = view.is_text_role, view.text_of

local BEFORE, BEHIND = 40, 12 -- lines from the end of the running text in which the first footnote stands

-- First lines of footnotes, by the manner of their marks.
local FIRST = patterns { "^%[1%] ?%S", "^%(1%) ?%S" }
local MAY_BEGIN = formula("blocks", [[
  return digits > 0 and words >= 2 and words <= 150 and hidden == 0 and level == 0 and links <= 6 and matches(FIRST)
]], { FIRST = FIRST })

-- Whether a mark stands in the running text above a line, and begins no line of it.
local function is_called(s, i, mark)
  for j = s.first, i - 1 do
    if s.role[j] and text_of(s, j):find(mark, 2, true) then return true end
  end
  return false
end

local function is_free(s, i)
  return not s.role[i] or is_text_role(s.role[i])
end

-- Labels lines from the first number on as far as the numbers go on.
local function label_numbered(s, i)
  local first, n = text_of(s, i):match("^.1."), 1
  if not is_called(s, i, first) then return end
  local mark = first
  while i <= s.count and is_free(s, i) and text_of(s, i):sub(1, #mark) == mark do
    s.role[i] = "note"
    i, n = i + 1, n + 1
    mark = first:gsub("1", tostring(n))
  end
end

--- Labels the footnotes of a story, which end its text.
local function label_footnotes(s)
  for _, i in ipairs(s.f:rows(MAY_BEGIN, nil, math.max(s.first + 3, s.last - BEFORE), s.last + BEHIND)) do
    if is_free(s, i) then label_numbered(s, i) end
  end
  while s.last > s.first and s.role[s.last] == "note" do s.last = s.last - 1 end
end

return { label_footnotes = label_footnotes }
