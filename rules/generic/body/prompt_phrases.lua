-- How what a page says to its reader begins or reads: patterns on text in lower case, in the languages that
-- most news pages are in; ".." is a letter outside ASCII in either case.

-- What a page says to its reader in the midst of a text: consent to embedded posts, its app,
-- its subscription, the errors of its program.
local PROMPTS = {
  "einverstanden, dass mir [%a%- ]*inhalte", "mit einem klick anzeigen lassen", "^%a+%-inhalte? erlauben$",
  "externe[rn]? inhalte?%f[%W]", "empfohlener redaktioneller inhalt", "personenbezogene daten an dritt",
  "^external content", "hosted by a third party", "you will be accepting the terms", "^allow .* content%?$",
  "to view this content", "to show you this content", "this content is not available due to your privacy",
  "contenu externe", "pour afficher ce contenu", "contenido externo", "contenuto esterno", "externe inhoud",
  "^strict standards: .* on line %d", "^deprecated: .* on line %d", "^warning: .* on line %d",
  "^notice: .* on line %d",
  "please enable javascript", "^javascript is disabled", "disable your ad ?blocker", "turn off your ad ?blocker",
  "unsubscribe at any time", "cancel at any ?time", "jederzeit wieder abmelden", "jederzeit kündbar", "probeabo",
  "^alle inhalte laden", "^diesen inhalt laden", "^mit meiner anmeldung",
  "einfach hier klicken", "désinscrire à tout moment", "darte de baja en cualquier momento",
  "^did you like this", "^like this story%?", "^like this article%?", "vorlesen lassen%.",
  "hat ihnen dieser artikel gefallen", "^did you enjoy this", "^enjoying this article", "^enjoyed this article",
  "you can now listen to [%a ]*articles", "sie können diesen artikel .*hören", "vous pouvez écouter cet article",
  "delivered .*to your inbox", "straight to your inbox", "directly to your inbox", "right to your inbox",
  "sent to your inbox", "in your inbox every", "^start your day with the ", "direkt in ihr postfach",
  "direkt in dein postfach", "^recevez .*boîte ", "^recibe .*bandeja de entrada", "^recibe .*tu correo",
  "^ricevi .*casella", "^receba .*caixa de entrada", "^receba .*seu e%-mail", "^ontvang .*inbox", "^få .*inkorg",
  "^få .*innboks", "^få .*indbakke",
  "^get the app", "^scan the qr", "^read in app", "^weiterlesen mit", "^lesen sie jetzt weiter",
  "^jetzt weiterlesen",
  "eingebettete inhalte anzuzeigen", "einwilligung in die übermittlung", "%a immer entsperren$",
  "^mit dem laden de[srm] ", "^by loading the %a+, you", "always unblock %a+",
  "playback is unsupported", "video has failed to load",
  "browser does not support",
  "browser doesn't support", "browser doesn’t support", "not supported %l+ your browser", "browser unterstützt",
  "navigateur ne supporte",
  "navigateur ne prend pas en charge", "navegador no ", "navegador não ", "browser non supporta",
  "browser ondersteunt",
  "browser stöder inte", "nettleseren din støtter", "przeglądarka nie obsługuje",
  "браузер не поддерживает",
  "お使いのブラウザ", "浏览器不支持", "瀏覽器不支援",
  "有料会員", "会員限定", "क्यूआर", "qr कोड", "ऐप डाउनलोड",
  "ऐप पर", "^already a subscriber", "^already have an account",
  "^sie sind bereits abonnent", "^déjà abonné", "^il vous reste [%d,]+", "^cet article est réservé",
}

-- What a site says below a text of its readers' comments, and of their writing some.
local OF_COMMENTS = {
  "to post a comment%.", "to leave a comment%.", "in order to comment", "^comments are the opinion",
  "^conversations are opinions", "^comments .* do not reflect the ", "^comments .* not endorse",
  "^readers?.? comments ",
  "^comments .*sole responsibility", "um einen kommentar ", "um kommentare ", "^die kommentare geben ",
  "^kommentare geben ",
  "^für den inhalt der kommentare", "pour poster un commentaire", "pour laisser un commentaire",
  "pour publier un commentaire", "pour poster des commentaires", "^les commentaires .*responsabilité",
  "^les commentaires .*propriété", "para escribir un comentario", "para publicar un comentario",
  "para dejar un comentario", "para poder comentar", "^los comentarios .*responsabilidad", "opiniones de los lectores",
  "^os comentários .*responsabilidade", "para publicar um comentário", "^i commenti .*responsabilità",
  "^i commenti .*opinion", "per inserire un commento", "om een reactie te plaatsen", "^reacties .*verantwoordelijk",
  "för att kommentera%f[%W]", "for å kommentere%f[%W]", "for at kommentere%f[%W]", "za treść komentarzy",
  "^komentarze .*opini",
  "^a hozzászólás.*vélemény", "^a komment.*vélemény", "^příspěvky .*odpovědnost", "^komentáře .*odpovědnost",
  "^comentariile .*responsabil", "^yorum.*sorumlu", "ответственност.*содержание комментари",
  "^..омментари.*ответственност",
  "отговорност за .*коментари", "^..оментари.*отговорност", "відповідальн.*зміст коментар", "^..оментар.*відповідальн",
  "لا تعبر عن رأي", "^التعليقات .*رأي",
}

-- The same of a few sentences with a link, to its newsletter or feed.
local NEWSLETTERS = {
  "newsletter .*anmeld", "anmeld.* newsletter", "kostenlosen [%a-]*newsletter", "free [%a ]*newsletter",
  "sign up .*newsletter", "subscribe to .*newsletter", "our [%a ]*newsletter", "unseren? [%a-]*newsletter",
  "notre newsletter", "nuestra newsletter", "nossa newsletter", "nostra newsletter",
  "nuestro boletín", "rss ?2%.0", "abonniere[n]? .*unser", "^jetzt abonnieren", "subscribe to our ",
  "subscribe to the ",
  "^subscribe now", "abonnez%-vous à ", "suscríb[ea][ts]e a ", "iscriviti al", "inscreva%-se ", "abonneer je ",
  "prenumerera på ", "zapisz się na", "одпишитесь на", "одписывайтесь на",
}

-- Headings over such an offer.
local OFFERS = {
  "newsletter", "^subscribe", "^sign up", "^abonnieren", "^jetzt abonnieren", "^jetzt anmelden", "^abonnez",
  "^inscrivez%-vous", "^suscr", "^iscriviti", "^inscreva", "^get the app", "^get our app", "^download our app",
  "^join our ", "^follow us", "^folge[n]? .*uns ", "^suivez%-nous", "^síguenos", "^seguici", "boletín",
}

-- Whole lines that send the reader elsewhere, or say that nobody may comment.
local ASIDES = {
  "^you m[ai][yg]h?t? also ", "^you m[ai][yg]h?t? like", "^related ", "^read also", "^also read", "^read more:?$",
  "^further reading:?$", "^see also:?$", "^more on ", "^comments are closed", "^comments closed",
  "^recommended for you", "^if you enjoyed", "^if you liked", "^thank you for your support", "^thanks for reading",
  "we may earn commission", "^schon gelesen%?", "^auch interessant",
  "^lesen sie auch:?$", "^lesen sie mehr", "^lies auch", "^mehr zum thema", "^mehr zu diesem thema",
  "^mehr themen:?$", "^zum thema:?$", "^zum weiterlesen:?$", "^weiterlesen:?$", "^das .*könnte .* interessieren",
  "^dies könnte .* interessieren",
  "^kommentare? geschlossen", "^kommentare sind geschlossen", "^verwandte ", "^..hnliche ", "^passend dazu",
  "^..? lire aussi", "^lire aussi", "^voir aussi", "^sur le même sujet", "^vous aimerez aussi",
  "^pour aller plus loin:?$",
  "^les commentaires sont fermés", "^también te puede", "^te puede interesar", "^te recomendamos", "^lee también",
  "^lea también", "^noticias relacionadas", "^los comentarios están cerrados", "^leggi anche", "^ti potrebbe",
  "^potrebbe interessarti", "^leia também", "^leia mais", "^veja também", "^você também ",
  "^lees ook", "^meer over ", "^läs också",
  "^läs mer", "^les også", "^les mer", "^læs også", "^lue myös", "^czytaj także", "^czytaj też",
  "^zobacz także",
  "^zobacz też", "^přečtěte si", "^..těte také", "^olvassa el", "^baca juga", "^ilgili haber",
  "^..итайте также", "^关联阅读", "^相关阅读", "^関連記事", "^mehr zu ", "^mehr dazu",
  "^weiterführende links",
  "^weitere links:?$",
  "^weitere informationen:?$", "^zusatzinformation", "^ansprechpartner", "^pressekontakt", "^kontakt:?$",
  "^downloads?:?$", "^entdecke weitere", "^press contact", "^media contact", "^contact:?$", "^about the author",
  "^en savoir plus", "^contact presse", "^más información:?$", "^per saperne di più", "^saiba mais",
  "^unless otherwise", "^sofern nicht anders", "^sauf mention contraire", "^%(?alle angaben ohne gewähr",
  "^report an? error", "^report an? typo", "^report an? correction", "^report an? problem", "^fehler melden",
  "^signaler une erreur", "^reportar? un error", "^reportar? error", "^notificar un error", "^comunicar erro",
  "^segnala un errore", "^meld een fout", "^zgłoś błąd", "^nahlásit chybu", "^..ообщить об ошибке",
  "^..ашли ошибку", "^add to cart%f[%W]", "^view price%f[%W]", "^check price%f[%W]", "^see price%f[%W]",
  "^buy now%f[%W]",
  "^shop now%f[%W]", "^in den warenkorb", "^jetzt kaufen", "^zum angebot", "^preis prüfen", "^ajouter au panier",
  "^voir le prix", "^voir l.?.?.?offre", "^acheter sur ", "^añadir al carrito", "^ver oferta", "^ver precio",
  "^comprar ahora", "^comprar agora", "^ver preço", "^aggiungi al carrello", "^acquista ora", "^acquista su ",
  "^vedi offerta", "^in winkelwagen", "^bekijk prijs",
  "^temas?:?$", "^topics:?$", "^etiquetas:?$", "^themen:?$", "^schlagw%S-rter:?$", "^sujets:?$", "^thèmes:?$",
  "^thématiques:?$", "^tópicos:?$", "^assuntos:?$", "^argomenti:?$", "^onderwerpen:?$", "^ämnen:?$", "^emner:?$",
  "^emneord:?$", "^aiheet:?$", "^tematy:?$", "^témata:?$", "^teme:?$", "^etiketler:?$", "^..еги:?$", "^..емы:?$",
  "^标签", "^標籤", "^关键词", "^關鍵字", "^タグ",
  "^tags?:", "^schlagw%S-rte?r?:", "^stichw%S-rte?r?:", "^kategorien?:", "^etiquetas:", "^mots%-clés ?:",
  "^labels:",
  "^filed under", "^while you are here", "^[^|.]+ | [^|.]+ | [^|.]+$", "^[^|.]+ | [^|.]+ | [^|.]+ | [^|.]+$",
  "^this audio ", "^audio .*generated", "^ljud%l* är ai", "^ljuduppspelning", "^die audioversion",
  "^dieser artikel .*vertont",
  "^listen to this ", "^artikel anhören", "^..coutez? cet", "^..couter l", "^escuch%l+ este ", "^ascolta l", "^ouça ",
  "^luister naar d", "^lyt til ", "^lyssna på ", "^print%W*$", "^print this", "^drucken%W*$", "^imprimer%W*$",
  "^imprimir%W*$", "^stampa%W*$", "^afdrukken%W*$",
  "^skriv ut%W*$", "^udskriv%W*$", "^tulosta%W*$", "^drukuj%W*$", "^..аспечатать", "^yazdır%W*$",
  "^cetak%W*$",
  "^印刷する?$", "^打印$", "^인쇄$", "フォローする$", "^シェアする?$", "^share%W*$",
  "^teilen%W*$", "^partager%W*$",
  "^compartir%W*$", "^compartilhar%W*$", "^condividi%W*$", "^delen%W*$", "^dela%W*$", "^udostępnij%W*$",
  "^..оделиться", "^paylaş%W*$", "^bagikan%W*$", "^分享$", "^공유$", "^email%W*$", "^e%-mail%W*$",
  "find[e]?[nst]* [sdi][iuh][er]? hier%.?$", "last modified:", "^zapraszamy ", "^puedes ver", "^%.%.%. ?weiter",
}

-- Lines where an advertisement cuts the text.
local CUTS = {
  "^advertisement%W", "continue reading below", "continues? below", "continues after ", "^hide ad%W*$",
  "^article content%W*$", "^skip advert", "^skip ad%f[%A]", "^nach der anzeige", "^weiter nach der ",
  "nach der anzeige weiter", "nach der werbung weiter", "^artikel wird nach ", "^après la publicité",
  "suite après cette publicité", "suite après la publicité", "^l[ae] suite de cet? .* ci%-dessous",
  "después de la publicidad", "continúa leyendo después", "após a publicidade", "depois da publicidade",
  "continua depois d", "dopo la pubblicità", "dopo la pubblicita'", "gaat verder onder", "lees verder na de adv",
  "fortsätter efter annons", "fortsätter under annons", "fortsetter under annons", "fortsetter etter annons",
  "fortsætter efter annonc", "fortsætter under annonc", "jatkuu mainoksen", "dalsza część artykułu pod",
  "dalszy ciąg .* pod ", "pokračuje pod reklam", "продолжение после рекламы", "reklamdan sonra",
  "^scroll to continue", "^scroll untuk ", "quảng cáo$", "広告の下に", "記事は広告の",
}
-- What asks whether a page was of use, and thanks for the answer.
local ANSWERS = {
  "^was this %l+ helpful", "^was this %l+ useful", "^did you find this .* helpful", "^did you find this .* useful",
  "^is this %l+ helpful", "^war diese[r]? %l+ hilfreich", "^war das hilfreich", "^fanden sie diese[n]? ",
  "vous a%-t%-il été utile", "vous a%-t%-elle été utile", "^cet article vous a", "^¿te ha .*útil", "^¿le ha .*útil",
  "^¿te result.*útil", "^¿fue útil", "^esta página foi útil", "^este artigo foi útil", "^ti è stato utile",
  "è stato utile%?", "^vond je di?t %l+ ", "^heeft .* geholpen%?", "^var .* till hjälp", "^var .* nyttig",
  "^thanks for your feedback", "^thank you for your feedback", "^danke für ihr feedback",
}
for _, list in ipairs { CUTS, ANSWERS } do table.move(list, 1, #list, #ASIDES + 1, ASIDES) end

return { ASIDES = ASIDES, OF_COMMENTS = OF_COMMENTS, NEWSLETTERS = NEWSLETTERS, OFFERS = OFFERS, PROMPTS = PROMPTS }
