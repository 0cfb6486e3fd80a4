--- Rule files that mean harm, by every key that a rule may have: what each does, its source, the
-- input that it is for. spec/rule/hostile_spec.lua holds them to their bounds, and
-- spec/bench/hostile_rules.lua prints the table. What functions of a rule do inside their state
-- by themselves is in spec/core/hostile_rules_spec.lua.

local folder = require "spec.tools.folder"
local galley = require "galley"

local list = {}

--- The pages that they are let loose on: some 130 KB of HTML, and 1,500 lines of text.
list.pages = {}
do
  local html = { "<body><article><h1>Head line</h1><p class=byline>By Ann Rowe</p><time>5 March 2024</time>" }
  for i = 1, 400 do
    html[#html + 1] = ("<div class=c%d><p>Text of paragraph %d, <a href=/x>a link</a> and <b>more of it</b>, so "
  .. "that it is"
      .. " long.</p><ul><li><a href=/%d>Item</a></li></ul></div>"):format(i % 7, i, i)
  end
  list.pages.html = table.concat(html) .. ("<div><p>deep "):rep(60)
  local text = {}
  for i = 1, 1500 do text[i] = ("Line number %d of the page, as it is saved"):format(i) end
  list.pages.text = table.concat(text, "\n")
end

-- `source` is the rule's table. `quiet`: nothing need be said, for the harm is done to the rule's own
-- sheet, and within bounds. `on`: the line that a message must name; `says`: part of it.
local function add(what, source, fields)
  local one = { what = what, source = source }
  for key, value in pairs(fields or {}) do one[key] = value end
  list[#list + 1] = one
end

local function many(count, text, separator)
  local out = {}
  for i = 1, count do out[i] = (text:gsub("@", tostring(i))) end
  return table.concat(out, separator or " ")
end

-- -- functions of every key that takes one ----------------------------------------------

local LOOP = "function() while true do end end"
local FUNCTIONS = {
  ["story.headline"] = "return { story = { at = 'article',\n headline = %s } }",
  ["story.at"] = "return { story = {\n at = %s } }",
  ["starts"] = "return { sidebar = { at = 'body',\n starts = %s } }",
  ["author"] = "return { story = { at = 'article', byline = '.byline',\n author = %s } }",
  ["tags"] = "return { story = { at = 'article', tags = {\n section = %s } } }",
  ["href"] = "return { teaser = { at = 'li',\n href = %s } }",
  ["when"] = "return { story = 'article',\n when = %s }",
  ["chrome"] = "return {\n chrome = %s }",
  ["divide"] = "return {\n divide = %s }",
  ["layouts.when"] = "return { layouts = { { story = 'article',\n when = %s } } }",
  ["layouts.story"] = "return { layouts = { { story = {\n at = %s } } } }",
}
local WHERE = {}
for key in pairs(FUNCTIONS) do WHERE[#WHERE + 1] = key end
table.sort(WHERE)
for _, key in ipairs(WHERE) do
  add("an endless loop in " .. key, FUNCTIONS[key]:format(LOOP), { on = 2, says = "instructions" })
end
add("endless recursion in divide", "local function f() return 1 + f() end\nreturn { divide = f }", { on = 1 })
add("a growing table in a function", "return { story = { at = 'article', headline = function()\n local t = {}\n"
  .. "while true do t[#t + 1] = { #t } end end } }", { on = 3, says = "memory" })
add("an error object in a function", "return { story = { at = 'article', headline = function()\n"
  .. "error { secret = true } end } }", { on = 2, says = "table value" })
add("an error without end", "return { story = { at = 'article', headline = function()\n"
  .. "error(('x'):rep(1e6)) end } }", { on = 2, says = "xxx" })
add("a function that calls the page's XPath without end", "return { divide = function(page)\n"
  .. "while true do page:xpath '//*[contains(.,\"x\")]' end end }", { on = 2 })
add("a function that selects without end", "return { divide = function(page)\n"
  .. "while true do page:select 'div:has(p:has(a)) ~ :not(:has(b))' end end }", { on = 2 })
add("a function that keeps all nodes", "return { divide = function(page)\nlocal kept = {}\n"
  .. "while true do kept[#kept + 1] = page:select '*' end end }", { on = 3 })
add("a function that reads the page without end", "return { divide = function(page)\n"
  .. "while true do page:text() end end }", { on = 2 })
add("a function that asks for features without end", "return { divide = function(page)\n"
  .. "while true do page:features() end end }", { on = 2 })
add("a function that parses dates by patterns of gaps", "return { story = { at = 'article', headline = function(node)\n"
  .. "return (node:text():rep(50):match '.-.-.-.-#') end } }", { on = 2 })
add("utf8 over and over", "return { divide = function(page)\nlocal s = page:text():rep(50)\n"
  .. "while true do utf8.len(s) utf8.codepoint(s, 1, 50) end end }", { on = 3 })
add("deep pcall",
  "local function f() return pcall(f) end\nreturn { divide = function()\nwhile true do f() end end }", {})
add("coroutines, of which there are none", "return { divide = function()\nreturn coroutine.wrap(print) end }",
  { on = 2, says = "coroutine" })
add("a metatable, of which there is none", "return { divide = function()\nreturn setmetatable({}, {}) end }",
  { on = 2, says = "setmetatable" })

-- -- claims --------------------------------------------------------------------------------

local function claims(what, items, fields)
  add(what, "return { divide = function(page)\nreturn " .. items .. " end }", fields or { quiet = true })
end

claims("claims of no place",
  "{ { kind = 'story', content = { { tag = 'headline' }, { tag = 'paragraph', block = {} } } } }")
claims("claims of NaN, infinity, and below nothing",
  "{ { kind = 'story', content = { { tag = 'headline', block = 0/0 }, "
  .. "{ tag = 'dek', block = 1/0 }, { tag = 'byline', blocks = { -5, 2^70 } }, { tag = 'paragraph', node = -1 }, "
  .. "{ tag = 'paragraph', node = 1e300 }, { tag = 'paragraph', range = { -10, 1/0 } }, "
  .. "{ tag = 'paragraph', range = { 5, 2^62 } }, { tag = 'paragraph', range = { 10, 5 } }, "
  .. "{ tag = 'paragraph', range = {} }, { tag = 'paragraph', range = 'x' }, "
  .. "{ tag = 'list_item', block = 1, level = 2^62, "
  .. "ordered = 'x', marks = { { tag = 'author', range = { -1, 2^60 } }, 7, 'x', { tag = {} } } } } } }")
claims("claims within characters", "{ { kind = 'story', content = { { tag = 'headline', range = { 1, 2 } }, "
  .. "{ tag = 'dek', range = { 3, 4 } } } } }")
claims("claims with fields of other types", "{ { kind = 'story', href = {}, tags = 7, why = {}, content = { "
  .. "{ tag = 'published', block = 1, datetime = { {} }, from = 7, text = {}, tags = { 1, {}, [{}] = 2 } } } } }",
  { on = 0 })
claims("claims that are no list", "7")
claims("claims that are a string", "'story'")
claims("claims deep in each other", "(function() local c = { { tag = 'paragraph', block = 1 } } "
  .. "for _ = 1, 200 do c = { { kind = 'sidebar', content = c } } end return c end)()",
  { on = 1, says = "nested deeper" })
claims("fifteen thousand claims on one block",
  "(function() local c = {} for i = 1, 15000 do c[i] = { tag = 'paragraph', block = 1 } end "
  .. "return { { kind = 'story', content = c } } end)()")
claims("more claims than can be",
  "(function() local c = {} for i = 1, 3e5 do c[i] = { tag = 'paragraph', block = 1 } end "
  .. "return { { kind = 'story', content = c } } end)()", { on = 1, says = "more than" })
claims("claims across each other", "(function() local c = {} for i = 1, 9000 do c[i] = { tag = 'paragraph', "
  .. "range = { i, i + 20000 } } end return { { kind = 'story', content = c } } end)()")
claims("segments across each other", "(function() local c = {} for i = 1, 9000 do c[i] = { kind = 'sidebar', "
  .. "range = { i, i + 9000 } } end return c end)()")
claims("marks without end",
  "(function() local m = {} for i = 1, 9000 do m[i] = { tag = 'author', range = { i, i + 5000 } } end "
  .. "return { { kind = 'story', content = { { tag = 'paragraph', range = { 0, 30000 }, marks = m } } } } end)()",
  { on = 1, says = "work" })
claims("a giant text as value",
  "{ { kind = 'story', content = { { tag = 'headline', from = 'x', text = ('x'):rep(9e6) } } } }")
claims("NUL and control characters in values", "{ { kind = 'story', tags = { ['\\0\\27[2J'] = '\\0' }, content = { "
  .. "{ tag = 'headline', from = '\\0', text = '\\0\\27[31m\\xff' } } } }")
claims("kinds and tags that are none", "{ { kind = '\\0', content = { { tag = 'x', block = 1 } } }, "
  .. "{ kind = 'chrome', content = { { tag = ('t'):rep(1e5), block = 2 } } } }")
add("rows that are none",
  "return { story = { at = function() return { 1e9, -4, 2.5, 0/0, 'x', {} } end } }", { quiet = true })
add("forty-five thousand rows", "return { sidebar = { at = function() local t = {} for i = 1, 45000 do t[i] = 4 end\n"
  .. "return t end, heading = 'h2' } }", { on = 1 })
add("a giant value",
  "return { story = { at = 'article', headline = function() return ('x'):rep(2e7) end } }", { quiet = true })

-- -- selectors, XPath, patterns --------------------------------------------------------------

add("ten nested :has", "return { story = { at = 'article', headline = '" .. ("div:has("):rep(10) .. "a"
  .. (")"):rep(10) .. "' } }", { quiet = true })
add("twenty nested :has with siblings",
  "return { story = { at = 'article', headline = '" .. (":has(~ * "):rep(20) .. "a"
  .. (")"):rep(20) .. "' } }", { on = 1, says = "nested too deeply" })
add("a selector of a hundred descendants",
  "return { story = '" .. ("* "):rep(100) .. "a' }", { on = 1, says = "combinators" })
add("a selector of a hundred siblings",
  "return { story = '" .. ("* ~ "):rep(100) .. "a' }", { on = 1, says = "combinators" })
add("a selector too deep", "return { story = '" .. (":not("):rep(5000) .. "a" .. (")"):rep(5000) .. "' }", { on = 1 })
add("a selector of a megabyte", "return { story = ('a, '):rep(3e5) .. 'b' }", {})
add("a file of a megabyte", "return { story = '" .. ("a,"):rep(5e5) .. "b' }", { on = 1, says = "at most" })
add("five thousand selectors", "return { story = { at = 'article', headline = { "
  .. many(5000, "'div:has(p) .x@ ~ *'", ", ") .. " } } }", { quiet = true })
add("five hundred sidebars of :has", "return { sidebar = { " .. many(500,
  "{ at = 'div:has(p:has(> a)) :not(:has(.x@))', heading = 'h2' }", ", ") .. " } }", { on = 1, says = "work" })
add("boxes in boxes in boxes", "return { sidebar = { at = '*', sidebar = { at = '*', sidebar = { at = '*',\n"
  .. "sidebar = { at = '*', heading = '*' } } } } }", { says = "work" })
add("runs of everything", "return { sidebar = { at = '*', starts = '*', ends = '*', heading = '*', paragraph = '*' } }",
  { on = 1, says = "work" })
add("every element a part of every segment", "return { sidebar = { at = '*', paragraph = page '*' } }",
  { on = 1, says = "work" })
add("XPath of the whole page for every element", "return { story = { at = 'article',\n"
  .. "headline = xpath '//*[contains(/, \"zzz\")]' } }", {})
add("XPath that joins the page to itself", "return { story = { at = 'article',\n"
  .. "headline = xpath '//*[contains(concat(/, /, /, /), concat(/, /, \"zzz\"))]' } }", { on = 2 })
add("XPath of all before all", "return { story = { at = 'article',\n"
  .. "headline = xpath '//*[count(preceding::*/preceding::*) = -1]' } }", { on = 2 })
add("XPath of many expressions", "return { story = { at = 'article', headline = { "
  .. many(300, "xpath '//*[string-length(.) = -@]'", ", ") .. " } } }", {})
add("XPath that compares all with all", "return { story = { at = 'article',\n"
  .. "headline = xpath '//*[. = //*[. = //x]]' } }", { on = 2 })
add("XPath too deep",
  "return { story = { at = xpath '" .. ("("):rep(5000) .. "1" .. (")"):rep(5000) .. "' } }", { on = 1 })
add("a pattern of four gaps", "return { story = { at = 'article',\ncredit = block '.-.-.-.-#' } }",
  { on = 2, says = "pattern" })
add("a pattern of gaps in after", "return { story = { at = 'article',\nbyline = css 'p':after '.-.-.-.-#' } }",
  { on = 2, says = "pattern" })
add("a thousand patterns that nearly spend all", "return { story = { at = 'article', credit = { "
  .. many(1000, "block '.-.-@x#'", ", ") .. " } } }", { on = 1 })
add("a pattern too complex", "return { story = { at = 'article',\ncredit = block '" .. ("a?"):rep(300) .. ("a"):rep(300)
  .. "#' } }", {})
add("a pattern that is none", "return { story = { at = 'article', credit = block '%' } }", { on = 1, says = "pattern" })
add("date formats without end", "local t = {}\nfor i = 1, 2e4 do t[i] = '%d %B %Y ' .. i end\n"
  .. "return { story = { at = 'article', published = css 'p':date(t) } }", { on = 3, says = "formats" })
add("a date format of a megabyte",
  "return { story = { at = 'article', published = css 'p':date ('%d %m %Y' .. ('%B '):rep(3e5)) } }", {})
add("steps without end", "local m = css 'p'\nfor i = 1, 2000 do m = m:after '' end\n"
  .. "return { story = { at = 'article', byline = m } }", {})
add("metadata without end",
  "return { story = { at = 'article', byline = { " .. many(5000, "meta 'x@'", ", ") .. " } } }", {})
add("JSON-LD paths without end", "return { story = { at = 'article', byline = { " .. many(3000, "jsonld 'a.b.x@'", ", ")
  .. ", jsonld(('a.'):rep(1e5)) } } }", {})

-- -- lines and plans ------------------------------------------------------------------------

local function plan(what, grammar, lines, fields)
  fields = fields or { quiet = true }
  fields.input = fields.input or "text"
  add(what, ("return { input = %q, lines = { %s },\nplan = [[%s]] }"):format(fields.input, lines or "",
    grammar), fields)
end

plan("a plan that goes back and forth", "page <- story\nstory <- a\na <- headline a dek / headline a byline / headline")
plan("a plan of many choices", "page <- story\nstory <- (" .. ("paragraph / "):rep(2000) .. "paragraph)* '#'")
plan("a plan of deep brackets", "page <- story\nstory <- " .. ("("):rep(3000) .. "paragraph" .. (")"):rep(3000), nil,
  { on = 3, says = "too deeply" })
plan("a plan of thousands of rules",
  "page <- story\nstory <- r1 paragraph\n" .. many(3000, "r@ <- paragraph", "\n"), nil, {})
plan("a plan of predicates",
  "page <- story\nstory <- (" .. ("!(headline "):rep(30) .. "dek" .. (")"):rep(30) .. " paragraph)*")
plan("a plan with a giant repetition", "page <- story\nstory <- paragraph^99999999", nil, {})
plan("a plan of left recursion", "page <- page story\nstory <- headline", nil, { on = 2, says = "left recursive" })
plan("a plan without end", "page <- story*\nstory <- headline?", nil, { on = 2, says = "empty" })
plan("a plan of a long literal", "page <- story\nstory <- (headline '" .. ("x"):rep(1e5) .. "')* paragraph*")
add("a plan of a megabyte",
  "return { input = 'text', plan = 'page <- story\\nstory <- ' .. ('headline / '):rep(1e5) .. 'dek' }",
  { on = 1 })
plan("classes of gaps",
  "page <- story\nstory <- (c:headline / paragraph)*", "c = pattern '.-.-.-.-.-#'", { input = "text", on = 2 })
plan("two thousand classes", "page <- story\nstory <- paragraph*", many(2000, "c@ = line { words = @ }", ", "))
add("a class of thousands of looks", "local c = {}\nfor i = 1, 5000 do c[i] = line { words = 900 + i } end\n"
  .. "return { input = 'text', lines = { c = c },\nplan = 'page <- story\\nstory <- (c:headline / paragraph)*' }",
  { input = "text", on = 4, says = "work" })
plan("looks in looks", "page <- story\nstory <- (c:headline / paragraph)*", "c = " .. ("line { none = "):rep(14)
  .. "'x'" .. (" }"):rep(14))
plan("looks too deep",
  "page <- story\nstory <- c:headline", "c = " .. ("line { none = "):rep(100) .. "'x'" .. (" }"):rep(100),
  { on = 1 })
plan("looks at bounds that are none",
  "page <- story\nstory <- c:headline", "c = line { words = { 0/0, 1/0 } }", { on = 1 })
plan("a look by a selector of :has", "page <- story\nstory <- (c:headline / paragraph)*",
  "c = { " .. many(400, "line { within = 'div:has(p:has(> a)) :not(:has(.x@))' }", ", ") .. " }", { input = "html" })
plan("a look at a giant set",
  "page <- story\nstory <- (c:headline / paragraph)*", "c = line { ends = ('é'):rep(1e6) }", {})
add("line as a value, thousands of times", "return { story = { at = 'article', headline = { "
  .. many(4000, "line { words = 99@ }", ", ") .. " } } }", {})

-- -- files, families, layouts, packs ------------------------------------------------------------

add("a file that includes itself",
  "return include 'hostile'", { files = { ["hostile.lua"] = "return include 'hostile'" } })
add("includes that go round",
  "return include 'a'", { files = { ["a.lua"] = "return include 'b'", ["b.lua"] = "return include 'a'" } })
add("an include that never ends",
  "return include 'a'", { files = { ["a.lua"] = "while true do end" }, says = "instructions" })
add("an include that leads out", "return include '../../etc/passwd'", { on = false, says = "no file below" })
add("a family of itself", "return { extends = 'hostile' }", { on = 1 })
add("families that go round", "return { extends = 'a' }", { files = { ["a.lua"] = "return { extends = 'b' }",
  ["b.lua"] = "return { extends = 'a' }" }, says = "circle" })
add("a family that leads out", "return { extends = '../../etc/passwd' }", { on = 1 })
add("a family that never loads",
  "return { extends = 'a' }", { files = { ["a.lua"] = "while true do end" }, says = "instructions" })
add("a thousand layouts", "return { layouts = { " .. many(1000,
  "{ when = 'div:has(p:has(.x@))', story = { at = 'article', headline = 'h1' } }", ", ") .. " } }", {})
add("layouts by what they share",
  "return { sidebar = { " .. many(200, "{ at = '.x@', heading = 'h2', teaser = { at = 'li' } }", ", ")
  .. " }, layouts = { " .. many(200, "{ story = '.x@' }", ", ") .. " } }", {})
add("layouts in layouts", "return { layouts = { { layouts = { { story = 'p' } } } } }", { on = 1, says = "layouts" })
add("the largest table", "local t = {}\nfor i = 1, 3e5 do t['k' .. i] = 'x' end\nreturn t", { says = "more than" })
add("forty thousand unknown keys", "local t = {}\nfor i = 1, 4e4 do t['headlin' .. i] = 'x' end\nreturn t",
  { says = "unknown key" })
add("long unknown keys", "local t = {}\nfor i = 1, 300 do t[('headline'):rep(1e4) .. i] = 'x' end\nreturn t",
  { says = "unknown key" })
add("a deep table", "local t = {}\nfor i = 1, 1e5 do t = { t } end\nreturn { story = t }", { says = "nested deeper" })
add("a table in itself", "local t = {}\nt.story = t\nreturn t", { says = "contains itself" })
add("giant strings for every key",
  "local s = ('x'):rep(2e6)\nreturn { name = s, hosts = { s .. '.org' }, paths = '/' .. s, "
  .. "maintainer = s, version = s, zone = s, story = { at = 'article', required = s, tags = { [s] = s } } }", {})
add("twenty thousand hosts",
  "local t = {}\nfor i = 1, 2e4 do t[i] = 'h' .. i .. '.example' end\nreturn { hosts = t }", { quiet = true })
add("hosts with control characters", "return { hosts = { 'a\\0b', '\\27[2J' }, name = '\\27[2J\\0' }", { on = 1 })
add("own words for everything",
  "local k = {}\nfor i = 1, 3e4 do k['k' .. i] = 'sidebar' end\nreturn { kinds = k, story = 'p' }", {})
add("tests without end", "local t = {}\nfor i = 1, 9e3 do t[i] = { page = 'x', expect = { headlin = 'x' } } end\n"
  .. "return { tests = t }", { says = "tests" })
add("numbers for keys", "return { [0/1] = 'x', [2^53] = 'y', [1e300] = 'z', [-1] = 'a' }", { on = 1 })
add("a segment list with holes", "return { sidebar = { [1] = 'p', [99999999] = 'q', [2^62] = 'r' } }", { quiet = true })
add("zones without end",
  "local t = {}\nfor i = 1, 4e4 do t['Z' .. i] = '+01:00' end\nreturn { zone = t, story = 'article' }", {})
add("a name of the sheet's own", "return { name = '\", \"content\": [', story = 'article' }", { quiet = true })

--- Lets a rule loose on its page, for `most` seconds (or the standard's): what the message is (nil where a
-- sheet comes out), the notices of the sheet, the folder's name taken away from both; and the seconds it took.
function list.run(one, most)
  local place = folder.new(one.files)
  place:write("hostile.lua", one.source)
  local start, json = os.clock(), nil
  local rules, err = galley.rules { rule = place:path "hostile.lua", limits = most and { seconds = most } or nil }
  local input = one.input or "html"
  local sheet
  if rules then sheet, err = galley.extract(list.pages[input],
  { url = "https://x.example/", rules = rules, kind = input }) end
  if sheet then json = sheet:json() end
  local seconds = os.clock() - start
  local function clean(text) return (tostring(text):gsub(place.dir:gsub("%p", "%%%0") .. "/", "")) end
  local notices = {}
  for i, notice in ipairs(sheet and sheet.notices or {}) do notices[i] = clean(notice.message or notice.code) end
  if sheet then sheet:close() end
  place:remove()
  return not json and clean(err) or nil, notices, seconds
end

return list
