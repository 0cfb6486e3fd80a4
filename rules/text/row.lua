-- The roles of a page's lines: the row of roles that fits best. Every trait of a line and
-- every step from one role to the next has a weight for each role; the row of the highest
-- sum is found by Viterbi's algorithm.

-- A teaser's headline, kicker or detail opens a teaser; the `same_` roles go on with it, and
-- so does a dek. A `led_headline` opens one of several lines: lists have mostly one kind.
local ROLES = {
  "headline", "kicker", "dek", "byline", "published", "caption", "paragraph", "crosshead", "credit", "note",
  "box_heading", "box_text", "teaser_headline", "teaser_dek", "teaser_kicker", "teaser_detail",
  "same_headline", "same_kicker", "same_detail", "led_headline",
}

-- The numbers that a weight's letters stand for: m is nothing, n speaks for the role, l
-- against it, and so on; and, lest they be read for every line, kept.
local function reader(weights)
  local known = {}
  return function(trait)
    local list = known[trait]
    if list == nil then
      local letters = weights[trait]
      list = letters and { letters:byte(1, -1) } or false
      for r = 1, list and #list or 0 do list[r] = list[r] - 109 end
      known[trait] = list
    end
    return list
  end
end

-- What a line's traits are worth for each role.
local function scores_of(traits, weight_of)
  local scores = {}
  for r = 1, #ROLES do scores[r] = 0 end
  for _, trait in ipairs(traits) do
    local worth = weight_of(trait)
    if worth then
      for r = 1, #ROLES do scores[r] = scores[r] + worth[r] end
    end
  end
  return scores
end

-- The best way to each role of a line from the roles of the line before.
local function step(totals, steps, own)
  local reached, came = {}, {}
  for r = 1, #ROLES do
    local best, from = -math.huge, 1
    for before = 1, #ROLES do
      local sum = totals[before] + steps[before][r]
      if sum > best then best, from = sum, before end
    end
    reached[r], came[r] = best + own[r], from
  end
  return reached, came
end

local function steps_of(weight_of)
  local steps = {}
  for r, role in ipairs(ROLES) do steps[r] = weight_of("from " .. role) end
  return steps
end

--- The best row of roles, a name for each line, by the lines' traits and a table of weights.
local function decode(all, weights)
  local weight_of = reader(weights)
  local steps, back, totals = steps_of(weight_of), {}, weight_of "from start"
  for i, traits in ipairs(all) do
    local own = scores_of(traits, weight_of)
    if i == 1 then
      for r = 1, #ROLES do own[r] = own[r] + totals[r] end
      totals = own
    else
      totals, back[i] = step(totals, steps, own)
    end
  end
  local row, last = {}, 1
  for r = 2, #ROLES do
    if totals[r] > totals[last] then last = r end
  end
  for i = #all, 1, -1 do
    row[i] = ROLES[last]
    if i > 1 then last = back[i][last] end
  end
  return row
end

return { ROLES = ROLES, decode = decode }
