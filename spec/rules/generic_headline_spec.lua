-- The generic rule on which heading is the story's.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, TEXT = generic.assert_has, generic.has, generic.lines, generic.TEXT

describe("a heading that leads to the front page", function()
  local function blog(headings)
    return lines(([[<html lang=en><head><title>Harbour Notes &raquo; Archive &raquo; Ferry stays in port</title></head>
      <body><div>%s</div><div class=post><h2><a href="https://notes.example/ferry">Ferry stays in port</a></h2>
      <p>%s</p><p>%s</p><p>%s</p></div></body></html>]]):format(headings, TEXT[1], TEXT[2], TEXT[3]))
  end

  it("is the site's name, the headline what the end of the title fits", function()
    for _, home in ipairs { "/", "https://notes.example", "https://notes.example/" } do
      local list = blog(("<h1><a href='%s'>Harbour Notes</a></h1>"):format(home))
      assert_has(list, "headline: Ferry stays in port")
      assert.is_false(has(list, "headline: Harbour Notes"))
    end
  end)
end)
