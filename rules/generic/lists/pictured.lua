-- Teasers whose words are no link, but the picture above them is: its text is their headline, or several stand alike.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local links = include "generic/page/links"
local letters = include("generic/page/words").normal
local is_elsewhere, is_own_page, leads_to_story = links.is_elsewhere, links.is_own_page, links.leads_to_story

local LEAST = 3 -- of those that stand alike
local own = {
  BOILERPLATE = phrases.BOILERPLATE, LINES = 4, -- of a box at most
  CLOSED_TAGS = names.NAV | names.FOOTER | names.FORM | names.BUTTON | names.DIALOG_TAG,
  CLOSED_HINTS = names.H_AD | names.H_COMMENT | names.H_DIALOG | names.H_FORM | names.H_BIO | names.H_BYLINE,
}

-- Lines below a picture that are as long as a headline and no link, with another picture or a link close to them.
local BELOW = formula("blocks", [[
  return images > 0 and links == 0 and words >= 3 and words <= 30 and hidden == 0 and not claimed and box > 0
    and box_first[box] == row and box_around_tags[box] & CLOSED_TAGS == 0
    and (links[row + 1] > 0 or images[row + 1] + images[row - 1] + images[row + 2] + images[row - 2] > 0)
    and box_around_hints[box] & CLOSED_HINTS == 0 and not matches(BOILERPLATE)
]], own)

-- The first link in an element that has no text, to another story of this site.
local function picture_link(s, row)
  for _, link in ipairs(s.page:find("a", row)) do
    local from, to = s.page:range(link)
    local href = (from == nil or from >= to or not s.page:read(from, to):find("%S")) and s.page:value(link, "href")
    if href and links.usable(href) then
      return leads_to_story(href) and not is_elsewhere(s, href) and not is_own_page(s, href) and href or nil, link
    end
  end
end

-- The box that begins with a line and has such a link, and where that leads; its lines are neither claimed nor linked.
local function linked_box(s, i)
  local f, box = s.f, s.f.box[i]
  while box > 0 and f.box_first[box] == i and f.box_last[box] - i < own.LINES do
    if f.links[f.box_last[box]] > 0 or s.role[f.box_last[box]] then return nil end
    local href, link = picture_link(s, f.box_row[box])
    if link then return href and box, href, link end
    box = f.box_parent[box]
  end
end

-- Whether a link or the picture in it is named as a line reads.
local function is_named(s, i, link)
  local page, text = s.page, letters(s.f.text[i])
  if letters(page:attr(link, "title") or "") == text then return true end
  local picture = page:find("img", link, true)[1]
  return picture ~= nil and letters(page:attr(picture, "alt") or "") == text
end

-- The items of a page that are so.
local function find_pictured(s)
  local f, counts, found, items = s.f, {}, {}, {}
  for _, i in ipairs(f:rows(BELOW)) do
    local box, href, link
    if not s.role[i] then box, href, link = linked_box(s, i) end
    if box then
      local key = f.box_parent[box] << 32 | f.box_shape[box]
      counts[key] = (counts[key] or 0) + 1
      found[#found + 1] = { box = box, first = i, last = f.box_last[box], headline = i, href = href,
        around = f.box_parent[box], siblings = 1, key = key, named = is_named(s, i, link) }
    end
  end
  for _, item in ipairs(found) do
    item.siblings = counts[item.key]
    if item.named or item.siblings >= LEAST then items[#items + 1] = item end
  end
  return items
end

return { find_pictured = find_pictured }
