-- galley extract, run as a process.

local cjson = require "cjson"
local run = require "spec.command.run"

local PAGES = "spec/fixtures/pages/"
local BAD = "spec/fixtures/bad/"
local PAGE = PAGES .. "harbour.html"

describe("into a pipe", function()
  it("prints a sheet a line, in the order of the inputs", function()
    local code, out, err = run.galley { "extract", PAGE, PAGES .. "harbour.txt", PAGES .. "cafe.html" }
    assert.same({ 0, "" }, { code, err })
    local ids = {}
    for i, line in ipairs(run.lines(out)) do ids[i] = cjson.decode(line).id end
    assert.same({ "harbour", "harbour", "cafe" }, ids)
  end)

  it("says the same twice", function()
    local _, once = run.galley { "extract", PAGE, PAGES .. "liveblog.html" }
    local _, twice = run.galley { "extract", PAGE, PAGES .. "liveblog.html" }
    assert.equal(once, twice)
  end)

  it("finds the same spans in a packed page", function()
    local _, plain = run.galley { "extract", PAGE }
    local _, packed = run.galley { "extract", PAGE .. ".gz" }
    assert.same(cjson.decode(plain).content, cjson.decode(packed).content)
  end)

  it("reads standard input as -", function()
    local code, out = run.galley({ "-" }, { stdin = PAGE })
    assert.equal(0, code)
    local sheet = cjson.decode(out)
    assert.equal("-", sheet.id)
    assert.truthy(#sheet.content > 0)
  end)

  it("ends quietly where the reader has gone", function()
    local many = {}
    for i = 1, 40 do many[i] = PAGE end
    local _, _, err = run.shell(run.program() .. " extract " .. table.concat(many, " ") .. " | head -c 10")
    assert.equal("", err)
  end)
end)

describe("formats", function()
  it("json: an object for one page, an array for several", function()
    local _, one = run.galley { "extract", "--format", "json", PAGE }
    assert.equal("harbour", cjson.decode(one).id)
    local _, two = run.galley { "extract", "--format", "json", PAGE, PAGES .. "cafe.html" }
    assert.equal("cafe", cjson.decode(two)[2].id)
    local code, none = run.galley { "extract", "--format", "json", BAD .. "a", BAD .. "b" }
    assert.equal(4, code)
    assert.same({}, cjson.decode(none))
  end)

  it("outline: a tree with bytes, without colour where nobody sees it", function()
    local code, out = run.galley { "extract", "--format", "outline", PAGE }
    assert.equal(0, code)
    assert.is_nil(out:find "\27")
    assert.truthy(out:find "\n  story  %d+–%d+")
    assert.truthy(out:find "\n    headline +%d+–%d+ +Harbour dredging to start two years late")
  end)

  it("outline is what a terminal gets, in colour unless NO_COLOR says no", function()
    if run.shell "command -v script" ~= 0 or os.getenv "GALLEY_BUILD" then return end
    local command = run.program() .. " extract " .. PAGE
    local _, colored = run.shell(("TERM=xterm script -qec %q /dev/null"):format(command))
    assert.truthy(colored:find("\27[1;34mstory", 1, true))
    local _, plain = run.shell(("TERM=xterm NO_COLOR=1 script -qec %q /dev/null"):format(command))
    assert.truthy(plain:find("  story", 1, true))
    assert.is_nil(plain:find("\27[1;34m", 1, true))
  end)
end)

describe("lists", function()
  it("name paths and, after a tab, their URLs", function()
    local folder, remove = run.folder()
    run.write(folder .. "/list", PAGE .. "\thttps://other.example/x\n" .. PAGES .. "cafe.html\n")
    local code, out = run.galley { "extract", "--files-from", folder .. "/list" }
    remove()
    assert.equal(0, code)
    local lines = run.lines(out)
    assert.equal("https://other.example/x", cjson.decode(lines[1]).url)
    assert.equal(2, #lines)
  end)

  it("that are missing are a fault, and the inputs are done", function()
    local code, out, err = run.galley { "extract", "--files-from", "no/such/list", PAGE }
    assert.equal(4, code)
    assert.truthy(err:find "no/such/list")
    assert.equal(1, #run.lines(out))
  end)
end)

describe("--output", function()
  local folder, remove
  before_each(function() folder, remove = run.folder() end)
  after_each(function() remove() end)

  it("writes the file and nothing else", function()
    local code, out = run.galley { "extract", "--output", folder .. "/sheets", PAGE }
    assert.same({ 0, "" }, { code, out })
    local _, expected = run.galley { "extract", PAGE }
    assert.equal(expected, run.read(folder .. "/sheets"))
    local _, names = run.shell("ls -A " .. folder)
    assert.equal("sheets\n", names)
  end)

  it("leaves what was there where it cannot write", function()
    local code, _, err = run.galley { "extract", "--output", folder .. "/none/sheets", PAGE }
    assert.equal(4, code)
    assert.equal(1, #run.lines(err))
    code = run.galley { "extract", "--output", "/dev/full", PAGE }
    assert.equal(4, code)
    code, _, err = run.shell(run.program() .. " extract " .. PAGE .. " > /dev/full")
    assert.equal(4, code)
    assert.equal(1, #run.lines(err))
  end)

  it("does not replace a device or a link", function()
    run.shell("ln -s target " .. folder .. "/link")
    local code = run.galley { "extract", "--output", folder .. "/link", PAGE }
    assert.equal(0, code)
    assert.equal("link", require("lfs").symlinkattributes(folder .. "/link", "mode"))
    assert.truthy(#run.read(folder .. "/target") > 100)
  end)
end)
