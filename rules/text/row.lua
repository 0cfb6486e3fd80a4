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

local NOTHING = 109 -- the letter m
local NAMED = 3 -- traits that a reason names

--- The best row of roles, a name for each line, by the lines' traits and a table of weights:
-- a letter for each role, m is nothing, n speaks for the role, l against it, and so on.
local function decode(all, weights)
  local steps = {}
  for i, role in ipairs(ROLES) do steps[i] = weights["from " .. role] end
  local row = table.chain(all, weights, steps, weights["from start"])
  for i, number in ipairs(row) do row[i] = ROLES[number] end
  return row
end

--- The traits of a line that speak most for its role, as one text.
local function reason_of(traits, role, weights)
  local number, said = 1, {}
  while ROLES[number] ~= role do number = number + 1 end
  for _, trait in ipairs(traits) do
    local worth = weights[trait] and weights[trait]:byte(number) - NOTHING or 0
    if worth > 0 and trait ~= "bias" then said[#said + 1] = { trait, worth } end
  end
  table.sort(said, function(a, b)
    if a[2] ~= b[2] then return a[2] > b[2] end
    return a[1] < b[1]
  end)
  local names = {}
  for i = 1, math.min(#said, NAMED) do names[i] = said[i][1] end
  return #names > 0 and role .. ": " .. table.concat(names, ", ") or role
end

return { ROLES = ROLES, decode = decode, reason_of = reason_of }
