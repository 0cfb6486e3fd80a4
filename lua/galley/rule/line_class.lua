-- Classes of lines for `plan`: a line is in a class if it is one of a list of exact lines,
-- fits one of its patterns, or looks as one of its line { … } says.
--
-- A class is { exact = {[line] = true}, patterns = {…}, looks = {LOOK, …} }.

local lua_pattern = require "galley.rule.lua_pattern"
local caret = require "galley.rule.caret"

local line_class = {}

--- The text of a line as classes see it: white space collapsed.
function line_class.normal(text)
  return (text:gsub("\194\160", " "):gsub("%s+", " "):gsub("^ ", ""):gsub(" $", ""))
end

local function read_pattern(context, path, pattern, class)
  local ok, message, position = lua_pattern.check(pattern)
  if ok then
    class.patterns[#class.patterns + 1] = pattern
  else
    context:problem(path, ("bad pattern: %s (at %d of %q)\n%s"):format(
      message, position, pattern, caret(pattern, position)), { position = position, found = pattern })
  end
end

-- { case = "upper" } is meant for line { case = "upper" }.
local function found_table(item)
  if item.matcher then return item.matcher end
  return type(next(item)) == "string" and "a table with keys; did you mean line { … }?" or "a table"
end

local function read_item(context, path, item, class)
  if type(item) == "string" then
    class.exact[line_class.normal(item)] = true
  elseif type(item) == "table" and item.matcher == "pattern" then
    read_pattern(context, path, item.pattern, class)
  elseif type(item) == "table" and item.matcher == "line" and #item.steps == 0 then
    local line_traits = require "galley.rule.line_traits" -- which reads classes too
    class.looks[#class.looks + 1] = line_traits.read(context, path, item.traits)
  elseif type(item) == "table" and item.matcher == "line" then
    context:problem(path, "a class is of whole lines: nothing can be chained here")
  else
    context:problem(path, ('expected a line, pattern "…" or line { … }, found %s'):format(
      type(item) == "table" and found_table(item) or tostring(item)))
  end
end

--- Reads one class: a line, pattern "…", line { … }, or a list of them. `skip` are keys of a
--- list that are read elsewhere.
function line_class.one(context, path, raw, skip)
  local class = { exact = {}, patterns = {}, looks = {} }
  if type(raw) ~= "table" or raw.matcher then
    read_item(context, path, raw, class)
    return class
  elseif raw[1] == nil and not skip then
    context:problem(path, ('expected a list of lines, pattern "…" or line { … }, found %s'):format(
      next(raw) == nil and "an empty table" or found_table(raw)))
    return class
  end
  for _, key in ipairs(context:keys(path, raw)) do
    if math.type(key) == "integer" then
      read_item(context, context.below(path, key), raw[key], class)
    elseif not skip then
      context:problem(context.below(path, key), "unexpected key: this is a list of lines; did you mean line { … }?")
    end
  end
  return class
end

--- Reads `lines` of a rule: { name = class }.
function line_class.read(context, path, raw)
  local classes = {}
  if type(raw) ~= "table" then
    context:problem(path, "expected a table of classes, found " .. type(raw))
    return classes
  end
  for _, name in ipairs(context:keys(path, raw)) do
    local here = context.below(path, name)
    if type(name) == "string" and name:find("^[%a_][%w_]*$") then
      classes[name] = line_class.one(context, here, raw[name])
    else
      context:problem(here, "a class has a name: label = { … }")
    end
  end
  return classes
end

return line_class
