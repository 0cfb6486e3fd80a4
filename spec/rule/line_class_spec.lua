-- Classes of lines by how they look, in plans and as values, and what their mistakes are told.

local core = require "galley.core"
local divide = require "galley.divide"
local line_view = require "galley.rule.line_view"
local loader = require "galley.rule.loader"
local run = require "spec.divide.run"

local PAGE = "MORE NEWS\nFerries are late again\nAnn Rowe\n\nSilt has closed the east channel. Nobody knows why.\n"
  .. "“Enough!”\n• One bidder\nPublished 12.03.2024, 18:40\nMost read:\n港が閉まる。\nTHE END"

local function rule_of(class)
  local rule, err = loader.source(([[return { input = "text", lines = { c = %s },
    plan = "page <- story\nstory <- (c:crosshead / paragraph)+" }]]):format(class), "x.lua")
  return rule, err and tostring(err)
end

-- The lines of PAGE that are in a class, by their number.
local function taken(class)
  local rule = assert(rule_of(class))
  local page = assert(core.parse(PAGE, { input = "text" }))
  local numbers = {}
  for _, item in ipairs(assert(rule.plan.match(page))[1].content) do
    if item.tag == "crosshead" then numbers[#numbers + 1] = item.block end
  end
  return table.concat(numbers, " ")
end

describe("line { … }", function()
  it("takes lines by each trait", function()
    for traits, expected in pairs {
      ['case = "upper"'] = "1 10", ['case = { "title", "none" }'] = "3 5 7 9",
      ['case = "sentence"'] = "2 3 4 5 6 7 8", ['case = "sentence", none = line { case = "title" }'] = "2 4 6 8",
      ["words = 2"] = "1 3 8 10", ["words = { 3, 4 }"] = "2 6 7", ["words = { min = 5 }"] = "4",
      ["chars = { max = 8 }"] = "3 9 10", ["digits = { min = 8 }"] = "7",
      ["position = 1"] = "1", ["position = -1"] = "10", ["position = { 2, 4 }"] = "2 3 4",
      ["position = { -2, -1 }"] = "9 10", ["position = { min = 9 }"] = "9 10", ["position = { 9, -2 }"] = "9",
      ['begins = "“•"'] = "5 6", ['ends = ":"'] = "8", ['ends = "!”"'] = "5", ["sentence = true"] = "4 5 9",
      ['sentence = false, ends = "^:", words = { 1, 3 }'] = "1 3 6 7 10",
    } do
      assert.equal(expected, taken("line { " .. traits .. " }"), traits)
    end
  end)

  it("composes with lists, patterns and what it is not", function()
    assert.equal("1", taken 'line { case = "upper", none = { "THE END", pattern "^X" } }')
    assert.equal("3 10", taken '{ "Ann Rowe", line { "MORE NEWS", pattern "^THE ", position = { 5, -1 } } }')
    assert.equal("2 3", taken "line { position = { 1, 3 }, none = line { case = 'upper' } }")
  end)

  it("looks at the elements of a page that has no other structure", function()
    local html = "<table><td><b>BIG NEWS</b><br>By Ann Rowe<br>It is late.<br><font size=2>With thanks</font></table>"
    local rule = assert(loader.source([[return {
      lines = { top = line { case = "upper", within = "b" }, small = line { within = "font" },
                by = line { pattern "^By ", words = { 2, 5 } } },
      plan = "page <- story\nstory <- top:headline by:byline paragraph* small:credit",
    }]], "x.lua"))
    local claims, notices = divide.page(core.parse(html), rule, nil, {})
    assert.same({}, notices)
    assert.same({ "story", "  headline: BIG NEWS", "  byline: By Ann Rowe", "  paragraph: It is late.",
      "  credit: With thanks" }, run.lines(claims:content()))
  end)

  it("is a value too: of blocks in a segment", function()
    local m = require "galley.rule.matcher"
    local html = "<p>NEWS</p><div><p>ONE</p><p>By Ann | 3 min</p><p>Text.</p><p>TWO</p><p>More.</p></div>"
    assert.same({ "chrome", "  text: NEWS", "story", "  headline: ONE", "  chrome", "    text: By",
        "  byline: Ann", "  chrome", "    text: | 3 min", "  paragraph: Text.", "  crosshead: TWO",
        "  paragraph: More." },
      run.outline(html, { story = { at = "div", headline = m.line { position = 1 },
        byline = m.line({ begins = "B" }):after "^By ":before " |", paragraph = m.line { sentence = true },
        crosshead = m.line { case = "upper", position = { 2, -1 } } } }))
    assert.same({ "sidebar", "  heading: ONE", "  list_item: By Ann | 3 min", "  list_item: Text.",
        "sidebar", "  heading: TWO", "  list_item: More." },
      table.move(run.outline(html, { sidebar = { at = "div", starts = m.line { case = "upper" },
        heading = m.line { position = 1 }, list_item = m.line { position = { 2, -1 } } } }), 3, 9, 1, {}))
  end)

  it("sees what is not hidden, and each line's white space made even", function()
    local page = assert(core.parse "<p>a  \194\160 b</p><p hidden>c</p><p>d</p>")
    local view = line_view.new(page, string.find, require("galley.rule.budget").new())
    assert.equal(2, #view)
    local class = { exact = { ["a b"] = true }, patterns = {} }
    assert.same({ true, false }, { view:holds(class, view[1]), view:holds(class, view[2]) })
  end)

  it("says what is wrong", function()
    for traits, expected in pairs {
      ['caps = "upper"'] = "lines.c.caps: unknown trait of a line, did you mean `case`?",
      ["length = 3"] = "lines.c.length: unknown trait of a line, did you mean `chars`?",
      ["zebra = 3"] = "lines.c.zebra: unknown trait of a line; there are case, words, chars, digits, position, begins, "
        .. "ends, sentence, within, none",
      ['case = "uppercase"'] = "lines.c.case: expected one of upper, lower, title, sentence, mixed, none, "
        .. 'found "uppercase", did you mean `upper`?',
      ["case = true"] = "lines.c.case: expected one of upper, lower, title, sentence, mixed, none, found true",
      ["words = { 5, 1 }"] = "lines.c.words: no line has from 5 to 1 of them",
      ["words = 1.5"] = "lines.c.words: expected a number, or bounds such as { 1, 5 } or { min = 2 }, found 1.5",
      ["words = { 3 }"] = "lines.c.words: expected a number, or bounds such as { 1, 5 } or { min = 2 }, found a table",
      ["words = 0/0"] = "lines.c.words: expected a number, or bounds such as { 1, 5 } or { min = 2 }, found",
      ["words = math.huge"] = "lines.c.words: expected a number",
      ["position = 0"] = "lines.c.position: no line stands from 0 to 0: 1 is the first, -1 the last",
      ["position = { 3, 2 }"] = "lines.c.position: no line stands from 3 to 2: 1 is the first, -1 the last",
      ['position = "first"'] = "lines.c.position: expected the number of a line (1 the first, -1 the last), or bounds "
        .. 'such as { 1, 3 }, found "first"',
      ['ends = ""'] = 'lines.c.ends: expected characters such as ".!?", or "^.!?" for none of them, found ""',
      ['ends = "\\xff"'] = "lines.c.ends: the characters are no UTF-8",
      ['sentence = "yes"'] = 'lines.c.sentence: expected true or false, found "yes"',
      ['within = "p["'] = "lines.c.within: bad selector: ",
      ['none = pattern "("'] = "lines.c.none: bad pattern: missing )",
      ["none = { case = 'upper' }"] = "lines.c.none: expected a list of lines, pattern \"…\" or line { … }, found a "
        .. "table with keys; did you mean line { … }?",
      ['pattern "^x(", words = 2'] = "lines.c.1: bad pattern: missing )",
      ["3"] = 'lines.c.1: expected a line, pattern "…" or line { … }, found 3',
      [""] = "lines.c: line { } says nothing: give it a trait such as case or words",
    } do
      local rule, message = rule_of("line { " .. traits .. " }")
      assert.is_nil(rule)
      assert.equal("x.lua:1: " .. expected, message:sub(1, 9 + #expected), traits)
    end
    for class, expected in pairs {
      ['line "upper"'] = 'line expects a table of traits: line { case = "upper", words = { 1, 5 } }',
      ["{ case = 'upper' }"] = "found a table with keys; did you mean line { … }?",
      ["{ 'A', case = 'upper' }"] = "unexpected key: this is a list of lines; did you mean line { … }?",
      ["line { words = 2 }:after 'x'"] = "a class is of whole lines: nothing can be chained here",
      ['{ css "p" }'] = 'expected a line, pattern "…" or line { … }, found css',
    } do
      assert.matches(expected, select(2, rule_of(class)), 1, true)
    end
    local _, err = loader.source('return { story = { image = line { words = 2 } } }', "x.lua")
    assert.equal("x.lua:1: story.image: line cannot be used here: the key wants an element", tostring(err))
  end)
end)
