-- hints_table.lua: makes core/hint_words_table.h, where the words of core/hint_words_list.h
-- stand by their hash. Run at the top of the tree after a change of that list:
--   lua spec/tools/hints_table.lua < core/hint_words_list.h > core/hint_words_table.h
-- A word's hash is made letter by letter: hash * FACTOR + letter, in 32 bits. The high bits of
-- hash * SPREAD are its slot, or the one after the last that is taken from there on.

local SLOT_BITS, FACTOR, SPREAD = 12, 0x01000193, 0x9E3779B1
local SLOTS = 1 << SLOT_BITS
local WORD = 0xFFFFFFFF

local function hash_of(text)
  local hash = 0
  for i = 1, #text do hash = (hash * FACTOR + text:byte(i)) & WORD end
  return hash
end

local slots, seen, count, longest = {}, {}, 0, 0
for word in io.read("a"):gmatch '{"([^"]+)"' do
  assert(not seen[word], "twice in the list: " .. word)
  seen[word] = true
  count = count + 1
  longest = math.max(longest, #word)
  local hash = hash_of(word)
  local slot = ((hash * SPREAD) & WORD) >> (32 - SLOT_BITS)
  while slots[slot] do slot = (slot + 1) % SLOTS end
  slots[slot] = ("{%d,%d}"):format(count, hash & 0xFFFF)
end
assert(count < SLOTS / 2, "more slots are needed")

local powers, power = {}, 1
for letters = 0, longest do
  powers[#powers + 1] = ("%s0x%08Xu"):format(letters % 7 == 0 and "\n  " or "", power)
  power = power * FACTOR & WORD
end

io.write("/* hint_words_table.h: the words of hint_words_list.h by their hash: their numbers in it, from 1, and\n",
  "   the low half of the hash. Made by spec/tools/hints_table.lua; change the list, not this file. */\n",
  "enum { HINT_SLOTS = ", SLOTS, ", HINT_SHIFT = ", 32 - SLOT_BITS, ", HINT_WORDS = ", count, ", HINT_LONGEST = ",
  longest, " };\n", ("#define HINT_FACTOR 0x%08Xu\n#define HINT_SPREAD 0x%08Xu\n\n"):format(FACTOR, SPREAD),
  "/* What the hash of a word is multiplied by in that of one to which so many letters are added. */\n",
  "static const uint32_t hint_powers[HINT_LONGEST + 1] = {", table.concat(powers, ", "), "};\n\n",
  "static const struct hint_slot { uint16_t number, hash; } hint_slots[HINT_SLOTS] = {\n")
local line = ""
for slot = 0, SLOTS - 1 do
  local item = (slots[slot] or "{0,0}") .. ","
  if #line + #item > 95 then
    io.write(" ", line, "\n")
    line = ""
  end
  line = line .. " " .. item
end
io.write(" ", line, "\n};\n")
