--- The formats a sheet can be printed in, one module each.
--
-- A format's module has `sheet(sheet, options) -> string`, which renders one sheet,
-- and may have `open`, `between` and `close`: what stands before, between and after
-- the sheets where there are several. A new format is a new file and a line here.
-- Options: color (boolean), width (columns, nil where there is no limit).

local format = {}

local MODULES = {
  json = "galley.format.json",
  jsonl = "galley.format.jsonl",
  outline = "galley.format.outline",
}

--- The formats' names, sorted.
function format.names()
  local names = {}
  for name in pairs(MODULES) do names[#names + 1] = name end
  table.sort(names)
  return names
end

--- The module of a format by its name, or nil where there is none of that name.
function format.find(name)
  local module = MODULES[name]
  return module and require(module)
end

return format
