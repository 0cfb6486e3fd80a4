-- How lines begin, end or read that are no running text: patterns on text in lower case,
-- in the languages that most news pages are in; ".." is a letter outside ASCII in either case.

local TAIL = {
  "^copyright", "^©", "all rights reserved", "^follow us", "^follow ", "^subscribe",
    "^listen to ", "^sign up", "newsletter", "^download ",
  "^read more", "^read also", "^also read", "^related:", "^see also", "^click here", "^share this", "^like us",
    "^join us",
  "^contact us", "^advertisement", "^support ", "^for more ", "^more:", "^mehr zum thema",
    "^lesen sie auch", "^lire aussi",
  "^leggi anche", "^lee también", "^photo:", "^image:", "^tags:", "^topics:", "^filed under", "^comments",
    "^send tips",
  "무단 ?전재", "재배포 ?금지", "無断転載", "未经授权", "未經授權", "版权所有", "版權所有", "^fehler gefunden", "^found an error",
    "^spotted an error", "^kontaktieren sie uns", "^schreiben sie uns", "^une erreur dans ",
  "^¿has encontrado un error",
}

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
  "hat ihnen dieser artikel gefallen", "^did you enjoy this", "^enjoying this article", "^enjoyed this article",
  "^get the app", "^scan the qr", "^read in app", "^weiterlesen mit", "^lesen sie jetzt weiter", "^jetzt weiterlesen",
  "eingebettete inhalte anzuzeigen", "einwilligung in die übermittlung", "playback is unsupported",
  "browser does not support",
  "browser doesn[’']t support", "not supported %l+ your browser", "browser unterstützt", "navigateur ne supporte",
  "navigateur ne prend pas en charge", "navegador no ", "navegador não ", "browser non supporta", "browser ondersteunt",
  "browser stöder inte", "nettleseren din støtter", "przeglądarka nie obsługuje", "браузер не поддерживает",
  "お使いのブラウザ", "浏览器不支持", "瀏覽器不支援",
  "有料会員", "会員限定", "क्यूआर", "qr कोड", "ऐप डाउनलोड", "ऐप पर", "^already a subscriber", "^already have an account",
  "^sie sind bereits abonnent", "^déjà abonné", "^il vous reste [%d,]+", "^cet article est réservé",
}

-- The same of a few sentences with a link, to its newsletter or feed.
local NEWSLETTERS = {
  "newsletter .*anmeld", "anmeld.* newsletter", "kostenlosen [%a-]*newsletter", "free [%a ]*newsletter",
  "sign up .*newsletter", "subscribe to .*newsletter", "our [%a ]*newsletter", "unseren? [%a-]*newsletter",
  "notre newsletter", "nuestra newsletter", "nossa newsletter", "nostra newsletter",
  "nuestro boletín", "rss ?2%.0",
}

-- Whole lines that send the reader elsewhere, or say that nobody may comment.
local ASIDES = {
  "^you m[ai][yg]h?t? also ", "^you m[ai][yg]h?t? like", "^related ", "^read also", "^also read", "^read more:?$",
  "^further reading:?$", "^see also:?$", "^more on ", "^comments are closed", "^comments closed",
  "^recommended for you", "^if you enjoyed", "^if you liked", "^thank you for your support", "^thanks for reading",
  "we may earn commission", "^schon gelesen%?", "^auch interessant",
  "^lesen sie auch:?$", "^lesen sie mehr", "^lies auch", "^mehr zum thema", "^mehr zu diesem thema", "^mehr themen:?$",
  "^zum thema:?$", "^zum weiterlesen:?$", "^weiterlesen:?$", "^das .*könnte .* interessieren",
  "^dies könnte .* interessieren",
  "^kommentare? geschlossen", "^kommentare sind geschlossen", "^verwandte ", "^ähnliche ", "^passend dazu",
  "^..? lire aussi", "^lire aussi", "^voir aussi", "^sur le même sujet", "^vous aimerez aussi",
  "^pour aller plus loin:?$",
  "^les commentaires sont fermés", "^también te puede", "^te puede interesar", "^te recomendamos", "^lee también",
  "^lea también", "^noticias relacionadas", "^los comentarios están cerrados", "^leggi anche", "^ti potrebbe",
  "^potrebbe interessarti", "^leia também", "^leia mais", "^veja também", "^lees ook", "^meer over ", "^läs också",
  "^läs mer", "^les også", "^les mer", "^læs også", "^lue myös", "^czytaj także", "^czytaj też", "^zobacz także",
  "^zobacz też", "^přečtěte si", "^čtěte také", "^olvassa el", "^baca juga", "^ilgili haber", "^читайте также",
  "^..итайте также", "^关联阅读", "^相关阅读", "^関連記事", "^mehr zu ", "^mehr dazu", "^weiterführende links", "^weitere links:?$",
  "^weitere informationen:?$", "^zusatzinformation", "^ansprechpartner", "^pressekontakt", "^kontakt:?$",
  "^downloads?:?$", "^entdecke weitere", "^press contact", "^media contact", "^contact:?$", "^about the author",
  "^en savoir plus", "^contact presse", "^más información:?$", "^per saperne di più", "^saiba mais",
  "^unless otherwise", "^sofern nicht anders", "^sauf mention contraire", "^%(?alle angaben ohne gewähr",
  "^tags?:", "^schlagw[oö]rte?r?:", "^stichw[oö]rte?r?:", "^kategorien?:", "^etiquetas:", "^mots%-clés ?:", "^labels:",
  "^filed under", "^while you are here", "^[^|.]+ | [^|.]+ | [^|.]+$", "^[^|.]+ | [^|.]+ | [^|.]+ | [^|.]+$",
  "find[e]?[nst]* [sdi][iuh][er]? hier%.?$", "last modified:", "^zapraszamy ", "^puedes ver", "^%.%.%. ?weiter",
}

-- Who else had a part in the story, and the agency it is from.
local CREDITS = {
  "^with files from", "^reporting by", "^additional reporting", "^%(?reporting by", "^editing by", "^with reporting",
  "^contributed to this", "contributed to this report", "contributed reporting", "^—? ?with assistance",
  "^source:", "^quelle:", "^%(?with inputs from", "^inputs from", "^with additional", "^the associated press",
  "^agence france%-presse", "^first published in", "^first published by", "^originally published", "^mit material von",
  "^%(?mit agentur", "^mitarbeit:", "^%(dpa", "^%(afp", "^%(efe", "^%(ansa", "^%(reuters", "^%(ap%)", "^%(apa",
  "^%(sda", "^%(pti%)", "^fuentes?:", "^fonte:", "^bron:", "^kilder?:", "^källa:", "^lähde:", "^źródło:", "^zdroj:",
  "^kaynak:", "^..сточник:", "^nguồn:", "^con información de", "^con informazioni", "^com informações", "^com agências",
  "^avec l?'?afp", "^%(?avec agences", "^redigerat av", "^med bidrag", "^mit informationen von", "^mit agenturmaterial",
  "^%W*writing by", "^%W*compiled by", "^%W*rewritten by", "^%W*written by .* edit", "^%W*produced by",
  "^%W*additional research", "^%W*research by", "^%W*translated by", "^%W*translated from", "^%W*bersetzung:",
  "^%W*aus dem %a+ übersetzt", "^%W*traduit d", "^%W*traduction", "^%W*traducción", "^%W*traduzione di", "^%W*tradução",
  "^%W*vertaling:", "^%W*a?fp%W*$", "^%W*dpa%W*$", "^%W*reuters%W*$", "^%W*ansa%W*$", "^%W*efe%W*$", "^%W*pti%W*$",
  "^%W*ians%W*$", "^%W*dpa/.*%W$", "^© ?%d* ?the associated press", "^copyright %d* ?the associated press",
  "^© ?%d* ?a?fp%W*$", "^© ?%d* ?dpa", "^© ?%d* ?reuters",
}

-- What is to be said about the story: corrections, who the author is and how to reach them, how it was made.
local NOTES = {
  "^correction", "^clarification", "^%(?editor[s'’]* note", "^this story has been", "^this article has been",
  "^this story was", "^this article was", "^an earlier version", "is a staff writer", "is a reporter",
  "is the author of", "is a freelance", "can be reached at", "may be reached at", "^e?%-?mail .*@",
  "^%u?[%w%s%.'’-]+ is an? [^.]* at ", "^%u?[%w%s%.'’-]+ is an? [^.]* for ", "^this post has been", "^disclosure",
  "^note:", "^update:", "^contact .*@", "^%*", "is a journalist", "is a correspondent", "is a contributing",
  "^%u?[%w%s%.'’-]+ is an? [^.]* with ", " is an? [%a -]*professor", " is an? [%a -]*lecturer", "^follow me on",
  "affiliate links", "receive an? [%a ]*commission", "earn an? [%a ]*commission", "letters to the editor",
  "opinions? expressed", "views? expressed", "^originally appeared",
  "meinung der redaktion", "meinung des verlag", "deren eigene auffassung", "engage que ", "engagent que ",
  "no reflejan? necesariamente", "não reflete[m]? necessariamente", "^this is a breaking ", "^transparenzhinweis",
  "^anmerkung der redaktion", "^anm%.? d", "^hinweis:", "^korrektur", "^corrección", "^nota de la redacción",
  "^nota del editor", "^rectificación", "^correctif", "^ndlr", "^rättelse", "^rettelse", "^oikaisu", "^correctie",
  "^sprostowanie", "^nota da redação", "is an editor", "follow h[ei][rm] on", "follow them on", "@[%w]+%.[%w]+$",
  "^have a tip", "^got a tip", "^do you have a tip", "^do you have a story", "^do you know more", "^got a story",
  "^you can reach ", "^you can contact ", "^you can follow ", "^reach h[ei][rm] ", "^write to .*@", "^reach .*@",
  "^the author is ", "^the writer is ", "^the authors are ", "^about the author", "^about the writer",
  "^a version of this ", "^this essay was", "^this column was", "^this piece was", "^this report was ",
  "^this content was ",
  "^this interview was", "^this is an opinion", "^disclaimer", "^full disclosure", "^editorial note", "^erratum",
  "^errata", "^dieser artikel wurde", "^dieser artikel ist", "^dieser artikel erschien", "^dieser text wurde",
  "^dieser text ist",
  "^dieser text erschien", "^dieser beitrag wurde", "^dieser beitrag ist", "^dieser beitrag erschien",
  "^in einer früheren version", "^in einer früheren fassung", "^der autor ist", "^die autorin ist", "^der autor,",
  "^die autorin,", "^..ber de[nr] autor", "^..ber die autor", "^zu[rm] autor", "^zur person:", "^berichtigung",
  "^haben sie hinweise", "^cet article a ", "^cet article est paru", "^une première version",
  "^une version précédente", "^note de la rédaction", "^l[’']auteure? ", "^à propos de l[’']auteur", "^précision",
  "^este artículo fue", "^este artículo se", "^este artículo ha", "^una versión anterior", "^fe de erro",
  "^el autor es", "^la autora es", "^sobre el autor", "^sobre la autora", "^questo articolo è",
  "^una versione precedente",
  "^l[’']autore ", "^l[’']autrice ", "^este texto foi", "^este artigo foi", "^esta reportagem", "^sobre o autor",
  "^sobre a autora", "^dit artikel is", "^dit artikel verscheen", "^in een eerdere versie", "^over de auteur",
  "^artikkelen ble", "^artikkelen er", "^en tidligere versjon", "^artikeln har", "^artikeln publicerades",
  "^en tidigare version", "^artiklen er", "^artiklen blev", "^en tidligere version", "^juttua on", "^juttuun on",
  "^..справление", "^..оправка", "^..б авторе", "^düzeltme", "^訂正", "^【訂正", "^編集部注", "^更正", "^編按",
}

-- Notes wherever they stand.
local SURE_NOTES = {
  "^correction[:s ]", "^clarification[: ]", "^%(?editor[s'’]* note", "^this story has been updated",
    "^this article has been updated",
  "^this story was updated", "^this article was updated", "^an earlier version of", "^this post has been updated",
    "^this article was amended", "^this post contains", "^this article contains [%a ]*links",
    "may earn [%a ]*commission", "^we recommend the best", "^dieser artikel enthält [%a%-]*links", "^%*? ?affiliate",
  "^quellen?: [^.]+$", "^sources?: [^.]+$", "^opinions? expressed ", "^views? expressed ",
}

-- Headings over what a site says of itself in law.
local LEGAL = {
  "^haftungs", "^disclaimer", "^impressum", "^datenschutz", "^hinweise? zu[mr] copyright", "^copyright",
  "^urheberrecht", "^rechtliche[rs]? hinweis", "^legal notice", "^legal information", "^mentions légales",
  "^aviso legal", "^note legali", "^privacy policy", "^terms of use", "^nota legal",
}

-- What a site says of its rights in all that it has.
local RIGHTS = {
  "^%W*copyright .*%. ", "all rights reserved", "rights reserved%.", "alle rechte vorbehalten", "tous droits réservés",
  "reservados todos los derechos", "todos los derechos reservados", "tutti i diritti riservati", "diritti riservati",
  "todos os direitos reservados", "alle rechten voorbehouden", "wszelkie prawa zastrzeżone", "všechna práva vyhrazena",
  "все права защищены", "tüm hakları saklıdır", "無断転載", "版权所有", "版權所有",
}

-- Words of picture credits.
local PHOTO = {
  "^crédits? photo", "^featured image", "^abbildung:", "^abb%. ?%d", "^fig%. ?%d",
  "getty images", "^photo", "photo:", "photo by", "image:", "^image ", "picture:", "foto:", "fotos?:",
    "bild:", "credit:", "^©", "/ ?ap%)?$", "/ ?afp",
  "/ ?reuters", "%(reuters", "%(ap", "^reuters$", "^ap$", "^afp$", "shutterstock", "^courtesy",
    "epa%-efe", "%(file", "file photo", "^via ",
  "picture alliance", "ap photo", "screenshot", "pixabay", "unsplash", "istock",
}

-- How a text ends that is a picture's: with whose it is.
local CREDITED = {
  "[%s.)]bild: [^.:]*$", "[%s.)]bilder: [^.:]*$", "[%s.)]fotos?: [^.:]*$", "[%s.)]photos?: [^.:]*$",
  "[%s.)]photograph: [^.:]*$", "[%s.)]picture: [^.:]*$", "[%s.)]image: [^.:]*$", "[%s.)]credit: [^.:]*$",
  "[%s.)]bildrechte: [^.:]*$", "[%s.)]crédits?: [^.:]*$", "[%s.)]crédit photo: [^.:]*$", "[%s.)]quelle: [^.:]*$",
  "[%s.)]kuva: [^.:]*$", "[%s.)]zdjęcie: [^.:]*$", "[%s.)]fot%. [^.:]*$", "[%s.)]© [^.:]*$", "[%s.)]imago%S* ?[^.:]*$",
}

local AGENCIES = {
  "^reuters$", "^the associated press$", "^associated press$", "^ap$", "^afp$", "^dpa$", "^efe$",
    "^ansa$", "^staff", "staff$", "newsroom$", "^redaktion",
  "^bloomberg$", "^pti$", "^ians$", "^ani$", "^agenc", "^agentur", "^redacción", "^redazione",
    " staff writer$", "^europa press$", "^ntb$", "^tt$", "^apa$",
  "^agence france%-presse$", "^anadolu ajansı$", "^dha$", "^iha$", "^i̇ha$", "^lusa$", "^xinhua$", "^tass$",
  "^interfax$", "^belga$", "^anp$", "^pap$", "^mti$", "^ritzau$", "^stt$", "^kyodo$", "^kyodo news$", "^kna$", "^epd$",
  "^sid$", "^sda$", "^keystone%-sda$", "^dpa/%a+$", "^dpa%-afx$", "^adnkronos$", "^askanews$", "^télam$", "^notimex$",
  "^folhapress$", "^agência brasil$", "^estadão conteúdo$", "^antara$", "^bernama$", "^agerpres$", "^mediafax$",
  "^hina$", "^fena$", "^tanjug$", "^čtk$", "^tasr$", "^ukrinform$", "^укринформ$", "^укрінформ$",
  "^риа новости$", "^тасс$", "^интерфакс$", "^бта$", "^yonhap$", "^연합뉴스$", "^뉴시스$", "^共同通信社?$", "^時事通信社?$",
  "^新华社$", "^中新社$", "^中央社$", "^الأناضول$", "^رويترز$", "^ttxvn$", "^απε%-μπε$",
}

-- How a line begins that points to another piece.
local POINTERS = {
  "^read more", "^read also", "^also read", "^read next", "^read:", "^related", "^see also", "^see more", "^more:",
    "^more on", "^watch",
  "^listen", "^also:", "^mehr zum", "^lesen sie", "^lesen sie auch", "^lies auch", "^auch interessant",
    "^lire aussi", "^à lire", "^leggi anche",
  "^leggi", "^lee también", "^lea también", "^leia", "^les også", "^les mer", "^läs mer", "^läs också", "^læs også",
    "^lue myös", "^lees ook",
  "^czytaj", "^baca juga", "^don't miss", "^click here", "^opinion:", "^explained", "^read the",
    "^xem thêm", "^читайте также",
}

-- What no teaser says.
local BOILERPLATE = {
  "subscribe%f[%A]", "newsletter", "privacy", "terms of", "terms & ", "all rights", "©", "®", "cookie", "sign up",
    "sign in", "log in",
  "follow us", "advertis", "contact us", "abonn", "impressum", "datenschutz", "suscr", "mentions légales",
    "download the", "preferred source",
  "licensing", "register", "your account", "submit a ", "send us", "download our", "copyright", "user agreement",
    "reprint", "discount code", "promo code", "voucher code", "gutschein", "code promo", "código de descuento",
    "%.jpe?g$", "%.png$", "%.webp$", "click here", "clicking here", "failed to load", "refreshing your browser",
    "^https?://", "^www%.", "^home%s?[»›>/|]", "^start%s?[»›>/|]", "^startseite%s?[»›>/|]", "^accueil%s?[»›>/|]",
    "^inicio%s?[»›>/|]", "^início%s?[»›>/|]", "^sie sind hier", "^du bist hier", "^you are here", "^vous êtes ici",
    "^usted está aquí", "^você está aqui", "^tu sei qui", " » .+ » ", " › .+ › ",
    "tap here to see", "do not sell ", "do not share ",
}

local NO_BYLINE = { "^view", "^search", "^more ", "^all ", "^see ", "^follow", "^share", "comment",
  "^mehr ", "^alle ", "^contact", "^subscribe", "^sign", "^save", "^listen",
  "^author$", "^authors$", " rss", "^published", "^updated", "^copy", "stories$", "articles$", "beiträge$",
  "artículos$", "most recent",
  "^..ber dieses thema", "^show ", "^weiter", "^zeige ", "^afficher", "^voir ", "^ver ", "^foto:?$", "^foto: " }

local DATE_STARTS = { "^published", "^updated", "^first published", "^last updated", "^posted",
  "^publi", "^aktualisiert", "^veröffentlicht", "^stand" }

-- Lines that say in a sentence when and by whom the story was put up, as blogs have them.
local POSTED = {
  "entry was posted", "was posted on", "^posted on ", "^submitted by .* on", "wurde am .* gepostet",
  "wurde am .* veröffentlicht", "wurde veröffentlicht am", "^gespeichert von .* am", "^verfasst von .* am",
  "^eingesandt von .* am", "^soumis par .* le", "^enviado por .* el", "^inviato da .* il",
  "^este artículo fue publicado", "a été publié", "è stato pubblicato", "^ingezonden door .* op",
}

-- How a date line begins that says when the story was last changed.
local CHANGED = {
  "^%W*last updated", "^%W*last modified", "^%W*updated", "^%W*update[: ]", "^%W*modified", "^%W*zuletzt aktualisiert",
  "^%W*aktualisiert", "^%W*actualizad", "^%W*última actualización", "^%W*mise? à jour", "^%W*modifié", "^%W*aggiornat",
  "^%W*ultimo aggiornamento", "^%W*atualizad", "^%W*uppdatera", "^%W*oppdatert", "^%W*sist oppdatert", "^%W*opdateret",
  "^%W*päivitetty", "^%W*bijgewerkt", "^%W*laatst bijgewerkt", "^%W*aktualizacja", "^%W*aktualizov", "^обновлено",
  "^оновлено", "^%W*güncelle", "^%W*son güncelleme", "^%W*diperbarui", "^%W*cập nhật", "^更新", "^最終更新", "^最后更新",
  "^최종수정", "^수정", "^ενημέρωση", "^آخر تحديث", "^تحديث",
}

local SOURCES = { "^sources?:?$", "^references:?$", "^quellen?:?$", "^fuentes?:?$", "^notes:?$",
  "^footnotes:?$", "^our sources:?$", "^article sources:?$", "^literatur:?$",
  "^quellenangaben?:?$", "^verwendete quellen:?$", "^quellenverzeichnis:?$",
  "^einzelnachweise:?$", "^bibliograph[iy]e?:?$",
  "^références?:?$", "^referencias:?$", "^referências:?$", "^fonti:?$", "^bronnen:?$", "^källor:?$", "^kilder:?$",
  "^źródła:?$", "^zdroje:?$", "^lähteet:?$" }

local SHARERS = { "facebook%.com/sharer", "twitter%.com/intent", "twitter%.com/share",
  "/sharer", "mailto:", "whatsapp", "pinterest%.com/pin/create",
  "linkedin%.com/share", "[?&]share=", "[?&]replytocom=", "/feed/?$", "/feeds/%d", "/login", "/signin", "/subscribe",
    "/newsletter", "/privacy", "/terms", "/about",
    "/contact", "/authors?/", "/autore?n?/", "/auteurs?/", "/tags?/", "/topics?/" }

-- Headings of lists that are paid for.
local PAID = {
  "^sponsored", "^sponsor", "^paid ", "^promoted", "^partner content", "^from our partners", "^advertorial",
  "^around the web", "^from the web", "^anzeigen?$", "^werbung", "^gesponsert", "^contenu sponsoris", "^sponsoris",
  "^publicité",
  "^contenido patrocinado", "^patrocinad", "^publicidad", "^conteúdo patrocinado", "^contenuti? sponsorizzat",
  "^sponsorizzat", "^gesponsord", "^sponset", "^annonse", "^annons", "^annonce", "^reklam", "^treści sponsorowane",
  "^реклама", "^広告",
}

local MORE = { "^all$", "^alle$", "^tou[ts]%W*$", "^tod[oa]s$", "^tutti$",
  "^more$", "^view", "^see ", "^all ", "^mehr$", "^show ", "^show$", "^alle ", "^ver ",
  "^voir", "^weitere$", "^load", "powered by" }

-- Addresses that are spelled out: links that a text names, not such as stand for a story.
local ADDRESSES = { "^%W*https?://%S+$", "^%W*www%.%S+%.%a[^%s]+$", "^[%w._+-]+@[%w.-]+%.%a+$" }

-- Links to all there is of a kind, even where they are set as headings.
local ALL_OF = {
  "^see more ", "^see all ", "^see full ", "^view all", "^view more", "^view full", "^show all", "^show more",
  "^read all ", "^load more", "^browse all", "^explore all", "^alle .* anzeigen%W*$",
  "^alle %a+%W*$", "^weitere %a+%W*$", "^mehr ähnliche", "^alle .* ansehen%W*$",
  "^mehr anzeigen", "^mehr laden", "^weitere .* anzeigen", "^weitere .* laden", "^voir tou", "^voir plus",
  "^afficher plus", "^ver tod[oa]s", "^ver más", "^ver mais", "^mostrar más", "^cargar más", "^carregar mais",
  "^vedi tutt", "^mostra altr", "^carica altr", "^bekijk alle", "^bekijk meer", "^toon meer", "^se alle ",
  "^vis mer", "^vis flere", "^visa alla", "^visa fler", "^näytä lisää", "^näytä kaikki", "^zobacz wszystkie",
  "^pokaż więcej", "^..оказать ещ", "^..се новости", "^もっと見る", "^一覧", "^查看更多", "^查看全部", "^더보기",
  "^xem tất cả", "^lihat semua", "^tümünü gör", "^devamını gör",
}

local phrases = {
  ADDRESSES = ADDRESSES, AGENCIES = AGENCIES, ALL_OF = ALL_OF, ASIDES = ASIDES, BOILERPLATE = BOILERPLATE,
  CHANGED = CHANGED, CREDITED = CREDITED, CREDITS = CREDITS, DATE_STARTS = DATE_STARTS, LEGAL = LEGAL, MORE = MORE,
  NEWSLETTERS = NEWSLETTERS, NOTES = NOTES, NO_BYLINE = NO_BYLINE, PAID = PAID, PHOTO = PHOTO,
  POINTERS = POINTERS, POSTED = POSTED, PROMPTS = PROMPTS, RIGHTS = RIGHTS, SHARERS = SHARERS,
  SOURCES = SOURCES, SURE_NOTES = SURE_NOTES, TAIL = TAIL,
}
for name, list in pairs(phrases) do phrases[name] = patterns(list) end
phrases.matches = string.matches

return phrases
