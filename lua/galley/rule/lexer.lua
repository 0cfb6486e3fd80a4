-- The tokens of Lua source, as far as reading a table constructor needs them. The source
-- has been compiled before, so nothing here reports errors: odd bytes are tokens of one byte.

local lexer = {}

local find, sub, byte = string.find, string.sub, string.byte
local long_operators = { "...", "..", "==", "~=", "<=", ">=", "::", "//" }

-- The end of a long bracket that opens at `i`, and where its content lies; nil if none opens.
local function long_bracket(source, i)
  local _, open_end, level = find(source, "^%[(=*)%[", i)
  if not open_end then return nil end
  local close, close_end = find(source, "]" .. level .. "]", open_end + 1, true)
  return (close_end or #source), open_end + 1, (close or #source + 1) - 1
end

-- The position after white space and comments.
local function skip(source, i)
  while true do
    i = find(source, "[^%s]", i) or #source + 1
    if sub(source, i, i + 1) ~= "--" then return i end
    local stop = long_bracket(source, i + 2)
    i = (stop or (find(source, "\n", i, true) or #source)) + 1
  end
end

-- The end of a quoted string. A backslash hides the byte after it.
local function quoted_end(source, i)
  local quote = byte(source, i)
  local ends = quote == 34 and '["\\]' or "['\\]"
  i = find(source, ends, i + 1)
  while i and byte(source, i) ~= quote do i = find(source, ends, i + 2) end
  return i or #source
end

local function name_or_number(source, i)
  local _, stop = find(source, "^[%a_][%w_]*", i)
  if stop then return "name", stop end
  _, stop = find(source, "^%.?%d[%w.]*", i)
  if stop then return "number", stop end
end

local function string_token(source, i, stop, first, last)
  local text = sub(source, first, last)
  local leading = find(text, "^\r?\n") ~= nil
  if leading then text = text:gsub("^\r?\n", "") end
  return { type = "string", text = text, start = i, stop = stop, leading_newline = leading }
end

local function next_token(source, i)
  local c = sub(source, i, i)
  if c == '"' or c == "'" then
    local stop = quoted_end(source, i)
    local token = { type = "string", text = sub(source, i + 1, stop - 1), start = i, stop = stop }
    -- an escape sequence: the text is not what stands in the source
    if find(token.text, "\\", 1, true) then token.text = nil end
    return token
  end
  local stop, first, last = long_bracket(source, i)
  if stop then return string_token(source, i, stop, first, last) end
  local kind, word_end = name_or_number(source, i)
  if kind then return { type = kind, text = sub(source, i, word_end), start = i, stop = word_end } end
  for _, operator in ipairs(long_operators) do
    if sub(source, i, i + #operator - 1) == operator then
      return { type = "operator", text = operator, start = i, stop = i + #operator - 1 }
    end
  end
  return { type = "operator", text = c, start = i, stop = i }
end

-- Where the source begins: behind a first line that is for a shell.
local function first_line(source)
  return find(source, "^#") and (find(source, "\n", 1, true) or #source) or 1
end

--- The tokens of `source`, each { type = "name"|"number"|"string"|"operator", text, start,
--- stop, line }. A string's text is nil where it has escapes.
function lexer.tokens(source)
  local tokens, line, counted = {}, 1, 1
  local i = skip(source, first_line(source))
  while i <= #source do
    local token = next_token(source, i)
    for _ in sub(source, counted, token.start - 1):gmatch("\n") do line = line + 1 end
    counted = token.start
    token.line = line
    tokens[#tokens + 1] = token
    i = skip(source, token.stop + 1)
  end
  return tokens
end

-- The end of the string or comment that opens at `i`; nil where none does.
local function hidden_end(source, i)
  local c = byte(source, i)
  if c == 34 or c == 39 then return quoted_end(source, i) end
  if c == 91 then return (long_bracket(source, i)) end
  if sub(source, i, i + 1) ~= "--" then return nil end
  return long_bracket(source, i + 2) or find(source, "\n", i, true) or #source
end

-- Where a name stands next, from `i` on, in no string and no comment; nil where it does not.
local function find_name(source, name, i)
  local at = find(source, name, i, true)
  while at do
    local open = find(source, "[\"'%[-]", i)
    if not open or open > at then
      if not find(source, "^[%w_]", at + #name) and not find(sub(source, at - 1, at - 1), "[%w_.:]") then return at end
      i = at + #name
    else
      i = (hidden_end(source, open) or open) + 1
    end
    if i > at then at = find(source, name, i, true) end
  end
end

--- The strings without escapes that a source gives to calls of a function by its name, in their order:
-- { text, line } for each `name "text"`, `name("text")`. It is found much faster than by all tokens.
function lexer.strings_given(source, name)
  local list, line, counted = {}, 1, 1
  local at = find_name(source, name, first_line(source))
  while at do
    local i = skip(source, at + #name)
    if byte(source, i) == 40 then i = skip(source, i + 1) end
    local given = next_token(source, i)
    if given.type == "string" and given.text then
      for _ in sub(source, counted, at - 1):gmatch "\n" do line = line + 1 end
      counted = at
      list[#list + 1] = { text = given.text, line = line }
    end
    at = find_name(source, name, at + #name)
  end
  return list
end

return lexer
