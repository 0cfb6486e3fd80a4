-- Lines of two halves, a label and a headline or a headline and its dek: two links to one piece, one after the other,
-- or two elements of one link that no white space parts.

local lexicon = include "generic/page/words"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local lower_words, range_in = lexicon.lower_words, view.range_in

local KICKER_MOST, HEADLINE_MOST = 5, 16 -- words of a label that is a link, of the headline behind it

-- How a dek ends.
local ENDS = patterns { "[.!?]%s*$", "…%s*$", "[.!?][\"»”]%s*$", "。%s*$" }

--- Whether the first of two lines that lead to one piece is its label, not its headline above a dek.
local function is_label_of(page, one, two)
  local text = page:read(two[1], two[2])
  return #lower_words(page:read(one[1], one[2])) <= KICKER_MOST and #lower_words(text) <= HEADLINE_MOST
    and not text:matches(ENDS)
end

-- Whether the second leads to more than what the first names.
local function leads_on(text)
  local lower = text:lower()
  return lower:matches(phrases.MORE) or lower:matches(phrases.ALL_OF)
end

--- The range of the headline where two links of a block lead to the same piece; nil where they do not.
local function one_of_two(s, i)
  local page = s.page
  local start, stop = page:block(i)
  local one, its
  for _, row in ipairs(page:find("a", s.f.node[i])) do
    local from, to = range_in(page, row, start, stop)
    local href = from and page:value(row, "href")
    if href and href == its then
      if leads_on(page:read(from, to)) then return one end
      return is_label_of(page, one, { from, to }) and { from, to } or one
    elseif href then one, its = { from, to }, href end
  end
end

local HALF = { FIRST = 2, SECOND = 6 } -- words of a headline and of a dek that no white space parts, at least

--- Whether no white space parts an element from what follows, which begins as lines do.
local function touches(page, piece, after)
  return piece.to == after.from and page:raw(piece.to - 1, piece.to):find("[%w\128-\255\"!?]") ~= nil
    and page:raw(after.from, after.from + 1):find("[%u%d\"\128-\255]") ~= nil
end

--- The range of the headline where it and its dek are two elements side by side; nil where they are not.
local function glued_half(s, i, pieces)
  local page, one, two = s.page, pieces[1], pieces[2]
  if #pieces ~= 2 or one.loose or two.loose or not touches(page, one, two) then return nil end
  if #lower_words(page:read(one.from, one.to)) < HALF.FIRST or s.f.words[i] < HALF.FIRST + HALF.SECOND
    or #lower_words(page:read(two.from, two.to)) < HALF.SECOND then return nil end
  return { one.from, one.to }
end

return { glued_half = glued_half, is_label_of = is_label_of, one_of_two = one_of_two,
  touches = touches }
