-- What the checks of one rule share: its file, where its keys stand, the problems found
-- so far, and the order of the claims that it will make.

local fault = require "galley.fault"

local context = {}
context.__index = context

--- `options`: file (for messages), scan (of rule/lines.lua, nil for tables made by code),
--- line (where there is no scan), core (`selector` is used), kinds, parts (own vocabulary).
function context.new(options)
  return setmetatable({
    file = options.file, scan = options.scan, start = options.line or 1, core = options.core,
    kinds = {}, parts = {}, problems = {}, ordered = {},
    has_functions = false,
  }, context)
end

--- The path one key further.
function context.below(path, key)
  local result = table.move(path, 1, #path, 1, {})
  result[#result + 1] = key
  return result
end

--- A path as messages and the sandbox write it: "story.headline.2".
function context.spell(path)
  local words = {}
  for i, key in ipairs(path) do words[i] = tostring(key) end
  return table.concat(words, ".")
end

--- The line of the value at `path`; a computed one (`raw.line`) bears the line of its call.
function context:line(path, raw)
  local called = type(raw) == "table" and raw.matcher and raw.line
  if not self.scan then return called or self.start end
  local field, whole = self.scan:field(path)
  if field and whole then return field.line end
  return called or self.scan:line(path)
end

--- Notes a problem at `path`. `fields` may hold expected, found, meant, position.
function context:problem(path, message, fields)
  local problem = fields or {}
  problem.code, problem.message = problem.code or "rule-schema", message
  problem.file, problem.line = self.file, problem.line or self:line(path)
  problem.path = #path > 0 and context.spell(path) or nil
  self.problems[#self.problems + 1] = fault.new(problem)
end

--- Gives `object` its line and, when `number` has been called, its place in the file.
function context:place(object, path, raw)
  object.line = self:line(path, raw)
  self.ordered[#self.ordered + 1] = {
    object = object, offset = self.scan and self.scan:order(path) or 0, sequence = #self.ordered,
  }
  return object
end

--- Numbers all placed objects in file order.
function context:number()
  table.sort(self.ordered, function(a, b)
    if a.offset ~= b.offset then return a.offset < b.offset end
    return a.sequence < b.sequence
  end)
  for i, item in ipairs(self.ordered) do item.object.order = i end
end

--- The keys of a table in a fixed order: numbers, then strings, as they stand in the file
--- where that is known.
function context:keys(path, raw)
  local keys = {}
  for key in pairs(raw) do keys[#keys + 1] = key end
  local offsets = {}
  for _, key in ipairs(keys) do
    local field, whole
    if self.scan then field, whole = self.scan:field(context.below(path, key)) end
    offsets[key] = field and whole and field.order or 0
  end
  table.sort(keys, function(a, b)
    if offsets[a] ~= offsets[b] then return offsets[a] < offsets[b] end
    if type(a) ~= type(b) then return type(a) == "number" end
    if type(a) == "number" or type(a) == "string" then return a < b end
    return tostring(a) < tostring(b)
  end)
  return keys
end

--- The problems in the order of the file.
function context:sorted_problems()
  local place = {}
  for i, problem in ipairs(self.problems) do place[problem] = i end
  table.sort(self.problems, function(a, b)
    if a.line ~= b.line then return a.line < b.line end
    return place[a] < place[b]
  end)
  return self.problems
end

return context
