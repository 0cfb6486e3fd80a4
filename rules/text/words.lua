-- Words that news pages of many languages use for the same things, by kind. A line's words
-- are looked up here; what a kind says for a role is learned.

local function words_of(text)
  local list = {}
  for word in text:gmatch("%S+") do list[#list + 1] = word end
  return list
end

local KINDS = {
  by = words_of [[by von par por di da de af av door oleh от автор autor text texto testo tekst words written
    ni ngu yazan przez skrevet foto:]],
  photo = words_of [[photo photos foto fotos photograph photographer image images picture pictured bild bilder imagen
    imágenes immagine credit crédit crédito credits getty reuters afp epa shutterstock фото symbolbild symbolfoto dpa
    archiv archivbild istock pixabay unsplash screenshot illustration grafik graphic file via courtesy video
    pictures imago alamy ntb afp/getty fotografía tt ritzau efe ansa picture-alliance handout caption]],
  related = words_of [[related read recommended trending popular latest more next editors' picks stories articles
    artikel artikler artículos articles aussi auch también anche também også också meist mest plus más más-leídas
    più mais mehr weitere weiterlesen lesen lire leer leggi lea les läs lees noticias nachrichten news top featured
    interest themen thema meistgelesen neueste aktuelle beliebt beliebte empfohlen relacionadas relacionados
    see watch don't miss missed similar must-read continue verwandte ähnliche beiträge posts vorheriger nächster
    read: more: также читайте baca juga terkait berita okumak haber]],
  credit = words_of [[reporting editing contributed files originally copyright additional published contributing
    compiled written agencies adapted translated © mit material af/av dpa/ afp/]],
  note = words_of [[correction corrections clarification editor's editor’s editors sources source quelle quellen fuente
    follow writer reporter journalist twitter email e-mail opinions author about professor newsletter subscribe
    contact disclosure disclaimer views affiliate links commission hinweis anmerkung redaktion korrektur kontakt
    article appeared first story updated note tips sign facebook instagram join telegram whatsapp newsletters
    book podcast contributor columnist autor autorin kolumnist correspondent]],
  when = words_of [[published updated posted last ago publicado publié publie mis actualizado uhr aktualisiert
    publisert oppdatert today comments min mins minutes read hours hour days day yesterday gestern heute vor
    pubblicato aggiornato veröffentlicht stand opdateret uppdaterad publicerad am pm a.m. p.m. est edt gmt
    et bst pst pdt cet utc ist lesezeit minuten lesetid il hace horas fa modified reading opublikowano
    опубликовано diterbitkan wib comment views shares jour jours heures à h]],
  month = words_of [[january february march april may june july august september october november december jan feb
    mar apr jun jul aug sep sept oct nov dec januar februar märz mai juni juli oktober dezember janvier février mars
    avril juin juillet août septembre octobre novembre décembre enero febrero marzo abril mayo junio julio agosto
    septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre novembre
    dicembre janeiro fevereiro março maio junho julho setembro outubro dezembro januari februari maart augustus
    desember okt dez des nov. dec. jan. feb. aug. sept. oct. января февраля марта апреля мая июня июля августа
    сентября октября ноября декабря monday tuesday wednesday thursday friday saturday sunday montag dienstag mittwoch
    donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles
    jueves viernes sábado domingo mon tue wed thu fri sat sun stycznia lutego marca kwietnia maja czerwca lipca
    sierpnia września października listopada grudnia]],
  job = words_of [[reporter correspondent editor writer staff senior contributor columnist journalist redakteur
    redakteurin korrespondent korrespondentin reporterin freelance chief deputy producer autor autorin redactor
    redactora journaliste rédacteur giornalista redaktion redazione redacción redaktionen journalistin author
    bureau correspondante director desk team service press agencies agencias agency ap reuters afp dpa efe ansa
    tt ntb pti ani]],
  section = words_of [[politics sport sports football business world opinion culture entertainment tech technology
    science health news video videos live analysis exclusive lifestyle travel food music film tv celebrity u.s. us uk
    money economy local national international politik wirtschaft kultur sport wissen panorama gesellschaft
    meinung kommentar politique économie société monde política economía sociedad mundo deportes cultura politica
    economia cronaca esteri nyheter kultur innenriks utenriks podcast gallery photos review interview breaking
    explainer feature weather crime environment climate education style nfl nba soccer golf tennis]],
  joint = words_of [[the a an of to in and for with on at is are was who has after from as that der die das und in mit
    für auf ist im den des ein eine zu le la les des et en une un pour dans sur el los las del que y con para il
    che e un della di per i og på til med som for er det av en den att är och het een van]],
}

local KIND_OF = {}
for _, kind in ipairs { "by", "photo", "related", "credit", "note", "when", "month", "job", "section", "joint" } do
  for _, word in ipairs(KINDS[kind]) do
    local kinds = KIND_OF[word] or {}
    if kinds[#kinds] ~= kind then kinds[#kinds + 1] = kind end
    KIND_OF[word] = kinds
  end
end

return { KIND_OF = KIND_OF }
