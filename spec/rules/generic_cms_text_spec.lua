-- The generic rule on what widely used systems set between a story's paragraphs.
local generic = require "spec.rules.generic_page"
local assert_has, lines, page, TEXT = generic.assert_has, generic.lines, generic.page, generic.TEXT

local function assert_lacks(list, words)
  for _, line in ipairs(list) do
    if line:find(words, 1, true) then assert.is_truthy(line:find("^%s*text: "), line) end
  end
end

describe("between the paragraphs", function()
  it("short lines that stand there again and again are none of the text", function()
    local body = ("<p>%s</p><p>Story slot</p><p>%s</p><p>Story slot</p><p>Story slot</p><p>%s</p>"
      .. "<p>Four boats left</p>"):format(TEXT[1], TEXT[2], TEXT[3]) .. "<p>" .. TEXT[2] .. "</p>"
    local read = lines(page { body = body })
    assert_lacks(read, "Story slot")
    assert_has(read, "paragraph: Four boats left")
  end)

  it("lines where advertisements cut it are none, nor is what asks whether it was of use", function()
    for _, words in ipairs { "Advertisement - Continue Reading Below", "Story continues below advertisement", "Hide Ad",
      "Nach der Anzeige weiterlesen", "La suite après cette publicité", "Sigue leyendo después de la publicidad",
      "Continua após a publicidade", "Continua a leggere dopo la pubblicità", "De tekst gaat verder onder de foto",
      "Artikeln fortsätter efter annonsen", "Was this page helpful?", "War dieser Artikel hilfreich?" } do
      local body = ("<p>%s</p><p>%s</p><p>%s</p>"):format(TEXT[1], words, TEXT[2])
      assert_lacks(lines(page { body = body }), words)
    end
  end)

  it("a box with a line that is named as its title says more of the matter", function()
    local box = "<div class=fancy-box><div class=fancy-box-title>The ferry in figures</div><div class=fancy-box-body>"
      .. "<p>Two hundred passengers fit in, and forty cars.</p><p>It has sailed since the year of the flood.</p>"
      .. "</div></div>"
    local body = ("<p>%s</p><p>%s</p>%s<p>%s</p>"):format(TEXT[1], TEXT[2], box, TEXT[3])
    assert_has(lines(page { body = body }), "heading: The ferry in figures",
      "paragraph: Two hundred passengers fit in, and forty cars.", "sidebar")
  end)
end)

it("who the author is may stand above a note on where the story appeared", function()
  local html = [[<html lang=en><head><title>Ferry stays in port</title><meta name=author content="Ann Lee"></head><body>
    <main><article><h1>Ferry stays in port</h1><p>By Ann Lee</p><div class=article-body><p>%s</p><p>%s</p><p>%s</p>
    <p><em>Ann Lee covers the islands. Write to her at ann@harbour.example.</em></p>
    <p>This article originally appeared on Harbour News: Ferry stays in port</p></div></article></main></body></html>]]
  assert_has(lines(html:format(TEXT[1], TEXT[2], TEXT[3])),
    "bio: Ann Lee covers the islands. Write to her at ann@harbour.example.",
    "note: This article originally appeared on Harbour News: Ferry stays in port")
end)
