-- A list of sources behind the story.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local own_foot = include "generic/story/own_foot"
local H_COMMENT, H_SHARE, H_TAGS = names.H_COMMENT, names.H_SHARE, names.H_TAGS
local common_box, sum_of = view.common_box, view.sum_of
local is_open, is_own_foot = own_foot.is_open, own_foot.is_own_foot

-- The heading of a list of sources.
local OVER_SOURCES = formula("blocks", "return (level > 0 or words <= 2) and matches(SOURCES)", phrases)

local ENDS = H_COMMENT | H_SHARE | H_TAGS -- what such a list does not go on in
local SOURCES_MOST = 25 -- lines below their heading

-- Whether a line that is no heading has more of the running text below it than above: it says where
-- a picture or quotation is from.
local function goes_on(s, i)
  if s.f.level[i] > 0 then return false end
  local behind = s.weights[math.min(s.last, i + SOURCES_MOST)] - s.weights[i]
  return behind > sum_of(s.weights, s.first, i)
end

-- A list of sources behind the story, with its heading.
local function label_sources(s)
  local f, role = s.f, s.role
  local headings = f:rows(OVER_SOURCES, nil, math.max(s.first, s.last - 40), s.last + 12)
  for at = #headings, 1, -1 do
    local i = headings[at]
    if is_open(s, i) and not goes_on(s, i) then
      local box = i < s.count and common_box(s, i, i + 1) or 0
      for j = i, math.min(box > 0 and f.box_last[box] or s.count, i + SOURCES_MOST) do
        if j > i and f.level[j] > 0 and (f.level[i] == 0 or f.level[j] <= f.level[i]) then break end
        if j > s.last and f.box[j] > 0 and (s.around_hints[f.box[j]] | f.own_hints[j]) & ENDS ~= 0 then break end
        if f.hidden[j] == 0 and (s.foreign[f.box[j]] ~= 1 or role[j] or is_own_foot(s, j)) then role[j] = "note" end
      end
      s.last = math.min(s.last, i - 1)
      return
    end
  end
end

return { label_sources = label_sources }
