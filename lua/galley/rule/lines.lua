-- Where each key of a rule stands: a scan of the rule's source for the table constructor
-- that it returns. "The earlier in the file" and the lines in messages come from here.

local lexer = require "galley.rule.lexer"

local lines = {}

local opens = { ["("] = true, ["["] = true, ["{"] = true }
local closes = { [")"] = true, ["]"] = true, ["}"] = true }
local block_opens = { ["function"] = true, ["if"] = true, ["do"] = true, ["repeat"] = true }
local block_closes = { ["end"] = true, ["until"] = true }

local function is(token, text)
  return token ~= nil and token.type ~= "string" and token.text == text
end

-- The index of the token that ends the expression at `i`: a separator or the closing
-- brace outside all brackets and function bodies.
local function expression_end(tokens, i)
  local depth = 0
  while tokens[i] do
    local token = tokens[i]
    if token.type ~= "string" then
      local text = token.text
      if depth == 0 and (text == "," or text == ";" or text == "}") then return i end
      if opens[text] or block_opens[text] then depth = depth + 1 end
      if closes[text] or block_closes[text] then depth = depth - 1 end
    end
    i = i + 1
  end
  return i
end

-- The key of the field at `i` and the index of its value; nil for a list item.
local function field_key(tokens, i)
  local token = tokens[i]
  if token.type == "name" and is(tokens[i + 1], "=") then return token.text, i + 2 end
  if is(token, "[") and is(tokens[i + 2], "]") and is(tokens[i + 3], "=") then
    local key = tokens[i + 1]
    if key.type == "string" then return key.text or "?", i + 4 end
    if key.type == "number" then return math.tointeger(tonumber(key.text)) or "?", i + 4 end
  end
  if is(token, "[") then -- a computed key: its path is not known
    local depth = 0
    for j = i, #tokens do
      if is(tokens[j], "[") then depth = depth + 1 end
      if is(tokens[j], "]") then depth = depth - 1 end
      if depth == 0 then return "?", is(tokens[j + 1], "=") and j + 2 or j + 1 end
    end
  end
end

local constructor

-- The node of the value at `i`, and the index of the token after it.
local function value(tokens, i, named)
  local token = tokens[i]
  local stop = expression_end(tokens, i)
  if is(token, "{") then
    local node, after = constructor(tokens, i, named)
    return node, after == stop and stop or expression_end(tokens, after)
  end
  local alone = stop == i + 1
  if alone and token.type == "name" and named[token.text] then
    local aside = named[token.text]
    return { line = aside.line, fields = aside.fields, aside = true }, stop
  end
  local node = { line = token.line }
  if alone and token.type == "string" then
    node.text = token.text
    node.text_line = token.line + (token.leading_newline and 1 or 0)
  end
  return node, stop
end

-- The node of the constructor whose brace stands at `i`, and the index after its end.
function constructor(tokens, i, named)
  local node = { line = tokens[i].line, fields = {} }
  local position = 0
  i = i + 1
  while tokens[i] and not is(tokens[i], "}") do
    local start = tokens[i]
    local key, at = field_key(tokens, i)
    if not key then
      position = position + 1
      key, at = position, i
    end
    if not tokens[at] then break end
    local found
    found, i = value(tokens, at, named)
    node.fields[key] = { line = start.line, order = start.start, node = found }
    if is(tokens[i], ",") or is(tokens[i], ";") then i = i + 1 end
  end
  return node, i + 1
end

-- The constructors of `local name = {` at the top level, so that `story = story` is followed,
-- and the one that the file returns.
local function top_level(tokens)
  local named, root, depth, i = {}, nil, 0, 1
  while tokens[i] do
    local token, text = tokens[i], tokens[i].text
    if token.type == "string" then
      text = nil
    elseif depth == 0 and text == "local" and is(tokens[i + 2], "=") and is(tokens[i + 3], "{") then
      local node, after = constructor(tokens, i + 3, named)
      named[tokens[i + 1].text] = node
      i, text = after - 1, nil
    elseif depth == 0 and text == "return" and tokens[i + 1] then
      root = value(tokens, i + 1, named)
      break
    end
    if opens[text] or block_opens[text] then depth = depth + 1 end
    if closes[text] or block_closes[text] then depth = depth - 1 end
    i = i + 1
  end
  return root
end

local scan = {}
scan.__index = scan

-- The deepest field on the way along `path`, and whether it is the last.
function scan:field(path)
  local node, found = self.root, nil
  for i, key in ipairs(path) do
    local field = node and node.fields and node.fields[key]
    if not field then return found, false, i end
    found, node = field, field.node
  end
  return found, true
end

--- The line of the key at `path` (a list of keys): its own, or that of the nearest key
--- above it that stands in the source.
function scan:line(path)
  local field = self:field(path)
  if field then return field.line end
  return self.root and self.root.line or 1
end

--- A number that rises in file order. For computed values it is that of the nearest key
--- above; list items keep their order by the caller.
function scan:order(path)
  local field = self:field(path)
  return field and field.order or 0
end

--- The string literal at `path` as it stands in the source (no escapes), and the line on which its text begins.
function scan:literal(path)
  local field, whole = self:field(path)
  if field and whole then return field.node.text, field.node.text_line end
end

--- Whether the value at `path` stands in the source as a table constructor, and how many keys it has.
function scan:constructor(path)
  local field, whole = self:field(path)
  local fields = whole and (field and field.node or self.root).fields
  if not fields then return false end
  local count = 0
  for _ in pairs(fields) do count = count + 1 end
  return true, count
end

--- The strings of the list (or the one string) at `path`, if they stand there themselves
--- and not behind a name or a call; {} where there is no such key; nil where one has to run
--- the file to know.
function scan:strings(path)
  if not self.root or self.root.aside or not self.root.fields then return nil end
  local field, whole, depth = self:field(path)
  if not whole then return depth == #path and not self.root.fields["?"] and {} or nil end
  local node, result = field.node, {}
  if node.text then return { node.text } end
  if not node.fields or node.aside then return nil end
  for i = 1, #node.fields do
    local text = node.fields[i].node.text
    if not text then return nil end
    result[i] = text
  end
  for key in pairs(node.fields) do
    if not result[key] then return nil end
  end
  return result
end

--- Scans the source of a rule file.
function lines.scan(source)
  return setmetatable({ root = top_level(lexer.tokens(source)) }, scan)
end

return lines
