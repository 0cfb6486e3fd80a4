-- What stands in one block with a teaser's headline, in elements of its own: labels, ranks and
-- times before it, times, counters and marks behind it.

local dates = include "generic/page/dates"
local labels = include "generic/story/eyebrow"
local lexicon = include "generic/page/words"
local view = include "generic/page/view"
local children, raw_text = view.children, view.raw_text
local is_date_line = dates.is_date_line
local NEIGHBOURS = labels.NEIGHBOURS
local touches = include("generic/lists/pairs").touches
local count_words, lower_words = lexicon.count_words, lexicon.lower_words

local LABEL_WORDS = 7   -- that a label has at most
local GLUED_WORDS = 3   -- that one has that nothing but its element parts from what follows
local GLUED_MOST = 16   -- words that then follow at most: more are a summary, behind its headline
local TOLD_SPACE = 64    -- bytes of white space and markup that a headline's text has beyond what its link is called
local COPY_WORDS = 10   -- of a label before a copy of the headline, at most
local BEHIND_WORDS = 4  -- of what follows a headline

-- Labels that say what a piece is or for whom, wherever they stand: their words, joined.
local KNOWN = lexicon.words_of [[video videos vidéo vidéos vídeo vídeos wideo видео відео βίντεο
  動画 视频 watch listen audio podcast live liveblog live-blog liveticker live-ticker direct endirect envivo
  endirecto aovivo indiretta nażywo gallery photo photos inpictures foto fotos bilder bildergalerie fotogalerie
  fotostrecke galería galeria galleria fotogallery diaporama exclusive exklusiv exclusif exclusiva exclusivo
  esclusiva breaking breakingnews opinion opinión opinião opinione meinung comment kommentar kommentti commentaire
  analysis analyse analise análisis análise analisi analiza interview entretien entrevista intervista wywiad
  review feature explainer factcheck fact-check faktencheck quiz premium plus abo abonné abonnés subscriber
  subscribers abonnent abonnenten suscriptores assinantes abbonati]]

-- Names of elements that hold what goes with a headline, and of those whose words are not for the eye.
local BESIDE = patterns { "date", "time", "author", "byline", "count", "source", "duration", "badge", "number",
  "comment" }
local ICONS = patterns { "icon", "%f[%a]glyph" }
local UNSEEN = patterns { "sr%-only", "screen%-?reader", "hidden", "off%-?screen" }

-- Elements that set words of a sentence apart, and so are no label's without a class.
local WITHIN = lexicon.words_of "i em a abbr cite code del dfn ins kbd mark q rt ruby sub sup u wbr"

-- A letter of any script, or a figure; \xC2 and \xE2 begin marks.
local LETTER = "[%w\xC3-\xE1\xE3-\xF4]"

-- The elements and runs of loose text in one, with letters or figures each.
local function pieces_of(page, row, start, stop)
  local list = {}
  for child in children(page, row) do
    local from, to = page:range(child)
    from, to = math.max(from, start), math.min(to, stop) -- white space at both ends is no block's
    if to > from and page:read(from, to):find(LETTER) then
      list[#list + 1] = { row = child, from = from, to = to, loose = page:kind(child) ~= "element" }
    end
  end
  return list
end

local function is_known(text)
  return KNOWN[text:lower():gsub("%s+", ""):match("^(.-)%p*$")] == true
end

-- Whether a text is all in brackets: a label, a mark of what a piece is or for whom.
local BRACKETED = patterns { "^%s*%[[^%[%]]+%]%s*$", "^%s*【.+】%s*$", "^%s*［.+］%s*$" }

-- How long it is to be seen or heard: "Watch 02:39".
local LASTING = patterns { "%f[%d]%d%d?:%d%d%s*$" }

local function class_of(page, row)
  return (page:attr(row, "class") or ""):lower()
end

-- Whether a number is all there is: a rank, a counter.
local function is_number(text)
  return text:find("^[%s#(]*%d+[%s.:)]*$") ~= nil
end

-- Ranks that are loose text, by what parts them from the headline; "\xE3\x80\x81" is the mark of lists in Chinese.
local RANKS = patterns { "^%s*#%s?%d%d?%d?[.:)]?%s*$", "^%s*%d%d?%d?%s?[.:)]%s*$", "^%s*%d%d?%d?\xE3\x80\x81%s*$",
  "^%s*%d%d?%d?\xEF\xBC\x8E%s*$", "^%s*[%[(]%d%d?%d?[%])]%s*$", "^%s*%d%d?%s*[|–-]*%s*$" }

-- Whether loose text is a rank before a headline.
local function is_rank(text)
  return text:matches(RANKS)
end

local UNPARTED = 12 -- bytes from which on one word may be a headline, in scripts that part none

-- Whether text is no more than one word, in a script that parts them.
local function is_word(text)
  return #lower_words(text) < 2 and not (#text >= UNPARTED and text:find("[\xE0\xE3-\xED]"))
end

local function is_time(page, piece, text)
  return page:name(piece.row) == "time" or text:find("^%s*%d%d?:%d%d%s*$") ~= nil or #text < 60 and is_date_line(text)
    or #text <= 24 and labels.is_age(text)
end

-- Whether nothing but the border of elements parts a label from a line that begins as lines do.
local function is_glued(page, piece, after, words, rest)
  if words > GLUED_WORDS or rest <= words or rest > GLUED_MOST then return false end
  return touches(page, piece, after) and piece.to - piece.from > 2
end

-- Whether a mark parts a piece from the next: "Label: ", "Label | ".
local function is_marked(page, text, piece, stop)
  return text:find("[:|]%s*$") ~= nil or page:raw(piece.to, math.min(stop, piece.to + 3)):find("^%s*[:|]") ~= nil
end

-- Whether the link around a block calls itself by the words that follow a piece, and by none of the piece's, or by
-- these in brackets: its title, or what is read out for it, is the headline.
local function is_told(s, link, piece, after, stop)
  local page = s.page
  local told = page:attr(link, "title") or page:attr(link, "aria-label")
  if not told or #told < stop - after.from - TOLD_SPACE then return false end
  local label, rest = told:match("^%s*%[(.-)%](.*)$")
  if label and table.concat(lower_words(label), " ") == table.concat(lower_words(page:read(piece.from, piece.to)), " ")
    then told = rest end
  return table.concat(lower_words(told), " ") == table.concat(lower_words(page:read(after.from, stop)), " ")
end

-- What a piece before others is; nil where it belongs to the headline.
-- @param linked whether the next one is the link
local function tag_before(s, link, piece, after, stop, linked)
  local page = s.page
  local text, follows = page:read(piece.from, piece.to), page:read(after.from, stop)
  if piece.loose then
    return linked and (is_rank(text) and "detail" or text:find(":%s*$") and "kicker") or nil
  end
  if is_word(follows) then return nil end
  local rest = count_words(follows)
  if is_number(text) then return "detail" end
  if is_time(page, piece, text) then return "published" end
  local words = count_words(text)
  if words > LABEL_WORDS then return nil end
  local next_row = not after.loose and after.row or nil
  if is_known(text) or labels.is_named(page, piece.row, next_row, text) then return "kicker" end
  if text:matches(BRACKETED) or is_told(s, link, piece, after, stop) then return "kicker" end
  local class = class_of(page, piece.row)
  if class:matches(UNSEEN) or class == "" and WITHIN[page:name(piece.row)] then return nil end
  if is_marked(page, text, piece, stop) then return "kicker" end
  if class:matches(labels.TITLES) or class:matches(BESIDE) then return nil end
  return is_glued(page, piece, after, words, rest) and "kicker" or nil
end

-- Whether a word behind a headline says that it comes before or after this piece: what an arrow is read out as.
local function is_way(text)
  local word = text:lower():match("^%s*(%S+)%s*$")
  return word ~= nil and word:matches(NEIGHBOURS)
end

-- What a piece behind others is; nil where it belongs to the headline.
local function tag_behind(s, piece)
  local page = s.page
  if piece.loose then return nil end
  local text, name = page:read(piece.from, piece.to), page:name(piece.row)
  if count_words(text) > BEHIND_WORDS then return nil end
  if is_number(text) then return name ~= "sup" and name ~= "sub" and "detail" or nil end
  if is_time(page, piece, text) then return "published" end
  if is_way(text) then return "kicker" end
  if is_known(text) or text:matches(BRACKETED) or text:matches(LASTING) then return "detail" end
  return class_of(page, piece.row):matches(BESIDE) and "detail" or nil
end

-- Adds a label, and where it is made of elements alone, each of them.
local function add_label(s, list, piece, tag)
  local inner = pieces_of(s.page, labels.inmost(s.page, piece.row, piece.from, piece.to), piece.from, piece.to)
  local parted = #inner > 1 and tag == "kicker"
  for _, one in ipairs(inner) do parted = parted and not one.loose end
  if not parted then inner = { piece } end
  for _, one in ipairs(inner) do list[#list + 1] = { tag = tag, range = { one.from, one.to } } end
end

-- Gives the last label the mark behind it, if it ends with none itself; where the headline then begins.
local function join_mark(s, label, from, stop)
  local range = label.range
  if s.page:read(range[1], range[2]):find("[:|]%s*$") then return from end
  range[2] = range[2] + labels.separator(raw_text(s, range[2], stop))
  return math.max(from, range[2])
end

local function join(one, other)
  return table.move(other, 1, #other, #one + 1, one)
end

-- Cuts the elements of a row; the last result is the one that is all of the headline, where there is one.
local function cut_row(s, row, link, start, stop)
  local page = s.page
  local pieces = pieces_of(page, labels.inmost(page, row, start, stop), start, stop)
  local first, last, before, behind = 1, #pieces, {}, {}
  local from, to = page:range(link)
  local function holds_link(piece) return piece.from <= from and piece.to >= to end
  while first < last and not holds_link(pieces[first]) do
    local tag = tag_before(s, link, pieces[first], pieces[first + 1], stop, holds_link(pieces[first + 1]))
    if not tag then break end
    add_label(s, before, pieces[first], tag)
    first = first + 1
  end
  while last > first and not holds_link(pieces[last]) do
    local tag = tag_behind(s, pieces[last])
    if not tag then break end
    -- With the marks around it: "(2)", "| Video".
    table.insert(behind, 1, { tag = tag, range = { pieces[last - 1].to, behind[1] and behind[1].range[1] or stop } })
    last = last - 1
  end
  if #before == 0 and #behind == 0 then return nil, pieces end
  local begin, one = start, pieces[first]
  if #before > 0 then begin = join_mark(s, before[#before], one.from, stop) end
  return before, { begin, #behind > 0 and pieces[last].to or stop }, behind, first == last and not one.loose and one
end

--- Cuts a range of text with a link: the parts before the headline, its range, the parts behind it; nil and its
--- elements where it is all headline. @param row the element of a block, or the link
local function cut(s, row, link, start, stop)
  local before, range, behind, one = cut_row(s, row, link, start, stop)
  if not one then return before, range, behind end
  local inner, rest, after = cut_row(s, one.row, link, one.from, one.to)
  if not inner then return before, range, behind end
  return join(before, inner), rest, join(after, behind)
end

--- The range of a line behind the name of an icon that a font draws in its place; nil where it has none.
local function behind_icon(s, i)
  local page = s.page
  local start, stop = page:block(i)
  local list = pieces_of(page, labels.inmost(page, s.f.node[i], start, stop), start, stop)
  local one, two = list[1], list[2]
  if not two or one.loose or not class_of(page, one.row):matches(ICONS) then return nil end
  return page:read(one.from, one.to):find("^%s*%l[%l_]+%s*$") and { two.from, stop } or nil
end

--- The range of a label before a copy of the headline, whose own link is the whole item's; nil where it is none.
local function before_copy(s, i, headline)
  local f = s.f
  local besides = f.words[i] - f.words[headline]
  if besides < 1 or besides > COPY_WORDS or f.links[i] > 0 then return nil end
  local start, stop = s.page:block(i)
  local copy = raw_text(s, s.page:block(headline)):match("^%s*(.-)%s*$")
  if #copy >= stop - start or raw_text(s, stop - #copy, stop) ~= copy then return nil end
  return { start, stop - #copy }
end

return {
  before_copy = before_copy, behind_icon = behind_icon, class_of = class_of, cut = cut,
  is_known = is_known, is_rank = is_rank,
}
