-- The traits of a line: names of what is seen in it, in its neighbours and in its place on
-- the page. Each has a weight for each role (rules/text/weights.lua).

local places = include "text/places"
local said = include "text/said"
local note_places, word_traits = places.note_places, said.word_traits
local min = math.min

-- Patterns a line may fit, whatever else it is.
local LOOKS = {
  { "starts small", "^%l" }, { "starts digit", "^%d" }, { "starts (", "^%(" }, { "starts quote", "^[\"']" },
  { "starts quote", "^\226\128[\152\156\158]" }, { "starts quote", "^\194\171" }, { "starts dash", "^%- " },
  { "starts dash", "^\226\128[\147\148]" }, { "has colon", ":%s" }, { "has bar", "|" },
  { "has bullet", "\226\128\162" }, { "has bullet", "\194\183" }, { "has address", "@" },
  { "has address", "https?:" }, { "has slash", "%S/%S" },
  { "has slashes", " / " }, { "has ©", "\194\169" }, { "ends bracket", "[)%]]%s*$" }, { "ends quote", "[\"']$" },
  { "ends quote", "\226\128[\153\157\156]$" }, { "has brackets", "%(.*%)" }, { "has capitals", "%u%u%u" },
  { "has capitals first", "^%u%u%u" }, { "only number", "^[%d%s.,:/%%#-]+$" }, { "duration", "^%d?%d:%d%d$" },
  { "initial", "%f[%a]%u%.%s" }, { "two sentences", "%l[.!?]%s+%u" }, { "has dash", " [\226-]" },
  { "has comma", ",%s" }, { "has quote", "\226\128[\156\158]" }, { "has quote", "\"" }, { "handle", "^@" },
  { "and names", " and %u" }, { "and names", " und %u" }, { "dateline", "^%u%u%u[%u%s,.]+[(\226-]" },
}

local function look_traits(line, add)
  add("size " .. line.size)
  add("words " .. math.min(line.words, 8))
  add("ends " .. line.ends)
  add("ends " .. line.ends .. " " .. line.size)
  if line.lower == 0 and line.upper > 2 then add("capitals") end
  if line.upper > 1 and line.words > 2 and line.upper >= line.words * 0.7 then add("title case") end
  local capitals = line.upper >= line.words and line.lower > line.upper
  if capitals and line.words <= 5 and not line.terminal then
    add("names")
    add("names " .. line.words)
    if not line.kinds.joint and line.digits == 0 then add("only names") end
  end
  if line.digits > 0 then add("digits") end
  if line.digits > line.chars * 0.3 then add("many digits") end
  if line.dated then add("dated " .. (line.chars <= 40 and "short" or "long")) end
  for _, look in ipairs(LOOKS) do
    if line.text:find(look[2]) then add(look[1]) end
  end
  if line.split then add("split " .. line.split) end
end

-- Rows of lines of one look, and how much running text is before and behind.
local function run_traits(line, add)
  add(("run %d %d %s"):format(min(line.run_before, 4), min(line.run_after, 4), line.class))
  add(("run of %d %s"):format(min(line.run_before + line.run_after, 9), line.look))
  add("prose behind " .. line.prose_behind .. " " .. line.class)
  add("prose ahead " .. line.prose_ahead .. " " .. line.class)
  add("prose " .. line.prose_behind .. " " .. line.prose_ahead)
end

local function class_at(lines, i)
  return lines[i] and lines[i].class or "none"
end

-- Rows of headline and dek: each second line is longer than both its neighbours.
local function ridge(lines, i)
  local line, before, after = lines[i], lines[i - 1], lines[i + 1]
  if not (line and before and after) then return "none" end
  if line.chars > before.chars and line.chars > after.chars then return "ridge" end
  return line.chars < before.chars and line.chars < after.chars and "valley" or "slope"
end

local function ridge_traits(lines, i, add)
  local own = ridge(lines, i)
  local ahead, behind = own == ridge(lines, i + 2), own == ridge(lines, i - 2)
  local name = own .. " " .. lines[i].class
  add(name)
  if ahead then add(name .. " ahead") end
  if behind then add(name .. " behind") end
  if ahead and behind then add(name .. " steady") end
end

-- What the line before or behind says of this one.
local function add_other(other, side, class, add)
  if not other then return end
  for _, kind in ipairs(other.firsts) do add(side .. "first " .. kind) end
  if other.chars <= 40 then
    for _, kind in ipairs(other.list) do add(side .. "word " .. kind) end
    if other.says then add(side .. "says " .. other.says) end
  end
  if other.terminal then add(side .. "terminal " .. class) end
  if other.dated then add(side .. "dated " .. class) end
  if other.ends == ":" then add(side .. "colon") end
  if other.overlap ~= "none" then add(side .. "overlap " .. other.overlap) end
end

local function neighbour_traits(lines, i, add)
  local class, before, after = lines[i].class, class_at(lines, i - 1), class_at(lines, i + 1)
  add("class " .. class .. " before " .. before)
  add("class " .. class .. " after " .. after)
  add_other(lines[i - 1], "before ", class, add)
  add_other(lines[i + 1], "behind ", class, add)
end

local function gap_traits(line, add)
  add("since " .. line.since .. " " .. line.class)
  add("till " .. line.till .. " " .. line.class)
  add("gap " .. line.since .. " " .. line.till .. " " .. line.class)
  add("marks " .. line.mark_since .. " " .. line.mark_till .. " " .. line.class)
end

local function style_of(line)
  if not line then return "none" end
  if line.lower == 0 and line.upper > 2 then return "capitals" end
  if line.upper > 1 and line.words > 2 and line.upper >= line.words * 0.7 then return "title" end
  if line.terminal then return "sentence" end
  return line.words > 2 and "plain" or "few"
end

local function ratio(line, other)
  if not other then return "none" end
  local x = line.chars / (other.chars + 1)
  return x > 1.4 and "longer" or x < 0.7 and "shorter" or "even"
end

local function style_traits(lines, i, add)
  local line, before, after = lines[i], lines[i - 1], lines[i + 1]
  local style = style_of(line)
  add("style " .. style_of(before) .. " " .. style)
  add("style " .. style .. " then " .. style_of(after))
  local before_ratio, after_ratio = ratio(line, before), ratio(line, after)
  add("than before " .. before_ratio .. " " .. line.class)
  add("than after " .. after_ratio .. " " .. line.class)
  add("than both " .. before_ratio .. " " .. after_ratio .. " " .. style)
end

local function place_traits(lines, i, add)
  local line = lines[i]
  local zone, area = line.zone, line.area
  add("bias")
  add("zone " .. zone)
  add("zone " .. zone .. " " .. line.class)
  add("overlap " .. line.overlap)
  add("overlap " .. line.overlap .. " " .. area .. " " .. line.class)
  add("size " .. line.size .. " " .. area)
  if i <= 4 then add("line " .. i) end
  if i == #lines then add("line last") end
  for _, copy in ipairs { "again", "copied" } do
    if line[copy] then
      add(copy)
      add(copy .. " " .. area)
    end
  end
end

--- The traits of every line: a list of lists of names.
local function traits_of(lines)
  note_places(lines)
  local all = {}
  for i, line in ipairs(lines) do
    local traits = {}
    local function add(name) traits[#traits + 1] = name end
    place_traits(lines, i, add)
    look_traits(line, add)
    word_traits(line, add)
    run_traits(line, add)
    ridge_traits(lines, i, add)
    neighbour_traits(lines, i, add)
    gap_traits(line, add)
    style_traits(lines, i, add)
    all[i] = traits
  end
  return all
end

return { traits_of = traits_of }
