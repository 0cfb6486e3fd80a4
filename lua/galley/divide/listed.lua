--- What a `divide` function or a plan returns -> claims: a list of segments and parts,
-- nested as they will stand in the sheet, each saying its place by block, blocks, node,
-- range, or by its content. The core reads it (core/lua_listed.c).

local claim = require "galley.divide.claim"

local listed = {}

--- Adds the claims of a list, which the host's Lua made. `engine.layer` ranks them, `engine.line` is the line of the
--- rule that made them where an item names none.
function listed.claim(engine, items)
  local spent = engine.claims:list(claim.behaviours(engine.rule), engine.layer, engine.file, engine.line,
    engine.budget.left, items)
  engine:spend(spent, { line = engine.line })
end

--- Adds the claims of the list that a function of a rule's own state returns: they are read there.
-- @return true, or nil and what went wrong
function listed.call(engine, path, sandbox, ...)
  local spent, err = sandbox:claim(path, engine.claims, claim.behaviours(engine.rule), engine.layer, engine.file,
    engine.line, engine.budget.left, ...)
  if not spent then return nil, err end
  engine:spend(spent, { line = engine.line })
  return true
end

return listed
