-- Which rule a page gets: hosts, paths, folders, fallbacks.

local core = require "galley.core"
local folder = require "spec.tools.folder"
local galley = require "galley"
local heads = require "galley.rule.heads"
local opened = require "galley.rule.folder"
local pack = require "galley.rule.pack"
local site = require "galley.rule.site"

local shared, dir

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
    shared = folder.new()
    dir = shared.dir
    shared:write("all.lua", [[return { name = "all", hosts = { "*.example.org" } }]])
    shared:write("news.lua", [[return { name = "news", hosts = { "news.example.org" } }]])
    shared:write("sport.lua", [[return { name = "sport", hosts = { "news.example.org" }, paths = "/sport/" }]])
    shared:write("flat.lua", [[return { name = "flat", hosts = { "news.example.org" }, input = "text" }]])
    shared:write("made.lua", [[local h = "made" return { hosts = { h .. ".example.net" } }]])
    shared:write("broken.lua", [[return { hosts = { "broken.example.net" }, story = { headlin = "h1" } }]])
    shared:write("generic.lua", [[return { name = "generic" }]])
    shared:write("text.lua", [[return { name = "text", input = "text" }]])
  end)

  teardown(function() shared:remove() end)

  it("says so where the shipped rules are not found, and does without only when asked to", function()
    local path = package.path
    package.path = "./lua/?.lua"
    local rules, err = pack.new {}
    local made, made_err = galley.rules()
    local without = pack.new { shipped = false }
    package.path = path
    assert.is_nil(rules)
    assert.equal("rules-missing", err.code)
    assert.is_truthy(tostring(err):find("galley.rules.generic", 1, true))
    assert.is_nil(made)
    assert.equal("rules-missing", made_err.code)
    assert.is_truthy(without)
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

describe("a folder of rules", function()
  local files, place
  before_each(function()
    files = { ["a.lua"] = 'return { hosts = { "a.example" } }', ["cms/b.lua"] = "return { chrome = 'nav' }",
      ["c.lua"] = 'return {\n  -- of c\n  name = "cee", version = 3, hosts = { "c.example", "*.c.example" },\n'
        .. '  paths = "/news/", input = "text", plan = [[x]],\n}' }
    place = folder.new(files)
  end)
  after_each(function() place:remove() end)

  local function looks(where)
    local one = assert(opened.open(where))
    local digest = one:digest()
    return digest, one.read, one
  end

  it("has one digest, which follows from its files and nothing else", function()
    local digest = looks(place.dir)
    local rows = {}
    for _, path in ipairs { "a.lua", "c.lua", "cms/b.lua" } do
      rows[#rows + 1] = ("%s  %s\n"):format(core.sha256(files[path]), path)
    end
    assert.equal(core.sha256(table.concat(rows)), digest)
    local other = folder.new(files)
    other:write("notes.txt", "not a rule")
    assert.equal(digest, (looks(other.dir)))
    other:write("cms/b.lua", "return { chrome = 'div' }")
    assert.not_equal(digest, (looks(other.dir)))
    other:remove()
  end)

  it("stands in every sheet, with the rule's version and its layout", function()
    place:write("d.lua", [[return { hosts = "d.example", version = 1.5, layouts = { { story = ".none" },
      { name = "wide", story = "p" } } }]])
    local rules = assert(galley.rules(place.dir))
    for _, url in ipairs { "https://d.example/", "https://none.example/" } do
      local sheet = assert(galley.extract("<p>a", { url = url, rules = rules }))
      assert.same({ place.dir, "rules" }, { sheet.packs[1].file, sheet.packs[2].file })
      assert.equal((looks(place.dir)), sheet.packs[1].sha256)
      assert.matches("^%x+$", sheet.packs[2].sha256)
      assert.matches('"packs":[{"file":', sheet:json(), 1, true)
      if sheet.rule.name == "d" then assert.same({ "wide", "1.5" }, { sheet.rule.layout, sheet.rule.version }) end
    end
  end)

  it("is not read where its index knows it", function()
    local digest, read, one = looks(place.dir)
    assert.equal(3, read)
    -- as if written long after the files
    place:write("index.json", one:index(os.time() + 60))
    local known, again, indexed = looks(place.dir)
    assert.same({ digest, 0 }, { known, again })
    assert.same({ hosts = { "c.example", "*.c.example" }, paths = { "/news/" }, input = "text", name = "cee" },
      indexed:look("c.lua").head)
    place:write("a.lua", 'return { hosts = { "longer.example" } }')
    local changed, now = looks(place.dir)
    assert.equal(1, now)
    assert.not_equal(digest, changed)
    assert.equal("a", name_of(assert(pack.new { dirs = { place.dir }, shipped = false }), "https://longer.example/"))
  end)

  it("is read where the index was written with it, or is no index", function()
    local digest, _, one = looks(place.dir)
    for _, text in ipairs { one:index(os.time()), "{", "[]", '{"galley":1,"files":{"a.lua":{"sha256":7}}}',
      '{"galley":1,"files":{"a.lua":{"sha256":"00","size":34,"head":{"hosts":{"x":1},"paths":[3],"input":""}}}}' } do
      place:write("index.json", text)
      local now, read = looks(place.dir)
      assert.same({ digest, 3 }, { now, read }, text)
    end
  end)

  it("knows what a file is for without running it", function()
    for source, expected in pairs {
      ['return { hosts = "x.example" }'] = "x.example html",
      ['-- a\n--[[ b ]] return { hosts = { "x.example"; } }'] = "x.example html",
      ['return { name = "n", version = 2, hosts = { "x.example", \'y.example\' }, input = "text", story = "p" }'] =
        "x.example y.example text n",
      ['return { story = { at = "p", hosts = 1 }, hosts = { "x.example" } }'] = "x.example html",
      ['return { hosts = { "x.example" }, story = { byline = ".name" }, name = "late" }'] = "x.example html late",
      ['return { hosts = { "x" .. ".example" } }'] = "run", ['local h = "a" return { hosts = h }'] = "run",
      ['return { hosts = { "x.example" }, name = ("n"):rep(2) }'] = "run",
      ["return {}"] = "html", ["return { story = {"] = "html",
    } do
      local head = heads.read(source)
      local words = head and table.move(head.hosts, 1, #head.hosts, 1, {}) or { "run" }
      if head then words[#words + 1] = head.input end
      if head then words[#words + 1] = head.name end
      assert.equal(expected, table.concat(words, " "), source)
    end
  end)

  it("of two thousand files runs the one that a page needs", function()
    local many = folder.new()
    for i = 1, 2000 do
      many:write(("s%d.lua"):format(i),
        ('return { hosts = { "s%d.example", "*.s%d.example" }, story = "p" }'):format(i, i))
    end
    local rules = assert(pack.new { dirs = { many.dir }, shipped = false })
    assert.equal("s77", name_of(rules, "https://www.s77.example/x"))
    local run = {}
    for _, entry in ipairs(rules:list()) do run[#run + 1] = entry.rule and entry.name end
    assert.same({ "s77" }, run)
    many:remove()
  end)
end)
