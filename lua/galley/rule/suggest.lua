-- "Did you mean …?": the nearest known word, by synonym first and by edit distance then.

local suggest = {}

local min, max, abs = math.min, math.max, math.abs

--- Edits (insert, delete, replace, swap of neighbours) between two words; `limit` and
--- more come back as `limit + 1`, so that long words cost little.
function suggest.distance(a, b, limit)
  if abs(#a - #b) > limit then return limit + 1 end
  local before, row = nil, {}
  for j = 0, #b do row[j] = j end
  for i = 1, #a do
    local next_row = { [0] = i }
    for j = 1, #b do
      local same = a:byte(i) == b:byte(j) and 0 or 1
      local best = min(row[j] + 1, next_row[j - 1] + 1, row[j - 1] + same)
      if before and j > 1 and a:byte(i) == b:byte(j - 1) and a:byte(i - 1) == b:byte(j) then
        best = min(best, before[j - 2] + 1)
      end
      next_row[j] = best
    end
    before, row = row, next_row
  end
  return min(row[#b], limit + 1)
end

--- The candidate meant by `word`, or nil. `candidates` is a list (of equal distance the
--- first wins); `synonyms` maps further words to candidates.
function suggest.nearest(word, candidates, synonyms)
  word = word:lower():gsub("[%-%s]", "_")
  local known = {}
  for _, candidate in ipairs(candidates) do known[candidate] = true end
  local meant = synonyms and synonyms[word]
  if meant and known[meant] then return meant end
  local limit = max(1, #word // 3)
  if #word > 64 then return nil end
  local best, best_distance = nil, limit + 1
  for _, candidate in ipairs(candidates) do
    local edits = suggest.distance(word, candidate, limit)
    if edits < best_distance then best, best_distance = candidate, edits end
  end
  return best
end

return suggest
