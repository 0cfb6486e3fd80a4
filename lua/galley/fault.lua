--- Errors that are values: bad input, rules and files give `nil, fault`.
-- A fault has `code` (stable, for programs), `message` (for people) and, where
-- known, `file`, `line` (1-based), `path` (a key path in a rule) and `position`.

local fault = {}

local meta = { __name = "galley.fault" }
meta.__index = meta

local function place(self)
  local where = self.file and tostring(self.file) or ""
  if self.line then where = where .. ":" .. math.tointeger(self.line) end
  if self.path then where = (where ~= "" and where .. ": " or "") .. self.path end
  return where
end

--- "file:line: path: message", as far as they are known.
function meta:__tostring()
  local where = place(self)
  return where == "" and self.message or where .. ": " .. self.message
end

--- Makes a fault of a table of its fields (`code` and `message` are required).
function fault.new(fields)
  assert(fields.code and fields.message, "a fault needs a code and a message")
  return setmetatable(fields, meta)
end

--- True where the value is a fault.
function fault.is(value)
  return getmetatable(value) == meta
end

return fault
