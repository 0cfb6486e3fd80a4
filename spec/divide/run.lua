--- For specs: divides a page by rule tables and writes the sheet's content as lines, one a
-- segment or part, indented, so that expectations can be read.

local core = require "galley.core"
local divide = require "galley.divide"
local loader = require "galley.rule.loader"

local run = {}

local function line(item)
  if item.kind then return item.kind .. (item.href and " -> " .. item.href or "") end
  local text = (item.text or ("[%s]"):format(item.src or "")):gsub("\n", "/")
  return item.tag .. ": " .. text .. (item.detached and " (detached)" or "")
end

local function write(content, depth, out)
  for _, item in ipairs(content) do
    out[#out + 1] = ("  "):rep(depth) .. line(item)
    if item.content then write(item.content, depth + 1, out) end
  end
end

--- The content as lines, without the common indent of `lines`.
function run.lines(content)
  local out = {}
  write(content, 0, out)
  return out
end

local function rule_of(table_or_nil)
  return table_or_nil and assert(loader.table(table_or_nil)) or nil
end

--- Divides by a rule table and, for what it leaves, a generic one (either may be nil).
-- @return the sheet's content, and the settled claims
function run.divide(html, rule, generic, input)
  local page = assert(core.parse(html, { input = input or "html" }))
  local claims = assert(divide.page(page, rule_of(rule), rule_of(generic), {}))
  return claims:content(), claims
end

--- The same as lines.
function run.outline(...)
  return run.lines((run.divide(...)))
end

return run
