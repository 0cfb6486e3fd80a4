-- The generic rule on lines that head lists or do not: in buttons, in tables, links, and what only looks like one.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"
local SEALS, ROOF = "Two seals rescued from nets at the pier", "School loses its roof in the storm"
local FOG, WHALE = "Fog keeps planes from the island", "Whale seen off the northern pier"

local function link(text)
  return ("<a href='/islands/%s-48190'>%s</a>"):format(text:lower():gsub("%W+", "-"), text)
end

local function list(...)
  local items = {}
  for i, text in ipairs { ... } do items[i] = "<li>" .. link(text) end
  return "<ul>" .. table.concat(items) .. "</ul>"
end

local function found_in(html)
  return lines(page { main = html }, URL)
end

local function headed(above)
  return found_in("<section>" .. above .. list(SEALS, ROOF, FOG) .. "</section>")
end

describe("a line that heads a list", function()
  it("may be a button that chooses it by words that head some", function()
    for _, words in ipairs { "Most read", "Lo más leído", "가장 많이 본 기사" } do
      assert_has(headed("<div><button role=tab><p>" .. words .. "</p></button></div>"), "heading: " .. words)
    end
    assert.is_false(has(headed("<div><button>Play the tune</button></div>"), "heading: Play the tune"))
  end)

  it("is found above lines that are not shown", function()
    local unseen = ""
    for number = 1, 5 do unseen = unseen .. "<p hidden>List of links, part " .. number .. "</p>" end
    assert_has(headed("<h2>Talk of the port</h2>" .. unseen), "heading: Talk of the port")
  end)

  it("is not the name of a column", function()
    local html = "<section><h2>Talk of the port</h2><table><tr><th>Letters</th><th>Title</th></tr><tr><td>12</td><td>"
      .. link(SEALS) .. "</td></tr><tr><td>9</td><td>" .. link(ROOF) .. "</td></tr></table></section>"
    assert_has(found_in(html), "heading: Talk of the port")
  end)

  it("is no word for advertisements, name of an icon or reporter", function()
    for _, line in ipairs { "hirdetés", "广告", "Oglas", "arrow_forward", "홍길동 기자" } do
      assert.is_false(has(headed("<p>" .. line .. "</p>"), "heading: " .. line))
    end
    for _, line in ipairs { "arrow_forward", "홍길동 기자", "New | Old" } do
      assert_has(headed("<p>Talk of the port</p><p>" .. line .. "</p>"), "heading: Talk of the port")
    end
  end)

  it("may be a link that says that it heads stories", function()
    local first = "<div><p><a href='/best-00ab5bd0011'>Pictures</a></p>" .. list(SEALS, ROOF) .. "</div>"
    local second = "<div><p><a href='/best-11cd5ae2022'>Latest news</a></p>" .. list(FOG, WHALE) .. "</div>"
    assert_has(found_in("<aside>" .. first .. second .. "</aside>"), "heading: Latest news", "headline: " .. FOG)
  end)
end)

describe("a line between two lists", function()
  it("parts them where it opens the box of the second, be it a link to a section", function()
    for _, line in ipairs { "The sea and more »", "<a href='/sea'>The sea and more »</a>" } do
      local found = found_in("<aside><div><b>Related</b>" .. list(SEALS, ROOF) .. "</div><div id=sea>" .. line
        .. "<div><div><h3>" .. link(FOG) .. "</h3></div><div><h3>" .. link(WHALE) .. "</h3></div></div></div></aside>")
      assert_has(found, "heading: The sea and more »", "headline: " .. FOG)
    end
  end)
end)

describe("a list", function()
  it("goes on where an item is set as one before, with nothing between", function()
    local items = ""
    for number = 1, 14 do
      items = items .. ("<div class=item><div><div class=a><a href='/islands/seals-at-the-pier-%d'>%s %d</a></div>"
        .. "<div class=b><a href='/people/%d'>The paper of the harbour and the islands</a></div><div class=c><div>"
        .. "Not for me</div></div></div></div>"):format(48190 + number, SEALS, number, number)
    end
    local found, count = found_in("<section><h2>Talk of the port</h2>" .. items .. "</section>"), 0
    for _, line in ipairs(found) do count = count + (line == "sidebar" and 1 or 0) end
    assert.equal(1, count)
  end)
end)
