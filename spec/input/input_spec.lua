-- Reading pages from files.

local input = require "galley.input"

local PAGES = "spec/fixtures/pages/"
local BAD = "spec/fixtures/bad/"

describe("reading", function()
  it("gives the bytes, the id and the kind", function()
    local page = assert(input.read(PAGES .. "harbour.html"))
    assert.equal("harbour", page.id)
    assert.equal("html", page.kind)
    assert.equal(PAGES .. "harbour.html", page.path)
    assert.truthy(page.bytes:find("<!DOCTYPE html>", 1, true))
  end)

  it("unpacks gzip", function()
    local plain, packed = assert(input.read(PAGES .. "harbour.html")), assert(input.read(PAGES .. "harbour.html.gz"))
    assert.equal(plain.bytes, packed.bytes)
    assert.equal("harbour", packed.id)
  end)

  it("takes .txt for text", function()
    assert.equal("text", assert(input.read(PAGES .. "harbour.txt")).kind)
  end)

  local REFUSED = {
    { BAD .. "none.html", "input-missing" }, { "spec", "input-folder" }, { BAD .. "empty.html", "input-empty" },
    { BAD .. "blank.html", "input-empty" }, { BAD .. "image.html", "input-image" },
    { BAD .. "json.html", "input-json" },
    { BAD .. "report.html", "input-binary" }, { BAD .. "binary.html", "input-binary" },
    { BAD .. "clipped.html.gz", "input-gzip" },
  }
  for _, case in ipairs(REFUSED) do
    it("refuses with a fault: " .. case[2], function()
      local page, err = input.read(case[1])
      assert.is_nil(page)
      assert.equal(case[2], err.code)
      assert.equal(case[1], err.file)
      assert.is_nil(tostring(err):find "\n")
    end)
  end
end)

describe("a list", function()
  local function list_of(text)
    local path = os.tmpname()
    local file = assert(io.open(path, "wb"))
    file:write(text)
    file:close()
    local list, err = input.list(path)
    os.remove(path)
    return list, err
  end

  it("has a path a line and, after a tab, its URL", function()
    assert.same({ { path = "a.html", url = "https://x/" }, { path = "b c.html" }, { path = "d.html" } },
      list_of "a.html\thttps://x/\r\nb c.html\n\nd.html\t\n")
  end)

  it("that is missing is a fault", function()
    local list, err = input.list "no/such/list"
    assert.is_nil(list)
    assert.equal("input-missing", err.code)
  end)
end)
