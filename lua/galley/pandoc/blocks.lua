--- A sheet as a pandoc document: the story as body, the other segments as Divs.

local pandoc = require "galley.pandoc.api"
local inlines = require "galley.pandoc.inlines"

local blocks = {}

-- class = kind or tag; the bytes from the first to the last, and the rule.
local function attr(item, class)
  local attributes = {}
  local spans = item.spans
  if spans and #spans > 0 then
    attributes[#attributes + 1] = { "data-start", ("%d"):format(spans[1][1]) }
    attributes[#attributes + 1] = { "data-stop", ("%d"):format(spans[#spans][2]) }
  end
  if item.rule then attributes[#attributes + 1] = { "data-rule", item.rule } end
  if item.href then attributes[#attributes + 1] = { "data-href", item.href } end
  if item.datetime then attributes[#attributes + 1] = { "data-datetime", item.datetime } end
  return pandoc.Attr("", { class }, attributes)
end

local function div(content, part)
  return pandoc.Div(content, attr(part, part.tag))
end

local function header(level)
  return function(part) return pandoc.Header(level, inlines.of(part), attr(part, part.tag)) end
end

local function para(part)
  return pandoc.Para(inlines.of(part))
end

local function image(part)
  return pandoc.Para { pandoc.Image({ pandoc.Str(part.alt or "") }, part.src or "", "", attr(part, "image")) }
end

local function cell(value)
  local text = type(value) == "table" and value.text or tostring(value or "")
  return { pandoc.Plain(inlines.of { text = text }) }
end

-- Rows of cells; a table without them is its text.
local function table_block(part)
  if type(part.rows) ~= "table" or #part.rows == 0 then return div({ para(part) }, part) end
  local width, rows = 0, {}
  for i, row in ipairs(part.rows) do
    rows[i] = {}
    for k, value in ipairs(row.cells or row) do rows[i][k] = cell(value) end
    width = math.max(width, #rows[i])
  end
  local aligns, widths, heads = {}, {}, {}
  for k = 1, width do aligns[k], widths[k], heads[k] = pandoc.AlignDefault, 0, {} end
  for _, row in ipairs(rows) do
    for k = #row + 1, width do row[k] = {} end
  end
  return pandoc.utils.from_simple_table(pandoc.SimpleTable({}, aligns, widths, heads, rows))
end

-- A box's label is no heading of the document: it would stand in its outline.
local function label(part)
  return div({ pandoc.Para { pandoc.Strong(inlines.of(part)) } }, part)
end

local BLOCK = {
  crosshead = header(2), heading = label, paragraph = para, image = image, table = table_block,
  blockquote = function(part) return pandoc.BlockQuote { para(part) } end,
  preformatted = function(part) return pandoc.CodeBlock(part.text or "", attr(part, part.tag)) end,
}

local HEADLINE = { story = header(1), entry = header(2), teaser = para }

local function is_item(item)
  return item.tag == "list_item"
end

-- A run of list items from the i-th: one list, deeper levels nested in the item
-- before them. Returns the list and the index after it.
local function list_block(content, i, level)
  local items, ordered = {}, content[i].ordered
  while content[i] and is_item(content[i]) and (content[i].level or 1) >= level do
    local deeper = (content[i].level or 1) > level
    if deeper and #items > 0 then
      local nested
      nested, i = list_block(content, i, content[i].level)
      table.insert(items[#items], nested)
    else
      items[#items + 1] = { pandoc.Plain(inlines.of(content[i])) }
      i = i + 1
    end
  end
  return ordered and pandoc.OrderedList(items) or pandoc.BulletList(items), i
end

local function part_block(part, kind)
  local make = part.tag == "headline" and HEADLINE[kind] or BLOCK[part.tag]
  if make then return make(part) end
  return div({ para(part) }, part)
end

-- Whether a segment has a part of a tag in the page's own text: what metadata says of it
-- then is no text to read.
local function shows(segment, tag)
  for _, item in ipairs(segment.content) do
    if item.tag == tag and not item.from then return true end
  end
  return false
end

local function segment_blocks(segment, out)
  local content, i = segment.content or {}, 1
  while i <= #content do
    local item = content[i]
    if item.kind then
      if item.kind ~= "chrome" then
        out[#out + 1] = pandoc.Div(segment_blocks(item, {}), attr(item, item.kind))
      end
      i = i + 1
    elseif is_item(item) then
      out[#out + 1], i = list_block(content, i, item.level or 1)
    else
      if not (item.from and shows(segment, item.tag)) then out[#out + 1] = part_block(item, segment.kind) end
      i = i + 1
    end
  end
  return out
end

local function first_part(story, tag)
  for _, item in ipairs(story.content or {}) do
    if item.tag == tag and item.text ~= "" then return item end
  end
end

local function metadata(sheet, story)
  local meta = {}
  local headline, byline = first_part(story, "headline"), first_part(story, "byline")
  local published = first_part(story, "published")
  if headline then meta.title = pandoc.MetaInlines(inlines.of(headline)) end
  if byline then meta.author = pandoc.MetaInlines(inlines.of { text = byline.text }) end
  if published then meta.date = pandoc.MetaString(published.datetime or published.text) end
  if sheet.url then meta.source = pandoc.MetaString(sheet.url) end
  if sheet.language then meta.lang = pandoc.MetaString(sheet.language) end
  return meta
end

--- The blocks of a sheet and its metadata.
function blocks.of(sheet)
  local out, meta = {}, {}
  for _, segment in ipairs(sheet.content or {}) do
    if segment.kind == "story" then
      if not next(meta) then meta = metadata(sheet, segment) end
      segment_blocks(segment, out)
    elseif segment.kind ~= "chrome" then
      out[#out + 1] = pandoc.Div(segment_blocks(segment, {}), attr(segment, segment.kind))
    end
  end
  return out, meta
end

return blocks
