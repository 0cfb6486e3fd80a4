-- Days and times as lines of text give them.

local lexicon = include "generic/words"
local lower_words, words_of = lexicon.lower_words, lexicon.words_of

local MONTHS = {}

for number, names in ipairs {
  "january jan januar jän jänner janvier janv enero ene gennaio gen janeiro januari stycznia tammikuuta ocak января ",
  "february feb februar febr février févr febrero febbraio fevereiro fev februari lutego helmikuuta şubat февраля",
  "march mar märz mrz mars marzo março maart marts marca maaliskuuta mart марта",
  "april apr avril avr abril abr aprile kwietnia huhtikuuta nisan апреля",
  "may mai mayo maggio mag maio mei maj maja toukokuuta mayıs мая",
  "june jun juni juin junio giugno giu junho czerwca kesäkuuta haziran июня",
  "july jul juli juillet juil julio luglio lug julho lipca heinäkuuta temmuz июля",
  "august aug août agosto ago augustus augusti sierpnia elokuuta ağustos августа",
  "september sep sept septembre septiembre settembre set setembro września syyskuuta eylül сентября",
  "october oct oktober okt octobre octubre ottobre ott outubro out października lokakuuta ekim октября",
  "november nov novembre noviembre novembro listopada marraskuuta kasım ноября",
  "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia joulukuuta desember"
    .. " des aralık декабря",
} do
  for name in names:gmatch("%S+") do MONTHS[name] = MONTHS[name] or number end
end

local DAY_WORDS = words_of [[monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu
  thur thurs fri sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi
  jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo am pm a.m. p.m. a.m p.m
  uhr gmt utc est edt cst cdt mst mdt pst pdt et pt ist bst cet cest aest ago hour hours hrs minute minutes
  min mins day days week weeks month months year years vor stunden stunde minuten tagen tag hace horas heures
  heure ore uur today yesterday heute gestern read publicado actualizado publié mis à jour le del de à um at
  on o klo kl h den the th st nd rd]]

local DATE_LABELS = words_of [[published updated posted last modified first publish update date on issued
  created publicado actualizado publicada publié modifié mis jour stand aktualisiert veröffentlicht erstellt
  geändert pubblicato aggiornato aangepast gepubliceerd publicerad uppdaterad oppdatert publisert opdateret
  julkaistu päivitetty original originally reading lesezeit lesedauer time]]

local function word_kind(word)
  local bare = word:gsub("^[%p]+", ""):gsub("[%p]+$", "")
  local low = bare:lower()
  if bare == "" then return "mark" end
  if bare:find("^%d") then return "number" end
  if MONTHS[low] or MONTHS[bare] then return "month" end
  if DAY_WORDS[low] then return "day" end
  if DATE_LABELS[low] then return "label" end
  return "other"
end

local function flush(runs, run)
  if run and run.stop then runs[#runs + 1] = run end
end

-- Cuts a line into runs of date words and other words: { date =, start =, stop = } by bytes.
local function runs_of(text)
  local runs, run = {}, nil
  for start, word, stop in text:gmatch("()(%S+)()") do
    local kind = word_kind(word)
    if kind ~= "mark" then
      local date = kind ~= "other"
      if not run or run.date ~= date then
        flush(runs, run)
        run = { date = date, start = start, strong = false, words = 0 }
      end
      run.stop, run.words = stop - 1, run.words + 1
      if kind == "number" or kind == "month" then run.numbers = (run.numbers or 0) + 1 end
    end
  end
  flush(runs, run)
  return runs
end

local function has_date(text)
  return text:find("%d%d%d%d") and (text:find("%d+[/.-]%d+") or text:find("%a%a%a")) or text:find("%d%d?:%d%d")
    or text:find("%d%d?[/.]%d%d?[/.]%d%d") or text:find("%d+ %a+ ago") or text:find("%d+年")
      or text:find("%d+ %a+ read")
    or text:find("%d+%-min") or text:find("%d+%.? %a%a%a")
end

-- Whether a short line is a date: most of its words are words of dates.
local function is_date_line(text)
  if #text > 160 or not has_date(text) then return false end
  local date, other = 0, 0
  for _, run in ipairs(runs_of(text)) do
    if run.date then date = date + run.words else other = other + run.words end
  end
  return date >= 2 * other and date > 0
end

local function day_of(year, month, day)
  year, month, day = tonumber(year), tonumber(month), tonumber(day)
  if year < 100 then year = year + 2000 end
  if month > 12 then month, day = day, month end
  if year < 1990 or year > 2100 or month < 1 or month > 12 or day < 1 or day > 31 then return nil end
  return ("%04d-%02d-%02d"):format(year, month, day)
end

-- The day a line of text names in figures.
local function numeric_day(s, text)
  local year, month, day = text:match("%f[%d](%d%d%d%d)[-/.年] ?(%d%d?)[-/.月] ?(%d%d?)%f[^%d]")
  if year then return day_of(year, month, day) end
  local a, mark, b, c = text:match("%f[%d](%d%d?)([./-]) ?(%d%d?)[./-] ?(%d%d%d?%d?)%f[^%d]")
  if not a then return nil end
  local american = mark == "/" and (s.context.language or ""):lower():find("^en") and not (s.context.language
    or ""):find("GB")
  if american then a, b = b, a end
  return day_of(c, b, a)
end

-- The day a line names in words: "5 November 2024", "Nov. 5th, 2024".
local function named_day(text)
  local words = lower_words(text)
  for at, word in ipairs(words) do
    local month = MONTHS[word]
    local before, after, last = words[at - 1] or "", words[at + 1] or "", words[at + 2] or ""
    if not MONTHS[word] and word == "de" then before = "" end
    if month and before == "de" then before = words[at - 2] or "" end
    if month and after == "de" then after = last end
    local day, year = before:match("^(%d%d?)%a*$"), after:match("^%d%d%d%d$")
    if month and day and year then return day_of(year, month, day) end
    day, year = after:match("^(%d%d?)%a*$"), last:match("^%d%d%d%d$")
    if month and day and year then return day_of(year, month, day) end
  end
end

return {
  has_date = has_date, is_date_line = is_date_line, named_day = named_day, numeric_day = numeric_day,
  runs_of = runs_of,
}
