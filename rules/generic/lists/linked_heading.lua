-- The heading of a list that is a link, and was taken for the first of its teasers.

local links = include "generic/page/links"
local says = include("generic/page/view").says
local leads_to_story, piece_of = links.leads_to_story, links.piece_of

-- How links begin that lead to all that there is of what heads a list.
local MORE_OF = patterns { "^more ", "^all ", "^see ", "^view ", "^mehr ", "^alle", "^weitere ", "^plus d", "^toutes? ",
  "^tous ", "^voir ", "^más ", "^ver ", "^tod[oa]s ", "^altr[ei] ", "^tutt[ei] ", "^vedi ", "^mais ", "^meer ", "^fler",
  "^mer ", "^mere ", "^se ", "^lisää ", "^więcej ", "^další ", "^daha fazla", "^tümü", "^lainnya", "^もっと", "^一覧",
  "^更多", "^더 ?보기", "^المزيد" }

local FRAMED = 4 -- links of a list whose first and last lead to one address, at least

-- The first teaser where it is set as a heading and the last leads to the same address, with more of its words: what
-- heads a list, and the way to all there is. Takes both out of the list.
local function framing_heading(s, list)
  local f, teasers = s.f, list.teasers
  local one, last = teasers[1], teasers[#teasers]
  if #teasers < FRAMED or not one.href or f.level[one.headline] == 0 or piece_of(one.href) ~= piece_of(last.href)
    or f.level[last.headline] > 0 or not says(s, last.headline, MORE_OF) then return nil end
  table.remove(teasers)
  table.remove(teasers, 1)
  for i = last.first, last.last do s.role[i] = nil end
  list.last = teasers[#teasers].last
  return one.headline
end

--- The first teaser of a list that is in truth its heading: one that frames it, or a short heading of a higher level
-- than the headlines behind it. Takes it out of the list.
-- @return its block, or nil
local function linked_heading(s, list)
  local framing = framing_heading(s, list)
  if framing then return framing end
  local one, two = list.teasers[1], list.teasers[2]
  if not two or #one.content > 1 or one.link or leads_to_story(one.href or "") then return nil end
  local f, a, b = s.f, one.headline, two.headline
  if f.words[a] > 4 or f.level[a] == 0 or f.words[b] < 5 or f.level[b] > 0 and f.level[b] <= f.level[a]
    then return nil end
  table.remove(list.teasers, 1)
  return a
end

return { linked_heading = linked_heading }
