-- The running text: which blocks of the container are paragraphs, crossheads, captions,
-- embeds, and which are something else that stands between them.

local names = include "generic/names"
local phrases = include "generic/phrases"
local view = include "generic/view"
local P, ITEM, NAV, FIGURE, CAPTION = names.P, names.ITEM, names.NAV, names.FIGURE, names.CAPTION
local TABLE, CELL, QUOTE, PRE, H_BYLINE = names.TABLE, names.CELL, names.QUOTE, names.PRE, names.H_BYLINE
local H_DATE, H_CAPTION, H_RELATED, H_SHARE = names.H_DATE, names.H_CAPTION, names.H_RELATED, names.H_SHARE
local H_PROMO, H_COMMENT, H_BODY, H_FOOT = names.H_PROMO, names.H_COMMENT, names.H_BODY, names.H_FOOT
local H_POPULAR, H_MEDIA, H_EMBED, H_AD = names.H_POPULAR, names.H_MEDIA, names.H_EMBED, names.H_AD
local H_TITLE, OUT_HINTS, OUT_TAGS = names.H_TITLE, names.OUT_HINTS, names.OUT_TAGS
local CREDITS, NOTES, PHOTO, POINTERS = phrases.CREDITS, phrases.NOTES, phrases.PHOTO, phrases.POINTERS
local SURE_NOTES, TAIL, matches = phrases.SURE_NOTES, phrases.TAIL, phrases.matches
local drop, is_linkish, is_text_role = view.drop, view.is_linkish, view.is_text_role
local parent_box, sum_in, tags_of, text_of = view.parent_box, view.sum_in, view.tags_of, view.text_of

-- Whether a box below the container is something else than running text.
local function is_foreign(s, box)
  local f = s.f
  if s.headline and f.box_first[box] <= s.headline and f.box_last[box] >= s.headline then return false end
  local share = sum_in(s, s.weights_all, box) / s.container_weight
  if s.small_hints[box] & H_COMMENT ~= 0 and share < 0.8 then return true end
  if share > 0.5 or f.box_hints[box] & H_EMBED ~= 0 and f.box_hints[box] & (H_RELATED | H_AD | H_PROMO) == 0
    then return false end
  if f.box_tags[box] & OUT_TAGS ~= 0 then return true end
  local hints = f.box_hints[box]
  if hints & H_AD ~= 0 and sum_in(s, s.weights_all, box) >= 250 then hints = hints & ~H_AD end -- "after the ad"
  if hints & H_BODY ~= 0 and share > 0.2 then return false end
  return hints & OUT_HINTS ~= 0 and (share < 0.25 or hints & (H_COMMENT | H_RELATED | H_AD) ~= 0)
end

-- For each box inside the container: the topmost foreign box around it, or false.
local function mark_foreign(s)
  local f = s.f
  local foreign = {}
  for box = s.container + 1, #f.box_row do
    if f.box_first[box] > f.box_last[s.container] then break end
    local parent = f.box_parent[box]
    foreign[box] = foreign[parent] or (is_foreign(s, box) and box) or false
  end
  s.foreign = foreign
end

-- A hidden paragraph among paragraphs that are shown: held back by a paywall or a script.
local function is_held_back(s, i)
  local f = s.f
  if f.own_tags[i] & P == 0 or f.words[i] < 6 or f.terminal[i] == 0 then return false end
  local box = parent_box(f, i)
  return (s.shown[box] or 0) + (s.shown[f.box_parent[box]] or 0) >= 100
end

local function looks_running(s, i)
  local f = s.f
  if f.hidden[i] == 1 and not is_held_back(s, i) then return false end
  local tags, words = tags_of(f, i), f.words[i]
  if is_linkish(s, i) and not (words >= 12 and f.terminal[i] == 1) then return false end
  if f.links[i] == 1 and is_linkish(s, i, 0.4) and words < 40 and matches(text_of(s, i):lower(), POINTERS)
    then return false end
  if tags & P ~= 0 then return words >= 2 or f.terminal[i] == 1 end
  if tags & (ITEM | QUOTE | CELL | PRE) ~= 0 or f.context_tags[i] & (ITEM | QUOTE | TABLE) ~= 0 then return true end
  return f.terminal[i] == 1 and words >= 3 or words >= 8
end

local function is_crosshead(s, i)
  local f = s.f
  if f.hidden[i] == 1 or f.words[i] > 25 or is_linkish(s, i) then return false end
  if f.own_hints[i] & (H_RELATED | H_POPULAR | H_COMMENT | H_SHARE | H_AD) ~= 0 then return false end
  if f.level[i] > 0 then return true end
  return f.strong_chars[i] >= 0.95 * f.chars[i] and f.terminal[i] == 0 and f.words[i] <= 14 and f.chars[i] >= 4
end

local function role_in_text(s, i)
  local f = s.f
  local around = s.around_tags[f.box[i]] | f.own_tags[i]
  if around & QUOTE ~= 0 then return "blockquote" end
  if around & TABLE ~= 0 then return "table" end
  if around & PRE ~= 0 then return "preformatted" end
  if around & ITEM ~= 0 then return "list_item" end
  return "paragraph"
end

-- The weight of text that is shown, by the box it stands in.
local function count_shown(s)
  local f, shown = s.f, {}
  for i = f.box_first[s.container], f.box_last[s.container] do
    local box = parent_box(f, i)
    if f.hidden[i] == 0 then shown[box] = (shown[box] or 0) + s.weight[i] end
  end
  s.shown = shown
end

-- "3", "3/12", "Image 3 of 12".
local function is_counter(text)
  return text:find("^%s*%a*%s*%d+%s*%a*[/|]?%s*%d*%s*$") ~= nil
end

local function is_caption(s, i)
  local f = s.f
  local tags = f.own_tags[i] | f.context_tags[i]
  if f.digits[i] > 0 and f.words[i] <= 4 and is_counter(text_of(s, i)) then return false end
  if tags & CAPTION == 0 and f.words[i] <= 6 and f.own_hints[i] & H_TITLE ~= 0 then return false end
  if tags & (CAPTION | FIGURE) ~= 0 and s.around_tags[f.box[i]] & (FIGURE | CAPTION) ~= 0 then return true end
  local hints = f.own_hints[i] | (s.near_hints[f.box[i]] or 0)
  return hints & H_CAPTION ~= 0 and hints & (H_BYLINE | H_DATE | H_FOOT) == 0 and f.words[i] <= 90
end

local function is_embedded(s, i)
  local f, box = s.f, s.f.box[i]
  return s.around_hints[box] & H_EMBED ~= 0 and s.around_tags[box] & (FIGURE | CAPTION | NAV) == 0
    and (s.around_tags[box] & QUOTE ~= 0 or (f.own_hints[i] | s.around_hints[box]) & (H_CAPTION | H_MEDIA) == 0)
      and not is_linkish(s, i, 0.7)
end

-- Lines that a break parts from running text in the same element are of it too.
local function join_lines(s)
  local f, role, running = s.f, s.role, {}
  local first, last = f.box_first[s.container], f.box_last[s.container]
  for i = first, last do
    if is_text_role(role[i]) then running[f.box[i]] = (running[f.box[i]] or 0) + 1 end
  end
  for i = first, last do
    local box = f.box[i]
    if not role[i] and f.own_tags[i] == 0 and f.hidden[i] == 0 and (running[box] or 0) >= 1 and box ~= s.container
      and not s.foreign[box] and not is_linkish(s, i) then role[i] = role_in_text(s, i) end
  end
end

-- First pass: the blocks of the container that read like running text.
local function mark_running(s)
  local f, role = s.f, s.role
  count_shown(s)
  local from = f.box_first[s.container]
  if s.headline and s.headline >= from and s.headline < f.box_last[s.container] then from = s.headline + 1 end
  for i = from, f.box_last[s.container] do
    local foreign = s.foreign[f.box[i]]
    if not foreign and not role[i] then
      local low = f.words[i] <= 60 and text_of(s, i):lower() or ""
      if f.hidden[i] == 0 and f.words[i] >= 2 and is_embedded(s, i) then role[i] = "embed"
      elseif is_caption(s, i) and not is_linkish(s, i) and f.hidden[i] == 0 then role[i] = "caption"
      elseif matches(low, SURE_NOTES) then role[i] = "note"
      elseif f.images[i] > 0 and f.words[i] <= 50 and f.own_tags[i] & P == 0 and f.hidden[i] == 0
        and matches(low, PHOTO) then role[i] = "caption"
      elseif f.words[i] <= 12 and f.hidden[i] == 0 and matches(low, PHOTO) then role[i] = "caption"
      elseif is_crosshead(s, i) then role[i] = "crosshead"
      elseif looks_running(s, i) then role[i] = role_in_text(s, i) end
    end
  end
  join_lines(s)
end

-- Cuts what stands behind the last paragraph and is no text, and crossheads that head nothing.
local function trim_tail(s)
  local f, role = s.f, s.role
  local first, last = f.box_first[s.container], f.box_last[s.container]
  for i = last, first, -1 do
    if role[i] and role[i] ~= "headline" then
      local text = text_of(s, i):lower()
      local short = f.words[i] <= 45
      if role[i] == "crosshead" then drop(s, i)
      elseif short and matches(text, CREDITS) then role[i] = "credit"
      elseif short and matches(text, NOTES) then role[i] = "note"
      elseif short and matches(text, TAIL) then drop(s, i)
      elseif is_text_role(role[i]) or role[i] == "embed" then return end
    end
  end
end

-- Whether running text follows a crosshead, no list of links.
local function heads_text(s, i)
  local f = s.f
  for j = i + 1, math.min(i + 6, f.box_last[s.container]) do
    if s.role[j] == "crosshead" and f.level[j] <= f.level[i] then return false end
    if s.role[j] and s.role[j] ~= "caption" and s.role[j] ~= "crosshead" then return true end
    if f.hidden[j] == 0 and not s.role[j] and f.links[j] > 0 and is_linkish(s, j) and f.words[j] >= 2
      then return false end
  end
  return false
end

-- Crossheads that head no text are headings of something else.
local function check_crossheads(s)
  for i = s.f.box_last[s.container], s.f.box_first[s.container], -1 do
    if s.role[i] == "crosshead" and not heads_text(s, i) then drop(s, i) end
  end
end

-- The first and last block of running text.
local function text_bounds(s)
  local first, last
  for i = 1, s.count do
    if is_text_role(s.role[i]) then
      first = first or i
      last = i
    end
  end
  return first, last
end

return {
  check_crossheads = check_crossheads, is_caption = is_caption, mark_foreign = mark_foreign,
  mark_running = mark_running, text_bounds = text_bounds, trim_tail = trim_tail,
}
