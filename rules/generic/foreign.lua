-- What stands in the container and is no running text: boxes of links, prompts, menus, comments.

local names = include "generic/names"
local view = include "generic/view"
local P, H_RELATED, H_SHARE, H_PROMO = names.P, names.H_RELATED, names.H_SHARE, names.H_PROMO
local H_COMMENT, H_BODY, H_POPULAR = names.H_COMMENT, names.H_BODY, names.H_POPULAR
local H_EMBED, H_AD, OUT_HINTS, OUT_TAGS = names.H_EMBED, names.H_AD, names.OUT_HINTS, names.OUT_TAGS
local HEADING_HINTS = H_RELATED | H_POPULAR | H_COMMENT | H_AD | H_PROMO
local LIST_HINTS = H_RELATED | H_POPULAR | H_SHARE | names.H_TAGS | names.H_PAGER | names.H_NAV
local sum_in = view.sum_in

-- The hints of a box, less those that its own text refutes: what a heading's id says is but the
-- heading's words, and a whole paragraph of sentences is no list or button, whatever its class.
local function telling_hints(s, box)
  local f, hints, i = s.f, s.f.box_hints[box], s.f.box_first[box]
  if f.box_last[box] ~= i then return hints end
  if f.level[i] > 0 then return hints & HEADING_HINTS end
  local plain = f.box_tags[box] & P ~= 0 and f.words[i] >= 15 and f.terminal[i] == 1
    and f.link_chars[i] < 0.3 * f.chars[i]
  return plain and hints & ~LIST_HINTS or hints
end

-- Whether a box below the container is something else than running text.
local function is_foreign(s, box)
  local f = s.f
  if s.headline and f.box_first[box] <= s.headline and f.box_last[box] >= s.headline then return false end
  local share = sum_in(s, s.weights_all, box) / s.container_weight
  if s.f.box_small_hints[box] & H_COMMENT ~= 0 and share < 0.8 then return true end
  if share > 0.5 or f.box_hints[box] & H_EMBED ~= 0 and f.box_hints[box] & (H_RELATED | H_AD | H_PROMO) == 0
    then return false end
  if f.box_tags[box] & OUT_TAGS ~= 0 then return true end
  local hints = telling_hints(s, box)
  if hints & H_AD ~= 0 and sum_in(s, s.weights_all, box) >= 250 then hints = hints & ~H_AD end -- "after the ad"
  if hints & H_BODY ~= 0 and share > 0.2 then return false end
  return hints & OUT_HINTS ~= 0 and (share < 0.25 or hints & (H_COMMENT | H_RELATED | H_AD) ~= 0)
end

-- For each box inside the container: the topmost foreign box around it, or false.
local function mark_foreign(s)
  local f = s.f
  local foreign = {}
  for box = s.container + 1, f.boxes do
    if f.box_first[box] > f.box_last[s.container] then break end
    local parent = f.box_parent[box]
    foreign[box] = foreign[parent] or (is_foreign(s, box) and box) or false
  end
  s.foreign = foreign
end

return { mark_foreign = mark_foreign }
