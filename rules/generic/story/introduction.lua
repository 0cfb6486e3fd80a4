-- An introduction and a dek look alike. Only what is published as an article has a dek: on a
-- page that says nowhere when it was published, or whose linked data hold no story, an
-- introduction is the first of the text, unless it is named as newspapers alone name a dek, or stands
-- in the header or by its name apart, above the line that says who wrote it or when. A page that shows the minute
-- is a newspaper's too.

local names = include "generic/page/names"
local says_summary = include("generic/story/points").says_summary

local HEADER, H_HEAD, ITEM = names.HEADER, names.H_HEAD, names.ITEM
-- Names that nothing but a dek bears, in many languages.
local NEWSPAPER_NAMES = patterns {
  "dek%f[%A]", "standfirst", "sub[-_]?title", "excerpt", "chapo%f[%A]", "chapeau", "sous[-_]?titre", "strap%-?line",
  "bajada", "copete", "entradilla", "sub[-_]?titulo", "sumario%f[%A]", "linha[-_]?fina", "sommario", "catenaccio",
  "occhiello", "sotto[-_]?titolo", "ingress", "vorspann", "anrisstext", "anreisser", "unterzeile", "teasertext",
  "manchet", "perex", "podtitul", "podtytul", "podnaslov", "zajawka", "alcim", "zhaiyao",
}
-- What systems of all kinds call the line below a headline.
local COMMON_NAMES = patterns { "sub[-_]?headline" }
-- And those that an introduction may bear too, which count above a line that says who wrote it or when.
local DEK_NAMES = patterns {
  "dek%f[%A]", "standfirst", "sub[-_]?title", "sub[-_]?head", "lead%f[%A]", "lede", "summary", "excerpt", "chapo",
  "strap%-?line", "teaser[-_]?text", "abstract", "lead[-_]?text", "leadin%f[%A]", "anriss", "anons%f[%A]",
  "%f[%a]spot%f[%A]", "ozet%f[%A]",
}
local FAR = 12 -- blocks below a dek within which the byline stands, if it is to part it from the text

-- Whether one of the lists has the name of the block or of an element around it: of the box of a list of points, too.
local function is_named(s, i, list, other)
  local node = s.f.node[i]
  for _ = 1, s.f.own_tags[i] & ITEM ~= 0 and 3 or 2 do
    local class, id = node and s.page:attr(node, "class") or "", node and s.page:attr(node, "id") or ""
    local name = (class .. " " .. id):lower()
    if name:matches(list) or other and name:matches(other) then return true end
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

-- What parts a text from those behind it: a line that says when, or else by whom; nil where none does.
local function parted_by(s, i)
  local line
  for j = i + 1, math.min(s.count, i + FAR) do
    local role = s.role[j]
    if role == "published" and s.f.digits[j] >= 3 then return role end
    if role == "byline" or role == "published" then line = "byline" end
    if role == "paragraph" or role == "crosshead" then break end
  end
  return line
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

-- A time of day, which newspapers show beside the day.
local MINUTES = patterns {
  "%f[%d]%d%d?:%d%d", "%f[%d]%d%d? ?h ?%d%d", "%f[%d]%d%d?%.%d%d uhr", "klo%.? ?%d%d?[.:]%d%d",
  "kl%.? ?%d%d?[.:]%d%d", "%f[%d]%d%d?时%d%d?分", "%f[%d]%d%d?時%d%d?分", "%f[%d]%d%d?시 ?%d%d?분",
}
local BESIDE = 8 -- blocks above the headline and below it among which the day stands

-- Whether the page shows by its headline at what time of which day it was published.
local function shows_minute(s)
  for i = math.max(1, (s.headline or 1) - BESIDE), math.min(s.count, (s.headline or 1) + BESIDE) do
    if s.role[i] == "published" and s.f.digits[i] >= 5 and s.f:matches(i, MINUTES) then return true end
  end
  return false
end

-- Whether a dek is the first of the text in truth, on a page that holds no story.
local function is_introduction(s, i, published, minute)
  local line = parted_by(s, i)
  if not (published or minute or line == "published") then
    if not line then return not is_named(s, i, NEWSPAPER_NAMES) end
    return not is_heading(s, i) and not is_named(s, i, DEK_NAMES)
  end
  local set_so = published and s.f.level[i] > 0 or is_heading(s, i)
  if set_so or is_named(s, i, NEWSPAPER_NAMES, (line or minute) and DEK_NAMES or COMMON_NAMES) then return false end
  return not (line and (published or line == "published") and is_in_header(s, i))
end

-- Deks above or in the running text that are paragraphs of it.
local function keep_introduction(s)
  if is_story(s) then return end
  local published, minute = is_published(s), shows_minute(s)
  local first = s.first or s.headline
  for i = math.min(s.headline or first, first), math.min(s.count, math.max(s.headline or 0, first) + 8) do
    local open = s.role[i] == "dek" and not says_summary(s, i)
    if open and is_introduction(s, i, published, minute) then s.role[i] = "paragraph" end
  end
end

return { keep_introduction = keep_introduction, shows_minute = shows_minute }
