-- The generic rule on headings of lists that stand further above: over introductions and tabs.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"
local WHALE = "<li><a href='/islands/whale-seen-off-the-pier-48207'>Whale seen off the pier</a>"
local PIER = "<li><a href='/islands/pier-to-be-painted-red-48201'>Pier to be painted red</a>"
local SEALS = "<li><a href='/islands/seals-back-in-the-bay-48199'>Seals back in the bay</a>"
local HEADLINE = "headline: Whale seen off the pier"

local function list(above)
  return lines(page { main = "<aside>" .. above .. "<ul>" .. WHALE .. PIER .. SEALS .. "</ul></aside>" }, URL)
end

describe("the heading that opens the box of a list", function()
  it("may have an introduction below it", function()
    local found = list("<h2>Letters from the sea</h2><p>Would you like to know more of what goes on at sea? Read our "
      .. "letters, or write to us by <a href='/mail'>mail</a>.</p>")
    assert_has(found, "heading: Letters from the sea", HEADLINE)
  end)

  it("may have a way to more and tabs below it", function()
    local found = list("<div><h2>Ranking</h2><a href='/ranking'>More ranks</a><div><div>3 days</div><div>1 week</div>"
      .. "<div>1 month</div></div></div>")
    assert_has(found, "heading: Ranking", HEADLINE)
  end)

  it("may have a link beside it that leads where it does", function()
    local row = "<div class=title-module><div class=title-module__left><a class=title-module href='/clips'>On film</a>"
      .. "</div><div class=title-module__right><a class=title-module__cta href='/clips'>Yonder</a></div></div>"
    assert_has(list(row), "heading: On film", HEADLINE)
  end)

  it("may be a link to where the one below the list leads, to more of it", function()
    local function framed(address)
      local box = "<div><h4><a href='/feature/whales-of-the-north-sea/?cid=1'>Whales of the north sea</a></h4><ul>"
        .. WHALE .. PIER .. SEALS .. "</ul><p><a href='" .. address .. "'>More on whales of the north sea</a></p></div>"
      return lines(page { main = box }, URL)
    end
    local found = framed "/feature/whales-of-the-north-sea/?cid=2"
    assert_has(found, "heading: Whales of the north sea", HEADLINE)
    assert.is_false(has(found, "headline: More on whales of the north sea"))
    assert_has(framed "/islands/all-whales-of-the-sea-48300", "headline: Whales of the north sea")
  end)

  it("is no heading by its tag where but tabs stand below it", function()
    local found = list("<div class=top>Whales of the sea</div><ol><li>Newest</li><li>Oldest</li><li>Best</li></ol>")
    assert_has(found, "heading: Whales of the sea", HEADLINE)
    assert.is_false(has(found, "heading: Best"))
  end)

  it("is none over a menu", function()
    local found = list("<div class=title>The sea</div><ul><li><a href='/a'>Winds</a><li><a href='/b'>Waves</a>"
      .. "<li><a href='/c'>Fish</a></ul><p>12</p>")
    assert_has(found, HEADLINE)
    assert.is_false(has(found, "heading: The sea"))
  end)
end)

describe("the heading of a list that is set in pieces", function()
  it("is all of them, where they are alike in a box of their own", function()
    assert_has(list("<div class=top><h3>Related</h3><h3>Stories</h3></div>"), "heading: Related", "heading: Stories",
      HEADLINE)
    local found = list("<div class=headline>The best <div class=badge>whales</div> of the week</div>")
    assert_has(found, "heading: The best", "heading: whales", "heading: of the week", HEADLINE)
  end)

  it("is but the nearest where they are not", function()
    local found = list("<div class=top><h2>Whales of the sea</h2><h3>This week</h3></div>")
    assert_has(found, "heading: This week", HEADLINE)
    assert.is_false(has(found, "heading: Whales of the sea"))
  end)
end)

describe("a list under words as of stories", function()
  it("is no menu, though its links are short", function()
    local item, items = "<li><a href='/islands/whale-seen-off-the-pier-4820%d'>Whale %d off pier</a>", ""
    for number = 1, 9 do items = items .. item:format(number, number) end
    for heading, found in pairs { ["Top headlines"] = true, ["Popular topics"] = false } do
      local html = page { main = "<aside><div>" .. heading .. "</div><ul>" .. items .. "</ul></aside>" }
      assert.are.equal(found, has(lines(html, URL), "headline: Whale 3 off pier"))
    end
  end)

  it("has them for heading though they end with a name", function()
    assert_has(list("<div class=author-info>Latest posts by <a href='/people/ann'>Ann Lee</a></div>"),
      "heading: Latest posts by Ann Lee", HEADLINE)
  end)
end)

describe("tabs in one line", function()
  it("have the first for heading", function()
    for _, tab in ipairs { "<a href='#%d'>%s</a> ", "<button>%s</button>" } do
      local first = tab:gsub("%%d", "1"):format "More on whales"
      local found = list("<h3>" .. first .. tab:gsub("%%d", "2"):format "More from Ann" .. "</h3>")
      assert_has(found, "heading: More on whales", HEADLINE)
    end
  end)
end)

describe("a label above a list", function()
  it("is none where it leads to another site, as below an advertisement", function()
    local ad = "<div class=x><a href='%s'>AdChoices</a></div>"
    assert_has(list(ad:format "https://ads.example/choices"), HEADLINE)
    assert.is_false(has(list(ad:format "https://ads.example/choices"), "heading: AdChoices"))
  end)

  it("that leads to more is none, though it is named a title", function()
    local found = list("<div class=title-box><a href='/whales'>Ver más</a></div>")
    assert_has(found, HEADLINE)
    assert.is_false(has(found, "heading: Ver más"))
  end)
end)

describe("what stands right above a list", function()
  it("heads it where it asks what one has read, or only those see it who do not see the page", function()
    assert_has(list("<p>Have you read?</p>"), "heading: Have you read?", HEADLINE)
    for _, words in ipairs { "Related articles", "Most watched", "Meistkommentiert", "Letzte Artikel", "Zobacz także",
      "Свежие записи", "More business news" } do
      assert_has(list("<h3 class=visually-hidden>" .. words .. "</h3>"), "heading: " .. words, HEADLINE)
    end
    assert.is_false(has(list("<h3 class=visually-hidden>Loading</h3>"), "heading: Loading"))
  end)

  it("is no heading where it is a row of links, nor a teaser where it bids one follow", function()
    local row = "<div class=title>Ads: <a href='/search'>Search</a> <a href='/place'>Place an ad</a></div>"
    assert.is_false(has(list(row), "heading: Ads: Search Place an ad"))
    for _, line in ipairs { "Folgen Sie uns auf %s", "Suivez-nous sur %s", "Følg oss på %s" } do
      local follow = "<p>" .. line:format("<a href='https://chirp.example/harbour'>Chirp</a>") .. "</p>"
      assert_has(list(follow), HEADLINE)
      assert.is_false(has(list(follow), "headline: Chirp"))
    end
  end)
end)

describe("a line of the story's text right above a list", function()
  it("heads it where it says how lists are headed, or leads over to it", function()
    local text = ("<p>The wind blew from the north all day, and nobody went out, as they had done.</p>"):rep(3)
    for line, heads in pairs { ["Siehe auch"] = true, ["More about the bay and its whales"] = true,
      ["All that we wrote of it:"] = true, ["The bay and its whales, once more."] = false } do
      local found = lines(page { body = "<p>" .. line .. "</p><ul>" .. WHALE .. PIER .. SEALS .. "</ul>" .. text }, URL)
      assert.are.equal(heads, has(found, "heading: " .. line), line)
    end
  end)
end)

describe("a heading in the box of one teaser", function()
  it("is the box's where it is a title of a higher rank, though other boxes stand beside it", function()
    local box = "<aside class=widget><h3 class='widget-title'>%s</h3>"
      .. "<a href='/islands/%s-48207'><h4>%s</h4></a></aside>"
    local found = lines(page { main = "<div>" .. box:format("By the pier", "whale-seen", "Whale seen off the old pier")
      .. box:format("In the bay", "seals-back", "Seals are back in the bay") .. "</div>" }, URL)
    assert_has(found, "heading: By the pier", "heading: In the bay")
    assert.is_false(has(found, "kicker: In the bay"))
  end)
end)

describe("a heading that is named the title of a widget", function()
  it("is the heading of its one teaser, though it is a link and of lower rank", function()
    local box = "<div class=widget><h3 class='widget-title'><a href='/topics/%s-1.16751'>%s</a></h3>"
      .. "<a href='/islands/%s-48207'><h2>%s</h2></a></div>"
    local found = lines(page { main = "<p>" .. box:format("peaks", "Peaks", "two-saved", "Two are saved off the peak")
      .. box:format("seals", "Seals", "seals-back", "Seals are back in the bay") }, URL)
    assert_has(found, "heading: Peaks", "heading: Seals", "headline: Seals are back in the bay")
  end)
end)

describe("a heading in a box that is named for sharing", function()
  it("is a headline in fewer words than other lines", function()
    local item = "<div class='post share-style2'><h6><a href='/2024/05/%s/'>%s</a></h6></div>"
    local found = lines(page { main = "<section><h2>Latest</h2>"
      .. item:format("06/seals-are-back", "Seals are back at last")
      .. item:format("07/whale-is-seen", "Whale seen off the old pier by all who came") .. "</section>" }, URL)
    assert_has(found, "headline: Seals are back at last")
  end)
end)

describe("a link set as the items of a list, above them", function()
  it("is no heading, though it is as short as one", function()
    local found = lines(page { main = "<aside><h3>Fresh from the sea</h3><ul><li><a href='/tides/'>Tidings</a>" .. WHALE
      .. PIER .. SEALS .. "</ul></aside>" }, URL)
    assert_has(found, "heading: Fresh from the sea", HEADLINE)
    assert.is_false(has(found, "heading: Tidings"))
  end)
end)

describe("words that head lists", function()
  local CARD = "<div class=%s><a href='/islands/%s-48207'><h4>%s</h4></a></div>"
  local ONE = CARD:format("a", "whale-seen-off-the-pier", "Whale seen off the pier")
  local TWO = CARD:format("a", "pier-to-be-painted-red", "Pier to be painted red")

  it("are a heading though they lead to a page as of a story, and are of lower rank", function()
    local head = "<div><h5><a href='/islands/more-from-the-bay-48105'>More from the bay</a></h5></div>"
    local found = lines(page { main = "<section>" .. head .. "<div>" .. ONE .. TWO .. "</div></section>" }, URL)
    assert_has(found, "heading: More from the bay", HEADLINE)
  end)

  it("are an item where they stand as others do", function()
    local like = CARD:format("a", "more-from-the-bay", "More from the bay")
    local found = lines(page { main = "<section>" .. like .. ONE .. TWO .. "</section>" }, URL)
    assert_has(found, "headline: More from the bay", HEADLINE)
  end)

  it("open a list of their own, whatever boxes its items stand in", function()
    local function section(heading, one, more)
      return "<section><header><div><span>" .. heading .. "</span></div></header><div><div>" .. one .. "</div><div>"
        .. more .. "</div></div></section>"
    end
    local three = CARD:format("b", "seals-back-in-the-bay", "Seals back in the bay")
    local four = CARD:format("b", "boats-to-sail-once-more", "Boats to sail once more")
    local five = CARD:format("b", "nets-found-off-the-cape", "Nets found off the cape")
    local found = lines(page { main = "<aside>" .. section("Most read", ONE, TWO) .. section("Related stories", three,
      four .. five) .. "</aside>" }, URL)
    assert_has(found, "heading: Most read", "heading: Related stories", HEADLINE, "headline: Seals back in the bay")
  end)
end)
