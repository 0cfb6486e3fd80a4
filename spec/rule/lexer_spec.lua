-- The tokens of Lua source: what is found fast is what all tokens say.
local lexer = require "galley.rule.lexer"
local lfs = require "lfs"

local function by_tokens(source)
  local list, tokens = {}, lexer.tokens(source)
  for i, token in ipairs(tokens) do
    local before, given = tokens[i - 1] or {}, tokens[i + 1] or {}
    if given.type == "operator" and given.text == "(" then given = tokens[i + 2] or {} end
    local free = before.type ~= "operator" or before.text ~= "." and before.text ~= ":"
    if token.type == "name" and token.text == "include" and free and given.type == "string" and given.text then
      list[#list + 1] = { text = given.text, line = token.line }
    end
  end
  return list
end

local function each_file(folder, visit)
  for name in lfs.dir(folder) do
    local path = folder .. "/" .. name
    if name:sub(1, 1) ~= "." then
      if lfs.attributes(path, "mode") == "directory" then each_file(path, visit)
      elseif name:find "%.lua$" then
        local file = assert(io.open(path, "rb"))
        visit(file:read "a", path)
        file:close()
      end
    end
  end
end

local ODD = {
  'include "a"', "include\n'a' include ( --[[ x ]] [[b]] )", '"include" "a" include "b"',
  "'it\\'s include' include 'b'",
  "-- include 'a'\ninclude 'b'", "--[==[ include 'a' ]] ]==] include 'b'", "[[include 'a']] include 'b'",
  "t.include 'a' t:include 'b' includes 'c' my_include 'd' include2 'e' include 'f'", 'include "a\\n" include "b"',
  "a[1] - include 'b' -include('c')", 'x = "\\\\" include "b" y = "\\"" include "c"', "include", "include(",
  "include 'a", "--", "--[[ include 'a'", "'include", "#!/bin/include 'a'\ninclude 'b'",
  "return { include 'a', { include 'b' } }",
}

describe("the strings given to a function", function()
  it("are those of all tokens, in every file here", function()
    local found = 0
    for _, folder in ipairs { "rules", "lua", "spec" } do
      each_file(folder, function(source, path)
        local wanted = by_tokens(source)
        assert.same(wanted, lexer.strings_given(source, "include"), path)
        found = found + #wanted
      end)
    end
    assert.is_true(found > 100)
  end)

  it("are so where strings, comments and names lie about them", function()
    for _, source in ipairs(ODD) do assert.same(by_tokens(source), lexer.strings_given(source, "include"), source) end
    assert.same({ { text = "f", line = 1 } }, lexer.strings_given(ODD[8], "include"))
  end)
end)
