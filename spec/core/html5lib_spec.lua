-- The tree-construction tests of html5lib-tests, which stand in SHARED/data (../shared
-- where SHARED is not set): every tree must be as they say.

local core = require "galley.core"
local html5lib = require "galley.format.html5lib"
local lfs = require "lfs"

local FOLDER = (os.getenv "SHARED" or "../shared") .. "/data/html5lib-tests/tree-construction"

local SECTIONS = {
  ["#errors"] = true, ["#new-errors"] = true, ["#document-fragment"] = true,
  ["#script-off"] = true, ["#script-on"] = true, ["#document"] = true,
}

-- The tests of a file: { {data=, document=, fragment=, scripting=}, … }. Inside a
-- document only "#data" begins something new.
local function read_tests(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  local tests, test, section = {}, nil, nil
  for line in (text .. "\n"):gmatch "(.-)\n" do
    if line == "#data" and (section == nil or section == "#document") then
      test, section = { ["#data"] = {} }, "#data"
      tests[#tests + 1] = test
    elseif SECTIONS[line] and section ~= nil and section ~= "#document" then
      section = line
      test[section] = test[section] or {}
    elseif section then
      local lines = test[section]
      lines[#lines + 1] = line
    end
  end
  return tests
end

local function expected_tree(test)
  local lines = test["#document"]
  while lines[#lines] == "" do lines[#lines] = nil end
  return table.concat(lines, "\n") .. (#lines > 0 and "\n" or "")
end

-- Scripting as the test says, or both ways.
local function modes(test)
  if test["#script-off"] then return { false } end
  if test["#script-on"] then return { true } end
  return { true, false }
end

local function tree_of(test, scripting)
  local fragment = test["#document-fragment"] and test["#document-fragment"][1]
  local page = assert(core.parse(table.concat(test["#data"], "\n"),
    { encoding = "utf-8", scripting = scripting, fragment = fragment }))
  local tree = html5lib.tree(page, { fragment = fragment ~= nil })
  page:close()
  return tree
end

local function files()
  local names = {}
  for name in lfs.dir(FOLDER) do
    if name:find "%.dat$" then names[#names + 1] = name end
  end
  table.sort(names)
  return names
end

describe("the tree of html5lib-tests", function()
  if lfs.attributes(FOLDER, "mode") ~= "directory" then
    pending("is not at hand: SHARED names the folder with data/html5lib-tests")
    return
  end

  for _, name in ipairs(files()) do
    it("is built in " .. name, function()
      for _, test in ipairs(read_tests(FOLDER .. "/" .. name)) do
        for _, scripting in ipairs(modes(test)) do
          assert.equal(expected_tree(test), tree_of(test, scripting), table.concat(test["#data"], "\n"))
        end
      end
    end)
  end
end)
