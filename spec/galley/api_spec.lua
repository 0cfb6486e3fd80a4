-- The module as Lua code uses it: parse, rules, extract, walk, sheets.

local galley = require "galley"
local fault = require "galley.fault"

local PAGE = [[<!DOCTYPE html><html lang="en"><head><title>T</title>
<link rel="canonical" href="https://www.harbour.example/a/1"><meta property="og:title" content="Tide turns">
</head><body><article><h1>Tide turns</h1><p class="by">By <a href="/ann">Ann Example</a></p>
<p>The tide turned at noon, and the ferries sailed again after a week in port.</p>
<p>Nobody was surprised, the harbour master said, since it turns twice a day.</p></article></body></html>]]

local function write_rule(source)
  local folder = os.tmpname()
  os.remove(folder)
  assert(require("lfs").mkdir(folder))
  local file = assert(io.open(folder .. "/harbour.lua", "wb"))
  file:write(source)
  file:close()
  return folder
end

local RULE = [[return { name = "harbour", hosts = { "harbour.example", "*.harbour.example" },
  story = { at = "article", headline = "h1",
    byline = ".by" } }]]

describe("galley.extract", function()
  it("gives a sheet with its head", function()
    local sheet = assert(galley.extract(PAGE, { id = "a", path = "a.html", date = "2024-01-02" }))
    assert.same({ 1, "a", galley.version, "en", "https://www.harbour.example/a/1" },
      { sheet.schema, sheet.id, sheet.galley, sheet.language, sheet.url })
    assert.same({ "a.html", #PAGE, "utf-8", "2024-01-02", 64 },
      { sheet.source.path, sheet.source.bytes, sheet.source.encoding, sheet.source.date, #sheet.source.sha256 })
    assert.equal("generic", sheet.rule.name)
    assert.equal("og:title", sheet.witnesses.headline[1].from)
  end)

  it("takes a parsed page as well as bytes", function()
    local page = assert(galley.parse(PAGE))
    local from_page = assert(galley.extract(page))
    assert.same(galley.extract(PAGE).content, from_page.content)
  end)

  it("says the same as JSON and as tables, and the same twice", function()
    local sheet = galley.extract(PAGE, { id = "a" })
    local read = require("cjson").decode(sheet:json())
    assert.same(sheet.content, read.content)
    assert.equal(sheet:json(), galley.extract(PAGE, { id = "a" }):json())
    assert.truthy(sheet:json():find('^{"schema":1,"id":"a","url":"[^"]+","galley":"[^"]+","source":{"bytes":'))
  end)

  it("chooses the rule by URL, and without one by the canonical link", function()
    local folder = write_rule(RULE)
    local rules = assert(galley.rules(folder))
    assert.equal("harbour", galley.extract(PAGE, { rules = rules }).rule.name)
    assert.equal("generic", galley.extract(PAGE, { rules = rules, url = "https://other.example/" }).rule.name)
    local sheet = galley.extract(PAGE, { rules = rules })
    local headline
    for part in galley.walk(sheet, "story", "headline") do headline = part end
    assert.equal("harbour.lua:2", headline.rule)
    for part in galley.walk(sheet, "story", "byline") do headline = part end
    assert.equal("harbour.lua:3", headline.rule)
    os.execute("rm -r " .. folder)
  end)

  it("raises where the caller is wrong, at the caller's line", function()
    local here = "api_spec.lua"
    for _, call in ipairs {
      function() galley.extract(nil) end, function() galley.extract("", 5) end,
      function() galley.parse(5) end, function() galley.rules(5) end,
    } do
      local ok, message = pcall(call)
      assert.is_false(ok)
      assert.truthy(tostring(message):find(here, 1, true), message)
    end
  end)

  it("gives nil and a fault for a bad encoding, a bad rule, a missing folder", function()
    local sheet, err = galley.extract(PAGE, { encoding = "nonsense" })
    assert.is_nil(sheet)
    assert.is_true(fault.is(err))
    assert.equal("parse-encoding", err.code)
    local rules, missing = galley.rules "/nonexistent-folder"
    assert.is_nil(rules)
    assert.equal("/nonexistent-folder", missing.file)
    local folder = write_rule 'return { hosts = {"x"}, story = { headlin = "h1" } }'
    local none, problem = galley.rules { rule = folder .. "/harbour.lua" }
    assert.is_nil(none)
    assert.equal(folder .. "/harbour.lua:1: story.headlin: unknown key, did you mean `headline`?", tostring(problem))
    os.execute("rm -r " .. folder)
  end)

  it("stops a rule that loops, and reads the next page as if nothing had been", function()
    local folder = write_rule [[local n = 0
return { name = "harbour", hosts = { "harbour.example" }, divide = function(page)
  n = n + 1
  if page:first "h1" then while true do end end
  return { { kind = "story", content = { { tag = "headline", block = n } } } }
end }]]
    local rules = galley.rules { rule = folder .. "/harbour.lua" }
    local sheet, err = galley.extract(PAGE, { rules = rules })
    assert.is_nil(sheet)
    assert.equal("rule-budget", err.code)
    assert.equal(4, err.line)
    for _ = 1, 2 do -- n is 1 each time: nothing is carried from page to page
      local headline = galley.extract("<p>one<p>two", { rules = rules }).content[1].content[1]
      assert.same({ "headline", "one" }, { headline.tag, headline.text })
    end
    os.execute("rm -r " .. folder)
  end)
end)

describe("galley.walk", function()
  local sheet = { content = {
    { kind = "story", content = { { tag = "headline", text = "a" }, { kind = "sidebar", content = {
      { kind = "teaser", content = { { tag = "headline", text = "b" } } } } }, { tag = "paragraph", text = "c" } } },
    { kind = "chrome", content = {} },
  } }

  it("visits segments in reading order", function()
    local kinds = {}
    for segment in galley.walk(sheet) do kinds[#kinds + 1] = segment.kind end
    assert.same({ "story", "sidebar", "teaser", "chrome" }, kinds)
  end)

  it("visits parts by tag, in segments of a kind or in any", function()
    local function texts(kind)
      local found = {}
      for part in galley.walk(sheet, kind, "headline") do found[#found + 1] = part.text end
      return found
    end
    assert.same({ "a", "b" }, texts(nil))
    assert.same({ "b" }, texts "teaser")
  end)
end)

describe("a sheet", function()
  it("explains each part by the claim that made it", function()
    local sheet = galley.extract(PAGE)
    for _, part in ipairs(sheet:explain()) do
      local winners = 0
      for _, claim in ipairs(part.claims) do winners = winners + (claim.won and 1 or 0) end
      assert.equal(part.rule and 1 or 0, winners)
    end
  end)

  it("can be closed, and its head stays", function()
    local sheet = galley.extract(PAGE)
    local content = sheet.content
    sheet:close()
    sheet:close()
    assert.truthy(content[1])
    assert.equal(1, sheet.schema)
    assert.has_error(function() sheet:json() end, "claims are closed")
  end)

  it("knows no format but those there are", function()
    local ok, message = pcall(function() galley.extract(PAGE):format "nonsense" end)
    assert.is_false(ok)
    assert.truthy(message:find("api_spec.lua", 1, true))
  end)
end)
