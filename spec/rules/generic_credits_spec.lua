-- The generic rule on short lines at the end of a story: agencies, translators, footnotes, and who
-- the author is where only the page itself says it.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page, TEXT = generic.assert_has, generic.has, generic.lines, generic.page, generic.TEXT

local function story(body, main)
  return lines(page { body = body, main = main })
end

-- A story whose headline stands in the box of its text, with lines below the headline, below the
-- text and as the end of the text.
local function whole(top, foot, last)
  return lines(("<html lang=de><head><title>Ferry stays in port</title></head><body><main><article>"
    .. "<h1>Ferry stays in port</h1>%s<div class=text><p>%s</p><p>%s</p><p>%s</p>%s</div>%s</article></main>"):format(
    top, TEXT[1], TEXT[2], TEXT[3], last or "", foot))
end

describe("lines at the end of a story", function()
  it("name agencies and those who worked on it", function()
    for _, line in ipairs { "SDA/abc", "(©NTB)", "dpa, AFP; ab", "mit dpa", "con EFE",
      "HN/EFE", "(KNA, HN)", "(abc/de)", "(ab; cde)", "dpa (Ann Lee, Bo Ek)" } do
      assert_has(story("<p>" .. line .. "</p>"), "credit: " .. line)
    end
    assert_has(story("<p>SDA/abc</p><p>Found a mistake?</p>"), "credit: SDA/abc")
    assert_has(story("<p>Lee/Ek (then)</p>"), "paragraph: Lee/Ek (then)")
    assert_has(story("<p>mit Lee.</p>"), "paragraph: mit Lee.")
    assert_has(whole("", "<div>(<a href='https://a.example/'>KNA</a>, HN)</div>"), "credit: (KNA, HN)")
  end)

  it("name a source, a translator, who asked", function()
    for _, line in ipairs { "Źródło Gazeta Portowa", "Übersetzt von Ann Lee", "Traducción de Bo Ek" } do
      assert_has(whole("", "<div class=x>" .. line .. "</div>"), "credit: " .. line)
    end
    assert_has(story("<p>Das Gespräch führte Ann Lee.</p>"), "byline: Das Gespräch führte Ann Lee.")
  end)

  it("name who edited it, and the agency that has the rights", function()
    for _, line in ipairs { "Editor : Ann Lee", "(责编：李安、王小)", "Redaktør: Bo Ek", "Medically reviewed by Ann Lee",
      "Редактор: Анна Ли",
      "© 2026 The Canadian Press", "Copyright: Project Syndicate, 2024", "© Thomson Reuters 2020" } do
      local text = ("<p>" .. TEXT[1] .. "</p>"):rep(5)
      assert_has(whole("", "<div class=author>" .. line .. "</div>", text), "credit: " .. line)
    end
    local site = whole("", "<div>© 2024 Harbour News</div>")
    assert.is_false(has(site, "credit: © 2024 Harbour News"))
  end)

  it("say by whom it is", function()
    for _, line in ipairs { "Beitrag von Bo Ek", "Analysis by Ann Lee", "Reportaje por Ana Ruiz" } do
      assert_has(whole("", "<div>" .. line .. "</div>"), "byline: " .. line)
    end
    assert_has(whole("", "", "<p>By Ann Lee and Bo Ek</p>"), "byline: By Ann Lee and Bo Ek")
  end)

  it("are notes where they say whom to write to", function()
    local line = "Puede escribirnos sobre los barcos a puerto@news.example o por carta."
    assert_has(whole("", "<footer><p>" .. line .. "</p></footer>"), "note: " .. line)
  end)

  it("name an editor, or links to sources", function()
    for _, text in ipairs { "(责编：李安)", "责任编辑：李安" } do
      assert_has(story("<p>" .. text .. "</p>"), "credit: " .. text)
    end
    local links = "<ul><li><a href='https://a.example/'>Hafenamt</a></li></ul>"
    assert_has(story("</div><div class=foot><h2>Links:</h2>" .. links), "note: Links:", "note: Hafenamt")
  end)

  it("are footnotes where the text calls them", function()
    local notes = "<p>[1] Harbour office, tables of 2012, p. 3.</p><p>[2] The same, p. 9.</p>"
    assert_has(story("<p>The wind has grown for years.[1]</p>" .. notes),
      "note: [1] Harbour office, tables of 2012, p. 3.", "note: [2] The same, p. 9.")
    assert.is_false(has(story("<p>The wind has grown for years.</p>" .. notes), "note: [2] The same, p. 9."))
  end)

  it("are no sources where what shares the story begins", function()
    local found = whole("", "<div><p>Quellen:</p><p>Hafenamt, 2024</p>"
      .. "<div class=share><p>Diesen Text teilen auf</p></div></div><p>Andere Texte zum Lesen</p>")
    assert_has(found, "note: Quellen:", "note: Hafenamt, 2024")
    assert.is_false(has(found, "note: Diesen Text teilen auf") or has(found, "note: Andere Texte zum Lesen"))
  end)
end)

describe("the author's life", function()
  it("is known by the byline of the page", function()
    local life = "Als Lotsin kennt sie den Hafen seit vielen Jahren."
    assert_has(whole("<p>Von Ann Lee publiziert am 6. Mai 2024</p>", "</article><div><h4>Über Ann Lee</h4><p>" .. life
      .. "</p></div><article>"), "bio: Über Ann Lee", "bio: " .. life)
  end)

  it("has their name and job below its heading", function()
    assert_has(whole("", "<div><h4>Über die Autorin</h4><p>Ann Lee</p>"
      .. "<p>Sie lebt am Hafen und schreibt über Boote.</p></div>"),
      "bio: Über die Autorin", "bio: Ann Lee", "bio: Sie lebt am Hafen und schreibt über Boote.")
  end)

  it("may have their name as a heading", function()
    assert_has(whole("<p>By Ann Lee</p>", "</article><div><p>About the author</p><h2><a href='/ann'>Ann Lee</a></h2>"
      .. "<p>She lives by the harbour and writes about boats.</p></div><article>"),
      "bio: About the author", "bio: Ann Lee", "bio: She lives by the harbour and writes about boats.")
  end)

  it("ends a story of nobody known, in which they do not occur", function()
    local life = "Ana Rowe es politóloga e investigadora en la Universidad de Lisboa."
    local last = "<p>Boats came, and she saw them.</p><p>" .. life .. "</p>"
    assert_has(whole("", "", last), "bio: " .. life)
    assert_has(whole("", "", "<p>Rowe saw them.</p>" .. last), "paragraph: " .. life)
    assert_has(whole("<p>Von Bo Ek</p>", "", last), "paragraph: " .. life)
  end)
end)

describe("captions", function()
  it("stand behind the last paragraph too", function()
    local pier = "<figure><img src=a.jpg><figcaption>The pier at night.</figcaption></figure>"
    local related = "<div class=related><h3>More</h3><ul><li><a href=/a>Boats stay away from the pier</a>"
      .. "<li><a href=/b>Storms come early this year</a></ul></div>"
    local text = "<p>" .. TEXT[2] .. "</p><p>" .. TEXT[3] .. "</p><p>" .. TEXT[1] .. "</p>"
    for _, tag in ipairs { "div", "aside" } do
      local step = ("<%s class=step>%s</%s>"):format(tag, pier, tag)
      assert_has(whole("", step .. related, text), "caption: The pier at night.")
    end
    assert.is_false(has(whole("", related .. pier, text), "caption: The pier at night."))
  end)

  it("are no day alone, nor headings with a class of theirs", function()
    local found = whole("<figure><img src=a.jpg><figcaption><time>06.05.2024, 18:00 Uhr</time></figcaption></figure>",
      "<h2 class=module-caption>More of the pier</h2>")
    assert_has(found, "published: 06.05.2024, 18:00 Uhr")
    assert.is_false(has(found, "caption: More of the pier"))
  end)

  it("is the life of who wrote it too, in a box named for authors above the text", function()
    local text = "Ann Lee currently works for the harbour. She sails when the wind allows it"
    local html = "<html><body><article><h1>Ferry stays in port</h1><div class=author>Ann Lee</div>"
      .. "<div class=author-dropdown><div>On the air</div><div class=description><p>" .. text .. "</p></div></div><div>"
    for _, line in ipairs(TEXT) do html = html .. "<p>" .. line .. "</p>" end
    assert_has(lines(html .. "</div></article></body></html>"), "bio: " .. text)
  end)
end)
