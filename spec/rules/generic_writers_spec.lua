-- The generic rule on who wrote a story where the line does not look it: links to writers' pages, lines below
-- the first text, a headline below some text.
local generic = require "spec.rules.generic_page"
local story = require("spec.rules.generic_story").story
local assert_has, has, lines, TEXT = generic.assert_has, generic.has, generic.lines, generic.TEXT

describe("a line by the headline", function()
  it("is a byline where it links to a writer's page, however the name looks", function()
    for _, path in ipairs { "/author/harbourcat", "/users/17-harbourcat", "/autoren/ann-lee-12", "/profil/harbourcat",
      "/auteur/ann", "/@harbourcat", "/?author=12" } do
      assert_has(lines(story { top = "<p><a href='" .. path .. "'>harbourcat</a></p>" }), "byline: harbourcat")
    end
  end)

  it("is none where the link is to something else, or the line says what is to be done", function()
    for link, words in pairs { ["/isles/harbourcat"] = "harbourcat",
      ["/author/ann"] = "View all", ["/users/7"] = "Profil" } do
      local found = lines(story { top = "<p><a href='" .. link .. "'>" .. words .. "</a></p>" })
      assert.is_false(has(found, "byline: " .. words))
    end
  end)

  it("is one where it is named so, and metadata and a line below the text have but who edited it", function()
    local function edited(name)
      return lines(story { top = "<div class=author-2>" .. name .. "</div><div class=datetime>20/1/2026 18:30</div>",
        body = "<p>" .. TEXT[1] .. "</p></div><div class=info-author>Editor : <a href='/author/112/bo'>Bo Ek</a></div>"
          .. "<div>",
        head = [[<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry stays in port",
          "datePublished": "2026-01-20T18:30:00Z", "author": {"@type": "Person", "name": "Bo Ek"}}</script>]] },
        "https://harbournews.example/isles/ferry-stays-in-port-48213")
    end
    assert_has(edited "Ann Lee", "byline: Ann Lee")
    assert.is_false(has(edited "Harbour News", "byline: Harbour News"))
  end)

  it("is none among tags, though the box around both is named as a byline", function()
    local box = [[<div class=story-author><div class=author-name>Ann Lee</div>
      <div class=tags><p>About:</p><ul><li>harbours<li>ferries</ul></div></div>]]
    local found = lines(story { top = box })
    assert_has(found, "byline: Ann Lee")
    assert.is_false(has(found, "byline: ferries"))
  end)

  it("is found below the first text", function()
    local lead = "<p>" .. TEXT[1]:gsub("Monday", "Friday") .. "</p>"
    local rows = ("<div>Rated 4.6</div>"):rep(4) .. "<div><h5>Author: </h5>Ann Lee/HN</div>"
    local body = ("<p>" .. TEXT[2] .. "</p><p>" .. TEXT[3] .. "</p>"):rep(4)
    local html = story { top = "<div>" .. lead .. "</div><div>" .. rows .. "</div>", body = body }
    assert_has(lines(html), "byline: Author:/Ann Lee/HN")
  end)
end)

describe("a headline below some text", function()
  it("has its day above it and its byline below", function()
    local html = ([[<html lang=en><title>Ferry stays in port</title><body><div class=content><div><h2>The isles</h2>
      <p>%s</p><p>%s</p><p>%s</p></div><div><p class=date>6 May 2024</p><h1>Ferry stays in port</h1>
      <h4>A night of storm</h4><p>von Ann Lee</p><p>%s</p><p>%s</p><p>%s</p></div></div></body></html>]])
      :format(TEXT[2], TEXT[3], TEXT[2], TEXT[1], TEXT[2], TEXT[3])
    assert_has(lines(html), "published: 6 May 2024", "byline: von Ann Lee")
  end)
end)
