-- The generic rule on pages that are no plain articles: pages of sections, recipes, forums, verse.
local pages = require "spec.rules.generic_story"
local lines, TEXT = pages.lines, pages.TEXT
local assert_has, assert_lacks = pages.assert_has, pages.assert_lacks

local ITEMS = { "Lock the boathouse, even if you leave it for a moment.", "Hang the spare key nowhere near the pier.",
  "Ask a neighbour to look after the lamps at night.", "Write down the numbers of your motors." }

local HEAD = "<html lang=en><head><title>Safe at the pier</title></head><body><nav><a href=/>Home</a></nav>"

local function page(body)
  return HEAD .. body .. "<footer>© Pier House</footer></body></html>"
end

describe("the generic rule on pages of sections", function()
  local function sections(class)
    return lines(page("<h1>Safe at the pier</h1><div id=all><div class='part part--text module'><p>"
      .. TEXT[1] .. " " .. TEXT[2] .. "</p><p>" .. TEXT[3] .. "</p></div><div class='"
      .. class .. "'><p>What the pier master says:</p><ul><li>"
      .. table.concat(ITEMS, "</li><li>") .. "</li></ul></div></div>"))
  end

  it("adds a list that stands in a box of the same kind as the paragraphs above", function()
    assert_has(sections "part part--list module", "list_item: " .. ITEMS[1], "list_item: " .. ITEMS[4])
  end)

  it("adds none of another kind", function()
    assert_lacks(sections "module", "list_item: " .. ITEMS[1])
  end)

  it("does not take the prefix of a kit of components for that of a consent window", function()
    local list = lines(page("<main><h1>Safe at the pier</h1><div class=cmp-container><div class=cmp-text><p>" .. TEXT[1]
      .. "</p></div></div><div><p>" .. TEXT[2] .. " " .. TEXT[2] .. "</p><p>" .. TEXT[3] .. "</p></div></main>"))
    assert_has(list, "paragraph: " .. TEXT[1])
  end)
end)
