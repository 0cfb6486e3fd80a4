-- The generic rule on what stands in a teaser: times, labels, and headlines beside their link.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"
local PIER = "<div><a href='/islands/pier-to-be-painted-red-48201'>Pier to be painted red</a></div>"
local SEALS = "<div><a href='/islands/seals-back-in-the-bay-48199'>Seals back in the bay</a></div>"

local function items(before, after)
  local list = "<section><h2>Latest</h2>%s<div>%s<p><a href='%s'>Whale seen off the pier</a></p>%s</div>%s</section>"
  local link = "/islands/whale-seen-off-the-pier-48207"
  return lines(page { main = list:format(PIER, before or "", link, after or "", SEALS) }, URL)
end

describe("a teaser", function()
  it("has a line for its time that says how long ago it was, and more", function()
    for _, time in ipairs { "16 hours ago on the Islands Blog", "vor 3 Stunden in der Rubrik Inseln am Meer",
      "hace 2 horas en la sección de las islas", "vor einem Tag", "hace una hora", "4m 2s" } do
      assert_has(items("", "<p>" .. time .. "</p>"), "published: " .. time)
    end
  end)

  it("has a time before its link in one line, whatever parts hour and minute", function()
    local item = "<div><time>%s</time> <a href='/islands/piece-482%d'>%s</a></div>"
    for _, time in ipairs { "08:02", "08.02", "8h02" } do
      local html = item:format(time, 11, "Whale seen off the pier") .. item:format(time, 12, "Seals back in the bay")
      assert_has(lines(page { main = "<section><h2>Latest</h2>" .. html .. "</section>" }, URL), "published: " .. time)
    end
  end)

  it("has its label before the link in a heading", function()
    local item = "<section class=one><h3>Harbour: <a href='/islands/%s-48207'>%s</a></h3><p>%s</p></section>"
    local html = page { main = "<div><h2>Latest</h2>" .. item:format("whale-seen", "Whale seen", "All stood there.")
      .. item:format("pier-red", "Pier to be painted red again", "It was blue.") .. "</div>" }
    assert_has(lines(html, URL), "kicker: Harbour:", "headline: Pier to be painted red again")
  end)

  it("has before its link a label, be there figures in it, or how long ago it was", function()
    local item = "<li><span>%s</span> <a href='/islands/piece-482%d'>%s</a>"
    local function labelled(words)
      local list = item:format(words, 11, "Whale seen off the pier") .. item:format(words, 12, "Seals back in the bay")
      return lines(page { main = "<section><h2>Latest</h2><ul>" .. list .. "</ul></section>" }, URL)
    end
    assert_has(labelled "Guards were paid 30 million coins", "kicker: Guards were paid 30 million coins")
    assert_has(labelled "10分前", "published: 10分前")
  end)

  it("has what is set in bold for its headline where loose text follows in its link", function()
    local function listed(bold, loose)
      local item = "<li><a href='/islands/piece-4820%d'><span><strong>%s</strong> %s</span></a>"
      return lines(page { main = "<section><h2>Latest</h2><ul>" .. item:format(1, "Seals are back in the bay", "")
        .. item:format(2, bold, loose) .. "</ul></section>" }, URL)
    end
    local list = listed("Whale seen off the old long pier", "All of the town stood there and looked on")
    assert_has(list, "headline: Whale seen off the old long pier", "dek: All of the town stood there and looked on")
    assert_has(listed("Whale in sight", "all of the town stood there"),
      "headline: Whale in sight all of the town stood there")
  end)

  it("has who wrote it in a link to the page of one who writes", function()
    local function by(href) return items("", "<p><a href='" .. href .. "'>Ann Lee</a></p>") end
    for _, href in ipairs { "/author/ann-lee", "/staff/ann-lee/", "https://harbour.example/autor/ann-lee" } do
      assert_has(by(href), "byline: Ann Lee")
    end
    assert.is_false(has(by "/islands/ann-lee", "byline: Ann Lee"))
  end)

  it("ends before a bar and the call behind it", function()
    local function listed(ending)
      local item = "<li><a href='/islands/piece-4820%d'>%s</a>"
      return lines(page { main = "<section><h2>Latest</h2><ul>" .. item:format(1, "Whale seen off the pier" .. ending)
        .. item:format(2, "Seals are back in the bay" .. ending) .. "</ul></section>" }, URL)
    end
    assert_has(listed " | mehr", "headline: Whale seen off the pier")
    assert_has(listed "&nbsp;| Read more", "headline: Whale seen off the pier")
    assert_has(listed " | See the whale of the north", "headline: Whale seen off the pier | See the whale of the north")
  end)

  it("is what is shown of it where the same and a word more stand before that for screen readers", function()
    local item = "<li><a href='/islands/piece-4820%d'><p><span class=visually-hidden>%s. Video</span>"
      .. "<span aria-hidden=true>%s</span></p></a>"
    local whale, seals = "Whale seen off the pier", "Seals back in the bay"
    local list = lines(page { main = "<section><h2>Latest</h2><ul>" .. item:format(1, whale, whale)
      .. item:format(2, seals, seals) .. "</ul></section>" }, URL)
    assert_has(list, "headline: " .. whale, "headline: " .. seals)
    assert.is_false(has(list, "kicker: " .. whale .. ". Video"))
  end)

  it("has a label and a time in a line where a mark parts them", function()
    for _, mark in ipairs { " / ", "&nbsp;/&nbsp;", " | ", " · " } do
      assert_has(items("<p>Harbours" .. mark .. "5 hours ago</p>", ""), "kicker: Harbours", "published: 5 hours ago")
    end
    assert_has(items("<p>Monday | 6 May 2024</p>", ""), "published: Monday | 6 May 2024")
    assert.is_false(has(items("<p>Harbours / News of 6 May 2024</p>", ""), "kicker: Harbours"))
  end)

  it("has the first of two elements in its link for headline where the second is a sentence", function()
    local function listed(second)
      local item = "<li><a href='/islands/piece-4820%d'><span><span>%s</span> <span class=x1>%s</span></span></a>"
      return lines(page { main = "<section><h2>Latest</h2><ul>" .. item:format(1, "Seals are back in the bay", second)
        .. item:format(2, "Whale seen off the old long pier", second) .. "</ul></section>" }, URL)
    end
    local told = "All of the town stood on the pier and looked on."
    assert_has(listed(told), "headline: Whale seen off the old long pier", "dek: " .. told)
    assert.is_false(has(listed "of all of the town that stood there and looked",
      "headline: Whale seen off the old long pier"))
  end)

  it("keeps the date that stands in its link", function()
    local card = "<div><a href='/p/%s'><div><p class=date>Published on %d May 2024</p><h3>%s</h3></div></a></div>"
    local html = page { body = "<div>" .. card:format("B3GE", 4, "Pier to be painted red this May")
      .. card:format("B4GE", 5, "Whale seen off the old long pier") .. "</div>" }
      :gsub("<time.-</time>", "")
    local list = lines(html, URL)
    assert_has(list, "teaser -> /p/B3GE", "teaser -> /p/B4GE", "published: Published on 4 May 2024")
    for at, line in ipairs(list) do
      if line:find "headline: Pier to" then assert.matches("^    published: Published on 4", list[at - 1]) end
    end
  end)

  it("says for whom it is", function()
    for _, label in ipairs { "Réservé aux abonnés", "Subscribers only", "Nur für Abonnenten" } do
      assert_has(items("", "<p>" .. label .. "</p>"), "detail: " .. label)
    end
  end)

  it("has no menu of topics for kickers", function()
    local labels = "<p>Boats</p><p>Whales</p>"
    assert_has(items(labels), "kicker: Boats", "kicker: Whales")
    local list = items(labels .. "<p>Winds</p><p>Fish</p>")
    assert_has(list, "headline: Whale seen off the pier")
    assert.is_false(has(list, "kicker: Boats") or has(list, "kicker: Fish"))
  end)

  it("has the heading above it that is of lower rank, be it above many links", function()
    local rate = ("<li><a href='#rate'>Rate it</a></li>"):rep(4)
    local item = "<div class=item><div><h5>Concerts</h5><ul>%s</ul></div>"
      .. "<h4><a href='/islands/piece-%d'>%s</a></h4></div>"
    local list = lines(page { main = "<section><h2>Tonight</h2>" .. item:format(rate, 48171, "Songs of the old boats")
      .. item:format(rate, 48172, "The choir of the northern pier") .. "</section>" }, URL)
    assert_has(list, "heading: Tonight", "kicker: Concerts", "headline: Songs of the old boats")
  end)

  it("may have its link in the line below the headline", function()
    local card = "<div class=box><h3>Three whales came back</h3><p>They had been away.</p>"
      .. "<p><a href='%s'>Read on</a></p></div>"
    local html = page { main = card:format "/islands/three-whales-came-back-48195" }
    local list = lines(html, URL)
    assert_has(list, "teaser -> /islands/three-whales-came-back-48195", "headline: Three whales came back")
    list = lines(page { main = card:format "/whales" }, URL)
    assert.is_false(has(list, "headline: Three whales came back"))
  end)

  it("has who wrote it in a line named for the day, if that says so and has no figures", function()
    assert_has(items("", "<p class=publish-date>By Ann Rowe</p>"), "byline: By Ann Rowe")
    assert_has(items("", "<p class=publish-date>8 March</p>"), "published: 8 March")
  end)

  it("has who wrote it and when in a line that says no more", function()
    for _, line in ipairs { "Ann Rowe in the harbour, 8 March, 17:46", "By Ann Rowe of the Harbour 2 days ago" } do
      assert_has(items("", "<p>" .. line .. "</p>"), "byline: " .. line)
    end
    local dek = "The whale that the whole town had been waiting for came on 8 March"
    assert_has(items("", "<p>" .. dek .. "</p>"), "dek: " .. dek)
  end)

  it("has the most of its link for headline where source and date stand in it too", function()
    local link = "<a href='/islands/whale-seen-off-the-pier-48207'><b class=tx>Whale seen off the pier by all</b> "
      .. "<b class=source>The Gull</b> <b class=date>8 March 2024</b></a>"
    local html = page { main = "<section><h2>Latest</h2><div>" .. PIER .. link .. SEALS .. "</div></section>" }
    assert_has(lines(html, URL), "headline: Whale seen off the pier by all", "detail: The Gull",
      "published: 8 March 2024")
  end)

  it("below a heading in a footer has what stands beside that", function()
    local item = "<article><a href='/islands/%s-48207'><h3>%s</h3><p>8 March 2024</p>"
      .. "<p>It was seen by all who stood there.</p></a></article>"
    local foot = "<footer><div><h2>Latest</h2>" .. item:format("whale-seen", "Whale seen off the long old pier")
      .. item:format("pier-red", "Long old pier to be painted red") .. "</div></footer>"
    assert_has(lines(page { main = foot }, URL), "headline: Whale seen off the long old pier",
      "published: 8 March 2024", "dek: It was seen by all who stood there.")
  end)

  it("of a site's menu has what stands beside it, where it is set as a title", function()
    local item = "<li><a href='/islands/%s-48207'><p>Animals</p><p class='%s'>%s</p><p>Ann Rowe</p></a></li>"
    local function found(name)
      return lines(page { main = "<nav><ul>" .. item:format("whale-seen", name, "Whale seen off the long old pier")
        .. item:format("pier-red", name, "Long old pier to be painted red") .. "</ul></nav>" }, URL)
    end
    assert_has(found "title", "headline: Whale seen off the long old pier", "kicker: Animals")
    assert.is_false(has(found "line", "kicker: Animals"))
  end)

  it("below a heading in a footer may be short where its link is a story's", function()
    local item = "<div class=one><h3><a href='%s'>%s</a></h3><a href='/by/ann'>Ann Rowe</a></div>"
    local foot = "<footer><div><h2>Latest</h2>" .. item:format("/islands/whale-seen-48207", "Whale seen off pier")
      .. item:format("/islands/pier-red-48201", "Long old pier to be painted red in May") .. "</div></footer>"
    assert_has(lines(page { main = foot }, URL), "headline: Whale seen off pier", "heading: Latest")
    foot = foot:gsub("/islands/whale%-seen%-48207", "/whales")
    assert.is_false(has(lines(page { main = foot }, URL), "headline: Whale seen off pier"))
  end)

  it("may be the piece before or after this one, under no heading", function()
    local one = "<div class='%s'><span>%s</span><a href='/islands/%s-48207'>%s</a></div>"
    local html = page { main = "<div><h2>Boats</h2><p>Share</p><div class='post-nav'>"
      .. one:format("prev", "Previous article", "whale-seen", "Whale seen off pier")
      .. one:format("next", "Next article", "pier-red", "Pier to be painted red") .. "</div></div>" }
    local list = lines(html, URL)
    assert_has(list, "kicker: Previous article", "headline: Whale seen off pier", "kicker: Next article")
    assert.is_false(has(list, "heading: Boats"))
    html = page { main = "<p class='next'><a href='/islands/page/two-48207'>Next page</a></p>" }
    assert.is_false(has(lines(html, URL), "headline: Next page"))
  end)

  it("has the line that says it is the next one", function()
    local one = "<div class='one'><h5 class='%s'>%s</h5><p><a href='/islands/%s-48207'>%s</a></p></div>"
    local html = page { main = "<div>" .. one:format("prev", "Vorheriger Beitrag", "whale-seen", "Whale seen off pier")
      .. one:format("next", "Nächster Beitrag", "pier-red", "Pier to be painted red") .. "</div>" }
    assert_has(lines(html, URL), "kicker: Vorheriger Beitrag", "kicker: Nächster Beitrag")
  end)

  it("may have two links of one shape, where the box around them is repeated", function()
    local item = "<div class=one><button>12 min</button><div><a href='/islands/%s-48207'><div>%s</div></a>"
      .. "<a href='/shows/isles'><div>Isles</div></a></div><div>%d</div></div>"
    local html = page { main = "<section><h3>Most heard</h3>" .. item:format("whale-seen", "Whale seen off the pier", 1)
      .. item:format("pier-red", "Pier to be painted red", 2) .. item:format("seals", "Seals back in the bay", 3)
      .. "</section>" }
    local list, boxes = lines(html, URL), 0
    assert_has(list, "heading: Most heard", "detail: Isles", "headline: Seals back in the bay")
    for _, line in ipairs(list) do boxes = boxes + (line == "sidebar" and 1 or 0) end
    assert.equal(1, boxes)
  end)

  it("has no line that says its headline again to call the reader", function()
    local item = "<div class=one><h3><a href='/islands/%s'>%s</a></h3><p><a href='/islands/%s'>%s</a></p></div>"
    for _, call in ipairs { "Continue reading %s", "Weiterlesen über „%s“", "Lesen Sie diesen Artikel: %s weiter" } do
      local function one(at, line) return item:format(at, line, at, call:format(line)) end
      local found = lines(page { main = "<section><h2>Latest</h2>" .. one("whale-48207", "Whale seen off the pier")
        .. one("seals-48199", "Seals back in the bay") .. "</section>" }, URL)
      assert_has(found, "headline: Whale seen off the pier", "text: " .. call:format("Whale seen off the pier"))
    end
  end)

  it("has a label without the name of the icon before it", function()
    assert_has(items("<p><span class=icon>radio_button</span> <b>Whales</b></p>"), "kicker: Whales",
      "text: radio_button")
    assert_has(items("<p><span class=spot>On the</span> <b>pier</b></p>"), "kicker: On the pier")
  end)

  it("is no link for that it says where it opens", function()
    for _, says in ipairs { "(opens in a new tab)", "(öffnet in einem neuen Fenster)", "(nouvelle fenêtre)" } do
      local link = "<div><a href='/islands/sea-media-library-48190'>The sea to hear " .. says .. "</a></div>"
      local found = lines(page { main = "<section><h2>Latest</h2>" .. PIER .. link .. SEALS .. "</section>" }, URL)
      assert_has(found, "headline: Pier to be painted red")
      assert.is_false(has(found, "headline: The sea to hear " .. says))
    end
  end)

  it("alone has what leads over to it for its label", function()
    for _, lead in ipairs { "Read also:", "Lue myös:", "Lesen Sie auch:" } do
      local found = lines(page { body = "<p>" .. lead .. "</p><div><a href='/islands/whale-seen-off-the-pier-48207'>"
        .. "Whale seen off the pier by many</a></div><p>The boats will stay in port until the wind is down.</p>" }, URL)
      assert_has(found, "kicker: " .. lead, "headline: Whale seen off the pier by many")
    end
  end)

  it("has a label above its headline as long as one, but no sentence", function()
    local card = "<li><a href='/islands/piece-48207'><div>%s</div><h3>Whale seen off the long old pier</h3></a></li>"
    local function above(line)
      local list = "<section><h2>Latest</h2><ul>" .. card:format(line) .. PIER .. "</ul></section>"
      return lines(page { main = list }, URL)
    end
    assert_has(above "The great count of animals of our bay", "kicker: The great count of animals of our bay")
    assert_has(above "All of us stood there and looked on.", "dek: All of us stood there and looked on.")
  end)

  it("has a line of links for its author and its comments, which is no headline of its own", function()
    local bar = "<div class=bar><a href='/c/user/48000'>%s</a> <a href='/islands/whale-48207#comments'>%s</a></div>"
    for _, count in ipairs { "12 comments", "3 Kommentare", "5 commentaires", "5评论", "12 yorum" } do
      local whose = "The old friends of the sea and of the boats ⋅"
      local list = items("", bar:format(whose, count))
      assert_has(list, "headline: Whale seen off the pier", "detail: " .. whose .. " " .. count)
    end
  end)

  it("has a line for who wrote it that begins with the day", function()
    for _, line in ipairs { "2024-05-06 17:27:46 Ann Marie Lee", "6 May 2024 Ann Marie Lee, Port Elver" } do
      assert_has(items("", "<p>" .. line .. "</p>"), "byline: " .. line)
    end
  end)
end)
