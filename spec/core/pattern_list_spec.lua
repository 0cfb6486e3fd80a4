-- Lists of patterns made ready: they find what the patterns find one by one.

local core = require "galley.core"

local function call(body)
  local sandbox = core.sandbox {}
  assert(sandbox:load("return { f = function() " .. body .. " end }", "r"))
  local found, err = sandbox:call "f"
  assert(err == nil, err and err.message)
  return found
end

describe("patterns", function()
  it("find what each finds alone, in texts made of the same pieces", function()
    assert.same({}, call [==[
      local list = { "^by ", "photo:", "ab+c", "ab?c", "a.c", "a%.c", "[ab]c", "x%w+y", "^$", "%f[%a]the%f[%A]",
        "(a)(b)", "a-b", "©", "é%d", "%bxy", "[]x]y", "[^%]x]y", "end$", "c$", "%$", "a*b*c", "%%", "^%(?editor",
        "q-z", "a%-b", "", "%l:+%l", "(:?)%d", "%a:-%d", "%w+%-%w*[.(]?", "[%w.]+%(%w", "%d:*$", "%f[%p]%-%w",
        "()?*a", "^()+?b", "(a)-?c", "(b)%1*?a", "%bxy-?c", "%f[%p]-?x" }
      local seed, wrong = 7, {}
      local pieces = { "a", "b", "c", "?", "by ", "photo", ":", ".", "x", "y", "the", " ", "©", "é", "7", "end", "$",
        "%", "(editor", "]", "q", "z", "-" }
      for _ = 1, 3000 do
        local text = ""
        for _ = 1, seed % 6 do
          seed = (seed * 1103515245 + 12345) % 2147483648
          text = text .. pieces[seed // 65536 % #pieces + 1]
        end
        seed = (seed * 1103515245 + 12345) % 2147483648
        for _, one in ipairs(list) do
          local found = text:matches(patterns { one })
          if found ~= (text:find(one) and 1 or false) then wrong[#wrong + 1] = one .. " in " .. text end
        end
      end
      return wrong]==])
  end)

  it("give the first that is found, of long texts too", function()
    assert.same({ 2, false, 1 }, call [[
      local list = patterns { "needle", "%d%d", "hay" }
      local hay, out = ("straw "):rep(20000), {}
      for i, text in ipairs { hay .. "12 hay", hay, hay .. "needle" } do out[i] = text:matches(list) end
      return out]])
  end)

  it("give the first of all that are found, whatever they begin with", function()
    assert.same({}, call [==[
      local list = { "^ab", "b", "^b", "^a", "^ab+c", "c$", "^%(", "^", "^b-c", "^c" }
      local all, wrong = patterns(list), {}
      for _, a in ipairs { "", "a", "b", "c", "(" } do
        for _, b in ipairs { "", "a", "b", "bc" } do
          for _, c in ipairs { "", "c", "d" } do
            local text, first = a .. b .. c, false
            for i, one in ipairs(list) do first = first or text:find(one) and i end
            if text:matches(all) ~= first then wrong[#wrong + 1] = text end
          end
        end
      end
      return wrong]==])
  end)

  it("do not run on into each other where one is malformed", function()
    local sandbox = core.sandbox {}
    assert(sandbox:load([[local l = patterns { "[a", "]", "%" }
      return { f = function() return ("b"):matches(l) end }]], "r"))
    local _, err = sandbox:call "f"
    assert.equal("malformed pattern (missing ']')", err and err.message)
  end)

  it("are not tried where a text lacks a mark that they name", function()
    local sandbox = core.sandbox { steps = 1e6, seconds = 60 }
    assert(sandbox:load([[local mail, words = patterns { "[%w.]+@[%w-]+%.%a" }, ("words."):rep(1000)
      return { f = function() return words:matches(mail) end, g = function() return words:find("[%w.]+@") end,
        h = function() return (words .. " a@port.example"):matches(mail) end }]], "r"))
    assert.is_false(sandbox:call "f")
    assert.equal("rule-budget", select(2, sandbox:call "g").code)
    assert.equal("rule-budget", select(2, sandbox:call "h").code)
  end)

  it("raise for what is no pattern, and spend steps", function()
    local sandbox = core.sandbox { steps = 1e6, seconds = 60 }
    assert(sandbox:load([[local l = patterns { "x+x", "y+y" }
      return { f = function() return ("x["):matches(patterns { "[" }) end,
        g = function() local s = ("xy"):rep(1e5) while true do local _ = s:matches(l) end end }]], "r"))
    assert.equal("rule-error", select(2, sandbox:call "f").code)
    assert.equal("rule-budget", select(2, sandbox:call "g").code)
  end)
end)
