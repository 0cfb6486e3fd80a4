-- The tests of html5lib-tests against the HTML front end: tokens, trees, encodings.
-- lua spec/tools/conformance.lua SHARED TOOLS (the folder of the programs tokens and sniff).
-- Prints counts for each file; fails where anything fails.

local core = require "galley.core"
local html5lib = require "galley.format.html5lib"
local lfs = require "lfs"
local html5lib_tests = require "spec.tools.html5lib_tests"
local tokenizer_tests = require "spec.tools.tokenizer_tests"

local FOLDER = arg[1] .. "/data/html5lib-tests/"
local TOOLS = arg[2]
local SHOWN = 5 -- failures of a file that are printed

local all_passed, all_tests = 0, 0

local function files(folder, ending)
  local names = {}
  for name in lfs.dir(FOLDER .. folder) do
    if name:sub(-#ending) == ending then names[#names + 1] = name end
  end
  table.sort(names)
  return names
end

-- A file's line, and its first failures: { what, … }.
local function report(name, count, failures, remark)
  all_passed, all_tests = all_passed + count - #failures, all_tests + count
  print(("  %-44s %5d of %5d%s"):format(name, count - #failures, count, remark or ""))
  for i = 1, math.min(SHOWN, #failures) do print("    " .. failures[i]:sub(1, 600):gsub("\n", "\n    ")) end
end

local function tree_of(test, scripting)
  local fragment = test["#document-fragment"] and test["#document-fragment"][1]
  local page <close> = assert(core.parse(table.concat(test["#data"], "\n"),
    { encoding = "utf-8", scripting = scripting, fragment = fragment }))
  return (html5lib.tree(page, { fragment = fragment ~= nil }):gsub("\n$", ""))
end

-- A test passes when it does in each scripting mode that it is meant for.
local function tree_failure(test)
  local expected = html5lib_tests.text(test, "#document")
  for _, scripting in ipairs(html5lib_tests.modes(test)) do
    local tree = tree_of(test, scripting)
    if tree ~= expected then
      return ("%s\nexpected (scripting %s)\n%s\ngot\n%s"):format(table.concat(test["#data"], "\n"),
        scripting and "on" or "off", expected, tree)
    end
  end
end

local function trees()
  print "tree construction"
  for _, name in ipairs(files("tree-construction", ".dat")) do
    local tests, failures = html5lib_tests.tests(FOLDER .. "tree-construction/" .. name), {}
    for _, test in ipairs(tests) do failures[#failures + 1] = tree_failure(test) end
    report(name, #tests, failures)
  end
end

-- What a program writes when it reads the input: a list of `count` lines.
local function run_lines(program, input, count)
  local path = os.tmpname()
  local file = assert(io.open(path, "wb"))
  file:write(input)
  file:close()
  local lines = {}
  local pipe = assert(io.popen(("%s/%s < %s"):format(TOOLS, program, path)))
  for line in pipe:lines() do lines[#lines + 1] = line end
  local done = pipe:close()
  os.remove(path)
  assert(done and #lines == count, program .. " failed")
  return lines
end

local function run_tokens(tests)
  local input = {}
  for i, test in ipairs(tests) do input[i] = tokenizer_tests.line(test) end
  return run_lines("tokens", table.concat(input), #tests)
end

local function tokens()
  print "tokenizer (a test counts once for each initial state)"
  for _, name in ipairs(files("tokenizer", ".test")) do
    local tests, lone = tokenizer_tests.tests(FOLDER .. "tokenizer/" .. name)
    local failures = {}
    for i, line in ipairs(run_tokens(tests)) do
      local test = tests[i]
      if not tokenizer_tests.passes(test, line) then
        failures[#failures + 1] = ("%s (%s): %s"):format(test.description, test.state, line)
      end
    end
    local remark = lone > 0 and ("; %d more need lone surrogates, which no bytes give"):format(lone)
      or #tests > 0 and tests[1].coerced and "; coerced to what XML can hold, on top of the tokenizer"
    report(name, #tests, failures, remark or nil)
  end
end

-- The encodings that the standard's own steps find, and how many pages galley reads as
-- something else, as bytes that are valid UTF-8 outweigh what a page declares.
local function sniffed(tests)
  local input, other = {}, 0
  for i, test in ipairs(tests) do input[i] = tokenizer_tests.hex(table.concat(test["#data"], "\n")) .. "\n" end
  local names = run_lines("sniff", table.concat(input), #tests)
  for i, test in ipairs(tests) do
    local page <close> = assert(core.parse(table.concat(test["#data"], "\n")))
    if page:encoding() ~= names[i] then other = other + 1 end
  end
  return names, other
end

local function encodings()
  print "encoding"
  for _, name in ipairs(files("encoding", ".dat")) do
    local tests, failures = html5lib_tests.tests(FOLDER .. "encoding/" .. name), {}
    local names, other = sniffed(tests)
    for i, test in ipairs(tests) do
      local expected = html5lib_tests.text(test, "#encoding"):lower()
      if names[i] ~= expected then
        failures[#failures + 1] = ("%s\nexpected %s, got %s"):format(test["#data"][1], expected, names[i])
      end
    end
    report(name, #tests, failures, ("; %d of them are valid UTF-8 and are read as that"):format(other))
  end
end

if lfs.attributes(FOLDER, "mode") ~= "directory" then
  print("conformance: no " .. FOLDER .. "; SHARED names the folder that has data/html5lib-tests")
  os.exit(true)
end
trees()
tokens()
encodings()
print(("conformance: %d of %d tests pass"):format(all_passed, all_tests))
os.exit(all_passed == all_tests)
