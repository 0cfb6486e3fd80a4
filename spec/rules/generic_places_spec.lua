-- The generic rule on where headlines stand in the items of a list.
local generic = require "spec.rules.generic_page"
local assert_has, lines, page = generic.assert_has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"

describe("items of one shape", function()
  local ITEM = "<li><a href='/islands/piece-%d'><div class=one>%s</div><div class=two>%s</div></a></li>"
  local function cards(...)
    local list = {}
    for at, one in ipairs { ... } do list[at] = ITEM:format(48170 + at, one[1], one[2]) end
    return lines(page { main = "<section><h2>Latest</h2><ul>" .. table.concat(list) .. "</ul></section>" }, URL)
  end
  local WHALE = { "Whale seen off the long pier", "All stood there" }
  local SEALS = { "Two seals are home again", "They swam alone" }
  local SCHOOL = { "School loses its roof in the night", "In the storm" }
  local function turned(one) return { one[2], one[1] } end

  it("have their headlines in the same line, the longer below one too", function()
    local found = cards({ "Pier to be painted", "It will be as red as it was of old" }, WHALE, SEALS, SCHOOL)
    assert_has(found, "headline: Pier to be painted", "dek: It will be as red as it was of old")
  end)

  it("have them there where both lines are short", function()
    local found = cards({ "Pier paint", "Red again" }, turned(WHALE), turned(SEALS), turned(SCHOOL))
    assert_has(found, "kicker: Pier paint", "headline: Red again")
  end)

  it("have them not in a line of figures", function()
    assert_has(cards({ "12/2024", "Pier to be painted as of old" }, WHALE, SEALS, SCHOOL),
      "headline: Pier to be painted as of old")
  end)

  it("keep theirs where as many have them in each line", function()
    local found = cards(WHALE, SEALS, SCHOOL, { "Fog", "The bay is not seen for nine days now" },
      { "Ferry", "Boats stay in port until the wind drops" }, { "Ice", "Nobody can get out of the harbour now" })
    assert_has(found, "headline: " .. WHALE[1], "headline: The bay is not seen for nine days now")
  end)
end)
