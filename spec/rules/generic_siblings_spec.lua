-- The generic rule on links of one shape beside each other: they are teasers, or a menu, together.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"

local function list_of(heading, ...)
  local items = {}
  for i, item in ipairs { ... } do items[i] = ("<li><a href='%s'>%s</a>"):format(item[1], item[2]) end
  return ("<section><h3>%s</h3><ul>%s</ul></section>"):format(heading, table.concat(items))
end

describe("siblings of teasers", function()
  it("are teasers too, however short, but for the link to all there are", function()
    local found = lines(page { main = list_of("Latest",
      { "/islands/two-seals-rescued-from-nets-48190", "Two seals rescued from nets at the pier" },
      { "/islands/fog-again-in-the-bay-48191", "Fog again" },
      { "/islands/school-loses-its-roof-48188", "School loses its roof in the night" },
      { "/islands", "All news" }) }, URL)
    assert_has(found, "heading: Latest", "headline: Fog again", "headline: School loses its roof in the night")
    assert.is_false(has(found, "headline: All news"))
  end)

  it("are teasers too with as much beside the link as beside the others", function()
    local item = "<li>12:36 PM <a href='/islands/%s'>%s</a>"
    local found = lines(page { main = "<section><h3>Latest</h3><ul>"
      .. item:format("two-seals-rescued-from-nets-48190", "Two seals rescued from nets at the pier")
      .. item:format("fog-again-48191", "Fog again?") .. item:format("school-loses-its-roof-48188",
        "School loses its roof in the night") .. "</ul></section>" }, URL)
    assert_has(found, "headline: Fog again?")
  end)

  it("are teasers too with a line more than the others, or words as of law in a headline", function()
    local item = "<div class=one><h4><a href='/islands/%s-48190'>%s</a></h4>%s</div>"
    local found = lines(page { main = "<section><h3>Latest</h3>"
      .. item:format("two-seals-rescued-from-nets", "Two seals rescued from nets at the pier", "")
      .. item:format("fog-again", "Fog again", "<p>12</p>") .. item:format("school-loses-its-roof",
        "School loses its roof in the night", "")
      .. item:format("poet-wins-copyright-case", "Poet wins © case in court", "") .. "</section>" }, URL)
    assert_has(found, "headline: Fog again", "headline: Poet wins © case in court")
  end)

  it("are teasers too where a class says which of them is the first or an odd one", function()
    local item = "<li class='%s'><a href='/islands/%s-48190'>%s</a>"
    local found = lines(page { main = "<section><h3>Latest</h3><ul>" .. item:format("first", "fog-again", "Fog again")
      .. item:format("odd", "two-seals-rescued-from-nets", "Two seals rescued from nets at the pier")
      .. item:format("even", "school-loses-its-roof", "School loses its roof in the night")
      .. item:format("last", "rain", "Rain") .. "</ul></section>" }, URL)
    assert_has(found, "heading: Latest", "headline: Fog again", "headline: Rain")
  end)

  it("make a menu of the one long line among them", function()
    local found = lines(page { main = list_of("Islands", { "/north", "North" }, { "/south", "South" },
      { "/east", "East" }, { "/forty-years-of-this-harbour-paper", "Forty years of this harbour paper" },
      { "/west", "West" }, { "/lights", "Lights" }) }, URL)
    assert.is_false(has(found, "headline: Forty years of this harbour paper"))
  end)

  it("make a topic of the one line that is long enough, even where all have addresses of stories", function()
    local function found(line)
      return lines(page { main = list_of("Islands", { "/topic-48191", "North" }, { "/topic-48192", "South" },
        { "/topic-48193", "East" }, { "/topic-48194", line }, { "/topic-48195", "West" },
        { "/topic-48196", "Lights" }) }, URL)
    end
    assert.is_false(has(found "Boats, piers and old lights", "headline: Boats, piers and old lights"))
    local long = "Boats, piers and old lights are to be kept as they were"
    assert_has(found(long), "headline: " .. long)
  end)

  it("are no labels of the teaser beside them", function()
    local found = lines(page { main = list_of("Latest", { "/tides", "Tides" },
      { "/islands/two-seals-rescued-from-nets-48190", "Two seals rescued from nets at the pier" },
      { "/winds", "Winds" }) }, URL)
    assert.is_false(has(found, "kicker: Tides"))
    assert.is_false(has(found, "detail: Winds"))
  end)

  it("are teasers by their headings, though sections and people are linked beside them", function()
    local item = "<article class=one><a href='/%s'>%s</a><h3><a href='%s'>%s</a></h3><a href='/people/ann'>Ann Rowe</a>"
      .. "</article>"
    local function one(section, href, line) return item:format(section:lower(), section, href, line) end
    local found = lines(page { main = "<section><h2>Latest</h2>" .. one("Bay", "/islands/fog-again-48191", "Fog again")
      .. one("Nets", "/islands/two-seals-rescued-48190", "Two seals rescued from nets at the pier")
      .. one("Town", "/islands/school-loses-its-roof-48188", "School loses its roof in the night")
      .. "</section>" }, URL)
    assert_has(found, "heading: Latest", "headline: Fog again", "kicker: Bay")
    assert.is_false(has(found, "heading: Fog again"))
  end)
end)

describe("links of one shape below words that head lists of stories", function()
  local ONE = { "/islands/two-seals-rescued-from-nets-48190", "Two seals rescued from nets at the pier" }
  local TIDES, WINDS = { "/sea/tides", "Tides" }, { "/sea/winds", "Winds" }

  it("are teasers, however short and whatever they lead to", function()
    for _, heading in ipairs { "Recent posts", "Neueste Beiträge", "Articles récents", "Meistgelesen" } do
      local found = lines(page { main = list_of(heading, TIDES, ONE, WINDS) }, URL)
      assert_has(found, "heading: " .. heading, "headline: Tides", "headline: Winds", "headline: " .. ONE[2])
    end
  end)

  it("are none where the words say nothing of stories, or no link leads to one", function()
    assert.is_false(has(lines(page { main = list_of("Popular topics", TIDES, ONE, WINDS) }, URL), "headline: Tides"))
    local found = lines(page { main = list_of("Recent posts", TIDES, { "/sea/salt", "Salt" }, WINDS) }, URL)
    assert.is_false(has(found, "headline: Tides"))
  end)

  it("are none where they are lists themselves", function()
    local lists = ""
    for _, name in ipairs { "Sea", "Land", "Sky" } do
      local items = ""
      for number = 1, 7 do items = items .. ("<p><a href='/%s/%d'>Piece %d</a></p>"):format(name, number, number) end
      lists = lists .. "<li><h4><a href='/" .. name .. "'>" .. name .. "</a></h4>" .. items .. "</li>"
    end
    local found = lines(page { main = "<section><h3>Recent articles</h3><ul>" .. lists .. "</ul></section>" }, URL)
    assert.is_false(has(found, "headline: Sea"))
  end)
end)

describe("short headings that are links, in boxes alike at the foot of a page", function()
  local url = "https://harbour.example/islands/ferry-stays-in-port-48213"

  local function found(path, tag)
    local drop, list = "<div class=drop><%s><a href='%s%d'>%s</a></%s></div>", {}
    for at, title in ipairs { "Seals and whales again", "Red Pier", "Boats at Night" } do
      list[at] = drop:format(tag, at == 1 and "/islands/piece-4819" or path, at, title, tag)
    end
    return lines(page { main = "<footer><div class=pan>" .. table.concat(list)
      .. "</div></footer>" }, url)
  end

  it("are teasers where one is long enough and all lead to stories", function()
    assert_has(found("/islands/piece-4819", "h4"), "headline: Seals and whales again", "headline: Red Pier",
      "headline: Boats at Night")
    assert.is_false(has(found("/isles/p", "h4"), "headline: Red Pier"))
    assert.is_false(has(found("/islands/piece-4819", "div"), "headline: Red Pier"))
  end)
end)
