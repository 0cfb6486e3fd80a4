-- The generic rule on where headlines stand in the items of a list.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

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

describe("the box of an item", function()
  local HEADLINES = { "Two seals are home again today", "Whale seen off the old long pier",
    "School lost its roof in the storm" }

  it("is the row of a table with its rank and its counter, be it of a box that is named as a foot", function()
    local rows = {}
    for at, headline in ipairs(HEADLINES) do
      rows[at] = ("<tr><td>%d</td><td><a href='/islands/piece-4817%d'>%s</a></td><td>35%d</td></tr>"):format(at, at,
        headline, at)
    end
    local found = lines(page { main = "<div class='most-popular panel-bottom'><h3>Most read</h3><table>"
      .. table.concat(rows) .. "</table></div>" }, URL)
    for at, headline in ipairs(HEADLINES) do
      assert_has(found, "detail: " .. at, "headline: " .. headline, "detail: 35" .. at)
    end
  end)

  it("may hold the links to share it, behind its section, source, time and counter", function()
    local items, share = {}, ("<li class=share-x><a href='https://share.example/x'>Share</a></li>"):rep(6)
    for at, headline in ipairs(HEADLINES) do
      items[at] = ("<div class=new><h3><a href='/islands/piece-4817%d'>%s</a></h3><p class=x>Coast</p><p>The Gull</p>"
        .. "<p>%d hours ago</p><p><a href='/remarks/4817%d'>9410%d 9410%d</a></p><ul>%s</ul></div>")
        :format(at, headline, at + 3, at, at, at, share)
    end
    local found = lines(page { main = "<section><h2>Latest</h2>" .. table.concat(items) .. "</section>" }, URL)
    for at, headline in ipairs(HEADLINES) do
      assert_has(found, "headline: " .. headline, "published: " .. at + 3 .. " hours ago", "detail: The Gull")
      assert.is_false(has(found, ("headline: 9410%d 9410%d"):format(at, at)))
    end
  end)
end)

describe("between the teasers of a list", function()
  local function post(number, label, headline, related, day)
    local link = "<a href='/islands/piece-4817%d'>%s</a>"
    return "<div class=post><div class=top>" .. label .. "<h3>" .. link:format(number, headline) .. "</h3></div>"
      .. "<ul><li>" .. link:format(number + 1, related) .. "</li></ul><p class=foot>" .. day .. "</p></div>"
  end
  local function feed(label, day)
    return lines(page { main = "<section><h2>Latest</h2>"
      .. post(1, "", "Two seals are home again today", "How the seals were lost in the storm", day)
      .. post(3, label, "Whale seen off the old long pier", "What whales have to eat in our bay", day)
      .. post(5, "", "School lost its roof in the storm", "Who is to pay for the roof now", day) .. "</section>" }, URL)
  end

  it("a day is that of the one above, a label in a box with the one below that one's", function()
    local found = feed("<p>Coast</p>", "3 hours ago")
    assert_has(found, "kicker: Coast", "headline: Whale seen off the old long pier", "published: 3 hours ago")
    for at, line in ipairs(found) do
      if line:find "kicker: Coast" then assert.truthy(found[at + 1]:find "Whale seen") end
    end
  end)

  it("other lines are left", function()
    assert.is_false(has(feed("<p>These are the pieces that you read.</p>", "Out on the pier"),
      "published: Out on the pier"))
  end)
end)
