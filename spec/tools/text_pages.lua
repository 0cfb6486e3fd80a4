-- Pages of flat text with a role for each line, to learn rules/text/weights.lua from:
-- labelled ones (labels-text), and HTML pages of the other collections, which galley
-- divides; their parts in reading order, chrome left out, are the lines.

local cjson = require "cjson"
local core = require "galley.core"
local galley = require "galley"
local collections = require "spec.tools.collections"

local text_pages = {}

-- What a page counts for: parts that a rule found say less than labels.
local DIVIDED = { aeb = 0.5, fundus = 0.5, trafilatura = 0.5, readability = 0.5, cleanportaleval = 0.5 }

local ROLE_OF = {
  ["S.headline"] = "headline", ["S.kicker"] = "kicker", ["S.dek"] = "dek", ["S.byline"] = "byline",
  ["S.date"] = "published", ["S.caption"] = "caption", ["S.body"] = "paragraph", ["S.quote"] = "paragraph",
  ["S.embed"] = "paragraph", ["S.crosshead"] = "crosshead", ["S.credit"] = "credit", ["S.note"] = "note",
  ["B.heading"] = "box_heading", ["B.text"] = "box_text", ["T.headline"] = "teaser_headline",
  ["T.dek"] = "teaser_dek", ["T.kicker"] = "teaser_kicker", ["T.meta"] = "teaser_detail",
}
local STORY = {
  headline = "headline", kicker = "kicker", dek = "dek", byline = "byline", published = "published",
  modified = "published", read_time = "published", caption = "caption", media_credit = "caption",
  crosshead = "crosshead",
  credit = "credit", note = "note", correction = "note", bio = "note",
}
local TEASER = { headline = "teaser_headline", dek = "teaser_dek", kicker = "teaser_kicker" }
local SAME = { teaser_headline = "same_headline", teaser_kicker = "same_kicker", teaser_detail = "same_detail",
  teaser_dek = "teaser_dek" }

local function read_file(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

-- The site of a row of a manifest: that it names, else the host.
local function site_of(row)
  local host = type(row.url) == "string" and row.url:match "^%a+://([^/:]+)"
  return ((type(row.site) == "string" and row.site or host or row.id):gsub("^www%.", ""))
end

local function rows_of(shared, name)
  local rows = {}
  for line in io.lines(collections.manifest(shared, name)) do rows[#rows + 1] = cjson.decode(line) end
  return rows
end

-- -- lines with roles: { text, role, item } ---------------------------------------------------

local function role_of(kind, tag)
  if kind == "story" or kind == "entry" then return STORY[tag] or "paragraph" end
  if kind == "sidebar" then return tag == "heading" and "box_heading" or "box_text" end
  return kind == "teaser" and (TEASER[tag] or "teaser_detail") or nil
end

-- The parts of a sheet in the page's order, those that are on the page.
local function parts_of(sheet)
  local parts = {}
  local function visit(segment)
    for _, one in ipairs(segment.content or {}) do
      local role = one.tag and not one.from and role_of(segment.kind, one.tag)
      if role and one.spans and one.spans[1] and (one.text or ""):find "%S" then
        parts[#parts + 1] = { text = one.text:gsub("%s+", " "), role = role, place = one.spans[1][1],
          number = #parts, item = segment.kind == "teaser" and segment or nil }
      end
      if one.kind then visit(one) end
    end
  end
  visit(sheet)
  table.sort(parts, function(a, b)
    if a.place ~= b.place then return a.place < b.place end
    return a.number < b.number
  end)
  return parts
end

local TAIL, STORY_LEAST = 4, 6

-- The last paragraphs of a story may be notes or credits for all that the rule knows.
local function doubt_tail(parts)
  local story = {}
  for _, part in ipairs(parts) do
    if part.role == "paragraph" or part.role == "crosshead" then story[#story + 1] = part end
  end
  if #story <= STORY_LEAST then return end
  for i = #story - TAIL + 1, #story do story[i].doubt = { "note", "credit" } end
end

local function labels_of(row)
  local parts = {}
  for i, block in ipairs(row.blocks) do
    local role = ROLE_OF[block.role]
    parts[i] = { text = block.text, role = role, item = role:find "^teaser" and block.group or nil }
  end
  return parts
end

-- -- the rule's lines and the roles they may have -----------------------------------------------

local function squash(text)
  return (text:gsub("\194\160", ""):gsub("\226\128[\128-\143]", ""):gsub("[%s|%c]+", ""))
end

-- The part that most of each line is of: both are the same text in the same order.
local function align(page, lines, parts)
  local found, at, left = {}, 1, squash(parts[1].text)
  for i, line in ipairs(lines) do
    local start, stop = table.unpack(line.range or { page:block(line.block) }, 1, 2)
    local rest, most = #squash(page:read(start, stop)), -1
    found[i] = found[i - 1] or parts[1] -- of a line of signs alone
    while rest > 0 and parts[at] do
      local n = math.min(rest, #left)
      if n > most then found[i], most = parts[at], n end
      rest, left = rest - n, left:sub(n + 1)
      while left == "" and parts[at] do
        at = at + 1
        left = parts[at] and squash(parts[at].text) or ""
      end
    end
  end
  return found
end

-- Whether the next line is of the same teaser.
local function leads(found, i)
  return found[i + 1] ~= nil and found[i].item ~= nil and found[i + 1].item == found[i].item
end

-- For each line the numbers of the roles it may have, the first the likeliest.
local function roles_of(found, number)
  local list = {}
  for i, part in ipairs(found) do
    local role, before = part.role, found[i - 1]
    local opens = not (part.item and before and before.item == part.item)
    if not opens then role = SAME[role] end
    if opens and role == "teaser_headline" and leads(found, i) then role = "led_headline" end
    list[i] = { number[role] }
    for _, other in ipairs(part.doubt or {}) do table.insert(list[i], number[other]) end
  end
  return list
end

local function made(rule, row, parts, page)
  local lines = rule.read_lines(page)
  return { id = row.id, site = site_of(row), page = page, lines = lines, traits = rule.traits_of(lines),
    gold = roles_of(align(page, lines, parts), rule.number) }
end

-- -- pages ------------------------------------------------------------------------------------

--- The labelled pages.
function text_pages.labelled(shared, rule)
  local sites, pages = {}, {}
  for name in pairs(DIVIDED) do
    for _, row in ipairs(rows_of(shared, name)) do sites["text-" .. row.id] = row.site end
  end
  for _, row in ipairs(rows_of(shared, "labels-text")) do
    row.site = sites[row.id]
    local page = assert(core.parse(read_file(shared .. "/data/" .. row.html), { input = "text" }))
    local one = made(rule, row, labels_of(row), page)
    one.worth, one.labelled = 1, true
    pages[#pages + 1] = one
  end
  return pages
end

local function divided(rule, row, path, rules)
  local bytes = read_file(path)
  if core.is_gzip(bytes) then bytes = assert(core.gunzip(bytes, 64 << 20)) end
  local sheet = assert(galley.extract(bytes, { url = type(row.url) == "string" and row.url or nil, rules = rules }))
  local parts, texts = parts_of(sheet), {}
  if #parts == 0 then return nil end
  doubt_tail(parts)
  for i, part in ipairs(parts) do texts[i] = part.text .. "\n" end
  local page = assert(core.parse(table.concat(texts), { input = "text", encoding = "utf-8" }))
  local one = made(rule, row, parts, page)
  page:close()
  return one
end

--- Pages of the other collections as galley divides them, but for those that are labelled.
function text_pages.divided(shared, rule)
  local labelled, pages, rules = {}, {}, assert(galley.rules())
  for _, row in ipairs(rows_of(shared, "labels")) do labelled[row.id] = true end
  for _, collection in ipairs(collections.ALL) do
    local worth = DIVIDED[collection.name]
    for _, row in ipairs(worth and rows_of(shared, collection.name) or {}) do
      local one = not labelled[row.id] and divided(rule, row, shared .. "/data/" .. row.html, rules)
      if one then
        one.worth = worth
        pages[#pages + 1] = one
      end
    end
  end
  return pages
end

return text_pages
