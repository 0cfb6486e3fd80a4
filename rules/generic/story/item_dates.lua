-- Dates beside links to other stories: they say when those appeared, though they stand at the head or the
-- foot of this one.

local view = include "generic/page/view"
local links = include "generic/page/links"
local common_box, is_in_run = view.common_box, include("generic/lists/runs").is_in_run

local BOX = 6 -- lines of the box around a link and its date, at most

local ABOVE, BELOW, OVER_TEXT = 1, 2, 4 -- where the link stands
local places = { ABOVE = ABOVE, BELOW = BELOW, OVER_TEXT = OVER_TEXT }
local BOTH = ABOVE | BELOW
local FOUND = formula("blocks", "return beside_link")
local DATES = { published = true, modified = true }

-- Lines of few words with a day or a time near one that is all one link and as long as a headline: several links are
-- sections. Where the link stands, as bits.
local BESIDE = formula("blocks", [[
  if digits == 0 or links > 0 or words > 12 then return 0 end
  local at = 0
  if links[row - 1] == 1 and words[row - 1] >= 3 and link_chars[row - 1] >= 0.8 * chars[row - 1] then at = ABOVE end
  if links[row + 1] == 1 and words[row + 1] >= 3
    and link_chars[row + 1] >= 0.8 * chars[row + 1] then at = at | BELOW end
  if links[row - 1] == 0 and links[row - 2] == 1 and words[row - 2] >= 3
    and link_chars[row - 2] >= 0.8 * chars[row - 2] then at = at | OVER_TEXT end
  return at
]], places)

-- Whether a link near a date leads to another story of the site, in a small box with it.
local function is_of_item(s, i, link)
  if s.role[link] then return false end
  local href, box = links.target(s, link), common_box(s, math.min(i, link), math.max(i, link))
  return href ~= nil and box > 0 and s.f.box_last[box] - s.f.box_first[box] < BOX and links.leads_to_story(href)
    and not links.is_elsewhere(s, href) and not links.is_own_page(s, href)
end

-- Whether a date is that of the link near it: other than right below, of one among several alike.
local function is_items_date(s, i, at)
  if at & ABOVE ~= 0 and is_of_item(s, i, i - 1) then return true end
  if at & BELOW ~= 0 and is_of_item(s, i, i + 1) and is_in_run(s, i + 1) then return true end
  return at & OVER_TEXT ~= 0 and is_of_item(s, i, i - 2) and is_in_run(s, i - 2)
end

local SIGNED = { byline = true, published = true, modified = true }

-- Whether a line of who wrote it and when stands between links to two other stories, beside them in one box: of a list
-- without boxes for its items, however long.
local function is_in_list(s, i)
  local box, around, above, below = s.f.box, s.f.box_parent, links.target(s, i - 1), links.target(s, i + 1)
  local list = around[box[i - 1]]
  if list ~= around[box[i + 1]] or list ~= box[i] and list ~= around[box[i]] then return false end
  if not above or not below or above == below then return false end
  return links.leads_to_story(above) and links.leads_to_story(below) and not links.is_elsewhere(s, above)
    and not links.is_own_page(s, above)
end

--- Gives them back to the page.
local function release_item_dates(s)
  s.f:derive("beside_link", BESIDE)
  for _, i in ipairs(s.f:rows(FOUND)) do
    local at, role = s.f.beside_link[i], s.role[i]
    if DATES[role] and is_items_date(s, i, at) or SIGNED[role] and at & BOTH == BOTH and is_in_list(s, i) then
      s.role[i] = nil
    end
  end
end

return { release_item_dates = release_item_dates }
