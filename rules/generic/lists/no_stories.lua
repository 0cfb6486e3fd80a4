-- Addresses that lead to no story, by what stands in them: patterns on text in lower case.

-- To share, to follow, to subscribe, to the site's own pages, to people and topics.
local SHARERS = {
  "facebook%.com/sharer", "twitter%.com/intent", "twitter%.com/share",
  "/sharer", "mailto:", "whatsapp", "pinterest%.com/pin/create",
  "linkedin%.com/share", "[?&]share=", "[?&]replytocom=", "/feed/?$", "/feeds/%d", "/login", "/signin", "/subscribe",
  "/newsletter", "/cdn%-cgi/", "//apps%.apple%.com/",
  "//itunes%.apple%.com/.*app/", "//play%.google%.com/store", "google%.%a+/preferences", "//news%.google%.",
  "//t%.me/[%w_]+/?$", "/privacy", "/terms", "/about",
  "/contact", "/authors?/", "/autore?n?/", "/auteurs?/", "/tags?/", "/topics?/",
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

-- To goods, posts to fill and days of a calendar.
local GOODS = {
  "/shop/", "//shop%.", "//store%.", "/boutique/", "//boutique", "//www%.boutique", "/warenkorb", "/cart/", "/cart$",
  "/checkout", "/preisvergleich/", "/gutscheine?/", "//gutscheine?%.", "/coupons?/", "amazon%.[%a.]+/.*[?&]tag=",
  "//amzn%.to/", "/jobs?/", "stellenmarkt/", "/stellenangebote?/", "/offres?%-emploi",
  "/ofertas%-de%-empleo", "/termine?/%d", "/veranstaltungskalender",
}

local all = {}
for _, list in ipairs { SHARERS, PAGES, PICTURES, GOODS } do table.move(list, 1, #list, #all + 1, all) end

return all
