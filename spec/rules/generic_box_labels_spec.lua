-- The generic rule on lines that head lists or do not: in buttons, in tables, links, and what only looks like one.
local generic = require "spec.rules.generic_page"
local assert_has, has = generic.assert_has, generic.has
local found_in, link, list = generic.found_below, generic.link, generic.list
local HEADLINES = generic.HEADLINES
local SEALS, ROOF, FOG, WHALE = HEADLINES.SEALS, HEADLINES.ROOF, HEADLINES.FOG, HEADLINES.WHALE

local function headed(above)
  return found_in("<section>" .. above .. list(SEALS, ROOF, FOG) .. "</section>")
end

describe("a line that heads a list", function()
  it("may be a button that chooses it by words that head some", function()
    for _, words in ipairs { "Most read", "Lo más leído", "가장 많이 본 기사" } do
      assert_has(headed("<div><button role=tab><p>" .. words .. "</p></button></div>"), "heading: " .. words)
    end
    assert.is_false(has(headed("<div><button>Play the tune</button></div>"), "heading: Play the tune"))
  end)

  it("may be a link that ends with a letter as with an arrow", function()
    for _, words in ipairs { "Новости", "Сигнал", "Толк" } do
      local html = "<section><div>12</div><div><a href='/all'>%s</a></div>" .. list(SEALS, ROOF, FOG) .. "</section>"
      assert_has(found_in(html:format(words)), "heading: " .. words)
      assert.is_false(has(found_in(html:format(words .. " →")), "heading: " .. words .. " →"))
    end
  end)

  it("is found above lines that are not shown", function()
    local unseen = ""
    for number = 1, 5 do unseen = unseen .. "<p hidden>List of links, part " .. number .. "</p>" end
    assert_has(headed("<h2>Talk of the port</h2>" .. unseen), "heading: Talk of the port")
  end)

  it("is not the name of a column", function()
    local html = "<section><h2>Talk of the port</h2><table><tr><th>Letters</th><th>Title</th></tr><tr><td>12</td><td>"
      .. link(SEALS) .. "</td></tr><tr><td>9</td><td>" .. link(ROOF) .. "</td></tr></table></section>"
    assert_has(found_in(html), "heading: Talk of the port")
  end)

  it("is no word for advertisements, name of an icon or reporter", function()
    for _, line in ipairs { "hirdetés", "广告", "Oglas", "arrow_forward", "홍길동 기자" } do
      assert.is_false(has(headed("<p>" .. line .. "</p>"), "heading: " .. line))
    end
    for _, line in ipairs { "arrow_forward", "홍길동 기자", "New | Old" } do
      assert_has(headed("<p>Talk of the port</p><p>" .. line .. "</p>"), "heading: Talk of the port")
    end
  end)

  it("is not the way back or on, of newsletters or of comments", function()
    for _, line in ipairs { "Previous", "Siguiente »", "次へ", "Kommentare", "12 comments", "News sent to your inbox" } do
      local found = headed("<div><b>Talk of the port</b></div><div><a href='#'>" .. line .. "</a></div>")
      assert_has(found, "heading: Talk of the port")
      assert.is_false(has(found, "heading: " .. line))
    end
  end)

  it("is not what one works the page by", function()
    for _, line in ipairs { "Buscar", "Schließen", "Menü", "Log in", "Imprimer", "Facebook", "Закрыть", "Home",
      "Copy link", "登录", "1.2K views", "193 claps", "13 responses", "12 °C at the harbour", "Reklama" } do
      assert.is_false(has(headed("<p>" .. line .. "</p>"), "heading: " .. line), line)
    end
    for _, line in ipairs { "Главная тема дня", "댓글이 많은 뉴스", "检索 热榜", "评论排行" } do
      assert_has(headed("<p>" .. line .. "</p>"), "heading: " .. line)
    end
  end)

  it("may be named a kicker that opens the box of several items, or be a button that is all of a heading", function()
    local html = "<aside><div><a href='/sea/' class=cat>At sea</a><div><h3>" .. link(SEALS) .. "</h3></div><div><h3>"
      .. link(ROOF) .. "</h3></div></div></aside>"
    assert_has(found_in(html), "heading: At sea", "headline: " .. SEALS)
    assert_has(headed("<h3><button>Talk of the port</button></h3>"), "heading: Talk of the port")
  end)

  it("is bold right above the items, among the paragraphs of a story", function()
    local item, text = "<p>%s</p>", ("<p>The wind blew from the north all day, and nobody went out.</p>"):rep(6)
    local found = found_in(text .. "<p><strong>The quay today</strong></p>" .. item:format(link(SEALS))
      .. item:format(link(ROOF)) .. item:format(link(FOG)) .. text)
    assert_has(found, "heading: The quay today", "headline: " .. SEALS)
  end)

  it("ends before a link with an arrow, and may head all cells of a table", function()
    assert_has(headed("<h4>Talk of the port <a href='/what'>What it is »</a></h4>"), "heading: Talk of the port")
    assert_has(found_in("<table><tr><th colspan=2>Talk of the port</th></tr><tr><td>1</td><td>" .. link(SEALS)
      .. "</td></tr><tr><td>2</td><td>" .. link(ROOF) .. "</td></tr></table>"), "heading: Talk of the port")
  end)

  it("may be a link that says that it heads stories", function()
    local first = "<div><p><a href='/best-00ab5bd0011'>Pictures</a></p>" .. list(SEALS, ROOF) .. "</div>"
    local second = "<div><p><a href='/best-11cd5ae2022'>Latest news</a></p>" .. list(FOG, WHALE) .. "</div>"
    assert_has(found_in("<aside>" .. first .. second .. "</aside>"), "heading: Latest news", "headline: " .. FOG)
  end)
end)

describe("a label right above a list", function()
  it("heads it in a box that is named a head, however large the box of both is", function()
    local rest = ("<div>The tide will turn in the night, and the boats will lie dry.</div>"):rep(30)
    for name, heads in pairs { ["feed-header"] = true, ["feed-row"] = false } do
      local found = found_in("<div><div class=" .. name .. ">The feed</div><div>" .. list(SEALS, ROOF, FOG) .. "</div>"
        .. rest .. "</div>")
      assert_has(found, "headline: " .. SEALS)
      assert.equal(heads, has(found, "heading: The feed"))
    end
  end)

  it("heads it in a box that is named for sponsors and for what they recommend", function()
    local head = "<div class=sponsor-recommend><div class=board-title>Te puede interesar</div></div>"
    assert_has(headed(head), "heading: Te puede interesar", "headline: " .. SEALS)
  end)
end)

describe("no heading of a list", function()
  it("is how long ago something was, and of what section that is", function()
    for _, line in ipairs { "Há 5 horas Ilhas", "3 hours ago Isles", "vor 2 Stunden Inseln" } do
      assert.is_false(has(headed("<p>" .. line .. "</p>"), "heading: " .. line), line)
    end
  end)

  it("bids one share or subscribe, though it leads over to what is below", function()
    for _, line in ipairs { "分享到：", "Teilen:", "연재기사 구독하기", "Подписка на журнал", "Assine o jornal" } do
      assert.is_false(has(headed("<h3>" .. line .. "</h3>"), "heading: " .. line), line)
    end
  end)

  it("is that of an advertisement's empty slot", function()
    local slot = "<div class=ad_box><h3>Recommended for you</h3><ul><li><iframe src='/x'></iframe></li></ul></div>"
    assert.is_false(has(headed(slot), "heading: Recommended for you"))
  end)

  it("is that of a banner between two items, which says that it is one", function()
    local items = "<div class=w><div class=c>" .. link(SEALS) .. "</div><div class=c>" .. link(ROOF) .. "</div></div>"
    for _, line in ipairs { "广告", "Publicidad" } do
      local slot = "<div class=ad-text><div class=banner><div class=ad-title>" .. line .. "</div></div></div>"
      local found, count = found_in("<aside><h2>Talk of the port</h2><div>" .. items .. slot
        .. items:gsub(SEALS, FOG):gsub(ROOF, WHALE) .. "</div></aside>"), 0
      for _, said in ipairs(found) do count = count + (said == "sidebar" and 1 or 0) end
      assert.equal(1, count, line)
    end
  end)

  it("is an item of few words, though it is named the first", function()
    local items = "<ul><li class=first><a href='/tips/'>Sailing tips</a></li><li>" .. link(SEALS) .. "</li><li>"
      .. link(ROOF) .. "</li></ul>"
    local found = found_in("<section><h2>Talk of the port</h2><div>" .. items .. "</div></section>")
    assert_has(found, "heading: Talk of the port")
    assert.is_false(has(found, "heading: Sailing tips"))
  end)
end)

describe("a link to all there is", function()
  it("is not of the heading that it stands before, beside or below", function()
    for _, head in ipairs { "<h4><a class=right href='/all'>More</a>Talk of the port</h4>",
      "<div><a href='#' class=on>Seen</a>Talk of the port</div>",
      "<h3><span>Talk of the port</span><div><a href='/all'>更多热门资讯</a></div></h3>" } do
      local behind = ("<p>12</p>"):rep(6)
      assert_has(found_in("<div>" .. head .. list(SEALS, ROOF, FOG) .. behind .. "</div>"), "heading: Talk of the port")
    end
  end)

  it("ends the box of several, and heads nothing behind that", function()
    local function box(...)
      return "<div class=box>" .. list(...) .. "<p><a href='/all'>More stories »</a></p></div>"
    end
    local found, count = found_in("<aside><h2>Talk of the port</h2>" .. box(SEALS, ROOF, FOG)
      .. box(WHALE, "Boats race around the lighthouse", "Nets mended by hand once more") .. "</aside>"), 0
    for _, line in ipairs(found) do count = count + (line == "sidebar" and 1 or 0) end
    assert.equal(2, count)
    assert_has(found, "heading: Talk of the port", "headline: " .. WHALE)
    assert.is_false(has(found, "heading: More stories »"))
  end)
end)

describe("a link that heads a list", function()
  local function box(head, ...)
    return "<div>" .. head .. list(...) .. "</div>"
  end

  it("may lead to another site where it opens the box of several items that do", function()
    local function away(text)
      return box("<div class=top><a href='https://quay.example/'>" .. text .. "</a></div>", SEALS, ROOF, FOG)
    end
    local found = found_in("<aside>" .. away("Talk of the port"):gsub("'/islands", "'https://quay.example/islands")
      .. away "At the bay" .. "</aside>")
    assert_has(found, "heading: Talk of the port", "headline: " .. FOG)
    assert.is_false(has(found, "heading: At the bay"))
  end)

  it("may have a link to all there is behind it, which is not of it", function()
    for _, more in ipairs { "查看全部", "一覧", "더보기", "Alle", "More »" } do
      local found = found_in("<aside>" .. box(("<div><a href='/quay'><b>On the quay: all that is hot</b></a> "
        .. "<a href='/quay'>%s</a></div>"):format(more), SEALS, ROOF, FOG) .. "</aside>")
      assert_has(found, "heading: On the quay: all that is hot", "headline: " .. SEALS)
    end
  end)

  it("is no item though it is set as one, where it leads on to more", function()
    local items = "<p>" .. link(FOG) .. "</p><p>" .. link(WHALE) .. "</p><p>" .. link(ROOF) .. "</p>"
    local found = found_in("<aside><div class=top><a href='/QuayNews'>Talk of the port here</a> <a href='/QuayNews'>"
      .. "See all</a></div>" .. items .. "</aside>")
    assert_has(found, "heading: Talk of the port here", "headline: " .. FOG)
    found = found_in("<aside><div class=top><h3><a href='/quay/a1b2c3d4e5'>Quay news »</a></h3></div>"
      .. list(FOG, WHALE) .. "</aside>")
    assert_has(found, "heading: Quay news »", "headline: " .. FOG)
  end)
end)

describe("the heading of one teaser", function()
  local function boxes(above, below)
    local box = "<div class=box>%s%s</div>"
    return found_in("<aside>" .. box:format(above, below) .. box:format("<h2>Video of the day</h2>", list(ROOF))
      .. box:format("<h2>The weather</h2>", list(FOG)) .. "</aside>")
  end

  it("stands above a list, or is named a title and says how lists are headed", function()
    assert_has(boxes("<h2 class=header>Picture of the day</h2>", "<ul><li><h3>" .. link(SEALS) .. "</h3></ul>"),
      "heading: Picture of the day", "headline: " .. SEALS)
    assert_has(boxes("<h2 class=header>Film of the day</h2><div><a href='/films'>more films »</a></div>",
      "<ul><li><h3>" .. link(SEALS) .. "</h3></ul>"), "heading: Film of the day", "headline: " .. SEALS)
    assert_has(boxes("<div class=section_title><p>Related pieces</p></div>", "<h4>" .. link(SEALS) .. "</h4>"),
      "heading: Related pieces", "headline: " .. SEALS)
  end)

  it("is one set as a heading though it leads over to the teaser", function()
    assert_has(boxes("<h3>All you need to know:</h3>", list(SEALS)), "heading: All you need to know:")
  end)
end)

describe("the heading above other lines of its box", function()
  it("outdoes tabs, names of columns and a line that says more of it", function()
    local tabs = "<h2><a href='/talk'>Talk of the port</a></h2><ul><li><a href='#a'>1 day</a>"
      .. "<li><a href='#b'>7 days</a></ul>"
    local rows = "<table><tr><th>Letters</th><th>Title</th></tr><tr><td>12</td><td>" .. link(SEALS) .. "</td></tr><tr>"
      .. "<td>9</td><td>" .. link(ROOF) .. "</td></tr><tr><td>7</td><td>" .. link(FOG) .. "</td></tr></table>"
    local found = found_in("<section>" .. tabs .. rows .. "</section>")
    assert_has(found, "heading: Talk of the port")
    assert.is_false(has(found, "heading: 7 days"))
    assert_has(headed("<h4>Talk of the port</h4><h5 class=tagline>What is said on the quay</h5>"),
      "heading: Talk of the port")
    assert_has(headed("<h4>Talk of the port</h4><h5>What is said at sea</h5>"), "heading: What is said at sea")
  end)

  it("is the tab that says how lists are headed, where a line tells what the box is about", function()
    local tabs = "<ul><li><a href='#lib'>Library</a><li><a href='#new'>Latest letters</a></ul><p>All that was "
      .. "written to us by those who sail, by their children and by the birds that followed them.</p>"
    assert_has(headed(tabs), "heading: Latest letters")
  end)
end)

describe("what stands before the links of a line that is a list", function()
  it("heads it where it says what they are", function()
    local line = "<aside><p>%s " .. link(SEALS) .. " | " .. link(ROOF) .. " | " .. link(FOG) .. "</p></aside>"
    assert_has(found_in(line:format "Of the quay:"), "heading: Of the quay:", "headline: " .. SEALS)
    assert_has(found_in(line:format "Read also"), "heading: Read also", "headline: " .. ROOF)
    assert.is_false(has(found_in(line:format "Ann Lee saw"), "heading: Ann Lee saw"))
  end)
end)

describe("a line between two lists", function()
  it("parts them where it stands right above the box of the second", function()
    local first = "<h3>Guide to the isles</h3><h2>" .. link(SEALS)
      .. "</h2><p>All that one can see there, and when the boats leave for it.</p>"
    local found = found_in("<div>" .. first .. "<p>The walks</p>" .. list(ROOF, FOG, WHALE) .. "</div>")
    assert_has(found, "heading: The walks", "headline: " .. ROOF)
  end)

  it("parts them where it is set as the one above the first, and heads several as that does", function()
    local rows = "<p>" .. link(FOG) .. "</p><p>" .. link(WHALE) .. "</p>"
    for _, label in ipairs { "<div class=t>%s</div>", "<p><b>%s</b></p>",
      "<div class=t><a href='/sea/'>%s</a></div>" } do
      local found = found_in("<aside>" .. label:format("At the quay") .. "<p>" .. link(SEALS) .. "</p><p>" .. link(ROOF)
        .. "</p>" .. label:format("On the islands") .. rows .. "</aside>")
      assert_has(found, "heading: At the quay", "heading: On the islands", "headline: " .. FOG)
    end
  end)

  it("parts them where it says that there is more from a section to which it leads", function()
    local line = "<div>More from <a href='/isles/'>The Northern Islands and the sea</a></div>"
    local found = found_in("<main>" .. list(SEALS, ROOF) .. "<div>" .. line .. list(FOG, WHALE) .. "</div></main>")
    assert_has(found, "heading: More from The Northern Islands and the sea", "headline: " .. FOG)
  end)

  it("parts them where it opens the box of the second, be it a link to a section", function()
    for _, line in ipairs { "The sea and more »", "<a href='/sea'>The sea and more »</a>" } do
      local found = found_in("<aside><div><b>Related</b>" .. list(SEALS, ROOF) .. "</div><div id=sea>" .. line
        .. "<div><div><h3>" .. link(FOG) .. "</h3></div><div><h3>" .. link(WHALE) .. "</h3></div></div></div></aside>")
      assert_has(found, "heading: The sea and more »", "headline: " .. FOG)
    end
  end)
end)

describe("a list", function()
  it("goes on where an item is set as one before, with nothing between", function()
    local items = ""
    for number = 1, 14 do
      items = items .. ("<div class=item><div><div class=a><a href='/islands/seals-at-the-pier-%d'>%s %d</a></div>"
        .. "<div class=b><a href='/people/%d'>The paper of the harbour and the islands</a></div><div class=c><div>"
        .. "Not for me</div></div></div></div>"):format(48190 + number, SEALS, number, number)
    end
    local found, count = found_in("<section><h2>Talk of the port</h2>" .. items .. "</section>"), 0
    for _, line in ipairs(found) do count = count + (line == "sidebar" and 1 or 0) end
    assert.equal(1, count)
  end)
end)
