-- What the checks of one rule share: its file, where its keys stand, the problems found
-- so far, and the order of the claims that it will make.

local fault = require "galley.fault"
local merge = require "galley.rule.merge"

local context = {}
context.__index = context

--- `source`: a file of the rule: file (for messages), base (its name in sheets), scan (of
--- rule/lines.lua, nil for tables made by code), line (where there is no scan), sandbox (that it
--- runs in). The rule's own has the rank 0, those of the families it extends a higher one each.
function context.new(source)
  source.rank, source.line = 0, source.line or 1
  return setmetatable({
    source = source, at = merge.root(source), kinds = {}, parts = {}, problems = {}, known = {},
    ordered = {}, counts = { values = 0 },
  }, context)
end

--- A context for another reading of the same rule (a layout), whose values stand at `at`.
--- Problems go where they went.
function context:again(at)
  return setmetatable({
    source = self.source, at = at, core = self.core, kinds = {}, parts = {},
    problems = self.problems, known = self.known, ordered = {}, counts = self.counts,
  }, context)
end

--- The path one key further.
function context.below(path, key)
  local result = table.move(path, 1, #path, 1, {})
  result[#result + 1] = key
  return result
end

local PROBLEMS_MOST, VALUES_MOST = 100, 20000
local SHOWN = 400 -- bytes at the beginning of a long message, and at its end

--- Whether so many problems are noted that more would help no one.
function context:is_full()
  return #self.problems >= PROBLEMS_MOST
end

--- Counts a value that is read; false from the one on that is too many, all layouts taken together.
function context:count_value(path)
  self.counts.values = self.counts.values + 1
  if self.counts.values == VALUES_MOST then
    self:problem(path, ("the rule and its layouts say more than %d things"):format(VALUES_MOST))
  end
  return self.counts.values < VALUES_MOST
end

--- A path as messages and the sandbox write it: "story.headline.2".
function context.spell(path)
  local words = {}
  for i, key in ipairs(path) do words[i] = tostring(key) end
  return table.concat(words, ".")
end

--- The source in which the value at `path` stands, and its path there.
function context:origin(path)
  return merge.origin(self.at, path)
end

--- The line of the value at `path`; a computed one (`raw.line`) bears the line of its call.
function context:line(path, raw)
  local called = type(raw) == "table" and raw.matcher and raw.line
  local source, own = self:origin(path)
  if not source.scan then return called or source.line end
  local field, whole = source.scan:field(own)
  if field and whole then return field.line end
  return called or source.scan:line(own)
end

-- A giant selector or name is not repeated as a whole.
local function shortened(message)
  if #message <= 3 * SHOWN then return message end
  return message:sub(1, SHOWN):gsub("[\192-\255][\128-\191]*$", "") .. " … "
    .. message:sub(-SHOWN):gsub("^[\128-\191]+", "")
end

--- Notes a problem at `path`, once. `fields` may hold expected, found, meant, position.
function context:problem(path, message, fields)
  if self:is_full() then return end
  local problem = fields or {}
  local source, own = self:origin(path)
  problem.code, problem.message = problem.code or "rule-schema", shortened(message)
  problem.file, problem.line = source.file, problem.line or self:line(path)
  problem.path = #own > 0 and shortened(context.spell(own)) or nil
  local made = fault.new(problem)
  local text = tostring(made)
  if self.known[text] then return end
  self.known[text], made.rank = true, source.rank
  self.problems[#self.problems + 1] = made
end

-- Where a path stands among all that the rule's files say; the rule's own file comes first.
local function order_of(self, path)
  local source, own = self:origin(path)
  return source.rank * (1 << 32) + (source.scan and source.scan:order(own) or 0)
end

--- Whether, in a layout, the value at `path` stands in what the layouts have in common.
function context:is_common(path)
  local _, own = self:origin(path)
  return self.layout and own[1] ~= "layouts"
end

--- The name of the file in which the value at `path` stands, where that is not the rule's own.
function context:file_of(path)
  local source = self:origin(path)
  return source ~= self.source and source.base or nil
end

--- Gives `object` its line, the file where that is not the rule's own, and, when `number` has
--- been called, its place in the file.
function context:place(object, path, raw)
  object.line, object.file = self:line(path, raw), self:file_of(path)
  self.ordered[#self.ordered + 1] = { object = object, offset = order_of(self, path), sequence = #self.ordered }
  return object
end

--- The state in which a function at `path` runs; from now on it is kept.
function context:use_sandbox(path)
  local source = self:origin(path)
  source.used = true
  return source.sandbox
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
    local source, own = self:origin(context.below(path, key))
    local field, whole
    if source.scan then field, whole = source.scan:field(own) end
    offsets[key] = source.rank * (1 << 32) + (field and whole and field.order or 0)
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
    if a.rank ~= b.rank then return a.rank < b.rank end
    if a.line ~= b.line then return a.line < b.line end
    return place[a] < place[b]
  end)
  return self.problems
end

return context
