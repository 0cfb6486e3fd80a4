-- hints_table.lua: makes core/hint_words_table.h, where the words of core/hint_words_list.h
-- stand by their hash. Run at the top of the tree after a change of that list:
--   lua spec/tools/hints_table.lua < core/hint_words_list.h > core/hint_words_table.h
-- A word's FNV-1a hash is its slot, or the one after the last that is taken from there on.

local SLOTS = 2048
local WORD = 0xFFFFFFFF

local function fnv1a(text)
  local hash = 0x811C9DC5
  for i = 1, #text do
    hash = ((hash ~ text:byte(i)) * 0x01000193) & WORD
  end
  return hash
end

local slots, seen, count = {}, {}, 0
for word in io.read("a"):gmatch '{"([^"]+)"' do
  assert(not seen[word], "twice in the list: " .. word)
  seen[word] = true
  count = count + 1
  local slot = fnv1a(word) % SLOTS
  while slots[slot] do slot = (slot + 1) % SLOTS end
  slots[slot] = count
end
assert(count < SLOTS / 2, "more slots are needed")

io.write("/* hint_words_table.h: the words of hint_words_list.h by their hash: their numbers in it, from 1.\n",
  "   Made by spec/tools/hints_table.lua; change the list, not this file. */\n",
  "enum { HINT_SLOTS = ", SLOTS, ", HINT_WORDS = ", count, " };\n\n",
  "static const uint16_t hint_slots[HINT_SLOTS] = {\n")
local line = ""
for slot = 0, SLOTS - 1 do
  local item = (slots[slot] or 0) .. ","
  if #line + #item > 95 then
    io.write(" ", line, "\n")
    line = ""
  end
  line = line .. " " .. item
end
io.write(" ", line, "\n};\n")
