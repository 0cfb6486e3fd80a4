-- Boxes set into the story that say more about its matter: a box named so, with a heading of its own
-- and text below it, between the paragraphs or behind them. They are no running text.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local add_asides = include("generic/body/asides").add_asides
local NOTES, SOURCES = phrases.NOTES, phrases.SOURCES
local is_text_role, says, sum_of = view.is_text_role, view.says, view.sum_of

local limits = {
  SHARE = 0.25,  -- of the story's text, that such a box has at most
  LABEL = 3,     -- words of a label above its heading: "Facts"
}
-- Headings over the list of a story's sections, which is a menu.
local CONTENTS = patterns {
  "^table of contents", "^contents%W*$", "^in this article", "^on this page", "^jump to", "^inhalt%W*$",
  "^inhaltsverzeichnis", "^sommaire%W*$", "^índice", "^indice%W*$", "^sumário", "^inhoud", "^innehåll", "^indhold",
  "^innhold", "^sisällys", "^spis treści", "^obsah%W*$", "^содержание", "^зміст", "^içindekiler", "^daftar isi",
  "^mục lục", "^目次", "^目录", "^목차",
}
local ABOVE = 100     -- weight of the text above a box, below which it may be the story's key points
local ALL_SHARE = 0.4 -- of the story's text in all such boxes at most: else they are its sections

-- Boxes so named that begin with a heading, or a line that is named as one.
local INFOBOX = formula("boxes", [[
  if box_hints & H_NOTE == 0 or (box_hints & H_BODY | box_around_hints & H_RECIPE) ~= 0 then return 0 end
  if box_first == box_last then return 0 end
  if box_last > $last or box_foreign then return 0 end
  local line = box_first
  if level[line] == 0 and level[line + 1] > 0 and words[line] <= LABEL and terminal[line] == 0 then line = line + 1 end
  if level[line] == 0 and (own_hints[line] & H_TITLE == 0 or words[line] > 12 or terminal[line] == 1) then return 0 end
  if box_first <= $headline and box_last >= $headline then return 0 end
  local weight = base_sums[box_last] - base_sums[box_first - 1]
  return weight <= SHARE * $weight
]], names, limits)

-- Whether a box has text in it; above all other, not as key points stand there.
local function has_text(s, box)
  local f = s.f
  local first = f.box_first[box]
  local opens = sum_of(s.weights_all, f.box_first[s.container], first) < ABOVE
  for i = first, f.box_last[box] do
    if s.role[i] == "paragraph" or not opens and is_text_role(s.role[i]) then return true end
  end
  return false
end

local function text_in(s, box)
  return sum_of(s.weights_all, s.f.box_first[box], s.f.box_last[box])
end

-- The outermost of such boxes.
local function find_boxes(s)
  local f, found, all, behind = s.f, {}, 0, 0
  local last = f.box_last[s.container]
  local numbers = { last = last, headline = s.headline, weight = s.container_weight }
  for _, box in ipairs(f:rows(INFOBOX, numbers, s.container + 1)) do
    if f.box_first[box] > behind and has_text(s, box) and not says(s, f.box_first[box], SOURCES) then
      found[#found + 1], behind, all = box, f.box_last[box], all + text_in(s, box)
    end
  end
  return all <= ALL_SHARE * s.container_weight and found or {}
end

-- What its lines were in the running text: the parts of a box of its own.
local function parts_of(s, box)
  local content = {}
  for i = s.f.box_first[box], s.f.box_last[box] do
    if s.role[i] then content[#content + 1] = { tag = #content == 0 and "heading" or s.role[i], block = i } end
  end
  return content
end

-- Takes the lines of one out of the running text.
local function take_out(s, box)
  local role, first, last = s.role, s.f.box_first[box], s.f.box_last[box]
  local note = says(s, first, NOTES)
  role[first] = "heading"
  if not note then
    s.infoboxes[#s.infoboxes + 1] = { kind = "sidebar", content = parts_of(s, box), first = first, last = last }
  end
  for i = first, last do
    if role[i] then role[i] = note and "note" or "infobox" end
  end
end

--- Takes them out of the running text; one with a heading as of notes is the story's note.
local function set_apart(s)
  local f = s.f
  s.infoboxes = {}
  for _, box in ipairs(find_boxes(s)) do
    if says(s, f.box_first[box], CONTENTS) then
      for i = f.box_first[box], f.box_last[box] do view.drop(s, i) end
    else take_out(s, box) end
  end
end

--- Adds them and the asides to the page's lists, but for those in which a list stands: they are left to the chrome.
local function add_infoboxes(s, boxes)
  local own = s.infoboxes or {}
  for _, one in ipairs(own) do
    local free = true
    for _, list in ipairs(boxes) do free = free and (list.last < one.first or list.first > one.last) end
    if free then boxes[#boxes + 1] = one end
  end
  local asides = add_asides(s, boxes)
  if #own + asides > 0 then view.sort_by_first(boxes) end
  return boxes
end

return { add_infoboxes = add_infoboxes, set_apart = set_apart }
