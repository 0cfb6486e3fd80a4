-- What a list of links is like, by which menus and paid lists are told from lists of stories.

local names = include "generic/page/names"
local links = include "generic/page/links"
local H_TITLE = names.H_TITLE
local is_elsewhere, leads_to_story = links.is_elsewhere, links.leads_to_story

-- The mean words of its headlines (but of those that
-- joined others for their shape), the shares of headings and of
-- addresses of stories among them, whether nothing stands beside them.
local function list_traits(s, list)
  local f, teasers, words, strong, stories, bare, joined = s.f, list.teasers, 0, 0, 0, true, 0
  local lengths, level, hints, n = f.words, f.level, f.own_hints, #list.teasers
  for at = 1, n do
    local teaser = teasers[at]
    local i, href = teaser.headline, teaser.href
    if teaser.joined then joined = joined + 1 else words = words + lengths[i] end
    if level[i] > 0 or hints[i] & H_TITLE ~= 0 then strong = strong + 1 end
    if href and leads_to_story(href) then stories = stories + 1 end
    bare = bare and #teaser.content == 1
  end
  return { words = words / math.max(1, n - joined), strong = strong / n, stories = stories / n, bare = bare }
end

-- The share of addresses of other sites.
local function elsewhere(s, list)
  local teasers, away = list.teasers, 0
  for at = 1, #teasers do
    local href = teasers[at].href
    if href and is_elsewhere(s, href) then away = away + 1 end
  end
  return away / #teasers
end

return { elsewhere = elsewhere, list_traits = list_traits }
