-- galley tree, run as a process.

local run = require "spec.command.run"

describe("galley tree", function()
  it("shows each node with its bytes", function()
    local folder, remove = run.folder()
    run.write(folder .. "/x.html", '<p class="a b">One<b>two</b>')
    local code, out, err = run.galley { "tree", folder .. "/x.html" }
    remove()
    assert.same({ 0, "" }, { code, err })
    assert.truthy(out:find "p%.a%.b  0–28\n")
    assert.truthy(out:find 'text  15–18  "One"\n')
    assert.truthy(out:find "b  18–28\n")
    assert.truthy(out:find "body  [^\n]*%(implied%)")
  end)

  it("writes trees as html5lib's tests do", function()
    local folder, remove = run.folder()
    run.write(folder .. "/x.html", "<!doctype html><p>One")
    local code, out = run.galley { "tree", "--format", "html5lib", folder .. "/x.html" }
    remove()
    assert.equal(0, code)
    assert.truthy(out:find('| <!DOCTYPE html>\n| <html>\n|   <head>\n|   <body>\n|     <p>\n|       "One"', 1, true))
  end)

  it("shows libxml2's tree, and XML", function()
    local folder, remove = run.folder()
    run.write(folder .. "/x.html", "<p>One<section>two")
    run.write(folder .. "/x.xml", "<a><Bc/></a>")
    local _, html = run.galley { "tree", "--parser", "libxml2", folder .. "/x.html" }
    local _, xml = run.galley { "tree", folder .. "/x.xml" }
    remove()
    assert.truthy(html:find "\n        section  6–18\n")
    assert.truthy(xml:find "\n    Bc  3–8\n")
  end)

  it("says what is wrong with a file", function()
    local code, out, err = run.galley { "tree", "no/such.html" }
    assert.same({ 4, "" }, { code, out })
    assert.truthy(err:find "no such file")
  end)
end)
