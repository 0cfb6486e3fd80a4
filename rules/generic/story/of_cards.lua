-- Lines by the story that belong to the card of another piece.

local links = include "generic/page/links"

local function href_of(s, i)
  local link = i >= 1 and i <= s.count and s.f.link[i] or 0
  return link > 0 and s.page:value(link, "href") or nil
end

--- Whether a line leads where one beside it does: they are of another piece.
local function in_card(s, i)
  local href = href_of(s, i)
  if not href or links.is_own_page(s, href) then return false end
  return href_of(s, i - 1) == href or href_of(s, i + 1) == href
end

--- Whether a line says who wrote another piece: it leads there with one beside it, or stands below two that do.
local function ends_card(s, i)
  local href = href_of(s, i - 1)
  if in_card(s, i) then return links.leads_to_story(href_of(s, i)) end
  return href ~= nil and href == href_of(s, i - 2) and href ~= href_of(s, i) and not links.is_own_page(s, href)
end

return { ends_card = ends_card, in_card = in_card }
