--- JSON laid out to be read: an object for one sheet, an array for several. The
-- core's own JSON is taken as it is and spread over lines, so that the order of keys,
-- the numbers and the strings are the same as in jsonl.

local json = { open = "[\n", between = ",\n", close = "\n]\n" }

local find, sub, match, rep = string.find, string.sub, string.match, string.rep

-- The end of the string that begins at `from`, quotes included.
local function string_end(text, from)
  local at = from + 1
  while true do
    local stop = find(text, '["\\]', at)
    if sub(text, stop, stop) == '"' then return stop end
    at = stop + 2
  end
end

-- Arrays of nothing but numbers, and of such arrays, stay on their line.
local function numbers_end(text, from)
  local run = match(text, "^[%[%]%d,]+", from)
  local array = match(run, "^%b[]")
  return array and from + #array - 1
end

local function step(text, at, depth, out)
  local char = sub(text, at, at)
  local stop = char == '"' and string_end(text, at) or char == "[" and numbers_end(text, at)
  if stop then
    out[#out + 1] = sub(text, at, stop)
    return stop + 1, depth
  elseif find(text, "^[%[{][%]}]", at) then
    out[#out + 1] = sub(text, at, at + 1)
    return at + 2, depth
  elseif char == "[" or char == "{" then
    out[#out + 1] = char .. "\n" .. rep("  ", depth + 1)
    return at + 1, depth + 1
  elseif char == "]" or char == "}" then
    out[#out + 1] = "\n" .. rep("  ", depth - 1) .. char
    return at + 1, depth - 1
  end
  out[#out + 1] = char == "," and ",\n" .. rep("  ", depth) or char == ":" and ": " or char
  return at + 1, depth
end

--- Spreads a JSON text without white space over indented lines.
function json.pretty(text)
  local out, at, depth = {}, 1, 0
  while at <= #text do
    local plain = match(text, "^[^\"%[%]{},:]+", at)
    if plain then
      out[#out + 1], at = plain, at + #plain
    else
      at, depth = step(text, at, depth, out)
    end
  end
  return table.concat(out)
end

--- The sheet as an indented JSON object.
function json.sheet(sheet, options)
  local text = json.pretty(sheet:json())
  return options and options.several and text or text .. "\n"
end

return json
