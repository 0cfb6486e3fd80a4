-- The generic rule on the running text: which boxes it lies in, and what in them is no part of it.
local pages = require "spec.rules.generic_story"
local story, parts, lines, TEXT = pages.story, pages.parts, pages.lines, pages.TEXT
local assert_has, assert_lacks = pages.assert_has, pages.assert_lacks

local AGAIN = TEXT[1]:gsub("Monday", "Tuesday")

local function blog(entry, comments)
  return ([[<html lang=en><head><title>Ferry stays in port</title></head><body>
    <h1 class="site-title"><a href="/">Harbour Log</a></h1>%s%s</body></html>]]):format(entry, comments or "")
end

describe("the generic rule on running text", function()
  it("leaves out an aside that its class calls a sidebar, though it has most of the sentences", function()
    local races = {}
    for i = 1, 9 do races[i] = ("<p>%d. race: %d May, Harbour Bay</p>"):format(i, i) end
    local box = "<h3>Column %d</h3><div><p>%s</p></div>"
    local list = lines("<html lang=en><head><title>The races of the year</title></head><body><div><div>"
      .. "<h1>The races of the year</h1>" .. table.concat(races) .. "<p>" .. TEXT[1] .. "</p></div>"
      .. "<aside class=sidebar>" .. box:format(1, TEXT[2]) .. box:format(2, TEXT[3])
      .. box:format(3, "Read in our column of Saturday what the captains think of the storm.")
      .. "</aside></div></body></html>")
    assert_has(list, "paragraph: " .. TEXT[1], "text: " .. TEXT[2], "text: " .. TEXT[3])
  end)

  it("finds a short post under more comments than it has words", function()
    local comment = "<li class=comment><p>" .. TEXT[2] .. "</p><p>" .. TEXT[3] .. "</p></li>"
    local list = lines(blog("<div class=post><h2 class=entry-title>Ferry stays in port</h2><div class=entry-content><p>"
      .. TEXT[1] .. "</p></div></div>", "<ol class=commentlist>" .. comment:rep(12) .. "</ol>"))
    assert_has(list, "paragraph: " .. TEXT[1])
    assert_lacks(list, "paragraph: " .. TEXT[2])
  end)

  it("reads an article whose own classes speak of tags and forms", function()
    local list = lines(blog([[<div><article class="tag-ferry share-enabled"><h1>Ferry stays in port</h1><div><p>]]
      .. TEXT[1] .. "</p></div></article><p>" .. (TEXT[2] .. " " .. TEXT[3] .. " "):rep(3) .. "</p></div>"))
    assert_has(list, "headline: Ferry stays in port", "paragraph: " .. TEXT[1])
  end)

  it("does not take a heading's id, which repeats its words, for the name of a box", function()
    assert_has(lines(story { body = '<h2 id="what-comes-next">What comes next</h2><p>' .. AGAIN .. "</p>" }),
      "crosshead: What comes next")
  end)

  it("keeps whole paragraphs though their class calls them related", function()
    assert_has(lines(story { body = '<p class="related">' .. AGAIN .. "</p><p>" .. TEXT[2]:gsub("forty", "fifty")
      .. "</p>" }), "paragraph: " .. AGAIN)
  end)

  it("joins paragraphs that stand in a box of their own above the rest", function()
    local first = "The harbour master closed the port at six in the morning, as he has done twice in this year."
    local list = lines(blog("<div><h1>Ferry stays in port</h1></div><div><div><p>" .. first .. " " .. TEXT[1]
      .. "</p></div><div><img src=a.png></div></div><div><p>" .. TEXT[1] .. "</p><p>" .. TEXT[2] .. "</p><p>" .. TEXT[3]
      .. "</p></div>"))
    assert_has(list, "paragraph: " .. first .. " " .. TEXT[1], "paragraph: " .. TEXT[3])
  end)

  it("reads the copy for print where the page shows no text at all", function()
    local html = "<article><h1>Ferry stays in port</h1><div class=body hidden><p>" .. TEXT[1] .. "</p><p>" .. TEXT[2]
      .. "</p><h2>What comes next</h2><p>" .. TEXT[3] .. "</p></div></article>"
    assert_has(lines(blog(html)), "paragraph: " .. TEXT[1], "crosshead: What comes next", "paragraph: " .. TEXT[3])
  end)

  it("reads headings and short lines between paragraphs that a paywall holds back", function()
    local again = AGAIN:gsub("Tuesday", "Friday")
    local held = "<div class=paywall style='display:none'><p>" .. AGAIN .. "</p>%s<p>" .. again .. "</p></div>"
    local function held_back(between) return lines(story { body = held:format(between) }) end
    assert_has(held_back "<h3>What comes next</h3>", "crosshead: What comes next", "paragraph: " .. again)
    assert_has(held_back "<div><p>Boats are held up</p></div>", "paragraph: Boats are held up")
    assert_lacks(held_back "<h3>Read also</h3>", "crosshead: Read also")
    assert_lacks(held_back "<p><a href=/boats>Boats are held up</a></p>", "paragraph: Boats are held up")
  end)

  it("keeps list items in bold and the terms of a list", function()
    assert_has(lines(story { body = "<ul><li><b>Two boats lie in port</b></li><li><b>One is at sea</b></li></ul>"
      .. "<dl><dt>Beacon<dd>Lit all night</dl><p>" .. AGAIN .. "</p>" }),
      "list_item: Two boats lie in port", "list_item: Lit all night")
  end)

  it("makes one part of a table, its linked cells too", function()
    local found = parts(story { body = "<table><tr><th>Boat<th>Place<tr><td><a href='/gull'>Gull</a><td>In the port"
      .. "<tr><td><a href='/tern'>Tern</a><td>At sea</table><p>" .. AGAIN .. "</p>" }, "table")
    assert.equal(1, #found)
    assert.same({ { "Boat", "Place" }, { "Gull", "In the port" }, { "Tern", "At sea" } }, found[1].rows)
  end)

  it("leaves what the page asks its reader in the midst of the text to chrome", function()
    for _, prompt in ipairs { "Ich bin damit einverstanden, dass mir externe Inhalte angezeigt werden.",
      "Personenbezogene Daten können an Drittplattformen übermittelt werden.",
      "Hat Ihnen dieser Artikel gefallen? Dann helfen Sie uns weiter.",
      "Already have an account? Then go on reading here." } do
      local list = lines(story { body = "<p>" .. prompt .. "</p><p>" .. AGAIN .. "</p>" })
      assert_has(list, "paragraph: " .. AGAIN)
      assert_lacks(list, "paragraph: " .. prompt)
    end
  end)

  it("leaves headings and lines that point to more to read to chrome", function()
    local list = lines(story { body = "<p>" .. AGAIN .. "</p><h3>Mehr zum Thema</h3><p>"
      .. AGAIN:gsub("Tuesday", "Friday") .. "</p><h3>What comes next</h3><p>" .. AGAIN:gsub("Tuesday", "Sunday")
      .. "</p><p>Das könnte Sie auch interessieren:</p>" })
    assert_has(list, "crosshead: What comes next", "paragraph: " .. AGAIN:gsub("Tuesday", "Sunday"))
    assert_lacks(list, "crosshead: Mehr zum Thema")
    assert_lacks(list, "paragraph: Das könnte Sie auch interessieren:")
  end)

  it("takes what a page says of its own links to shops for a note", function()
    local note = "We recommend the best boats after we have looked at them ourselves."
    assert_has(lines(story { body = "<p>" .. note .. "</p><p>" .. AGAIN .. "</p>" }), "note: " .. note)
  end)

  it("takes the words of a small picture box for a caption", function()
    assert_has(lines(story { body = '<div class="media"><img src=a.jpg><p>The captain on his bridge</p></div>'
      .. "<p>" .. AGAIN .. "</p>" }), "caption: The captain on his bridge")
  end)
end)

describe("the generic rule on lines that are about other pages", function()
  it("leaves out whole lines that send the reader elsewhere, headings or not, in many languages", function()
    local list = lines(story { body = "<p>Schon gelesen?</p><p>" .. AGAIN .. "</p><h2>Further reading</h2><p>"
      .. TEXT[2]
      .. "</p><p>Das Thema könnte dich auch interessieren:</p><p>Los comentarios están cerrados.</p><p>" .. TEXT[3]
      .. "</p>" })
    assert_lacks(list, "paragraph: Schon gelesen?", "crosshead: Further reading",
      "paragraph: Das Thema könnte dich auch interessieren:", "paragraph: Los comentarios están cerrados.")
    assert_has(list, "paragraph: " .. AGAIN)
  end)

  it("knows headings of sources in more languages, and captions that count figures", function()
    local list = lines(story { body = "<p>Abbildung: Der Hafen am Abend</p><p>" .. AGAIN
      .. "</p><h2>Quellenangaben:</h2><p>Port book of 1912, second shelf.</p>" })
    assert_has(list, "caption: Abbildung: Der Hafen am Abend", "note: Port book of 1912, second shelf.")
  end)
end)

describe("the generic rule on deks", function()
  local TIME = '<meta property="article:published_time" content="2024-05-05T07:00:00Z">'

  it("takes a heading of a sentence's length below the headline", function()
    local top = "<h2>Forty passengers spend the night in a school of the harbour town</h2>"
    assert_has(lines(story { top = top, head = TIME }),
      "dek: Forty passengers spend the night in a school of the harbour town")
  end)

  it("does not take the first paragraphs for one because a byline stands behind them", function()
    local html = blog("<article><h1>Ferry stays in port</h1><div class=body><p>" .. TEXT[1] .. "</p><p>" .. TEXT[2]
      .. "</p><p class=byline>By Ann Lee</p><p>" .. TEXT[3] .. "</p></div></article>")
    assert_has(lines(html), "paragraph: " .. TEXT[1], "byline: By Ann Lee")
    assert.same({}, parts(html, "dek"))
  end)

  -- A page whose description is its first paragraph, which stands as `first` says.
  local function led(first)
    local lead = "A storm in the night has closed the harbour, and nobody knows for how long it will stay closed."
    return lead, ('<html lang=en><head><title>Ferry stays in port</title><meta name=description content="%s"></head>'
      .. "<body><article><h1>Ferry stays in port</h1>%s</article></body></html>"):format(lead,
      first:gsub("LEAD", lead):gsub("REST", "<p>" .. table.concat(TEXT, "</p><p>") .. "</p><p>" .. AGAIN .. "</p>"))
  end

  it("keeps a first paragraph that the description repeats, alone or in bold", function()
    for _, first in ipairs { "<div><p>LEAD</p></div><div>REST</div>", "<div><p><b>LEAD</b></p>REST</div>" } do
      local lead, html = led(first)
      assert_has(lines(html), "paragraph: " .. lead)
    end
  end)

  it("keeps a named introduction in a row of paragraphs unless the description says it", function()
    local lead, html = led('<div><p class="intro">LEAD</p>REST</div>')
    assert_has(lines(html), "dek: " .. lead)
    assert_has(lines((html:gsub("<meta[^>]*>", ""))), "paragraph: " .. lead)
  end)

  it("takes a subheading without a class between headline and text", function()
    local line = "HARSH NIGHT: The mayor of the harbour town had soup brought to the school"
    assert_has(lines(blog(TIME .. "<article><h1>Ferry stays in port</h1><h2>" .. line
      .. "</h2><ul><li>By Ann Lee</li></ul><p>"
      .. table.concat(TEXT, "</p><p>") .. "</p></article>")), "dek: " .. line)
  end)

  it("does not take the description of a picture for one", function()
    local picture = "The captain, who has sailed here for years, looks at the sea from the bridge"
    assert_has(lines(story { top = '<img src=a.jpg><div class="image-description">' .. picture .. "</div>" }),
      "caption: " .. picture)
  end)
end)
