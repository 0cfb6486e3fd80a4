-- The label that stands before a headline in one block with it: an element of its own in the same
-- heading or link, told by its name or by what metadata says the headline is.

local dates = include "generic/page/dates"
local has_date, tells_age = dates.has_date, dates.tells_age
local lexicon = include "generic/page/words"
local view = include "generic/page/view"
local children, raw_text = view.children, view.raw_text
local lower_words, normal = lexicon.lower_words, lexicon.normal

local LABEL_WORDS = 7 -- that a label has at most
local DEPTH = 6       -- elements around all of the block

-- Names of elements that hold a label, and of those that hold a headline.
local KICKERS = patterns {
  "kicker", "topline", "overline", "dachzeile", "roofline", "eyebrow", "spitzmarke", "pre%-?title", "over%-?title",
  "super%-?title", "sup%-?title", "title%-?header", "surtitre", "ante%-?titulo", "volanta", "occhiello", "occhietto",
  "vignette",
}
local LABELS = patterns {
  "rubri[ck]", "%f[%a]label", "%f[%a]category", "%f[%a]section", "%f[%a]topic", "%f[%a]flag%f[%A]", "%f[%a]tag%f[%A]",
}
local TITLES = patterns { "headline", "title", "titel", "titre", "titulo", "titolo", "rubrik", "otsikko", "heading" }
local OTHERS = patterns { "date", "time", "author", "byline", "count", "icon", "hidden", "sr%-only", "screen%-?reader",
  "paid", "premium", "plus", "badge" }

-- What stands before the names of the pieces before and after this one: whole labels, with a colon
-- or without.
local NEIGHBOURS = patterns {
  "^previous$", "^next$", "^prev%.?:?$", "^previous:$", "^next:$", "^previous [%a ]*:?$", "^next [%a ]*:?$",
  "^older:?$", "^newer:?$", "^older [%a ]*:?$", "^newer [%a ]*:?$", "^read next:?$", "^up next:?$",
  "^next up:?$", "^als nächstes:?$", "^.. suivre:?$", "^a continuación:?$",
  "^zurück:?$", "^weiter:?$", "^vorherige[rs]? %a+:?$", "^vorige[rs]? %a+:?$", "^nächste[rs]? %a+:?$",
  "^..ltere[rs]? %a+:?$", "^neuere[rs]? %a+:?$", "^précédente?:?$", "^suivante?:?$", "^%a+ précédente?:?$",
  "^%a+ suivante?:?$", "^anterior:?$", "^siguiente:?$", "^seguinte:?$", "^%a+ anterior:?$", "^%a+ siguiente:?$",
  "^%a+ seguinte:?$", "^próxim[oa]:?$", "^próxim[oa] %a+:?$", "^precedente:?$", "^successiv[oa]:?$",
  "^%a+ precedente:?$", "^%a+ successiv[oa]:?$", "^prossim[oa] %a+:?$", "^vorige:?$", "^volgende:?$",
  "^vorige %a+:?$", "^volgende %a+:?$", "^forrige:?$", "^forrige %a+:?$", "^neste:?$", "^neste %a+:?$", "^næste:?$",
  "^næste %a+:?$", "^nästa:?$", "^nästa %a+:?$", "^föregående:?$", "^föregående %a+:?$", "^edellinen:?$",
  "^seuraava:?$", "^edellinen %a+:?$", "^seuraava %a+:?$", "^poprzedni:?$", "^następny:?$", "^poprzedni %a+:?$",
  "^następny %a+:?$", "^předchozí:?$", "^další:?$", "^předchozí [%a\128-\255]+:?$", "^další [%a\128-\255]+:?$",
  "^előző:?$", "^következő:?$", "^..nceki:?$", "^sonraki:?$", "^..nceki [%a\128-\255]+:?$",
  "^sonraki [%a\128-\255]+:?$", "^..редыдущ[\128-\255 ]+:?$", "^..ледующ[\128-\255 ]+:?$", "^sebelumnya:?$",
  "^selanjutnya:?$", "^berikutnya:?$", "^bài trước:?$", "^bài tiếp theo:?$", "^前の記事：?:?$", "^次の記事：?:?$",
  "^التالي$", "^السابق$", "^المقال التالي$", "^المقال السابق$", "^הבא$", "^הקודם$", "^بعدی$", "^قبلی$",
  "^上一篇：?:?$", "^下一篇：?:?$", "^이전 ?글:?$", "^다음 ?글:?$",
}

local function name_of(page, row)
  return ((page:attr(row, "class") or "") .. " " .. (page:attr(row, "itemprop") or "")):lower()
end

--- Whether what an element is called, or what it says, makes it a label. @param two the element behind it, if any
local function is_named(page, one, two, label)
  local name = name_of(page, one)
  if name:matches(KICKERS) or label:lower():matches(NEIGHBOURS) then return true end
  if name:matches(OTHERS) then return false end
  return name:matches(LABELS) or two ~= nil and name_of(page, two):matches(TITLES) and not name:matches(TITLES)
end

local function is_age(label)
  return #label <= 24 and tells_age(label) or label:find("^%s*%d+ ?[mhd] ago%s*$") ~= nil
end

-- The innermost element around all the text of a block.
local function inmost(page, row, start, stop)
  for _ = 1, DEPTH do
    local inner
    for child in children(page, row) do
      local from, to = page:range(child)
      if from <= start and to >= stop and page:kind(child) == "element" then inner = child end
    end
    if not inner then return row end
    row = inner
  end
  return row
end

-- The first two elements with text in the block's, none of which holds it all.
local function first_two(page, row, start, stop)
  local first
  for child in children(page, row) do
    local from, to = page:range(child)
    if page:kind(child) == "element" and to > from and from >= start and to <= stop
      and page:read(from, to):find("%S") then
      if first then return first, child end
      first = child
    elseif not first and to > from and page:read(from, to):find("%S") then return nil end
  end
  return first
end

-- How many bytes of a text stand before what parts it from the next: bars, slashes, dashes, points in the middle.
local function before_separator(text)
  local size = #text
  repeat
    local last = size
    size = #text:sub(1, size):gsub("[%s|/,-]+$", ""):gsub("\xE2\x80[\x93\x94\xA2]$", ""):gsub("\xC2[\xA0\xB7]$", "")
  until size == last
  return size
end

-- Whether metadata gives what is behind a byte of the block as the headline.
local function says_rest(s, rest)
  local key = normal(rest)
  for _, one in ipairs(s.witnesses) do
    if #key >= 12 and normal(one) == key then return true end
  end
  return false
end

-- The bytes of what parts label and headline: "Label: Headline", "Label – Headline".
local function separator(rest)
  local size = 0
  while true do
    local piece = rest:match("^[%s:|-]+", size + 1) or rest:match("^\xE2\x80[\x93\x94]", size + 1)
      or rest:match("^\xC2[\xA0\xB7]", size + 1)
    if not piece then return size end
    size = size + #piece
  end
end

--- The ranges of label and headline of a block, nil where it has no label.
-- @param row the element in which to look: the block's own, or its link
local function eyebrow(s, i, row)
  local page = s.page
  local start, stop = page:block(i)
  row = inmost(page, row, start, stop)
  local one, two = first_two(page, row, start, stop)
  if not one then return nil end
  local _, to = page:range(one)
  local label, rest = page:read(start, to), raw_text(s, to, stop)
  if #lower_words(label) > LABEL_WORDS or #lower_words(rest) < 2 or not label:find("[%a\128-\255]") then return nil end
  if has_date(rest) and #lower_words(rest) <= 4 then return nil end
  local told = i == s.headline and not name_of(page, one):matches(OTHERS) and says_rest(s, rest)
  if not (told or is_named(page, one, two, label)) then return nil end
  return { start, to }, { to + separator(rest), stop }
end

return {
  NEIGHBOURS = NEIGHBOURS, TITLES = TITLES, eyebrow = eyebrow, inmost = inmost, is_age = is_age, is_named = is_named,
  before_separator = before_separator, name_of = name_of, separator = separator,
}
