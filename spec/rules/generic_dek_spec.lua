-- The generic rule on deks: set as headings, given twice, and what is none.
local generic = require "spec.rules.generic_page"
local story = require("spec.rules.generic_story").story
local assert_has, has, lines = generic.assert_has, generic.has, generic.lines

local TOLD = "Forty passengers sleep in the school of the town"
local DATA = [[<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry stays in port",
  "alternativeHeadline": "Isles: %s", "datePublished": "2024-05-05T07:00:00Z"}</script>]]

describe("a dek", function()
  it("is a heading of some words above the byline, also where nothing says that the page was published", function()
    assert_has(lines(story { top = "<h2>" .. TOLD .. "</h2><p class=byline>By Ann Lee</p>" }), "dek: " .. TOLD)
    assert_has(lines(story { top = "<h2>" .. TOLD .. "</h2>" }), "paragraph: " .. TOLD)
    local few = "Line 3 / Line 4"
    assert_has(lines(story { top = "<h2>" .. few .. "</h2><p class=byline>By Ann Lee</p>" }), "paragraph: " .. few)
  end)

  it("is a sentence right above the byline, be times and a picture with its button above it", function()
    local top = "<div><time>5 May 2024, 17:27</time><p>3 min read</p></div><figure><img src=x.jpg><button>Open it"
      .. "</button><figcaption>The pier of the isles</figcaption></figure><div class=a><p>" .. TOLD .. ".</p></div>"
      .. "%s<div class=b><p>By <a href='/author/x'>Ann Lee</a></p></div>"
    local function headed(between)
      return lines(story { top = top:format(between), head = DATA:format "The wind" })
    end
    assert_has(headed "", "dek: " .. TOLD .. ".")
    assert.is_false(has(headed "<p>The boats of the harbour are back in port.</p>", "dek: " .. TOLD .. "."))
  end)

  it("may stand there again, at the head of the text", function()
    local line = "<p class=standfirst>" .. TOLD .. ".</p>"
    local html = story { top = "<header>" .. line .. "<p class=byline>By Ann Lee</p></header>",
      head = '<meta property="article:published_time" content="2024-05-05T07:00:00Z">' }
    local found = lines((html:gsub('<div class="article%-body">', "%0<div class=abstract>" .. TOLD .. ".</div>")))
    assert_has(found, "dek: " .. TOLD .. ".")
    assert.is_false(has(found, "paragraph: " .. TOLD .. "."))
  end)

  it("is a list of points below a label that says so, at the head of the text", function()
    local points = "<%s>%s</%s><ul><li>Forty passengers slept in the school</li><li>The wind is a storm</li></ul>"
    for _, label in ipairs { "Key points", "Auf einen Blick:", "Darum geht’s", "L’essentiel",
      "À retenir :", "划重点：", "要点" } do
      local html = story {}:gsub('<div class="article%-body">', "%0" .. points:format("p", label, "p"))
      assert_has(lines(html), "dek: " .. label, "dek: Forty passengers slept in the school", "dek: The wind is a storm")
    end
    local html = story {}:gsub('<div class="article%-body">', "%0" .. points:format("h2", "What sailed", "h2"))
    assert_has(lines(html), "list_item: The wind is a storm")
    html = story { body = points:format("h2", "In brief", "h2") }
    assert_has(lines(html), "list_item: The wind is a storm")
  end)

  it("may be a heading above the text that ends as a sentence, where the page shows the minute", function()
    local told = TOLD .. " until the storm is over."
    local function begun(day)
      local html = story { top = "<p class=byline>By Ann Lee</p><p class=date>" .. day .. "</p>" }
      return lines((html:gsub('<div class="article%-body">', "%0<h2>" .. told .. "</h2>")))
    end
    assert_has(begun "6 May 2024, 7:05", "dek: " .. told)
    assert_has(begun "6 May 2024", "paragraph: " .. told)
  end)

  it("is a list of points right below one, above the text", function()
    local function found(point)
      local list = "<ul><li>" .. point .. "</li><li>The wind is still a storm</li></ul>"
      return lines(story { top = "<p class=standfirst>" .. TOLD .. ".</p>" .. list, head = DATA })
    end
    local point = "Forty passengers slept there"
    assert_has(found(point), "dek: " .. point, "dek: The wind is still a storm")
    assert.is_false(has(found("<a href=/isles>" .. point .. "</a>"), "dek: The wind is still a storm"))
  end)

  it("may say that it is a summary, whoever published the page", function()
    for _, word in ipairs { "摘要：", "【导读】", "Zusammenfassung: ", "Résumé : " } do
      local line = word .. TOLD .. "."
      assert_has(lines(story { top = "<p>" .. line .. "</p>" }), "dek: " .. line)
    end
    local none = "Summary of what sailed: " .. TOLD .. "."
    assert.is_false(has(lines(story { top = "<p>" .. none .. "</p>" }), "dek: " .. none))
  end)

  it("is the page's description behind a label, as a heading first in the text, or in a summary named so", function()
    local head = '<meta name="description" content="' .. TOLD .. ' until the storm above the isles is over.">'
    local line = TOLD .. " until the storm above the isles is over."
    local function first(html)
      local top = "<p class=date>6 May 2024, 7:00</p><ul class=share><li><a href=#>Mail</a><li><a href=#>Print</a></ul>"
      html = html .. "<div class=author>By Ann Lee</div>"
      return lines((story { head = head .. DATA, top = top }:gsub('<div class="article%-body">', "%0" .. html)))
    end
    assert_has(first("<h2><span>Analysis</span> " .. line .. "</h2>"), "dek: Analysis " .. line)
    local said = "What is known? " .. line
    assert_has(first("<p class=summary>" .. said .. "</p>" .. "<p>" .. generic.TEXT[2] .. "</p>"), "dek: " .. said)
  end)

  it("is no line of votes", function()
    local line = "Rated 4.6 of 5 (17 votes)"
    local top = "<div class=description>" .. line .. "</div><p class=byline>By Ann Lee</p>"
    local found = lines(story { top = top, head = DATA })
    assert.is_false(has(found, "dek: " .. line))
  end)

  it("is no headline, though linked data call it another", function()
    local dek = "Isles: " .. TOLD
    local head = DATA:format(TOLD) .. '<meta name="description" content="' .. dek .. '">'
    local found = lines(story { headline = "Ferry stays", top = "<h2 class=title>" .. dek .. "</h2>", head = head })
    assert_has(found, "headline: Ferry stays", "dek: " .. dek)
  end)
end)
