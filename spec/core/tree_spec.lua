-- The tree builder's spans: what was written, implied, moved or copied, and its limits.

local core = require "galley.core"

local function parse(bytes, options)
  return assert(core.parse(bytes, options))
end

-- The rows of elements of a name.
local function rows(page, name)
  return (page:find(name, 0)) -- and not the steps
end

local function given(bytes, start, stop)
  return start and bytes:sub(start + 1, stop)
end

-- name and extent of each element, text and comment, as "b=<b>x</b>".
local function extents(bytes)
  local page, list = parse(bytes), {}
  for row = 1, page:subtree_end(0) - 1 do
    list[#list + 1] = (page:name(row) or page:kind(row)) .. "=" .. given(bytes, page:extent(row))
  end
  page:close()
  return list
end

local function notice(page, code)
  for _, n in ipairs(page:notices()) do
    if n.code == code then return n end
  end
end

describe("the tree's spans", function()
  it("hold an element's tags and what stands in it", function()
    assert.same({ "html=<p>a<br>b</p>", "head=", "body=<p>a<br>b</p>", "p=<p>a<br>b</p>", "text=a", "br=<br>",
      "text=b" }, extents "<p>a<br>b</p>")
  end)

  it("end where an end tag is implied", function()
    assert.same({ "html=<p>a<p>b", "head=", "body=<p>a<p>b", "p=<p>a", "text=a", "p=<p>b", "text=b" },
      extents "<p>a<p>b")
  end)

  it("go on behind </body> where the body does", function()
    local bytes = "<html><head></head><body>a</body></html>b"
    assert.same({ "html=" .. bytes, "head=<head></head>", "body=<body>a</body></html>b", "text=a</body></html>b" },
      extents(bytes))
  end)

  it("are an element's own when it is moved out of a table", function()
    assert.same({ "html=<table><b>x</b></table>", "head=", "body=<table><b>x</b></table>", "b=<b>x</b>", "text=x",
      "table=<table><b>x</b></table>" }, extents "<table><b>x</b></table>")
  end)

  it("are missing from a copy's start tag", function()
    local page = parse "<p><b id=1>x</p>y"
    local first, copy = table.unpack(rows(page, "b"))
    assert.same({ 3, 11 }, { page:tag_span(first) })
    assert.is_nil(page:tag_span(copy))
    assert.equal("1", (page:attr(copy, "id")))
    assert.same({ 16, 17 }, { page:extent(copy) })
  end)

  it("are those of the bytes as given", function()
    local page = parse("\239\187\191<p>\195\164</p>")
    assert.same({ 3, 12 }, { page:extent(rows(page, "p")[1]) })
  end)

  it("stand in text that came from several places", function()
    local page = parse "a<table>b<tr><td>c</table>"
    local start, stop = page:range(page:first_child(rows(page, "body")[1]))
    assert.equal("ab", page:raw(start, stop))
    assert.same({ { 0, 1 }, { 8, 9 } }, page:spans(start, stop))
  end)

  it("leave out a newline that is for the author only", function()
    local page = parse "<pre>\r\n\r\nx</pre>"
    assert.equal("\nx", page:raw(page:range(rows(page, "pre")[1])))
  end)
end)

describe("the tree's limits", function()
  it("make deeper elements siblings, and say so", function()
    local page = parse(("<div>"):rep(600) .. "x")
    local depth, row = 0, rows(page, "div")
    row = row[#row]
    while row ~= 0 do
      depth, row = depth + 1, page:parent(row)
    end
    assert.equal(512, depth)
    assert.same({ code = "depth-limit", position = 510 * 5, count = 90 }, notice(page, "depth-limit"))
  end)

  it("keep 64 active formatting elements", function()
    local tags = {}
    for i = 1, 70 do tags[i] = ("<b id=%d>"):format(i) end
    local page = parse("<p>" .. table.concat(tags) .. "</p>x")
    assert.equal(70 + 64, #rows(page, "b"))
    assert.equal(6, notice(page, "formatting-limit").count)
  end)

  it("bound what reconstruction makes of a few bytes", function()
    local tags = {}
    for i = 1, 64 do tags[i] = ("<b id=%d>"):format(i) end
    local page = parse("<p>" .. table.concat(tags) .. ("<p>x"):rep(5000))
    assert.is_true(page:subtree_end(0) < 2 * 5000 + 4096 + 20000 / 128 + 200)
    assert.truthy(notice(page, "formatting-limit"))
  end)

  it("bound the attributes that further html tags add", function()
    local tags = {}
    for i = 1, 2000 do tags[i] = ("<html a%d>"):format(i) end
    local page = parse(table.concat(tags))
    assert.equal(1024, #page:attrs(rows(page, "html")[1]))
    assert.truthy(notice(page, "attribute-limit"))
  end)
end)

describe("page text", function()
  it("is what stands in the body", function()
    local page = parse("<title>T</title><style>s</style><body>a<script>b</script><template>c</template>"
      .. "<svg><title>d</title></svg><select><option>e</select><textarea>f</textarea><noscript>g</noscript>h")
    assert.equal("ah", page:text())
  end)

  it("of flat text is a paragraph a line", function()
    local page = parse("one\r\n\r\n  two\rthree", { input = "text" })
    assert.equal(3, #rows(page, "p"))
    assert.equal("one\ntwo\nthree", page:text())
  end)
end)

describe("names", function()
  it("are the same however often, among how many others and in which case they come", function()
    local html, wanted, seed = {}, {}, 5
    for i = 1, 3000 do
      seed = (seed * 1103515245 + 12345) % 2147483648
      local name = ({ "p", "x", "div", "a-", "data-", "my-element-", "a-name-of-some-length-" })[seed // 65536 % 7 + 1]
      if name:find "-$" then name = name .. seed // 1048576 % 90 end
      seed = (seed * 1103515245 + 12345) % 2147483648
      local written = ({ name, name:upper(), (name:gsub("^.", string.upper)) })[seed // 65536 % 3 + 1]
      html[i], wanted[i] = ("<%s %s=%d></%s>"):format(written, written, i, written), name
    end
    local page = core.parse(table.concat(html))
    local found = page:find("body *", 0)
    assert.equal(#wanted, #found)
    for i, row in ipairs(found) do
      assert.equal(wanted[i], page:name(row))
      assert.equal(tostring(i), page:attr(row, wanted[i]))
    end
  end)
end)
