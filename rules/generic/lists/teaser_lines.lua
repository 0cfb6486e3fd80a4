-- What a line beside a teaser's headline is: when or by whom the piece was written, its label, what it is about.

local names = include "generic/page/names"
local lexicon = include "generic/page/words"
local dates = include "generic/page/dates"
local view = include "generic/page/view"
local CAPTION, P = names.CAPTION, names.P
local H_BYLINE, H_CAPTION, H_DATE, H_KICKER = names.H_BYLINE, names.H_CAPTION, names.H_DATE, names.H_KICKER
local links_to_writer = include("generic/story/writers").links_to_writer
local LEADS, lower_words, starts_with_by = lexicon.LEADS, lexicon.lower_words, lexicon.starts_with_by
local FIGURES, has_date, is_date_line, runs_of = dates.FIGURES, dates.has_date, dates.is_date_line, dates.runs_of
local COUNTED = include("generic/lists/candidates").COUNTED
local credits = include "generic/story/picture_credits"
local is_linkish, text_of = view.is_linkish, view.text_of
local without_count = include("generic/story/comment_counts").without_count

-- How long ago it was, before anything else that a line says.
local AGO = patterns {
  "^%d+ %a+ ago", "^an? %a+ ago", "^vor %d+ ", "^il y a %d+ ", "^hace %d+ ", "^há %d+ ", "^%d+ %a+ fa%f[%A]",
  "^%d+m %d+s$", "^%d+h %d+m$", "^vor eine[mr] %a+$", "^il y a une? %a+$", "^hace una? %a+$",
  "^för %d+ .* sedan", "^for %d+ .* siden", "^%d+ %a+ siden", "^%d+ %a+ geleden", "^%d+ %a+ temu", "^%d+ %a+ önce",
  "^%d+ ?時間前", "^%d+ ?分前", "^%d+ ?小时前", "^%d+ ?分钟前", "^%d+ ?시간 전", "^%d+ ?분 전", "^%d+ giờ trước",
}

local LABELLED_WORDS, LABEL_WORDS = 8, 3 -- of a line with a label and a time; of the label
local MARKS = patterns { "/", "|", "·", "•" } -- between them
local CREDIT_WORDS = 8 -- of a line that says whose a picture is, at most
local AGO_WORDS = 5    -- of a line without figures that says how long ago it was: "vor einem Tag"
local ABOVE_MOST = 12  -- words of a label above the headline
local SIGNED_MOST = 10  -- words of a line that says who wrote a piece and when
local WRITER_WORDS = 5 -- of who wrote it, at most
local SUMMED = 4       -- words, at least, of a line that sums it up
local SIGNERS_MOST = 5  -- of them no date's

-- Whether a block is a date; without figures, ours or others', none is.
local function is_date(s, i)
  return (s.f.digits[i] > 0 or s.f:matches(i, FIGURES)) and is_date_line(text_of(s, i))
end

-- Whether a short text ends or begins with a date and says little else: who wrote a piece, where, and when.
local function is_signed(text)
  local runs, other = runs_of(text), 0
  local first, last = runs[1], runs[#runs]
  if not last or not (last.date and has_date(text:sub(last.start)) or first.date and first ~= last
    and has_date(text:sub(first.start, first.stop))) then return false end
  for _, run in ipairs(runs) do
    if not run.date then other = other + #lower_words(text:sub(run.start, run.stop)) end
  end
  return other <= SIGNERS_MOST
end

local function is_signed_date(s, i)
  local f = s.f
  return f.words[i] <= SIGNED_MOST and f.digits[i] > 0 and f.terminal[i] == 0 and is_signed(text_of(s, i))
end

-- Whether a line begins as those do that say who wrote a piece.
local function says_who(s, i)
  return s.f:matches(i, LEADS) and starts_with_by(text_of(s, i))
end

-- Whether a line that is named so, begins as one or has how many comments there are says who wrote a piece.
local function is_signature(s, i, hints)
  local f = s.f
  if f.words[i] > SIGNED_MOST or f.terminal[i] == 1 then return false end
  if without_count(s, i) then return true end
  return hints & H_BYLINE ~= 0 and (f.digits[i] > 0 or f.link_chars[i] > 0) or says_who(s, i)
end

-- Whether a short line is a paragraph right below a heading that is the headline: what the piece is about.
local function sums_up(f, item, i)
  return i == item.headline + 1 and f.words[i] >= SUMMED and f.level[item.headline] > 0 and f.own_tags[i] & P ~= 0
    and f.digits[i] == 0
end

-- Whether a line of few words is a link to the page of one who writes.
local function names_writer(s, i)
  local f = s.f
  if f.links[i] ~= 1 or f.words[i] > WRITER_WORDS or f.digits[i] > 0 or not is_linkish(s, i) then return false end
  return links_to_writer(s, i)
end

-- Whether a line of a headline's length is the label above it.
local function is_label(f, item, i)
  return i < item.headline and f.words[i] <= ABOVE_MOST and f.terminal[i] == 0
end

-- Whether a line right behind a picture says whose that is.
local function shows_whose(s, i)
  return s.f:matches(i, credits.OF_PICTURES) or s.f:matches(i, credits.SELLERS)
end

--- The tag of a line of an item.
local function teaser_part(s, item, i)
  local f = s.f
  local hints, words, digits = f.own_hints[i] | f.inside_hints[i], f.words[i], f.digits[i]
  if words <= 12 and (digits > 0 or words <= AGO_WORDS) and f:matches(i, AGO) then return "published" end
  local running = words >= 6 and not is_linkish(s, i)
  local date = running and is_date(s, i)
  if running and not date then
    if hints & H_CAPTION ~= 0 or f.own_tags[i] & CAPTION ~= 0 then return "caption" end
    if is_signed_date(s, i) or is_signature(s, i, hints) then return "byline" end
    return i > item.headline and "dek" or "detail"
  end
  if digits == f.chars[i] or digits > 0 and f.links[i] > 1 and f:matches(i, COUNTED) then return "detail" end
  if digits == 0 and f.time[i] == 0 and says_who(s, i) then return "byline" end -- in a box named for the date too
  if date or hints & H_DATE ~= 0 or f.time[i] > 0 or not running and is_date(s, i) then return "published" end
  if hints & H_BYLINE ~= 0 or digits > 0 and says_who(s, i) or names_writer(s, i) then return "byline" end
  if f.images[i] > 0 and words <= CREDIT_WORDS and shows_whose(s, i) then return "caption" end
  if hints & H_KICKER ~= 0 and words <= 7 or i < item.headline and words <= 5 then return "kicker" end
  if words >= 6 and f.hash[i] ~= f.hash[item.headline] then
    return is_signature(s, i, hints) and "byline" or is_label(f, item, i) and "kicker" or "dek"
  end
  return sums_up(f, item, i) and "dek" or "detail"
end

-- Whether a short text before the link of a headline says when the piece appeared, and how long ago that was.
local function tells_when(text)
  return has_date(text) and (is_date_line(text) or is_signed(text)) or dates.tells_age(text)
    or text:find("^%s*%d+ ?[mhd] ago") ~= nil or text:find("^%s*%d%d?[.h]%d%d%s*$") ~= nil
end

-- Whether a text behind it of some words says by whom and when, and no more.
local function tells_signed(text, words)
  return words <= SIGNED_MOST and is_signed(text)
end

-- Where a label of few words ends, and the time begins that a mark parts from it: "Islands / 5 h ago"; nil where none
-- does.
local function label_and_time(s, i)
  if s.f.words[i] > LABELLED_WORDS or not s.f:matches(i, MARKS) then return nil end
  local text = view.raw_text(s, s.page:block(i)):gsub("\xC2\xA0", "  "):gsub("\xC2\xB7", "| ")
  text = text:gsub("\xE2\x80\xA2", "|  ")
  local label, stop, from, rest = text:match "^%s*(%a[^/|]-)()%s*[/|]%s*()(.+)$"
  if not label or #lower_words(label) > LABEL_WORDS or runs_of(label)[1].date or says_who(s, i) then
    return nil
  end
  local start = s.page:block(i) - 1
  if runs_of(rest)[1].date and tells_when(rest) then return start + stop, start + from end
end

return {
  label_and_time = label_and_time, teaser_part = teaser_part, tells_signed = tells_signed, tells_when = tells_when,
}
