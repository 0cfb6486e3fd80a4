-- Links to the pieces before and after this one, by what they say of themselves (rel="prev", rel="next") or the
-- names around them: their titles may be as short as they like, and may stand in a menu.

local H_PAGER = include("generic/page/names").H_PAGER
local words_of = include("generic/page/words").words_of
local edges_of = include("generic/page/edges").edges_of
local links = include "generic/page/links"
local raw_text = include("generic/page/view").raw_text
local is_elsewhere, is_own_page, target = links.is_elsewhere, links.is_own_page, links.target
local leads_to_story = links.leads_to_story

local WORDS = 3 -- of a title at least, where only names say that it is such a link

-- Words of which labels are made that name no piece: "Previous post", "Older entries". Small letters are made of
-- those of ASCII only.
local LABELS = [[
  previous prev next older newer back forward continue post posts article articles story stories page pages entry
  entries project projects image photo item news more to the read view vorherige vorheriger vorheriges vorige
  voriger voriges nächste nächster nächstes zurück weiter ältere Ältere neuere beitrag beiträge artikel seite
  eintrag einträge meldung projekt ansehen zum zur précédent précédente suivant suivante retour actualité plus
  ancien récent anciens récents anterior siguiente entrada entradas artículo noticia página atrás más antigua
  reciente antiguas recientes próximo próxima seguinte artigo postagem notícia publicação mais antigo antigos
  precedente precedenti prossimo prossima successivo successiva articolo articoli pagina notizia avanti indietro
  volgende bericht berichten terug verder forrige neste næste nästa föregående innlegg inlägg indlæg artikkel sak
  sida nyhet tillbaka tilbake tilbage edellinen seuraava artikkeli juttu sivu poprzedni poprzednia poprzednie
  następny następna następne wpis artykuł strona starsze nowsze předchozí následující další článek Článek
  příspěvek stránka előző következő bejegyzés cikk önceki Önceki sonraki yazı haber sayfa sebelumnya selanjutnya
  berikutnya berita bài trước sau tiếp предыдущая Предыдущая предыдущий Предыдущий следующая Следующая следующий
  Следующий назад Назад далее Далее запись Запись статья Статья новость Новость страница Страница вперёд Вперёд
  вперед Вперед попередня Попередня попередній Попередній наступна Наступна наступний Наступний запис Запис стаття
  Стаття 前の記事 次の記事 前へ 次へ 前 次 上一篇 下一篇 上一页 下一页 上一頁 下一頁 이전 다음 글 이전글 다음글 السابق السابقة التالي التالية المقال المقالة
]]

-- Arrows, quotation marks and dashes: what stands from U+2000 and U+0080 on.
local MARKS, LATIN_MARKS = "\xE2[\x80-\xBF][\x80-\xBF]", "\xC2[\x80-\xBF]"

-- Whether a link says that it leads to what comes before or after this page.
local function is_related(page, link)
  local rel = page:attr(link, "rel")
  if not rel then return false end
  rel = " " .. rel:lower() .. " "
  return rel:find("%sprev%s") ~= nil or rel:find("%snext%s") ~= nil or rel:find("%sprevious%s") ~= nil
end

-- Names of elements in which such links stand.
local NAMED = patterns { "%f[%a]prev%f[%A]", "%f[%a]previous", "%f[%a]next%f[%A]", "%f[%a]nextpost", "%f[%a]prevpost" }
local AROUND = 3 -- elements around such a link, of which one is named so

-- Whether one of the elements around a link, from itself on, is named so.
local function is_named(page, row)
  for _ = 0, AROUND do
    local class = row and page:attr(row, "class")
    if class and class:lower():matches(NAMED) then return true end
    row = row and page:parent(row)
  end
  return false
end

local labels -- those words as a set: few pages ask for it

-- Whether a text says more than such labels do.
local function names_piece(text)
  labels = labels or words_of(LABELS)
  local _, other = text:gsub(MARKS, " "):gsub(LATIN_MARKS, " "):known(labels)
  return other > 0
end

-- A line in small letters, with a space wherever elements meet: an arrow is read out, glued to its label.
local function parted(s, i)
  local edges = s.f.texts[i] > 1 and edges_of(s, i)
  if not edges then return s.f.lower[i] end
  local text = raw_text(s, s.page:block(i))
  for _, at in ipairs(edges) do text = text:sub(1, at - 1) .. " " .. text:sub(at) end
  return text:lower()
end

-- Whether a line is such a link that names the piece, on this site.
local function names_neighbour(s, i)
  local f = s.f
  local related = is_related(s.page, f.link[i])
  if f.hidden[i] == 1 or not related and f.words[i] < WORDS then return false end
  local href = target(s, i)
  if not href or not related and not (leads_to_story(href) and is_named(s.page, f.link[i])) then return false end
  return names_piece(parted(s, i)) and not (is_own_page(s, href) or is_elsewhere(s, href))
end

local found = {} -- what is known of lines (a rule's state is made anew for each page)

--- Whether a line links to the piece before or after this one, and says which it is.
local function is_neighbour(s, i)
  local f = s.f
  local hints = f.own_hints[i] | f.inside_hints[i] | (s.near_hints[f.box[i]] or 0)
  if f.links[i] ~= 1 or hints & H_PAGER == 0 then return false end
  if found[i] == nil then found[i] = names_neighbour(s, i) end
  return found[i]
end

return { is_neighbour = is_neighbour, names_piece = names_piece }
