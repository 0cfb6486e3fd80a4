-- Subheadings that no element sets apart: numbers of sections that count up, lines between marks, questions in bold
-- where other lines in bold are subheadings.

local names = include "generic/page/names"
local NUMERALS = include "generic/body/numerals"
local ROLES = include("generic/body/text_roles").NUMBERS

-- Marks before a subheading, as papers of Korea, Japan and China set them.
local MARKS = patterns { "^%s*▼", "^%s*▲", "^%s*▶", "^%s*■", "^%s*□", "^%s*◆", "^%s*◇", "^%s*【[^】]*】%s*$" }

local own = {
  ITEM = names.ITEM, CELL = names.CELL, NUMERALS = NUMERALS.PATTERNS, MARKS = MARKS,
  ASKS = { "[?!]%W*$", "？%W*$", "！%W*$", "؟%W*$" },
}

-- Lines of a numeral alone, lines in bold that end like sentences above others, and short ones behind a mark above
-- a text that is far longer.
local MAY_HEAD = formula("blocks", [[
  if words > 20 or chars > 60 or hidden == 1 or links > 0 or box == 0 then return 0 end
  if words <= 1 and chars <= 6 then
    return not box_foreign[box] and own_tags & (ITEM | CELL) == 0 and matches(NUMERALS)
  end
  if running ~= A_PARAGRAPH or level > 0 then return 0 end
  local below = row + 1
  if terminal == 1 then
    return strong_chars >= 0.95 * chars and words <= 10 and running[below] == A_PARAGRAPH
      and strong_chars[below] < 0.5 * chars[below] and matches(ASKS)
  end
  if running[below] == 0 then below = row + 2 end -- of a picture
  return chars[below] > 3 * chars and running[below] == A_PARAGRAPH and matches(MARKS)
]], own, ROLES)

-- Subheadings in bold.
local BOLD = formula("blocks", [[
  return running == A_CROSSHEAD and level == 0 and strong_chars >= 0.95 * chars
]], ROLES)

local LEAST = 2 -- numbers that count

-- Those that count up from the first, with text below each.
local function counted(s, numbers)
  local found = {}
  for _, i in ipairs(numbers) do
    local free = not s.role[i] or s.role[i] == "paragraph"
    if free and s.role[i + 1] and NUMERALS.value(s.f.text[i]) == #found + 1 then found[#found + 1] = i end
  end
  return #found >= LEAST and found or {}
end

local function label(s, list)
  for _, i in ipairs(list) do s.role[i] = "crosshead" end
end

--- Labels them in the container's text.
local function take_subheadings(s, first, last)
  local f = s.f
  local rows = f:rows(MAY_HEAD, nil, first, last)
  if #rows == 0 then return end
  local numbers, asked, marked = {}, {}, {}
  for _, i in ipairs(rows) do
    local list = f.words[i] <= 1 and f.chars[i] <= 6 and numbers or f.terminal[i] == 1 and asked or marked
    list[#list + 1] = i
  end
  label(s, marked)
  label(s, #asked < #f:rows(BOLD, nil, first, last) and asked or {})
  label(s, counted(s, numbers))
end

return { take_subheadings = take_subheadings }
