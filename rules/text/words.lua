-- Words that news pages of many languages use for the same things, by kind. A line's words
-- are looked up here; what a kind says for a role is learned.

local KINDS = {
  -- what a line is of
  by = [[by von par por di da de af av door oleh от автор autor autora text texto testo tekst words written
    ni ngu yazan przez skrevet foto: auteur författare geschreven escrito scritto rédigé verfasst
    kirjoittaja tác]],
  photo = [[photo photos foto fotos photograph photographs photographer image images picture pictures bild
    bilder imagen imágenes immagine immagini фото symbolbild symbolfoto archivbild screenshot illustration
    grafik graphic graphics file handout caption fotografía fotografie zdjęcie fotoğraf kuva imagem slika
    fotografo fotograf fotografin]],
  agency = [[getty reuters afp epa shutterstock dpa istock pixabay unsplash imago alamy ntb afp/getty tt
    ritzau efe ansa picture-alliance ap aap pti ani apa sda keystone pexels xinhua tass interfax belga anp
    lusa stt lehtikuva upi pa]],
  credit = [[credit crédit crédito credits courtesy via copyright © archiv archive provided supplied handout
    lizenz]],
  view = [[pictured seen shown left right center centre poses posing photographed links rechts gauche droite
    izquierda derecha sinistra destra vänster höger venstre høyre arrives speaks walks attends looks vista
    above below]],
  related = [[related similar also auch también anche också også aussi baca juga terkait verwandte ähnliche
    relacionadas relacionados relacionado correlati liés gerelateerd relaterade relaterte powiązane тоже
    также ook associated zum thema themen topic topics themenverwandt dazu ilgili connexe connexes]],
  read = [[read lesen lire leer leggi lea les läs lees weiterlesen читать читайте okumak oku czytaj continue
    weiter see watch view discover check find view: read: sehen voir ver guarda se kijk bekijk jetzt]],
  more = [[more more: mehr plus más mais più mer meer weitere weiterer weiteres autres otras outras altri
    fler flere flera further другие więcej daha lainnya lisää további další]],
  latest = [[latest neueste neuesten neu neues recent newest new aktuell aktuelle aktuelles últimas últimos
    ultime ultimi dernières derniers senaste siste nyeste laatste nieuwste terbaru последние najnowsze son
    just current letzte letzten nuevo nuevas nouvelle nuove nya nye breaking]],
  popular = [[popular trending most meistgelesen meistgelesene beliebt beliebte beliebteste más-leídas
    leídas leído leídos lus lues lidas letti mest lästa lest læste gelezen best-read viral hot populaires
    populära populære populär popolari populares terpopuler популярное top tops read: viewed shared
    commented favourites favorites]],
  recommended = [[recommended recommends recommend empfohlen empfehlungen empfehlung recommandé recommandés
    recomendado recomendados recomendamos consigliati rekommenderat anbefalt aanbevolen rekomendasi miss
    missed picks pick choice don't must-read must highlights featured feature interest interessieren you
    dich gefallen favoris]],
  next = [[next previous prev nächster nächste nächstes vorheriger vorherige vorheriges suivant précédent
    siguiente anterior próximo successivo precedente nästa föregående neste forrige volgende vorige sonraki
    navigation älter neuer older newer up]],
  story = [[story stories article articles artikel artikler artículo artículos articoli articolo post posts
    beitrag beiträge berita noticia noticias notícias notizie nyheter nieuws news nachrichten nouvelles
    haber haberler новости wiadomości uutiset meldung meldungen bericht berichte coverage headlines headline
    schlagzeilen thema berichten actualité actualités actu]],
  video = [[video videos vídeo vídeos vidéo vidéos clip clips watch: livestream mediathek stream reel
    trailer видео]],
  gallery = [[gallery galleries slideshow galerie bilderstrecke fotostrecke galería galleria galleri photos:
    pictures: diaporama bildergalerie infographic infografik quiz map karte interactive]],
  live = [[live liveblog live-blog ticker liveticker live: directo direct diretta en-direct ao-vivo
    live-ticker]],
  audio = [[podcast podcasts audio radio listen hören écouter escuchar ascolta folge episode episodes
    lyssna]],
  opinion = [[opinion opinions meinung kommentar kommentare: op-ed editorial editorials column columns
    kolumne kolumnen leitartikel tribune chronique opinión opinião commento ledare meninger leder analysis
    analyse análisis analisi analys comment perspective view: viewpoint essay letters debate debatt
    glosse]],
  genre = [[exclusive interview review explainer feature breaking report kritik reportage test ratgeber
    guide reviews recap preview special spezial plus+ premium abo faktencheck fact-check hintergrund
    portrait porträt profile investigation update eilmeldung exklusiv entrevista intervista intervju
    obituary q&a satire fact recipe rezept]],
  section = [[politics sport sports football business world culture entertainment tech technology science
    health lifestyle travel food music film tv celebrity u.s. us uk money economy local national
    international politik wirtschaft wissen panorama gesellschaft politique économie société monde política
    economía sociedad mundo deportes cultura kultur politica economia cronaca esteri innenriks utenriks
    weather crime environment climate education style nfl nba soccer golf tennis finance finanzen auto
    digital netzwelt gesundheit regional reise leben sverige europe europa asia africa ausland inland
    feuilleton royals fashion beauty gaming games books movies ekonomi spor dünya siyaset gündem политика
    экономика мир общество культура спорт wetter stars shopping deals family home]],
  ad = [[anzeige advertisement sponsored werbung publicité publicidad pubblicità reklame annons annonse
    annonce advertorial partner advertising promoted sponsor ad ads iklan реклама reklama paid]],
  -- who wrote it
  job = [[reporter correspondent editor writer staff senior contributor columnist journalist redakteur
    redakteurin korrespondent korrespondentin reporterin freelance chief deputy producer redactor redactora
    journaliste rédacteur rédactrice giornalista redaktion redazione redacción redaktionen journalistin
    author bureau correspondante director desk team service press agencies agencias agency professor
    researcher fellow lecturer critic editors autorin kolumnist volontär volontärin redaktör reporterka
    dziennikarz journalisten toimittaja редактор корреспондент novelist novinar host analyst specialist
    scientist historian founder]],
  work = [[book books magazine university college institute center freelancer website blog author's
    bestselling degree career lives based worked graduate studied born award-winning published: contributes
    contributor's studierte arbeitet lebt geboren schreibt writes covers covering joined]],
  contributed = [[reporting editing contributed contributing additional compiled translated adapted mit
    material beiträgen written: wires wire produced edited updated: reported avec contribuciones
    redigiert]],
  -- what is said about the piece
  correction = [[correction corrections clarification korrektur berichtigung rectificatif corrección
    corrected misstated rättelse rettelse errata correzione amended misidentified erroneously incorrectly]],
  note = [[note notes anmerkung hinweis nota disclosure disclaimer appeared originally first version amended
    hinweise note: info conflict views expressed own necessarily represent reflect editor's editor’s
    redaktionelle transparenz anm merk opmerking huomautus]],
  source = [[source sources source: sources: quelle quellen quelle: quellen: fuente fuentes fuente: fuentes:
    fonte fonti bron bronnen kilde kilder källa källor źródło источник references references: referenzen
    literatur doi kaynak sumber zdroj izvor forrás via: mit-material]],
  contact = [[contact email e-mail tip tips letters reach reached send kontakt contacter contacto redaktion@
    mail phone schreiben message messages]],
  follow = [[follow folgen folge suivez sigue síguenos seguici följ följa følg volg ikuti takip twitter
    facebook instagram telegram whatsapp linkedin youtube tiktok join threads bluesky mastodon flipboard
    like]],
  newsletter = [[newsletter newsletters subscribe subscription sign inscribe abonnieren abonnez suscríbete
    iscriviti prenumerera abonner registrieren subscriber subscribers abonnement unlock membership member]],
  shop = [[affiliate commission links buy purchase price retailer retailers provision preis kaufen amazon
    deal shop]],
  -- time
  published = [[published posted publicado publié publie veröffentlicht publisert publicerad pubblicato
    publikowano opublikowano опубликовано diterbitkan erstellt gepubliceerd publiceret julkaistu yayınlanma
    filed created first stand date datum publiée publicada]],
  updated = [[updated update actualizado aktualisiert oppdatert mis aggiornato opdateret uppdaterad modified
    atualizado güncelleme обновлено mise à-jour bijgewerkt revised edited: last zuletzt]],
  ago = [[ago vor il hace fa há geleden siden sedan lalu önce назад temu sitten]],
  span = [[min mins minutes minute minuten minuti minutos minuter minutter hours hour stunden stunde heures
    heure horas hora ore ora timer timmar uur jam saat days day tag tage tagen jours jour días día giorni
    dagar dager dagen hari gün weeks week wochen woche months years secs sec seconds h m d yr yrs часов
    минут дней dias godzin]],
  length = [[lesezeit reading read-time lecture lectura lettura lästid lesetid leestid okuma length duration
    dauer]],
  comments = [[comments comment kommentare kommentar commentaires commentaire comentarios comentario
    commenti kommentarer reacties comentários views shares likes votes replies answers reactions responses
    yorum комментариев]],
  clock = [[am pm a.m. p.m. a.m p.m est edt gmt et bst pst pdt cet cest utc ist wib uhr cst cdt aest h kl
    klokken klo ct pt mst msk]],
  now = [[today yesterday tonight now gestern heute morgen aujourd'hui hier demain hoy ayer oggi ieri hoje
    ontem idag igår i-dag vandaag gisteren dziś wczoraj сегодня вчера just currently upcoming]],
  month = [[january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember janvier
    février mars avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo
    junio julio agosto septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio
    settembre ottobre dicembre janeiro fevereiro março maio junho julho setembro outubro dezembro januari
    februari maart augustus desember okt dez des января февраля марта апреля мая июня июля августа сентября
    октября ноября декабря stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października
    listopada grudnia maj marts tammikuuta helmikuuta ocak şubat mart nisan mayıs haziran temmuz ağustos
    eylül ekim kasım aralık]],
  weekday = [[monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch donnerstag
    freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles
    jueves viernes sábado domingo mon tue wed thu fri sat sun tues thurs lunedì martedì mercoledì giovedì
    venerdì sabato domenica måndag tisdag onsdag torsdag fredag lördag söndag mandag tirsdag lørdag søndag
    maandag dinsdag woensdag donderdag vrijdag zaterdag zondag segunda terça quarta quinta sexta mo di mi do
    fr sa so]],
  -- how it speaks
  the = [[the der die das den dem des le la les el los las il lo gli het o os as det]],
  a = [[a an ein eine einen einem einer eines un une una uno um uma en ett et een]],
  this = [[this that these those dieser diese dieses diesem diesen ce cette ces este esta estos estas questo
    questa detta denna dette denne deze dit such]],
  link = [[and or but und oder aber et ou mais y o pero e ma och eller men og en maar und/oder i oraz и ve
    dan sondern doch yet nor]],
  place = [[of to in for with on at from as into over after before under about against between through
    during without mit für auf im zu zum zur von vom aus nach vor bei beim über unter gegen um durch ohne an
    am seit zwischen ins de du des à au aux pour dans sur avec par sans chez entre vers del al con para por
    en sin sobre desde hasta tras da do dos das em no na nos nas com per di della dei delle nel nella su tra
    till på för med från av om vid hos til fra ved voor met van op bij naar uit w z dla od в на с по для из
    о к]],
  that = [[that because if when while although though since despite whether as dass weil wenn obwohl während
    que parce quand lorsque si porque aunque cuando che perché quando att eftersom när som fordi når dat
    omdat als что co że]],
  asks = [[who what why how where which whose when wer was warum wie wo welche welcher welches wann wieso
    weshalb qui quoi pourquoi comment où quel quelle quién qué cómo dónde cuál chi cosa perché come dove vem
    vad varför hur hvem hva hvorfor hvordan hvad wat waarom hoe]],
  ["not"] = [[not no never none nicht nein kein keine keinen nie ne pas jamais non sin não nunca inte ej nej
    ikke nei niet geen нет не can't cannot won't isn't doesn't]],
  i = [[i i'm i’m we my our me us i've we're ich wir mein meine unser unsere mir mich uns je nous mon ma
    notre moi yo nosotros mi nuestro io noi jag vi min mina vår jeg eu nós ik wij mijn ons we’re i’ve
    i’ll]],
  you = [[you your you're you’re you'll du dich dir dein deine deinen euch ihr sie ihre vous votre vos tu
    ton ta tes te tú usted su voi tua din ditt dina je jouw u uw você]],
  he = [[he she it they his her their its him them er sie es sein seine ihr ihre il elle ils elles son sa
    ses leur él ella ellos lui lei loro han hon hun de hans hennes deras hij zij ele ela it's it’s]],
  is = [[is are was were be been being has have had ist sind war waren hat haben hatte wird werden wurde est
    sont était a ont es son fue ha han era è sono är var har blir er ble hebben heeft wordt zijn são foi
    jest było]],
  may = [[can could will would should may might must kann können könnte soll sollte muss müssen darf wollen
    peut doit puede debe può deve kan ska skulle måste vil må zal moet pode]],
  says = [[said says say told according added warns claims reveals tells announces reports sagt sagte laut
    zufolge selon dit dice dijo según disse secondo säger sa sier enligt ifølge zegt volgens explained wrote
    asks]],
  number = [[one two three four five six seven eight nine ten first second third zwei drei vier fünf sechs
    sieben acht neun zehn erste ersten erster deux trois quatre cinq premier première dos tres cuatro cinco
    primero primera due tre quattro två fyra fem hundred thousand million billion millionen milliarden mio
    mrd millions millones]],
  praise = [[best better great good top amazing biggest worst top-10 beste besten bester gute gut große
    großen besser meilleur meilleurs mejor mejores migliori bästa perfect easy tipps tricks ideas ways
    things reasons gründe everything alles]],
}

local NAMES = {}
for kind in pairs(KINDS) do NAMES[#NAMES + 1] = kind end
table.sort(NAMES)

local KIND_OF = {}
for _, kind in ipairs(NAMES) do
  for word in KINDS[kind]:gmatch "%S+" do
    local kinds = KIND_OF[word] or {}
    if kinds[#kinds] ~= kind then kinds[#kinds + 1] = kind end
    KIND_OF[word] = kinds
  end
end

return { KIND_OF = KIND_OF }
