-- The generic rule on what stands between the heading of a list and its items: tabs, choices, a
-- line of what the box is about, the way to all there is; and on what is the item's own.
local generic = require "spec.rules.generic_page"
local assert_has, has = generic.assert_has, generic.has
local found_in, link, list = generic.found_below, generic.link, generic.list
local HEADLINES = generic.HEADLINES
local SEALS, ROOF, FOG, WHALE = HEADLINES.SEALS, HEADLINES.ROOF, HEADLINES.FOG, HEADLINES.WHALE

describe("the heading of a list", function()
  it("is the first of the tabs in its line", function()
    for _, tab in ipairs { "<a href='#'>%s</a>", "<button>%s</button>" } do
      local found = found_in("<div><h4>" .. tab:format("Related articles") .. tab:format("More from author") .. "</h4>"
        .. list(SEALS, ROOF, FOG) .. "</div>")
      assert_has(found, "heading: Related articles", "headline: " .. SEALS)
    end
  end)

  it("is the first of tabs in its line that lead to sections, where one is named the one that is shown", function()
    for _, name in ipairs { "cur", "tab active", "is-selected" } do
      local tabs = ("<div class=tlt><a href='/quay/' class='%s'>Quay ranking</a> <a href='/bay/'>Bay ranking</a></div>")
      local found = found_in("<div>" .. list(WHALE, FOG) .. "</div><div>" .. tabs:format(name) .. list(SEALS, ROOF)
        .. "</div>")
      assert_has(found, "heading: Quay ranking", "headline: " .. SEALS)
    end
  end)

  it("is the line that tabs belong to, beside them or of higher rank", function()
    local tabs = "<a href='#3'>3 days</a>|<a href='#7'>7 days</a>"
    for _, head in ipairs { "<h3><ul><li>Talk of the port</li><li>" .. tabs .. "</li></ul></h3>",
      "<h2>Talk of the port</h2><h3><a href='#all'>All of it</a></h3>",
      "<h2>Talk of the port</h2><h4>" .. tabs .. "</h4>" } do
      local behind = ("<p>12</p>"):rep(6)
      assert_has(found_in("<div>" .. head .. list(SEALS, ROOF, FOG) .. behind .. "</div>"), "heading: Talk of the port")
    end
  end)

  it("is the label above a row of lines by which one chooses, or else the first of these", function()
    local choices = "<ul><li>Isles</li><li>Ships</li><li>Birds</li><li>Winds</li></ul>"
    local found = found_in("<div><div><p>For you</p>" .. choices .. "</div>" .. list(SEALS, ROOF, FOG) .. "</div>")
    assert_has(found, "heading: For you", "headline: " .. SEALS)
    assert_has(found_in("<div><div>" .. choices .. "</div>" .. list(SEALS, ROOF, FOG) .. "</div>"), "heading: Isles")
  end)

  it("is the label above a row of links to sections that opens the box of both", function()
    for _, element in ipairs { "li", "span", "div" } do
      local row = ""
      for _, words in ipairs { "Isles", "Ships", "Birds", "Winds", "Tides", "Piers" } do
        row = row .. ("<%s><a href='/tag/%s/'>%s</a></%s>"):format(element, words, words, element)
      end
      local found = found_in("<div><div><p class=title>On the same topic</p></div><div><div>" .. row .. "</div>"
        .. list(SEALS, ROOF, FOG) .. "</div></div>")
      assert_has(found, "heading: On the same topic", "headline: " .. SEALS)
    end
  end)

  it("stands above what is not shown, though it is a link", function()
    local unseen = "<div hidden>" .. ("<p>Write to us</p>"):rep(9) .. "</div>"
    for _, words in ipairs { "The walks", "All of the walks here" } do
      local found = found_in("<div><h3><a href='/walks/'>" .. words .. "</a></h3>" .. unseen .. list(SEALS, ROOF, FOG)
        .. "</div>")
      assert_has(found, "heading: " .. words, "headline: " .. SEALS)
    end
  end)

  it("stands above lines that are not shown, behind one that is", function()
    local unseen = "<ul hidden>" .. ("<li>Gulls</li>"):rep(6) .. "</ul><p>Left arrow</p>"
    local found = found_in("<div><h2>Talk of the port</h2>" .. unseen .. list(SEALS, ROOF, FOG)
      .. ("<p>12</p>"):rep(6) .. "</div>")
    assert_has(found, "heading: Talk of the port", "headline: " .. SEALS)
  end)

  it("is that of headings side by side which is named the one shown", function()
    local html = "<div><div><h3 class=%s>Films of the port</h3><h3 class=%s>Tales of the port</h3></div>"
      .. list(SEALS, ROOF, FOG) .. "</div>"
    for number, words in ipairs { "Films of the port", "Tales of the port" } do
      local found = found_in(html:format(number == 1 and "is-active" or "a", number == 2 and "is-active" or "a"))
      assert_has(found, "heading: " .. words)
      assert.is_false(has(found, "heading: " .. (number == 1 and "Tales" or "Films") .. " of the port"))
    end
  end)

  it("is all of its line where one link of it leads away", function()
    local found = found_in("<div><h4><a href='/related'>Related articles</a> <a href='/boats'>and boats</a></h4>"
      .. list(SEALS, ROOF, FOG) .. "</div>")
    assert_has(found, "heading: Related articles and boats")
  end)

  it("stands above the lines by which one chooses what the list shows", function()
    local choices = "<div><div>3 days</div><div>1 week</div><div>1 month</div></div>"
    local found = found_in("<section><div><h2>Talk of the port</h2><a href='/all'>See all</a></div>" .. choices
      .. list(SEALS, ROOF, FOG) .. "</section>")
    assert_has(found, "heading: Talk of the port", "headline: " .. SEALS)
  end)

  it("is the first of such lines where none stands above", function()
    for _, names in ipairs { { "Popular", "Most read" }, { "Neueste", "Beliebteste" }, { "Populaires", "Les plus lus" },
      { "POPULARNE", "NAJNOWSZE" } } do
      local tabs = ("<div><div>%s</div><div>%s</div></div>"):format(names[1], names[2])
      assert_has(found_in("<aside>" .. tabs .. list(SEALS, ROOF, FOG) .. "</aside>"), "heading: " .. names[1])
    end
  end)

  it("stands above a line that says what the box is about", function()
    local blurb = "<p>All that we have written of late about boats, piers and the weather, by those who sail.</p>"
    local found = found_in("<section><h2>From the quay</h2>" .. blurb .. list(SEALS, ROOF, FOG) .. "</section>")
    assert_has(found, "heading: From the quay", "headline: " .. SEALS)
    found = found_in("<section><p>Hello.</p><h2>From the quay</h2>" .. blurb .. list(SEALS, ROOF, FOG)
      .. "</section>")
    assert.is_false(has(found, "heading: From the quay"))
  end)

  it("is not the way to all there is, however that is named, nor a form for comments", function()
    local way = "<div class=title><a href='/provinces'>Ver más</a></div>"
    local found = found_in("<section><h5 class=title>Provinces</h5>" .. way .. list(SEALS, ROOF, FOG) .. "</section>")
    assert_has(found, "heading: Provinces")
    for _, prompt in ipairs { "Add new comment", "Neuer Kommentar", "Nuevo comentario", "إضافة تعليق جديد" } do
      found = found_in("<section><h3>" .. prompt .. "</h3>" .. list(SEALS, ROOF, FOG) .. "</section>")
      assert.is_false(has(found, "heading: " .. prompt))
    end
  end)

  it("may stand in a box with the first item only where it says that it heads a list", function()
    local item = "<aside>%s<a href='/islands/boats-and-piers-%d'><h4>%s</h4></a></aside>"
    for _, words in ipairs { "Most read", "Suggested reads", "Das könnte Sie interessieren", "À lire également",
      "Notas relacionadas", "Mais vistas", "Altri articoli", "Ook interessant", "Przeczytaj także", "Выбор редакции",
      "Önerilen haberler", "Bài viết liên quan", "编辑推荐", "よく読まれている記事", "가장 많이 본 기사" } do
      local found = found_in("<div>" .. item:format("<h3>" .. words .. "</h3>", 48190, SEALS)
        .. item:format("", 48191, ROOF) .. item:format("", 48192, FOG) .. "</div>")
      assert_has(found, "heading: " .. words, "headline: " .. SEALS)
    end
  end)

  it("is no label in the link of an item", function()
    local item = link("<span class=prefix>Read also:</span><h3>" .. SEALS .. "</h3>")
    local found = found_in("<section class=related>" .. item .. "</section>")
    assert_has(found, "kicker: Read also:", "headline: " .. SEALS)
  end)
end)

describe("a list of stories", function()
  it("is not paid for because an advertisement ends above it", function()
    local found = found_in("<div><div class=banner><a href='//ads.example/why'>AdChoices</a></div>"
      .. list(SEALS, ROOF, FOG, WHALE) .. "</div>")
    assert_has(found, "headline: " .. SEALS)
  end)

  it("is not cut by ways to more between its rows, though they are named titles", function()
    local way = "<div class=title><a href='/provinces/%s'>Ver más</a></div>"
    local row = "<div><p>%s</p></div><div><p>%s</p></div>"
    local found = found_in("<section><h5 class=title>Provinces</h5><div>" .. row:format(link(SEALS), link(ROOF))
      .. way:format("north") .. row:format(link(FOG), link(WHALE)) .. "</div></section>")
    local count = 0
    for _, line in ipairs(found) do count = count + (line == "sidebar" and 1 or 0) end
    assert_has(found, "heading: Provinces", "headline: " .. WHALE)
    assert.equal(1, count)
  end)

  it("names the stories that were commented on, not who did", function()
    local item = "<li><a href='/islands/told-on-the-quay-4819%d#c1'><div class=author>%s commented on</div>%s</a>"
    local found = found_in("<section><h2>Recent comments</h2><ul>" .. item:format(0, "Ann of the Harbour",
      "Seals at the pier") .. item:format(1, "Ben from the Northern Isles", "Roof of the school") .. "</ul></section>")
    assert_has(found, "headline: Seals at the pier", "headline: Roof of the school")
  end)

  it("has no addresses of mail that are hidden from machines", function()
    local hidden = "<a href='/cdn-cgi/l/email-protection' class=title>Write to the editors of this paper</a>"
    assert.is_false(has(found_in("<div>" .. hidden .. "</div>"), "headline: Write to the editors of this paper"))
  end)

  it("has no programs to install, nor what sets a search engine to this paper", function()
    for _, address in ipairs { "https://apps.apple.com/app/harbour-news/id1234567890", "https://t.me/harbournews",
      "https://play.google.com/store/apps/details?id=example.harbour", "https://www.google.com/preferences/source?q=1",
      "https://news.google.com/publications/CAAqBwgKMKa0nQkw-4813" } do
      local found = found_in("<div class=teaser><h3 class=title><a href='" .. address .. "'>Stick to the news we tell"
        .. "</a></h3><p>It is what sailors have told us for years.</p></div>")
      assert.is_false(has(found, "headline: Stick to the news we tell"), address)
    end
  end)
end)
