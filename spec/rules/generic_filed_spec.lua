-- The generic rule on lines of names and dates that say under what the story is filed.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, TEXT = generic.assert_has, generic.has, generic.lines, generic.TEXT

local function story(head, menu, url)
  return lines(([[<html lang=en><head><title>Ferry stays in port</title></head><body>%s<main>
    <article><h1>Ferry stays in port</h1>%s<div class=text><p>%s</p><p>%s</p><p>%s</p></div></article></main></body>
    </html>]]):format(menu or "", head, TEXT[1], TEXT[2], TEXT[3]), url)
end

describe("lines of names and dates that say the section", function()
  it("behind the word for in, parted from the rest", function()
    assert_has(story(
      "<div class=byline>6 May 2024 · by annlee · in <a href=/h>Harbour News</a> · Leave a comment</div>"),
      "published: 6 May 2024", "byline: by annlee", "kicker: in Harbour News")
    assert_has(story("<div class=post-meta><time>6 May 2024</time>/<a href=#c>0 Comments</a>/<span>"
      .. "in <a href=/h>Harbour</a> </span>/by <a href=/a>annlee</a></div>"),
      "byline: by annlee", "kicker: in Harbour")
  end)

  it("behind a label, several of them by where their links lead", function()
    for _, label in ipairs { "In: ", "Filed under: ", "Kategorie: ", "Rubrique : " } do
      assert_has(story("<div class=post-meta><span class=author>By Ann Lee</span> <span>on: 6 May 2024</span> <span>"
        .. label .. "<a href=/category/h>Harbour</a>, <a href=/category/t>Town</a></span></div>"),
        "byline: By Ann Lee", "kicker: " .. label .. "Harbour", "kicker: Town")
    end
  end)

  it("by the name that the menu has for it", function()
    local menu = "<nav><ul><li><a href=/h>Harbour</a></li><li><a href=/t>Town</a></li></ul></nav>"
    assert_has(story("<div class=date>Harbour, 6 May 2024</div>", menu), "published: 6 May 2024", "kicker: Harbour")
    assert.is_false(has(story("<div class=date>Northport, 6 May 2024</div>", menu), "kicker: Northport"))
  end)

  it("by a link to it", function()
    assert_has(story("<div>6 May 2024 | 06:46 | <a href=/topic/tide>Tides</a></div>"),
      "published: 6 May 2024 | 06:46", "kicker: Tides")
    assert.is_false(has(story("<div>6 May 2024 | 06:46 | <a href=/people/tide>Tides</a></div>"), "kicker: Tides"))
  end)

  it("by a link to a folder in which the page lies, though nothing parts it from the rest", function()
    local line = "<p><span>6 May 2024</span> <a href=%s>Waters</a> <span>By <b>Ann Lee</b></span></p>"
    local url = "https://harbour.example/sea/tides/ferry-stays-in-port-48213"
    local found = story(line:format "/sea/tides/", nil, url)
    assert_has(found, "published: 6 May 2024", "byline: By Ann Lee", "kicker: Waters")
    assert.is_false(has(story(line:format "/people/tides/", nil, url), "kicker: Waters"))
  end)
end)

describe("lines of links to sections", function()
  local BY = "<p class=author>By Ann Lee</p>"

  it("label the story where blogs call the links so", function()
    assert_has(story(BY .. '<div><a rel="category tag" href=/h>Harbour</a>, '
      .. '<a rel="category tag" href=/t>Town</a></div>'), "kicker: Harbour, Town")
    assert.is_false(has(story(BY .. "<div><a href=/h>Harbour</a>, <a href=/t>Town</a></div>"), "kicker: Harbour, Town"))
  end)

  it("label it where they are so named and lead to such", function()
    assert_has(story(BY .. "<div class='category byline-part'><a href=/category/h>Harbour</a></div>"),
      "kicker: Harbour")
    assert.is_false(has(story(BY .. "<div class='category byline-part'><a href=/category/h>0</a></div>"),
      "kicker: 0"))
  end)
end)
