-- Whose a picture is, within its caption or alone: by the name of an element, by the label before it, or by brackets
-- around it at the caption's end.

local credits = include "generic/story/picture_credits"
local eyebrow = include "generic/story/eyebrow"
local lexicon = include "generic/page/words"
local view = include "generic/page/view"
local children, raw_text = view.children, view.raw_text
local inmost, name_of = eyebrow.inmost, eyebrow.name_of
local before_separator, separator = eyebrow.before_separator, eyebrow.separator
local count_words = lexicon.count_words
local OF_PICTURES, SELLERS, SOURCES = credits.OF_PICTURES, credits.SELLERS, credits.SOURCES

local DEPTH = 3         -- of elements in a caption
local CREDIT_WORDS = 12 -- of a credit, at most
local ALONE_WORDS = 8   -- of one that only its label tells
local TAIL = 240        -- bytes at the end of a caption in which a credit without a name stands

-- Names of elements that hold a credit.
local NAMED = patterns {
  "credit", "copyright", "photographer", "%f[%a]fotograf", "bildquelle", "bildnachweis", "bildrechte",
  "image[-_]?source", "photo[-_]?source", "picture[-_]?source",
}

-- What begins a credit, besides labels of pictures and sources.
local OPENINGS = patterns {
  "^%W*©", "^%W*copyright ", "^%W*%(c%) ", "^%W*photos? by ", "^%W*images? by ", "^%W*featured image by ",
  "^%W*image via ", "^%W*credits?%s?:",
}

-- Whether a text says whose a picture is.
local function tells_credit(text, most)
  if count_words(text) > most then return false end
  local lower = text:lower()
  return lower:matches(OF_PICTURES) or lower:matches(SOURCES) or lower:matches(OPENINGS)
end

-- The first element named so below a row, in the range of the block.
local function named_in(page, row, start, stop, depth)
  for child in children(page, row) do
    local from, to = page:range(child)
    if page:kind(child) == "element" and from >= start and to <= stop and to > from then
      if name_of(page, child):matches(NAMED) then return from, to end
      if depth > 1 then
        local inner, last = named_in(page, child, start, stop, depth - 1)
        if inner then return inner, last end
      end
    end
  end
end

-- Whether a short text names who sells pictures.
local function is_sold(text)
  return count_words(text) <= ALONE_WORDS and text:lower():matches(SELLERS)
end

-- The label right before a credit, where a colon ends it or nothing else stands there: its first byte, 1-based.
local function label_before(text)
  local at, word, colon = text:match("()([%w\128-\255]+)%s*(:?)%s*$")
  if not at or colon == "" and text:find("[%w\128-\255]") ~= at then return nil end
  return tells_credit(word .. ": x", CREDIT_WORDS) and at or nil
end

-- Where a credit begins at the end of a text, its first byte, 1-based: the first behind a stop or bar, else the last.
local function credit_at_end(text)
  local open, inside = text:match("()[%(%[]([^%(%)%[%]]+)[%)%]]%W*$")
  if open and (tells_credit(inside, CREDIT_WORDS) or is_sold(inside)) then return open end
  local last
  for at in text:gmatch("[%s.!?|]()%f[%w\xC2(]") do
    local rest, stopped = text:sub(at), text:sub(1, at - 1):find("[.!?|]%s*$")
    if tells_credit(rest, CREDIT_WORDS) or stopped and is_sold(rest) then
      if stopped then return at end
      last = at
    end
  end
  return last
end

-- Whether the whole of a block is a credit: by its name, or by the label it begins with.
local function is_alone(s, i, text)
  if name_of(s.page, s.f.node[i]):matches(NAMED) and count_words(text) <= CREDIT_WORDS then return true end
  return s.f.terminal[i] == 0 and tells_credit(text, ALONE_WORDS)
end

-- The range of the credit in a block, with the label before it.
local function credit_range(s, i, start, stop)
  local text = raw_text(s, start, stop)
  if is_alone(s, i, text) then return start, stop end
  local from, to = named_in(s.page, inmost(s.page, s.f.node[i], start, stop), start, stop, DEPTH)
  if from and count_words(raw_text(s, from, to)) > CREDIT_WORDS then return nil end
  if not from then
    local tail = math.max(start, stop - TAIL)
    local at = credit_at_end(raw_text(s, tail, stop))
    if not at and is_sold(text) then return start, stop end
    if not at then return nil end
    from, to = tail + at - 1, stop
  end
  local first = math.max(start, from - TAIL)
  local label = label_before(raw_text(s, first, from))
  return label and first + label - 1 or from, to
end

local function is_said(text)
  return text:find("[%w\128-\255]") ~= nil
end

--- Adds the caption at a block: as caption, as credit, or as both.
-- @param content the parts of the story so far
local function add_caption(s, i, content)
  local start, stop = s.page:block(i)
  local from, to = credit_range(s, i, start, stop)
  local before = from and is_said(raw_text(s, start, from))
  local behind = from and is_said(raw_text(s, to, stop))
  if not from or before and behind then
    content[#content + 1] = { tag = "caption", block = i }
  elseif before then
    local last = math.max(start, from - TAIL)
    content[#content + 1] = { tag = "caption", range = { start, last + before_separator(raw_text(s, last, from)) } }
    content[#content + 1] = { tag = "media_credit", range = { from, stop } }
  elseif behind then
    content[#content + 1] = { tag = "media_credit", range = { start, to } }
    content[#content + 1] = { tag = "caption", range = { to + separator(raw_text(s, to, stop)), stop } }
  else content[#content + 1] = { tag = "media_credit", block = i } end
end

return { add_caption = add_caption }
