--- What a value of a rule finds: matches, each an element, a block, a stretch of text or
-- a value from elsewhere (an attribute, a meta element, JSON-LD).
--
-- A match has `row` (element or nil) and `start`, `stop` (text offsets), or `value` with
-- `from` and, where it stands in the bytes, `given = {start, stop}`. `datetime` is added by
-- the date step.

local core = require "galley.core"
local fault = require "galley.fault"
local date = require "galley.divide.date"
local line_view = require "galley.rule.line_view"
local scope = require "galley.divide.scope"

local match = {}

-- Steps that one pattern may take on one text: patterns come from strangers.
local PATTERN_STEPS = 1000000

-- What the engine's own work costs, in steps of the budget.
local TRY, MATCH, BLOCK, DOCUMENT = 20, 60, 40, 2000
local ROWS_A_STEP, OPERATION = 4, 4
local DATE, DATE_BYTES = 300, 400 -- a format tried; a text that is longer is no date

local function find(engine, text, pattern)
  local ok, first, last, spent = pcall(core.find, text, pattern, PATTERN_STEPS)
  if not ok then error(fault.new { code = "rule-budget", message = ("pattern %q: %s"):format(pattern, first) }, 0) end
  engine.budget:spend(spent + 1)
  return first, last
end

-- -- what each matcher finds ----------------------------------------------------

local finders = {}

local function of_rows(engine, where, rows)
  local found = {}
  for _, row in ipairs(rows) do
    if scope.holds(where, row) then
      local start, stop = engine.page:range(row)
      found[#found + 1] = { row = row, start = start, stop = stop }
    end
  end
  return found
end

-- Below the scope's element; `:scope` names that element itself.
function finders.css(engine, matcher, where)
  local css = matcher.compiled or matcher.selector
  local rows, spent = engine.page:find(css, where.row)
  engine.budget:spend(spent + (engine.page:subtree_end(where.row) - where.row) // ROWS_A_STEP + #rows * MATCH)
  if matcher.selector:find(":scope", 1, true) and engine.page:matches(css, where.row) then
    table.insert(rows, 1, where.row)
  end
  return of_rows(engine, where, rows)
end

function finders.xpath(engine, matcher, where)
  local rows, attrs, spent = engine.page:find_xpath(matcher.expression, where.row)
  engine.budget:spend(spent * OPERATION + (type(rows) == "table" and #rows * MATCH or 0))
  if type(rows) == "table" then
    local found = of_rows(engine, where, rows)
    for i, one in ipairs(found) do one.attribute = attrs[i] ~= 0 and attrs[i] or nil end
    return found
  elseif rows == "" or rows == false or rows == nil then
    return {}
  end
  return { { value = tostring(rows), from = "xpath" } }
end

function finders.block(engine, matcher, where)
  local page, found = engine.page, {}
  engine.budget:spend(page:blocks() * BLOCK)
  for i = 1, page:blocks() do
    local start, stop, row = page:block(i)
    if start >= where.start and stop <= where.stop and find(engine, page:read(start, stop), matcher.pattern) then
      found[#found + 1] = { start = start, stop = stop, block = i, holder = row }
    end
  end
  return found
end

-- The lines of a scope, kept: a rule asks for them again and again.
local function view_of(engine, where)
  local views, key = engine.shared.views, where.start .. ":" .. where.stop
  if not views[key] then
    local function bounded(text, pattern) return find(engine, text, pattern) end
    views[key] = line_view.new(engine.page, bounded, engine.budget, where.start, where.stop)
  end
  return views[key]
end

-- Lines are numbered within the scope.
function finders.line(engine, matcher, where)
  local found, view = {}, view_of(engine, where)
  for _, line in ipairs(view) do
    if view:looks(matcher.look, line) then
      found[#found + 1] = { start = line.start, stop = line.stop, block = line.block, holder = line.row }
    end
  end
  return found
end

local function of_witness(engine, from)
  local found = {}
  engine.budget:spend(DOCUMENT)
  for _, one in ipairs(engine:evidence(from)) do
    found[#found + 1] = { value = one.value, from = from, given = one.given }
  end
  return found
end

function finders.meta(engine, matcher)
  return of_witness(engine, "meta:" .. matcher.name)
end

function finders.jsonld(engine, matcher)
  return of_witness(engine, "jsonld:" .. matcher.path)
end

-- A function gives a row (node:row()), a text, or a list of either.
finders["function"] = function(engine, matcher, where)
  local found, given = {}, engine:call(matcher, where)
  if given == nil then return found end
  for _, one in ipairs(type(given) == "table" and given or { given }) do
    if math.type(one) == "integer" and one >= 0 then
      local start, stop = engine.page:range(one)
      found[#found + 1] = { row = one, start = start, stop = stop }
    elseif type(one) == "string" then
      found[#found + 1] = { value = one, from = "function" }
    end
  end
  return found
end

-- -- steps ----------------------------------------------------------------------------

local steps = {}

function steps.attr(engine, step, one)
  if not one.row then return nil end
  local value, start, stop = engine.page:attr(one.row, step.name)
  if not value then return nil end
  return { value = value, from = "@" .. step.name, given = start and { start, stop }, row = one.row,
    start = one.start, stop = one.stop }
end

-- Cuts a value, or a range of page text, to what a pattern leaves of it.
local function cut(one, first, last)
  if one.value then
    return { value = one.value:sub(first, last), from = one.from, given = one.given }
  end
  return { start = one.start + first - 1, stop = one.start + last, holder = one.row or one.holder }
end

local function subject(engine, one)
  return one.value or engine.page:raw(one.start, one.stop)
end

function steps.before(engine, step, one)
  local text = subject(engine, one)
  local from = find(engine, text, step.pattern)
  return from and cut(one, 1, from - 1) or nil
end

function steps.after(engine, step, one)
  local text = subject(engine, one)
  local _, to = find(engine, text, step.pattern)
  return to and cut(one, to + 1, #text) or nil
end

-- A text that fits no format stays a match, without a datetime.
function steps.date(engine, step, one)
  if not one.value and one.stop - one.start > DATE_BYTES then return one end
  local text = one.value or engine.page:read(one.start, one.stop)
  if #text > DATE_BYTES then return one end
  engine.budget:spend(DATE * #step.formats)
  for _, format in ipairs(step.formats) do
    one.datetime = one.datetime or date.parse(text, format, engine.rule.zone)
  end
  return one
end

local function through_steps(engine, matcher, found)
  for _, step in ipairs(matcher.steps) do
    local kept = {}
    engine.budget:spend(#found * MATCH)
    for _, one in ipairs(found) do
      local result = steps[step.op](engine, step, one)
      if result then kept[#kept + 1] = result end
    end
    found = kept
  end
  return found
end

local function alternative(engine, matcher, where)
  local whole = matcher.scope == "page" and engine.whole or where
  engine.budget:spend(TRY)
  local found = through_steps(engine, matcher, finders[matcher.type](engine, matcher, whole))
  if matcher.first then found = { found[1] } end
  for _, one in ipairs(found) do
    one.line = matcher.line
    one.detached = matcher.scope == "page" and one.start and
      (one.start < where.start or one.stop > where.stop) or nil
  end
  return found
end

-- A fault gets the file and line of the value; the core's own limits become one.
local function placed(engine, err, file, line)
  local limit = not fault.is(err) and tostring(err):match "%f[%w]%w+%-limit: (.*)$"
  if limit then err = fault.new { code = "rule-budget", message = limit } end
  if not fault.is(err) then return err end
  err.file, err.line = err.file or file or engine.rule.file, err.line or line
  return err
end

-- `galley check` asks how often a value was looked for on a page, and how often it was there.
local function noted(engine, value, found)
  local health = engine.shared.health
  if health then
    local one = health[value] or { tried = 0, found = 0 }
    one.tried, one.found = one.tried + 1, one.found + #found
    health[value] = one
  end
  return found
end

--- What a VALUE finds in a scope: the matches of its first alternative that has any.
function match.all(engine, value, where)
  for _, matcher in ipairs(value.alternatives) do
    local ok, found = pcall(alternative, engine, matcher, where)
    if not ok then error(placed(engine, found, value.file, matcher.line or value.line), 0) end
    if #found > 0 then return noted(engine, value, found) end
  end
  return noted(engine, value, {})
end

--- The rows (document order) of the elements that a VALUE finds.
function match.rows(engine, value, where)
  local rows = {}
  for _, one in ipairs(match.all(engine, value, where)) do
    rows[#rows + 1] = one.row or one.holder
  end
  return rows
end

return match
