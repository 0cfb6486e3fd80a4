-- galley explain, run as a process.

local run = require "spec.command.run"

describe("galley explain", function()
  it("names the claims for each part, the one that made it starred", function()
    local folder, remove = run.folder()
    run.write(folder .. "/x.lua", [[
return { hosts = { "www.saltmarsh-courier.example" }, name = "x",
  story = { at = "article.story",
    headline = "h1", body = ".story-body" } }]])
    local code, out, err = run.galley { "explain", "--rule", folder .. "/x.lua", "spec/fixtures/pages/harbour.html" }
    remove()
    assert.same({ 0, "" }, { code, err })
    local headline = out:match "story headline  %d+–%d+  Harbour dredging[^\n]*\n(.-)\n  %S"
    assert.truthy(headline, out)
    assert.truthy(headline:find "%* x%.lua:3 +headline")
    assert.truthy(headline:find "generic")
  end)

  it("says what the generic rule saw", function()
    local code, out = run.galley { "explain", "spec/fixtures/pages/harbour.html" }
    assert.equal(0, code)
    assert.truthy(out:find "%* generic%.lua:%d+ +headline[^\n]*: h1, %d+ words", out)
    assert.truthy(out:find "%* generic%.lua:%d+ +paragraph[^\n]*: p, %d+ words, ends as a sentence", out)
    assert.truthy(out:find "has most of the running text", out)
  end)

  it("says what is wrong with a file", function()
    local code, out, err = run.galley { "explain", "no/such.html" }
    assert.same({ 4, "" }, { code, out })
    assert.truthy(err:find "no such file")
  end)
end)
