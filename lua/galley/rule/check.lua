-- From the table that a rule file returns to the rule object that the engine reads, with
-- every problem noted on the way: each key by its row of the schema.

local fault = require "galley.fault"
local head = require "galley.rule.head"
local lines = require "galley.rule.line_class"
local merge = require "galley.rule.merge"
local plan = require "galley.rule.plan"
local schema = require "galley.rule.schema"
local segment = require "galley.rule.segment"
local test_shape = require "galley.rule.test_shape"
local value = require "galley.rule.value"
local vocabulary = require "galley.rule.vocabulary"

local check = {}

local PATTERN_STEPS = 100000 -- that a pattern of `lines` may take on one line

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
  if type(raw) ~= "string" then return head.expected(context, { "plan" }, "a grammar over lines (a string)", raw) end
  local source, own = context:origin { "plan" }
  local first_line = source.scan and select(2, source.scan:literal(own))
  local compiled, problem = plan.compile(raw, rule.lines, {
    kinds = context.kinds, parts = context.parts, line = first_line or context:line { "plan" },
    computed = not first_line,
    file = source.file,
    find = function(text, pattern, budget)
      local ok, first, last, spent = pcall(context.core.find, text, pattern, PATTERN_STEPS)
      local message = not ok and ("pattern %q: %s"):format(pattern, first)
      if message then error(fault.new { code = "rule-budget", message = message }, 0) end
      budget:spend(spent + 1)
      return first, last
    end,
  })
  if not compiled then
    return context:problem({ "plan" }, problem.message, { line = problem.line, position = problem.position })
  end
  rule.plan, rule.plan_line, rule.plan_file = compiled, context:line { "plan" }, context:file_of { "plan" }
  for kind in pairs(compiled.kinds) do rule.mentioned[kind] = true end
end

local function read_divide(context, rule, raw)
  rule.divide = head["function"](context, { "divide" }, raw)
  rule.divide_line, rule.divide_file = context:line { "divide" }, context:file_of { "divide" }
  if type(rule.divide) == "string" then rule.divide_sandbox = context:use_sandbox { "divide" } end
end

-- Types of keys that need more than their own value.
local read = {
  lines = function(context, rule, raw) rule.lines = lines.read(context, { "lines" }, raw) end,
  tests = function(context, rule, raw) rule.tests = test_shape.read(context, { "tests" }, raw) end,
  evidence = function(context, rule, raw) rule.when = value.read(context, { "when" }, raw, "evidence") end,
  ["function"] = read_divide,
}

-- What is read before or after the other keys.
local apart = { kinds = true, parts = true, plan = true, layouts = true, extends = true }

local function read_key(context, rule, rows, key, raw)
  local own = context.kinds[key]
  local row = rows[key] or own and rows[own]
  if not row then
    segment.unknown_key(context, { key }, key, "rule")
  elseif row.type == "segment" then
    read_segments(context, rule, key, raw)
  elseif read[row.type] then
    read[row.type](context, rule, raw)
  elseif head[row.type] then
    rule[key] = head[row.type](context, { key }, raw)
  end
end

-- What a rule requires, its stories require.
local function check_required(context, rule)
  local stories = 0
  for _, one in ipairs(rule.segments) do
    if segment.base_kind(context, one.kind) == "story" then
      stories = stories + 1
      one.required = segment.required(context, { "required" }, one, rule.required, one.required)
    end
  end
  if stories == 0 and not context.partial then
    context:problem({ "required" }, "the rule names no `story` that could have it")
  end
end

local function read_all(context, rule, raw)
  rule.chrome, rule.segments, rule.mentioned, rule.false_kinds = {}, {}, {}, {}
  rule.input = "html"
  rule.kinds = vocabulary.read(context, "kinds", raw.kinds)
  rule.parts = vocabulary.read(context, "parts", raw.parts)
  context.kinds, context.parts = rule.kinds, rule.parts
  local rows = schema.index("rule")
  for _, key in ipairs(context:keys({}, raw)) do
    if not apart[key] then read_key(context, rule, rows, key, raw[key]) end
  end
  if raw.plan ~= nil then read_plan(context, rule, raw.plan) end
  if raw.lines ~= nil and raw.plan == nil then
    context:problem({ "lines" }, "`lines` is for `plan`, and there is none")
  end
  if rule.required then check_required(context, rule) end
  context:number()
end

local function check_layout_keys(context, path, raw)
  local rows = schema.index("layout")
  for _, key in ipairs(context:keys(path, raw)) do
    if not rows[key] and not context.kinds[key] then
      segment.unknown_key(context, context.below(path, key), key, "layout")
    end
  end
end

local LAYOUTS = "a list of layouts, each a table such as { story = { at = … } }"

-- Each layout is a rule of its own: what it says, over what the rule says outside.
local function read_layouts(context, rule, raw, common, common_at)
  rule.layouts = {}
  if type(raw.layouts) ~= "table" or raw.layouts[1] == nil then
    return head.expected(context, { "layouts" }, LAYOUTS, raw.layouts)
  end
  for _, key in ipairs(context:keys({ "layouts" }, raw.layouts)) do
    local path, layout = { "layouts", key }, raw.layouts[key]
    if math.type(key) ~= "integer" or type(layout) ~= "table" or next(layout) == nil then
      head.expected(context, path, "a layout, a table of keys", layout)
    else
      check_layout_keys(context, path, layout)
      local at = merge.child(merge.child(context.at, "layouts"), key)
      local whole, whole_at = merge.over(common, common_at, layout, at)
      local one = { file = rule.file, base = rule.base, sha256 = rule.sha256, line = context:line(path) }
      local reading = context:again(whole_at)
      reading.layout = true
      read_all(reading, one, whole)
      rule.layouts[#rule.layouts + 1] = one
    end
  end
end

--- Fills `rule` (a table with name, file and the like) from `raw`, what the rule file
--- returned. Problems are noted in the context.
function check.rule(context, rule, raw)
  if type(raw) ~= "table" then
    head.expected(context, {}, "one table from the rule", raw)
    return rule
  end
  if raw.layouts == nil then
    read_all(context, rule, raw)
    return rule
  end
  local common, common_at = merge.without(raw, context.at, { layouts = true })
  local first = context:again(common_at)
  first.partial = true
  read_all(first, rule, common)
  context.kinds, context.parts = first.kinds, first.parts
  read_layouts(context, rule, raw, common, common_at)
  return rule
end

return check
