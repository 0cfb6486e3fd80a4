-- Which blocks below the running text are the story's own, though they stand in a footer or beside.

local names = include "generic/page/names"
local view = include "generic/page/view"
local ARTICLE, H_COMMENT, H_STORY = names.ARTICLE, names.H_COMMENT, names.H_STORY
local common_box, excluded = view.common_box, view.excluded

-- Whether a box is about one story: by its name, or since it begins at the headline and is not all of the page.
local function is_story_box(s, box)
  local f = s.f
  if f.box_tags[box] & ARTICLE ~= 0 or f.box_hints[box] & H_STORY ~= 0 then return true end
  local at = s.headline
  return at ~= nil and f.box_first[box] <= at and f.box_first[box] >= at - 6 and f.box_first[box] > 1
    and f.box_last[box] < s.count
end

-- Whether a block below the text is the story's own foot, though set as a footer.
local function is_own_foot(s, i)
  local f = s.f
  local box = common_box(s, s.last, i)
  if f.hidden[i] == 1 or box == 0 or f.box[i] == 0 or not is_story_box(s, box) then return false end
  if s.around_hints[f.box[i]] & H_COMMENT ~= 0 and not s.thread then return false end
  return f.box_first[box] >= s.first - 30 and f.box_last[box] <= s.last + 60
end

local function is_open(s, i)
  return not excluded(s, i) or i > s.last and is_own_foot(s, i)
end

return { is_open = is_open, is_own_foot = is_own_foot }
