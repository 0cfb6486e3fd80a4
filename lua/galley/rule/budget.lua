-- What a rule may spend on one page outside the state that its functions run in: steps of work for
-- its selectors, patterns, lines and claims, and processor time as the last resort. A step is
-- some ten nanoseconds, as in the state.

local fault = require "galley.fault"

local budget = {}
budget.__index = budget

local clock = os.clock

--- What stands where the rule's `limits` say nothing. `memory` (bytes), `instructions` and `steps`
--- (of each call) and `seconds` (for a page) bound a rule's functions, `work` and `seconds` the rest.
budget.DEFAULTS = { memory = 64 << 20, instructions = 50000000, steps = 20000000, seconds = 2, work = 40000000 }

local LOOK_EVERY = 200000 -- steps, between looks at the clock

--- All limits: those given, and the defaults of the others.
function budget.limits(given)
  local all = {}
  for name, value in pairs(budget.DEFAULTS) do all[name] = given and given[name] or value end
  return all
end

--- A budget for one page. `limits`: see DEFAULTS.
function budget.new(limits)
  limits = limits and budget.limits(limits) or budget.DEFAULTS
  local work = limits.work
  return setmetatable({ work = work, left = work, looked = work, seconds = limits.seconds, start = clock() },
    budget)
end

--- Raises a fault where the time is over.
function budget:check_time()
  self.looked = self.left
  if clock() - self.start > self.seconds then
    local message = ("the rule spent its %g seconds of the page"):format(self.seconds)
    error(fault.new { code = "rule-time", message = message }, 0)
  end
end

--- Spends steps; raises a fault where there are none left.
function budget:spend(steps)
  self.left = self.left - steps
  if self.left < 0 then
    error(fault.new { code = "rule-budget",
      message = ("the rule spent its %d steps of work on the page"):format(self.work) }, 0)
  elseif self.looked - self.left > LOOK_EVERY then
    self:check_time()
  end
end

return budget
