-- What a list of links is like, by which menus and paid lists are told from lists of stories.

local names = include "generic/names"
local links = include "generic/links"
local H_TITLE = names.H_TITLE
local is_elsewhere, leads_to_story = links.is_elsewhere, links.leads_to_story

-- The mean words of its headlines (but of those that
-- joined others for their shape), the shares of headings, of
-- addresses of stories and of other sites among them, whether nothing stands beside them.
local function list_traits(s, list)
  local f, words, strong, stories, elsewhere, bare, n = s.f, 0, 0, 0, 0, true, #list.teasers
  local level, hints, joined = f.level, f.own_hints, 0
  for _, teaser in ipairs(list.teasers) do
    local i, href = teaser.headline, teaser.href
    if teaser.joined then joined = joined + 1 else words = words + f.words[i] end
    if level[i] > 0 or hints[i] & H_TITLE ~= 0 then strong = strong + 1 end
    if href and leads_to_story(href) then stories = stories + 1 end
    if href and is_elsewhere(s, href) then elsewhere = elsewhere + 1 end
    bare = bare and #teaser.content == 1
  end
  return { words = words / math.max(1, n - joined), strong = strong / n, stories = stories / n,
    elsewhere = elsewhere / n, bare = bare }
end

return list_traits
