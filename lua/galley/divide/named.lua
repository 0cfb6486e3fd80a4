--- What a rule names -> claims: its chrome, its segments with their parts and bodies.

local claim = require "galley.divide.claim"
local match = require "galley.divide.match"
local scope = require "galley.divide.scope"

local named = {}

local LAYER = 1

-- -- parts -----------------------------------------------------------------------

local function add_text_part(engine, segment, part, one)
  local claims = engine.claims
  local add = part.tag == "body" and claims.body or claims.part
  local id = add(claims, part.tag, segment.id, one.row, LAYER, engine.file, one.line or part.line, one.detached)
  claims:range(id, one.start, one.stop)
  return id
end

local function add_value_part(engine, segment, part, one)
  local id = engine.claims:part(part.tag, segment.id, one.row, LAYER, engine.file, one.line or part.line, false)
  engine.claims:value(id, one.value)
  engine.claims:field(id, "from", one.from)
  if one.given then engine.claims:given(id, one.given[1], one.given[2]) end
  return id
end

local function add_image(engine, segment, part, one)
  return engine.claims:part(part.tag, segment.id, one.row, LAYER, engine.file, one.line or part.line, one.detached)
end

local function add_match(engine, segment, part, one)
  local id
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

local function describe(engine, segment)
  local rule = segment.rule
  if rule.href then
    local href = link_of(engine, rule.href, segment.scope)
    if href then engine.claims:field(segment.id, "href", href) end
  end
  claim.tags(engine.claims, segment.id, rule.tags)
  for _, tag in ipairs(engine.sorted(rule.none)) do engine.claims:close(segment.id, tag) end
end

local add_segments

local function add_segment(engine, rule, where, has_place, owner)
  local claims = engine.claims
  local behaves = claim.behaviour(engine.rule, rule.kind)
  local row = has_place and where.element or nil
  local id = claims:segment(rule.kind, behaves, owner, row, LAYER, engine.file, rule.line)
  if has_place then claims:range(id, where.start, where.stop) end
  local segment = { id = id, rule = rule, scope = where }
  describe(engine, segment)
  add_parts(engine, segment)
  add_segments(engine, rule.segments, where, id)
end

function add_segments(engine, rules, outer, owner)
  for _, rule in ipairs(rules) do
    local scopes, has_place = places(engine, rule, outer)
    for _, where in ipairs(scopes) do add_segment(engine, rule, where, has_place, owner) end
  end
end

-- -- chrome -----------------------------------------------------------------------------

local function add_chrome(engine)
  for _, value in ipairs(engine.rule.chrome or {}) do
    for _, one in ipairs(match.all(engine, value, engine.whole)) do
      local id = engine.claims:chrome(LAYER, engine.file, one.line or value.line)
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
  add_segments(engine, engine.rule.segments, engine.whole, nil)
end

return named
