-- The patterns that rules get, against Lua's own: the same random cases in both.
local core = require "galley.core"

-- Runs on both sides: in the host with Lua's functions, in a sandbox with ours.
local RUNNER = [[
local replace = {
  ["function"] = function(a, b) if a == "a" then return nil end return tostring(a) .. (b and "!" or "") end,
  ["table"] = { a = "<A>", b = 7, ab = false },
  -- Matches more patterns than are kept, so that the one at work is not kept any more.
  ["others"] = function(a)
    local seen = 0
    for i = 1, 3000 do
      local pair = string.char(128 + i // 64, 128 + i % 64)
      seen = seen + (pair:match("[" .. pair .. "]") and 1 or 0)
    end
    return "<" .. a .. seen .. ">"
  end,
}
local actions = {
  find = function(c) return c.text:find(c.pattern, c.init, c.plain) end,
  match = function(c) return c.text:match(c.pattern, c.init) end,
  gsub = function(c) return c.text:gsub(c.pattern, replace[c.with] or c.with, c.most) end,
  gmatch = function(c)
    local found = {}
    for a, b in c.text:gmatch(c.pattern) do
      found[#found + 1] = tostring(a) .. "/" .. tostring(b)
    end
    return table.concat(found, ",")
  end,
}
local function show(ok, ...)
  local shown = { tostring(ok) }
  for i = 1, select("#", ...) do shown[i + 1] = tostring((select(i, ...))) end
  return table.concat(shown, "|")
end
return {
  run = function(cases)
    local results = {}
    for i, case in ipairs(cases) do results[i] = show(pcall(actions[case.action], case)) end
    return results
  end,
}
]]

local function generator(seed)
  local state = seed
  local function random(most)
    state = (state * 1103515245 + 12345) % 2147483648
    return (state >> 8) % most + 1
  end
  local function pick(list) return list[random(#list)] end
  return random, pick
end

local ITEMS = {
  "a", "b", "c", ".", "%a", "%A", "%d", "%s", "%w", "%W", "%p", "%u", "%l", "%x", "%c", "%g", "%.", "%%", "%S",
  "[ab]", "[^a]", "[a-c]", "[%d%s]", "[]a]", "[^]]", "[a-]", "[%a-]", "[-b]", "[^%w]", "[^%s]", "%z",
  "[%z]", "\0", "\xE9", "(", ")", "1",
  "[a-%]", "[a-%%]", "[%]-a]", "[\x80-\xFF]", "[c-a]",
}
local SUFFIXES = { "", "", "", "*", "+", "-", "?" }
local WHOLE = { "%f[a]", "%f[^%w]", "%bab", "%b()", "()", "%1", "%2", "%b", "%f", "[a", "[^", "%", "$", "^", "%9" }
local LETTERS = { "a", "a", "b", "b", "c", "A", "1", "(", ")", " ", ".", "]", "-", "%", "\0", "\xE9", "\n" }
local TEMPLATES = { "", "x", "%0", "%1", "<%0>", "%1%2", "%%", "%", "%a", "%9", "function", "table", "\0%0" }

local function random_pattern(random, pick)
  local parts, open = { random(5) == 1 and "^" or "" }, 0
  for _ = 1, random(5) do
    local kind = random(9)
    if kind == 1 then
      parts[#parts + 1] = pick(WHOLE)
    elseif kind == 2 then
      parts[#parts + 1], open = "(", open + 1
    else
      parts[#parts + 1] = pick(ITEMS) .. pick(SUFFIXES)
    end
    if open > 0 and random(3) == 1 then parts[#parts + 1], open = ")", open - 1 end
  end
  if random(8) > 1 then parts[#parts + 1] = (")"):rep(open) end
  if random(6) == 1 then parts[#parts + 1] = "$" end
  return table.concat(parts)
end

local function random_text(random, pick)
  local letters = {}
  for i = 1, random(16) - 1 do letters[i] = pick(LETTERS) end
  return table.concat(letters)
end

local function random_case(random, pick, action)
  return {
    action = action, pattern = random_pattern(random, pick), text = random_text(random, pick),
    init = random(3) == 1 and random(24) - 12 or nil,
    plain = action == "find" and random(8) == 1,
    with = pick(TEMPLATES), most = random(4) == 1 and random(4) - 1 or nil,
  }
end

describe("patterns of rules", function()
  local sandbox, host

  setup(function()
    sandbox = core.sandbox { seconds = 60, instructions = 1e9, steps = 1e9 }
    assert(sandbox:load(RUNNER, "runner"))
    host = assert(load(RUNNER, "=runner"))().run
  end)

  teardown(function() sandbox:close() end)

  local function compare(cases)
    local expected, got = host(cases), assert(sandbox:call("run", cases))
    assert.equal(#cases, #got)
    for i, case in ipairs(cases) do
      if expected[i] ~= got[i] then
        local what = ("%s %q %q with %q"):format(case.action, case.text, case.pattern, case.with or "")
        assert.equal(expected[i], got[i], what)
      end
    end
  end

  for seed, action in ipairs { "find", "match", "gmatch", "gsub" } do
    it("give what Lua's give: " .. action, function()
      local random, pick = generator(seed * 7919)
      for _ = 1, 20 do
        local cases = {}
        for i = 1, 500 do cases[i] = random_case(random, pick, action) end
        compare(cases)
      end
    end)
  end

  it("classify every byte as Lua does", function()
    local cases = {}
    for class in ("acdglpsuwxz"):gmatch "." do
      for _, name in ipairs { class, class:upper() } do
        local all = {}
        for byte = 0, 255 do all[#all + 1] = string.char(byte) end
        local text = table.concat(all)
        cases[#cases + 1] = { action = "gsub", text = text, pattern = "%" .. name, with = "" }
        for _, set in ipairs { "[^%%%s]+", "[%%%s\1-]+", "[^x%%%s%%D]", "%%f[%%%s]", "%%f[^%%%s]", "[%%%s-\xE9]" } do
          cases[#cases + 1] = { action = "gsub", text = text, pattern = set:format(name), with = "-" }
        end
      end
    end
    compare(cases)
  end)

  it("take every range of bytes as Lua does", function()
    local cases, all = {}, {}
    for byte = 0, 255 do all[#all + 1] = string.char(byte) end
    local text = table.concat(all)
    for _, from in ipairs { 0, 1, 31, 32, 33, 62, 63, 64, 100, 127, 128, 200, 254, 255 } do
      for _, to in ipairs { 0, 1, 31, 32, 33, 62, 63, 64, 100, 127, 128, 200, 254, 255 } do
        local range = ("%c-%c"):format(from, to)
        cases[#cases + 1] = { action = "gsub", text = text, pattern = "[" .. range .. "]", with = "-" }
        cases[#cases + 1] = { action = "gsub", text = text, pattern = "[^" .. range .. "x]+", with = "-" }
      end
    end
    compare(cases)
  end)

  it("that are long are what Lua's are", function()
    local cases = {}
    for _, length in ipairs { 100, 119, 120, 121, 199, 200, 201, 1000 } do
      local text = ("ab"):rep(length)
      for _, pattern in ipairs { ("a"):rep(length), "^" .. ("."):rep(length - 1), ("[ab]"):rep(length // 4),
        ("%z"):rep(length // 2), "(" .. ("ab"):rep(length // 2 - 1) .. ")", ("ab"):rep(length // 2 - 1) .. "[" } do
        for _, action in ipairs { "find", "match", "gmatch", "gsub" } do
          cases[#cases + 1] = { action = action, text = text, pattern = pattern, with = "<%1>" }
          local zeros = "\0" .. text .. ("\0"):rep(length)
          cases[#cases + 1] = { action = action, text = zeros, pattern = pattern, with = "-" }
        end
      end
    end
    compare(cases)
  end)

  it("are kept apart, more of them than are kept", function()
    local cases = {}
    for i = 1, 3000 do
      cases[i] = { action = "match", text = ("x%dy z%d"):format(i, i), pattern = ("([a-z])%d(.)"):format(i) }
      cases[3000 + i] = { action = "gmatch", text = ("^%d"):format(i), pattern = ("^%d"):format(i) }
      cases[6000 + i] = { action = "match", text = ("^%d"):format(i), pattern = ("^%d"):format(i) }
    end
    compare(cases)
  end)

  it("are as deep, take as many captures and give the same messages", function()
    compare {
      { action = "find", text = ("a"):rep(300), pattern = ("a?"):rep(300) .. "b" },
      { action = "find", text = ("a"):rep(300), pattern = ("a?"):rep(150) .. ("a"):rep(150) },
      { action = "match", text = ("a"):rep(40), pattern = ("(a)"):rep(32) },
      { action = "match", text = ("a"):rep(40), pattern = ("(a)"):rep(33) },
      { action = "match", text = "aa", pattern = "(()a)%1" },
      { action = "match", text = "aXa", pattern = "(()a)X%2" },
      { action = "gsub", text = "abc", pattern = "b*", with = "-" },
      { action = "gsub", text = "harbour", pattern = "[a-h]", with = "others" },
      { action = "gsub", text = "hello world", pattern = "%f[%w]%w+", with = "%0 %0" },
      { action = "gsub", text = "abc", pattern = "(()b)", with = "%2" },
      { action = "find", text = "a.b", pattern = ".", plain = true, init = 3 },
      { action = "find", text = "abc", pattern = "", init = 4 },
      { action = "find", text = "abc", pattern = "", init = 5 },
      { action = "find", text = "aab", pattern = "ab", plain = true },
    }
  end)

  it("match long texts in linear time", function()
    local text = ("word and another word. "):rep(20000)
    compare {
      { action = "gsub", text = text, pattern = "%w+", with = "<%0>" },
      { action = "gsub", text = text, pattern = "%s*$", with = "" , most = 1 },
    }
  end)
end)
