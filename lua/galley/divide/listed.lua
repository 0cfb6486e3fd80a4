--- What a `divide` function or a plan returns -> claims: a list of segments and parts,
-- nested as they will stand in the sheet, each saying its place by block, blocks, node,
-- range, or by its content.

local claim = require "galley.divide.claim"

local listed = {}

local SEGMENT_FIELDS = { "href" }
local PART_FIELDS = { "datetime", "href", "level", "ordered", "of", "src", "alt", "from" }
local DEPTH_MOST = 32
local ITEM = 200 -- what one costs in steps of the budget; a mark's text is copied, too
local BODY_TAGS = { paragraph = true, crosshead = true, list_item = true, table = true, preformatted = true,
  blockquote = true, embed = true, pull_quote = true }

local OFFSET_MOST = 0xFFFFFFFF -- of the core

local function offset(value)
  local number = type(value) == "number" and math.tointeger(value) or nil
  return number and number >= 0 and number <= OFFSET_MOST and number or nil
end

local function block_range(engine, first, last)
  local count = engine.page:blocks()
  first, last = offset(first), offset(last)
  if not first or not last or first < 1 or last < first or last > count then return nil end
  local start = engine.page:block(first)
  local _, stop = engine.page:block(last)
  return start, stop
end

-- The text range of an item and the element it is, or nil where it says none.
local function place(engine, item)
  if type(item.range) == "table" then
    local start, stop = offset(item.range[1]), offset(item.range[2])
    if start and stop then return start, stop end
    return nil
  end
  if item.block then return block_range(engine, item.block, item.block) end
  if type(item.blocks) == "table" then return block_range(engine, item.blocks[1], item.blocks[2]) end
  local row = offset(item.node)
  if row and row < engine.rows then
    local start, stop = engine.page:range(row)
    return start, stop, row
  end
end

local function add_marks(engine, id, marks)
  for _, mark in ipairs(type(marks) == "table" and marks or {}) do
    local range = type(mark) == "table" and type(mark.range) == "table" and mark.range or {}
    local start, stop = offset(range[1]), offset(range[2])
    if start and stop and start < stop and type(mark.tag) == "string" then
      engine:spend(ITEM + stop - start, { line = engine.line })
      engine.claims:mark(id, mark.tag, start, stop)
    end
  end
end

local function origin(engine, item)
  return engine.layer, engine.file, offset(item.line) or engine.line
end

local function describe(engine, id, item, fields)
  claim.fields(engine.claims, id, item, fields)
  claim.tags(engine.claims, id, item.tags)
  if type(item.why) == "string" then engine.claims:why(id, item.why) end
end

local function add_part(engine, item, owner)
  local start, stop, row = place(engine, item)
  local valued = type(item.from) == "string" and type(item.text) == "string"
  if not start and not valued then return nil end
  local layer, file, line = origin(engine, item)
  local id = engine.claims:part(item.tag, owner, row, layer, file, line, false)
  if valued then
    engine.claims:value(id, item.text)
  elseif start < stop then
    engine.claims:range(id, start, stop)
  end
  describe(engine, id, item, PART_FIELDS)
  add_marks(engine, id, item.marks)
  if valued then return nil end
  return start, stop
end

local add_items

-- A segment without a place of its own covers its content: a story its running text in one
-- and its other parts one by one, since much may stand between; others all in one.
local function cover(engine, id, behaves, ranges)
  local start, stop
  for _, range in ipairs(ranges) do
    if behaves ~= "story" or range.body then
      start, stop = math.min(start or range[1], range[1]), math.max(stop or range[2], range[2])
    else
      engine.claims:range(id, range[1], range[2])
    end
  end
  if start then engine.claims:range(id, start, stop) end
  return start, stop
end

local function add_segment(engine, item, owner, depth)
  local behaves = claim.behaviour(engine.rule, item.kind)
  if not behaves then return nil end
  local start, stop, row = place(engine, item)
  local layer, file, line = origin(engine, item)
  local id = engine.claims:segment(item.kind, behaves, owner, row, layer, file, line)
  describe(engine, id, item, SEGMENT_FIELDS)
  local ranges = add_items(engine, item.content, id, depth + 1)
  if start and start < stop then
    engine.claims:range(id, start, stop)
    return start, stop
  end
  return cover(engine, id, behaves, ranges)
end

function add_items(engine, items, owner, depth)
  local ranges = {}
  if type(items) ~= "table" or depth > DEPTH_MOST then return ranges end
  for _, item in ipairs(items) do
    engine:spend(ITEM, { line = engine.line })
    local start, stop
    if type(item) == "table" and type(item.kind) == "string" then
      start, stop = add_segment(engine, item, owner, depth)
    elseif type(item) == "table" and type(item.tag) == "string" and owner then
      start, stop = add_part(engine, item, owner)
    end
    if start and stop and start < stop then ranges[#ranges + 1] = { start, stop, body = BODY_TAGS[item.tag] } end
  end
  return ranges
end

--- Adds the claims of a list. `engine.layer` ranks them, `engine.line` is the line of the
--- rule that made them where an item names none.
function listed.claim(engine, items)
  add_items(engine, items, nil, 0)
end

return listed
