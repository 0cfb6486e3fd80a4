-- Ids and kinds from file names.

local name = require "galley.input.name"

describe("a file's name", function()
  it("gives the id: less one .gz, then one .html or .txt", function()
    assert.equal("page", name.id "some/folder/page.html.gz")
    assert.equal("page", name.id "page.txt")
    assert.equal("page.html", name.id "page.html.html.gz")
    assert.equal("page.htm", name.id "page.htm")
    assert.equal("a.gz", name.id "a.gz.gz")
    assert.equal("-", name.id "-")
    assert.equal(".gz", name.id ".gz")
  end)

  it("says what its ending says", function()
    assert.equal("html", name.kind "x.HTML")
    assert.equal("html", name.kind "x.htm.gz")
    assert.equal("text", name.kind "x.txt.gz")
    assert.is_nil(name.kind "x.asp")
    assert.is_nil(name.kind "folder.html/page")
  end)
end)
