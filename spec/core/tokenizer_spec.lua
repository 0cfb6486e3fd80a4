-- The tokenizer on fixtures of our own, seen through the page: what is text, what a
-- tag, what an attribute's value, and which bytes each stands in.

local core = require "galley.core"

local function parse(bytes, options)
  return assert(core.parse(bytes, options or { encoding = "utf-8" }))
end

-- The text of the first element of a name.
local function text(bytes, name)
  local page = parse(bytes)
  local row = page:find(name or "body", 0)[1]
  return page:raw(page:range(row))
end

-- An attribute's value and the bytes it stands in.
local function value(bytes, name)
  local page = parse(bytes)
  local found, start, stop = page:attr(page:find("p", 0)[1], name)
  return found, start and bytes:sub(start + 1, stop)
end

local function comment(bytes)
  local page = parse(bytes)
  for row = 1, page:subtree_end(0) - 1 do
    if page:kind(row) == "comment" then return page:data(row) end
  end
end

describe("a character reference", function()
  it("is what the standard's table says", function()
    assert.equal("& é ∉ \u{2242}\u{0338} 𝔸", text "&amp; &eacute; &notin; &NotEqualTilde; &Aopf;")
  end)

  it("may lack its semicolon where it always could", function()
    assert.equal("©x ¬it; &notit &hearts", text "&copyx &notit; &amp;notit &hearts")
  end)

  it("by number follows windows-1252 where C1 controls would be", function()
    assert.equal("€ A A \u{FFFD} \u{FFFD} \u{FFFD}", text "&#128; &#65; &#x41 &#0; &#xD800; &#x110000;")
  end)

  it("is text where it is none", function()
    assert.equal("&;&#;&#x;& a &unknown;", text "&;&#;&#x;& a &unknown;")
  end)

  it("in an attribute ends before = and letters only with its semicolon", function()
    local written = "?a&copy=1&copyx&copy;"
    assert.same({ "?a&copy=1&copyx©", written }, { value("<p title='" .. written .. "'>", "title") })
  end)
end)

describe("a line end", function()
  it("is a line feed, however it was written", function()
    assert.equal("a\nb\nc\nd", text "a\r\nb\rc\nd")
    assert.same({ "a\nb", "a\r\nb" }, { value("<p title='a\r\nb'>", "title") })
  end)

  it("written as a reference stays a carriage return", function()
    assert.equal("a\rb", text "a&#13;b")
  end)
end)

describe("a NUL", function()
  it("is dropped in the body and replaced elsewhere", function()
    assert.equal("ab", text "a\0b")
    assert.equal("a\u{FFFD}b", text("<title>a\0b</title>", "title"))
    assert.equal("a\u{FFFD}b", (value("<p title='a\0b'>", "title")))
    assert.equal("a\u{FFFD}", comment "<!--a\0-->")
  end)
end)

describe("an attribute", function()
  it("is quoted, unquoted or without value", function()
    local bytes = "<p a = \"x>y\" b='\"' c=d/e f>"
    assert.same({ "x>y", "x>y" }, { value(bytes, "a") })
    assert.equal('"', (value(bytes, "b")))
    assert.equal("d/e", (value(bytes, "c")))
    assert.equal("", (value(bytes, "f")))
  end)

  it("counts the first time", function()
    assert.same({ "1", "1" }, { value("<p A=1 a=2>", "a") })
  end)

  it("may have an odd name", function()
    assert.equal("1", (value("<p =x=1>", "=x")))
    assert.equal("", (value("<p a'b>", "a'b")))
  end)
end)

describe("a comment", function()
  it("ends as browsers end it", function()
    assert.equal(" a -- b ", comment "<!-- a -- b -->c")
    assert.equal("", comment "<!-->a")
    assert.equal("a", comment "<!--a--!>b")
    assert.equal("a", comment "<!--a")
    assert.equal("?php x ?", comment "<?php x ?>")
    assert.equal(" b", comment "</ b>")
    assert.equal("[CDATA[a]]", comment "<![CDATA[a]]>")
  end)
end)

describe("raw text", function()
  it("ends at its own end tag", function()
    assert.equal("a<b>&amp;</i>", text("<style>a<b>&amp;</i></style>", "style"))
    assert.equal("a<b>&</i>", text("<textarea>a<b>&amp;</i></textarea>", "textarea"))
    assert.equal("</titlex></title", text("<title></titlex>&lt;/title</title>", "title"))
  end)

  it("of a script goes on through what is escaped twice", function()
    assert.equal("<!--<script></script>-->", text("<script><!--<script></script>--></script>", "script"))
    assert.equal("<!--", text("<script><!--</script>", "script"))
  end)

  it("of plaintext never ends", function()
    assert.equal("a</plaintext>", text("<plaintext>a</plaintext>", "plaintext"))
  end)
end)

describe("the end of the file", function()
  it("drops a tag that it cuts, and keeps what came before", function()
    for _, cut in ipairs { "<", "<!", "</" } do assert.equal("a", text("a" .. cut):sub(1, 1)) end
    for _, cut in ipairs { "<b", "<b ", "<b c", "<b c=", "<b c='d", "</b", "<b c=d" } do
      assert.equal("a", text("a" .. cut), cut)
    end
    assert.equal("a<", text "a<")
    assert.equal("a</", text "a</")
  end)
end)

describe("text that the standard drops", function()
  local function notices(bytes)
    local list = {}
    for _, notice in ipairs(parse(bytes):notices()) do list[#list + 1] = notice.code end
    return list
  end

  it("is told of", function()
    assert.same({ "text-dropped" }, notices "<frameset>x</frameset>")
    assert.same({ "text-dropped" }, notices "<template><col>x</template>")
    assert.same({ "text-dropped" }, notices "<select><button><selectedcontent>x</selectedcontent></button><option>y")
    assert.same({ "text-dropped" }, notices "<noframes>x</noframes><p><noframes>x</noframes><frameset>")
    assert.same({}, notices "<table><colgroup> <col></table>x")
  end)
end)
