-- Texts that belong to pictures.

local names = include "generic/names"
local view = include "generic/view"
local lexicon = include "generic/words"
local is_date_line = include("generic/dates").is_date_line
local P, FIGURE, CAPTION, H_BYLINE = names.P, names.FIGURE, names.CAPTION, names.H_BYLINE
local H_DATE, H_CAPTION, H_DEK, H_FOOT = names.H_DATE, names.H_CAPTION, names.H_DEK, names.H_FOOT
local H_MEDIA, H_TITLE = names.H_MEDIA, names.H_TITLE
local ADDRESS, TIME = names.ADDRESS, names.TIME
local text_of, starts_with_by = view.text_of, lexicon.starts_with_by

-- A line about the story that a class of captions, which pages use for small type, does not
-- make a picture's.
local function is_about_story(s, i)
  local f = s.f
  local text = text_of(s, i)
  return f.own_tags[i] & TIME ~= 0 or f.digits[i] >= 3 and is_date_line(text)
    or f.own_hints[i] & H_CAPTION == 0 and starts_with_by(text)
end

-- "3", "3/12", "Image 3 of 12".
local function is_counter(text)
  return text:find("^%s*%a*%s*%d+%s*%a*[/|]?%s*%d*%s*$") ~= nil
end

local function is_caption(s, i)
  local f = s.f
  local tags = f.own_tags[i] | f.context_tags[i]
  if f.own_tags[i] & ADDRESS ~= 0 then return false end
  if f.digits[i] > 0 and f.words[i] <= 4 and is_counter(text_of(s, i)) then return false end
  if tags & CAPTION == 0 and f.words[i] <= 6 and f.own_hints[i] & H_TITLE ~= 0 then return false end
  if tags & (CAPTION | FIGURE) ~= 0 and s.around_tags[f.box[i]] & (FIGURE | CAPTION) ~= 0 then return true end
  local described = H_DEK | H_MEDIA -- the picture's description
  if f.own_hints[i] & described == described and f.level[i] == 0 then return true end
  if f.own_hints[i] & H_DEK ~= 0 and s.headline and i > s.headline and i <= s.headline + 3 then return false end
  local hints = f.own_hints[i] | (s.near_hints[f.box[i]] or 0)
  if hints & H_MEDIA ~= 0 and hints & (H_BYLINE | H_DATE) == 0 and f.terminal[i] == 0 and f.words[i] <= 14
    and f.own_tags[i] & P ~= 0 and f.level[i] == 0 then return true end
  return hints & H_CAPTION ~= 0 and hints & (H_BYLINE | H_DATE | H_FOOT) == 0 and f.words[i] <= 90
    and not is_about_story(s, i)
end

return { is_caption = is_caption }
