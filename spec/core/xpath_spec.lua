-- XPath 1.0 on the page's own tree.
local core = require "galley.core"

local HTML = [[<!doctype html><html lang="en" xml:lang="en"><head><title>Harbour</title></head><body>
<div class="box" id="a"><h2>Boats</h2><p>One<!-- between -->two</p><p title="a &amp; b" data-y="2">Three</p></div>
<DIV CLASS="box" id="b" onclick=""><svg viewBox="0 0 1 1"><linearGradient id="g"/></svg><math><mi>x</mi></math></DIV>
<template><p class="hid">Inside</p></template>
<table><tr><td>1<td>2</table></body></html>]]

local page = assert(core.parse(HTML))

local function texts(list)
  local result = {}
  for i, item in ipairs(list) do result[i] = type(item) == "string" and item or item:text() end
  return result
end

describe("page:xpath", function()
  it("gives nodes in document order, each once", function()
    assert.same({ "Boats", "Onetwo", "Three" }, texts(page:xpath "//p[ancestor::div] | //h2 | //div[@class='box']/p"))
    local last = 0
    for _, node in ipairs(page:xpath "//td/preceding::* | //text() | //comment()") do
      assert.is_true(node:row() > last)
      last = node:row()
    end
    assert.same({}, page:xpath "//video")
    assert.equal("1", page:xpath "string((//td | //td//text())[2])")
    assert.equal("2", page:xpath "string((//td | //text()[. = '2'])[3])")
    assert.equal("\n", page:xpath "string((//div[1] | //div[1]/following-sibling::text())[2])")
  end)

  it("sees HTML's names in lower case, without a namespace", function()
    assert.equal(2, #page:xpath "//div[@class]")
    assert.equal(0, #page:xpath "//DIV")
    assert.equal(1, #page:xpath "//svg[@viewBox]/linearGradient")
    assert.equal("mi", page:xpath("//math/*")[1]:name())
    assert.equal(1, page:xpath "count(//table/tbody/tr)")
    assert.equal("div", page:xpath "local-name(//div)")
    assert.equal("", page:xpath "namespace-uri(//svg)")
  end)

  it("gives texts and comments as nodes", function()
    local list = page:xpath "//div[1]/p[1]/node()"
    assert.same({ "text", "comment", "text" }, { list[1]:kind(), list[2]:kind(), list[3]:kind() })
    assert.equal("Onetwo", page:xpath "string(//div/p)")
    assert.equal(" between ", page:xpath "string(//comment())")
  end)

  it("gives the values of attributes", function()
    assert.same({ "a", "b", "g" }, page:xpath "//@id")
    assert.same({ "a & b", "2" }, page:xpath "//div/p/@*")
    assert.same({ "" }, page:xpath "//@onclick")
    assert.same({ "Boats", "a & b" }, texts(page:xpath "//p/@title | //h2"))
    assert.same({ "a" }, page:xpath "//h2/parent::*/@id")
  end)

  it("gives strings, numbers and booleans", function()
    assert.equal("Harbour", page:xpath "string(//title)")
    assert.equal(4, page:xpath "count(//p) + 1")
    assert.is_true(page:xpath "//h2 = 'Boats'")
    assert.is_false(page:xpath "boolean(//video)")
    assert.is_true(page:xpath "0 div 0" ~= page:xpath "0 div 0")
    assert.equal(1 / 0, page:xpath "1 div 0")
    assert.equal("b", page:xpath "substring-after('a\u{e9}b', '\u{e9}')")
    assert.equal("x: $y", page:xpath "concat('x: ', \"$y\")")
  end)

  it("knows ids and languages", function()
    assert.equal("div", page:xpath("id('b')")[1]:name())
    assert.equal(2, #page:xpath "id('g nothing a')")
    assert.equal(1, #page:xpath "id('a')/p[2]")
    assert.equal(1, #assert(core.parse "<p id=q>1<p id=q>2"):xpath "id('q')")
    assert.is_true(page:xpath "boolean(//p[lang('en')])")
    assert.same({ "en" }, page:xpath "//@xml:lang")
  end)

  it("finds what a template holds among its children", function()
    assert.equal("Inside", page:xpath("//template/p")[1]:text())
    local content = page:first("template"):row() + 1
    assert.equal("content", page:kind(content))
    assert.equal(1, #page:find_xpath("p", content))
  end)

  it("begins at a node", function()
    local div = page:xpath("//div")[1]
    assert.equal(2, #div:xpath "p")
    assert.equal(3, #div:xpath "//p")
    assert.equal("div", div:xpath("h2/..")[1]:name())
    assert.equal("document", div:xpath("/")[1]:kind())
    assert.equal("p", page:xpath("//p/text()")[1]:xpath("..")[1]:name())
    assert.equal(3, #page:find_xpath("//p", 1)) -- the doctype stands for the document
  end)

  it("leaves namespace nodes out", function()
    assert.same({}, page:xpath "//p/namespace::*")
  end)

  it("works on fragments, odd names and empty pages", function()
    local fragment = assert(core.parse("a<p>b</p>c<p>d</p>", { fragment = "div" }))
    assert.equal(2, #fragment:xpath "//p")
    assert.equal("b", fragment:xpath "string(//p[1])")
    local odd = assert(core.parse('<p @click="x" a:b=1 <=2><o:p>word</o:p><f\u{f6}\u{f6}>z'))
    assert.equal(3, #odd:xpath "//p/@*")
    assert.equal("word", odd:xpath "string(//*[name() = 'o:p'])")
    assert.equal("z", odd:xpath "string(//f\u{f6}\u{f6})")
    assert.equal(3, #assert(core.parse ""):xpath "//*")
  end)
end)

describe("a bad expression", function()
  local function refused(expression, pattern)
    assert.error_matches(function() page:xpath(expression) end, pattern)
  end

  it("is the caller's mistake, with its place", function()
    refused("//p[", "malformed at byte 5 of the XPath expression")
    refused("//p[1", "predicate is malformed at byte 6")
    refused("1 +", "at byte 4")
    refused("//p]", "malformed")
    refused("", "malformed")
    refused("'abc", "literal is not finished")
    refused("\xff", "UTF%-8")
    refused("//p[.='\20']", "character is not allowed at byte 8") -- libxml2 prints these
    refused("//\u{FFFF}", "character is not allowed")
    refused("//\xC0\x92ref", "character is not allowed at byte 3") -- overlong: libxml2 reads a control character
    refused("//p\0//q", "zero bytes")
    assert.error(function() page:xpath() end)
    assert.error(function() page:xpath {} end)
  end)

  it("uses nothing that is not there", function()
    refused("nothing(1)", "function is not known")
    refused("count()", "number of arguments")
    refused("count(1)", "type does not fit")
    refused("//p[@title = $x]", "no variables here at byte 14")
    refused("//html:p", "namespace prefix is not known at byte 3")
    refused("re:test(., 'x')", "namespace prefix is not known")
    refused("xml:test()", "function is not known")
    assert.equal(0, #page:xpath "//p[@title = '$x a:b']")
    assert.equal(1, #page:xpath "child::html")
  end)

  it("leaves the page usable", function()
    refused("//p[", "malformed")
    assert.equal(3, #page:xpath "//p")
  end)
end)

describe("an expression without end", function()
  it("is stopped", function()
    local rows = assert(core.parse("<ul>" .. ("<li><i>x</i>"):rep(3000)))
    assert.error_matches(function() rows:xpath "count(//*[count(//*[count(//*) > 0]) > 0])" end, "xpath%-limit: ")
    assert.equal(3000, #rows:xpath "//li")
    local deep = ("("):rep(20000) .. "1" .. (")"):rep(20000)
    assert.error_matches(function() rows:xpath(deep) end, "xpath%-limit: ")
  end)

  it("does not begin where libxml2 would take quadratic time", function()
    for _, html in ipairs { "<p>" .. ("a<!---->"):rep(5000), ("<li>"):rep(50001) } do
      local many = assert(core.parse(html))
      assert.error_matches(function() many:xpath "//p" end, "xpath%-limit: .* too many nodes")
    end
    assert.equal(24000, #assert(core.parse(("<li>x"):rep(24000))):xpath "//li")
    assert.equal(4000, #assert(core.parse("<p>" .. ("<!---->"):rep(4000))):xpath "//comment()")
  end)

  it("is linear on plain pages", function()
    local long = "//li[" .. ("@a or "):rep(2000) .. "@b]"
    assert.equal(0, #assert(core.parse "<li>x"):xpath(long))
    local deep = assert(core.parse(("<div>"):rep(40000) .. "x"))
    assert.equal("x", deep:xpath "normalize-space(/)")
  end)

  it("counts what its functions of strings read", function()
    local items = {}
    for i = 1, 12000 do items[i] = "<li>word word word word word " .. i end
    local long = assert(require("galley.core").parse("<ul>" .. table.concat(items)))
    local expressions = { "//li[contains(/, 'zzz')]", "//li[string(..) = '']", "//li[sum(//li) = 1]",
      "//li[normalize-space(..) = 'x']", "//li[string-length(concat(/, /)) = 0]" }
    -- a sanitizer's allocator takes minutes over so many large strings: none of these there
    for i = 1, os.getenv "GALLEY_SANITIZED" and 0 or #expressions do
      assert.error_matches(function() long:find_xpath(expressions[i], 0) end, "xpath%-limit")
    end
    local rows, _, operations = long:find_xpath("//li[contains(., '5')]", 0)
    assert.is_true(#rows > 3000 and operations > 12000)
  end)
end)
