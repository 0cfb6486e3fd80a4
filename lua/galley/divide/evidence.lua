--- Values that a rule takes from a page's metadata: a meta element by name, or a key path
-- in its JSON-LD.

local witness = require "galley.divide.witness"

local evidence = {}

local OBJECTS_MOST = 400 -- of JSON-LD looked at

-- meta elements are few and rules ask for several: one pass would not be worth a cache.
local function of_meta(page, name)
  local found = {}
  for _, row in ipairs(page:find("meta[content]", 0)) do
    for _, key in ipairs { "property", "name", "itemprop" } do
      local has = page:attr(row, key)
      if has and has:lower() == name:lower() then
        local value, start, stop = page:attr(row, "content")
        found[#found + 1] = { value = value, given = start and { start, stop } }
        break
      end
    end
  end
  return found
end

-- Follows a path of keys; on the way a list means each of its items.
local function follow(value, keys, at, found)
  if type(value) == "table" and value[1] ~= nil and keys[at] ~= nil and not math.tointeger(tonumber(keys[at])) then
    for _, one in ipairs(value) do follow(one, keys, at, found) end
  elseif keys[at] == nil then
    if type(value) == "string" or type(value) == "number" then
      found[#found + 1] = { value = tostring(value) }
    elseif type(value) == "table" then
      for _, one in ipairs(value) do follow(one, keys, at, found) end
    end
  elseif type(value) == "table" then
    follow(value[keys[at]] or value[math.tointeger(tonumber(keys[at]))], keys, at + 1, found)
  end
end

local function of_jsonld(page, path)
  local keys, found = {}, {}
  for key in path:gmatch "[^.]+" do keys[#keys + 1] = key end
  local queue, at = witness.documents(page), 1
  while at <= #queue and at <= OBJECTS_MOST do
    local object = queue[at]
    at = at + 1
    if object[1] == nil then follow(object, keys, 1, found) end
    for _, nested in ipairs { object["@graph"] or object } do
      for _, one in ipairs(type(nested) == "table" and nested or {}) do
        if type(one) == "table" then queue[#queue + 1] = one end
      end
    end
  end
  return found
end

--- The values of "meta:NAME" or "jsonld:KEY.KEY": a list of { value, given = {start, stop} },
--- given in the bytes as given where the value stands in an attribute.
function evidence.find(page, from)
  local kind, name = from:match "^(%a+):(.*)$"
  if kind == "meta" then return of_meta(page, name) end
  return of_jsonld(page, name)
end

return evidence
