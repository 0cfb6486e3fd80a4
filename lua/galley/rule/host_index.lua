-- Which rules could be for a host: looked up by it and by what it lies below, so that two
-- thousand rules cost no more than one.

local site = require "galley.rule.site"

local host_index = {}
host_index.__index = host_index

local function put(map, key, place)
  map[key] = map[key] or {}
  local list = map[key]
  if list[#list] ~= place then list[#list + 1] = place end
end

--- An index over entries { hosts, paths, … }, by their place in the list.
function host_index.new(entries)
  local self = setmetatable({ entries = entries, exact = {}, below = {} }, host_index)
  for place, entry in ipairs(entries) do
    for _, host in ipairs(entry.hosts) do
      local under = host:lower():match "^%*%.(.*)$"
      put(under and self.below or self.exact, under or host:lower(), place)
    end
  end
  return self
end

local function add(found, known, list)
  for _, place in ipairs(list or {}) do
    if not known[place] then
      known[place] = true
      found[#found + 1] = place
    end
  end
end

--- The entries that fit a host and path: a list of { entry, fit, place }, in their order.
function host_index:find(host, path)
  local places, known, found = {}, {}, {}
  add(places, known, self.exact[host])
  for at in host:gmatch "%.()" do add(places, known, self.below[host:sub(at)]) end
  table.sort(places)
  for _, place in ipairs(places) do
    local entry = self.entries[place]
    local fit = site.fit(host, path, entry.hosts, entry.paths)
    if fit then found[#found + 1] = { entry = entry, fit = fit, place = place } end
  end
  return found
end

return host_index
