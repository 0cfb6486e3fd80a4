-- How the command reads its arguments, and what it says of wrong ones.

local run = require "spec.command.run"

local PAGE = "spec/fixtures/pages/harbour.html"

local function usage_error(arguments, expected)
  local code, out, err = run.galley(arguments)
  assert.equal(2, code)
  assert.equal("", out)
  assert.equal(1, #run.lines(err))
  assert.truthy(err:find(expected, 1, true), err)
end

describe("galley", function()
  it("says its version and its help on standard output", function()
    local code, out, err = run.galley { "--version" }
    assert.same({ 0, "" }, { code, err })
    assert.truthy(out:find "^galley %d+%.%d+%.%d+")
    for _, arguments in ipairs { { "--help" }, { "extract", "--help" }, { "rules", "-h" }, { "tree", "-h" },
      { "explain", "-h" } } do
      code, out, err = run.galley(arguments)
      assert.same({ 0, "" }, { code, err })
      assert.truthy(out:find "Usage: galley")
    end
  end)

  it("takes a file for something to extract", function()
    local code, out = run.galley { PAGE, "--format", "jsonl" }
    local _, same = run.galley { "extract", "--format", "jsonl", PAGE }
    assert.equal(0, code)
    assert.equal(same, out)
  end)

  it("explains wrong usage in a line, with exit code 2", function()
    usage_error({}, "say what to do")
    usage_error({ "extract" }, "name at least one INPUT")
    usage_error({ "extarct", PAGE }, "extract")
    usage_error({ "extract", "--limit", "wrok=5", PAGE }, "--limit 'wrok=5' is none")
    usage_error({ "extract", "--limit", "work=many", PAGE }, "--limit 'work=many' is none")
    usage_error({ "rules", "--index" }, "--index writes into the folders of --rules")
    usage_error({ "extract", "--no-such", PAGE }, "--no-such")
    usage_error({ "extract", "--format", "xml", PAGE }, "jsonl")
    usage_error({ "extract", "--date", "yesterday", PAGE }, "YYYY-MM-DD")
    usage_error({ "extract", "--url", "https://x/", PAGE, PAGE }, "--files-from")
    usage_error({ "tree" }, "file")
  end)
end)

describe("the launcher", function()
  local top = require("lfs").currentdir()
  local page = top .. "/" .. PAGE

  it("works from any folder, through a link, and with an empty environment", function()
    if os.getenv "GALLEY_BUILD" then return end
    local _, expected = run.galley { "extract", page }
    local folder, remove = run.folder()
    local code, out, err = run.shell(("cd %s && ln -s %s/build/galley g && ln -s g h && env -i ./h extract %s")
      :format(folder, top, page))
    remove()
    assert.same({ 0, "" }, { code, err })
    assert.equal(expected, out)
  end)
end)
