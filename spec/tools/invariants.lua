-- The invariants of a sheet that its spans alone can show: each within the source,
-- ascending, no character in two parts, every part inside its segment, every visible
-- byte of the page's text in some part.

local invariants = {}

local function report(list, sheet, item, message)
  local span = item.spans and item.spans[1]
  list[#list + 1] = ("%s: %s at %s: %s"):format(sheet.id, item.tag or item.kind,
    span and ("%d–%d"):format(span[1], span[2]) or "no span", message)
end

local function check_order(sheet, item, list)
  local bytes, last = sheet.source.bytes, 0
  for _, span in ipairs(item.spans or {}) do
    if not (span[1] >= 0 and span[1] < span[2] and span[2] <= bytes) then
      report(list, sheet, item, ("span %d–%d of %d bytes"):format(span[1], span[2], bytes))
    end
    if item.tag and not item.from and span[1] < last then
      report(list, sheet, item, ("span %d–%d is not after %d"):format(span[1], span[2], last))
    end
    last = span[2]
  end
end

-- Whether each span lies in one of `outer`, which ascend (found by bisection).
local function inside(spans, outer)
  for _, span in ipairs(spans or {}) do
    local low, high = 1, #outer
    while low < high do
      local middle = (low + high + 1) // 2
      if outer[middle][1] <= span[1] then low = middle else high = middle - 1 end
    end
    if not outer[low] or outer[low][1] > span[1] or outer[low][2] < span[2] then return false end
  end
  return true
end

-- A part's text lies in each segment around it; what stands outside says so itself.
local function check_inside(sheet, part, around, list)
  if part.detached or part.from or not part.text then return end
  for _, segment in ipairs(around) do
    if segment.detached then return end
    if not inside(part.spans, segment.spans or {}) then
      report(list, sheet, part, "stands outside its " .. segment.kind)
    end
  end
end

local function check_part(sheet, part, around, list)
  check_inside(sheet, part, around, list)
  for _, mark in ipairs(part.marks or {}) do
    check_order(sheet, mark, list)
    if not inside(mark.spans, part.spans or {}) then
      report(list, sheet, mark, "stands outside its " .. part.tag)
    end
  end
end

-- `around`: the segments that the content is in, the innermost first.
local function visit(sheet, segment, around, parts, list)
  for _, item in ipairs(segment.content or {}) do
    check_order(sheet, item, list)
    if item.kind then
      visit(sheet, item, { item, table.unpack(around) }, parts, list)
    else
      parts[#parts + 1] = item
      check_part(sheet, item, around, list)
    end
  end
end

-- All spans of parts that are page text, by their start.
local function text_spans(parts)
  local spans = {}
  for _, part in ipairs(parts) do
    if part.text and not part.from then
      for _, span in ipairs(part.spans or {}) do spans[#spans + 1] = { span[1], span[2], part } end
    end
  end
  table.sort(spans, function(a, b)
    if a[1] ~= b[1] then return a[1] < b[1] end
    return a[2] < b[2]
  end)
  return spans
end

local function check_overlap(sheet, spans, list)
  for i = 2, #spans do
    if spans[i][1] < spans[i - 1][2] then
      report(list, sheet, spans[i][3], "shares bytes with " .. spans[i - 1][3].tag)
    end
  end
end

-- What is left of source bytes that counts as text: no white space, no reference
-- to a space, no cut separator.
local function matter(bytes)
  bytes = bytes:gsub("&nbsp;?", ""):gsub("&[%a]*sp;", ""):gsub("&#x?%x+;?", ""):gsub("\xC2\xA0", "")
  return bytes:match "[%w\xC3-\xE1\xE3-\xFF][%w\x80-\xFF]*"
end

-- Bytes of `all` (spans, ascending) that no span of `spans` holds.
local function check_accounted(sheet, source, all, spans, list)
  local i = 1
  local function left(from, to)
    local word = from < to and matter(source:sub(from + 1, to))
    if word then
      report(list, sheet, { tag = "text", spans = { { from, to } } }, "is in no part: " .. word)
    end
  end
  for _, run in ipairs(all) do
    local at = run[1]
    while i <= #spans and spans[i][2] <= at do i = i + 1 end
    local k = i
    while k <= #spans and spans[k][1] < run[2] do
      left(at, spans[k][1])
      at = math.max(at, spans[k][2])
      k = k + 1
    end
    left(at, run[2])
  end
end

--- Checks a sheet.
-- @param sheet as decoded from JSON
-- @param source the page's bytes
-- @param all where given, the spans of all the page's text, ascending
-- @return the number of parts, a list of violations
function invariants.check(sheet, source, all)
  local parts, list = {}, {}
  if sheet.source.bytes ~= #source then
    list[1] = ("%s: %d bytes, says the sheet; they are %d"):format(sheet.id, sheet.source.bytes, #source)
  end
  visit(sheet, sheet, {}, parts, list)
  local spans = text_spans(parts)
  check_overlap(sheet, spans, list)
  if all then
    table.sort(all, function(a, b) return a[1] < b[1] end)
    check_accounted(sheet, source, all, spans, list)
  end
  return #parts, list
end

return invariants
