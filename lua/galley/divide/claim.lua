--- Claims in the words of rules: a thin layer over the core's, shared by what a rule names
-- (named.lua) and what a divide or a plan returns (listed.lua).

local claim = {}

local BEHAVES = { story = "story", entry = "entry", sidebar = "sidebar", teaser = "teaser",
  comment = "comment", chrome = "chrome" }

--- How a kind behaves by a rule, or nil where it is unknown.
function claim.behaviour(rule, kind)
  return BEHAVES[kind] or BEHAVES[rule.kinds and rule.kinds[kind] or ""]
end

--- How each kind that a rule knows behaves: a table, not to be changed.
function claim.behaviours(rule)
  if not rule.kinds then return BEHAVES end
  local all = {}
  for kind in pairs(rule.kinds) do all[kind] = claim.behaviour(rule, kind) end
  for kind, behaves in pairs(BEHAVES) do all[kind] = behaves end
  return all
end

-- Keys in a fixed order, whatever table they come from.
local function sorted_keys(t)
  local keys = {}
  for key in pairs(t) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys
end

--- Free tags: strings in a list, or key = value.
function claim.tags(claims, id, tags)
  if not tags then return end
  for _, value in ipairs(tags) do claims:tag(id, nil, tostring(value)) end
  if #tags > 0 then return end
  for _, key in ipairs(sorted_keys(tags)) do claims:tag(id, key, tostring(tags[key])) end
end

--- The named fields that `from` has, in the order of `names`.
function claim.fields(claims, id, from, names)
  for _, name in ipairs(names) do
    local value = from[name]
    local kind = type(value)
    if kind == "string" or kind == "boolean" or math.type(value) == "integer" then
      claims:field(id, name, value)
    end
  end
end

return claim
