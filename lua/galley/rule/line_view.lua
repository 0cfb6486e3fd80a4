-- The lines of a page, or of a stretch of it, as classes of lines see them: its blocks, but
-- those that are hidden.

local core = require "galley.core"
local line_class = require "galley.rule.line_class"

local line_view = {}

local LINE, LOOK, ROWS_A_STEP = 200, 40, 4 -- what they cost in steps of the budget

local HIDDEN = 1 -- BLOCK_HIDDEN of core/block.h

local methods = {}
local meta = { __index = methods }

--- The view of page text from `start` to `stop` (offsets; all of it where they are left out).
--- `find` is a bounded string.find, `budget` what looks are paid from. Each line has block, start, stop,
--- row and its position.
function line_view.new(page, find, budget, start, stop)
  local self = setmetatable({ page = page, find = find, budget = budget, covers = {} }, meta)
  budget:spend(page:blocks() * LINE)
  for i = 1, page:blocks() do
    local first, last, row, flags = page:block(i)
    if (flags or 0) & HIDDEN == 0 and first >= (start or 0) and last <= (stop or last) then
      self[#self + 1] = { block = i, start = first, stop = last, row = row, position = #self + 1 }
    end
  end
  return self
end

local function normal(self, line)
  line.normal = line.normal or line_class.normal(self.page:read(line.start, line.stop))
  return line.normal
end

local function within(bounds, count)
  return count >= bounds[1] and count <= bounds[2]
end

-- A position below 0 counts from the end.
local function stands(self, bounds, position)
  local first = bounds[1] > 0 and bounds[1] or #self + 1 + bounds[1]
  local last = bounds[2] > 0 and bounds[2] or #self + 1 + bounds[2]
  return position >= first and position <= last
end

local function in_set(set, point, other)
  return (set[point] or set[other] or false) ~= set.negated
end

-- The text ranges of the outermost elements that a selector finds, in text order.
local function cover(self, selector)
  local known, last = {}, -1
  local rows, spent = self.page:find(selector, 0)
  self.budget:spend(spent + self.page:subtree_end(0) // ROWS_A_STEP + #rows)
  for _, row in ipairs(rows) do
    if row >= last then
      last = self.page:subtree_end(row)
      known[#known + 1] = { self.page:range(row) }
    end
  end
  self.covers[selector] = known
  return known
end

local function is_covered(self, selector, line)
  local known = self.covers[selector] or cover(self, selector)
  local low, high = 1, #known
  while low <= high do
    local middle = (low + high) // 2
    if known[middle][2] < line.stop then low = middle + 1 else high = middle - 1 end
  end
  return known[low] ~= nil and known[low][1] <= line.start
end

-- The traits that count characters.
local COUNTS = { "words", "chars", "digits" }

-- A title is written as a sentence may be.
local function has_case(wanted, case)
  return wanted[case] or case == "title" and wanted.sentence
end

local function has_shape(self, look, line)
  if look.position and not stands(self, look.position, line.position) then return false end
  line.look = line.look or core.look(normal(self, line))
  local seen = line.look
  for _, name in ipairs(COUNTS) do
    if look[name] and not within(look[name], seen[name]) then return false end
  end
  if look.case and not has_case(look.case, seen.case) then return false end
  if look.sentence ~= nil and look.sentence ~= seen.terminal then return false end
  if look.begins and not in_set(look.begins, seen.first) then return false end
  return not look.ends or in_set(look.ends, seen.last, seen.core)
end

--- Whether a line of the view looks so.
function methods:looks(look, line)
  self.budget:spend(LOOK)
  if not has_shape(self, look, line) then return false end
  if look.within and not is_covered(self, look.within, line) then return false end
  if look.one_of and not self:holds(look.one_of, line) then return false end
  return not (look.none and self:holds(look.none, line))
end

--- Whether a line of the view is in a class.
function methods:holds(class, line)
  local text = normal(self, line)
  if class.exact[text] then return true end
  for _, pattern in ipairs(class.patterns) do
    if self.find(text, pattern) then return true end
  end
  for _, look in ipairs(class.looks or {}) do
    if self:looks(look, line) then return true end
  end
  return false
end

return line_view
