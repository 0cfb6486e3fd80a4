-- Teasers set between the paragraphs: boxes of few lines of which two links lead to one other page
-- of the site, the headline and the call below it ("Read more"). What is between them is no running text.

local view = include "generic/view"
local links = include "generic/links"
local drop, parent_box = view.drop, view.parent_box
local is_elsewhere, is_own_page, target = links.is_elsewhere, links.is_own_page, links.target

local LINES = 6    -- of such a box at most
local SHARE = 0.25 -- of the story's text, that such a box has at most

-- Short links that are all of their line.
local CALLS = formula("blocks", [[
  return links == 1 and words <= 4 and link_chars >= 0.9 * chars and hidden == 0 and level == 0 and not has_role
]])

-- Whether another line of the box links to the same page.
local function links_twice(s, box, call, href)
  for i = s.f.box_first[box], s.f.box_last[box] do
    if i ~= call and s.f.links[i] > 0 and target(s, i) == href then return true end
  end
  return false
end

local function drop_insets(s)
  local f = s.f
  f:mark("has_role", s.role)
  for _, i in ipairs(f:rows(CALLS, nil, f.box_first[s.container], f.box_last[s.container])) do
    local box, href = parent_box(f, i), target(s, i)
    if href and box > s.container and f.box_last[box] - f.box_first[box] < LINES
      and view.sum_in(s, s.weights_all, box) <= SHARE * s.container_weight
      and not is_elsewhere(s, href) and not is_own_page(s, href) and links_twice(s, box, i, href) then
      for j = f.box_first[box], f.box_last[box] do drop(s, j) end
    end
  end
end

return { drop_insets = drop_insets }
