--- What a rule names -> claims: its chrome, its segments with their parts and bodies.

local claim = require "galley.divide.claim"
local match = require "galley.divide.match"
local scope = require "galley.divide.scope"

local named = {}

local LAYER = 1
local CLAIM = 400 -- what a claim costs in steps of the budget, to make and to settle

-- -- parts -----------------------------------------------------------------------

local function add_text_part(engine, segment, part, one)
  local claims = engine.claims
  local add = part.tag == "body" and claims.body or claims.part
  local id = add(claims, part.tag, segment.id, one.row, LAYER, engine:file_of(part.file), one.line or part.line,
    one.detached)
  claims:range(id, one.start, one.stop)
  segment.texts[#segment.texts + 1] = { id = id, tag = part.tag, start = one.start, stop = one.stop }
  return id
end

local function add_value_part(engine, segment, part, one)
  local id = engine.claims:part(part.tag, segment.id, one.row, LAYER, engine:file_of(part.file), one.line or part.line,
    false)
  engine.claims:value(id, one.value)
  engine.claims:field(id, "from", one.from)
  if one.given then engine.claims:given(id, one.given[1], one.given[2]) end
  return id
end

local function add_image(engine, segment, part, one)
  return engine.claims:part(part.tag, segment.id, one.row, LAYER, engine:file_of(part.file), one.line or part.line,
    one.detached)
end

local function add_match(engine, segment, part, one)
  local id
  engine:spend(CLAIM, part)
  if one.value then
    id = add_value_part(engine, segment, part, one)
  elseif one.start < one.stop then
    id = add_text_part(engine, segment, part, one)
  elseif engine:is_image(part.tag) and one.row then
    id = add_image(engine, segment, part, one)
  end
  if id and one.datetime then engine.claims:field(id, "datetime", one.datetime) end
end

local function add_parts(engine, segment)
  for _, part in ipairs(segment.rule.parts) do
    for _, one in ipairs(match.all(engine, part.value, segment.scope)) do
      add_match(engine, segment, part, one)
      segment.found[part.tag] = true
    end
  end
end

-- -- marks -----------------------------------------------------------------------

-- The smallest of the segment's parts around a stretch of text; `wanted` narrows them.
local function part_around(segment, one, wanted)
  local best
  for _, part in ipairs(segment.texts) do
    local fits = part.start <= one.start and one.stop <= part.stop and (not wanted or wanted == part.tag)
    if fits and (not best or part.stop - part.start < best.stop - best.start) then best = part end
  end
  return best
end

-- An author stands in the byline; where the segment names none, the name is the byline.
local function add_mark(engine, segment, mark, one)
  local around = part_around(segment, one, mark.tag == "author" and "byline" or nil)
  local id = around and around.id
  if not id and mark.tag == "author" and not segment.bylined then
    id = add_text_part(engine, segment, { tag = "byline", line = mark.line, file = mark.file }, one)
  end
  if id then engine.claims:mark(id, mark.tag, one.start, one.stop) end
end

local function add_marks(engine, segment)
  segment.bylined = segment.found.byline
  for _, mark in ipairs(segment.rule.marks) do
    for _, one in ipairs(match.all(engine, mark.value, segment.scope)) do
      if one.start and one.start < one.stop and not one.value then add_mark(engine, segment, mark, one) end
      segment.found[mark.tag] = true
    end
  end
end

-- -- segments ------------------------------------------------------------------------

-- The scopes in which a segment of a rule stands: one for each match of `at`, or each run;
-- without either the enclosing scope, and no place of its own.
local function places(engine, rule, outer)
  local areas = { outer }
  if rule.at then
    areas = {}
    for _, row in ipairs(match.rows(engine, rule.at, outer)) do areas[#areas + 1] = scope.element(engine.page, row) end
  end
  if not rule.starts then return areas, rule.at ~= nil end
  local runs = {}
  for _, area in ipairs(areas) do
    local starts = match.rows(engine, rule.starts, area)
    local ends = rule.ends and match.rows(engine, rule.ends, area) or {}
    local found = scope.runs(engine.page, area, starts, ends)
    table.move(found, 1, #found, #runs + 1, runs)
  end
  return runs, true
end

-- An address is an attribute's value, or in XML the element's text.
local function link_of(engine, value, where)
  local one = match.all(engine, value, where)[1]
  if not one or one.value or not one.row then return one and one.value end
  local href = engine.page:attr(one.row, "href")
  if href or engine.page:space(one.row) ~= "xml" then return href end
  return one.start < one.stop and engine.page:read(one.start, one.stop) or nil
end

-- A tag's value as it stands in the rule, or the text of what it finds.
local function tag_value(engine, value, where)
  if type(value) ~= "table" then return tostring(value) end
  local one = match.all(engine, value, where)[1]
  return one and (one.value or engine.page:read(one.start, one.stop))
end

-- A list of strings; where any has a key, a string becomes a key that is true.
local function add_tags(engine, segment, tags)
  local keyed = false
  for _, tag in ipairs(tags) do keyed = keyed or tag.key ~= nil end
  for _, tag in ipairs(tags) do
    local value = tag_value(engine, tag.value, segment.scope)
    if value and keyed and not tag.key then
      engine.claims:tag(segment.id, value, true)
    elseif value then
      engine.claims:tag(segment.id, tag.key, value)
    end
  end
end

local function describe(engine, segment)
  local rule = segment.rule
  if rule.href then
    local href = link_of(engine, rule.href, segment.scope)
    if href then engine.claims:field(segment.id, "href", href) end
    segment.found.href = href ~= nil
  end
  add_tags(engine, segment, rule.tags or {})
  if rule.fill == false then engine.claims:close_all(segment.id) end
  for _, tag in ipairs(engine.sorted(rule.none)) do engine.claims:close(segment.id, tag) end
end

-- What is required and was not found stands in the sheet's notices, by the rule's line.
local function note_missing(engine, segment)
  for _, key in ipairs(segment.rule.required or {}) do
    if not segment.found[key] then
      table.insert(engine.shared.notices, { code = "required", message = ("%s:%d: %s without %s"):format(
        segment.rule.file or engine.rule.base or engine.rule.name, segment.rule.line, segment.rule.kind, key) })
    end
  end
end

local add_segments

local function add_segment(engine, rule, where, has_place, owner)
  local claims = engine.claims
  engine:spend(CLAIM, rule)
  local behaves = claim.behaviour(engine.rule, rule.kind)
  local row = has_place and where.element or nil
  local id = claims:segment(rule.kind, behaves, owner, row, LAYER, engine:file_of(rule.file), rule.line)
  if has_place then claims:range(id, where.start, where.stop) end
  local segment = { id = id, rule = rule, scope = where, found = {}, texts = {} }
  describe(engine, segment)
  add_parts(engine, segment)
  add_marks(engine, segment)
  add_segments(engine, rule.segments, where, id, segment.found)
  note_missing(engine, segment)
end

function add_segments(engine, rules, outer, owner, found)
  for _, rule in ipairs(rules) do
    local scopes, has_place = places(engine, rule, outer)
    if #scopes > 0 then found[rule.kind], found[claim.behaviour(engine.rule, rule.kind)] = true, true end
    for _, where in ipairs(scopes) do add_segment(engine, rule, where, has_place, owner) end
  end
end

-- -- chrome -----------------------------------------------------------------------------

local function add_chrome(engine)
  for _, value in ipairs(engine.rule.chrome or {}) do
    for _, one in ipairs(match.all(engine, value, engine.whole)) do
      local id = engine.claims:chrome(LAYER, engine:file_of(value.file), one.line or value.line)
      if one.start and one.start < one.stop then engine.claims:range(id, one.start, one.stop) end
    end
  end
end

--- Adds all claims of what the engine's rule names.
function named.claim(engine)
  add_chrome(engine)
  for _, kind in ipairs(engine.sorted(engine.rule.false_kinds or {})) do
    engine.claims:close_kind(claim.behaviour(engine.rule, kind))
  end
  local found = {}
  add_segments(engine, engine.rule.segments, engine.whole, nil, found)
  if engine.rule.required and not found.story then
    table.insert(engine.shared.notices, { code = "required", message = ("%s: no story found"):format(
      engine.rule.base or engine.rule.name) })
  end
end

return named
