-- Lines of a teaser that lead on to its piece and say nothing of it: "Read more", "Weiterlesen",
-- "Continue reading The boats are back"; and what readers press there: "Share this".

local names = include "generic/page/names"
local view = include "generic/page/view"
local target = include("generic/page/links").target
local is_known = include("generic/lists/pieces").is_known
local lower_words = include("generic/page/words").lower_words
local MORE = include("generic/page/phrases").MORE
local is_linkish, range_in, text_of = view.is_linkish, view.range_in, view.text_of

-- What names of elements say of other lines that are links to the piece.
local LABELLED = names.H_KICKER | names.H_BYLINE | names.H_DATE

local REPEATED_LEAST = 3 -- words of a headline that a call to read it says again
local CALL_WORDS = 8     -- that it says besides, at most
local BUTTON_WORDS = 7   -- of what readers press, at most
local BAR_WORDS = 2      -- of a call behind a bar, at most
local LINK_WORDS = 4     -- of a call that is a link of its own, at most

-- Calls where they are all that a line says; ".." is a letter outside ASCII in either case.
local CALLS = patterns {
  "^%W*read more%W*$", "^%W*read on%W*$", "^%W*read full %l+%W*$", "^%W*read the full %l+%W*$", "^%W*read article%W*$",
  "^%W*read story%W*$", "^%W*read now%W*$", "^%W*full story%W*$", "^%W*learn more%W*$", "^%W*find out more%W*$",
  "^%W*continue reading%W*$", "^%W*keep reading%W*$", "^%W*more info%l*%W*$",
  "^%W*weiterlesen%W*$", "^%W*weiter lesen%W*$", "^%W*mehr lesen%W*$", "^%W*mehr erfahren%W*$", "^%W*jetzt lesen%W*$",
  "^%W*zum artikel%W*$", "^%W*link zum artikel%W*$", "^%W*zum ganzen artikel%W*$", "^%W*zur meldung%W*$",
  "^%W*read on%-?line%W*$", "^%W*read it here%W*$", "^%W*see the article%W*$", "^%W*voir l%W+article%W*$",
  "^%W*ver artículo%W*$", "^%W*ver noticia%W*$", "^%W*ver nota%W*$", "^%W*ver matéria%W*$",
  "^%W*vai all%W+articolo%W*$",
  "^%W*naar artikel%W*$", "^%W*naar het artikel%W*$", "^%W*till artikeln%W*$", "^%W*til artiklen%W*$",
  "^%W*zum beitrag%W*$", "^%W*artikel lesen%W*$", "^%W*beitrag lesen%W*$",
  "^%W*lire la suite%W*$", "^%W*lire plus%W*$", "^%W*lire l%W+article%W*$", "^%W*en savoir plus%W*$",
  "^%W*leer más%W*$", "^%W*seguir leyendo%W*$", "^%W*saber más%W*$", "^%W*más información%W*$",
  "^%W*leggi tutto%W*$", "^%W*leggi di più%W*$", "^%W*leggi l%W+articolo%W*$", "^%W*continua a leggere%W*$",
  "^%W*scopri di più%W*$", "^%W*leia mais%W*$", "^%W*ler mais%W*$", "^%W*saiba mais%W*$", "^%W*continu[ea]r? lendo%W*$",
  "^%W*lees meer%W*$", "^%W*lees verder%W*$", "^%W*meer lezen%W*$", "^%W*läs mer%W*$", "^%W*läs hela %l+%W*$",
  "^%W*les mer%W*$", "^%W*les saken%W*$", "^%W*læs mere%W*$", "^%W*læs videre%W*$", "^%W*lue lisää%W*$",
  "^%W*lue juttu%W*$", "^%W*czytaj więcej%W*$", "^%W*czytaj dalej%W*$", "^%W*celý článek%W*$", "^%W*tovább olvasom%W*$",
  "^%W*citește mai mult%W*$", "^%W*devamını oku%W*$", "^%W*selengkapnya%W*$", "^%W*baca selengkapnya%W*$",
  "^..итать далее%W*$", "^..одробнее%W*$", "^..итати далі%W*$", "^..етальніше%W*$", "^xem thêm%W*$", "^..ọc tiếp%W*$",
  "^続きを読む", "^もっと読む", "^阅读全文", "^阅读更多", "^閱讀更多", "^자세히 보기", "^اقرأ المزيد", "^..ιαβάστε περισσότερα",
}

-- What readers press beside a piece: no counter of those who did.
local BUTTONS = patterns {
  "^share%W*$", "^share this", "^share on ", "^share via ", "^share it", "^share article", "^save%W*$",
  "^save article", "^save for later", "^bookmark%W*$", "^follow%W*$", "^follow us", "^like us", "^tweet%W*$",
  "^print%W*$", "^reply%W*$", "^more like this%W*$", "^less like this%W*$", "^listen to article", "^teilen%W*$",
  "^teilen auf ", "^artikel teilen", "^beitrag teilen", "^merken%W*$", "^speichern%W*$", "^drucken%W*$",
  "^folgen%W*$", "^folgen sie uns", "^folge uns", "^liken sie uns", "^partager%W*$", "^partagez ", "^partager cet",
  "^partager sur ", "^suivez%-nous", "^suivre%W*$", "^imprimer%W*$", "^compartir%W*$", "^compartir en ", "^comparte ",
  "^síguenos", "^guardar%W*$", "^imprimir%W*$", "^condividi%W*$", "^condividi su ", "^condividi questo", "^seguici",
  "^salva%W*$", "^stampa%W*$", "^compartilh[ae]r?%W*$", "^compartilhe ", "^partilh[ae]r?%W*$", "^siga%-nos",
  "^salvar%W*$", "^deel%W*$", "^deel dit", "^deel op ", "^delen%W*$", "^volg ons", "^bewaar%W*$", "^dela%W*$",
  "^dela på ", "^dela artikel", "^följ oss", "^del%W*$", "^del på ", "^del denne", "^følg oss", "^følg os",
  "^jaa%W*$", "^jaa artikkeli", "^tulosta%W*$", "^udostępnij", "^zapisz%W*$", "^sdílet%W*$", "^megosztás%W*$",
  "^distribuie%W*$", "^paylaş%W*$", "^bagikan%W*$", "^simpan%W*$", "^chia sẻ%W*$", "^..оделиться",
  "^..оділитися", "^シェア", "^保存$", "^分享", "^收藏$", "^공유", "^شارك",
  "^..οινοποίηση",
  "^not interested%W*$", "^kein interesse%W*$", "^nicht interessiert%W*$", "^pas intéressé", "^no me interesa%W*$",
  "^não tenho interesse%W*$", "^non mi interessa%W*$", "^niet geïnteresseerd%W*$", "^..е интересно%W*$", "^不感兴趣$",
  "^不喜欢$", "^屏蔽$", "^举报$", "^興味なし$", "^관심 ?없음$", "^dislike%W*$", "^hide%W*$", "^report%W*$", "^read later%W*$",
  "^watch later%W*$", "^später lesen%W*$", "^lire plus tard%W*$", "^leer más tarde%W*$", "^leggi dopo%W*$",
  "^like%W*$", "^like this%W*$", "^recommend%W*$", "^recommend this", "^gefällt mir%W*$", "^empfehlen%W*$",
  "^weiterempfehlen%W*$", "^artikel empfehlen", "^j%W+aime%W*$", "^recommander%W*$", "^me gusta%W*$",
  "^recomendar%W*$", "^mi piace%W*$", "^consiglia%W*$", "^curtir%W*$", "^gosto%W*$", "^vind ik leuk%W*$",
  "^aanbevelen%W*$", "^liker%W*$", "^anbefal%W*$", "^gilla%W*$", "^rekommendera%W*$", "^tykkää%W*$", "^suosittele%W*$",
  "^lubię to%W*$", "^polecam%W*$", "^to se mi líbí%W*$", "^tetszik%W*$", "^îmi place%W*$", "^beğen%W*$",
  "^..равится%W*$", "^..екомендовать%W*$", "^いいね", "^点赞$", "^點讚$", "^좋아요$", "^أعجبني$",
  "^%W*view comments", "^%W*see comments", "^%W*show comments", "^%W*read comments", "^%W*view all comments",
  "^%W*kommentare lesen", "^%W*kommentare anzeigen", "^%W*kommentare ansehen", "^%W*alle kommentare%W*$",
  "^%W*voir les commentaires", "^%W*lire les commentaires", "^%W*ver comentarios", "^%W*ver los comentarios",
  "^%W*ver comentários", "^%W*ver os comentários", "^%W*leggi i commenti", "^%W*vedi i commenti",
  "^%W*bekijk reacties", "^%W*lees reacties", "^%W*vis kommentarer", "^%W*se kommentarer", "^%W*visa kommentarer",
  "^%W*zobacz komentarze", "^..оказать комментарии", "^查看评论", "^查看全部评论", "^コメントを見る", "^댓글 ?보기",
  "^ajouter aux favoris", "^añadir a favoritos", "^agregar a favoritos", "^zu favoriten", "^auf die merkliste",
}

-- A headline less the label before it: of so few words only that are said again.
local function behind_label(said)
  local rest = said:match(": (.+)$")
  return rest and #lower_words(rest) >= REPEATED_LEAST and rest or said
end

-- Whether a line says the headline, or what stands behind a label in it, and little else.
local function repeats_headline(s, item, i)
  local f, h = s.f, item.headline
  local besides, least = f.words[i] - f.words[h], f.words[h] >= REPEATED_LEAST
  if besides < 1 or besides > CALL_WORDS or not least or not is_linkish(s, i) then return false end
  return f.lower[i]:find(behind_label(f.lower[h]), 1, true) ~= nil
end

-- Whether a line is a link of its own to the piece.
local function is_second_link(s, item, i)
  local f, h = s.f, item.headline
  if f.words[i] > LINK_WORDS or f.links[i] ~= 1 or f.digits[i] > 0 or f.link[i] == f.link[h] then return false end
  if (f.own_hints[i] | f.inside_hints[i]) & LABELLED ~= 0 or is_known(text_of(s, i)) then return false end
  return is_linkish(s, i) and target(s, i) == (item.href or target(s, h))
end

--- Whether a line of an item leads on to its piece.
local function leads_on(s, item, i)
  if s.f.links[i] == 0 then return false end
  if repeats_headline(s, item, i) then return true end
  if i > item.headline and is_second_link(s, item, i) then return true end
  return s.f.words[i] <= LINK_WORDS and s.f:matches(i, CALLS)
end

local DEK_LEAST = 4 -- words before a call at the end of a dek

--- The range of a line before the link at its end that leads on to the piece; nil where none does.
local function before_call(s, i)
  local page, start, stop = s.page, s.page:block(i)
  local from, to = range_in(page, s.f.link[i], start, stop)
  if not from or from == start or to < stop then return nil end
  local lower = page:read(from, to):lower()
  if not (lower:matches(CALLS) or lower:matches(MORE)) or #lower_words(page:read(start, from)) < DEK_LEAST then
    return nil
  end
  return { start, from }
end

--- The range of a line before a bar and a call behind it: "Boats are back | more"; nil where it ends otherwise.
local function before_bar(s, i)
  local start, stop = s.page:block(i)
  local text = view.raw_text(s, start, stop):gsub("\xC2\xA0", "  ")
  local from, call = text:match "()%s*|%s*([^|]+)$"
  if not from or from == 1 or #lower_words(call) > BAR_WORDS then return nil end
  local lower = call:lower()
  return (lower:matches(CALLS) or lower:matches(MORE)) and { start, start + from - 1 } or nil
end

--- Whether a line is what readers press.
local function is_button(f, i)
  return f.words[i] <= BUTTON_WORDS and f.digits[i] == 0 and f:matches(i, BUTTONS)
end

return { before_bar = before_bar, before_call = before_call, is_button = is_button, leads_on = leads_on }
