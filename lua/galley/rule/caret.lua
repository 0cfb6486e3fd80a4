-- The row of a text in which something goes wrong, with a caret under the place.

local MOST = 100 -- bytes of a row that are shown

--- Two lines, indented by four: the row of `text` that holds byte `position` (from 1), and a
--- caret under it.
local function caret(text, position)
  local start = 1
  for newline in text:gmatch("()\n") do
    if newline < position then start = newline + 1 end
  end
  local row = text:match("^[^\n]*", start)
  -- of a long row what stands around the place, whole characters only
  if #row > MOST then
    local from = math.max(1, position - start - MOST // 2)
    while from > 1 and row:find("^[\128-\191]", from) do from = from - 1 end
    row, start = row:sub(from, from + MOST):gsub("[\192-\255][\128-\191]*$", ""), start + from - 1
  end
  local _, following = row:sub(1, position - start):gsub("[\128-\191]", "") -- UTF-8: one column a character
  return "    " .. row .. "\n    " .. (" "):rep(position - start - following) .. "^"
end

return caret
