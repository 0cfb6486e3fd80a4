-- The mistakes that writers of rules are likeliest to make, and what they are told: file, line,
-- key path, what was expected and found, and what was probably meant.

local loader = require "galley.rule.loader"

-- What stands in the file (after two lines of comment), and what is said of it.
local MISTAKES = {
  -- Lua itself
  { '{ story = "article" }', "3: unexpected symbol near '{'; a rule file begins with `return {`" },
  { 'local rule = { story = "article" }',
    "3: a rule file returns a table, not a nil value; it ends with `return { … }`" },
  { 'return { hosts = { "x.org" }\n story = "article" }',
    "4: '}' expected (to close '{' at line 3) near 'story'; is a comma missing before story?" },
  { 'return { story = { headline = "h1"',
    "3: '}' expected near <eof>; is a closing bracket or `end` missing?" },
  { "return { story = { headline = .title } }",
    "3: unexpected symbol near '.'; a selector stands in quotes: \".title\"" },
  { "return { story = { headline = h1 } }",
    "3: unknown name 'h1'; a selector, like any text, stands in quotes: \"h1\"" },
  { 'return { story = { headline = xpth "//h1" } }', "3: unknown name 'xpth'; did you mean `xpath`?" },
  { 'return { story = { published = ".d":date "%F" } }',
    "3: '}' expected near ':'; to a plain string nothing can be chained; write css \"…\":date \"…\"" },
  { 'return { valid = { until = "2020" } }',
    "3: unexpected symbol near 'until'; `until` is a word of Lua's own; as a key it is written [\"until\"]" },
  { 'return { name = os.getenv "HOME" }', "3: unknown name 'os'; a selector, like any text, stands in quotes: \"os\"" },
  -- keys
  { 'return { story = { headlin = "h1" } }', "3: story.headlin: unknown key, did you mean `headline`?" },
  { 'return { story = { standfirst = "p" } }', "3: story.standfirst: unknown key, did you mean `dek`?" },
  { 'return {\n story = {\n eyebrow = "p" } }', "5: story.eyebrow: unknown key, did you mean `kicker`?" },
  { 'return { sidebar = { { at = "x", title = "h2" } } }',
    "3: sidebar.1.title: unknown key, did you mean `heading`?" },
  { 'return { headline = "h1" }', "3: headline: unknown key here: `headline` belongs in story, entry, teaser" },
  { 'return { host = "x.org" }', "3: host: unknown key, did you mean `hosts`?" },
  { 'return { remove = ".ad" }', "3: remove: unknown key, did you mean `chrome`?" },
  { 'return { Story = "article" }', "3: Story: unknown key, did you mean `story`?" },
  { 'return { story = { at = "x", required = { "dek" } } }',
    "3: story.required.1: `dek` is required, but the story does not say where it stands" },
  { 'return { kinds = { box = "aside" } }',
    '3: kinds.box: it cannot behave as "aside", did you mean `sidebar`?' },
  { 'return { layouts = { { hosts = "x" } } }',
    "3: layouts.1.hosts: unknown key here: `hosts` belongs in the rule itself" },
  -- places
  { 'return { sidebar = { heading = "h2" } }',
    "3: sidebar: needs a place: `at` (elements) or `starts` (runs of sibling blocks)" },
  { 'return { sidebar = { "aside", heading = "h2" } }',
    "3: sidebar.heading: unexpected key: this is a list of segments" },
  { 'return { story = { at = page "x" } }',
    "3: story.at: page cannot be used here: segments lie in what encloses them" },
  { "return { story = true }", "3: story: expected a selector or a table of keys, found true" },
  -- values
  { 'return { story = { headline = "h1[class" } }',
    '3: story.headline: bad selector: an operator or ] is expected (at 9 of "h1[class")\n    h1[class\n            ^' },
  { 'return { story = { headline = { "h1", "h2 >" } } }',
    '3: story.headline.2: bad selector: a selector is missing here (at 5 of "h2 >")\n    h2 >\n        ^' },
  { 'return { story = { headline = "//h1" } }',
    '3: story.headline: bad selector: no selector begins with this character '
    .. '(at 1 of "//h1"); an XPath is written xpath "…"\n    //h1\n    ^' },
  { 'return { story = { headline = xpath "//h1[" } }',
    "3: story.headline: bad XPath: the expression is malformed at byte 6\n    //h1[\n         ^" },
  { 'return { story = { headline = { css = "h1" } } }', "3: story.headline: expected a selector or a list of them, "
    .. 'found a table with keys; did you mean css "…"?' },
  { 'return { story = { headline = css(".a", ".b") } }',
    "3: css expects one string; several alternatives are a list: { … }" },
  { 'return { story = { headline = css ".a".first() } }', '3: first is chained by a colon: css "…":first()' },
  { 'return { story = { image = css ".a":attribute "x" } }',
    "3: nothing called `attribute` can be chained: there are after, attr, before, date and first" },
  { 'return { story = { headline = css ".a":date "%F" } }',
    "3: story.headline: date cannot be used here: the key holds no time" },
  { 'return { story = { byline = block "^By (" } }',
    '3: story.byline: bad pattern: missing ) (at 6 of "^By (")\n    ^By (\n         ^' },
  { 'return { story = { author = meta "author" } }',
    "3: story.author: meta cannot be used here: the key wants text of the page" },
  -- dates
  { 'return { story = { published = css ".a":date "YYYY-MM-DD" } }', "3: story.published: bad date format "
    .. '"YYYY-MM-DD": it needs a day (%d), a month (%m, %B) and a year (%Y)' },
  { 'return { story = { published = css ".a":date "%d. %N %Y" } }',
    '3: story.published: bad date format "%d. %N %Y": unknown letter %N\n    %d. %N %Y\n        ^' },
  { 'return { zone = "Europe/Berln" }', '3: zone: unknown zone "Europe/Berln", did you mean `Europe/Berlin`?' },
  { 'return { zone = { EST = "-5" } }', '3: zone.EST: expected an offset such as "-05:00", found "-5"' },
  { 'return { valid = { to = "31.12.2020" } }',
    '3: valid.to: expected a day such as "2023-12-31" (or a month, a year), found "31.12.2020"' },
  -- sites, families, tests
  { 'return { hosts = { "https://x.org/news" } }',
    '3: hosts.1: "https://x.org/news" is no host name; the path goes into `paths`' },
  { 'return { extends = "cms/nothing" }',
    "3: extends: there is no cms/nothing.lua in the rule's folder or the rules'" },
  { 'return { tests = { { page = "x", expect = { teasers = 5 } } } }',
    "3: tests.1.expect.teasers: unknown key, did you mean `teaser`?" },
  -- plans
  { 'return { plan = "page <- story" }', "3: plan: `story` is a segment: it needs a definition (story <- …) "
    .. "(line 1 of the plan, column 9)\n    page <- story\n            ^" },
  { 'return { plan = [[\n page <- story\n story <- headline paragraf+ ]] }',
    "5: plan: `paragraf` is no definition, class of lines or tag, did you mean `paragraph`? "
    .. "(line 2 of the plan, column 20)\n     story <- headline paragraf+ \n                       ^" },
  { 'return { lines = { label = { case = "upper" } }, plan = "page <- story\\nstory <- headline" }',
    '3: lines.label: expected a list of lines, pattern "…" or line { … }, found a table with keys; '
    .. "did you mean line { … }?" },
  { 'return { lines = { label = line { caps = "upper" } }, plan = "page <- story\\nstory <- headline" }',
    "3: lines.label.caps: unknown trait of a line, did you mean `case`?" },
  { 'return { lines = { label = "X" } }', "3: lines: `lines` is for `plan`, and there is none" },
}

describe("a mistake in a rule", function()
  for _, mistake in ipairs(MISTAKES) do
    it("is told of: " .. mistake[1]:gsub("%s+", " "), function()
      local rule, err = loader.source("-- x\n\n" .. mistake[1], "rules/x.lua")
      assert.is_nil(rule)
      local first = err.problems and err.problems[1] or err
      assert.equal("rules/x.lua:" .. mistake[2], tostring(first))
    end)
  end
end)
