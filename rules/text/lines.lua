-- The lines of a page of flat text and what each looks like by itself: length,
-- punctuation, case, digits. A line's class is the coarsest of these, for its neighbours.

-- The work has a budget. Of longer pages the first lines are weighed.
local LINES_MOST, BYTES_MOST = 1000, 100000
local LINE_BYTES = 400 -- of a line; its end and length are seen all the same

local function count(text, pattern)
  local _, n = text:gsub(pattern, "")
  return n
end

-- Capitals and small letters: ASCII, Latin-1, Greek, Cyrillic.
local function case(text)
  local upper, lower = count(text, "%u"), count(text, "%l")
  if text:find("[\195\206-\209]") then
    upper = upper + count(text, "\195[\128-\158]") + count(text, "\208[\144-\175]") + count(text, "\206[\145-\169]")
    lower = lower + count(text, "\195[\159-\191]") + count(text, "\208[\176-\191]") + count(text, "\209[\128-\143]") +
      count(text, "\206[\177-\191]") + count(text, "\207[\128-\142]")
  end
  return upper, lower
end

local SIZES = { 3, 8, 15, 25, 40, 60, 85, 115, 160, 240, 400 }

local function size_class(chars)
  for i, most in ipairs(SIZES) do
    if chars <= most then return i end
  end
  return #SIZES + 1
end

-- How sentences end in scripts that have signs of their own for it.
local STOPS = { ["\226\128\166"] = "…", ["\224\165\164"] = ".", ["\227\128\130"] = ".", ["\239\188\129"] = "!",
  ["\239\188\159"] = "?", ["\216\159"] = "?", ["\219\148"] = "." }

-- The sign a line ends with, brackets and quotes aside.
local function end_of(text)
  local core = text:gsub("[\"')%]%s]+$", "")
  core = core:gsub("\226\128[\153\157\156\158]$", ""):gsub("\194\187$", ""):gsub("\227\128[\141\143]$", "")
  return core:match("[.!?:,;]$") or STOPS[core:sub(-3)] or STOPS[core:sub(-2)] or ""
end

local function is_dated(line)
  local text = line.text
  return line.digits >= 2 and line.chars <= 90 and (text:find("%f[%d][12][09]%d%d%f[%D]") ~= nil or
    text:find("%f[%d]%d%d?[:.h]%d%d%f[%D]") ~= nil or text:find("%d%d?[./-]%d%d?[./-]%d%d") ~= nil)
end

local function class_of(line)
  if line.dated and line.chars <= 50 then return "dated" end
  if line.chars <= 4 then return "tiny" end
  if line.terminal and line.chars >= 55 or line.chars > 170 then return "prose" end
  return line.chars < 26 and "short" or "title"
end

local function measure(line)
  local text = line.text
  -- A Chinese, Japanese or Korean sign says as much as two letters.
  line.chars = line.chars or count(text, "[^\128-\191]") + count(text, "[\227-\237][\128-\191]")
  line.words = count(text, "%S+")
  line.upper, line.lower = case(text)
  line.digits = count(text, "%d")
  line.ends = end_of(line.tail or text)
  line.terminal = line.ends:find("[.!?…]") ~= nil
  line.dated = is_dated(line)
  line.size = size_class(line.chars)
  line.class = class_of(line)
  return line
end

-- Splits "LABEL | the headline" in two, where the text stands in the page as it was read.
local function add_line(lines, text, start, stop, block, tail)
  local left, bar = text:match("^(.-)()%s[|]%s")
  if left and #text == stop - start and #left > 1 and #left <= 24 and left:find("%u") and not left:find("%d") then
    local right = bar + 3
    lines[#lines + 1] = measure { text = left, range = { start, start + bar - 1 }, split = "left" }
    lines[#lines + 1] = measure { text = text:sub(right), range = { start + right - 1, stop }, split = "right" }
  else
    lines[#lines + 1] = measure { text = text, block = block, tail = tail, chars = tail and stop - start }
  end
end

--- The lines to weigh, and the number of the first block after them.
local function read_lines(page)
  local lines, bytes = {}, 0
  for i = 1, page:blocks() do
    local start, stop = page:block(i)
    local text = page:read(start, math.min(stop, start + LINE_BYTES))
    bytes = bytes + #text
    if #lines >= LINES_MOST or bytes > BYTES_MOST then return lines, i end
    add_line(lines, text, start, stop, i, stop - start > LINE_BYTES and page:read(stop - 8, stop) or nil)
  end
  return lines, page:blocks() + 1
end

return { read_lines = read_lines }
