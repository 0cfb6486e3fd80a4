-- What it costs to parse pages, divide them by the generic rule and print JSON, in
-- memory: lua spec/bench/divide.lua LIST [MS] (a file a line; the milliseconds that libxml2
-- took to parse them). Prints the median of seven runs and the ratio to that. The digest
-- of the source, which only bytes given to galley.extract get, is not counted.

local galley = require "galley"
local input = require "galley.input"

local RUNS = 7
local URL = "https://bench.example/" -- no site's rule is for it
local STORIES_LEAST = 0.9            -- of the pages have one, or nothing was divided

local pages, bytes = {}, 0
for path in io.lines(arg[1]) do
  local given = assert(input.read(path))
  pages[#pages + 1] = given.bytes
  bytes = bytes + #given.bytes
end

local rules = assert(galley.rules())

local function divide(given)
  local page = assert(galley.parse(given))
  return page, assert(galley.extract(page, { rules = rules, url = URL }))
end

-- What is measured is what is meant: the generic rule read each page, and found its story.
local function check()
  local stories = 0
  for _, given in ipairs(pages) do
    local _, sheet = divide(given)
    assert(sheet.rule and sheet.rule.name == "generic", "a page was not divided by the generic rule")
    stories = stories + (galley.walk(sheet, "story")() and 1 or 0)
    sheet:close()
  end
  assert(stories >= STORIES_LEAST * #pages, ("only %d of %d pages have a story"):format(stories, #pages))
end

local function run()
  local start = os.clock()
  for _, given in ipairs(pages) do
    local _, sheet = divide(given)
    assert(#sheet:format "jsonl" > 0)
    sheet:close() -- frees the page too, as libxml2's figure counts its freeing
  end
  return os.clock() - start
end

check()
local seconds = {}
for i = 1, RUNS do seconds[i] = run() end
table.sort(seconds)
local median = seconds[RUNS // 2 + 1]
local libxml2 = tonumber(arg[2])
print(("divide   %7.1f ms %8.1f MB/s  ratio %5.3f  parsed, divided by the generic rule and printed as JSON"):format(
  median * 1e3, bytes / median / 1e6, libxml2 and median * 1e3 / libxml2 or 0 / 0))
