-- Claims from lines and their roles: the story from its first line to its last, boxes with
-- their heading, teasers with their parts.

local AFTER_MOST = 10000 -- lines after those that were weighed
local PARAGRAPH_LEAST = 60 -- bytes of one of them that is a paragraph

local TAG = { teaser_headline = "headline", teaser_dek = "dek", teaser_kicker = "kicker", teaser_detail = "detail",
  same_headline = "headline", same_kicker = "kicker", same_detail = "detail", led_headline = "headline",
  box_heading = "heading", box_text = "paragraph" }
local OPENS = { teaser_headline = true, led_headline = true, teaser_kicker = true, teaser_detail = true }

local LEADS = { teaser_headline = "same_headline", led_headline = "same_headline", teaser_kicker = "same_kicker" }

local function in_teaser(role)
  return TAG[role] ~= nil and role ~= "box_heading" and role ~= "box_text"
end

-- Whether the detail at `i` is read as the last line of its teaser, or as the first.
local function ends_teaser(roles, i)
  return roles[i] == "same_detail" and (OPENS[roles[i + 1]] or not in_teaser(roles[i + 1]))
end

local function leads_teaser(roles, i)
  return roles[i] == "teaser_detail" and in_teaser(roles[i - 1]) and LEADS[roles[i + 1]] == nil
    and in_teaser(roles[i + 1])
end

-- Whether the details of a run of teasers stand before what they are of, or behind it: a run
-- that begins or ends with one tells, else most of them.
local function details_lead(roles, from, to)
  local first, last = roles[from] == "teaser_detail", roles[to] == "same_detail" or roles[to] == "teaser_detail"
  if first ~= last then return first end
  local ending, leading = 0, 0
  for i = from, to do
    if ends_teaser(roles, i) then ending = ending + 1 elseif leads_teaser(roles, i) then leading = leading + 1 end
  end
  if ending == leading then return nil end
  return leading > ending
end

local LED = { same_headline = "led_headline", same_kicker = "teaser_kicker" }

-- Lets all details of a run of teasers stand alike.
local function even_details(roles, from, to)
  local lead, headed = details_lead(roles, from, to), false
  for i = from, lead ~= nil and to or 0 do
    local after = roles[i + 1]
    if not lead and leads_teaser(roles, i) then
      roles[i], roles[i + 1] = "same_detail", LED[after] or after
    elseif lead and headed and i < to and roles[i] == "same_detail" and (LEADS[after] or LED[after]) then
      roles[i], roles[i + 1] = "teaser_detail", LEADS[after] or after
    end
    headed = TAG[roles[i]] == "headline" or headed and not OPENS[roles[i]]
  end
end

local function even_boxes(roles)
  local i = 1
  while i <= #roles do
    local to = i
    while in_teaser(roles[i]) and in_teaser(roles[to + 1]) do to = to + 1 end
    if to > i then even_details(roles, i, to) end
    i = to + 1
  end
end

local function part(line, role)
  return { tag = TAG[role] or role, block = line.block, range = line.range, why = line.reason or role }
end

-- One box from line `i` on, to the next heading or the next line that is in no box; and the
-- line after it.
local function read_box(lines, roles, i)
  local content, teaser = {}, nil
  while TAG[roles[i]] do
    local role = roles[i]
    if role == "box_heading" or role == "box_text" then
      if role == "box_heading" and #content > 0 then break end
      content[#content + 1], teaser = part(lines[i], role), nil
    else
      if OPENS[role] or not teaser then
        teaser = { kind = "teaser", content = {} }
        content[#content + 1] = teaser
      end
      teaser.content[#teaser.content + 1] = part(lines[i], role)
    end
    i = i + 1
  end
  return content, i
end

-- Adds a box's own segment, or its teasers where it has no heading or text.
local function add_box(list, content)
  if content[1].tag then
    list[#list + 1] = { kind = "sidebar", content = content }
  else
    table.move(content, 1, #content, #list + 1, list)
  end
end

--- Claims for lines by their roles. Boxes between the story's first and last line are in it.
local function claims_of(lines, roles)
  local first, last
  even_boxes(roles)
  for i, role in ipairs(roles) do
    if not TAG[role] then first, last = first or i, i end
  end
  local list, story = {}, { kind = "story", content = {} }
  local i = 1
  while i <= #lines do
    local inside = first and i >= first and i <= last
    if i == first then list[#list + 1] = story end
    if TAG[roles[i]] then
      local box
      box, i = read_box(lines, roles, i)
      add_box(inside and story.content or list, box)
    else
      story.content[#story.content + 1] = part(lines[i], roles[i])
      i = i + 1
    end
  end
  return list
end

--- Adds long lines beyond those weighed, as paragraphs of the story.
local function add_after(list, page, first)
  local content = {}
  for i = first, math.min(page:blocks(), first + AFTER_MOST) do
    local start, stop = page:block(i)
    if stop - start >= PARAGRAPH_LEAST then
      content[#content + 1] = { tag = "paragraph", block = i, why = "after" }
    end
  end
  for _, segment in ipairs(list) do
    if segment.kind == "story" then
      table.move(content, 1, #content, #segment.content + 1, segment.content)
      return
    end
  end
  if #content > 0 then list[#list + 1] = { kind = "story", content = content } end
end

return { claims_of = claims_of, add_after = add_after }
