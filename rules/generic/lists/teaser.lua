-- An item as a teaser: its headline and what stands beside it.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local lexicon = include "generic/page/words"
local dates = include "generic/page/dates"
local view = include "generic/page/view"
local links = include "generic/page/links"
local calls = include "generic/lists/calls"
local NEIGHBOURS, pieces = include("generic/story/eyebrow").NEIGHBOURS, include "generic/lists/pieces"
local CAPTION, FORM, BUTTON, LIST, P = names.CAPTION, names.FORM, names.BUTTON, names.LIST, names.P
local H_BYLINE = names.H_BYLINE
local H_DATE, H_CAPTION, H_SHARE, H_TITLE = names.H_DATE, names.H_CAPTION, names.H_SHARE, names.H_TITLE
local H_DEK, H_KICKER, H_PAGER, H_AD = names.H_DEK, names.H_KICKER, names.H_PAGER, names.H_AD
local WIDGET_TITLE = H_TITLE | names.H_WIDGET
local ALL_OF, BOILERPLATE, MORE = phrases.ALL_OF, phrases.BOILERPLATE, phrases.MORE
local LEADS, lower_words, starts_with_by = lexicon.LEADS, lexicon.lower_words, lexicon.starts_with_by
local FIGURES, has_date, is_date_line, runs_of = dates.FIGURES, dates.has_date, dates.is_date_line, dates.runs_of
local tells_age = dates.tells_age
local KNOWN, COUNTED = include "generic/lists/known_headings", include("generic/lists/candidates").COUNTED
local is_linkish, text_of = view.is_linkish, view.text_of
local target = links.target
local MEMBERS = include "generic/page/members"
local headline_range = include("generic/lists/item_headline").headline_range
local is_label_of = include("generic/lists/pairs").is_label_of
local without_count = include("generic/story/comment_counts").without_count

-- How long ago it was, before anything else that a line says.
local AGO = patterns {
  "^%d+ %a+ ago", "^an? %a+ ago", "^vor %d+ ", "^il y a %d+ ", "^hace %d+ ", "^há %d+ ", "^%d+ %a+ fa%f[%A]",
  "^för %d+ .* sedan", "^for %d+ .* siden", "^%d+ %a+ siden", "^%d+ %a+ geleden", "^%d+ %a+ temu", "^%d+ %a+ önce",
  "^%d+ ?時間前", "^%d+ ?分前", "^%d+ ?小时前", "^%d+ ?分钟前", "^%d+ ?시간 전", "^%d+ ?분 전", "^%d+ giờ trước",
}

local MEMBERS_MOST = 7 -- words of such a line
local ABOVE_MOST = 12  -- words of a label above the headline
local SIGNED_MOST = 10  -- words of a line that says who wrote a piece and when
local SUMMED = 4       -- words, at least, of a line that sums it up
local SIGNERS_MOST = 5  -- of them no date's

-- Whether a block is a date; without figures, ours or others', none is.
local function is_date(s, i)
  return (s.f.digits[i] > 0 or s.f:matches(i, FIGURES)) and is_date_line(text_of(s, i))
end

-- Whether a short text ends or begins with a date and says little else: who wrote a piece, where, and when.
local function is_signed(text)
  local runs, other = runs_of(text), 0
  local first, last = runs[1], runs[#runs]
  if not last or not (last.date and has_date(text:sub(last.start)) or first.date and first ~= last
    and has_date(text:sub(first.start, first.stop))) then return false end
  for _, run in ipairs(runs) do
    if not run.date then other = other + #lower_words(text:sub(run.start, run.stop)) end
  end
  return other <= SIGNERS_MOST
end

local function is_signed_date(s, i)
  local f = s.f
  return f.words[i] <= SIGNED_MOST and f.digits[i] > 0 and f.terminal[i] == 0 and is_signed(text_of(s, i))
end

-- Whether a line begins as those do that say who wrote a piece.
local function says_who(s, i)
  return s.f:matches(i, LEADS) and starts_with_by(text_of(s, i))
end

-- Whether a line that is named so, begins as one or has how many comments there are says who wrote a piece.
local function is_signature(s, i, hints)
  local f = s.f
  if f.words[i] > SIGNED_MOST or f.terminal[i] == 1 then return false end
  if without_count(s, i) then return true end
  return hints & H_BYLINE ~= 0 and (f.digits[i] > 0 or f.link_chars[i] > 0) or says_who(s, i)
end

-- Whether a short line is a paragraph right below a heading that is the headline: what the piece is about.
local function sums_up(f, item, i)
  return i == item.headline + 1 and f.words[i] >= SUMMED and f.level[item.headline] > 0 and f.own_tags[i] & P ~= 0
    and f.digits[i] == 0
end

-- Whether a line of a headline's length is the label above it.
local function is_label(f, item, i)
  return i < item.headline and f.words[i] <= ABOVE_MOST and f.terminal[i] == 0
end

local function teaser_part(s, item, i)
  local f = s.f
  local hints, words, digits = f.own_hints[i] | f.inside_hints[i], f.words[i], f.digits[i]
  if words <= 12 and digits > 0 and f:matches(i, AGO) then return "published" end
  local running = words >= 6 and not is_linkish(s, i)
  local date = running and is_date(s, i)
  if running and not date then
    if hints & H_CAPTION ~= 0 or f.own_tags[i] & CAPTION ~= 0 then return "caption" end
    if is_signed_date(s, i) or is_signature(s, i, hints) then return "byline" end
    return i > item.headline and "dek" or "detail"
  end
  if digits == f.chars[i] or digits > 0 and f.links[i] > 1 and f:matches(i, COUNTED) then return "detail" end
  if digits == 0 and f.time[i] == 0 and says_who(s, i) then return "byline" end -- in a box named for the date too
  if date or hints & H_DATE ~= 0 or f.time[i] > 0 or not running and is_date(s, i) then return "published" end
  if hints & H_BYLINE ~= 0 or digits > 0 and says_who(s, i) then return "byline" end
  if hints & H_KICKER ~= 0 and words <= 7 or i < item.headline and words <= 5 then return "kicker" end
  if words >= 6 and f.hash[i] ~= f.hash[item.headline] then
    return is_signature(s, i, hints) and "byline" or is_label(f, item, i) and "kicker" or "dek"
  end
  return sums_up(f, item, i) and "dek" or "detail"
end

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
  if head then
    local text = s.page:read(start, range[1])
    local dated = has_date(text) and (is_date_line(text) or is_signed(text)) or tells_age(text)
      or text:find("^%s*%d+ ?[mhd] ago") or text:find("^%s*%d%d?[.h]%d%d%s*$")
    local tag = dated and "published" or pieces.is_rank(text) and "detail" or "kicker"
    content = with(content, { tag = tag, range = head })
  end
  content = with(content, { tag = "headline", range = range })
  if tail and not copied then
    local text = s.page:read(range[2], stop)
    local words = lexicon.count_words(text)
    local dek = words >= 6 or words >= 4 and s.f.inside_hints[i] & H_DEK ~= 0
    if dek and words <= SIGNED_MOST and is_signed(text) then dek = false end
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
  if calling then range = calls.before_call(s, i) or range end
  return { tag = tag, block = not range and i or nil, range = range }
end

local function make_teaser(s, item)
  if item.link then return make_linked(s, item) end
  local role, hidden, headline, content = s.role, s.f.hidden, item.headline, nil
  if item.first < headline then leave_heading(s, item) end
  for i = item.first, item.last do
    if i == headline then content = with_headline(s, item, content)
    elseif not role[i] and hidden[i] == 0 and belongs(s, item, i) then
      content = with(content, part_of(s, item, i))
      role[i] = "teaser"
    end
  end
  role[headline] = "teaser"
  if #content > KICKERS_MOST then content = drop_topics(s, item, content) end
  return { kind = "teaser", href = item.href or target(s, headline), content = content, first = item.first,
    last = item.last, headline = headline, box = item.box, around = item.around, joined = item.joined,
    siblings = item.siblings, headed = item.headed }
end

return { is_part = is_part, make_teaser = make_teaser, teaser_part = teaser_part }
