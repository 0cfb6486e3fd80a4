-- The generic rule on who wrote the story where a line below the text says it alone, or a strange line by the head.
local generic = require "spec.rules.generic_page"
local tools = require "spec.rules.generic_story"
local assert_has, assert_lacks = generic.assert_has, tools.assert_lacks

local META = '<meta name="author" content="Ann Lee">'
local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"

local function page(html, head, top)
  local body = ("<p>" .. generic.TEXT[1] .. "</p><p>" .. generic.TEXT[3] .. "</p>"):rep(3)
  return tools.story { head = head or META, top = top, body = body, foot = html }
end

local function below(html, head)
  return generic.lines(page(html, head), URL)
end

-- The bylines that the page shows.
local function shown(...)
  local list = {}
  for _, part in ipairs(tools.parts(page(...), "byline", URL)) do
    if not part.from then list[#list + 1] = part.text end
  end
  return table.concat(list, "|")
end

describe("the author's name below the text", function()
  it("is the byline, though all of it is a link, where no other line has it", function()
    assert.equal("Ann Lee", shown "<ul><li><a href='/author/5549'>Ann Lee</a></ul>")
    assert.equal("Ann Lee, reporter", shown "<div class=sc-1><div>Ann Lee, reporter</div></div>")
    assert.equal("HNW", shown("<p>HNW</p>", "<meta name=author content=HNW>"))
    assert.equal("By Ann Lee", shown("<p>Ann Lee</p>", META, "<p>By Ann Lee</p>"))
  end)

  it("stands over their life", function()
    local life = "Dr. Ann Lee ist Lotsin im Hafen und kennt die Inseln seit vielen Jahren."
    local html = "<div class=x><h4>Ann Lee</h4><p>" .. life .. "</p></div>"
    assert.equal("Ann Lee", shown(html))
    assert_has(below(html), "bio: " .. life)
  end)

  it("is none of another piece's", function()
    local link = "<a href='/islands/whale-seen-off-the-pier-48190'>Whale seen off the northern pier</a>"
    assert.equal("", shown("<article class=c><div>Isles</div><h4>" .. link .. "</h4><div>Ann Lee</div></article>"))
    assert.equal("", shown("<div><div>Ann Lee</div><h4>" .. link .. "</h4></div>"))
  end)

  it("is told by its element or its link, if nothing else says who, below links that only do something", function()
    local share = "<ul class=share><li><a href=#>Facebook</a><li><a href=#>Twitter</a><li><a href=#>Email</a></ul>"
    for _, line in ipairs { "<div class=author>Ann Lee</div>", "<div><a href=/author/ann-lee>Ann Lee</a></div>",
      "<div class=author-name>By Ann Lee</div>" } do
      assert.equal((line:gsub("<[^>]*>", "")), shown(share .. line, ""))
    end
    assert.equal("Ann Lee", shown(share .. "<div class=x>Ann Lee</div>"))
    assert.equal("", shown("<ul><li><a href=/author/ann-lee>Ann Lee</a><li><a href=/author/bo-ek>Bo Ek</a></ul>", ""))
    assert_has(generic.lines(tools.story { top = "<h4><a href=/author/ann-lee>Ann Lee</a></h4>" }), "byline: Ann Lee")
  end)

  it("may have the hour with it, as on blogs", function()
    for line, parts in pairs { ["Posted by harbourcat at 9:05 AM"] = { "Posted by harbourcat", "at 9:05 AM" },
      ["Eingestellt von Ann Lee um 10:52"] = { "Eingestellt von Ann Lee", "um 10:52" } } do
      assert_has(below("<div class=post-footer>" .. line .. "</div>", ""), "byline: " .. parts[1],
        "published: " .. parts[2])
    end
  end)
end)

describe("a byline by the headline", function()
  it("is found in a button, or where links pay, if it is named so", function()
    assert_has(generic.lines(tools.story {
      top = "<button class=author-button><p class=author-name>By <a href=/ann>Ann Lee</a></p></button>" }),
      "byline: By Ann Lee")
    assert_has(generic.lines(tools.story { head = META, top = [[<div class="author-box affiliate"><p>By</p>
      <div class=author>Ann Lee<span>Reporter</span></div></div>]] }), "byline: By/Ann LeeReporter")
    assert_lacks(generic.lines(tools.story { top = "<button class=author-button>Follow Ann Lee</button>" }),
      "byline: Follow Ann Lee")
  end)

  it("may have the words for who wrote it in a line of their own", function()
    for _, words in ipairs { "POSTED BY", "Written by:", "Author of the article:", "Von" } do
      assert_has(generic.lines(tools.story { top = "<div>" .. words .. "</div><div>AB12 Desk</div><p>6 May 2024</p>",
        head = "<meta name=author content='AB12 Desk'>" }), "byline: " .. words .. "/AB12 Desk")
    end
  end)

  it("goes on in a place between it and the day, though all are set as text", function()
    assert_has(generic.lines(tools.story { head = META, top = "<p>By Ann Lee</p><p>Lima, Peru</p><p>6 May 2024</p>",
      body = ("<p>" .. generic.TEXT[1] .. "</p>"):rep(4) }), "byline: By Ann Lee/Lima, Peru")
    assert_lacks(generic.lines(tools.story { head = META,
      top = "<p>By Ann Lee</p><p>Advertisement</p><p>6 May 2024</p>",
      body = ("<p>" .. generic.TEXT[1] .. "</p>"):rep(4) }), "byline: By Ann Lee/Advertisement")
  end)

  it("goes on in a second line named so", function()
    local second = "& Bo Ek, Director of Boats, Harbour Institute of the Northern Isles"
    assert_has(generic.lines(tools.story { top = "<div class=x><p class=author>Ann Lee, Attorney</p><p class=author>"
      .. second .. "</p></div>" }), "byline: " .. second)
    assert_has(generic.lines(tools.story { top = "<div class=author>Ann Lee, Attorney<br>" .. second .. "</div>" }),
      "byline: " .. second)
  end)

  it("is a heading of by and names, a paper's reporters, its staff, or one named so below the first text", function()
    assert_has(generic.lines(tools.story { top = "<h2>BY <a href=/x>Ann Lee</a></h2>" }), "byline: BY Ann Lee")
    assert_has(generic.lines(tools.story { top = "<div><p>海港新闻记者 李山 王海</p></div>" }), "byline: 海港新闻记者 李山 王海")
    assert_has(generic.lines(tools.story { top = "<p>編集委員　李山</p>" }), "byline: 編集委員　李山")
    assert_has(generic.lines(tools.story { top = "<p>文｜李山</p>" }), "byline: 文｜李山")
    assert_has(generic.lines(tools.story { top = "<p>By Ann Lee</p><p>6 May 2024</p><p>From Isles staff reports</p>" }),
      "byline: From Isles staff reports")
    local text = tools.story { headline = "Ferry stays", body = "<p>" .. generic.TEXT[1] .. "</p>" }
    local named = "<div class=author>Par ANN LEE, BO EK Envoyés spéciaux aux îles du Nord, hier</div>"
    assert_has(generic.lines((text:gsub("<p>Some", named .. "<p>Some"))),
      "byline: Par ANN LEE, BO EK Envoyés spéciaux aux îles du Nord, hier")
  end)

  it("is no button for the size of the text, and no section below it", function()
    assert_lacks(generic.lines(tools.story {
      top = "<p>6 May 2024</p><div class=utils>Text Size</div><p>By Ann Lee</p>" }), "byline: Text Size")
    assert_lacks(generic.lines(tools.story {
      top = "<p class=byline>Ann Lee</p><div class=rubric>Business</div><p>6 May 2024</p>" }),
      "byline: Ann Lee/Business", "byline: Ann Lee Business")
  end)
end)

describe("the last line of the text", function()
  it("says who wrote it behind the kind of piece, with a handle and a stop", function()
    assert.equal("Article by Ann Lee (@annlee).", tools.parts(
      tools.story { body = "<p>Article by Ann Lee (@annlee).</p>" }, "byline")[1].text)
  end)

  it("says what else the writer did", function()
    assert_has(below("<p class=x>Redaktur & Reporter : Bo</p>", ""), "byline: Redaktur & Reporter : Bo")
    assert_has(below("<p class=x>Pewarta: Bo Ek</p>", ""), "byline: Pewarta: Bo Ek")
  end)
end)
