--- A sheet for people: an indented tree of segments and parts, each with the bytes
-- it stands in.

local style = require "galley.format.style"

local outline = { between = "\n" }

local TEXT_LEAST = 24   -- columns a text keeps on a narrow terminal
local TAG_WIDTH = 12

-- "91204–104417", with the number of runs where there are several.
local function bytes_of(item)
  local spans = item.spans
  if not spans or #spans == 0 then return item.from and item.from or "" end
  local label = ("%d–%d"):format(spans[1][1], spans[#spans][2])
  return #spans > 1 and ("%s (%d)"):format(label, #spans) or label
end

-- Free tags in a fixed order: the plain ones, then key=value by key.
local function tags_of(item)
  local list, keys = {}, {}
  for key, value in pairs(item.tags or {}) do
    if type(key) == "number" then list[key] = "#" .. tostring(value) else keys[#keys + 1] = key end
  end
  table.sort(keys)
  for _, key in ipairs(keys) do list[#list + 1] = ("#%s=%s"):format(key, tostring(item.tags[key])) end
  return list
end

-- Tags and fields that say more than the text does.
local function details(item)
  local list = {}
  for _, key in ipairs { "rank", "href", "datetime", "src", "of", "level", "from" } do
    local value = item[key]
    if value ~= nil and value ~= false then
      if math.type(value) == "float" and math.tointeger(value) then value = math.tointeger(value) end
      list[#list + 1] = key == "href" and tostring(value) or ("%s=%s"):format(key, tostring(value))
    end
  end
  if item.detached then list[#list + 1] = "detached" end
  for _, tag in ipairs(tags_of(item)) do list[#list + 1] = tag end
  return table.concat(list, " ")
end

local function pad(text, width)
  return text .. (" "):rep(width - (utf8.len(text) or #text))
end

local function remaining(options, used)
  return options.width and math.max(options.width - used, TEXT_LEAST)
end

local function part_line(part, depth, options)
  local indent = ("  "):rep(depth)
  local tag, bytes = pad(part.tag, TAG_WIDTH), pad(bytes_of(part), 15)
  local more = details(part)
  local text = part.text or part.alt or ""
  if more ~= "" then text = text == "" and more or text .. "  [" .. more .. "]" end
  text = style.line(text, remaining(options, #indent + utf8.len(tag) + utf8.len(bytes) + 2))
  local line = indent .. style.paint(tag, "tag", options.color) .. " " .. style.paint(bytes, "dim", options.color)
    .. " " .. text
  return (line:gsub(" +$", ""))
end

local function segment_line(segment, depth, options)
  local indent = ("  "):rep(depth)
  local more = table.concat({ bytes_of(segment), segment.rule or "", details(segment) }, " ")
  more = style.line((more:gsub(" +$", "")), remaining(options, #indent + #segment.kind + 2))
  return (indent .. style.paint(segment.kind, segment.kind, options.color) .. "  "
    .. style.paint(more, "dim", options.color))
end

-- Sheets nest only as deep as segments do, which the core bounds.
local function visit(segment, depth, options, out)
  for _, item in ipairs(segment.content or {}) do
    if item.kind then
      out[#out + 1] = segment_line(item, depth, options)
      visit(item, depth + 1, options, out)
    else
      out[#out + 1] = part_line(item, depth, options)
    end
  end
end

local function heading(sheet, options)
  local source, rule = sheet.source or {}, sheet.rule or {}
  local words = { sheet.url or source.path or "", source.bytes and ("%d bytes"):format(source.bytes) or "",
    source.encoding or "", rule.name and "rule " .. rule.name or "" }
  local shown = {}
  for _, word in ipairs(words) do
    if word ~= "" then shown[#shown + 1] = word end
  end
  return style.paint(style.line(tostring(sheet.id or "-")), "bold", options.color) .. "  "
    .. style.line(table.concat(shown, " · "))
end

local function notices(sheet, out)
  for _, notice in ipairs(sheet.notices or {}) do
    local words = type(notice) == "table" and (notice.message or notice.code) or notice
    out[#out + 1] = "  notice: " .. style.line(tostring(words))
  end
end

--- The sheet as an indented tree.
function outline.sheet(sheet, options)
  options = options or {}
  local out = { heading(sheet, options) }
  notices(sheet, out)
  visit(sheet, 1, options, out)
  return table.concat(out, "\n") .. "\n"
end

return outline
