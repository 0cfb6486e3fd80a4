-- The author's life below the story: a box headed "About the author", and last paragraphs that
-- say of an author who they are.

local view = include "generic/page/view"
local people = include "generic/story/people"
local lexicon = include "generic/page/words"
local names = include "generic/page/names"
local LINK_MOST = 0.5 -- share of links in a text about somebody
local NO_BYLINE = include("generic/page/phrases").NO_BYLINE
local is_open = include("generic/story/own_foot").is_open
local common_box, is_linkish, says, text_of = view.common_box, view.is_linkish, view.says, view.text_of
local raw_text = view.raw_text
local names_author, all_names = people.names_author, include("generic/story/authors").all_names
local name_runs, starts_with_by = include("generic/story/authors").name_runs, lexicon.starts_with_by

-- Headings of such boxes, in lower case; ".." is a letter outside ASCII in either case.
local ABOUT = patterns {
  "^about the authors?%W*$", "^about the writers?%W*$", "^about the contributors?%W*$", "^about the reporters?%W*$",
  "^meet the author", "^contact the author", "^contact the reporter", "^contact the writer",
  "^..ber de[nr] auth?or", "^..ber die autor", "^zu[rm] autor", "^zur person%W*$",
  "^der autor%W*$", "^die autorin%W*$", "^à propos de l'aut", "^à propos de l’aut", "^à propos des auteurs",
  "^sobre el autor",
  "^sobre la firma", "^sobre a firma", "^sobre la autora", "^sobre o autor", "^sobre a autora", "^sull'autor",
  "^sull’autor",
  "^l'auteure?s?%W*$", "^l’auteure?s?%W*$", "^les auteurs%W*$", "^el autor%W*$", "^la autora%W*$", "^o autor%W*$",
  "^a autora%W*$", "^de auteur%W*$", "^the authors?%W*$", "^the writers?%W*$", "^skribenten%W*$", "^forfatteren%W*$",
  "^sull'autrice", "^sull’autrice", "^l'autore%W*$", "^l’autore%W*$", "^over de auteur", "^om författaren",
  "^om skribenten",
  "^om forfatteren", "^om journalisten", "^tietoa kirjoittajasta", "^o autorze", "^o autorce", "^..б авторе",
  "^..ро автора", "^yazar hakkında", "^tentang penulis", "^về tác giả", "^著者", "^この記事を書いた", "^執筆者", "^作者简介",
  "^关于作者", "^關於作者", "^作者簡介", "^筆者", "^저자 소개", "^..χετικά με τον συντάκτη",
  "^عن الكاتب",
}

-- The same in a word, under which a name alone is a byline.
local WRITER = patterns {
  "^authors?%W*$", "^autore?n?%W*$", "^autorin%W*$", "^auteurs?%W*$", "^autor/in%W*$", "^autor[:*]in%W*$",
  "^autora%W*$", "^autrice%W*$", "^författare%W*$", "^forfatter%W*$", "^..втор%W*$",
}

-- Words that say of somebody who they are, what they did or do.
local LIFE = lexicon.words_of [[is are was has currently previously formerly works writes covers lives reports
  teaches joined serves ist war arbeitet derzeit schreibt lebt berichtet studierte leitet est actuellement écrit
  travaille couvre vit es escribe trabaja actualmente vive è scrive lavora attualmente é escreve
  trabalha är skriver arbetar er jobber arbejder bor on kirjoittaa werkt schrijft woont jest pisze pracuje является
  пишет работает]]

-- How what is said of somebody ends without a stop: with a handle, or a link to all they wrote.
local ENDINGS = patterns {
  "@[%w_]+$", "view all posts", "see all posts", "all posts by ", "view all articles", "more by ", "alle beiträge ",
  "alle artikel von ", "voir tous les articles", "tous ses articles", "ver todas las entradas", "ver todos los ",
  "ver todos os ", "vedi tutti gli articoli", "tutti gli articoli di", "alle berichten", "alle artikelen van",
  "visa alla inlägg", "vis alle innlegg", "se alle indlæg", "zobacz wszystkie wpisy", "посмотреть все записи",
}

-- Lines that may be such a heading, or one that names somebody.
local MAY_HEAD = formula("blocks", [[
  return words <= 8 and (terminal == 0 or words <= 5) and hidden == 0 and (level > 0 and words <= 6 or matches(ABOUT)
    or matches(WRITER))
]], { ABOUT = ABOUT, WRITER = WRITER })

-- Before a name.
local ABOUT_WHOM = patterns {
  "^About ", "^Über ", "^Zu ", "^À propos d", "^Sobre ", "^Over ", "^Om ", "^O ", "^Informazioni su ", "^Об ",
  "^Про ",
}

-- "About Jane Doe", or that of no name.
local function is_about(s, i)
  if says(s, i, ABOUT) or says(s, i, WRITER) then return true end
  if not s.authors[1] then return false end
  local text = text_of(s, i)
  return text:matches(ABOUT_WHOM) and names_author(s, text)
end

local TITLE_MOST = 50 -- bytes before the name: "Our correspondent Jane Doe is …"

-- Whether a few words before a name can be the job of who bears it.
local function is_job(words)
  words = words:gsub("%f[%a]%u%a*%.%s*", "") -- "Prof. Dr."
  if words == "" then return true end
  if #words > TITLE_MOST or words:find("[.:;,\"“„»]") then return false end
  local _, count = words:gsub("%S+", "")
  return count <= 4 and words:find("^%s*[%u\xC3-\xF4]") ~= nil
end

-- "Jane Doe is …", "Jane Doe, our correspondent, writes …", "Jane Doe Jane was …": the author's name first.
local function tells_of_author(s, i)
  local text = s.authors[1] and text_of(s, i)
  for _, one in ipairs(s.authors) do
    local at, to = text:find(one.value, 1, true)
    if at and #one.value >= 5 and (at <= 4 or is_job(text:sub(1, at - 1))) then
      local next_word = text:sub(to + 1):match("^[%s,]*([^%s,.]+)")
      local again = next_word and #next_word >= 3 and one.value:find(next_word, 1, true) == 1
      if next_word and (LIFE[next_word:lower()] or again or text:find("^,", to + 1)) then return true end
    end
  end
  return false
end

-- A line below such a heading that is the author's name or job; the first in a script without capitals
-- needs nothing that says so.
local function names_whom(s, i, is_first)
  local f = s.f
  if f.words[i] > 6 or f.digits[i] > 0 or f.terminal[i] == 1 or says(s, i, NO_BYLINE) then return false end
  local text = text_of(s, i)
  if is_first and not text:find "[%z\1-\127]" then return true end
  return names_author(s, text) or people.tells_job(s, i) or all_names(text)
end

-- The lines below such a heading, as far as its box goes.
local function label_below(s, i)
  local f = s.f
  for j = i + 1, math.min(s.count, i + 6) do
    local box = common_box(s, i, j)
    if box == 0 or f.box_last[box] - f.box_first[box] > 10 or s.role[j] then return end
    if f.level[j] > 0 and not (j == i + 1 and names_author(s, text_of(s, j))) then return end
    local told = f.words[j] >= 5 and not is_linkish(s, j, LINK_MOST) or names_whom(s, j, j == i + 1)
    if told and f.hidden[j] == 0 then s.role[j] = "bio" end
  end
end

local function label_boxes(s)
  for _, i in ipairs(s.f:rows(MAY_HEAD, nil, s.last + 1, s.last + 30)) do
    if not s.role[i] and is_open(s, i) and is_about(s, i) then
      label_below(s, i)
      if s.role[i + 1] == "bio" and s.role[i + 2] ~= "bio" and s.f.words[i + 1] < 5 and says(s, i, WRITER) then
        s.role[i + 1] = nil
      elseif s.role[i + 1] == "bio" or s.role[i + 2] == "bio" then s.role[i] = "bio" end
    end
  end
end

-- Verbs behind a name that say who somebody is.
local IS = lexicon.words_of "is was are ist sind es son est sont è sono é são är er on jest są este is, es, est,"

-- Whether a text begins with the full name of one of whom nothing above it speaks, and says who they are.
local function introduces(s, i)
  local text = text_of(s, i)
  local name, verb = text:match("^(%u[^%s,.:;]+%s[^.:;,]-%S)%s+(%l%S*)%s")
  if not (name and IS[verb] and all_names(name)) then return false end
  local last = name:match("(%S+)$")
  for j = s.first, i - 1 do
    if s.role[j] and text_of(s, j):find(last, 1, true) then return false end
  end
  return true
end

-- Whether nothing is known of who wrote the story.
local function is_unsigned(s)
  if s.authors[1] then return false end
  for i = math.max(1, (s.headline or s.first) - 8), s.first do
    if s.role[i] == "byline" then return false end
  end
  return true
end

-- The last paragraphs of the text.
local function label_tail(s)
  local f, last = s.f, s.last
  if s.role[last] == "paragraph" and last > s.first + 3 and f.words[last] <= 60 and is_unsigned(s)
    and introduces(s, last) then s.role[last] = "bio" end
  for i = s.last, math.max(s.first + 2, s.last - 3), -1 do
    if s.role[i] == "paragraph" then
      if s.f.words[i] > 80 or not tells_of_author(s, i) or people.says_filed(s, i) then return end
      s.role[i] = "bio"
    end
  end
end

local NAME_MOST = 40 -- bytes of a line that is but a name

-- The author that a line by the head names behind "by" or alone, in two words or more.
local function named_in(s, i)
  local role = s.role[i]
  if role ~= "byline" and role ~= "published" then return nil end
  local start, stop = s.page:block(i)
  local text = raw_text(s, start, stop)
  if role == "byline" and #text <= NAME_MOST and text:find("^%S+%s+%S+") and all_names(text) then return text end
  local marks = starts_with_by(text) and name_runs(text, start)
  local name = marks and raw_text(s, marks[1].range[1], marks[1].range[2])
  return name and name:find("%S%s+%S") and name or nil
end

-- The authors that metadata names, else those that lines by the head name.
local function all_authors(s)
  if s.authors[1] then return s.authors end
  local list = {}
  for i = math.max(1, (s.headline or s.first) - 8), s.first do
    local name = named_in(s, i)
    if name then list[#list + 1] = { value = name, from = "text" } end
  end
  return list
end

local FIRST_MOST = 150 -- words of a life that stands above the text

-- Texts above the rest, or the first of it, that may be such, in boxes named for bylines or lives.
local ABOVE = formula("blocks", [[
  return words >= 8 and words <= FIRST_MOST and level == 0 and hidden == 0
    and (own_hints | context_hints) & NAMED ~= 0
]], { FIRST_MOST = FIRST_MOST, NAMED = names.H_BYLINE | names.H_BIO })

-- The life of an author by the byline, which is no dek and no text.
local function label_above(s)
  for _, i in ipairs(s.f:rows(ABOVE, nil, s.headline or s.first, math.max(s.first - 1, 1))) do
    if (s.role[i] == "paragraph" or s.role[i] == "dek") and tells_of_author(s, i) then s.role[i] = "bio" end
  end
end

--- Labels what is said of the author.
local function label_bios(s)
  label_above(s)
  label_tail(s)
  label_boxes(s)
end

return {
  ABOUT = ABOUT, WRITER = WRITER, ENDINGS = ENDINGS, all_authors = all_authors, label_bios = label_bios,
  tells_of_author = tells_of_author,
}
