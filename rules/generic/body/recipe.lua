-- Recipes: what goes in and what to do, which pages name by schema.org's properties, by
-- microformats or by classes of those words, and set as short lines, tables and steps.

local names = include "generic/page/names"
local view = include "generic/page/view"
local P, CELL, TABLE = names.P, names.CELL, names.TABLE
local ASIDES = include("generic/page/phrases").ASIDES
local drop, says = view.drop, view.says
local excluded, is_linkish, tags_of = view.excluded, view.is_linkish, view.tags_of

local INGREDIENTS = "[itemprop='recipeIngredient'], [itemprop='ingredients'], [class*='ingredient' i]"
local STEPS = "[itemprop='recipeInstructions'], [class~='instructions' i], [class~='e-instructions' i], "
  .. "[class*='recipe-instruction' i], [class*='preparation-step' i]"
local NAMED = formula("boxes", "return box_hints & H_RECIPE ~= 0", names)
local CARD_LINKS = 0.5 -- share of links in a line that a recipe's card has besides
local CALL_WORDS = 20 -- of a line that asks something of its reader
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

-- What a card says to its reader: to buy, print, rate or share it, or to look at more.
local CALLS = patterns {
  "shopping list", "shopping cart", "your basket", "einkaufsliste", "einkaufszettel", "warenkorb", "liste de courses",
  "panier", "lista de la compra", "carrito", "lista della spesa", "carrello", "lista de compras", "boodschappenlijst",
  "winkelmand", "inköpslista", "handleliste", "indkøbsliste", "lista zakupów", "список покупок", "^print", "^drucken",
  "^imprim", "^stampa", "^jump to ", "^rate this", "^rezept bewerten", "tried this recipe", "made this recipe",
  "make this recipe", "rezept ausprobiert", "testé cette recette", "probado esta receta", "provato questa ricetta",
  "rating below", "tag us ", "cook mode", "screen from going dark",
}

-- What else a card says that holds ingredients and steps, but not the headline: times, servings,
-- nutrients, and headings over what is of the recipe.
local function take_card(s, first, last)
  local f, box = s.f, view.common_box(s, first, last)
  if box == 0 or s.headline and f.box_first[box] <= s.headline and f.box_last[box] >= s.headline then return end
  for i = f.box_last[box], f.box_first[box], -1 do
    if f.words[i] <= CALL_WORDS and (says(s, i, CALLS) or says(s, i, ASIDES)) then drop(s, i)
    elseif fits(s, i) and not is_linkish(s, i, CARD_LINKS) and (f.level[i] == 0 or i < last and s.role[i + 1]) then
      s.role[i] = role_of(s, i)
    end
  end
end

local function find_recipe(s)
  if not s.f:best(NAMED) then return end
  local list, lines = blocks_in(s, s.page:find(INGREDIENTS, 0)), 0
  for _, i in ipairs(list) do
    if not excluded(s, i) and not is_linkish(s, i) then lines = lines + 1 end
  end
  if lines < LEAST then return end
  local steps = blocks_in(s, s.page:find(STEPS, 0))
  take(s, list)
  take(s, steps)
  take_card(s, list[1], math.max(list[#list], steps[#steps] or 0))
  s.first, s.last = nil, nil -- the text may now begin and end elsewhere
end

return { find_recipe = find_recipe }
