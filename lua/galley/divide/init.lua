--- A page and its rules -> claims, which the core settles: what the site's rule names, what
-- its divide returns, and what the generic rule says of the rest.

local core = require "galley.core"
local fault = require "galley.fault"
local budget = require "galley.rule.budget"
local evidence = require "galley.divide.evidence"
local layout = require "galley.divide.layout"
local listed = require "galley.divide.listed"
local named = require "galley.divide.named"
local scope = require "galley.divide.scope"

local divide = {}

local LAYERS = { rule = 1, divide = 2, generic = 3 }

-- Budgets that are spent alike on every machine.
local SPENT = { ["rule-budget"] = true, ["rule-memory"] = true }

-- -- the engine: one rule at work on one page -----------------------------------------

local engine = {}
engine.__index = engine

--- Keys of a table in a fixed order.
function engine.sorted(t)
  local keys = {}
  for key in pairs(t or {}) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys
end

--- Values of a meta element ("meta:NAME") or of JSON-LD ("jsonld:PATH"): a list of {value, given}.
function engine:evidence(from)
  return evidence.find(self.page, from)
end

--- Whether a tag behaves as an image: a part that may be without text.
function engine:is_image(tag)
  return tag == "image" or (self.rule.parts and self.rule.parts[tag] == "image")
end

-- A fault thrown, so that it leaves the engine's loops; divide.page catches it. What takes too
-- long may be the page or the machine as well as the rule: that page has failed, no more.
local function throw(self, err)
  error(fault.new {
    code = err.code == "rule-time" and "page-time" or err.code or "rule-error",
    message = err.message or tostring(err), file = self.rule.file, line = err.line,
  }, 0)
end

--- Calls a function of the rule: a Lua function of a trusted table, or the key path of one
--- in the rule's own state.
function engine:invoke(what, sandbox, ...)
  if type(what) == "function" then return what(...) end
  local ok, err = self:ready(sandbox)
  if not ok then throw(self, err) end
  local result, call_err = sandbox:call(what, ...)
  if result == nil and call_err then throw(self, call_err) end
  if sandbox then self:look_at_time() end
  return result
end

function engine:look_at_time()
  local ok, err = pcall(self.budget.check_time, self.budget)
  if ok then return end
  err.file = self.rule.file
  error(err, 0)
end

--- Calls a matcher's function with the segment's node.
function engine:call(matcher, where)
  local node = where.element and self.page:node(where.element) or self.page:root()
  return self:invoke(matcher.fn or matcher.path, matcher.sandbox, node)
end

--- Makes a state of the rule's anew once for each page, so that nothing is carried over.
function engine:ready(sandbox)
  local renewed = self.shared.renewed
  if renewed[sandbox] then return true end
  renewed[sandbox] = true
  return sandbox:renew()
end

--- Spends steps of the budget for what stands at a place of the rule (which has a line and, where it
--- is not the rule's own, a file).
function engine:spend(steps, place)
  local ok, err = pcall(self.budget.spend, self.budget, steps)
  if ok then return end
  err.file, err.line = place.file or self.rule.file, place.line
  error(err, 0)
end

--- The claims' number of a file's name; that of the rule's own file where there is none.
function engine:file_of(name)
  if not name then return self.file end
  return self.claims:file(name)
end

local function shared_by(page, rule)
  return { whole = scope.page(page), rows = page:subtree_end(0), notices = {}, renewed = {}, views = {},
    budget = budget.new(rule and rule.limits) }
end

local function notice(code, message)
  return { code = code, message = message }
end

local function new_engine(page, claims, rule, shared)
  local self = setmetatable({ page = page, claims = claims, rule = rule, shared = shared }, engine)
  self.whole = shared.whole
  self.rows = shared.rows
  self.budget = shared.budget
  self.file = claims and claims:file(rule.base or rule.name)
  return self
end

-- -- a rule's layers ------------------------------------------------------------------------

local function run_divide(self, context, layer)
  self.page:blocks() -- found here, where they cost the rule's budget nothing
  local rule = self.rule
  self.layer, self.line, self.file = layer, rule.divide_line or 0, self:file_of(rule.divide_file)
  local told = { url = context.url, date = context.date, language = context.language, witnesses = context.witnesses,
    explain = context.explain }
  if type(rule.divide) == "function" then return listed.claim(self, rule.divide(self.page, told)) end
  local ok, err = self:ready(rule.divide_sandbox)
  if ok then ok, err = listed.call(self, rule.divide, rule.divide_sandbox, self.page, told) end
  if not ok then throw(self, err) end
  self:look_at_time()
end

-- The shipped generic rule is not at fault where a page spends its budget: what it would
-- have claimed stays with the elements' defaults or is chrome, and the sheet says so.
local function run_generic(self, context, shared)
  local ok, err = pcall(run_divide, self, context, LAYERS.generic)
  if ok then return end
  if not (self.rule.shipped and fault.is(err) and SPENT[err.code]) then error(err, 0) end
  shared.notices[#shared.notices + 1] = notice("generic-budget",
    ("%s: %s: too much page for it; what no other rule claims is chrome"):format(self.rule.base, err.message))
end

local function run_plan(self)
  local items, err = self.rule.plan.match(self.page, self.budget)
  if not items then return notice("plan", ("%s: %s"):format(self.rule.base or self.rule.name, err)) end
  self.layer, self.line, self.file = LAYERS.rule, self.rule.plan_line or 0, self:file_of(self.rule.plan_file)
  listed.claim(self, items)
end

local function run_rule(self, context, shared)
  named.claim(self)
  if self.rule.plan then shared.notices[#shared.notices + 1] = run_plan(self) end
  if self.rule.divide then run_divide(self, context, LAYERS.divide) end
end

-- The layout of the rule that is for the page: the rule itself where it has none.
local function layout_of(page, rule, shared, context)
  if not rule or not rule.layouts then return rule end
  local chosen = layout.choose(rule, context, function(one) return new_engine(page, nil, one, shared) end)
  if chosen then return chosen end
  shared.notices[#shared.notices + 1] = notice("layout", ("%s: none of its layouts has its story on the page")
    :format(rule.base or rule.name))
  return rule
end

local function run_all(page, claims, rule, generic, context)
  local shared = shared_by(page, rule)
  shared.health = context.health
  rule = layout_of(page, rule, shared, context)
  if rule and rule ~= generic then run_rule(new_engine(page, claims, rule, shared), context, shared) end
  if generic and not (rule and rule.fill == false) then
    shared.budget = budget.new(generic.limits)
    local last = new_engine(page, claims, generic, shared)
    if rule == generic then named.claim(last) end
    if generic.plan then shared.notices[#shared.notices + 1] = run_plan(last) end
    if generic.divide then run_generic(last, context, shared) end
  end
  return shared.notices, rule and rule.layout
end

--- Whether a rule is for a page, by its `valid` and its `when`.
-- @param context url, date, language, witnesses
-- @return true; or false and why it is not; or nil and a fault
function divide.fits(page, rule, context)
  local ok, fits, why = pcall(layout.fits, rule, context, function(one)
    return new_engine(page, nil, one, shared_by(page, one))
  end)
  if ok then return fits, why end
  if fault.is(fits) then return nil, fits end
  error(fits, 0)
end

--- Divides a page by `rule` (may be nil) and then by `generic`, the rule for what it leaves.
-- @param context what a divide function is told: url, date, language, witnesses, explain (whether
--   it is to say `why` of each claim); and health, a
--   table that is filled: by VALUE of the rule, how often it was tried and found
-- @return the settled claims (galley.core), a list of notices and the name of the rule's layout
--   that was taken, nil where it has none; or nil and a fault
function divide.page(page, rule, generic, context)
  local claims = core.claims(page)
  local ok, notices, chosen = pcall(run_all, page, claims, rule, generic, context)
  if not ok then
    if fault.is(notices) then return nil, notices end
    error(notices, 0)
  end
  local settled, message, code = claims:settle()
  if not settled then return nil, fault.new { code = "divide-" .. code, message = message } end
  return claims, notices, chosen
end

return divide
