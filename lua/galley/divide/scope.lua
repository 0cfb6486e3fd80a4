--- Where a rule looks: the subtree of an element, or a run of sibling nodes. All text
-- offsets are bytes from 0 into the page's text, half-open.

local scope = {}

--- The scope of an element: its subtree.
function scope.element(page, row)
  local start, stop = page:range(row)
  return { row = row, first = row, last = page:subtree_end(row), start = start, stop = stop, element = row }
end

--- The scope of the whole page.
function scope.page(page)
  return scope.element(page, 0)
end

-- The end of a run that begins at `first`: the next row of `stops` behind it, or the end
-- of what encloses it.
local function run_end(page, first, stops, outer)
  local parent = page:parent(first)
  local last = math.min(parent and page:subtree_end(parent) or outer.last, outer.last)
  for _, row in ipairs(stops) do
    if row > first and row < last then return row, page:range(row) end
  end
  local _, stop = page:range(parent or outer.row)
  return last, math.min(stop, outer.stop)
end

--- The runs that begin at each of `starts` and go on to the next of them, to one of
--- `ends`, or to the end of their parent. Rows in document order.
function scope.runs(page, outer, starts, ends)
  local stops, runs = {}, {}
  table.move(starts, 1, #starts, 1, stops)
  table.move(ends, 1, #ends, #stops + 1, stops)
  table.sort(stops)
  for _, first in ipairs(starts) do
    local last, stop = run_end(page, first, stops, outer)
    local start = page:range(first)
    runs[#runs + 1] = { row = outer.row, first = first, last = last, start = start, stop = stop }
  end
  return runs
end

--- Whether a row lies in the scope.
function scope.holds(s, row)
  return row >= s.first and row < s.last
end

return scope
