-- Runs of links to stories: boxes of one shape beside each other, of which most lead to stories of this site, each
-- to another. What a word in a name around them says ("share", "comments", "banner") does not count then: it is of
-- the layout, of a counter or of how they were chosen.

local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local links = include "generic/page/links"
local is_linkish, target = view.is_linkish, links.target

local LEVELS = 5  -- of boxes around a line, of which one may be repeated
local LEAST = 3   -- boxes that lead to stories
local SHARE = 0.6 -- of them all
local LINES = 12  -- of such a box at most
local WORDS = 3   -- of its link at least

local BESIDE = formula("boxes", "return box_parent == $around and box_shape == $shape")

-- What elements are named in which others pay for what stands there, or in which readers speak.
local FIRM = patterns {
  "sponsor", "promoted", "advert", "%f[%a]native", "partner", "affiliate", "paid", "taboola", "outbrain", "trc_",
  "mgid", "dianomi", "revcontent", "zergnet", "ligatus", "plista", "strossle", "engageya", "adsbygoogle", "anzeige",
  "werbung", "publicit", "publicid", "patrocin", "reklam", "annons", "annonc", "anunci", "mainos", "hirdetes",
  "quangcao", "disqus", "%f[%a]respond%f[%A]",
}

-- Whether an element around a line, up to the page's body, is named so.
local function is_firmly_named(s, i)
  local page, row = s.page, s.f.node[i]
  while row and page:name(row) ~= "body" do
    local name = (page:attr(row, "class") or "") .. " " .. (page:attr(row, "id") or "")
    if #name > 1 and phrases.matches(name:lower(), FIRM) then return true end
    row = page:parent(row)
  end
  return false
end

-- The address of a story of this site that a line is the link to.
local function story_of(s, i)
  local f = s.f
  if f.links[i] == 0 or f.words[i] < WORDS or f.digits[i] * 3 > f.chars[i] then return nil end
  local href = is_linkish(s, i, 0.5) and target(s, i)
  if not href or not links.leads_to_story(href) or links.is_elsewhere(s, href) or links.is_own_page(s, href)
    or href:find("comment", 1, true) then return nil end
  return href
end

-- The first address of a story in a box that is not among those seen.
local function new_story(s, box, seen)
  local f = s.f
  local first, last = f.box_first[box], f.box_last[box]
  if last - first >= LINES then return nil end
  for i = first, last do
    local href = f.hidden[i] == 0 and story_of(s, i)
    if href and not seen[href] then return href end
  end
end

-- Whether a box is one of several that make such a run.
local function is_run(s, box)
  local f, around = s.f, s.f.box_parent[box]
  local blocks = f.box_last[around] - f.box_first[around] + 1
  local boxes = f:rows(BESIDE, { around = around, shape = f.box_shape[box] }, around + 1, around + 2 * blocks)
  local seen, count = {}, 0
  for at = 1, #boxes do
    local href = new_story(s, boxes[at], seen)
    if href then seen[href], count = true, count + 1 end
  end
  return count >= LEAST and count >= SHARE * #boxes
end

local runs = {} -- what is known of boxes by their shape and what is around (a rule's state is made anew for each page)

--- Whether a line is of an item of such a run.
local function is_in_run(s, i)
  local f, box = s.f, s.f.box[i]
  for _ = 1, LEVELS do
    local around = f.box_parent[box]
    if box == 0 or around == 0 then return false end
    local key = around << 32 | f.box_shape[box]
    if runs[key] == nil then runs[key] = is_run(s, box) and not is_firmly_named(s, i) end
    if runs[key] then return true end
    box = around
  end
  return false
end

return { is_in_run = is_in_run }
