-- Patterns of rules are checked when the rule loads.

local lua_pattern = require "galley.rule.lua_pattern"

describe("lua_pattern.check", function()
  it("accepts what Lua accepts", function()
    for _, pattern in ipairs { "", "^With ", "a[b%]]c", "[]]", "[^]]", "(a)%1", "%b()", "%f[%w]x", "%d+$", "()a()" } do
      assert.is_true(lua_pattern.check(pattern), pattern)
    end
  end)

  it("says what is wrong, and where", function()
    assert.same({ nil, "missing ]", 4 }, { lua_pattern.check "By [" })
    assert.same({ nil, "missing )", 3 }, { lua_pattern.check "(a" })
    assert.same({ nil, "( missing", 2 }, { lua_pattern.check "a)" })
    assert.same({ nil, "ends with %", 2 }, { lua_pattern.check "a%" })
    assert.same({ nil, "no such capture: %1", 1 }, { lua_pattern.check "%1" })
    assert.same({ nil, "%f needs a set", 1 }, { lua_pattern.check "%fa" })
    assert.same({ nil, "%b needs two characters", 1 }, { lua_pattern.check "%b(" })
    assert.is_nil((lua_pattern.check(("()"):rep(33))))
  end)
end)
