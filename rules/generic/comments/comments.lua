-- Readers' comments: sentences in a box that is named so, behind the story, and shorter texts that
-- look as those do, less what a site says of commenting itself.

local names = include "generic/page/names"
local view = include "generic/page/view"
local is_date_line = include("generic/page/dates").is_date_line
local sayings = include "generic/comments/comment_phrases"
local BUTTONS, HOUSE_MOST, HOUSE_RULES = sayings.BUTTONS, sayings.HOUSE_MOST, sayings.HOUSE_RULES
local H_COMMENT, CLOSED = names.H_COMMENT, names.FORM | names.BUTTON
local common_box, says = view.common_box, view.says

local LEAST_WORDS = 5
local PLAIN_WORDS = 9 -- of a line that does not end as a sentence does

local CANDIDATES = formula("blocks", [[
  if words == 0 or hidden == 1 or box == 0 then return 0 end
  if box_around_hints[box] & H_COMMENT == 0 or box_around_tags[box] & FORM ~= 0 then return 0 end
  return link_chars < 0.5 * chars
]], names)

local BESIDE = 4 -- lines above a comment that can say whose it is and from when
local BOX_MOST = 12 -- lines of a box that holds one comment

-- Where links lead that act on a comment; the link of its date is one too.
local ACTS = patterns { "^#", "replytocom", "respond" }

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
  if s.around_hints[box] & H_COMMENT == 0 or s.around_tags[box] & CLOSED ~= 0 then return false end
  if says(s, i, BUTTONS) or is_rule(s, i) then return false end
  if f.links[i] == 0 or f.link_chars[i] < 0.8 * f.chars[i] then return true end
  local href = s.page:value(f.link[i], "href") or "#"
  return f.links[i] == 1 and (not href:matches(ACTS) or is_date_line(s.f.text[i]))
end

-- Whether two lines stand in one box that is small.
local function stand_together(s, a, b)
  local f, box = s.f, common_box(s, a, b)
  return box > 0 and f.box_last[box] - f.box_first[box] < BOX_MOST
end

-- The first line above a comment, behind the one before, that is of it.
local function first_of(s, i, before)
  local first = i
  for j = i - 1, math.max(before + 1, i - BESIDE), -1 do
    if not (is_beside(s, j) and stand_together(s, j, i)) then break end
    first = j
  end
  return first
end

-- The last line in a comment's own box that is of it.
local function last_of(s, i, after)
  local f, last = s.f, i
  local around = f.box_parent[f.box[i]]
  for j = i + 1, after - 1 do
    if f.box[j] ~= f.box[i] and f.box_parent[f.box[j]] ~= around or not is_beside(s, j) then break end
    last = j
  end
  return last
end

local function add_comment(s, first, last)
  local content = {}
  for i = first, last do
    s.role[i] = "comment"
    content[#content + 1] = { tag = "text", block = i }
  end
  return { kind = "comment", content = content, first = first, last = last }
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

-- Lines that may be of comments and read as what somebody has to say; and shorter ones that look
-- as those do.
local function find_texts(s, first)
  local lines, looks, found = {}, {}, {}
  for _, i in ipairs(s.f:rows(CANDIDATES, nil, first)) do
    if not (s.role[i] or is_rule(s, i)) then
      lines[#lines + 1] = i
      if is_said(s, i) then looks[look_of(s, i)] = true end
    end
  end
  for _, i in ipairs(lines) do
    local short = s.f.words[i] >= 2 or s.f.terminal[i] == 1
    if is_said(s, i) or short and looks[look_of(s, i)] and not says(s, i, BUTTONS) then found[#found + 1] = i end
  end
  return found
end

--- The comments behind the story, whose blocks get that role, and those found before.
local function find_comments(s)
  local comments, first = s.comments, (s.last or 0) + 1
  if first > s.count then return comments end
  local found = find_texts(s, first)
  local before = first - 1
  for at, i in ipairs(found) do
    if i > before then
      local start = first_of(s, i, before)
      before = last_of(s, i, found[at + 1] or s.count + 1)
      comments[#comments + 1] = add_comment(s, start, before)
    end
  end
  return comments
end

return { find_comments = find_comments }
