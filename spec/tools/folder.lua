--- A folder of files for a spec, made under the system's temporary one and taken away at the end.

local lfs = require "lfs"

local folder = {}
folder.__index = folder

--- A new folder with files by path: { ["site.lua"] = "return …", ["cms/a.lua"] = … }.
function folder.new(files)
  local self = setmetatable({ dir = os.tmpname() }, folder)
  os.remove(self.dir)
  assert(lfs.mkdir(self.dir))
  for path, bytes in pairs(files or {}) do self:write(path, bytes) end
  return self
end

--- The path of a file in it.
function folder:path(name)
  return self.dir .. "/" .. name
end

--- Writes a file, and the folders that it lies in.
function folder:write(name, bytes)
  for at in name:gmatch "()/" do lfs.mkdir(self:path(name:sub(1, at - 1))) end
  local file = assert(io.open(self:path(name), "wb"))
  assert(file:write(bytes))
  assert(file:close())
end

local function remove(path)
  if lfs.symlinkattributes(path, "mode") == "directory" then
    for name in lfs.dir(path) do
      if name ~= "." and name ~= ".." then remove(path .. "/" .. name) end
    end
  end
  assert(os.remove(path))
end

--- Removes it with all that is in it.
function folder:remove()
  remove(self.dir)
end

return folder
