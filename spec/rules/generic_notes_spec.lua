-- The generic rule on what is said about a story below it: credits, corrections, the author's life.
local pages = require "spec.rules.generic_story"
local lines, story, TEXT = pages.lines, pages.story, pages.TEXT
local assert_has, assert_lacks = pages.assert_has, pages.assert_lacks

local AUTHOR = '<meta name="author" content="Ann Lee">'

describe("the generic rule on notes", function()
  it("knows what agencies changed, in brackets before the text or behind it", function()
    local corrected = "(Corrects third paragraph to show the boat is from Norrhaven.)"
    assert_has(lines(story { top = "<p>" .. corrected .. "</p>" }), "correction: " .. corrected)
    for _, text in ipairs { "(Neu: weitere Details und Hintergrund)", "(Actualiza con declaraciones del alcalde)" } do
      assert_has(lines(story { top = "<p>" .. text .. "</p>" }), "note: " .. text)
      assert_has(lines(story { body = "<p>" .. text .. "</p>" }), "note: " .. text)
    end
  end)

  it("knows them in several languages", function()
    for _, text in ipairs { "Dieser Artikel erschien zuerst im Hafenboten.", "Cet article a été corrigé lundi.",
      "Este artículo fue publicado primero en otra parte.", "Artikkelen er oppdatert med nye tall.",
      "Hinweis der Redaktion: Der Pegel war niedriger.", "Have a tip? Write to the harbour desk." } do
      assert_has(lines(story { body = "<p>" .. text .. "</p>" }), "note: " .. text)
    end
  end)

  it("knows them above the text too", function()
    local note = "This post contains references to ferries that pay us for them. Their terms apply to all that is said."
    assert_has(lines(story { top = "<p>" .. note .. "</p>" }), "note: " .. note)
  end)

  it("knows them between headline and text, where paragraphs are taken for text", function()
    local note = "We recommend the best ferries by a review of our own, and no harbour pays us for our words. "
      .. "We may be paid where you buy a ticket behind one of our links."
    local body = ("<p>" .. TEXT[1] .. "</p><p>" .. TEXT[2] .. "</p><p>" .. TEXT[3] .. "</p>"):rep(4)
    assert_has(lines("<html lang=en><body><main><header><h1>Ferry stays in port</h1></header><div><div><p>" .. note
      .. "</p></div></div><article><div class=article-body>" .. body .. "</div></article></main>"), "note: " .. note)
  end)

  it("takes no text for sources below a word that only says where a quotation is from", function()
    local text = {}
    for i = 1, 4 do text[i] = ("<p>Ferry number %d of the line came late. %s</p>"):format(i, TEXT[2]) end
    local list = lines("<html lang=de><head><title>Ferry stays in port</title></head><body><main>"
      .. "<h1>Ferry stays in port</h1><div class=post-body>"
      .. "<p>" .. TEXT[1] .. "</p><p>Quelle</p>" .. table.concat(text) .. "</div></main>")
    assert_has(list, "paragraph: Ferry number 4 of the line came late. " .. TEXT[2])
  end)

  it("knows a source in the midst of the text", function()
    local found = lines(story { body = "<p>Quelle: Hafenamt Elver</p><p>" .. TEXT[1] .. "</p>" })
    assert_has(found, "note: Quelle: Hafenamt Elver")
  end)

  it("takes legal notices below the text for none of it", function()
    local notice = "We answer for nothing that others write."
    local found = lines(story { body = "<h3>Haftungsbeschränkung</h3><p>" .. notice .. "</p>" })
    assert_lacks(found, "crosshead: Haftungsbeschränkung", "paragraph: " .. notice)
  end)

  it("takes lines that list or point for no text, however long", function()
    for _, text in ipairs { "Comment feed | Trackback address | Back to the harbour", "Tags: ferry, storm, harbour",
      "If you enjoyed reading this, would you consider a gift to the harbour's school? Just write to us today." } do
      assert_lacks(lines(story { body = "<p>" .. text .. "</p>" }), "paragraph: " .. text)
    end
  end)

  it("knows below the text what links pay, which tells no author's life", function()
    local line = "Harbour News may earn an Affiliate Commission if you buy something through links of this page."
    assert_has(lines(story { foot = "<section><p>Share</p></section><div class=z9>" .. line .. "</div>" }),
      "note: " .. line)
  end)

  it("knows agencies' lines", function()
    for _, text in ipairs { "Writing by Bo Ek in Harbour Town", "© 2024 The Associated Press",
      "Mit Agenturmaterial." } do
      assert_has(lines(story { body = "<p>" .. text .. "</p>" }), "credit: " .. text)
    end
  end)
end)

describe("the generic rule on the author's life", function()
  local LIFE = "Ann Lee lives by the harbour, where she has written on boats for twenty years."

  it("takes a box that says so in its heading, under any name", function()
    local list = lines(story { foot = "<div class=x><h4>Über die Autorin</h4><p>Sie lebt am Hafen und schreibt seit "
      .. "Jahren über Boote.</p></div>" })
    assert_has(list, "bio: Über die Autorin", "bio: Sie lebt am Hafen und schreibt seit Jahren über Boote.")
  end)

  it("takes what ends with a handle or a link to all that the author wrote", function()
    for _, life in ipairs { "Ann Lee is a senior writer for the harbour's paper. @annlee",
      "She has written of boats for years. View all posts by Ann Lee",
      "Schreibt seit Jahren am Hafen über Boote. Zeige alle Beiträge von Ann Lee" } do
      assert_has(lines(story { foot = "<div class=author-bio><p>" .. life .. "</p></div>" }), "bio: " .. life)
    end
  end)

  it("takes a last paragraph that begins with an author's name", function()
    assert_has(lines(story { head = AUTHOR, body = "<p>" .. LIFE .. "</p>" }), "bio: " .. LIFE)
  end)

  it("takes none that tells of others, or stands in the midst", function()
    assert_has(lines(story { body = "<p>" .. LIFE .. "</p>" }), "paragraph: " .. LIFE)
    local list = lines(story { head = AUTHOR, body = "<p>" .. LIFE .. "</p><p>" .. TEXT[2]:rep(2, " ") .. "</p>" })
    assert_has(list, "paragraph: " .. LIFE)
  end)

  it("takes what stands in the footer of the story's own box, not that of the page", function()
    local html = ("<html lang=en><head><title>Ferry stays in port</title>%s</head><body><nav><a href=/a>News</a></nav>"
      .. "<div class=x><h1>Ferry stays in port</h1><div class=text><p>%s</p><p>%s</p><p>%s</p></div>"
      .. "<footer><p>%s</p></footer></div><footer><p>%s</p></footer></body></html>"):format(AUTHOR, TEXT[1], TEXT[2],
      TEXT[3], LIFE, LIFE)
    local list = lines(html)
    assert_has(list, "bio: " .. LIFE)
    local count = 0
    for _, line in ipairs(list) do if line:find("bio: ", 1, true) then count = count + 1 end end
    assert.equal(1, count)
    assert_lacks(list, "paragraph: " .. LIFE)
  end)
end)
