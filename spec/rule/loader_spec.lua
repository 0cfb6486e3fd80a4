-- From a rule file to the rule object that the engine reads.

local loader = require "galley.rule.loader"

describe("loader.source", function()
  local source = [[
local aside = { at = ".aside", heading = "h3" }
return {
  name = "sample",
  hosts = { "Example.org", "*.example.org" },
  kinds = { infobox = "sidebar" }, parts = { rating = "note" },
  chrome = { at = "nav, footer" },
  teaser = false,
  sidebar = { aside, { at = ".b", teaser = { at = "li", headline = { ".t", "a" }, href = "a" } } },
  infobox = ".info",
  story = {
    at = "article", dek = false, tags = { "long", section = "science" },
    rating = css ".r":before ",",
    published = page "time":attr "datetime",
    body = ".text",
    headline = function(node) return node:text() end,
  },
}
]]
  local rule = assert(loader.source(source, "rules/sample.lua"))

  it("gives the head", function()
    assert.equal("sample", rule.name)
    assert.equal("sample.lua", rule.base)
    assert.equal("rules/sample.lua", rule.file)
    assert.equal("html", rule.input)
    assert.same({ "example.org", "*.example.org" }, rule.hosts)
    assert.equal(64, #rule.sha256)
  end)

  it("gives segments in the order of the file", function()
    local kinds = {}
    for i, segment in ipairs(rule.segments) do kinds[i] = segment.kind end
    assert.same({ "sidebar", "sidebar", "infobox", "story" }, kinds)
    local last = 0
    for _, segment in ipairs(rule.segments) do
      assert.is_true(segment.order > last)
      last = segment.order
    end
  end)

  it("gives parts in the order of the file, with their lines", function()
    local story = rule.segments[4]
    local seen = {}
    for i, part in ipairs(story.parts) do seen[i] = part.tag .. ":" .. part.line end
    assert.same({ "rating:12", "published:13", "body:14", "headline:15" }, seen)
    assert.same({ dek = true }, story.none)
    assert.same({ { value = "long" }, { key = "section", value = "science" } }, story.tags)
  end)

  it("gives values as lists of alternatives", function()
    local teaser = rule.segments[2].segments[1]
    assert.equal("teaser", teaser.kind)
    assert.equal(2, #teaser.parts[1].value.alternatives)
    assert.equal("css", teaser.parts[1].value.alternatives[1].type)
    assert.equal(".t", teaser.parts[1].value.alternatives[1].selector)
    assert.is_truthy(teaser.parts[1].value.alternatives[1].compiled)
    assert.is_truthy(teaser.href)
    local story = rule.segments[4]
    assert.same({ { op = "before", pattern = "," } }, story.parts[1].value.alternatives[1].steps)
    assert.equal("page", story.parts[2].value.alternatives[1].scope)
    assert.equal("story.headline", story.parts[4].value.alternatives[1].path)
  end)

  it("knows what is mentioned and what is refused", function()
    assert.same({ teaser = true }, rule.false_kinds)
    assert.same({ teaser = true, sidebar = true, infobox = true, story = true }, rule.mentioned)
    assert.equal(1, #rule.chrome)
  end)

  it("keeps a state only for rules with functions", function()
    assert.is_truthy(rule.sandbox)
    assert.is_nil(assert(loader.source("return { story = 'article' }", "x.lua")).sandbox)
  end)

  it("names a rule without a name by its file", function()
    assert.equal("daily", assert(loader.source("return {}", "some/daily.lua")).name)
  end)
end)

describe("loader", function()
  local function message(source)
    local rule, err = loader.source(source, "rules/x.lua")
    assert.is_nil(rule)
    return tostring(err), err.code
  end

  it("gives a fault with file and line for what does not compile", function()
    local text, code = message "return {\n  name = ,\n}"
    assert.matches("^rules/x.lua:2: ", text)
    assert.equal("rule-syntax", code)
  end)

  it("gives a fault for what fails when it runs, loops for ever, or takes all memory", function()
    assert.matches("^rules/x.lua:2: ", (message "\nerror 'oh'"))
    assert.matches("foo", (message "return { story = foo }"))
    assert.equal("rule-budget", select(2, message "while true do end"))
    assert.equal("rule-memory", select(2, message "local s = 'x' while true do s = s .. s end"))
  end)

  it("gives a fault for what returns no table", function()
    assert.matches("table", (message "return 5"))
    assert.matches("table", (message ""))
  end)

  it("reaches nothing outside", function()
    for _, name in ipairs { "io", "os", "require", "load", "debug", "setmetatable", "package" } do
      assert.matches(name, (message("return { name = " .. name .. " }")))
    end
  end)

  it("gives a fault for files that are not there, and folders", function()
    local rule, err = loader.file "no/such/rule.lua"
    assert.is_nil(rule)
    assert.matches("^no/such/rule.lua: No such file", tostring(err))
    rule, err = loader.file "spec"
    assert.is_nil(rule)
    assert.equal("rule-file", err.code)
  end)

  it("loads every rule that is shipped", function()
    for name in require "lfs".dir "rules" do
      if name:find "%.lua$" then assert(loader.file("rules/" .. name)) end
    end
  end)
end)
