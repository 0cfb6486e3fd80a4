-- Readers' comments: sentences in a box that is named so, behind the story, and shorter texts that
-- look as those do, less what a site says of commenting itself.

local names = include "generic/page/names"
local view = include "generic/page/view"
local dates = include "generic/page/dates"
local has_date, is_date_line = dates.has_date, dates.is_date_line
local sayings = include "generic/comments/comment_phrases"
local BUTTONS, HOUSE_MOST, HOUSE_RULES = sayings.BUTTONS, sayings.HOUSE_MOST, sayings.HOUSE_RULES
local H_COMMENT, P, CLOSED = names.H_COMMENT, names.P, names.FORM | names.BUTTON
local ITEMS = names.ITEM | names.ARTICLE
local H_PAGER = names.H_PAGER
local TOOLS = H_PAGER | names.H_SHARE -- what lines are named that no reader wrote
local common_box, says = view.common_box, view.says

local LEAST_WORDS = 5
local ALIKE = { WORD = 2, RULE = 4 } -- comments that look as a line of one word does, as one does that reads as a rule
local PLAIN_WORDS = 9 -- of a line that does not end as a sentence does

local CANDIDATES = formula("blocks", [[
  if words == 0 or hidden == 1 or box == 0 then return 0 end
  if box_around_hints[box] & H_COMMENT == 0 or box_near_hints[box] & H_FORM ~= 0
    or box_around_tags[box] & FORM ~= 0 then return 0 end
  return link_chars < 0.5 * chars or words >= SAID_WORDS
]], names, { SAID_WORDS = include("generic/lists/candidates").SAID_WORDS })

local BESIDE = 5 -- lines above a comment that can say whose it is and from when
local BOX_MOST = 12 -- lines of a box that holds one comment

-- Where links lead that act on a comment; the link of its date is one too.
local ACTS = patterns { "^#", "replytocom", "respond" }

-- Which of the comments one is: "Reply #12".
local NUMBERED = patterns { "#%d+%s*$" }
local HEAD_WORDS = 16 -- of a line of links that says whose a comment is and from when

-- Whether a line is what the site says of commenting.
local function is_rule(s, i)
  local words = s.f.words[i]
  if words <= HOUSE_MOST and says(s, i, HOUSE_RULES) then return true end
  return words <= sayings.RULES_MOST and says(s, i, sayings.OF_COMMENTS) and says(s, i, sayings.RULES)
end

-- Whether a line that stands beside a comment is its reader's too: a name, a date, a short line of theirs.
local function is_beside(s, i)
  local f = s.f
  local box = f.box[i]
  if s.role[i] or f.hidden[i] == 1 or box == 0 or f.words[i] > HOUSE_MOST then return false end
  if f.own_hints[i] & TOOLS ~= 0 or s.near_hints[box] & H_PAGER ~= 0 then return false end
  if s.around_hints[box] & H_COMMENT == 0 or s.around_tags[box] & CLOSED ~= 0 then return false end
  if says(s, i, BUTTONS) and not says(s, i, NUMBERED) or is_rule(s, i) then return false end
  if f.links[i] == 0 or f.link_chars[i] < 0.8 * f.chars[i] then return true end
  if f.links[i] > 1 then return f.words[i] <= HEAD_WORDS and f.digits[i] > 0 and has_date(f.text[i]) end
  local href = s.page:value(f.link[i], "href") or "#"
  return not href:matches(ACTS) or is_date_line(s.f.text[i])
end

-- Whether a line stands in the box of a comment below it: one that is small, that is an item of a list and begins
-- with the line, or that begins behind another comment.
local function is_in_box(s, j, i, before)
  local f, box = s.f, common_box(s, j, i)
  if box == 0 then return false end
  if f.box_last[box] - f.box_first[box] < BOX_MOST then return true end
  return f.box_first[box] == j and f.box_tags[box] & ITEMS ~= 0
    or f.box_first[box] > before and s.role[before] == "comment"
end

-- The first line above a comment, behind the one before, that is of it; what readers press may stand between.
local function first_of(s, i, before)
  local first = i
  for j = i - 1, math.max(before + 1, i - BESIDE), -1 do
    if not is_in_box(s, j, i, before) then break end
    if is_beside(s, j) then first = j
    elseif not says(s, j, BUTTONS) then break end
  end
  return first
end

-- Whether a line stands in a box with the next comment that begins behind this one.
local function is_of_next(s, j, i, after)
  local box = after <= s.count and common_box(s, j, after) or 0
  return box > 0 and s.f.box_first[box] > i
end

-- The last line in a comment's own box that is of it.
local function last_of(s, i, after)
  local f, last = s.f, i
  local around = f.box_parent[f.box[i]]
  for j = i + 1, after - 1 do
    if f.box[j] ~= f.box[i] and f.box_parent[f.box[j]] ~= around or not is_beside(s, j)
      or is_of_next(s, j, i, after) then break end
    last = j
  end
  return last
end

-- Adds lines to a comment, whose text is one of them.
local function add_lines(s, comment, first, text, last)
  for i = first, last do
    if i >= text or is_beside(s, i) then
      s.role[i] = "comment"
      comment.content[#comment.content + 1] = { tag = "text", block = i }
    end
  end
  comment.last = last
end

-- Whether a line reads as what somebody has to say.
local function is_said(s, i)
  local words = s.f.words[i]
  return words >= PLAIN_WORDS or words >= LEAST_WORDS and s.f.terminal[i] == 1
end

-- The look of a line's box and of what is around that: what the texts of comments have in common.
local function look_of(s, i)
  local f, box = s.f, s.f.box[i]
  return f.box_shape[box] + 3 * f.box_shape[f.box_parent[box]]
end

-- Lines that may be of comments; and how many of those that read as what somebody has to say, and as nothing that
-- the site says, have each look.
local function candidates_from(s, first)
  local lines, looks = {}, {}
  for _, i in ipairs(s.f:rows(CANDIDATES, nil, first)) do
    if not s.role[i] then
      lines[#lines + 1] = i
      if is_said(s, i) and not is_rule(s, i) then looks[look_of(s, i)] = (looks[look_of(s, i)] or 0) + 1 end
    end
  end
  return lines, looks
end

-- How many lines have to look as one does that is no word of a reader by itself: more where it is a single word, or
-- one that the site may say.
local function least_alike(s, i)
  if is_rule(s, i) then return is_said(s, i) and ALIKE.RULE or math.huge end
  if is_said(s, i) then return 0 end
  if says(s, i, BUTTONS) then return math.huge end
  if s.f.words[i] >= 2 or s.f.terminal[i] == 1 then return 1 end
  return s.f.digits[i] == 0 and ALIKE.WORD or math.huge
end

-- Lines that read as what somebody has to say; and others that look as those do.
local function find_texts(s, first)
  local lines, looks = candidates_from(s, first)
  local found = {}
  for _, i in ipairs(lines) do
    if (looks[look_of(s, i)] or 0) >= least_alike(s, i) then found[#found + 1] = i end
  end
  return found
end

-- Whether a line goes on with the comment above it: in the same box, cut by line breaks, or as its next paragraph.
local function goes_on(s, one, i, found)
  local f = s.f
  local a, b = f.box[one], f.box[i]
  if s.role[i - 1] ~= "comment" then return false end
  if a == b then return true end
  local around = f.box_parent[a]
  if around ~= f.box_parent[b] or f.tags[one] & f.tags[i] & P == 0 then return false end
  return f.box_first[around] > found[1] or f.box_last[around] < found[#found]
end

--- The comments behind the story, whose blocks get that role, and those found before.
local function find_comments(s)
  local comments, first = s.comments, (s.last or 0) + 1
  if first > s.count then return comments end
  local found = find_texts(s, first)
  local before = first - 1
  for at, i in ipairs(found) do
    if i > before then
      local start, last = first_of(s, i, before), last_of(s, i, found[at + 1] or s.count + 1)
      local comment = comments[#comments]
      if not (at > 1 and start == i and goes_on(s, found[at - 1], i, found)) then
        comment = { kind = "comment", content = {}, first = start }
        comments[#comments + 1] = comment
      end
      add_lines(s, comment, start, i, last)
      before = last
    end
  end
  return comments
end

return { find_comments = find_comments }
