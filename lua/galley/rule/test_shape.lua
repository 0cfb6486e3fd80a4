-- `tests` of a rule: what may stand in them.

local head = require "galley.rule.head"
local schema = require "galley.rule.schema"
local vocabulary = require "galley.rule.vocabulary"

local test_shape = {}

local function index(rows)
  local map = {}
  for _, row in ipairs(rows) do map[row.key] = row.type end
  return map
end

local test_keys = index(schema.test)

-- All that `expect` may name: its own keys, kinds of segment, tags.
local function expect_keys(context)
  local map = index(schema.expect)
  for _, kind in ipairs(schema.kinds) do map[kind] = "count" end
  for _, row in ipairs(schema.keys) do
    if schema.is_tag(row.key) then map[row.key] = "found" end
  end
  for word in pairs(context.kinds) do map[word] = "count" end
  for word in pairs(context.parts) do map[word] = "found" end
  map.hidden = "found"
  return map
end

local function is_texts(raw)
  if type(raw) ~= "table" or raw[1] == nil then return false end
  for key, text in pairs(raw) do
    if math.type(key) ~= "integer" or type(text) ~= "string" then return false end
  end
  return true
end

local fits = {
  count = function(raw) return math.type(raw) == "integer" and raw >= 0 end,
  found = function(raw) return math.type(raw) == "integer" and raw >= 0 or type(raw) == "string" or is_texts(raw) end,
  texts = function(raw) return type(raw) == "string" or is_texts(raw) end,
  string = function(raw) return type(raw) == "string" end,
  table = function(raw) return type(raw) == "table" end,
}
local what = {
  count = "a count",
  found = "a count, the text of the first, or a list of the texts of all", texts = "a string or a list of them",
  string = "a string", table = "a table",
}

local function read_keys(context, path, raw, known)
  for _, key in ipairs(context:keys(path, raw)) do
    local here = context.below(path, key)
    if not known[key] then
      vocabulary.unknown(context, here, key, known)
    elseif not fits[known[key]](raw[key]) then
      head.expected(context, here, what[known[key]], raw[key])
    end
  end
end

local function read_test(context, path, test, expect)
  if type(test) ~= "table" then
    return head.expected(context, path, "a test, such as { url = …, expect = { … } }", test)
  end
  read_keys(context, path, test, test_keys)
  if type(test.expect) == "table" then read_keys(context, context.below(path, "expect"), test.expect, expect) end
  if not (test.page or test.sha256) then
    context:problem(path, "needs `page` or `sha256`, to find the page by")
  end
end

--- Reads `tests`; gives the list as it is, with the line of each test.
function test_shape.read(context, path, raw)
  if type(raw) ~= "table" then return head.expected(context, path, "a list of tests", raw) end
  local expect, list = expect_keys(context), {}
  for _, key in ipairs(context:keys(path, raw)) do
    local here = context.below(path, key)
    if math.type(key) ~= "integer" then
      head.expected(context, here, "a test, such as { url = …, expect = { … } }", raw[key])
    else
      read_test(context, here, raw[key], expect)
      list[#list + 1] = { test = raw[key], line = context:line(here) }
    end
  end
  return list
end

return test_shape
