-- Links that stand alone and are short: what a site has for its readers, or is made with, stands so more often than
-- a story does. A story has an address like those of other stories.

local links = include "generic/page/links"
local is_neighbour = include("generic/lists/neighbours").is_neighbour
local form_of, leads_to_story = links.form_of, links.leads_to_story

local WORDS = 7 -- from which on a line is a headline wherever it leads
local STRIP, TOPIC_WORDS = 3, 5.5 -- topics of a strip at least; words that they have less than, in the mean
local LEAST, MOST = 2, 4 -- teasers of a list that tell what addresses of stories are like; of it, asked for theirs

-- What addresses of stories are like: those of teasers in lists, and this page's own; nil where no list tells.
local function story_forms(s, lists)
  local forms, url = {}, s.context.url
  local host = url and url:address()
  for _, list in ipairs(lists) do
    for at = 1, #list.teasers >= LEAST and math.min(#list.teasers, MOST) or 0 do
      local href = list.teasers[at].href
      if href and leads_to_story(href) then forms[form_of(href, host)] = true end
    end
  end
  if not next(forms) then return nil end
  if url then forms[form_of(url, host)] = true end
  return forms, host
end

-- Whether a link stands between paragraphs of the story, or is a heading in their box: it may point to another there.
local function is_in_text(s, teaser)
  local f, box, i = s.f, s.container, teaser.headline
  if not s.first then return false end
  if i > s.first and i < s.last then return true end
  return f.level[i] > 0 and box ~= nil and i > s.first and i <= f.box_last[box]
end

-- Whether a list of bare links is a strip of topics: they are short and stand above the story's headline.
local function is_strip(s, list)
  local words, n = 0, #list.teasers
  if n < STRIP or not s.headline or list.last > s.headline then return false end
  for at = 1, n do
    local teaser = list.teasers[at]
    if #teaser.content > 1 then return false end
    words = words + s.f.words[teaser.headline]
  end
  return words < TOPIC_WORDS * n
end

--- Whether a list without a heading is such a link, or a strip of topics. @param lists all of the page
local function is_stray(s, list, lists)
  local teaser = list.teasers[1]
  if #list.teasers > 1 then return is_strip(s, list) end
  if teaser.headed or not teaser.href then return false end
  local i = teaser.headline
  if s.f.words[i] >= WORDS or is_in_text(s, teaser) or is_neighbour(s, i) then return false end
  local forms, host = story_forms(s, lists)
  return forms ~= nil and not forms[form_of(teaser.href, host)]
end

return { is_stray = is_stray }
