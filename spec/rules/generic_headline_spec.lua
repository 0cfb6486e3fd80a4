-- The generic rule on which heading is the story's.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, TEXT = generic.assert_has, generic.has, generic.lines, generic.TEXT
local story = require("spec.rules.generic_story").story

describe("a heading that leads to the front page", function()
  local function blog(headings)
    return lines(([[<html lang=en><head><title>Harbour Notes &raquo; Archive &raquo; Ferry stays in port</title></head>
      <body><div>%s</div><div class=post><h2><a href="https://notes.example/ferry">Ferry stays in port</a></h2>
      <p>%s</p><p>%s</p><p>%s</p></div></body></html>]]):format(headings, TEXT[1], TEXT[2], TEXT[3]))
  end

  it("is the site's name, the headline what the end of the title fits", function()
    for _, home in ipairs { "/", "https://notes.example", "https://notes.example/",
      "https://archive.example/web/20140226054445/http://notes.example/" } do
      local list = blog(("<h1><a href='%s'>Harbour Notes</a></h1>"):format(home))
      assert_has(list, "headline: Ferry stays in port")
      assert.is_false(has(list, "headline: Harbour Notes"))
    end
  end)
end)

describe("a heading in a path of links", function()
  local function under_path(title)
    return lines(([[<html lang=de><head><title>%s</title></head><body><main><article>
      <ol class="breadcrumbs"><li><a href="/">Start</a></li><li><h1 class="breadcrumbs__title">%s</h1></li></ol>
      <h2><span class="kicker">Inseln</span> <span class="title">Am Kai schlafen vierzig Leute in der Schule</span></h2>
      <p>%s</p><p>%s</p><p>%s</p></article></main></body></html>]]):format(title, title, TEXT[1], TEXT[2], TEXT[3]))
  end

  it("is not the headline where one stands below", function()
    assert_has(under_path "Fähre bleibt im Hafen: Vierzig warten", "kicker: Inseln",
      "headline: Am Kai schlafen vierzig Leute in der Schule")
  end)

  it("is the headline where no other is", function()
    assert_has(lines(([[<html lang=en><head><title>Ferry stays in port</title></head><body>
      <div class="breadcrumbs"><a href="/">Start</a><h1 class="breadcrumb">Ferry stays in port</h1></div>
      <main><article><p>%s</p><p>%s</p><p>%s</p></article></main></body></html>]])
      :format(TEXT[1], TEXT[2], TEXT[3])), "headline: Ferry stays in port")
  end)
end)

describe("label and headline in one heading", function()
  local function below(heading)
    return lines(([[<html lang=en><head><title>Ferry stays in port after storm</title>
      <meta property="og:title" content="Forty wait: Ferry must stay in the port"></head><body>
      <div><a href="/">Start</a> <a href="/isles">Isles</a><h1>Ferry stays in port after storm</h1></div>
      <main><h2>%s</h2><p>%s</p><p>%s</p><p>%s</p></main></body></html>]]):format(heading, TEXT[1], TEXT[2], TEXT[3]))
  end

  it("are told by what the page is shared as, below the heading for search engines", function()
    assert_has(below "<span>Forty wait</span><div>Ferry must stay in the port</div>", "kicker: Forty wait",
      "headline: Ferry must stay in the port")
  end)

  it("may be parted from it: one heading alone that the page is shared as", function()
    assert_has(below "Forty wait: Ferry must stay in the port", "headline: Forty wait: Ferry must stay in the port")
  end)

  it("leave the heading above where they say something else", function()
    assert_has(below "<span>Forty wait</span><div>Ferry may stay in the port</div>",
      "headline: Ferry stays in port after storm")
  end)
end)

describe("a heading that is hardly what the title says", function()
  local function titled(title, headings)
    return lines(([[<html lang=en><head><title>%s</title></head><body><main>%s<p>%s</p><p>%s</p><p>%s</p></main>
      </body></html>]]):format(title, headings, TEXT[1], TEXT[2], TEXT[3]))
  end

  it("gives way to one that a part of the title fits", function()
    local title = "Harbour Sailing and Singing Club - News of May &raquo; What ferries did"
    assert_has(titled(title, "<div><h1 class=headline>Win a mug</h1><p>A mug of tin</p></div><h1>News</h1>"
      .. "<h2>What ferries did</h2>"), "headline: What ferries did")
  end)

  it("gives way as the one word of a section", function()
    assert_has(titled("Announcements - Ferry stays in port", "<h1>Announcements</h1><h1>Ferry stays in port</h1>"),
      "headline: Ferry stays in port")
    assert_has(titled("Thunderstorms - Harbour News", "<h1>Thunderstorms</h1><h2>Harbour News</h2>"),
      "headline: Thunderstorms")
  end)

  it("gives way as a title that stands in the body", function()
    assert_has(lines(([[No database<br><html><head><title>Ferry stays in port | Notes and more</title></head>
      <body><h2><a href="/2014/05/ferry/">Ferry stays in port</a></h2><p>%s</p><p>%s</p><p>%s</p></body></html>]])
      :format(TEXT[1], TEXT[2], TEXT[3])), "headline: Ferry stays in port")
  end)
end)

describe("a headline below or above another line", function()
  it("is what the title says without a series in brackets, which the line above labels", function()
    for _, form in ipairs { "[%s] %s", "【%s】%s" } do
      local title = form:format("Tales of the isles", "Ferry stays in port")
      local head = '<meta property="og:title" content="' .. title .. '">'
      local html = story { title = title .. " - Harbour News", head = head }:gsub("<h1>(.-)</h1>",
        "<div class=headbox><div class=head_serial>Tales of the isles</div><h3 class=view>%1</h3></div>")
      assert_has(lines(html), "kicker: Tales of the isles", "headline: Ferry stays in port")
    end
  end)

  it("is what the page is shared as, though a larger heading goes on", function()
    local line = "What forty passengers can do where the wind is a storm and no boat leaves"
    local head = '<meta property="og:title" content="Ferry stays in port">'
    local html = story { title = line, head = head, top = "<p class=byline>By Ann Lee</p>" }
      :gsub("<h1>(.-)</h1>", "<div><h2>%1</h2><h1>" .. line .. "</h1></div>")
    assert_has(lines(html), "headline: Ferry stays in port", "dek: " .. line)
  end)
end)

describe("a line of a menu", function()
  it("is not the headline where a heading stands below", function()
    assert_has(lines(([[<html lang=en><head><title>Our ferry timetables</title></head><body><header><nav><ul>
      <li><a href="/">Welcome</a></li><li><span class="title">Our ferry timetables</span></li></ul></nav></header>
      <main><h1>When our boats leave and come back</h1><p>%s</p><p>%s</p><p>%s</p></main></body></html>]])
      :format(TEXT[1], TEXT[2], TEXT[3])), "headline: When our boats leave and come back")
  end)
end)

describe("a headline that is no heading", function()
  it("stands above the text, though a gallery below has a heading that says the same", function()
    local list = lines(([[<html lang=en><head><title>Ferry stays in port - Harbour News</title></head><body><main>
      <div>Ferry stays in port</div><div class=byline>By Ann Lee</div><p>%s</p><p>%s</p><p>%s</p></main>
      <section><h2 class=title>Ferry stays in port</h2><img src=a.jpg></section></body></html>]])
      :format(TEXT[1], TEXT[2], TEXT[3]))
    assert.are.equal("  headline: Ferry stays in port", list[2])
    assert_has(list, "byline: By Ann Lee")
  end)

  it("goes before a dek that is a heading, and that metadata say too", function()
    local line = "Forty passengers sleep in the school, and no boat leaves before Sunday"
    local head = '<meta property="og:title" content="Ferry stays in port">'
    local html = story { title = line, head = head, top = "<p class=byline>By Ann Lee</p>" }
      :gsub("<h1>(.-)</h1>", "<div><div class=news>%1</div><h2>" .. line .. "</h2></div>")
    assert_has(lines(html), "headline: Ferry stays in port", "dek: " .. line)
  end)
end)
