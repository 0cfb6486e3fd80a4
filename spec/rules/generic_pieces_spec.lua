-- The generic rule on elements that share a block with a teaser's headline: labels, ranks and times.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"

local function teasers(...)
  local item, list = "<li><a href='/islands/two-seals-rescued-%d'><h3>%s</h3></a></li>", {}
  for at, inner in ipairs { ... } do list[at] = item:format(48190 + at, inner) end
  return lines(page { main = "<section><h2>Latest</h2><ul>" .. table.concat(list) .. "</ul></section>" }, URL)
end

local OTHER = "Whale seen off the old long pier"

describe("an element before a teaser's headline in its block", function()
  it("is a rank or a counter", function()
    local list = teasers("<span>1</span><span>Two seals are home again</span>", "<b>2: </b>" .. OTHER)
    assert_has(list, "detail: 1", "headline: Two seals are home again", "detail: 2:", "headline: " .. OTHER)
  end)

  it("is a rank before one word in a script that parts none", function()
    local list = teasers("<span class=x>1</span><b>海豹今早回到港口</b>", "<i>2</i><b>Boats</b>")
    assert_has(list, "detail: 1", "headline: 海豹今早回到港口")
    assert.is_false(has(list, "detail: 2"))
  end)

  it("is a rank where it is loose text before the link", function()
    local item = "<li>%s <a href='/islands/piece-%d'>%s</a></li>"
    for _, rank in ipairs { "1.", "1、", "#1", "01", "1)", "(1)" } do
      local list = lines(page { main = "<section><h2>Latest</h2><ul>"
        .. item:format(rank, 48171, "Two seals that were lost are home again since Sunday")
        .. item:format("The islands in review:", 48172, OTHER) .. "</ul></section>" }, URL)
      assert_has(list, "detail: " .. rank, "headline: Two seals that were lost are home again since Sunday",
        "kicker: The islands in review:")
    end
  end)

  it("is a time", function()
    local list = teasers("<time>6 May 2024</time> Two seals are home again",
      "<em>6m ago</em><span>" .. OTHER .. "</span>", "<small>11:31</small> School lost its roof in the storm")
    assert_has(list, "published: 6 May 2024", "headline: Two seals are home again", "published: 6m ago",
      "headline: " .. OTHER, "published: 11:31", "headline: School lost its roof in the storm")
  end)

  it("is cut off before a link that has white space in it at its ends", function()
    local item = "<li><span>%s</span><a href='/islands/piece-%d'> %s\n</a></li>"
    local list = lines(page { main = "<section><h2>Latest</h2><ul>" .. item:format("11:31", 48171, OTHER)
      .. item:format("10:02", 48172, "Two seals are home again") .. "</ul></section>" }, URL)
    assert_has(list, "published: 11:31", "headline: " .. OTHER, "published: 10:02",
      "headline: Two seals are home again")
  end)

  it("is a label where a mark parts it from the headline", function()
    local list = teasers("<strong>In the nets</strong><span class=x>:</span> Two seals are home again",
      "<span class=featured>From the archive:</span> " .. OTHER,
      "<b>LEE MÁS | </b><span>Storm took the school's roof</span>")
    assert_has(list, "kicker: In the nets:", "headline: Two seals are home again", "kicker: From the archive:",
      "headline: " .. OTHER, "kicker: LEE MÁS |", "headline: Storm took the school's roof")
  end)

  it("is a label where it says what the piece is or for whom", function()
    for _, label in ipairs { "Video", "Vidéo", "Premium", "Abo", "Live", "Opinión", "Fotostrecke", "En vivo" } do
      local list = teasers("<i class=a1>" .. label .. "</i> Two seals are home again", OTHER)
      assert_has(list, "kicker: " .. label, "headline: Two seals are home again")
    end
  end)

  it("is a label where only its element parts it from a line that begins as one", function()
    local list = teasers("<strong>Air traffic</strong>Two seals are home again",
      "<i>Old</i>Whale seen off the pier")
    assert_has(list, "kicker: Air traffic", "headline: Two seals are home again",
      "headline: OldWhale seen off the pier")
  end)

  it("is a label where the link calls itself by what follows", function()
    local link = "<li><a href='/islands/two-seals-rescued-%d' %s><span class=sub-heading>Coast &amp; Islands</span> "
      .. "<span>%s</span></a></li>"
    local list = lines(page { main = "<section><h2>Latest</h2><ul>"
      .. link:format(1, "title='Two seals are home again'", "Two seals are  home again")
      .. link:format(2, "aria-label='" .. OTHER .. "'", OTHER)
      .. link:format(3, "title='Coast &amp; Islands: the roof'", "Storm took the roof") .. "</ul></section>" }, URL)
    assert_has(list, "kicker: Coast & Islands", "headline: Two seals are home again", "headline: " .. OTHER)
    assert.is_false(has(list, "headline: Storm took the roof"))
  end)

  it("is a label where it is in brackets, or the link calls itself by both, the label in brackets", function()
    local link = "<li><a href='/islands/two-seals-rescued-%d' title='[Our coast] %s'><em class=x>Our coast</em> %s"
      .. "</a></li>"
    local list = lines(page { main = "<section><h2>Latest</h2><ul>" .. link:format(1, OTHER, OTHER)
      .. "<li><a href='/islands/piece-2'><span class=y>【Coast】</span> Two seals are home again</a></li>"
      .. "</ul></section>" }, URL)
    assert_has(list, "kicker: Our coast", "headline: " .. OTHER, "kicker: 【Coast】",
      "headline: Two seals are home again")
  end)

  it("is a label inside the element that the headline stands in before counters", function()
    local list = teasers("<strong class=x><em class=y>Coast</em>Two seals are home again</strong> "
      .. "<i class=count>17</i>", OTHER)
    assert_has(list, "kicker: Coast", "headline: Two seals are home again", "detail: 17")
  end)

  it("may hold several labels", function()
    local list = teasers("<span class=title-header><span class=p>Abo</span><span class=q>In the nets</span></span>"
      .. "<span class=title>Two seals are home again</span>", OTHER)
    assert_has(list, "kicker: Abo", "kicker: In the nets", "headline: Two seals are home again")
  end)

  it("is a part of the headline where it is named as what follows one", function()
    local list = teasers("<em class=com-lead>“We had all hope.” </em>Two seals are home again",
      "<span class=subtitle>The great whale</span> Seen off the long pier")
    assert_has(list, "headline: “We had all hope.” Two seals are home again",
      "headline: The great whale Seen off the long pier")
  end)

  it("is a part of the headline otherwise", function()
    local list = teasers("<i>Two</i> seals are home again", "<span class=a1>Whale</span> seen off the old pier",
      "“<b>We saw it</b> from the pier”", "<i>Old Boats</i>: a film about the harbour")
    assert_has(list, "headline: Two seals are home again", "headline: Whale seen off the old pier",
      "headline: “We saw it from the pier”", "headline: Old Boats: a film about the harbour")
  end)
end)

describe("an element behind a teaser's headline in its block", function()
  it("is a counter, a time or a source, with its marks", function()
    local list = teasers("Two seals are home again<span>176</span>", OTHER .. " <small>(2)</small>",
      "School lost its roof in the storm <span>|</span> <b>video</b>",
      "Boats are late again <i class=source>The Gull</i>", "The gulls have left the quay<b class=x>Watch 01:12</b>",
      "Fog over the whole of the bay<b class=x>[members]</b>")
    assert_has(list, "headline: The gulls have left the quay", "detail: Watch 01:12", "detail: [members]",
      "headline: Two seals are home again", "detail: 176", "headline: " .. OTHER, "detail: (2)",
      "headline: School lost its roof in the storm", "detail: | video", "headline: Boats are late again",
      "detail: The Gull")
  end)

  it("is a part of the headline otherwise", function()
    local list = teasers("Two seals are <b>home again</b>", "Whale seen off pier<sup>2</sup>")
    assert_has(list, "headline: Two seals are home again", "headline: Whale seen off pier2")
    assert.is_false(has(list, "detail: 2"))
  end)
end)

describe("what a teaser's headline ends with in brackets", function()
  it("is a counter of comments, in several languages", function()
    for _, count in ipairs { "(12 comments)", "(669 Kommentare)", "(3 commentaires)", "(5 评论)", "(40 reacties)" } do
      assert_has(teasers("Two seals are home again " .. count, OTHER), "headline: Two seals are home again",
        "detail: " .. count)
    end
    assert_has(teasers("Two seals are home again (3 pictures)", OTHER),
      "headline: Two seals are home again (3 pictures)")
  end)
end)

describe("a copy of the headline of a link around all of an item", function()
  it("has its label before it", function()
    local item = "<article><a href='/islands/piece-%d'>%s</a><div><header><p><b>%s</b> "
      .. "<span>%s</span></p></header></div><p>It was seen by all who stood there.</p></article>"
    local function list(label, copy)
      return lines(page { main = "<section><h2>Latest</h2>" .. item:format(48207, OTHER, label, copy)
        .. item:format(48201, "Pier to be painted red", "Harbour", "Pier to be painted red") .. "</section>" }, URL)
    end
    local label = "The great count of animals of our bay"
    assert_has(list(label, OTHER), "headline: " .. OTHER, "kicker: " .. label, "kicker: Harbour")
    assert.is_false(has(list(label, "A whale was seen off the pier"), "kicker: " .. label))
  end)
end)

describe("text behind a headline in a script without spaces", function()
  it("is its dek where it is long, else a detail", function()
    local function found(text)
      local item = "<li><a href='/islands/piece-%d'>%s</a> %s</li>"
      return lines(page { main = "<h3>最新</h3><ul>" .. item:format(48171, "海豹在码头渔网中获救后回到大海", text)
        .. item:format(48172, "学校屋顶在夜间暴风雨中被吹走了", text) .. "</ul>" }, URL)
    end
    local dek = "渔民们在清晨发现了被困的海豹并通知了动物园"
    assert_has(found(dek), "dek: " .. dek)
    assert_has(found("渔港日报"), "detail: 渔港日报")
  end)
end)

describe("several links in one block", function()
  local function links(...)
    local list = {}
    for at, inner in ipairs { ... } do list[at] = ("<a href='/islands/piece-%d'>%s</a>"):format(48170 + at, inner) end
    return lines(page { main = "<section><h2>Latest</h2><p>" .. table.concat(list, "") .. "</p></section>" }, URL)
  end

  it("have what stands before their headlines cut off, the first and the last too", function()
    local rank = " <!-- one --> <span class=number>%d</span> <span class=title>%s</span> "
    local found = links(rank:format(1, OTHER), rank:format(2, "Two seals are home again"),
      rank:format(3, "School loses its roof in the night"))
    assert_has(found, "detail: 1", "headline: " .. OTHER, "detail: 2", "headline: Two seals are home again",
      "detail: 3", "headline: School loses its roof in the night")
  end)

  it("are as many teasers as they are, however many words they have together, words of law or no spaces", function()
    local tail = " and what the mayor had to say of it in the evening of this very long day at sea"
    local found = links(OTHER .. tail, "Two seals are home again" .. tail, "Sign up, all rights reserved" .. tail,
      "School loses its roof in the night" .. tail)
    assert_has(found, "heading: Latest", "headline: " .. OTHER .. tail, "headline: Two seals are home again" .. tail)
    local wide = { "海豹在码头渔网中获救后回到大海", "学校屋顶在夜间暴风雨中被吹走了", "渡轮因大风停航乘客在学校过夜" }
    assert_has(links(wide[1], wide[2], wide[3]), "headline: " .. wide[1], "headline: " .. wide[2],
      "headline: " .. wide[3])
  end)

  it("may be short where the line points to other pieces and all of them lead to stories", function()
    local link = "<a href='/islands/%s'>%s</a>"
    local function list(lead, path)
      local one, two, three = link:format(path .. "48171", "The seals"), link:format(path .. "48172", "Whale seen"),
        link:format(path .. "48173", "Red again")
      return lines(page { main = "<div class=fbox><p><span>" .. lead .. "</span> " .. one .. " | " .. two .. " | "
        .. three .. "</p></div>" }, URL)
    end
    for _, lead in ipairs { "See also:", "Read more:", "Lesen Sie auch:", "Voir aussi :", "Te puede interesar:",
      "Вижте още:", "Читайте также:", "Zobacz też:", "Čtěte také:", "相关阅读：" } do
      assert_has(list(lead, "piece-"), "headline: The seals", "headline: Whale seen", "headline: Red again")
    end
    for _, other in ipairs { list("See also:", "seals#"), list("All of it:", "piece-") } do
      assert.is_false(has(other, "headline: The seals"))
    end
  end)

  it("are one teaser where one is named as its headline, label and byline links of their own", function()
    local item = "<li><div class=info><a href='/reviews' class=type>Review</a> "
      .. "<a href='/islands/piece-%d' class=%s>%s</a> <a href='/islands/piece-%d' class=byline>Ann Lee</a></div></li>"
    local function list(name)
      return lines(page { main = "<section><h2>Latest</h2><ul>"
        .. item:format(48171, name, "Seals are home again", 48171)
        .. item:format(48172, name, "Whale seen off the pier", 48172) .. "</ul></section>" }, URL)
    end
    for _, name in ipairs { "title", "card-headline", "entry-title" } do
      assert_has(list(name), "kicker: Review", "headline: Seals are home again", "detail: Ann Lee",
        "headline: Whale seen off the pier")
    end
    assert.is_false(has(list "inner", "headline: Seals are home again"))
  end)
end)

describe("words beside a link without marks", function()
  local function list(...)
    local items = {}
    for at, inner in ipairs { ... } do
      items[at] = "<li>" .. inner:gsub("<a>", "<a href='/islands/piece-" .. 48170 + at .. "'>") .. "</li>"
    end
    return lines(page { main = "<section><h2>Latest</h2><ul>" .. table.concat(items) .. "</ul></section>" }, URL)
  end

  it("are of the headline's sentence", function()
    for _, one in ipairs { "The struggle to save the <a>Seals of the Northern Pier</a>",
      "<a>The seals and the whale of the bay</a> have one thing in common",
      "Is <a>Swimming Beyond the Old Pier</a> Bad for You?",
      "<span>What became of </span><a>the old boats of the bay</a>" } do
      assert_has(list(one, "<a>" .. OTHER .. "</a>"), "headline: " .. one:gsub("<.->", ""), "headline: " .. OTHER)
    end
  end)

  it("are none of it where they are a label, a day, a name or a sentence of their own", function()
    local seals = "Two seals are home again"
    assert_has(list("Video <a>" .. seals .. "</a>", "<a>" .. OTHER .. "</a> by Ann Lee",
      "<i class=x>The pier of today</i> <a>Boats are late again now</a>",
      "<a>School lost its roof in the storm</a> It flew as far as the pier that night."),
      "headline: " .. seals, "headline: " .. OTHER, "headline: Boats are late again now",
      "headline: School lost its roof in the storm", "dek: It flew as far as the pier that night.")
  end)
end)

describe("a dek", function()
  it("ends before the call to read more", function()
    local item = "<li><h3><a href='/islands/piece-%d'>%s</a></h3><p>It was seen by all who stood there. "
      .. "<a href='/islands/piece-%d'>%s</a></p></li>"
    local list = lines(page { main = "<section><h2>Latest</h2><ul>" .. item:format(1, OTHER, 1, "Read more »")
      .. item:format(2, "Two seals are home again", 2, "Weiterlesen") .. "</ul></section>" }, URL)
    local count = 0
    for _, line in ipairs(list) do
      if line:match "^%s*(.-)$" == "dek: It was seen by all who stood there." then count = count + 1 end
    end
    assert.equal(2, count)
  end)
end)
