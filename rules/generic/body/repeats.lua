-- Short lines that stand between the paragraphs more than once, each time the same: what a page says where an
-- advertisement cuts its text ("Article content", "Hide"). A text says nothing so.

local names = include "generic/page/names"
local view = include "generic/page/view"

-- Such lines between two longer paragraphs, or one more of them and a paragraph.
local SHORT = formula("blocks", [[
  if running == 0 or running > 1 or own_tags & P == 0 or words > MOST or digits > 0 or terminal == 1 or level > 0
    then return 0 end
  return (words[row - 1] >= LONG or hash[row - 1] == hash) and (words[row + 1] >= LONG or hash[row + 1] == hash)
]], { MOST = 4, LONG = 12, P = names.P })

--- Takes them out of the running text.
local function drop_repeats(s)
  local f, count = s.f, {}
  local rows = f:rows(SHORT, nil, f.box_first[s.container], f.box_last[s.container])
  for _, i in ipairs(rows) do count[f.hash[i]] = (count[f.hash[i]] or 0) + 1 end
  for _, i in ipairs(rows) do
    if count[f.hash[i]] > 1 and s.role[i] == "paragraph" then view.drop(s, i) end
  end
end

return drop_repeats
