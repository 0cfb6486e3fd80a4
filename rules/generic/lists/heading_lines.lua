-- What of the page a list's heading is: its lines where it is set in several, or what stands before the links of a
-- line that is a list by itself.

local H_TITLE = include("generic/page/names").H_TITLE
local labels = include "generic/lists/labels"
local is_label, is_tab = labels.is_label, labels.is_tab
local tabs = include "generic/lists/tabs"
local lower_words = include("generic/page/words").lower_words
local KNOWN = include "generic/lists/known_headings"

-- The first of the tabs that a heading is the last of.
local function first_tab(s, heading)
  local first = heading
  if is_tab(s, heading) then
    while first > 1 and is_tab(s, first - 1) and s.f.box_parent[s.f.box[first - 1]] == s.f.box_parent[s.f.box[first]] do
      first = first - 1
    end
  end
  return first
end

local PIECES = { MOST = 3, WORDS = 4 } -- that one heading is set in, and words of each

-- The first and the last line of a heading that is set in pieces: alike, in a box of their own or one named a title.
local function pieces_of(s, heading, list)
  local f, box = s.f, s.f.box[heading]
  while box > 0 and f.box_first[box] == f.box_last[box] do box = f.box_parent[box] end
  local first, last = f.box_first[box] or heading, f.box_last[box] or heading
  local named = box > 0 and (f.level[heading] > 0 or f.box_hints[box] & H_TITLE ~= 0)
  if not named or last - first >= PIECES.MOST or last >= list.first or tabs.is_current(s.page, f.node[heading]) then
    return heading, heading
  end
  for i = first, last do
    local other = s.role[i] or f.links[i] > 0 or f.words[i] > PIECES.WORDS or f.level[i] ~= f.level[heading]
    if other or not is_label(s, i) then return heading, heading end
  end
  return first, last
end

--- The first and the last line of a heading: of the tabs that it is the last of, or of its pieces.
local function lines_of(s, heading, list)
  local first = first_tab(s, heading)
  if first < heading then return first, heading end
  return pieces_of(s, heading, list)
end

local LEAD_WORDS = 6 -- before the links of a line

--- The range of what stands before the links of a line that is a list by itself and says what they are; nil where
--- nothing does: "Read also: <a>…</a> | <a>…</a>".
local function lead_in_line(s, list)
  local one, two = list.teasers[1], list.teasers[2]
  local range = one.content[1].range
  if not (range and two) or two.first ~= one.first then return nil end
  local start, from = s.page:block(one.first), range[1]
  if from <= start then return nil end
  local text = s.page:read(start, from)
  if #lower_words(text) > LEAD_WORDS then return nil end
  return (text:find(":%s*$") or text:lower():matches(KNOWN)) and { start, from } or nil
end

return { lead_in_line = lead_in_line, lines_of = lines_of }
