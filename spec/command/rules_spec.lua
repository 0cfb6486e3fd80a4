-- galley rules, run as a process.

local run = require "spec.command.run"

describe("galley rules", function()
  it("lists the shipped rules", function()
    local code, out, err = run.galley { "rules" }
    assert.same({ 0, "" }, { code, err })
    assert.truthy(out:find "generic +html +shipped +any page")
    assert.truthy(out:find "ctvnews +html +shipped +[^\n]*ctvnews%.ca")
  end)

  it("names the one that a URL gets, and what fills it", function()
    local code, out = run.galley { "rules", "https://www.ctvnews.ca/a/b" }
    assert.equal(0, code)
    assert.truthy(out:find "html +ctvnews %([^)]*%), then generic")
    local _, other = run.galley { "rules", "www.nobody.example" }
    assert.truthy(other:find "html +generic")
  end)

  it("puts a folder's rules before the shipped ones, and reports a broken file", function()
    local folder, remove = run.folder()
    run.write(folder .. "/mine.lua", 'return { hosts = { "www.ctvnews.ca" }, story = "article" }')
    local _, out = run.galley { "rules", "--rules", folder, "https://www.ctvnews.ca/" }
    assert.truthy(out:find "html +mine")
    run.write(folder .. "/bad.lua", 'return { hosts = { "www.ctvnews.ca" }, storry = "article" }')
    local code, _, err = run.galley { "rules", "--rules", folder, "https://www.ctvnews.ca/" }
    remove()
    assert.equal(3, code)
    assert.truthy(err:find "bad.lua:1: storry")
  end)

  it("refuses what is no URL and no folder", function()
    local code = run.galley { "rules", "not a url" }
    assert.equal(2, code)
    code = run.galley { "rules", "--rules", "no/such/folder" }
    assert.is_true(code >= 3)
  end)
end)
