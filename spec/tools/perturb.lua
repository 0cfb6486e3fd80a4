-- Pages as they may be tomorrow: some of the classes renamed, the chrome in another order.
-- By a seed, so that a page that fails can be had again.

local core = require "galley.core"

local perturb = {}

-- A generator of our own, since math.random differs between versions of Lua (the constants
-- are those of Numerical Recipes, 2nd edition, section 7.1).
local function dice(seed)
  local state = seed & 0xFFFFFFFF
  return function(most)
    state = (state * 1664525 + 1013904223) & 0xFFFFFFFF
    return (state >> 8) % most + 1
  end
end

local CLASS = "(%sclass%s*=%s*)([\"'])(.-)%2"

local function classes_of(html)
  local list, seen = {}, {}
  for _, _, value in html:gmatch(CLASS) do
    for name in value:gmatch "%S+" do
      if not seen[name] then
        seen[name] = true
        list[#list + 1] = name
      end
    end
  end
  return list
end

-- Renames `share` of a page's classes (0 to 1, at least one class), each everywhere.
-- @return the page
function perturb.rename_classes(html, share, seed)
  local list, random, renamed = classes_of(html), dice(seed), {}
  local count = #list > 0 and math.max(1, math.floor(#list * share)) or 0
  for i = 1, count do
    local at = random(#list)
    renamed[table.remove(list, at)] = ("x%d-%d"):format(seed, i)
  end
  local changed = html:gsub(CLASS, function(before, quote, value)
    return before .. quote .. value:gsub("%S+", renamed) .. quote
  end)
  return changed
end

-- The extents of what is chrome by its element's name, outermost only, that hold none of the
-- spans of `keep`.
local function chrome_of(page, keep)
  local list, last = {}, 0
  for _, row in ipairs(page:find("nav, aside, footer, body > header", 0)) do
    local start, stop = page:extent(row)
    local free = start ~= nil and start >= last and page:tag_span(row) ~= nil
    for _, span in ipairs(keep) do
      free = free and (span[2] <= start or span[1] >= stop)
    end
    if free then
      list[#list + 1] = { start, stop }
      last = stop
    end
  end
  return list
end

-- Sets a page's navs, asides, headers and footers in another order, each in the place of one
-- of the others. `keep`: spans that must stay where they are (the story's).
-- @return the page
function perturb.reorder_chrome(html, keep, seed)
  local page <close> = assert(core.parse(html))
  local list, random, order = chrome_of(page, keep), dice(seed), {}
  for i = 1, #list do order[i] = i end
  for i = #order, 2, -1 do
    local j = random(i)
    order[i], order[j] = order[j], order[i]
  end
  local pieces, at = {}, 0
  for i, extent in ipairs(list) do
    local other = list[order[i]]
    pieces[#pieces + 1] = html:sub(at + 1, extent[1])
    pieces[#pieces + 1] = html:sub(other[1] + 1, other[2])
    at = extent[2]
  end
  pieces[#pieces + 1] = html:sub(at + 1)
  return table.concat(pieces)
end

return perturb
