-- libxml2's HTML parser as a front end: its tree, our spans.

local core = require "galley.core"

local function parse(bytes)
  return assert(core.parse(bytes, { parser = "libxml2" }))
end

-- The rows as "name=bytes of the extent"; texts as "text=characters".
local function outline(page, bytes)
  local list = {}
  for row = 1, page:subtree_end(0) - 1 do
    local start, stop = page:extent(row)
    local what = page:kind(row) == "text" and page:raw(page:range(row)) or bytes:sub(start + 1, stop)
    list[#list + 1] = (page:name(row) or page:kind(row)) .. "=" .. what
  end
  return list
end

local function outline_of(bytes)
  local page = parse(bytes)
  return outline(page, bytes)
end

local function spans_of(bytes, css)
  local page = parse(bytes)
  return page:spans(page:range(page:find(css, 0)[1]))
end

local function notice(page, code)
  for _, one in ipairs(page:notices()) do
    if one.code == code then return one end
  end
end

-- Each span's bytes, which must be the text where no reference stands in it.
local function spans_hold(page, bytes)
  for row = 1, page:subtree_end(0) - 1 do
    if page:kind(row) == "text" then
      local last = -1
      for _, span in ipairs(page:spans(page:range(row))) do
        if span[1] < last or span[2] > #bytes or span[1] >= span[2] then return false, span[1] end
        last = span[2]
      end
    end
  end
  return true
end

describe("libxml2's HTML parser", function()
  it("implies what a browser does not, and no head", function()
    assert.same({ "html=<p>a<p>b", "body=<p>a<p>b", "p=<p>a", "text=a", "p=<p>b", "text=b" }, outline_of "<p>a<p>b")
  end)

  it("does not close a paragraph before a section, as a browser does", function()
    local page = parse "<p>a<section>b</section>"
    assert.equal("p", page:name(page:parent(page:find("section", 0)[1])))
  end)

  it("is chosen by an option, which knows two names", function()
    assert.has_error(function() core.parse("<p>", { parser = "gumbo" }) end)
    local page = core.parse("<p>a<section>b", { parser = "html" })
    assert.equal("body", page:name(page:parent(page:find("section", 0)[1])))
  end)

  it("has attributes with their places, decoded", function()
    local bytes = '<p ID="q&amp;r" data-x = y title>t</p>'
    local page = parse(bytes)
    local row = page:find("p", 0)[1]
    local value, start, stop = page:attr(row, "id")
    assert.same({ "q&r", "q&amp;r" }, { value, bytes:sub(start + 1, stop) })
    value, start, stop = page:attr(row, "data-x")
    assert.same({ "y", "y" }, { value, bytes:sub(start + 1, stop) })
    assert.equal("", (page:attr(row, "title")))
  end)

  it("keeps spans over references, stray end tags and line ends", function()
    assert.same({ { 3, 12 } }, spans_of("<p>a &amp; b</p>", "p"))
    assert.same({ { 3, 4 }, { 8, 9 } }, spans_of("<p>a</i>b</p>", "p"))
    assert.same({ "p=<p>1 < 2 & 3</p>", "text=1 < 2 & 3" }, { select(3, table.unpack(outline_of "<p>1 < 2 & 3</p>")) })
    assert.same({ { 3, 8 } }, spans_of("<p>a\r\n b</p>", "p"))
  end)

  it("reads what a NUL stands behind", function()
    local page = parse "<p>a\0b</p><p>c</p>"
    assert.equal("a\u{FFFD}b", page:raw(page:range(page:find("p", 0)[1])))
    assert.equal(2, #page:find("p", 0))
  end)

  it("maps to the bytes as given", function()
    local page = assert(core.parse("<p>caf\xE9 au lait</p>", { parser = "libxml2", encoding = "windows-1252" }))
    assert.same({ { 3, 15 } }, page:spans(page:range(0)))
  end)

  it("leaves scripts as they are", function()
    local page = parse "<script>if (a<b) c&amp;d</script>"
    assert.equal("if (a<b) c&amp;d", page:raw(page:range(page:find("script", 0)[1])))
  end)

  it("makes deeper elements siblings, in linear time", function()
    local page = parse(("<div>"):rep(20000) .. ("</b>"):rep(20000) .. "x")
    local depth, divs = 0, page:find("div", 0)
    local row = divs[#divs]
    while row ~= 0 do
      depth, row = depth + 1, page:parent(row)
    end
    assert.equal(512, depth)
    assert.equal(20000, #divs)
    assert.truthy(notice(page, "depth-limit"))
  end)

  it("refuses a tag that would take quadratic time", function()
    local list = {}
    for i = 1, 20001 do list[i] = "a" .. i end
    local page, _, code, position = core.parse("<p><b " .. table.concat(list, " ") .. ">", { parser = "libxml2" })
    assert.same({ nil, "limit", 3 }, { page, code, position })
  end)

  it("has sound spans on any bytes", function()
    local pieces = { "<p>", "</p>", "<b", ">", "&amp;", "&", "\r", "\n", "\0", "<!--", "-->", "x", "é", "</", "<!x>",
      "<script>", "</script>", "&#128;", "&copy", " a=b", "'", '"', "<td>", "</!-->", "]]>", "\xC3" }
    local seed = 7
    for _ = 1, 2000 do
      local parts = {}
      for i = 1, 12 do
        seed = (seed * 1103515245 + 12345) % 2147483648
        parts[i] = pieces[seed // 65536 % #pieces + 1]
      end
      local bytes = table.concat(parts)
      local page = parse(bytes)
      local ok, at = spans_hold(page, bytes)
      assert(ok, ("%q at %s"):format(bytes, at))
    end
  end)
end)
