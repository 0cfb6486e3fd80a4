-- The words of rules make plain tables.

local m = require "galley.rule.matcher"

describe("matchers", function()
  it("are plain data with the line of their call", function()
    local one = m.css ".a" :date "%d" :first()
    assert.equal("css", one.matcher)
    assert.equal(".a", one.selector)
    assert.same({ { op = "date", format = "%d" } }, one.steps)
    assert.is_true(one.first)
    assert.equal(7, one.line)
  end)

  it("are never changed by what is chained to them", function()
    local one = m.block "^By "
    local two = one:after "By ":before ","
    assert.same({}, one.steps)
    assert.equal(2, #two.steps)
  end)

  it("look at the whole page", function()
    assert.equal("page", m.page ".a".scope)
    assert.equal("xpath", m.page(m.xpath "//a").matcher)
    assert.is_nil(m.css ".a".scope)
  end)

  it("raise for what is no string", function()
    assert.has_error(function() m.css(5) end, "css expects a string, got number")
    assert.has_error(function() m.css ".a":attr() end, "attr expects a string, got nil")
    assert.has_error(function() m.page {} end, "page expects a string, got table")
  end)
end)
