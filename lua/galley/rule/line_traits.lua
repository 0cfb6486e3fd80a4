-- The traits of line { … }, read and checked when the rule loads: how a line looks.
--
-- A LOOK is { one_of = CLASS | nil, none = CLASS | nil, case = {upper = true, …}, words, chars,
-- digits = {min, max}, position = {first, last} (below 0: from the end), begins, ends =
-- { [code point] = true, negated = boolean }, sentence = boolean, within = compiled selector }.

local caret = require "galley.rule.caret"
local line_class = require "galley.rule.line_class"
local schema = require "galley.rule.schema"
local suggest = require "galley.rule.suggest"

local line_traits = {}

local rows, names, synonyms = {}, {}, {}
for i, row in ipairs(schema.traits) do
  rows[row.key], names[i] = row, row.key
  for _, word in ipairs(row.also) do synonyms[word] = row.key end
end

local CASES = { "upper", "lower", "title", "sentence", "mixed", "none" }
local CASE_WORDS = { uppercase = "upper", caps = "upper", capitals = "upper", allcaps = "upper", all_caps = "upper",
  lowercase = "lower", small = "lower", titlecase = "title", title_case = "title", headline = "title",
  camel = "title", sentence_case = "sentence", normal = "sentence", any = "mixed" }
local KNOWN_CASE = {}
for _, case in ipairs(CASES) do KNOWN_CASE[case] = true end

local function shown(raw)
  return type(raw) == "string" and ("%q"):format(raw) or type(raw) == "table" and "a table" or tostring(raw)
end

local function expected(context, path, what, raw)
  return context:problem(path, ("expected %s, found %s"):format(what, shown(raw)), { expected = what })
end

local readers = {}

local function read_case(context, path, raw, found)
  if type(raw) == "string" and KNOWN_CASE[raw] then
    found[raw] = true
    return
  end
  local meant = type(raw) == "string" and suggest.nearest(raw, CASES, CASE_WORDS)
  context:problem(path, ("expected one of %s, found %s%s"):format(table.concat(CASES, ", "), shown(raw),
    meant and (", did you mean `%s`?"):format(meant) or ""), { meant = meant })
end

function readers.cases(context, path, raw)
  local found = {}
  if type(raw) ~= "table" then
    read_case(context, path, raw, found)
  elseif raw[1] == nil or raw.matcher then
    expected(context, path, 'a case such as "upper", or a list of them', raw)
  else
    for _, key in ipairs(context:keys(path, raw)) do read_case(context, context.below(path, key), raw[key], found) end
  end
  return found
end

-- A number may come as 3.0 of arithmetic; anything else is none.
local function whole(value)
  return type(value) == "number" and math.tointeger(value) or nil
end

local BOUNDS = { [1] = true, [2] = true, min = true, max = true }

-- { low, high } of 5, { 1, 5 }, { min = 2 }, { max = 9 }; nil where it is none of these.
local function bounds(raw, least, most)
  if whole(raw) then return { whole(raw), whole(raw) } end
  if type(raw) ~= "table" or raw.matcher or next(raw) == nil then return nil end
  for key, value in pairs(raw) do
    if not BOUNDS[key] or not whole(value) then return nil end
  end
  if raw[1] and (not raw[2] or raw.min or raw.max) or raw[2] and not raw[1] then return nil end
  return { whole(raw[1] or raw.min or least), whole(raw[2] or raw.max or most) }
end

function readers.count(context, path, raw)
  local range = bounds(raw, 0, math.maxinteger)
  if not range then return expected(context, path, "a number, or bounds such as { 1, 5 } or { min = 2 }", raw) end
  if range[1] < 0 or range[1] > range[2] then
    return context:problem(path, ("no line has from %d to %d of them"):format(range[1], range[2]))
  end
  return range
end

-- Whether lines can stand from the one to the other: where one is counted from the end, that depends.
local function can_stand(range)
  if range[1] == 0 or range[2] == 0 then return false end
  return (range[1] > 0) ~= (range[2] > 0) or range[1] <= range[2]
end

function readers.position(context, path, raw)
  local range = bounds(raw, 1, -1)
  if not range then
    return expected(context, path, "the number of a line (1 the first, -1 the last), or bounds such as { 1, 3 }", raw)
  elseif not can_stand(range) then
    return context:problem(path, ("no line stands from %d to %d: 1 is the first, -1 the last"):format(
      range[1], range[2]))
  end
  return range
end

function readers.set(context, path, raw)
  if type(raw) ~= "string" or raw == "" or raw == "^" then
    return expected(context, path, 'characters such as ".!?", or "^.!?" for none of them', raw)
  elseif not utf8.len(raw) then
    return context:problem(path, "the characters are no UTF-8")
  end
  local set = { negated = #raw > 1 and raw:sub(1, 1) == "^" }
  for _, point in utf8.codes(set.negated and raw:sub(2) or raw) do set[point] = true end
  return set
end

function readers.switch(context, path, raw)
  if type(raw) ~= "boolean" then return expected(context, path, "true or false", raw) end
  return raw
end

function readers.selector(context, path, raw)
  if type(raw) == "table" and raw.matcher == "css" and #raw.steps == 0 then raw = raw.selector end
  if type(raw) ~= "string" then return expected(context, path, "a selector", raw) end
  local compiled, message, position = context.core.selector(raw)
  if compiled then return compiled end
  position = position or 1
  context:problem(path, ("bad selector: %s (at %d of %q)\n%s"):format(message, position, raw, caret(raw, position)),
    { position = position, found = raw })
end

function readers.class(context, path, raw)
  return line_class.one(context, path, raw)
end

local function unknown(context, path, key)
  local meant = type(key) == "string" and suggest.nearest(key, names, synonyms) or nil
  context:problem(path, meant and ("unknown trait of a line, did you mean `%s`?"):format(meant)
    or "unknown trait of a line; there are " .. table.concat(names, ", "), { meant = meant, found = tostring(key) })
end

--- Reads the traits of one line { … }. Problems are noted in the context.
function line_traits.read(context, path, raw)
  local look, listed = {}, false
  for _, key in ipairs(context:keys(path, raw)) do
    local row, here = rows[key], context.below(path, key)
    if row then
      look[key] = readers[row.type](context, here, raw[key])
    elseif math.type(key) == "integer" then
      listed = true
    else
      unknown(context, here, key)
    end
  end
  if listed then look.one_of = line_class.one(context, path, raw, rows) end
  if next(raw) == nil then context:problem(path, "line { } says nothing: give it a trait such as case or words") end
  return look
end

return line_traits
