-- XML as a page: names, text, references, what is embedded, and what is malformed.

local core = require "galley.core"

local function parse(bytes)
  return assert(core.parse(bytes, { input = "xml" }))
end

local function text_of(bytes, css)
  local page = parse(bytes)
  return page:raw(page:range(css and page:find(css, 0)[1] or 0))
end

-- The bytes of each span of an element's text.
local function bytes_of(bytes, css)
  local page = parse(bytes)
  local list = {}
  for i, span in ipairs(page:spans(page:range(page:find(css, 0)[1]))) do list[i] = bytes:sub(span[1] + 1, span[2]) end
  return list
end

local function codes(page)
  local list = {}
  for i, one in ipairs(page:notices()) do list[i] = one.code end
  return list
end

local FEED = '<rss xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel><item>%s</item></channel></rss>'

describe("XML", function()
  it("keeps the case of names, and the place of tags and attributes", function()
    local bytes = '<a pubDate="1 &lt; 2"><pubDate/>t</a>'
    local page = parse(bytes)
    assert.equal("pubDate", page:name(page:find("pubDate", 0)[1]))
    assert.equal("xml", page:space(1))
    local value, start, stop = page:attr(1, "pubDate")
    assert.same({ "1 < 2", "1 &lt; 2" }, { value, bytes:sub(start + 1, stop) })
    assert.same({ 0, 22 }, { page:tag_span(1) })
    assert.same({ 22, 32 }, { page:extent(2) })
  end)

  it("names elements of other vocabularies by the usual prefix", function()
    local page = parse('<rss xmlns:x="http://purl.org/dc/elements/1.1/" xmlns:y="urn:other"><x:creator/><y:z/>'
      .. '<n:p xmlns:n="http://iptc.org/std/NITF/2006-10-18/"/><h:p xmlns:h="http://www.w3.org/1999/xhtml"/></rss>')
    local names = {}
    for row = 1, page:subtree_end(0) - 1 do names[row] = page:name(row) .. " " .. page:space(row) end
    assert.same({ "rss xml", "dc:creator xml", "y:z xml", "p xml", "p html" }, names)
    assert.equal(1, #page:find("dc\\:creator", 0))
  end)

  it("has text of references, CDATA and line ends, each with its bytes", function()
    local bytes = "<a>x &lt;&#233;&#xE9; <![CDATA[b & <c>]]>\r\ny</a>"
    assert.equal("x <éé b & <c>\ny", text_of(bytes))
    assert.same({ "x &lt;&#233;&#xE9;", "b & <c>", "y" }, bytes_of(bytes, "a"))
  end)

  it("takes a reference that XML does not know for HTML's, or as it is written", function()
    local page = parse "<a>b&nbsp;c &nonsense; &amp; d</a>"
    assert.equal("b\u{A0}c &nonsense; & d", page:raw(page:range(0)))
    assert.same({ "xml-undeclared-entity" }, codes(page))
  end)

  it("expands no entity, and reads no file", function()
    local page = parse('<!DOCTYPE a [<!ENTITY e "boom"><!ENTITY f SYSTEM "file:///etc/hostname">'
      .. '<!ENTITY % p SYSTEM "file:///etc/hostname">%p;<!-- c -->]><a>&e;&f;</a>')
    assert.equal("&e;&f;", page:raw(page:range(0)))
    local lol = { '<!DOCTYPE r [<!ENTITY a0 "xxxxxxxxxx">' }
    for i = 1, 50 do lol[#lol + 1] = ('<!ENTITY a%d "&a%d;&a%d;">'):format(i, i - 1, i - 1) end
    assert.equal("&a50;", text_of(table.concat(lol) .. "]><r>&a50;</r>"))
  end)

  it("keeps all text of what is not well-formed, and says so", function()
    local page = parse "<a>x < y <b>z</a> tail &amp; more"
    assert.equal("x < y z tail & more", page:raw(page:range(0)))
    assert.same({ "xml-not-well-formed" }, codes(page))
    assert.equal("no markup at all", text_of "no markup at all")
  end)

  it("is decoded by its declaration", function()
    assert.equal("é", text_of '<?xml version="1.0" encoding="ISO-8859-1"?><a>\xE9</a>')
    assert.equal("é", text_of '\n<?xml version="1.0" encoding="ISO-8859-1"?><a>\xE9</a>')
    assert.equal("é", text_of '<?xml version="1.0" encoding="UTF-8"?><a>é</a>')
    assert.equal("é", text_of "\xFF\xFE<\0a\0>\0\xE9\0<\0/\0a\0>\0")
  end)

  it("breaks lines at its elements but those within a line", function()
    local page = parse "<body><hl1>One <em>two</em> <city>three</city></hl1><p>four</p></body>"
    assert.equal("One two three\nfour", page:text())
    assert.equal(2, page:blocks())
  end)

  it("is HTML where its namespace says so", function()
    local page = parse('<html xmlns="http://www.w3.org/1999/xhtml"><head><title>t</title></head>'
      .. "<body><div/><p>a <b>b</b></p><script>c &amp;&amp; d</script></body></html>")
    assert.equal("a b", page:text())
    assert.equal("html", page:space(page:find("p", 0)[1]))
    assert.same({}, page:find("div p", 0))
  end)

  it("bounds its depth without losing order", function()
    local page = parse(("<a>"):rep(600) .. "x" .. ("</a>"):rep(599) .. "y</a>")
    assert.equal("xy", page:raw(page:range(0)))
    assert.truthy(table.concat(codes(page), " "):find "depth%-limit")
    local deep = parse("<r>" .. ("<a>"):rep(50000) .. "x")
    assert.equal("x", deep:raw(deep:range(0)))
  end)
end)

describe("HTML inside XML", function()
  it("is parsed from CDATA, with spans in the outer bytes", function()
    local bytes = FEED:format "<content:encoded><![CDATA[<p>One <b>two</b> &amp; three<p>four]]></content:encoded>"
    local page = parse(bytes)
    local rows = page:find("content\\:encoded > p", 0)
    assert.equal(2, #rows)
    assert.equal("One two & three", page:raw(page:range(rows[1])))
    local start, stop = page:extent(rows[1])
    assert.equal("<p>One <b>two</b> &amp; three", bytes:sub(start + 1, stop))
    assert.same({ "One", "two", "&amp; three" }, bytes_of(bytes, "p"))
  end)

  it("is parsed from escaped text, a reference to a reference being one piece", function()
    local bytes = FEED:format("<description>&lt;p class=&quot;x&quot;&gt;He said &amp;quot;no&amp;quot;&lt;/p&gt;"
      .. "</description>")
    local page = parse(bytes)
    local p = page:find("p.x", 0)[1]
    assert.equal('He said "no"', page:raw(page:range(p)))
    assert.same({ "He said &amp;quot;no&amp;quot;" }, bytes_of(bytes, "p"))
    local start, stop = page:tag_span(p)
    assert.equal("&lt;p class=&quot;x&quot;&gt;", bytes:sub(start + 1, stop))
    local value, from, to = page:attr(p, "class")
    assert.same({ "x", "x" }, { value, bytes:sub(from + 1, to) })
  end)

  it("stands in Atom where the type says so", function()
    local bytes = '<feed xmlns="http://www.w3.org/2005/Atom"><title type="html">a &lt;b&gt;c&lt;/b&gt;</title>'
      .. '<subtitle type="text">1 &lt; 2 &lt;b&gt;</subtitle></feed>'
    assert.equal("a c", text_of(bytes, "title"))
    assert.equal("1 < 2 <b>", text_of(bytes, "subtitle"))
  end)

  it("goes over several sections and references", function()
    local bytes = FEED:format "<description><![CDATA[<p>a]]>&amp;nbsp;<![CDATA[b</p>]]></description>"
    assert.same({ "a", "&amp;nbsp;", "b" }, bytes_of(bytes, "p"))
    assert.equal("a\u{A0}b", text_of(bytes, "p"))
  end)

  it("has end tags inside extents where the outer text has gaps", function()
    local page = parse(FEED:format "<description>a&lt;img&gt;<![CDATA[b]]></description>")
    local img = page:find("img", 0)[1]
    local _, stop = page:extent(img)
    assert.same({ stop, stop }, { page:close_span(img) })
  end)

  it("serves no byte twice where a reference breaks off", function()
    local page = core.parse("<a><O&#X41; b", { input = "xml" })
    local spans = page:spans(0, #page:raw(page:range(0)))
    for i = 2, #spans do assert.is_true(spans[i][1] >= spans[i - 1][2]) end
  end)
end)
