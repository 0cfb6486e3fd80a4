-- What a text has in common with the page's own descriptions, letter for letter.

local view = include "generic/page/view"
local normal = include("generic/page/words").normal
local says, text_of = view.says, view.text_of

local LETTERS = 60 -- of a beginning that is no chance

--- Whether the page's own description is this text, or begins with it.
local function is_described(s, i)
  if not says(s, i, s.openings) then return false end
  local text = normal(text_of(s, i))
  for _, one in ipairs(s.deks) do
    if text == one or #text > LETTERS and one:sub(1, #text) == text then return true end
  end
  return false
end

--- Whether the page's own description is the beginning of this text.
local function is_begun(s, i)
  if not says(s, i, s.openings) then return false end
  local text = normal(text_of(s, i))
  for _, one in ipairs(s.deks) do
    if #one > LETTERS and text:sub(1, #one) == one then return true end
  end
  return false
end

return { is_begun = is_begun, is_described = is_described }
