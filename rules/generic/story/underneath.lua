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

-- Texts right behind a picture that are no paragraphs by their element.
local APART = formula("blocks", [[
  return images > 0 and own_tags & P == 0 and words >= 3 and words <= MOST and level == 0 and hidden == 0 and links == 0
    and box_around_tags[box] & OTHER_TAGS == 0 and box_around_hints[box] & OTHER == 0
]], { MOST = 60, P = names.P, OTHER_TAGS = names.QUOTE | names.TABLE | names.ITEM | names.PRE | names.CELL,
  OTHER = names.H_COMMENT | names.H_RECIPE })

local ICON = 48 -- pixels that an icon is wide, at most
local LINES = 2 -- of a box that holds a picture and its caption

-- Whether most of the story's paragraphs are such by their element.
local function has_paragraphs(s)
  local count, others = 0, 0
  for i = s.first, s.last do
    if s.role[i] == "paragraph" then
      if s.f.own_tags[i] & names.P ~= 0 then count = count + 1 else others = others + 1 end
    end
  end
  return count > 2 * others
end

-- Whether an element holds a picture that is no icon.
local function holds_picture(page, row)
  local image = page:find("img", row)[1]
  local width = image and page:attr(image, "width")
  return image ~= nil and (width and tonumber(width) or ICON + 1) > ICON
end

-- Whether a small box around a line holds the picture too.
local function is_boxed(s, i)
  local f, box = s.f, s.f.box[i]
  while box > (s.container or 0) and f.box_last[box] - f.box_first[box] < LINES do
    if f.box_first[box] == i and holds_picture(s.page, f.box_row[box]) then return true end
    box = f.box_parent[box]
  end
  return false
end

-- Labels those of them that stand in one small box with their picture, beside paragraphs.
local function label_boxed(s)
  local rows = s.f:rows(APART, nil, s.first + 1, s.last - 1)
  if #rows == 0 or not has_paragraphs(s) then return end
  for _, i in ipairs(rows) do
    if s.role[i] == "paragraph" and is_boxed(s, i) then s.role[i] = "caption" end
  end
end

--- Labels them.
local function label_underneath(s)
  label_boxed(s)
  local short, captions, count, kinds = look_under(s)
  local fits = #short + captions
  if #short == 0 or fits < FEW or fits < SHARE * count then return end
  local f, least = s.f, mean_size(s) / LONGER
  for _, i in ipairs(short) do
    if f.chars[i] <= least and (captions < FEW or kinds[f.box_shape[f.box[i]]]) then s.role[i] = "caption" end
  end
end

return { label_underneath = label_underneath }
