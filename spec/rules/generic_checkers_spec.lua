-- The generic rule on lines at the head that say who checked the story.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, TEXT = generic.assert_has, generic.has, generic.lines, generic.TEXT

local function story(head)
  return lines(([[<html lang=en><head><title>Ferry stays in port</title></head><body><main><article>
    <h1>Ferry stays in port</h1><p>By Ann Lee</p>%s<div class=text><p>%s</p><p>%s</p><p>%s</p></div></article></main>
    </body></html>]]):format(head, TEXT[1], TEXT[2], TEXT[3]))
end

describe("who checked the story", function()
  it("stands with the byline, in one line or in two", function()
    assert_has(story("<div><span>Medically reviewed by Cara Moss</span></div>"), "byline: By Ann Lee",
      "byline: Medically reviewed by Cara Moss")
    assert_has(story("<div>Fachlich geprüft von Dr. Cara Moss</div>"), "byline: Fachlich geprüft von Dr. Cara Moss")
    assert_has(story("<p>6 May 2024</p><div><div>Verified by</div><div><a href=/cara>Cara Moss</a></div></div>"),
      "byline: Verified by", "byline: Cara Moss")
  end)

  it("is no other line with such words", function()
    assert.is_false(has(story("<div>Verified by readers</div>"), "byline: Verified by readers"))
    assert.is_false(has(story("<div>Harbour views</div><div>Cara Moss</div>"), "byline: Cara Moss"))
  end)
end)
