-- What a line's place on the page says: where the running text is and how much of the
-- line it takes up, how far prose and short lines are, what words of which kind it has.

local said = include "text/said"

local function is_prose(line)
  return line ~= nil and line.class == "prose"
end

-- The run of lines with the most running text: the greatest sum, where prose counts for,
-- less where it stands alone (so do teasers' deks), and what is no prose against.
local function main_run(lines)
  local best, from, to, sum, start = 0, 1, 0, 0, 1
  for i, line in ipairs(lines) do
    local worth = -1.5
    if line.class == "prose" then
      local company = is_prose(lines[i - 1]) or is_prose(lines[i + 1])
      worth = company and 1 + math.min(line.chars, 300) / 100 or 0.5
    end
    if sum <= 0 then sum, start = 0, i end
    sum = sum + worth
    if sum > best then best, from, to = sum, start, i end
  end
  return from, to
end

local function long_words(text)
  local found = {}
  for word in text:gmatch("[%w\128-\255]+") do
    if #word >= 4 then found[#found + 1] = word:lower() end
  end
  return found
end

-- How much of a line's words the running text takes up, in fifths; the line itself does
-- not count.
local function note_overlap(lines, from, to)
  local holders = {}
  for i = from, math.min(to, from + 60) do
    for _, word in ipairs(long_words(lines[i].text)) do
      local holder = holders[word]
      if holder == nil then holders[word] = i elseif holder ~= i then holders[word] = 0 end
    end
  end
  for i, line in ipairs(lines) do
    local found, hit = long_words(line.text), 0
    for _, word in ipairs(found) do
      local holder = holders[word]
      if holder and holder ~= i then hit = hit + 1 end
    end
    line.overlap = #found == 0 and "none" or tostring(hit * 5 // #found)
  end
end

-- Texts that stand on the page before, or again later.
local function note_copies(lines)
  local first = {}
  for i, line in ipairs(lines) do
    local other = first[line.text]
    if other then
      line.again, lines[other].copied = true, true
    else
      first[line.text] = i
    end
  end
end

local GAPS = { 1, 2, 3, 5, 9, 20 }

local function gap_class(n)
  for _, most in ipairs(GAPS) do
    if n <= most then return most end
  end
  return "far"
end

-- How far prose is before and behind each line.
local function note_gaps(lines)
  local last
  for i, line in ipairs(lines) do
    line.since = last and gap_class(i - last) or "none"
    if is_prose(line) then last = i end
  end
  last = nil
  for i = #lines, 1, -1 do
    lines[i].till = last and gap_class(last - i) or "none"
    if is_prose(lines[i]) then last = i end
  end
end

local function is_mark(line)
  return line.class == "dated" or line.class == "tiny" or line.class == "short"
end

-- How far the nearest short lines are: in a row of items they come back in step.
local function note_marks(lines)
  local last
  for i, line in ipairs(lines) do
    line.mark_since = last and math.min(i - last, 5) or 0
    if is_mark(line) then last = i elseif is_prose(line) and line.terminal then last = nil end
  end
  last = nil
  for i = #lines, 1, -1 do
    local line = lines[i]
    line.mark_till = last and math.min(last - i, 5) or 0
    if is_mark(line) then last = i elseif is_prose(line) and line.terminal then last = nil end
  end
end

-- A line's look is its class with its end and what leads it.
local function look_of(line)
  if line.class == "tiny" or line.class == "dated" or line.class == "prose" then return line.class end
  return line.class .. (line.lower == 0 and line.upper > 0 and " capitals" or line.terminal and " ." or "")
end

local function zone_of(i, from, to)
  if i < from then return i >= from - 3 and "before" .. (from - i) or "before" end
  if i > to then return i <= to + 3 and "after" .. (i - to) or "after" end
  if i == from then return "first" end
  return i == to and "last" or "in"
end

-- A number as a class.
local function some(n)
  return n <= 2 and n or n <= 5 and 3 or n <= 12 and 6 or 13
end

-- How much running text is before and behind each line.
local function note_prose(lines, in_row)
  local all, behind = 0, 0
  for i = 1, #lines do
    if in_row(i) then all = all + 1 end
  end
  for i, line in ipairs(lines) do
    line.prose_behind = some(behind)
    if in_row(i) then behind = behind + 1 end
    line.prose_ahead = some(all - behind)
  end
end

-- How many lines of its look are in a row before and behind each line.
local function note_runs(lines)
  local from = 1
  while from <= #lines do
    local to = from
    while lines[to + 1] and lines[to + 1].look == lines[from].look do to = to + 1 end
    for i = from, to do lines[i].run_before, lines[i].run_after = i - from, to - i end
    from = to + 1
  end
end

--- Measures the lines of a page against one another. Each line gets what the functions above
-- note, its zone and area.
local function note_places(lines)
  local from, to = main_run(lines)
  note_overlap(lines, from, to)
  note_copies(lines)
  note_gaps(lines)
  note_marks(lines)
  for i, line in ipairs(lines) do
    line.lowered = line.text:lower()
    said.note_words(line)
    line.look = look_of(line)
    line.zone = zone_of(i, from, to)
    line.area = line.zone:match("^%a+")
  end
  local function in_row(i)
    return is_prose(lines[i]) and (is_prose(lines[i - 1]) or is_prose(lines[i + 1]))
  end
  note_prose(lines, in_row)
  note_runs(lines)
  said.note_sources(lines, function(i) return is_prose(lines[i]) end)
end

return { note_places = note_places }
