-- Which rule a page gets: hosts, paths, folders, fallbacks.

local lfs = require "lfs"
local pack = require "galley.rule.pack"
local site = require "galley.rule.site"

local dir

local function write(name, source)
  local file = assert(io.open(dir .. "/" .. name, "w"))
  file:write(source)
  file:close()
end

local function name_of(rules, url, input)
  local rule = rules:choose(url, input)
  return rule and rule.name
end

describe("site", function()
  it("splits URLs", function()
    assert.same({ "example.org", "/a/b" }, { site.split "https://user@Example.org:8080/a/b?c#d" })
    assert.same({ "example.org", "/" }, { site.split "//example.org." })
    assert.is_nil(site.split "not a url")
    assert.is_nil(site.split(nil))
    assert.is_nil(site.split "file:///x")
  end)

  it("fits hosts and the start of paths", function()
    assert.is_truthy(site.fit("a.example.org", "/", { "*.example.org" }))
    assert.is_nil(site.fit("example.org", "/", { "*.example.org" }))
    assert.is_nil(site.fit("badexample.org", "/", { "example.org", "*.example.org" }))
    assert.is_nil(site.fit("example.org", "/news/x", { "example.org" }, { "/sport/" }))
    assert.is_truthy(site.fit("example.org", "/en/sport/x", { "example.org" }, { "/*/sport/" }))
    assert.is_nil(site.fit("example.org", "/x/en/", { "example.org" }, { "/en/" }))
    assert.is_truthy(site.fit("example.org", "/a%b", { "example.org" }, { "/a%b" }))
  end)
end)

describe("a pack", function()
  setup(function()
    dir = os.tmpname()
    os.remove(dir)
    assert(lfs.mkdir(dir))
    write("all.lua", [[return { name = "all", hosts = { "*.example.org" } }]])
    write("news.lua", [[return { name = "news", hosts = { "news.example.org" } }]])
    write("sport.lua", [[return { name = "sport", hosts = { "news.example.org" }, paths = "/sport/" }]])
    write("flat.lua", [[return { name = "flat", hosts = { "news.example.org" }, input = "text" }]])
    write("made.lua", [[local h = "made" return { hosts = { h .. ".example.net" } }]])
    write("broken.lua", [[return { hosts = { "broken.example.net" }, story = { headlin = "h1" } }]])
    write("generic.lua", [[return { name = "generic" }]])
    write("text.lua", [[return { name = "text", input = "text" }]])
  end)

  teardown(function()
    for name in lfs.dir(dir) do os.remove(dir .. "/" .. name) end
    lfs.rmdir(dir)
  end)

  it("chooses by the longest host, then the path, and the kind of input", function()
    local rules = assert(pack.new { dirs = { dir }, shipped = false })
    assert.equal("all", name_of(rules, "https://shop.example.org/"))
    assert.equal("news", name_of(rules, "https://news.example.org/"))
    assert.equal("sport", name_of(rules, "https://news.example.org/sport/1"))
    assert.equal("flat", name_of(rules, "https://news.example.org/", "text"))
    assert.is_nil(name_of(rules, "https://example.org/"))
    assert.is_nil(name_of(rules, nil))
  end)

  it("runs files whose hosts are computed, and only those", function()
    local rules = assert(pack.new { dirs = { dir }, shipped = false })
    assert.equal("made", name_of(rules, "https://made.example.net/"))
    for _, entry in ipairs(rules:list()) do
      assert.equal(entry.name == "made", entry.rule ~= nil, entry.name)
    end
  end)

  it("passes over broken files and lists them", function()
    local rules = assert(pack.new { dirs = { dir }, shipped = false })
    assert.is_nil(name_of(rules, "https://broken.example.net/"))
    assert.equal(1, #rules.faults)
    assert.matches("broken.lua:1: story.headlin: unknown key", tostring(rules.faults[1]))
  end)

  it("puts a file that is named before all others, whatever its hosts", function()
    local rules = assert(pack.new { files = { dir .. "/all.lua" }, dirs = { dir }, shipped = false })
    assert.equal("all", name_of(rules, "https://news.example.org/"))
    assert.equal("all", name_of(rules, nil))
    assert.equal("flat", name_of(rules, "https://news.example.org/", "text"))
  end)

  it("is an error with a broken file that is named, or a folder that is not there", function()
    local rules, err = pack.new { files = { dir .. "/broken.lua" }, shipped = false }
    assert.is_nil(rules)
    assert.equal("rule-schema", err.code)
    rules, err = pack.new { dirs = { dir .. "/none" }, shipped = false }
    assert.is_nil(rules)
    assert.equal("rule-file", err.code)
  end)

  it("has a rule for what no site's rule says", function()
    local rules = assert(pack.new { dirs = { dir }, shipped = false })
    assert.equal("generic", rules:fallback("html").name)
    assert.equal("text", rules:fallback("text").name)
  end)

  it("finds the shipped rules", function()
    local rules = assert(pack.new {})
    assert.equal("ctvnews", name_of(rules, "https://www.ctvnews.ca/x"))
    assert.equal("ctvnews-text", name_of(rules, "https://www.ctvnews.ca/x", "text"))
    assert.is_truthy(rules:fallback "html")
  end)
end)
