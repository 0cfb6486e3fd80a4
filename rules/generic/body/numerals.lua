-- Numerals that stand alone above a section: 1, 02, III, 四, "(5)", "VI.".

local CHINESE = { ["一"] = 1, ["二"] = 2, ["三"] = 3, ["四"] = 4, ["五"] = 5, ["六"] = 6, ["七"] = 7, ["八"] = 8, ["九"] = 9,
  ["十"] = 10, ["壹"] = 1, ["贰"] = 2, ["叁"] = 3, ["肆"] = 4, ["伍"] = 5 }
local ROMAN = { i = 1, ii = 2, iii = 3, iv = 4, v = 5, vi = 6, vii = 7, viii = 8, ix = 9, x = 10 }

local PATTERNS = patterns {
  "^%W*%d%d?%W*$", "^%W*[ivx]+%W*$", "^[（(]?[一二三四五六七八九十壹贰叁肆伍]+[）)]?$",
}

--- The number that a line of such a numeral says; nil where it says none.
local function value(text)
  local word = text:lower():match("[%w\128-\255]+") or ""
  return tonumber(word) or ROMAN[word] or CHINESE[word:match("[\228-\233][\128-\191][\128-\191]")]
end

return { PATTERNS = PATTERNS, value = value }
