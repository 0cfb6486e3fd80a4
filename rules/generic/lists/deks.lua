-- Short lines below headlines: they are deks where the longer ones of items set alike are, or where each says
-- something else and most are no names.

local LEAST = 2 -- deks in a place
local SHARE = 3 -- of so many lines there one is a dek

-- The lines and the number of deks in a place: so far below the headlines of items of one shape in one box.
local function place_of(places, f, teaser, part)
  local key = f.box_shape[teaser.box] .. ":" .. teaser.around .. ":" .. part.block - teaser.headline
  local place = places[key]
  if not place then
    place = { deks = 0, lines = {}, worded = 0, said = {}, again = 0 }
    places[key] = place
  end
  return place
end

local function add_line(s, place, part)
  local hash = s.f.hash[part.block]
  if place.said[hash] then place.again = place.again + 1 end
  place.said[hash] = true
  if s.f.text[part.block]:find " %l" then place.worded = place.worded + 1 end
  place.lines[#place.lines + 1] = part
end

-- Whether a teaser has such a line, where others of its shape may be beside it.
local function may_have(teaser)
  return teaser.box and teaser.around > 0 and teaser.siblings > LEAST and #teaser.content > 1
end

local function places_of(s, teasers)
  local places, found = {}, {}
  for _, teaser in ipairs(teasers) do
    for _, part in ipairs(may_have(teaser) and teaser.content or {}) do
      local tag = part.block and part.block > teaser.headline and part.tag
      if tag == "dek" then
        local place = place_of(places, s.f, teaser, part)
        place.deks = place.deks + 1
      elseif tag == "detail" and s.f.digits[part.block] == 0 then
        local place = place_of(places, s.f, teaser, part)
        add_line(s, place, part)
        if #place.lines == 1 then found[#found + 1] = place end
      end
    end
  end
  return found
end

local function has_deks(place)
  local lines = #place.lines
  if place.deks >= LEAST and place.deks * SHARE >= place.deks + lines then return true end
  return place.deks > 0 and place.again == 0 and place.worded * 2 >= lines
end

--- Makes deks of the lines of teasers in whose place others have theirs.
local function settle_deks(s, teasers)
  for _, place in ipairs(places_of(s, teasers)) do
    for _, part in ipairs(has_deks(place) and place.lines or {}) do part.tag = "dek" end
  end
end

return { settle_deks = settle_deks }
