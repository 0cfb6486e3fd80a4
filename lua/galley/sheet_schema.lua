--- The JSON Schema (draft 2020-12) of the sheet, made from the schema of rules: which kinds of
-- segment there are, which tags, what each part may bear. `galley schema` prints it.

local core = require "galley.core"
local schema = require "galley.rule.schema"

local sheet_schema = {}

local STRING, INTEGER, BOOLEAN = { type = "string" }, { type = "integer", minimum = 0 }, { type = "boolean" }
local DIGEST = { type = "string", pattern = "^[0-9a-f]{64}$" }
local WORD = "^[A-Za-z_][A-Za-z0-9_]*$"

local function list_of(items, fields)
  local result = { type = "array", items = items }
  for key, value in pairs(fields or {}) do result[key] = value end
  return result
end

local function object(properties, required, fields)
  local result = { type = "object", properties = properties, required = required, additionalProperties = false }
  for key, value in pairs(fields or {}) do result[key] = value end
  return result
end

local SPAN = list_of(INTEGER, { minItems = 2, maxItems = 2 })
local SPANS = list_of(SPAN)
local TAGS = { anyOf = {
  list_of(STRING),
  { type = "object", additionalProperties = { anyOf = { STRING, { const = true } } } },
} }
local RULE = { type = "string", description = "The file and line that decided: ctvnews.lua:9." }

-- A word that galley knows, or one that a rule has made its own.
local function word(known, what)
  return { anyOf = { { enum = known }, { type = "string", pattern = WORD } }, description = what }
end

local function known_tags()
  local tags = { "hidden" }
  for _, row in ipairs(schema.keys) do
    if schema.is_tag(row.key) then tags[#tags + 1] = row.key end
  end
  table.sort(tags)
  return tags
end

local MARK = object({
  tag = word({ "author", "br", "code", "dateline", "em", "link", "strong" }, "What stands there."),
  href = STRING, text = STRING, spans = SPANS,
}, { "tag", "text", "spans" })

-- What tags bear beyond what all may.
local CONDITIONS = {
  { ["if"] = { properties = { tag = { const = "list_item" } } }, ["then"] = { required = { "level", "ordered" } } },
}

local function part()
  return object({
    tag = word(known_tags(), "What it is."), text = STRING, spans = SPANS, rule = RULE, marks = list_of(MARK),
    tags = TAGS, detached = { const = true }, from = STRING, href = STRING, level = { type = "integer", minimum = 1 },
    datetime = { type = "string",
      pattern = "^\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?(Z|[+-]\\d{2}:\\d{2})?)?)?)?$" },
    ordered = BOOLEAN, rows = list_of(list_of(STRING)), of = STRING, src = STRING, alt = STRING,
  }, { "tag", "spans", "rule" }, { allOf = CONDITIONS })
end

local function segment()
  return object({
    kind = word(schema.kinds, "How it is used."), href = STRING, rank = { type = "integer", minimum = 1 },
    spans = SPANS, rule = RULE, tags = TAGS, content = { ["$ref"] = "#/$defs/content" },
  }, { "kind", "spans", "content" })
end

local function content()
  return list_of({
    ["if"] = { required = { "kind" } }, ["then"] = { ["$ref"] = "#/$defs/segment" },
    ["else"] = { ["$ref"] = "#/$defs/part" },
  })
end

local NOTICE = object({ code = STRING, message = STRING, position = INTEGER, count = INTEGER }, { "code" })
local WARC = object({ file = STRING, offset = INTEGER, length = INTEGER, record_id = STRING, payload_digest = STRING })
local SOURCE = object({
  path = STRING, bytes = INTEGER, encoding = STRING, sha256 = DIGEST, date = STRING, warc = WARC,
}, { "bytes", "encoding" })
local WITNESSES = { type = "object", additionalProperties = list_of(object({ from = STRING, value = STRING },
  { "from", "value" })) }

--- The schema as a table.
function sheet_schema.table()
  return object({
    schema = { const = 1 }, id = STRING, url = STRING, galley = STRING, source = SOURCE,
    rule = object({ name = STRING, file = STRING, layout = STRING, version = STRING, sha256 = DIGEST }, { "name" }),
    packs = list_of(object({ file = STRING, sha256 = DIGEST }, { "file", "sha256" })), language = STRING,
    notices = list_of(NOTICE), content = { ["$ref"] = "#/$defs/content" }, witnesses = WITNESSES,
  }, { "schema", "galley", "source", "notices", "content", "witnesses" }, {
    ["$schema"] = "https://json-schema.org/draft/2020-12/schema", title = "galley's sheet of a page",
    ["$defs"] = { content = content(), segment = segment(), part = part() },
  })
end

local encode

local function encode_list(list, indent)
  local out, simple = {}, true
  for i, value in ipairs(list) do
    out[i], simple = encode(value, indent .. " "), simple and type(value) ~= "table"
  end
  return simple and "[" .. table.concat(out, ", ") .. "]"
    or "[\n " .. indent .. table.concat(out, ",\n " .. indent) .. "\n" .. indent .. "]"
end

function encode(value, indent)
  if type(value) == "string" then return core.json_string(value) end
  if type(value) ~= "table" then return tostring(value) end
  if value[1] ~= nil then return encode_list(value, indent) end
  local keys, out = {}, {}
  for key in pairs(value) do keys[#keys + 1] = key end
  table.sort(keys)
  for i, key in ipairs(keys) do out[i] = core.json_string(key) .. ": " .. encode(value[key], indent .. " ") end
  return #out == 0 and "{}" or "{\n " .. indent .. table.concat(out, ",\n " .. indent) .. "\n" .. indent .. "}"
end

--- The schema as JSON, keys in order.
function sheet_schema.json()
  return encode(sheet_schema.table(), "")
end

return sheet_schema
