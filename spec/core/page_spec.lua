-- The page as Lua sees it: parsing, closing, rows and offsets, misuse.
local core = require "galley.core"

local HTML = [[<!doctype html>
<html lang="en"><head><title>Ferry &amp; weather</title><script>var a = "<b>";</script></head>
<body><h1 id="top" class="big news">Ferry stays in port</h1>
<p data-x='1 &lt; 2' hidden>Strong   wind</p><!-- a note --><p>Two<br>lines</p>
<svg viewBox="0 0 1 1"><foreignObject xlink:href="#a"></foreignObject></svg></body></html>]]

local function parse(bytes, options)
  return assert(core.parse(bytes, options))
end

local function row_of(page, css)
  return page:first(css):row()
end

describe("a page's own names", function()
  it("are found at once, however many there are", function()
    local tags = {}
    for i = 1, 50000 do tags[i] = ("<x%d>"):format(i) end
    local page = assert(core.parse(table.concat(tags) .. "<p x7=a>"))
    local row = page:find("p", 0)[1]
    for i = 1, 20000 do assert.is_nil((page:attr(row, "y" .. i))) end
    assert.equal("a", (page:attr(row, "x7")))
    assert.is_nil((page:attr(row, "x7\0y")))
  end)
end)

describe("core.parse", function()
  it("gives a page, of which the whole can be asked", function()
    local page = parse(HTML)
    assert.equal(#HTML, page:bytes())
    assert.equal("utf-8", page:encoding())
    assert.is_false(page:quirks())
    assert.equal("html", page:root():name())
    assert.matches("^Ferry stays in port\nStrong wind\nTwo\nlines$", page:text())
    assert.same({}, page:notices())
    assert.equal(("page (%d bytes)"):format(#HTML), tostring(page))
  end)

  -- Where nothing is to be decoded, the bytes given are the page's text.
  local function write_over(size)
    for _ = 1, 2 do collectgarbage() end -- what has a finalizer is freed by the second
    local list = {}
    for i = 1, 100 do list[i] = ("."):rep(size + i) end
    return list
  end

  local function claims_over(bytes)
    local page = parse(bytes)
    local claims = core.claims(page)
    claims:range(claims:part("paragraph", claims:segment("story", "story", nil, nil, 1), nil, 1), 0, 7)
    return claims
  end

  it("keeps its bytes as long as it is open, or claims over it are", function()
    for _, mark in ipairs { "", "\xEF\xBB\xBF" } do
      local address = "/" .. ("wind-and-rain"):rep(2000)
      local page = parse(mark .. ("<p>One <a href='%s'>two</a>"):format(address))
      write_over(#address)
      assert.equal(address, (page:first("a"):attr("href")))
      local claims = claims_over(mark .. ("<p>One <a href='%s'>two</a>"):format(address))
      write_over(#address)
      assert(claims:settle())
      assert.equal(address, claims:content()[1].content[1].marks[1].href)
    end
  end)

  it("takes an encoding, and refuses one that nobody knows", function()
    local page = parse("<p>caf\xe9", { encoding = "latin1" })
    assert.equal("windows-1252", page:encoding())
    assert.equal("café", page:text())
    local none, message, code = core.parse("<p>", { encoding = "klingon" })
    assert.is_nil(none)
    assert.is_string(message)
    assert.equal("encoding", code)
  end)

  it("takes flat text", function()
    local page = parse("One line\n\nAnother <b>\n", { input = "text" })
    assert.equal("One line\nAnother <b>", page:text())
    assert.equal(2, #page:select "p")
  end)

  it("takes fragments, and pages without scripting", function()
    assert.equal("td", parse("<td>x", { fragment = "tr" }):first("td"):name())
    assert.equal(0, #parse("<body><noscript><p>x</p></noscript>"):select "noscript p")
    assert.equal(1, #parse("<body><noscript><p>x</p></noscript>", { scripting = false }):select "noscript p")
  end)

  it("takes bytes of any kind", function()
    assert.equal("", parse(""):text())
    local page = parse("a\0b<p>\0\xff\xfe</p>")
    assert.equal(1, #page:select "p")
  end)

  it("raises at a caller's mistake", function()
    assert.error_matches(function() core.parse() end, "string expected")
    assert.error_matches(function() core.parse("x", { inptu = "html" }) end, "no option 'inptu'")
    assert.error_matches(function() core.parse("x", { input = "pdf" }) end, "'input' is")
    assert.error_matches(function() core.parse("x", { encoding = 1 }) end, "'encoding' is a string")
    assert.error_matches(function() core.parse("x", { scripting = "no" }) end, "'scripting' is a boolean")
    assert.error_matches(function() core.parse("x", "html") end, "table expected")
  end)
end)

describe("a closed page", function()
  it("says so, and can be closed again", function()
    local page = parse(HTML)
    local node = page:first "h1"
    page:close()
    page:close()
    assert.error_matches(function() page:text() end, "page is closed")
    assert.error_matches(function() page:find("p", 0) end, "page is closed")
    assert.error_matches(function() node:text() end, "page is closed")
    assert.error_matches(function() node:select "p" end, "page is closed")
    assert.equal("page (closed)", tostring(page))
    assert.equal("node of a closed page", tostring(node))
  end)

  if _VERSION ~= "Lua 5.3" then
    it("is closed by a scope's end, by an error too", function()
      local run = assert(load [[
        local core, html, fail = ...
        local kept
        local ok = pcall(function()
          local page <close> = core.parse(html)
          kept = page
          if fail then error "x" end
        end)
        return ok, kept]])
      for _, fail in ipairs { false, true } do
        local ok, page = run(core, HTML, fail)
        assert.equal(not fail, ok)
        assert.error_matches(function() page:text() end, "page is closed")
      end
    end)
  end

  it("is told from all other values", function()
    local page = core.parse "<p>a"
    for _, other in ipairs { io.stdout, core.sandbox {}, core.selector "p", page:root(), {}, "page", 7, print } do
      local ok, message = pcall(page.blocks, other)
      assert.is_false(ok)
      assert.truthy(message:find("galley.page expected", 1, true), message)
    end
    page:close()
  end)

  it("keeps its metatable to itself", function()
    local page = parse(HTML)
    assert.equal("galley.page", getmetatable(page))
    assert.error(function() setmetatable(page, {}) end)
  end)
end)

describe("rows", function()
  local page = parse(HTML)
  local h1 = row_of(page, "h1")

  it("make a tree", function()
    assert.equal("document", page:kind(0))
    assert.is_nil(page:parent(0))
    assert.equal("doctype", page:kind(1))
    assert.equal("html", page:name(1))
    assert.is_nil(page:data(1, 1))
    assert.equal("body", page:name(page:parent(h1)))
    assert.equal("text", page:kind(page:first_child(h1)))
    assert.is_nil(page:name(page:first_child(h1)))
    assert.is_nil(page:next(page:first_child(h1)))
    assert.equal(h1 + 2, page:subtree_end(h1))
    assert.equal(page:subtree_end(h1), page:next(h1))
    local body = page:parent(h1)
    local found
    local child = page:first_child(body)
    while child do
      if page:kind(child) == "comment" then found = page:data(child) end
      child = page:next(child)
    end
    assert.equal(" a note ", found)
    assert.equal("svg", page:space(row_of(page, "svg")))
    assert.equal("html", page:space(h1))
    assert.is_nil(page:space(0))
  end)

  it("tell all that one line of a tree needs at once", function()
    local start, stop = page:extent(h1)
    assert.same({ "element", "h1", page:subtree_end(h1), start, stop, true, 2 }, { page:row(h1) })
    assert.same({ "element", "html", 4, 0, 0, false, 0 }, { parse(""):row(1) })
  end)

  it("have text ranges and places in the bytes as given", function()
    assert.equal("Ferry stays in port", page:read(page:range(h1)))
    local start, stop = page:extent(h1)
    assert.equal('<h1 id="top" class="big news">Ferry stays in port</h1>', HTML:sub(start + 1, stop))
    start, stop = page:tag_span(h1)
    assert.equal('<h1 id="top" class="big news">', HTML:sub(start + 1, stop))
    local spans = page:spans(page:range(h1))
    assert.equal("Ferry stays in port", HTML:sub(spans[1][1] + 1, spans[1][2]))
    assert.is_nil(parse("<p>x"):tag_span(1))
    start, stop = page:close_span(h1)
    assert.equal("</h1>", HTML:sub(start + 1, stop))
    assert.same({ 4, 4 }, { parse("<p>x<p>y"):close_span(4) })
    local paragraph = row_of(page, "p")
    local text_start, text_stop = page:range(paragraph)
    assert.equal("Strong wind", page:read(text_start, text_stop))
    assert.equal("Strong   wind", page:read(text_start, text_stop, true))
    assert.equal("", page:read(page:range(row_of(page, "title"))))
    assert.equal("Ferry & weather", page:raw(page:range(row_of(page, "title"))))
    assert.equal('var a = "<b>";', page:raw(page:range(row_of(page, "script"))))
  end)

  it("have attributes, with the bytes of their values", function()
    local value, start, stop = page:attr(h1, "class")
    assert.equal("big news", value)
    assert.equal("big news", HTML:sub(start + 1, stop))
    local paragraph = row_of(page, "p")
    value, start, stop = page:attr(paragraph, "data-x")
    assert.equal("1 < 2", value)
    assert.equal("1 &lt; 2", HTML:sub(start + 1, stop))
    value, start, stop = page:attr(paragraph, "hidden")
    assert.equal("", value)
    assert.equal(start, stop)
    assert.is_nil(page:attr(paragraph, "class"))
    assert.is_nil(page:attr(paragraph, "no-such-name"))
    assert.is_nil(page:attr(0, "class"))
    assert.same({ "top", "id" }, { page:attr(h1, 1), (select(4, page:attr(h1, 1))) })
    assert.equal(1, select("#", page:value(h1, "id")))
    assert.same({ "top", "top" }, { page:value(h1, "id"), page:value(h1, 1) })
    assert.is_nil(page:value(h1, "no-such-name"))
    assert.is_nil(page:value(0, "class"))
    assert.is_nil(page:attr(h1, 3))
    assert.is_nil(page:attr(h1, 0))
    assert.same({ { name = "id", value = "top" }, { name = "class", value = "big news" } }, page:attrs(h1))
    local foreign = page:attrs(row_of(page, "foreignObject"))
    assert.equal("xlink", foreign[1].space)
    assert.same({}, page:attrs(0))
  end)

  it("say where their links lead", function()
    local hrefs = { "/a/b", "#top", " #x", "", "mailto:ann@x.example", "HTTPS://x.example/?ID=1234", "http:/", "htt:/a",
      "/Share/a", "/a/12345", "/?id=1234", "//x.example", "https+x:a", "1:a" }
    local tags = {}
    for i, href in ipairs(hrefs) do tags[i] = ("<a href='%s'>x</a>"):format(href) end
    local linked = parse(table.concat(tags) .. "<a>x</a>")
    local found = {}
    for i, row in ipairs((linked:find("a", 0))) do
      local href, kind = linked:target(row, { "/share", "^mail" }, { "id=%d+" }, 5, 25, 4)
      assert.is_true(href == nil or href == hrefs[i])
      found[i] = href and kind or false
    end
    assert.same({ 0, false, 0, false, false, 2, 0, false, false, 1, 1, 2, false, 0, false }, found)
    assert.is_nil(linked:target(0, {}, {}, 1, 1, 1))
    assert.has_error(function() linked:target(1000, {}, {}, 1, 1, 1) end)
    assert.has_error(function() linked:target(1, "x", {}, 1, 1, 1) end)
  end)

  it("say how they are laid out", function()
    assert.is_true(page:is_block(h1))
    assert.is_false(page:is_block(row_of(page, "br")))
    assert.is_false(page:is_block(0))
    assert.is_true(page:is_hidden(row_of(page, "p")))
    assert.is_false(page:is_hidden(h1))
  end)

  it("are found by selector and by XPath", function()
    local body = page:parent(h1)
    assert.same(2, #page:find("p", body))
    assert.same({ row_of(page, "p") }, page:find("p", body, true))
    assert.same({}, page:find("table", 0, true))
    assert.same(page:find("p", 0), page:find(core.selector "p", 0))
    assert.same(page:find("p", 0), (page:find_xpath("//p", 0)))
    local rows, attrs = page:find_xpath("h1/@*", body)
    assert.same({ h1, h1 }, rows)
    assert.same({ 1, 2 }, attrs)
    assert.equal(2, page:find_xpath("count(p)", body))
  end)

  it("raise where there is no such row, offset or block", function()
    local rows = page:subtree_end(0)
    local methods = { "kind", "name", "parent", "next", "first_child", "subtree_end", "range", "extent",
      "tag_span", "close_span", "row", "is_block", "is_hidden", "attrs", "data", "space", "node" }
    for _, method in ipairs(methods) do
      for _, bad in ipairs { -1, rows, math.maxinteger, math.mininteger, 0.5, "x" } do
        assert.error(function() page[method](page, bad) end, nil, method)
      end
      assert.error(function() page[method](page) end)
      assert.error(function() page[method]({}, 0) end)
    end
    assert.error_matches(function() page:find("p", rows) end, "no such row")
    assert.error_matches(function() page:find_xpath("p", -1) end, "no such row")
    local _, size = page:range(0)
    assert.error_matches(function() page:read(0, size + 1) end, "outside the page's text")
    assert.error_matches(function() page:read(2, 1) end, "outside the page's text")
    assert.error_matches(function() page:raw(-1, 1) end, "outside the page's text")
    assert.error_matches(function() page:spans(0, 1 << 40) end, "outside the page's text")
    assert.error_matches(function() page:block(page:blocks() + 1) end, "no such block")
    assert.error_matches(function() page:block(0) end, "no such block")
  end)
end)

describe("blocks", function()
  it("have places, nodes and flags", function()
    local page = parse(HTML)
    local start, stop, node, flags = page:block(1)
    assert.equal("Ferry stays in port", page:read(start, stop))
    assert.equal(row_of(page, "h1"), node)
    assert.equal(0, flags)
    start, stop, node, flags = page:block(2)
    assert.equal("Strong wind", page:read(start, stop))
    assert.equal(row_of(page, "p"), node)
    assert.equal(1, flags)
  end)

  it("have columns of features of one length, but for those of boxes", function()
    local page = parse(HTML)
    local features = page:features()
    for _, name in ipairs { "node", "chars", "words", "own_tags", "context_hints" } do
      assert.equal(page:blocks(), #features[name], name)
    end
    for _, name in ipairs { "box_first", "box_link" } do assert.equal(features.boxes, #features[name], name) end
    assert.equal(#"Ferrystaysinport", features.chars[1])
    assert.same(features.words, page:features().words)
  end)

  it("are none on an empty page", function()
    local page = parse("")
    assert.equal(0, page:blocks())
    assert.same({}, page:features().chars)
  end)
end)

describe("core.selector", function()
  it("compiles once", function()
    local compiled = core.selector "p:first-of-type"
    assert.equal("p:first-of-type", tostring(compiled))
    assert.equal(1, #parse(HTML):select(compiled))
  end)

  it("gives the place of a mistake, counted from 1", function()
    local none, message, position = core.selector "p::before"
    assert.is_nil(none)
    assert.is_string(message)
    assert.equal(2, position)
    assert.error_matches(function() parse(HTML):select "p::before" end, "at byte 2 of the selector")
    assert.error(function() core.selector(1) end)
    assert.error_matches(function() parse(HTML):select(1) end, "a CSS selector is expected")
    assert.error_matches(function() parse(HTML):select {} end, "a CSS selector is expected")
    assert.error(function() parse(HTML):select "p\0" end)
  end)

  it("stays right when more are used than are kept", function()
    local page = parse(HTML)
    for i = 1, 700 do
      assert.equal(2, #page:select(("p:not(.c%d)"):format(i)))
      assert.equal(1, #page:select "h1")
    end
    assert.equal(2, #page:select("p" .. (" "):rep(5000)))
  end)
end)
