-- Lines between two teasers of a list that belong to one of them, though no box holds them with it alone: the day
-- below one, the label or the day above the next.

local NAV = include("generic/page/names").NAV
local view = include "generic/page/view"
local parts = include "generic/lists/teaser"
local is_part, teaser_part = parts.is_part, include("generic/lists/teaser_lines").teaser_part
local common_box = view.common_box

local GAP_MOST = 3   -- lines between two teasers
local LABEL_WORDS = 5 -- of a label at most

-- Whether a line is one that no list and no heading has.
local function is_open(s, i, teaser)
  local f = s.f
  return not s.role[i] and f.hidden[i] == 0 and f.words[i] > 0 and f.level[i] == 0 and not s.noted_headings[i]
    and is_part(s, teaser, i)
end

-- Whether a box holds a line and the teaser below it, but nothing of the one above or of what follows.
local function opens(s, i, before, teaser)
  local f, box = s.f, common_box(s, i, teaser.headline)
  return box > 0 and f.box_first[box] > before.last and f.box_last[box] <= teaser.last + GAP_MOST
end

-- Gives the line right above a teaser to it, where a box holds both and it is a label or a day.
local function take_above(s, before, teaser)
  local i = teaser.first - 1
  if not (is_open(s, i, teaser) and opens(s, i, before, teaser)) then return end
  local tag = teaser_part(s, teaser, i)
  if tag ~= "published" and (tag ~= "kicker" or s.f.words[i] > LABEL_WORDS) then return end
  table.insert(teaser.content, 1, { tag = tag, block = i })
  s.role[i], teaser.first = "teaser", i
end

-- Gives the line right below a teaser to it where it is a day.
local function take_below(s, teaser)
  local i = teaser.last + 1
  if s.f.links[i] > 0 or not is_open(s, i, teaser) or teaser_part(s, teaser, i) ~= "published" then return end
  table.insert(teaser.content, { tag = "published", block = i })
  s.role[i], teaser.last = "teaser", i
end

-- Settles to which of two teasers the lines between them belong.
local function settle_gap(s, before, teaser)
  if s.around_tags[s.f.box[teaser.headline]] & NAV ~= 0 then return end
  take_above(s, before, teaser)
  if before.last + 1 < teaser.first then take_below(s, before) end
end

--- Settles to which of a list's teasers the lines between them belong; not in menus.
local function settle_between(s, list)
  local teasers = list.teasers
  local before = teasers[1]
  for at = 2, #teasers do
    local teaser = teasers[at]
    local gap = teaser.first - before.last - 1
    if gap > 0 and gap <= GAP_MOST then settle_gap(s, before, teaser) end
    before = teaser
  end
end

return { settle_between = settle_between }
