--- What elements of the page say by their markup of the story's author and date: microdata,
-- RDFa, hAtom, rel. They are witnesses like meta elements, and come behind them.

local core = require "galley.core"

local marked = {}

local ROWS_MOST = 12   -- elements looked at for one key
local LEVELS_MOST = 12 -- elements around one that are asked whether they hold comments

local AUTHORS = core.selector("[rel~='author' i], [itemprop~='author' i], [property~='author' i], "
  .. ".author.vcard .fn, "
  .. ".byline .author, .author .fn")
local TIMES = core.selector("[itemprop~='datePublished' i], [property~='datePublished' i], "
  .. "[property~='dc:date'], time[pubdate], "
  .. "time.published, time.entry-date, abbr.published")
local CHANGES = core.selector "[itemprop~='dateModified' i], [property~='dateModified' i], time.updated"
local NAMES = core.selector "[itemprop~='name' i]"

-- Menus, what readers wrote, lists beside the story; and the body, where the search for one ends.
local BESIDE = core.selector("body, aside, nav, [class*='comment' i], [class*='related' i], [class*='reply' i], "
  .. "[class*='sidebar' i], [id*='comment' i], [id*='related' i], [id*='reply' i], [id*='sidebar' i]")

-- Whether an element stands in what readers wrote, in a list beside the story, or in a menu.
local function is_beside(page, row)
  local found = core.closest(page, BESIDE, row, LEVELS_MOST)
  return found ~= nil and page:name(found) ~= "body"
end

-- The name in an element: that of its own name element, or its text.
local function name_in(page, row)
  local content = page:attr(row, "content")
  if content then return content end
  local inner = page:find(NAMES, row, true)[1] or row
  content = page:attr(inner, "content")
  if content then return content end
  local start, stop = page:range(inner)
  return stop - start <= 120 and page:read(start, stop) or ""
end

local function time_in(page, row)
  return page:attr(row, "datetime") or page:attr(row, "content")
    or page:name(row) == "abbr" and page:attr(row, "title") or ""
end

local function each(page, selector, read, add)
  local rows = page:find(selector, 0)
  for i = 1, math.min(#rows, ROWS_MOST) do
    local value = page:name(rows[i]) ~= "meta" and page:name(rows[i]) ~= "link" and read(page, rows[i]) or ""
    if value ~= "" and not is_beside(page, rows[i]) then add(value) end
  end
end

--- Whether a text can be what an element calls its author: a short line without figures.
local function is_name(text)
  local _, words = text:gsub("%S+", "")
  return #text >= 3 and words <= 5 and not text:find("[%d|@]") and not text:find("[.:]$")
end

--- Calls `add(key, value)` for each author ("byline") and time ("published", "modified") that
--- elements of the page name.
function marked.each(page, add)
  each(page, AUTHORS, name_in, function(value)
    value = core.squeeze(value)
    if is_name(value) then add("byline", value) end
  end)
  each(page, TIMES, time_in, function(value) add("published", value) end)
  each(page, CHANGES, time_in, function(value) add("modified", value) end)
end

return marked
