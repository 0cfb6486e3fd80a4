-- The sheet's JSON Schema: sheets of many pages held against it by python3-jsonschema.

local core = require "galley.core"
local galley = require "galley"
local loader = require "galley.rule.loader"
local pack = require "galley.rule.pack"
local run = require "spec.command.run"
local sheet_schema = require "galley.sheet_schema"

local VALIDATE = [[
import json, sys
from jsonschema import Draft202012Validator as Validator
schema = json.load(open(sys.argv[1]))
Validator.check_schema(schema)
validator, faults = Validator(schema), 0
for number, line in enumerate(open(sys.argv[2], encoding="utf-8"), 1):
    for error in validator.iter_errors(json.loads(line)):
        faults += 1
        print(number, "/".join(map(str, error.absolute_path)), error.message[:200])
sys.exit(1 if faults else 0)
]]

local has_validator = os.execute "python3 -c 'import jsonschema' 2>/dev/null"

-- Rules that put in a sheet all that a sheet may hold.
local RULE = [[return {
  kinds = { infobox = "sidebar" }, parts = { rating = "note" },
  required = { "rating" },
  story = { at = "article", tags = { "long", section = meta "og:type" }, byline = ".byline", author = ".byline a",
    published = css ".published":attr "datetime":date "%FT%T%z", modified = page ".nothing", rating = ".no",
    caption = "figcaption", image = "img", read_time = jsonld "datePublished", note = page "footer p",
    body = ".story-body" },
  infobox = { at = ".infobox", heading = "h3", tags = { "facts" } },
}]]

local function sheets()
  local rules = assert(pack.new {})
  rules:add(assert(loader.source(RULE, "all.lua")))
  local lines = {}
  local function add(bytes, options) lines[#lines + 1] = assert(galley.extract(bytes, options)):json() end
  for _, name in ipairs { "harbour.html", "harbour.txt" } do
    local bytes = run.read("spec/fixtures/pages/" .. name)
    local kind = name:match "%.txt" and "text" or "html"
    add(bytes, { kind = kind, path = name, id = name })
    add(bytes, { kind = kind, rules = rules, date = "2024-03-12" })
  end
  for _, html in ipairs { "", "a", "\0", "<p>\255", "<ul><li>a<ol><li>b</ol></ul><table><tr><td>a<tr><th>b</table>" } do
    add(html)
    add(html, { rules = rules })
  end
  return lines
end

describe("the sheet's JSON Schema", function()
  it("names every kind and tag", function()
    local json = sheet_schema.json()
    for _, name in ipairs { "story", "entry", "media_credit", "dek", "hidden", "detail" } do
      assert.truthy(json:find(('"%s"'):format(name), 1, true))
    end
    assert.equal(core.sha256(json), core.sha256(sheet_schema.json()))
  end)

  it("holds for sheets, by a validator that is not ours", function()
    if not has_validator then return pending "python3-jsonschema is not installed" end
    local folder, remove = run.folder()
    run.write(folder .. "/schema.json", sheet_schema.json())
    run.write(folder .. "/validate.py", VALIDATE)
    run.write(folder .. "/sheets.jsonl", table.concat(sheets(), "\n") .. "\n")
    local command = ("cd %s && python3 validate.py schema.json sheets.jsonl"):format(folder)
    local code, out, err = run.shell(command)
    assert.same({ 0, "", "" }, { code, out, err })
    run.write(folder .. "/sheets.jsonl", '{"schema":1,"galley":"0","source":{"bytes":1,"encoding":"utf-8"},'
      .. '"notices":[],"witnesses":{},"content":[{"kind":"story","spans":[],"content":[{"tag":"list_item"}]}]}\n')
    code, out = run.shell(command)
    remove()
    assert.equal(1, code)
    assert.truthy(out:find "'level' is a required property")
  end)

  it("is printed by galley schema", function()
    local code, out = run.galley { "schema" }
    assert.equal(0, code)
    assert.equal(sheet_schema.json() .. "\n", out)
  end)
end)
