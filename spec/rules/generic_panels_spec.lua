-- The generic rule on tabs side by side above as many boxes of stories.
local generic = require "spec.rules.generic_page"
local assert_has, found_below = generic.assert_has, generic.found_below
local HEADLINES = generic.HEADLINES
local SEALS, ROOF, FOG, WHALE = HEADLINES.SEALS, HEADLINES.ROOF, HEADLINES.FOG, HEADLINES.WHALE
local BOATS, NETS = "Boats race around the lighthouse", "Nets mended by hand once more"

local function list(tag, ...)
  return "<" .. tag .. ">" .. generic.list(...) .. "</div>"
end

local function panels(tabs)
  local html = tabs .. "<div class=content>" .. list("div class=active", SEALS, ROOF) .. list("div", FOG, WHALE)
    .. list("div hidden", BOATS, NETS) .. "</div>"
  return found_below("<section>" .. html .. "</section>")
end

describe("tabs above as many boxes", function()
  it("head each the box of its place", function()
    for _, tabs in ipairs {
      "<ul class=tabs><li>Newest</li><li>Of the isles</li><li>Hand picked</li></ul>",
      "<ul><li><a href='#a'>Newest</a><li><a href='#b'>Of the isles</a><li><a href='#c'>Hand picked</a></ul>",
      "<div><h3>Newest</h3><h3>Of the isles</h3><h3>Hand picked</h3></div>",
      "<ul><li><button>Most read</button><li><button>Of the isles</button><li><button>Hand picked</button></ul>",
    } do
      local found = panels(tabs)
      assert_has(found, "headline: " .. SEALS, "headline: " .. ROOF)
      assert_has(found, "heading: Of the isles", "headline: " .. FOG, "headline: " .. WHALE)
      assert_has(found, "heading: Hand picked", "headline: " .. BOATS, "headline: " .. NETS)
    end
  end)

  it("leave the first to the label right above them that opens the box of all", function()
    local found = panels("<p class=top>Talk of the port</p><ul class=tabs><li>Newest</li><li>Of the isles</li>"
      .. "<li>Hand picked</li></ul>")
    assert_has(found, "heading: Talk of the port", "heading: Of the isles", "heading: Hand picked")
  end)

  it("head what is below by the first, where all stand in one line that is named so", function()
    assert_has(panels "<div class=tabs><span>Newest</span> <span>Of the isles</span></div>", "heading: Newest")
  end)

  it("head each all that its box holds, be they links to sections of as many words as a headline", function()
    local tabs = "<div><h3><a href='/new/'>All that is new</a></h3><h3><a href='/isles/'>Of the isles</a></h3>"
      .. "<h3><a href='/picked/'>Picked by hand</a></h3></div>"
    local two = "<div class=panel>%s<p class=text>A picture of the harbour at dawn</p>%s</div>"
    local html = tabs .. "<div>" .. two:format(list("div", SEALS, ROOF), list("div", FOG, WHALE))
      .. two:format(list("div", BOATS), list("div", NETS))
      .. two:format(list("div", "Gulls seen far inland this spring"), list("div", "Bread sold out on the islands"))
      .. "</div>"
    local found = found_below("<section>" .. html .. "</section>")
    assert_has(found, "heading: All that is new", "headline: " .. SEALS, "headline: " .. WHALE)
    assert_has(found, "heading: Of the isles", "headline: " .. BOATS, "headline: " .. NETS)
    assert_has(found, "heading: Picked by hand", "headline: Gulls seen far inland this spring")
  end)

  it("head none where they are fewer, lead back and on or to other pages, or stand below a heading", function()
    for _, tabs in ipairs {
      "<ul class=tabs><li>Newest</li><li>Of the isles</li></ul>",
      "<ul><li><a href='/a'>Newest</a><li><a href='/b'>Of the isles</a><li><a href='/c'>Hand picked</a></ul>",
      "<ul class=tabs><li>Back</li><li>Of the isles</li><li>Next</li></ul>",
      "<h2>Talk of the port</h2><ul class=tabs><li>Newest</li><li>Of the isles</li><li>Hand picked</li></ul>",
    } do
      local count = 0
      for _, line in ipairs(panels(tabs)) do count = count + (line == "sidebar" and 1 or 0) end
      assert.equal(1, count, tabs)
    end
  end)
end)
