-- How long the story takes to read: what lines with its day say beside it, or in its place.

local view = include "generic/page/view"
local eyebrow = include "generic/story/eyebrow"
local raw_text = view.raw_text
local separator, before_separator = eyebrow.separator, eyebrow.before_separator

local MINUTES = "()%f[%d]%d+%s*%-?%s*min%a*%.?()"

-- What such a time is called, before the minutes and behind them.
local BEFORE = {
  "reading time", "read time", "time to read", "lesezeit", "lesedauer", "temps de lecture", "tiempo de lectura",
  "tempo di lettura", "tempo de leitura", "leestijd", "lästid", "lesetid", "læsetid", "czas czytania", "doba čtení",
  "время чтения", "час читання", "okuma süresi", "waktu baca",
}
local BEHIND = {
  "read%f[%A]", "to read", "reading time", "lesezeit", "lesedauer", "de lecture", "de lectura", "di lettura",
  "de leitura", "leestijd", "lästid", "lesetid", "læsetid", "czytania", "чтения", "на чтение",
}
local LABEL_MOST = 40 -- bytes of a label and what stands between it and the minutes

-- Whether a text has more than what parts it from the next.
local function is_said(text)
  return text:sub(1, before_separator(text)):find("[%w\xC3-\xF4]") ~= nil
end

-- Where the label before the minutes begins: "Lesezeit: ca. 3 Minuten"; nil where there is none.
local function label_start(lower, from)
  local first = math.max(1, from - LABEL_MOST)
  local words = lower:sub(first, from - 1)
  for at = 1, #BEFORE do
    local found = words:find(BEFORE[at] .. "%W*%a*%.?%W*$")
    if found then return first + found - 1 end
  end
end

-- Where the words behind the minutes end: "3 min read"; nil where there are none.
local function label_stop(lower, to)
  for at = 1, #BEHIND do
    local _, stop = lower:find("^[%s-]*" .. BEHIND[at], to)
    if stop then return stop end
  end
end

-- The first and last byte of a reading time in a text, 1-based; minutes without a word for them are one if they are
-- all that it says.
local function reading_time(text)
  local lower = text:lower()
  local from, to = lower:match(MINUTES)
  if not from then return nil end
  local first, last = label_start(lower, from), label_stop(lower, to)
  local alone = not is_said(text:sub(1, from - 1)) and not is_said(text:sub(to))
  if first or last or alone then return first or from, last or to - 1 end
end

-- The parts that a part of a line becomes, whose text begins at the byte `start`; nil where it tells no such time.
local function split(part, text, start)
  local first, last = reading_time(text)
  if not first then return nil end
  local before, behind = is_said(text:sub(1, first - 1)), is_said(text:sub(last + 1))
  if before and behind then return nil end
  if not (before or behind) then return { tag = "read_time", block = part.block, range = part.range } end
  local time = { tag = "read_time", range = { start + first - 1, start + last } }
  local from, to = start, start + before_separator(text:sub(1, first - 1))
  if behind then from, to = start + last + separator(text:sub(last + 1)), start + #text end
  local day = { tag = part.tag, range = { from, to }, datetime = part.datetime }
  if behind then return time, day end
  return day, time
end

--- Parts the times of reading from the days in a story's content; returns the new content.
-- @param content the parts and segments of a story, in order
local function part_reading_times(s, content)
  local list = {}
  for at = 1, #content do
    local part, one, two = content[at], nil, nil
    if (part.tag == "published" or part.tag == "modified") and (part.block or part.range) then
      local start, stop
      if part.range then start, stop = part.range[1], part.range[2] else start, stop = s.page:block(part.block) end
      one, two = split(part, raw_text(s, start, stop), start)
    end
    list[#list + 1] = one or part
    list[#list + 1] = two
  end
  return list
end

return { part_reading_times = part_reading_times }
