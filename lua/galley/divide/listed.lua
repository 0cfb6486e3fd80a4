--- What a `divide` function or a plan returns -> claims: a list of segments and parts,
-- nested as they will stand in the sheet, each saying its place by block, blocks, node,
-- range, or by its content. The core reads it (core/lua_listed.c).

local claim = require "galley.divide.claim"

local listed = {}

--- Adds the claims of a list. `engine.layer` ranks them, `engine.line` is the line of the
--- rule that made them where an item names none.
function listed.claim(engine, items)
  local behaves = claim.behaviours(engine.rule)
  local spent, tagged = engine.claims:list(items, behaves, engine.layer, engine.file, engine.line, engine.budget.left)
  engine:spend(spent, { line = engine.line })
  for at = 1, #tagged, 2 do claim.tags(engine.claims, tagged[at + 1], tagged[at]) end
end

return listed
