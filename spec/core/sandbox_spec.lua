-- The sandbox that rule files run in: what they see, what goes in and comes out.
local core = require "galley.core"

local PRELUDE = [[
local meta = { __index = {} }
function meta.__index.date(self, format) self.format = format return self end
return {
  css = function(selector) return setmetatable({ css = selector, line = line(2), near = line() }, meta) end,
}
]]

-- Time enough for slow machines: what is tested here are the other limits.
local PATIENT = { seconds = 60 }

local function load_rule(source, limits, prelude)
  local sandbox = core.sandbox(limits or PATIENT)
  if prelude then assert(sandbox:prelude(prelude, "prelude.lua")) end
  return sandbox, sandbox:load(source, "@rules/paper.lua")
end

local function call(body, ...)
  local sandbox = core.sandbox(PATIENT)
  assert(sandbox:load("return { f = function(...)\n" .. body .. "\nend }", "rules/paper.lua"))
  return sandbox:call("f", ...)
end

local function message_of(body)
  local value, err = call(body)
  assert.is_nil(value)
  return err.message, err
end

describe("sandbox:load", function()
  it("copies the table that the rule returns", function()
    local _, rule = load_rule [[return { name = "x", list = { 1, 2.5, true, { deep = "y" } }, [1] = "one" }]]
    assert.same({ name = "x", list = { 1, 2.5, true, { deep = "y" } }, "one" }, rule)
    assert.equal("integer", math.type(rule.list[1]))
    assert.equal("float", math.type(rule.list[2]))
  end)

  it("names functions by their path", function()
    local sandbox, rule = load_rule [[
      return { divide = function() return "d" end, story = { headline = { "h1", function(a) return a * 2 end } } }]]
    assert.same({ ["function"] = "divide" }, rule.divide)
    assert.same({ "h1", { ["function"] = "story.headline.2" } }, rule.story.headline)
    assert.equal("d", sandbox:call("divide"))
    assert.equal(42, sandbox:call("story.headline.2", 21))
  end)

  it("refuses functions that no path finds", function()
    for _, key in ipairs { '["a.b"]', '["2"]', "[1.5]", "[true]", '["a\\0"]' } do
      local _, rule, err = load_rule("return { story = { " .. key .. " = function() end } }")
      assert.is_nil(rule)
      assert.matches("a function under a key", err.message)
    end
  end)

  it("gives the prelude's words to the rule, and the lines of their calls", function()
    local _, rule = load_rule('return {\n  a = css "h1",\n\n  b = css "p":date "%d",\n}', nil, PRELUDE)
    assert.same({ css = "h1", line = 2, near = 2 }, rule.a)
    assert.same({ css = "p", line = 4, near = 4, format = "%d" }, rule.b)
    assert.is_nil(getmetatable(rule.a))
  end)

  it("tells syntax errors with their line", function()
    local _, rule, err = load_rule "return {\n  a = = 1 }"
    assert.is_nil(rule)
    local message = "unexpected symbol near '='"
    assert.same({ code = "rule-syntax", message = message, line = 2, chunk = "rules/paper.lua" }, err)
  end)

  it("refuses bytecode", function()
    local _, rule, err = load_rule(string.dump(load "return {}"))
    assert.is_nil(rule)
    assert.equal("rule-syntax", err.code)
    assert.matches("binary", err.message)
  end)

  it("tells what cannot be copied, and where", function()
    local cases = {
      ["local t = {} t.a = { t } return { x = t }"] = "a table that contains itself cannot be copied, at x.a.1",
      ["local t = {} for _ = 1, 40 do t = { t } end return t"] = "nested deeper than 32",
      ["local t = {} for i = 1, 100001 do t[i] = i end return t"] = "more than 100000 values",
      ["return { [{}] = 1 }"] = "a key that is no string or number",
      ["return 5"] = "a rule file returns a table, not a number value",
      ["local a = {} "] = "a rule file returns a table, not a nil value",
      ["local s, t = ('x'):rep(1e6), {} for i = 1, 1e4 do t[i] = s end return t"] = "so much text cannot be copied",
    }
    for source, message in pairs(cases) do
      local _, rule, err = load_rule(source)
      assert.is_nil(rule)
      assert.equal("rule-error", err.code)
      assert.matches(message, err.message, 1, true)
    end
  end)

  it("replaces what was loaded, and leaves nothing where it fails", function()
    local sandbox = load_rule "return { f = function() return 1 end }"
    assert(sandbox:load("return { f = function() return 2 end }", "b"))
    assert.equal(2, sandbox:call "f")
    assert.is_nil((sandbox:load("return", "c")))
    local value, err = sandbox:call "f"
    assert.is_nil(value)
    assert.equal("no rule is loaded", err.message)
  end)
end)

describe("sandbox:prelude", function()
  it("tells its errors", function()
    local sandbox = core.sandbox()
    local ok, err = sandbox:prelude("return {\n+ }", "words.lua")
    assert.is_nil(ok)
    assert.equal("rule-syntax", err.code)
    assert.equal("words.lua", err.chunk)
    ok, err = sandbox:prelude("return 1", "words.lua")
    assert.is_nil(ok)
    assert.equal("the prelude must return a table", err.message)
  end)

  it("may not set finalizers, which would run outside the budget", function()
    local ok, err = core.sandbox():prelude("setmetatable({}, { __gc = type }) return {}", "words.lua")
    assert.is_nil(ok)
    assert.matches("__gc", err.message)
  end)

  it("shows misuse at the rule's line", function()
    local prelude = "return { css = function(s) if not s then error('css expects a string', 2) end end }"
    local _, rule, err = load_rule("local x = 1\nreturn { a = css(nil) }", nil, prelude)
    assert.is_nil(rule)
    assert.same({ code = "rule-error", message = "css expects a string", line = 2, chunk = "rules/paper.lua" }, err)
  end)
end)

describe("sandbox:call", function()
  it("copies arguments and the result", function()
    local given = { a = { 1, 2, { "x" } }, [3] = false, f = 1.5 }
    local got = call("local t = ... return { t, select('#', ...) }", given, nil, "s", true)
    assert.same({ given, 4 }, got)
    assert.are_not.equal(given, got[1])
  end)

  it("gives the first result only, so that nil, err is always an error", function()
    assert.same({ "b", n = 1 }, table.pack(call "return ('a'):gsub('a', 'b')"))
    assert.same({ n = 1 }, table.pack(call ""))
    assert.same({ n = 1 }, table.pack(call "return nil, 'x'"))
  end)

  it("raises for arguments that cannot go in", function()
    local sandbox = load_rule "return { f = function() end }"
    assert.has_error(function() sandbox:call("f", print) end)
    assert.has_error(function() sandbox:call("f", { io.stdout }) end, "a userdata cannot be copied, at 1")
    assert.has_error(function() sandbox:call("f", coroutine.create(print)) end)
    assert.has_error(function() sandbox:call({}) end)
  end)

  it("does not copy functions out", function()
    assert.equal("a function cannot be copied, at x", (message_of "return { x = function() end }"))
  end)

  it("tells errors with line and chunk", function()
    local _, err = message_of "local x = nil\nreturn x.y"
    assert.equal("rule-error", err.code)
    assert.equal(3, err.line)
    assert.equal("rules/paper.lua", err.chunk)
    assert.matches("attempt to index a nil value", err.message)
  end)

  it("makes a message of any error object", function()
    assert.equal("the error is a nil value", (message_of "error()"))
    assert.equal("the error is a table value", (message_of "error {}"))
    assert.equal("told", (message_of "error { message = 'told' }"))
    assert.equal("17", (message_of "error(17)"))
    assert.equal("the error is a function value", (message_of "error(error)"))
    assert.equal("a b", (message_of "error('a\\nb', 0)"))
    assert.equal(511, #message_of "error(('x'):rep(1e6), 0)")
    assert.equal(("é"):rep(255), (message_of "error(('é'):rep(1e5), 0)"))
  end)

  it("names the line that error's level points to", function()
    local _, err = message_of "local function check() error('bad', 2) end\n\ncheck()"
    assert.equal("bad", err.message)
    assert.equal(4, err.line)
  end)

  it("says where there is no function", function()
    local sandbox = load_rule "return { a = { b = 1 } }"
    for _, path in ipairs { "a", "a.b", "a.b.c", "x.y", "", "." } do
      local value, err = sandbox:call(path)
      assert.is_nil(value)
      assert.equal("the rule has no function at '" .. path .. "'", err.message)
    end
  end)

  it("keeps a state until it is renewed", function()
    local sandbox = load_rule "local n = 0 return { f = function() n = n + 1 return n end }"
    assert.equal(1, sandbox:call "f")
    assert.equal(2, sandbox:call "f")
    assert.is_true(sandbox:renew())
    assert.equal(1, sandbox:call "f")
  end)

  it("is as it was when the file had run once it is renewed, whatever a page did to it", function()
    local sandbox = load_rule [[
      local words, big, list = { a = 1, b = { c = 2 } }, ("x"):rep(5000), {}
      for i = 1, 300 do list[i] = "line " .. i end
      local function see()
        local out = { words.a, words.b and words.b.c or "-", #big, #list, list[300] or "-" }
        for key in pairs(words) do out[#out + 1] = key end
        return table.concat(out, " ")
      end
      return { see = see, spoil = function(how)
        words.a, words.b, words.new, big = how, nil, ("y"):rep(70000), ("z"):rep(200000)
        for i = 1, #list do list[i] = nil end
        for i = 1, 20000 do list[i] = "new " .. i end
        if how == "error" then error "spoilt" end
        if how == "memory" then while true do list[#list + 1] = ("m"):rep(1000) .. #list end end
        if how == "loop" then while true do end end
        return see()
      end }]]
    local first = sandbox:call "see"
    assert.equal("1 2 5000 300 line 300 a b", first)
    for _, how in ipairs { "fine", "error", "memory", "loop", "fine" } do
      local spoilt, err = sandbox:call("spoil", how)
      assert.equal(how == "fine", spoilt ~= nil and err == nil)
      sandbox:renew()
      assert.equal(first, sandbox:call "see")
      sandbox:renew()
      assert.equal("fine - 200000 20000 new 300 a new", sandbox:call("spoil", "fine"))
      sandbox:renew()
    end
  end)

  it("finds its strings and code again where a page made many strings or much garbage", function()
    local source = [[
      local made = {}
      for i = 1, 500 do made["name " .. i] = function() return "value " .. i end end
      local function check()
        local right = 0
        for i = 1, 500 do right = right + (made["name " .. i]() == "value " .. i and 1 or 0) end
        return right
      end
      return { check = check, spoil = function(how)
        local kept = {}
        for i = 1, how == "strings" and 20000 or 0 do kept[i] = "new " .. i end
        if how == "garbage" then made = {} for i = 1, 100000 do kept[1] = ("g"):rep(50 + i % 200) end end
        if how == "memory" then while true do kept[#kept + 1] = ("m"):rep(1000) .. #kept end end
        return #kept
      end }]]
    for _, own in ipairs { false, true } do
      local sandbox = load_rule(source, { uncounted = own, memory = 8 << 20, seconds = 60 })
      for _, how in ipairs { "none", "strings", "none", "garbage", "none", "memory", "strings", "garbage", "none" } do
        assert.equal(500, sandbox:call "check")
        sandbox:renew()
        sandbox:call("spoil", how)
        sandbox:renew()
      end
      assert.equal(500, sandbox:call "check")
    end
  end)

  it("finds the iterators that the file made where the file left them", function()
    local sandbox = load_rule [[
      local words, keys = ("a b c d"):gmatch "%a", pairs { p = 1, q = 2, r = 3 }
      words() keys()
      return { f = function() return words() .. words() .. keys() .. keys() end }]]
    for _ = 1, 3 do
      assert.equal("bcqr", sandbox:call "f")
      sandbox:renew()
    end
  end)

  it("gives a page the room of what the file let go of", function()
    local sandbox = load_rule [[
      local kept, gone = {}, {}
      for i = 1, 3000 do kept[i], gone[i] = { i }, { i, { i } } end
      gone = nil
      return { f = function(n)
        local made, sum = {}, 0
        for i = 1, n do made[i] = { i, { i } } end
        for i = 1, 3000 do sum = sum + kept[i][1] end
        for i = 1, n do sum = sum + made[i][1] - made[i][2][1] end
        return sum
      end }]]
    for n = 0, 6000, 1500 do
      assert.equal(4501500, sandbox:call("f", n))
      sandbox:renew()
    end
  end)

  it("keeps lists of patterns and formulas that the file made, and forgets those of a page", function()
    local sandbox = load_rule [[
      local words, many = patterns { "^a+b", "zz" }, {}
      local three = formula("blocks", "return words == 3", {})
      return { f = function(page)
        for i = 1, 50 do
          many[#many + 1] = patterns { "own" .. i, ("x"):rep(3000) }
          local own = formula("blocks", "return words == 3 and row > " .. i, {})
          many[#many + 1] = own
        end
        return { ("aab"):matches(words), ("xzz"):matches(words), ("own50"):matches(many[99]),
          #page:features():rows(three), #page:features():rows(many[100]), #many }
      end }]]
    for _ = 1, 4 do
      assert.same({ 1, 2, 1, 1, 0, 100 }, (sandbox:call("f", core.parse "<p>one two three")))
      sandbox:renew()
    end
  end)

  it("counts the lists of patterns that the file made against its memory", function()
    local _, rule, err = load_rule([[
      local texts, kept = {}, {}
      for i = 1, 500 do texts[i] = ("x"):rep(1000) .. i end
      for i = 1, 100 do kept[i] = patterns(texts) end
      return {}]], { memory = 4 << 20, seconds = 60 })
    assert.is_nil(rule)
    assert.equal("rule-memory", err.code)
  end)

  it("spends the same on the same page each time it is renewed", function()
    local source = [[local kept = {} return { f = function(n)
      for i = 1, n do kept[#kept + 1] = ("x"):rep(i % 50) .. i end return #kept end }]]
    local function most_of(limit, low, high)
      local sandbox = core.sandbox { seconds = 60, [limit] = limit == "memory" and 300000 or 200000 }
      assert(sandbox:load(source, "r"))
      while high - low > 1 do -- the largest n for which the limit is enough
        local middle = (low + high) // 2
        sandbox:renew()
        if sandbox:call("f", middle) then low = middle else high = middle end
      end
      return low
    end
    for _, limit in ipairs { "instructions", "steps", "memory" } do
      local most = most_of(limit, 0, 1 << 20)
      assert.is_true(most > 10, limit)
      for _ = 1, 4 do assert.equal(most, most_of(limit, 0, 1 << 19), limit) end -- each state has a seed of its own
    end
  end)

  it("closes the pages that a call kept, and renews", function()
    local sandbox = load_rule [[local kept return { keep = function(page) kept = page return page:text() end,
      again = function() return kept:text() end }]]
    local page = core.parse "<p>kept"
    for _ = 1, 3 do
      assert.equal("kept", sandbox:call("keep", page))
      local value, err = sandbox:call "again"
      assert.is_nil(value)
      assert.matches("page is closed", err.message)
      sandbox:renew()
    end
    page:close()
  end)

  it("keeps compiled selectors beside the state, many and long ones too", function()
    local sandbox = load_rule [[return { f = function(page, n)
      local found = 0
      for i = 1, n do found = found + #page:select("p.c" .. i .. (i % 7 == 0 and (" , b"):rep(400) or "")) end
      return found
    end, bad = function(page) return page:select("p[") end }]]
    local page = core.parse "<p class=c1>1<p class=c600>2<p class=c7>3"
    for _ = 1, 3 do
      assert.equal(3, sandbox:call("f", page, 700))
      assert.equal("rule-error", select(2, sandbox:call("bad", page)).code)
      sandbox:renew()
      assert.equal(1, sandbox:call("f", page, 6))
    end
  end)

  it("goes on after an error", function()
    local sandbox = load_rule "return { f = function(bad) if bad then while true do end end return 1 end }"
    local value, err = sandbox:call("f", true)
    assert.is_nil(value)
    assert.equal("rule-budget", err.code)
    assert.equal(1, sandbox:call "f")
  end)
end)

describe("sandbox:close", function()
  it("may come twice, and ends all use", function()
    local sandbox = load_rule "return { f = function() end }"
    sandbox:close()
    sandbox:close()
    assert.has_error(function() sandbox:call "f" end)
    assert.has_error(function() sandbox:renew() end)
  end)
end)

describe("limits", function()
  it("are checked", function()
    assert.has_error(function() core.sandbox { memory = "1" } end)
    assert.has_error(function() core.sandbox { steps = -1 } end)
    assert.has_error(function() core.sandbox { seconds = 0 / 0 } end)
    assert.has_error(function() core.sandbox(5) end)
  end)

  it("hold for every call", function()
    local sandbox = core.sandbox { instructions = 100000 }
    assert(sandbox:load("return { f = function(n) for _ = 1, n do end return n end }", "r"))
    for _ = 1, 5 do assert.equal(50000, sandbox:call("f", 50000)) end
    local value, err = sandbox:call("f", 200000)
    assert.is_nil(value)
    assert.equal("the rule spent its 100000 instructions", err.message)
  end)

  it("end a page that takes too long, call by call", function()
    local sandbox = core.sandbox { seconds = 0.02, instructions = 1e12 }
    assert(sandbox:load("return { f = function() while true do end end, g = function() return 1 end }", "r"))
    local value, err = sandbox:call "f"
    assert.is_nil(value)
    assert.equal("rule-time", err.code)
    value, err = sandbox:call "g"
    assert.is_nil(value)
    assert.equal("rule-time", err.code)
    sandbox:renew()
    assert.equal(1, sandbox:call "g")
  end)

  it("other than instructions hold for a rule of our own", function()
    local sandbox = core.sandbox { uncounted = true, instructions = 1000, steps = 1e6, memory = 4e6, seconds = 60 }
    assert(sandbox:load([[return { count = function(n) for _ = 1, n do end return n end,
      step = function() while true do local _ = ("x"):rep(100) end end,
      fill = function() local t = {} while true do t = { t, t } end end,
      eat = function() local t = {} for i = 1, 1e9 do t[i] = ("x"):rep(9e5 + i) end end }]], "r"))
    assert.equal(100000, sandbox:call("count", 100000))
    for name, code in pairs { step = "rule-budget", fill = "rule-memory", eat = "rule-memory" } do
      assert.equal(code, select(2, sandbox:call(name)).code)
      sandbox:renew()
    end
    assert.equal(7, sandbox:call("count", 7))
  end)

  it("too small for a state are an error too", function()
    for memory = 1000, 60000, 500 do
      local rule, err = core.sandbox({ memory = memory }):load("return {}", "r")
      if not rule then assert.equal("rule-memory", err.code) end
    end
  end)
end)

describe("what a rule sees", function()
  it("is no way out", function()
    local names = {
      "io", "os", "debug", "package", "require", "load", "loadstring", "loadfile", "dofile", "coroutine", "xpcall",
      "setmetatable", "getmetatable", "rawget", "rawset", "rawequal", "rawlen", "collectgarbage", "print", "_G",
      "warn", "line", "no_such_name",
    }
    for _, name in ipairs(names) do
      local _, err = message_of("local x = 1\nreturn " .. name)
      assert.equal("unknown name '" .. name .. "'", err.message)
      assert.equal(3, err.line)
    end
    assert.same({}, call "return { string.dump, math.random, math.randomseed, string.pack }")
  end)

  it("finds the best row of roles by the weights of names and steps", function()
    -- Two roles: "a" speaks for the first, "b" for the second by less than a step between them costs.
    local row = [[local weights, steps = { a = "zm", b = "mo" }, { "mi", "im" }
      return table.chain(%s, weights, steps, "mm")]]
    local function chain(lists) return call(row:format(lists)) end
    assert.same({}, chain "{}")
    assert.same({ 2 }, chain "{ { 'b' } }")
    assert.same({ 1, 1, 1 }, chain "{ { 'a' }, { 'b', 'unknown', 7 }, { 'a' } }")
    assert.same({ 1, 2, 2, 2 }, chain "{ { 'a' }, { 'b' }, { 'b' }, { 'b' } }")
    assert.same({ 2, 2 }, call [[return table.chain({ {}, {} }, {}, { "mm", "mn" }, "mn")]])
    assert.same({ 2, 2 }, core.chain({ {}, {} }, {}, { "mm", "mn" }, "mn"))
    for _, bad in ipairs { "{ { 'a' } }, { a = 'm' }, { 'mm', 'mm' }, 'mm'", "{ 1 }, {}, { 'mm', 'mm' }, 'mm'",
      "{ {} }, {}, { 'mm' }, 'mm'", "{ {} }, {}, {}, ''", "{ {} }, {}, {}, ('m'):rep(65)", "{ {} }, {}" } do
      assert.equal("rule-error", select(2, message_of("return table.chain(" .. bad .. ")")).code, bad)
    end
  end)

  it("has functions for words that Lua has not", function()
    assert.same({ "café", "no", "5", "x2" }, call [[return ("Café — No. 5, x2!"):gsub("—", "-"):words()]])
    assert.same({}, call [[return (" ,;"):words()]])
    assert.same({ "a", "b", "c", "né" }, call [[return ("“A”\u{A0}b — «c» · Né…"):words()]])
    assert.equal("abcno", call [[return ("“A”\u{A0}b — «c» · No…"):letters()]])
    assert.equal("cafnoé5", call [[return ("Caf, No! \195\137 5"):gsub("\195\137", "é"):letters()]])
    assert.equal(2, call [[return ("with files from"):matches { "^by ", "files?", "from" }]])
    assert.is_false(call [[return ("with files from"):matches { "^files", "%d", "from.$", "[xyz]" }]])
    assert.is_false(call [[return (""):matches { "a" }]])
    assert.same({ 2, false }, call [[local l = patterns { "^by ", "files?", "from" }
      return { ("with files from"):matches(l), (""):matches(l) }]])
    assert.equal(1, call [[return (""):matches { "" }]])
    assert.same({ 0, 1, 0.5, 0 }, call [[local l = table.likeness
      return { l({}, { "a" }), l({ "a", "b" }, { "b", "a" }), l({ "a", "a" }, { "a", "b" }), l({ "a" }, { "A" }) }]])
    assert.same({ 2, 5, "month", 6, 9, "number", 10, 12, "mark", 13, 16, false },
      call [[return (" May (5. -- now"):kinds { may = "month", now = false }]])
    assert.same({}, call [[return (" \0\t"):kinds {}]])
    assert.same({ 2, 1 }, call [[return { (" May (5. -- now"):known { may = "month", now = false } }]])
    assert.same({ 0, 0, 0, 0, 0, 2, 1, 0 }, call [[local a, b = (" \0\t"):known {}
      local c, d = ("-- ."):known { [""] = 1 }
      local e, f = (("x"):rep(70) .. " y"):known {}
      local g, h = (" 7-"):known {}
      return { a, b, c, d, e, f, g, h }]])
    assert.same({ 1, 71, false }, call [[return ("x"):rep(70):kinds { [""] = true }]])
    assert.same({ 12, "none", "none", "none", 3 }, call [[local out = {}
      for i, text in ipairs { " Ferry sails\tFerry  sails", "Ferry sails Ferry sinks", "so so", "a b a", "a b a b" } do
        out[i] = text:twice() or "none"
      end
      return out]])
    assert.same({ "example.org:80", "/News/a-b--c/12", "q=1?", 2, 6, 3 },
      call [[return { (" HTTPS://Example.ORG:80/News/a-b--c/12?q=1?#x"):address() }]])
    for _, archived in ipairs { "https://archive.example/web/20150406120000/", "/web/20150406id_/" } do
      assert.same({ "example.org", "/a1", "q", 1, 2, 1 },
        call("return { ('" .. archived .. "http://example.org/a1?q'):address() }"))
    end
    for _, plain in ipairs { "/2015/http://example.org/x", "/20150406x1/http://e/x", "/20150406/x",
      "/a?20150406/http://e/" } do
      assert.is_nil((call("return { ('" .. plain .. "'):address() }"))[1])
    end
    assert.same({ [2] = "about_us", [4] = 0, [5] = 8, [6] = 2 }, call [[return { ("about_us "):address() }]])
    assert.same({ [2] = "///x", [3] = "", [4] = 0, [5] = 1, [6] = 1 }, call [[return { ("///x?"):address() }]])
    assert.same({ [2] = "", [4] = 0, [5] = 0, [6] = 0 }, call [[return { (""):address() }]])
    assert.same({ 1, 1, 1, 1, 0, 2, 2, 0, 0 }, call [[local l, kinds = patterns { "^p=%d" }, {}
      for i, href in ipairs { "/a-b-c", "/1234", "/longestword", "/x?p=1#a", "/x?q=1", "/",
        "http://x.example", "", "/x" } do
        kinds[i] = href:leads(l, 4, 10, 3)
      end
      return kinds]])
    assert.same({ 3, 4, 0, 0 }, call [[local t, u = table.room(2, 1), table.room(1e9)
      for i = 1, 3 do t[i] = i end
      t.x = 4
      return { #t, t.x, #u, #table.room() }]])
    local body = [[local a, b = {}, {}
      for i = 1, 1000 do a[i], b[i] = "w" .. i, "w" .. 2 * i end return table.likeness(a, b)]]
    assert.equal(0.5, call(body))
    for _, bad in ipairs { "('x'):matches { 1 }", "('x'):matches 'x'", "patterns 'x'",
      "patterns { 1 }", "table.likeness({ 1 }, { 'a' })",
      "('x'):matches { '[' }", "table.room(-1)",
      "('x'):leads('x', 1, 1, 1)", "('x'):leads({}, 2, 2)", "string.words(nil)", "table.likeness({ 'a' })" } do
      assert.equal("rule-error", select(2, message_of("return " .. bad)).code, bad)
    end
    for _, costly in ipairs { "s:words()", "s:kinds({})", "s:known({})", "s:address()", "s:leads({}, 1, 1, 1)",
      "s:twice()",
      "s:letters()", "s:matches { 'y', '%d', '[z]' }",
      "table.likeness({ s, s, s, s }, { s, s, s, s })",
      "table.chain({ l, l, l }, { a = 'mm' }, { 'mm', 'mm' }, 'mm')" } do
      local sandbox = core.sandbox { steps = 1e6, seconds = 60 }
      assert(sandbox:load("return { f = function() local s, l = ('x'):rep(1e5), {} "
        .. "for i = 1, 1000 do l[i] = 'a' end while true do local _ = "
        .. costly .. " end end }", "r"))
      assert.equal("rule-budget", select(2, sandbox:call "f").code, costly)
    end
  end)

  it("cannot be assigned to", function()
    assert.equal("cannot set the global 'x': make it local", (message_of "x = 1"))
    assert.equal("cannot set the global 'pairs': make it local", (message_of "pairs = 1"))
    assert.equal("cannot set the global 'f': make it local", (message_of "function f() end"))
  end)

  it("goes through tables in key order", function()
    local body = [[
      local t, keys = { 1, 2, z = 1, a = 1, ab = 1, A = 1, [-1] = 1, [2.5] = 1, [true] = 1, [100] = 1,
        [math.mininteger] = 1, [math.huge] = 1, [-math.huge] = 1, [2^53] = 1, ["\xE9"] = 1, [""] = 1 }, {}
      for k, v in pairs(t) do keys[#keys + 1] = tostring(k) end
      local key, other = nil, {}
      repeat key = next(t, key) other[#other + 1] = key ~= nil and tostring(key) or nil until key == nil
      return { table.concat(keys, " "), table.concat(other, " ") } ]]
    local expected = "-inf -9223372036854775808 -1 1 2 2.5 100 9007199254740992 inf  A a ab z \xE9 true"
    assert.same({ expected, expected }, call(body))
  end)

  it("lets pairs pass over what is removed on the way", function()
    assert.same({ "a", "c" }, call [[
      local t, seen = { a = 1, b = 1, c = 1 }, {}
      for k in pairs(t) do seen[#seen + 1] = k t.b = nil t.new = nil end
      return seen ]])
    local message = message_of "for _ in pairs { [{}] = 1 } do end"
    assert.equal("keys of type table have no order to go through them in", message)
  end)

  it("prints no addresses", function()
    assert.same({ "table", "function", "nil", "1", "1.5", "2.0", "inf", "-0.0", "table function" }, call [[
      return { tostring {}, tostring(type), tostring(nil), tostring(1), tostring(1.5), tostring(2.0),
               tostring(math.huge), tostring(-0.0), ("%s %s"):format({}, type) } ]])
    assert.matches("invalid conversion '%%p'", (message_of "return ('%p'):format {}"))
  end)

  it("formats as Lua does", function()
    local cases = {
      { "%d %5d %-5d| %05d %+d % d", 1, 2, 3, 4, 5, 6 }, { "%x %X %#x %o", 255, 255, 255, 8 },
      { "%5.1f %g %e %a", 1.25, 1e20, 12345.678, 1.0 }, { "%s %10s %-10s| %.2s", "a", "b", "c", "def" },
      { "%% %c%c", 65, 0 }, { "%i %u", -3, 3 }, { "%99.99f", 1e300 }, { "%.3d", 5 }, { "%5s", true }, { "%s", 1.5 },
      { "%.20s", ("x"):rep(200) }, { "%5s", ("x"):rep(200) }, { "no conversion" },
    }
    for _, case in ipairs(cases) do
      local expected = string.format(table.unpack(case))
      assert.equal(expected, (call("return string.format(table.unpack(...))", case)))
    end
    for _, bad in ipairs { "%99999999d", "%", "%y", "%-#s", "%.100f", "%000000d", "%#d", "%.3c", "%q" } do
      assert.matches("invalid", (message_of(("return (%q):format(1)"):format(bad))))
    end
  end)

  it("has the rest of the libraries as Lua has them", function()
    local body = [[
      local t = { 5, 3, 9, 1 }
      table.sort(t)
      local u = { 1, 2, 3, 4, 5 }
      table.sort(u, function(a, b) return a > b end)
      local m = table.move({ 1, 2, 3 }, 1, 3, 2)
      local n = table.move({ 1, 2, 3 }, 2, 3, 1)
      local o = table.move({ 1, 2 }, 1, 2, 3, { 8, 9 })
      local r = { 1, 2, 3 }
      local r1, r2, r3 = table.remove(r, 1), table.remove(r), table.remove({})
      local i = { 1, 2 }
      table.insert(i, 1, 0) table.insert(i, 3)
      return {
        t, u, m, n, o, r, r1, r2, tostring(r3), i, table.concat({ 1, 2.5, "x" }, "-"), table.concat({}, "x"),
        table.concat({ 1, 2, 3 }, ",", 2, 3), table.pack(table.unpack({ 1, nil, 3 }, 1, 3)),
        ("abc"):sub(-2), ("abc"):sub(2, 10), ("abc"):sub(0), ("abc"):sub(3, 2), ("abc"):byte(-1),
        { ("abc"):byte(1, -1) },
        ("x"):rep(3, "-"), ("x"):rep(0), ("ab"):rep(5), ("aBc"):upper(), ("aBC"):lower(), ("abc"):reverse(), #("abc"),
        string.char(104, 105), ("abc"):len(), math.floor(2.5), math.max(1, 3), math.tointeger(3.0), math.type(1),
        utf8.len "é", utf8.char(233), { utf8.codepoint("aé", 1, -1) }, tonumber "0x10", tonumber " 12 ",
        tonumber("ff", 16), tonumber("zz", 36), tostring(tonumber "x"), tostring(tonumber("8", 8)), tonumber "1e2",
        select(-1, 1, 2), select("#", 1, nil),
        { pcall(error, { 1 }) }, { select(2, pcall(error, "m", 0)) }, "10" + 5, "3" * "4", -"2", 10 .. 20,
        "0x10" + 0,
        type(nil), { assert(1, 2) }, next({}) == nil,
      } ]]
    local expected = assert(load("return function(...)\n" .. body .. "\nend", "=x", "t"))()()
    local got = call(body)
    assert.same(expected, got)
  end)

  it("sorts stably, whatever the comparator says", function()
    local body = [[
      local t = {}
      for i = 1, 300 do t[i] = { key = i % 7, at = i } end
      table.sort(t, function(a, b) return a.key < b.key end)
      for i = 2, 300 do
        local a, b = t[i - 1], t[i]
        if a.key > b.key or a.key == b.key and a.at > b.at then return "wrong at " .. i end
      end
      local u = { 3, 1, 2 }
      table.sort(u, function() return true end)
      table.sort(u, function() return nil end)
      return #u ]]
    assert.equal(3, (call(body)))
    assert.matches("attempt to compare", (message_of "table.sort { 1, 'x', {} }"))
  end)

  it("cannot catch a spent budget", function()
    local _, err = message_of [[
      while true do pcall(function() while true do end end) end ]]
    assert.equal("rule-budget", err.code)
    _, err = message_of "for _ = 1, 10 do pcall(string.rep, 'x', 1e10) end return 'went on'"
    assert.equal("rule-memory", err.code)
  end)
end)

describe("pages in a rule", function()
  local HTML = "<body><h1>Tide <i>table</i></h1><p class=x>High water at nine.<p>Low water at three."
  local page, sandbox

  before_each(function()
    page = core.parse(HTML, { encoding = "utf-8" })
    sandbox = core.sandbox(PATIENT)
    assert(sandbox:load([[
      local kept
      return {
        count = function(page) return #page:select "p" end,
        text = function(node) return node:text() end,
        first = function(page) return page:first "h1" end,
        all = function(given) return { list = given.page:select "p", page = given.page } end,
        keep = function(page) kept = page:first "h1" return kept:text() end,
        use = function() return kept:text() end,
        same = function(a, b) return a == b:first "h1" end,
        loop = function(page) while true do page:select ":not(:not(p))" end end,
      } ]], "paper.lua"))
  end)

  after_each(function()
    sandbox:close()
    page:close()
  end)

  it("are read through handles", function()
    assert.equal(2, sandbox:call("count", page))
    assert.equal("Tide table", sandbox:call("text", page:first "h1"))
    assert.is_true(sandbox:call("same", page:first "h1", page))
  end)

  it("give nodes that come back as nodes of the caller's page", function()
    assert.equal(page:first "h1", sandbox:call("first", page))
    local found = sandbox:call("all", { page = page })
    assert.equal(2, #found.list)
    assert.equal("High water at nine.", found.list[1]:text())
    assert.equal(page, found.page)
  end)

  it("are gone after the call", function()
    assert.equal("Tide table", sandbox:call("keep", page))
    local value, err = sandbox:call "use"
    assert.is_nil(value)
    assert.matches("closed", err.message)
    assert.equal("Tide table", sandbox:call("keep", page))
    assert.equal("Tide table", page:first("h1"):text())
  end)

  it("cost steps", function()
    local value, err = sandbox:call("loop", page)
    assert.is_nil(value)
    assert.equal("rule-budget", err.code)
    assert.equal(10, err.line)
  end)

  it("outlive neither their closing by the caller nor the sandbox", function()
    page:close()
    assert.has_error(function() sandbox:call("count", page) end)
  end)
end)

describe("sandbox:claim", function()
  local BEHAVES = { story = "story", infobox = "sidebar" }

  -- What a function claims of a page: the claims, its steps or what went wrong.
  local function claim(items, room, limits)
    local sandbox = core.sandbox(limits or PATIENT)
    assert(sandbox:load("return { f = function(page)\nreturn " .. items .. " end }", "@rules/paper.lua"))
    local page = core.parse "<h1>Head</h1><p>One <b>two</b></p><p>Three</p>"
    local claims = core.claims(page)
    return claims, sandbox:claim("f", claims, BEHAVES, 2, claims:file "paper.lua", 7, room or 1e6, page)
  end

  local function content_of(items, ...)
    local claims, steps, err = claim(items, ...)
    assert.is_nil(err)
    assert.is_true(claims:settle())
    return claims:json(), steps
  end

  it("adds what the function returns", function()
    local json, steps = content_of [[{ { kind = "story", tags = { b = 1, a = "x" }, href = "/1", content = {
      { tag = "headline", block = 1, line = 9 },
      { tag = "paragraph", blocks = { 2, 2 }, level = 2, marks = { { tag = "author", range = { 4, 7 } } } },
      { tag = "byline", from = "x", text = "Ann", tags = { "long", true } },
      { kind = "infobox", range = { 11, 16 } } } } }]]
    local story = require("cjson").decode(json)[1]
    assert.same({ "story", "/1", { a = "x", b = "1" }, "paper.lua:7" },
      { story.kind, story.href, story.tags, story.rule })
    assert.equal("paper.lua:9", story.content[1].rule)
    assert.equal(1000, steps - 3 - 200)
    local found = {}
    for _, part in ipairs(story.content) do found[part.tag or part.kind] = part end
    assert.same({ "Ann", { "long", "true" } }, { found.byline.text, found.byline.tags })
    assert.same({ 2, "One" }, { found.paragraph.level, found.paragraph.marks[1].text })
    assert.equal("sidebar", found.infobox.kind == "infobox" and BEHAVES.infobox)
  end)

  it("passes over what claims nothing", function()
    for _, items in ipairs { "7", "nil", "'story'", "{ 1, 'x' }", "{ { tag = 'headline', block = 1 } }",
      "{ { kind = 'none' }, { kind = 'story', href = {}, content = { { tag = 'dek', block = 9 } } } }" } do
      assert.equal(content_of "{}", (content_of(items)))
    end
  end)

  it("adds nothing where it fails, and says why", function()
    for items, message in pairs {
      ["{ { kind = 'story', content = { { tag = 'dek', block = 1, text = type } } } }"] =
        "a function cannot be claimed, at text",
      ["{ { kind = 'story', content = { { tag = 'dek', block = 1, other = page } } } }"] =
        "a userdata cannot be claimed, at other",
      ["{ { kind = 'story', tags = { [{}] = 1 } } }"] = "a tag under a key that is no string cannot be claimed",
      ["(function() local s, t = ('x'):rep(1e6), {} for i = 1, 20 do t['a' .. i] = s end "
        .. "return { { kind = 'story', tags = t } } end)()"] = "so much text cannot be claimed",
      ["(function() local s, t = ('x'):rep(1e6), {} for i = 1, 20 do t[i] = { tag = 'dek', from = '', text = s } end "
        .. "return { { kind = 'story', content = t } } end)()"] = "so much text cannot be claimed",
      ["(function() local t = {} for i = 1, 3e4 do t[i] = { tag = 'dek', block = 1 } end "
        .. "return { { kind = 'story', content = t } } end)()"] = "more than 100000 values cannot be claimed",
      ["(function() local t = {} t[1] = { kind = 'story', content = t } return t end)()"] =
        "segments nested deeper than 16 cannot be claimed",
    } do
      local claims, steps, err = claim(items, 1e9, { memory = 16 << 20, seconds = 60 })
      assert.is_nil(steps)
      assert.equal(message, err.message)
      assert.equal("rule-error", err.code)
      assert.same({}, claims:at(0))
      assert.is_true(claims:settle())
      assert.equal(content_of "{}", claims:json())
    end
  end)

  it("adds no more than there is room for", function()
    local claims, steps = claim([[{ { kind = "story", content = { { tag = "headline", block = 1 },
      { tag = "paragraph", block = 2 }, { tag = "paragraph", block = 3 } } } }]], 500)
    assert.equal(600, steps)
    assert.equal(2, #claims:at(0))
  end)
end)
