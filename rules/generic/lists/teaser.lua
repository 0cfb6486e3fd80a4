-- An item as a teaser: its headline and what stands beside it.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local lexicon = include "generic/page/words"
local view = include "generic/page/view"
local links = include "generic/page/links"
local lines = include "generic/lists/teaser_lines"
local teaser_part = lines.teaser_part
local calls = include "generic/lists/calls"
local NEIGHBOURS, pieces = include("generic/story/eyebrow").NEIGHBOURS, include "generic/lists/pieces"
local FORM, BUTTON, LIST = names.FORM, names.BUTTON, names.LIST
local H_AD, H_DEK, H_KICKER, H_PAGER = names.H_AD, names.H_DEK, names.H_KICKER, names.H_PAGER
local H_SHARE, H_TITLE = names.H_SHARE, names.H_TITLE
local WIDGET_TITLE = H_TITLE | names.H_WIDGET
local ALL_OF, BOILERPLATE, MORE = phrases.ALL_OF, phrases.BOILERPLATE, phrases.MORE
local KNOWN = include "generic/lists/known_headings"
local is_linkish = view.is_linkish
local target = links.target
local MEMBERS = include "generic/page/members"
local headline_range = include("generic/lists/item_headline").headline_range
local is_label_of = include("generic/lists/pairs").is_label_of

local MEMBERS_MOST = 7 -- words of such a line

local function trimmed_range(s, start, stop)
  return start < stop and s.page:read(start, stop):find("[%w\128-\255]") and { start, stop } or nil
end

-- Adds a part to a teaser's content, which is made with its first: most have no other.
local function with(content, part)
  if not content then return { part } end
  content[#content + 1] = part
  return content
end

local function with_pieces(content, before, range, behind)
  content = content or {}
  table.move(before, 1, #before, #content + 1, content)
  content[#content + 1] = { tag = "headline", range = range }
  return table.move(behind, 1, #behind, #content + 1, content)
end

-- A headline that shares its block with other text: what stands before is a label, what
-- follows a dek or less.
local function with_headline(s, item, content)
  local i = item.headline
  local range, copied, before, behind
  if not item.href then range, copied, before, behind = headline_range(s, i, item.siblings > 1) end
  if before then return with_pieces(content, before, range, behind) end
  if not range then return with(content, { tag = "headline", block = i }) end
  local start, stop = s.page:block(i)
  local head, tail = trimmed_range(s, start, range[1]), trimmed_range(s, range[2], stop)
  if head and not copied then
    local text = s.page:read(start, range[1])
    local tag = lines.tells_when(text) and "published" or pieces.is_rank(text) and "detail" or "kicker"
    content = with(content, { tag = tag, range = head })
  end
  content = with(content, { tag = "headline", range = range })
  if tail and not copied then
    local text = s.page:read(range[2], stop)
    local words = lexicon.count_words(text)
    local dek = words >= 6 or words >= 4 and s.f.inside_hints[i] & H_DEK ~= 0
    if dek and lines.tells_signed(text, words) then dek = false end
    content = with(content, { tag = dek and "dek" or "detail", range = tail })
  end
  return content
end

-- Whether the headline stands in a list that begins right below a heading, or below the way to more.
local function is_above_list(s, i, item)
  local f, box = s.f, s.f.box[item.headline]
  while box > 0 and box ~= item.box do
    if f.box_tags[box] & LIST ~= 0 then return f.box_first[box] <= i + 2 end
    box = f.box_parent[box]
  end
  return false
end

-- Whether a heading heads a box of one teaser beside others: it says how lists are headed, is a title by name
-- and stands above the headline in rank, or stands above a list.
local function heads_box(s, i, item)
  local f, headline = s.f, item.headline
  local level, own = f.level, f.own_hints[i]
  if own & H_TITLE ~= 0 and own & H_KICKER == 0 and level[i] < level[headline] then return true end
  return f:matches(i, KNOWN) or is_above_list(s, i, item)
end

-- Whether a heading is named the title of a widget: it may lead to a section, and be of lower rank. One alone that
-- leads to another site keeps it, since it would be taken for an advertisement.
local function is_widget_title(s, i, headline)
  return s.f.own_hints[i] & WIDGET_TITLE == WIDGET_TITLE and not links.is_elsewhere(s, target(s, headline) or "")
end

-- A heading above the only teaser of a box is the box's, not the teaser's.
local function leave_heading(s, item)
  local f, headline = s.f, item.headline
  for i = headline - 1, item.first, -1 do
    local plain = f.link_chars[i] < f.chars[i] * 0.5 and (item.siblings == 1 or heads_box(s, i, item))
    local heading = f.level[i] > 0 or f.own_hints[i] & H_TITLE ~= 0 and f:matches(i, KNOWN)
    if heading and f.hash[i] ~= f.hash[headline] and (plain or is_widget_title(s, i, headline)) then
      item.first = i + 1
      return
    end
  end
end

local TOLD_WORDS = 12 -- of a summary, at least, that may speak of what sites say of themselves

-- Whether a line is a sentence below the headline, that leads nowhere else.
local function is_told(s, item, i)
  local f, h = s.f, item.headline
  return i > h and f.words[i] >= TOLD_WORDS and f.terminal[i] == 1 and (f.links[i] == 0 or target(s, i) == target(s, h))
end

-- Whether a block beside a teaser's headline is no label, button or menu.
local function is_part(s, item, i)
  local f = s.f
  local words = f.words[i]
  local hints = f.own_hints[i] & ~f.own_hints[item.headline] -- what the headline is named too says nothing
  if f.own_tags[i] & (BUTTON | FORM) ~= 0 or hints & (H_SHARE | H_AD | H_PAGER) ~= 0 then return false end
  if i < item.headline and words >= 6 and f.terminal[i] == 1 and f.links[i] == 0 then return false end
  if words <= 3 and f.links[i] > 0 and is_linkish(s, i, 0.6) and math.abs(i - item.headline) > 3
    then return false end
  local way_on = words <= 5 and f.links[i] > 0 and f.level[i] == 0
  if way_on and (f:matches(i, MORE) or f:matches(i, ALL_OF)) then return false end
  return not f:matches(i, BOILERPLATE) or is_told(s, item, i)
end

-- Whether a line says that the piece below it comes before or after this one, less arrows and dashes around it.
local function is_neighbours_label(f, i)
  if f:matches(i, NEIGHBOURS) then return true end
  local text = f.lower[i]:gsub("\xE2[\x80-\x9F][\x80-\xBF]", " "):gsub("\xC2[\xAB\xBB\xA0]", " ")
  return text:match("^[%s<>|-]*(.-)[%s<>|-]*$"):matches(NEIGHBOURS)
end

-- Whether it is of the teaser: such a part, or what says for whom the piece is.
local function belongs(s, item, i)
  local f = s.f
  if f.hash[i] == f.hash[item.headline] or calls.leads_on(s, item, i) or calls.is_button(f, i)
    then return false end
  if is_part(s, item, i) then return true end
  return f.words[i] <= MEMBERS_MOST and (f:matches(i, MEMBERS) or i < item.headline and is_neighbours_label(f, i))
end

local function make_linked(s, item)
  local link, range = item.link, item.range
  s.role[item.first] = "teaser"
  local before, rest, behind = pieces.cut(s, link, link, range[1], range[2])
  local content = before and with_pieces(nil, before, rest, behind) or { { tag = "headline", range = range } }
  if item.second then
    local labelled = not before and is_label_of(s.page, range, item.second)
    if labelled then content[1].tag = "kicker" end
    content[#content + 1] = { tag = labelled and "headline" or "dek", range = item.second }
  end
  if item.label then table.insert(content, 1, { tag = "kicker", range = item.label }) end
  return { kind = "teaser", href = s.page:value(link, "href"), content = content, first = item.first,
    last = item.last, headline = item.headline, around = item.around }
end

local KICKERS_MOST = 3

-- Whether a heading is of lower rank than the headline.
local function is_lower(f, i, headline)
  return f.level[headline] > 0 and f.level[i] > f.level[headline]
end

-- A row of labels above a headline is a menu of topics: none is the item's, but a heading below it in rank.
local function drop_topics(s, item, content)
  local count, kept = 0, {}
  for _, part in ipairs(content) do
    if part.tag == "kicker" and part.block then count = count + 1 end
  end
  if count <= KICKERS_MOST then return content end
  for _, part in ipairs(content) do
    local topic = part.tag == "kicker" and part.block and not is_lower(s.f, part.block, item.headline)
    if topic then s.role[part.block] = nil else kept[#kept + 1] = part end
  end
  return kept
end

-- A line beside the headline as a part.
local function part_of(s, item, i)
  local label = s.f.texts[i] > 1 and pieces.before_copy(s, i, item.headline) or nil
  if label then return { tag = "kicker", range = label } end
  local range, tag = s.f.texts[i] > 1 and pieces.behind_icon(s, i) or nil, teaser_part(s, item, i)
  local calling = tag == "dek" and s.f.links[i] > 0 and s.f.link_chars[i] < s.f.chars[i]
  if calling then range = calls.before_call(s, i) or range
  elseif tag == "dek" and s.f.text[i]:find("|", 1, true) then range = calls.before_bar(s, i) or range end
  return { tag = tag, block = not range and i or nil, range = range }
end

-- What lines are taken for that may be both.
local PARTED = { published = true, kicker = true, detail = true }

-- Adds a line beside the headline to the parts: its label and its time, where it is both.
local function with_line(s, item, i, content)
  local part = part_of(s, item, i)
  local stop, from
  if part.block and PARTED[part.tag] and s.f.digits[i] > 0 then stop, from = lines.label_and_time(s, i) end
  if not stop then return with(content, part) end
  local first, last = s.page:block(i)
  content = with(content, { tag = "kicker", range = { first, stop } })
  return with(content, { tag = "published", range = { from, last } })
end

local function make_teaser(s, item)
  if item.link then return make_linked(s, item) end
  local role, hidden, headline, content = s.role, s.f.hidden, item.headline, nil
  if item.first < headline then leave_heading(s, item) end
  for i = item.first, item.last do
    if i == headline then content = with_headline(s, item, content)
    elseif not role[i] and hidden[i] == 0 and belongs(s, item, i) then
      content = with_line(s, item, i, content)
      role[i] = "teaser"
    end
  end
  role[headline] = "teaser"
  if #content > KICKERS_MOST then content = drop_topics(s, item, content) end
  return { kind = "teaser", href = item.href or target(s, headline), content = content, first = item.first,
    last = item.last, headline = headline, box = item.box, around = item.around, joined = item.joined,
    siblings = item.siblings, headed = item.headed }
end

return { is_part = is_part, make_teaser = make_teaser }
