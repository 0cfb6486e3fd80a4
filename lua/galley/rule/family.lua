-- Families of rules: `extends = "cms/arc"` takes over the rule rules/cms/arc.lua, key by key.
-- A family may extend another.

local core = require "galley.core"
local merge = require "galley.rule.merge"
local schema = require "galley.rule.schema"

local family = {}

local DEPTH_MOST = 8

-- What a rule does not take over: it says whose it is and for which pages.
local OWN = {}
for _, row in ipairs(schema.keys) do OWN[row.key] = row.own end

local function read_file(path)
  local file = io.open(path, "rb")
  local source = file and file:read "a"
  if file then file:close() end
  return source
end

-- Only what lies below the folders: no way up, no absolute path.
local function is_safe(name)
  return name:find "^[%w_][%w_%-/]*$" and not name:find "//" and not name:find "/$"
end

-- The family's file: beside the rule, then in the folders of rules.
local function find(name, path, roots)
  local folders = { path:match "^(.*[/\\])[^/\\]*$" or "" }
  for _, root in ipairs(roots) do folders[#folders + 1] = (root:gsub("/*$", "/")) end
  for _, folder in ipairs(folders) do
    local file = folder .. name .. ".lua"
    local source = file ~= path and read_file(file)
    if source then return source, file end
  end
end

local function wrong(made, message, name)
  made:problem({ "extends" }, message, { code = "rule-extends", expected = "a family's name", found = tostring(name) })
  return nil, made.problems[#made.problems]
end

local function load_one(made, current, read, roots)
  local name = current.raw.extends
  if type(name) ~= "string" or not is_safe(name) then
    return wrong(made, ('expected the name of a rule such as "cms/arc", found %s'):format(
      type(name) == "string" and ("%q"):format(name) or type(name)), name)
  end
  local source, file = find(name, current.source.file, roots)
  if not source then
    return wrong(made, ("there is no %s.lua in the rule's folder or the rules'"):format(name), name)
  end
  return read(source, file, name .. ".lua")
end

local function check_circle(made, sources, loaded)
  for _, one in ipairs(sources) do
    if one.file == loaded.source.file then
      return wrong(made, "the families go round in a circle", loaded.source.file)
    end
  end
  if #sources > DEPTH_MOST then return wrong(made, "too many families, each of another", #sources) end
  return true
end

--- Lays a rule over the families that it extends.
-- @param own { raw, digest, source } as the loader read it; `read(source, path, base)` gives the
--   same for a family's file
-- @return { raw, digest, families }, and all sources; or nil, the sources and a fault. The
--   context's places are those of the merged table
function family.extend(made, own, read, roots)
  local sources, chain, digests, current = { own.source }, { own }, { own.digest }, own
  while type(current.raw) == "table" and current.raw.extends ~= nil do
    made.at = merge.root(current.source)
    local loaded, err = load_one(made, current, read, roots)
    if not loaded then return nil, sources, err end
    local ok, circle = check_circle(made, sources, loaded)
    sources[#sources + 1] = loaded.source
    if not ok then return nil, sources, circle end
    loaded.source.rank = #sources - 1
    chain[#chain + 1], digests[#digests + 1], current = loaded, loaded.digest, loaded
  end
  local raw, at = chain[#chain].raw, merge.root(chain[#chain].source)
  for i = #chain - 1, 1, -1 do
    raw, at = merge.without(raw, at, OWN)
    raw, at = merge.over(raw, at, chain[i].raw, merge.root(chain[i].source))
  end
  made.at = at
  local families = {}
  for i = 2, #sources do families[i - 1] = sources[i].base end
  return { raw = raw, families = families, digest = #digests > 1 and core.sha256(table.concat(digests)) or digests[1] },
    sources
end

return family
