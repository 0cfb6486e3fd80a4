-- The rule writer's guide: every example in rules/README.md is run.

local core = require "galley.core"
local divide = require "galley.divide"
local loader = require "galley.rule.loader"

local function read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

-- The examples: { line, rule, out, page, input }.
local function examples(text)
  local list, page, input, rule = {}, nil, nil, nil
  local line = 1
  for before, kind, body in text:gmatch "(.-)```(%l+)\n(.-)\n```" do
    line = line + select(2, before:gsub("\n", ""))
    if kind == "html" or kind == "text" then
      page, input = body, kind
    elseif kind == "lua" then
      rule = { line = line, source = body }
    elseif kind == "out" then
      list[#list + 1] = { line = rule.line, rule = rule.source, out = body, page = page, input = input }
      page, input = nil, nil
    end
    line = line + select(2, body:gsub("\n", "")) + 2
  end
  return list
end

local function outline(content, out)
  for _, item in ipairs(content) do
    local text = item.tag and item.tag .. ": " .. (item.text or "") or item.kind
    text = text:gsub("\194\160", " ")
    if item.datetime then text = ("%s [%s]"):format(text, item.datetime) end
    if item.detached then text = text .. " (detached)" end
    if item.href and item.kind then text = text .. " -> " .. item.href end
    out[#out + 1] = text
    if item.content then outline(item.content, out) end
  end
  return out
end

local function run(example)
  local rule = assert(loader.source(example.rule, ("README.md:%d"):format(example.line)))
  local generic = assert(loader.file(example.input == "text" and "rules/text.lua" or "rules/generic.lua"))
  local source = example.page or read "spec/fixtures/pages/harbour.html"
  local page = assert(core.parse(source, { input = example.input or "html" }))
  local witnesses = require("galley.divide.witness").read(page)
  local claims = assert(divide.page(page, rule, generic, { witnesses = witnesses }))
  return outline(claims:content(), {})
end

describe("the guide", function()
  local text = read "rules/README.md"
  local list = examples(text)

  it("has an example of every matcher and step", function()
    local schema = require "galley.rule.schema"
    assert.is_true(#list >= 16)
    for name in pairs(schema.matchers) do assert.truthy(text:find("[%s{(]" .. name .. ' ["{]'), name) end
    for _, row in ipairs(schema.traits) do assert.truthy(text:find(row.key .. ' = ["{%-%w]'), row.key) end
    for name in pairs(schema.steps) do assert.truthy(text:find(":" .. name .. '%s*["{]'), name) end
  end)

  for _, example in ipairs(list) do
    it("tells the truth at line " .. example.line, function()
      local lines, at = run(example), 1
      for wanted in example.out:gmatch "[^\n]+" do
        while lines[at] and lines[at] ~= wanted do at = at + 1 end
        assert(lines[at], ("line %d: not there, or not in this order: %s\n%s"):format(example.line, wanted,
          table.concat(lines, "\n")))
        at = at + 1
      end
    end)
  end

  it("names every key of the schema", function()
    local schema = require "galley.rule.schema"
    local missing = {}
    for _, row in ipairs(schema.keys) do
      if not text:find("%f[%w_]" .. row.key .. "%f[^%w_]") then missing[#missing + 1] = row.key end
    end
    assert.same({}, missing)
  end)
end)
