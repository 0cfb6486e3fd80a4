-- Which site a URL is of, and how well a rule's hosts and paths fit it.

local site = {}

--- The host (lower case, no port) and the path of a URL; nil where it has none.
function site.split(url)
  local rest = url and url:match "^%a[%w+.-]*://(.*)$" or url and url:match "^//(.*)$"
  if not rest then return nil end
  local authority, path = rest:match "^([^/?#]*)([^?#]*)"
  local host = authority:gsub("^.*@", ""):gsub(":%d*$", ""):gsub("%.$", ""):lower()
  if host == "" then return nil end
  return host, path == "" and "/" or path
end

-- A glob over the start of a path: `*` stands for anything. Pieces are looked for in turn,
-- so the time is linear in the path for each.
local function fits_start(path, glob)
  local at, first = 1, true
  for piece in (glob .. "*"):gmatch "([^*]*)%*" do
    local from, to = path:find(piece, at, true)
    if not from or (first and from ~= 1) then return false end
    at, first = to + 1, false
  end
  return true
end

local function host_fit(host, pattern)
  local below = pattern:match "^%*%.(.*)$"
  if not below then return host == pattern and #pattern * 2 + 1 or 0 end
  return host:sub(-#below - 1) == "." .. below and #below * 2 or 0
end

--- How well lists of hosts and paths fit: nil where they do not, else a number; the longer
--- host is the better, then the longer path.
function site.fit(host, path, hosts, paths)
  local best = 0
  for _, pattern in ipairs(hosts) do best = math.max(best, host_fit(host, pattern:lower())) end
  if best == 0 then return nil end
  if not paths or #paths == 0 then return best * 10000 end
  local longest
  for _, glob in ipairs(paths) do
    if fits_start(path, glob) then longest = math.max(longest or 0, math.min(#glob, 9999)) end
  end
  return longest and best * 10000 + longest
end

return site
