-- Names alone in a line beside the day of the story, which nothing says are those of who wrote it: neither a word
-- before them, nor how the line is named, nor metadata.

local names = include "generic/page/names"
local lexicon = include "generic/page/words"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local authors = include "generic/story/authors"
local filed = include "generic/story/filed"
local looks_personal = include("generic/story/witnessed").looks_personal
local is_text_role, says, text_of = view.is_text_role, view.says, view.text_of

local WORDS, REACH = 8, 5 -- of such a line, at most; lines from the headline
local OTHER = names.H_KICKER | names.H_TAGS | names.H_SHARE | names.H_COUNT | names.H_NAV | names.H_CAPTION
  | names.H_COMMENT | names.H_DIALOG | names.H_RELATED

-- Words of sections, buttons and boxes, which begin with capitals too.
local NO_NAMES = lexicon.words_of [[a about account ad add ads advertisement album all app apple archive article
  articles ask at audio back best blog book breaking business buy category change city click comment comments company
  contact copy culture daily day discover download economy edition editors education email entertainment events
  exclusive facebook fashion feature featured features finance follow font food free from full gallery get go google
  guide health help history home hot how image images instagram international interview issue its join latest life
  lifestyle like link links listen live local login magazine market markets me media menu message money more most
  movies music my national new news newsletter next no notice now office on online open opinion our page pages paper
  photo photos pictures play podcast politics popular post posts previous print privacy products profile program
  project press public quick radio rate read real related release report request research review reviews rss save
  school science search section see select send series service share shop show sign site size social special sport
  sports start stories story style subscribe support tag tags tech technology telegram text the this time times to
  top topic topics travel trending twitter update updates us use version video videos view views visit watch weather
  week weekly welcome what whatsapp why with world write year you your alle artikel bild bilder drucken kommentar
  kommentare lokales mehr merken nachrichten politik teilen vorlesen welt wirtschaft zum zur unser unsere unserer ihr
  ihre mein meine dein deine alle allgemein neue neuer neues neueste aktuelle aktuelles archiv umfrage forum
  einträge seite übersicht weitere letzte keine kein actualités culture économie lire monde partager politique
  société suivre actualidad compartir deportes economía escuchar mundo noticias política sociedad compartilhar
  economia esportes notícias ouvir salvar condividi cronaca cultura economia notizie politica salva nieuws delen
  luister nyheter del dela lyssna]]

-- Whether a word is as names are written: with a capital first, in letters that have capitals.
local function is_capital(word)
  return word:find("^%u") ~= nil or word:find("^\xC3[\x80-\x9E]") ~= nil or word:find("^[\xC4\xC5]") ~= nil
    or word:find("^[\xCE\xD0][\x86-\xAF]") ~= nil
end

-- Small words within names, and those that stand there behind the first two only: "van der".
local PARTICLES = lexicon.words_of "de von van da di del della dos du do le la zu bin al el ter ten y af av"
local ARTICLES = lexicon.words_of "der den"

-- Whether two to four words are a name, particles aside.
local function is_one_name(words)
  local count, before = 0, ""
  for word in words:gmatch("%S+") do
    local lower = word:lower()
    if NO_NAMES[lower] then return false end
    if is_capital(word) then count = count + 1
    elseif not (PARTICLES[word] or ARTICLES[word] and (before == "van" or before == "von")) then return false end
    before = lower
  end
  return count >= 2 and count <= 4
end

-- Whether words are a name, or two of them that one word joins.
local function is_name(words)
  if is_one_name(words) then return authors.all_names(words) end
  local one, joint, two = words:match("^(%S+%s.-)%s+(%S+)%s+(%S+%s.*)$")
  return one ~= nil and lexicon.JOINTS[joint:lower()] ~= nil and is_one_name(one) and is_one_name(two)
end

-- Where a name may end, and what paper, place or job stands behind: "Ann Lee, Reuters", "Ann Lee in Lima".
local function head_of(text)
  return (text:gsub("%s+@[%w_]+$", ""):gsub("%s*%b()$", ""):gsub("%s*[/|,].*$", ""):gsub("%s+[-–—]+%s.*$", "")
    :gsub("%s+in%s%u.*$", ""):gsub("%s+for%s%u.*$", ""):gsub("%s+für%s%u.*$", ""):gsub("%s+para%s%u.*$", ""))
end

-- The first characters of nearly all names in Chinese.
local SURNAMES = {}
for one in ("王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范"
  .. "金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤張劉陳楊黃趙吳孫馬鄭謝許韓馮鄧蕭蔣葉蘇呂盧"
  .. "鐘譚陸賈韋鄒閻龍顧龔萬錢嚴湯"):gmatch("[\xE4-\xE9][\x80-\xBF][\x80-\xBF]") do SURNAMES[one] = true end

local function is_han_name(s, text)
  return #text == 9 and SURNAMES[text:sub(1, 3)] and authors.is_han_name(text) and not filed.is_known(s, text)
end

local CASELESS = "[\xD7-\xDB\xE0][\x80-\xBF]" -- how letters begin that have no capitals: Semitic, Indic, Thai
local CHARS = 36 -- of a name in those, at most

-- Words of buttons and sections in those.
local CALLS = patterns {
  "شارك", "مشاركة", "تعليق", "طباعة", "حفظ", "الرئيسية", "أخبار", "اخبار", "اقرأ", "المزيد", "استمع", "تاريخ", "نشر",
  "شاهد", "صور", "فيديو", "سياسة", "اقتصاد", "رياضة", "ثقافة", "اشتراک", "خبر", "چاپ", "شیر", "शेयर", "होम", "समाचार",
  "न्यूज", "पढ़ें", "देखें", "सुनें", "वीडियो", "फोटो", "कॉपी", "फॉलो", "टिप्पणी", "खबर", "शहर", "राज्य", "देश", "शेअर",
  "שתף", "שיתוף", "תגובות", "הדפסה", "חדשות", "עוד", "האזן", "שמור", "וידאו", "แชร์", "ข่าว",
  "หน้าแรก", "อ่าน", "ติดตาม",
  "ความคิดเห็น", "พิมพ์",
}

-- Whether a line is two to four words in letters without capitals that bid nothing.
local function is_caseless_name(s, i, text)
  local words = select(2, text:gsub("%S+", ""))
  return text:find("^" .. CASELESS) ~= nil and words >= 2 and words <= 4 and s.f.chars[i] <= CHARS
    and not text:find("[%a:!?|()]") and not text:matches(CALLS) and not filed.is_known(s, text)
end

local function is_bare_name(s, i)
  local f = s.f
  local hints = f.own_hints[i] | f.inside_hints[i]
  if f.words[i] == 0 or f.words[i] > WORDS or f.digits[i] + f.terminal[i] + f.level[i] + f.hidden[i] > 0
    or f.links[i] > 0 or hints & OTHER ~= 0 or says(s, i, phrases.NO_BYLINE) or says(s, i, phrases.PHOTO) then
    return false
  end
  local text = text_of(s, i)
  return (is_name(head_of(text)) and not filed.is_known(s, text)) or is_han_name(s, text)
    or is_caseless_name(s, i, text)
end

-- Whether the head or metadata say who wrote it.
local function is_said(s, from, to)
  for i = from, to do
    if s.role[i] == "byline" then return true end
  end
  for _, one in ipairs(s.authors) do
    if looks_personal(s, one.value) then return true end
  end
  return false
end

local function may_stand(s, i)
  local role = s.role[i]
  return i > s.headline and (not role or is_text_role(role)) and not view.excluded(s, i) and is_bare_name(s, i)
end

--- Labels such a line above or below the day between headline and text.
local function label_bare_names(s)
  local to = math.min(s.count - 1, s.first or s.headline, s.headline + REACH)
  for i = s.headline + 1, to do
    if s.role[i] == "published" then
      local at = may_stand(s, i - 1) and i - 1 or may_stand(s, i + 1) and i + 1
      if at and not is_said(s, math.max(1, s.headline - REACH), to) then s.role[at] = "byline" end
      return
    end
  end
end

return { label_bare_names = label_bare_names }
