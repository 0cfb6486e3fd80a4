-- The files that a rule includes: `include "generic/lists/boxes"` in rules/generic.lua is
-- rules/generic/lists/boxes.lua. They are found by reading the source, and given to the rule's
-- state before it runs, since a rule can reach no file itself.

local fault = require "galley.fault"
local lexer = require "galley.rule.lexer"

local include = {}

local FILES_MOST = 160 -- of one rule, as the sandbox allows
local TOO_MANY = ("a rule includes at most %d files"):format(FILES_MOST)

-- Only what lies in the rule's own folder or below it.
local function is_safe(name)
  return name:find "^[%w_%-]+$" or (name:find "^[%w_%-][%w_%-/]*[%w_%-]$" and not name:find "//")
end

local function read(folder, name)
  if not is_safe(name) then return nil, "names no file below the rule's folder" end
  local file = io.open(folder .. name .. ".lua", "rb")
  local source = file and file:read "a"
  if file then file:close() end
  if not source then return nil, ("there is no file %s.lua in the rule's folder"):format(name) end
  return source
end

local function wrong(file, one, message)
  return fault.new { code = "rule-include", file = file, line = one.line,
    message = ("include %q: %s"):format(one.text, message) }
end

local gather

-- Adds one file, and what it includes itself; nil, or a fault.
local function add(state, one, from)
  local text, message = read(state.folder, one.text)
  if not text then return wrong(from, one, message) end
  local path = state.folder .. one.text .. ".lua"
  state.known[one.text], state.open[path] = true, true
  state.files[#state.files + 1] = { name = one.text, source = text, path = path }
  local err = gather(state, text, path)
  state.open[path] = nil
  return err
end

function gather(state, source, path)
  for _, one in ipairs(lexer.strings_given(source, "include")) do
    local err
    if state.open[state.folder .. one.text .. ".lua"] then
      err = wrong(path, one, "the files include each other in a circle")
    elseif not state.known[one.text] then
      err = #state.files == FILES_MOST and wrong(path, one, TOO_MANY) or add(state, one, path)
    end
    if err then return err end
  end
end

--- All files that a rule's source includes, those that they include too.
-- @param path the rule's file
-- @return a list of { name, source, path }, or nil and a fault
function include.gather(source, path)
  local state = { folder = path:match "^(.*[/\\])[^/\\]*$" or "", files = {}, known = {}, open = { [path] = true } }
  local err = gather(state, source, path)
  if err then return nil, err end
  return state.files
end

return include
