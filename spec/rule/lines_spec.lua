-- The lines and order of a rule's keys, read from its source.

local lines = require "galley.rule.lines"

describe("the line scan", function()
  local source = [==[
-- a rule
local aside = {
  at = ".x" }
local function helper(x) return { at = 1 } end
return {
  name = "a", ["hosts"] = { "one", 'two' },
  story = { headline = function(p)
      if p then return { dek = 1 } end
      return "a, b"
    end,
    dek = css "a":date "b"; byline = { "z",
     "q" } }, --[[ a
  comment ]]
  sidebar = { aside, { at = 1 } },
  plan = [[
first
]],
}
]==]
  local scan = lines.scan(source)

  it("knows the line of each key and list item", function()
    assert.equal(6, scan:line { "name" })
    assert.equal(6, scan:line { "hosts", 2 })
    assert.equal(7, scan:line { "story", "headline" })
    assert.equal(11, scan:line { "story", "dek" })
    assert.equal(12, scan:line { "story", "byline", 2 })
    assert.equal(14, scan:line { "sidebar", 2, "at" })
  end)

  it("follows a table that a local name stands for", function()
    assert.equal(3, scan:line { "sidebar", 1, "at" })
  end)

  it("gives the nearest key above what it cannot see", function()
    assert.equal(11, scan:line { "story", "dek", "steps", 1 })
    assert.equal(7, scan:line { "story", "unheard" })
    assert.equal(5, scan:line { "unheard" })
  end)

  it("orders keys as the file does", function()
    assert.is_true(scan:order { "name" } < scan:order { "story" })
    assert.is_true(scan:order { "story", "dek" } < scan:order { "story", "byline" })
    assert.is_true(scan:order { "sidebar", 1 } < scan:order { "sidebar", 2 })
  end)

  it("gives a long string and the line on which its text begins", function()
    local text, line = scan:literal { "plan" }
    assert.equal("first\n", text)
    assert.equal(16, line)
  end)

  it("gives lists of strings only where they stand as such", function()
    assert.same({ "one", "two" }, scan:strings { "hosts" })
    assert.same({ "a" }, scan:strings { "name" })
    assert.same({}, scan:strings { "paths" })
    assert.is_nil(scan:strings { "story" })
    assert.is_nil(lines.scan("return { hosts = f() }"):strings { "hosts" })
    assert.is_nil(lines.scan("local t = { hosts = {'a'} } return t"):strings { "hosts" })
    assert.is_nil(lines.scan("return { ['ho' .. 'sts'] = 1 }"):strings { "hosts" })
  end)

  it("survives source that is no table, or none at all", function()
    local odd_ones = { "", "return", "return 5", "return {", "x = [[", "return { a = ", "--[[", "return { [", "'" }
    for _, odd in ipairs(odd_ones) do
      assert.equal("number", type(lines.scan(odd):line { "story" }))
    end
  end)
end)
