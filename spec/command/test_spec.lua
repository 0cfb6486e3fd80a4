-- galley test, run as a process: rules held against stored pages.

local core = require "galley.core"
local run = require "spec.command.run"

local PAGES = "spec/fixtures/pages"
local digest = core.sha256(run.read(PAGES .. "/harbour.html"))

describe("galley test", function()
  local folder, remove

  before_each(function() folder, remove = run.folder() end)
  after_each(function() remove() end)

  local function rule(tests, story)
    local path = folder .. "/courier.lua"
    run.write(path, ("return { hosts = 'www.saltmarsh-courier.example',\n  story = %s,\n  tests = {\n%s } }"):format(
      story or "{ at = 'article.story', headline = 'h1', kicker = '.kicker' }", tests))
    return path
  end

  it("finds pages by digest and by path, and tells what passes", function()
    local path = rule(([[
      { sha256 = %q, expect = { story = 1, headline = 1, kicker = "Local",
        has = { "The work that was to clear", "With files" }, lacks = "Most read", comment = 2 } },
      { page = "harbour.html", expect = { credit = { "With files from Perpetua Strand" } } } ]]):format(digest))
    local code, out, err = run.galley { "test", path, "--pages", PAGES }
    assert.same({ 0, "" }, { code, err })
    assert.truthy(out:find("courier.lua:4  " .. PAGES .. "/harbour.html", 1, true))
    assert.truthy(out:find "\nok +[^\n]*courier.lua:6  harbour.html\n2 passed, 0 failed")
  end)

  it("shows what differs, and exits with 1", function()
    local code, out = run.galley { "test", "--pages", PAGES, rule [[
      { page = "harbour.html", expect = { story = 2, headline = "Harbour", paragraph = 3,
        credit = { "One", "Two" }, has = "no such words", lacks = "bidder" } } ]] }
    assert.equal(1, code)
    assert.same({ "FAIL", 'credit 1: expected "One", found "With files from Perpetua Strand"',
      'credit 2: expected "Two", found none', 'has: "no such words" is not in the story',
      'headline: expected "Harbour", found "Harbour dredging to start two years late, port says"',
      'lacks: "bidder" is in the story' }, (function(lines)
        local list = { lines[1]:match "^%S+" }
        for i = 2, 6 do list[i] = lines[i]:match "^%s*(.*)$" end
        return list
      end)(run.lines(out)))
    assert.truthy(out:find "story: expected 2, found 1")
  end)

  it("says when the page's bytes are not those of the test, or are not there", function()
    local code, out = run.galley { "test", "--pages", PAGES, rule(('{ page = "harbour.html", sha256 = %q }'):format(
      ("0"):rep(64))) }
    assert.equal(1, code)
    assert.truthy(out:find "sha256: expected 0000")
    local err
    code, out, err = run.galley { "test", "--pages", PAGES, rule(('{ sha256 = %q }'):format(("0"):rep(64))) }
    assert.equal(4, code)
    assert.truthy(err:find "courier.lua:4: its page %(found by its digest%) is not there")
    assert.truthy(out:find "1 without their page")
  end)

  it("holds pages against what a person has accepted, part by part", function()
    local test = '{ page = "harbour.html" }'
    local code, out = run.galley { "test", "--accept", "--pages", PAGES, rule(test) }
    assert.equal(0, code)
    assert.truthy(out:find "accepted in [^\n]*courier.accepted.json")
    local kept = run.read(folder .. "/courier.accepted.json")
    assert.truthy(kept:find(digest, 1, true))
    assert.falsy(kept:find("dredging", 1, true))
    assert.equal(0, (run.galley { "test", "--pages", PAGES, rule(test) }))
    code, out = run.galley { "test", "--pages", PAGES,
      rule(test, "{ at = 'article.story', headline = '.dek', dek = 'h1' }") }
    assert.equal(1, code)
    assert.truthy(out:find "\n +%- story/headline %d+–%d+  Harbour dredging to start")
    assert.truthy(out:find "\n +%+ story/dek %d+–%d+  Harbour dredging to start")
    assert.truthy(out:find "\n +%+ story/headline %d+–%d+  Silt in the east")
  end)

  it("holds pages against a recorded sheet", function()
    local path = rule '{ page = "harbour.html", expect = { sheet = "good.json" } }'
    local _, sheet = run.galley { "extract", "--format", "jsonl", "--rule", path, PAGES .. "/harbour.html" }
    run.write(folder .. "/good.json", sheet)
    assert.equal(0, (run.galley { "test", path, "--pages", PAGES }))
    run.write(folder .. "/good.json", (sheet:gsub("One bidder, and then none", "Two bidders")))
    local code, out = run.galley { "test", path, "--pages", PAGES }
    assert.equal(1, code)
    assert.truthy(out:find "%- story/crosshead [^\n]*Two bidders\n +%+ story/crosshead [^\n]*One bidder, and then none")
  end)

  it("fails with 3 for a broken rule, 4 for one that is not there, 2 for a folder that is none", function()
    run.write(folder .. "/bad.lua", "return { storry = 1 }")
    assert.equal(3, (run.galley { "test", folder .. "/bad.lua" }))
    assert.equal(2, (run.galley { "test", folder .. "/bad.lua", "--pages", folder .. "/none" }))
    local code, out = run.galley { "test", rule "" }
    assert.equal(0, code)
    assert.truthy(out:find "has no tests")
  end)

  it("says when the rule is not for the page", function()
    local path = rule '{ page = "harbour.html", expect = { story = 1 } }'
    run.write(path, (run.read(path):gsub("return {", "return { valid = { to = '2001' },")))
    local code, out = run.galley { "test", path, "--pages", PAGES }
    assert.equal(1, code)
    assert.truthy(out:find "courier.lua is not used: valid to 2001, and the page is of 2024%-03%-12")
  end)
end)
