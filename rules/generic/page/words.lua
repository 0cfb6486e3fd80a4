-- Words: cutting a text into them, comparing texts by them, and those that name people.

local function words_of(text)
  local set = {}
  for word in text:gmatch("%S+") do set[word] = true end
  return set
end

local BY_WORDS = words_of [[by By BY von par por di door af av text written reporter автор Автор yazan Yazan od przez
  autor tekst foto oleh penulis yazar texte texto teksti írta Írta szerző skrevet geschrieben escrito scritto bởi
  Γράφει γράφει كتب كتبت بقلم إعداد نویسنده 記者 nga piše napisal napisala oprac. opr. müəllif eftir Пише пише Пишува
  Текст текст מאת โดย लेखक napsal napsala laporan خبرنگار द्वारा]]

-- Words for who wrote it that name somebody only before a colon.
local WRITER = words_of [[author authors autorin autoren autore autora autores auteur auteurs auteure autorka autorzy
  avtor avtorica autorius autors författare forfatter tekijä kirjoittaja redattore muhabir haber words autoři
  авторы Авторы reporter pewarta penulis wartawan jurnalis laporan opracował opracowała Opracował
  Opracowała подготовил подготовила Подготовил Подготовила
  підготував підготувала Підготував Підготувала συντάκτης
  Συντάκτης ผู้เขียน นักเขียน ผู้สื่อข่าว]]

-- What was done to the story, before the word for by whom: "Posted by", "Erstellt von".
local DONE = words_of [[compiled curated contributed produced authored penned scris posted published written
  submitted erstellt veröffentlicht verfasst geschrieben gespeichert eingestellt publié écrit rédigé posté
  publicado publicada escrito pubblicato scritto inserito skrevet publisert geschreven geplaatst gepubliceerd
  opublikowane napisane dodane diposting ditulis]]

-- Kinds of pieces, before the word for by whom: "Analysis by", "Kolumne von".
local GENRES = words_of [[opinion analysis story words report reported review essay column comment commentary interview
  kommentar kolumne analyse gastbeitrag gastkommentar reportage bericht porträt rezension glosse leitartikel meinung
  tribune chronique entretien récit enquête critique opinión análisis crónica entrevista reportaje columna intervista
  analisi commento editoriale opinião análise reportagem coluna opinie analys krönika ledare recension leder kronik
  anmeldelse analyysi kolumni komentarz opinia article artikel artículo articolo artikkel beitrag text kritik]]

local ONE = words_of "a an ein eine un une una um uma een en et" -- "Ein Artikel von", "An essay by"
local BY = words_of "by von par por di da av af door przez oleh"

-- Where a name goes on that touches the word for by whom, as in two elements: "ByAnn Lee", "vonAnn Lee".
local function behind_glued(word)
  local glued, at = word:match("^(%a%l+)()%u%l")
  local lower = glued and glued:lower()
  return lower and BY[lower] and not (glued == lower and #glued == 2 and glued ~= "by" and glued ~= "av") and at or nil
end

-- Where a line that begins with "by" goes on behind it; nil where it does not.
local function behind_by(text)
  local begin, first, colon, second = text:match("^%s*()(%S-)%s?(:?)%s+()[^%s:]")
  if not first then return nil end
  local lower = first:lower()
  if DONE[lower] or GENRES[lower] and colon == "" then
    local word, third = text:match("^(%S-):?%s+()%S", second)
    if word and BY[word:lower()] then return third end
    local at = behind_glued(text:match("^%S+", second))
    if at and DONE[lower] then return second + at - 1 end
  end
  if ONE[lower] then
    local word, fourth = text:match("^%S+%s+(%S+)%s+()%S", second)
    if word and BY[word:lower()] then return fourth end
  end
  if BY_WORDS[first] or BY_WORDS[lower] or WRITER[lower] and colon ~= "" then return second end
  local at = behind_glued(first)
  return at and begin + at - 1 or nil
end

-- How lines in lower case begin that may begin so.
local function leads()
  local list = {}
  for _, words in ipairs { BY_WORDS, DONE, GENRES, WRITER } do
    for word in pairs(words) do list[#list + 1] = "^" .. word:lower() end
  end
  for word in pairs(ONE) do list[#list + 1] = "^" .. word .. " %S+ %S+ %S" end
  return patterns(list)
end

local OF_ARTICLE = { ["author of the article"] = true, ["author of the post"] = true, ["autor des artikels"] = true,
  ["auteur de l'article"] = true, ["autor del artículo"] = true }

-- Whether a line in lower case is the words for who wrote it alone: "by", "author:", "posted by".
local function is_by_alone(lower)
  local word = lower:match("^(%S-)%s?:?$")
  if word then return BY_WORDS[word] or WRITER[word] or false end
  local done, by = lower:match("^(%S+)%s(%S-)%s?:?$")
  return done ~= nil and DONE[done] and BY[by] or OF_ARTICLE[lower:gsub("%s?:$", "")] or false
end

local function starts_with_by(text)
  return behind_by(text) ~= nil
end

local JOBS = words_of [[reporter correspondent editor writer staff senior contributor columnist journalist
  redakteur redakteurin korrespondent korrespondentin reporterin political business sports news freelance
  chief deputy producer lifestyle autor autorin redactor redactora journaliste rédacteur giornalista opinion
  special digital head manager director journalistin producer analyst chefredakteur chefredakteurin projektleiter
  projektleiterin volontär volontärin rédactrice journaliste correspondant correspondante periodista corresponsal
  redattore redattrice jornalista repórter redaktör toimittaja dziennikarz dziennikarka verslaggever redacteur
  professor professorin professeur profesor profesora professore lecturer fellow author researcher
  photographer photojournalist fotograf fotografin photographe fotógrafo fotógrafa fotografo meteorologist anchor
  attorney economist sub-editor editor-in-chief редактор Редактор корреспондент Корреспондент журналист Журналист
  журналистка обозреватель кореспондент кореспондентка редакторка]]

local JOINTS = words_of "and und et y og och en ve e i & / | • · – — -"

-- Words behind which a byline names no people: sections, tags, comments.
local NO_NAMES = words_of [[in unter under en dans tags tag schlagworte schlagwörter kategorie kategorien category
  categories categoria filed abgelegt veröffentlicht comments comment kommentar kommentare hinterlasse leave topics
  themen permalink read lesezeit share teilen follow updated illustration illustrations illustrationen photo photos
  photography foto fotos bild bilder images grafik video Übersetzung Übersetzt translation translated traduction
  traducción traduzione tradução vertaling oversettelse Översättning przekład Перевод]]

-- Whether a word may be part of a name: it begins with a capital, or a letter outside ASCII (\xE2 begins marks).
local function is_name_word(word)
  local lower = word:lower()
  return word:find("^[%u\xC3-\xE1\xE3-\xF4]") and not (JOBS[lower] or BY_WORDS[lower] or word:find("[%d=]"))
end

local WIDE = "[\xE3-\xE9]" -- how letters begin of which two count as a word: of Chinese and Japanese

-- How many words a text has, where scripts write them without space too.
local function count_words(text)
  local _, wide = text:gsub(WIDE, "")
  return #text:words() + wide // 2 - (wide > 1 and 1 or 0)
end

return {
  BY_WORDS = BY_WORDS, DONE = DONE, JOBS = JOBS, JOINTS = JOINTS, LEADS = leads(), NO_NAMES = NO_NAMES, WRITER = WRITER,
  behind_by = behind_by, count_words = count_words, is_by_alone = is_by_alone, is_name_word = is_name_word,
  lower_words = string.words, normal = string.letters, starts_with_by = starts_with_by, words_of = words_of,
}
