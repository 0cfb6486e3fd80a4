-- From the table that a rule file returns to the rule object that the engine reads, with
-- every problem noted on the way: each key by its row of the schema.

local schema = require "galley.rule.schema"
local segment = require "galley.rule.segment"
local value = require "galley.rule.value"
local vocabulary = require "galley.rule.vocabulary"
local lines = require "galley.rule.line_class"
local plan = require "galley.rule.plan"

local check = {}

local PATTERN_STEPS = 100000 -- that a pattern of `lines` may take on one line

local function expected(context, path, what, raw)
  local found = type(raw) == "string" and ("%q"):format(raw) or type(raw) == "table" and "a table" or tostring(raw)
  return context:problem(path, ("expected %s, found %s"):format(what, found), { expected = what, found = found })
end

-- The strings of a list (or the one string), each seen by `good(item)`, which gives nil or what is wrong.
local function strings(context, path, raw, what, wrong)
  if type(raw) == "string" then raw = { raw } end
  if type(raw) ~= "table" or raw[1] == nil then return expected(context, path, what, raw) end
  local result = {}
  for _, key in ipairs(context:keys(path, raw)) do
    local here, item = context.below(path, key), raw[key]
    if type(item) ~= "string" or math.type(key) ~= "integer" then
      expected(context, here, "a string", item)
    else
      local message = wrong(item)
      if message then context:problem(here, message, { found = item }) end
      result[#result + 1] = item
    end
  end
  return result
end

local function wrong_host(host)
  if host:find("://", 1, true) or host:find("/", 1, true) then
    return ("%q is no host name; the path goes into `paths`"):format(host)
  elseif not host:gsub("^%*%.", ""):find("^[^%s*:.][^%s*:]*$") then
    return ('%q is no host name; write "example.org" or "*.example.org"'):format(host)
  end
end

local function wrong_glob(path)
  if path:sub(1, 1) ~= "/" then return ("%q: a path begins with /"):format(path) end
end

-- Reading by type (schema.keys): each takes context, path, raw and gives what the rule object holds.
local read = {}

function read.string(context, path, raw)
  if type(raw) ~= "string" or not raw:find("%S") then return expected(context, path, "a string", raw) end
  return raw
end

function read.text(context, path, raw)
  if type(raw) ~= "string" and type(raw) ~= "number" then return expected(context, path, "a string", raw) end
  return tostring(raw)
end

function read.hosts(context, path, raw)
  local hosts = strings(context, path, raw, "a list of host names", wrong_host)
  for i, host in ipairs(hosts or {}) do hosts[i] = host:lower() end
  return hosts
end

function read.globs(context, path, raw)
  return strings(context, path, raw, "a list of paths", wrong_glob)
end

function read.zone(context, path, raw)
  if type(raw) ~= "table" then return expected(context, path, 'a table such as { EST = "-05:00" }', raw) end
  local zones = {}
  for _, key in ipairs(context:keys(path, raw)) do
    local offset = raw[key]
    if type(key) == "string" and type(offset) == "string" and offset:find("^[+-]%d%d:%d%d$") then
      zones[key] = offset
    else
      expected(context, context.below(path, key), 'an offset such as "-05:00"', offset)
    end
  end
  return zones
end

function read.input(context, path, raw)
  if raw ~= "html" and raw ~= "xml" and raw ~= "text" then
    return expected(context, path, '"html", "xml" or "text"', raw)
  end
  return raw
end

read["function"] = function(context, path, raw)
  if not value.is_function(raw) then return expected(context, path, "a function", raw) end
  context.has_functions = true
  return type(raw) == "function" and raw or raw["function"]
end

local test_keys = { url = "string", file = "string", sha256 = "string", date = "string", expect = "table" }

function read.tests(context, path, raw)
  if type(raw) ~= "table" then return expected(context, path, "a list of tests", raw) end
  for _, key in ipairs(context:keys(path, raw)) do
    local here, test = context.below(path, key), raw[key]
    if math.type(key) ~= "integer" or type(test) ~= "table" then
      expected(context, here, "a test, such as { url = …, expect = { … } }", test)
    else
      for _, field in ipairs(context:keys(here, test)) do
        if not test_keys[field] then
          vocabulary.unknown(context, context.below(here, field), field, test_keys)
        elseif type(test[field]) ~= test_keys[field] then
          expected(context, context.below(here, field), "a " .. test_keys[field], test[field])
        end
      end
    end
  end
  return raw
end

read.lines = lines.read

local function read_segments(context, rule, key, raw)
  if raw == false then
    rule.false_kinds[key] = true
    rule.mentioned[key] = true
    return
  end
  local found = segment.read(context, { key }, key, raw)
  if key == "chrome" then
    for _, one in ipairs(found) do rule.chrome[#rule.chrome + 1] = one.at end
    return
  end
  rule.mentioned[key] = true
  table.move(found, 1, #found, #rule.segments + 1, rule.segments)
end

local function read_plan(context, rule, raw)
  if type(raw) ~= "string" then return expected(context, { "plan" }, "a grammar over lines (a string)", raw) end
  local first_line
  if context.scan then first_line = select(2, context.scan:literal { "plan" }) end
  local compiled, problem = plan.compile(raw, rule.lines, {
    kinds = context.kinds, parts = context.parts, line = first_line or context:line { "plan" },
    find = function(text, pattern) return context.core.find(text, pattern, PATTERN_STEPS) end,
  })
  if not compiled then
    return context:problem({ "plan" }, problem.message, { line = problem.line, position = problem.position })
  end
  rule.plan, rule.plan_line = compiled, context:line { "plan" }
  for kind in pairs(compiled.kinds) do rule.mentioned[kind] = true end
end

local function read_key(context, rule, rows, key, raw)
  local own = context.kinds[key]
  local row = rows[key] or own and rows[own]
  if not row then
    segment.unknown_key(context, { key }, key, "rule")
  elseif row.type == "segment" then
    read_segments(context, rule, key, raw)
  elseif read[row.type] then
    rule[key] = read[row.type](context, { key }, raw)
  end
end

--- Fills `rule` (a table with name, file and the like) from `raw`, what the rule file
--- returned. Problems are noted in the context.
function check.rule(context, rule, raw)
  rule.chrome, rule.segments, rule.mentioned, rule.false_kinds = {}, {}, {}, {}
  rule.input = "html"
  if type(raw) ~= "table" then
    expected(context, {}, "one table from the rule", raw)
    return rule
  end
  rule.kinds = vocabulary.read(context, "kinds", raw.kinds)
  rule.parts = vocabulary.read(context, "parts", raw.parts)
  context.kinds, context.parts = rule.kinds, rule.parts
  local rows = schema.index("rule")
  for _, key in ipairs(context:keys({}, raw)) do
    if key ~= "kinds" and key ~= "parts" and key ~= "plan" then read_key(context, rule, rows, key, raw[key]) end
  end
  if rule.divide then rule.divide_line = context:line { "divide" } end
  if raw.plan ~= nil then read_plan(context, rule, raw.plan) end
  if raw.lines ~= nil and raw.plan == nil then
    context:problem({ "lines" }, "`lines` is for `plan`, and there is none")
  end
  context:number()
  return rule
end

return check
