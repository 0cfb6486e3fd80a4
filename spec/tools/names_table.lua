-- names_table.lua: makes core/html_names_table.h, the perfect hash over the names of
-- core/html_names_list.h. Run at the top of the tree after a change of that list:
--   lua spec/tools/names_table.lua < core/html_names_list.h > core/html_names_table.h
-- A name's FNV-1a hash h chooses a bucket (its low bits) and, multiplied by a constant,
-- a slot (the high bits of the product) that the bucket's displacement is xored to.
-- Buckets are placed largest first; if one finds no place, the next constant is tried.

local BUCKETS, SLOT_BITS = 256, 10
local SLOTS = 1 << SLOT_BITS
local WORD = 0xFFFFFFFF

local function fnv1a(text)
  local hash = 0x811C9DC5
  for i = 1, #text do
    hash = ((hash ~ text:byte(i)) * 0x01000193) & WORD
  end
  return hash
end

-- The names in the order of their numbers, from 0.
local function read_names(source)
  local names, seen = {}, {}
  for text in source:gmatch 'X%([%w_]+, "([^"]+)"%)' do
    assert(not seen[text], "twice in the list: " .. text)
    seen[text] = true
    names[#names + 1] = text
  end
  return names
end

-- Lists of {number, base slot}, by bucket, the longest lists first.
local function fill_buckets(names, multiplier)
  local buckets = {}
  for i = 1, BUCKETS do buckets[i] = { index = i } end
  for number, text in ipairs(names) do
    local hash = fnv1a(text)
    local bucket = buckets[(hash & (BUCKETS - 1)) + 1]
    bucket[#bucket + 1] = { number = number - 1, base = ((hash * multiplier) & WORD) >> (32 - SLOT_BITS) }
  end
  table.sort(buckets, function(a, b)
    if #a ~= #b then return #a > #b end
    return a.index < b.index
  end)
  return buckets
end

local function fits(bucket, displacement, slots)
  local taken = {}
  for _, entry in ipairs(bucket) do
    local slot = entry.base ~ displacement
    if slots[slot] or taken[slot] then return false end
    taken[slot] = true
  end
  return true
end

local function place(buckets)
  local slots, displacements = {}, {}
  for _, bucket in ipairs(buckets) do
    local displacement = 0
    while not fits(bucket, displacement, slots) do
      displacement = displacement + 1
      if displacement == SLOTS then return nil end
    end
    displacements[bucket.index] = displacement
    for _, entry in ipairs(bucket) do slots[entry.base ~ displacement] = entry.number end
  end
  return slots, displacements
end

local function write_array(name, first, last, value)
  local line = ""
  io.write("static const uint16_t ", name, "[", last - first + 1, "] = {\n")
  for i = first, last do
    local item = value(i) .. ","
    if #line + #item > 95 then
      io.write(" ", line, "\n")
      line = ""
    end
    line = line .. " " .. item
  end
  io.write(" ", line, "\n};\n")
end

local names = read_names(io.read "a")
local multiplier = 0x9E3779B1
local slots, displacements
repeat
  multiplier = (multiplier + 2) & WORD
  slots, displacements = place(fill_buckets(names, multiplier))
until slots

io.write("/* html_names_table.h: a perfect hash over html_names_list.h. Made by\n",
  "   spec/tools/names_table.lua; change the list, not this file. */\n",
  "#ifndef GALLEY_HTML_NAMES_TABLE_H\n#define GALLEY_HTML_NAMES_TABLE_H\n\n",
  "_Static_assert(HTML_NAME_COUNT == ", #names, ", \"run spec/tools/names_table.lua\");\n\n",
  "#define NAME_BUCKETS ", BUCKETS, "u\n#define NAME_SHIFT ", 32 - SLOT_BITS, "\n",
  ("#define NAME_MULTIPLIER 0x%08Xu\n#define NAME_EMPTY 0xFFFF\n\n"):format(multiplier))
write_array("name_displacements", 1, BUCKETS, function(i) return displacements[i] end)
io.write "\n"
write_array("name_slots", 0, SLOTS - 1, function(i) return slots[i] or "0xFFFF" end)
io.write "\n#endif\n"
