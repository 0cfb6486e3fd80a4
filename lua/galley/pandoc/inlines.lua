--- Text with marks as pandoc's inlines.

local pandoc = require "galley.pandoc.api"

local inlines = {}

-- Words and the spaces between them, added to a list.
local function add_text(text, list)
  local at = 1
  while at <= #text do
    local space = text:match("^[ \t\n]+", at)
    if space then
      list[#list + 1], at = pandoc.Space(), at + #space
    else
      local word = text:match("^[^ \t\n]+", at)
      list[#list + 1], at = pandoc.Str(word), at + #word
    end
  end
end

-- A mark gives its text and not its place in the part's: each is looked for where the
-- one before it began, as marks stand in text order.
local function placed(text, marks)
  local list, from = {}, 1
  for _, mark in ipairs(marks or {}) do
    local start, stop
    if mark.text and mark.text ~= "" then start, stop = text:find(mark.text, from, true) end
    if start then
      list[#list + 1] = { start = start, stop = stop, mark = mark }
      from = start
    end
  end
  table.sort(list, function(a, b)
    if a.start ~= b.start then return a.start < b.start end
    return a.stop > b.stop
  end)
  return list
end

local WRAP = {
  em = function(content) return pandoc.Emph(content) end,
  strong = function(content) return pandoc.Strong(content) end,
  code = function(_, mark) return pandoc.Code(mark.text) end,
  link = function(content, mark) return pandoc.Link(content, mark.href or "") end,
}

local function wrapped(content, mark)
  local wrap = WRAP[mark.tag]
  if wrap then return wrap(content, mark) end
  return pandoc.Span(content, pandoc.Attr("", { mark.tag }))
end

local render

-- The index of the first mark that does not lie in the i-th, which ends at `stop`.
local function after(list, i, stop)
  local k = i + 1
  while k <= #list and list[k].start <= stop do k = k + 1 end
  return k
end

render = function(text, from, to, list, first, last)
  local out, at, i = {}, from, first
  while i <= last do
    local item = list[i]
    local k = after(list, i, item.stop)
    if item.start >= at and item.stop <= to then
      add_text(text:sub(at, item.start - 1), out)
      out[#out + 1] = wrapped(render(text, item.start, item.stop, list, i + 1, math.min(k - 1, last)), item.mark)
      at, i = item.stop + 1, k
    else
      i = i + 1 -- crosses another mark: its text stays, unmarked
    end
  end
  add_text(text:sub(at, to), out)
  return out
end

--- A part's text as inlines: links, emphasis and the like where its marks are.
function inlines.of(part)
  local text = part.text or ""
  local list = placed(text, part.marks)
  return render(text, 1, #text, list, 1, #list)
end

return inlines
