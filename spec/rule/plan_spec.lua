-- The grammar over lines of a text page.

local core = require "galley.core"
local line_class = require "galley.rule.line_class"
local plan = require "galley.rule.plan"

local classes = {
  label = { exact = { ["MORE NEWS"] = true, Opinion = true }, patterns = {} },
  credit = { exact = {}, patterns = { "^With files from " } },
}
local grammar = [[
page    <- story sidebar*
story   <- headline paragraph+ credit?
sidebar <- label:heading teaser*   -- boxes
teaser  <- (kicker " | ")? headline dek
]]

local function page_of(text)
  return assert(core.parse(text, { input = "text" }))
end

-- Claims as one line: kinds with their content in brackets, tags with what they take.
local function spelled(items, page)
  local words = {}
  for i, item in ipairs(items) do
    if item.kind then
      words[i] = item.kind .. "[" .. spelled(item.content, page) .. "]"
    else
      local start, stop = table.unpack(item.range or { page:block(item.block) }, 1, 2)
      words[i] = item.tag .. "=" .. page:read(start, stop)
    end
  end
  return table.concat(words, " ")
end

local function match(text, source)
  local page = page_of(text)
  local made = assert(plan.compile(source or grammar, classes, { line = 10 }))
  local items, message = made.match(page)
  return items and spelled(items, page), message, items
end

describe("a plan", function()
  it("divides lines into segments and parts", function()
    assert.equal("story[headline=One paragraph=Two paragraph=Three credit=With files from us] " ..
      "sidebar[heading=MORE NEWS teaser[headline=A dek=B] teaser[kicker=LIVE separator=| headline=C dek=D]] " ..
      "sidebar[heading=Opinion]",
      (match "One\n\nTwo\nThree\nWith files from us\nMORE NEWS\nA\nB\n\n\nLIVE | C\nD\nOpinion\n"))
  end)

  it("cuts a line at a literal by its own place in the page, whatever white space", function()
    assert.equal("story[headline=H paragraph=P] "
      .. "sidebar[heading=Opinion teaser[kicker=ÉTÉ LÀ separator=| headline=Ça va dek=D]]",
      (match "H\nP\nOpinion\n  ÉTÉ \t LÀ  |   Ça va  \nD"))
  end)

  it("takes words for text, not for separators, and a separator on a line of its own for furniture", function()
    assert.equal("story[headline=H byline=Ann paragraph=P]", (match("H\nBy Ann\n***\nP",
      'page <- story\nstory <- headline by stars paragraph\nby <- "By " byline\nstars <- "***"')))
  end)

  it("gives the line of the rule that made a claim", function()
    local _, _, items = match "H\nP\nOpinion\nA\nB"
    assert.equal(11, items[1].line)
    assert.equal(12, items[2].line)
    assert.equal(13, items[2].content[2].line)
  end)

  it("says how far it fits", function()
    local spelt, message = match "H\nP\nOpinion\nA\nB\nC"
    assert.is_nil(spelt)
    assert.matches("fits up to line 6 of 6", message)
    spelt, message = match "Opinion\nH"
    assert.is_nil(spelt)
    assert.equal('the plan fits up to line 0 of 2: then comes "Opinion"', message)
  end)

  it("knows predicates, repetition, any line and helpers", function()
    assert.equal("story[headline=A paragraph=B] story[headline=C paragraph=D]",
      (match("A\nB\nC\nD", "page <- story^2\nstory <- headline body\nbody <- paragraph")))
    assert.equal("story[headline=Z]", (match("x\ny\nZ", "page <- .^2 story\nstory <- headline")))
    assert.equal("story[headline=A paragraph=B]",
      (match("A\nB\nOpinion\nC", "page <- story .*\nstory <- headline (!label:note paragraph)+")))
  end)

  it("comes to an end on long pages and hard grammars", function()
    local long = ("a line\n"):rep(20000)
    local _, message, items = match(long, "page <- story\nstory <- paragraph+")
    assert.is_nil(message)
    assert.equal(20000, #items[1].content)
    for _, hard in ipairs {
      "page <- story\nstory <- a\na <- headline a paragraph / headline a dek / headline",
      "page <- story\nstory <- deep\ndeep <- paragraph deep / paragraph",
    } do
      local spelt, why = match(long, hard)
      assert.is_nil(spelt)
      assert.is_string(why)
    end
  end)

  it("says what is wrong in a grammar, and where", function()
    for source, expected in pairs {
      ["page <- stroy\nstory <- headline"] =
        { 10, "`stroy` is no definition, class of lines or tag, did you mean `story`?" },
      ["page <- headline"] = { 10, "`headline` stands in no segment" },
      ["page <- story\nstory <- headline heading"] = { 11, "a story has no `heading`" },
      ["page <- label"] = { 10, "the class `label` needs a tag: `label:heading`, for example" },
      ["page <- sidebar"] = { 10, "`sidebar` is a segment: it needs a definition (sidebar <- …)" },
      ["page <- story\nstory <- 'x"] = { 11, "the literal has no end" },
      ["page <- story\nstory <- {headline}"] = { 11, "a plan is made of names, literals and ( ) / * + ? ^n & ! ." },
      ["page <- story\nstory <- x:dek"] = { 11, "`x` is no class of `lines`" },
      ["page <- story\nstory <- (headline"] = { 11, "a bracket or operator is out of place" },
      ["page <- story*\nstory <- headline?"] = { 10, "what is repeated may be empty in `page`" },
      ["page <- page"] = { 10, "rule `page` may be left recursive" },
      ["story <- headline"] = { 10, "a plan needs a definition of `page`" },
      ["page <- story\nstory <- kicker\ndek <- headline"] = { 12, "`dek` is a tag; a definition needs another name" },
      [""] = { 10, "a plan needs a definition of `page`" },
    } do
      local made, problem = plan.compile(source, classes, { line = 10 })
      assert.is_nil(made)
      assert.equal(expected[1], problem.line, source)
      assert.equal(expected[2], problem.message:match "^(.-) %(line", source)
      assert.matches("\n +%^$", problem.message)
    end
  end)

  it("takes own kinds and tags", function()
    local made = assert(plan.compile("page <- story\nstory <- headline facts\nfacts <- rating", classes,
      { kinds = { facts = "story" }, parts = { rating = "note" } }))
    assert.same({ story = true, facts = true }, made.kinds)
  end)
end)

describe("line_class", function()
  it("compares lines with their white space made even", function()
    assert.equal("a b", line_class.normal " a \194\160 b\t")
  end)
end)
