-- Lines that can be the headline of a teaser, by what they are named and look like, by where they lead
-- and by what stands in them.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local links = include "generic/page/links"
local dates = include "generic/page/dates"
local MORE, matches = phrases.MORE, phrases.matches
local has_date, is_beside_date, is_date_line = dates.has_date, dates.is_beside_date, dates.is_date_line
local lexicon = include "generic/page/words"
local count_words, lower_words = lexicon.count_words, lexicon.lower_words
local is_neighbour = include("generic/lists/neighbours").is_neighbour
local is_link_row = include("generic/lists/link_rows").is_link_row
local is_in_run = include("generic/lists/runs").is_in_run
local leads_to_story, target = links.leads_to_story, links.target
local TITLES = include("generic/story/eyebrow").TITLES
local children, common_box, text_of = view.children, view.common_box, view.text_of

-- What is still to be seen of a block that may be the headline of a teaser, and whether it stands
-- where menus do, as bits; how warm it is is no headline.
local bits = {
  DOUBTED = 2, DATED = 4, LABELLED = 8, IN_MENU = 16, FIGURED = 32,
  NAMED = 64, NUMBERED = 128, POINTING = 256, SEVERAL = 512, LONG = 1024, SUMMED = 2048,
  BESIDE = names.H_BYLINE | names.H_TAGS | names.H_SHARE | names.H_COMMENT | names.H_AD | names.H_DIALOG | names.H_FORM,
  SAID_WORDS = 25, -- of a linked line among comments that is one
  SAYING = 8, -- words of a line without a day from which on half of it is link, or it leads to a story
  EACH = 6, HEADLINE_MOST = 60, LONGEST = 200, -- words of each of several headlines, of one, of a text under it
  DATE_WORDS = 10, -- of a line that is a date
  FIGURES = 6,     -- of so many characters of such a line one is a figure at least
  DEGREES = { "%d ?°" },
  -- Lines of several links of which one leads to the comments say whose a piece is and how many it has.
  COUNTED = patterns { "%f[%d]%d+ ?评论", "%f[%d]%d+ ?評論", "%f[%d]%d+ ?コメント", "댓글 ?%d", "%f[%d]%d+ comments?%f[%A]",
    "%f[%d]%d+ kommentare?%f[%A]", "%f[%d]%d+ kommentarer%f[%A]", "%f[%d]%d+ commentaires?%f[%A]",
    "%f[%d]%d+ comentarios?%f[%A]", "%f[%d]%d+ comentários?%f[%A]", "%f[%d]%d+ comment[io]%f[%A]",
    "%f[%d]%d+ reacties?%f[%A]", "%f[%d]%d+ komentarz", "%f[%d]%d+ yorum", "%f[%d]%d+ коммента",
    "%f[%d]%d+ ?跟贴", "%f[%d]%d+ ?跟帖",
    "^跟贴 ?%d", "^跟帖 ?%d" },
  -- So do those of few words that are nothing else.
  TALLY_WORDS = 4,
  TALLIES = patterns { "^%D?%d+ ?跟贴", "^%D?%d+ ?跟帖", "^跟贴%D*%d", "^跟帖%D*%d", "^评论%D*%d", "^評論%D*%d", "^コメント%D*%d",
    "^댓글%D*%d",
    "^comments? ?%(%d", "^kommentare?r? ?%(%d", "^commentaires? ?%(%d", "^comentarios? ?%(%d", "^comentários? ?%(%d",
    "^comment[io] ?%(%d", "^reacties?%D?%(%d", "^komentarze? ?%(%d", "^yorum%l* ?%(%d", "^коммента%S+ ?%(%d" },
  ON_WORDS = 7,    -- of a line that leads on at most
  ARROWS = include("generic/lists/tabs").ARROWS,
  KNOWN = include "generic/lists/known_headings", -- how lists are headed, and what leads to all there is in them
  CREDIT_WORDS = 6, -- of a caption at most that says no more than whose the picture or video is
  CREDITS = include("generic/story/picture_credits").SOURCES,
  TOPIC_WORDS = 6, -- of a topic at most
  TOPIC = { "^#[^%d%s]", "^＃" },
}
local DOUBTED, DATED, LABELLED, IN_MENU, FIGURED = bits.DOUBTED, bits.DATED, bits.LABELLED, bits.IN_MENU, bits.FIGURED
local NAMED, NUMBERED, POINTING, SEVERAL = bits.NAMED, bits.NUMBERED, bits.POINTING, bits.SEVERAL
local LONG, SUMMED, TITLE_OR_DEK = bits.LONG, bits.SUMMED, names.H_TITLE | names.H_DEK

-- Whether a block can be the headline of a teaser, by all but its link and what a date in it
-- tells: 1 and the bits above, or 0.
local LIKELY = formula("blocks", [[
  if claimed or links == 0 or box == 0 then return 0 end
  if own_tags & CAPTION ~= 0 and words <= CREDIT_WORDS and matches(CREDITS) then return 0 end
  local summed = 0
  if link_chars < 0.3 * chars then
    if links > 1 or texts < 2 or own_tags & ITEM == 0 or hidden == 1 or words > LONGEST then return 0 end
    summed = SUMMED
  end
  local tags = box_around_tags[box]
  local hints = box_around_hints[box]
  if tags & (FORM | BUTTON | DIALOG_TAG) ~= 0 then return 0 end
  local menu = tags & (NAV | FOOTER) ~= 0 or hints & (H_NAV | H_FOOT) ~= 0
  if menu and summed ~= 0 then return 0 end
  local doubted = 0
  if menu then
    if hidden == 1 or words < 4 or links > 1 and link_chars < 0.5 * chars then return 0 end -- a trail of sections
    if words < 6 then
      if level == 0 or tags & NAV ~= 0 or hints & H_NAV ~= 0 then return 0 end
      doubted = DOUBTED
    end
    if level == 0 and tags & NAV ~= 0 and own_hints & (H_TITLE | H_TEASER) == 0
      and hints & (H_RELATED | H_POPULAR | H_PAGER) == 0 then doubted = doubted | NUMBERED end
  end
  if hidden == 1 and tags & HEADER ~= 0 then return 0 end

  local titled = level > 0 or own_hints & H_TITLE ~= 0
  local least = 4
  if titled then
    least = 3
    if own_tags & ITEM ~= 0 or own_hints & H_TEASER ~= 0 then least = 2
    elseif box_near_hints[box] & H_TEASER ~= 0 then
      least = 2
      if words == 2 then doubted = DOUBTED end
    end
  end
  local row_of_them = links >= 3 and words >= EACH * links and not menu
  if words < least or words > LONGEST and not row_of_them then return 0 end
  if words > HEADLINE_MOST and summed == 0 then
    if links > 1 and not row_of_them or link_chars < 0.9 * chars then return 0 end
    if not row_of_them then doubted = doubted | LONG end
  end
  if not titled and words > SAYING and digits < 4 and link_chars < 0.5 * chars then doubted = doubted | DOUBTED end
  local few = links >= 3 and words < 4 * links
  if few and inside_hints & H_TITLE == 0 and (words < 2 * links or not matches(POINTERS)) then return 0 end
  if not titled and own_hints & H_DEK ~= 0 and inside_hints & H_TITLE == 0 then return 0 end

  local named = own_hints
  if links == 1 then named = named | inside_hints end
  local found = 1 | doubted | summed
  if few then found = found | POINTING end
  if hints & (H_SHARE | H_COMMENT | H_AD | H_DIALOG | H_FORM) ~= 0
    or named & (H_BYLINE | H_TAGS | H_SHARE | H_PAGER) ~= 0 and level == 0 then
    local next_one = named & H_PAGER ~= 0 and words >= 5 and link_chars >= 0.5 * chars and links == 1
    local most = 7
    if level > 0 then most = 5 end
    local beside = (hints | own_hints) & BESIDE == 0 and words >= 6 and link_chars >= 0.5 * chars -- its author's name
    local sure = words >= most and link_chars >= 0.85 * chars or next_one or beside
    if not sure or hints & H_FORM ~= 0 then
      if links > 1 or named & H_AD ~= 0 or named & H_BYLINE ~= 0 and hints & H_COMMENT == 0 then return 0 end
      found = found | NAMED
    end
    if hidden == 1 or named & H_FORM ~= 0 or hints & H_COMMENT ~= 0 and words >= SAID_WORDS then return 0 end
    found = found | DOUBTED
  end
  if not titled and words <= 8 and link_chars < 0.8 * chars then found = found | DATED end
  if links == 1 and words <= 8 and link_chars <= 0.75 * chars then found = found | LABELLED end

  if links > 1 and not (titled or few) then found = found | SEVERAL end
  if menu then found = found | IN_MENU end
  if words <= DATE_WORDS and FIGURES * digits >= chars then found = found | FIGURED end

  if words <= ON_WORDS and (not titled and matches(ARROWS) or matches(KNOWN)) then found = found | DOUBTED end
  if digits > 0 and (matches(DEGREES) or links > 1 and not titled and matches(COUNTED)
    or 2 * digits > chars or words <= TALLY_WORDS and matches(TALLIES)) then return 0 end
  if not titled and words <= TOPIC_WORDS and matches(TOPIC) then return 0 end
  if words < WINDOW_WORDS and matches(NEW_WINDOW) then return 0 end
  if not (titled and words >= 8 and 2 * link_chars >= chars or row_of_them) and matches(BOILERPLATE) then return 0 end
  if not titled and words <= 5 and matches(MORE) or words <= 7 and matches(ALL_OF) then return 0 end
  return found
]], names, phrases, bits)

-- Those, and what may name the piece before or after this one.
local IS_LIKELY = formula("blocks", [[
  if likely_headline ~= 0 then return 1 end
  return links == 1 and not claimed and hidden == 0 and words > 0 and box > 0 and link_chars >= 0.5 * chars
    and (own_hints | inside_hints | box_near_hints[box]) & H_PAGER ~= 0
    and box_around_tags[box] & (FORM | BUTTON | DIALOG_TAG) == 0
]], names)

-- What addresses of stories have that stand in menus among those of sections: the number or the day of a piece.
local NUMBER = "%d%d%d"

local HEADLINE_WORDS = 4 -- at least, of a link that is a headline behind its label, or before what sums it up

-- A heading that ends with a link to all there is of its kind, or to its section.
local function is_linked_label(s, i)
  local f = s.f
  local start = s.page:block(i)
  local from, to = s.page:range(f.link[i])
  if from <= start then return false end
  local text = s.page:read(from, to)
  if matches(text:lower(), MORE) then return true end
  return f.level[i] > 0 and not (leads_to_story(target(s, i)) and #lower_words(text) >= HEADLINE_WORDS)
end

-- Whether a link leads to a story of this site: names around it do not count then.
local function is_plainly_story(s, href)
  return links.leads_to_story(href) and not links.is_elsewhere(s, href)
end

-- What a block says before and behind its link.
local function beside_link(s, i)
  local start, stop = s.page:block(i)
  local from, to = s.page:range(s.f.link[i])
  return (from > start and s.page:read(start, from) or "") .. " " .. (to < stop and s.page:read(to, stop) or "")
end

-- Whether the longest of a block's links is the one named as a headline; those beside it are its label or byline.
local function is_named_title(s, i)
  local name = s.page:attr(s.f.link[i], "class")
  return name ~= nil and name:lower():matches(TITLES)
end

-- Whether all links of a line that points to other pieces ("See also: one | two") lead to stories: then they may
-- be as short as they like.
local function leads_to_several(s, i)
  for _, row in ipairs(s.page:find("a", s.f.node[i])) do
    if not leads_to_story(s.page:value(row, "href") or "") then return false end
  end
  return true
end

-- Whether a long line that is a link holds a headline and a dek, as its elements are named.
local function is_card(s, i)
  return s.f.texts[i] > 1 and s.f.inside_hints[i] & TITLE_OR_DEK ~= 0
end

-- Whether a line is a headline that is a link to a story, and behind it elements with what that is about.
local function is_summed_up(s, i, href)
  local page, link = s.page, s.f.link[i]
  local start, stop = page:block(i)
  local from, to = page:range(link)
  if from > start or count_words(page:read(from, to)) < HEADLINE_WORDS or not is_plainly_story(s, href) then
    return false
  end
  for child in children(page, s.f.node[i]) do
    local first, last = page:range(child)
    first, last = math.max(first, to), math.min(last, stop)
    if first < last and page:kind(child) ~= "element" and page:read(first, last):find("%S") then return false end
  end
  return true
end

-- What is still to be seen.
local DOUBTS = DOUBTED | DATED | LABELLED | FIGURED | NAMED | NUMBERED | POINTING | SEVERAL | LONG | SUMMED

local function is_candidate(s, i, found, last)
  local href = target(s, i)
  if not href or links.is_front(href) then return false end
  if found & DOUBTS == 0 then return true end
  if found & LONG ~= 0 and not (last and target(s, last) == href or is_card(s, i)) then return false end
  if found & SUMMED ~= 0 and not is_summed_up(s, i, href) then return false end
  if found & DOUBTED ~= 0 and not is_plainly_story(s, href) then return false end
  if found & POINTING ~= 0 and not is_named_title(s, i) then
    if not leads_to_several(s, i) then return false end
    s.pointing[i] = true
  end
  if found & NUMBERED ~= 0 and not href:find(NUMBER) then return false end
  if found & NAMED ~= 0 and not (links.is_remark(s, href) or is_in_run(s, i)) then return false end
  if found & SEVERAL ~= 0 and is_link_row(s, i) then return false end
  if found & DATED ~= 0 and has_date(beside_link(s, i)) and not is_beside_date(s, i) then return false end
  -- Links that have no words of their own, as those of comments, lead to where a date stands.
  if found & FIGURED ~= 0 and is_date_line(text_of(s, i)) then return false end
  return found & LABELLED == 0 or not is_linked_label(s, i)
end

-- Whether a candidate is the section of the next one: a few words that lead to no story, in a
-- small box with a longer line that does.
local function is_section_of(s, i, next_one)
  local f = s.f
  if f.words[i] > 3 or next_one - i > 3 or f.words[next_one] <= f.words[i] + 1 then return false end
  if links.leads_to_story(target(s, i)) or not links.leads_to_story(target(s, next_one)) then return false end
  local box = common_box(s, i, next_one)
  return box > 0 and f.box_last[box] - f.box_first[box] < 8 and f.box_first[box] >= i - 2
end

local CALLS = 3 -- stories that one line leads to
local CALL_WORDS = 6 -- of such a line at most

local CLAIMED_SUMS = formula("blocks", "return self[row - 1] + claimed")

local function add_new(list, value)
  for at = 1, #list do
    if list[at] == value then return end
  end
  list[#list + 1] = value
end

-- The candidates without those whose few words lead to several stories: calls to read them, which
-- are noted for what looks for headings.
local function without_calls(s, list)
  local hash, words, link = s.f.hash, s.f.words, s.f.link
  local stories, calls, kept = {}, {}, {}
  for at = 1, #list do
    local i = list[at]
    if words[i] <= CALL_WORDS then
      local text = hash[i]
      local led = stories[text] or {}
      stories[text] = led
      if #led < CALLS then add_new(led, s.hrefs[link[i]]) end
      calls[text] = #led == CALLS or nil
    end
  end
  if not next(calls) then return list end
  s.calls = calls
  for _, i in ipairs(list) do
    if not calls[hash[i]] then kept[#kept + 1] = i end
  end
  return kept
end

local function candidates(s)
  local f = s.f
  f:mark("claimed", s.role)
  f:derive("claimed_sums", CLAIMED_SUMS)
  s.claimed = f:cells "claimed_sums"
  f:derive("likely_headline", LIKELY)
  local likely = f:cells "likely_headline"
  s.in_menu, s.pointing = {}, {}
  local rows, count = f:rows(IS_LIKELY), 0
  local list = table.room(#rows)
  for at = 1, #rows do
    local i = rows[at]
    local found = likely[i]
    if found ~= 0 and is_candidate(s, i, found, list[count])
      or (found == 0 or found & DOUBTED ~= 0) and is_neighbour(s, i) then
      if count == 0 or not is_section_of(s, list[count], i) then count = count + 1 end
      list[count] = i
      s.in_menu[i] = found & IN_MENU ~= 0 or nil
    end
  end
  return without_calls(s, list)
end

return { COUNTED = bits.COUNTED, SAID_WORDS = bits.SAID_WORDS, candidates = candidates }
