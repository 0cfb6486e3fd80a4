-- Subheadings that no element sets apart: numbers of sections that count up, lines between marks, questions in bold
-- where other lines in bold are subheadings.

local names = include "generic/page/names"
local NUMERALS = include "generic/body/numerals"

local roles = { A_PARAGRAPH = 1, A_CROSSHEAD = 9 } -- of the column `running`, as body.lua numbers them

-- Lines of a numeral alone.
local NUMBERED = formula("blocks", [[
  if words > 1 or chars > 6 or hidden == 1 or links > 0 or box == 0 or box_foreign[box] then return 0 end
  return own_tags & (ITEM | CELL) == 0 and matches(NUMERALS)
]], { ITEM = names.ITEM, CELL = names.CELL, NUMERALS = NUMERALS.PATTERNS })

local LEAST = 2 -- numbers that count

-- Those that count up from the first, with text below each.
local function take_numbers(s, first, last)
  local f, found = s.f, {}
  for _, i in ipairs(f:rows(NUMBERED, nil, first, last - 1)) do
    local free = not s.role[i] or s.role[i] == "paragraph"
    if free and s.role[i + 1] and NUMERALS.value(f.text[i]) == #found + 1 then found[#found + 1] = i end
  end
  for _, i in ipairs(#found >= LEAST and found or {}) do s.role[i] = "crosshead" end
end

-- Marks before a subheading, as papers of Korea, Japan and China set them.
local MARKS = patterns { "^%s*▼", "^%s*▲", "^%s*▶", "^%s*■", "^%s*□", "^%s*◆", "^%s*◇", "^%s*【[^】]*】%s*$" }

-- Short lines behind such a mark above a text that is far longer.
local MARKED = formula("blocks", [[
  if running ~= A_PARAGRAPH or words > 20 or chars > 60 or terminal == 1 or links > 0 then return 0 end
  local below = row + 1
  if running[below] == 0 then below = row + 2 end -- of a picture
  return chars[below] > 3 * chars and running[below] == A_PARAGRAPH and matches(MARKS)
]], roles, { MARKS = MARKS })

-- Lines in bold: subheadings, and such as end like sentences.
local BOLD = formula("blocks", [[
  return running == A_CROSSHEAD and level == 0 and strong_chars >= 0.95 * chars
]], roles)
local ASKED = formula("blocks", [[
  return running == A_PARAGRAPH and level == 0 and strong_chars >= 0.95 * chars and words <= 10 and links == 0
    and matches(ASKS) and running[row + 1] == A_PARAGRAPH and strong_chars[row + 1] < 0.5 * chars[row + 1]
]], roles, { ASKS = { "[?!]%W*$", "？%W*$", "！%W*$", "؟%W*$" } })

--- Labels them in the container's text.
local function take_subheadings(s, first, last)
  local f = s.f
  for _, i in ipairs(f:rows(MARKED, nil, first, last)) do s.role[i] = "crosshead" end
  local asked = f:rows(ASKED, nil, first, last)
  if #asked > 0 and #asked < #f:rows(BOLD, nil, first, last) then
    for _, i in ipairs(asked) do s.role[i] = "crosshead" end
  end
  take_numbers(s, first, last)
end

return { take_subheadings = take_subheadings }
