-- What the search for witnesses asks of the core.
local core = require "galley.core"

describe("core.squeeze", function()
  it("makes runs of white space one space, and leaves none at the ends", function()
    for text, wanted in pairs {
      [""] = "", ["a b"] = "a b", [" a"] = "a", ["a "] = "a", ["  a\t\n b\v\f\rc  "] = "a b c", [" "] = "",
      ["\n\n"] = "", ["a\tb"] = "a b", ["a  b c"] = "a b c", ["é\u{A0} x"] = "é\u{A0} x", ["a\0 \0b"] = "a\0 \0b",
    } do
      assert.equal(wanted, core.squeeze(text))
    end
  end)
end)

describe("core.closest", function()
  local page = core.parse "<body id=b><div class=a><p><i>x</i></p></div>"
  local row = page:find("i", 0)[1]

  it("finds the element itself or the nearest around it", function()
    assert.equal(row, core.closest(page, "i, p", row, 1))
    assert.equal(page:find("div", 0)[1], core.closest(page, core.selector ".a, #b", row, 9))
    assert.equal(page:find("div", 0)[1], core.closest(page, "body > div", row, 9))
  end)

  it("looks no further than so many levels", function()
    assert.is_nil(core.closest(page, ".a", row, 2))
    assert.is_truthy(core.closest(page, ".a", row, 3))
    assert.is_nil(core.closest(page, ".none", row, 99))
    assert.is_nil(core.closest(page, "i", row, 0))
    assert.has_error(function() core.closest(page, "i", 999, 1) end)
  end)
end)
