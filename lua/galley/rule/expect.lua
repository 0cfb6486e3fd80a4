-- What a test of a rule expects, held against the sheet that came out.

local schema = require "galley.rule.schema"

local expect = {}

local LONG = 120 -- bytes of a text that a message shows

-- Every part with the kind that it stands in, every segment counted by kind.
local function gather(content, kind, found)
  for _, item in ipairs(content) do
    if item.kind then
      found.kinds[item.kind] = (found.kinds[item.kind] or 0) + 1
      gather(item.content, item.kind, found)
    else
      found.parts[#found.parts + 1] = { tag = item.tag, kind = kind, text = item.text or "" }
    end
  end
  return found
end

-- How a rule's own words behave.
local function behaves(rule, kind)
  return rule.kinds and rule.kinds[kind] or kind
end

local function is_told(rule, kind)
  local as = behaves(rule, kind)
  return as == "story" or as == "entry"
end

-- The texts of a tag: those in stories where a story may have it, else all.
local function texts_of(rule, found, tag)
  local of_story = schema.holds("story", rule.parts and rule.parts[tag] or tag)
  local texts = {}
  for _, part in ipairs(found.parts) do
    if part.tag == tag and (not of_story or is_told(rule, part.kind)) then texts[#texts + 1] = part.text end
  end
  return texts
end

local function story_text(rule, found)
  local texts = {}
  for _, part in ipairs(found.parts) do
    if is_told(rule, part.kind) then texts[#texts + 1] = part.text end
  end
  return table.concat(texts, "\n")
end

-- A text as messages show it: quoted, and not too long.
local function shown(text)
  if not text then return "none" end
  if #text > LONG then text = text:sub(1, (utf8.offset(text, 0, LONG) or LONG) - 1) .. "…" end
  return '"' .. text:gsub("\n", " ") .. '"'
end

local function differ(list, key, wanted, got)
  list[#list + 1] = ("%s: expected %s, found %s"):format(key, wanted, got)
end

local function compare_texts(list, key, wanted, got)
  for i = 1, math.max(#wanted, #got) do
    if wanted[i] ~= got[i] then differ(list, ("%s %d"):format(key, i), shown(wanted[i]), shown(got[i])) end
  end
end

local function compare(list, rule, found, key, wanted)
  if schema.is_kind(key) or rule.kinds and rule.kinds[key] then
    local count = found.kinds[key] or 0
    if count ~= wanted then differ(list, key, wanted, count) end
    return
  end
  local texts = texts_of(rule, found, key)
  if type(wanted) == "table" then return compare_texts(list, key, wanted, texts) end
  if type(wanted) == "string" then
    if texts[1] ~= wanted then differ(list, key, shown(wanted), shown(texts[1])) end
  elseif #texts ~= wanted then
    differ(list, key, wanted, #texts)
  end
end

local function look_for(list, text, wanted, must)
  for _, one in ipairs(type(wanted) == "table" and wanted or { wanted }) do
    if (text:find(one, 1, true) ~= nil) ~= must then
      list[#list + 1] = must and ("has: %s is not in the story"):format(shown(one))
        or ("lacks: %s is in the story"):format(shown(one))
    end
  end
end

--- What differs between a sheet's content and what is expected of it: a list of lines, empty
--- where nothing does. `wanted` is the test's `expect`; its `sheet` is not looked at here.
function expect.differences(rule, wanted, content)
  local found, list, keys = gather(content, nil, { kinds = {}, parts = {} }), {}, {}
  for key in pairs(wanted) do keys[#keys + 1] = key end
  table.sort(keys)
  local text = (wanted.has or wanted.lacks) and story_text(rule, found)
  for _, key in ipairs(keys) do
    if key == "has" or key == "lacks" then
      look_for(list, text, wanted[key], key == "has")
    elseif key ~= "sheet" then
      compare(list, rule, found, key, wanted[key])
    end
  end
  return list
end

return expect
