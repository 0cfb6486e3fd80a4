-- What lines of names and dates end with on blogs: how many comments there are, or the link to write one.

local view = include "generic/page/view"
local raw_text = view.raw_text

-- The ends of lines in lower case: the words, and what parts them from the line.
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
  "yorum yok", "%d+ yorum", "tinggalkan komentar", "%d+ komentar",
}

local DOUBT = "[ck]omm?ent" -- all of them but a few, which the languages' words stand for
local OTHERS = { "reacti", "yorum", "repl" }

local function is_doubted(lower)
  if lower:find(DOUBT) then return true end
  for _, word in ipairs(OTHERS) do
    if lower:find(word, 1, true) then return true end
  end
  return false
end

--- The range of a block without such an end; nil where it has none, or is nothing else.
local function before_count(s, i)
  local start, stop = s.page:block(i)
  local text = raw_text(s, start, stop)
  local lower = text:lower()
  if not is_doubted(lower) then return nil end
  for _, count in ipairs(COUNTS) do
    local from = lower:find("[%s|/·•,–—-]+" .. count .. "[%s|/·•–—-]*$")
    if from and from > 1 then
      local last = lower:sub(1, from - 1):match("^.*()[^%s|/\xC2\xB7\xE2\x80\xA2\x93\x94-]")
      return last and { start, start + last } or nil
    end
  end
  return nil
end

return { before_count = before_count }
