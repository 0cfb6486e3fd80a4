-- Writes the inputs that the fuzz targets begin with: lua spec/fuzz/seeds.lua FOLDER [SHARED].
-- They are made of html5lib's tests where SHARED/data has them, and of our own fixtures.

local lfs = require "lfs"
local html5lib = require "spec.tools.html5lib_tests"

local folder, shared = arg[1], arg[2] or "../shared"

local SELECTORS = { "p", "div > p.a", "#x ~ b", ":is(h1, h2):not(.c)", "li:nth-child(2n+1 of .a)", "a[href^='/' i]",
  "div:has(> p + p)", ":class(x_*)", ":scope > body *", "p:first-of-type:empty", "table tr:last-child td", "*" }

local EXPRESSIONS = { "//p", "//*[@class]", "//@href", "count(//b)", "string(//p[1])", "//p[last()]/..", "//text()",
  "//div[contains(concat(' ', @class, ' '), ' a ')]", "//td|//th", "id('x')", "//*[position() mod 2 = 1]",
  "ancestor::*/following-sibling::node()", "translate(normalize-space(.), 'a', 'b')" }

local PATTERNS = { "^%s*(.-)%s*$", "(%a+)%s%1", "%f[%w]%w+", "[^,]*,?", "%b()", "()a*()", "[%a_][%w_]*", "^$", "a-b",
  "%d+%.?%d*$", "[]^-]+", "((.)%2)", "\xE2\x80[\x98-\x9F]" }
local TEXTS = { "", " a word ", "the the cat", "a,b,,c", "f(a(b)c)d", "12.50", "aaab", "x_1 = y-2", "\xE2\x80\x99t" }

-- Claims as fuzz_claim.c reads them: four bytes each, none of them NUL.
local CLAIMS = {
  "\4\1\1\255", "\4\1\1\255\2\4\1\120", "\8\1\1\90\3\1\80\60", "\4\1\1\255\8\4\40\60\13\8\50\20\2\4\1\20",
  "\4\1\1\255\1\4\1\255\16\1\60\60\3\2\1\9",
}

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

-- Files of a folder with an ending, sorted; none where the folder is not there.
local function files(path, ending)
  local list = {}
  if lfs.attributes(path, "mode") ~= "directory" then return list end
  for name in lfs.dir(path) do
    if name:sub(-#ending) == ending then list[#list + 1] = path .. "/" .. name end
  end
  table.sort(list)
  return list
end

local function pages()
  local list = {}
  for _, path in ipairs(files("spec/fixtures/pages", ".html")) do list[#list + 1] = read(path) end
  for _, path in ipairs(files(shared .. "/data/html5lib-tests/tree-construction", ".dat")) do
    for _, test in ipairs(html5lib.tests(path)) do list[#list + 1] = table.concat(test["#data"], "\n") end
  end
  return list
end

local function sources(list)
  local made = {}
  for _, path in ipairs(files(shared .. "/data/html5lib-tests/encoding", ".dat")) do
    for _, test in ipairs(html5lib.tests(path)) do
      made[#made + 1] = "\0" .. table.concat(test["#data"], "\n")
    end
  end
  for i, page in ipairs(list) do made[#made + 1] = string.char(i % 16) .. page end
  return made
end

local function write_all(name, list)
  lfs.mkdir(folder .. "/" .. name)
  for i, bytes in ipairs(list) do
    local file = assert(io.open(("%s/%s/%05d"):format(folder, name, i), "wb"))
    file:write(bytes)
    file:close()
  end
  print(("%s: %d seeds"):format(name, #list))
end

-- Each page with one of the questions, and each question with some page.
local function asked(questions, list)
  local made = {}
  for i, page in ipairs(list) do made[i] = questions[i % #questions + 1] .. "\0" .. page end
  return made
end

local list = pages()
lfs.mkdir(folder)
write_all("source", sources(list))
write_all("html", list)
write_all("libxml", list)
write_all("select", asked(SELECTORS, list))
write_all("xpath", asked(EXPRESSIONS, list))
write_all("claim", asked(CLAIMS, list))
write_all("pattern", asked(PATTERNS, TEXTS))
