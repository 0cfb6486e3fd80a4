-- The files that a rule includes: `include "generic/lists"` in rules/generic.lua is
-- rules/generic/lists.lua. They are found by reading the source, and given to the rule's
-- state before it runs, since a rule can reach no file itself.

local fault = require "galley.fault"
local lexer = require "galley.rule.lexer"

local include = {}

local FILES_MOST = 64 -- of one rule, as the sandbox allows

-- The names that a source includes by a plain string, in the order of the file.
local function names_in(source)
  local names, tokens = {}, lexer.tokens(source)
  for i, token in ipairs(tokens) do
    local at = tokens[i + 1]
    if at and at.text == "(" and at.type ~= "string" then at = tokens[i + 2] end
    if token.type == "name" and token.text == "include" and at and at.type == "string" and at.text then
      names[#names + 1] = at.text
    end
  end
  return names
end

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

--- All files that a rule's source includes, those that they include too.
-- @param path the rule's file
-- @return a list of { name, source, path }, or nil and a fault
function include.gather(source, path)
  local folder = path:match "^(.*[/\\])[^/\\]*$" or ""
  local files, known, queue = {}, {}, { source }
  while #queue > 0 do
    for _, name in ipairs(names_in(table.remove(queue, 1))) do
      if not known[name] and #files < FILES_MOST then
        known[name] = true
        local text, message = read(folder, name)
        if not text then
          message = ("include %q: %s"):format(name, message)
          return nil, fault.new { code = "rule-include", file = path, message = message }
        end
        files[#files + 1] = { name = name, source = text, path = folder .. name .. ".lua" }
        queue[#queue + 1] = text
      end
    end
  end
  return files
end

return include
