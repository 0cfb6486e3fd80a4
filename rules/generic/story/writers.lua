-- Lines that say who wrote a story, or where it is from, by a word beside the name or by where they link.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local says = view.says
local NO_BYLINE = phrases.NO_BYLINE

local WRITER_MOST = 24  -- characters of a line that names a writer in Chinese, Japanese or Korean
local REPORTER_MOST = 60 -- of one in Korean that has the paper and the address of the writer too
local SOURCE_MOST = 8   -- words of a line that names the source

-- What names a writer in Chinese, Japanese and Korean.
local WRITERS = patterns {
  "^作者", "^记者", "^記者", "^采写", "^撰文", "^撰稿", "^通讯员", "^執筆", "^ライター[:：]", "^取材[:：・]", "^著者[:：]", "기자$", "특파원$",
  "^文[:/=|]", "^文：", "^文／", "^文＝", "^文｜", "^文丨", "^글[ :=]", "^%S+记者[%s:：]", "^%S+記者[%s:：]", "^《[^》]+》作者", "^编辑｜",
  "^编辑丨", "^文 [|｜/]", "^文・", "^〔記者", "^〔记者", "^%S+社记者%S", "^%S+社記者%S", "^本报记者", "^本報記者", "논설위원$",
  "편집위원$", "칼럼니스트$", "에디터$", "객원기자$", "^編集委員", "^論説委員", "^解説委員", "^特派員",
}

-- What names an editor in a line with a day.
local EDITORS = patterns { "^责任?编", "^責任?編", "^编辑[:\xEF]", "^編輯[:\xEF]", "^編集[:\xEF]",
  "^通讯员", "^通訊員", "^摄影[:\xEF]", "^撮影[:\xEF]" }

-- A Korean reporter with an address, in brackets or not: "[김철수 기자 kim@paper.example]".
local REPORTERS = patterns { "기자[%s=]+[%w._-]+@", "기자 ?[%])]$", "기자%s*$", "특파원[%s=]+[%w._-]+@", "^【.*记者", "^【.*=.*】$",
  "^【.*＝.*】$", "^【記者", "^（记者" }

-- What stands before a source.
local SOURCES = patterns {
  "^来源", "^來源", "^稿件来源", "^文章来源", "^新闻来源", "^信息来源", "^发信地", "^発信地",
  "^稿源", "^出处：", "^出典[:：]", "^출처 ?[:：=]", "^المصدر ?:", "^منبع ?:", "^स्रोत ?:", "^ที่มา ?:", "^מקור ?:",
  "^sources? ?: ", "^quellen? ?: ", "^fuentes? ?: ", "^fonti?e? ?: ", "^bron ?: ", "^kilde ?: ", "^källa ?: ",
  "^lähde ?: ", "^..ródło ?: ", "^zdroj ?: ", "^kaynak ?: ", "^forrás ?: ", "^..сточник ?: ", "^..жерело ?: ",
  "^..зточник ?: ", "^..ηγή ?: ", "^sumber ?: ", "^nguồn ?: ", "^izvor ?: ", "^sursa ?: ", "^vir ?: ", "^burimi ?: ",
  "^allikas ?: ", "^avots ?: ", "^font ?: ",
}

-- Where pages of those who write for a site lie.
local OF_WRITERS = patterns {
  "/authors?/", "[/?&]author[=-]", "/autor[aeis]*n?/", "/autor%-", "/auteure?s?/", "/writers?/", "/contributors?/",
  "/columnistas?/", "/columnists?/", "/journalistes?/", "/journalists?/", "/reporters?/", "/redakteur", "/staff/%a",
  "/profiles?/", "/profil[ei]?/", "/users?/", "/members?/", "/mitarbeiter/", "/yazar", "/penulis/", "/tac%-gia/",
  "/forfatter", "/skribent", "/firmas?/", "/periodistas?/", "/giornalist", "/toimittaj", "/kirjoittaj", "/@%w",
  "/av/%a", "/af/%a", "/people/%l+%-%l", "/person/", "/team/", "/bios?/", "/experts?/", "/creators?/", "/perfil",
  "/by/%a", "/szerzo", "/novinari",
}

-- Whether a heading stands in a box about the author, or right below the headline.
local function heads_writer(s, i)
  local f = s.f
  local hints = f.own_hints[i] | f.inside_hints[i] | (s.near_hints[f.box[i]] or 0)
  local near = s.headline ~= nil and i > s.headline and i <= s.headline + 3
  return f.level[i] >= 3 and (near or hints & (names.H_BYLINE | names.H_BIO) ~= 0)
end

--- Whether the link of a line leads to such a page.
local function links_to_writer(s, i)
  local link = s.f.link[i]
  local href = link > 0 and s.page:value(link, "href")
  return href and href:lower():matches(OF_WRITERS) or false
end

--- Whether a line of a few words is the link to such a page: the name of who writes there, however it looks.
local function leads_to_writer(s, i)
  local f = s.f
  if f.links[i] ~= 1 or f.words[i] > 4 or f.link[i] == 0 or f.terminal[i] > 0 or f.digits[i] >= 4
    or f.link_chars[i] < 0.6 * f.chars[i] or f.level[i] > 0 and not heads_writer(s, i) or says(s, i, NO_BYLINE) then
    return false
  end
  return links_to_writer(s, i)
end

--- Whether a line names a writer as lines of East Asia do.
local function names_writer(s, i)
  local f = s.f
  if f.chars[i] > REPORTER_MOST or f.terminal[i] > 0 or f.level[i] > 0 then return false end
  return f.chars[i] <= WRITER_MOST and (says(s, i, WRITERS) or says(s, i, EDITORS)) or says(s, i, REPORTERS)
end

--- Whether words in such letters name one: "记者 李在山", "김철수 기자 kim@paper.example".
local function is_writer(words)
  local length = utf8.len(words) or #words
  return length <= WRITER_MOST and words:matches(WRITERS) or length <= REPORTER_MOST and words:matches(REPORTERS)
end

--- Whether a line is the source and no more: "Source: Harbour News".
local function is_source(s, i)
  local f = s.f
  return f.words[i] <= SOURCE_MOST and f.terminal[i] + f.level[i] == 0 and f.chars[i] <= REPORTER_MOST
    and says(s, i, SOURCES)
end

return {
  EDITORS = EDITORS, SOURCES = SOURCES, WRITERS = WRITERS, is_source = is_source, is_writer = is_writer,
  leads_to_writer = leads_to_writer, links_to_writer = links_to_writer, names_writer = names_writer,
}
