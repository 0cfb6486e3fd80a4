#!/usr/bin/env lua
-- The `galley` command. This is the one place that ends the process.
local ok, command = pcall(require, "galley.command")
if not ok then
  local reason = tostring(command):match "^[^\n]*"
  io.stderr:write("galley: cannot start, something it needs is not installed (or `make` was not run): ", reason, "\n")
end
os.exit(ok and command.main(arg) or 4, true)
