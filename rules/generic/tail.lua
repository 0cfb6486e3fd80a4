-- The last lines of the text that are none: when it was published, who is to be written to, what
-- is to be noted, who the author is.

local phrases = include "generic/phrases"
local view = include "generic/view"
local people = include "generic/people"
local is_date, names_day = people.is_date, people.names_day
local is_text_role, says = view.is_text_role, view.says
local AGENCIES, NOTES = phrases.AGENCIES, phrases.NOTES

local REACH = 6       -- lines from the end of the text
local DATE_WORDS = 14 -- of a line that says when
local NOTE_WORDS = 60

-- What makes a note of such a line besides phrases.NOTES: elsewhere in a text it may be said of anything.
local LAST_NOTES = patterns {
  "^reach the ", "can be reached ", "may be reached ", "^follow h[ei][rm] ", "^follow the writer",
  "^follow .* on twitter", "^follow .* on x[ .:]", "^write to .* at ", "^contact .* at ", "^e%-?mail .*@",
  "^th[ei]s?e? %a+ was originally ", "^th[ei]s?e? %a+ originally appeared", "^originally published",
  "^correction:", "opinions? expressed ", "views? expressed ", "views and .* expressed", "^do you have a ",
  "may earn an? [%a ]*commission", "^this article contains ", "sind affiliate%-links", "mit affiliate%-links",
  "^sendung: ", "^dieses thema im programm", "^über dieses thema ", "^der beitrag ist ",
  "^dieser artikel %a+ zuerst", "^anm%. d", "^hinweis: ", "^cet article a été ", "^este artículo fue ",
  "^este texto foi ", "^editor ?: ", "^penulis ?: ", "^redaktør: ", "^責任編輯", "^责任编辑", "^（责任编辑", "^編輯",
}

-- Headings over the author's life.
local ABOUT = include("generic/bio").ABOUT

local function label(s, i)
  local f = s.f
  if f.words[i] <= DATE_WORDS and is_date(s, i) and names_day(s, i) then return "published" end
  if f.words[i] <= NOTE_WORDS and (says(s, i, NOTES) or says(s, i, LAST_NOTES)) then return "note" end
  local head = f.words[i] <= 3 and f.terminal[i] == 0 and view.lower_of(s, i):match("^(%a+)/%a+$")
  return head and head:matches(AGENCIES) and "credit" or nil
end

-- A heading over the author's life, and all of the text below it.
local function label_life(s)
  for i = math.max(s.first + 2, s.last - REACH), s.last do
    if s.role[i] == "crosshead" and says(s, i, ABOUT) then
      for j = i, s.last do
        if s.role[j] then s.role[j] = "bio" end
      end
      return
    end
  end
end

--- Labels those lines, from the end of the text upwards as far as there are some.
local function label_tail(s)
  label_life(s)
  for i = s.last, math.max(s.first + 2, s.last - REACH), -1 do
    if is_text_role(s.role[i]) then
      local role = label(s, i)
      if not role then return end
      s.role[i] = role
    end
  end
end

return { label_tail = label_tail }
