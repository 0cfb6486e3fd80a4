-- Pages of SHARED/data that a release must read right, each scored alone, and a live
-- blog. (../shared where SHARED is not set; pending where it is not there.)

local cjson = require "cjson"
local collections = require "spec.tools.collections"
local run = require "spec.command.run"

local SHARED = os.getenv "SHARED" or "../shared"

local function there(path)
  if collections.exists(SHARED .. path) then return true end
  pending(path .. " is not at hand: SHARED names the folder that has it")
  return false
end

-- A manifest of one page out of another's.
local function only(manifest, id, path)
  for line in io.lines(SHARED .. manifest) do
    if cjson.decode(line).id == id then return run.write(path, line .. "\n") end
  end
  error(id .. " is not in " .. manifest)
end

-- Scores a page against the labels; the scorer's `macro`, and all that it said.
local function scored(manifest, id, arguments)
  local folder, remove = run.folder()
  only(manifest, id, folder .. "/labels")
  local code, sheet, err = run.galley(arguments)
  run.write(folder .. "/sheets", sheet)
  local _, said = run.shell(("env -u LD_PRELOAD python3 %s/bench/score_segments.py %s/labels %s/sheets"):format(
    collections.quote(SHARED), folder, folder))
  remove()
  assert.same({ 0, "" }, { code, err })
  return tonumber(said:match "\nmacro (%S+)"), said
end

local function count(content, kind, tag)
  local n = 0
  for _, item in ipairs(content) do
    if item.kind then
      if item.kind == kind and not tag then n = n + 1 end
      n = n + count(item.content, kind, tag)
    elseif tag and item.tag == tag then
      n = n + 1
    end
  end
  return n
end

describe("a page of CTV", function()
  local PAGE = "/data/aeb/pages/aeb-b37be3535e1fb61e.html.gz"

  it("is divided as an editor would", function()
    if not there(PAGE) then return end
    local macro, said = scored("/data/labels.jsonl", "aeb-b37be3535e1fb61e",
      { "extract", "--format", "jsonl", SHARED .. PAGE })
    assert.is_true(macro >= .97, said)
    assert.truthy(said:find "61 found of 61, 61 offered")
    assert.truthy(said:find "\nlinked +1%.0000")
  end)

  it("has a box between its third and its fourth paragraph", function()
    if not there(PAGE) then return end
    local _, out = run.galley { "extract", SHARED .. PAGE }
    local content, order = cjson.decode(out).content, {}
    assert.equal(18, count(content, "sidebar"))
    assert.equal(61, count(content, "teaser"))
    for _, segment in ipairs(content) do
      for _, item in ipairs(segment.kind == "story" and segment.content or {}) do
        if item.tag == "paragraph" or item.kind == "sidebar" then order[#order + 1] = item.tag or item.kind end
      end
    end
    assert.same({ "paragraph", "paragraph", "paragraph", "sidebar", "paragraph" }, { table.unpack(order, 1, 5) })
  end)
end)

describe("the same site as flat text", function()
  local PAGE = "/data/text/text-ctv-joly.txt"

  it("is read by its grammar, and nearly as well by the rule for any text", function()
    if not there(PAGE) then return end
    local macro, said = scored("/data/labels-text.jsonl", "text-ctv-joly",
      { "extract", "--format", "jsonl", "--url", "https://www.ctvnews.ca/", SHARED .. PAGE })
    assert.is_true(macro >= .99, said)
    macro, said = scored("/data/labels-text.jsonl", "text-ctv-joly",
      { "extract", "--format", "jsonl", SHARED .. PAGE })
    assert.is_true(macro >= .97, said)
  end)
end)

describe("a live blog of flat headings", function()
  local PAGE = "/data/fundus/pages/fundus-de.BR_2024_08_27.html.gz"

  it("has seven entries by a rule with starts and ends", function()
    if not there(PAGE) then return end
    local _, out = run.galley { "extract", SHARED .. PAGE }
    assert.equal(7, count(cjson.decode(out).content, "entry"))
  end)
end)
