--- One sheet a line, as the core writes it: for pipes.

local jsonl = {}

--- The sheet as a line of JSON with its line feed.
function jsonl.sheet(sheet)
  return sheet:json "\n"
end

return jsonl
