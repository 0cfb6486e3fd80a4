-- Ranges of page text: what is read there, the bytes it stands in.
local core = require "galley.core"

local function parse(html)
  return assert(core.parse(html))
end

-- The bytes of spans, each decoded as far as these pages need, without white space.
local function spelled(html, spans)
  local out = {}
  for _, span in ipairs(spans) do out[#out + 1] = html:sub(span[1] + 1, span[2]) end
  local text = table.concat(out):gsub("&amp;", "&"):gsub("&eacute;", "é"):gsub("\r\n?", "\n")
  return (text:gsub("%s", ""))
end

local function whole(page)
  return page:range(0)
end

describe("reading a range", function()
  it("collapses white space and breaks lines at blocks and br", function()
    local page = parse("<body><p>One  \n two</p><div>three<br> four<span> five</span></div>")
    assert.equal("One two\nthree\nfour five", page:read(whole(page)))
  end)

  it("collapses white space wherever it stands among words", function()
    local pieces = { "a", "bc", "defgh", "ijklmnopq", "é", "\1", "\u{A0}x", " ", " ", " ", "  ", "\t", " \n", "\f " }
    local seed = 1
    for _ = 1, 400 do
      local text = {}
      for i = 1, seed % 23 do
        seed = (seed * 1103515245 + 12345) % 2147483648
        text[i] = pieces[seed // 65536 % #pieces + 1]
      end
      seed = (seed * 1103515245 + 12345) % 2147483648
      local given = "[" .. table.concat(text) .. "]"
      local page = parse("<p>" .. given .. "</p>")
      assert.equal((given:gsub("[ \t\n\f]+", " ")), page:read(whole(page)))
    end
  end)

  it("keeps a word whole across inline elements", function()
    local page = parse("<p><b>T</b>he <a href=x>lin</a>k")
    assert.equal("The link", page:read(whole(page)))
  end)

  it("leaves out what is no page text", function()
    local page = parse("<title>t</title><p>a<script>b</script><svg><text>c</text></svg><select><option>d</select> e")
    assert.equal("a e", page:read(whole(page)))
  end)

  it("breaks no line at what stands inside a template", function()
    local page = parse("<p>a<template><div>x</div></template>b")
    assert.equal("ab", page:read(whole(page)))
  end)

  it("keeps all white space when asked to", function()
    local page = parse("<pre>a\n  b</pre>")
    assert.equal("a\n  b", page:read(0, select(2, whole(page)), true))
  end)

  it("is empty for white space and no-break spaces", function()
    local page = parse("<p> &nbsp; </p>")
    assert.equal("", page:read(whole(page)))
    assert.equal(0, page:blocks())
  end)
end)

describe("spans of a range", function()
  it("are runs without markup or outer white space, in the bytes as given", function()
    local html = "<p> Caf&eacute; <b>no</b>ir </p>\r\n<p>A &amp; B</p>"
    local page = parse(html)
    local spans = page:spans(whole(page))
    assert.equal("Cafénoir" .. "A&B", spelled(html, spans))
    for _, span in ipairs(spans) do
      local bytes = html:sub(span[1] + 1, span[2])
      assert.is_nil(bytes:find("^%s") or bytes:find("%s$") or bytes:find("<"))
    end
  end)

  it("merge text and character references that stand together", function()
    local html = "<p>A&amp;B&amp;C</p>"
    local page = parse(html)
    assert.same({ { 3, 16 } }, page:spans(whole(page)))
  end)

  it("break where a tag was swallowed", function()
    local html = "<p>one</i>two</p>"
    local page = parse(html)
    assert.same({ { 3, 6 }, { 10, 13 } }, page:spans(whole(page)))
  end)

  it("take a reference whole, once, where ranges meet", function()
    local html = "<p>a&eacute;b</p>"
    local page = parse(html)
    local first, second = page:spans(0, 1), page:spans(1, 4)
    assert.same({ { 3, 4 } }, first)
    assert.same({ { 4, 13 } }, second)
  end)

  it("take a character whole that a range cuts", function()
    for _, tail in ipairs { "", "\xFF" } do -- the second page has a map
      local page = core.parse("<p>a\u{E9}b" .. tail, { encoding = "utf-8" })
      assert.same({ { 3, 6 } }, page:spans(0, 2))
      assert.same({ { 4, 7 } }, page:spans(2, 4))
      assert.same({ { 4, 6 } }, page:spans(2, 3))
    end
  end)

  it("count bytes of the encoding as given", function()
    local html = '<meta charset="windows-1252"><p>caf\xE9 noir</p>'
    local page = parse(html)
    assert.same({ { #html - 13, #html - 4 } }, page:spans(whole(page)))
    assert.equal("café noir", page:read(whole(page)))
  end)
end)
