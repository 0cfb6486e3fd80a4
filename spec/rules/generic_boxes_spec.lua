-- The generic rule on boxes of stories: how they are headed, what in them is paid for or no story.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"
local WHALE = "<a href='/islands/whale-seen-off-the-pier-48207'%s>Whale seen off the pier</a>"
local PIER = "<a href='/islands/pier-to-be-painted-red-48201'>Pier to be painted red</a>"
local SEALS = "<a href='/islands/seals-back-in-the-bay-48199'>Seals back in the bay</a>"
local HEADLINE = "headline: Whale seen off the pier"

local function list(heading, label, rel, more)
  return lines(page { main = ("<section>%s<ul><li>%s%s<li>%s<li>%s</ul>%s</section>"):format(heading or "", label or "",
    WHALE:format(rel or ""), PIER, SEALS, more or "") }, URL)
end

describe("an item of a list", function()
  it("leads wherever its address says, whatever it is called", function()
    local item = "<li><h3><a href='%s'>Whale seen again</a></h3><p>The boats are late.</p>"
    for _, name in ipairs { "n", "any", "1" } do
      local items = item:format(name) .. item:format("/islands/pier-to-be-painted-red-48201")
      assert_has(lines(page { main = "<section><h2>Latest</h2><ul>" .. items .. "</ul></section>" }, URL),
        "headline: Whale seen again")
    end
  end)

  it("of few words is one where its address is of the form of the others", function()
    local item = "<li><a href='/islands/%s'>Seals</a>"
    local function of(address)
      return has(lines(page { main = ("<section><h3>Latest</h3><ul><li>%s<li>%s<li>%s%s</ul></section>"):format(
        WHALE:format(""), PIER, SEALS, item:format(address)) }, URL), "headline: Seals")
    end
    assert.is_true(of "seals")
    for _, address in ipairs { "seals/", "seals.pdf", "nature/seals" } do assert.is_false(of(address), address) end
  end)

  it("of two words is one where it is set and named as teasers are and leads to a story", function()
    local function found(name, address)
      return has(lines(page { main = ("<div class=%s><h3><a href='%s'>Seals back</a></h3><p>They left in %s</p></div>")
        :format(name, address, "spring, when the boats came, and nobody knew why.") }, URL), "headline: Seals back")
    end
    assert.is_true(found("card", "/islands/seals-back-in-the-bay-48199"))
    assert.is_false(found("card", "/seals"))
    assert.is_false(found("part", "/islands/seals-back-in-the-bay-48199"))
  end)

  it("that says it is paid for is none", function()
    for _, label in ipairs { "Sponsored", "Anzeige", "Contenu sponsorisé", "Publicidad", "Paid Program",
      "Advertiser content", "Especial publicidad", "Kommersielt samarbeid", "Партнерский материал", "タイアップ記事",
      "محتوى ممول" } do
      local found = list("<h3>Latest</h3>", "<span>" .. label .. "</span><br>")
      assert.is_false(has(found, HEADLINE), label)
      assert_has(found, "headline: Pier to be painted red")
    end
    assert_has(list("<h3>Latest</h3>", "<span>Animals</span><br>"), HEADLINE)
  end)

  it("that says of which gender an applicant may be is none", function()
    local item = "<p><a href='/islands/pilot-for-the-harbour-48305'>Pilot for the harbour%s</a></p>"
    for _, mark in ipairs { " (m/w/d)", " (H/F)", " (f/m/x)" } do
      local found = lines(page { main = "<h3>Latest</h3><div>" .. WHALE:format("") .. PIER .. item:format(mark)
        .. "</div>" }, URL)
      assert_has(found, HEADLINE)
      assert.is_false(has(found, "headline: Pilot for the harbour" .. mark), mark)
    end
    assert_has(lines(page { main = "<h3>Latest</h3><div>" .. WHALE:format("") .. PIER .. item:format "" .. "</div>" },
      URL), "headline: Pilot for the harbour")
  end)

  it("that offers a post under a link to all of them is none, and heads no list behind", function()
    local item = "<li><a href='https://posts.harbour.example/%d'><h3>%s wanted here</h3></a></li>"
    for _, all in ipairs { "– Se alle jobs", "Alle Stellen", "Todas las ofertas de empleo", "See all jobs" } do
      local found = lines(page { main = "<section><section><h2><a href='https://posts.harbour.example/'>" .. all
        .. "</a></h2><ul>" .. item:format(48301, "Cook") .. item:format(48302, "Pilot") .. item:format(48303, "Diver")
        .. "</ul></section><div class=grid><div><p>" .. WHALE:format("") .. "</div><div><p>" .. PIER
        .. "</div><div><p>" .. SEALS .. "</div></div></section>" }, URL)
      assert_has(found, HEADLINE)
      assert.is_false(has(found, "headline: Cook wanted here"), all)
      assert.is_false(has(found, "heading: Diver wanted here"), all)
    end
  end)

  it("that says it is paid for leaves the others one list", function()
    local item = "<div><h4><a href='/islands/%s'>%s</a></h4><p>%s</p></div>"
    local found = lines(page { main = "<h2>Latest</h2><div>"
      .. item:format("whale-seen-off-the-pier-48207", "Whale seen off the pier", "All saw it.")
      .. item:format("ropes-for-all-boats-48203", "Ropes for all the boats", "Anzeige")
      .. item:format("pier-to-be-painted-red-48201", "Pier to be painted red", "It was blue.") .. "</div>" }, URL)
    local boxes = 0
    for _, line in ipairs(found) do boxes = boxes + (line == "sidebar" and 1 or 0) end
    assert_has(found, "headline: Whale seen off the pier", "headline: Pier to be painted red")
    assert.equal(1, boxes)
  end)

  it("that says what it costs is none", function()
    for _, price in ipairs { "$139.00", "1.299,00 €", "99 zł" } do
      local found = list("<h3>Latest</h3>", "<span>" .. price .. "</span><br>")
      assert.is_false(has(found, HEADLINE), price)
      assert_has(found, "headline: Pier to be painted red")
    end
  end)

  it("whose link leads to a front page, shares a piece or is a feed is none", function()
    local line = "<li><a href='%s'>All boats of the harbour</a>"
    for _, href in ipairs { "https://harbour.example/?from=list", "/", "/islands/ferry-48213?share=boats",
      "/islands/ferry-48213/feed/" } do
      assert.is_false(has(list("<h3>Latest</h3>", line:format(href)), "headline: All boats of the harbour"), href)
    end
    assert_has(list("<h3>Latest</h3>", line:format "/?p=48213"), "headline: All boats of the harbour")
  end)

  it("whose link says it is paid for is none", function()
    assert.is_false(has(list("<h3>Latest</h3>", "", " rel='nofollow sponsored'"), HEADLINE))
    assert_has(list("<h3>Latest</h3>", "", " rel='nofollow'"), HEADLINE)
  end)

  it("that leads to all there is of its kind is none, though a heading", function()
    local more = "<h4><a href='/islands/all-there-is-of-whales-11'>See all whale stories</a></h4>"
    assert.is_false(has(list("<h3>Latest</h3>", "", "", more), "headline: See all whale stories"))
  end)
end)

describe("a link in a site's menu", function()
  local function found(text, path)
    local html = page { main = ("<div class='menu'><nav><a href='%s'>%s</a></nav></div>"):format(path, text) }
    return has(lines(html, URL), "headline: " .. text)
  end

  it("by itself is no story but where it reads as one", function()
    local long = "Whale was seen off the old pier on Monday"
    assert.is_true(found(long, "/islands/whale-seen-off-the-pier-48207"))
    assert.is_false(found(long, "/whales"))
    assert.is_false(found("Whales of the harbour of old", "/islands/whales-of-the-harbour-48207"))
  end)

  it("is a section however long its name, where its address has no number and nothing names a piece", function()
    local long = "Whales, seals and birds of the outer islands"
    assert.is_false(found(long, "/animals/whales-seals-and-birds-of-the-outer-islands"))
  end)
end)

describe("a teaser", function()
  it("may stand where pages of one publishing system put fields, or over its picture", function()
    local item = "<div class='%s'><span class='%s'><a href='/islands/%s'>%s</a></span></div>"
    for _, names in ipairs { { "views-row", "views-field field-content" }, { "card", "content-overlay" } } do
      local function one(path, text) return item:format(names[1], names[2], path, text) end
      local html = page { main = "<section><h2>Latest</h2>" .. one("whale-48207", "Whale seen off pier")
        .. one("pier-48201", "Pier to be painted red") .. one("seals-48199", "Seals back in bay") .. "</section>" }
      assert_has(lines(html, URL), "heading: Latest", "headline: Whale seen off pier", "headline: Seals back in bay")
    end
  end)

  it("is no address, nor the way from the front page to here", function()
    for _, line in ipairs { "https://harbour.example/islands/whale-seen-48207",
      "Startseite » Inseln der ganzen Bucht", "You are here: all the outer islands" } do
      local item = "<div><p><a href='/islands/whale-seen-48207'>" .. line .. "</a></p></div>"
      assert.is_false(has(list("<h3>Latest</h3>", item), "headline: " .. line), line)
    end
  end)

  it("is not the name of a picture's file", function()
    local file = "<p><a href='/files/48207-whale'>whale off the pier 1160x768.jpg</a></p>"
    assert.is_false(has(list("<h3>Latest</h3>", file), "headline: whale off the pier 1160x768.jpg"))
  end)
end)

describe("a link by itself", function()
  local function found(host)
    local link = "<ul><li><a href='https://%s/islands/whale-seen-off-pier-48207'>Was the whale seen near here?</a></ul>"
    local html = page { body = link:format(host) .. "<p>" .. generic.TEXT[2] .. "</p>" }
    return has(lines(html, "https://www.harbour.co.uk/islands/ferry-48213"), "headline: Was the whale seen near here?")
  end

  it("is a teaser on the same site, in whatever country", function()
    assert.is_true(found "www.harbour.co.uk")
    assert.is_true(found "harbour.com")
    assert.is_false(found "www.boats.co.uk")
    assert.is_false(found "boats.com")
  end)
end)

describe("the heading of a list", function()
  it("is a line that says so in words that pages head lists with, wherever it is set", function()
    for _, heading in ipairs { "Lesen Sie hier mehr vom Meer", "Más sobre el mar", "In evidenza",
      "Najpopularniejsze", "Lue myös:", "Zobacz również", "Das könnte Sie auch interessieren:", "関連記事" } do
      local found = list(("<p>12 boats</p><p>14 piers</p><p>7 isles</p><div><p>%s</p></div><p>12</p>"):format(heading))
      assert_has(found, "heading: " .. heading, HEADLINE)
    end
  end)

  it("is no topic of the story above", function()
    for _, line in ipairs { "<div><a href='/tag/boats'>Boats</a></div>", "<div class=tag>Boats</div>" } do
      assert.is_false(has(list(line), "heading: Boats"), line)
    end
    assert_has(list "<div><a href='/boats'>Boats</a></div>", "heading: Boats")
  end)

  it("is no count of what there is, nor the last link of a menu", function()
    local count, menu = "November (3)", "<ul><li><a href='/a'><b class=title>Boats</b></a><li><a href='/b'>"
      .. "<b class=title>Winds</b></a></ul>"
    assert.is_false(has(list("<div>" .. count .. "</div>"), "heading: " .. count))
    assert.is_false(has(list(menu), "heading: Winds"))
  end)

  it("may lead to all there is, beside links to more of its kind", function()
    local found = list("<div><h3><a href='/whales'>Whales and seals</a></h3><ul><li><a href='/v'>Videos</a></ul></div>")
    assert_has(found, "heading: Whales and seals", HEADLINE)
  end)

  it("may say that it is about subscribers, but not that they are to be", function()
    local most, sign = "MOST READ BY SUBSCRIBERS", "Most read: subscribe to the list"
    assert_has(list("<h2>" .. most .. "</h2>"), "heading: " .. most)
    assert.is_false(has(list("<h2>" .. sign .. "</h2>"), "heading: " .. sign))
  end)

  it("is none of what stands behind the box that it opens, but where that is set alike", function()
    local item = "<p class=%s><a href='/islands/%s-4820%d'>%s</a></p>"
    local function found(class)
      return lines(page { main = "<div><section><h3>Whales</h3><div>"
        .. item:format("a", "whale-seen", 7, "Whale seen off the pier")
        .. item:format("a", "seals", 1, "Seals back in the bay") .. "</div></section><div>"
        .. item:format(class, "pier-red", 3, "Pier to be painted red")
        .. item:format(class, "boats", 5, "Boats are late again today") .. "</div></div>" }, URL)
    end
    local function boxes(made)
      local count = 0
      for _, line in ipairs(made) do count = count + (line == "sidebar" and 1 or 0) end
      return count
    end
    assert_has(found "b", "heading: Whales", "headline: Pier to be painted red")
    assert.equal(2, boxes(found "b"))
    assert.equal(1, boxes(found "a"))
  end)

  it("is that of what goes on behind its box with as many lines to each item", function()
    local item = "<li><p class=date>%d May 2024</p><p class=line>%s</p><%s><a href='%s'>%s</a></%s></li>"
    local function row(tag, day, line, headline)
      return item:format(day, line, tag, "/islands/news-of-the-day-4820" .. day, headline, tag)
    end
    local made = lines(page { main = "<div><section><h3>Whales</h3><ul>"
      .. row("h4", 1, "Out at sea", "Whale seen off the pier") .. row("h4", 2, "Close to us", "Seals back in the bay")
      .. "</ul></section><ul>" .. row("p", 3, "Fresh paint on the way", "Pier to be painted red")
      .. row("p", 4, "It was the fog", "Boats are late again today") .. "</ul></div>" }, URL)
    local count = 0
    for _, line in ipairs(made) do count = count + (line == "sidebar" and 1 or 0) end
    assert_has(made, "heading: Whales", "headline: Pier to be painted red")
    assert.equal(1, count)
  end)

  it("is a line right above that leads over to it with a colon, however large the box around", function()
    local many = ("<p>12 boats</p>"):rep(60)
    local found = lines(page { main = "<div>" .. many .. "<p>Whales in the press of today or so:</p><ul><li>"
      .. WHALE:format "" .. "<li>" .. PIER .. "</ul></div>" }, URL)
    assert_has(found, "heading: Whales in the press of today or so:", HEADLINE)
  end)

  it("is the label of the box that it stands in, not that of an empty list before", function()
    local found = list "<div>More stories</div></section><section><div>Whales</div>"
    assert_has(found, "heading: Whales")
    assert.is_false(has(found, "heading: More stories"))
  end)

  it("is no story set as those of the list are, though none of it", function()
    local story = "<h4 class=title><a href='/islands/%s-48%d'>%s</a></h4>"
    local found = lines(page { main = "<section><h3>Whales</h3><div class='dialog ad'>"
      .. story:format("storm-is-over", 211, "Storm is over now") .. "</div><div>"
      .. story:format("pier-to-be-painted-red", 201, "Pier to be painted red")
      .. story:format("seals-back-in-the-bay", 199, "Seals back in the bay") .. "</div></section>" }, URL)
    assert_has(found, "heading: Whales", "headline: Pier to be painted red")
  end)

  it("is no call that leads to several stories, nor is that a headline", function()
    local item = "<div><h4><a href='/islands/%s-4820%d'>%s</a></h4>"
      .. "<p><a href='/islands/%s-4820%d'>Read it all here</a></p></div>"
    local html = {}
    for i, words in ipairs { "Whale seen off the pier", "Pier to be painted red", "Seals back in the bay" } do
      local path = words:lower():gsub(" ", "-")
      html[i] = item:format(path, i, words, path, i)
    end
    for _, line in ipairs(lines(page { main = table.concat(html, "<hr>") }, URL)) do
      assert.is_nil(line:find "headline: Read it" or line:find "heading: Read it")
    end
  end)

  it("is no line that bids to share or follow", function()
    for _, line in ipairs { "Artikel teilen", "Share this", "Follow the Harbour", "5 min", "Leave a comment",
      "Schreibe einen Kommentar", "Annuler la réponse", "Deja un comentario", "Direkt zum Inhalt" } do
      assert.is_false(has(list("<h3>" .. line .. "</h3>"), "heading: " .. line), line)
    end
    assert_has(list "<h3>Whales</h3>", "heading: Whales")
  end)

  it("leaves what it calls topics or offers to chrome, where no stories stand below", function()
    local topics = "<section><h3>%s</h3><ul><li><a href='/t/1'>Fishing and boats at sea</a>"
      .. "<li><a href='/t/2'>Weather of the outer islands</a><li><a href='/t/3'>School and the young ones</a></ul>"
      .. "</section>"
    local function found(heading) return lines(page { main = topics:format(heading) }) end
    assert_has(found "Latest", "headline: Fishing and boats at sea")
    for _, heading in ipairs { "Themen", "Schlagwörter", "Gutscheine", "Codici sconto" } do
      assert.is_false(has(found(heading), "headline: Fishing and boats at sea"), heading)
    end
  end)
end)
