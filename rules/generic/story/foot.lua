-- What stands below the running text: dates and names said there, sources, notes, credits,
-- the author's life.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local people = include "generic/story/people"
local bio = include "generic/story/bio"
local signature = include "generic/story/signature"
local credits, remarks = include "generic/story/credits", include "generic/story/remarks"
local says = view.says
local dates = include "generic/page/dates"
local of_cards = include "generic/story/of_cards"
local ends_card, in_card, opens_card = of_cards.ends_card, of_cards.in_card, of_cards.opens_card
local named_day, numeric_day = dates.named_day, dates.numeric_day
local ARTICLE, ASIDE, H_BIO, H_BYLINE, H_STORY = names.ARTICLE, names.ASIDE, names.H_BIO, names.H_BYLINE, names.H_STORY
local FOOTER, NAV, FORM, H_RELATED, H_POPULAR = names.FOOTER, names.NAV, names.FORM, names.H_RELATED, names.H_POPULAR
local H_COMMENT, H_DATE, H_FORM, H_SHARE = names.H_COMMENT, names.H_DATE, names.H_FORM, names.H_SHARE
local BOILERPLATE, CREDITS, DATE_STARTS = phrases.BOILERPLATE, phrases.CREDITS, phrases.DATE_STARTS
local NOTES, NO_BYLINE = phrases.NOTES, phrases.NO_BYLINE
local POSTED = phrases.POSTED
local common_box, excluded, is_linkish, text_of = view.common_box, view.excluded, view.is_linkish, view.text_of
local begins_with_author, is_date, is_meta_line = people.begins_with_author, people.is_date, people.is_meta_line
local names_author, names_day = people.names_author, people.names_day

-- Whether a box is about one story: by its name, or since it begins at the headline and is not all of the page.
local function is_story_box(s, box)
  local f = s.f
  if f.box_tags[box] & ARTICLE ~= 0 or f.box_hints[box] & H_STORY ~= 0 then return true end
  local at = s.headline
  return at ~= nil and f.box_first[box] <= at and f.box_first[box] >= at - 6 and f.box_first[box] > 1
    and f.box_last[box] < s.count
end

-- Whether a block below the text is the story's own foot, though set as a footer.
local function is_own_foot(s, i)
  local f = s.f
  local box = common_box(s, s.last, i)
  if f.hidden[i] == 1 or box == 0 or f.box[i] == 0 or not is_story_box(s, box) then return false end
  if s.around_hints[f.box[i]] & H_COMMENT ~= 0 and not s.thread then return false end
  return f.box_first[box] >= s.first - 30 and f.box_last[box] <= s.last + 60
end

local function is_open(s, i)
  return not excluded(s, i) or i > s.last and is_own_foot(s, i)
end

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
local function find_date(s)
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

-- The heading of a list of sources.
local OVER_SOURCES = formula("blocks", "return (level > 0 or words <= 2) and matches(SOURCES)", phrases)

local ENDS = H_COMMENT | H_SHARE | names.H_TAGS -- what such a list does not go on in
local SOURCES_MOST = 25 -- lines below their heading

-- Whether a line that is no heading has more of the running text below it than above: it says where
-- a picture or quotation is from.
local function goes_on(s, i)
  if s.f.level[i] > 0 then return false end
  local behind = s.weights[math.min(s.last, i + SOURCES_MOST)] - s.weights[i]
  return behind > view.sum_of(s.weights, s.first, i)
end

-- A list of sources behind the story, with its heading.
local function label_sources(s)
  local f, role = s.f, s.role
  local headings = f:rows(OVER_SOURCES, nil, math.max(s.first, s.last - 40), s.last + 12)
  for at = #headings, 1, -1 do
    local i = headings[at]
    if is_open(s, i) and not goes_on(s, i) then
      local box = i < s.count and common_box(s, i, i + 1) or 0
      for j = i, math.min(box > 0 and f.box_last[box] or s.count, i + SOURCES_MOST) do
        if j > i and f.level[j] > 0 and (f.level[i] == 0 or f.level[j] <= f.level[i]) then break end
        if j > s.last and f.box[j] > 0 and (s.around_hints[f.box[j]] | f.own_hints[j]) & ENDS ~= 0 then break end
        if f.hidden[j] == 0 and (s.foreign[f.box[j]] ~= 1 or role[j] or is_own_foot(s, j)) then role[j] = "note" end
      end
      s.last = math.min(s.last, i - 1)
      return
    end
  end
end

local MAIL = patterns { "[%w._+-]+@[%w-]+%.%a" } -- an address to write to

-- Lines that may say who wrote it, or when.
local MAY_TELL = formula("blocks", [[
  if level > 0 or hidden == 1 then return 0 end
  if words >= 8 and link_chars < 0.5 * chars and (terminal == 1 or matches(ENDINGS)) then return 1 end
  if words <= 30 and (digits >= 4 and words <= 12 or matches(CREDITS) or matches(DATE_STARTS)) then return 1 end
  return (own_hints | box_near_hints[box]) & H_BYLINE ~= 0
]], names, phrases, { ENDINGS = bio.ENDINGS })

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
  if f.terminal[i] == 1 and f.words[i] >= SENTENCE then return false end
  local says_so = says(s, i, DATE_STARTS)
  if says_so and is_date(s, i) then return true end
  if f.digits[i] < 4 or is_linkish(s, i) or not is_meta_line(s, i) and not is_date(s, i) then return false end
  return says_so or names_known_day(s, i) and not is_dated(s, i)
end

-- Who wrote it and what is to be noted, below the running text.
local function label_foot(s)
  local f, role, known = s.f, s.role, s.authors
  s.authors = bio.all_authors(s)
  bio.label_bios(s, is_open)
  for _, i in ipairs(f:rows(MAY_TELL, nil, s.last + 1, s.last + 20)) do
    if not role[i] and f.digits[i] >= 3 and people.says_filed(s, i) then role[i] = "published"
    elseif not role[i] and f.words[i] >= 8 and s.around_tags[f.box[i]] & FOOTER == 0 and bio.tells_of_author(s, i) then
      role[i] = "bio"
    elseif not role[i] and is_open(s, i) then
      local hints = f.own_hints[i] | (s.near_hints[f.box[i]] or 0)
      if f.words[i] >= 8 and (f.terminal[i] == 1 or says(s, i, bio.ENDINGS)) and not is_linkish(s, i, 0.5)
        and (hints & (H_BIO | H_BYLINE) ~= 0 or says(s, i, NOTES) or begins_with_author(s, text_of(s, i)))
          and not says(s, i, BOILERPLATE) then role[i] = "bio"
      elseif f.words[i] >= 3 and f.words[i] <= 25 and says(s, i, MAIL) and is_beside(s, i)
        and not says(s, i, BOILERPLATE) then role[i] = "note"
      elseif f.words[i] <= 30 and (says(s, i, CREDITS) or names_editor(s, i)) and not opens_card(s, i)
        then role[i] = "credit"
      elseif tells_when(s, i) then role[i] = "published"
      elseif hints & H_BYLINE ~= 0 and names_author(s, text_of(s, i)) and not says(s, i, NO_BYLINE)
        and not ends_card(s, i) then role[i] = "byline" end
    end
  end
  label_credits(s)
  remarks.label_remarks(s, is_open)
  s.authors = known
end

--- Who wrote a story whose head does not say it.
local function find_writer(s)
  if s.first then signature.find_writer(s, is_open) end
end

return {
  find_date = find_date, find_writer = find_writer, label_foot = label_foot, label_sources = label_sources,
}
