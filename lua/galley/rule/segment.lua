-- One segment of a rule as the engine reads it, from what the rule's writer put there:
-- a selector, a table of keys, or a list of either.

local schema = require "galley.rule.schema"
local head = require "galley.rule.head"
local suggest = require "galley.rule.suggest"
local value = require "galley.rule.value"

local segment = {}

--- The built-in kind that a kind behaves as, or nil.
function segment.base_kind(context, kind)
  return schema.is_kind(kind) and kind or context.kinds[kind]
end

-- The schema's row for a key in a kind of segment (own kinds and parts included).
local function row_of(context, base, key)
  local rows = schema.index(base)
  if rows[key] then return rows[key] end
  local behaves = context.kinds[key] or context.parts[key]
  return behaves and rows[behaves]
end

--- Notes an unknown key, with what may have been meant. `place` is "rule" or a kind.
function segment.unknown_key(context, path, key, place)
  if type(key) ~= "string" then
    return context:problem(path, "unexpected list item, expected keys")
  end
  if context:is_full() then return end
  local candidates, homes = {}, {}
  for _, row in ipairs(schema.rows(place)) do candidates[#candidates + 1] = row.key end
  for _, own in ipairs { context.kinds, context.parts } do
    for _, word in ipairs(context:keys({}, own)) do candidates[#candidates + 1] = word end
  end
  for _, row in ipairs(schema.keys) do
    if row.key == key then homes = row.on end
  end
  local meant = suggest.nearest(key, candidates, schema.synonyms(place))
  local message = "unknown key"
  if meant then
    message = ("unknown key, did you mean `%s`?"):format(meant)
  elseif #homes > 0 then
    message = ("unknown key here: `%s` belongs in %s"):format(key,
      homes[1] == "rule" and "the rule itself" or homes[1] == "segment" and "a segment" or table.concat(homes, ", "))
  end
  context:problem(path, message, { meant = meant, found = key })
end

local LITERAL = { string = true, number = true, boolean = true }

-- A tag's value stands there itself, or is what a matcher finds in the segment.
local function read_tag(context, path, key, raw)
  if LITERAL[type(raw)] and (type(key) == "string" or type(raw) == "string") then return raw end
  if type(raw) == "table" or type(raw) == "function" then return value.read(context, path, raw, "tag") end
  context:problem(path, "a tag is a string, or a key with a string, number, boolean or matcher")
end

local function read_tags(context, path, raw)
  if type(raw) ~= "table" or raw.matcher then
    return context:problem(path, "expected a table of tags, found " .. (raw and raw.matcher or type(raw)))
  end
  local tags = {}
  for i, key in ipairs(context:keys(path, raw)) do
    local found = read_tag(context, context.below(path, key), key, raw[key])
    if found ~= nil then tags[i] = { key = type(key) == "string" and key or nil, value = found } end
  end
  return tags
end

local function add_part(context, result, path, key, raw, row)
  if raw == false then
    result.none[key] = true
    return
  end
  local read = value.read(context, path, raw, row.type)
  if read then
    result.parts[#result.parts + 1] = context:place({ tag = key, value = read }, path, raw)
  end
end

local function add_mark(context, result, path, key, raw)
  if raw == false then return end -- nothing fills marks
  local read = value.read(context, path, raw, "mark")
  if read then result.marks[#result.marks + 1] = context:place({ tag = key, value = read }, path, raw) end
end

local function add_segments(context, result, path, key, raw)
  if raw == false then
    result.none[key] = true
    return
  end
  for _, child in ipairs(segment.read(context, path, key, raw)) do
    result.segments[#result.segments + 1] = child
  end
end

local function read_key(context, result, path, key, raw, base)
  local row = row_of(context, base, key)
  local here = context.below(path, key)
  if not row then
    segment.unknown_key(context, here, key, base)
  elseif schema.is_part(row) then
    add_part(context, result, here, key, raw, row)
  elseif row.type == "mark" then
    add_mark(context, result, here, key, raw)
  elseif row.type == "segment" then
    add_segments(context, result, here, key, raw)
  elseif row.type == "tags" then
    result.tags = read_tags(context, here, raw)
  elseif row.type == "link" and raw == false then
    result.none.href = true
  elseif head[row.type] then
    result[key] = head[row.type](context, here, raw)
  else
    result[key] = value.read(context, here, raw, row.type)
  end
end

local function says(result, key)
  if result.none[key] or result[key] then return true end
  for _, list in ipairs { result.parts, result.marks } do
    for _, one in ipairs(list) do
      if one.tag == key then return true end
    end
  end
  for _, child in ipairs(result.segments) do
    if child.kind == key then return true end
  end
end

--- The keys of `wanted` that a segment requires beside `before`; those that it does not say how
--- to find are problems.
function segment.required(context, path, result, wanted, before)
  local list = table.move(before or {}, 1, #(before or {}), 1, {})
  for i, key in ipairs(wanted) do
    if says(result, key) then
      list[#list + 1] = key
    else
      context:problem(context.below(path, i), ("`%s` is required, but the %s does not say where it stands"):format(
        key, result.kind), { found = key })
    end
  end
  return list
end

-- Only the story can do without a place: then it is the one the generic rule finds. What
-- layouts have in common may leave the place to them.
local function check_place(context, result, path, raw, base)
  if result.ends and not result.starts then
    context:problem(path, "`ends` needs `starts`")
  elseif base ~= "story" and raw.at == nil and raw.starts == nil then
    if context.partial or context:is_common(path) then return false end
    context:problem(path, "needs a place: `at` (elements) or `starts` (runs of sibling blocks)")
  end
  return true
end

-- The segment of one table of keys, or of one value that says where it is.
local function read_one(context, path, kind, raw)
  if not context:count_value(path) then return nil end
  local base = segment.base_kind(context, kind)
  local result = context:place({ kind = kind, parts = {}, marks = {}, none = {}, segments = {} }, path, raw)
  if type(raw) ~= "table" or raw.matcher or value.is_function(raw) then
    result.at = value.read(context, path, raw, "place")
    return result.at and result
  end
  if next(raw) == nil then
    return context:problem(path, "expected a selector or a table of keys, found an empty table")
  end
  for _, key in ipairs(context:keys(path, raw)) do
    read_key(context, result, path, key, raw[key], base)
  end
  if result.required then
    result.required = segment.required(context, context.below(path, "required"), result, result.required)
  end
  return check_place(context, result, path, raw, base) and result or nil
end

--- The list of segments that a rule gives for a kind: of one value, one table or a list.
function segment.read(context, path, kind, raw)
  local is_list = type(raw) == "table" and raw[1] ~= nil and not raw.matcher
  if type(raw) == "boolean" or type(raw) == "number" then
    context:problem(path, ("expected a selector or a table of keys, found %s"):format(tostring(raw)))
    return {}
  elseif not is_list then
    return { read_one(context, path, kind, raw) }
  end
  local result = {}
  for _, key in ipairs(context:keys(path, raw)) do
    local here = context.below(path, key)
    if math.type(key) ~= "integer" then
      context:problem(here, "unexpected key: this is a list of segments")
    else
      result[#result + 1] = read_one(context, here, kind, raw[key])
    end
  end
  return result
end

return segment
