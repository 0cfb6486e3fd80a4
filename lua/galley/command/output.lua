--- Where the command's data goes: standard output, or a file that is complete or
-- not there at all (it is written beside its place and renamed).

local lfs = require "lfs"
local fault = require "galley.fault"

local output = {}
output.__index = output

local BUFFER = 1 << 20 -- most sheets go out in one write

local function failed(path, message)
  return nil, fault.new { code = "output-failed", file = path, message = "cannot be written: " .. tostring(message) }
end

-- The reason alone of "path: reason".
local function reason(message, path)
  local prefix = path .. ": "
  return message:sub(1, #prefix) == prefix and message:sub(#prefix + 1) or message
end

-- Devices, pipes and links are written to as they are: a rename would replace them.
local function is_special(path)
  local mode = lfs.symlinkattributes(path, "mode")
  return mode ~= nil and mode ~= "file"
end

local function temporary(path)
  local unique = tostring({}):match "0x(%x+)" or ""
  return ("%s.%x%s.tmp"):format(path, os.time(), unique)
end

--- Opens the place that data goes to.
-- @param path a file, or nil or "-" for standard output
-- @return an output, or nil and a fault
function output.open(path)
  if not path or path == "-" then
    io.stdout:setvbuf("full", BUFFER)
    return setmetatable({ file = io.stdout, path = "standard output" }, output)
  end
  local place = is_special(path) and path or temporary(path)
  local file, message = io.open(place, "wb")
  if not file then return failed(path, reason(message, place)) end
  return setmetatable({ file = file, path = path, place = place }, output)
end

--- Writes text. @return true, or nil and a fault
function output:write(text)
  local ok, message = self.file:write(text)
  if not ok then return failed(self.path, message) end
  return true
end

--- Sends on what is buffered, so that a reader has whole lines early.
function output:flush()
  local ok, message = self.file:flush()
  if not ok then return failed(self.path, message) end
  return true
end

--- Ends the output, and puts a file in its place. @return true, or nil and a fault
function output:commit()
  local ok, message = self:flush()
  if not ok then return nil, message end
  if not self.place then return true end
  ok, message = self.file:close()
  if ok and self.place ~= self.path then ok, message = os.rename(self.place, self.path) end
  if not ok then return failed(self.path, message) end
  self.place = nil
  return true
end

--- Gives the output up: nothing is left of an unfinished file. Harmless after commit.
function output:abandon()
  if self.place and self.place ~= self.path then
    if io.type(self.file) == "file" then self.file:close() end
    os.remove(self.place)
  end
  self.place = nil
end

output.__close = output.abandon

return output
