-- Words: cutting a text into them, comparing texts by them, and those that name people.

local function words_of(text)
  local set = {}
  for word in text:gmatch("%S+") do set[word] = true end
  return set
end

local BY_WORDS = words_of [[by By BY von par por di door af av text written reporter автор Автор yazan Yazan od przez
  autor tekst foto oleh penulis yazar texte texto teksti írta Írta szerző skrevet geschrieben escrito scritto bởi
  Γράφει γράφει كتب بقلم 記者]]

local function starts_with_by(text)
  local first = text:match("^%s*(%S-):?%s+%S")
  return first and (BY_WORDS[first] or BY_WORDS[first:lower()]) or false
end

local JOBS = words_of [[reporter correspondent editor writer staff senior contributor columnist journalist
  redakteur redakteurin korrespondent korrespondentin reporterin political business sports news freelance
  chief deputy producer lifestyle autor autorin redactor redactora journaliste rédacteur giornalista opinion
  special digital head manager director journalistin producer analyst]]

local JOINTS = words_of "and und et y og och en ve e i & / | • · – — -"

-- Words behind which a byline names no people: sections, tags, comments.
local NO_NAMES = words_of [[in unter under en dans tags tag schlagworte schlagwörter kategorie kategorien category
  categories categoria filed abgelegt veröffentlicht comments comment kommentar kommentare hinterlasse leave topics
  themen permalink read lesezeit share teilen follow updated]]

local function is_name_word(word)
  return word:find("^[%u\xC3-\xF4]") and not JOBS[word:lower()] and not BY_WORDS[word:lower()] and not word:find("%d")
end

return {
  BY_WORDS = BY_WORDS, JOBS = JOBS, JOINTS = JOINTS, NO_NAMES = NO_NAMES, is_name_word = is_name_word,
  likeness = table.likeness, lower_words = string.words, normal = string.letters, starts_with_by = starts_with_by,
  words_of = words_of,
}
