-- What is to be said of a story and is none of its text, wherever it stands by it: that its links earn
-- money, where it appeared first, when it was on the air, whose opinion it is, whom to write to.

local says = include("generic/page/view").says
local is_open = include("generic/story/own_foot").is_open

-- Links that earn, and products that were given.
local EARN = {
  "^this %l+ .*affiliate", "^this %l+ .*earn .*commission", "^affiliate[ -]%l+:", "^hinweis.* affiliate",
  "^dies%l+ %l+ enthält .*links", "in diesem %l+ .*affiliate", "^cet article .*affili", "^este art[íi]%S* .*afilia",
  "^quest[oa] %l+ .*affilia", "^dit artikel .*affiliate", "^artikeln innehåller .*länkar",
  "^artikkelen inneholder .*lenker", "^artiklen indeholder .*links", "^artykuł zawiera .*afiliacyjn",
  "^.. статье .*партн..рски", "アフィリエイト", "^die mit .* gekennzeichneten ", "sternchen .*gekennzeichnet",
  "sogenannte[rn]? %S*affiliate", "^links? marked with", "^some of the links", "^as an amazon associate",
  "^als amazon%-partner", "^en tant que partenaire amazon", "^como afiliado de amazon",
  "was reviewed using ", "were reviewed using ", "review code was provided", "code provided by the ",
  "review copy was provided", "review copy provided by", "review unit was provided",
  "rezensionsexemplar", "testmuster .*verfügung", "testgerät .*verfügung",
  "testé .* version fournie", "code fourni par", "código .* proporcionado por", "copia .* proporcionada por",
  "codice fornito da", "código cedido ",
  "^in qualità di affiliato", "^les liens .*affili", "^los enlaces .*afilia", "^i link .*affilia",
}

-- That an agency's text was taken as it came, or a program made it.
local UNEDITED = {
  "has not been edited by", "auto%-generated from", "syndicated feed", "news agency feed",
  "without modifications? to", "redaktionell nicht bearbeitet", "nicht redaktionell bearbeitet",
  "automatisch .*übernommen", "automatisiert .*veröffentlicht", "automatisiert .*erstellt",
  "publiée? automatiquement", "générée? automatiquement", "generado automáticamente", "generato automaticamente",
  "gerado automaticamente", "automatisch gegenereerd", "automatiskt genererad", "automatisk generert",
  "wygenerowan%l+ automatycznie", "втоматически сгенерирован",
}

-- Who made it with the site, or paid for it.
local PARTNERS = {
  "^this %l+ is a joint ", "^this %l+ was produced ", "^this %l+ is published in ", "^this %l+ is part of ",
  "^this %l+ was supported ", "^this %l+ is supported by", "^reporting for this %l+ was ", "^co%-published ",
  "^published in partnership", "^published in collaboration", "^produced in partnership", "^dieser %l+ entstand ",
  "^diese recherche entstand ", "^diese recherche wurde ", "^dieser %l+ ist in zusammenarbeit ",
  "^dieser %l+ ist teil ", "^in kooperation mit ", "^in zusammenarbeit mit ", "^cet %l+ .*en partenariat ",
  "^en partenariat avec ", "^este %S+ .*en colaboración con ", "^en colaboración con ", "^em parceria com ",
  "^in collaborazione con ", "^in samenwerking met ", "^i samarbete med ", "^i samarbejde med ",
  "^i samarbeid med ", "^we współpracy z ",
}

-- Where it appeared first.
local FIRST = {
  "^this %l+ first appeared ", "^this %l+ originally appeared ", "^this %l+ appeared ",
  "^this %l+ was first published ", "^this %l+ was originally ", "^this %l+ was published ",
  "^originally published ", "^originally appeared ",
  "^first published ", "^this %l+ is republished ",
  "^republished ", "^reprinted ", "^excerpted from ", "^adapted from ", "^auszug aus ",
  "^doi: ?%S", "^dieser %l+ erschien ", "^dieser %l+ ist .*erschienen", "^dieser %l+ wurde zuerst ",
  "^der %l+ erschien zuerst ", "^der %l+ ist zuerst ", "^zuerst erschienen ", "^zuerst veröffentlicht ",
  "^cet %l+ .*initialement ", "^cet %l+ .*pour la première fois", "^initialement p", "^publié initialement",
  "^article publié ", "^este art[íi]%S* .*originalmente", "^este texto .*originalmente",
  "^publicad[oa] originalmente", "^quest[oa] %l+ .*originariamente", "^pubblicato originariamente",
  "^quest[oa] %l+ .* già .*pubblicat", "^dit %l+ verscheen ", "^den här %l+ publicerades ",
  "^artikeln publicerades först", "^denne %l+ ble først", "^artikkelen ble først", "^denne %l+ blev først",
  "^artiklen blev først", "^tämä %l+ julkaistiin", "^teksty? ukazał", "^artykuł ukazał",
  "^the post .* appeared first ", "^the article .* appeared first ", "^der beitrag .* erschien zuerst ",
  "^l%W+article .* est apparu en premier ", "^la entrada .* se publicó primero ", "^l%W+articolo .* proviene da ",
  "^o post .* apareceu primeiro ", "^het bericht .* verscheen eerst ", "^inlägget .* dök först upp ",
  "^artykuł .* pochodzi z ", "^..ообщение .* появились сначала ",
  "^..первые опубликован", "^本文首发", "^本文转载", "^この記事は.*掲載",
}

-- When it was on the air, and in what programme; ".." is a letter outside ASCII in either case.
local PROGRAMME = {
  "^..ber dieses thema berichte", "^dieses thema im programm", "^sendung: ", "^sendung am ", "^sendung vom ",
  "^aus der sendung ", "^this %l+ aired ", "^originally aired ", "^sänt i ", "^sendt i ",
  "^[%w .-]+, %d+%.%d+%.%d%d%d%d, %d+[:.]%d+ uhr", "| %d+%.%d+%.%d%d%d%d | %d+[:.]%d+ uhr",
}

-- Whose opinion it is.
local OPINION = {
  "^disclaimer[ :(]", "not necessarily reflect", "^th[ei]s?e? %l+ do[es]* not reflect ",
  "views expressed ", "opinions? expressed ", "opinions of the author", "views of the author",
  "nicht .*die meinung der ", "nicht der meinung der ", "nicht die auffassung ", "n'engagent? que ", "n’engagent? que ",
  "ne reflètent? pas nécessairement", "no reflejan? necesariamente", "no representan? necesariamente",
  "^las opiniones expresadas",
  "non riflett%l+ necessariamente", "não reflete[m]? necessariamente", "não representa[m]? necessariamente",
  "niet noodzakelijk", "inte nödvändigtvis", "может не совпадать",
  "могут не совпадать", "не совпадать с мнением", "不代表本",
  "見解を示すもの",
}

-- Whom to write to about it.
local LETTERS = {
  "think about this %l+[.%s]", "letters? to the editor or ", "^leserbriefe? an ", "^teile deine ",
  "^teilen sie uns .* mit", "^korrekturen?: ", "^corrections: ", "^do you have .*@", "^have you got .*@",
  "^media contacts?%f[%A]", "^press contacts?%f[%A]", "^media enquir", "^media inquir", "^press enquir",
  "^press inquir", "^pressekontakt", "^presskontakt", "^perscontact", "^contacts? presse", "^contatti stampa",
  "^contacto de prensa", "^contato para a imprensa", "^kontakt dla mediów", "^rückfragen an",
  "^rückfragehinweis", "^for media ", "^for press ", "^for more information,? contact ",
  "^for further information,? contact ", "^view original content", "^view source version ", "^view the original ",
  "^this %l+ was brought to you by ", "^original%-content von",
  "^%W*questions%? comments%?", "^%W*comments%? questions%?", "^%W*questions or comments", "^%W*comments or questions",
  "^%W*have a question or ", "^to submit an? %a+, ", "^to submit %a+, ", "^to submit .*@", "^send .*@",
  "e%-?mail us at", "schreiben sie uns .*@", "écrivez%-nous .*@", "escríb[ea]nos .*@", "escrib[ea]nos .*@",
  "scriveteci .*@",
  "escreva para .*@", "mail ons .*@", "napisz do nas .*@", "пишите нам .*@",
  "^to contact the ", "^got a confidential", "^have a confidential", "^if you have a tip", "^if you have information",
  "^if you have any information", "^do you have information",
  "^got a .*@", "^know more.*@", "^haben sie .*@", "^wissen sie .*@", "^avez%-vous .*@", "^hai .*@", "^tienes .*@",
  "^¿tiene.*@", "^tem .*@", "^heb je .*@", "^heeft u .*@", "^har du .*@", "^tipsa .*@",
}

local list, begin, within = {}, {}, {} -- all; what a line begins with; what stands somewhere in a longer one
for _, kind in ipairs { EARN, UNEDITED, PARTNERS, FIRST, PROGRAMME, OPINION, LETTERS } do
  for _, one in ipairs(kind) do
    local part = one:find("^%^") and begin or within
    list[#list + 1], part[#part + 1] = one, one
  end
end
local REMARKS = patterns(list)

local MOST = 100 -- words of such a line
local BELOW = 60 -- lines below the text in which it may stand

-- Lines below the text that say such a thing.
local LINES = formula("blocks", [[
  return words <= MOST and chars >= 8 and hidden == 0 and (level == 0 or digits >= 6) and link_chars < 0.8 * chars
    and (matches(BEGIN) or chars >= LONG and matches(WITHIN))
]], { MOST = MOST, LONG = 24, BEGIN = begin, WITHIN = within })

-- What is said of comments is none of the story.
local COMMENTS = patterns {
  "komment", "comment", "comentar", "comentár", "коммент", "комент", "yorum", "评论", "評論", "コメント",
}

local function label(s, first, last)
  for _, i in ipairs(s.f:rows(LINES, nil, first, last)) do
    if not s.role[i] and is_open(s, i) and not says(s, i, COMMENTS) then s.role[i] = "note" end
  end
end

--- Labels those lines below the headline and below the text.
local function label_remarks(s)
  if s.headline then label(s, s.headline + 1, s.first - 1) end
  label(s, s.last + 1, s.last + BELOW)
end

return { PROGRAMME = patterns(PROGRAMME), REMARKS = REMARKS, label_remarks = label_remarks }
