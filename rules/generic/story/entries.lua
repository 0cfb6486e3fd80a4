-- Live blogs: boxes of one kind, one after the other, that hold most of the running text, each
-- with a time at its top, and most with a heading.

local names = include "generic/page/names"
local view = include "generic/page/view"
local is_date_line = include("generic/page/dates").is_date_line
local H_COMMENT, H_LIVE = names.H_COMMENT, names.H_LIVE
local is_linkish, is_text_role, text_of = view.is_linkish, view.is_text_role, view.text_of
local sum_in = view.sum_in

local LEAST_ENTRIES = 4
local LEAST_SHARE = 0.6 -- of the container's running text that stands in entries
local TOP = 3           -- blocks of an entry behind which a time is not its own

-- Lines that may say when an entry was written.
local STAMPED = formula("blocks", [[
  if time == 0 and digits < 3 or words > 12 or hidden == 1 then return 0 end
  return box > 0 and (time > 0 or digits * 4 >= chars)
]])

local function is_stamp(s, i)
  return s.f.time[i] > 0 or is_date_line(text_of(s, i)) or text_of(s, i):find("^%s*%d%d?[:.h]%d%d%s*%a*%s*$") ~= nil
end

local function stamps(s)
  local f, found = s.f, {}
  local rows = f:rows(STAMPED)
  if #rows < LEAST_ENTRIES or not s.container then return found end
  local first, last = f.box_first[s.container], f.box_last[s.container]
  for _, i in ipairs(rows) do
    if i >= first and i <= last and is_stamp(s, i) then found[#found + 1] = i end
  end
  return found
end

local function has_text(s, box)
  for i = s.f.box_first[box], s.f.box_last[box] do
    if is_text_role(s.role[i]) and s.f.words[i] >= 6 then return true end
  end
  return false
end

-- The boxes that have a stamp at their top, grouped by where they stand and what they are like.
local function group_boxes(s, found)
  local f, groups, order = s.f, {}, {}
  for _, i in ipairs(found) do
    local box = f.box[i]
    while box > 0 and box ~= s.container and i - f.box_first[box] <= TOP do
      local key = f.box_parent[box] .. ":" .. f.box_shape[box]
      local group = groups[key]
      if not group then
        group = { weight = 0 }
        groups[key], order[#order + 1] = group, group
      end
      if group[#group] ~= box and has_text(s, box) and s.around_hints[box] & H_COMMENT == 0 then
        group[#group + 1] = box
        group.weight = group.weight + sum_in(s, s.weights_all, box)
      end
      box = f.box_parent[box]
    end
  end
  return order
end

-- Whether most boxes of a group are headed, or they are named as live blogs are: else they may
-- be what readers wrote.
local function is_edited(s, group)
  local f, headed = s.f, 0
  if (s.around_hints[group[1]] | f.box_hints[f.box_parent[group[1]]]) & H_LIVE ~= 0 then return true end
  for _, box in ipairs(group) do
    for i = f.box_first[box], f.box_last[box] do
      if f.level[i] > 0 and f.hidden[i] == 0 then
        headed = headed + 1
        break
      end
    end
  end
  return headed >= 0.5 * #group
end

-- The group that holds the most text, if it is enough to be a live blog.
local function entry_boxes(s)
  local found, best = stamps(s), nil
  if #found < LEAST_ENTRIES then return nil end
  for _, group in ipairs(group_boxes(s, found)) do
    if #group >= LEAST_ENTRIES and (not best or group.weight > best.weight) then best = group end
  end
  local enough = best and best.weight >= LEAST_SHARE * s.container_weight
  return enough and is_edited(s, best) and best or nil
end

-- The heading of an entry: the first, or a line in bold above its text.
local function label_heading(s, first, last)
  local f = s.f
  for i = first, last do
    local role = s.role[i]
    local free = not role or role == "crosshead"
    local bold = f.strong_chars[i] >= 0.9 * f.chars[i] and f.words[i] >= 2 and not is_linkish(s, i)
    if free and f.hidden[i] == 0 and f.words[i] <= 40 and (f.level[i] > 0 or bold) then
      s.role[i] = "headline"
      return
    end
    if is_text_role(role) then return end
  end
end

local function label_entry(s, box, at)
  local f = s.f
  local first, last = f.box_first[box], f.box_last[box]
  for i = first, last do s.entry[i] = at end
  for i = first, math.min(first + TOP, last) do
    local role = s.role[i]
    if f.hidden[i] == 0 and f.words[i] <= 12 and f.level[i] == 0 and is_stamp(s, i)
      and (not role or role == "paragraph" or role == "crosshead") then s.role[i] = "published" end
  end
  label_heading(s, first, last)
end

--- Gives `s.entry`: the number of the entry that a block stands in; empty where the story is no live blog.
local function find_entries(s)
  s.entry = {}
  for at, box in ipairs(entry_boxes(s) or {}) do label_entry(s, box, at) end
end

return { find_entries = find_entries }
