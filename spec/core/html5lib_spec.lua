-- The tree-construction tests of html5lib-tests, which stand in SHARED/data (../shared
-- where SHARED is not set): every tree must be as they say.

local core = require "galley.core"
local html5lib = require "galley.format.html5lib"
local lfs = require "lfs"
local html5lib_tests = require "spec.tools.html5lib_tests"

local FOLDER = (os.getenv "SHARED" or "../shared") .. "/data/html5lib-tests/tree-construction"

local function tree_of(test, scripting)
  local fragment = test["#document-fragment"] and test["#document-fragment"][1]
  local page = assert(core.parse(table.concat(test["#data"], "\n"),
    { encoding = "utf-8", scripting = scripting, fragment = fragment }))
  local tree = html5lib.tree(page, { fragment = fragment ~= nil })
  page:close()
  return (tree:gsub("\n$", ""))
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
      for _, test in ipairs(html5lib_tests.tests(FOLDER .. "/" .. name)) do
        for _, scripting in ipairs(html5lib_tests.modes(test)) do
          local expected = html5lib_tests.text(test, "#document")
          assert.equal(expected, tree_of(test, scripting), table.concat(test["#data"], "\n"))
        end
      end
    end)
  end
end)
