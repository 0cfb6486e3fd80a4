-- The running text: which blocks of the container are paragraphs, crossheads, captions,
-- embeds, and which are something else that stands between them.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local P, CREDITS, NOTES, OFFERS, TAIL = names.P, phrases.CREDITS, phrases.NOTES, phrases.OFFERS, phrases.TAIL
local names_channels = include "generic/lists/channels"
local drop_repeats = include "generic/body/repeats"
local take_subheadings = include("generic/body/subheadings").take_subheadings
local LEGAL, SURE_NOTES = phrases.LEGAL, phrases.SURE_NOTES
local parent_box, says, TEXT_ROLES = view.parent_box, view.says, view.TEXT_ROLES
local drop, excluded, is_text_role = view.drop, view.excluded, view.is_text_role

local text_roles = include "generic/body/text_roles"
local ROLES, roles = text_roles.ROLES, text_roles.NUMBERS

local ROLE_IN_TEXT = [[
  local around = box_around_tags[box] | own_tags
  if around & QUOTE ~= 0 then return 4 end
  if around & TABLE ~= 0 then return 3 end
  if around & PRE ~= 0 then return 5 end
  if around & (ITEM | TERM) ~= 0 then return 2 end
  return 1
]]

-- The weight of text that is shown, by the box it stands in beside others.
local SHOWN = formula("blocks", [[
  if hidden == 1 then return 0 end
  local home = box
  if box_first[home] == box_last[home] then home = box_parent[home] end
  self[home] = self[home] + weight
]])

-- A block of the container that reads like running text, as a number of ROLES. What is hidden
-- among paragraphs that are shown was held back by a paywall or a script.
local RUNNING = formula("blocks", [[
  if has_role or box_foreign[box] then return 0 end
  local linkish = link_chars >= 0.8 * chars
  local tags_around = box_around_tags[box]
  local hints_around = box_around_hints[box]
  if hidden == 0 and words >= 2 and hints_around & H_EMBED ~= 0
    and (level == 0 or own_hints & H_EMBED == 0) and tags_around & (FIGURE | CAPTION | NAV) == 0
    and (tags_around & QUOTE ~= 0 or own_hints & (H_EMBED | H_TITLE) == H_EMBED | H_TITLE
      or (own_hints | hints_around) & (H_CAPTION | H_MEDIA) == 0)
    and not (link_chars >= 0.7 * chars) then return AN_EMBED end
  if caption and not linkish and hidden == 0 then return A_CAPTION end
  if words <= 60 and matches(SURE_NOTES) then return A_NOTE end
  if hidden == 0 and (words <= 12 or words <= 50 and images > 0 and own_tags & P == 0) and matches(PHOTO) then
    return A_CAPTION
  end
  if images > 0 and words <= 40 and (chars <= 60 or chars > 3 * words) and hidden == 0 and terminal == 0
    and matches(CREDITED) then return A_CAPTION end

  if (hidden == 0 or $unveiled) and words <= 25 and not linkish
    and own_hints & (H_RELATED | H_POPULAR | H_COMMENT | H_SHARE | H_AD) == 0
    and (level > 0 or tags & (ITEM | CELL) == 0 and strong_chars >= 0.95 * chars and terminal == 0 and words <= 14
      and chars >= 4
      or (own_hints == H_TITLE or own_hints == 0 and inside_hints == H_TITLE and texts == 1) and own_tags & P ~= 0
      and links == 0 and terminal == 0 and words <= 14 and words >= 2) then return A_CROSSHEAD end

  if hidden == 1 then
    if own_tags & P == 0 then return 0 end
    if not $unveiled then
      local home = box
      if box_first[home] == box_last[home] then home = box_parent[home] end
      local around = box_parent[home]
      if words < 6 or terminal == 0 or box_shown[home] + box_shown[around] < 100 then return 0 end
    end
  end
  if linkish and not (words >= 12 and terminal == 1) and not matches(ADDRESSES) then return 0 end
  if links == 1 and link_chars >= 0.4 * chars and words < 40 and matches(POINTERS) then return 0 end
  if tags & P ~= 0 then
    if words < 2 and terminal == 0 then return 0 end
  elseif (tags & (ITEM | QUOTE | CELL | PRE | TERM) | context_tags & (ITEM | QUOTE | TABLE)) == 0 then
    if not (terminal == 1 and words >= 3 or words >= 8) then return 0 end
  end
]] .. ROLE_IN_TEXT, names, phrases, roles)

-- The same without what speaks to the reader or sends them elsewhere.
local TOLD = formula("blocks", [[
  if running == 0 or words <= 110 and matches(PROMPTS) or words <= 20 and matches(ASIDES) then return 0 end
  if links > 0 and words <= 40 and matches(NEWSLETTERS) then return 0 end
  if words <= 45 and matches(CALLS) and matches(CHANNELS) then return 0 end
  return running
]], phrases)

-- Boxes with running text of their own, and lines in them that a break parts from it. Of what is hidden,
-- headings and short paragraphs between two that were held back are too.
local HAS_TEXT = formula("blocks", "self[box] = max(self[box], (running > 0) * (running <= LAST_TEXT))", roles)
local JOINED = formula("blocks", [[
  if running then return running end
  if hidden == 1 and (level > 0 or own_tags & P ~= 0) and running[row - 1] and running[row + 1] and links == 0
    and hidden[row - 1] == 1 and hidden[row + 1] == 1 and words <= 25 and not (has_role or box_foreign[box])
    and not matches(PROMPTS) and not matches(ASIDES) then
    if level > 0 then return A_CROSSHEAD end
    return 1
  end
  if has_role or own_tags ~= 0 or hidden == 1 then return 0 end
  if box == $container and box_hints[box] & H_BODY == 0 then
    if not (running[row - 1] and running[row + 1] and box[row - 1] == box and box[row + 1] == box) then return 0 end
  end
  if not box_has_text[box] or box_foreign[box] or link_chars >= 0.8 * chars then return 0 end
]] .. ROLE_IN_TEXT, names, phrases, roles)

local IS_RUNNING = formula("blocks", "return running")

local function add_roles(s, first, last)
  local running, rows, role = s.f:cells "running", s.f:rows(IS_RUNNING, nil, first, last), s.role
  for at = 1, #rows do role[rows[at]] = ROLES[running[rows[at]]] end
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

local ABOVE = 100 -- weight of text above a heading that is too much for a dek

-- Whether the text above a headline is of the body: it stands in the same box, or under a
-- heading of the same rank.
local function goes_before(s, from, at)
  local f = s.f
  local mine = parent_box(f, at)
  for i = from, at - 1 do
    local box = parent_box(f, i)
    if s.weight[i] >= ABOVE / 2 and (i > 1 and f.level[i - 1] == f.level[at] or box == mine
      or f.box_parent[box] == mine and f.box_parent[f.box[i]] == mine) then return true end
  end
  return false
end

-- Where the running text can begin: behind a headline inside the container, unless most of the
-- text stands above it, or some that belongs to it.
local function first_line(s)
  local from, last, at = s.f.box_first[s.container], s.f.box_last[s.container], s.headline
  if not at or at < from or at >= last then return from end
  local above = view.sum_of(s.weights, from, at)
  if above >= ABOVE and s.f.level[at] > 0 and goes_before(s, from, at) then return from end
  return above > s.weights[last] - s.weights[at] and from or at + 1
end

local mark_running

-- First pass: the blocks of the container that read like running text.
function mark_running(s)
  local f = s.f
  local first, last = f.box_first[s.container], f.box_last[s.container]
  f:derive("box_shown", SHOWN, nil, first, last)
  f:mark("has_role", s.role)
  f:derive("running", RUNNING, { unveiled = s.unveiled }, first_line(s), last)
  f:derive("running", TOLD, nil, first, last)
  f:derive("box_has_text", HAS_TEXT, nil, first, last)
  f:derive("running", JOINED, { container = s.container }, first, last)
  add_roles(s, first, last)
  if not s.unveiled and unveil(s) then return mark_running(s) end
  drop_repeats(s)
  take_subheadings(s, first, last)
end

local LONG = 300 -- weight of a text that needs no element of a paragraph

-- A paragraph outside the container that reads like those in it.
local function is_adoptable(s, i)
  local f = s.f
  local long = f.own_tags[i] & P ~= 0 and 80 or LONG
  return not s.role[i] and f.terminal[i] == 1 and s.weight[i] >= long and f.hidden[i] == 0
    and f.link_chars[i] < 0.3 * f.chars[i] and not excluded(s, i)
    and not (f.words[i] <= 60 and says(s, i, SURE_NOTES))
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
      local short = f.words[i] <= 45
      if role[i] == "crosshead" and not (short and f.level[i] == 0 and says(s, i, CREDITS)) then drop(s, i)
      elseif short and says(s, i, CREDITS) then role[i] = "credit"
      elseif short and says(s, i, NOTES) then role[i] = "note"
      elseif short and says(s, i, TAIL) or f.words[i] <= 20 and names_channels(s, i) then drop(s, i)
      elseif is_text_role(role[i]) or role[i] == "embed" then return end
    end
  end
end

-- The last block below a heading, up to the next; and the weight of the text there.
local function section_of(s, i)
  local weight, last = 0, i
  for j = i + 1, s.count do
    if s.role[j] == "crosshead" then break end
    if is_text_role(s.role[j]) then weight, last = weight + s.weight[j], j end
  end
  return last, weight
end

local OFFER_LINES, OFFER_SHARE = 10, 0.2 -- of a box that offers a newsletter; of the story's text that it may have

-- Boxes among the text that offer the site's newsletter or channels under a heading.
local function drop_offers(s)
  local f, role = s.f, s.role
  for i = (s.headline or 0) + 1, s.count do
    if role[i] == "crosshead" and f.words[i] <= 8 and says(s, i, OFFERS) then
      local box = parent_box(f, i)
      if box > s.container and f.box_last[box] - f.box_first[box] < OFFER_LINES
        and view.sum_in(s, s.weights_all, box) <= OFFER_SHARE * s.container_weight then
        for j = f.box_first[box], f.box_last[box] do drop(s, j) end
      end
    end
  end
end

local LEGAL_SHARE = 0.2 -- of the story's text, that a legal notice below it may have

-- What the site says of its liability and rights, set as if it were of the story, and what it offers.
local function drop_legal(s)
  drop_offers(s)
  local role = s.role
  for i = s.headline or 1, s.count do
    if role[i] == "crosshead" and s.f.words[i] <= 8 and says(s, i, LEGAL) then
      local last, weight = section_of(s, i)
      if weight <= LEGAL_SHARE * s.container_weight then
        for j = i, last do drop(s, j) end
      end
    end
  end
end

-- Links to a site's imprint, of those that stand below all else on a page.
local IMPRINT = formula("blocks", [[
  return links > 0 and words <= 8 and link_chars >= 0.6 * chars and hidden == 0 and not box_foreign[box]
    and base_sums[row] - base_sums[box_first[$container] - 1] > 0.7 * $weight and matches(LEGAL)
]], phrases)

-- What stands below such links in the container.
local function drop_below(s)
  local first, last = s.f.box_first[s.container], s.f.box_last[s.container]
  local at = s.f:rows(IMPRINT, { container = s.container, weight = s.container_weight }, first, last)[1]
  for i = at or last + 1, last do drop(s, i) end
end

-- The first and last block of running text, of all or of those from one to another.
local function text_bounds(s, from, to)
  local role = s.role
  for first = from or 1, to or s.count do
    if role[first] and TEXT_ROLES[role[first]] then
      for last = to or s.count, first, -1 do
        if role[last] and TEXT_ROLES[role[last]] then return first, last end
      end
    end
  end
end

-- Lines that say where a text was written, before the first paragraph: "HARBOUR TOWN (AP) —".
local DATELINE = formula("blocks", [[
  return words >= 1 and words <= 8 and links == 0 and hidden == 0 and level == 0 and images == 0 and matches(DASHED)
]], { DASHED = { "%a.*—%s*$", "%a.*–%s*$", "%a.*%-%-%s*$" } })

local REACH = 3 -- lines from the first text, which may be a dek, to a dateline

-- The bounds of the running text within which it is known to be, and a dateline right above a paragraph there.
local function dated_bounds(s)
  local first, last = text_bounds(s, s.first, s.last)
  for _, i in ipairs(first and s.f:rows(DATELINE, nil, math.max(first - 1, 1), first + REACH) or {}) do
    local free = not s.role[i] or s.role[i] == "caption" -- the agency may look a picture's
    if free and s.role[i + 1] == "paragraph" then
      s.role[i] = "paragraph"
      return math.min(i, first), last
    end
  end
  return first, last
end

return {
  adopt = adopt, dated_bounds = dated_bounds, drop_below = drop_below, drop_legal = drop_legal,
  mark_running = mark_running,
  text_bounds = text_bounds, trim_tail = trim_tail,
}
