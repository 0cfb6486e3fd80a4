-- Who wrote a story whose head does not say it: a line at its end, or the box about its author.

local names = include "generic/page/names"
local lexicon = include "generic/page/words"
local authors = include "generic/story/authors"
local view = include "generic/page/view"
local looks_personal = include("generic/story/witnessed").looks_personal
local of_cards, phrases = include "generic/story/of_cards", include "generic/page/phrases"
local NO_BYLINE, PAID = phrases.NO_BYLINE, phrases.PAID
local is_said = include("generic/story/names_below").is_said
local writers = include "generic/story/writers"
local is_open = include("generic/story/own_foot").is_open
local all_names, name_runs = authors.all_names, authors.name_runs
local is_text_role, parent_box, text_of = view.is_text_role, view.parent_box, view.text_of

-- What else those who write do: words before a colon.
local DONE = lexicon.words_of
  "redaktur editor editing uploader dan producer production photo photos foto fotos bilder images"

local NEAR = 8 -- lines below the text in which a name alone says who wrote it
local BELOW = 20 -- lines below the text in which one may say who wrote it
local BOX_BELOW = 60 -- and in which the box about the author begins

-- Short lines without an end that may name somebody: behind a label, or at the end of the text.
local MAY_SIGN = formula("blocks", [[
  if words > 14 or digits > 0 or hidden == 1 or chars > 160 or matches(ASIDES) then return 0 end
  local named = links == 1 or (own_hints | inside_hints) & H_BYLINE ~= 0
  if row > $last and row <= $last + NEAR and words <= 4 and words >= 2 and named then return 1 end
  return row >= $last and row <= $last + 2 and words <= 7 or matches(COLON) and matches(LABELLED)
]], names, { NEAR = NEAR, ASIDES = include("generic/page/phrases").ASIDES, COLON = { ": " },
  LABELLED = { "^%s*%S+%s?:%s", "^%s*%S+ [&/|] %S+%s?:%s", "^%s*%S+ dan %S+%s?:%s", "^%s*%S+ and %S+%s?:%s",
    "^%s*%S+ und %S+%s?:%s" } })

-- Short lines in boxes about authors.
local MAY_BE_BOX = formula("blocks", [[
  return words <= 8 and hidden == 0 and digits == 0 and (own_hints | box_near_hints[box]) & H_BIO ~= 0
    and box_around_hints[box] & H_COMMENT == 0
]], names)

local function has_byline(s)
  for i = math.max(1, (s.headline or s.first) - 10), s.last do
    if s.role[i] == "byline" then return true end
  end
  return false
end

-- Whether one of the words before a colon is that for who wrote it, and the others say what else they did.
local function is_writers_label(label)
  local found = false
  for word in label:lower():gmatch("[^%s&/|]+") do
    found = found or lexicon.WRITER[word] ~= nil
    if not (lexicon.WRITER[word] or lexicon.JOBS[word] or lexicon.JOINTS[word] or DONE[word]) then return false end
  end
  return found
end

-- "Author: Ann Lee", "Editor & reporter: Bo", which nothing else says.
local function says_author(s, i)
  local text = text_of(s, i)
  local label, name = text:match("^%s*([^:]-)%s?:%s+(%S.*)$")
  return label ~= nil and is_writers_label(label) and (name:find("^%S+%s+%S") or label:find("%s"))
    and name_runs(name, 0) ~= nil
end

-- "Text: Ann Lee", "Authors: Ann Lee and Bo Ek".
local function says_by(s, i)
  local text = text_of(s, i)
  local label = text:match("^%s*(%S+)%s?:%s")
  return label ~= nil and not label:lower():find("^foto") and lexicon.starts_with_by(text) and name_runs(text, 0) ~= nil
end

-- A line without the brackets, dashes and bars around it.
local function bare(text)
  text = text:gsub("^[%s(%[/|*-]+", ""):gsub("^\xE2\x80[\x93\x94]%s*", ""):gsub("^（", ""):gsub("^【", "")
  return (text:gsub("[%s%])]+$", ""):gsub("）$", ""):gsub("】$", ""))
end

-- The last line of the text: one to four words of a name, as in letters.
local function is_signature(s, i)
  local f = s.f
  local ends = i == s.last and s.role[i] == "paragraph"
    or i == s.last + 1 and not s.role[i] and f.level[i] == 0 and parent_box(f, i) == parent_box(f, s.last)
  if not ends or f.words[i] > 4 or f.terminal[i] == 1 or f.link_chars[i] > 0 then
    return false
  end
  local text = bare(text_of(s, i))
  return all_names(text) and not text:find(":%f[%s\0]") and not text:find("^About ") and not text:find("^Über ")
end

-- "By Ann Lee", "(Beitrag von Bo Ek)", "-- By Cy Lie, Lima", "Article by Di Roe (@roe)." right below the text, or its
-- last line.
local function is_signed(s, i)
  if i < s.last or i > s.last + 2 then return false end
  local text = bare((text_of(s, i):gsub("(%S)%s+%b()%.?%s*$", "%1")))
  local at = lexicon.behind_by(text)
  if s.f.terminal[i] == 1 then
    text = text:gsub("%.$", "")
    if not at or at < #"article by" then return false end
  end
  return at ~= nil and all_names((text:sub(at):gsub(" [Ff]ollow .*$", ""):gsub("%s*,.*$", "")))
end

-- How such a line begins, or what letters it has.
local MARKED = patterns { "^[%s(%[/|*\xE2\xE3\xEF-]", "[\xE4-\xED][\x80-\xBF]" }
local SIGNED_MOST = 90 -- bytes of a line that names who wrote it besides the head

-- Whether one of the last lines names who wrote it, in brackets or behind a dash, or as papers in Korea, China
-- and Japan do.
local function is_marked(s, i)
  local text = text_of(s, i)
  if #text > SIGNED_MOST or s.f.level[i] > 0 or not text:matches(MARKED) then return false end
  local inner = bare(text)
  if inner ~= text and is_signed(s, i) then return true end
  return text:find("[\xE3-\xED]") ~= nil and writers.is_writer(inner)
end

-- Labels such lines, whatever the head says; below the text, up to one that is something else.
local function label_marked(s)
  for i = math.max(s.first + 2, s.last - 2), math.min(s.count, s.last + 2) do
    local role = s.role[i]
    local free = not role or is_text_role(role) or role == "note" or role == "credit"
    if free and s.f.words[i] <= 14 and is_marked(s, i) and is_open(s, i) then s.role[i] = "byline"
    elseif not role and i > s.last then return end
  end
end

-- Whether a line right below the text is a name, by how it is named or where its link leads, and none of a list of
-- those who write for the paper.
local function is_writers_name(s, i)
  local f = s.f
  if i <= s.last or (f.own_hints[i] | f.inside_hints[i]) & names.H_BYLINE == 0 and not writers.leads_to_writer(s, i)
    or writers.leads_to_writer(s, i - 1) or i < s.count and writers.leads_to_writer(s, i + 1) then return false end
  local text = text_of(s, i)
  text = text:sub(lexicon.behind_by(text) or 1)
  return all_names(text) and not view.says(s, i, NO_BYLINE) and not text:lower():matches(PAID) and not is_said(s, text)
    and not (of_cards.ends_card(s, i) or of_cards.opens_card(s, i))
end

-- Whether metadata names a person.
local function knows_person(s)
  for _, one in ipairs(s.authors) do
    if looks_personal(s, one.value) then return true end
  end
  return false
end

-- Whether a line signs the text, in one way or another.
local function signs(s, i)
  return says_author(s, i) or i >= s.last - 3 and says_by(s, i) or is_signed(s, i) or is_writers_name(s, i)
    or is_signature(s, i) and not knows_person(s)
end

-- Labels the line at the end of the text that says who wrote it; whether there is one.
local function label_signature(s)
  for _, i in ipairs(s.f:rows(MAY_SIGN, s, s.first + 2, s.last + BELOW)) do
    local role = s.role[i]
    local free = not role or is_text_role(role) or role == "note"
    if free and is_open(s, i) and signs(s, i) then
      s.role[i] = "byline"
      return true
    end
  end
  return false
end

-- The name in the box about the author, behind "About" and "Author:".
local function name_of_box(text)
  text = text:gsub("^[Aa]bout [Tt]he [Aa]uthor%W*", ""):gsub("^Über den Autor%W*", ""):gsub("^Über die Autorin%W*", "")
    :gsub("^%a+%s?:%s+", ""):gsub("^[Aa]bout ", "")
  return all_names(text) and text or nil
end

--- Finds who wrote a story without a byline.
local function find_writer(s)
  label_marked(s)
  if has_byline(s) or label_signature(s) or #s.authors > 0 then return end
  for _, i in ipairs(s.f:rows(MAY_BE_BOX, nil, s.first, s.last + BOX_BELOW)) do
    local name = name_of_box(text_of(s, i))
    if name then
      s.said_author = name
      return
    end
  end
end

return { find_writer = find_writer }
