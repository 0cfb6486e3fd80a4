-- Lines by the story that belong to the card of another piece.

local links = include "generic/page/links"
local common_box = include("generic/page/view").common_box

-- Where the link of a line leads; nil where it only does something.
local function href_of(s, i)
  local link = i >= 1 and i <= s.count and s.f.link[i] or 0
  local href = link > 0 and s.page:value(link, "href") or nil
  return href and href:find("^[^#]") and not href:find("^%s*javascript:") and href or nil
end

--- Whether a line leads where one beside it does: they are of another piece.
local function in_card(s, i)
  local href = href_of(s, i)
  if not href or links.is_own_page(s, href) then return false end
  return href_of(s, i - 1) == href or href_of(s, i + 1) == href
end

local CARD_BLOCKS = 6 -- of a box with the linked headline and who wrote the piece below, or its source above

-- Whether the line above leads to another piece of the site, in a small box with it.
local function is_below_piece(s, i)
  local href, box = links.target(s, i - 1), common_box(s, i - 1, i)
  return href ~= nil and box > 0 and s.f.box_last[box] - s.f.box_first[box] < CARD_BLOCKS
    and links.leads_to_story(href)
end

--- Whether a line says who wrote another piece: it leads there with one beside it, or stands below one or two that do.
local function ends_card(s, i)
  local href = href_of(s, i - 1)
  if in_card(s, i) then return links.leads_to_story(href_of(s, i)) end
  if href == nil or links.is_own_page(s, href) or links.is_elsewhere(s, href) then return false end
  return href == href_of(s, i - 2) and href ~= href_of(s, i) or is_below_piece(s, i)
end


--- Whether a line of few words stands above the headline of another piece, in a box of its own below the text.
local function opens_card(s, i)
  local f, href = s.f, href_of(s, i + 1)
  if f.words[i] > 4 or not (href and links.leads_to_story(href)) then return false end
  local box = common_box(s, i, i + 1)
  return box > 0 and f.box_first[box] > s.last and f.box_last[box] - f.box_first[box] < CARD_BLOCKS
end

return { ends_card = ends_card, in_card = in_card, opens_card = opens_card }
