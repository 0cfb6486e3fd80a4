-- The checkout as a whole: the rock holds what the tree holds, and nothing stands at
-- the top that does not belong there.

local lfs = require "lfs"
local rockspec = require "spec.tools.rockspec"

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

local function load_rockspec()
  local env = {}
  assert(load(read(rockspec.path), "@" .. rockspec.path, "t", env))()
  return env
end

describe("the rockspec", function()
  local rock, tree = load_rockspec(), rockspec.tree()

  it("compiles every C file of the core", function()
    assert.same(tree.sources, rock.build.modules["galley.core"].sources)
  end)

  it("ships every Lua module under its name", function()
    local expected = {}
    for _, path in ipairs(tree.modules) do expected[rockspec.module_of(path)] = path end
    local shipped = {}
    for name, path in pairs(rock.build.modules) do
      if type(path) == "string" then shipped[name] = path end
    end
    assert.same(expected, shipped)
  end)

  it("ships every rule where package.searchpath finds it", function()
    local expected = {}
    for _, path in ipairs(tree.rules) do expected[rockspec.module_of(path)] = path end
    assert.same(expected, rock.build.install.lua)
  end)

  it("is what spec/tools/rockspec.lua writes", function()
    assert(rockspec.text(tree) == read(rockspec.path), "files came or went: run `make rockspec`")
  end)

  it("installs the command", function()
    assert.equal("lua/galley/command/main.lua", rock.build.install.bin.galley)
  end)
end)

describe("luacheck", function()
  it("knows the words of the rule language", function()
    local env = { stds = {}, files = {} }
    assert(load(read ".luacheckrc", "@.luacheckrc", "t", env))()
    local known = { page = true, include = true }
    for word in pairs(require "galley.rule.schema".matchers) do known[word] = true end
    for _, word in ipairs(env.stds.rule.read_globals) do known[word] = nil end
    assert.same({}, known)
  end)
end)

describe("the stub for editors", function()
  it("is what spec/tools/meta.lua writes", function()
    local meta = require "spec.tools.meta"
    assert(meta.text() == read(meta.path), "the schema of rules has changed: run `make meta`")
  end)
end)

-- Generated C is committed; what makes it anew must give the same.
describe("a generated table", function()
  local function output(command)
    local pipe = assert(io.popen(command))
    local text = pipe:read "a"
    return pipe:close() and text
  end
  local lua = arg[-1] or "lua5.4"

  it("of names follows from their list", function()
    assert.equal(read "core/html_names_table.h", output(lua .. " spec/tools/names_table.lua < core/html_names_list.h"))
  end)

  it("of words that hint at something follows from their list", function()
    assert.equal(read "core/hint_words_table.h", output(lua .. " spec/tools/hints_table.lua < core/hint_words_list.h"))
  end)

  it("of references follows from the standard's", function()
    assert.equal(read "core/html_references_table.h",
      output(lua .. " spec/tools/references_table.lua < spec/tools/references.txt"))
  end)

  it("of single-byte encodings follows from the standard's indexes", function()
    assert.truthy(output "env -u LD_PRELOAD python3 spec/tools/make_encodings.py --check")
  end)

  it("of letters holds in what Python knows of Unicode", function()
    assert.truthy(output "env -u LD_PRELOAD python3 spec/tools/letters_table.py --check")
  end)
end)

describe("the checkout", function()
  local TOP = { core = true, lua = true, rules = true, spec = true, rockspec = true, build = true,
    Makefile = true, ["README.md"] = true, LICENSE = true }

  it("has at its top only what the design names", function()
    for name in lfs.dir "." do
      assert(name:sub(1, 1) == "." or TOP[name], name .. " does not belong at the top")
    end
  end)

  -- A file's first line says what it is for.
  local function opening_comments(folder, ending, opening, faults)
    for name in lfs.dir(folder) do
      local path = folder .. "/" .. name
      if name:sub(1, 1) ~= "." and name ~= "fixtures" then
        if lfs.attributes(path, "mode") == "directory" then
          opening_comments(path, ending, opening, faults)
        elseif name:sub(-#ending) == ending and not read(path):find(opening) then
          faults[#faults + 1] = path
        end
      end
    end
    return faults
  end

  it("says at the head of each file what the file is for", function()
    local faults = opening_comments("core", ".c", "^/%*", {})
    opening_comments("core", ".h", "^/%*", faults)
    opening_comments("lua", ".lua", "^[^\n]*\n?%-%-", faults)
    opening_comments("rules", ".lua", "^%-%-", faults)
    opening_comments("spec", ".lua", "^%-%-", faults)
    assert.same({}, faults)
  end)

  it("keeps its files to a readable size", function()
    local function longest(folder, ending, most, faults)
      for name in lfs.dir(folder) do
        local path = folder .. "/" .. name
        if name:sub(1, 1) ~= "." and lfs.attributes(path, "mode") == "directory" then
          longest(path, ending, most, faults)
        elseif name:sub(-#ending) == ending and path ~= "lua/galley/meta.lua" then -- which is generated
          local _, lines = read(path):gsub("\n", "")
          if lines > most then faults[#faults + 1] = ("%s: %d lines"):format(path, lines) end
        end
      end
      return faults
    end
    assert.same({}, longest("lua", ".lua", 350, longest("core", ".c", 800, {})))
  end)
end)

describe("the README", function()
  it("shows a division that names the lines of the generic rule as they are", function()
    local galley = require "galley"
    local sheet = assert(galley.extract(assert(galley.parse(read "spec/fixtures/pages/harbour.html"))))
    local reason = sheet:format("outline"):match "generic%.lua:%d+"
    local shown = 0
    for said in read "README.md":gmatch "generic%.lua:%d+" do
      assert.equal(reason, said)
      shown = shown + 1
    end
    assert.is_true(shown > 0)
  end)
end)

-- Sets of patterns hold bytes: one that holds a letter outside ASCII matches a part of it, and what
-- stands behind the set then never follows.
describe("the patterns of the generic rule", function()
  it("have no set that cuts a letter in two", function()
    local cut = {}
    for _, path in ipairs(rockspec.tree().rules) do
      for set in read(path):gmatch "[%w\128-\255](%[[^%]%s\"^]*[\128-\255][^%]\"]*%]%??[%w\128-\255])" do
        cut[#cut + 1] = path .. ": " .. set
      end
      for set in read(path):gmatch "\"(%[[^%]%s\"^]*[\128-\255][^%]\"]*%])%%s%*%$" do
        cut[#cut + 1] = path .. ": " .. set
      end
    end
    assert.same({}, cut)
  end)
end)
