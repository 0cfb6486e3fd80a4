-- The generic rule on labels beside teasers: sections, who wrote it and when, where a list begins.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"
local SEALS, ROOF = "Two seals rescued from nets", "School loses its roof at night"
local FOG, WHALE = "Fog stays in the bay for a week", "Whale seen off the old pier"
local address, number = "/islands/piece-of-the-isles-%d", 48190

local function link(name)
  number = number + 1
  return ("<a href='%s'>%s</a>"):format(address:format(number), name)
end

local function found_in(html)
  return lines(page { main = html }, URL)
end

describe("a section that is a link", function()
  it("is the label of the story beside it, though set as a heading", function()
    local item = "<div><h4><a href='/isles'>Northern isles coast</a></h4><p>%s</p></div>"
    local found = found_in("<section><h2>Latest</h2>" .. item:format(link(SEALS .. " at the pier"))
      .. item:format(link(ROOF .. " in the storm")) .. "</section>")
    assert_has(found, "kicker: Northern isles coast", "headline: " .. SEALS .. " at the pier")
    assert.is_false(has(found, "headline: Northern isles coast"))
  end)

  it("makes a menu with others of few words, though they are headings", function()
    local html = {}
    local names = { "North isles news", "South isles news", "East isles news", "Port news today", "All the tides" }
    for _, name in ipairs(names) do
      html[#html + 1] = "<li><h4><a href='/" .. name:lower():match "^%a+" .. "'>" .. name .. "</a></h4></li>"
    end
    assert.is_false(has(found_in("<ul>" .. table.concat(html) .. "</ul>"), "headline: North isles news"))
  end)
end)

describe("a list", function()
  it("begins at the label that stands in a box with its first teaser", function()
    local item = "<li>%s<p>13 May 2024</p></li>"
    local found = found_in("<div><section><h3>Latest</h3><ul>" .. item:format(link(SEALS)) .. item:format(link(ROOF))
      .. "</ul></section><section><div>Essays</div><ul>" .. item:format(link(FOG)) .. item:format(link(WHALE))
      .. "</ul></section></div>")
    assert_has(found, "heading: Latest", "heading: Essays", "headline: " .. FOG)
  end)

  it("is not headed by who wrote a piece or when", function()
    local item = "<p>Today 5:00 am</p><h3>%s</h3><h2 class=author_name><a href='/authors/ann'>Ann Lee</a></h2>"
    local found = found_in("<section><h2>Latest</h2>" .. item:format(link(SEALS)) .. item:format(link(ROOF))
      .. item:format(link(FOG)) .. "</section>")
    assert.is_false(has(found, "heading: Ann Lee"))
    assert.is_false(has(found, "heading: Today 5:00 am"))
  end)
end)

describe("what stands before a headline in its link", function()
  it("is how long ago it was, or that it is the next piece", function()
    local found = found_in("<section><h2>Latest</h2><ul><li>" .. link("<span class=time>6m ago</span>" .. SEALS)
      .. "<li>" .. link("<span>Next Post:</span>" .. ROOF) .. "</ul></section>")
    assert_has(found, "published: 6m ago", "headline: " .. SEALS, "kicker: Next Post:", "headline: " .. ROOF)
  end)
end)
