-- The values of a rule: what claims text. A string is a CSS selector, a matcher says more,
-- a function is the escape hatch, a list means the first that matches anything. What a key
-- can use is checked here, so that no chain fails later on a page.

local schema = require "galley.rule.schema"
local lua_pattern = require "galley.rule.lua_pattern"
local caret = require "galley.rule.caret"
local date = require "galley.divide.date"
local line_traits = require "galley.rule.line_traits"

local value = {}

local FORMATS_MOST, FORMAT_BYTES = 64, 256

-- What each type of key (schema.keys) can use. `steps` false: nothing may be chained but first.
local wants = {
  part = { node = true, block = true, string = true, steps = true, what = "text" },
  time = { node = true, block = true, string = true, date = true, steps = true, what = "a time" },
  image = { node = true, steps = false, what = "an element" },
  region = { node = true, steps = false, what = "an element" },
  place = { node = true, block = true, steps = false, inside = true, what = "elements or blocks" },
  mark = { node = true, block = true, steps = true, text = true, what = "text of the page" },
  tag = { node = true, block = true, string = true, steps = true, what = "text" },
  evidence = { node = true, block = true, string = true, steps = true, what = "evidence on the page" },
  link = { node = true, string = true, steps = true, what = "a link" },
}

--- Whether a raw value is a function: one exported by the sandbox, or a Lua function.
function value.is_function(raw)
  if type(raw) == "function" then return true end
  return type(raw) == "table" and type(raw["function"]) == "string" and next(raw, "function") == nil
end

local function check_selector(context, path, matcher)
  local compiled, message, position = context.core.selector(matcher.selector)
  if compiled then
    matcher.compiled = compiled
    return true
  end
  position = position or 1
  local is_xpath = matcher.selector:find "^%s*%.?/"
  context:problem(path, ("bad selector: %s (at %d of %q)%s\n%s"):format(message, position, matcher.selector,
    is_xpath and '; an XPath is written xpath "…"' or "", caret(matcher.selector, position)),
    { position = position, found = matcher.selector })
end

local function check_pattern(context, path, pattern)
  local ok, message, position = lua_pattern.check(pattern)
  if ok then return true end
  context:problem(path, ("bad pattern: %s (at %d of %q)\n%s"):format(
    message, position, pattern, caret(pattern, position)), { position = position, found = pattern })
end

local empty_page

-- XPath is compiled by libxml2, on a page without anything.
local function check_xpath(context, path, matcher)
  empty_page = empty_page or context.core.parse("", {})
  local ok, message = pcall(empty_page.find_xpath, empty_page, matcher.expression, 0)
  if ok then return true end
  message = tostring(message):gsub("^bad argument #%d+ to '[^']*' %((.*)%)$", "%1"):gsub("^.-:%d+: ", "")
  local position = tonumber(message:match "at byte (%d+)")
  context:problem(path, ("bad XPath: %s%s"):format(message:gsub(" of the XPath expression", ""),
    position and "\n" .. caret(matcher.expression, position) or ""),
    { found = matcher.expression, position = position })
end

local function check_argument(context, path, matcher)
  if matcher.type == "css" then return check_selector(context, path, matcher) end
  if matcher.type == "xpath" then return check_xpath(context, path, matcher) end
  if matcher.type == "block" then return check_pattern(context, path, matcher.pattern) end
  if matcher.type == "line" then
    matcher.look = line_traits.read(context, path, matcher.traits)
    return true
  end
  local argument = matcher[schema.matchers[matcher.type].argument]
  if argument:find("%S") then return true end
  context:problem(path, matcher.type .. " is empty")
end

local function check_formats(context, path, formats)
  if #formats == 0 then return context:problem(path, "date expects a format, or a list of formats") end
  if #formats > FORMATS_MOST then return context:problem(path, ("more than %d formats"):format(FORMATS_MOST)) end
  for _, format in ipairs(formats) do
    if #format > FORMAT_BYTES then
      return context:problem(path, ("a format of more than %d bytes"):format(FORMAT_BYTES))
    end
    local ok, message, position = date.check(format)
    if not ok then
      return context:problem(path, ("bad date format %q: %s%s"):format(format, message,
        position and "\n" .. caret(format, position) or ""), { position = position, found = format })
    end
  end
  return true
end

-- The formats of a date step as it came from the rule: one, or a list.
local function formats_of(raw)
  if type(raw) == "string" then return { raw } end
  local list = {}
  for i, format in ipairs(type(raw) == "table" and raw or {}) do
    if type(format) ~= "string" then return {} end
    list[i] = format
  end
  return list
end

-- Checks one chained step; gives what the value is after it.
local function check_step(context, path, step, gives, want)
  local known = schema.steps[step.op]
  if not known then
    return context:problem(path, ("unknown step %q"):format(tostring(step.op)))
  elseif not known.needs[gives] then
    return context:problem(path, ("%s cannot follow here: it needs %s"):format(
      step.op, step.op == "attr" and "an element" or "text"))
  elseif not want.steps then
    return context:problem(path, ("%s cannot be used here: the key wants %s"):format(step.op, want.what))
  elseif known.gives == "date" and not want.date then
    return context:problem(path, "date cannot be used here: the key holds no time")
  end
  local ok = true
  if known.argument == "pattern" then ok = check_pattern(context, path, step.pattern) end
  if step.op == "date" then ok = check_formats(context, path, step.formats) end
  if not ok then return nil end
  if want.text and known.gives == "string" then
    return context:problem(path, step.op .. " cannot be used here: a mark stands on text of the page")
  end
  return known.gives == "same" and gives or known.gives
end

local function check_chain(context, path, matcher, want)
  local gives = schema.matchers[matcher.type].gives
  if not want[gives] and not (gives == "node" and want.node) then
    return context:problem(path, ("%s cannot be used here: the key wants %s"):format(matcher.type, want.what))
  elseif want.inside and matcher.scope == "page" then
    return context:problem(path, "page cannot be used here: segments lie in what encloses them")
  end
  for _, step in ipairs(matcher.steps) do
    gives = check_step(context, path, step, gives, want)
    if not gives then return nil end
  end
  return true
end

local function from_matcher(context, path, raw, want)
  local known = schema.matchers[raw.matcher]
  if not known or type(raw[known.argument]) ~= (known.takes and "table" or "string") then
    return context:problem(path, "no matcher: " .. tostring(raw.matcher))
  end
  local matcher = {
    type = raw.matcher, [known.argument] = raw[known.argument], scope = raw.scope or "segment",
    first = rawget(raw, "first"), steps = {}, line = context:line(path, raw),
  }
  for i, step in ipairs(raw.steps or {}) do
    matcher.steps[i] = { op = step.op, name = step.name, pattern = step.pattern }
    if step.op == "date" then matcher.steps[i].formats = formats_of(step.format) end
  end
  if check_chain(context, path, matcher, want) and check_argument(context, path, matcher) then return matcher end
end

local function from_function(context, path, raw)
  local matcher = { type = "function", scope = "segment", steps = {}, line = context:line(path) }
  if type(raw) == "function" then
    matcher.fn = raw
  else
    matcher.path, matcher.sandbox = raw["function"], context:use_sandbox(path)
  end
  return matcher
end

-- One alternative, or nil after noting the problem.
local function alternative(context, path, raw, want)
  if type(raw) == "string" then raw = { matcher = "css", selector = raw } end
  if value.is_function(raw) then return from_function(context, path, raw) end
  if type(raw) == "table" and raw.matcher then return from_matcher(context, path, raw, want) end
  context:problem(path, ("expected a selector, a matcher or a function, found %s"):format(
    type(raw) == "table" and "a table" or type(raw)), { expected = "value", found = type(raw) })
end

-- { css = "h1" } is meant for css "h1".
local function matcher_meant(raw)
  local key = next(raw)
  return schema.matchers[key] and next(raw, key) == nil and ('; did you mean %s "…"?'):format(key) or ""
end

--- The VALUE of `raw` at `path` for a key of `key_type` (schema.keys), or nil after noting
--- what is wrong with it.
function value.read(context, path, raw, key_type)
  if not context:count_value(path) then return nil end
  local want = wants[key_type]
  local result = { line = context:line(path, raw), file = context:file_of(path), alternatives = {} }
  local single = type(raw) ~= "table" or raw.matcher or value.is_function(raw)
  if single then
    result.alternatives[1] = alternative(context, path, raw, want)
    return result.alternatives[1] and result
  end
  if raw[1] == nil then
    return context:problem(path, next(raw) == nil and "expected a selector, found an empty table"
      or "expected a selector or a list of them, found a table with keys" .. matcher_meant(raw))
  end
  for _, key in ipairs(context:keys(path, raw)) do
    local item = context.below(path, key)
    if math.type(key) ~= "integer" then
      context:problem(item, "unknown key: this is a list of alternatives")
    else
      result.alternatives[#result.alternatives + 1] = alternative(context, item, raw[key], want)
    end
  end
  return #result.alternatives > 0 and result or nil
end

return value
