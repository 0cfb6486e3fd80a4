-- A rule's own words: kinds of segment and tags, each with the built-in one it behaves as.

local schema = require "galley.rule.schema"
local suggest = require "galley.rule.suggest"

local vocabulary = {}

local function sorted_keys(map)
  local keys = {}
  for key in pairs(map) do keys[#keys + 1] = key end
  table.sort(keys)
  return keys
end

--- Notes a key that is not in `known` (a map by key), with the nearest one.
function vocabulary.unknown(context, path, key, known)
  if context:is_full() then return end
  local meant = type(key) == "string" and suggest.nearest(key, sorted_keys(known)) or nil
  context:problem(path, meant and ("unknown key, did you mean `%s`?"):format(meant) or "unknown key",
    { meant = meant, found = tostring(key) })
end

local function known_words(what)
  local words = {}
  if what == "kinds" then
    for _, kind in ipairs(schema.kinds) do words[kind] = true end
    words.chrome = nil
    return words
  end
  for _, row in ipairs(schema.keys) do
    if schema.is_tag(row.key) then words[row.key] = true end
  end
  return words
end

local function taken(word)
  for _, row in ipairs(schema.keys) do
    if row.key == word then return true end
  end
  return schema.is_kind(word) or word == "page"
end

local function check_word(context, path, word, as, known)
  if type(word) ~= "string" or not word:find("^[%a_][%w_]*$") then
    context:problem(path, "a word of letters, digits and _ is needed")
  elseif taken(word) then
    context:problem(path, ("`%s` has a meaning already"):format(word))
  elseif type(as) ~= "string" then
    context:problem(path, ("expected the word that it behaves as, found %s"):format(type(as)))
  elseif not known[as] then
    local meant = suggest.nearest(as, sorted_keys(known), schema.synonyms(path[1] == "kinds" and "rule" or "story"))
    context:problem(path, ("it cannot behave as %q%s"):format(as,
      meant and (", did you mean `%s`?"):format(meant) or ""))
  else
    return true
  end
end

--- Reads `kinds` or `parts` (`what`) of a rule: a map from own word to built-in word.
function vocabulary.read(context, what, raw)
  local result = {}
  if raw == nil then return result end
  if type(raw) ~= "table" then
    context:problem({ what }, "expected a table of words, found " .. type(raw))
    return result
  end
  local known = known_words(what)
  for _, word in ipairs(context:keys({ what }, raw)) do
    if check_word(context, { what, word }, word, raw[word], known) then result[word] = raw[word] end
  end
  return result
end

return vocabulary
