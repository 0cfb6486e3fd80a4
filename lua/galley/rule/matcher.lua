-- The words of a rule: css "…", xpath "…", block "^…", meta "…", jsonld "…", page "…",
-- pattern "^…", line { … }, and what is chained to them (:attr, :date, :before, :after, :first).
-- This file runs twice: as the prelude of the state that rules run in, where `line` is
-- given, and in the host for trusted tables. So it requires nothing. A matcher is a plain
-- table whose field `matcher` names its type; what it may mean is checked by the loader.

-- luacheck: globals line
local getinfo = debug and debug.getinfo
local line = line or function(level)
  local info = getinfo and getinfo(level + 1, "l")
  return info and info.currentline
end
local setmetatable, getmetatable, type, error, pairs = setmetatable, getmetatable, type, error, pairs

local methods = {}
local meta = { __name = "matcher" }

-- What a matcher may have beside its methods.
local fields = { matcher = true, selector = true, expression = true, pattern = true, name = true, path = true,
  scope = true, steps = true, traits = true, line = true, ["function"] = true }

function meta.__index(_, name)
  local method = methods[name]
  if method or type(name) ~= "string" or fields[name] then return method end
  error(("nothing called `%s` can be chained: there are after, attr, before, date and first"):format(name), 2)
end

local function expect_text(word, value)
  if type(value) ~= "string" then error(word .. " expects a string, got " .. type(value), 3) end
end

local function expect_self(word, self)
  if getmetatable(self) ~= meta then
    error(word .. " is chained by a colon: css \"…\":" .. word .. (word == "first" and "()" or " \"…\""), 3)
  end
end

local function copy(list)
  local result = {}
  for key, value in pairs(list) do result[key] = value end
  return result
end

-- A matcher is never changed: one kept in a local can be used in two places.
local function with_step(self, step)
  local result = copy(self)
  result.steps = copy(self.steps)
  result.steps[#result.steps + 1] = step
  return setmetatable(result, meta)
end

--- The text as a time: a format of strptime's letters ("%d %B %Y, %H:%M"), or a list of
--- them, of which the first that fits counts.
function methods.date(self, format)
  expect_self("date", self)
  if type(format) ~= "table" then expect_text("date", format) end
  return with_step(self, { op = "date", format = format })
end

--- The value of an attribute instead of the element's text.
function methods.attr(self, name)
  expect_self("attr", self)
  expect_text("attr", name)
  return with_step(self, { op = "attr", name = name })
end

--- What stands before the first match of the pattern.
function methods.before(self, pattern)
  expect_self("before", self)
  expect_text("before", pattern)
  return with_step(self, { op = "before", pattern = pattern })
end

--- What stands after the first match of the pattern.
function methods.after(self, pattern)
  expect_self("after", self)
  expect_text("after", pattern)
  return with_step(self, { op = "after", pattern = pattern })
end

--- Only the first match.
function methods.first(self)
  expect_self("first", self)
  local result = copy(self)
  result.first = true
  return setmetatable(result, meta)
end

local function constructor(name, field)
  return function(text, more)
    expect_text(name, text)
    if more ~= nil then error(name .. " expects one string; several alternatives are a list: { … }", 2) end
    return setmetatable({ matcher = name, [field] = text, steps = {}, line = line(2) }, meta)
  end
end

local words = {
  css = constructor("css", "selector"),
  xpath = constructor("xpath", "expression"),
  block = constructor("block", "pattern"),
  meta = constructor("meta", "name"),
  jsonld = constructor("jsonld", "path"),
  pattern = constructor("pattern", "pattern"),
}

--- Lines (blocks) by how they look: line { case = "upper", words = { 1, 5 } }.
function words.line(traits)
  if type(traits) ~= "table" or getmetatable(traits) == meta then
    error('line expects a table of traits: line { case = "upper", words = { 1, 5 } }', 2)
  end
  return setmetatable({ matcher = "line", traits = copy(traits), steps = {}, line = line(2) }, meta)
end

--- Looks on the whole page instead of in the segment: a selector, or any matcher.
function words.page(what)
  local result
  if type(what) == "table" and getmetatable(what) == meta then
    result = copy(what)
  else
    expect_text("page", what)
    result = { matcher = "css", selector = what, steps = {}, line = line(2) }
  end
  result.scope = "page"
  return setmetatable(result, meta)
end

return words
