-- Lists that a heading says to be of stories: "Recent posts", "Most read articles". Whatever stands there alike is
-- a story, however short its headline is and whatever its address is like.

local names = include "generic/page/names"
local says = include("generic/page/view").says

local KNOWN = include "generic/lists/known_headings"

local LEAST = 3 -- boxes of one shape that make a list
local LINES = 6 -- of such a box at most

local own = {
  H_TITLE = names.H_TITLE, WORDS = 8,
  -- What lists are of, and how they are headed that are of nothing else, among the words by which lists are known.
  KNOWN = KNOWN,
  PIECES = patterns {
    "%f[%a]posts?%f[%A]", "%f[%a]articles?%f[%A]", "%f[%a]stories%f[%A]", "%f[%a]news%f[%A]", "artikel",
    "beitr.+ge%f[%A]", "nachrichten", "meldungen", "schlagzeilen", "headlines", "%f[%a]entradas%f[%A]",
    "not.+cias", "art.+culos", "publicaciones", "artigos", "publica.+es%f[%A]", "articoli", "notizie", "nieuws",
    "berichten", "artikkel", "artikler", "nyheter", "nyheder", "inl.+gg", "uutis", "juttu",
    "wpis", "artyku", ".l.+nky%f[%A]", "p.+sp.+vky", "татьи", "аписи", "овости",
    "haberler", "yazılar", "makaleler", "berita", "bài viết", "tin ", "記事", "ニュース", "文章", "新闻",
    "新聞", "기사", "뉴스", "مقالات", "الأخبار",
    "^most read%W*$", "gelesen%W*$", "plus lus%W*$", "leíd[oa]s%W*$", "lid[oa]s%W*$", "lett[ei]%W*$", "gelezen%W*$",
    "mest l%S-s", "luetuimmat", "czytane%W*$", "okunan", "итаемое", "読まれ", "많이 본",
  },
}

local HEADINGS = formula("blocks", [[
  if words > WORDS or hidden == 1 or claimed or level == 0 and own_hints & H_TITLE == 0 then return 0 end
  return matches(KNOWN) and matches(PIECES)
]], own)

local SIBLINGS = formula("boxes", "return box_parent == $around and box_shape == $shape and box_first > $heading")

-- The first of the boxes that stand alike below a heading, in a box that has nothing above it.
local function first_below(s, heading)
  local f, first = s.f, heading + 1
  local box = first <= s.count and f.box[first] or 0
  while box > 0 and f.box_first[box] == first do
    local around = f.box_parent[box]
    if around == 0 or f.box_first[around] < heading then return nil end
    if f.box_last[box] - first >= LINES then return nil end
    local blocks = f.box_last[around] - first + 1
    local alike = { around = around, shape = f.box_shape[box], heading = heading }
    if blocks >= LEAST and #f:rows(SIBLINGS, alike, around + 1, around + 2 * blocks + 2) >= LEAST then return box end
    box = around
  end
end

--- The first boxes of such lists.
local function headed_boxes(s)
  local found = {}
  for _, i in ipairs(s.f:rows(HEADINGS)) do
    if not s.role[i] and s.around_tags[s.f.box[i]] & (names.FORM | names.DIALOG_TAG) == 0 then
      found[#found + 1] = first_below(s, i)
    end
  end
  return found
end

-- Whether a line is such a heading, however it is set.
local function heads_stories(s, i)
  return s.f.words[i] <= own.WORDS and says(s, i, KNOWN) and says(s, i, own.PIECES)
end

return { heads_stories = heads_stories, headed_boxes = headed_boxes }
