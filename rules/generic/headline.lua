-- The story's headline: the heading that metadata knows, or the best there is.

local names = include "generic/names"
local lexicon = include "generic/words"
local view = include "generic/view"
local ASIDE, NAV, FOOTER, FORM, BUTTON = names.ASIDE, names.NAV, names.FOOTER, names.FORM, names.BUTTON
local H_RELATED, H_SHARE, H_COMMENT, H_TITLE = names.H_RELATED, names.H_SHARE, names.H_COMMENT, names.H_TITLE
local H_SIDE, H_POPULAR, H_DIALOG = names.H_SIDE, names.H_POPULAR, names.H_DIALOG
local likeness, lower_words, normal = lexicon.likeness, lexicon.lower_words, lexicon.normal
local text_of = view.text_of

-- How well a block's text fits what metadata says is the headline: 0 to 1.
local function witness_fit(s, i)
  local text, best = text_of(s, i), 0
  local key, words = normal(text), nil
  for _, one in ipairs(s.witnesses) do
    local fit
    if key ~= "" and key == one.key then fit = 1
    elseif #key >= 12 and one.key:sub(1, #key) == key then fit = 0.97
    else
      words = words or lower_words(text)
      fit = likeness(words, one.words) * 0.95
    end
    if fit > best then best = fit end
  end
  return best
end

local function headline_score(s, i)
  local f = s.f
  local tags, hints = f.own_tags[i] | f.inside_tags[i], f.own_hints[i]
  local level, titled = f.level[i], hints & H_TITLE ~= 0
  if f.words[i] > 60 or f.chars[i] < 4 or (level == 0 and not titled and f.words[i] < 3) then return 0 end
  local fit = witness_fit(s, i)
  local score = fit * fit * 6
  if fit < 0.5 and level == 0 then return 0 end
  if level == 1 then score = score + 2.5 elseif level == 2 then score = score + 1 elseif level > 2
    then score = score + 0.3 end
  if titled then score = score + 0.7 end
  if f.link_chars[i] > 0.6 * f.chars[i] then score = score - 1.5 end
  if f.hidden[i] == 1 then score = score - 3 end
  local box = f.box[i]
  if tags & (BUTTON | NAV) ~= 0 or s.around_tags[box] & (NAV | ASIDE | FOOTER | FORM) ~= 0 then score = score - 3 end
  if s.around_hints[box] & (H_RELATED | H_POPULAR | H_COMMENT | H_SIDE | H_DIALOG | H_SHARE) ~= 0
    then score = score - 1.5 end
  if f.words[i] < 3 then score = score - 1 end
  return score
end

local function find_headline(s)
  local f, best, top = s.f, nil, 2.2
  for i = 1, s.count do
    local named = f.level[i] > 0 or f.own_hints[i] & H_TITLE ~= 0
    if named or (f.words[i] <= 40 and f.words[i] >= 4 and s.around_tags[f.box[i]] & NAV == 0) then
      local score = headline_score(s, i) - 0.4 * i / s.count
      if score > top then best, top = i, score end
    end
  end
  return best
end

-- Other copies of the headline close by, for other widths of the screen, are headlines too;
-- the first of them leads.
local function mark_copies(s)
  local f, at = s.f, s.headline
  for i = math.max(1, at - 10), math.min(s.count, at + 10) do
    if i ~= at and f.hash[i] == f.hash[at] and f.level[i] > 0 and f.hidden[i] == 0 and f.links[i] == 0
      and s.around_tags[f.box[i]] & (NAV | FORM) == 0 then
      s.role[i] = "headline"
      s.headline = math.min(s.headline, i)
    end
  end
end

-- The heading right above the running text, where none fits what metadata says.
local function nearest_heading(s, first)
  local f = s.f
  for i = first - 1, math.max(1, first - 12), -1 do
    local box = f.box[i]
    if (f.level[i] == 1 or f.level[i] == 2) and f.words[i] >= 2 and f.hidden[i] == 0 and f.links[i] == 0
      and s.around_tags[box] & (NAV | ASIDE | FOOTER | FORM) == 0
      and s.around_hints[box] & (H_RELATED | H_POPULAR | H_COMMENT | H_DIALOG) == 0 then return i end
  end
end

return {
  mark_copies = mark_copies, nearest_heading = nearest_heading, find_headline = find_headline,
}
