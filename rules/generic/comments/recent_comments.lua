-- Lists of what readers said last, of any story: comments, though each names a story and leads to it.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local links = include "generic/page/links"
local FORM, H_COMMENT = names.FORM, names.H_COMMENT
local ALL_OF, BOILERPLATE, MORE = phrases.ALL_OF, phrases.BOILERPLATE, phrases.MORE
local sayings = include "generic/comments/comment_phrases"
local BUTTONS, HOUSE_MOST, HOUSE_RULES = sayings.BUTTONS, sayings.HOUSE_MOST, sayings.HOUSE_RULES
local RECENT = sayings.RECENT
local common_box, says = view.common_box, view.says

local own = {
  RECENT = RECENT, MOST_WORDS = 5, NAMED = names.H_TITLE | H_COMMENT, SET = names.LABEL | names.STRONG,
}

local HEADS = formula("blocks", [[
  return words <= MOST_WORDS and hidden == 0 and (level > 0 or own_hints & NAMED ~= 0 or own_tags & SET ~= 0)
    and matches(RECENT)
]], own)

local MOST = 400 -- lines of such a list

-- The smallest box around a heading and what stands behind it.
local function widget_of(f, i)
  local box = f.box[i]
  while box > 0 and f.box_last[box] <= i do box = f.box_parent[box] end
  return box
end

-- The last line of the list below a heading: a form or another heading ends it.
local function end_of(s, i, box)
  local f, last = s.f, math.min(s.f.box_last[box], i + MOST)
  for j = i + 1, last do
    local heading = f.level[j] > 0 and (f.level[i] == 0 or f.level[j] <= f.level[i]) and f.links[j] == 0
    if s.role[j] or heading or s.around_tags[f.box[j]] & FORM ~= 0 then return j - 1 end
  end
  return last
end

-- Whether one of some lines is named a comment or leads to one.
local function has_remark(s, first, last)
  local f = s.f
  for i = first, last do
    local href = f.links[i] > 0 and s.page:value(f.link[i], "href")
    if href and (links.is_remark(s, href) or s.around_hints[f.box[i]] & H_COMMENT ~= 0) then return true end
  end
  return false
end

-- Whether a line is of an item: no way to more, and nothing that the site says.
local function is_part(s, i)
  if s.f.hidden[i] == 1 or s.role[i] or says(s, i, BOILERPLATE) then return false end
  if s.f.words[i] > HOUSE_MOST then return true end
  return not (says(s, i, HOUSE_RULES) or says(s, i, BUTTONS) or says(s, i, MORE) or says(s, i, ALL_OF)
    or says(s, i, RECENT))
end

-- The box of the item that a line is of, in the box around the list.
local function item_of(f, i, around)
  local box = f.box[i]
  while box > 0 and f.box_parent[box] ~= around do box = f.box_parent[box] end
  return box > 0 and box or -i
end

-- Adds the lines as comments to the page's.
local function take(s, first, last)
  local around, item, comment = common_box(s, first, last), nil, nil
  for i = first, last do
    if is_part(s, i) then
      local its = item_of(s.f, i, around)
      if its ~= item then
        item, comment = its, { kind = "comment", content = {}, first = i }
        s.comments[#s.comments + 1] = comment
      end
      s.role[i], comment.last = "comment", i
      comment.content[#comment.content + 1] = { tag = "text", block = i }
    end
  end
end

--- Takes the lists that a heading says are such.
local function take_headed(s)
  s.comments = {}
  for _, i in ipairs(s.f:rows(HEADS)) do
    local box = not s.role[i] and widget_of(s.f, i) or 0
    local last = box > 0 and end_of(s, i, box) or i
    if last > i and has_remark(s, i + 1, last) then take(s, i + 1, last) end
  end
end

local SHARE = 0.4 -- of the items of a list that lead to comments

--- Whether a list of teasers is one of comments, by where they lead.
local function is_list_of_them(s, list)
  local led, teasers = 0, list.teasers
  for at = 1, #teasers do
    local href = teasers[at].href
    if href and links.is_remark(s, href) then led = led + 1 end
  end
  return led >= SHARE * #teasers
end

return { is_list_of_them = is_list_of_them, take = take, take_headed = take_headed }
