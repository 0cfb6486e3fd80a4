-- The story in a few points at the head of its text, below a label that says so, and summaries that begin
-- with such a word: deks.

local view = include "generic/page/view"
local ITEM = include("generic/page/names").ITEM
local excluded, is_text_role, says = view.excluded, view.is_text_role, view.says

-- What a list of points is called; a letter with an accent that begins it may be a capital: two bytes.
local POINTS = {
  "key points?", "the key points", "key takeaways?", "takeaways?", "main points", "story highlights", "highlights",
  "at a glance", "in brief", "in short", "summary", "article summary", "quick summary", "the gist", "tl;?dr",
  "what to know", "what you need to know", "things to know", "das wichtigste in kürze", "auf einen blick",
  "in kürze", "kurz gefasst", "kurz zusammengefasst", "darum geht['’]*s", "zusammenfassung", "die wichtigsten punkte",
  "l['’]+essentiel", "en bref", "les points clés", "points clés", "ce qu['’]+il faut savoir",
  "ce qu['’]+il faut retenir", ".. retenir", "claves", "las claves", "puntos clave", "lo esencial",
  "lo más importante", "en resumen", "resumen",
  "pontos[- ]chave", "em resumo", "resumo", "destaques", "o essencial", "in breve", "in sintesi", "i punti chiave",
  "punti chiave", "samenvatting", "in het kort", "kortversjonen", "kort fortalt", "saken kort fortalt", "i korthet",
  "sammanfattning", "sammendrag", "lyhyesti", "tiivistelmä", "najważniejsze", "najważniejsze informacje", "w skrócie",
  "stručně", "ve zkratce", "röviden", "..лавное", "..оротко", "..ратко", "..зет", "..zet", "ringkasan", "poin penting",
  "intisari", "tóm tắt", "划重点", "要点", "本文要点", "本文重點", "核心提示", "核心要点", "重點摘要", "内容提要", "摘要",
  "この記事のポイント", "記事のポイント", "ポイント", "핵심 요약", "핵심요약", "요약",
}
-- How a summary begins that says it is one, before a colon.
local SUMMED = {
  "tl;?dr", "zusammenfassung", "résumé ?", "resumen", "resumo", "riassunto", "samenvatting",
  "sammanfattning", "sammendrag", "streszczenie", "ringkasan", "tóm tắt", "摘要", "核心提示", "内容提要", "内容摘要",
  "導讀", "导读", "提要", "요약",
}

local function each(list, pattern)
  local made = {}
  for at, one in ipairs(list) do made[at] = pattern:format(one) end
  return made
end

local WIDE = "\239\188\154" -- the colon of Chinese and Japanese
local LABELS = patterns(each(POINTS, "^[%%s]*%s[%%s:" .. WIDE .. "]*$"))
local BEGINNINGS = each(SUMMED, "^%s:")
for _, one in ipairs(each(SUMMED, "^%s" .. WIDE)) do BEGINNINGS[#BEGINNINGS + 1] = one end
for _, one in ipairs(each(SUMMED, "^【%s】")) do BEGINNINGS[#BEGINNINGS + 1] = one end
BEGINNINGS = patterns(BEGINNINGS)

local LABEL_WORDS, POINT_WORDS = 6, 60 -- at most
local LEAST = 4 -- words of a point below a dek
local NEAR = 8 -- blocks below headline or first text among which the label stands

--- Whether a text below the headline begins with a word for a summary.
local function says_summary(s, i)
  return says(s, i, BEGINNINGS)
end

-- The last of at least two points in a list right below a label, above more of the text.
local function last_point(s, label)
  local stop = label
  while s.role[stop + 1] == "list_item" and s.f.words[stop + 1] <= POINT_WORDS do stop = stop + 1 end
  return stop >= label + 2 and stop < s.last and stop or nil
end

-- Whether a line below a dek is of a list of points, read as text or not at all.
local function is_point(s, i)
  local f, role = s.f, s.role[i]
  return f.own_tags[i] & ITEM ~= 0 and (not role or role == "list_item") and f.links[i] == 0 and f.words[i] >= LEAST
    and f.words[i] <= POINT_WORDS and not excluded(s, i)
end

-- Makes the points of a list right below a dek, above the text, deks too.
local function take_below_dek(s)
  local role = s.role
  for i = s.headline + 1, math.min(s.first, s.last - 3) do
    local stop = i
    while role[i] == "dek" and stop < s.last and is_point(s, stop + 1) do stop = stop + 1 end
    if stop >= i + 2 and (stop < s.first or role[stop + 1] == "paragraph") then
      for j = i + 1, stop do role[j] = "dek" end
    end
  end
end

-- Makes the points deks, and the label above them.
local function take_points(s)
  local f, role = s.f, s.role
  take_below_dek(s)
  for i = s.headline + 1, math.min(s.last, math.max(s.first, s.headline) + NEAR) do
    if f.words[i] <= LABEL_WORDS and f.links[i] == 0 and not excluded(s, i) and says(s, i, LABELS) then
      for j = i, last_point(s, i) or i - 1 do role[j] = "dek" end
      return
    end
    if is_text_role(role[i]) then return end
  end
end

return { says_summary = says_summary, take_points = take_points }
