-- What a site itself says where readers comment, and how lists of comments are headed: patterns on text in lower
-- case; ".." is a letter outside ASCII in either case.

local HOUSE_MOST = 40 -- words of a line of the house
local RULES_MOST = 90 -- of a text of its rules

-- What sites say there: who may comment, how, and that none did.
local HOUSE_RULES = patterns {
  "comment policy", "comments? polic", "commenting polic", "community guidelines", "community standards",
  "house rules", "logged in to ", "log in to ", "login to ", "sign in to ", "to post a comment", "add a comment",
  "able to comment", "to comment on", "leave a comment", "leave a reply", "post a comment", "join the conversation",
  "join the discussion", "join our comment", "start the conversation", "be the first to",
  "the first comment", "den ersten kommentar", "premier commentaire", "primer comentario", "primo commento",
  "no comments yet",
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
  "topluluk kural",
  "giriş yap", "ilk yorum", "untuk berkomentar", "để bình luận", "тобы оставить",
  "тобы комментировать", "равила комментирования", "コメント機能",
  "kommentar schreiben zu können", "kommentar abzugeben", "kommentare anzuzeigen", "load comments",
  "^%d+ responses? to ", "^%d+ thoughts? on ", "^%d+ gedanken zu ", "^%d+ antworten auf ", "^%d+ réponses? à ",
  "^%d+ réflexions? sur ", "^%d+ respuestas? a ", "^%d+ pensamientos? en ", "^%d+ pensieri su ",
  "^%d+ respostas? para ",
  "^%d+ reacties op ", "^%d+ svar till ", "^leserkommentare ", "leserbriefe geben ", "readers and see their replies",
  "コメントを投稿", "コメントを削除", "コメントを書く", "コメントするには", "コメントの投稿には",
  "^welcome to the discussion", "^please keep it clean", "^keep it clean%.", "turn off your caps lock",
  "^don.?.?.?t threaten%.", "^be truthful%.", "^be nice%.", "^be proactive%.", "^share with us%.",
  "report this comment", "report any comment", "read the rules", "投稿を受け付け", "利用規約", "登录后", "댓글을 ", "댓글쓰기",
  "before commenting", "before you can comment", "your display name", "comment could not be", "comment was not ",
  "comment has been ", "kommentar wurde ", "nur angemeldete ", "nur registrierte ", "nur für registrierte",
  "nur für angemeldete", "votre commentaire a ", "votre commentaire n", "tu comentario ha", "tu comentario no ",
  "seu comentário f", "il tuo commento ", "je reactie ", "din kommentar ",
  "aucun commentaire", "soyez le premier", "pas encore de commentaire", "sé el primero", "no hay comentarios",
  "aún no hay comen", "ainda não há comen", "nenhum comentário", "nessun commento", "nog geen reacti",
  "geen reacties", "wees de eerste", "brak komentarzy", "bądź pierwsz", "zatím žádn", "buďte první",
  "комментариев пока нет", "пока нет комментари", "удьте первым", "немає коментарів", "henüz yorum",
  "yorum yapılmamış", "belum ada komentar", "jadilah yang pertama", "chưa có bình luận", "コメントはまだ",
  "コメントはありません", "댓글이 없", "첫 댓글", "لا توجد تعليقات", "كن أول", "inga kommentarer", "ingen kommentarer",
  "vær den første", "bliv den første", "ei kommentteja", "ole ensimmäinen", "δεν υπάρχουν σχόλια",
  "niciun comentariu", "fii primul", "nincs hozzászólás", "hozzászólások a vonatkozó", "还没有评论", "暂无评论",
  "暫無評論", "抢沙发", "条评论", "则评论", "网友评论", "发表评论", "文明上网", "文明发言", "理性发言", "仅代表网友",
}

-- Words for comments, and what a longer text says of them that gives rules: what a site wants, and will not have.
local OF_COMMENTS = patterns {
  "comment", "kommentar", "comentári", "comentario", "commenti", "reacties", "komentarz", "komentář", "yorum",
  "komentar", "комментари", "discussion", "diskussion", "diskusjon", "discusión", "discussão", "discussione",
  "discussie",
  "débat", "debate", "debatt", "dibattito", "dyskusj", "beiträge", "hozzászól", "评论", "評論", "コメント",
}
local RULES = patterns {
  "hate speech", "personal attack", "personal abuse", "profanity", "profane", "defamatory", "vulgar", "obscen",
  "off%-topic", "lively ", "be civil", "remain civil", "civil and", "civil disc", "respectful", "on topic", "our rules",
  "reserves? the right", "be removed", "be deleted", "we welcome", "we encourage", "welcomes your", "encourages",
  "now closed", "been closed", "limited period", "do not reflect", "not necessarily reflect", "opinions? of the",
  "behält sich", "behalten uns", "beleidig", "sachlich", "fairen umgang", "freigeschaltet", "réserve le droit",
  "réservons le droit", "injurieu", "diffamatoire", "reserva el derecho", "reservamos el derecho", "ofensiv",
  "reserva o direito", "reservamos o direito", "não representa", "si riserva", "offensiv", "behoudt zich", "kwetsend",
  "förbehåller", "forbeholder", "zastrzega", "obraźliw", "vyhrazuje", "hakaret", "küfür", "оскорб",
  "off.topic", "are monitored", "no está permitid", "injuriant", "calumni", "kulturált", "moderál", "wulgar",
  "公序良俗", "法律法规", "誹謗中傷",
}

-- What readers press there, and how lists of comments are headed: no words of theirs.
local BUTTONS = patterns {
  "^%W*%d*%W*comment", "^%W*%d*%W*kommentar", "^%W*%d*%W*comentári?o", "^%W*%d*%W*comentari?o", "^%W*%d*%W*reacties?",
  "^%W*%d*%W*komentar", "^%W*%d*%W*yorum", "^%W*%d*%W*омментари", "^%d+ messages?%W*$", "^التعليقات",
  "^%d+ تعليق", "^رد%W*$", "^نظرات%W*$", "^پاسخ%W*$",
  "^.. kiến", "^bình luận", "^thích", "^trả lời", "^%d* ?תגובות", "^תגובה%W*$", "^댓글", "^评论", "^評論", "^网友", "^網友",
  "^..χόλια", "^hozzászólás", "^diskuze", "^odpovědět", "^oceniono", "^zgłoś", "^..равится",
  "^keine? kommentar", "^no comment", "^コメント",
  "^reply", "^antwort", "^répon", "^respon", "^rispo", "^reageer",
  "^svar", "^odpowied", "^yanıtla", "^balas%W*$", "^..тветить", "^..ідповісти", "^返信", "^回复", "^답글", "^löschen",
  "^delete", "^edit%W*$", "^report", "^melden", "^like", "^gefällt", "^share", "^teilen", "^permalink", "^log in",
  "^%w+ %d+ de %d+%W*$", "^page %d+", "^página %d+", "^signaler", "^denunciar",
  "^segnala", "^quote%W*$", "^citer%W*$", "^citar%W*$", "^zitieren%W*$", "^cytuj%W*$", "^rozwiń", "^pokaż ",
  "^voir ", "^afficher ", "^最[热熱新]", "^热门", "^热评", "^全部", "^查看", "^展开", "^举报", "^支持", "^反对", "^分享",
  "^赞[%s%d()]*$", "^踩[%s%d()]*$", "^顶[%s%d()]*$", "^发表", "^%d+ ?条",
  "^view ", "^show ", "^load ", "^see ", "^more%W*$", "^mehr%W*$",
}

-- How lists of the latest comments are headed, of any story.
local RECENT = patterns {
  "^recent comments", "^latest comments", "^last comments", "^new comments", "^newest comments", "^recent replies",
  "^most recent comments", "^the latest comments", "^readers? comments$", "^neueste %a*kommentare",
  "^neuste %a*kommentare", "^die neuesten %a*kommentare", "^letzte %a*kommentare", "^die letzten %a*kommentare",
  "^aktuelle %a*kommentare", "^neue %a*kommentare", "^leserkommentare%W*$", "^zuletzt kommentiert",
  "^commentaires récents", "^derniers commentaires", "^les derniers commentaires", "^comentarios recientes",
  "^..ltimos comentarios", "^nuevos comentarios", "^comentários recentes", "^..ltimos comentários",
  "^commenti recenti", "^ultimi commenti", "^recente reacties", "^laatste reacties", "^nieuwste reacties",
  "^senaste kommentare", "^nyaste kommentare", "^siste kommentare", "^nyeste kommentare", "^seneste kommentare",
  "^viimeisimmät kommentit", "^uusimmat kommentit", "^najnowsze komentarze", "^ostatnie komentarze",
  "^nejnovější komentáře", "^poslední komentáře", "^legutóbbi hozzászólások", "^friss hozzászólások",
  "^comentarii recente", "^ultimele comentarii", "^..ρόσφατα σχόλια", "^son yorumlar", "^komentar terbaru",
  "^komentar terkini", "^..вежие комментарии", "^..оследние комментарии", "^..овые комментарии", "^..станні коментарі",
  "^..едавні коментарі", "^..оследни коментари", "^最近のコメント", "^最新のコメント", "^最新コメント", "^近期评论",
  "^近期留言", "^最新评论", "^最新評論", "^最近评论", "^최근 댓글", "^최신 댓글", "^أحدث التعليقات", "^آخر التعليقات",
  "^bình luận mới",
}

return { BUTTONS = BUTTONS, HOUSE_MOST = HOUSE_MOST, HOUSE_RULES = HOUSE_RULES, OF_COMMENTS = OF_COMMENTS,
  RECENT = RECENT, RULES = RULES, RULES_MOST = RULES_MOST }
