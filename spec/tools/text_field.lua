-- Learns the weights of a linear-chain conditional random field: names of traits are
-- numbered, spec/tools/text_field.c learns, weights are written as letters.

local text_field = {}

local SITES_LEAST = 10 -- a trait of fewer sites is noise, or their name
local SCALE = 8        -- letters of a weight of 1
local WORTH_LEAST = 0.2 -- a trait that says less for every role is left out
local PROGRAM = "build/tools/text_field"

local abs, max, min, floor = math.abs, math.max, math.min, math.floor

-- The traits seen on pages of enough sites, in order.
local function frequent_traits(pages)
  local sites, count = {}, {}
  for _, page in ipairs(pages) do
    for _, traits in ipairs(page.traits) do
      for _, trait in ipairs(traits) do
        local seen = sites[trait]
        if not seen then seen = {}; sites[trait] = seen end
        if not seen[page.site] then
          seen[page.site] = true
          count[trait] = (count[trait] or 0) + 1
        end
      end
    end
  end
  local list = {}
  for trait, n in pairs(count) do
    if n >= SITES_LEAST and utf8.len(trait) then list[#list + 1] = trait end
  end
  table.sort(list)
  return list
end

local function add_numbers(out, list)
  out[#out + 1] = #list
  for _, n in ipairs(list) do out[#out + 1] = n end
end

-- The program's input: see there.
local function write_pages(file, roles, names, pages)
  local number = {}
  for i, trait in ipairs(names) do number[trait] = i - 1 end
  file:write(("%d %d %d\n"):format(#roles, #names, #pages))
  for _, page in ipairs(pages) do
    local out = { page.worth, #page.traits }
    for i, traits in ipairs(page.traits) do
      local may, has = {}, {}
      for k, role in ipairs(page.gold[i]) do may[k] = role - 1 end
      for _, trait in ipairs(traits) do has[#has + 1] = number[trait] end
      add_numbers(out, may)
      add_numbers(out, has)
    end
    file:write(table.concat(out, " "), "\n")
  end
end

local function letters_of(row)
  local most, letters = 0, {}
  for weight in row:gmatch "%S+" do
    local x = assert(tonumber(weight))
    most = max(most, abs(x))
    letters[#letters + 1] = string.char(("m"):byte() + max(-12, min(12, floor(x * SCALE + 0.5))))
  end
  return table.concat(letters), most
end

-- Weights as letters around m, those that say little left out.
local function read_weights(lines, roles, names)
  local kept = {}
  for _, trait in ipairs(names) do
    local letters, most = letters_of(assert(lines()))
    if most >= WORTH_LEAST then kept[trait] = letters end
  end
  for _, role in ipairs(roles) do kept["from " .. role] = letters_of(assert(lines())) end
  kept["from start"] = letters_of(assert(lines()))
  return kept
end

--- Learns from pages: { traits, gold, worth, site }.
-- @return a table from trait to letters, one for each role
function text_field.learn(roles, pages)
  assert(os.execute("make -s " .. PROGRAM))
  local names, path = frequent_traits(pages), os.tmpname()
  local file = assert(io.open(path, "wb"))
  write_pages(file, roles, names, pages)
  file:close()
  local output = assert(io.popen(PROGRAM .. " <" .. path))
  local weights = read_weights(output:lines(), roles, names)
  output:close()
  assert(os.remove(path))
  return weights
end

return text_field
