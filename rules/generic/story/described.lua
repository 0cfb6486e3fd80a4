-- What a text has in common with the page's own descriptions, letter for letter.

local view = include "generic/page/view"
local normal = include("generic/page/words").normal
local says, text_of = view.says, view.text_of

local LETTERS = 60 -- bytes of what is no chance
local LABEL = 30   -- of a label in front: "Analysis", "Harbour Town –"

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

--- Whether the page's own description is all of this text behind a label, or `within` it.
local function is_labelled(s, i, within)
  local text = s.deks[1] and normal(text_of(s, i)) or ""
  for _, one in ipairs(s.deks) do
    local from, to = text:find(#one > LETTERS and one or "\n", 1, true)
    if from and (within or from <= LABEL and to == #text) then return true end
  end
  return false
end

return { is_begun = is_begun, is_described = is_described, is_labelled = is_labelled }
