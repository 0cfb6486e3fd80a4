-- What stands below the running text: dates and names said there, notes, credits, the author's life.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local lexicon = include "generic/page/words"
local view = include "generic/page/view"
local dates = include "generic/page/dates"
local people = include "generic/story/people"
local bio = include "generic/story/bio"
local credits, remarks = include "generic/story/credits", include "generic/story/remarks"
local of_cards = include "generic/story/of_cards"
local looks_personal = include("generic/story/witnessed").looks_personal
local label_names = include("generic/story/names_below").label_names
local is_open = include("generic/story/own_foot").is_open
local ASIDE, FOOTER, H_BIO, H_BYLINE = names.ASIDE, names.FOOTER, names.H_BIO, names.H_BYLINE
local H_FORM, H_SHARE = names.H_FORM, names.H_SHARE
local BOILERPLATE, CREDITS, DATE_STARTS = phrases.BOILERPLATE, phrases.CREDITS, phrases.DATE_STARTS
local NOTES, NO_BYLINE = phrases.NOTES, phrases.NO_BYLINE
local common_box, is_linkish, names_in = view.common_box, view.is_linkish, view.names_in
local says, text_of = view.says, view.text_of
local ends_card, in_card, opens_card = of_cards.ends_card, of_cards.in_card, of_cards.opens_card
local named_day, numeric_day = dates.named_day, dates.numeric_day
local begins_with_author, is_date, is_meta_line = people.begins_with_author, people.is_date, people.is_meta_line
local names_author, names_day = people.names_author, people.names_day

local MAIL = patterns { "[%w._+-]+@[%w-]+%.%a" } -- an address to write to

-- How a line begins that says where else the author is to be found.
local ASKS = patterns {
  "^follow ", "^contact ", "^reach ", "^write to ", "^tweet ", "^folgen sie ", "^folge ", "^suivez ", "^contactez ",
  "^sígu?e", "^contacta ", "^segui ", "^siga ", "^volg ", "^följ ", "^følg ",
}
local OF_THEM = patterns { "^follow h[ei][rm]%f[%A]", "^follow them%f[%A]", "^follow me%f[%A]",
  "^contact h[ei][rm]%f[%A]",
  "^reach h[ei][rm]%f[%A]", "^folgen sie ihm", "^folgen sie ihr%f[%A]", "^suivez%-l" }

-- Lines that may say who wrote it, or when.
local MAY_TELL = formula("blocks", [[
  if level > 0 or hidden == 1 then return 0 end
  if words >= 8 and link_chars < 0.5 * chars and (terminal == 1 or matches(ENDINGS)) then return 1 end
  if words <= 12 and digits + (terminal == 0) >= 4 then return 1 end
  if words >= 3 and words < 8 and terminal == 1 and 2 * link_chars < chars then return 1 end
  if words <= 30 and (words >= 6 and matches(MAIL) or matches(ASKS)
    or matches(CREDITS) or matches(DATE_STARTS)) then return 1 end
  return (own_hints | box_near_hints[box]) & H_BYLINE ~= 0
]], names, phrases, { ASKS = ASKS, ENDINGS = bio.ENDINGS, MAIL = MAIL })

local BESIDE = 12 -- lines below the text in which one may say where it is from

-- Whether a line below the text stands in a box with it that holds little else.
local function is_beside(s, i)
  local f, box = s.f, common_box(s, math.min(s.last, i), math.max(s.last, i))
  return box > 0 and f.box_first[box] >= s.first - 30 and f.box_last[box] <= s.last + 60
    and s.around_hints[f.box[i]] & (H_SHARE | H_FORM) == 0
end

-- Short lines that say where the story is from.
local function label_credits(s)
  for _, i in ipairs(s.f:rows(credits.MAY_CREDIT, nil, math.max(s.first, s.last - BESIDE), s.last + BESIDE)) do
    if not s.role[i] and is_open(s, i) and is_beside(s, i) then s.role[i] = credits.role_of(s, i) end
  end
end

-- Whether a line names who edited the story, whom nothing gives as its author.
local function names_editor(s, i)
  return says(s, i, credits.EDITED) and not says(s, i, s.author_names)
end

-- Whether a line names the day on which metadata has the story.
local function names_known_day(s, i)
  if #s.published == 0 or not names_day(s, i) then return false end
  local text = text_of(s, i)
  local day = numeric_day(s, text) or named_day(text)
  for _, one in ipairs(s.published) do
    local stamp = dates.stamp_of(s, one.value)
    if stamp and stamp:sub(1, 10) == day then return true end
  end
  return false
end

local SENTENCE = 7 -- words of a line with a full stop that is a note: "This was first published on 5 May 2024."

-- Whether a line above this one says when the story appeared.
local function is_dated(s, i)
  for j = i - 1, s.headline or 1, -1 do
    if s.role[j] == "published" then return true end
  end
  return false
end

-- Whether a line below the text says when the story appeared: it says so (a time alone with who posted it does), or
-- has the day that metadata give, which pieces of the same day have too.
local function tells_when(s, i)
  local f = s.f
  if s.around_tags[f.box[i]] & ASIDE ~= 0 or in_card(s, i) then return false end
  local says_so = says(s, i, DATE_STARTS)
  if says_so and is_date(s, i) then return true end -- "p.m." ends no sentence
  if f.terminal[i] == 1 and f.words[i] >= SENTENCE then return false end
  if f.digits[i] < 4 or is_linkish(s, i) or not is_meta_line(s, i) and not is_date(s, i) then return false end
  return says_so or names_known_day(s, i) and not is_dated(s, i)
end

-- Whether a line says by whom and at what hour the story was put up, as blogs do: "Posted by Ann Lee at 9:05 AM".
local function says_posted(s, i)
  local text = text_of(s, i)
  return s.f.words[i] <= 12 and s.f.terminal[i] == 0 and text:find("%f[%d]%d?%d:%d%d%f[%D]") ~= nil
    and lexicon.DONE[(text:match("^%S+") or ""):lower()] and lexicon.starts_with_by(text)
end

-- Whether a line of the story's foot tells of the author's life.
local function tells_life(s, i, hints)
  local f = s.f
  return f.words[i] >= 8 and (f.terminal[i] == 1 or says(s, i, bio.ENDINGS)) and not is_linkish(s, i, 0.5)
    and (hints & (H_BIO | H_BYLINE) ~= 0 or says(s, i, NOTES) or begins_with_author(s, text_of(s, i)))
    and not says(s, i, BOILERPLATE)
end

-- Whether it says where to write to.
local function gives_address(s, i)
  local words = s.f.words[i]
  return words >= 3 and words <= 25 and says(s, i, MAIL) and is_beside(s, i) and not says(s, i, BOILERPLATE)
end

-- Whether a line names one of the authors, by one of their names at least.
local function names_one(s, i)
  local text = text_of(s, i)
  for _, one in ipairs(s.authors) do
    for name in (looks_personal(s, one.value) and one.value or ""):gmatch("%S%S%S+") do
      if text:find(name, 1, true) then return true end
    end
  end
  return false
end

-- Whether it bids write to the author or follow them, and is no button.
local function asks_to_follow(s, i)
  if s.f.words[i] > 25 or s.f.words[i] < 3 or not says(s, i, ASKS) then return false end
  if s.f.terminal[i] == 0 and not text_of(s, i):find("@", 1, true) then return false end
  return says(s, i, OF_THEM) or names_one(s, i)
end

-- Whether a short sentence right below the text says something of it: "This story has been updated."
local function notes_shortly(s, i)
  return s.f.words[i] < 8 and s.f.terminal[i] == 1 and not is_linkish(s, i, 0.5) and is_beside(s, i)
    and (says(s, i, NOTES) or says(s, i, phrases.SURE_NOTES)) and not says(s, i, BOILERPLATE)
end

local function tells_credit(s, i)
  return s.f.words[i] <= 30 and (says(s, i, CREDITS) or names_editor(s, i)) and not opens_card(s, i)
end

local function tells_writer(s, i, hints)
  return hints & H_BYLINE ~= 0 and names_author(s, text_of(s, i)) and not says(s, i, NO_BYLINE) and not ends_card(s, i)
end

-- The role of a line in the story's own foot, if it has one.
local function role_in_foot(s, i)
  local hints = s.f.own_hints[i] | (s.near_hints[s.f.box[i]] or 0)
  if tells_life(s, i, hints) then return says(s, i, phrases.SURE_NOTES) and "note" or "bio" end
  if gives_address(s, i) or asks_to_follow(s, i) or notes_shortly(s, i) then return "note" end
  if tells_credit(s, i) then return "credit" end
  if tells_when(s, i) or says_posted(s, i) then return "published" end
  return tells_writer(s, i, hints) and "byline" or nil
end

-- The role of a line below the text, wherever it stands.
local function role_below(s, i)
  local f = s.f
  if f.digits[i] >= 3 and people.says_filed(s, i) then return "published" end
  local told = f.words[i] >= 8 or f.words[i] >= 4 and f.terminal[i] == 1
  if told and s.around_tags[f.box[i]] & FOOTER == 0 and bio.tells_of_author(s, i) then return "bio" end
  return is_open(s, i) and role_in_foot(s, i) or nil
end

-- Who wrote it and what is to be noted, below the running text.
local function label_foot(s)
  local role, known = s.role, s.authors
  s.authors = bio.all_authors(s)
  bio.label_bios(s)
  for _, i in ipairs(s.f:rows(MAY_TELL, nil, s.last + 1, s.last + 20)) do
    role[i] = role[i] or role_below(s, i)
  end
  label_credits(s)
  label_names(s, s.authors == known and s.author_names or names_in(s.authors))
  remarks.label_remarks(s)
  s.authors = known
end

return { label_foot = label_foot }
