-- Crossheads: which headings of the container head running text.

local view = include "generic/page/view"
local links = include "generic/page/links"
local may_be_linked = include("generic/story/caption").may_be_linked
local is_elsewhere, usable = links.is_elsewhere, links.usable
local drop, is_linkish, parent_box = view.drop, view.is_linkish, view.parent_box

local LOWEST = 7 -- the rank of a line that is set in bold only, below all headings

local function rank_of(f, i)
  return f.level[i] > 0 and f.level[i] or LOWEST
end

-- Whether running text follows a crosshead, or a heading that does, no list of links. What is known of
-- those below it is.
local function heads_text(s, i)
  local f = s.f
  for j = i + 1, math.min(i + 6, f.box_last[s.container]) do
    if s.role[j] == "crosshead" and rank_of(f, j) <= rank_of(f, i) then
      local alone = f.links[i] == 0 and f.terminal[i] == 0 and parent_box(f, i) == parent_box(f, j)
      return j == i + 1 and (f.level[i] == 0 or alone)
    end
    if s.role[j] and s.role[j] ~= "caption" and s.role[j] ~= "crosshead" then return true end
    if f.hidden[j] == 0 and not s.role[j] and f.links[j] > 0 and is_linkish(s, j) and f.words[j] >= 2
      and not may_be_linked(s, j) then return false end
  end
  return false
end

local SENTENCE, NEAR = 8, 3 -- words of one; blocks below the headline where it may be a dek

local LINKED = formula("blocks", [[
  return level > 0 and link_chars >= 0.8 * chars and words <= 25 and hidden == 0 and not has_role
    and not box_foreign[box]
]])

-- A heading that links to another site, with text below it, names what the text is about.
local function take_linked(s)
  local f = s.f
  f:mark("has_role", s.role)
  for _, i in ipairs(f:rows(LINKED, nil, f.box_first[s.container], f.box_last[s.container])) do
    local href = s.page:value(f.link[i], "href") -- also of goods
    if usable(href) and is_elsewhere(s, href) and heads_text(s, i) then s.role[i] = "crosshead" end
  end
end

-- Whether a heading stands in a box with other lines of which none is text: of a video, a gallery, a poll.
local function is_boxed(s, i)
  local f, box = s.f, parent_box(s.f, i)
  if box <= s.container then return false end
  for j = f.box_first[box], f.box_last[box] do
    if s.role[j] and s.role[j] ~= "caption" and j ~= i then return false end
  end
  return true
end

-- Crossheads that head no text are headings of something else, but for sentences.
local function check_crossheads(s)
  take_linked(s)
  for i = s.f.box_last[s.container], s.f.box_first[s.container], -1 do
    if s.role[i] == "crosshead" and is_boxed(s, i) then drop(s, i)
    elseif s.role[i] == "crosshead" and not heads_text(s, i) then
      local said = (s.f.terminal[i] == 1 or s.f.text[i]:find ":$") and s.f.words[i] >= SENTENCE
      if said and i > (s.headline or 0) + NEAR then s.role[i] = "paragraph" else drop(s, i) end
    end
  end
end

return { check_crossheads = check_crossheads }
