-- The day of a story whose metadata do not tell it: of a line by its head or around the text, or in words.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local dates = include "generic/page/dates"
local people = include "generic/story/people"
local drop_false_days = include("generic/story/false_days").drop_false_days
local in_card = include("generic/story/of_cards").in_card
local is_own_foot = include("generic/story/own_foot").is_own_foot
local FORM, NAV = names.FORM, names.NAV
local H_COMMENT, H_DATE, H_POPULAR, H_RELATED = names.H_COMMENT, names.H_DATE, names.H_POPULAR, names.H_RELATED
local DATE_STARTS, POSTED = phrases.DATE_STARTS, phrases.POSTED
local excluded, is_linkish, says, text_of = view.excluded, view.is_linkish, view.says, view.text_of
local named_day, numeric_day = dates.named_day, dates.numeric_day
local is_date, is_meta_line, names_day = people.is_date, people.is_meta_line, people.names_day

-- A short line by the head that names a day and something else: a place, a section, a counter.
local function is_head_line(s, i)
  local f = s.f
  if f.hidden[i] == 1 or f.words[i] > 14 then return false end
  if s.role[i] and (s.role[i] ~= "caption" or f.words[i] > 8) then return false end
  if f.level[i] > 0 or f.terminal[i] == 1 then return false end
  local led = text_of(s, i):find("^%d+[./-] ?%d+[./-] ?%d%d%d%d ")
  if f.link_chars[i] > 0.6 * f.chars[i] and not led then return false end
  local box = f.box[i]
  local other = s.thread and H_RELATED | H_POPULAR or H_RELATED | H_POPULAR | H_COMMENT
  if s.around_tags[box] & (NAV | FORM) ~= 0 or s.around_hints[box] & other ~= 0 then
    return false
  end
  return names_day(s, i)
end

-- Whether a line that was taken for a date says a day, a time of it or how long ago; a figure and
-- a word may be a duration or a count.
local function tells_day(s, i)
  return s.f.time[i] > 0 or names_day(s, i) or text_of(s, i):find("%d:%d%d") ~= nil
    or text_of(s, i):find("%f[%a]ago%f[%A]") ~= nil
end

local function by_head(s)
  for i = math.max(1, (s.headline or s.first) - 4), math.min(s.count, s.first + 1) do
    if is_head_line(s, i) then return i end
  end
end

local function around_text(s)
  for i = math.max(1, (s.headline or s.first) - 15), math.min(s.count, s.last + 30) do
    local inside = i > s.last and (i > s.last + 15 or excluded(s, i))
    local free = not s.role[i] or (s.role[i] == "paragraph" or s.role[i] == "note") and s.f.words[i] <= 8
    if free and (inside and is_own_foot(s, i) or not inside and not excluded(s, i)) and not in_card(s, i)
      and (is_meta_line(s, i) or is_date(s, i) and names_day(s, i)) then return i end
  end
end

-- A line that is set as a time, if no other of the page is.
local function lone_time(s)
  local f, found = s.f, nil
  for i = 1, s.count do
    if f.digits[i] >= 3 and f.words[i] <= 12 and (f.time[i] > 0 or (f.own_hints[i] | f.inside_hints[i]) & H_DATE ~= 0)
      and not excluded(s, i) and not is_linkish(s, i) and names_day(s, i) then
      if found then return nil end
      found = i
    end
  end
  return found
end

-- The day with which one of the first texts begins, before a dash, bar or stop: "6 May 2024 - The".
local function dateline(s)
  for i = math.max(1, (s.headline or s.first) - 1), math.min(s.first + 3, s.count) do
    local role = s.role[i]
    local opening = (role == "paragraph" or role == "dek") and text_of(s, i):sub(1, 80)
    local head = opening and (opening:match("^(%d.-[12][09]%d%d)%.%s") or opening:match("^(.-)%s+[|\xE2-]"))
    if head and #head <= 45 and (numeric_day(s, head) or named_day(head)) then return head end
  end
end

-- The time that is set within the headline.
local function day_in_headline(s)
  local at = s.headline
  return at and s.f.time[at] > 0 and names_day(s, at) and text_of(s, at) or nil
end

-- The day that the page's title names: of an event, or of a notice.
local function titled(s)
  for _, one in ipairs(s.context.witnesses and s.context.witnesses.headline or {}) do
    if one.value:find("%f[%d][12][09]%d%d%f[%D]") and (numeric_day(s, one.value) or named_day(one.value)) then
      return one.value
    end
  end
end

-- A sentence near the story that says when it was put up.
local function posted(s)
  local f = s.f
  for i = math.max(1, (s.headline or s.first) - 15), math.min(s.count, s.last + 30) do
    if (not s.role[i] or i > s.last) and f.words[i] <= 40 and f.digits[i] >= 3 and f.hidden[i] == 0
      and not is_linkish(s, i) and says(s, i, POSTED) and names_day(s, i) then return text_of(s, i) end
  end
end

-- Whether a line says that the day in it is when the story appeared.
local function says_published(s, i)
  return says(s, i, DATE_STARTS)
end

-- Whether a line is known already to tell the story's day. Where the text itself begins with a
-- day, lines below it that do not say they are the story's lose their role: they are those of
-- comments and of other pieces.
local function has_day(s, begun)
  for i = 1, s.count do
    if s.role[i] == "published" and tells_day(s, i) then
      if not begun or i <= s.first + 3 or says_published(s, i) then return true end
      s.role[i] = nil
    end
  end
  return false
end

-- The line by the head or around the text that tells the day, if any may.
local function line_of_day(s, begun)
  local at = by_head(s)
  if at then return at end
  at = around_text(s)
  return at and (not begun or says_published(s, at)) and at or nil
end

-- A story without a date: a line by its head or below it that names a day; or the words of a
-- time that stands far off or in a paragraph.
local function find_day(s)
  if s.first then drop_false_days(s) end
  if not s.first or s.published[1] then return end
  local begun = dateline(s)
  if has_day(s, begun) then return end
  local at = line_of_day(s, begun)
  if at then
    s.role[at] = "published"
    return
  end
  at = lone_time(s)
  s.said_day = begun or day_in_headline(s) or posted(s) or at and text_of(s, at) or titled(s)
end

return { find_day = find_day }
