-- The invariants of the sheet, on every page at hand: the fixtures always, and the
-- collections of SHARED/data (../shared where not set) when they are there.

local cjson = require "cjson"
local lfs = require "lfs"
local collections = require "spec.tools.collections"
local galley = require "galley"
local input = require "galley.input"
local invariants = require "spec.tools.invariants"
local run = require "spec.command.run"

local SHARED = os.getenv "SHARED" or "../shared"
local SHOWN = 20 -- violations that are printed

local function fixtures()
  local pages = {}
  for _, folder in ipairs { "spec/fixtures/pages/", "spec/fixtures/xml/" } do
    for name in lfs.dir(folder) do
      if name:sub(1, 1) ~= "." then pages[#pages + 1] = { path = folder .. name } end
    end
  end
  table.sort(pages, function(a, b) return a.path < b.path end)
  return pages
end

-- The spans of all the page's text, from a parse of its own.
local function all_text(page)
  local parsed = assert(galley.parse(page.bytes, { input = page.kind }))
  local spans = parsed:spans(parsed:range(0))
  parsed:close()
  return spans
end

local function check_sheet(line, violations)
  local sheet = cjson.decode(line)
  local page = assert(input.read(sheet.source.path))
  local parts, list = invariants.check(sheet, page.bytes, all_text(page))
  table.move(list, 1, #list, #violations + 1, violations)
  return parts
end

local function check_spans(path, pages, violations)
  local count, parts = 0, 0
  for line in io.lines(path) do
    count, parts = count + 1, parts + check_sheet(line, violations)
  end
  if count ~= #pages then
    violations[#violations + 1] = ("%d pages gave %d sheets"):format(#pages, count)
  end
  return count, parts
end

-- Every page through the command, into a file.
local function extract(folder, name)
  local code, _, err = run.galley { "extract", "--format", "jsonl", "--files-from", folder .. "/list", "--output",
    folder .. "/" .. name }
  return code, run.lines(err)
end

-- Parsing and dividing twice gives the same bytes. (The sanitizers do without.)
local function check_again(folder, violations)
  if os.getenv "GALLEY_SANITIZED" then return end
  extract(folder, "again")
  if run.shell(("cmp %s/sheets %s/again"):format(folder, folder)) ~= 0 then
    violations[#violations + 1] = "the second run gave other sheets"
  end
end

-- Extracts the pages, and holds the sheets against the sources.
local function check(name, pages)
  local folder, remove = run.folder()
  collections.write_list(pages, folder .. "/list")
  local code, violations = extract(folder, "sheets")
  check_again(folder, violations)
  local count, parts = check_spans(folder .. "/sheets", pages, violations)
  local decoded, said = run.shell(("env -u LD_PRELOAD python3 spec/tools/decode.py %s/sheets"):format(folder))
  if decoded ~= 0 then
    local lines = run.lines(said)
    table.move(lines, 1, #lines, #violations + 1, violations)
  end
  remove()
  print(("%s: %d pages, %d parts, %d violations; decoder: %s"):format(name, count, parts, #violations,
    said:match "([^\n]*)\n$" or "nothing"))
  for i = 1, math.min(SHOWN, #violations) do print("  " .. violations[i]) end
  assert.equal(0, code)
  assert.equal(0, #violations)
end

describe("invariants", function()
  it("hold on the fixtures", function()
    check("fixtures", fixtures())
  end)

  it("fail where a sheet is wrong", function()
    local source = "<p>One word</p>"
    local function sheet(spans, text)
      return { id = "x", source = { bytes = #source }, content = {
        { kind = "story", spans = { { 0, 15 } }, content = { { tag = "paragraph", text = text, spans = spans } } } } }
    end
    local all = { { 3, 11 } }
    local function violations(spans)
      local _, list = invariants.check(sheet(spans, "One word"), source, all)
      return #list
    end
    assert.equal(0, violations { { 3, 11 } })
    assert.equal(1, violations { { 3, 6 } })
    assert.equal(1, violations { { 3, 16 } } - 1) -- beyond the bytes, and outside the story
    assert.equal(1, violations { { 6, 11 }, { 3, 6 } })
  end)

  it("are held against the sources by a decoder that knows nothing of galley", function()
    local folder, remove = run.folder()
    run.write(folder .. "/x.html", "<p>Caf&eacute; \xC3\xA9t\xC3\xA9</p>")
    local function decode(text, span)
      local part = { tag = "paragraph", text = text, spans = { span } }
      run.write(folder .. "/sheets", cjson.encode {
        id = "x", source = { path = folder .. "/x.html", encoding = "utf-8" },
        content = { { kind = "story", content = { part } } },
      } .. "\n")
      return (run.shell(("env -u LD_PRELOAD python3 spec/tools/decode.py %s/sheets"):format(folder)))
    end
    local codes = { decode("Café été", { 3, 20 }), decode("Cafe été", { 3, 20 }), decode("Café été", { 3, 18 }) }
    remove()
    assert.same({ 0, 1, 1 }, codes)
  end)

  for _, collection in ipairs(collections.ALL) do
    local pages = collection.name ~= "labels" and collections.pages(SHARED, collection.name)
    if pages then
      it("hold on " .. collection.name, function() check(collection.name, pages) end)
    end
  end
end)
