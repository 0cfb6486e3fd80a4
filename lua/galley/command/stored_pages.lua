--- The stored pages that tests of rules are held against: by their path, or found in folders
-- by the digest of their unpacked bytes.

local core = require "galley.core"
local fault = require "galley.fault"
local input = require "galley.input"
local lfs = require "lfs"

local stored_pages = {}
stored_pages.__index = stored_pages

--- @param folders a list of folders, looked through when a digest is asked for
function stored_pages.new(folders)
  return setmetatable({ folders = folders, files = nil, looked = 0, by_digest = {} }, stored_pages)
end

local function is_file(path)
  return lfs.attributes(path, "mode") == "file"
end

-- All files below a folder, in the order of their names.
local function files_below(folder, list)
  local names = {}
  for name in lfs.dir(folder) do
    if name:sub(1, 1) ~= "." then names[#names + 1] = name end
  end
  table.sort(names)
  for _, name in ipairs(names) do
    local path = folder .. "/" .. name
    local mode = lfs.attributes(path, "mode")
    if mode == "directory" then
      files_below(path, list)
    elseif mode == "file" and not name:find "%.lua$" and not name:find "%.jsonl?$" then
      list[#list + 1] = path
    end
  end
  return list
end

-- Reads on through the folders until the digest turns up.
local function by_digest(self, digest)
  if not self.files then
    self.files = {}
    for _, folder in ipairs(self.folders) do files_below(folder, self.files) end
  end
  while not self.by_digest[digest] and self.looked < #self.files do
    self.looked = self.looked + 1
    local path = self.files[self.looked]
    local page = input.read(path)
    if page then
      local found = core.sha256(page.bytes)
      self.by_digest[found] = self.by_digest[found] or path
    end
  end
  return self.by_digest[digest]
end

local function by_path(self, page, base)
  if page:sub(1, 1) == "/" then return is_file(page) and page or nil end
  local folders = table.move(self.folders, 1, #self.folders, 2, { base })
  for _, folder in ipairs(folders) do
    local path = (folder:gsub("/*$", "/")) .. page
    if is_file(path) then return path end
  end
end

--- The page of a test ({ page, sha256 }) of a rule in the folder `base`.
-- @return as input.read, with `sha256`; or nil and a fault
function stored_pages:find(test, base)
  local path = test.page and by_path(self, test.page, base) or test.sha256 and by_digest(self, test.sha256:lower())
  if not path then
    return nil, fault.new { code = "input-missing", message = ("its page%s is not there; name its folder by --pages")
      :format(test.page and " " .. test.page or " (found by its digest)") }
  end
  local page, err = input.read(path)
  if page then page.sha256 = core.sha256(page.bytes) end
  return page, err
end

return stored_pages
