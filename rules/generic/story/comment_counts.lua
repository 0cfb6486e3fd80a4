-- What lines of names and dates begin or end with on blogs: how many comments there are, or the link to write one.

local view = include "generic/page/view"
local raw_text = view.raw_text

-- Such ends of lines in lower case.
local COUNTS = {
  "leave a comment", "leave a reply", "add a comment", "add comment", "post a comment", "write a comment",
  "no comments?", "no comments yet", "comments? off", "%d+ comments?", "comments? %(?%d+%)?", "%d+ replies",
  "kommentar hinterlassen", "kommentar schreiben", "kommentar verfassen", "hinterlasse einen kommentar",
  "schreibe einen kommentar", "keine kommentare", "kein kommentar", "%d+ kommentare?", "kommentare? %(?%d+%)?",
  "laisser un commentaire", "laissez un commentaire", "ajouter un commentaire", "aucun commentaire",
  "pas de commentaires?", "%d+ commentaires?", "commentaires? %(?%d+%)?", "deja un comentario",
  "dejar un comentario", "sin comentarios", "no hay comentarios", "%d+ comentarios?", "deixe um comentário",
  "deixar um comentário", "sem comentários", "nenhum comentário", "%d+ comentários?", "lascia un commento",
  "nessun commento", "%d+ commenti?o?", "geef een reactie", "laat een reactie achter", "geen reacties",
  "%d+ reacties?", "lämna en kommentar", "inga kommentarer", "legg igjen en kommentar", "ingen kommentarer",
  "skriv en kommentar", "%d+ kommentarer", "dodaj komentarz", "brak komentarzy", "%d+ komentarzy", "yorum yap",
  "yorum yok", "%d+ yorum", "tinggalkan komentar", "%d+ komentar", "[%d.,]+ views?", "views?:? [%d.,]+",
  "[%d.,]+ vistas", "[%d.,]+ visualizações", "[%d.,]+ visualizzazioni", "[%d.,]+ lectures?", "[%d.,]+ vues",
  "[%d.,]+ lecturas", "[%d.,]+ aufrufe", "[%d.,]+ просмотр%S*", "просмотров:? ?%d+", "浏览[^%w]* ?%d+",
  "阅读[^%w]* ?%d+", "点击[^%w]* ?%d+", "%d+ ?次阅读", "%d+ ?次浏览", "조회[^%w]* ?[%d,]+", "댓글 ?%d+",
}

local DOUBT = "[ck]omm?ent" -- all of them but a few, which the languages' words stand for
local OTHERS = { "reacti", "yorum", "repl", "view", "vistas", "visuali", "lectur", "vues", "aufrufe", "просмотр",
  "浏览", "阅读", "点击", "조회", "댓글" }

local function is_doubted(lower)
  if lower:find(DOUBT) then return true end
  for _, word in ipairs(OTHERS) do
    if lower:find(word, 1, true) then return true end
  end
  return false
end

-- Where what stands before a count ends, of a line in lower case; nil where it ends with none.
local function end_before(lower, count)
  local from = lower:find("[%s|/·•,–—-]+" .. count .. "[%s|/·•–—-]*$")
  return from and from > 1 and lower:sub(1, from - 1):match("^.*()[^%s|/\xC2\xB7\xE2\x80\xA2\x93\x94-]")
end

-- Where what stands behind a count and a mark begins; nil where the line begins with none.
local function start_behind(lower, count)
  local behind = lower:match("^%s*" .. count .. "%s*[|/\xC2\xB7\xE2\x80\xA2\x93\x94-]+%s*()")
  return behind and behind <= #lower and behind or nil
end

-- Where a line goes to without the figures alone behind its last bars, behind a time: "3:17 PM | 1,209 | 5".
local function before_figures(text)
  local from, rest = nil, text
  while true do
    local at = rest:find("%s*|%s*%d[%d.,]*[kKM]?%s*$")
    if not at or at == 1 then break end
    from, rest = at, rest:sub(1, at - 1)
  end
  return from and rest:find("%d:%d%d") and from - 1 or nil
end

--- The range of a block without such a count; nil where it has none, or is nothing else.
local function without_count(s, i)
  local start, stop = s.page:block(i)
  local text = raw_text(s, start, stop)
  local before = text:find("|%s*%d[%d.,]*[kKM]?%s*$") and before_figures(text)
  if before then return { start, start + before } end
  local lower = text:lower()
  if not is_doubted(lower) then return nil end
  for _, count in ipairs(COUNTS) do
    local last, first = end_before(lower, count), start_behind(lower, count)
    if last then return { start, start + last } end
    if first then return { start + first - 1, stop } end
  end
  return nil
end

return { without_count = without_count }
