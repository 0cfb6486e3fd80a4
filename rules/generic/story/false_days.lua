-- Times at the head that are none of the story's: clocks of players and of pieces beside it, and the paper's own
-- date above the headline.

local view = include "generic/page/view"
local people = include "generic/story/people"
local dates = include "generic/page/dates"
local names_day, text_of = people.names_day, view.text_of

local REACH = 12 -- lines from the headline in which the day may stand
local HEAD_BOX = 8 -- lines of a box of headline and day, at most
local CLOCK = 6 -- words of a line that is hours and minutes

local function day_of(s, i)
  local text = text_of(s, i)
  return dates.numeric_day(s, text) or dates.named_day(text)
end

-- The line from the headline on that says the story's day.
local function find_dated(s)
  for i = s.headline, math.min(s.count, s.headline + REACH) do
    if s.role[i] == "published" and names_day(s, i) then return i end
  end
end

-- Whether a line is nothing but hours or minutes: "19:15", "00:00 / 03:29"; or a player's that begins at none, with
-- the word on its button: "0:00 Listen", but not "00:00 Uhr".
local function is_clock(s, i)
  local text = text_of(s, i)
  if text:find("^%W*%d%d?:%d%d[%d:/%s]*$") then return true end
  return text:find("^%W*0?0:00%s+%S+$") ~= nil and not dates.is_date_line(text)
end

-- Whether a line far above the headline says another day than the one below it.
local function is_other_day(s, i, dated)
  local box = view.common_box(s, i, s.headline)
  if box > 0 and s.f.box_last[box] - s.f.box_first[box] < HEAD_BOX then return false end
  return names_day(s, i) and day_of(s, i) ~= day_of(s, dated)
end

--- Gives them back to the page where another line says the day.
local function drop_false_days(s)
  local role, dated = s.role, nil
  if not s.headline then return end
  for i = math.max(1, s.headline - REACH), math.min(s.count, s.first + REACH) do
    if role[i] == "published" and (i < s.headline - 1 or s.f.words[i] <= CLOCK and is_clock(s, i)) then
      dated = dated or find_dated(s)
      if not dated then return end
      if i < s.headline and is_other_day(s, i, dated) or i ~= dated and math.abs(i - dated) > 1 and is_clock(s, i) then
        role[i] = nil
      end
    end
  end
end

return { drop_false_days = drop_false_days }
