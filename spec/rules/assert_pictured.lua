-- For specs of what belongs to pictures: whether a text stands with one, as caption, as credit, or as both in a row.

local WITH_PICTURES = { caption = true, media_credit = true }

return function(list, text)
  local wanted, before = text:gsub("%s", ""), ""
  for _, line in ipairs(list) do
    local tag, words = line:match "^%s*([%a_]+): (.*)$"
    local said = WITH_PICTURES[tag] and words:gsub("%s", "")
    if said and (said == wanted or before .. said == wanted) then return end
    before = said or ""
  end
  error("with no picture stands " .. text .. "\nin\n" .. table.concat(list, "\n"), 2)
end
