-- What it costs to parse pages, divide them by the generic rule and print JSON, in
-- memory: lua spec/bench/divide.lua LIST [MS] (a file a line; the milliseconds that libxml2
-- took to parse them). Prints the median of seven runs and the ratio to that.

local galley = require "galley"
local input = require "galley.input"

local RUNS = 7

local pages, bytes = {}, 0
for path in io.lines(arg[1]) do
  local given = assert(input.read(path))
  pages[#pages + 1] = given.bytes
  bytes = bytes + #given.bytes
end

local rules = galley.rules()

local function run()
  local start = os.clock()
  for _, page in ipairs(pages) do
    local sheet = assert(galley.extract(page, { rules = rules }))
    assert(#sheet:format "jsonl" > 0)
  end
  return os.clock() - start
end

run()
local seconds = {}
for i = 1, RUNS do seconds[i] = run() end
table.sort(seconds)
local median = seconds[RUNS // 2 + 1]
local libxml2 = tonumber(arg[2])
print(("divide   %7.1f ms %8.1f MB/s  ratio %5.3f  parsed, divided by the generic rule and printed as JSON"):format(
  median * 1e3, bytes / median / 1e6, libxml2 and median * 1e3 / libxml2 or 0 / 0))
