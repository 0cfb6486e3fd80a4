-- The lines of a page as a plan matches them, and the pieces of LPeg that take one line, a
-- stretch of one, or a literal. Every try is counted: a grammar that goes back and forth
-- for ever comes to an end.

local lpeg = require "lpeg"
local line_view = require "galley.rule.line_view"

local plan_lines = {}

local find, sub = string.find, string.sub
local ANY = {}            -- stands for all classes and none
local STEPS_A_LINE = 100  -- tries that a plan has for each line of the page,
local STEPS_SPARE = 10000 -- and on top of that

plan_lines.limit = {} -- what is raised when the tries are used up

--- The state of one match: the subject (each line with a newline before it), where lines
--- start, and the tries left. `find_bounded` tries patterns of line classes, which are paid from `budget`.
function plan_lines.new(page, classes, find_bounded, budget)
  local rows, starts, size = {}, {}, 1
  local lines = line_view.new(page, find_bounded, budget)
  for i, line in ipairs(lines) do
    line.text = page:read(line.start, line.stop):gsub("[\r\n]", " ")
    rows[i], starts[size] = "\n" .. line.text, i
    line.at = size + 1
    size = size + #line.text + 1
  end
  return {
    page = page, subject = table.concat(rows), lines = lines,
    starts = starts, far = 0, classes = classes,
    left = STEPS_A_LINE * #lines + STEPS_SPARE, known = {},
  }
end

local function spend(state, steps)
  state.left = state.left - steps
  if state.left < 0 then error(plan_lines.limit, 0) end
end

local function in_class(state, number, name)
  local known = state.known[number] or {}
  state.known[number] = known
  if known[name] == nil then
    known[name] = state.lines:holds(state.classes[name], state.lines[number])
  end
  return known[name]
end

local function is_free(state, number)
  for name in pairs(state.classes) do
    if in_class(state, number, name) then return false end
  end
  return true
end

local function takes(state, number, class)
  if class == ANY then return true end
  if class then return in_class(state, number, class) end
  return is_free(state, number)
end

-- Where the text at `i` begins and its line ends; nil where no line of the class (nil: in
-- no class) can be taken. What is left of a line is taken whatever its class.
local function open(state, subject, i, class)
  spend(state, 1)
  local number = state.starts[i]
  if number then
    if not takes(state, number, class) then return nil end
    i = i + 1
  elseif class and class ~= ANY then
    return nil -- a class is of whole lines
  end
  local stop = (find(subject, "\n", i, true) or #subject + 1) - 1
  spend(state, (stop - i) // 256)
  if stop < i then return nil end
  return i, stop
end

local function reached(state, i)
  if i > state.far then state.far = i end
  return i
end

-- Each piece takes at least one byte, which is how LPeg knows that repeating it ends.
local with_state = lpeg.Carg(1) * lpeg.P(1)

-- A match-time function over (state, subject, i), where `i` is the byte at which the piece begins.
local function matching(try)
  return lpeg.Cmt(with_state, function(subject, after, state)
    return try(state, subject, after - 1) or false
  end)
end

-- Captures a number that says which piece took the text, and from where to where.
local function captured(id, try)
  return lpeg.Cc(id) * lpeg.Cp() * matching(try) * lpeg.Cp()
end

-- Takes what is left of a line, or a whole one (in the class, or in none).
local function whole(class)
  return function(state, subject, i)
    local start, stop = open(state, subject, i, class)
    return start and reached(state, stop + 1)
  end
end

--- Takes a line in no class, or what is left of a line.
function plan_lines.free(id)
  return captured(id, whole())
end

--- Takes a line in the class.
function plan_lines.class(id, name)
  return captured(id, whole(name))
end

--- Takes what stands before the literal in a line.
function plan_lines.stretch(id, literal)
  return captured(id, function(state, subject, i)
    local start, stop = open(state, subject, i)
    local at = start and find(subject, literal, start + 1, true)
    return at and at + #literal - 1 <= stop and at
  end)
end

--- Takes the literal, at the start of a free line or within one. Without an id it captures nothing.
function plan_lines.literal(text, id)
  local function try(state, subject, i)
    local start = open(state, subject, i)
    return start and sub(subject, start, start + #text - 1) == text and reached(state, start + #text)
  end
  return id and captured(id, try) or matching(try)
end

--- Takes any line, or what is left of one; captures nothing.
function plan_lines.any()
  return matching(whole(ANY))
end

--- The end of the page.
function plan_lines.finish()
  return lpeg.Cmt(true, function(subject, i) return i > #subject end)
end

local function solid(text)
  return #text:gsub("%s+", "")
end

--- The text offset in the page of what stands `size` bytes into a line. A line is read with
--- its white space made even, so it is looked for by the bytes that are none.
function plan_lines.offset(state, line, size)
  local wanted = solid(sub(line.text, 1, size))
  local low, high = line.start, line.stop
  while low < high do
    local middle = (low + high) // 2
    if solid(state.page:read(line.start, middle)) < wanted then low = middle + 1 else high = middle end
  end
  return low
end

--- The number of the line that holds byte `i` of the subject.
function plan_lines.line_at(state, i)
  local low, high = 1, #state.lines
  while low < high do
    local middle = (low + high + 1) // 2
    if state.lines[middle].at - 1 <= i then low = middle else high = middle - 1 end
  end
  return low
end

return plan_lines
