-- Rules that mean harm, or are badly wrong: each ends soon, with a message that names
-- its file and line, and leaves the host as it was.
local core = require "galley.core"

-- Seconds: of what only its time ends, and of all else, which what is counted ends long before.
local SHORT, LONG = 1, 60

-- What `f` does, from line 2 on; the code it ends with; the line; part of the message.
local HOSTILE = {
  { "an endless loop", "while true do end", "rule-budget", 2 },
  { "an endless goto", "::again::\ngoto again", "rule-budget" },
  { "a loop in pcall", "while true do\npcall(function() while true do end end)\nend", "rule-budget", 3 },
  { "pcall of pcall", "local function f() pcall(f) pcall(f) f() end\nwhile true do pcall(f) end", "rule-budget" },
  { "endless recursion", "local function f() return 1 + f() end\nreturn f()", "rule-memory", 2 },
  { "recursion in pcall", "local function f() return 1 + f() end\nwhile true do pcall(f) end", "rule-memory" },
  { "endless tail calls", "local function f() return f() end\nreturn f()", "rule-budget", 2 },
  { "recursion through C", "local function f(x) return x:gsub('.', f) end\nreturn f 'x'", "rule-error", 2, "overflow" },
  { "recursion through sort", "local function f() table.sort({ 1, 2, 3 }, f) end\nf()", "rule-error", 2, "overflow" },
  { "a giant string", "local x = 1\nreturn ('x'):rep(1e9)", "rule-memory", 3 },
  { "a giant string in pcall", "local x = 1\nfor _ = 1, 9 do pcall(string.rep, 'x', 1e9) end", "rule-memory", 3 },
  { "rep of the largest count", "return ('x'):rep(math.maxinteger, 'y')", "rule-memory", 2 },
  { "many giant strings", "local t = {}\nfor i = 1, 1e9 do\nt[i] = ('x'):rep(1e6 + i)\nend", "rule-memory", 4 },
  { "a doubling string", "local s = 'x'\nwhile true do\ns = s .. s\nend", "rule-memory", 4 },
  { "a growing string", "local s = ''\nwhile true do\ns = s .. 'xxxxxxxxxxxxxxxx'\nend", "rule-budget", 4 },
  { "a growing table", "local t = {}\nwhile true do\nt[#t + 1] = 1\nend", "rule-memory", 4 },
  { "a growing table in pcall",
    "local t = {}\nwhile true do\npcall(function() t[#t + 1] = {} end)\nend", "rule-budget", 4 },
  { "memory kept full", "local t, n = {}, 0\nwhile true do\nn = n + 1\nt[n % 700000] = { n }\nend" },
  { "a table that never fits", "local t = {}\nfor i = 1, 2^14 do t[i] = 1 end\nlocal n = #t\nwhile true do n = n + 1 "
    .. "t[n - 2^14] = nil t[n + 0.5] = 1 t[n - 2^13 + 0.5] = nil end" },
  { "a pattern of three gaps", "local s = ('a'):rep(3e4)\nreturn s:find '.-.-b'", "rule-budget", 3 },
  { "a pattern of many gaps", "local s = ('a'):rep(600)\nreturn s:match '.-.-.-.-b'", "rule-budget", 3 },
  { "gaps in gmatch", "local s = ('a'):rep(3e4)\nfor _ in s:gmatch '.*.*b' do end", "rule-budget", 3 },
  { "gaps in gsub", "local s = ('a'):rep(3e4)\nreturn s:gsub('.*.*b', '')", "rule-budget", 3 },
  { "open brackets for %b", "local s = ('('):rep(1e5)\nreturn s:find '%b()x'", "rule-budget", 3 },
  { "a set of many", "local s, p = ('a'):rep(1e5), ('b'):rep(1e5)\nreturn s:find('[' .. p .. ']')" },
  { "a set before every letter", "local s, p = ('a'):rep(1e5), ('%z'):rep(1e5)\nreturn s:find('%f[' .. p .. ']')" },
  { "a long pattern read again", "local p = ('[%S%D]'):rep(1e4)\nwhile true do local _ = ('a'):match(p) end",
    "rule-budget", 3 },
  { "plain find of almost all",
    "local s = ('a'):rep(1e5)\nreturn s:find(('a'):rep(5e4) .. 'b', 1, true)", "rule-budget" },
  { "captures compared again", "local s = ('a'):rep(4e4)\nreturn s:find '(a*).-%1b'", "rule-budget", 3 },
  { "a pattern too deep", "return ('a'):rep(300):find(('a?'):rep(300))", "rule-error", 2, "too complex" },
  { "a growing replacement", "local s = ('a'):rep(1e6)\nreturn s:gsub('a', ('b'):rep(1000))", "rule-memory", 3 },
  { "insert at the front",
    "local t = {}\nfor i = 1, 1e5 do t[i] = i end\nfor i = 1, 1e5 do\ntable.insert(t, 1, i)\nend",
    "rule-budget", 5 },
  { "remove at the front", "local t = {}\nfor i = 1, 1e5 do t[i] = i end\nwhile true do table.remove(t, 1) end",
    "rule-budget", 4 },
  { "a move without end", "local x\nreturn table.move({}, 1, 2^53 | 0, 2)", "rule-budget", 3 },
  { "a large move", "while true do table.move({}, 1, 5e7, 2) end", "rule-budget", 2 },
  { "a giant concat", "local s, t = ('x'):rep(1e5), {}\nfor i = 1, 1e4 do t[i] = s end\nreturn table.concat(t)",
    "rule-memory", 4 },
  { "a concat of nothing", "return table.concat({}, 'x', 1, 1e15)", "rule-error", 2, "invalid value" },
  { "a border far out", "local t = {}\nfor i = 0, 61 do t[1 << i] = '' end\nreturn table.insert(t, 1, 1)" },
  { "unpack of too much", "return { table.unpack({}, 1, 1e8) }", "rule-error", 2, "too many results" },
  { "bytes of too much", "return { ('x'):rep(1e7):byte(1, -1) }", "rule-error", 2, "too long" },
  { "select again and again", "local t = {}\nfor i = 1, 2e5 do t[i] = i end\nlocal function f(...)\n"
    .. "while true do local x = select(2, ...) end\nend\nf(table.unpack(t))", "rule-budget", 5 },
  { "an erratic comparator", "local t, n = {}, 1\nfor i = 1, 1e6 do t[i] = i end\n"
    .. "table.sort(t, function() n = n * 5 % 7 return n > 3 end)", "rule-budget" },
  { "a comparator that breaks the list", "local t = {}\nfor i = 1, 100 do t[i] = i end\n"
    .. "table.sort(t, function(a, b) t[a] = nil t[b + 200] = b return a > b end)\nerror 'done'",
    "rule-error", 5, "done" },
  { "sorting without end", "local t = {}\nfor i = 1, 1e6 do t[i] = -i end\nwhile true do table.sort(t) end",
    "rule-budget" },
  { "pairs without end",
    "local t = {}\nfor i = 1, 1e5 do t[i] = i end\nwhile true do for _ in pairs(t) do break end end",
    "rule-budget", 4 },
  { "next without end",
    "local t = {}\nfor i = 1, 1e5 do t['k' .. i] = i end\nlocal k\nwhile true do k = next(t, k) end",
    "rule-budget", 5 },
  { "comparing long strings", "local a, b = ('x'):rep(8e6), ('x'):rep(8e6 - 1) .. 'y'\nwhile true do\n"
    .. "local x = a == b or a < b\nend" },
  { "numerals without end", "local s = ('1'):rep(8e6)\nwhile true do local x = s + 0 end" },
  { "a giant width", "return ('%99999999d'):format(1)", "rule-error", 2, "invalid format" },
  { "a giant text in format", "local s = ('x'):rep(1e7)\nreturn ('%s%s%s%s%s%s%s'):format(s, s, s, s, s, s, s)",
    "rule-memory", 3 },
  { "upper without end", "local s = ('x'):rep(1e7)\nwhile true do s:upper() end", "rule-budget", 3 },
  { "utf8.len without end", "local s = ('x'):rep(1e7)\nwhile true do utf8.len(s) end", "rule-budget", 3 },
  { "a nil error", "error(nil)", "rule-error", 2, "nil value" },
  { "an error of tables", "error { { {} } }", "rule-error", 2, "table value" },
  { "a giant error", "error(('x'):rep(1e7))", "rule-error", 2, "xxx" },
  { "an unprintable error", "error('\\27[31m\\0\\r\\n', 0)", "rule-error", 2, " " },
  { "a deep result", "local t = {}\nfor _ = 1, 1e5 do t = { t } end\nreturn t", "rule-error", 1, "nested deeper" },
  { "a cyclic result", "local t = {}\nt.t = t\nreturn t", "rule-error", 1, "contains itself" },
  { "a giant result", "local t = {}\nfor i = 1, 1e6 do t[i] = i end\nreturn t", "rule-error", 1, "more than 100000" },
  { "a result that unfolds",
    "local t = {}\nfor _ = 1, 30 do t = { t, t } end\nreturn t", "rule-error", 1, "more than" },
  { "much text in the result", "local s, t = ('x'):rep(1e6), {}\nfor i = 1, 9e4 do t[i] = s end\nreturn t",
    "rule-error", 1, "so much text" },
  { "a function as result", "return function() end", "rule-error", 1, "a function" },
  { "poisoned strings", "string.find = nil string.upper = error\nreturn ('x'):find 'x'", "rule-error", 3, "find" },
  { "poisoned globals", "local _ENV = {}\nreturn pairs", nil },
  { "a rule's own table of names", "for k, v in pairs(_ENV) do error(k) end\nreturn _ENV.pairs ~= nil", nil },
}

-- Files that harm when they are loaded.
local FILES = {
  { "an endless file", "local x\nwhile true do end", "rule-budget", 2 },
  { "a file of brackets", ("("):rep(1e5), "rule-syntax" },
  { "a file of tables", "return " .. ("{"):rep(1e5), "rule-syntax" },
  { "a file of functions", "return " .. ("function() return "):rep(1e4), "rule-syntax" },
  { "a file too large", "--" .. ("x"):rep(3e5), "rule-syntax", nil },
  { "a file of choices", "local a\nreturn { a " .. ("or a "):rep(25000) .. "}" },
  { "a file of labels", (function()
    local lines = {}
    for i = 1, 10000 do lines[i] = "::l" .. i .. "::" end
    return table.concat(lines)
  end)() },
  { "a file of jumps", ("do goto x end "):rep(8000) .. "::x::" },
  { "bytecode", string.dump(function() end), "rule-syntax", nil },
  { "no table", "return nil", "rule-error", nil },
}

local function fresh(limits)
  return core.sandbox(limits)
end

-- What a rule might reach of the host's.
local function host_state()
  local meta, names = getmetatable "", {}
  for name, value in pairs(string) do names[#names + 1] = name .. tostring(value) end
  for name in pairs(_G) do names[#names + 1] = tostring(name) end
  table.sort(names)
  local hook = table.pack(debug.gethook())
  return { names = table.concat(names, " "), index = meta.__index, hook = hook, running = collectgarbage "isrunning" }
end

describe("a hostile rule", function()
  local before

  before_each(function() before = host_state() end)
  after_each(function()
    assert.same(before, host_state())
    assert.same({ 1, 3 }, { ("abc"):find("abc", 1, true) })
  end)

  local function check(expected, value, err)
    local _, _, code, line, message = table.unpack(expected, 1, 5)
    if not code and not err then return end
    assert.is_nil(value)
    assert.equal("hostile.lua", err.chunk)
    if code then assert.equal(code .. ":" .. tostring(line or err.line), err.code .. ":" .. tostring(err.line)) end
    if message then assert.matches(message, err.message, 1, true) end
    assert.is_true(#err.message < 512)
    assert.is_nil(err.message:match "%c")
  end

  for _, case in ipairs(HOSTILE) do
    it("ends: " .. case[1], function()
      local sandbox = fresh { seconds = case[3] and LONG or SHORT }
      assert(sandbox:load("return { f = function()\n" .. case[2] .. "\nend }", "hostile.lua"))
      local value, err = sandbox:call "f"
      check(case, value, err)
      if err then assert.is_true((err.line or 0) > 0, "no line") end
      sandbox:close()
    end)
  end

  for _, case in ipairs(FILES) do
    it("ends: " .. case[1], function()
      local sandbox = fresh { seconds = LONG }
      check(case, sandbox:load(case[2], "hostile.lua"))
      sandbox:close()
    end)
  end

  it("does not reach the next one", function()
    local first, second = fresh(), fresh()
    local rule = "return { f = function() return ('x'):upper() end }"
    assert(first:load("string.upper = function() return 'poison' end " .. rule, "a"))
    assert(second:load(rule, "b"))
    assert.equal("poison", first:call "f")
    assert.equal("X", second:call "f")
    assert.equal("X", ("x"):upper())
  end)

  it("has the same budgets on every run", function()
    local body = [[return { f = function(log)
      local n = 0
      local ok = pcall(function() for i = 1, 1e9 do n = n + #("x"):rep(i % 100) end end)
      return n end }]]
    local messages = {}
    for run = 1, 3 do
      local sandbox = fresh { instructions = 1e6, steps = 1e5 }
      assert(sandbox:load(body, "r"))
      local _, err = sandbox:call "f"
      messages[run] = err.message .. err.line
    end
    assert.equal(messages[1], messages[2])
    assert.equal(messages[1], messages[3])
  end)

  it("cannot use objects of the prelude for a finalizer", function()
    local sandbox = fresh()
    assert(sandbox:prelude([[local m = {} m.__index = m
      return { make = function() return setmetatable({}, m) end }]], "p"))
    assert(sandbox:load([[return { f = function()
      make().__index.__gc = function() while true do end end
      make() end }]], "r"))
    -- The metatable is in reach through what it gives as __index of itself.
    local _, err = sandbox:call "f"
    assert.equal("rule-error", err.code)
    sandbox:close()
  end)
end)
