-- The generic rule on the last lines of the text and on who the author is.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

local function story(body, main)
  local html = page { body = body, main = main }
  return lines((html:gsub("</title>", '</title><meta name=author content="Ann Lee">', 1)))
end

describe("the last lines of the text", function()
  it("say when it was published", function()
    assert_has(story("<p>Published 11:11 PM EST May 6, 2024</p>"), "published: Published 11:11 PM EST May 6, 2024")
    assert_has(story("<p>6 maggio 2024 ( modifica il 7 maggio 2024 | 15:24)</p>"),
      "published: 6 maggio 2024 ( modifica il 7 maggio 2024 | 15:24)")
  end)

  it("are notes", function()
    for _, note in ipairs { "Reach the reporters on any day at harbour@news.example.",
      "Sendung: Hafenradio, 6. Mai, 15:10 Uhr", "This article was originally published by the Isles Courier.",
      "In diesem Artikel sind Affiliate-Links enthalten.",
      "Gastbeiträge geben nicht die Meinung der Redaktion wieder.", "Les textes n’engagent que leurs auteurs.",
      "Las opiniones no reflejan necesariamente las del periódico." } do
      assert_has(story("<p>" .. note .. "</p>"), "note: " .. note)
    end
    assert_has(story("<p>dpa/abc</p>"), "credit: dpa/abc")
  end)

  it("are none that say where else the site can be read", function()
    local line = "Find all of our stories on <a href='https://%s'>the channel of the harbour</a>."
    local text = "paragraph: Find all of our stories on the channel of the harbour."
    for _, channel in ipairs { "news.google.com/publications/x", "t.me/harbour", "whatsapp.com/channel/x" } do
      assert.is_false(has(story("<p>" .. line:format(channel) .. "</p>"), text), channel)
    end
    assert_has(story("<p>" .. line:format "isles.example/channel" .. "</p>"), text)
  end)

  it("are notes that say what the site is, by its name or its host's", function()
    local meta = "<meta property=og:site_name content='Isle Herald'>"
    local function ended(line, url)
      local html = page { body = "<p>" .. line .. "</p>" }
      return lines(html:gsub("</title>", "</title>" .. meta, 1), url)
    end
    assert_has(ended "Isle Herald is a weekly of the outer isles.", "note: Isle Herald is a weekly of the outer isles.")
    assert_has(ended("Islepost is a weekly of the outer isles.", "https://www.islepost.example/a"),
      "note: Islepost is a weekly of the outer isles.")
    assert_has(ended "The ferry is a boat of the outer isles.", "paragraph: The ferry is a boat of the outer isles.")
  end)

  it("are none that bid listen", function()
    local found = story("<p>Follow the harbour on its channels.</p><p>Listen to it live on weekdays.</p>")
    assert.is_false(has(found, "paragraph: Follow the harbour on its channels."))
    assert.is_false(has(found, "paragraph: Listen to it live on weekdays."))
  end)

  it("are none below the links to the site's imprint", function()
    local text, button = "<p>" .. generic.TEXT[2] .. "</p>", "With this button you can add the piece to your list."
    local links = "<p><a href=/imprint>Impressum</a> | <a href=/privacy>Datenschutz</a></p>"
    assert.is_false(has(story(text:rep(4) .. links .. "<p>" .. button .. "</p>"), "paragraph: " .. button))
    assert_has(story(links .. text:rep(4) .. "<p>" .. button .. "</p>"), "paragraph: " .. button)
  end)

  it("are text where text follows", function()
    assert.is_false(has(story("<p>Reach the pier early, he said.</p><p>The boats are full by noon on all days.</p>"),
      "note: Reach the pier early, he said."))
  end)

  it("tell of the author below a heading", function()
    assert_has(story("<h3>Die Autorin</h3><p>Sie war bis 2011 Lotsin im Hafen der Stadt.</p>"), "bio: Die Autorin",
      "bio: Sie war bis 2011 Lotsin im Hafen der Stadt.")
  end)
end)

describe("below the text", function()
  it("a sentence that begins with the author's name tells of them, wherever it is set", function()
    local life = "Ann Lee is an award-winning writer based in the harbour town."
    assert_has(story("", "<aside class=related><p>" .. life .. "</p></aside>"), "bio: " .. life)
  end)

  it("a heading with their name stands over their life", function()
    local life = "Als Lotsin kennt sie den Hafen seit vielen Jahren."
    assert_has(story("", "<div><h4>Über Ann Lee</h4><p>" .. life .. "</p></div>"), "bio: Über Ann Lee", "bio: " .. life)
  end)

  it("sources end at the next heading", function()
    local found = story("<p>Sources:</p><ul><li>Harbour office, 2024</li></ul><h3>More topics</h3><p>Isles</p>")
    assert_has(found, "note: Sources:", "note: Harbour office, 2024")
    assert.is_false(has(found, "note: More topics"))
  end)
end)
