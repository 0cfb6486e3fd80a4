-- One rule laid over another, key by key: a site's over its family's, a layout over the rule
-- that it belongs to. Beside the merged table goes a map of where each value stands: in which
-- source, and by which path there.
--
-- A place is { source, path, children }: `children` has the places of the keys that do not
-- simply follow from it.

local merge = {}

--- The place of what a source's rule returns. `source`: see rule/context.lua.
function merge.root(source)
  return { source = source, path = {} }
end

--- The place of a key below a place.
function merge.child(at, key)
  local known = at.children and at.children[key]
  if known then return known end
  local path = table.move(at.path, 1, #at.path, 1, {})
  path[#path + 1] = key
  return { source = at.source, path = path }
end

-- Lists, matchers and functions are values of their own: they replace, and are replaced.
local function is_keyed(value)
  return type(value) == "table" and value[1] == nil and not value.matcher
    and type(value["function"]) ~= "string" and next(value) ~= nil
end

--- Lays `top` over `base`; a place goes with each. Neither is changed.
-- @return the merged value and its place
function merge.over(base, base_at, top, top_at)
  if not (is_keyed(base) and is_keyed(top)) then return top, top_at end
  local result, at = {}, { source = top_at.source, path = top_at.path, children = {} }
  for key, value in pairs(base) do
    result[key], at.children[key] = value, merge.child(base_at, key)
  end
  for key, value in pairs(top) do
    local below = merge.child(top_at, key)
    if base[key] == nil then
      result[key], at.children[key] = value, below
    else
      result[key], at.children[key] = merge.over(base[key], merge.child(base_at, key), value, below)
    end
  end
  return result, at
end

--- The same table without some keys, and its place.
function merge.without(value, at, keys)
  local result, place = {}, { source = at.source, path = at.path, children = {} }
  for key, item in pairs(value) do
    if not keys[key] then result[key], place.children[key] = item, merge.child(at, key) end
  end
  return result, place
end

--- The source of a key path from a place, and the path there.
function merge.origin(at, path)
  local last = #path
  for i = 1, last do
    if not at.children then
      return at.source, table.move(path, i, last, #at.path + 1, table.move(at.path, 1, #at.path, 1, {}))
    end
    at = merge.child(at, path[i])
  end
  return at.source, at.path
end

return merge
