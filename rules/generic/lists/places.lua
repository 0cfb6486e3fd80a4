-- Where the headline stands in the items of a list: boxes of one shape, with as many lines, have it in the
-- same line. That of most of them is every one's.

local links = include "generic/page/links"
local view = include "generic/page/view"
local target, is_linkish = links.target, view.is_linkish

local LEAST = 3   -- items that say where it stands
local SHARE = 0.6 -- of those with as many lines

-- How many lines stand above the headlines of most items that have so many; nil where they do not agree.
local function usual_place(items, size)
  local counts, total, most = {}, 0, nil
  for _, item in ipairs(items) do
    if item.last - item.first == size then
      local place = item.headline - item.first
      counts[place], total = (counts[place] or 0) + 1, total + 1
      if not most or counts[place] > counts[most] then most = place end
    end
  end
  return counts[most] < total and counts[most] >= LEAST and counts[most] >= SHARE * total and most or nil
end

-- Whether a line may be the headline in place of another: one that leads to the same piece, of the same rank.
local function may_be(s, i, headline)
  local f = s.f
  if f.links[i] == 0 or f.hidden[i] == 1 or f.words[i] == 0 or f.digits[i] * 2 > f.chars[i] then return false end
  return f.level[i] >= f.level[headline] and is_linkish(s, i) and target(s, i) == target(s, headline)
end

--- Puts the headlines of a list's items where most have theirs. @param items boxes of one shape
local function settle_places(s, items)
  if #items <= LEAST then return end
  local places = {}
  for _, item in ipairs(items) do
    local size = item.last - item.first
    if size > 0 then
      if places[size] == nil then places[size] = usual_place(items, size) or false end
      local i = places[size] and item.first + places[size]
      if i and i ~= item.headline and may_be(s, i, item.headline) then item.headline = i end
    end
  end
end

return { settle_places = settle_places }
