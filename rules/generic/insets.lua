-- Teasers set between the paragraphs: boxes of few lines of which two links lead to one other page
-- of the site, the headline and the call below it ("Read more"), and lines that are a label and a link. What is
-- in them is no running text.

local view = include "generic/view"
local links = include "generic/links"
local drop, parent_box = view.drop, view.parent_box
local is_elsewhere, is_own_page, leads_to_story, target = links.is_elsewhere, links.is_own_page, links.leads_to_story,
  links.target

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

local function drop_boxes(s)
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

-- Lines that a link ends, a label before it: "Background: The long way of the ferry".
local LABELLED = formula("blocks", [[
  return links == 1 and words <= LABELLED_WORDS and link_chars >= 0.4 * chars and link_chars < chars and terminal == 0
    and running > 0 and hidden == 0
]], { LABELLED_WORDS = 25 })

-- The letters and digits of a text.
local function count_letters(text)
  return select(2, text:gsub("[%w\xC3-\xF4]", ""))
end

-- Whether all behind a line's label is its link.
local function is_labelled(s, i)
  local rest = s.f.text[i]:match("^[^:.]+:%s*(.+)$")
  return rest ~= nil and count_letters(view.raw_text(s, s.page:range(s.f.link[i]))) == count_letters(rest)
end

-- Drops such lines from the running text where their links lead to other stories of the site.
local function drop_labelled(s)
  local f = s.f
  for _, i in ipairs(f:rows(LABELLED, nil, f.box_first[s.container], f.box_last[s.container])) do
    local href = is_labelled(s, i) and target(s, i)
    if href and leads_to_story(href) and not is_elsewhere(s, href) then drop(s, i) end
  end
end

local function drop_insets(s)
  drop_boxes(s)
  drop_labelled(s)
end

return { drop_insets = drop_insets }
