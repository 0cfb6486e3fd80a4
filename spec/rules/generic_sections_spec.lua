-- The generic rule on links to sections beside links to stories: headings of lists, and ways to all
-- there are of a kind.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"
local SEALS = "<li><a href='/islands/two-seals-rescued-from-nets-48190'>Two seals rescued from nets at the pier</a>"
local ROOF = "<li><a href='/islands/school-loses-its-roof-48188'>School loses its roof in the night</a>"
local FOG = "<li><a href='/islands/fog-stays-for-a-week-48186'>Fog stays in the bay for a week</a>"

local function found_in(list)
  return lines(page { main = list }, URL)
end

describe("a link to a section", function()
  it("that is a heading above stories heads their list", function()
    local found = found_in("<div class='title'><h2><a href='/most/read'>What islanders read</a></h2></div><ul>"
      .. SEALS .. ROOF .. "</ul>")
    assert_has(found, "heading: What islanders read", "headline: School loses its roof in the night")
    assert.is_false(has(found, "headline: What islanders read"))
  end)

  it("that leads to a story is a teaser above others", function()
    assert_has(found_in("<div class='title'><h2><a href='/islands/whale-seen-off-the-pier-48207'>Whale off the pier"
      .. "</a></h2></div><ul>" .. SEALS .. ROOF .. "</ul>"), "headline: Whale off the pier")
  end)

  it("among stories is none, nor their heading", function()
    local found = found_in("<section><div><p>From the isles</p><p><a href='/islands'>Isles</a></p></div><ul>"
      .. SEALS .. ROOF .. FOG .. "</ul><p><a href='/islands/older'>Older pieces of the isles</a></p></section>")
    assert_has(found, "heading: From the isles", "headline: Fog stays in the bay for a week")
    assert.is_false(has(found, "heading: Isles"))
    assert.is_false(has(found, "headline: Older pieces of the isles"))
  end)
end)
