-- A linear-chain conditional random field, learned by stochastic gradient with AdaGrad, the
-- same on every run. A line may have one of several roles where its own is in doubt: then
-- what counts is that one of them is found.

local text_field = {}

local SITES_LEAST = 10 -- a trait of fewer sites is noise, or their name
local EPOCHS, RATE, DECAY, SCALE = 10, 0.05, 0.003, 8
local SLOPE_LEAST = 1e-4
local WORTH_LEAST = 0.2 -- a trait that says less for every role is left out
local UNIT = 30         -- lines of a page that counts for what it is worth

local exp, abs, max, min, floor = math.exp, math.abs, math.max, math.min, math.floor

local function zeros(n)
  local list = {}
  for i = 1, n do list[i] = 0.0 end
  return list
end

-- The traits seen on pages of enough sites.
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
  return list
end

-- Weights are lists: one number a role, then as many sums of squares.
local function new_model(roles, pages)
  local model = { size = #roles, weights = {}, steps = {} }
  for _, trait in ipairs(frequent_traits(pages)) do model.weights[trait] = zeros(2 * #roles) end
  for i, role in ipairs(roles) do
    model.steps[i] = zeros(2 * #roles)
    model.weights["from " .. role] = model.steps[i]
  end
  model.start = zeros(2 * #roles)
  model.weights["from start"] = model.start
  return model
end

local function climb(weight, slope, size)
  for r = 1, size do
    local g = slope[r]
    if g > SLOPE_LEAST or g < -SLOPE_LEAST then
      g = g - DECAY * weight[r]
      local square = weight[size + r] + g * g
      weight[size + r] = square
      weight[r] = weight[r] + RATE * g / (square ^ 0.5 + 1e-6)
    end
  end
end

-- exp of what a line's weights come to for each role, the greatest made 1.
local function potentials(weights, size)
  local own, most = zeros(size), -math.huge
  for i = 1, #weights do
    local weight = weights[i]
    for r = 1, size do own[r] = own[r] + weight[r] end
  end
  for r = 1, size do most = max(most, own[r]) end
  for r = 1, size do own[r] = exp(own[r] - most) + 1e-20 end
  return own
end

local function normal(list, of)
  local sum = 0
  for r = 1, #list do sum = sum + list[r] end
  sum = (of or 1) / sum
  for r = 1, #list do list[r] = list[r] * sum end
  return list
end

local function exponentials(list, size)
  local result = {}
  for r = 1, size do result[r] = exp(list[r]) end
  return result
end

-- Forward and backward sums over the rows of roles, each line's made to sum up to one.
-- What a line is worth in a role that it may not have is 0.
local function sums(own, steps, start, size)
  local n, ahead, behind = #own, {}, {}
  for i = 1, n do
    local list, before, worth = zeros(size), ahead[i - 1], own[i]
    for r = 1, i == 1 and size or 0 do list[r] = start[r] * worth[r] end
    for r = 1, before and size or 0 do
      local x = 0
      for q = 1, worth[r] > 0 and size or 0 do x = x + before[q] * steps[q][r] end
      list[r] = x * worth[r]
    end
    ahead[i] = normal(list)
  end
  behind[n] = normal(exponentials(zeros(size), size))
  for i = n - 1, 1, -1 do
    local list, after, next_own = zeros(size), {}, own[i + 1]
    for r = 1, size do after[r] = next_own[r] * behind[i + 1][r] end
    for q = 1, size do
      local x, stepped = 0, steps[q]
      for r = 1, size do x = x + stepped[r] * after[r] end
      list[q] = x
    end
    behind[i] = normal(list)
  end
  return ahead, behind
end

-- Adds how often each step is to be expected, times `scale`.
local function add_steps(slopes, own, steps, ahead, behind, scale)
  local size = #slopes
  for i = 2, #own do
    local sum, after = 0, {}
    for r = 1, size do after[r] = own[i][r] * behind[i][r] end
    for q = 1, size do
      local x = 0
      for r = 1, size do x = x + steps[q][r] * after[r] end
      sum = sum + ahead[i - 1][q] * x
    end
    for q = 1, size do
      local x, slope = ahead[i - 1][q] * scale / sum, slopes[q]
      for r = 1, x ~= 0 and size or 0 do slope[r] = slope[r] + x * steps[q][r] * after[r] end
    end
  end
end

-- What lines are worth in the roles they may have.
local function allowed(own, gold, size)
  local list = {}
  for i = 1, #own do
    local worth = zeros(size)
    for _, r in ipairs(gold[i]) do worth[r] = own[i][r] end
    list[i] = worth
  end
  return list
end

local function share(ahead, behind, size)
  local list = {}
  for r = 1, size do list[r] = ahead[r] * behind[r] end
  return normal(list)
end

local function learn_page(model, page)
  local own, steps, size, slopes = {}, {}, model.size, {}
  for i, weights in ipairs(page.weights) do own[i] = potentials(weights, size) end
  for q = 1, size do steps[q], slopes[q] = exponentials(model.steps[q], size), zeros(size) end
  local start, right = exponentials(model.start, size), allowed(own, page.gold, size)
  local ahead, behind = sums(own, steps, start, size)
  local right_ahead, right_behind = sums(right, steps, start, size)
  local scale = page.worth * (UNIT / #own) ^ 0.5 -- a long page counts for more, but not by its length
  add_steps(slopes, right, steps, right_ahead, right_behind, scale)
  add_steps(slopes, own, steps, ahead, behind, -scale)
  for i, weights in ipairs(page.weights) do
    local slope, said = share(right_ahead[i], right_behind[i], size), share(ahead[i], behind[i], size)
    for r = 1, size do slope[r] = scale * (slope[r] - said[r]) end
    for k = 1, #weights do climb(weights[k], slope, size) end
    if i == 1 then climb(model.start, slope, size) end
  end
  for q = 1, size do climb(model.steps[q], slopes[q], size) end
end

-- Each line's traits as the weights that they have.
local function resolve(model, pages)
  for _, page in ipairs(pages) do
    page.weights = {}
    for i, traits in ipairs(page.traits) do
      local list = {}
      for _, trait in ipairs(traits) do list[#list + 1] = model.weights[trait] end
      page.weights[i] = list
    end
  end
end

-- Weights as letters around m, those that say little left out.
local function written(model)
  local kept = {}
  for trait, weight in pairs(model.weights) do
    local most, letters = 0, {}
    for r = 1, model.size do
      most = max(most, abs(weight[r]))
      letters[r] = string.char(("m"):byte() + max(-12, min(12, floor(weight[r] * SCALE + 0.5))))
    end
    if most >= WORTH_LEAST or trait:find "^from " then kept[trait] = table.concat(letters) end
  end
  return kept
end

-- A number from 1 to n (a linear congruential generator: the same in every Lua).
local function new_dice(seed)
  return function(n)
    seed = (seed * 1103515245 + 12345) % 2147483648
    return seed // 65536 % n + 1
  end
end

--- Learns from pages: { traits, gold, worth, site }.
-- @return a table from trait to letters, one for each role
function text_field.learn(roles, pages)
  local model, order, dice = new_model(roles, pages), table.move(pages, 1, #pages, 1, {}), new_dice(7)
  resolve(model, pages)
  for _ = 1, EPOCHS do
    for i = #order, 2, -1 do
      local j = dice(i)
      order[i], order[j] = order[j], order[i]
    end
    for _, page in ipairs(order) do
      if #page.weights > 0 then learn_page(model, page) end
    end
  end
  return written(model)
end

return text_field
