-- Dates right below links to other stories: they say when those appeared, though they stand at the head or the
-- foot of this one.

local view = include "generic/page/view"
local links = include "generic/page/links"
local common_box = view.common_box

local BOX = 6 -- lines of the box around a link and its date, at most

-- Lines of few words below one that is all one link and as long as a headline: several links are sections.
local BELOW = formula("blocks", [[
  return digits > 0 and links == 0 and words <= 12 and links[row - 1] == 1 and words[row - 1] >= 3
    and link_chars[row - 1] >= 0.8 * chars[row - 1]
]])

-- Whether the line above a date leads to another story of the site, in a small box with it.
local function is_items_date(s, i)
  if s.role[i - 1] then return false end
  local href, box = links.target(s, i - 1), common_box(s, i - 1, i)
  return href ~= nil and box > 0 and s.f.box_last[box] - s.f.box_first[box] < BOX and links.leads_to_story(href)
    and not links.is_elsewhere(s, href) and not links.is_own_page(s, href)
end

--- Gives them back to the page.
local function release_item_dates(s)
  for _, i in ipairs(s.f:rows(BELOW)) do
    if s.role[i] == "published" and is_items_date(s, i) then s.role[i] = nil end
  end
end

return { release_item_dates = release_item_dates }
