-- Running text in boxes beside the container: sections, columns and steps that a page sets
-- each in a box of its own, so that no one box holds the body alone.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local take_alike = include("generic/body/alike").take_alike
local take_sections = include("generic/body/sections").take_sections
local says = view.says
local ARTICLE, MAIN, P, ITEM, TERM = names.ARTICLE, names.MAIN, names.P, names.ITEM, names.TERM
local CAPTION, CELL, TABLE, QUOTE, PRE = names.CAPTION, names.CELL, names.TABLE, names.QUOTE, names.PRE
local H_COMMENT, H_RELATED, H_POPULAR = names.H_COMMENT, names.H_RELATED, names.H_POPULAR
local OUT_TAGS = names.OUT_TAGS | names.FOOTER | names.FORM
local BOILERPLATE, CREDITS, NOTES, PHOTO = phrases.BOILERPLATE, phrases.CREDITS, phrases.NOTES, phrases.PHOTO
local SURE_NOTES = phrases.SURE_NOTES
local is_linkish, tags_of = view.is_linkish, view.tags_of

local LEVELS = 4 -- boxes around the container whose other parts are looked at
local LEAST = 40 -- weight of a part's text
local ALONE, LONG = 20, 60 -- words of a paragraph that is a part by itself; of one that needs no stop
local ENDS = H_COMMENT | H_RELATED | H_POPULAR -- behind such a part there is no story

-- How much of a box is running text: its characters, those of its links and of its paragraphs, how many of its
-- lines have a role, and the characters of comments.
local function measure(s, box)
  local f, chars, linked, text, open, remarks = s.f, 0, 0, 0, 0, 0
  for i = f.box_first[box], f.box_last[box] do
    if f.hidden[i] == 0 then
      chars, linked = chars + f.chars[i], linked + f.link_chars[i]
      local says_much = f.terminal[i] == 1 and f.words[i] >= 5 or f.words[i] >= LONG
      if s.weight[i] > 0 and says_much then text = text + f.chars[i] end
      if s.role[i] and s.role[i] ~= "caption" then open = open + 1 end
      if f.own_hints[i] & H_COMMENT ~= 0 then remarks = remarks + f.chars[i] end
    end
  end
  return chars, linked, text, open, remarks
end

-- The name of a box's element and the first word of its class: what parts of one kind share.
local function kind_of(s, box)
  local row = s.f.box_row[box]
  return s.page:name(row) .. "." .. ((s.page:attr(row, "class") or ""):match("%S+") or ""):gsub("%d+", "")
end

local limits = { ENDS = ENDS, LEAST = LEAST, OUT_TAGS = OUT_TAGS, P = P, ALONE = ALONE, WEAK_HINTS = names.WEAK_HINTS }

-- The parts of a box beside the one that holds the container that may be more of its text: of the
-- same shape, with enough text, and no names of something else but those that the container's own
-- box bears too; and parts behind it that end the story.
local PART = formula("boxes", [[
  if box_parent ~= $around or box_first <= $last and box_last >= $first then return 0 end
  if box_first > $last and box_hints & ENDS ~= 0 then return 1 end
  local alone = box_first == box_last and box_tags & P ~= 0 and words[box_first] >= ALONE
  if box_shape ~= box_shape[$inner] and not alone or box_tags & OUT_TAGS ~= 0 then return 0 end
  if $foot > $last and box_first > $foot then return 0 end
  if box_hints & ~box_hints[$inner] & WEAK_HINTS ~= 0 then return 0 end
  return base_sums[box_last] - base_sums[box_first - 1] >= LEAST
    and linked_sums[box_last] - linked_sums[box_first - 1] <= 0
]], limits)

-- Whether a part behind the container is a long paragraph alone, which needs no box like the
-- container's, but must say nothing about the story.
local function is_lone(s, box)
  local f, line = s.f, s.f.box_first[box]
  if line ~= f.box_last[box] or line <= f.box_last[s.container] then return false end
  return f.box_tags[box] & P ~= 0 and f.words[line] >= ALONE
    and not (says(s, line, NOTES) or says(s, line, SURE_NOTES) or says(s, line, CREDITS))
end

local REMARKS = 0.3 -- of a part's characters that are named comments

-- Whether such a part reads as more of the same text; and whether it is readers' comments.
local function is_more(s, box, inner)
  if kind_of(s, box) ~= kind_of(s, inner) and not is_lone(s, box) then return false end
  local chars, linked, text, taken, remarks = measure(s, box)
  if remarks > REMARKS * chars then return false, true end
  return taken == 0 and linked <= 0.2 * chars and text >= 0.6 * chars
    and not says(s, s.f.box_first[box], BOILERPLATE)
end

local function role_of(s, i)
  local f = s.f
  local tags = tags_of(f, i) | f.context_tags[i]
  if f.level[i] > 0 then return "crosshead" end
  if tags & CAPTION ~= 0 then return "caption" end
  if tags & QUOTE ~= 0 then return "blockquote" end
  if tags & (TABLE | CELL) ~= 0 then return "table" end
  if tags & PRE ~= 0 then return "preformatted" end
  return tags & (ITEM | TERM) ~= 0 and "list_item" or "paragraph"
end

local function take(s, box)
  local f = s.f
  for i = f.box_first[box], f.box_last[box] do
    if f.hidden[i] == 0 and not s.role[i] and not is_linkish(s, i) and (f.words[i] >= 3 or f.terminal[i] == 1)
      and not says(s, i, PHOTO) then s.role[i] = role_of(s, i) end
  end
end

-- Whether a box is the story's article; one that does not hold the headline is but a piece of it.
local function is_whole(s, box)
  local f, at = s.f, s.headline
  return f.box_tags[box] & ARTICLE ~= 0 and not (at and at < f.box_first[box])
end

local function take_parts(s)
  local f, inner, ended = s.f, s.container, false
  local first, last, around = f.box_first[inner], f.box_last[inner], f.box_parent[inner]
  for _ = 1, LEVELS do
    if around == 0 or is_whole(s, inner) then return end
    local numbers = { around = around, inner = inner, first = first, last = last, foot = s.foot }
    local wider = f.box_first[around] < first or f.box_last[around] > last
    for _, box in ipairs(wider and f:rows(PART, numbers, around + 1) or {}) do
      local behind = f.box_first[box] > last
      ended = ended or behind and f.box_hints[box] & ENDS ~= 0
      local open = behind and not ended or not behind and s.headline and f.box_first[box] > s.headline
      if open then
        local more, remarks = is_more(s, box, inner)
        if more then take(s, box) end
        ended = behind and remarks
      end
    end
    if f.box_tags[around] & MAIN ~= 0 or is_whole(s, around) then return end
    inner, around = around, f.box_parent[around]
  end
end

local function gather(s)
  take_parts(s)
  take_alike(s)
  take_sections(s)
end

return { gather = gather }
