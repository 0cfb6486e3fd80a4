-- Rows of short links in one line: the way to this page from the front page, links of a footer. None of them
-- is the headline of a teaser, however many words the row has.

local phrases = include "generic/page/phrases"
local count_words = include("generic/page/words").count_words
local NEW_WINDOW, NO_STORIES, WINDOW_WORDS = phrases.NEW_WINDOW, phrases.NO_STORIES, phrases.WINDOW_WORDS
local matches = phrases.matches

local WORDS, ABOVE = 4, 8 -- of a link at least that may be a headline; above the story's own
local LETTERS = "[%w\xC3-\xE1\xE3-\xED\xF0-\xF4]" -- of any script; \xC2, \xE2 and \xEF begin marks

--- Whether a link is no headline, by its address or by what it says of where it opens.
local function is_service(page, row, text)
  if matches((page:value(row, "href") or ""):lower(), NO_STORIES) then return true end
  return count_words(text) < WINDOW_WORDS and matches(text:lower(), NEW_WINDOW)
end

--- Whether a line is such a row: several links of few words each or to what is no story, with nothing but marks
--- between them.
local function is_link_row(s, i)
  local page, count, behind = s.page, 0, nil
  local least = s.headline and i < s.headline and ABOVE or WORDS
  local start, stop = page:block(i)
  for _, row in ipairs(page:find("a", s.f.node[i])) do
    local from, to = page:range(row)
    if from >= start and to <= stop and to > from then
      if behind and from > behind and page:read(behind, from):find(LETTERS) then return false end
      local text = page:read(from, to)
      if count_words(text) >= least and not is_service(page, row, text) then return false end
      count, behind = count + 1, to
    end
  end
  return count > 1
end

return { is_link_row = is_link_row, is_service = is_service }
