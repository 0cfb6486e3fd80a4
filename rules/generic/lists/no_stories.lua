-- Addresses that lead to no story, by what stands in them: patterns on text in lower case.

-- To share, to follow, to subscribe, to the site's own pages.
local SHARERS = {
  "facebook%.com/sharer", "twitter%.com/intent", "twitter%.com/share",
  "/sharer", "mailto:", "whatsapp", "pinterest%.com/pin/create",
  "linkedin%.com/share", "[?&]share=", "[?&]replytocom=", "[?&]order=", "[?&]sort=", "/feed/?$", "/feeds/%d",
  "/print/?$", "/login", "/signin", "/subscribe",
  "/newsletter", "/cdn%-cgi/", "//apps%.apple%.com/",
  "//itunes%.apple%.com/.*app/", "//play%.google%.com/store", "google%.%a+/preferences", "//news%.google%.",
  "//t%.me/[%w_]+/?$", "/privacy", "/terms", "/about",
  "/contact",
}

-- To people and topics.
local PEOPLE = {
  "/tags?/", "/topics?/",
  "/authors?/", "/autore?n?/", "/auteurs?/", "/autor[ae]s?/[^/%d]+/?$", "/staff/[^/%d]+/?$", "/firmas?/[^/%d]+/?$",
  "/journalists?/[^/%d]+/?$", "/journalistes?/[^/%d]+/?$", "/reporters?/[^/%d]+/?$", "/reporter_article",
  "/contributors?/[^/%d]+/?$",
  "/writers?/[^/%d]+/?$", "/columnists?/[^/%d]+/?$", "/columnistas?/[^/%d]+/?$", "/colunistas?/[^/%d]+/?$",
  "/bloggers?/[^/%d]+/?$", "/periodistas?/[^/%d]+/?$", "/redacteurs?/[^/%d]+/?$", "/redaktione?n?/[^/%d]+/?$",
  "/skribente?r?/[^/%d]+/?$", "/yazar/[^/%d]+/?$", "/yazarlar/[^/%d]+/?$", "/penulis/", "/profiles?/[^/%d]+/?$",
  "/users?/[^/%d]+/?$", "/members?/[^/%d]+/?$", "/@[%w_.-]+/?$",
}

-- To forms, contacts and legal pages, to what a site is made with, to maps and people.
local PAGES = {
  "/password", "/register/?$", "/registrieren", "/registrierung/?$", "/kontakt[/.]", "/kontakt$", "/impressum",
  "/datenschutz[/.]", "/datenschutz$", "/mentions%-legales", "/aviso%-legal", "#respond$",
  "//wordpress%.org/", "creativecommons%.org/licen", "google%.%a+/maps", "//maps%.google%.", "//goo%.gl/maps",
  "linkedin%.com/in/", "linkedin%.com/company/",
}

-- To pictures.
local PICTURES = { "%.jpe?g$", "%.png$", "%.gif$", "%.webp$", "%.jpe?g%?", "%.png%?" }

-- To files.
local FILES = {
  "%.pdf$", "%.pdf%?", "%.docx?$", "%.xlsx?$", "%.zip$", "%.apk$", "%.exe$", "%.ics$", "%.rss$", "%.mp3$", "%.mp4$",
}

-- To what a search finds, and to all there is of a day or a month.
local SEARCHES = {
  "[?&]q=[^/]*$", "[?&]query=", "[?&]wd=", "[?&]keywords?=", "/search[/?]", "/search$", "/suche[/?]", "/recherche[/?]",
  "/busca[/?]", "/buscar[/?]", "/buscador", "/ricerca[/?]", "/szukaj[/?]", "/hledat[/?]", "/arama[/?]", "/s%?",
  "//search%.", "^/20%d%d/%d%d?/?$", "//[^/]+/20%d%d/%d%d?/?$", "^/20%d%d/%d%d?[-/]%d%d?/?$",
  "//[^/]+/20%d%d/%d%d?[-/]%d%d?/?$", "/20%d%d/%d%d?[-/]%d%d?/index%.", "/archives?/20%d%d/%d%d?/?$",
}

-- To games, weather, programmes, papers as they are printed, and what can be won.
local TOOLS = {
  "/tv%-?shows?/[^/%d]+/?$", "/shows/[^/%d]+/?$", "/sendungen/[^/%d]+/?$", "/emissions/[^/%d]+/?$",
  "/programas/[^/%d]+/?$",
  "//wetter%.", "//weather%.", "//meteo%.", "//horoskop", "//horoscope", "//horoscopo", "//oroscopo", "//games?%.",
  "//spiele%.", "//jeux%.", "//juegos%.", "//jogos%.", "//giochi%.", "//epaper%.", "//e%-paper%.", "/e%-?paper/?$",
  "/horoscopes?/?$", "/horoskope?/?$", "/games/?$", "/puzzles/?$", "/crosswords?/?$", "/sudoku/?$", "/tv%-?guide/?$",
  "/tv%-?programm/?$", "/programme%-tv/?$", "/live%-?stream/?$", "/live%-?tv/?$", "/radio/?$", "/weather/?$",
  "/wetter/?$", "/meteo/?$", "/tiempo/?$", "/pogoda/?$", "/webcams?/?$", "/quotes?/[%w.:^=-]+/?$",
  "/gewinnspiele?/?$", "//gewinnspiel", "/concours/?$", "/concursos?/?$", "/sorteos?/?$", "/competitions?/?$",
  "/giveaways?/?$", "//win%.",
}

-- To goods, posts to fill and days of a calendar.
local GOODS = {
  "/shop/", "//shop%.", "//store%.", "/boutique/", "//boutique", "//www%.boutique", "/warenkorb", "/cart/", "/cart$",
  "/checkout", "/preisvergleich/", "/gutscheine?/", "//gutscheine?%.", "/coupons?/", "amazon%.[%a.]+/.*[?&]tag=",
  "//amzn%.to/", "/jobs?/", "stellenmarkt/", "/stellenangebote?/", "/offres?%-emploi",
  "/ofertas%-de%-empleo", "/courses?/%d", "/cursos?/%d", "/kurse?/%d", "/termine?/%d", "/veranstaltungskalender",
}

-- To shops, coupons, courses and collections that sites have under a host of their own.
local SHOPS = {
  "//tienda%.", "//loja%.", "//negozio%.", "//sklep%.", "//butik%.", "//webshop%.", "//winkel%.", "//kiosk%.",
  "//kiosko%.", "//kiosque%.", "//vouchers?%.", "//coupons?%.", "//discountcodes?%.", "//promocodes?%.",
  "//descuentos?%.", "//cupon[es]*%.", "//cupom%.", "//cupons%.", "//codigos?%-?descuentos?%.", "//codigos?%-?promo",
  "//codes?%-?promo%.", "//bons%-?plans?%.", "//codici%-?sconto%.", "//offerte%.", "//rabattcodes?%.",
  "//rabattkoder?%.",
  "//kuponger?%.", "//promociones%.", "//colecciones%.", "//collezioni%.", "//cursos?%.", "//corsi%.", "//kurse%.",
  "//idiomas%.", "//formacion%.", "//akademie%.", "//academy%.",
}

-- To posts to fill, where sites have them under their own word for work.
local POSTS = {
  "//jobs?%.", "//stellen", "//karriere%.", "/karriere/?$", "/careers?/?$", "//emplois?%.", "//empleos?%.",
  "/empleos/", "//vagas%.", "/vagas/", "//vacatures?%.", "/vacatures?/", "/ledige%-stillinger", "/lediga%-jobb",
  "/ledigajobb", "//jobb%.", "/tyopaikat", "//tyopaikat", "//praca%.", "/oferty%-pracy", "//prace%.",
  "/nabidky%-prace", "/allas/", "/allasok/", "/allashirdetes", "/locuri%-de%-munca", "/offerte%-di%-lavoro",
  "//lavoro%.", "//rabota%.", "/vakansii?/", "/is%-ilan", "/lowongan", "/tuyen%-dung", "/recruit/",
}

-- To what is paid for.
local PAID = {
  "/ads?/%d", "/ads?/[^/]+/?$", "//ads?%.", "/adclick", "/aclk%?", "doubleclick%.net/", "outbrain%.com/",
  "taboola%.com/", "/advertorials?/", "/sponsored/", "/sponsored%-content", "/sponsored%-post", "/sponsored%-feature",
  "/paid%-content/", "/paid%-post",
  "/partner%-content/", "/partnercontent/", "/branded%-content/", "/brandvoice/", "/brand%-?studio/",
  "/publireportage", "/publirreportaje", "/publieditorial", "/contenu%-partenaire", "/contenu%-sponsorise",
  "/contenido%-patrocinado", "/contenidos?%-de%-marca", "/conteudo%-patrocinado", "/conteudo%-de%-marca",
  "/annonsorinnhold", "/annonsorsinnehall", "/artykul%-sponsorowany", "/classifieds?/", "/kleinanzeigen?",
  "/anzeigen?/", "/petites%-annonces", "/clasificados", "/classificados", "/annunci/", "//adv%.", "//offers?%.",
  "//deals?%.", "/deals?/%d", "=sponsored%f[%A]", "[?&]utm_medium=%w*sponsor", "[?&]utm_medium=paid",
  "[?&]utm_medium=banner", "[?&]utm_medium=cpc", "[?&]utm_medium=native", "[?&]utm_medium=display",
  "utm_source=taboola", "utm_source=outbrain", "[?&]gclid=", "[?&]click_?id=", "[?&]aff_?id=", "[?&]affiliate",
  "[?&]s1=%w", "//lp%.", "/lp/",
  "/landing/", "/landing%-?page", "//landing%.",
}

-- To those who serve advertisements or count who follows them.
local SERVERS = {
  "mgid%.com/", "adskeeper%.%a+/", "lentainform%.com/", "smi2%.%a+/", "24smi%.", "relap%.io/", "mirtesen%.",
  "plista%.com/",
  "engageya%.com/", "dianomi%.com/", "zergnet%.com/", "revcontent%.com/", "popin%.cc/", "dable%.io/", "criteo%.com/",
  "googleadservices%.com/", "googlesyndication%.com/", "adform%.net/", "adnxs%.com/", "smartadserver%.com/",
  "awin1%.com/", "tradedoubler%.com/", "partner%-ads%.com/", "shareasale%.com/", "skimresources%.com/",
  "linksynergy%.com/", "anrdoezrs%.net/", "tkqlhce%.com/", "jdoqocy%.com/", "kqzyfj%.com/", "dpbolvw%.net/",
  "rover%.ebay%.", "prf%.hn/", "/adserver", "/openx/", "/revive/", "/banners?/", "//click%.", "//clicks%.", "//track%.",
}

-- To what readers have with a site.
local ACCOUNTS = {
  "//abo%.", "//abonnement%.", "//account%.", "//login%.", "//mein%.", "//my%.", "//subscribe%.", "//suscripcion",
  "//suscriptores", "//abonnes%.", "//assine%.", "//signup%.", "//konto%.", "//newsletter", "/accounts?/", "/abos?/?$",
  "/abonnements?/?$", "/abonnieren/?$", "/sabonner/?$", "/s%-abonner/?$", "/suscripci.+n/?$", "/suscripciones/?$",
  "/suscribete/?$", "/assine/?$", "/assinatura/?$", "/abbonament[io]/?$", "/prenumerata/?$", "/donate/?$",
  "/donate%?", "/donations?/?$", "/spenden/?$", "/faire%-un%-don/?$", "/support%-us/?$", "/membership/?$",
  "/regist[/?]", "/registration/?$", "eepurl%.com/", "list%-manage%.com/", "mailchi%.mp/", "feedburner%.com/fb/a/",
  "docs%.google%.com/forms", "//forms%.", "surveymonkey%.com/", "typeform%.com/", "paypal%.com/donate", "paypal%.me/",
  "patreon%.com/[%w_]+/?$",
}

-- To what a site says in law and of itself.
local LEGAL = {
  "/cgv/?$", "/cgu/?$", "/politique%-de%-confidentialite", "/politique%-de%-cookies", "/politique%-de%-gestion",
  "/politique%-protection", "/conditions%-generales",
  "/politica%-de%-privacidad", "/politica%-de%-cookies", "/politica%-privacidad", "/politica%-cookies",
  "/politica%-de%-privacidade", "/terminos%-y%-condiciones", "/condiciones%-de%-uso", "/terminos%-de%-uso",
  "/termos%-de%-uso", "/termos%-e%-condicoes", "/note%-legali", "/condizioni%-generali", "/condizioni%-d%-uso",
  "/polityka%-prywatnosci",
  "/polityka%-cookies", "/regulamin/?$", "/regulamin%.", "/personvern/?$", "/personvernerkl", "/privatlivspolitik",
  "/integritetspolicy",
  "/tietosuoja/?$", "/tietosuojasel", "/gizlilik/?$", "/gizlilik%-pol", "/kunye/?$", "/hakkimizda", "/privacy%.",
  "/cookies?/?$", "/cookie%-?policy",
  "/cookieverklaring", "/disclaimer/?$", "/disclaimer%.", "/imprint/?$", "/imprint%.", "/sitemap/?$", "/sitemap%.",
  "/agb/?$", "/agb%.", "/nutzungsbedingungen", "/ueber%-uns", "/qui%-sommes%-nous", "/quienes%-somos", "/quem%-somos",
  "/chi%-siamo", "/o%-nas/?$", "/om%-oss/?$", "/om%-%l+/", "/over%-ons/?$", "/mediadaten",
  "/advertise/?$", "/advertise%-with",
  "/advertise%.", "/advertising/?$", "/help/?$", "/faqs?/",
  "/ethics/?$", "/code%-of%-ethics", "/ethics%-policy", "/codigo%-etico", "/codigo%-de%-etica", "/charte%-deontolog",
  "/editorial%-polic", "/editorial%-guidelines", "/editorial%-standards", "/corrections/?$", "/trust%-project",
  "/feedback[/.?]", "/feedback$", "/our%-team/?$", "/staff/?$", "/masthead/?$", "/licensing", "/reprints?/?$",
  "/permissions/?$", "/acerca%-de", "/sobre%-nosotros", "/hilfe/?$", "/ayuda/?$", "/ajuda/?$", "/aide/?$",
  "/faqs?%.", "/frequently%-asked%-questions", "/rss/?$", "/rss/.*%.xml$", "/rss%.xml$", "/feed%.xml$",
}

-- To who has a page on another site.
local PROFILES = {
  "youtube%.com/@", "youtube%.com/channel/", "youtube%.com/user/", "youtube%.com/c/", "facebook%.com/[%w.]+/?$",
  "twitter%.com/[%w_]+/?$", "//x%.com/[%w_]+/?$", "instagram%.com/[%w._]+/?$", "tiktok%.com/@[%w._]+/?$",
  "facebook%.com/[%w.]+/?%?", "twitter%.com/[%w_]+/?%?", "//x%.com/[%w_]+/?%?", "instagram%.com/[%w._]+/?%?",
  "tiktok%.com/@[%w._]+/?%?", "xing%.com/communities/", "linkedin%.com/showcase/",
  "open%.spotify%.com/show/", "podcasts%.apple%.com/",
}

-- To sections and topics: a word for them, and names in words behind it. They may head lists.
local SECTIONS = {
  "/temas?/[^/%d]+/?$", "/temas?/[^/]+%-tid%d+/?$", "/temas?/%l+/[%l-]+%.html$", "/themen/[^/%d]+/?$",
  "/thema/%d+/", "/themen/%d+/",
  "/thema/[^/%d]+/?$",
  "/themes?/[^/%d]+/?$", "/sujets?/[^/%d]+/?$", "/dossiers?/[^/]+/?$", "/dossiers?/%d+/[^/]+/?$", "/argomenti/",
  "/argomento/", "/etiquetas?/", "/hashtags?/", "/keywords?/", "/onderwerpe?n?/", "/emner/[^/%d]+/?$",
  "/emne/[^/%d]+/?$", "/amnen?/[^/%d]+/?$", "/tagi/", "/stitky?/", "/schlagwort", "/stichwort/", "/konu/", "/etiket/",
  "/search/label/", "/issue/list/", "/categor[yi]e?s?/[^/%d]+/?$", "/categor[yi]e?s?/%d+/[^/]+/?$",
  "/categor[yi]e?s?/%d+/[^/]+/%l%l/?$", "/categor[yi]e?s?/[^/%d]+/%l+%-?%l*%-?%l*/?$",
  "/categor[yi]e?s?/[^/%d]+/[^/%d]+/%l+%-?%l*%-?%l*/?$", "/categoria/[^/%d]+/?$",
  "/kategori[ae]?/[^/%d]+/?$", "/rubriques?/[^/%d]+/?$", "/rubrik/[^/%d]+/?$", "/sections?/[^/%d]+/?$",
  "/rubrika?/[^/%d]+/?$",
}

-- Lists of patterns as one.
local function joined(...)
  local all = {}
  for _, list in ipairs { ... } do table.move(list, 1, #list, #all + 1, all) end
  return all
end

local labels = joined(SHARERS, PEOPLE, PAGES, PICTURES, GOODS, SHOPS)
local services = joined(SHARERS, PAGES, POSTS, PAID, SERVERS, ACCOUNTS, LEGAL, PROFILES, TOOLS)

return {
  LABELS = labels, SERVICES = services,
  ALL = joined(labels, POSTS, PAID, SERVERS, ACCOUNTS, LEGAL, PROFILES, SECTIONS, FILES, SEARCHES, TOOLS),
}
