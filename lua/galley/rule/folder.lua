-- A folder of rules: its files, what their heads say, their digests. An index in the folder
-- (`galley rules --rules FOLDER --index` writes it) spares reading files that have not changed.

local core = require "galley.core"
local heads = require "galley.rule.heads"
local json = require "cjson.safe"
local lfs = require "lfs"

local folder = {}
folder.__index = folder

local INDEX = "index.json"
local DEPTH_MOST = 8
local SETTLED = 2 -- seconds after which a file's time says that it has not changed since

local function read_file(path)
  local file, message = io.open(path, "rb")
  if not file then return nil, message end
  local bytes, why = file:read "a"
  file:close()
  return bytes, why
end

-- The Lua files below `dir`, their paths within it.
local function files_below(dir, prefix, depth, found)
  local ok, iterate, state = pcall(lfs.dir, dir .. prefix)
  if not ok then return nil end
  for name in iterate, state do
    local path = prefix .. name
    if name:find "^[^.].*%.lua$" then
      found[#found + 1] = path
    elseif not name:find "[.]" and depth < DEPTH_MOST and lfs.attributes(dir .. path, "mode") == "directory" then
      files_below(dir, path .. "/", depth + 1, found)
    end
  end
  return found
end

local function is_list(value)
  for _, text in ipairs(type(value) == "table" and value or { 0 }) do
    if type(text) ~= "string" then return false end
  end
  return type(value) == "table"
end

local function is_known(one)
  if type(one) ~= "table" or type(one.sha256) ~= "string" or not one.sha256:find "^%x+$" then return false end
  local head = one.head
  return head == nil or type(head) == "table" and is_list(head.hosts) and is_list(head.paths)
    and type(head.input) == "string" and (head.name == nil or type(head.name) == "string")
end

-- What the index says by file, or nothing where there is none that can be read.
local function read_index(dir)
  local text = read_file(dir .. INDEX)
  local index = text and json.decode(text)
  return type(index) == "table" and index.galley == 1 and type(index.files) == "table" and index.files or {}
end

-- What is known of a file: from the index if it is as it was, else by reading it.
local function look(self, path)
  local known = self.known[path]
  local now = lfs.attributes(self.dir .. path) or {}
  local size, changed = now.size, now.modification
  if is_known(known) and known.size == size and known.changed == changed and size then return known end
  local source = read_file(self.dir .. path)
  if not source then return { path = path } end
  self.read = self.read + 1
  return { size = size, changed = changed, sha256 = core.sha256(source),
    head = not path:find("/", 1, true) and heads.read(source) or nil }
end

--- Opens a folder. @return its files, or nil where it cannot be read
function folder.open(dir)
  dir = dir:gsub("/*$", "/")
  local paths = files_below(dir, "", 1, {})
  if not paths then return nil end
  table.sort(paths)
  return setmetatable({ dir = dir, paths = paths, known = read_index(dir), looks = {}, read = 0 }, folder)
end

--- What is known of a file of the folder: { size, changed, sha256, head }; head as heads.read gives
--- it, nil where the file has to be run to know.
function folder:look(path)
  self.looks[path] = self.looks[path] or look(self, path)
  return self.looks[path]
end

--- The paths of the rules themselves: families and what is included lie in folders below.
function folder:rules()
  local list = {}
  for _, path in ipairs(self.paths) do
    if not path:find("/", 1, true) then list[#list + 1] = path end
  end
  return list
end

--- The digest of all files: of what `sha256sum` prints for them, in the order of their paths.
function folder:digest()
  if not self.sha256 then
    local rows = {}
    for i, path in ipairs(self.paths) do rows[i] = ("%s  %s\n"):format(self:look(path).sha256 or "-", path) end
    self.sha256 = core.sha256(table.concat(rows))
  end
  return self.sha256
end

local function quoted(list)
  local out = {}
  for i, text in ipairs(list) do out[i] = core.json_string(text) end
  return "[" .. table.concat(out, ",") .. "]"
end

local function head_json(head)
  if not head then return "" end
  return (',"head":{"hosts":%s,"paths":%s,"input":%s%s}'):format(quoted(head.hosts), quoted(head.paths),
    core.json_string(head.input), head.name and ',"name":' .. core.json_string(head.name) or "")
end

--- The index as it is to be written; `now`: the time.
function folder:index(now)
  local rows = {}
  for i, path in ipairs(self.paths) do
    local one = self:look(path)
    -- a file that was changed just now may change again within the same second
    local changed = one.changed and one.changed < now - SETTLED and one.changed or -1
    rows[i] = ('%s:{"size":%d,"changed":%d,"sha256":%s%s}'):format(core.json_string(path), one.size or 0, changed,
      core.json_string(one.sha256 or ""), head_json(one.head))
  end
  return '{"galley":1,"files":{\n' .. table.concat(rows, ",\n") .. "\n}}\n"
end

--- Writes the index. @return its path, or nil and a message
function folder:write_index()
  local path = self.dir .. INDEX
  local file, message = io.open(path .. ".tmp", "wb")
  if not file then return nil, message end
  local ok, why = file:write(self:index(os.time()))
  local closed, close_why = file:close()
  if not (ok and closed) then return nil, why or close_why end
  ok, why = os.rename(path .. ".tmp", path)
  return ok and path, why
end

return folder
