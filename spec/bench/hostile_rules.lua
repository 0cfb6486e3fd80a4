-- Rule files that mean harm, as a table: what each does, the seconds of the processor and the
-- memory it took, and what was said. Run at the top of the checkout: make hostile-rules
--
-- The memory is the most that the process had beyond what it had before (Linux's VmHWM), each
-- rule in a process of its own.

local hostile = require "spec.tools.hostile_rules"

local function resident(field)
  local file = io.open "/proc/self/status"
  if not file then return 0 end
  local text = file:read "a"
  file:close()
  return tonumber(text:match(field .. ":%s*(%d+)")) or 0
end

-- One rule, in a process of its own: prints a row.
local function one_row(one)
  local before = resident "VmRSS"
  local message, notices, seconds = hostile.run(one)
  local said = message or notices[1] and "notice: " .. notices[1] or "its sheet, within bounds"
  said = said:match "^[^\n]*"
  if #said > 110 then said = said:sub(1, 109):gsub("[\192-\255][\128-\191]*$", "") .. "…" end
  print(("%-52s %5.2f s %4d MB  %s"):format(one.what, seconds, (resident "VmHWM" - before) // 1024, said))
  return seconds < 1
end

local number = tonumber(arg[1])
if number then os.exit(one_row(hostile[number])) end

local slow = 0
for i = 1, #hostile do
  if not os.execute(("%s spec/bench/hostile_rules.lua %d"):format(arg[-1], i)) then slow = slow + 1 end
end
print(("%d rules, %d of them took a second or more"):format(#hostile, slow))
os.exit(slow == 0)
