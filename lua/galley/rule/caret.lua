-- The row of a text in which something goes wrong, with a caret under the place.

--- Two lines, indented by four: the row of `text` that holds byte `position` (from 1), and a
--- caret under it.
local function caret(text, position)
  local start = 1
  for newline in text:gmatch("()\n") do
    if newline < position then start = newline + 1 end
  end
  local row = text:match("^[^\n]*", start)
  local _, following = row:sub(1, position - start):gsub("[\128-\191]", "") -- UTF-8: one column a character
  return "    " .. row .. "\n    " .. (" "):rep(position - start - following) .. "^"
end

return caret
