-- The rules for feeds, NITF and NewsML-G2, on documents of our own.

local galley = require "galley"
local input = require "galley.input"

local rules = assert(galley.rules())

local function sheet_of(name)
  local given = assert(input.read("spec/fixtures/xml/" .. name))
  local options = { path = given.path, id = given.id, kind = given.kind, rules = rules }
  return assert(galley.extract(given.bytes, options)), given.bytes
end

-- "tag: text" of the parts of each segment of a kind, one list a segment.
local function segments(sheet, kind)
  local list = {}
  for segment in galley.walk(sheet, kind) do
    local parts = { href = segment.href }
    for _, item in ipairs(segment.content) do
      if item.tag then parts[#parts + 1] = item.tag .. ": " .. (item.text or item.src) end
    end
    list[#list + 1] = parts
  end
  return list
end

local function first(sheet, kind, tag)
  return galley.walk(sheet, kind, tag)()
end

describe("the rule for RSS", function()
  local sheet, bytes = sheet_of "harbour.rss"

  it("makes stories of items with their text, and teasers of others", function()
    local stories, teasers = segments(sheet, "story"), segments(sheet, "teaser")
    assert.same({ 2, 1 }, { #stories, #teasers })
    assert.same({ "headline: Harbour dredging “two years late”", "byline: Imke Vandersteen", "kicker: Local",
      "published: Tue, 12 Mar 2024 06:40:00 -0300", "dek: Silt has already cost ferries a fifth & more.",
      "paragraph: The work that was to clear the east channel — at last — will not begin.", "crosshead: Silt & sand",
      "image: a.jpg", "caption: The Annelise lies idle.", "paragraph: Ferries lost a fifth of their sailings.",
      "paragraph: No end tag here" }, stories[1])
    assert.same({ href = "https://www.saltmarsh-courier.example/news/1.20388?a=1&b=2",
      "headline: Ferry timetable changes", "published: Mon, 11 Mar 2024 10:00:00 GMT",
      "dek: The last boat leaves 40 minutes earlier." }, teasers[1])
  end)

  it("reads text that is escaped twice, and its dates", function()
    assert.same({ "headline: Escaped twice", 'paragraph: She said "no" & left.',
      "paragraph: Then came café owners: 3 < 5." }, segments(sheet, "story")[2])
    assert.equal("2024-03-12T06:40:00-03:00", first(sheet, "story", "published").datetime)
  end)

  it("gives spans in the feed's bytes", function()
    local link = first(sheet, "story", "caption").spans[1]
    assert.equal("The Annelise lies idle.", bytes:sub(link[1] + 1, link[2]))
  end)

  it("names itself", function()
    assert.equal("rss", sheet.rule.name)
  end)
end)

describe("the rule for Atom", function()
  local sheet = sheet_of "harbour.atom"

  it("makes stories of entries with content, HTML or XHTML", function()
    assert.same({
      { "headline: Dredging late, port says", "byline: Imke Vandersteen", "published: 2024-03-12T06:40:00-03:00",
        "modified: 2024-03-12T11:05:00-03:00", "dek: Silt has cost ferries a fifth of their sailings.",
        "paragraph: The work & the silt.", "list_item: one", "list_item: two" },
      { "headline: In its own markup", "published: 2024-03-11T08:00:00Z", "paragraph: Real elements here.",
        "paragraph: And more." },
    }, segments(sheet, "story"))
  end)

  it("makes teasers of the others", function()
    local teasers = segments(sheet, "teaser")
    assert.same({ 1, "https://www.saltmarsh-courier.example/news/1.20388" }, { #teasers, teasers[1].href })
  end)

  it("leaves the language as the root states it", function()
    assert.equal("en", sheet.language)
  end)
end)

describe("the rule for NITF", function()
  local sheet = sheet_of "harbour.nitf.xml"

  it("divides the body", function()
    assert.same({ { "published: 20240312T064000-0300", "headline: Harbour dredging to start two years late",
      "dek: Silt has cost ferries a fifth of their sailings", "byline: By Imke Vandersteen",
      "credit: Coast News Agency", "filed: Port Elver", "caption: The Annelise lies idle.",
      "media_credit: Oddny Farrow",
      "paragraph: The work that was to clear the east channel in Port Elver will not begin.",
      "crosshead: Silt and sand", "blockquote: We are not talking about an inconvenience.",
      "list_item: One boat a day", "list_item: None at night", "paragraph: Café owners are worried.",
      "credit: Perpetua Strand contributed to this article." } }, segments(sheet, "story"))
    assert.same({ { "heading: The harbour", "paragraph: Built in 1861." } }, segments(sheet, "sidebar"))
  end)

  it("marks what stands within a line", function()
    local paragraph = first(sheet, "story", "paragraph")
    assert.same({ "em", "east" }, { paragraph.marks[1].tag, paragraph.marks[1].text })
  end)

  it("takes the time from the document's data", function()
    assert.equal("2024-03-12T06:40:00-03:00", first(sheet, "story", "published").datetime)
  end)
end)

describe("the rule for NewsML-G2", function()
  it("divides a news item with its XHTML", function()
    local sheet = sheet_of "harbour.newsml.xml"
    assert.same({ { "modified: 2024-03-12T11:05:00-03:00", "published: 2024-03-12T06:40:00-03:00",
      "byline: Imke Vandersteen", "filed: PORT ELVER, March 12", "credit: Coast News Agency",
      "headline: Harbour dredging to start two years late",
      "dek: Silt has cost ferries a fifth of their sailings.", "paragraph: The work will not\u{A0}begin.",
      "crosshead: Silt & sand", "paragraph: Ferries lost a fifth." } }, segments(sheet, "story"))
  end)

  it("makes teasers of what a package refers to", function()
    local sheet = assert(galley.extract('<packageItem xmlns="http://iptc.org/std/nar/2006-10-01/"><groupSet><group>'
      .. '<itemRef href="https://x.example/1"><headline>One</headline></itemRef></group></groupSet></packageItem>',
      { kind = "xml", rules = rules }))
    assert.same({ { href = "https://x.example/1", "headline: One" } }, segments(sheet, "teaser"))
  end)
end)

describe("other XML", function()
  it("is divided as HTML where it is XHTML", function()
    local sheet = sheet_of "harbour.xhtml"
    assert.equal("generic", sheet.rule.name)
    assert.equal("headline: Harbour dredging to start two years late", segments(sheet, "story")[1][1])
  end)

  it("is divided by the generic rule where its root is not known", function()
    local sheet = assert(galley.extract("<memo><p>One.</p></memo>", { kind = "xml", rules = rules }))
    local text = {}
    for part in galley.walk(sheet, nil, "text") do text[#text + 1] = part.text end
    for part in galley.walk(sheet, nil, "paragraph") do text[#text + 1] = part.text end
    assert.same({ "One." }, text)
  end)
end)
