-- Recipes: what goes in and what to do, which pages name by schema.org's properties, by
-- microformats or by classes of those words, and set as short lines, tables and steps.

local names = include "generic/names"
local view = include "generic/view"
local P, CELL, TABLE = names.P, names.CELL, names.TABLE
local excluded, is_linkish, tags_of = view.excluded, view.is_linkish, view.tags_of

local INGREDIENTS = "[itemprop='recipeIngredient'], [itemprop='ingredients'], [class*='ingredient' i]"
local STEPS = "[itemprop='recipeInstructions'], [class~='instructions' i], [class~='e-instructions' i], "
  .. "[class*='recipe-instruction' i], [class*='preparation-step' i]"
local NAMED = formula("boxes", "return box_hints & H_RECIPE ~= 0", names)
local LEAST = 3 -- lines of ingredients that make a recipe

-- The blocks that stand in one of the rows, which are in document order.
local function blocks_in(s, rows)
  local page, list, at = s.page, {}, 1
  local stop = -1
  for i = 1, s.count do
    local first, last = page:block(i)
    while rows[at] do
      local from, to = page:range(rows[at])
      if from > first then break end
      stop, at = math.max(stop, to), at + 1
    end
    if last <= stop then list[#list + 1] = i end
  end
  return list
end

local function role_of(s, i)
  local tags = tags_of(s.f, i) | s.f.context_tags[i]
  if tags & (CELL | TABLE) ~= 0 then return "table" end
  return s.f.level[i] > 0 and "crosshead" or tags & P ~= 0 and "paragraph" or "list_item"
end

local function fits(s, i)
  local f = s.f
  return not s.role[i] and not excluded(s, i) and f.words[i] > 0 and f.chars[i] > 1
end

local function take(s, list)
  for _, i in ipairs(list) do
    if fits(s, i) then s.role[i] = role_of(s, i) end
  end
end

local function find_recipe(s)
  if not s.f:best(NAMED) then return end
  local list, lines = blocks_in(s, s.page:find(INGREDIENTS, 0)), 0
  for _, i in ipairs(list) do
    if not excluded(s, i) and not is_linkish(s, i) then lines = lines + 1 end
  end
  if lines < LEAST then return end
  take(s, list)
  take(s, blocks_in(s, s.page:find(STEPS, 0)))
  s.first, s.last = nil, nil -- the text may now begin and end elsewhere
end

return { find_recipe = find_recipe }
