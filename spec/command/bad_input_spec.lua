-- Bad input: one clear line each, the right exit code, the other inputs done.

local cjson = require "cjson"
local run = require "spec.command.run"

local PAGE = "spec/fixtures/pages/harbour.html"
local BAD = "spec/fixtures/bad/"

-- Extracts a bad input before a good one.
local function beside(path, options)
  local arguments = { "extract", path, PAGE }
  for _, word in ipairs(options or {}) do arguments[#arguments + 1] = word end
  local code, out, err = run.galley(arguments)
  return code, run.lines(out), run.lines(err)
end

describe("an input that is no page", function()
  local CASES = {
    { BAD .. "none.html", "no such file" }, { "spec", "is a folder" }, { BAD .. "empty.html", "is empty" },
    { BAD .. "blank.html", "white space" }, { BAD .. "binary.html", "binary" },
    { BAD .. "image.html", "image %(PNG%)" },
    { BAD .. "json.html", "JSON" }, { BAD .. "report.html", "PDF" }, { BAD .. "clipped.html.gz", "gzip" },
  }
  for _, case in ipairs(CASES) do
    it("gets a line, and the next is done: " .. case[1], function()
      local code, out, err = beside(case[1])
      assert.equal(4, code)
      assert.equal(1, #err)
      assert.truthy(err[1]:find("galley: " .. case[1], 1, true), err[1])
      assert.truthy(err[1]:find(case[2]), err[1])
      assert.equal(1, #out)
      assert.equal("harbour", cjson.decode(out[1]).id)
    end)
  end

  it("may not be readable", function()
    local folder, remove = run.folder()
    run.shell(("cp %s %s/x.html && chmod 0 %s/x.html"):format(PAGE, folder, folder))
    local file = io.open(folder .. "/x.html", "rb") -- root reads everything
    if file then file:close() else
      local code, _, err = beside(folder .. "/x.html")
      assert.equal(4, code)
      assert.truthy(err[1]:find "permission")
    end
    remove()
  end)
end)

describe("a page that is a burden", function()
  local folder, remove
  before_each(function() folder, remove = run.folder() end)
  after_each(function() remove() end)

  local function sheet_of(text, name)
    local path = folder .. "/" .. (name or "page.html")
    run.write(path, text)
    local code, out, err = run.galley({ "extract", path }, { before = "timeout 60" })
    assert.same({ 0, {} }, { code, run.lines(err) })
    return cjson.decode(out)
  end

  it("is cut off in the middle: what is there is divided", function()
    local text = run.read(PAGE)
    for _, share in ipairs { .1, .33, .5, .77 } do
      local sheet = sheet_of(text:sub(1, math.floor(#text * share)))
      assert.is_table(sheet.content)
    end
  end)

  it("has 100,000 open tags", function()
    local sheet = sheet_of(("<div>"):rep(100000) .. "deep" .. ("</b>"):rep(1000))
    assert.truthy(#sheet.notices > 0)
    sheet_of(("<b><p>"):rep(20000) .. "x")
    sheet_of(("<table><tr><td>"):rep(20000) .. "x")
  end)

  it("is 50 MB of one text", function()
    if os.getenv "GALLEY_BUILD" then return end -- the sanitizers' memory is another's matter
    local sheet = sheet_of("<p>" .. ("word and "):rep(6250000))
    assert.truthy(#sheet.content > 0)
    sheet_of(("word and "):rep(6250000), "page.txt")
  end)
end)

describe("a rule file", function()
  local folder, remove
  before_each(function() folder, remove = run.folder() end)
  after_each(function() remove() end)

  local function with_rule(text)
    local path = folder .. "/bad.lua"
    run.write(path, text)
    local code, out, err = run.galley({ "extract", "--rule", path, PAGE, PAGE }, { before = "timeout 60" })
    return code, run.lines(out), run.lines(err), path
  end

  it("with an unknown key: file, line, key path, and what was meant", function()
    local code, out, err, path = with_rule 'return { hosts = {"x"},\n story = { headlin = "h1" } }'
    assert.equal(3, code)
    assert.same({}, out)
    assert.equal(1, #err)
    assert.truthy(err[1]:find(path .. ":2: story.headlin: ", 1, true), err[1])
    assert.truthy(err[1]:find("did you mean `headline`?", 1, true), err[1])
  end)

  it("with an error in a selector says where", function()
    local code, _, err, path = with_rule 'return { hosts = {"x.example"},\n story = {\n headline = "h1 >> p" } }'
    assert.equal(3, code)
    assert.truthy(err[1]:find(path .. ":3: story.headline: ", 1, true), err[1])
  end)

  it("that is no Lua, or is not there", function()
    local code, _, err, path = with_rule 'return { hosts = '
    assert.equal(3, code)
    assert.equal(1, #err)
    assert.truthy(err[1]:find(path .. ":1:", 1, true), err[1])
    code, _, err = run.galley { "extract", "--rule", folder .. "/none.lua", PAGE }
    assert.truthy(code >= 3)
    assert.truthy(err:find("none.lua", 1, true))
  end)

  it("that loops for ever is stopped, each page by itself", function()
    local code, out, err, path = with_rule [[
return { hosts = { "www.saltmarsh-courier.example" }, name = "bad",
  divide = function() while true do end end }]]
    assert.equal(3, code)
    assert.same({}, out)
    assert.equal(2, #err)
    assert.truthy(err[1]:find(path, 1, true), err[1])
  end)

  it("that allocates without end is stopped", function()
    local code, out, err = with_rule [[
return { hosts = { "www.saltmarsh-courier.example" }, name = "bad",
  divide = function() local t = {} while true do t[#t + 1] = { #t } end end }]]
    assert.equal(3, code)
    assert.same({}, out)
    assert.equal(2, #err)
  end)

  it("that loops when it is loaded is stopped", function()
    local code, _, err = with_rule "while true do end"
    assert.equal(3, code)
    assert.equal(1, #err)
  end)
end)
