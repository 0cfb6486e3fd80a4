-- How claims are settled: what rules say against what comes out (design: four ranks).

local run = require "spec.divide.run"
local words = require "galley.rule.matcher"
local css, meta, jsonld, page = words.css, words.meta, words.jsonld, words.page

local function expect(lines, ...)
  assert.same(table.concat(lines, "\n"), table.concat(run.outline(...), "\n"))
end

local PAGE = [[<body><div class="nav">Home</div><article><h1>Head</h1><p class="by">By A</p>
<div class="b"><p>One <b>two</b></p><ul><li>x<ul><li>y</ul></ul>
<div class="rel"><h3>Rel</h3><ul><li><a href="/a">A a</a></li><li><a href="/b">B b</a> <i>now</i></li></ul></div>
<p>Three</p><img src="i.jpg" alt="I"></div></article><div hidden>H</div><footer>F</footer>]]

local function rule(more)
  more.name, more.hosts = "site", { "example.org" }
  return more
end

local function generic(content)
  return { name = "generic", divide = function() return content end }
end

local GENERIC = generic {
  { kind = "story", content = { { tag = "headline", block = 2 }, { tag = "byline", block = 3 },
    { tag = "paragraph", block = 4 } } },
  { kind = "sidebar", content = { { tag = "heading", block = 7 },
    { kind = "teaser", content = { { tag = "headline", block = 8 } } } } },
}

describe("what a rule names", function()
  it("divides the page, segments nesting as their ranges nest", function()
    expect({
      "chrome", "  text: Home",
      "story", "  headline: Head", "  byline: By A", "  paragraph: One two", "  list_item: x", "  list_item: y",
      "  sidebar", "    heading: Rel", "    teaser -> /a", "      headline: A a",
      "    teaser -> /b", "      headline: B b", "      detail: now",
      "  paragraph: Three", "  image: [i.jpg]",
      "chrome", "  hidden: H", "  text: F",
    }, PAGE, rule {
      chrome = { ".nav" },
      story = { at = "article", headline = "h1", byline = ".by", body = ".b", image = "img" },
      sidebar = { at = ".rel", heading = "h3", teaser = { at = "li", headline = "a", detail = "i" } },
    })
  end)

  it("closes what is chrome: nothing inside is claimed again", function()
    expect({ "story", "  paragraph: a", "  chrome", "    text: b", "  paragraph: c" },
      "<article><p>a</p><div class=ad><p>b</p></div><p>c</p></article>",
      rule { chrome = ".ad", story = { at = "article", body = ":scope" } })
  end)

  it("takes a part cut out of another's range from it", function()
    expect({ "story", "  byline: By Ann ,", "  published: 1 May" },
      "<article><p class=by>By Ann <time>1 May</time>,</p></article>",
      rule { story = { at = "article", byline = ".by", published = "time" } })
  end)

  it("gives equal ranges to the earlier in the file", function()
    local html = "<article><p class='x y'>a</p></article>"
    local first = { "story", "  kicker: a" }
    local loader = require "galley.rule.loader"
    local source = 'return { name = "s", hosts = {"x"}, story = { at = "article", kicker = ".x", dek = ".y" } }'
    local other = 'return { name = "s", hosts = {"x"}, story = { at = "article", dek = ".y", kicker = ".x" } }'
    local core, divide = require "galley.core", require "galley.divide"
    local function lines(text)
      return run.lines(divide.page(core.parse(html), assert(loader.source(text, "s.lua")), nil, {}):content())
    end
    assert.same(first, lines(source))
    assert.same({ "story", "  dek: a" }, lines(other))
  end)

  it("leaves a sidebar in the story its own parts", function()
    expect({ "story", "  paragraph: a", "  sidebar", "    heading: h", "    paragraph: b" },
      "<article><p>a</p><aside><h2>h</h2><p>b</p></aside></article>",
      rule { story = { at = "article", paragraph = "p" }, sidebar = { at = "aside", heading = "h2", paragraph = "p" } })
  end)

  it("marks what page() finds elsewhere as detached", function()
    expect({ "story", "  headline: Far (detached)", "  paragraph: a" },
      "<h1>Far</h1><article><p>a</p></article>",
      rule { story = { at = "article", headline = page "h1", body = ":scope" } })
  end)

  it("uses the first alternative that matches", function()
    expect({ "story", "  headline: two" }, "<article><h2>two</h2></article>",
      rule { story = { at = "article", headline = { "h1", "h2", "h3" } } })
  end)

  it("cuts text by patterns and says which bytes are left", function()
    local content = run.divide("<article><p>By Ann | 1 May</p></article>",
      rule { story = { at = "article", byline = css "p":before " | ", published = css "p":after " | " } })
    local story = content[1].content
    assert.same({ "By Ann", "1 May" }, { story[1].text, story[#story].text })
    assert.same({ { 12, 18 } }, story[1].spans)
  end)

  it("reads dates, with the zone that the rule states", function()
    local content = run.divide("<article><time>Monday, May 6, 2019 8:22AM EST</time></article>",
      rule { zone = { EST = "-05:00" },
        story = { at = "article", published = css "time":date "%A, %B %d, %Y %I:%M%p %Z" } })
    assert.equal("2019-05-06T08:22:00-05:00", content[1].content[1].datetime)
  end)

  it("takes values from attributes, meta elements and JSON-LD, and says so", function()
    local html = '<head><meta name="author" content="Ann"><script type="application/ld+json">{"a":{"b":"Bob"}}</script>'
      .. '</head><article><p>x</p><time datetime="2020-01-02">t</time></article>'
    local content = run.divide(html, rule { story = { at = "article", body = "p", byline = meta "author",
      credit = jsonld "a.b", published = css "time":attr "datetime" } })
    local found = {}
    for _, part in ipairs(content[1].content) do
      local span = part.spans[1]
      if part.from then found[part.tag] = { part.text, part.from, span and html:sub(span[1] + 1, span[2]) } end
    end
    assert.same({ byline = { "Ann", "meta:author", "Ann" }, credit = { "Bob", "jsonld:a.b" },
      published = { "2020-01-02", "@datetime", "2020-01-02" } }, found)
  end)

  it("divides runs of siblings into entries", function()
    expect({ "story", "  headline: L", "  entry", "    headline: e1", "    paragraph: p1", "    paragraph: p2",
      "  entry", "    headline: e2", "    paragraph: p3", "  chrome", "    text: end" },
      "<article><h1>L</h1><h2>e1</h2><p>p1</p><p>p2</p><h2>e2</h2><p>p3</p><hr><p>end</p></article>",
      rule { story = { at = "article", headline = "h1",
        entry = { starts = "h2", ends = "hr", headline = "h2", paragraph = "p" } } })
  end)

  it("bears free tags and own kinds", function()
    local content = run.divide("<div class=info><p>a</p></div>", rule { kinds = { infobox = "sidebar" },
      infobox = { at = ".info", paragraph = "p", tags = { topic = "x", section = "y" } } })
    assert.same({ "infobox", { section = "y", topic = "x" } }, { content[1].kind, content[1].tags })
  end)
end)

describe("what the generic rule fills", function()
  it("gives what it has from metadata to a story of which the rule names all text", function()
    expect({ "story", "  headline: H", "  paragraph: x", "  byline: Ann" }, "<article><h1>H</h1><p>x</p></article>",
      rule { story = { at = "article", headline = "h1", paragraph = "p" } },
      generic { { kind = "story", content = { { tag = "headline", block = 1 }, { tag = "paragraph", block = 2 },
        { tag = "byline", from = "author", text = "Ann" } } } })
  end)

  it("gives a story the parts that the rule does not mention", function()
    expect({ "chrome", "  text: Home", "story", "  headline: Head", "  byline: By A", "  paragraph: One two",
      "  list_item: x", "  list_item: y", "  sidebar", "    heading: Rel", "    teaser -> /a", "      headline: A a",
      "    chrome", "      text: B b now", "  paragraph: Three", "chrome", "  hidden: H", "  text: F" },
      PAGE, rule { story = { at = "article", body = ".b" } },
      generic { { kind = "story", content = { { tag = "headline", block = 2 }, { tag = "byline", block = 3 } } },
        { kind = "sidebar", content = { { tag = "heading", block = 7 },
          { kind = "teaser", content = { { tag = "headline", block = 8 } } }, { tag = "note", block = 99 } },
          range = nil, blocks = { 7, 9 } } })
  end)

  it("adds to what is set to false nothing", function()
    local lines = table.concat(run.outline(PAGE, rule { story = { headline = "h1", byline = false } }, GENERIC), "\n")
    assert.is_nil(lines:find("byline", 1, true))
    assert.is_not_nil(lines:find("headline: Head", 1, true))
  end)

  it("adds no segments of a kind that the rule has, or has none of", function()
    for _, site in ipairs { rule { sidebar = "footer" }, rule { sidebar = false, story = "article" } } do
      local lines = table.concat(run.outline(PAGE, site, GENERIC), "\n")
      assert.is_nil(lines:find("heading", 1, true))
    end
  end)

  it("finds the place of a story that names none", function()
    local content = run.divide(PAGE, rule { story = { kicker = ".nav" } }, GENERIC)
    local tags = {}
    for _, item in ipairs(content[1].content) do tags[#tags + 1] = item.tag end
    assert.same({ "kicker", "headline", "byline", "paragraph" }, tags)
  end)

  it("divides a page alone", function()
    local lines = run.outline(PAGE, nil, GENERIC)
    assert.same({ "chrome", "  text: Home", "story", "  headline: Head", "  byline: By A", "  paragraph: One two" },
      { table.unpack(lines, 1, 6) })
  end)

  it("passes over what is no block, no row, no range", function()
    assert.same({ "chrome", "  text: a" }, run.outline("<p>a</p>", nil, generic {
      { kind = "story", content = { { tag = "headline", block = 7 }, { tag = "dek", blocks = { 2, 1 } },
        { tag = "byline", node = 1e9 }, { tag = "note", range = { -1, 2 } }, { tag = "note" } } },
      { kind = "nonsense", content = {} }, 5, { tag = "paragraph", block = 1 },
    }))
  end)
end)

describe("what nobody claims", function()
  it("is chrome, one segment a run, hidden text named so", function()
    expect({ "chrome", "  text: a", "  hidden: b", "story", "  paragraph: c", "chrome", "  text: d" },
      "<div>a</div><div hidden>b</div><article>c</article><div>d</div>",
      rule { story = { at = "article", paragraph = page "article" } })
  end)

  it("names no rule", function()
    local content = run.divide("<p>a</p>", nil, nil)
    assert.equal("unclaimed", content[1].content[1].rule)
  end)
end)

describe("default tags in a body", function()
  local function tags_of(html)
    local list = {}
    for _, part in ipairs(run.divide("<article>" .. html .. "</article>",
      rule { story = { at = "article", body = ":scope" } })[1].content) do list[#list + 1] = part end
    return list
  end

  it("follow the element", function()
    local found = {}
    local html = "<p>a</p><h2>b</h2><ol><li>c</ol><blockquote><p>d<p>e</blockquote><pre>f\n g</pre>x"
    for _, part in ipairs(tags_of(html)) do
      found[#found + 1] = part.tag .. ": " .. part.text
    end
    assert.same({ "paragraph: a", "crosshead: b", "list_item: c", "blockquote: d\ne", "preformatted: f\n g",
      "paragraph: x" }, found)
  end)

  it("know lists and tables", function()
    local list = tags_of "<ul><li>a<ol><li>b</ol></ul><table><tr><th>h<td>1<tr><td>i<td>2</table>"
    assert.same({ 1, false, 2, true }, { list[1].level, list[1].ordered, list[2].level, list[2].ordered })
    assert.same({ { "h", "1" }, { "i", "2" } }, list[3].rows)
  end)

  it("mark links and emphasis with their bytes", function()
    local part = tags_of 'a <a href=" /x ">b <b>c</b></a> <i>d</i>'
    assert.same({ { "link", "b c", "/x" }, { "strong", "c" }, { "em", "d" } },
      { { part[1].marks[1].tag, part[1].marks[1].text, part[1].marks[1].href },
        { part[1].marks[2].tag, part[1].marks[2].text }, { part[1].marks[3].tag, part[1].marks[3].text } })
  end)
end)
