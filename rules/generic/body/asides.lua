-- Boxes that the page sets apart from the text between whose paragraphs they stand, by the element for that:
-- what they say under a heading of their own are facts about the story's matter.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local BOILERPLATE, says = phrases.BOILERPLATE, view.says

local own = {
  ASIDE = names.ASIDE,
  BARRED_TAGS = names.NAV | names.FOOTER | names.FORM | names.DIALOG_TAG,
  BARRED_HINTS = names.H_AD | names.H_PROMO | names.H_SHARE | names.H_RELATED | names.H_COMMENT | names.H_POPULAR
    | names.H_BIO | names.H_BYLINE | names.H_TAGS | names.H_NAV | names.H_FORM | names.H_DIALOG | names.H_PAGER,
  MOST = 25,    -- lines of such a box
  LINKED = 0.2, -- of its letters, at most
  WEIGHT = 60,  -- of the text in it, at least
}

-- Asides of few lines with text, hardly any of it links.
local ASIDES = formula("boxes", [[
  if box_tags & ASIDE == 0 or box_first == box_last or box_last - box_first >= MOST then return 0 end
  if box_first <= $first or box_last >= $last or hidden[box_first] == 1 or links[box_first] > 0 then return 0 end
  if (box_hints | box_around_hints) & BARRED_HINTS ~= 0 or box_around_tags & BARRED_TAGS ~= 0 then return 0 end
  return base_sums[box_last] - base_sums[box_first - 1] >= WEIGHT
]], own)

-- What heads something else: lists of stories, what is paid for, prompts.
local NO_FACTS = { BOILERPLATE, phrases.MORE, phrases.PAID, phrases.PROMPTS, include "generic/lists/known_headings" }

-- Whether a line can head facts.
local function is_heading(s, i)
  local f = s.f
  if f.words[i] > 12 or f.level[i] == 0 and f.terminal[i] == 1 then return false end
  for _, list in ipairs(NO_FACTS) do
    if says(s, i, list) then return false end
  end
  return true
end

local function part_of(s, i)
  local f = s.f
  if f.tags[i] & names.ITEM ~= 0 then return "list_item" end
  return f.level[i] > 0 and "crosshead" or "paragraph"
end

-- The lines of a box below its heading; nil where another claims one of them, or most is links.
local function content_of(s, box)
  local f, first, last = s.f, s.f.box_first[box], s.f.box_last[box]
  local content, linked, chars = { { tag = "heading", block = first } }, 0, 0
  for i = first, last do
    if s.role[i] and s.role[i] ~= "caption" or f.own_tags[i] & (names.BUTTON | names.FORM) ~= 0 then return nil end
    linked, chars = linked + f.link_chars[i], chars + f.chars[i]
    if i > first and not s.role[i] and f.hidden[i] == 0 and not says(s, i, BOILERPLATE) then
      content[#content + 1] = { tag = part_of(s, i), block = i }
    end
  end
  return linked <= own.LINKED * chars and #content > 1 and content or nil
end

--- Adds them to the page's lists; how many.
local function add_asides(s, boxes)
  if not (s.first and s.container) then return 0 end
  local found, behind = 0, 0
  for _, box in ipairs(s.f:rows(ASIDES, { first = s.first, last = s.last }, s.container + 1)) do
    local first, last = s.f.box_first[box], s.f.box_last[box]
    local content = first > behind and is_heading(s, first) and content_of(s, box)
    if content then
      for i = first, last do s.role[i] = s.role[i] or "infobox" end
      boxes[#boxes + 1] = { kind = "sidebar", content = content, first = first, last = last }
      found, behind = found + 1, last
    end
  end
  return found
end

return { add_asides = add_asides }
