--- How far the command has come: one line on standard error, rewritten in place, where
-- that is a terminal and there is more than one input.

local core = require "galley.core"
local style = require "galley.format.style"

local progress = {}
progress.__index = progress

local INTERVAL = 0.1 -- seconds of processor time between two rewritings

--- Starts a progress line for a number of inputs.
function progress.new(total)
  local shown = total > 1 and core.isatty(2)
  return setmetatable({ total = total, done = 0, shown = shown, last = -INTERVAL }, progress)
end

--- Says which input comes next.
function progress:step(path)
  self.done = self.done + 1
  if not self.shown then return end
  local now = os.clock()
  if now - self.last < INTERVAL and self.done < self.total then return end
  self.last = now
  local width = (core.columns(2) or 80) - 1
  local line = ("[%d/%d] %s"):format(self.done, self.total, path)
  io.stderr:write("\r", style.line(line, width - 1), "\27[K")
end

--- Takes the line away, so that a message or the shell's prompt stands on a clean one.
function progress:clear()
  if self.shown then io.stderr:write "\r\27[K" end
end

progress.__close = progress.clear

return progress
