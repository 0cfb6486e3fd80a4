-- Tables of the running text: one part with its rows, not one for each cell.

local LEVELS_MOST = 12 -- elements between a cell's text and its table

local function table_around(s, i)
  local row = s.f.node[i]
  for _ = 1, LEVELS_MOST do
    if not row or row == 0 then return nil end
    if s.page:name(row) == "table" then return row end
    row = s.page:parent(row)
  end
end

--- The table that begins with block `i`, where it is data and nothing else: its row and its last
-- block; nil where something else than cells of the story stands in it, or most of it is links.
local function whole_table(s, i)
  local row = s.role[i] == "table" and table_around(s, i)
  if not row then return nil end
  local stop, last, cells, others = s.page:subtree_end(row), i, 0, 0
  while last <= s.count and s.f.node[last] < stop do
    local role = s.role[last]
    if role == "table" then cells = cells + 1
    elseif role or s.f.hidden[last] == 1 then return nil
    else others = others + 1 end
    last = last + 1
  end
  local above = i > 1 and s.f.node[i - 1] > row
  if above or cells < 2 or others > cells then return nil end
  return row, last - 1
end

--- Takes the cells of links in whole tables, which stand in rows with other cells of the story:
--- they are no teasers.
local function keep_cells(s)
  local role, behind = s.role, 0
  for i = s.first or s.count + 1, s.last or s.count do
    if role[i] == "table" and i > behind then
      local row, last = whole_table(s, i)
      for j = i, row and last or 0 do role[j] = "table" end
      behind = row and last or i
    end
  end
end

return { keep_cells = keep_cells, whole_table = whole_table }
