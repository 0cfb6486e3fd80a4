-- Lines right under pictures between the paragraphs, which nothing names: captions by how they are set, or since
-- on this page most of what stands under a picture is far shorter than its paragraphs. Where other captions are
-- known, they stand in boxes of the same shape.

local names = include "generic/page/names"

-- Texts with a picture right before them.
local UNDER = formula("blocks", [[
  return images > 0 and words <= MOST and level == 0 and hidden == 0 and strong_chars == 0 and link_chars < 0.5 * chars
    and box_around_tags[box] & OTHER_TAGS == 0 and box_around_hints[box] & OTHER == 0 and not matches(CALLS)
]], {
  MOST = 60, OTHER_TAGS = names.QUOTE | names.TABLE | names.ITEM | names.PRE, OTHER = names.H_COMMENT | names.H_RECIPE,
  CALLS = { "[!?]%W*$", "！%W*$", "？%W*$" }, -- "Enjoy!"
})

local SET = names.EM | names.SMALL
local SENTENCES = 3         -- of a caption that is set in italics or small type
local CHARS = 60            -- of a short line
local LONGER = 1.5          -- times: the mean of the paragraphs
local FEW, SHARE = 2, 2 / 3 -- lines that are captions or short, and of all that stand under pictures

-- The mean size of the story's paragraphs.
local function mean_size(s)
  local size, count = 0, 0
  for i = s.first, s.last do
    if s.role[i] == "paragraph" then size, count = size + s.f.chars[i], count + 1 end
  end
  return size / count
end

-- Whether a line is short, and the text below it longer.
local function is_short(s, i)
  local f = s.f
  return f.chars[i] <= CHARS and f.links[i] == 0 and s.role[i + 1] == "paragraph" and f.chars[i + 1] > f.chars[i]
    and f.images[i + 1] == 0
end

-- Labels those that are set so; returns the short ones, how many are captions, and how many there are, and
-- the shapes of what captions stand in.
local function look_under(s)
  local f, role, short, captions, count, kinds = s.f, s.role, {}, 0, 0, {}
  for _, i in ipairs(f:rows(UNDER, nil, s.first + 1, s.last - 1)) do
    local set = f.own_tags[i] & SET ~= 0 and f.sentences[i] <= SENTENCES
    if role[i] == "paragraph" and set then role[i] = "caption" end
    if role[i] == "caption" then
      captions, kinds[f.box_shape[f.box[i]]] = captions + 1, true
    elseif role[i] == "paragraph" and is_short(s, i) then short[#short + 1] = i end
    if role[i] == "caption" or role[i] == "paragraph" then count = count + 1 end
  end
  return short, captions, count, kinds
end

--- Labels them.
local function label_underneath(s)
  local short, captions, count, kinds = look_under(s)
  local fits = #short + captions
  if #short == 0 or fits < FEW or fits < SHARE * count then return end
  local f, least = s.f, mean_size(s) / LONGER
  for _, i in ipairs(short) do
    if f.chars[i] <= least and (captions < FEW or kinds[f.box_shape[f.box[i]]]) then s.role[i] = "caption" end
  end
end

return { label_underneath = label_underneath }
