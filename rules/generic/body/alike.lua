-- Running text that stands outside the container, in boxes of the same kinds as the text in it:
-- a page that is cut into streams between its advertisements has several of each.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local parent_box, says = view.parent_box, view.says
local BOILERPLATE, SURE_NOTES = phrases.BOILERPLATE, phrases.SURE_NOTES

local WEAK_HINTS = names.WEAK_HINTS
local LEAST = 2 -- paragraphs of the container that stand as the one outside does

-- What kinds of boxes a block stands in, as a number.
local PATH = formula("blocks", [[
  local around = box_parent[box]
  if box == 0 or around == 0 then return 0 end
  return box_shape[box] + 3 * box_shape[around]
]])

-- Sentences outside the container.
local OUTSIDE = formula("blocks", [[
  if has_role or excluded or terminal == 0 or words < 8 or base < 40 or link_chars > 0.5 * chars then return 0 end
  return row < $first or row > $last
]])

-- Behind such a heading another story begins.
local ANOTHER = formula("blocks", [[
  if level == 0 or hidden == 1 then return 0 end
  return level <= $level or 2 * link_chars > chars and box_around_hints[box] & LISTS == 0
]], { LISTS = names.H_RELATED | names.H_POPULAR | names.H_TEASER })

-- Whether a block or the box around it bears a class: elements without one are all of one kind.
local function is_named(s, i)
  local around = s.f.box_parent[s.f.box[i]]
  return s.page:attr(s.f.box_row[s.f.box[i]], "class") or around > 0 and s.page:attr(s.f.box_row[around], "class")
end

-- The kinds of boxes that the container's paragraphs stand in, with how many do, and what the
-- names around them say.
local function kinds_inside(s)
  local kinds, hints, f = {}, {}, s.f
  for i = f.box_first[s.container], f.box_last[s.container] do
    local path = s.role[i] == "paragraph" and f.path[i] or 0
    if path > 0 then
      kinds[path] = (kinds[path] or 0) + 1
      hints[path] = s.around_hints[f.box[i]]
    end
  end
  return kinds, hints
end

-- Where the last story ends that the container may be part of.
local function end_of_story(s, last)
  local level = math.max(1, s.headline and s.f.level[s.headline] or 1)
  return s.f:rows(ANOTHER, { level = level }, last + 1)[1] or s.count
end

--- Takes a text, and the heading right above it in the same box.
local function take(s, i)
  local f = s.f
  s.role[i] = "paragraph"
  if i > 1 and f.level[i - 1] > 0 and not s.role[i - 1] and parent_box(f, i - 1) == parent_box(f, i) then
    s.role[i - 1] = "crosshead"
  end
end

local function take_alike(s)
  local f = s.f
  local first, last = f.box_first[s.container], f.box_last[s.container]
  f:mark("has_role", s.role)
  local from, to = (s.headline or first) + 1, end_of_story(s, last)
  local outside = f:rows(OUTSIDE, { first = first, last = last }, from, to)
  if #outside == 0 then return end
  f:derive("path", PATH)
  local kinds, hints = kinds_inside(s)
  for _, i in ipairs(outside) do
    local path = f.path[i]
    if (kinds[path] or 0) >= LEAST and s.around_hints[f.box[i]] & ~hints[path] & WEAK_HINTS == 0
      and is_named(s, i) and not says(s, i, BOILERPLATE) and not says(s, i, SURE_NOTES) then take(s, i) end
  end
end

return { take = take, take_alike = take_alike }
