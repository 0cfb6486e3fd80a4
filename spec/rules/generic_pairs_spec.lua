-- The generic rule on two links to the same piece: a label and a headline, or a headline and its dek.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"
local SEALS, WHALE = "Two seals are home again today", "Whale seen off the old long pier"
local DEK = "They were lost in the storm that kept the ferry in port for all of the night."

local function list(inner)
  return lines(page { main = "<section><h2>Latest</h2>" .. inner .. "</section>" }, URL)
end

local function link(number, text)
  return ("<a href='/islands/piece-%d'>%s</a>"):format(number, text)
end

describe("two links to one piece", function()
  it("are its headline and its dek in one line, behind the day too", function()
    local found = list("<p>6 May 2024 " .. link(48171, SEALS) .. " " .. link(48171, DEK) .. "</p><p>"
      .. link(48172, WHALE) .. "</p>")
    assert_has(found, "published: 6 May 2024", "headline: " .. SEALS, "dek: " .. DEK, "headline: " .. WHALE)
  end)

  it("are its label and its headline in one line where the first is short", function()
    local found = list("<ul><li>" .. link(48171, "From our old big archive") .. " " .. link(48171, SEALS) .. "</li><li>"
      .. link(48172, "Sea") .. " " .. link(48172, WHALE) .. "</li></ul>")
    assert_has(found, "kicker: From our old big archive", "headline: " .. SEALS, "kicker: Sea", "headline: " .. WHALE)
  end)

  it("are one teaser though they say from where on the page readers came", function()
    local line = "<p class=a><a href='/islands/piece-%d?iref=%s'>%s</a></p>"
    local item = "<li>" .. line .. line .. "</li>"
    local function listed(first, second)
      return list("<ul>" .. item:format(48171, "n_1", SEALS, 48171 + first, "l_1", "They were lost in the storm")
        .. item:format(48172, "n_2", WHALE, 48172 + second, "l_2", "All of the town stood there") .. "</ul>")
    end
    assert_has(listed(0, 0), "dek: They were lost in the storm", "dek: All of the town stood there")
    assert_has(listed(10, 10), "headline: They were lost in the storm")
  end)

  it("have the shorter for headline where the other is longer than headlines are", function()
    local long = ("They were lost in the storm that kept the ferry in port for all of the night "):rep(3) .. "and more"
    local function item(number, headline)
      return "<li><div>" .. link(number, headline) .. link(number, "<p>" .. long .. "</p>") .. "</div></li>"
    end
    local found = list("<ul>" .. item(48171, SEALS) .. item(48172, WHALE) .. "</ul>")
    assert_has(found, "headline: " .. SEALS, "dek: " .. long, "headline: " .. WHALE)
  end)

  it("are one teaser of several in a line", function()
    local found = list("<p>" .. link(48171, SEALS) .. " " .. link(48171, DEK) .. " " .. link(48172, WHALE) .. "</p>")
    assert_has(found, "headline: " .. SEALS, "dek: " .. DEK, "headline: " .. WHALE)
    assert.is_false(has(found, "headline: " .. DEK))
  end)

  it("are one teaser where the second stands in a box of its own, however long it is", function()
    for _, dek in ipairs { DEK, (DEK .. " "):rep(5):match "^(.-)%s*$" } do
      local found = list("<div><div class=a><h4>" .. link(48171, SEALS) .. "</h4></div><div class=b>"
        .. link(48171, dek) .. "</div><div class=c><h4>" .. link(48172, WHALE) .. "</h4></div></div>")
      assert_has(found, "headline: " .. SEALS, "dek: " .. dek, "headline: " .. WHALE)
    end
  end)

  it("leave the headline to the first where the second leads on", function()
    assert_has(list("<p>" .. link(48171, WHALE) .. " " .. link(48171, "read more") .. "</p><p>" .. link(48172, SEALS)
      .. "</p>"), "headline: " .. WHALE, "headline: " .. SEALS)
  end)
end)

describe("two elements of one link that nothing parts", function()
  it("are its headline and its dek where the second is long", function()
    local item = "<li><a href='/islands/piece-%d'><span class=a>%s</span><span>%s</span></a></li>"
    local found = list("<ul>" .. item:format(48171, SEALS, DEK) .. item:format(48172, "The whale", DEK) .. "</ul>")
    assert_has(found, "headline: " .. SEALS, "headline: The whale", "dek: " .. DEK)
    local long = (DEK .. " "):rep(5):match "^(.-)%s*$"
    local card = "<li><a href='/islands/piece-%d'><span class=title>%s</span> <span class=text>%s</span></a></li>"
    assert_has(list("<ul>" .. card:format(48171, SEALS, long) .. card:format(48172, WHALE, long) .. "</ul>"),
      "headline: " .. SEALS, "headline: " .. WHALE, "dek: " .. long)
  end)
end)
