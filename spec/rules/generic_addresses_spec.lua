-- The generic rule on links that lead to no story, by their addresses.
local generic = require "spec.rules.generic_page"
local has, lines, page = generic.has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"
local ITEM = "<li><h3><a href='%s'>%s</a></h3></li>"

local function headlines(address)
  local items = ITEM:format(address:format(48301), "Boats are back at the long quay")
    .. ITEM:format(address:format(48302), "Gulls have left the harbour again")
    .. ITEM:format(address:format(48303), "Pier to be painted red in May")
  return lines(page { main = "<section><h2>Look here</h2><ul>" .. items .. "</ul></section>" }, URL)
end

describe("a link", function()
  it("to goods, posts, pictures or what a site has for its readers is no headline", function()
    for _, address in ipairs { "/shop/boat-%d", "https://shop.harbour.example/boat-%d", "/preisvergleich/%d",
      "https://www.amazon.de/dp/%d?ref=a&tag=harbour-21", "/jobs/captain-of-the-long-pier-%d", "/stellenmarkt/%d",
      "/termine/%d/boat-race", "/photos/%d.jpg", "/password/%d", "https://creativecommons.org/licenses/by/%d",
      "https://goo.gl/maps/%d", "/islands/boats-back-%d/#respond" } do
      assert.is_false(has(headlines(address), "headline: Boats are back at the long quay"), address)
    end
  end)

  it("to a story is one", function()
    for _, address in ipairs { "/islands/boat-%d", "/workshop/%d-boats", "/islands/jobs-in-the-harbour-%d" } do
      assert.is_true(has(headlines(address), "headline: Boats are back at the long quay"), address)
    end
  end)
end)
