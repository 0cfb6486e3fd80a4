-- `galley check`: the mistakes of rule files, and what of them is found on pages.

local folder = require "spec.tools.folder"
local run = require "spec.command.run"

local PAGE = "spec/fixtures/pages/harbour.html"

describe("galley check", function()
  local place
  setup(function()
    place = folder.new {
      ["good.lua"] = 'return { story = { at = "article.story",\n headline = "h1",\n'
        .. ' dek = ".no-such", author = ".byline a" },\n'
        .. 'divide = function(page, context) return {} end }',
      ["bad.lua"] = 'return { story = { headlin = "h1",\n standfirst = "p" } }',
      ["layouts.lua"] = 'return { layouts = { { name = "old", story = ".none" }, { story = { at = "article",\n'
        .. 'sidebar = { at = ".box", teaser = { at = "li" } } } } } }',
    }
  end)
  teardown(function() place:remove() end)

  it("says that a rule is sound, or all that is wrong with it", function()
    local code, out, err = run.galley { "check", place:path "good.lua" }
    assert.same({ 0, place:path "good.lua" .. ": 4 values, no mistakes\n", "" }, { code, out, err })
    code, out, err = run.galley { "check", place:path "bad.lua", place:path "good.lua" }
    assert.equal(3, code)
    assert.matches("4 values", out)
    assert.matches("bad.lua:1: story.headlin: unknown key, did you mean `headline`?", err, 1, true)
    assert.matches("bad.lua:2: story.standfirst: unknown key, did you mean `dek`?", err, 1, true)
  end)

  it("counts on how many pages each value found something", function()
    place:write("list", PAGE .. "\n" .. PAGE .. "\n")
    local list = "@" .. place:path "list"
    local code, out = run.galley { "check", place:path "good.lua", "--pages", PAGE, "--pages", list }
    assert.equal(1, code)
    assert.matches("good.lua:2 +story.headline +3 of 3 pages, +3 found\n", out)
    assert.matches("good.lua:3 +story.dek +0 of 3 pages, +0 found  NOTHING\n", out)
    code, out = run.galley { "check", place:path "layouts.lua", "--pages", PAGE }
    assert.equal(1, code)
    assert.matches("layouts.lua:1 +layout old: story.at +0 of 1 pages, +0 found  NOTHING\n", out)
    assert.matches("layouts.lua:2 +layout 2: story.sidebar.teaser.at +1 of 1 pages, +%d+ found\n", out)
  end)

  it("says which page it cannot read", function()
    local code, _, err = run.galley { "check", place:path "good.lua", "--pages", place:path "none.html" }
    assert.equal(4, code)
    assert.matches("none.html", err, 1, true)
  end)
end)
