-- Claims from lines and their roles: the story from its first line to its last, boxes with
-- their heading, teasers with their parts.

local AFTER_MOST = 10000 -- lines after those that were weighed
local PARAGRAPH_LEAST = 60 -- bytes of one of them that is a paragraph

local TAG = { teaser_headline = "headline", teaser_dek = "dek", teaser_kicker = "kicker", teaser_detail = "detail",
  same_headline = "headline", same_kicker = "kicker", same_detail = "detail", box_heading = "heading",
  box_text = "paragraph" }
local OPENS = { teaser_headline = true, teaser_kicker = true, teaser_detail = true }

local function part(line, role)
  return { tag = TAG[role] or role, block = line.block, range = line.range, why = role }
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
