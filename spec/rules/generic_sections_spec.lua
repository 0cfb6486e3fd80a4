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

  it("beside others in one line is no headline, whatever stands between them", function()
    for _, row in ipairs { "<a href='/isles/12345'>Our northern isles</a> | <a href='/piers/12346'>Piers and quays</a>",
      "<a href='/isles/12345'>Our northern isles</a> <a href='/piers/12346'>Piers and quays</a>",
      "Here: <a href='/isles/12345'>Isles</a> / <a href='/piers/12346'>Piers</a> / Ferry stays in port for a day",
      "<a href='/isles/12345'>関于我们的港口</a> ｜ <a href='/piers/12346'>联系我们</a>" } do
      local found = found_in("<div class=way><p>" .. row .. "</p></div><hr>")
      local first = row:match "12345'>(.-)<"
      assert.is_false(has(found, "headline: " .. first), row)
    end
    assert_has(found_in("<div><p><a href='/isles'>Isles</a> | <a href='/isles/12345'>Seals rescued from nets at the "
      .. "pier</a></p></div>"), "headline: Seals rescued from nets at the pier")
  end)

  it("in the way from the front page to this one is none", function()
    for _, here in ipairs { "您的当前位置：", "Tutaj jesteś:", "Je bent hier:", "Вы здесь:", "Sei in:" } do
      local found = found_in("<h2>" .. here .. " <a href='/isles/12345'>Our northern isles</a> &gt; Piers</h2><hr>")
      assert.is_false(has(found, "headline: Our northern isles"), here)
    end
  end)
end)
