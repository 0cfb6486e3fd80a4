-- An introduction and a dek look alike. Only what is published as an article has a dek: on a
-- page that says nowhere when it was published, or whose linked data hold no story, an
-- introduction is the first of the text, unless it is named as newspapers name a dek, or stands
-- in the header or by its name apart, above the line that says who wrote it.

local names = include "generic/page/names"

local HEADER, H_HEAD, matches = names.HEADER, names.H_HEAD, string.matches
local DEK_NAMES = { "dek%f[%A]", "standfirst", "subtitle", "sub%-title", "sub_title", "subhead", "sub%-head",
  "lead%f[%A]", "lede", "summary", "excerpt", "chapo", "strap%-?line" }
local NEWSPAPER_NAMES = { "dek%f[%A]", "standfirst", "subtitle", "sub%-title", "sub_title", "excerpt", "chapo",
  "strap%-?line", "bajada", "copete", "entradilla", "sommario", "catenaccio", "occhiello", "sottotitolo", "ingress",
  "vorspann", "teasertext", "perex", "manchet", "zajawka" }
local FAR = 12 -- blocks below a dek within which the byline stands, if it is to part it from the text

local function is_named(s, node, list)
  for _ = 1, 2 do
    local class, id = node and s.page:attr(node, "class"), node and s.page:attr(node, "id")
    if class and matches(class:lower(), list) or id and matches(id:lower(), list) then return true end
    node = node and s.page:parent(node)
  end
  return false
end

-- Whether the metadata name a story, or the day it was published.
local function is_published(s)
  for _, one in ipairs(s.published) do
    if one.from == "jsonld" or one.from:find("publish", 1, true) then return true end
  end
  return false
end

-- Whether the page's linked data hold a story.
local function is_story(s)
  for _, list in ipairs { s.published, s.context.witnesses and s.context.witnesses.headline or {} } do
    for _, one in ipairs(list) do
      if one.from == "jsonld" then return true end
    end
  end
  return false
end

-- Whether a line that says who wrote it, or when, parts a text from those behind it.
local function is_apart(s, i)
  for j = i + 1, math.min(s.count, i + FAR) do
    local role = s.role[j]
    if role == "byline" or role == "published" then return true end
    if role == "paragraph" or role == "crosshead" then return false end
  end
  return false
end

-- Whether a text stands in the header of the story.
local function is_in_header(s, i)
  local box = s.f.box[i]
  return s.around_tags[box] & HEADER ~= 0 or s.around_hints[box] & H_HEAD ~= 0
end

local HEADING_WORDS, DATED_WORDS = 5, 8 -- of a dek that is set as a heading, at least; of one with figures

local function is_heading(s, i)
  return s.f.level[i] > 0 and s.f.words[i] >= (s.f.digits[i] > 0 and DATED_WORDS or HEADING_WORDS)
end

-- Whether a dek is the first of the text in truth, on a page that holds no story.
local function is_introduction(s, i, published)
  local node, apart = s.f.node[i], is_apart(s, i)
  if published then
    return s.f.level[i] == 0 and not is_named(s, node, apart and DEK_NAMES or NEWSPAPER_NAMES)
      and not (apart and is_in_header(s, i))
  end
  return not apart or not is_heading(s, i) and not is_named(s, node, DEK_NAMES)
end

-- Deks above or in the running text that are paragraphs of it.
local function keep_introduction(s)
  if is_story(s) then return end
  local published = is_published(s)
  local first = s.first or s.headline
  for i = math.min(s.headline or first, first), math.min(s.count, math.max(s.headline or 0, first) + 8) do
    if s.role[i] == "dek" and is_introduction(s, i, published) then s.role[i] = "paragraph" end
  end
end

return {
  keep_introduction = keep_introduction,
}
