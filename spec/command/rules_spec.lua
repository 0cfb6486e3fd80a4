-- galley rules, run as a process.

local lfs = require "lfs"
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
    assert.equal(3, code)
    assert.truthy(err:find "bad.lua:1: storry")
    code, out, err = run.galley { "rules", "--rules", folder }
    remove()
    assert.equal(3, code)
    assert.truthy(err:find "bad.lua:1: storry")
    assert.truthy(out:find "bad.lua%)  BROKEN")
  end)

  it("lets no broken file be passed over in silence when pages are divided", function()
    local folder, remove = run.folder()
    run.write(folder .. "/bad.lua", 'return { hosts = { "www.saltmarsh-courier.example" }, storry = "article" }')
    local page = "spec/fixtures/pages/harbour.html"
    local code, out, err = run.galley { "extract", "--format", "jsonl", "--rules", folder, page, page }
    remove()
    assert.equal(3, code)
    assert.equal(2, #run.lines(out))
    assert.equal(1, select(2, err:gsub("bad.lua:1: storry: unknown key, did you mean `story`%?", "")))
  end)

  it("lets the rules of a folder extend its families, and the shipped ones", function()
    local folder, remove = run.folder()
    assert(lfs.mkdir(folder .. "/cms"))
    run.write(folder .. "/cms/press.lua", 'return { story = { at = "article", headline = "h1", dek = ".dek" } }')
    run.write(folder .. "/site.lua",
      'return { extends = "cms/press", hosts = "www.saltmarsh-courier.example",\n story = { kicker = ".kicker" } }')
    local code, out, err = run.galley { "extract", "--format", "jsonl", "--rules", folder,
      "spec/fixtures/pages/harbour.html" }
    remove()
    assert.same({ 0, "" }, { code, err })
    assert.truthy(out:find '"rule":"site.lua:2"')
    assert.truthy(out:find '"rule":"cms/press.lua:1"')
  end)

  it("refuses what is no URL and no folder", function()
    local code = run.galley { "rules", "not a url" }
    assert.equal(2, code)
    code = run.galley { "rules", "--rules", "no/such/folder" }
    assert.is_true(code >= 3)
  end)
end)
