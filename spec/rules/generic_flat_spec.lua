-- The generic rule on lists that have no boxes for their items, and on what in an item is none of it.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"
local TEXT = ("<p>The ferry to the islands stayed in port on Monday, since the wind had grown to a storm.</p>"):rep(3)
local NAMES = { "Two seals rescued from nets", "School loses its roof at night", "Fog stays for a week in the bay" }

-- A list in which each item is put together from its headline's link and its number.
local function list(open, close, item)
  local html = {}
  for i, name in ipairs(NAMES) do
    html[i] = item(("<a href='/islands/piece-of-the-isles-%d'>%s</a>"):format(48190 + i, name), i)
  end
  return lines(page { main = "<section><h2>Latest</h2>" .. open .. table.concat(html) .. close .. "</section>" }, URL)
end

local function parts_of(found, name)
  for at, line in ipairs(found) do
    if line:find("headline: " .. name, 1, true) then return found[at - 1], found[at + 1], found[at + 2] end
  end
end

describe("a list without boxes for its items", function()
  it("gives the lines below a headline to it", function()
    local found = list("<dl>", "</dl>", function(link, i)
      return "<dt>" .. link .. "</dt><dd>" .. i .. " May 2024</dd>"
    end)
    for i, name in ipairs(NAMES) do
      local _, below = parts_of(found, name)
      assert.truthy(below:find("published: " .. i .. " May 2024", 1, true), name)
    end
  end)

  it("gives those that stand above the first headline to the next one throughout", function()
    local found = list("<div>", "</div>", function(link, i)
      return "<p class=k>Isles " .. i .. "</p><h3>" .. link .. "</h3><p class=d>It was a long night " .. i .. ".</p>"
    end)
    for i, name in ipairs(NAMES) do
      local above, below = parts_of(found, name)
      assert.truthy(above:find("kicker: Isles " .. i, 1, true), name)
      assert.truthy(below:find("dek: It was a long night " .. i .. ".", 1, true), name)
    end
  end)

  it("has nothing to give where the lines between are not alike", function()
    local found = list("<div>", "</div>", function(link, i)
      return "<h3>" .. link .. "</h3><p class=" .. ("abc"):sub(i, i) .. ">It was a long night.</p>"
    end)
    assert.is_false(has(found, "dek: It was a long night."))
  end)
end)

describe("an item", function()
  it("is whole where the box around the list is named a foot", function()
    local found = list("<div class=article-footer>", "</div>", function(link, i)
      return "<div><p class=date>" .. i .. " May 2024</p><h3>" .. link .. "</h3><h4 class=author>Ann Lee</h4></div>"
    end)
    assert_has(found, "published: 2 May 2024", "byline: Ann Lee")
  end)

  it("has no part in a link to more", function()
    local found = list("<ul>", "</ul>", function(link)
      return "<li>" .. link .. "<p><a href='/isles'>Weitere Videos</a></p><p><a href='/isles'>Show more</a></p></li>"
    end)
    assert.is_false(has(found, "detail: Weitere Videos"))
    assert.is_false(has(found, "detail: Show more"))
  end)
end)

describe("a linked heading in a box of other items", function()
  local function box(below)
    local head = "<h2><a href='/islands/piece-48190'>Two seals rescued from nets</a></h2>"
    return lines(page { main = "<div class=promo>" .. head
      .. below .. "<ul><li><a href='/islands/piece-48191'>School loses its roof at night</a></li>"
      .. "<li><a href='/islands/piece-48192'>Fog stays for a week in the bay</a></li></ul></div>" }, URL)
  end

  it("has the text right below it", function()
    local dek = "They were lost in the storm that kept the ferry in port."
    assert_has(box("<p>" .. dek .. "</p>"), "headline: Two seals rescued from nets", "dek: " .. dek,
      "headline: School loses its roof at night")
    for _, other in ipairs { "More from the islands and from the sea around them", "Good night." } do
      assert.is_false(has(box("<p>" .. other .. "</p>"), "dek: " .. other))
    end
  end)
end)

describe("a list of links and lines of who wrote them and when, right below the text", function()
  it("has its first line of these too, however long it is", function()
    local items = {}
    for i, name in ipairs(NAMES) do
      items[i] = ("<a href='/islands/piece-of-the-isles-%d'>%s</a><br>by Bo Hale (%d/17/2007)<br>")
        :format(48190 + i, name, i)
    end
    local html = "<html lang=en><head><title>Ferry stays in port</title></head><body><div id=content>"
      .. "<h1>Ferry stays in port</h1><p class=byline>By Ann Lee</p>" .. TEXT
      .. "<div class=group><h2>Suggested reads</h2>" .. table.concat(items)
      .. "</div><div class=bar>All columns | Lists</div></div></body></html>"
    local found = lines(html, URL)
    for i, name in ipairs(NAMES) do
      local _, below = parts_of(found, name)
      assert.truthy(below:find("byline: by Bo Hale (" .. i, 1, true), below)
    end
  end)
end)
