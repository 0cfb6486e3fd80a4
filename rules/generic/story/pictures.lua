-- The captions of the story's pictures: what caption.lua takes for some within its bounds, lines that say
-- whose a picture is, and what stands below the text in boxes like those of the captions in it.

local caption = include "generic/story/caption"
local names = include "generic/page/names"
local view = include "generic/page/view"
local label_quotes = include("generic/body/quotes").label_quotes
local label_underneath = include("generic/story/underneath").label_underneath
local is_caption, may_be_linked, says = caption.is_caption, caption.may_be_linked, view.says
local common_box, excluded, is_linkish, parent_box = view.common_box, view.excluded, view.is_linkish, view.parent_box
local credits = include "generic/story/picture_credits"
local OF_PICTURES, SELLERS, SOURCES = credits.OF_PICTURES, credits.SELLERS, credits.SOURCES
local starts_with_by, text_of = include("generic/page/words").starts_with_by, view.text_of

local LATE = 20 -- lines behind the text among which pictures of it stand

-- Whether a caption is one by its element, or by its own name and a picture before it in the box of the text.
local function is_sure(s, i)
  local f, inside = s.f, s.container and i <= s.f.box_last[s.container]
  return s.framed[i] or inside and s.captions[i] and f.own_hints[i] & names.H_CAPTION ~= 0 and f.images[i] > 0
end

-- Captions of pictures that end the story, in a box with its text that goes no further.
local function label_late(s)
  local f = s.f
  for i = s.last + 1, math.min(s.count, s.last + LATE) do
    if f.level[i] > 0 then return end
    if s.captions[i] and not s.role[i] and f.link_chars[i] == 0 and is_sure(s, i) and not excluded(s, i) then
      local box = common_box(s, s.last, i)
      if box > 0 and f.box_last[box] <= s.last + LATE then s.role[i] = "caption" end
    end
  end
end

-- Whether a line stands close to a link of some words: in a card that leads to another piece.
local function in_card(s, i, least)
  local f, box = s.f, parent_box(s.f, i)
  if f.link[i] > 0 then return true end
  for j = math.max(f.box_first[box] or i, i - 2), math.min(f.box_last[box] or i, i + 2) do
    if f.links[j] == 1 and f.words[j] >= least and is_linkish(s, j) then return true end
  end
  return false
end

local BELOW = 60 -- lines below the text where it may go on

-- Captions there that have no place yet.
local LEFT = formula("blocks", "return caption and hidden == 0 and links == 0 and not excluded and not has_role")

-- The shapes of a line's box and of the box around it.
local function shapes_of(s, i)
  local box = s.f.box[i]
  return s.f.box_shape[box] or 0, s.f.box_shape[s.f.box_parent[box]] or 0
end

-- Captions below the text, where it goes on: in boxes like those of the captions in it.
local function label_alike(s)
  local left = s.f:rows(LEFT, nil, s.last + 1, s.last + BELOW)
  if #left == 0 then return end
  local alike = {}
  for i = s.headline or s.first, math.min(s.count, s.last + LATE) do
    if s.role[i] == "caption" and s.captions[i] then
      local inner, outer = shapes_of(s, i)
      alike[inner], alike[outer] = true, true
    end
  end
  for _, i in ipairs(left) do
    local inner, outer = shapes_of(s, i)
    if (alike[inner] or s.framed[i] and alike[outer]) and not in_card(s, i, 4) and not starts_with_by(text_of(s, i))
      then s.role[i] = "caption" end
  end
end

-- Lines that may be such.
local CREDIT = formula("blocks", [[
  if words > MOST or words < 2 or level > 0 or hidden == 1 or excluded or has_role or link_chars >= 0.5 * chars
    then return 0 end
  if matches(COLON) and (matches(OF_PICTURES) or matches(SOURCES)) then return 1 end
  return words <= 10 and links == 0 and matches(MARKS) and matches(SELLERS)
]], { MOST = 14, OF_PICTURES = OF_PICTURES, SELLERS = SELLERS, SOURCES = SOURCES, COLON = { ":", "：" },
  MARKS = { "©", "/", "|", "%(", " %- ", "^credit" } })

local BESIDE = 20 -- lines above the headline and below the text among which such a line may stand
local LINES = 4   -- of its box, which is the picture's

-- The other line of its small box, which says what the picture shows.
local function label_shown(s, i)
  local f, box = s.f, parent_box(s.f, i)
  if box == 0 or f.box_last[box] - f.box_first[box] >= LINES then return end
  for j = i - 1, i + 1, 2 do
    local inside = j >= f.box_first[box] and j <= f.box_last[box]
    if inside and not s.role[j] and f.words[j] >= 4 and f.level[j] == 0 and f.hidden[j] == 0 and f.links[j] == 0
      and not excluded(s, j) then s.role[j] = "caption" end
  end
end

-- Whether it stands within the story or beside it, and in no card.
local function is_near(s, i)
  if in_card(s, i, 2) then return false end
  return i < s.last or (s.f.box_last[common_box(s, s.last, i)] or s.count) <= s.last + LATE
end

local function label_credited(s)
  local f, role = s.f, s.role
  for _, i in ipairs(f:rows(CREDIT, nil, math.max(1, (s.headline or s.first) - BESIDE), s.last + BESIDE)) do
    local sourced = says(s, i, SOURCES)
    local beside = role[i - 1] == "caption" and parent_box(f, i - 1) == parent_box(f, i)
    if sourced and beside or not sourced and is_near(s, i) then
      role[i] = "caption"
      label_shown(s, i)
    end
  end
end

local LABELLED = formula("blocks", "return words <= 14 and matches(OF_PICTURES)", { OF_PICTURES = OF_PICTURES })

-- Lines by the head that were taken for bylines, since they name who took the picture.
local function free_credits(s)
  for _, i in ipairs(s.f:rows(LABELLED, nil, s.headline or s.first, s.first)) do
    if s.role[i] == "byline" and not text_of(s, i):find ":.*:" then s.role[i] = nil end
  end
end

-- Links in boxes that are named for captions and for pictures or videos.
local TITLES = formula("blocks", [[
  if links ~= 1 or link_chars < 0.8 * chars or words < 2 or hidden == 1 or box == 0 then return 0 end
  return box_near_hints[box] & H_CAPTION ~= 0 and box_around_hints[box] & H_MEDIA ~= 0
]], names)

-- Above the first paragraph such a link is the title of the story's own picture or video, whose page it leads to.
local function label_titles(s)
  for _, i in ipairs(s.f:rows(TITLES, nil, (s.headline or s.first) + 1, s.first - 1)) do
    s.role[i] = s.role[i] or "caption"
  end
end

local function label_captions(s)
  label_titles(s)
  for i = s.headline or s.first, s.last do
    if not s.role[i] and s.f.hidden[i] == 0 and is_caption(s, i)
      and (not is_linkish(s, i) or may_be_linked(s, i)) then s.role[i] = "caption" end
  end
  label_quotes(s)
  label_late(s)
  label_underneath(s)
  free_credits(s)
  s.f:mark("has_role", s.role)
  label_alike(s)
  label_credited(s)
end

return { label_captions = label_captions }
