-- Learns the weights of rules/text.lua, the same on every run. At the top of the tree, after `make`:
--
--   lua5.4 spec/tools/train_text.lua SHARED               writes rules/text/weights.lua
--   lua5.4 spec/tools/train_text.lua SHARED FOLDS [ONLY]  tells how well it does on sites left out:
--       sheets of the labelled pages, each read by weights that saw no page of its site, for
--       bench/score_segments.py; of the fold ONLY where one is named
--
-- Learned from are labelled pages and pages that galley's other rules divide (text_pages.lua), so that
-- what those rules see in HTML is seen in the text alone. The rule's own functions measure the lines.

package.path = "./?.lua;./lua/?.lua;./lua/?/init.lua;./build/share/?.lua;" .. package.path
package.cpath = "./build/lua5.4/?.so;" .. package.cpath

local cjson = require "cjson"
local core = require "galley.core"
local text_field = require "spec.tools.text_field"
local text_pages = require "spec.tools.text_pages"

local WEIGHTS = "rules/text/weights.lua"
local WIDTH = 118

-- As rules have it: whether one of the patterns fits.
local function matches(text, list)
  for _, pattern in ipairs(list) do
    if text:find(pattern) then return true end
  end
  return false
end

-- The rule's own functions, and the numbers of its roles.
local function load_rule()
  local loaded, env = {}, {
    string = setmetatable({ matches = matches }, { __index = string }),
    table = setmetatable({ chain = core.chain }, { __index = table }),
  }
  function env.patterns(list) return list end
  function env.include(name)
    loaded[name] = loaded[name] or assert(loadfile("rules/" .. name .. ".lua", "t", env))()
    return loaded[name]
  end
  setmetatable(env, { __index = _G })
  local rule = { number = {} }
  for _, name in ipairs { "lines", "traits", "row", "claims" } do
    for key, value in pairs(env.include("text/" .. name)) do rule[key] = value end
  end
  for i, role in ipairs(rule.ROLES) do rule.number[role] = i end
  return rule
end

local function save(weights)
  local traits, row, rows = {}, "", {}
  for trait in pairs(weights) do traits[#traits + 1] = trait end
  table.sort(traits)
  for _, trait in ipairs(traits) do
    local field = ("[%q]=%q,"):format(trait, weights[trait])
    if #row + #field > WIDTH then rows[#rows + 1], row = row, "" end
    row = row .. field
  end
  rows[#rows + 1] = row
  local file = assert(io.open(WEIGHTS, "wb"))
  file:write("-- What the traits of a line (text/traits.lua) are worth for each role (text/row.lua), a letter each:\n",
    "-- m is nothing, n speaks for it, l against it. Made by spec/tools/train_text.lua; do not edit.\n\nreturn {\n",
    table.concat(rows, "\n"), "\n}\n")
  file:close()
  return #traits
end

local function sheet_content(page, items)
  local content = setmetatable({}, cjson.array_mt)
  for i, item in ipairs(items) do
    if item.kind then
      content[i] = { kind = item.kind, content = sheet_content(page, item.content) }
    else
      local start, stop = table.unpack(item.range or { page:block(item.block) }, 1, 2)
      content[i] = { tag = item.tag, text = page:read(start, stop) }
    end
  end
  return content
end

-- The fold of each labelled site: in the order of their digests.
local function folds_of(labelled, folds)
  local sites, fold = {}, {}
  for _, page in ipairs(labelled) do
    if not fold[page.site] then sites[#sites + 1], fold[page.site] = page.site, 0 end
  end
  table.sort(sites, function(a, b) return core.sha256(a) < core.sha256(b) end)
  for i, site in ipairs(sites) do fold[site] = i % folds end
  return fold
end

local function cross(rule, labelled, divided, folds, only)
  local fold_of = folds_of(labelled, folds)
  for fold = only or 0, only or folds - 1 do
    local seen = {}
    for _, list in ipairs { labelled, divided } do
      for _, page in ipairs(list) do
        if fold_of[page.site] ~= fold then seen[#seen + 1] = page end
      end
    end
    local weights = text_field.learn(rule.ROLES, seen)
    for _, page in ipairs(labelled) do
      if fold_of[page.site] == fold then
        local claims = rule.claims_of(page.lines, rule.decode(page.traits, weights))
        print(cjson.encode { id = page.id, content = sheet_content(page.page, claims) })
      end
    end
  end
end

local function main(shared, folds, only)
  local rule = load_rule()
  shared = shared or "../shared"
  local labelled, divided = text_pages.labelled(shared, rule), text_pages.divided(shared, rule)
  if folds then return cross(rule, labelled, divided, math.tointeger(tonumber(folds)), only and tonumber(only)) end
  local pages = table.move(divided, 1, #divided, #labelled + 1, table.move(labelled, 1, #labelled, 1, {}))
  print(("%d pages, %d traits"):format(#pages, save(text_field.learn(rule.ROLES, pages))))
end

main(...)
