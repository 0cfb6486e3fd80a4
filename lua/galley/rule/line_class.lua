-- Classes of lines for `plan`: a line is in a class if it is one of a list of exact lines,
-- or fits a pattern.

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

local function read_item(context, path, item, class)
  if type(item) == "string" then
    class.exact[line_class.normal(item)] = true
  elseif type(item) == "table" and item.matcher == "pattern" then
    read_pattern(context, path, item.pattern, class)
  else
    context:problem(path, ('expected a line, or pattern "…", found %s'):format(
      type(item) == "table" and "a table" or tostring(item)))
  end
end

local function read_class(context, path, raw)
  local class = { exact = {}, patterns = {} }
  if type(raw) ~= "table" or raw.matcher then
    read_item(context, path, raw, class)
    return class
  elseif raw[1] == nil then
    context:problem(path, 'expected a list of lines, or pattern "…", found a table without items')
  end
  for _, key in ipairs(context:keys(path, raw)) do
    read_item(context, context.below(path, key), raw[key], class)
  end
  return class
end

--- Reads `lines` of a rule: { name = { exact = {[line] = true}, patterns = {…} } }.
function line_class.read(context, path, raw)
  local classes = {}
  if type(raw) ~= "table" then
    context:problem(path, "expected a table of classes, found " .. type(raw))
    return classes
  end
  for _, name in ipairs(context:keys(path, raw)) do
    local here = context.below(path, name)
    if type(name) == "string" and name:find("^[%a_][%w_]*$") then
      classes[name] = read_class(context, here, raw[name])
    else
      context:problem(here, "a class has a name: label = { … }")
    end
  end
  return classes
end

--- Whether a line (as line_class.normal gives it) is in the class. `find` is string.find or
--- a bounded one like it.
function line_class.holds(class, line, find)
  if class.exact[line] then return true end
  for _, pattern in ipairs(class.patterns) do
    if find(line, pattern) then return true end
  end
  return false
end

return line_class
