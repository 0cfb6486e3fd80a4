-- Learns the weights of rules/text.lua from labelled flat-text pages: a linear-chain
-- conditional random field, by stochastic gradient with AdaGrad, the same on every run.
--
--   lua5.4 spec/tools/train_text.lua SHARED          writes the weights into the rule
--   lua5.4 spec/tools/train_text.lua SHARED FOLDS    tells how well it does on pages left out
--
-- SHARED/data/labels-text.jsonl has the labels. The rule's own functions measure the lines.

local cjson = require "cjson"
local core = require "galley.core"

local RULE = "rules/text.lua"
local PAGES_LEAST = 8    -- a trait seen on fewer pages is noise
local EPOCHS, RATE, DECAY, SCALE = 20, 0.1, 0.003, 8
local WORTH_LEAST = 0.25 -- a trait that says less for every role is left out

local ROLE_OF = {
  ["S.headline"] = "headline", ["S.kicker"] = "kicker", ["S.dek"] = "dek", ["S.byline"] = "byline",
  ["S.date"] = "published", ["S.caption"] = "caption", ["S.body"] = "paragraph", ["S.quote"] = "paragraph",
  ["S.embed"] = "paragraph", ["S.crosshead"] = "crosshead", ["S.credit"] = "credit", ["S.note"] = "note",
  ["B.heading"] = "box_heading", ["B.text"] = "box_text", ["T.headline"] = "teaser_headline",
  ["T.dek"] = "teaser_dek", ["T.kicker"] = "teaser_kicker", ["T.meta"] = "teaser_detail",
}

local function read_file(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

-- The rule's own functions: what its divide has as upvalues, and what those have.
local function functions_of(source)
  local found, queue = {}, { assert(load(source, "=" .. RULE, "t"))().divide }
  while #queue > 0 do
    local f = table.remove(queue)
    for i = 1, math.huge do
      local name, value = debug.getupvalue(f, i)
      if not name then break end
      if found[name] == nil and (type(value) == "function" or name == "ROLES") then
        found[name] = value
        if type(value) == "function" then queue[#queue + 1] = value end
      end
    end
  end
  return found
end

-- -- pages --------------------------------------------------------------------------------

local function squash(text)
  return (text:gsub("\194\160", ""):gsub("\226\128[\128-\139]", ""):gsub("[%s|]+", ""))
end

-- The label of each line: both are the same text in the same order; of several labels
-- on a line the one with most of it counts.
local function gold_of(page, lines, blocks, number)
  local gold, at, left = {}, 1, squash(blocks[1].text)
  for i, line in ipairs(lines) do
    local start, stop = table.unpack(line.range or { page:block(line.block) }, 1, 2)
    local rest, share, best = squash(page:read(start, stop)), {}, "paragraph"
    while #rest > 0 and blocks[at] do
      local n, role = math.min(#rest, #left), ROLE_OF[blocks[at].role]
      share[role] = (share[role] or 0) + n
      if share[role] > (share[best] or 0) then best = role end
      rest, left = rest:sub(n + 1), left:sub(n + 1)
      if left == "" then
        at = at + 1
        left = blocks[at] and squash(blocks[at].text) or ""
      end
    end
    gold[i] = number[best]
  end
  assert(not blocks[at], "labels and lines differ")
  return gold
end

local function read_pages(shared, rule)
  local number, pages = {}, {}
  for i, role in ipairs(rule.ROLES) do number[role] = i end
  for text in io.lines(shared .. "/data/labels-text.jsonl") do
    local label = cjson.decode(text)
    local page = assert(core.parse(read_file(shared .. "/data/" .. label.html), { input = "text" }))
    local lines = rule.read_lines(page)
    pages[#pages + 1] = { id = label.id, page = page, lines = lines, traits = rule.traits_of(lines),
      gold = gold_of(page, lines, label.blocks, number) }
  end
  return pages
end

-- -- the field ------------------------------------------------------------------------------

local function zeros(n)
  local list = {}
  for i = 1, n do list[i] = 0.0 end
  return list
end

local function frequent_traits(pages)
  local count = {}
  for _, page in ipairs(pages) do
    local seen = {}
    for _, traits in ipairs(page.traits) do
      for _, trait in ipairs(traits) do
        if not seen[trait] then count[trait] = (count[trait] or 0) + 1 end
        seen[trait] = true
      end
    end
  end
  return count
end

local function new_model(rule, pages)
  local model = { roles = #rule.ROLES, weights = {}, squares = {}, steps = {}, start = "from start" }
  for trait, n in pairs(frequent_traits(pages)) do
    if n >= PAGES_LEAST then model.weights[trait], model.squares[trait] = zeros(model.roles), zeros(model.roles) end
  end
  for i, role in ipairs(rule.ROLES) do model.steps[i] = "from " .. role end
  for i = 0, model.roles do
    local name = model.steps[i] or model.start
    model.weights[name], model.squares[name] = zeros(model.roles), zeros(model.roles)
  end
  return model
end

local function climb(model, trait, slope)
  local weight, square = model.weights[trait], model.squares[trait]
  if not weight then return end
  for r = 1, model.roles do
    local g = slope[r]
    if g > 1e-4 or g < -1e-4 then
      g = g - DECAY * weight[r]
      square[r] = square[r] + g * g
      weight[r] = weight[r] + RATE * g / (square[r] ^ 0.5 + 1e-6)
    end
  end
end

-- exp of what a line's traits are worth for each role.
local function potentials(model, traits)
  local own, most = zeros(model.roles), -math.huge
  for _, trait in ipairs(traits) do
    local weight = model.weights[trait]
    if weight then
      for r = 1, model.roles do own[r] = own[r] + weight[r] end
    end
  end
  for r = 1, model.roles do most = math.max(most, own[r]) end
  for r = 1, model.roles do own[r] = math.exp(own[r] - most) end
  return own
end

local function normal(list)
  local sum = 0
  for _, x in ipairs(list) do sum = sum + x end
  for i, x in ipairs(list) do list[i] = x / sum end
  return list
end

local function exponentials(list)
  local result = {}
  for i, x in ipairs(list) do result[i] = math.exp(x) end
  return result
end

-- Forward and backward sums, each line's made to sum up to one.
local function sums(model, own, step, start)
  local n, R, ahead, behind = #own, model.roles, {}, {}
  for i = 1, n do
    local list = {}
    for r = 1, R do
      local x = i == 1 and start[r] or 0
      for q = 1, i > 1 and R or 0 do x = x + ahead[i - 1][q] * step[q][r] end
      list[r] = x * own[i][r]
    end
    ahead[i] = normal(list)
  end
  behind[n] = normal(exponentials(zeros(R)))
  for i = n - 1, 1, -1 do
    local list = {}
    for q = 1, R do
      local x = 0
      for r = 1, R do x = x + step[q][r] * own[i + 1][r] * behind[i + 1][r] end
      list[q] = x
    end
    behind[i] = normal(list)
  end
  return ahead, behind
end

local function step_slopes(model, page, own, step, ahead, behind, scale)
  local slopes, R = {}, model.roles
  for q = 1, R do slopes[q] = zeros(R) end
  for i = 2, #own do
    local joint, sum = {}, 0
    for q = 1, R do
      for r = 1, R do
        local x = ahead[i - 1][q] * step[q][r] * own[i][r] * behind[i][r]
        joint[(q - 1) * R + r], sum = x, sum + x
      end
    end
    for q = 1, R do
      for r = 1, R do slopes[q][r] = slopes[q][r] - scale * joint[(q - 1) * R + r] / sum end
    end
    local from, to = page.gold[i - 1], page.gold[i]
    slopes[from][to] = slopes[from][to] + scale
  end
  return slopes
end

local function learn_page(model, page)
  local own, step = {}, {}
  if #page.traits == 0 then return end
  for i, traits in ipairs(page.traits) do own[i] = potentials(model, traits) end
  for q = 1, model.roles do step[q] = exponentials(model.weights[model.steps[q]]) end
  local ahead, behind = sums(model, own, step, exponentials(model.weights[model.start]))
  local scale = (30 / #own) ^ 0.5 -- a long page counts for more, but not by its length
  local slopes = step_slopes(model, page, own, step, ahead, behind, scale)
  for i, traits in ipairs(page.traits) do
    local slope = {}
    for r = 1, model.roles do slope[r] = ahead[i][r] * behind[i][r] end
    normal(slope)
    for r = 1, model.roles do slope[r] = scale * ((page.gold[i] == r and 1 or 0) - slope[r]) end
    for _, trait in ipairs(traits) do climb(model, trait, slope) end
    if i == 1 then climb(model, model.start, slope) end
  end
  for q = 1, model.roles do climb(model, model.steps[q], slopes[q]) end
end

-- Weights as whole numbers from -12 to 12, those that say little left out.
local function rounded(model)
  local kept = {}
  for trait, weight in pairs(model.weights) do
    local most, list = 0, {}
    for r, x in ipairs(weight) do
      most = math.max(most, math.abs(x))
      list[r] = math.max(-12, math.min(12, math.floor(x * SCALE + 0.5)))
    end
    if most >= WORTH_LEAST then kept[trait] = list end
  end
  return kept
end

local seed

-- A number from 1 to n (a linear congruential generator: the same in every Lua).
local function dice(n)
  seed = (seed * 1103515245 + 12345) % 2147483648
  return seed // 65536 % n + 1
end

local function learn(rule, pages)
  local model = new_model(rule, pages)
  local order = table.move(pages, 1, #pages, 1, {})
  seed = 7
  for _ = 1, EPOCHS do
    for i = #order, 2, -1 do
      local j = dice(i)
      order[i], order[j] = order[j], order[i]
    end
    for _, page in ipairs(order) do learn_page(model, page) end
  end
  return rounded(model)
end

-- -- out --------------------------------------------------------------------------------------

-- Letters for the numbers, several traits a line.
local function written(weights)
  local traits, rows, row = {}, {}, ""
  for trait in pairs(weights) do traits[#traits + 1] = trait end
  table.sort(traits)
  for _, trait in ipairs(traits) do
    local letters = {}
    for r, x in ipairs(weights[trait]) do letters[r] = string.char(("m"):byte() + x) end
    local word = table.concat(letters) .. "=" .. trait
    if #row + #word > 118 then
      rows[#rows + 1], row = row, ""
    end
    row = row == "" and word or row .. ";" .. word
  end
  rows[#rows + 1] = row
  return table.concat(rows, "\n"), #traits
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

-- Sheets of pages that the weights have not seen, for bench/score_segments.py.
local function cross(rule, pages, folds)
  for fold = 0, folds - 1 do
    local seen, left = {}, {}
    for i, page in ipairs(pages) do
      local list = i % folds == fold and left or seen
      list[#list + 1] = page
    end
    local weights = learn(rule, seen)
    for _, page in ipairs(left) do
      local claims = rule.claims_of(page.lines, rule.decode(page.traits, weights))
      print(cjson.encode { id = page.id, content = sheet_content(page.page, claims) })
    end
  end
end

local function main(shared, folds)
  local source = read_file(RULE)
  local rule = functions_of(source)
  local pages = read_pages(shared or "../shared", rule)
  if folds then return cross(rule, pages, math.tointeger(tonumber(folds))) end
  local text, traits = written(learn(rule, pages))
  local before, after = source:match "^(.*local WEIGHTS = %[%[\n).-(%]%].*)$"
  local file = assert(io.open(RULE, "wb"))
  file:write(before, text, "\n", after)
  file:close()
  print(("%d pages, %d traits"):format(#pages, traits))
end

main(...)
