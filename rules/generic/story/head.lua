-- What stands above and below the running text: dek, kicker, byline, dates, captions,
-- notes, sources, the author's life.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local lexicon = include "generic/page/words"
local view = include "generic/page/view"
local caption = include "generic/story/caption"
local people = include "generic/story/people"
local dek = include "generic/story/dek"
local remarks = include "generic/story/remarks"
local PROGRAMME, REMARKS = remarks.PROGRAMME, remarks.REMARKS
local tells_of_author = include("generic/story/bio").tells_of_author
local credits = include "generic/story/credits"
local EDITED, TRANSLATED = credits.EDITED, credits.TRANSLATED
local says = view.says
local P = names.P
local H_BIO, OUT_HINTS = names.H_BIO, names.OUT_HINTS
local BOILERPLATE, NO_BYLINE, PHOTO = phrases.BOILERPLATE, phrases.NO_BYLINE, phrases.PHOTO
local SURE_NOTES = phrases.SURE_NOTES
local normal = lexicon.normal
local common_box, excluded, is_linkish = view.common_box, view.excluded, view.is_linkish
local is_text_role, text_of = view.is_text_role, view.text_of
local is_caption = caption.is_caption
local kicker = include "generic/story/kicker"
local is_filed, is_kicker, is_section = kicker.is_filed, kicker.is_kicker, kicker.is_section
local is_checker = include("generic/story/checkers").is_checker
local label_bare_names = include("generic/story/bare_names").label_bare_names
local writers = include "generic/story/writers"
local is_source, links_to_writer = writers.is_source, writers.links_to_writer
local is_dek, is_lead_dek, is_subheading = dek.is_dek, dek.is_lead_dek, dek.is_subheading
local is_byline, is_date, is_meta_line = people.is_byline, people.is_date, people.is_meta_line
local says_who_and_when = people.says_who_and_when
local names_author, has_date = people.names_author, include("generic/page/dates").has_date

-- Names of what stands in one box with a byline: how many comments there are, whom to write to, that links pay.
local H_BESIDE = names.H_COMMENT | names.H_DIALOG | names.H_AD
local bars = {
  H_BESIDE = H_BESIDE,
  BARS = names.FORM | names.BUTTON | names.DIALOG_TAG,
  LEADS = lexicon.LEADS, BELOW = 4, BY_MOST = 8, -- lines right below the headline that begin with "by", and their words
  RECENT = 6, -- words of a line that says when, though it is named as recent
  H_BARS = names.H_RELATED | names.H_COMMENT | names.H_POPULAR | names.H_AD | names.H_DIALOG,
}

-- Blocks by the headline that can be part of the story. What is around the headline too, as a box named
-- "featured" or a form, says nothing of the blocks beside it; a box below it that is but named or set
-- as a menu is none where it is named as a byline or a time too, or is one line with figures and
-- without a link. One so named may have comments and mail beside it: says_nothing looks at those. A line right
-- below the headline that begins with "by", and follows no link, is no other piece's.
local OPEN = formula("blocks", [[
  if not excluded then return 1 end
  local home = box[$headline]
  if hidden == 1 or box == 0 or home == 0 then return 0 end
  local tags = box_around_tags[box]
  local hints = box_around_hints[box] | own_hints
  local named = row > $headline and (box_near_hints[box] | inside_hints) & (H_BYLINE | H_DATE) ~= 0
  local bars = tags & ~box_around_tags[home] & BARS
  if tags & NAV ~= 0 or bars ~= 0 and not (named and bars == BUTTON) then return 0 end
  if tags & FOOTER ~= 0 and likely_caption ~= 1 or hints & H_NAV ~= 0 then
    local line = tags & FOOTER == 0 and digits >= 3 and links == 0 and box_first[box] == box_last[box]
    if row < $headline or not (line or named) then return 0 end
  end
  local strange = hints & ~(box_around_hints[home] | own_hints[$headline]) & H_BARS
  local alone = row == $headline + 1 or row > $headline and row <= $headline + BELOW and links[row - 1] == 0
  if alone and words <= BY_MOST and matches(LEADS) then return 1 end
  if strange == H_POPULAR and words <= RECENT and digits > 0 and named then return 1 end
  return strange == 0 or named and strange & ~H_BESIDE == 0
]], names, bars)

-- Whether a line stands beside comments or mail and says neither a day nor by whom.
local function says_nothing(s, i)
  local f = s.f
  if not excluded(s, i) or f.digits[i] >= 3 then return false end
  local home = s.around_hints[f.box[s.headline]] | f.own_hints[s.headline]
  if (s.around_hints[f.box[i]] | f.own_hints[i]) & ~home & H_BESIDE == 0 then return false end
  return not (says(s, i, s.author_names) or lexicon.is_by_alone(view.lower_of(s, i))
    or lexicon.starts_with_by(text_of(s, i)) or is_checker(s, i))
end

-- A text between headline and running text is a dek, whatever it is called.
local function is_head_text(s, i)
  local f = s.f
  if f.words[i] < 5 or f.words[i] > 60 or f.link_chars[i] > 0 then return false end
  if f.terminal[i] == 0 and f.words[i] < 8 then return false end
  if (f.own_hints[i] | (s.near_hints[f.box[i]] or 0)) & OUT_HINTS ~= 0 then return false end
  return not (says(s, i, PHOTO) or says(s, i, BOILERPLATE) or f.words[i] <= phrases.WINDOW_WORDS
    and says(s, i, phrases.NEW_WINDOW))
end

-- Whether a text stands right above who wrote the story, and all between it and the headline has its place or is a
-- button: a dek.
local function stands_over_byline(s, i)
  if not is_head_text(s, i) or not is_byline(s, i + 1) then return false end
  for j = s.headline + 1, i - 1 do
    if not s.role[j] and s.f.hidden[j] == 0 and s.f.own_tags[j] & names.BUTTON == 0 then return false end
  end
  return true
end

-- A copy of the headline, perhaps with its kicker.
local function says_headline(s, i)
  if s.f.words[i] > 30 or s.f.words[i] < 4 then return false end
  s.headline_letters = s.headline_letters or normal(text_of(s, s.headline))
  local text, key = normal(text_of(s, i)), s.headline_letters
  return text == key or #key >= 20 and #text <= 1.6 * #key and text:find(key, 1, true)
    and s.f.terminal[i] == s.f.terminal[s.headline] or false
end

-- A paragraph like those of the running text.
local function is_plain(s, i)
  local f = s.f
  return f.own_tags[i] & P ~= 0 and f.strong_chars[i] < 0.9 * f.chars[i] and f.terminal[i] == 1
end

local JOB_MOST = 10 -- words of a line below the name that says where the author works

-- A text in a box about the author, and neither the line that says whom the story is by nor the job below it.
local function tells_life(s, i)
  local f = s.f
  if f.words[i] < 8 or (f.own_hints[i] | (s.near_hints[f.box[i]] or 0)) & H_BIO == 0 then return false end
  if f.digits[i] >= 6 and f.words[i] <= JOB_MOST and is_date(s, i) then return false end
  if f.terminal[i] == 0 and f.words[i] <= JOB_MOST and s.role[i - 1] == "byline" then return false end
  return not is_linkish(s, i) and (f.terminal[i] == 1 or not lexicon.starts_with_by(text_of(s, i)))
end

-- A line below the byline that says who put the story into its language.
local function says_translator(s, i)
  return i > 1 and s.f.words[i] <= 8 and says(s, i, TRANSLATED) and (s.role[i - 1] == "byline" or is_byline(s, i - 1))
end

-- A sentence below the headline about the author: "Ann Lee is a reporter in Harbour Town."
local function introduces(s, i)
  local f = s.f
  return i > s.headline and f.terminal[i] == 1 and f.words[i] >= 7 and tells_of_author(s, i)
    and not lexicon.starts_with_by(text_of(s, i))
end

local TITLE_LEAST = 5 -- words of a link that names a piece

-- Whether most of a line is a link that names another piece, whose the day or name beside it is.
local function names_piece(s, i)
  local f = s.f
  if f.links[i] ~= 1 or f.words[i] < TITLE_LEAST + 1 or f.link_chars[i] < 0.5 * f.chars[i]
    or links_to_writer(s, i) then return false end
  local words = view.raw_text(s, s.page:range(f.link[i]))
  return select(2, words:gsub("%S+", "")) >= TITLE_LEAST and not (has_date(words) or names_author(s, words))
end

local PLACE_WORDS, PLACE_BLOCKS = 5, 8 -- of a line between name and day; of the box of all three

-- Whether a line of a few words may be a place or a job.
local function may_be_place(s, i)
  local f = s.f
  if f.words[i] == 0 or f.words[i] > PLACE_WORDS or f.digits[i] + f.terminal[i] + f.level[i] + f.links[i] > 0
    or f.own_hints[i] & names.H_KICKER ~= 0 or excluded(s, i) or says(s, i, NO_BYLINE) or says(s, i, PHOTO) then
    return false
  end
  return text_of(s, i):find("^[^%p]+[,%a\128-\255]") ~= nil and not text_of(s, i):find("[:.]")
end

-- The place or job that stands between who wrote it and when, in one small box with them.
local function label_between(s)
  local f, role = s.f, s.role
  for i = s.headline + 2, math.min(s.count - 1, s.headline + 8) do
    local open = role[i - 1] == "byline" and role[i + 1] == "published" and (not role[i] or is_text_role(role[i]))
    if open and may_be_place(s, i) then
      local box = common_box(s, i - 1, i + 1)
      local small = box > 0 and f.box_last[box] - f.box_first[box] < PLACE_BLOCKS
      local home = view.parent_box(f, i)
      local alike = home == view.parent_box(f, i - 1) and home == view.parent_box(f, i + 1)
        and not says(s, i, BOILERPLATE) and not says(s, i, phrases.ASIDES)
      if small or alike then
        role[i], s.placed = "byline", i
      end
    end
  end
end

-- What stands between the headline and the running text, or close above the headline.
local function label_head(s)
  local role = s.role
  local first = s.first or s.headline
  local from = math.max(1, s.headline - 8)
  for _, i in ipairs(s.f:rows(OPEN, s, from, math.max(first - 1, math.min(s.count, s.headline + 6)))) do
    local opens = role[i] == "crosshead" and i > s.headline and i < first
    if opens and i > s.headline + 1 then
      if is_byline(s, i) then role[i] = "byline"
      elseif i == first - 1 and dek.is_sentence(s, i) then role[i] = dek.shows_minute(s) and "dek" or "paragraph" end
    elseif (not role[i] or opens) and not says_nothing(s, i) then
      if i < first and (is_filed(s, i) or is_section(s, i)) then role[i] = "kicker"
      elseif tells_life(s, i) or introduces(s, i) then role[i] = "bio"
      elseif says(s, i, PROGRAMME) then role[i] = "note"
      elseif is_caption(s, i) then role[i] = dek.is_first_text(s, i) and "paragraph" or "caption"
      elseif names_piece(s, i) then role[i] = nil
      elseif is_date(s, i) or is_meta_line(s, i) or i > s.headline and says_who_and_when(s, i)
        then role[i] = "published"
      elseif is_byline(s, i) or says_translator(s, i) or i > s.headline and (is_checker(s, i) or is_source(s, i)
        or i < first and s.f.words[i] <= 8 and says(s, i, EDITED))
        then role[i] = "byline"
      elseif says(s, i, SURE_NOTES) or says(s, i, REMARKS) then role[i] = "note"
      elseif i > s.headline and i < first and says_headline(s, i) then role[i] = "headline"
      elseif i > s.headline and i < first and is_dek(s, i) then role[i] = "dek"
      elseif i > s.headline and i < first and i <= s.headline + 3 and is_head_text(s, i)
        then role[i] = is_plain(s, i) and "paragraph" or "dek"
      elseif i > s.headline and i < first and stands_over_byline(s, i) then role[i] = "dek"
      elseif is_kicker(s, i) then role[i] = "kicker" end
    end
  end
  label_between(s)
  label_bare_names(s)
  kicker.label_row(s)
end

-- Above the running text of a story without a headline.
local function label_opening(s)
  for i = math.max(1, s.first - 6), s.first - 1 do
    if not s.role[i] and not excluded(s, i) then
      if is_date(s, i) or is_meta_line(s, i) then s.role[i] = "published"
      elseif is_byline(s, i) then s.role[i] = "byline" end
    end
  end
end

local NAMES_MOST = 8 -- words of a line below the first text that says who wrote it
local OPENING = 9 -- blocks behind the first text, buttons too, among which the head may go on

-- Paragraph roles at the head that are in truth byline, date, dek or note; and lines below the first text that
-- say who wrote it or when.
local function relabel_from(s, from)
  local role = s.role
  local seen = 0
  for i = from, math.min(s.last, from + OPENING) do
    if not role[i] then
      local most = s.f.own_hints[i] & names.H_BYLINE ~= 0 and 2 * NAMES_MOST or NAMES_MOST
      local near = seen == 1 and s.f.words[i] <= most and s.f.terminal[i] == 0 and not excluded(s, i)
      if near and is_byline(s, i) and not is_caption(s, i) then role[i] = "byline" end
    elseif is_text_role(role[i]) or role[i] == "crosshead" then
      if says(s, i, PROGRAMME) then role[i] = "note"
      elseif s.f.words[i] < 20 and is_date(s, i) or is_meta_line(s, i) then role[i] = "published"
      elseif is_byline(s, i) or says_translator(s, i) then role[i] = "byline"
      elseif seen == 0 and (is_subheading(s, i) or is_lead_dek(s, i)) then role[i] = "dek"
      else seen = seen + 1 end
    end
    if seen > 2 then return end
  end
end

-- Where text begins above the headline, the day above it is set as text too, and the head goes on below.
local function relabel_first(s)
  relabel_from(s, s.first)
  local at = s.headline
  if not at or at < s.first or at >= s.last then return end
  local above = at - 1
  if is_text_role(s.role[above]) and s.f.words[above] <= 8 and is_date(s, above) then s.role[above] = "published" end
  relabel_from(s, at + 1)
end

return { label_head = label_head, label_opening = label_opening, relabel_first = relabel_first }
