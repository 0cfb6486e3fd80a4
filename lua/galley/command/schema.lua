--- `galley schema`: the JSON Schema of the sheet.

local output = require "galley.command.output"
local report = require "galley.command.report"
local sheet_schema = require "galley.sheet_schema"

local schema = { name = "schema", summary = "Print the JSON Schema of the sheet." }

--- Adds the subcommand's arguments to its parser: it has none.
function schema.describe() end

--- Runs the subcommand. @return the exit code
function schema.run()
  local out = output.open()
  local ok, err = out:write(sheet_schema.json() .. "\n")
  if ok then ok, err = out:commit() end
  return ok and report.DONE or report.fault(err)
end

return schema
