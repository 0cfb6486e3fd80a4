-- What a site offers its readers between the paragraphs: boxes with a form to sign up in, and lists of which each
-- item leads to a service. What they say is no running text.

local names = include "generic/page/names"
local view = include "generic/page/view"
local leads_to_service = include("generic/page/links").leads_to_service
local drop, parent_box = view.drop, view.parent_box

local LINES = 8    -- of a box with a form at most
local SHARE = 0.25 -- of the story's text, that such a box has at most
local LEAST = 2    -- items of a list

-- Forms within the container, and not at its top: behind what says what they are for.
local FORMS = formula("boxes", [[
  return box_tags & FORM ~= 0 and box_first > $first and box_last <= $last and box_last - box_first < LINES
]], { FORM = names.FORM, LINES = LINES })

-- Drops the lines of the box around a form that begin it, where that is small.
local function drop_forms(s)
  local f = s.f
  local bounds = { first = f.box_first[s.container], last = f.box_last[s.container] }
  for _, form in ipairs(f:rows(FORMS, bounds, s.container + 1)) do
    local box = f.box_parent[form]
    local small = box > s.container and f.box_last[box] - f.box_first[box] < LINES
      and f.box_first[box] < f.box_first[form] and view.sum_in(s, s.weights_all, box) <= SHARE * s.container_weight
    for i = small and f.box_first[box] or 1, small and f.box_last[box] or 0 do drop(s, i) end
  end
end

-- Items of lists that were taken for text and have a link.
local ITEMS = formula("blocks", "return own_tags & ITEM ~= 0 and links > 0 and running > 0", { ITEM = names.ITEM })

-- Whether each line of a list is such an item, and leads to what a site has for its readers.
local function is_of_services(s, list)
  local f = s.f
  for i = f.box_first[list], f.box_last[list] do
    if f.links[i] == 0 or not leads_to_service(s, i) then return false end
  end
  return f.box_last[list] - f.box_first[list] + 1 >= LEAST
end

local function drop_lists(s)
  local f, done = s.f, {}
  for _, i in ipairs(f:rows(ITEMS, nil, f.box_first[s.container], f.box_last[s.container])) do
    local list = parent_box(f, i)
    local new = not done[list] and list > s.container and f.box_tags[list] & names.LIST ~= 0
    done[list] = true
    if new and is_of_services(s, list) then
      for j = f.box_first[list], f.box_last[list] do drop(s, j) end
    end
  end
end

--- Drops both from the running text.
local function drop_offers(s)
  drop_forms(s)
  drop_lists(s)
end

return { drop_offers = drop_offers }
