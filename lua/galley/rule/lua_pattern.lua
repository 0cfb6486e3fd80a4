-- Whether a Lua pattern is well formed, without running it: string.find only complains
-- about the part of a pattern that it reaches.

local lua_pattern = {}

-- The position after the set that opens at `i`, or nil where it has no end.
local function set_end(pattern, i)
  i = i + 1
  if pattern:sub(i, i) == "^" then i = i + 1 end
  repeat
    local c = pattern:sub(i, i)
    if c == "" then return nil end
    i = i + (c == "%" and 2 or 1)
  until pattern:sub(i, i) == "]"
  return i + 1
end

local function after_escape(pattern, i, state)
  local c = pattern:sub(i + 1, i + 1)
  if c == "" then return nil, "ends with %" end
  if c == "b" then
    if #pattern < i + 3 then return nil, "%b needs two characters" end
    return i + 4
  elseif c == "f" then
    if pattern:sub(i + 2, i + 2) ~= "[" then return nil, "%f needs a set" end
    local stop = set_end(pattern, i + 2)
    if not stop then return nil, "missing ]" end
    return stop
  elseif c:match("%d") then
    local capture = tonumber(c)
    if capture == 0 or not state.closed[capture] then return nil, "no such capture: %" .. c end
  end
  return i + 2
end

local function step(pattern, i, state)
  local c = pattern:sub(i, i)
  if c == "(" then
    state.count = state.count + 1
    if state.count > 32 then return nil, "too many captures" end
    state.open[#state.open + 1] = state.count
  elseif c == ")" then
    local closing = table.remove(state.open)
    if not closing then return nil, "( missing" end
    state.closed[closing] = true
  elseif c == "[" then
    local stop = set_end(pattern, i)
    if not stop then return nil, "missing ]" end
    return stop
  elseif c == "%" then
    return after_escape(pattern, i, state)
  end
  return i + 1
end

--- True, or nil, a message and the byte at which it goes wrong.
function lua_pattern.check(pattern)
  local state = { open = {}, closed = {}, count = 0 }
  local i = 1
  while i <= #pattern do
    local after, message = step(pattern, i, state)
    if not after then return nil, message, i end
    i = after
  end
  if #state.open > 0 then return nil, "missing )", #pattern + 1 end
  return true
end

return lua_pattern
