-- What is known of a rule file without running it: for which sites and kinds of page it is.

local lines = require "galley.rule.lines"

local heads = {}

local KEYS = { "hosts", "paths", "input", "name" }

-- The end of white space and comments at `i`.
local function skip(source, i)
  while true do
    i = source:match("^%s*()", i)
    if source:sub(i, i + 1) ~= "--" or source:find("^%-%-%[=*%[", i) then return i end
    i = source:match("^[^\n]*()", i)
  end
end

local function plain_string(source, i)
  local text, after = source:match('^"([^"\\\n]*)"()', i)
  if not text then text, after = source:match("^'([^'\\\n]*)'()", i) end
  return text, after
end

local function list_of_strings(source, i)
  local list = {}
  i = skip(source, i + 1)
  while source:sub(i, i) ~= "}" do
    local text, after = plain_string(source, i)
    if not text then return nil end
    list[#list + 1] = text
    i = skip(source, after)
    local separator = source:match("^[,;]()", i)
    if separator then i = skip(source, separator) elseif source:sub(i, i) ~= "}" then return nil end
  end
  return list, i + 1
end

-- A value as simple as those at a rule's head are: a list of strings, and where it ends.
local function simple_value(source, i)
  local text, after = plain_string(source, i)
  if text then return { text }, after end
  if source:sub(i, i) == "{" then return list_of_strings(source, i) end
  after = source:match("^[%d.]+()", i)
  return after and {}, after
end

-- The simple fields with which the returned table begins, and where they end.
local function leading(source)
  local found, i = {}, skip(source, 1)
  i = source:match("^return%s*{()", i)
  while i do
    i = skip(source, i)
    local key, at = source:match("^([%a_][%w_]*)%s*=%s*()", i)
    if not key then return found, i end
    local value, after = simple_value(source, at)
    after = value and skip(source, after)
    local comma = after and source:match("^[,;]()", after)
    if not comma then return found, i end
    found[key] = found[key] or value
    i = comma
  end
end

-- Most rules say at their beginning for whom they are: then the rest need not be read.
local function quick(source)
  local found, stop = leading(source)
  if not found or not found.hosts then return nil end
  for _, key in ipairs(KEYS) do
    if not found[key] and source:find(key, stop, true) then return nil end
  end
  return found
end

local function scanned(source)
  local scan, found = lines.scan(source), {}
  for _, key in ipairs(KEYS) do
    found[key] = scan:strings { key }
    if not found[key] then return nil end
  end
  return found
end

--- { hosts, paths, input, name } of a rule's source; nil where it has to be run to know.
function heads.read(source)
  local found = quick(source) or scanned(source)
  if not found then return nil end
  return { hosts = found.hosts, paths = found.paths or {}, input = found.input and found.input[1] or "html",
    name = found.name and found.name[1] }
end

return heads
