-- Files that a rule includes.

local folder = require "spec.tools.folder"
local loader = require "galley.rule.loader"

local function load(files)
  local place = folder.new(files)
  local rule, err = loader.file(place:path "rule.lua")
  place:remove()
  return rule, err and tostring(err)
end

local RULE = 'local a = include "parts/a"\nreturn { name = "r", hosts = { "x.org" }, story = { at = a.at } }'

describe("include", function()
  it("gives what a file beside the rule returns, once", function()
    local rule, err = load { ["rule.lua"] = RULE,
      ["parts/a.lua"] = 'local b = include "parts/b"\nreturn { at = include("parts/b").at .. b.n }',
      ["parts/b.lua"] = 'return { at = "article", n = "" }' }
    assert.is_nil(err)
    assert.equal("article", rule.segments[1].at.alternatives[1].selector)
  end)

  it("is part of the rule's digest", function()
    local function digest(at)
      return load { ["rule.lua"] = RULE, ["parts/a.lua"] = 'return { at = "' .. at .. '" }' }.sha256
    end
    assert.equal(digest "p", digest "p")
    assert.not_equal(digest "p", digest "b")
  end)

  it("says what is missing, out of reach, or broken", function()
    local _, err = load { ["rule.lua"] = RULE }
    assert.truthy(err:find("there is no file parts/a.lua", 1, true))
    _, err = load { ["rule.lua"] = 'return include "../a"' }
    assert.truthy(err:find("names no file below the rule's folder", 1, true))
    _, err = load { ["rule.lua"] = "local n = 'parts/a' return include(n)" }
    assert.truthy(err:find("by a plain string", 1, true))
    _, err = load { ["rule.lua"] = RULE, ["parts/a.lua"] = "return {" }
    assert.truthy(err:find("parts/a:1", 1, true))
    _, err = load { ["rule.lua"] = RULE, ["parts/a.lua"] = "x = 1" }
    assert.truthy(err:find("parts/a:1", 1, true))
  end)

  it("takes so many files, and says so of one more", function()
    local function including(count)
      local files, lines = {}, {}
      for i = 1, count do
        files[("parts/p%d.lua"):format(i)] = "return {}"
        lines[i] = ('include "parts/p%d"'):format(i)
      end
      files["rule.lua"] = table.concat(lines, " ") .. ' return { hosts = { "x.org" }, story = { at = "article" } }'
      return load(files)
    end
    assert.truthy(including(160))
    local rule, err = including(161)
    assert.is_nil(rule)
    assert.truthy(err:find('include "parts/p161": a rule includes at most 160 files', 1, true), err)
  end)

  it("reaches nothing that the rule does not", function()
    local _, err = load { ["rule.lua"] = RULE, ["parts/a.lua"] = "return io" }
    assert.truthy(err:find("unknown name 'io'", 1, true))
  end)
end)
