-- The last lines of the text that are none: when it was published, who is to be written to, what
-- is to be noted, who the author is.

local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local people = include "generic/story/people"
local is_address, is_date, names_day = people.is_address, people.is_date, people.names_day
local lexicon = include "generic/page/words"
local is_text_role, says, text_of = view.is_text_role, view.says, view.text_of
local credits = include "generic/story/credits"
local CREDITS, NOTES, OFFICES = phrases.CREDITS, phrases.NOTES, phrases.OFFICES
local REMARKS = include("generic/story/remarks").REMARKS

local REACH = 6       -- lines from the end of the text
local PASSED, SHORT = 2, 6 -- lines among them that say something else, and their words
local DATE_WORDS = 14 -- of a line that says when
local NOTE_WORDS = 60
local CREDIT_WORDS = 20

-- What makes a note of such a line besides phrases.NOTES: elsewhere in a text it may be said of anything.
local LAST_NOTES = patterns {
  "^reach the ", "can be reached ", "may be reached ", "^follow h[ei][rm] ", "^follow the writer",
  "^follow .* on twitter", "^follow .* on x[ .:]", "^write to .* at ", "^contact .* at ", "^e%-?mail .*@",
  "^th[ei]s?e? %a+ was originally ", "^th[ei]s?e? %a+ originally appeared", "^originally published",
  "^correction:", "opinions? expressed ", "views? expressed ", "views and .* expressed", "^do you have a ",
  "may earn an? [%a ]*commission", "^this article contains ", "sind affiliate%-links", "mit affiliate%-links",
  "^sendung: ", "^dieses thema im programm", "^..ber dieses thema ", "^der beitrag ist ",
  "^names? have been ", "^the names? of .* changed", "^some names ", "^les prénoms? ", "^le prénom a ",
  "^les noms ont ",
  "^i nomi sono ", "^los nombres han ", "^nombres? cambiados?", "^namen? geändert", "^name von der redaktion",
  "^os nomes foram ",
 "^de naam is ", "^de namen zijn ", "is republished from", "has been republished",
  "^read the original article", "first appeared in ",
  "first appeared on ", "^lire l'article original", "^lire l’article original", "^lea el original",
  "^leia o original",
  "^leggi l'originale", "^this %l+ was generated", "^this %l+ was created", "^this %l+ was produced",
  "^this %l+ was translated",
  "^this %l+ was written", "^this %l+ was compiled", "^this summary was", "^this translation ", "^this transcript ",
  "^this %l+ is part of ", "^th[ei]s?e? %l+ is sponsored by", "^diese zusammenfassung wurde", "^diese meldung wurde",
  "^diese meldung ist", "^die übersetzung ", "^dieser %l+ ist teil ", "^ce texte a été", "^cette tribune ",
  "^ce contenu a été",
  "^cet article fait partie", "^este contenido fue", "^este resumen ", "^este artículo forma parte",
  "^questo contenuto è",
  "^questo testo è", "^questo articolo fa parte", "^dit artikel maakt deel", "^deze tekst is", "^denne artikkelen ",
  "^denna text har", "^sammanfattningen ", "^sammendraget er", "^oppsummeringen er", "^if you have been affected",
  "^if you or someone", "^sollten sie selbst ", "^wenn sie selbst ", "^si vous avez des pensées",
  "^si tú o alguien", "^doi: ?",
  "^[%w ]+ is written by ", "^updated to ", "^dieser artikel %a+ zuerst", "^anm%. d", "^hinweis: ",
  "^cet article a été ", "^este artículo fue ",
  "^este texto foi ", "^editor ?: ", "^penulis ?: ", "^redaktør: ", "^責任編輯", "^责任编辑", "^（责任编辑", "^編輯",
}

local OFFICE_WORDS = 3 -- of one that names an editorial office

-- Headings over the author's life, which may be set as paragraphs.
local ABOUT_WORDS = 5
local bio = include "generic/story/bio"

local IS = lexicon.words_of "is was ist est es è é är er on jest has hat a"

-- Whether a text begins with the name of the site, or of its host, and goes on to say what it is: "Isle
-- Herald is a weekly", as press releases and papers end.
local function tells_of_site(s, i)
  local text = text_of(s, i)
  local function begins(name)
    local rest = #name >= 4 and text:sub(1, #name):lower() == name:lower() and text:sub(#name + 1)
    local verb = rest and rest:match("^%s(%S+)%s")
    return verb ~= nil and IS[verb] ~= nil
  end
  for _, one in ipairs(s.sites) do
    if begins(one.value) then return true end
  end
  local host = s.context.url and s.context.url:address()
  return host ~= nil and begins(host:match("([^.][^.][^.][^.]+)%.[^.]+%.?%a?%a?$") or "")
end

local function label(s, i)
  local f = s.f
  if people.says_filed(s, i) then return "published" end
  local bare = f.words[i] <= OFFICE_WORDS and f.terminal[i] == 0 and f.links[i] == 0
  if bare and says(s, i, OFFICES) and not text_of(s, i):find(",", 1, true) then return "byline" end
  if is_address(s, i) then return "byline" end
  if f.words[i] <= DATE_WORDS and is_date(s, i) and names_day(s, i) then return "published" end
  if f.words[i] <= NOTE_WORDS and (says(s, i, NOTES) or says(s, i, LAST_NOTES) or says(s, i, REMARKS)) then
    return "note"
  end
  if tells_of_site(s, i) then return "note" end
  if f.words[i] <= NOTE_WORDS and bio.tells_of_author(s, i) then return "bio" end
  if f.words[i] <= CREDIT_WORDS and says(s, i, CREDITS) then return "credit" end
  return credits.role_of(s, i)
end

-- Headings over whom the press may ask, which go on to the end of a release.
local CONTACTS = patterns {
  "^media contacts?%W*$", "^press contacts?%W*$", "^contacts?%W*$", "^media inquiries%W*$", "^media enquiries%W*$",
  "^press enquiries%W*$", "^press office%W*$", "^pressekontakte?%W*$", "^kontakt%W*$",
  "^ansprechpartner%W*$", "^ansprechpartnerin%W*$", "^rückfragen%W*$", "^contacts? presse%W*$",
  "^contacts? médias?%W*$",
  "^contacto%W*$", "^contacto de prensa%W*$", "^contatti%W*$", "^ufficio stampa%W*$", "^contato%W*$",
  "^perscontact%W*$", "^presskontakt%W*$", "^pressekontakt%W*$", "^kontakt dla mediów%W*$",
}
local CONTACT_LINES, CONTACT_WORDS = 12, 25 -- of such contacts, at most; words of one

-- Labels a line near the end of the text and all of the text below it.
local function label_from(s, i, role)
  for j = i, s.last do
    if j == i or s.role[j] and s.role[j] ~= "caption" then s.role[j] = role end
  end
end

-- Whether all lines below one are as short as names and numbers.
local function stays_short(s, i)
  for j = i + 1, s.last do
    if s.role[j] and s.f.words[j] > CONTACT_WORDS then return false end
  end
  return i < s.last
end

-- A heading over the author's life, or over whom to ask, and all of the text below it; the line above those.
local function label_life(s)
  for i = math.max(s.first + 2, s.last - CONTACT_LINES), s.last do
    if s.f.words[i] <= ABOUT_WORDS and (s.role[i] or s.role[i + 1]) and s.f.hidden[i] == 0 then
      if says(s, i, CONTACTS) and stays_short(s, i) then
        label_from(s, i, "note")
        return i - 1
      end
      if i >= s.last - REACH and (says(s, i, bio.ABOUT) or says(s, i, bio.WRITER)) then
        label_from(s, i, "bio")
        return i - 1
      end
    end
  end
  return s.last
end

--- Labels those lines, from the end of the text upwards as far as there are some.
local function label_tail(s)
  local last, passed = label_life(s), 0
  for i = last, math.max(s.first + 2, last - REACH), -1 do
    if is_text_role(s.role[i]) then
      local role = label(s, i)
      if passed > 0 and role == "published" then return end
      passed = passed + (role and 0 or 1)
      if not role and (passed > PASSED or s.f.words[i] > SHORT) then return end
      s.role[i] = role or s.role[i]
    end
  end
end

return { label_tail = label_tail }
