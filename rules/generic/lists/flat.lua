-- Lists without boxes for their items: headline, summary, headline, summary, all in one box. What
-- stands between two headlines is alike throughout; what of it stands before the first belongs to
-- the headline below, the rest to the one above. And headings alone, with a text right below.

local LEAST = 3    -- headlines in the box
local GAP_MOST = 4 -- lines between two

-- The kind of a line: that of its own box, 0 for one that the box around has itself.
local function kind_of(f, i, around)
  local box = f.box[i]
  if box == around or box == 0 then return 0 end
  while f.box_parent[box] ~= around and f.box_parent[box] > 0 do box = f.box_parent[box] end
  return f.box_first[box] == f.box_last[box] and f.box_shape[box] or -1
end

local function is_free(s, i, around)
  local f = s.f
  return i >= f.box_first[around] and i <= f.box_last[around] and not s.role[i] and f.hidden[i] == 0
end

-- The kinds of the lines between two headlines; nil where there are none, many, or some of other boxes.
local function gap_between(s, a, b, around)
  local kinds = {}
  if b - a < 2 or b - a > GAP_MOST + 1 then return nil end
  for i = a + 1, b - 1 do
    local kind = kind_of(s.f, i, around)
    if kind < 0 or not is_free(s, i, around) then return nil end
    kinds[#kinds + 1] = kind
  end
  return kinds
end

local function same(a, b)
  if not b or #a ~= #b then return false end
  for at = 1, #a do
    if a[at] ~= b[at] then return false end
  end
  return true
end

-- The lines that stand between all headlines alike.
local function pattern_of(s, group, around)
  local pattern = gap_between(s, group[1].last, group[2].first, around)
  for at = 2, #group - 1 do
    if not pattern or not same(pattern, gap_between(s, group[at].last, group[at + 1].first, around)) then return nil end
  end
  return pattern
end

-- How many of the last lines of the pattern stand above the first headline.
local function count_above(s, pattern, first, around)
  local count = 0
  while count < #pattern do
    local i = first - count - 1
    if i < 1 or not is_free(s, i, around) or kind_of(s.f, i, around) ~= pattern[#pattern - count] then break end
    count = count + 1
  end
  return count
end

-- How many lines below the last headline go on as the pattern begins.
local function count_below(s, pattern, last, most, around)
  local count = 0
  while count < most do
    local i = last + count + 1
    if i > s.count or not is_free(s, i, around) or kind_of(s.f, i, around) ~= pattern[count + 1] then break end
    count = count + 1
  end
  return count
end

local function spread(s, group, around)
  local pattern = pattern_of(s, group, around)
  if not pattern then return end
  local above = count_above(s, pattern, group[1].first, around)
  local below = #pattern - above
  for at, item in ipairs(group) do
    item.first = item.first - above
    item.last = item.last + (at < #group and below or count_below(s, pattern, item.last, below, around))
  end
end

-- Texts right below a linked heading, that no other list has.
local BELOW = formula("blocks", [[
  return level[row - 1] > 0 and links[row - 1] > 0 and links == 0 and words >= DEK_LEAST and terminal == 1
    and level == 0 and hidden == 0 and box > 0 and not claimed
]], { DEK_LEAST = 8 })

-- Gives items that are no more than a linked heading the text right below it, that stands beside it.
local function add_texts(s, items)
  local f, below = s.f, {}
  for _, i in ipairs(f:rows(BELOW)) do
    local box = f.box[i - 1]
    if not s.items_at[i] and box > 0 and f.box_parent[f.box[i]] == f.box_parent[box] then below[i - 1] = i end
  end
  if not next(below) then return end
  for at = 1, #items do
    local item = items[at]
    local i = item.first == item.last and not item.link and below[item.headline]
    if i then item.last = i end
  end
end

local function add_to_group(groups, order, item)
  local around = item.around
  local group = groups[around]
  if not group then
    group = {}
    groups[around], order[#order + 1] = group, around
  end
  group[#group + 1] = item
end

--- Gives the items of such lists the lines that are theirs. @param items in the page's order, their boxes known
local function spread_flat(s, items)
  local groups, order = {}, {}
  for at = 1, #items do
    local item = items[at]
    if item.siblings >= LEAST and item.first == item.last then add_to_group(groups, order, item) end
  end
  for _, around in ipairs(order) do
    if #groups[around] >= LEAST then spread(s, groups[around], around) end
  end
  add_texts(s, items)
end

return { spread_flat = spread_flat }
