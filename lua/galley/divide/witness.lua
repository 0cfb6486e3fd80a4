-- What a page says of itself besides its text: JSON-LD, Open Graph, other meta
-- elements, title. Witnesses are listed in a fixed order, strongest first, and each
-- says where it comes from; they are held against the text, never taken for it.

local core = require "galley.core"
local json = require "cjson.safe"
local marked = require "galley.divide.marked"

local witness = {}

local BLOCKS_MAX, BLOCK_SIZE_MAX = 32, 1 << 20 -- JSON-LD scripts read, and bytes of each
local OBJECTS_MAX, VALUES_MAX = 400, 8         -- objects looked at, values kept for a key
local AUTHORS_MAX = 60                         -- names kept of those who wrote it: papers have many
local VALUE_SIZE_MAX = 2000

local KEYS = { "headline", "dek", "byline", "published", "modified", "section", "site" }

-- Types of JSON-LD objects that are a story, and their keys.
local STORY_TYPES = {
  Article = true, NewsArticle = true, ReportageNewsArticle = true, BlogPosting = true, LiveBlogPosting = true,
  AnalysisNewsArticle = true, OpinionNewsArticle = true, BackgroundNewsArticle = true, ReviewNewsArticle = true,
  SocialMediaPosting = true, TechArticle = true, ScholarlyArticle = true, Report = true, Review = true,
  AdvertiserContentArticle = true, Recipe = true, HowTo = true, DiscussionForumPosting = true, Question = true,
}

-- Those that are the page as such: their times count where no story has any.
local PAGE_TYPES = { WebPage = true, ItemPage = true, AboutPage = true, QAPage = true, MedicalWebPage = true }

-- Keys of objects under which stories stand.
local HOLDERS = { "@graph", "mainEntity", "mainEntityOfPage" }

local ENTITIES = { amp = "&", quot = '"', apos = "'", lt = "<", gt = ">", nbsp = " " }

-- JSON-LD is no markup, yet many write its strings as if it were.
local function unescape(value)
  if not value:find("&", 1, true) then return value end
  value = value:gsub("&#(%d+);", function(number)
    local code = math.tointeger(tonumber(number))
    return code and code > 31 and code < 0xD800 and utf8.char(code) or nil
  end)
  return (value:gsub("&(%a+);", ENTITIES))
end

local function add(list, from, value, most)
  if type(value) == "number" then value = tostring(value) end
  if type(value) ~= "string" or #list >= (most or VALUES_MAX) then return end
  if from == "jsonld" then value = unescape(value) end
  value = core.squeeze(value)
  if value == "" or #value > VALUE_SIZE_MAX then return end
  for _, have in ipairs(list) do
    if have.value == value and have.from == from then return end
  end
  list[#list + 1] = { from = from, value = value }
end

local function is_of(object, types)
  local kind = object["@type"]
  if type(kind) ~= "table" then return types[kind] == true end
  for _, one in ipairs(kind) do
    if types[one] then return true end
  end
  return false
end

-- Whether a value can name several people.
local function has_separator(value)
  return value:find("[;|&,\n]") or value:find(" and ", 1, true) or value:find(" und ", 1, true)
end

local function without_by(value)
  if not value:find("^[BbVvPp]") then return value end
  return (value:gsub("^[Bb]y:?%s+", ""):gsub("^[Vv]on:?%s+", ""):gsub("^[Pp]ar:?%s+", ""):gsub("^[Pp]or:?%s+", ""))
end

-- The names in one value: "Ann Lee, Bo Ek and Cy Poe" names three, "Lee, Ann" one.
local function split_names(value)
  value = without_by(value)
  if not has_separator(value) then return value:find("%S") and { value } or {} end
  local names = {}
  for name in (value:gsub("%s*[;|&]%s*", "\n"):gsub(",%s+", "\n"):gsub(" and ", "\n"):gsub(" und ", "\n") .. "\n")
    :gmatch("(.-)\n") do
    local _, words = name:gsub("%S+", "")
    if words > 0 then names[#names + 1] = name end
    if words == 1 or words > 4 then return { value } end
  end
  return names
end

-- Names of a person, an organisation, or a list of them; `named`: those of objects by their @id.
local function add_names(found, value, depth)
  if type(value) == "string" then
    if not value:find("^https?:") then
      for _, name in ipairs(split_names(value)) do add(found.byline, "jsonld", name, AUTHORS_MAX) end
    end
  elseif type(value) == "table" and depth < 3 then
    local name = value.name
    if not name and value["@id"] then
      name = found.named[value["@id"]]
      found.by_reference = found.by_reference or name ~= nil
    end
    if name then return add_names(found, name, depth + 1) end
    for _, one in ipairs(value) do add_names(found, one, depth + 1) end
  end
end

local function take_story(found, object)
  add(found.headline, "jsonld", object.headline)
  add(found.headline, "jsonld", object.name)
  add(found.headline, "jsonld", object.alternativeHeadline)
  add(found.dek, "jsonld", object.description)
  found.writers[#found.writers + 1] = object.author or object.creator
  add(found.published, "jsonld", object.datePublished)
  add(found.modified, "jsonld", object.dateModified)
  local section = object.articleSection
  add(found.section, "jsonld", type(section) == "table" and section[1] or section)
end

-- Looks through a decoded value for stories: in order, in breadth, bounded.
local function take_jsonld(found, root)
  local queue, at = { root }, 1
  while at <= #queue and at <= OBJECTS_MAX do
    local value = queue[at]
    at = at + 1
    local id = value["@id"]
    if type(id) == "string" and type(value.name) == "string" then found.named[id] = value.name end
    if is_of(value, STORY_TYPES) then take_story(found, value)
    elseif is_of(value, PAGE_TYPES) then found.pages[#found.pages + 1] = value end
    for _, key in ipairs(HOLDERS) do
      if type(value[key]) == "table" then queue[#queue + 1] = value[key] end
    end
    for _, one in ipairs(value) do
      if type(one) == "table" then queue[#queue + 1] = one end
    end
  end
end

-- Who wrote the stories, or else the pages; once all is read, since many say so by an @id alone.
local function take_writers(found)
  for _, value in ipairs(found.writers) do add_names(found, value, 0) end
  for _, page in ipairs(#found.byline == 0 and found.pages or {}) do
    add_names(found, page.author or page.creator, 0)
  end
  found.writers, found.named = nil, nil
end

-- The times of pages, where nothing else has said when.
local function take_page_times(found)
  for _, key in ipairs(#found.published == 0 and { "published", "modified" } or {}) do
    for _, page in ipairs(found.pages) do
      add(found[key], "jsonld", key == "published" and page.datePublished or page.dateModified)
    end
  end
  found.pages = nil
end

-- JSON as pages have it: in a comment, or with raw line ends inside strings.
local function decode(text)
  local value = json.decode(text)
  if value == nil then
    text = text:gsub("^%s*<!%-%-", ""):gsub("%-%->%s*$", ""):gsub("^%s*//%s*<!%[CDATA%[", ""):gsub("//%s*%]%]>%s*$", "")
    value = json.decode((text:gsub("[%c]+", " ")))
  end
  return type(value) == "table" and value or nil
end

--- The JSON-LD of a page: a list of decoded values, in the order of the page, bounded.
-- @param rows the rows of its scripts, where they are known
function witness.documents(page, rows)
  local documents = {}
  rows = rows or page:find("script[type*='ld+json' i]", 0)
  if #rows == 0 then return documents end
  for i = 1, math.min(#rows, BLOCKS_MAX) do
    local start, stop = page:range(rows[i])
    local root = stop - start <= BLOCK_SIZE_MAX and decode(page:raw(start, stop))
    if root then documents[#documents + 1] = root end
  end
  return documents
end

local function take_byline(list, name, value)
  if value:find("^https?:") or name == "twitter:data1" and value:find("%d") then return end
  for _, one in ipairs(split_names(value)) do add(list, name, one, AUTHORS_MAX) end
end

-- What meta elements say; returns the first address and the first language among them.
local function take_metas(found, metas)
  local said = {}
  for at = 1, #metas, 3 do
    local key, name, value = metas[at], metas[at + 1], metas[at + 2]
    if key == "byline" then take_byline(found.byline, name, value)
    elseif found[key] then add(found[key], name, value)
    else said[key] = said[key] or value end
  end
  return said.canonical, said.language
end

local function attr(page, row, name)
  return row and page:attr(row, name) or nil
end

local function language(page, rows, said)
  local root = not (rows.html and page:attr(rows.html, "lang")) and page:root()
  return attr(page, rows.html, "lang") or root and attr(page, root:row(), "xml:lang")
    or said
end

--- What the page's metadata says: lists of { from =, value = } for headline, dek, byline,
-- published, modified, section and site, and the strings `canonical` and `language`
-- (from markup only), where there are any.
function witness.read(page)
  local found, metas, rows = {}, core.witness_rows(page)
  for _, key in ipairs(KEYS) do found[key] = {} end
  found.pages, found.writers, found.named = {}, {}, {}
  for _, document in ipairs(witness.documents(page, rows.scripts)) do take_jsonld(found, document) end
  take_writers(found)
  local said_address, said_language = take_metas(found, metas)
  -- What objects of their own say of a writer may be an account's name; the page may show another.
  local known = found.byline[1] and found.byline[1].from == "jsonld" and not found.by_reference
  if not known then
    marked.authors(page, rows, function(value) take_byline(found.byline, "markup", value) end)
  end
  marked.times(page, rows, function(key, value) add(found[key], "markup", value) end)
  found.by_reference = nil
  take_page_times(found)
  if rows.title then
    local start, stop = page:range(rows.title)
    add(found.headline, "title", page:raw(start, stop))
  end
  found.canonical = attr(page, rows.canonical, "href") or said_address
  found.language = language(page, rows, said_language)
  return found
end

return witness
