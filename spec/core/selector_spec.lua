-- CSS selectors: what they match, what they refuse, and that they never hang.

local core = require "galley.core"

local PAGE = [[<!doctype html>
<html lang="en-GB"><head><title>t</title></head><body id="b">
<div id="d1" class="Box Footer_a1b2 wide"><h2 id="h1">1</h2><p id="p1">a</p>text<p id="p2" class="lead">b</p><!-- c -->
<p id="p3" title="One two-three">c <a id="a1" href="http://x.example/A.html">l</a></p></div>
<div id="d2"><ul id="u1"><li id="l1">1</li><li id="l2" class="on">2</li><li id="l3">3<ul id="u2"><li id="l4">4</li></ul>
</li><li id="l5" class="on">5</li></ul><p id="p4"></p><p id="p5"> </p><p id="p6"><!-- c --></p></div>
<svg id="s1" viewBox="0 0 1 1"><linearGradient id="g1"/><a id="a2" xlink:href="x"/></svg>
<template id="t1"><p id="hidden">never</p></template>
<i id="1st">x</i><b id="b:c" data-x="">y</b>
</body></html>]]

local page = assert(core.parse(PAGE))

-- The ids (else the names) of what a selector finds, parted by spaces.
local function found(selector, root, where)
  local p, out = where or page, {}
  for i, row in ipairs(p:find(selector, root or 0)) do out[i] = p:attr(row, "id") or p:name(row) end
  return table.concat(out, " ")
end

local function row_of(id)
  return page:find("#" .. id, 0)[1]
end

-- Cases are pairs: a selector, what it finds.
local function check(cases)
  for i = 1, #cases, 2 do assert.equal(cases[i + 1], found(cases[i]), cases[i]) end
end

describe("simple selectors", function()
  it("match types, classes and ids", function()
    check {
      "h2", "h1", "H2", "h1", "nothing", "", "title, i", "title 1st",
      ".lead", "p2", ".box", "", ".Box.wide", "d1", "p.lead", "p2", ".lea", "",
      "#p1", "p1", "#P1", "", "p#p1", "p1", "div#p1", "",
      "*#p2.lead[id]", "p2", "h2, .on, h2", "h1 l2 l5",
    }
  end)

  it("match foreign names in their own case", function()
    check {
      "linearGradient", "g1", "lineargradient", "", "SVG", "", "svg", "s1", "a", "a1 a2",
      "[viewBox]", "s1", "[viewbox]", "", "[href]", "a1",
    }
  end)

  it("match attributes by every operator", function()
    check {
      "[title]", "p3", "[TITLE]", "p3", "[title='One two-three']", "p3", "[title='one two-three']", "",
      "[title='one TWO-three' i]", "p3", "[title='one two-three' s]", "", "[title~=One]", "p3", "[title~=two]", "",
      "[title~='']", "", "[title~='One two-three']", "", "html[lang|=en]", "html", "html[lang|=e]", "",
      "[title|='One two']", "p3", "[href^=http]", "a1", "[href^='']", "", "[href$='.html']", "a1",
      "[href$='.HTML'i]", "a1", "[href*='x.ex']", "a1", "[href*='X.EX' I]", "a1", "[href*='']", "",
      "[data-x]", "b:c", "[data-x='']", "b:c", "[ title = 'One two-three' ]", "p3", "[id=p1]", "p1",
    }
  end)

  it("find what an attribute's value holds, wherever in it and in either case", function()
    local letters, wrong = { "a", "b", "G", "g", "-", "é" }, {}
    local seed = 3
    local function random_text(most)
      local text = {}
      for i = 1, seed // 7 % most + 1 do
        seed = (seed * 1103515245 + 12345) % 2147483648
        text[i] = letters[seed // 65536 % #letters + 1]
      end
      return table.concat(text)
    end
    for _ = 1, 400 do
      local value, part = random_text(9), random_text(3)
      local one = core.parse("<!doctype html><b title='" .. value .. "'>")
      local exact, either = one:find("[title*='" .. part .. "']", 0), one:find("[title*='" .. part .. "' i]", 0)
      if #exact ~= (value:find(part, 1, true) and 1 or 0)
        or #either ~= (value:lower():find(part:lower(), 1, true) and 1 or 0) then
        wrong[#wrong + 1] = part .. " in " .. value
      end
      one:close()
    end
    assert.same({}, wrong)
  end)

  it("match classes by a pattern", function()
    check {
      ":class(Footer_*)", "d1", "div:class(*_a*2)", "d1", ":class(Footer)", "", ":class(*)", "d1 p2 l2 l5",
      ":class( w*e )", "d1", ":class(o*)", "l2 l5", ":class(*x_*)", "", ":class(Foo\\74 er_*)", "d1",
      ":class(\\*)", "",
    }
  end)

  it("resolve escapes, strings and comments", function()
    check {
      "#\\31st", "1st", "#\\000031 st", "1st", "#\\31 st", "1st", "#b\\:c", "b:c", "[id='b\\3a c']", "b:c",
      "[id='b\\\n:c']", "b:c", "/* x */ #p1 /**/", "p1", "p/* x */.lead", "p2", "#d1/**/ /**/>/**/ .lead", "p2",
    }
    local other = core.parse "<p class='é -x _y --z'>"
    for _, selector in ipairs { ".é", ".\\e9", ".-x", "._y", ".--z", ".é.-x" } do
      assert.equal("p", found(selector, 0, other))
    end
  end)

  it("leave case aside in classes and ids of a quirks page only", function()
    local quirks = core.parse "<p class=Lead id=One><p class=lead>"
    assert.equal("One p", found(".LEAD", 0, quirks))
    assert.equal("One", found("#oNE", 0, quirks))
    assert.equal("One p", found(":class(L*D)", 0, quirks))
  end)
end)

describe("combinators", function()
  it("lead to ancestors, parents and siblings", function()
    check {
      "#d1 a", "a1", "body a", "a1 a2", "div > p", "p1 p2 p3 p4 p5 p6", "div>p>a", "a1", "body > p", "",
      "h2 + p", "p1", "p + p", "p2 p3 p5 p6", "h2 ~ p", "p1 p2 p3", "h2 + p + p ~ p", "p3",
      "ul li", "l1 l2 l3 l4 l5", "ul ul li", "l4", "li > ul > li", "l4", "li ~ li li", "l4",
      "div + div li.on + li", "l3", "html > body > div > ul > li > ul > li", "l4", "* * * * * * *", "l4",
      "div ~ svg > *", "g1 a2",
    }
  end)

  it("try every ancestor and sibling that may do", function()
    local other = core.parse "<!doctype html><div class=a><div class=b><div class=b><p id=x>"
    assert.equal("x", found(".a > .b p", 0, other))
    local siblings = core.parse "<!doctype html><b></b><i></i><u></u><i></i><s id=y></s>"
    assert.equal("y", found("b + i ~ s", 0, siblings))
  end)
end)

describe("pseudo-classes", function()
  it("count children", function()
    check {
      "li:first-child", "l1 l4", "li:last-child", "l4 l5", "li:only-child", "l4", "p:first-child", "",
      "li:nth-child(2)", "l2", "li:nth-child(odd)", "l1 l3 l4", "li:nth-child(EVEN)", "l2 l5",
      "li:nth-child(2n+1)", "l1 l3 l4", "li:nth-child( 2n + 1 )", "l1 l3 l4", "li:nth-child(-n+2)", "l1 l2 l4",
      "li:nth-child(n+3)", "l3 l5", "li:nth-child(+3n- 1)", "l2", "li:nth-child(-3)", "", "li:nth-child(0n+2)", "l2",
      "li:nth-child(n)", "l1 l2 l3 l4 l5", "li:nth-last-child(1)", "l4 l5", "li:nth-last-child(-n+2)", "l3 l4 l5",
      "p:first-of-type", "p1 p4", "p:last-of-type", "p3 p6", "p:nth-of-type(2)", "p2 p5", "div :nth-of-type(2n)",
      "p2 l2 l5 p5", "li:nth-child(2 of .on)", "l5", "li:nth-last-child(2 of .on, #l1)", "l2",
      ":nth-child(1 of p)", "p1 p4", "p:nth-child(99999999999999n+1)", "",
    }
  end)

  it("combine selectors", function()
    check {
      "p:not(.lead)", "p1 p3 p4 p5 p6", "p:not(#d1 p)", "p4 p5 p6", "p:not(#d1 > *, [id='p5'])", "p4 p6",
      ":is(h2, .on)", "h1 l2 l5", ":where(#d1, #d2) > :is(h2, ul)", "h1 u1", "li:not(:first-child):not(.on)", "l3",
      ":not(:not(h2))", "h1", ":is(div ul) > li", "l1 l2 l3 l4 l5",
    }
  end)

  it("look ahead with :has()", function()
    check {
      "div:has(a)", "d1", "li:has(li)", "l3", "div:has(> a)", "", "div:has(> p > a)", "d1", "p:has(+ p)", "p1 p2 p4 p5",
      "h2:has(~ .lead)", "h1", "li:has(~ .on)", "l1 l2 l3", "div:has(h2, ul)", "d1 d2", "div:has(p a)", "d1",
      "div:has(div a)", "", "body:has(div a)", "b", "div:has(+ div li ul)", "d1", "li:has(+ li > ul)", "l2",
      "div:not(:has(.on))", "d1", ":has(> :has(> a))", "b d1", "ul:has(:scope li)", "", "p:has(*)", "p3",
      "li:has(~ li ~ .on)", "l1 l2", "h2:has(+ p + p > a)", "", "h2:has(+ p ~ p > a)", "h1",
      "p:has(+ p a)", "p2", "p:has(~ p a)", "p1 p2", "body:has(> div > ul > li li)", "b", "body:has(> div > li)", "",
      "div:has(+ div > ul > li > ul)", "d1", "template:has(p)", "",
    }
  end)

  it("know the root, the scope and what is empty", function()
    check {
      ":root", "html", ":root > body", "b", ":scope > body", "b", "p:empty", "p4 p6", "template:empty", "",
    }
    assert.equal("p1 p2 p3", found(":scope > p", row_of "d1"))
    assert.equal("p1 p2 p3", found("body p", row_of "d1"))
    assert.equal("", found("#d1", row_of "d1"))
    assert.equal("l1 l2 l3 l4 l5", found("div > ul li", row_of "u1"))
    assert.equal("p2 p3", found("h2 ~ p + p", row_of "d1"))
    assert.equal("l4", found("li:nth-child(3) li", row_of "l3"))
  end)
end)

describe("a selector that is wrong", function()
  it("is refused, with a message and the byte", function()
    local cases = {
      { "", 1, "a selector is missing here" }, { "p,", 3, "a selector is missing here" },
      { ",p", 1, "a selector is missing here" }, { "p >", 4, "a selector is missing here" },
      { "> p", 1, "no selector begins with this character" }, { "p > > a", 5, "no selector begins" },
      { "p)", 2, "no parenthesis is open here" }, { "p:not(a", 8, ") is expected" },
      { "p:not()", 7, "is missing here" },
      { "p::before", 2, "pseudo-elements" }, { "a:hover", 2, "unknown pseudo-class" }, { "p:lang(en)", 2, "unknown" },
      { "p:nth-last-of-type(1)", 2, "unknown pseudo-class" }, { "p:not", 6, "needs an argument" },
      { "p:root(a)", 7, "takes no argument" }, { "svg|a", 4, "namespaces" }, { "*|a", 2, "namespaces" },
      { "[x|y]", 3, "namespaces" }, { "[]", 2, "an attribute's name" }, { "[a", 3, "operator or ] is expected" },
      { "[a=]", 4, "a value is expected" }, { "[a=1]", 4, "in quotes" }, { "[a=b c]", 6, "only i or s" },
      { "[a='b]", 4, "this string is not closed" }, { "[a!=b]", 3, "operator or ]" },
      { ".1", 2, "a class name is missing" },
      { "#1", 2, "an id is missing" }, { "p /* x", 3, "this comment is not closed" },
      { "p!", 2, "unexpected character" },
      { "p*", 2, "unexpected character" }, { ":nth-child(x)", 12, "An+B" }, { ":nth-child(2n+)", 15, "a number" },
      { ":nth-child(+ 1)", 12, "An+B" }, { ":nth-child(2 in p)", 14, "of or )" },
      { ":nth-of-type(1 of p)", 16, ") is expected" },
      { ":class()", 8, "a class name" }, { ":class(a b)", 10, ") is expected" }, { "p\\", 2, "unexpected character" },
      { "&p", 1, "no selector begins" }, { "é, p:x", 6, "unknown pseudo-class" }, { "@p", 1, "no selector begins" },
    }
    for _, case in ipairs(cases) do
      local compiled, message, position = core.selector(case[1])
      assert.is_nil(compiled, case[1])
      assert.equal(case[2], position, case[1])
      assert.truthy(message:find(case[3], 1, true), case[1] .. ": " .. message)
    end
  end)

  it("is refused where it is too deep or too long", function()
    assert.equal("selectors are nested too deeply", select(2, core.selector((":not("):rep(40) .. "a" .. (")"):rep(40))))
    assert.equal("too many combinators in a row", select(2, core.selector(("a "):rep(40))))
    assert.equal("the selector is too long", select(2, core.selector(("a,"):rep(40000) .. "a")))
    assert.truthy(core.selector(("a,"):rep(30000) .. "a"))
  end)

  it("raises at the caller where a page is asked", function()
    local ok, message = pcall(function() return page:select "p[" end)
    assert.is_false(ok)
    assert.truthy(message:find("an attribute's name is expected at byte 3", 1, true), message)
  end)
end)

describe("searching large pages", function()
  local function count(html, selector)
    local large = core.parse(html)
    local ok, rows = pcall(large.find, large, selector, 0)
    large:close()
    return ok and #rows or rows
  end

  it("takes time in proportion to the page", function()
    local paragraphs = ("<p>x</p><!-- c -->"):rep(50000)
    for selector, want in pairs {
      ["h1 ~ p"] = 0, ["p ~ p ~ p"] = 49998, ["p + p + p"] = 49998, ["p:has(~ h1)"] = 0, ["p:has(+ h1)"] = 0,
      ["p:nth-child(2n+1)"] = 25000, ["p:nth-last-child(1 of :not(:has(a)))"] = 1, ["p:last-of-type"] = 1,
      ["p:not(:first-child):not(:last-child)"] = 49998, ["p:has(~ p:last-child)"] = 49999,
    } do
      assert.equal(want, count(paragraphs, selector), selector)
    end
    local deep = ("<div>"):rep(50000)
    for _, selector in ipairs {
      "a " .. ("div "):rep(12) .. "p", "div:has(a)", "div:has(p a)", "div:has(> p > a)", "div:has(+ p a)",
    } do
      assert.equal(0, count(deep, selector), selector)
    end
    local nested = ("<div><p>a</p><ul><li><a>x</a></ul></div>"):rep(5000)
    assert.equal(0, count(nested, ("div:has("):rep(10) .. "a" .. (")"):rep(10)))
  end)

  -- Rows are passed over by chunks: what is sought stands first and last in one, far down, and in none.
  it("finds what is rare, wherever it stands, and nothing that a template holds", function()
    for before = 0, 70 do
      local html = ("<!doctype html><p></p>"):rep(before) .. "<b class='Rare one'>1</b><template>"
        .. ("<i></i>"):rep(40) .. "<b class=Rare></b></template>" .. ("<p></p>"):rep(90) .. "<svg id=last></svg>"
      assert.equal(1, count(html, "b"))
      assert.equal(1, count(html, ".Rare"))
      assert.equal(1, count(html, "[class$=one], #none"))
      assert.equal(1, count(html, "#last"))
      assert.equal(1, count(html, "svg"))
      assert.equal(0, count(html, "i, u"))
    end
  end)

  it("ends with the first where no more is asked for", function()
    local large = core.parse(("<p>x</p>"):rep(2000) .. "<b>1</b><b>2</b>")
    local one, steps_one = large:find("p", 0, true)
    local all, steps_all = large:find("p", 0)
    assert.same({ all[1] }, one)
    assert.is_true(steps_one < steps_all / 100)
    assert.same({ large:find("b", 0)[1] }, large:find("b", 0, true))
    assert.same({}, (large:find("i", 0, true)))
    assert.equal("x", large:first("p"):text())
    large:close()
  end)

  it("stops at a number of steps", function()
    local message = count(("<p>x</p>"):rep(20000) .. "<b>", "p:has(~ p + b)")
    assert.truthy(tostring(message):find("too many steps", 1, true), message)
    message = count(("<p title='" .. ("a"):rep(1000) .. "'>"):rep(1000), "[title*=" .. ("a"):rep(500) .. "b i]")
    assert.truthy(tostring(message):find("too many steps", 1, true), message)
  end)
end)

describe("a type alone, or any", function()
  it("finds the same before and after the page's index is made", function()
    local html = "<p>a<p><b>b</b><template><p>c</template><svg><linearGradient/><P/><b></b></svg>"
    local types = { "p", "P", "b", "linearGradient", "lineargradient", "LINEARGRADIENT", "nosuch", "template", "*" }
    for _, css in ipairs(types) do
      local fresh, indexed = core.parse(html), core.parse(html)
      assert.is_true(#indexed:find("body.x, p + p", 0) > 0)
      for _, root in ipairs { 0, fresh:find("p", 0)[2] } do
        for _, first in ipairs { true, false } do
          assert.same({ indexed:find(css, root, first) }, { fresh:find(css, root, first) }, css)
        end
      end
    end
  end)
end)
