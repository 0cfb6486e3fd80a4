-- The tokenizer tests of html5lib-tests, and how they are run: by build/tools/tokens
-- (spec/tools/tokens.c), one line a test.

local cjson = require "cjson"

local tokenizer_tests = {}

local STATES = { ["Data state"] = 0, ["RCDATA state"] = 1, ["RAWTEXT state"] = 2, ["Script data state"] = 3,
  ["PLAINTEXT state"] = 4, ["CDATA section state"] = 5 }

-- Stands for a lone surrogate, which UTF-8 cannot hold: a code point that no test uses.
local LONE = "\u{10FFFD}"

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

-- "\uXXXX" -> UTF-8, pairs joined; a surrogate without its other half is LONE.
local function unescape(text)
  local points = {}
  local marked = text:gsub("\\u(%x%x%x%x)", function(hex)
    points[#points + 1] = tonumber(hex, 16)
    return ("\0%08d"):format(#points)
  end)
  marked = marked:gsub("%z(%d%d%d%d%d%d%d%d)%z(%d%d%d%d%d%d%d%d)", function(first, second)
    local high, low = points[tonumber(first)], points[tonumber(second)]
    if high >= 0xD800 and high < 0xDC00 and low >= 0xDC00 and low < 0xE000 then
      return utf8.char(0x10000 + ((high - 0xD800) << 10) + low - 0xDC00)
    end
  end)
  return (marked:gsub("%z(%d%d%d%d%d%d%d%d)", function(index)
    local point = points[tonumber(index)]
    return point >= 0xD800 and point < 0xE000 and LONE or utf8.char(point)
  end))
end

local function unescape_all(value)
  if type(value) == "string" then return unescape(value) end
  if type(value) ~= "table" then return value end
  local copy = {}
  for k, v in pairs(value) do copy[type(k) == "string" and unescape(k) or k] = unescape_all(v) end
  return copy
end

-- cjson refuses lone surrogates: they become LONE before it reads the file. Strings
-- that are escaped twice keep theirs ("\\uD800") for unescape.
local function without_lone(json)
  json = json:gsub("\\\\", "\1")
  local escaped = LONE
  json = json:gsub("(\\u[dD][89abAB]%x%x)(\\u[dD][c-fC-F]%x%x)", function(high, low)
    return high:gsub("\\", "\2") .. low:gsub("\\", "\2")
  end)
  json = json:gsub("\\u[dD][89a-fA-F]%x%x", escaped)
  return (json:gsub("\2", "\\"):gsub("\1", "\\\\"))
end

local function has_lone(value)
  if type(value) == "string" then return value:find(LONE, 1, true) ~= nil end
  if type(value) ~= "table" then return false end
  for k, v in pairs(value) do
    if has_lone(k) or has_lone(v) then return true end
  end
  return false
end

--- The tests of a file, each in each of its initial states.
-- @return a list of { description, state, last, input, output }, and how many of the
-- file's tests need lone surrogates, which no bytes in UTF-8 can give
function tokenizer_tests.tests(path)
  local file = cjson.decode(without_lone(read(path)))
  local tests, lone = {}, 0
  -- xmlViolationTests ask for the output coerced to what XML can hold; see `coerced`.
  for _, test in ipairs(file.tests or file.xmlViolationTests or {}) do
    local input, output = test.input, test.output
    if test.doubleEscaped then input, output = unescape(input), unescape_all(output) end
    if has_lone(input) or has_lone(output) then
      lone = lone + 1
    else
      for _, state in ipairs(test.initialStates or { "Data state" }) do
        tests[#tests + 1] = { description = test.description, state = state, last = test.lastStartTag or "-",
          input = input, output = output, coerced = file.xmlViolationTests ~= nil }
      end
    end
  end
  return tests, lone
end

local function append_text(list, text)
  local last = list[#list]
  if last and last[1] == "Character" then last[2] = last[2] .. text
  else list[#list + 1] = { "Character", text } end
end

local function plain(value)
  return value ~= cjson.null and value or false
end

local function normal_token(token)
  if token[1] == "StartTag" then return { token[1], token[2], token[3], token[4] == true } end
  if token[1] == "DOCTYPE" then
    return { token[1], plain(token[2]), plain(token[3]), plain(token[4]), token[5] }
  end
  return { token[1], token[2] }
end

-- Tokens with adjacent characters joined and parse errors left out.
local function normal(tokens)
  local list = {}
  for _, token in ipairs(tokens) do
    if token[1] == "Character" then append_text(list, token[2])
    elseif token[1] ~= "ParseError" then list[#list + 1] = normal_token(token) end
  end
  return list
end

local function same(a, b)
  if type(a) ~= "table" or type(b) ~= "table" then return a == b end
  for k, v in pairs(a) do
    if not same(v, b[k]) then return false end
  end
  for k in pairs(b) do
    if a[k] == nil then return false end
  end
  return true
end

-- "Coercing an HTML DOM into an infoset", which these tests ask for on top.
local function coerce(tokens)
  for _, token in ipairs(tokens) do
    if token[1] == "Character" then
      token[2] = token[2]:gsub("\f", " "):gsub("\u{FFFF}", "\u{FFFD}")
    elseif token[1] == "Comment" then
      token[2] = token[2]:gsub("%-%-", "- -")
    end
  end
  return tokens
end

--- Bytes in hexadecimal.
function tokenizer_tests.hex(bytes)
  return (bytes:gsub(".", function(c) return ("%02x"):format(c:byte()) end))
end

--- What the program is to read for a test: one line.
function tokenizer_tests.line(test)
  local state = assert(STATES[test.state], test.state)
  return ("%d %s 0 %s\n"):format(state, test.last, tokenizer_tests.hex(test.input))
end

--- Whether a line that the program wrote is what the test asks for.
function tokenizer_tests.passes(test, line)
  local tokens = normal(cjson.decode(line))
  return same(test.coerced and coerce(tokens) or tokens, normal(test.output))
end

return tokenizer_tests
