-- Writes lua/galley/meta.lua, the stub by which lua-language-server knows rule files, from the
-- schema (lua/galley/rule/schema.lua). spec/repository_spec.lua fails where the two differ. Run it
-- at the top of the checkout: make meta

local schema = require "galley.rule.schema"

local meta = { path = "lua/galley/meta.lua" }

local HEAD = [==[
---@meta galley.rules
-- What lua-language-server is to know of rule files and of the library: types only, nothing here
-- is run. Written by `make meta` from lua/galley/rule/schema.lua; do not edit.

---@alias galley.finding string|galley.matcher|fun(node: galley.node): any
---@alias galley.value galley.finding|galley.finding[]|false

]==]

local TAIL = [==[
---An element of the page, or the page itself.
---@class galley.node
---@field text fun(self: galley.node): string
---@field name fun(self: galley.node): string
---@field attr fun(self: galley.node, name: string): string?
---@field attrs fun(self: galley.node): table<string, string>
---@field parent fun(self: galley.node): galley.node?
---@field children fun(self: galley.node): galley.node[]
---@field select fun(self: galley.node, selector: string): galley.node[]
---@field first fun(self: galley.node, selector: string): galley.node?
---@field xpath fun(self: galley.node, expression: string): any
---@field matches fun(self: galley.node, selector: string): boolean
---@field row fun(self: galley.node): integer
---@field spans fun(self: galley.node): integer[][]
---@field html fun(self: galley.node): string

---@class galley.context
---@field url string?
---@field date string?
---@field language string?
---@field witnesses table<string, { from: string, value: string }[]>
]==]

-- What a key of a type holds, as LuaLS writes it.
local TYPES = {
  part = "galley.value", time = "galley.value", image = "galley.value", region = "galley.value", mark = "galley.value",
  place = "galley.finding|galley.finding[]", link = "galley.value", evidence = "galley.finding|galley.finding[]",
  string = "string", text = "string|number", hosts = "string|string[]", globs = "string|string[]",
  zone = "string|table", input = '"html"|"xml"|"text"', lines = "table<string, string|galley.matcher|table>",
  plan = "string", kinds = "table<string, string>", parts = "table<string, string>",
  ["function"] = "fun(page: galley.node, context: galley.context): table", tests = "galley.test[]",
  tags = "table", switch = "boolean", required = "string|string[]", valid = "{ from: string?, to: string? }",
  layouts = "galley.layout[]",
}

local function type_of(row)
  if row.type == "segment" then
    local class = "galley." .. row.key
    return ("string|galley.matcher|%s|%s[]|false"):format(class, class)
  end
  return assert(TYPES[row.type], row.type)
end

-- A doc as comment lines of at most 110 bytes.
local function comment(out, doc)
  local line = "---"
  for word in doc:gmatch "%S+" do
    if #line + #word > 110 then
      out[#out + 1] = line
      line = "---"
    end
    line = line == "---" and line .. word or line .. " " .. word
  end
  out[#out + 1] = line
end

local function field(out, row)
  comment(out, row.doc)
  out[#out + 1] = ("---@field %s? %s"):format(row.key, type_of(row))
end

local function class(out, name, place, doc)
  out[#out + 1] = "---" .. doc
  out[#out + 1] = "---@class galley." .. name
  for _, row in ipairs(schema.rows(place)) do field(out, row) end
  out[#out + 1] = ""
end

local function doc_of(kind)
  for _, row in ipairs(schema.keys) do
    if row.key == kind then return row.doc end
  end
end

local function plain_class(out, name, doc, rows)
  out[#out + 1] = "---" .. doc
  out[#out + 1] = "---@class galley." .. name
  for _, row in ipairs(rows) do
    local kind = row.type == "texts" and "string|string[]" or row.type
    if row.key == "expect" then kind = "galley.expect" end
    comment(out, row.doc)
    out[#out + 1] = ("---@field %s? %s"):format(row.key, kind)
  end
end

local TRAITS = { cases = "string|string[]", count = "integer|table", position = "integer|table", set = "string",
  switch = "boolean", selector = "string", class = "string|galley.matcher|table" }

local function traits(out)
  out[#out + 1] = "---How a line looks; items of the list: of which it is one."
  out[#out + 1] = "---@class galley.traits"
  for _, row in ipairs(schema.traits) do
    comment(out, row.doc)
    out[#out + 1] = ("---@field %s? %s"):format(row.key, TRAITS[row.type])
  end
  out[#out + 1] = "---@field [integer] string|galley.matcher\n"
end

local function sorted(map)
  local keys = {}
  for key in pairs(map) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys
end

local function matchers(out)
  out[#out + 1] = "---A value, to which more can be chained."
  out[#out + 1] = "---@class galley.matcher"
  out[#out + 1] = "---@field first fun(self: galley.matcher): galley.matcher Only the first match."
  for _, name in ipairs(sorted(schema.steps)) do
    local step = schema.steps[name]
    comment(out, step.doc)
    out[#out + 1] = ("---@field %s fun(self: galley.matcher, %s: string%s): galley.matcher"):format(name,
      step.argument, name == "date" and "|string[]" or "")
  end
  out[#out + 1] = ""
  for _, name in ipairs(sorted(schema.matchers)) do
    local matcher = schema.matchers[name]
    out[#out + 1] = "---" .. matcher.doc
    out[#out + 1] = ("---@param %s %s"):format(matcher.argument, matcher.takes or "string")
    out[#out + 1] = "---@return galley.matcher"
    out[#out + 1] = ("function %s(%s) end\n"):format(name, matcher.argument)
  end
  out[#out + 1] = "---Looks on the whole page instead of in the segment."
  out[#out + 1] = "---@param what string|galley.matcher\n---@return galley.matcher\nfunction page(what) end\n"
  out[#out + 1] = "---What another file in the rule's folder, or below it, returns."
  out[#out + 1] = "---@param name string\n---@return any\nfunction include(name) end\n"
  out[#out + 1] = "---Compiles what is to be computed of every block or box: see the guide, Columns and formulas."
  out[#out + 1] = "---@param rows \"blocks\"|\"boxes\"\n---@param text string\n---@param ... table"
  out[#out + 1] = "---@return userdata\nfunction formula(rows, text, ...) end\n"
  out[#out + 1] = "---Makes a list of patterns ready for string.matches and formulas."
  out[#out + 1] = "---@param list string[]\n---@return userdata\nfunction patterns(list) end\n"
end

--- The stub's text.
function meta.text()
  local out = { HEAD .. "---What a rule file returns." }
  out[#out + 1] = "---@class galley.rule"
  for _, row in ipairs(schema.rows "rule") do field(out, row) end
  out[#out + 1] = ""
  class(out, "layout", "layout", "One of several makes of page.")
  for _, kind in ipairs(schema.kinds) do class(out, kind, kind, doc_of(kind)) end
  plain_class(out, "test", "A stored page and what it must give.", schema.test)
  out[#out + 1] = ""
  plain_class(out, "expect", "What a sheet must hold; beside these: a kind or tag with its count or texts.",
    schema.expect)
  out[#out + 1] = "---@field [string] integer|string|string[]\n"
  traits(out)
  matchers(out)
  out[#out + 1] = TAIL
  return table.concat(out, "\n")
end

if arg and arg[0] and arg[0]:find "tools/meta%.lua$" then
  local file = assert(io.open(meta.path, "wb"))
  assert(file:write(meta.text()))
  assert(file:close())
end

return meta
