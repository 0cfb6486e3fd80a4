-- The module as a whole: what it exports, and that its headers hide all else.
local core = require "galley.core"
local lfs = require "lfs"

-- Headers that declare no function, or inline ones alone.
local WITHOUT_FUNCTIONS = {
  ["hint_words_list.h"] = true, ["hint_words_table.h"] = true, ["lua_typed.h"] = true,
  ["html_names_list.h"] = true, ["html_names_table.h"] = true, ["html_references_table.h"] = true,
  ["letters_table.h"] = true, ["lua_compat.h"] = true, ["status.h"] = true,
}

describe("galley.core", function()
  it("has its functions", function()
    for _, name in ipairs { "parse", "selector", "gunzip", "is_gzip", "sha256", "claims", "sandbox", "isatty",
      "look" } do
      assert.is_function(core[name], name)
    end
  end)

  it("hides in every header what it declares", function()
    local count = 0
    for name in lfs.dir "core" do
      if name:find "%.h$" and not WITHOUT_FUNCTIONS[name] then
        local file = assert(io.open("core/" .. name))
        local text = file:read "a"
        file:close()
        local push = text:find("#pragma GCC visibility push(hidden)", 1, true)
        local pop = text:find("#pragma GCC visibility pop", 1, true)
        assert(push and pop and push < pop, name .. " shows its symbols")
        assert(not text:find("\n#include", push), name .. " hides what it includes")
        count = count + 1
      end
    end
    assert.is_true(count > 20)
  end)
end)
