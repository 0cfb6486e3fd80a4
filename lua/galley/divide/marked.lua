--- What elements of the page say by their markup of the story's author and date: microdata,
-- RDFa, hAtom, rel. They are witnesses like meta elements, and come behind them.

local core = require "galley.core"

local marked = {}

-- The name in an element: that of its own name element, or its text.
local function name_in(page, row)
  local content = page:attr(row, "content")
  if content then return content end
  local inner = core.name_row(page, row) or row
  content = page:attr(inner, "content")
  if content then return content end
  local start, stop = page:range(inner)
  return stop - start <= 120 and page:read(start, stop) or ""
end

local function time_in(page, row)
  return page:attr(row, "datetime") or page:attr(row, "content")
    or page:name(row) == "abbr" and page:attr(row, "title") or ""
end

local function each(page, rows, read, add)
  for _, row in ipairs(rows) do
    local name = page:name(row)
    local value = name ~= "meta" and name ~= "link" and read(page, row) or ""
    if value ~= "" and not core.is_beside(page, row) then add(value) end
  end
end

-- Whether a text can be what an element calls its author: a short line without figures, or the one word
-- under which somebody writes, "lee1984".
local function is_name(text)
  if text:find("^%a[%w_]*%a[%w_]*%d[%w_]*$") then return #text <= 30 end
  local _, words = text:gsub("%S+", "")
  return #text >= 3 and words <= 5 and not text:find("[%d|@]") and not text:find("[.:]$")
end

--- Calls `add(value)` for each author that elements of the page name. `rows`: those elements
--- (core.witness_rows).
function marked.authors(page, rows, add)
  each(page, rows.byline, name_in, function(value)
    value = core.squeeze(value)
    if is_name(value) then add(value) end
  end)
end

--- Calls `add(key, value)` for each time ("published", "modified") that they name.
function marked.times(page, rows, add)
  each(page, rows.published, time_in, function(value) add("published", value) end)
  each(page, rows.modified, time_in, function(value) add("modified", value) end)
end

return marked
