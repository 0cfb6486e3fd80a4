-- Text made safe for a terminal.

local style = require "galley.format.style"

describe("a line", function()
  it("cannot steer the terminal", function()
    assert.equal("a [31m b", style.line "a\27[31m\r\n\tb")
    assert.equal("ab", style.line "a\xE2\x80\xAEb")
    assert.equal("a b", style.line "a\xC2\x9Bb")
  end)

  it("is cut by characters, and says so", function()
    assert.equal("ééé", style.line("ééé", 3))
    assert.equal("éé…", style.line("éééé", 3))
  end)
end)

describe("colour", function()
  it("is there only where it is wanted", function()
    assert.equal("x", style.paint("x", "story", false))
    assert.equal("\27[1;34mx\27[0m", style.paint("x", "story", true))
    assert.equal("x", style.paint("x", "no such", true))
  end)
end)
