-- The generic rule on short stories, about which a page says more elsewhere: none of that is theirs.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, TEXT = generic.assert_has, generic.has, generic.lines, generic.TEXT

local function page(parts)
  return ([[<html lang=en><head><title>Ferry stays in port</title></head><body><div id=main>
    <div id=col1><h1>Ferry stays in port</h1><h6>%s</h6><div class=piece>
    <div class=textbox><p>%s</p><p>%s</p></div></div></div>%s</div>
    <div id=footer><p><a href=/imprint>Imprint</a></p></div>%s</body></html>]])
    :format(parts.date or "May 6, 2024 6:14 AM", TEXT[1], TEXT[2], parts.beside or "", parts.below or "")
end

local function assert_lacks(found, text)
  for _, tag in ipairs { "paragraph", "crosshead", "list_item" } do
    assert.is_false(has(found, tag .. ": " .. text), text)
  end
end

describe("a short story", function()
  local FAIR = "All you need to know of the harbour fair: how to get your tickets, what to wear and what to eat."
  local PARKS = "Wireless is to be had in many of the town's public parks, and here are seven spots that we like."
  local COLUMN = ([[<div class=col2><ul><li><a href=/a>News of the isles</a><li><a href=/b>News of ships</a>
    <li><a href=/c>News of towns</a></ul><div class=block><h5><a href=/fair>Harbour fair</a></h5>%s</div>
    <div class=block><h5><a href=/parks>Town parks</a></h5>%s</div></div>]]):format(FAIR, PARKS)

  it("that says when it appeared has no text in other columns", function()
    local found = lines(page { beside = COLUMN })
    assert_lacks(found, FAIR)
    assert_lacks(found, "Harbour fair")
    local undated = lines(page { beside = COLUMN, date = "Of ships and seas" })
    assert_has(undated, "paragraph: " .. FAIR) -- the pages of firms and clubs have
  end)

  it("has no text below the page's foot", function()
    local help = "In the menu for the settings of your browser, press the button that keeps this page among your own."
    local below = "<div id=help><ul><li>Press the keys for the menu.</li></ul>" .. help .. "</div>"
    assert_lacks(lines(page { below = below }), help)
  end)

  it("has no text in what the site says of its rights", function()
    local notice = "What authors say here, in their pieces and below those of others, in words or in pictures, is "
      .. "their own opinion, and we answer neither for its truth nor for its being whole; what we print may not "
      .. "be reproduced by others, and where that is done, the house of the paper will ask for what it is due."
    assert_lacks(lines(page { below = "<div class=statement><p>" .. notice .. "</p></div>" }), notice)
  end)
end)
