-- references_table.lua: makes core/html_references_table.h, the named character
-- references of the HTML standard, from references.txt: a line a name, sorted by
-- bytes, with its code points in hexadecimal. Run at the top of the tree:
--   lua spec/tools/references_table.lua < spec/tools/references.txt > core/html_references_table.h
-- The list itself never changes ("this list is static", says the standard); it can be
-- had from https://html.spec.whatwg.org/entities.json or Python's html.entities.html5.

local rows, previous = {}, ""
for line in io.lines() do
  local name, codes = line:match "^(%w+;?) ([%x ]+)$"
  assert(name and previous < name, "out of order: " .. line)
  local value = {}
  for code in codes:gmatch "%x+" do value[#value + 1] = utf8.char(tonumber(code, 16)) end
  rows[#rows + 1] = { name = name, value = table.concat(value) }
  previous = name
end

local function escaped(bytes)
  return (bytes:gsub(".", function(c) return ("\\x%02X"):format(c:byte()) end))
end

io.write("/* html_references_table.h: the named character references, sorted by name. Made by\n",
  "   spec/tools/references_table.lua; do not change it by hand. */\n",
  "#ifndef GALLEY_HTML_REFERENCES_TABLE_H\n#define GALLEY_HTML_REFERENCES_TABLE_H\n\n",
  "#define REFERENCE_COUNT ", #rows, "\n#define REFERENCE_NAME_MAX 32\n\n",
  "static const struct reference {\n  uint8_t name_size, value_size;\n",
  "  char value[7]; /* UTF-8 */\n  char name[REFERENCE_NAME_MAX + 1];\n",
  "} references[REFERENCE_COUNT] = {\n")
for _, row in ipairs(rows) do
  assert(#row.name <= 32 and #row.value <= 6)
  io.write(("  {%d, %d, \"%s\", \"%s\"},\n"):format(#row.name, #row.value, escaped(row.value), row.name))
end

io.write "};\n\n/* Where the names with a first letter begin: [letter - 'A'], to 'z' and one more. */\n"
io.write "static const uint16_t references_from['z' - 'A' + 2] = {\n "
local line, index = "", 1
for letter = ("A"):byte(), ("z"):byte() + 1 do
  while rows[index] and rows[index].name:byte() < letter do index = index + 1 end
  local item = (" %d,"):format(index - 1)
  if #line + #item > 94 then
    io.write(line, "\n ")
    line = ""
  end
  line = line .. item
end
io.write(line, "\n};\n\n#endif\n")
