-- The box that holds the running text.

local names = include "generic/page/names"
local lexicon = include "generic/page/words"
local view = include "generic/page/view"
local ARTICLE, MAIN, H_BODY = names.ARTICLE, names.MAIN, names.H_BODY
local LIST, ITEM = names.LIST, names.ITEM
local OUT_HINTS = names.OUT_HINTS
local normal = lexicon.normal
local sum_in, text_of = view.sum_in, view.text_of

-- What a site says below all that it has, which makes no box the one of the text.
local NOTICE = formula("blocks", [[
  return weight > 0 and words >= 6 and words <= 120 and matches(NOTICES)
]], { NOTICES = patterns(include("generic/page/boilerplate").NOTICES) })

-- The box of a block that has more in it, if there is one.
local HOME = formula("blocks", [[
  if weight == 0 or notice then return 0 end
  if box_first[box] == box_last[box] and box_parent[box] > 0 then return box_parent[box] end
  return box
]])

-- Weight that stands directly in each box: in blocks whose own box is its child; less of what
-- stands in its children.
local DIRECT = formula("blocks", [[
  if home == 0 then return 0 end
  local around = box_parent[home]
  self[home] = self[home] + weight
  self[around] = self[around] + 0.45 * weight
]])

local SCORE = formula("boxes", [[
  if box_direct == 0 then return 0 end
  local score = box_direct
  if box_hints & (H_BODY | H_STORY) ~= 0 then score = score * 1.15 end
  if box_tags & (ARTICLE | MAIN) ~= 0 then score = score * 1.1 end
  if box_last < $headline or $foot > 0 and box_first > $foot then score = score * 0.5 end
  if $lead > 0 and box_first <= $lead and box_last >= $lead then score = score * 2 end
  return score
]], names)

local FOOT = formula("blocks", [[
  if hidden == 1 or box == 0 or box_around_hints[box] & (H_DIALOG | H_COMMENT) ~= 0 then return 0 end
  return box_around_tags[box] & FOOTER ~= 0 or box_around_hints[box] & H_FOOT ~= 0
]], names)

-- The last block of the page's foot, if it has one: behind it stand windows that open above the page.
local function foot_of(s)
  local rows = s.f:rows(FOOT, nil, s.headline)
  return rows[#rows] or 0
end

local function best_box(s)
  s.f:derive("notice", NOTICE)
  s.f:derive("home", HOME)
  s.f:derive("box_direct", DIRECT)
  s.foot = foot_of(s)
  return (s.f:best(SCORE, { headline = s.headline, lead = s.lead, foot = s.foot }))
end

local HEAVY = formula("blocks", "return weight >= 60")

-- A paragraph that begins as the page's description does.
local function find_lead(s)
  local long = {}
  for _, one in ipairs(s.deks) do
    if #one >= 60 then long[one:sub(1, 60)] = true end
  end
  if not next(long) then return nil end
  local f, openings = s.f, s.openings
  for _, i in ipairs(f:rows(HEAVY, nil, s.headline)) do
    if f:matches(i, openings) and long[normal(text_of(s, i):sub(1, 240)):sub(1, 60)] then return i end
  end
end

-- How much more text a box must have than the one inside it to take its place.
local function needed_share(s, box, parent)
  local f = s.f
  if f.box_tags[box] & ARTICLE ~= 0 then return 0.6 end
  if s.headline and f.box_first[box] <= s.headline and f.box_last[box] >= s.headline then return 0.35 end
  return f.box_tags[parent] & (ARTICLE | MAIN) ~= 0 and 0.1 or 0.18
end

local IS_NOTICE = formula("blocks", "return notice")

-- The weight of text in a box, but for notices outside the one inside it.
local function text_around(s, parent, box)
  local f, all = s.f, sum_in(s, s.weights, parent)
  for _, i in ipairs(f:rows(IS_NOTICE, nil, f.box_first[parent], f.box_last[parent])) do
    if i < f.box_first[box] or i > f.box_last[box] then all = all - s.weight[i] end
  end
  return all
end

-- Climbs from the best box while what is around it is more of the same text, also over
-- boxes that add nothing themselves.
local function climb(s, box)
  local f, parent, steps, own = s.f, s.f.box_parent[box], 0, sum_in(s, s.weights, box)
  while parent > 0 and steps < 5 do
    local all = sum_in(s, s.weights, parent)
    local least = own * (1 + math.max(needed_share(s, box, parent), steps > 0 and 0.7 or 0))
    if all >= least and text_around(s, parent, box) >= least
      and sum_in(s, s.linked, parent) - sum_in(s, s.linked, box) < 3 then
      box, steps, own = parent, 0, all
    else steps = steps + 1 end
    parent = f.box_parent[parent]
  end
  return box
end

-- A list is no body by itself: what it is a list in may be one, if it bears a body's name.
local function leave_list(s, box)
  local f, around = s.f, box
  while around > 0 and f.box_tags[around] & (LIST | ITEM) ~= 0 do around = f.box_parent[around] end
  if around == box or around == 0 then return box end
  local linked = sum_in(s, s.linked, around) - sum_in(s, s.linked, box)
  local named = f.box_hints[around] & H_BODY ~= 0 or f.box_tags[around] & ARTICLE ~= 0
  return named and linked < 3 and around or box
end

-- Whether a box or one close around it is named as an article's.
local function is_named_body(s, box)
  local f = s.f
  for _ = 1, 3 do
    if box == 0 then return false end
    if f.box_tags[box] & ARTICLE ~= 0 or f.box_hints[box] & H_BODY ~= 0 and f.box_hints[box] & OUT_HINTS == 0
      then return true end
    box = f.box_parent[box]
  end
  return false
end

-- A container that begins with the headline may be one of several columns of the
-- same article: it is widened to the box that has little else.
local function find_container(s)
  s.lead = find_lead(s)
  local box = best_box(s)
  if not box then return nil end
  local least = s.lead and 25 or s.headline and is_named_body(s, box) and 40 or 80
  if sum_in(s, s.weights, box) < least then return nil end
  return leave_list(s, climb(s, box))
end

return {
  find_container = find_container,
}
