-- A page as the generic rule sees it: its features, the weight of each block as running
-- text, and what is known of the boxes around it.

local names = include "generic/names"
local lexicon = include "generic/words"
local P, ITEM, ASIDE, NAV, FOOTER = names.P, names.ITEM, names.ASIDE, names.NAV, names.FOOTER
local CAPTION, FORM, BUTTON, CELL, QUOTE = names.CAPTION, names.FORM, names.BUTTON, names.CELL, names.QUOTE
local PRE, DIALOG_TAG, H_RELATED, H_NAV = names.PRE, names.DIALOG_TAG, names.H_RELATED, names.H_NAV
local H_COMMENT, H_POPULAR, H_DIALOG, H_AD = names.H_COMMENT, names.H_POPULAR, names.H_DIALOG, names.H_AD
local WEAK_HINTS = names.WEAK_HINTS
local lower_words, normal = lexicon.lower_words, lexicon.normal

local BLOCK_MOST = 4000 -- bytes of a block that are read: no line that matters is longer

local function text_of(s, i)
  local text = s.texts[i]
  if not text then
    local start, stop = s.page:block(i)
    text = s.page:read(start, math.min(stop, start + BLOCK_MOST))
    if text:find("\xC2\xA0", 1, true) then text = text:gsub("\xC2\xA0", " ") end
    s.texts[i] = text
  end
  return text
end

-- The bytes of a range of text as they stand, of a long one the first.
local function raw_text(s, start, stop)
  return s.page:raw(start, math.min(stop, start + BLOCK_MOST))
end

-- Sums of a block column up to each block: sums[last] - sums[first - 1].
local function running_sum(column)
  local sums, total = { [0] = 0 }, 0
  for i = 1, #column do
    total = total + column[i]
    sums[i] = total
  end
  return sums
end

local function sum_in(s, sums, box)
  return sums[s.f.box_last[box]] - sums[s.f.box_first[box] - 1]
end

-- The tags of a block, and where a br cut it out of a paragraph, those of the paragraph.
local function tags_of(f, i)
  local tags, box = f.own_tags[i], f.box[i]
  if tags == 0 and box > 0 then tags = f.box_tags[box] & (P | ITEM | CELL | QUOTE | PRE) end
  return tags
end

local function base_weight(f, i)
  local chars = f.chars[i] - 1.6 * f.link_chars[i]
  if chars <= 0 or f.level[i] > 0 then return 0 end
  local tags = tags_of(f, i)
  if tags & (BUTTON | CAPTION) ~= 0 or f.context_tags[i] & (NAV | BUTTON | CAPTION | DIALOG_TAG) ~= 0
    then return 0 end
  if f.hidden[i] == 1 then chars = chars * (tags & P ~= 0 and 0.3 or 0) end
  local words = f.words[i]
  if f.terminal[i] == 0 then chars = chars * (words >= 20 and 0.7 or words >= 8 and 0.3 or 0.08) end
  if f.sentences[i] == 0 and f.commas[i] == 0 then chars = chars * 0.4 end
  if words < 6 then chars = chars * 0.3 end
  if tags & P ~= 0 then chars = chars * 1.3 elseif tags & (ITEM | CELL) ~= 0 then chars = chars * 0.6 end
  return chars
end

-- The tags and hints of the boxes around each box, less those of boxes that hold
-- most of the page's text: a name on the body says nothing of a paragraph.
local function narrow_contexts(s)
  local f, base = s.f, running_sum(s.base)
  for i = 1, s.count do
    if f.level[i] == 1 then
      s.first_h1 = i
      break
    end
  end
  local total = math.max(1, base[#s.base])
  s.around_tags, s.around_hints, s.small_tags, s.small_hints = {}, {}, {}, {}
  for box = 1, #f.box_row do
    local small = sum_in(s, base, box) < 0.4 * total
    local parent = f.box_parent[box]
    s.small_tags[box] = small and f.box_tags[box] or f.box_tags[box] & NAV
    local late = f.box_first[box] > (s.first_h1 or 8)
    s.small_hints[box] = small and f.box_hints[box] or late and f.box_hints[box] & (H_COMMENT | H_RELATED) or 0
    s.around_tags[box] = (s.around_tags[parent] or 0) | s.small_tags[box]
    s.around_hints[box] = (s.around_hints[parent] or 0) | s.small_hints[box]
  end
end

local function text_weight(s, i)
  local weight, box = s.base[i], s.f.box[i]
  if weight == 0 or box == 0 then return weight end
  local tags, hints = s.around_tags[box], s.around_hints[box]
  if tags & (FOOTER | ASIDE | FORM) ~= 0 then weight = weight * 0.25 end
  if hints & H_COMMENT ~= 0 then weight = weight * 0.03
  elseif hints & (H_DIALOG | H_AD) ~= 0 then weight = weight * 0.15
  elseif hints & WEAK_HINTS ~= 0 then weight = weight * 0.35 end
  return weight
end

local function headline_witnesses(context)
  local list, seen = {}, {}
  for _, one in ipairs(context.witnesses and context.witnesses.headline or {}) do
    local key = normal(one.value)
    if #list < 8 and not seen[key] then list[#list + 1] = { words = lower_words(one.value), key = key } end
    seen[key] = true
  end
  return list
end

local function is_linkish(s, i, share)
  return s.f.link_chars[i] >= (share or 0.8) * s.f.chars[i]
end

-- The box a block stands in beside others.
local function parent_box(f, i)
  local box = f.box[i]
  if box > 0 and f.box_first[box] == f.box_last[box] then return f.box_parent[box] end
  return box
end

local function is_text_role(role)
  return role == "paragraph" or role == "list_item" or role == "table" or role == "blockquote"
    or role == "preformatted"
end

local function drop(s, i)
  s.role[i] = nil
end

-- Hints of the boxes close around a block: those of few blocks.
local function mark_near(s)
  local f, near = s.f, {}
  for box = 1, #f.box_row do
    local parent = f.box_parent[box]
    local few = f.box_last[box] - f.box_first[box] < 6
    near[box] = few and f.box_hints[box] | (near[parent] or 0) or 0
  end
  s.near_hints = near
end

local function excluded(s, i)
  local box = s.f.box[i]
  if s.f.hidden[i] == 1 or box == 0 then return true end
  return s.around_tags[box] & (NAV | FOOTER | FORM | BUTTON | DIALOG_TAG) ~= 0
    or (s.around_hints[box] | s.f.own_hints[i]) & (H_RELATED | H_COMMENT | H_POPULAR | H_AD | H_DIALOG | H_NAV) ~= 0
end

local function common_box(s, a, b)
  local f = s.f
  local box = f.box[a]
  while box > 0 and f.box_last[box] < b do box = f.box_parent[box] end
  return box
end

-- Iterates over the children of a row.
local function children(page, row)
  local child
  return function()
    if child then child = page:next(child) else child = page:first_child(row) end
    return child
  end
end

local BLOCKS_MOST = 5000 -- looked at; no page that people read has as many

-- Leaves out the boxes behind the blocks that are looked at, and cuts those around them.
local function cut_boxes(f, most)
  for box = #f.box_row, 1, -1 do
    if f.box_first[box] > most then f.box_row[box] = nil
    else f.box_last[box] = math.min(f.box_last[box], most) end
  end
end

local function begin(page, context)
  local f, w = page:features(), context.witnesses or {}
  local s = { page = page, context = context, f = f, count = #f.node, texts = {}, role = {}, hrefs = {} }
  if s.count > BLOCKS_MOST then
    s.count = BLOCKS_MOST
    cut_boxes(f, BLOCKS_MOST)
  end
  s.witnesses, s.deks = headline_witnesses(context), {}
  s.sites, s.authors, s.published = w.site or {}, w.byline or {}, w.published or {}
  for _, one in ipairs(w.dek or {}) do s.deks[#s.deks + 1] = normal(one.value) end
  s.base, s.weight = {}, {}
  for i = 1, s.count do s.base[i] = base_weight(f, i) end
  narrow_contexts(s)
  for i = 1, s.count do s.weight[i] = text_weight(s, i) end
  local linked = {}
  for i = 1, s.count do linked[i] = (f.level[i] > 0 and 2 * f.link_chars[i] > f.chars[i]) and 1 or 0 end
  s.linked = running_sum(linked)
  s.weights, s.weights_all = running_sum(s.weight), running_sum(s.base)
  mark_near(s)
  return s
end

return {
  begin = begin, children = children, common_box = common_box, drop = drop, excluded = excluded,
  is_linkish = is_linkish, is_text_role = is_text_role, parent_box = parent_box, raw_text = raw_text,
  running_sum = running_sum, sum_in = sum_in, tags_of = tags_of, text_of = text_of,
}
