-- The running text: which blocks of the container are paragraphs, crossheads, captions,
-- embeds, and which are something else that stands between them.

local names = include "generic/names"
local phrases = include "generic/phrases"
local view = include "generic/view"
local is_caption = include("generic/caption").is_caption
local P, ITEM, NAV, FIGURE, CAPTION = names.P, names.ITEM, names.NAV, names.FIGURE, names.CAPTION
local TABLE, CELL, QUOTE, PRE, H_CAPTION = names.TABLE, names.CELL, names.QUOTE, names.PRE, names.H_CAPTION
local H_RELATED, H_SHARE, H_COMMENT = names.H_RELATED, names.H_SHARE, names.H_COMMENT
local H_POPULAR, H_MEDIA = names.H_POPULAR, names.H_MEDIA
local H_EMBED, H_AD, TERM = names.H_EMBED, names.H_AD, names.TERM
local CREDITED, CREDITS, NOTES, PHOTO, POINTERS = phrases.CREDITED, phrases.CREDITS, phrases.NOTES,
  phrases.PHOTO, phrases.POINTERS
local PROMPTS, SURE_NOTES, TAIL, matches = phrases.PROMPTS, phrases.SURE_NOTES, phrases.TAIL, phrases.matches
local drop, excluded, is_linkish, is_text_role = view.drop, view.excluded, view.is_linkish, view.is_text_role
local parent_box, tags_of, text_of = view.parent_box, view.tags_of, view.text_of

-- A hidden paragraph among paragraphs that are shown: held back by a paywall or a script.
local function is_held_back(s, i)
  local f = s.f
  if s.unveiled then return f.own_tags[i] & P ~= 0 end
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
  if (tags & (ITEM | QUOTE | CELL | PRE | TERM) | f.context_tags[i] & (ITEM | QUOTE | TABLE)) ~= 0 then return true end
  return f.terminal[i] == 1 and words >= 3 or words >= 8
end

local function is_crosshead(s, i)
  local f = s.f
  if f.hidden[i] == 1 or f.words[i] > 25 or is_linkish(s, i) then return false end
  if f.own_hints[i] & (H_RELATED | H_POPULAR | H_COMMENT | H_SHARE | H_AD) ~= 0 then return false end
  if f.level[i] > 0 then return true end
  if tags_of(f, i) & (ITEM | CELL) ~= 0 then return false end
  return f.strong_chars[i] >= 0.95 * f.chars[i] and f.terminal[i] == 0 and f.words[i] <= 14 and f.chars[i] >= 4
end

local function role_in_text(s, i)
  local f = s.f
  local around = s.around_tags[f.box[i]] | f.own_tags[i]
  if around & QUOTE ~= 0 then return "blockquote" end
  if around & TABLE ~= 0 then return "table" end
  if around & PRE ~= 0 then return "preformatted" end
  if around & (ITEM | TERM) ~= 0 then return "list_item" end
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

local function is_embedded(s, i)
  local f, box = s.f, s.f.box[i]
  return s.around_hints[box] & H_EMBED ~= 0 and s.around_tags[box] & (FIGURE | CAPTION | NAV) == 0
    and (s.around_tags[box] & QUOTE ~= 0 or (f.own_hints[i] | s.around_hints[box]) & (H_CAPTION | H_MEDIA) == 0)
      and not is_linkish(s, i, 0.7)
end

-- A page that shows no running text at all, but holds some: it was hidden for print, or until a
-- script came.
local function unveil(s)
  for i = s.f.box_first[s.container], s.f.box_last[s.container] do
    if is_text_role(s.role[i]) then return false end
  end
  s.unveiled = true
  return true
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

-- Where the running text can begin: behind a headline inside the container, unless most of the
-- text stands above it.
local function first_line(s)
  local from, last, at = s.f.box_first[s.container], s.f.box_last[s.container], s.headline
  if not at or at < from or at >= last then return from end
  local above = s.weights[at] - s.weights[from - 1]
  return above > s.weights[last] - s.weights[at] and from or at + 1
end

local mark_running

-- First pass: the blocks of the container that read like running text.
function mark_running(s)
  local f, role = s.f, s.role
  count_shown(s)
  local from = first_line(s)
  for i = from, f.box_last[s.container] do
    local foreign = s.foreign[f.box[i]]
    local low = not (foreign or role[i]) and f.words[i] <= 60 and text_of(s, i):lower() or ""
    if not foreign and not role[i] and not matches(low, PROMPTS) then
      if f.hidden[i] == 0 and f.words[i] >= 2 and is_embedded(s, i) then role[i] = "embed"
      elseif is_caption(s, i) and not is_linkish(s, i) and f.hidden[i] == 0 then role[i] = "caption"
      elseif matches(low, SURE_NOTES) then role[i] = "note"
      elseif f.images[i] > 0 and f.words[i] <= 50 and f.own_tags[i] & P == 0 and f.hidden[i] == 0
        and matches(low, PHOTO) then role[i] = "caption"
      elseif f.words[i] <= 12 and f.hidden[i] == 0 and matches(low, PHOTO) then role[i] = "caption"
      elseif f.images[i] > 0 and f.words[i] <= 40 and f.hidden[i] == 0 and f.terminal[i] == 0
        and matches(low, CREDITED) then role[i] = "caption"
      elseif is_crosshead(s, i) then role[i] = "crosshead"
      elseif looks_running(s, i) then role[i] = role_in_text(s, i) end
    end
  end
  join_lines(s)
  if not s.unveiled and unveil(s) then mark_running(s) end
end

-- A paragraph outside the container that reads like those in it.
local function is_adoptable(s, i)
  local f = s.f
  return not s.role[i] and f.own_tags[i] & P ~= 0 and f.terminal[i] == 1 and s.weight[i] >= 80 and f.hidden[i] == 0
    and f.link_chars[i] < 0.3 * f.chars[i] and not excluded(s, i)
end

-- Paragraphs in boxes of their own between the headline and the container: one body in several.
local function adopt(s)
  local first = s.f.box_first[s.container]
  for i = math.max(1, (s.headline or first) + 1), first - 1 do
    if is_adoptable(s, i) then s.role[i] = "paragraph" end
  end
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
  adopt = adopt, check_crossheads = check_crossheads,
  mark_running = mark_running, text_bounds = text_bounds, trim_tail = trim_tail,
}
