-- The generic rule on links that lead to no story, by their addresses.
local generic = require "spec.rules.generic_page"
local assert_has, has = generic.assert_has, generic.has
local lines, page = generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"
local ITEM = "<li><h3><a href='%s'>%s</a></h3></li>"

local function headlines(address)
  local items = ITEM:format(address:format(48301), "Boats are back at the long quay")
    .. ITEM:format(address:format(48302), "Gulls have left the harbour again")
    .. ITEM:format(address:format(48303), "Pier to be painted red in May")
  return lines(page { main = "<section><h2>Look here</h2><ul>" .. items .. "</ul></section>" }, URL)
end

describe("a link", function()
  it("to goods, posts, pictures or what a site has for its readers is no headline", function()
    for _, address in ipairs { "/shop/boat-%d", "https://shop.harbour.example/boat-%d", "/preisvergleich/%d",
      "https://www.amazon.de/dp/%d?ref=a&tag=harbour-21", "/jobs/captain-of-the-long-pier-%d", "/stellenmarkt/%d",
      "https://descuentos.harbour.example/boats-%d", "https://cursos.harbour.example/boats-%d",
      "/termine/%d/boat-race", "/photos/%d.jpg", "/password/%d", "https://creativecommons.org/licenses/by/%d",
      "https://goo.gl/maps/%d", "/islands/boats-back-%d/#respond" } do
      assert.is_false(has(headlines(address), "headline: Boats are back at the long quay"), address)
    end
  end)

  it("to posts, what is paid for, law or a site's own pages elsewhere is none", function()
    for _, address in ipairs { "https://praca.harbour.example/boatman-%d", "/allas/%d/boatman", "/vagas/%d",
      "/oferty-pracy/%d", "/ad/%d/boats", "/sponsored/boats-%d", "/sponsored-content/%d", "/publirreportaje/boats-%d",
      "/kleinanzeigen/%d",
      "https://deals.harbour.example/%d", "/politica-de-privacidad?id=%d", "/site/politique-de-confidentialite-%d",
      "/regulamin.html?id=%d", "https://www.youtube.com/@harbour%d", "https://www.instagram.com/harbour%d/",
      "https://x.com/harbour%d", "/faq/?page=%d", "/rss/news%d.xml" } do
      assert.is_false(has(headlines(address), "headline: Boats are back at the long quay"), address)
    end
  end)

  it("to files, searches, days, people, tools, forms and what readers have with a site is none", function()
    for _, address in ipairs { "/islands/boats-%d.pdf", "/islands/boats-%d.pdf?v=2", "/s?ie=%d&q=boats",
      "/find?q=boats+%d", "/search/boats-%d", "https://harbour.example/2019/05-11/index.php?id=%d",
      "/reporter_article.html?id=%d", "https://wetter.harbour.example/quay-%d",
      "https://games.harbour.example/boats-%d", "/accounts/offers-%d",
      "/regist?id=%d", "http://eepurl.com/boats%d", "https://docs.google.com/forms/d/%d",
      "/om-hamnen/boats-back-%d",
      "/feedback/boats-%d.html", "/code-of-ethics-of-the-harbour-%d", "/articles/-/%d?part=sponsored",
      "/boats/%d?utm_source=taboola&utm_medium=referral", "/boats/%d?a=b&utm_medium=cpc", "/lp/%d",
      "/boats/%d?gclid=EAI",
      "https://lp.harbour.example/%d", "/cards/landing/boats-%d" } do
      assert.is_false(has(headlines(address), "headline: Boats are back at the long quay"), address)
    end
  end)

  it("to a section or a topic is none", function()
    local topics = { "boats-in-the-harbour-of-the-north", "gulls-in-the-harbour-of-the-north", "piers-and-quays" }
    for _, address in ipairs { "/temas/%s", "/temas/lugares/%s.html", "/themen/%s/", "/dossier/%s",
      "/dossiers/12345/%s", "/hashtag/%s", "/category/%s/", "/category/65/%s", "/category/harbours/quays",
      "/shows/boats-of-the-north-sea",
      "/category/65/%s/ar", "/kategorie/%s", "/rubrique/%s", "/emne/%s",
      "/search/label/%s" } do
      local items = {}
      for i, topic in ipairs(topics) do
        items[i] = ("<li><a href='%s'>Boats are back at %s quays</a></li>"):format(address:format(topic), i)
      end
      local list = "<section><h2>Look here</h2><ul>" .. table.concat(items) .. "</ul></section>"
      assert.is_false(has(lines(page { main = list }, URL), "headline: Boats are back at 1 quays"), address)
    end
  end)

  it("among links to what a site says of itself is none without the mark of one", function()
    local function footer(form)
      local items = {}
      for _, one in ipairs { { "/privacy", "Privacy" }, { "/team-2019", "The people who make this paper" },
        { "/rules-2021-05", "What we ask of our readers" },
        { "/islands/boats-48301", "Boats are back at the long quay" } } do
        items[#items + 1] = form:format(one[1], one[2])
      end
      return lines(page { main = "<div><ul>" .. table.concat(items) .. "</ul></div>" }, URL)
    end
    assert.is_false(has(footer "<li><a href='%s'>%s</a></li>", "headline: The people who make this paper"))
    assert.is_true(has(footer "<li><h3><a href='%s'>%s</a></h3></li>", "headline: Boats are back at the long quay"))
  end)

  it("to a story is one", function()
    for _, address in ipairs { "/islands/boat-%d", "/workshop/%d-boats", "/islands/jobs-in-the-harbour-%d",
      "/temas/boats/%d-back-at-the-quay", "/category/islands/boats-%d", "/loads/boats-%d",
      "/islands/rss-%d-explained", "/islands/sponsored-walk-at-the-pier-%d", "/praca/%d-boatmen-wanted",
      "/deals/boats-for-less-%d", "/meteo/condizioni-del-mare-%d", "/politique-de-la-mer-%d", "/advertisers-leave-%d",
      "/personvern-i-havnen-%d", "/columnists/%d", "/islands/boats-back/%d/2019/05/11/", "/archive/2019/05/boats/%d",
      "/node/?q=boats/%d", "/research/boats-%d", "/weather/storm-over-the-pier-%d", "/membership-falls-%d",
      "/islands/boats-%d?utm_source=rss&utm_medium=referral", "/islands/boats-landing-at-quay-%d" } do
      assert.is_true(has(headlines(address), "headline: Boats are back at the long quay"), address)
    end
  end)
end)

-- Links below the story, with an address before their own, of a page that says where it is from and is read elsewhere.
local function read_elsewhere(address, canonical, url)
  local items = ""
  for number, text in ipairs { "Boats are back at the long quay", "Gulls have left the harbour again" } do
    items = items .. ("<li><a href='%s/islands/boats-%d'>%s</a></li>"):format(address, 48300 + number, text)
  end
  local html = page { main = "<section><h2>Look here</h2><ul>" .. items .. "</ul></section>" }
  return lines(html:gsub("<head>", "<head><link rel=canonical href='" .. canonical .. "'>", 1), url)
end

describe("the page's own site", function()
  local HEADLINE = "headline: Boats are back at the long quay"

  it("is that of the address it says it has, too", function()
    local copy, other = "https://copies.example/1", "https://other.example"
    assert_has(read_elsewhere("https://www.harbour.example", URL, copy), HEADLINE)
    assert.is_false(has(read_elsewhere(other, URL, copy), HEADLINE))
  end)

  it("has this page at that address", function()
    local function read(canonical)
      local html = page { main = "<aside><h3><a href='" .. URL .. "'>Boats are back at the long quay</a></h3></aside>" }
      return lines(html:gsub("<head>", "<head><link rel=canonical href='" .. canonical .. "'>", 1),
        "https://harbour.example/preview/1")
    end
    assert_has(read "https://harbour.example/islands/gulls-have-left-48300", HEADLINE)
    assert.is_false(has(read(URL), HEADLINE))
  end)

  it("is the one archived where the page is a web archive's", function()
    local archive = "https://archive.example/web/20240506070000/"
    local function read(site)
      return read_elsewhere("/web/20240506070000/https://" .. site, archive .. URL, archive .. URL)
    end
    assert_has(read "www.harbour.example", HEADLINE)
    assert.is_false(has(read "other.example", HEADLINE))
  end)
end)
