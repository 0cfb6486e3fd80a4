-- Rules that take over a family's, and rules with several layouts: what counts, and whose
-- file and line stand in messages and sheets.

local core = require "galley.core"
local divide = require "galley.divide"
local folder = require "spec.tools.folder"
local galley = require "galley"
local loader = require "galley.rule.loader"
local pack = require "galley.rule.pack"
local run = require "spec.divide.run"

local place, dir

-- "tag text file:line" of each part.
local function parts(content, out)
  out = out or {}
  for _, item in ipairs(content) do
    if item.tag then out[#out + 1] = ("%s %s %s"):format(item.tag, item.text, item.rule) end
    if item.content then parts(item.content, out) end
  end
  return out
end

local function divided(rule, html, context)
  local claims, notices = assert(divide.page(core.parse(html), rule, nil, context or {}))
  return claims:content(), notices
end

describe("a family", function()
  setup(function()
    place = folder.new()
    dir = place.dir
    place:write("cms/press.lua", [[
return {
  name = "press", hosts = { "press.example" }, zone = { EST = "-05:00" },
  story = {
    at = "article",
    headline = "h1",
    dek = function(node) return "dek of " .. node:first("h1"):text() end,
    credit = ".c",
  },
}]])
    place:write("site.lua", [[
return {
  extends = "cms/press", hosts = { "site.example" }, zone = { PST = "-08:00" },
  story = { headline = "h2",
    kicker = function(node) return "kicker" end, credit = false },
}]])
    place:write("circle.lua", 'return { extends = "round" }')
    place:write("round.lua", 'return { extends = "circle" }')
    place:write("nowhere.lua", 'return {\n  extends = "cms/pres" }')
    place:write("up.lua", 'return { extends = "../x" }')
    place:write("cms/bad.lua", 'return {\n  story = {\n    headlin = "h1" } }')
    place:write("badly.lua", 'return { extends = "cms/bad", story = { dek = "p" } }')
  end)

  teardown(function() place:remove() end)

  it("gives what the rule does not say, each with its own file and line", function()
    local rule = assert(loader.file(dir .. "/site.lua"))
    assert.equal("site", rule.name)
    assert.same({ "site.example" }, rule.hosts)
    assert.same({ EST = "-05:00", PST = "-08:00" }, rule.zone)
    assert.same({ "cms/press.lua" }, rule.families)
    assert.same({ "dek dek of A cms/press.lua:6", "headline B site.lua:3", "kicker kicker site.lua:4",
      "text A unclaimed", "text C unclaimed" },
      (function(list)
        table.sort(list)
        return list
      end)(parts((divided(rule, "<article><h1>A</h1><h2>B</h2><p class=c>C</p></article>")))))
  end)

  it("is part of the rule's digest", function()
    local before = assert(loader.file(dir .. "/site.lua")).sha256
    place:write("cms/press.lua", 'return { story = { at = "article", headline = "h1" } }')
    assert.not_equal(before, assert(loader.file(dir .. "/site.lua")).sha256)
  end)

  it("is told of where it is wrong, in its own file", function()
    local function message(name) return tostring(select(2, loader.file(dir .. "/" .. name))) end
    assert.equal(dir .. "/cms/bad.lua:3: story.headlin: unknown key, did you mean `headline`?", message "badly.lua")
    assert.equal(dir .. "/nowhere.lua:2: extends: there is no cms/pres.lua in the rule's folder or the rules'",
      message "nowhere.lua")
    assert.matches("circle", message "circle.lua")
    assert.matches('up.lua:1: extends: expected the name of a rule such as "cms/arc", found "../x"', message "up.lua",
      1, true)
  end)

  it("is found in the folders of rules", function()
    local other = folder.new { ["mine.lua"] = 'return { extends = "cms/press", hosts = "mine.example" }' }
    local rules = assert(pack.new { files = { other:path "mine.lua" }, dirs = { dir }, shipped = false })
    assert.equal("mine", rules:choose("https://mine.example/", "html").name)
    other:remove()
  end)
end)

describe("layouts", function()
  local source = [[
return {
  hosts = { "site.example" },
  chrome = "nav",
  story = { headline = "h1" },
  sidebar = { heading = "h3" },
  layouts = {
    { valid = { to = "2019" }, story = { at = ".old", dek = ".d" }, sidebar = { at = "aside" } },
    { name = "amp", when = "body.amp",
      story = { at = ".new", dek = ".amp" } },
    { story = { at = ".new", dek = ".dek" } },
  },
}]]
  local rule = assert(loader.source(source, "rules/site.lua"))
  local old = "<nav>n</nav><div class=old><h1>A</h1><p class=d>B</div><aside><h3>C</h3></aside>"
  local new = "<div class=new><h1>A</h1><p class=amp>B<p class=dek>C</div>"

  it("are each the rule's keys and their own", function()
    assert.same({ "text n site.lua:3", "headline A site.lua:4", "dek B site.lua:7", "heading C site.lua:5" },
      parts((divided(rule, old))))
  end)

  it("are chosen by the story that is on the page, by evidence, by the day", function()
    local function chosen(html)
      return select(3, divide.page(core.parse(html), rule, nil, {}))
    end
    local function dek(html, context)
      local content, notices = divided(rule, html, context)
      local part = galley.walk({ content = content }, "story", "dek")()
      return part and part.text or notices[1] and notices[1].message
    end
    assert.equal("C", dek(new))
    assert.same({ "1", "3", "amp" }, { chosen(old), chosen(new), chosen("<body class=amp>" .. new) })
    assert.equal("B", dek("<body class=amp>" .. new))
    assert.equal("B", dek(old, { date = "2019-12-31" }))
    assert.equal("site.lua: none of its layouts has its story on the page", dek(old, { date = "2020-01-01" }))
    assert.equal("B", dek(old, { witnesses = { published = { { from = "x", value = "2018-05-01T00:00:00Z" } } } }))
    assert.matches("none of its layouts",
      dek(old, { witnesses = { published = { { from = "x", value = "2021-05-01" } } } }))
  end)

  it("are checked, with their own paths", function()
    local _, err = loader.source([[return {
      layouts = { { story = { headlin = "h1" } },
        { hosts = "x", sidebar = { heading = "h2" } }, "article" } }]], "x.lua")
    local list = {}
    for i, problem in ipairs(err.problems) do list[i] = tostring(problem) end
    assert.same({ "x.lua:2: layouts.1.story.headlin: unknown key, did you mean `headline`?",
      "x.lua:3: layouts.2.hosts: unknown key here: `hosts` belongs in the rule itself",
      "x.lua:3: layouts.2.sidebar: needs a place: `at` (elements) or `starts` (runs of sibling blocks)",
      'x.lua:3: layouts.3: expected a layout, a table of keys, found "article"' }, list)
  end)
end)

describe("a rule's days and evidence", function()
  local page = assert(core.parse "<body class=cms-x><p>a")
  local function fits(source, context)
    return divide.fits(page, assert(loader.source("return " .. source, "x.lua")), context or {})
  end

  it("bound it", function()
    assert.is_true(fits '{ valid = { from = "2019-06" } }')
    assert.is_true(fits('{ valid = { from = "2019-06" } }', { date = "2019-06-01T00:00:00Z" }))
    assert.same({ false, "valid from 2019-06, and the page is of 2019-05-31" },
      { fits('{ valid = { from = "2019-06" } }', { date = "2019-05-31" }) })
    assert.is_true(fits '{ when = ".cms-x" }')
    assert.is_true(fits '{ when = { meta "generator", ".cms-x" } }')
    assert.is_false(fits '{ when = ".cms-y" }')
  end)

  it("let a pack pass on to the next rule, and a named one say so", function()
    local rules = assert(pack.new { shipped = false })
    rules:add(assert(loader.source([[return { name = "a", hosts = { "x.example" }, when = ".cms-y" }]], "a.lua")))
    rules:add(assert(loader.source([[return { name = "b", hosts = { "x.example" }, story = "p" }]], "b.lua")))
    local sheet = assert(galley.extract("<p>a", { url = "https://x.example/", rules = rules }))
    assert.equal("b", sheet.rule.name)
    assert.same({ { code = "rule", message = "a.lua is not used: what it looks for by `when` is not on the page" } },
      sheet.notices)
  end)
end)

describe("fill, required, marks and tags", function()
  local m = require "galley.rule.matcher"
  local generic = { divide = function(page)
    local content = {}
    for i = 1, page:blocks() do content[i] = { tag = "paragraph", block = i } end
    return { { kind = "story", content = content } }
  end }

  it("fill = false keeps the generic rule out of a segment, or the page", function()
    local html = "<article><h1>A</h1><p>B</article>"
    local function outline(rule) return run.outline(html, rule, generic) end
    assert.same({ "story", "  headline: A", "  paragraph: B" }, outline { story = { at = "article", headline = "h1" } })
    assert.same({ "story", "  headline: A", "  chrome", "    text: B" },
      outline { story = { at = "article", headline = "h1", fill = false } })
    assert.same({ "chrome", "  text: A", "  text: B" }, outline { fill = false })
  end)

  it("notes what is required and not there", function()
    local rule = assert(loader.source([[return {
      required = { "headline" },
      story = { at = "article", headline = "h1", byline = ".by", required = "byline" },
    }]], "x.lua"))
    local function notices(html)
      local list = {}
      for i, notice in ipairs(select(2, divided(rule, html))) do list[i] = notice.message end
      return list
    end
    assert.same({}, notices "<article><h1>A</h1><p class=by>B</article>")
    assert.same({ "x.lua:3: story without byline", "x.lua:3: story without headline" },
      notices "<article><p>a</article>")
    assert.same({ "x.lua: no story found" }, notices "<p>a")
    assert.matches("x.lua:1: story.required.1: `dek` is required, but the story does not say where it stands",
      tostring(select(2, loader.source("return { story = { at = 'p', required = { 'dek' } } }", "x.lua"))), 1, true)
  end)

  local function marks(html, rule)
    local out = {}
    for part in galley.walk({ content = (run.divide(html, rule)) }, nil, nil) do
      for _, item in ipairs(part.content) do
        for _, mark in ipairs(item.marks or {}) do
          out[#out + 1] = ("%s(%s): %s %s"):format(item.tag, item.text, mark.tag, mark.text)
        end
      end
    end
    return out
  end

  it("marks authors and datelines", function()
    local html = "<article><p class=by>By <b class=n>Ann</b> and <b class=n>Bo</b></p>"
      .. "<div><p><i>OSLO</i> x</p></div></article>"
    local rule = { story = { at = "article", byline = ".by", author = ".n", body = "div", dateline = "div i" } }
    assert.same({ "byline(By Ann and Bo): author Ann", "byline(By Ann and Bo): author Bo",
      "byline(By Ann and Bo): strong Ann", "byline(By Ann and Bo): strong Bo",
      "paragraph(OSLO x): dateline OSLO", "paragraph(OSLO x): em OSLO" }, marks(html, rule))
    assert.same({ "byline(Ann): author Ann", "byline(Bo): author Bo" },
      marks("<article><p>By <u class=n>Ann</u> and <u class=n>Bo</u></p></article>",
        { story = { at = "article", author = ".n" } }))
  end)

  it("takes tags from the page", function()
    local html = "<meta name=section content=Science><article><u>Long read</u><p>a</article>"
    local content = run.divide(html, { story = { at = "article", body = "p",
      tags = { "free", section = m.meta "section", form = m.css "u", none = m.css "s" } } })
    assert.is_true(content[1].tags.free)
    assert.equal("Science", content[1].tags.section)
    assert.equal("Long read", content[1].tags.form)
    assert.is_nil(content[1].tags.none)
  end)

  it("nests sidebars, and tells several stories of a page apart", function()
    assert.same({ "sidebar", "  heading: a", "  sidebar", "    heading: b", "  sidebar", "    heading: c" },
      run.outline("<div class=o><h2>a</h2><div class=i><h3>b</h3></div><div class=i><h3>c</h3></div></div>",
        { sidebar = { at = ".o", heading = "h2", sidebar = { at = ".i", heading = "h3" } } }))
    assert.same({ "story", "  headline: a", "  paragraph: b", "story", "  headline: c", "  paragraph: d" },
      run.outline("<article><h2>a</h2><p>b</article><article><h2>c</h2><p>d</article>",
        { story = { at = "article", headline = "h2", paragraph = "p" } }))
  end)

  it("takes the first format of a list that fits", function()
    local rule = { zone = "Europe/Berlin", story = { at = "article",
      published = m.css "time":date { "%d.%m.%Y, %H:%M", "%d.%m.%Y" } } }
    local function datetime(text)
      local content = run.divide("<article><time>" .. text .. "</time>", rule)
      return galley.walk({ content = content }, nil, "published")().datetime
    end
    assert.equal("2024-07-01T08:00:00+02:00", datetime "1.7.2024, 8:00")
    assert.equal("2024-07-01", datetime "1.7.2024")
    assert.is_nil(datetime "yesterday")
  end)
end)
