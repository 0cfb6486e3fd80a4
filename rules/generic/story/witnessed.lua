-- What metadata alone says of the story: parts with `from`, for what the page does not show,
-- and the headline under which it is shared, where that is another.

local lexicon = include "generic/page/words"
local dates = include "generic/page/dates"
local view = include "generic/page/view"
local is_name_word, normal = lexicon.is_name_word, lexicon.normal
local address_day, stamp_of = dates.address_day, dates.stamp_of
local text_of, raw_text = view.text_of, view.raw_text

local DEK_LEAST = 40 -- bytes: what is shorter is a motto

local function is_site(s, value)
  local key = normal(value)
  for _, site in ipairs(s.sites) do
    if normal(site.value) == key then return true end
  end
  return false
end

local COMPANIES = lexicon.words_of
  "gmbh ag kg inc inc. llc ltd ltd. e.v. plc corp corp. s.a. s.l. bv b.v. stiftung"

-- Whether one of the words of a name is that of a company or a society.
local function says_company(value)
  for word in value:lower():gmatch("%S+") do
    if COMPANIES[word] then return true end
  end
  return false
end

-- Whether metadata's author can be a person: two to four capitalised words, not the site.
local function looks_personal(s, value)
  local words, capitals = 0, 0
  for word in value:gmatch("%S+") do
    words = words + 1
    if is_name_word(word) then capitals = capitals + 1 end
  end
  return words >= 2 and words <= 4 and capitals >= math.max(2, words - 1) and not value:find("[%d@/:|]")
    and not says_company(value) and not is_site(s, value)
end

-- A title without the site's name behind a bar; of the title element, which nearly always
-- bears it, without whatever stands there.
local function bare_title(s, one)
  if not one.value:find("%s[|»·–—-]") then return one.value end
  local head, tail = one.value:match("^(.+%S)%s+[|»·–—-]+%s+([^|»·–—]*)$")
  if head and (one.from == "title" or is_site(s, tail)) then return head end
  return one.value
end

local function keys_of(s, content, tag)
  local keys = {}
  for at = 1, #content do
    local part = content[at]
    if part.tag == tag then
      local text = part.text or part.block and text_of(s, part.block)
        or part.range and raw_text(s, part.range[1], part.range[2]) or ""
      keys[normal(text)] = true
    end
  end
  return keys
end

-- The first of metadata's headlines that the page does not show as its own.
local function add_headline(s, has, content)
  local shown = keys_of(s, content, "headline")
  local list = s.context.witnesses and s.context.witnesses.headline or {}
  local order = has.headline and { "og:title", "jsonld" } or { "jsonld", "og:title", list[1] and list[1].from }
  for _, from in ipairs(order) do
    for _, one in ipairs(list) do
      local text = one.from == from and bare_title(s, one)
      if text and not (shown[normal(text)] or has.headline and (is_site(s, text) or not text:find("%S%s+%S+%s+%S")))
        then
        content[#content + 1] = { tag = "headline", from = one.from, text = text }
        return
      end
    end
  end
end

-- A description or the like that its writers left elements in.
local function without_tags(value)
  return value:find("<", 1, true) and (value:gsub("</?%a[^<>]*>", "")) or value
end

-- Whether a description is one of the headlines, perhaps with the site's name behind it.
local function is_said(shown, value)
  local text = normal(value)
  for key in pairs(shown) do
    if #key > 0 and text:sub(1, #key) == key and #text <= 1.4 * #key then return true end
  end
  return false
end

-- The first of metadata's descriptions, where the page shows no dek; one that says the headline again is none.
local function add_dek(s, has, content)
  if has.dek then return end
  local shown = keys_of(s, content, "headline")
  for _, one in ipairs(s.context.witnesses and s.context.witnesses.dek or {}) do
    local whole = #one.value >= DEK_LEAST and not one.value:find("%.%.%.?$") and not one.value:find("…$")
    if whole and not is_said(shown, one.value) then
      content[#content + 1] = { tag = "dek", from = one.from, text = without_tags(one.value) }
      return
    end
  end
end

local EARLIEST = "1990" -- year of a page; what is said to be older is a date that was never set

-- A time of metadata's, where the page shows none; the first that can be read.
local function add_time(s, has, content, tag)
  if has[tag] and has[tag].datetime then return end
  for _, one in ipairs(s.context.witnesses and s.context.witnesses[tag] or {}) do
    local stamp = stamp_of(s, one.value)
    if stamp and stamp >= EARLIEST then
      content[#content + 1] = { tag = tag, from = one.from, text = one.value, datetime = stamp }
      has[tag] = content[#content]
      return
    end
  end
end

-- The day that the page says elsewhere, or within a paragraph.
local function add_said_day(s, has, content)
  if not s.said_day or has.published and has.published.datetime then return end
  local day = stamp_of(s, s.said_day)
  if not day then return end
  content[#content + 1] = { tag = "published", from = "text", text = s.said_day, datetime = day }
  has.published = content[#content]
end

-- The day in the page's address, where nothing else says when.
local function add_address_day(s, has, content)
  local url = s.context.url
  if not url or has.published and has.published.datetime then return end
  local day = address_day(url)
  if day then content[#content + 1] = { tag = "published", from = "url", text = day, datetime = day } end
end

-- How many of the names metadata gives are from one source.
local function count_of(list, from)
  local count = 0
  for _, one in ipairs(list) do
    if one.from == from then count = count + 1 end
  end
  return count
end

-- Those of metadata's authors that no byline names, where the others are named there.
local function add_missing(s, has, content)
  if count_of(s.authors, "jsonld") < 2 then return end
  local text = ""
  for _, part in ipairs(content) do
    for _, mark in ipairs(part.tag == "byline" and part.marks or {}) do
      text = text .. "\n" .. raw_text(s, mark.range[1], mark.range[2])
    end
  end
  local missing, found = {}, false
  for _, one in ipairs(s.authors) do
    if one.from == "jsonld" then
      if text:find(one.value, 1, true) then found = true else missing[#missing + 1] = one end
    end
  end
  if not (has.byline and found and #missing <= 3) then return end
  for _, one in ipairs(missing) do
    if looks_personal(s, one.value) then
      content[#content + 1] = { tag = "byline", from = one.from, text = one.value }
    end
  end
end

local function add_byline(s, has, content)
  if has.byline then return add_missing(s, has, content) end
  local from
  for _, name in ipairs(s.authors) do
    local fits = name.from == "jsonld" or name.from == "markup" or looks_personal(s, name.value)
    if fits then from = from or name.from end
    if fits and name.from == from then
      content[#content + 1] = { tag = "byline", from = name.from, text = name.value }
    end
  end
  if not from and s.said_author then
    content[#content + 1] = { tag = "byline", from = "text", text = s.said_author }
  end
end

-- Whether a day lies more than one behind another, which is as much as time zones make.
local function is_later(day, other)
  local function count(stamp)
    local year, month, date = stamp:match("^(%d+)%-(%d+)%-(%d+)")
    return year and year * 372 + month * 31 + date
  end
  local a, b = count(day), count(other)
  return a and b and a > b + 1 or false
end

-- The last part of each tag. A day the page shows that lies behind the one on which metadata has it
-- published is that of a change.
local function last_parts(s, content)
  local has, said = {}, s.published[1] and stamp_of(s, s.published[1].value)
  if said and said < EARLIEST then said = nil end
  for at = 1, #content do
    local part = content[at]
    local tag = part.tag
    if tag == "published" and said and part.datetime and is_later(part.datetime, said) then
      tag, part.tag = "modified", "modified"
    end
    if tag then has[tag] = part end
  end
  return has
end

local function add(s, content)
  local has = last_parts(s, content)
  add_headline(s, has, content)
  add_dek(s, has, content)
  add_time(s, has, content, "published")
  add_time(s, has, content, "modified")
  add_said_day(s, has, content)
  add_address_day(s, has, content)
  add_byline(s, has, content)
end

return { add = add, is_site = is_site, looks_personal = looks_personal }
