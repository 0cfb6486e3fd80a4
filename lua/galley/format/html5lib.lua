--- A page's tree as html5lib's tree-construction tests write it: a node a line.

local concat, sort = table.concat, table.sort

local html5lib = {}

local PREFIX = { svg = "svg ", mathml = "math " }

-- The UTF-16 code units of a string, by which attributes are ordered.
local function code_units(text)
  local units = {}
  for _, code in utf8.codes(text) do
    if code < 0x10000 then
      units[#units + 1] = code
    else
      units[#units + 1] = 0xD800 + ((code - 0x10000) >> 10)
      units[#units + 1] = 0xDC00 + (code & 0x3FF)
    end
  end
  return units
end

local function before(a, b)
  local left, right = a.units, b.units
  for i = 1, #left < #right and #left or #right do
    if left[i] ~= right[i] then return left[i] < right[i] end
  end
  return #left < #right
end

-- "xlink href", "xml lang", "xmlns xlink": the namespace and the local name.
local function attribute_name(attribute)
  if not attribute.space then return attribute.name end
  return attribute.space .. " " .. (attribute.name:match ":(.*)$" or attribute.name)
end

local function attribute_lines(page, row)
  local sorted = {}
  for i, attribute in ipairs(page:attrs(row)) do
    local name = attribute_name(attribute)
    sorted[i] = { units = code_units(name), line = ('%s="%s"'):format(name, attribute.value) }
  end
  sort(sorted, before)
  return sorted
end

local function doctype(page, row)
  local public, system = page:data(row, 1), page:data(row, 2)
  local name = page:name(row) or ""
  if not public and not system then return ("<!DOCTYPE %s>"):format(name) end
  return ('<!DOCTYPE %s "%s" "%s">'):format(name, public or "", system or "")
end

local label = {
  doctype = doctype,
  comment = function(page, row) return ("<!-- %s -->"):format(page:data(row)) end,
  text = function(page, row) return ('"%s"'):format(page:raw(page:range(row))) end,
  content = function() return "content" end,
  element = function(page, row)
    return ("<%s%s>"):format(PREFIX[page:space(row)] or "", page:name(row))
  end,
}

-- The first row that is shown, and how deep its parent is.
local function root_of(page, options)
  if not (options and options.fragment) then return 0, -1 end
  return page:first_child(0), -1 -- the html element that a fragment's nodes hang on
end

--- The tree as lines, each beginning with "| ", the last one ended as well.
-- @param options `fragment = true`: the page was parsed as a fragment
function html5lib.tree(page, options)
  local root, above = root_of(page, options)
  local depth, lines = { [root] = above }, {}
  for row = root + 1, page:subtree_end(root) - 1 do
    local level, kind = depth[page:parent(row)] + 1, page:kind(row)
    local indent = "| " .. ("  "):rep(level)
    depth[row] = level
    lines[#lines + 1] = indent .. label[kind](page, row)
    if kind == "element" then
      for _, attribute in ipairs(attribute_lines(page, row)) do
        lines[#lines + 1] = indent .. "  " .. attribute.line
      end
    end
  end
  lines[#lines + 1] = ""
  return concat(lines, "\n")
end

return html5lib
