-- A reader for pandoc: pandoc -f galley.lua page.html
--
-- The story is the document's body; sidebars, teasers and comments are Divs whose class
-- is their kind and which bear data-start, data-stop (bytes of the file) and data-rule.
-- Runs in Lua 5.3 (Debian's pandoc) and 5.4. Where pandoc cannot load C modules, as
-- the statically linked builds cannot, the `galley` command does the work.

local pandoc = require "pandoc"

-- From a checkout the modules are found from this file's own place.
do
  local folder = (PANDOC_SCRIPT_FILE or ""):match "^(.*)/[^/]*$" or "."
  local top = folder .. "/../../.."
  local build = ("%s/build/%s/?.so"):format(top, _VERSION:lower():gsub(" ", ""))
  package.path = ("%s/lua/?.lua;%s/lua/?/init.lua;%s/build/share/?.lua;"):format(top, top, top) .. package.path
  package.cpath = build .. ";" .. package.cpath
end

-- pandoc 3 brings an lpeg and a re of its own as globals; the system's re would not fit
-- that lpeg.
for _, name in ipairs { "lpeg", "re" } do
  package.loaded[name] = package.loaded[name] or rawget(_G, name)
end

local function decoded(json)
  local ok, cjson = pcall(require, "cjson")
  if ok then return cjson.decode(json) end
  return pandoc.json.decode(json, false)
end

-- The command does what the module cannot.
local function by_command(bytes, reason)
  local ok, json = pcall(pandoc.pipe, "galley", { "extract", "--format", "jsonl", "-" }, bytes)
  if ok then return decoded(json) end
  error(("galley: its core cannot be loaded here (%s), and the command `galley` did not do it either (%s)"):format(
    tostring(reason):match "[^\n]*", tostring(json)), 0)
end

-- The sheet of a page given as bytes; `path` only names it.
local function sheet_of(bytes, path)
  local ok, galley = pcall(require, "galley")
  if not ok then return by_command(bytes, galley) end
  local page, fault = require("galley.input").page(bytes, path)
  if not page then error("galley: " .. tostring(fault), 0) end
  local sheet, err = galley.extract(page.bytes, { path = path, id = page.id, kind = page.kind })
  if not sheet then error(("galley: %s: %s"):format(path, tostring(err)), 0) end
  return sheet
end

local function add(bytes, path, all, meta)
  local content, own = require("galley.pandoc.blocks").of(sheet_of(bytes, path))
  for _, block in ipairs(content) do all[#all + 1] = block end
  return next(meta) and meta or own
end

-- pandoc 3: the bytes as they are.
local function read_bytes(bytes)
  local all = {}
  local path = PANDOC_STATE and PANDOC_STATE.input_files[1] or "-"
  local meta = add(bytes, path, all, {})
  return pandoc.Pandoc(all, meta)
end

-- pandoc 2: the text it hands over has other bytes than the file (tabs, line ends,
-- charset), so the file is read anew.
local function read_sources(sources)
  local all, meta = {}, {}
  for _, source in ipairs(sources) do
    local file = source.name ~= "" and io.open(source.name, "rb")
    if not file then
      error("galley: this pandoc hands over changed bytes for standard input and URLs; name a file", 0)
    end
    local bytes = file:read "a"
    file:close()
    meta = add(bytes, source.name, all, meta)
  end
  return pandoc.Pandoc(all, meta)
end

-- Where both are defined pandoc takes Reader, so only one is.
if PANDOC_VERSION and tostring(PANDOC_VERSION):match "^[12]%." then
  function Reader(sources) return read_sources(sources) end -- luacheck: ignore 111
else
  function ByteStringReader(bytes) return read_bytes(bytes) end -- luacheck: ignore 111
end
