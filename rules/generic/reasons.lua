-- What decided: for `galley explain`, the features of the block that each part was read from,
-- and what a segment was made of. Asked for, since words cost more than the division does.

local names = include "generic/page/names"
local links = include "generic/page/links"
local view = include "generic/page/view"
local leads_to_story = links.leads_to_story
local is_linkish, sum_in = view.is_linkish, view.sum_in

-- Names of bits that tell, in the order in which they are said.
local TAGS = { "P", "ITEM", "CELL", "QUOTE", "PRE", "CAPTION", "FIGURE", "TIME", "ADDRESS", "ARTICLE", "MAIN",
  "ASIDE", "NAV", "HEADER", "FOOTER" }
local HINTS = { "H_TITLE", "H_KICKER", "H_DEK", "H_BYLINE", "H_DATE", "H_CAPTION", "H_BODY", "H_STORY", "H_TEASER",
  "H_RELATED", "H_POPULAR", "H_COMMENT", "H_NOTE", "H_BIO", "H_EMBED", "H_MEDIA", "H_SIDE" }

local function named_bits(bits, list)
  local said = {}
  for _, name in ipairs(list) do
    if bits & names[name] ~= 0 then said[#said + 1] = name:gsub("^H_", ""):lower() end
  end
  return table.concat(said, " ")
end

-- The block that a text offset lies in.
local function block_at(s, offset)
  local low, high = 1, s.count
  while low < high do
    local middle = (low + high + 1) // 2
    if s.page:block(middle) <= offset then low = middle else high = middle - 1 end
  end
  return low
end

local function block_of(s, part)
  if part.block then return part.block end
  if part.blocks then return part.blocks[1] end
  return part.range and block_at(s, part.range[1])
end

local function count(n, one, several)
  return ("%d %s"):format(n, n == 1 and one or several)
end

-- A block in words: its element, its length, how it ends, what its names say, where it is.
local function features(s, i)
  local f, said = s.f, {}
  local function say(text) if text ~= "" then said[#said + 1] = text end end
  say(f.level[i] > 0 and "h" .. f.level[i] or "")
  say(named_bits(f.own_tags[i], TAGS))
  say(count(f.words[i], "word", "words"))
  if f.terminal[i] == 1 then say "ends as a sentence" end
  if is_linkish(s, i) then say "a link" end
  local own = named_bits(f.own_hints[i] | f.inside_hints[i], HINTS)
  say(own ~= "" and "named " .. own or "")
  local box = f.box[i]
  local around = box > 0 and named_bits(s.around_tags[box] & ~f.own_tags[i], TAGS) or ""
  say(around ~= "" and "in " .. around or "")
  return table.concat(said, ", ")
end

local function part_reason(s, part)
  if part.from then return "from " .. part.from .. ", since the page does not show it" end
  local i = block_of(s, part)
  if not i then return nil end
  local share = s.container and s.weight[i] > 0 and s.weight[i] / math.max(1, sum_in(s, s.weights, s.container))
  local weight = share and share >= 0.005 and (", %.0f %% of the story's text"):format(100 * share) or ""
  return features(s, i) .. weight
end

local function segment_reason(s, item)
  if item.kind == "story" then
    local box = s.container
    return box and ("the box of blocks %d to %d has most of the running text"):format(s.f.box_first[box],
      s.f.box_last[box]) or nil
  elseif item.kind == "sidebar" then
    local teasers = 0
    for _, one in ipairs(item.content) do teasers = teasers + (one.kind == "teaser" and 1 or 0) end
    return "a list of " .. count(teasers, "teaser", "teasers")
  elseif item.kind == "teaser" then
    if not item.href then return "one of several boxes of one shape" end
    return leads_to_story(item.href) and "a link whose address is a story's" or "a link as long as a headline"
  end
end

-- Writes to each item why it is there.
local function add_reasons(s, list)
  for _, item in ipairs(list) do
    item.why = item.kind and segment_reason(s, item) or item.tag and part_reason(s, item) or nil
    if item.kind then add_reasons(s, item.content) end
  end
  return list
end

return { add_reasons = add_reasons }
