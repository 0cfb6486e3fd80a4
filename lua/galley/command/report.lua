--- What the command says on standard error, and the exit code that goes with it.

local fault = require "galley.fault"

local report = {}

local reported = setmetatable({}, { __mode = "k" }) -- how many faults of each rules have been printed

--- Exit codes. Of several the highest is the command's.
report.DONE, report.FAILED, report.USAGE, report.RULE, report.IO = 0, 1, 2, 3, 4

--- Prints one line.
function report.say(text)
  io.stderr:write("galley: ", (tostring(text):gsub("%s*\n%s*", " ")), "\n")
end

--- The exit code of a fault, by the family of its code: "input-…", "output-…",
-- "rule-…"; anything else is a page that failed.
function report.code(err)
  local family = fault.is(err) and err.code:match "^%a+"
  if family == "input" or family == "output" then return report.IO end
  return family == "rule" and report.RULE or report.FAILED
end

--- Prints a fault and gives its exit code. `path` is the input it came up with, which
-- is named where the fault does not name it.
function report.fault(err, path)
  local text = tostring(err)
  if path and not (fault.is(err) and err.file == path) then text = path .. ": " .. text end
  report.say(text)
  return report.code(err)
end

--- Prints the broken rule files that rules have met with since this was called last; a broken
-- file is passed over, but not in silence. @return the exit code
function report.broken(rules)
  local code = report.DONE
  for i = (reported[rules] or 0) + 1, #rules.faults do code = math.max(code, report.fault(rules.faults[i])) end
  reported[rules] = #rules.faults
  return code
end

--- Calls a function that works on one page. A Lua error in it, which would be a defect
-- of ours, fails that page and no other.
-- @return what the function returns, or nil and a fault
function report.guarded(work, ...)
  local function traced(err)
    local text = tostring(err)
    if text:find "interrupted!$" then return text end
    return debug.traceback(text, 2)
  end
  local results = table.pack(xpcall(work, traced, ...))
  if results[1] then return table.unpack(results, 2, results.n) end
  local text = tostring(results[2])
  if text:find "interrupted!$" then error(text, 0) end
  return nil, fault.new { code = "internal", message = "a defect of galley's own: " .. text }
end

return report
