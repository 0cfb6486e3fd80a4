-- The generic rule on lists that look like lists of stories and are none: menus of sections, topics, programmes, goods.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"

local function found_in(list)
  return lines(page { main = list }, URL)
end

-- A list of items, each of which is made of a place in an address and a title.
local function list_of(item, titles)
  local items = {}
  for i, title in ipairs(titles) do items[i] = item:format(48300 + i, title) end
  return found_in("<section><h2>Look here</h2><ul>" .. table.concat(items) .. "</ul></section>")
end

local TITLES = { "Boats are back at the quay", "Gulls have left the old harbour", "Pier to be painted in red" }

describe("a list", function()
  local function menu(below)
    local link = "<li><a href='" .. below .. "/%s'>%s</a>"
    return found_in("<aside><div><h3><a href='/news/isles/'>All the northern isles</a></h3><ul>"
      .. link:format("north", "North") .. link:format("south", "South") .. link:format("east", "East")
      .. "</ul></div></aside>")
  end

  it("below a link to the section whose sections it names is a menu", function()
    assert.is_false(has(menu "/news/isles", "headline: All the northern isles"))
    assert_has(menu "/nature", "headline: All the northern isles")
  end)

  it("of topics behind a hash is none of stories", function()
    local item = "<li><a href='/look/at/%d'>%s</a></li>"
    local found = list_of(item, { "#Boats of the isles", "#Gulls in the harbour", "#Piers and old quays" })
    assert.is_false(has(found, "headline: #Boats of the isles"))
    assert_has(list_of(item, TITLES), "headline: " .. TITLES[1])
  end)

  it("of what is on from when to when is none", function()
    for _, slot in ipairs { "06:00 - 06:25 Uhr", "10.00–12.30", "20:00 bis 22:00", "8h30 à 10h00", "9 am - 11 am" } do
      local found = list_of("<li><span>" .. slot .. "</span><h3><a href='/look/at/%d'>%s</a></h3></li>", TITLES)
      assert.is_false(has(found, "headline: " .. TITLES[1]), slot)
    end
    assert_has(list_of("<li><span>06:25 Uhr</span><h3><a href='/look/at/%d'>%s</a></h3></li>", TITLES),
      "headline: " .. TITLES[1])
  end)

  it("of what has its price behind it is none", function()
    for _, price in ipairs { "19,99 €", "€19.99", "$ 1,119.00", "£4.50", "149,90 zł", "CHF 12.50", "R$ 1.019,90" } do
      local found = list_of("<li><h3><a href='/look/at/%d'>%s " .. price .. "</a></h3></li>", TITLES)
      assert.is_false(has(found, "headline: " .. TITLES[1] .. " " .. price), price)
    end
    local found = list_of("<li><h3><a href='/look/at/%d'>%s</a></h3></li>",
      { TITLES[1], TITLES[2], "Tickets for the ferry now cost $12.50" })
    assert_has(found, "headline: Tickets for the ferry now cost $12.50")
  end)
end)
