-- Times as pages print them, by a format of strptime's letters, to ISO 8601. The zone
-- stands in the result only where the text or the rule states it.

local names = require "galley.divide.date_names"
local places = require "galley.divide.zones"

local date = {}

local match, find, sub = string.match, string.find, string.sub

-- One code point in lower case: Latin, Greek and Cyrillic, which the C library's tolower
-- does not know without a locale.
local function lower_point(c)
  if c >= 65 and c <= 90 or (c >= 0xC0 and c <= 0xDE and c ~= 0xD7) then return c + 32 end
  if c == 0x130 then return 105 end -- İ
  if c >= 0x100 and c <= 0x137 or c >= 0x14A and c <= 0x177 then return c + 1 - c % 2 end
  if c >= 0x139 and c <= 0x148 or c >= 0x179 and c <= 0x17E then return c + c % 2 end
  if c >= 0x391 and c <= 0x3A9 or c >= 0x410 and c <= 0x42F then return c + 32 end
  if c >= 0x400 and c <= 0x40F then return c + 80 end
  return c
end

--- Text in lower case, the same in every locale; bytes that are no UTF-8 stay as they are.
function date.lower(text)
  if not find(text, "[\128-\255]") then return text:lower() end
  if not utf8.len(text) then return text end
  local out = {}
  for _, c in utf8.codes(text) do out[#out + 1] = utf8.char(lower_point(c)) end
  return table.concat(out)
end

-- White space of all kinds to one space, so that a no-break space is a space.
local function plain_spaces(text)
  text = text:gsub("\194\160", " "):gsub("\226\128[\128-\138\175]", " "):gsub("\226\129\159", " ")
  return (text:gsub("%s+", " "):gsub("^ ", ""):gsub(" $", ""))
end

-- { lower-case name = number } of a list of languages, numbers from `first`.
local function lookup(languages, first)
  local map = {}
  for _, language in ipairs(languages) do
    local number = first
    for forms in language:gmatch("%S+") do
      for form in forms:gmatch("[^|]+") do
        form = date.lower(form)
        map[form] = map[form] or number
      end
      number = number + 1
    end
  end
  return map
end

local months, days = lookup(names.months, 1), lookup(names.days, 0)
local halves = {}
for half, forms in ipairs(names.halves) do
  for form in forms:gmatch("[^|]+") do halves[form] = half end
end

-- The number of the name that stands at `i` in lower-case text (letters, "-", "'"; with a
-- full stop after it or not), and the position after it.
local function read_name(map, text, i)
  local _, stop = find(text, "^[%a\128-\255'%-]+", i)
  while stop and stop >= i do
    local number = map[sub(text, i, stop)]
    if number then return number, sub(text, stop + 1, stop + 1) == "." and stop + 2 or stop + 1 end
    stop = stop - 1
  end
end

local function number_reader(key, digits, low, high)
  return function(time, text, i)
    local text_number = match(text, "^ ?(" .. ("%d?"):rep(digits - 1) .. "%d)", i)
    local number = tonumber(text_number)
    if not number or number < low or number > high then return nil end
    time[key] = number
    return i + #match(text, "^ ?", i) + #text_number
  end
end

local reader = {
  d = number_reader("day", 2, 1, 31), m = number_reader("month", 2, 1, 12),
  H = number_reader("hour", 2, 0, 23), I = number_reader("hour12", 2, 1, 12),
  M = number_reader("minute", 2, 0, 59), S = number_reader("second", 2, 0, 60),
  f = number_reader("fraction", 9, 0, 999999999),
}
reader.e, reader.k, reader.l = reader.d, reader.H, reader.I

function reader.Y(time, text, i)
  local year = match(text, "^%d%d%d%d", i)
  time.year = math.tointeger(tonumber(year))
  return year and i + 4
end

function reader.y(time, text, i)
  local year = tonumber(match(text, "^%d%d", i))
  if not year then return nil end
  time.year = year + (year < 69 and 2000 or 1900) -- as POSIX has it
  return i + 2
end

function reader.B(time, text, i)
  local month, after = read_name(months, text, i)
  time.month = month
  return after
end

function reader.A(_, text, i)
  local _, after = read_name(days, text, i)
  return after
end

function reader.p(time, text, i)
  for _, form in ipairs { "a.m.", "p.m.", "a.m", "p.m", "am", "pm" } do
    if sub(text, i, i + #form - 1) == form then
      time.half = halves[form]
      return i + #form
    end
  end
end

-- ±hh:mm, ±hhmm, ±hh or z.
function reader.z(time, text, i)
  local sign, hours, minutes = match(text, "^([+-])(%d%d):?(%d%d)", i)
  if sign then
    time.zone = sign .. hours .. ":" .. minutes
    return i + #match(text, "^[+-]%d%d:?%d%d", i)
  end
  sign, hours = match(text, "^([+-])(%d%d)", i)
  if sign then
    time.zone = sign .. hours .. ":00"
    return i + 3
  end
  if match(text, "^z", i) then
    time.zone = "+00:00"
    return i + 1
  end
end

-- A zone's name: worth what the rule says, else what it means everywhere.
function reader.Z(time, text, i, zones)
  local after = reader.z(time, text, i)
  if after then return after end
  local _, stop = find(text, "^[%a\128-\255]+", i)
  if not stop then return nil end
  local name = sub(text, i, stop)
  time.zone, time.named = zones[name] or places.abbreviations[name], true
  return stop + 1
end

reader.b, reader.h, reader.a = reader.B, reader.B, reader.A
local shorthand = { T = "%H:%M:%S", R = "%H:%M", D = "%m/%d/%y", F = "%Y-%m-%d", r = "%I:%M:%S %p" }

local function expand(format)
  return (plain_spaces(format):gsub("%%(.)", function(letter) return shorthand[letter] end))
end

--- Whether a format can be read and gives at least a day: true, or nil, a message and, where
--- one letter is wrong, the byte at which it stands.
function date.check(format)
  local seen = {}
  for at, letter in format:gmatch("()%%(.?)") do
    if not (reader[letter] or shorthand[letter] or letter == "%" or letter == "n" or letter == "t") then
      return nil, letter == "" and "it ends with %" or "unknown letter %" .. letter, at
    end
  end
  for letter in expand(format):gmatch("%%(.?)") do
    seen[letter] = true
  end
  local has_month = seen.m or seen.B or seen.b or seen.h
  if not ((seen.d or seen.e) and has_month and (seen.Y or seen.y)) then
    return nil, "it needs a day (%d), a month (%m, %B) and a year (%Y)"
  end
  return true
end

-- Reads `text` by `format` into `time`; nil and where it stopped in each if they differ.
local function read(time, format, text, zones)
  local i, f = 1, 1
  while f <= #format do
    local c = sub(format, f, f)
    if c == " " or match(format, "^%%[nt]", f) then
      i = match(text, "^ ?()", i)
    elseif c == "%" and sub(format, f + 1, f + 1) ~= "%" then
      i = reader[sub(format, f + 1, f + 1)](time, text, i, zones)
    elseif sub(text, i, i) == c then
      i = i + 1
    else
      i = nil
    end
    if not i then return nil, f end
    f = f + ((c == "%") and 2 or 1)
  end
  if i <= #text then return nil, f end
  return true
end

local function days_in(month, year)
  if month == 2 then
    return (year % 4 == 0 and (year % 100 ~= 0 or year % 400 == 0)) and 29 or 28
  end
  return (month == 4 or month == 6 or month == 9 or month == 11) and 30 or 31
end

local function iso(time, home)
  local hour = time.hour
  if time.hour12 then
    hour = time.half and time.hour12 % 12 + (time.half == 2 and 12 or 0) or time.hour12
  end
  if time.day > days_in(time.month, time.year) then return nil, "there is no such day" end
  local day = ("%04d-%02d-%02d"):format(time.year, time.month, time.day)
  if not hour then return day end
  if home and not time.zone and not time.named then
    time.zone = places.offset(home, { year = time.year, month = time.month, day = time.day, hour = hour,
      minute = time.minute })
  end
  return ("%sT%02d:%02d:%02d%s"):format(day, hour, time.minute or 0, time.second or 0, time.zone or "")
end

-- Lower case, but not the letters after %.
local function lower_format(format)
  local out = {}
  for before, directive in (format .. "%%"):gmatch("([^%%]*)(%%.)") do
    out[#out + 1] = date.lower(before) .. directive
  end
  return table.concat(out):sub(1, -3)
end

--- The time that `text` states by `format`, as ISO 8601: a day, or a day and an hour, with
--- the zone where it is stated. `zones` (optional) says what zone names are worth:
--- { EST = "-05:00" }, and at [1] where the clocks stand whose time bears no zone. Else nil and
--- a message. The format must fit the whole text; white space fits any white space or none,
--- letters fit in either case.
function date.parse(text, format, zones)
  local known, time = {}, {}
  for name, offset in pairs(zones or {}) do
    if name ~= 1 then known[date.lower(name)] = offset end
  end
  format = lower_format(expand(format))
  local ok, stop = read(time, format, date.lower(plain_spaces(text)), known)
  if not ok then
    local rest = sub(format, stop)
    return nil, rest == "" and "text is left after the format" or ("the text does not fit at %q"):format(rest)
  end
  return iso(time, zones and zones[1])
end

return date
