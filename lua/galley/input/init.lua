--- From a path to the bytes of a page: reads, unpacks, and refuses what is no page.

local core = require "galley.core"
local fault = require "galley.fault"
local kind = require "galley.input.kind"
local name = require "galley.input.name"

local input = {}

--- The most that a gzip file may unpack to, in bytes.
input.UNPACKED_MOST = 1 << 29

local function failed(code, path, message)
  return nil, fault.new { code = code, file = path, message = message }
end

-- io.open says "path: reason"; the reason alone is wanted, in words that help.
local function open_failed(path, message, number)
  if number == 2 then return failed("input-missing", path, "there is no such file") end
  if number == 13 then return failed("input-unreadable", path, "may not be read: permission denied") end
  return failed("input-unreadable", path, "cannot be opened: " .. message:gsub("^.*: ", ""))
end

local function read_failed(path, message, number)
  if number == 21 then return failed("input-folder", path, "is a folder; name the files in it") end
  return failed("input-unreadable", path, "cannot be read: " .. tostring(message))
end

--- The whole of a file as bytes; "-" is standard input.
-- @return bytes, or nil and a fault
function input.bytes(path)
  if path == "-" then return io.stdin:read "a" end
  local file, message, number = io.open(path, "rb")
  if not file then return open_failed(path, message, number) end
  local bytes, why, code = file:read "a"
  file:close()
  if not bytes then return read_failed(path, why, code) end
  return bytes
end

local function unpacked(bytes, path)
  if not core.is_gzip(bytes) then return bytes end
  local out, message, position = core.gunzip(bytes, input.UNPACKED_MOST)
  if out then return out end
  if position then message = ("%s at byte %d"):format(message, position) end
  return failed("input-gzip", path, "is a damaged gzip file: " .. message)
end

--- Makes a page of bytes as read: unpacks them, and refuses what is no page.
-- @param path names them, and its ending may say what they are
-- @return a table with bytes (unpacked), path, id and kind ("html", "xml" or "text"),
--   or nil and a fault
function input.page(bytes, path)
  local plain, err = unpacked(bytes, path)
  if not plain then return nil, err end
  local refused, phrase = kind.refused(plain)
  if refused then
    return failed("input-" .. refused, path, ("is %s, not a page of HTML or text"):format(phrase))
  end
  return { bytes = plain, path = path, id = name.id(path), kind = name.kind(path) or kind.sniff(plain) }
end

--- Reads a page.
-- @param path a file, which may be packed by gzip; "-" for standard input
-- @return as input.page
function input.read(path)
  local bytes, err = input.bytes(path)
  if not bytes then return nil, err end
  return input.page(bytes, path)
end

--- The inputs that a list names: a path a line and, after a tab, its URL.
-- @return a list of tables with path and url, or nil and a fault
function input.list(path)
  local text, err = input.bytes(path)
  if not text then return nil, err end
  local inputs = {}
  for line in text:gmatch "[^\r\n]+" do
    local file, url = line:match "^([^\t]+)\t?([^\t]*)"
    if file then inputs[#inputs + 1] = { path = file, url = url ~= "" and url or nil } end
  end
  return inputs
end

return input
