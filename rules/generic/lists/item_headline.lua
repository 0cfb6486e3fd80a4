-- What of a block is a teaser's headline: a link in it, one of the elements or links of its line, or the first of two
-- copies.

local dates = include "generic/page/dates"
local has_date, is_date_line = dates.has_date, dates.is_date_line
local POINTERS = include("generic/page/phrases").POINTERS
local names = include "generic/page/names"
local labels = include "generic/story/eyebrow"
local lexicon = include "generic/page/words"
local view = include "generic/page/view"
local halves = include "generic/lists/pairs"
local calls = include "generic/lists/calls"
local pieces = include "generic/lists/pieces"
local H_DATE, H_DEK, H_TITLE = names.H_DATE, names.H_DEK, names.H_TITLE
local lower_words, starts_with_by = lexicon.lower_words, lexicon.starts_with_by
local children, range_in, raw_text, says = view.children, view.range_in, view.raw_text, view.says
local class_of, cut = pieces.class_of, pieces.cut
local glued_half, one_of_two = halves.glued_half, halves.one_of_two

-- What is counted behind a headline, in lower case.
local COUNTED = patterns { "[ck]omm?ent", "reacti", "reply", "replies", "antwort", "respuesta", "réponse", "yorum",
  "omentari", "评论", "評論", "コメント", "댓글" }

-- The range of the first half of a text that stands twice in its block, for screen readers.
local function first_copy(s, i)
  local start, stop = s.page:block(i)
  local size = raw_text(s, start, stop):twice()
  return size and { start, start + size }
end

local COPY_WORDS, COPY_BYTES = 3, 12 -- of such a headline, at least

-- The range of what a headline's link begins with where its last element says that alone: before that stands the same
-- and a word more, for screen readers ("Whale seen, video", "Whale seen").
local function begun_copy(s, i)
  local page, last, from, whole = s.page, nil, nil, s.f.text[i]
  if not whole:find(whole:sub(1, COPY_BYTES), COPY_BYTES, true) then return nil end
  local start, stop = page:block(i)
  for child in children(page, labels.inmost(page, s.f.link[i], start, stop)) do
    if page:kind(child) == "element" then last = child end
  end
  if last then from = page:range(last) end
  local said = from and from > start and from < stop and page:read(from, stop):match "^%s*(.-)%s*$"
  if not said or #lower_words(said) < COPY_WORDS then return nil end
  local text = page:read(start, from):match "^%s*(.*)$"
  return #text > #said and text:sub(1, #said) == said and text:sub(#said + 1):find "^[%s%p]" and { from, stop } or nil
end

-- Names of elements that hold what follows a headline: one that comes first is a part of it.
local DEKS = patterns { "lead", "%f[%a]dek%f[%A]", "sub%-?title", "sub%-?head", "description", "summary", "excerpt" }

-- The first of several elements in a headline's link: what follows is its dek.
local function first_piece(s, i)
  local page = s.page
  local start, stop = page:block(i)
  for child in children(page, labels.inmost(page, s.f.link[i], start, stop)) do
    local _, to = page:range(child)
    if page:kind(child) == "element" and to > start and to < stop then
      if class_of(page, child):matches(DEKS) then return nil end
      local before, after = #lower_words(page:read(start, to)), #lower_words(page:read(to, stop))
      if before >= 3 and after >= 4 then return { start, to } end
    end
  end
end

local STRONG_WORDS, LOOSE_WORDS = 5, 4 -- at least, of what is set in bold and of the loose text behind it
local IN_BOLD = { b = true, strong = true }

-- What is set in bold at the beginning of a headline's link, where only loose text follows: that is its dek.
local function bold_piece(s, i)
  local page, found = s.page, nil
  local start, stop = page:block(i)
  for child in children(page, labels.inmost(page, s.f.link[i], start, stop)) do
    local from, to = page:range(child)
    local text = from < stop and to > start and page:read(math.max(from, start), math.min(to, stop)) or ""
    if text:find "%S" then
      local element = page:kind(child) == "element"
      if found and element or not found and not (element and IN_BOLD[page:name(child)]) then return nil end
      found = found or { start, to }
    end
  end
  if not found or #lower_words(page:read(start, found[2])) < STRONG_WORDS then return nil end
  return #lower_words(page:read(found[2], stop)) >= LOOSE_WORDS and found or nil
end

local TITLE_WORDS, SUM_WORDS = 3, 8 -- at least, of the first of two elements, and of the sentence in the second

-- The first of two elements that are all of a headline's link, where the second ends as a sentence and the first does
-- not: that is its dek.
local function first_of_two(s, i)
  local page, first, second = s.page, nil, nil
  local start, stop = page:block(i)
  for child in children(page, labels.inmost(page, s.f.link[i], start, stop)) do
    local from, to = page:range(child)
    local text = from < stop and to > start and page:read(math.max(from, start), math.min(to, stop)) or ""
    if text:find "%S" then
      if second or page:kind(child) ~= "element" then return nil end
      first, second = first or { start, to, text }, first and text
    end
  end
  if not second or #lower_words(first[3]) < TITLE_WORDS or #lower_words(second) < SUM_WORDS then return nil end
  return not first[3]:find "[.!?]%s*$" and { first[1], first[2] } or nil
end

-- The one of several elements in a headline's link that has most of its text: others name source and date.
local function main_piece(s, i)
  local page = s.page
  local start, stop = page:block(i)
  local half = #page:read(start, stop) / 2
  for child in children(page, labels.inmost(page, s.f.link[i], start, stop)) do
    local from, to = page:range(child)
    local text = page:kind(child) == "element" and page:read(from, to)
    if text and #text > half and #text < 2 * half and not is_date_line(text) then return { from, to } end
  end
end

-- The range before what a headline's link ends with in brackets: how many comments there are.
local function before_count(s, i)
  local start, stop = s.page:block(i)
  local text = raw_text(s, start, stop)
  local from = text:match("^.*%S()%s+%(%d+ [%a\128-\255]+%)%s*$")
  return from and text:sub(from):lower():matches(COUNTED) and { start, start + from - 1 } or nil
end

local SENTENCE_MOST = 25 -- words of a headline that is a sentence around a link
local BEFORE_LEAST = 3   -- words before a link that are a part of the headline though the link begins in upper case

-- Whether all of a block but its link is loose text, or in elements that say nothing.
local function is_loose_around(s, i, start, stop)
  local page = s.page
  for child in children(page, labels.inmost(page, s.f.node[i], start, stop)) do
    local from, to = page:range(child)
    local plain = child == s.f.link[i] or page:kind(child) ~= "element"
      or page:name(child) == "span" and class_of(page, child) == ""
    if not plain and to > start and from < stop
      and page:read(math.max(from, start), math.min(to, stop)):find("%S") then return false end
  end
  return true
end

-- How text goes on that no mark ends: with a letter, a figure or a comma.
local GOES_ON = patterns { "[%w,]%s*$", "[\xC3-\xE1\xE3-\xF4][\x80-\xBF]+%s*$" }

-- Whether words beside a link are of one sentence with it: without marks, and no day, name or label.
local function goes_with(text)
  return text:find "^%s*[%w\xC3-\xE1\xE3-\xF4]" ~= nil and text:matches(GOES_ON) and not has_date(text)
    and not starts_with_by(text:match "^%s*(.*)$") and not pieces.is_known(text)
end

-- Whether what stands before a link and behind it makes one sentence with it.
local function is_sentence(before, link, after)
  local ahead, behind = before:find("%S") ~= nil, after:find("%S") ~= nil
  if ahead and not goes_with(before) or behind and not goes_with((after:gsub("[.?!]%s*$", ""))) then return false end
  if ahead and behind or ahead and link:find("^%s*%l") then return true end
  if ahead then return #lower_words(before) >= BEFORE_LEAST and before:find("%s%l") ~= nil end
  return after:find("^%s*%l") ~= nil and #lower_words(after) > 1 and not link:find("[.?!:]%s*$")
end

-- Whether the line around a link is the headline, not the link alone.
local function is_sentence_around(s, i, start, from, to, stop)
  local f, page = s.f, s.page
  if f.links[i] > 1 or f.words[i] > SENTENCE_MOST or says(s, i, POINTERS) then return false end
  local before, after = from > start and page:read(start, from) or "", to < stop and page:read(to, stop) or ""
  return is_sentence(before, page:read(from, to), after) and is_loose_around(s, i, start, stop)
end

--- The range of the headline in its block: the link, or what is first in it; whether what follows says it again,
-- the parts before it and behind it where they are known.
-- @param beside whether items of one list stand beside it
local function headline_range(s, i, beside)
  local f = s.f
  local hints, chars = f.inside_hints[i], f.chars[i]
  local may_repeat = f.words[i] >= 4 and chars % 2 == 0 and (hints ~= 0 or f.inside_tags[i] ~= 0 or f.images[i] > 0)
  local copy = may_repeat and first_copy(s, i)
  if copy then return copy, true end
  copy = f.texts[i] > 1 and f.links[i] == 1 and f.link_chars[i] > 0.9 * chars and begun_copy(s, i)
  if copy then return copy, true end
  if f.texts[i] > 1 and f.link_chars[i] > 0.9 * chars then
    local before, rest, behind = cut(s, f.node[i], f.link[i], s.page:block(i))
    if before then return rest, false, before, behind end
    local piece = glued_half(s, i, rest)
    if piece then return piece end
  end
  if f.link_chars[i] >= 0.95 * chars and hints & (H_TITLE | H_DEK | H_DATE) ~= 0 then
    local piece = hints & (H_TITLE | H_DEK) ~= 0 and first_piece(s, i) or hints & H_DATE ~= 0 and main_piece(s, i)
    if piece then return piece end
  end
  local short = f.text[i]:find("|", 1, true) and calls.before_bar(s, i)
  if short then return short, true end
  local all_link = f.links[i] == 1 and f.link_chars[i] > 0.9 * chars
  local piece = beside and all_link and f.texts[i] == 2 and f.terminal[i] == 1 and f.inside_hints[i] == 0
    and first_of_two(s, i)
  if piece then return piece end
  local bold = beside and all_link and f.strong_chars[i] > 0 and f.strong_chars[i] < chars and bold_piece(s, i)
  if bold then return bold end
  if all_link then return f.digits[i] > 0 and before_count(s, i) or nil end
  piece = f.links[i] > 1 and one_of_two(s, i)
  if piece then return piece end
  local start, stop = s.page:block(i)
  local from, to = range_in(s.page, f.link[i], start, stop)
  if not from or from == start and to == stop or is_sentence_around(s, i, start, from, to, stop) then return nil end
  return { from, to }
end

return { headline_range = headline_range }
