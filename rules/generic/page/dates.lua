-- Days and times as lines of text give them.

local lexicon = include "generic/page/words"
local lower_words, words_of = lexicon.lower_words, lexicon.words_of
local matches = string.matches

local KINDS = include "generic/page/date_words"
local figures_of = include "generic/page/figures"
local FIGURES, figures, parted = figures_of.FIGURES, figures_of.figures, figures_of.parted
local is_label = figures_of.is_label

for word, kind in pairs(include "generic/page/date_scripts") do KINDS[word] = kind end

local MONTHS = {}
for word, kind in pairs(KINDS) do
  if type(kind) == "number" then MONTHS[word] = kind end
end

local function flush(runs, run)
  if run and run.stop then runs[#runs + 1] = run end
end

-- The words of a line by threes: where each begins, the byte behind it, and its kind; and the
-- line as it was parted, by whose bytes `start` and `stop` count.
local function kinds_of(text, edges)
  local cut = parted(text, edges)
  return cut:kinds(KINDS), cut
end

-- Words that stand before days, and within names: "Ann de Lee".
local PARTICLES = words_of "de del den el le"

-- Whether words belong to a word for who wrote it or where it is from right before them.
local function goes_on(words)
  return is_label(words) and not words:find("%s") and #words <= 12 or lexicon.is_by_alone(words:lower():match("%S+$"))
end

local NAMES = { Wit = true, Wat = true } -- words of names, which are zones of time in capitals

local BARS = words_of "| ｜" -- between the fields of a line

-- Whether a word of a line, of those by threes, can end a name.
local function goes_on_as_name(text, words, at, added)
  return words[at + 2] == false or words[at] and NAMES[text:sub(words[at] - added, words[at + 1] - added - 1)]
end

-- Cuts a line into runs of date words and other words: { date =, start =, stop = } by bytes. Words that an edge
-- of elements or a label of East Asia parts from those before them are `apart`.
-- @param edges the bytes at which elements begin, from the last, and a set of them as `at`
local function cut_at(text, edges)
  local runs, run, added, barred = {}, nil, 0, false
  local words, cut = kinds_of(text, edges)
  local byte = cut:find("%z")
  for at = 1, #words, 3 do
    while byte and byte < words[at] do added, byte = added + 1, cut:find("%z", byte + 1) end
    local start, stop, kind = words[at] - added, words[at + 1] - added, words[at + 2]
    if kind == "mark" then barred = barred or BARS[text:sub(start, stop - 1)]
    else
      local date = kind ~= false
      local word = date and run and not run.date and text:sub(start, stop - 1)
      if word and (NAMES[word] or PARTICLES[word] and goes_on_as_name(text, words, at + 3, added)) then date = false end
      local apart = not date and (barred or text:byte(start) >= 0xE4 and is_label(text:sub(start, stop - 1))
        or edges and edges.at[start] and not (run and goes_on(text:sub(run.start, run.stop))))
      if not run or run.date ~= date or apart then
        flush(runs, run)
        run = { date = date, start = start, words = 0, apart = apart }
      end
      run.stop, run.words, barred = stop - 1, run.words + 1, false
      if kind == "number" or type(kind) == "number" then run.numbers = (run.numbers or 0) + 1 end
    end
  end
  flush(runs, run)
  return runs
end

local line_runs = {} -- those of the page's lines: many are asked for again

-- The same, of a line without edges only once.
local function runs_of(text, edges)
  if edges then return cut_at(text, edges) end
  local runs = line_runs[text] or cut_at(text)
  line_runs[text] = runs
  return runs
end

local function day_of(year, month, day)
  year, month, day = tonumber(year), tonumber(month), tonumber(day)
  if year < 100 then year = year + 2000
  elseif year > 2400 and year < 2700 then year = year - 543 end -- years of the Buddha
  if month > 12 then month, day = day, month end
  if year < 1990 or year > 2100 or month < 1 or month > 12 or day < 1 or day > 31 then return nil end
  return ("%04d-%02d-%02d"):format(year, month, day)
end

-- The day a line of text names in figures.
local function numeric_day(s, text)
  text = figures(text)
  if not text:find("%d[-./]") then return nil end
  local year, month, day = text:match("%f[%d](%d%d%d%d)[-/.] ?(%d%d?)[-/.] ?(%d%d?)%f[^%d]")
  if year then return day_of(year, month, day) end
  local a, mark, b, c = text:match("%f[%d](%d%d?)([./-]) ?(%d%d?)[./-] ?(%d%d%d?%d?)%f[^%d]")
  local hour_touches = not a or text:find(c .. ":", 1, true)
  if hour_touches then
    a, mark, b, c = text:match("%f[%d](%d%d?)([./-]) ?(%d%d?)[./-] ?(%d+)%d%d:%d%d")
    if not a or #c ~= 2 and #c ~= 4 then return nil end
  end
  local american = mark == "/" and (s.context.language or ""):lower():find("^en") and not (s.context.language
    or ""):find("GB")
  if american then a, b = b, a end
  return day_of(c, b, a)
end

-- The day at the end of a short line whose year has two figures: "Pisa, 14 marzo 21".
local function short_year(text)
  if #text > 40 then return nil end
  local day, month, year = text:lower():match("%f[%d](%d%d?)%.? ([%a\128-\255]+)%.? '?(%d%d)%W*$")
  return day and MONTHS[month] and day_of(year, MONTHS[month], day) or nil
end

local SMALL = words_of "de of del m" -- words within a day

-- The day a line names in words: "5 November 2024", "Nov. 5th, 2024", "5 de mayo de 2024",
-- "2024. május 5."
local function named_day(text)
  local words = {}
  text = figures(text)
  if not text:find("%d%d%d%d") then return short_year(text) end
  for word in text:lower():gmatch("[%w\128-\255]+") do
    local month = MONTHS[word]
    local again = month and MONTHS[words[#words]] == month -- in two languages
    if not (again or SMALL[word]) then words[#words + 1] = word end
  end
  for at, word in ipairs(words) do
    local month = MONTHS[word]
    if month then
      local before, after, last = words[at - 1] or "", words[at + 1] or "", words[at + 2] or ""
      local day, year = before:match("^(%d%d?)%a*$"), after:match("^(%d%d%d%d)%f[%D]")
      if not (day and year) then day, year = after:match("^(%d%d?)%a*$"), last:match("^(%d%d%d%d)%f[%D]") end
      if not (day and year) then day, year = after:match("^(%d%d?)%a*$"), before:match("^(%d%d%d%d)$") end
      if not (day and year) then -- no space before the hour
        day, year = before:match("^(%d%d?)%a*$"), after:match("^([12][09]%d%d)%d%d?$")
      end
      if not (day and year) then day, year = after:match("^(%d%d?)(%d%d%d%d)$") end -- no space between
      if day and year then return day_of(year, month, day) end
    end
  end
end

local TIMES = patterns { "%d%d?:%d%d", "%d+%.? %a%a%a", "%d%d?[/.]%d%d?[/.]%d%d", "%d+ %a+ ago", "%d+ %a+ read",
  "%d+%-min", "%d[snrt][tdh] J[au][nl]", "%d[snrt][tdh] Feb", "%d[snrt][tdh] Ma[ry]",
  "%d[snrt][tdh] Apr", "%d[snrt][tdh] Aug", "%d[snrt][tdh] Sep", "%d[snrt][tdh] Oct", "%d[snrt][tdh] Nov",
  "%d[snrt][tdh] Dec", "%f[%d]%d%d?月 ?%d%d?日", "%f[%d]%d%d?월 ?%d%d?일" }

-- Whether a line whose figures are ASCII's names a date.
local function names_date(text)
  if not text:find("%d") then return false end
  return text:matches(TIMES) or text:find("%f[%d][12]%d%d%d") and (text:find("%d+[/.-]%d+") or text:find("%a%a%a")
    or text:find("[\x80-\xBF][\xC3-\xED][\x80-\xBF]"))
end

local function has_date(text)
  return names_date(figures(text))
end

-- Whether a line tells the weather, or only how long a film runs.
local function tells_other(text)
  return text:find("°", 1, true) ~= nil or text:find("^%s*%d:%d%d%s*$") ~= nil or text:find("^%s*00:%d%d%s*$") ~= nil
end

-- How long ago it was.
local AGO = patterns { "%d %a+ ago%f[%A]", "%f[%a]an? %a+ ago%f[%A]", "%f[%a]vor %d", "il y a %d", "%f[%a]hace %d",
  "há %d", "%d %a+ fa%f[%A]", "för %d+ .* sedan", "%d %a+ siden%f[%A]", "%d %a+ geleden", "%d %a+ temu", "%d %a+ önce",
  "%d %a+ sitten", "%d ?時間前", "%d ?分前", "%d ?日前", "%d ?小时前", "%d ?分钟前", "%d ?시간 전", "%d ?분 전",
  "%d giờ trước" }

local function tells_age(text)
  return matches(text:lower(), AGO)
end

local UNITS = words_of [[min mins minute minutes minuten minuti minutos hour hours hrs stunde stunden heure heures hora
  horas ore uur]]

-- Whether a line says how long several things take: in a recipe, on a trip.
local function says_durations(text)
  local count = 0
  for unit in text:lower():gmatch("%f[%d]%d+%s*(%a+)") do count = count + (UNITS[unit] and 1 or 0) end
  return count >= 2 and not text:find("%d:%d%d") and not text:find("%f[%d][12][09]%d%d%f[%D]")
end

-- Whether a text is a date: most of its words are words of dates.
local function reads_as_date(text)
  text = figures(text)
  if #text > 160 or not (names_date(text) or text:find("%f[%d]%d%d?%.%d%d%f[^%d.]")) then return false end
  if says_durations(text) then return false end
  local date, other = parted(text):known(KINDS)
  return date >= 2 * other and date > 0
end

local date_lines = {} -- what was told of the page's lines: many are asked for again

-- Whether a short line is one.
local function is_date_line(text)
  if #text > 480 then return false end -- figures of three bytes become one
  local told = date_lines[text]
  if told == nil then
    told = reads_as_date(text)
    date_lines[text] = told
  end
  return told
end

-- Words and bytes, at least, of a link beside a date that is no name or section; bytes alone where nothing parts words.
local LINKED_WORDS, LINKED_BYTES = 4, 18

-- Whether the link of a line with a date has words enough for a headline, and none of the date's figures.
local function is_beside_date(s, i)
  local link = s.f.links[i] == 1 and s.f.link[i] or 0
  if link == 0 then return false end
  local start, stop = s.page:block(i)
  local from, to = s.page:range(link)
  if from < start or to > stop then return false end
  local text = s.page:read(from, to)
  if #text < LINKED_BYTES or has_date(text) then return false end
  return #lower_words(text) >= LINKED_WORDS or not text:find "[%z\1-\127]"
end

-- A time as metadata gives it, in the form of ISO 8601, or the day of it; nil where it names none.
local function read_stamp(s, value)
  local day, hour, rest = value:match("^%s*(%d%d%d%d%-%d%d%-%d%d)[T ]+(%d%d?:%d%d)(.*)$")
  if day then
    local seconds, zone = rest:match("^(:%d%d)"), rest:match("([+-]%d%d:?%d%d)%s*$") or rest:match("Z%s*$")
    if zone and #zone == 5 then zone = zone:sub(1, 3) .. ":" .. zone:sub(4) end
    return ("%sT%s%s%s"):format(day, #hour == 4 and "0" .. hour or hour, seconds or "", zone or "")
  end
  local year, month, date = value:match("^%s*(%d%d%d%d)(%d%d)(%d%d)")
  if year and not value:find("^%s*%d%d%d%d%d%d%d%d%d") then return day_of(year, month, date) end
  local of_month, ends = value:match("(%a%a%a %d%d?) .* (%d%d%d%d)%s*$") -- Mon Oct 11 14:57:21 CEST 2021
  return numeric_day(s, value) or named_day(value) or ends and named_day(of_month .. " " .. ends) or nil
end

local stamps = {} -- those of the page; false where there is none

local function stamp_of(s, value)
  local stamp = stamps[value]
  if stamp == nil then
    stamp = read_stamp(s, value) or false
    stamps[value] = stamp
  end
  return stamp or nil
end

-- The day an address names: /2024/05/06/, /2024-05-06-, /20240506/, /06-05-2024.
local function address_day(url)
  local path = url:gsub("[?#].*$", ""):match("^%a+://[^/]+(/.*)$")
  if not path then return nil end
  local year, month, day = path:match("[/-]([12][09]%d%d)/(%d%d?)/(%d%d?)%f[/_.-]")
  if not year then year, month, day = path:match("[/_-]([12][09]%d%d)-(%d%d?)-(%d%d?)%f[%D]") end
  if not year then year, month, day = path:match("/([12][09]%d%d)-?(%d%d)/?(%d%d)%f[/_.-]") end
  if not year then day, month, year = path:match("[/_-](%d%d)-(%d%d)-([12][09]%d%d)%f[%D]") end
  return year and tonumber(month) <= 12 and day_of(year, month, day) or nil
end

return {
  address_day = address_day, FIGURES = FIGURES, has_date = has_date, is_beside_date = is_beside_date,
  is_date_line = is_date_line, named_day = named_day,
  numeric_day = numeric_day, runs_of = runs_of, stamp_of = stamp_of, tells_age = tells_age,
  tells_other = tells_other,
}
