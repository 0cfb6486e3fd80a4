-- Lists and items that are paid for, that offer posts or goods, that name topics or say what is on when: no
-- teasers, though they look like some.

local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local traits_of = include "generic/lists/list_traits"
local elsewhere, list_traits = traits_of.elsewhere, traits_of.list_traits
local is_elsewhere = include("generic/page/links").is_elsewhere
local PAID, says = phrases.PAID, view.says

-- Labels of items that are paid for, whole lines or their ends, in lower case.
local PAID_LABELS = patterns {
  "^sponsored%W*$", "^sponsored content%W*$", "^sponsored post%W*$", "^sponsored by ", "^paid content%W*$",
  "^paid program%W*$", "[|•·] *paid program$", "[|•·] *sponsored$", "^paid post%W*$", "^paid for by ",
  "^promoted%W*$", "^promoted by ", "^partner content%W*$", "^branded content%W*$", "^advertorial%W*$",
  "^advertiser content%W*$",
  "^brand ?voice%W*$", "^ad%W*$", "^anzeige%W*$", "^werbung%W*$", "^gesponsert%W*$", "^sponsoris.e?%W*$",
  "^contenu partenaire%W*$", "^contenu sponsoris.*$", "^publicité%W*$", "^publicidad%W*$", "^publicidade%W*$",
  "^patrocinad[oa]%W*$", "^contenido patrocinado%W*$", "^contenido ofrecido", "^conteúdo patrocinado%W*$",
  "^sponsorizzato%W*$", "^contenuto sponsorizzato%W*$", "^annonse%W*$", "^annons%W*$", "^annonce%W*$",
  "^annonsørinnhold", "^betalt innhold", "^sponsrat%W*$", "^gesponsord%W*$", "^advertentie%W*$",
  "^materiał partnera%W*$", "^artykuł sponsorowany%W*$", "^..а правах рекламы",
  "^..еклама%W*$", "^iklan%W*$",
  "^reklam%W*$", "^mainos%W*$", "^kaupallinen yhteistyö", "^pr$", "^【pr】", "^%[pr%]",
  "^［pr］", "^（pr）", "^%(pr%)", "%[pr%]$", "［pr］$", "^pr[:：] ?", "^広告", "^推广$", "^广告$",
  "^especial publicidad%W*$", "^paid partnership", "^advertisement feature", "^ad feature%W*$",
  "^promoted content%W*$", "^native ad", "^publi%-?reportage%W*$", "^publirreportaje%W*$", "^contenido de marca%W*$",
  "^contenido promocional%W*$", "^informe publicitario%W*$", "^informação publicitária%W*$", "^conteúdo de marca%W*$",
  "^redazionale%W*$", "^messaggio promozionale%W*$", "^contenuto promozionale%W*$", "^kommersielt samarbeid",
  "^kommersiellt samarbete", "^partnerbijdrage%W*$", "^materiał sponsorowany%W*$", "^materiał promocyjny%W*$",
  "^komerční sdělení", "^támogatott tartalom", "^..артн..рский матери", "^..понсорский", "^advertorial ", "^タイアップ",
  "^スポンサード", "^［ad］", "^%[ad%]", "^赞助", "^%[광고%]", "^محتوى ممول",
}

-- What headlines of posts to fill say, for whoever may apply, in lower case: "(m/w/d)", "(H/F)".
local POSTS = patterns { "%([mwfdhxiv*][ /|][mwfdhxiv*][)/|]", "%([mwfdhxiv*] / [mwfdhxiv*][) ]", "%(all genders%)",
  "%(gn%)$", "%(m/w%)" }

-- Lines that are a price: what stands beside them is for sale.
local PRICES = {
  "^%$ ?%d[%d.,]*$", "^us%$ ?%d[%d.,]*$", "^€ ?%d[%d.,]*$", "^£ ?%d[%d.,]*$", "^¥ ?%d[%d.,]*$", "^₹ ?%d[%d.,]*$",
  "^rs%.? ?%d[%d.,]*$", "^r%$ ?%d[%d.,]*$", "^chf ?%d[%d.,]*$", "^eur ?%d[%d.,]*$", "^%d[%d.,]* ?€%W*$",
  "^%d[%d.,]* ?eur$", "^%d[%d.,]* ?zł$", "^%d[%d.,]* ?kč$", "^%d[%d.,]* ?tl$", "^%d[%d.,]* ?kr$", "^%d[%d.,]* ?руб",
  "^%d[%d.,]* ?₽$", "^%d[%d.,]* ?円$", "^%d[%d.,]* ?元$", "^%d[%d.,]* ?원$",
}

-- How headlines of goods end: with a price.
local PRICED = patterns {
  "%d[.,]%d%d ?€%W*$", "[€$£] ?%d[%d.,]*[.,]%d%d$", "%d[.,]%d%d eur$", "%d[.,]%d%d ?zł$", "%d[.,]%d%d ?kč$",
  "%d[.,]%d%d lei$", "%d[.,]%d%d ?tl$", "%d[.,]%d%d ?₽$", "chf ?%d+[.,]%d%d$", "r%$ ?%d[%d.]*,%d%d$",
}

-- From when to when something is on.
local SLOTS = {
  "^%d%d?[:.h]%d%d ?%- ?%d%d?[:.h]%d%d", "^%d%d?[:.h]%d%d ?– ?%d%d?[:.h]%d%d", "^%d%d?[:.h]%d%d ?— ?%d%d?[:.h]%d%d",
  "^%d%d?[:.]%d%d bis %d%d?[:.]%d%d", "^%d%d?[:.]%d%d to %d%d?[:.]%d%d", "^%d%d?[:h]%d%d à %d%d?[:h]%d%d",
  "^%d%d?[:.]%d%d a %d%d?[:.]%d%d", "^%d%d? ?[ap]m ?%- ?%d%d? ?[ap]m", "^%d%d? ?[ap]m ?– ?%d%d? ?[ap]m",
}

-- What the lines of an item are by which it is none, by their tags.
local PROGRAMME = patterns(SLOTS)
local OFFER = patterns(table.move(SLOTS, 1, #SLOTS, #PRICES + 1, PRICES))
local TELLING = { published = PROGRAMME, detail = OFFER, kicker = OFFER }

-- Headings of lists of posts to fill, of goods and of offers.
local OFFERS = patterns {
  "^jobs?$", "^latest jobs$", "^top jobs$", "^careers?$", "^vacancies$", "^stellenmarkt$", "^stellenangebote$",
  "^stellenanzeigen$", "^jobangebote$", "^aktuelle jobs$", "^emplois?$", "^offres d'emploi$", "^offres d’emploi$",
  "^empleos?$",
  "^ofertas de empleo$", "^offerte di lavoro$", "^vacatures$", "^ledige stillinger$", "^lediga jobb$",
  "^oferty pracy$", "%f[%a]all jobs%W*$", "^jobs in ", "%f[%a]alle jobs?%W*$", "%f[%a]alle stellen%W*$",
  "%f[%a]alle stillinger%W*$", "%f[%a]alla jobb%W*$", "%f[%a]alle vacatures%W*$", "offres d%W+emploi%W*$",
  "ofertas de empleo%W*$", "ofertas de trabajo%W*$", "vagas de emprego%W*$", "offerte di lavoro%W*$",
  "ledige jobs?%W*$", "ledige stillinger%W*$", "lediga jobb%W*$", "avoimet työpaikat%W*$", "oferty pracy%W*$",
  "^gutscheine?%W*$", "^coupons?%W*$", "^voucher", "^discount codes", "^promo codes", "^codes? promo",
  "^codici sconto%W*$", "^descuentos%W*$", "^cupones%W*$", "^cupons%W*$", "^códigos de descuento", "^preisvergleich",
  "^bons plans%W*$", "^immobilien%W*$", "^kleinanzeigen", "^classifieds%W*$", "^marketplace%W*$", "^shoppinganzeigen",
  "^aus dem anzeigen", "^adchoices", "produktempfehlungen%W*$", "^product recommendations", "^our picks on amazon",
  "^daily deals", "^deals?%W*$", "^top deals", "^best deals", "^deals of ", "^deal of ", "^today's deals", "^buy ",
  "^shop%W*$", "^shop now", "^onlineshop", "^webshop%W*$", "^jetzt im shop", "^aus dem shop", "^aus unserem shop",
  "^unser shop", "^boutique%W*$", "^la boutique", "^tienda%W*$", "^loja%W*$", "^butik%W*$", "^sklep%W*$",
  "^e%-shop%W*$",
  "^find a job", "^job search", "^jobsuche", "^jobbörse", "^stellen%W*$", "^top%-jobs", "^bolsa de trabajo",
  "^bolsa de empleo", "^trova lavoro", "^vagas%W*$", "^empregos%W*$", "^szukaj pracy", "^oferty pracy",
  "^nabídky práce",
  "^..llás%W*$", "^..llások%W*$", "^..llásajánlat", " munkák%W*$", "^locuri de muncă", "^..акансии", "ş ilanları%W*$",
  "^lowongan", "^việc làm%W*$", "^求人", "^招聘", "^채용",
  "^die beliebtesten produkte", "^unsere produkt", "^nos produits", "^nuestros productos",
}

-- Headings of what a site has for its readers beside stories, which head lists of stories too.
local SERVICES = patterns {
  "^services?%W*$", "^service & ", "^unsere services", "^servicios%W*$", "^nuestros servicios", "^serviços%W*$",
  "^servizi%W*$", "^nos services", "^tools?%W*$", "^rechner%W*$", "^vergleiche?%W*$", "^comparat[a-z]+%W*$",
  "^guides? d.achat", "^guías? de compra", "^buying guides?%W*$", "^kaufberatung%W*$", "^games?%W*$", "^spiele%W*$",
  "^jeux%W*$", "^juegos%W*$", "^giochi%W*$", "^jogos%W*$", "^spelletjes%W*$", "^spel%W*$", "^spill%W*$", "^puzzles?",
  "^crosswords?%W*$", "^rätsel%W*$", "^pasatiempos%W*$", "^horoscopes?%W*$", "^horoskope?%W*$", "^horóscopo%W*$",
  "^oroscopo%W*$", "^angebote%W*$", "^aktuelle angebote", "^offres%W*$", "^ofertas%W*$", "^offerte%W*$",
  "^aanbiedingen",
  "^erbjudanden", "^tilbud%W*$", "^promocje%W*$", "^events%W*$", "^veranstaltungen%W*$", "^termine%W*$",
  "^verwandte themen%W*$", "^quick ?links%W*$", "^useful links%W*$", "^nützliche links%W*$", "^liens utiles%W*$",
  "^enlaces útiles%W*$", "^links úteis%W*$", "^link utili%W*$", "^handige links%W*$", "^przydatne linki%W*$",
  "^hasznos%W*$",
  "^..олезные ссылки%W*$", "^our network", "^unser netzwerk", "^sister sites", "^partner sites", "^partnersites",
  "^unsere partner", "^unsere marken", "^our brands", "^our sites", "^our titles", "^nos sites", "^sites du groupe",
  "^otros medios", "^webs del grupo", "^nuestras webs", "^i nostri siti", "^network%W*$", "^links%W*$", "^liens%W*$",
  "^enlaces%W*$", "^..сылки%W*$", "^..аши проекты", "^..роекты%W*$", "^..артн..ры%W*$", "^友情链接", "^友情連結", "^リンク$",
  "^関連リンク", "^관련 ?사이트", "^cursos online", "^idiomas online", "^crucigramas", "^mots croisés", "^sudokus?%W*$",
  "^traueranzeigen", "^avis de décès", "^esquelas%W*$", "^dödsannonser", "^dødsannonser",
}

-- Headings of lists of topics and of months.
local TOPICS = patterns {
  "^tags?%W*$", "^labels%W*$", "^themen%W*$", "^topics?%W*$", "^categor[iy]es%W*$", "^kategorien%W*$",
  "^schlagw.+rter%W*$", "^temas%W*$", "^etiquetas%W*$", "^catégories%W*$", "^mots%-clés%W*$", "^argomenti%W*$",
  "^categorie%W*$", "^tagi%W*$", "^archive?s?%W*$", "^blogroll%W*$", "^seiten%W*$", "^pages%W*$", "^páginas%W*$",
  "^related topics", "^related tags", "^topics in this", "^in this article%W*$", "^hot topics", "^trending topics",
  "^popular topics", "^popular tags", "^popular searches", "^trending searches", "^beliebte themen", "^themen in d",
  "^mehr themen%W*$", "^temas relacionados", "^tags relacionad", "^temas del d", "^temas de hoy", "^lo más buscado",
  "^sujets associés", "^thèmes associés", "^sur les mêmes thèmes", "^argomenti correlati", "^temas do dia",
  "^assuntos%W*$", "^onderwerpen%W*$", "^..mnen i artikeln", "^..mnen%W*$", "^emner%W*$", "^relaterte emner",
  "^aiheet%W*$", "^avainsanat%W*$", "^témata%W*$", "^..еги%W*$", "^..емы%W*$", "^..южеты%W*$", "^etiketler%W*$",
  "^konular%W*$", "^topik ", "^từ khóa", "^chủ đề%W*$", "^関連キーワード", "^キーワード", "^注目キーワード", "^注目のキーワード",
  "^話題のキーワード", "^标签", "^標籤", "^关键词", "^關鍵字", "^热门标签", "^热门搜索", "^热搜词", "^관련 ?키워드", "^키워드",
  "^해시태그", "^추천 ?이슈", "^이슈$", "^핫 ?이슈", "^الوسوم", "^كلمات مفتاحية", "^الكلمات المفتاحية", "^תגיות",
}

-- The line above a list, which no other part has; a link to another site is what an advertisement ends with.
local function line_above(s, list)
  local i = list.first - 1
  if i < 1 or s.role[i] or s.f.words[i] > 4 then return nil end
  local href = s.f.links[i] > 0 and s.page:value(s.f.link[i], "href")
  return not (href and is_elsewhere(s, href)) and i or nil
end

-- Whether most headlines of a list end with a price.
local function has_prices(s, list)
  local f, teasers, count = s.f, list.teasers, 0
  if #teasers < 2 then return false end
  for at = 1, #teasers do
    local i = teasers[at].headline
    if f.digits[i] > 0 and says(s, i, PRICED) then count = count + 1
    elseif at > count * 2 then return false end
  end
  return true
end

-- Whether a list is of goods, or stands under the heading of what is paid for and leads away from the site or to
-- no stories; offers posts or goods; names topics.
local function is_paid_list(s, list, heading)
  if has_prices(s, list) then return true end
  heading = heading or line_above(s, list)
  if not heading then return false end
  if says(s, heading, OFFERS) then return true end
  local topics, pays = says(s, heading, TOPICS), says(s, heading, PAID) or says(s, heading, SERVICES)
  if not (topics or pays) then return false end
  local traits = list_traits(s, list)
  return topics and traits.words < 5 or pays and elsewhere(s, list) >= 0.5 or traits.stories < 0.5
end

local NEAR = 3 -- lines from a headline to one that says who paid for it

-- Whether one of the lines of an item beside headline and dek is a price, or its time says from when to when.
local function has_price(s, content)
  for at = 1, #content do
    local part = content[at]
    local list = TELLING[part.tag]
    local i = list and part.block
    if i and s.f.digits[i] > 0 and s.f.words[i] <= 5 and says(s, i, list) then return true end
  end
  return false
end

-- Whether an item says that it is paid for, what it costs or when it is on.
local function is_paid_item(s, teaser)
  local f, role, first, last, headline = s.f, s.role, teaser.first, teaser.last, teaser.headline
  if #teaser.content > 1 and has_price(s, teaser.content) or says(s, headline, POSTS) then return true end
  if first < headline - NEAR then first = headline - NEAR end
  if last > headline + NEAR then last = headline + NEAR end
  local words = f.words
  for i = first, last do
    if words[i] <= 8 and (role[i] or "teaser") == "teaser" and f:matches(i, PAID_LABELS) then return true end
  end
  return false
end

return { is_paid_item = is_paid_item, is_paid_list = is_paid_list }
