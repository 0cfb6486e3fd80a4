-- A page as the generic rule sees it: its features, the weight of each block as running
-- text, and what is known of the boxes around it.

local lexicon = include "generic/page/words"
local add_columns = include("generic/page/columns").add_columns
local normal = lexicon.normal

local BLOCK_MOST = 4000 -- bytes of a block that are read: no line that matters is longer

local function text_of(s, i)
  return s.f.text[i]
end

local function lower_of(s, i)
  return s.f.lower[i]
end

-- Whether a line in lower case fits a pattern of a list.
local function says(s, i, list)
  return s.f:matches(i, list)
end

-- The bytes of a range of text as they stand, of a long one the first.
local function raw_text(s, start, stop)
  return s.page:raw(start, math.min(stop, start + BLOCK_MOST))
end

-- The range of an element in a block, without the white space at the block's ends; nil where it stands elsewhere.
local function range_in(page, row, start, stop)
  local from, to = page:range(row)
  local a, b = math.max(from, start), math.min(to, stop)
  if a >= b or a > from and page:read(from, a):find("%S") or b < to and page:read(b, to):find("%S") then return nil end
  return a, b
end

-- The sum of a column over some blocks, from the column of its sums.
local function sum_of(sums, first, last)
  return sums[last] - (sums[first - 1] or 0)
end

-- The same over the blocks of a box.
local function sum_in(s, sums, box)
  return sum_of(sums, s.f.box_first[box], s.f.box_last[box])
end

-- The tags of a block, and where a br cut it out of a paragraph, those of the paragraph.
local function tags_of(f, i)
  return f.tags[i]
end

-- Titles with the series in brackets before or behind them.
local SERIES = {
  "^%s*%[[^%[%]]+%]%s*(.+)$", "^%s*【.-】%s*(.+)$", "^%s*〈.-〉%s*(.+)$", "^(.+%S)%s*%[[^%[%]]+%]%s*$",
}

local function without_series(title)
  for _, pattern in ipairs(title:find("[%[【〈]") and SERIES or {}) do
    local rest = title:match(pattern)
    if rest and #rest >= 12 then return rest end
  end
end

-- What metadata says is the headline; behind the first, nothing that it gives as the dek too. Without a series in
-- brackets as well, which the page may show in a line of its own.
local function headline_witnesses(w, deks)
  local list, seen = {}, {}
  local function add(title)
    local key = normal(title)
    if #list < 8 and not seen[key] then list[#list + 1] = title end
    seen[key] = true
  end
  for at, one in ipairs(w.headline or {}) do
    add(one.value)
    local rest = without_series(one.value)
    if rest then add(rest) end
    for _, dek in ipairs(at == 1 and deks or {}) do seen[dek] = true end
  end
  return list
end

-- How lines begin that may begin as one of the texts does, which are letters alone: patterns.
local function openings(texts)
  local list = {}
  for i, one in ipairs(texts) do
    list[i] = "^" .. one:match("^%w?%w?%w?%w?%w?%w?"):gsub("%w", "[^%%w]*%0")
  end
  return patterns(list)
end

-- The names that metadata give for authors, as patterns on text in lower case.
local function names_in(authors)
  local list = {}
  for i, one in ipairs(authors) do list[i] = one.value:lower():gsub("[^%w\128-\255]", "%%%0") end
  return patterns(list)
end

local function is_linkish(s, i, share)
  return s.f.link_chars[i] >= (share or 0.8) * s.f.chars[i]
end

-- Whether a box is followed or preceded by one of its shape, in the box around both.
local function is_repeated(f, box)
  local around, shape = f.box_parent[box], f.box_shape[box]
  if around == 0 then return false end
  for side = -1, 1, 2 do
    local i = side < 0 and f.box_first[box] - 1 or f.box_last[box] + 1
    local other = i >= f.box_first[around] and i <= f.box_last[around] and f.box[i] or 0
    while other > 0 and f.box_parent[other] ~= around do other = f.box_parent[other] end
    if other > 0 and f.box_shape[other] == shape then return true end
  end
  return false
end

-- The box a block stands in beside others.
local function parent_box(f, i)
  local box = f.box[i]
  if box > 0 and f.box_first[box] == f.box_last[box] then return f.box_parent[box] end
  return box
end

local TEXT_ROLES = { paragraph = true, list_item = true, table = true, blockquote = true, preformatted = true }

local function is_text_role(role)
  return TEXT_ROLES[role] or false
end

local function drop(s, i)
  s.role[i] = nil
end

local function excluded(s, i)
  return s.f.excluded[i] == 1
end

local function common_box(s, a, b)
  local f = s.f
  local box = f.box[a]
  while box > 0 and f.box_last[box] < b do box = f.box_parent[box] end
  return box
end

-- In the page's order; several in one block by their links.
local function by_first(a, b)
  if a.first ~= b.first then return a.first < b.first end
  return (a.link or 0) < (b.link or 0)
end

-- Puts segments in the page's order, in which most lists of them are already.
local function sort_by_first(list)
  local before = -1
  for at = 1, #list do
    local one = list[at]
    if one.first <= before then
      table.sort(list, by_first)
      return
    end
    before = one.first
  end
end

-- Iterates over the children of a row.
local function children(page, row)
  local child
  return function()
    if child then child = page:next(child) else child = page:first_child(row) end
    return child
  end
end

local BLOCKS_MOST = 5000 -- looked at; no page that people read has as many

-- Columns of which few rows are read: they are made no lists.
local FEW = { "base_sums", "box_around_hints", "box_around_tags", "box_hints", "box_near_hints", "box_row", "box_tags",
  "digits", "excluded", "hidden", "images", "inside_tags", "linked_sums", "node", "own_tags", "terminal", "texts",
  "time", "upper", "weight", "weight_sums" }

local LINKS = 32 -- of a page, for whose addresses there is room at once

local function begin(page, context)
  local f, w = page:features(BLOCKS_MOST), context.witnesses or {}
  local s = { page = page, context = context, f = f, count = f.blocks, away = {} }
  s.role, s.hrefs = table.room(s.count), table.room(0, LINKS)
  s.deks = {}
  for _, one in ipairs(w.dek or {}) do s.deks[#s.deks + 1] = normal((one.value:gsub("</?%a[^<>]*>", ""))) end
  s.witnesses = headline_witnesses(w, s.deks)
  s.sites, s.authors, s.published = w.site or {}, w.byline or {}, w.published or {}
  s.openings, s.author_names = openings(s.deks), names_in(s.authors)
  add_columns(f)
  for at = 1, #FEW do f[FEW[at]] = f:cells(FEW[at]) end
  s.weight, s.weights, s.weights_all, s.linked = f.weight, f.weight_sums, f.base_sums, f.linked_sums
  s.around_tags, s.around_hints, s.near_hints = f.box_around_tags, f.box_around_hints, f.box_near_hints
  return s
end

return {
  begin = begin, children = children, common_box = common_box, drop = drop, excluded = excluded,
  is_linkish = is_linkish, is_repeated = is_repeated, is_text_role = is_text_role, lower_of = lower_of,
  names_in = names_in, parent_box = parent_box,
  range_in = range_in, raw_text = raw_text, says = says, sort_by_first = sort_by_first,
  sum_in = sum_in, sum_of = sum_of, tags_of = tags_of, text_of = text_of, TEXT_ROLES = TEXT_ROLES,
}
