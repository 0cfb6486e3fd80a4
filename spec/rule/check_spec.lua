-- What is wrong with a rule: messages with file, line, key path and what was meant.

local fault = require "galley.fault"
local loader = require "galley.rule.loader"
local m = require "galley.rule.matcher"

-- All problems of a rule's source, as people read them.
local function problems(source)
  local rule, err = loader.source(source, "rules/x.lua")
  assert.is_nil(rule)
  assert.is_true(fault.is(err))
  local list = {}
  for i, problem in ipairs(err.problems or { err }) do list[i] = tostring(problem) end
  return list
end

describe("a rule's check", function()
  it("names file, line, key path and the key that was meant", function()
    assert.same({ "rules/x.lua:1: story.headlin: unknown key, did you mean `headline`?" },
      problems [[return { hosts = {"x"}, story = { headlin = "h1" } }]])
  end)

  it("knows the words of other houses", function()
    local words = { standfirst = "dek", strap = "dek", eyebrow = "kicker", cutline = "caption", title = "headline",
      writer = "byline", date = "published" }
    for word, tag in pairs(words) do
      assert.same({ ("rules/x.lua:1: story.%s: unknown key, did you mean `%s`?"):format(word, tag) },
        problems(("return { story = { %s = 'p' } }"):format(word)))
    end
  end)

  it("says where a key belongs", function()
    assert.same({ "rules/x.lua:1: headline: unknown key here: `headline` belongs in story, entry, teaser" },
      problems [[return { headline = "h1" }]])
    assert.same({ "rules/x.lua:1: story.hosts: unknown key here: `hosts` belongs in the rule itself" },
      problems [[return { story = { hosts = "x" } }]])
  end)

  it("reports all problems, in the order of the file", function()
    local list = problems [[
return {
  hosts = { "http://x.org/" },
  zone = { EST = -5 },
  story = { dek = 5, byline = {} },
  input = "pdf",
  divide = "x",
}]]
    assert.equal(6, #list)
    assert.matches("^rules/x.lua:2: hosts.1: ", list[1])
    assert.matches("^rules/x.lua:3: zone.EST: expected an offset", list[2])
    assert.matches("^rules/x.lua:4: story.dek: expected a selector, a matcher or a function, found number", list[3])
    assert.matches("^rules/x.lua:4: story.byline: ", list[4])
    assert.matches('^rules/x.lua:5: input: expected "html", "xml" or "text", found "pdf"', list[5])
    assert.matches("^rules/x.lua:6: divide: expected a function", list[6])
  end)

  it("shows where a selector goes wrong", function()
    local list = problems [[return { story = { headline = { "h1", "p > [x" } } }]]
    local first, second, third = list[1]:match "^([^\n]*)\n([^\n]*)\n([^\n]*)$"
    assert.matches("^rules/x.lua:1: story.headline.2: bad selector: ", first)
    assert.equal("    p > [x", second)
    assert.matches("^ +%^$", third)
  end)

  it("shows where a pattern goes wrong", function()
    assert.matches("^rules/x.lua:1: story.credit: bad pattern: missing %]",
      problems('return { story = { credit = block "^With [" } }')[1])
    assert.matches("bad pattern", problems('return { story = { byline = css "p":after "(" } }')[1])
  end)

  it("refuses chains that cannot work", function()
    for source, message in pairs {
      ['image = css "img":date "%F"'] = "date cannot be used here: the key wants an element",
      ['byline = css "p":date "%F"'] = "date cannot be used here: the key holds no time",
      ['published = css "p":date "%F":before "x"'] = "before cannot follow here: it needs text",
      ['dek = meta "description":attr "x"'] = "attr cannot follow here: it needs an element",
      ['published = css "p":date { "%F", "%F %Q" }'] =
        'bad date format "%F %Q": unknown letter %Q\n    %F %Q\n       ^',
      ['published = css "p":date {}'] = "date expects a format, or a list of formats",
      ['author = meta "author"'] = "meta cannot be used here: the key wants text of the page",
      ['author = css "a":attr "title"'] = "attr cannot be used here: a mark stands on text of the page",
      ['at = css "p":attr "x"'] = "attr cannot be used here: the key wants elements or blocks",
      ['at = meta "x"'] = "meta cannot be used here: the key wants elements or blocks",
      ['body = pattern "x"'] = "pattern cannot be used here: the key wants an element",
    } do
      local key = source:match "^%w+"
      assert.same({ ("rules/x.lua:1: story.%s: %s"):format(key, message) },
        problems(("return { story = { %s } }"):format(source)))
    end
  end)

  it("wants a place for every segment but the story", function()
    assert.matches("sidebar: needs a place", problems [[return { sidebar = { heading = "h2" } }]][1])
    assert.matches("`ends` needs `starts`", problems [[return { story = { at = "x", ends = "h2" } }]][1])
    assert.matches("found an empty table", problems [[return { story = {} }]][1])
  end)

  it("checks own words", function()
    assert.same({ "rules/x.lua:1: kinds.box: it cannot behave as \"sidebr\", did you mean `sidebar`?" },
      problems [[return { kinds = { box = "sidebr" } }]])
    assert.same({ "rules/x.lua:1: parts.dek: `dek` has a meaning already" },
      problems [[return { parts = { dek = "note" } }]])
  end)

  it("checks tests", function()
    assert.same({ "rules/x.lua:1: tests.1.ulr: unknown key, did you mean `url`?" },
      problems [[return { tests = { { page = "a", ulr = "x" } } }]])
    assert.same({ "rules/x.lua:1: tests.1.expect.paragraf: unknown key, did you mean `paragraph`?",
      "rules/x.lua:1: tests.1.expect.teaser: expected a count, found 1.5",
      "rules/x.lua:1: tests.1: needs `page` or `sha256`, to find the page by" },
      problems [[return { tests = { { url = "x", expect = { paragraf = 1, teaser = 1.5 } } } }]])
  end)

  it("has lines only for a plan", function()
    assert.same({ "rules/x.lua:1: lines: `lines` is for `plan`, and there is none" },
      problems [[return { lines = { a = "A" } }]])
  end)

  it("places a plan's problems on the plan's own lines", function()
    local list = problems "return {\n  plan = [[\n page <- story\n story <- headlin\n]],\n}"
    assert.matches("^rules/x.lua:4: plan: `headlin` is no definition, class of lines or tag, did you mean `headline`%?",
      list[1])
  end)
end)

describe("a trusted table", function()
  it("is read like a file, its functions kept", function()
    local function find() end
    local rule = assert(loader.table({ name = "mine", story = { headline = { m.css "h1":first(), find } } },
      { file = "host.lua", line = 7 }))
    local alternatives = rule.segments[1].parts[1].value.alternatives
    assert.equal("mine", rule.name)
    assert.is_true(alternatives[1].first)
    assert.equal(find, alternatives[2].fn)
    assert.equal(7, rule.segments[1].line)
    assert.is_nil(rule.sandbox)
  end)

  it("orders what no source can order, the same each time", function()
    local function orders()
      local rule = assert(loader.table { sidebar = ".a", teaser = ".b", story = { dek = "p", byline = "b" } })
      local list = {}
      for i, segment in ipairs(rule.segments) do list[i] = segment.kind .. segment.order end
      return list
    end
    assert.same(orders(), orders())
  end)
end)
