-- Readers' comments: sentences in a box that is named so, behind the story, less what a site says
-- of commenting itself.

local names = include "generic/names"
local view = include "generic/view"
local says = view.says

local LEAST_WORDS = 5
local HOUSE_MOST = 40 -- words of a line of the house

-- What sites say there: who may comment, how, and that none did.
local HOUSE_RULES = patterns {
  "comment policy", "comments? polic", "commenting polic", "community guidelines", "community standards",
  "house rules", "logged in to ", "log in to ", "login to ", "sign in to ", "to post a comment", "able to comment",
  "to comment on", "leave a comment", "leave a reply", "post a comment", "join the conversation",
  "join the discussion", "join our comment", "start the conversation", "be the first to", "no comments yet",
  "comments are closed", "comments are moderated", "comments may be", "comments will be", "moderated before",
  "moderating all", "keep comments", "civil forum", "be respectful", "constructive and respectful",
  "your email address will not", "required fields", "how your comment data", "akismet", "recaptcha", "save my name",
  "powered by", "kommentarregeln", "kommentar%-regeln", "netiquette", "netikette", "zum kommentieren",
  "um zu kommentieren", "kommentieren zu können", "kommentare sind ge", "kommentarfunktion",
  "bitte melden sie sich", "angemeldet sein", "angemeldete benutzer", "angemeldete nutzer", "noch kein kommentar",
  "noch keine kommentare", "schreiben sie den ersten", "schreibe einen kommentar", "e%-mail%-adresse wird nicht",
  "connectez%-vous", "pour commenter", "laisser un commentaire", "charte de modération", "les commentaires sont",
  "réagir à cet article", "para comentar", "iniciar sesión", "inicia sesión", "normas de ", "los comentarios ",
  "deja un comentario", "política de comentários", "faça login", "seja o primeiro", "os comentários ",
  "per commentare", "lascia un commento", "i commenti sono", "accedi per", "om te reageren", "reacties zijn",
  "log in om", "logga in för", "logg inn for", "log ind for", "kommentarsfältet", "kommentarfeltet",
  "aby komentować", "aby dodać komentarz", "zaloguj się", "zasady komentowania", "yorum yapmak", "yorum yazmak",
  "giriş yap", "ilk yorum", "untuk berkomentar", "để bình luận", "чтобы оставить",
  "чтобы комментировать", "правила комментирования", "コメント機能",
  "コメントを投稿", "コメントを削除", "コメントを書く", "コメントするには",
  "投稿を受け付け", "利用規約", "登录后", "댓글을 ",
}

local CANDIDATES = formula("blocks", [[
  if words < LEAST or terminal == 0 or hidden == 1 or box == 0 then return 0 end
  if box_around_hints[box] & H_COMMENT == 0 or box_around_tags[box] & FORM ~= 0 then return 0 end
  return link_chars < 0.5 * chars
]], names, { LEAST = LEAST_WORDS })

--- The comments behind the story, whose blocks get that role.
local function find_comments(s)
  local comments, first = {}, (s.last or 0) + 1
  if first > s.count then return comments end
  for _, i in ipairs(s.f:rows(CANDIDATES, nil, first)) do
    if not s.role[i] and not (s.f.words[i] <= HOUSE_MOST and says(s, i, HOUSE_RULES)) then
      s.role[i] = "comment"
      comments[#comments + 1] = { kind = "comment", content = { { tag = "text", block = i } }, first = i, last = i }
    end
  end
  return comments
end

return { find_comments = find_comments }
