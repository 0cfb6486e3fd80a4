-- Lines below the text that are the name of an author whom no other line names, and little else, though all of the
-- line may be a link: at its end, over the author's life, by the button to follow them.

local lexicon = include "generic/page/words"
local view = include "generic/page/view"
local is_site = include("generic/story/witnessed").is_site
local is_open = include("generic/story/own_foot").is_open
local of_cards = include "generic/story/of_cards"
local BOILERPLATE = include("generic/page/phrases").BOILERPLATE
local common_box, lower_of, text_of, normal = view.common_box, view.lower_of, view.text_of, lexicon.normal

local NEAR = 10 -- lines from the headline or the end of the text
local BELOW = 20 -- lines below the text
local JOB_MOST = 4 -- words of a job behind the name
local LIFE_BOX, LIFE_LEAST = 10, 8 -- lines of the box of a name and the life below it, at most; words of that life

local MAY_NAME = formula("blocks", [[
  return words > 0 and words <= 9 and links <= 1 and chars >= 3
    and digits == 0 and hidden == 0 and level ~= 1 and level ~= 2
]])

-- Whether words behind a name are none, or tell a job.
local function may_follow(words)
  local _, count = words:gsub("%S+", "")
  if count > JOB_MOST then return false end
  for word in words:gmatch("[%a\128-\255]+") do
    if lexicon.JOBS[word:lower()] then return true end
  end
  return not words:find("[%w\128-\255]")
end

local function is_said_among(s, name, from, to)
  for j = math.max(1, from), math.min(s.count, to) do
    local role = s.role[j]
    if (role == "byline" or role == "published") and lower_of(s, j):find(name:lower(), 1, true) then
      return true
    end
  end
  return false
end

-- Whether another line by the headline or the end of the text says that somebody wrote it.
local function is_said(s, name)
  return is_said_among(s, name, (s.headline or s.first) - NEAR, s.first + NEAR)
    or is_said_among(s, name, s.last - NEAR, s.last + BELOW)
end

-- Whether a line is an author's name, perhaps behind "by" or before a job, that no other line says.
local function is_name(s, i)
  local text = text_of(s, i)
  text = text:sub(lexicon.behind_by(text) or 1)
  for _, one in ipairs(s.authors) do
    local name = one.value
    local is = #name >= 3 and (normal(text) == normal(name) or text:sub(1, #name) == name
      and may_follow(text:sub(#name + 1)))
    if is and not is_site(s, name) and not is_said(s, name) then return true end
  end
  return false
end

-- The text below such a line that tells of the author, in a small box with it.
local function label_life(s, i)
  local f, box = s.f, i < s.count and common_box(s, i, i + 1) or 0
  if box > 0 and f.box_first[box] > s.last and f.box_last[box] - f.box_first[box] < LIFE_BOX and not s.role[i + 1]
    and f.words[i + 1] >= LIFE_LEAST and f.hidden[i + 1] + f.level[i + 1] == 0 and not view.is_linkish(s, i + 1, 0.5)
    and not view.says(s, i + 1, BOILERPLATE) then s.role[i + 1] = "bio" end
end

--- Labels them, and the life of the author below.
-- @param patterns of the authors' names
local function label_names(s, patterns)
  if not s.authors[1] then return end
  for _, i in ipairs(s.f:rows(MAY_NAME, nil, s.last + 1, s.last + BELOW)) do
    if s.f:matches(i, patterns) and not s.role[i] and is_open(s, i) and is_name(s, i)
      and not (of_cards.ends_card(s, i) or of_cards.opens_card(s, i)) then
      s.role[i] = "byline"
      label_life(s, i)
    end
  end
end

return { is_said = is_said, label_names = label_names }
