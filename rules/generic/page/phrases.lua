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
  "무단 ?전재", "재배포 ?금지", "無断転載", "未经授权", "未經授權", "版权所有", "版權所有", "^fehler gefunden", "^found an error", "^end ?item",
    "^spotted an error", "^kontaktieren sie uns", "^schreiben sie uns", "^une erreur dans ",
  "^¿has encontrado un error",
}

-- Headings over what a site says of itself in law.
local LEGAL = {
  "^haftungs", "^disclaimer", "^impressum", "^datenschutz", "^hinweise? zu[mr] copyright", "^copyright",
  "^urheberrecht", "^rechtliche[rs]? hinweis", "^legal notice", "^legal information", "^mentions légales",
  "^aviso legal", "^note legali", "^privacy policy", "^terms of use", "^nota legal",
}

-- What a site says of its rights in all that it has.
local RIGHTS = {
  "^%W*copyright .*%. ", "all rights reserved", "rights reserved%.", "alle rechte vorbehalten",
  "tous droits réservés",
  "reservados todos los derechos", "todos los derechos reservados", "tutti i diritti riservati", "diritti riservati",
  "todos os direitos reservados", "alle rechten voorbehouden", "wszelkie prawa zastrzeżone",
  "všechna práva vyhrazena", "все права защищены", "tüm hakları saklıdır", "無断転載", "版权所有", "版權所有",
}

-- Words of picture credits.
local PHOTO = {
  "^crédits? photo", "^featured image", "^abbildung:", "^abb%. ?%d", "^fig%. ?%d",
  "getty images", "^photo", "photo:", "photo by", "image:", "^image ", "picture:", "foto:", "fotos?:",
    "bild:", "credit:", "^©", "/ ?ap%)?$", "/ ?afp",
  "/ ?reuters", "%(reuters", "%(ap", "^reuters$", "^ap$", "^afp$", "shutterstock", "^courtesy",
    "epa%-efe", "%(file", "file photo", "^via ",
  "^illustration:", "^illustrations? by ", "^grafik: ", "^graphics? by ", "^infografi[ck]", "^crédit ?:",
  "^fotografía:",
  "^foto di ", "^kuva:", "^zdjęcie:", "^imagen:", "^immagine:", "^symbolbild", "^symbolfoto", "^archivbild",
  "^..ото: ", "^..нимка: ", "^fotó: ", "^fotoğraf: ", "^ảnh: ", "^צילום: ", "^사진 ?[=:]", "^عکس: ", "^फोटो: ",
  "^写真：", "^写真＝", "^写真=", "^图片来源", "^圖片來源", "^사진 제공", "^..ωτογραφία: ",
  "^archivfoto", "picture alliance", "ap photo", "screenshot", "pixabay", "unsplash", "istock",
}

-- How a text ends that is a picture's: with whose it is.
local CREDITED = {
  "[%s.)]bild: [^.:]*$", "[%s.)]bilder: [^.:]*$", "[%s.)]fotos?: [^.:]*$", "[%s.)]photos?: [^.:]*$",
  "[%s.)]photograph: [^.:]*$", "[%s.)]picture: [^.:]*$", "[%s.)]image: [^.:]*$", "[%s.)]credit: [^.:]*$",
  "[%s.)]bildrechte: [^.:]*$", "[%s.)]crédits?: [^.:]*$", "[%s.)]crédit photo: [^.:]*$", "[%s.)]quelle: [^.:]*$",
  "[%s.)]kuva: [^.:]*$", "[%s.)]zdjęcie: [^.:]*$", "[%s.)]fot%. [^.:]*$", "[%s.)]© [^.:]*$",
  "[%s.)]imago%S* ?[^.:]*$", "[%s.)]fotó: [^.:]*$", "[%s.)]fotografía: [^.:]*$", "[%s.)]imagen: [^.:]*$",
  "[%s.)]crédito: [^.:]*$", "[%s.)]..ото:? [^.:]*$", "[%s.)]..нимка: [^.:]*$", "צילום: [^.:]*$",
  "사진 ?[=:] ?[^.:]*$", "사진 ?제공", "[%s.)]ảnh: [^.:]*$",
  "courtesy of [^.:]*$", "摄$", "攝$", "摄）$", "攝）$", "供图$", "供圖$", "供图）$", "供圖）$", "提供）$", "撮影$", "撮影）$",
}

-- Lines that say from where an author writes, whom another line names.
local CORRESPONDENTS = {
  "^dal nostro ", "^dalla nostra ", "^dai nostri ", "^de notre ", "^de nos %l+, ", "^de nuestr[oa] ", "^do nosso ",
  "^da nossa ", "^von unsere[mnr] .*korrespond", "^our .*correspondent$", "^van onze ", "^fra vår ", "^från vår ",
}

-- How a line ends that names an editorial office.
local OFFICES = {
  "redaktion$", "redaktionen$", "redazione$", "redacción$", "rédaction$", "redactie$", "redakcja$", "redakce$",
  "redaksi$", "redaksjonen$", "toimitus$", "редакция$", "редакція$", "редакцията$", "редакција$", "redação$",
  "redacção$", "redakcija$", "redakcia$", "redacția$", "redacció$", "toimetus$", "uredništvo$", "haber merkezi$",
  "tim redaksi$", "ban biên tập$", "^from .* reports$", "staff reports?$", "wire reports?$", "wire services?$",
}

local AGENCIES = {
  "^reuters$", "^the associated press$", "^associated press$", "^ap$", "^afp$", "^dpa$", "^efe$",
    "^ansa$", "^staff", "staff$", "newsroom$", "^redaktion",
  "^bloomberg$", "^pti$", "^ians$", "^ani$", "^agenc", "^agentur", "^redacción", "^redazione",
    " staff writer$", "^europa press$", "^ntb$", "^tt$", "^apa$",
  "^agence france%-presse$", "^press trust of india$", "^special correspondent$", "^from our .*correspondent$",
  "^press release$", "^編集部$", "^एजेंसी$", "^共同通信$", "^時事通信$", "^web desk$", "^news desk$", "^newsdesk$",
  "^online desk$",
  "^digital desk$", "^%S+ web desk$", "^%S+ news desk$", "^%S+ %S+ web desk$", "^%S+ %S+ news desk$",
  "^anadolu ajansı$", "^dha$", "^iha$", "^i̇ha$", "^lusa$", "^xinhua$", "^tass$",
  "^interfax$", "^belga$", "^anp$", "^pap$", "^mti$", "^ritzau$", "^stt$", "^kyodo$", "^kyodo news$", "^kna$",
  "^epd$",
  "^sid$", "^sda$", "^keystone%-sda$", "^dpa/%a+$", "^dpa%-afx$", "^adnkronos$", "^askanews$", "^télam$",
  "^notimex$",
  "^folhapress$", "^agência brasil$", "^estadão conteúdo$", "^antara$", "^bernama$", "^agerpres$", "^mediafax$",
  "^hina$", "^fena$", "^tanjug$", "^..tk$", "^tasr$", "^ukrinform$",
  "^..кринформ$", "^..крінформ$",
  "^риа новости$", "^РИА Новости$", "^ТАСС$", "^..нтерфакс$", "^БТА$", "^yonhap$", "^연합뉴스$", "^뉴시스$",
  "^共同通信社$", "^時事通信社$",
  "^新华社$", "^中新社$", "^中央社$", "^الأناضول$", "^رويترز$", "^ttxvn$", "^ΑΠΕ%-ΜΠΕ$",
}

for _, list in ipairs { OFFICES, CORRESPONDENTS } do table.move(list, 1, #list, #AGENCIES + 1, AGENCIES) end

-- How a line begins that points to another piece.
local POINTERS = {
  "^read more", "^read also", "^also read", "^read next", "^read:", "^related", "^see also", "^see more", "^more:",
    "^more on", "^watch",
  "^listen", "^also:", "^mehr zum", "^lesen sie", "^lesen sie auch", "^lies auch", "^auch interessant",
    "^lire aussi", "^à lire", "^leggi anche",
  "^leggi", "^lee también", "^lea también", "^leia", "^les også", "^les mer", "^läs mer", "^läs också", "^læs også",
    "^lue myös", "^lees ook",
  "^czytaj", "^baca juga", "^don't miss", "^click here", "^opinion:", "^explained", "^read the",
    "^xem thêm", "^..итайте также", "^..итайте ещ", "^..мотрите также", "^..м%. также",
  "^..итайте також", "^..иж още", "^..ижте още", "^..рочетете още", "^pročitajte", "^..těte", "^přečtěte si",
  "^mohlo by vás",
  "^olvassa? el", "^kapcsolódó", "^citește și", "^citiţi şi", "^siehe auch", "^mehr dazu:", "^voir aussi",
  "^sur le même sujet", "^vea también", "^vea además", "^mira también", "^te puede interesar", "^veja também",
  "^vedi anche", "^zie ook", "^zobacz też", "^zobacz także", "^se også", "^se även", "^katso myös", "^ilgili haber",
  "^lihat juga", "^..είτε επίσης", "^..ιαβάστε επίσης", "^相关阅读", "^延伸阅读", "^延伸閱讀", "^相关新闻", "^関連記事",
  "^관련 ?기사", "^اقرأ أيضا",
}

local NO_BYLINE = { "^view", "^search", "^more ", "^all ", "^see ", "^follow", "^share", "comment",
  "^mehr ", "^alle ", "^contact", "^subscribe", "^sign", "^save", "^listen",
  "^author$", "^authors$", " rss", "^published", "^updated", "^copy", "stories$", "articles$", "beiträge$",
  "artículos$", "most recent", "^latest ", "^recent ", "^neueste ", "^letzte ", "^derniers? ", "^últim", "^ultimi ",
  "posts? by ", "articles by ", "stories by ", "beiträge von ", "[^n] artikel von ", "^artikel von ",
  "articles de ", "artículos de ",
  "articoli di ", "artigos de ", "berichten van ",
  "^..ber dieses thema", "^show ", "^weiter", "^zeige ", "^afficher", "^voir ", "^ver ", "^foto:?$", "^foto: ",
  "^zitat von ", "^quote from ", "^profile?$", "^get ", "publications$", "^e%-?mail ",
  "^text size", "^font size", "^type size", "^schriftgr", "^taille du texte", "^tamaño de", "^tamanho d", "^dimensione",
  "^lettergrootte", "^textstorlek", "^tekststørrelse", "^rozmiar", "^print%f[%A]", "^bookmark", "^translate" }

local DATE_STARTS = {
  "^published", "^updated", "^first published", "^last updated", "^posted", "^last modified", "^publi",
  "^aktualisiert", "^veröffentlicht", "^stand", "^erschienen", "^erstveröffentlich", "^letzte ..nderung",
  "^letzte aktualisierung", "^zuletzt aktualisiert", "^zuletzt geändert", "^mis en ligne", "^mise? à jour",
  "^dernière m", "^actualizad", "^última actualización", "^fecha de publica", "^pubblicat", "^aggiornat",
  "^ultimo aggiornamento", "^data de publica", "^atualizad", "^última atualização", "^gepubliceerd", "^bijgewerkt",
  "^laatst ", "^opublikowan", "^data publikacji", "^data dodania", "^zaktualizowan", "^objavljen", "^zverejnen",
  "^vydán", "^uppdatera", "^oppdatert", "^sist oppdatert", "^udgivet", "^opdateret", "^julkaistu", "^päivitetty",
  "^megjelen", "^közzét", "^yayın", "^güncelle", "^eklenme", "^diterbitkan", "^đăng ", "^ngày đăng",
  "^cập nhật", "^..публикован", "^..бновлен", "^..ата публикации",
  "^..публікован", "^发布", "^發布", "^發佈", "^发表", "^發表", "^时间", "^公開日",
  "^掲載日", "^投稿日", "^更新", "^최종", "^등록", "^입력", "^승인", "^게시", "^تاريخ ",
  "^نشر", "^آخر تحديث", "^เผยแพร่",
}

-- Lines that say in a sentence when and by whom the story was put up, as blogs have them.
local POSTED = {
  "entry was posted", "was posted on", "^posted on ", "^submitted by .* on", "wurde am .* gepostet",
  "wurde am .* veröffentlicht", "wurde veröffentlicht am", "^gespeichert von .* am", "^verfasst von .* am",
  "^eingesandt von .* am", "^soumis par .* le", "^enviado por .* el", "^inviato da .* il",
  "^este artículo fue publicado", "a été publié", "è stato pubblicato", "^ingezonden door .* op",
}

-- What blogs say of a post below it, beside who wrote it and when.
local FILED = {
  "filed under", "posted in ", "abgelegt unter", "veröffentlicht unter", "veröffentlicht in ", "eingeordnet unter",
  "publié dans", "classé dans", "publicado en ", "archivado en", "pubblicato in ", "archiviato in", "publicado em ",
  "arquivado em", "geplaatst in ", "gepubliceerd in ", "publicerat i ", "publisert i ", "udgivet i ",
  "opublikowane w ",
}

-- How a date line begins that says when the story was last changed.
local CHANGED = {
  "^%W*last updated", "^%W*last modified", "^%W*updated", "^%W*update[: ]", "^%W*modified",
  "^%W*zuletzt aktualisiert",
  "^%W*aktualisiert", "^%W*actualizad", "^%W*ltima actualización", "^%W*mise? à jour", "^%W*modifié",
  "^%W*aggiornat",
  "^%W*ultimo aggiornamento", "^%W*atualizad", "^%W*uppdatera", "^%W*oppdatert", "^%W*sist oppdatert",
  "^%W*opdateret",
  "^%W*päivitetty", "^%W*bijgewerkt", "^%W*laatst bijgewerkt", "^%W*aktualizacja", "^%W*aktualizov", "^..бновлено",
  "^..новлено", "^%W*güncelle", "^%W*son güncelleme", "^%W*diperbarui", "^%W*cập nhật", "^更新", "^最終更新", "^最后更新",
  "^최종수정", "^수정", "^..νημέρωση", "^آخر تحديث", "^تحديث",
}

local SOURCES = { "^sources?:?$", "^references:?$", "^quellen?:?$", "^fuentes?:?$", "^notes:?$",
  "^footnotes:?$", "^our sources:?$", "^article sources:?$", "^literatur:?$",
  "^quellenangaben?:?$", "^verwendete quellen:?$", "^quellenverzeichnis:?$",
  "^einzelnachweise:?$", "^bibliograph[iy]e?:?$",
  "^références?:?$", "^referencias:?$", "^referências:?$", "^fonti:?$", "^bronnen:?$", "^källor:?$", "^kilder:?$",
  "^..ródła:?$", "^zdroje:?$", "^lähteet:?$",
  "^externe links:?$", "^external links:?$", "^liens externes ?:?$",
  "^enlaces externos:?$", "^links externos:?$", "^collegamenti esterni:?$", "^externe koppelingen:?$",
  "^links:$", "^weblinks:?$", "^links zum artikel:?$", "^liens:$", "^enlaces:$", "^..сылки:$", "^..сточники:?$",
  "^参考文献$", "^参考资料$", "^出典$" }

-- Headings of lists that are paid for.
local PAID = {
  "^sponsored", "^sponsor", "^paid ", "^promoted", "^partner content", "^from our partners", "^advertorial",
  "^around the web", "^from the web", "^anzeigen?$", "^werbung", "^gesponsert", "^contenu sponsoris", "^sponsoris",
  "^publicité",
  "^contenido patrocinado", "^patrocinad", "^publicidad", "^conteúdo patrocinado", "^contenuti? sponsorizzat",
  "^sponsorizzat", "^gesponsord", "^sponset", "^annonse", "^annons", "^annonce", "^reklam", "^treści sponsorowane",
  "^..еклама", "^広告", "^广告", "^廣告", "^광고", "^إعلان", "^hirdetés", "^oglas", "^reclam[ae]?%W*$", "^..ιαφήμιση",
  "^advertentie", "^mainos", "^iklan%f[%A]", "^quảng cáo", "^inzerce", "^inzercia", "^pubblicità", "^publicidade",
  "^inhalte unserer partner", "^von unseren partnern", "^contenus partenaires", "^nos partenaires",
  "^de nos partenaires", "^contenido de marca", "^contenido promocionado", "^de nuestros socios", "^dai nostri partner",
  "^contenuti promozionali", "^conteúdo de marca", "^informe publicitario", "^betalt innhold", "^kaupallinen",
  "^materiały? partner", "^materiały? promocyj", "^komerční", "^támogatott tartalom", "^publicitate",
  "^..овости партн", "^..овини партн", "^..артн..рские", "^..артнерські", "^..а правах рекламы", "^sponsorlu",
  "^tài trợ", "^推广", "^赞助", "^スポンサー", "^pr$", "^pr[^%w%s%p]", "^【pr】", "^%[pr%]", "^محتوى ممول",
}

local MORE = { "^all$", "^alle$", "^tou[ts]%W*$", "^tod[oa]s$", "^tutti$",
  "^more%W*$", "^view", "^see ", "^all ", "^mehr%W*$", "^show ", "^show$", "^alle ", "^ver ",
  "^voir", "^weitere$", "^load", "powered by",
  "^plus%W*$", "^más%W*$", "^mais%W*$", "^meer%W*$", "^mer%W*$", "^więcej%W*$", "^více%W*$", "^bekijk all",
  "^bekijk meer", "^se all[ea]", "^se flere", "^vis all", "^vis flere", "^visa all", "^näytä ", "^vedi tutt",
  "^zobacz wszystk", "^pokaż ", "^vezi toate", "^összes", "^..мотреть вс", "^..се$", "^..оказать ",
  "^..се новости", "^tümü", "^daha fazla", "^lihat semua", "^selengkapnya", "^indeks%W*$", "^xem tất",
  "^المزيد", "^عرض ", "^もっと", "^一覧", "^すべて", "^查看", "^更多", "^全部$", "^더 ?보기", "^전체 ?보기" }

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
  "^leggi tutt[eio]", "^tutte le notizie", "^tutti gli articoli", "^toutes les actu", "^tous les articles",
  "^todas las noticias", "^todas as notícias", "^todos los art", "^alle nieuws", "^alle artikelen", "^alle berichten",
  "^meer nieuws%W*$", "^alle nyheter", "^wszystkie artyk", "^wszystkie wiad", "^zobacz więcej", "^všechny články",
  "^další články", "^vezi toate", "^vezi mai mult", "^..се статьи", "^..щё новости", "^..ще новости",
  "^więcej%W*$", "^více%W*$", "^more videos%W*$", "^more news%W*$", "^more stories%W*$", "^more articles%W*$",
  "^xem tất cả", "^lihat semua", "^tümünü gör", "^devamını gör",
}

local boilerplate = include "generic/page/boilerplate"
local notes, prompts = include "generic/story/note_phrases", include "generic/body/prompt_phrases"
table.move(prompts.OF_COMMENTS, 1, #prompts.OF_COMMENTS, #TAIL + 1, TAIL)

-- Where a link opens, for screen readers.
local NEW_WINDOW = {
  "new window", "new tab", "neue[snm] fenster", "neue[nm] tab", "nouvelle fenêtre", "nouvel onglet",
  "nueva ventana", "nueva pestaña", "nuova finestra", "nuova scheda", "nova janela", "nova aba", "nieuw venster",
  "nieuw tabblad", "nytt vindu", "nytt fönster", "ny flik", "ny fane", "nyt vindue", "nowym oknie", "nowej karcie",
  "uuteen ikkunaan", "новом окне", "новому вікні", "新しいウィンドウ", "新しいタブ",
}

local calls = include "generic/body/call_phrases"
local no_stories = include "generic/lists/no_stories"

local phrases = {
  ADDRESSES = ADDRESSES, AGENCIES = AGENCIES, ALL_OF = ALL_OF, ASIDES = prompts.ASIDES,
  BOILERPLATE = boilerplate.BOILERPLATE, CALLS = calls.CALLS, CHANNELS = calls.CHANNELS,
  CHANGED = CHANGED, CORRESPONDENTS = CORRESPONDENTS, CREDITED = CREDITED, CREDITS = notes.CREDITS,
  DATE_STARTS = DATE_STARTS,
  FILED = FILED, LEGAL = LEGAL, MORE = MORE, NEWSLETTERS = prompts.NEWSLETTERS, NEW_WINDOW = NEW_WINDOW,
  NOTES = notes.NOTES, NO_BYLINE = NO_BYLINE, OFFERS = prompts.OFFERS, OFFICES = OFFICES, PAID = PAID, PHOTO = PHOTO,
  POINTERS = POINTERS, POSTED = POSTED, PROMPTS = prompts.PROMPTS, RIGHTS = RIGHTS,
  SERVICES = no_stories.SERVICES, SHARERS = no_stories.LABELS, NO_STORIES = no_stories.ALL,
  SOURCES = SOURCES, SURE_NOTES = notes.SURE_NOTES, TAIL = TAIL,
}
for name, list in pairs(phrases) do phrases[name] = patterns(list) end
phrases.matches = string.matches
phrases.WINDOW_WORDS = 11 -- of a line that says where its link opens, and has words of a headline besides

return phrases
