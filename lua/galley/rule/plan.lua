-- `plan`: a grammar over the lines of a page, compiled by LPeg's re, and the claims that
-- come of matching it.

local re = require "re"
local lpeg = require "lpeg"
local budget = require "galley.rule.budget"
local caret = require "galley.rule.caret"
local fault = require "galley.fault"
local plan_grammar = require "galley.rule.plan_grammar"
local plan_lines = require "galley.rule.plan_lines"

local plan = {}

-- Whether a literal is but punctuation: what it cuts apart it is no part of.
local function is_separator(text)
  if text:find "%w" then return false end
  for _, point in utf8.codes(utf8.len(text) and text or "") do
    local is_mark = point < 0xC0 or point == 0xD7 or (point >= 0x2000 and point < 0x2C00) or
      (point >= 0x3000 and point < 0x3040)
    if not is_mark then return false end
  end
  return true
end

-- The piece of LPeg for a name or literal of the plan.
local function piece(grammar, token)
  if token.type == "literal" then
    if not is_separator(token.text) then return plan_lines.literal(token.text) end
    grammar.pieces[#grammar.pieces + 1] = token
    token.tag = "separator"
    return plan_lines.literal(token.text, #grammar.pieces)
  end
  if token.type == "operator" then return plan_lines.any() end
  grammar.pieces[#grammar.pieces + 1] = token
  local id = #grammar.pieces
  if token.class then return plan_lines.class(id, token.class) end
  if token.upto then return plan_lines.stretch(id, token.upto) end
  return plan_lines.free(id)
end

-- One definition in re's notation: names of lines and literals become definitions (%d1, …)
-- that LPeg looks up in `defs`, and a segment becomes a table capture.
local function write_definition(grammar, definition, defs)
  local words = { "r_" .. definition.name, "<-" }
  local function define(pattern)
    defs[#defs + 1] = pattern
    defs["d" .. #defs] = pattern
    words[#words + 1] = "%d" .. #defs
  end
  if definition.kind then
    words[#words + 1] = "{|"
    define(lpeg.Cc(definition.name))
  end
  words[#words + 1] = "("
  for _, token in ipairs(definition.tokens) do
    if token.means == "rule" then
      words[#words + 1] = "r_" .. token.text
    elseif token.type == "operator" and token.text ~= "." then
      words[#words + 1] = token.text
    else
      define(piece(grammar, token))
    end
  end
  words[#words + 1] = definition.kind and ") |}" or ")"
  return table.concat(words, " ")
end

-- What LPeg says of a grammar, in the plan's words.
local function reworded(message)
  message = tostring(message):gsub("^[^:]*:%d+: ", ""):gsub("'r_([%w_]+)'", "`%1`")
  if message:find "backtrack stack overflow" then return "it is nested too deeply" end
  local argument = message:match "^bad argument #%d+ to '[^']*' %((.*)%)$"
  if argument then return argument end
  if message:find("pattern error") then return "a bracket or operator is out of place" end
  if message:find("may accept empty string") or message:find("empty loop") then
    return (message:gsub("loop body may accept empty string", "what is repeated may be empty")
      :gsub("empty loop in rule", "what is repeated may be empty in"))
  end
  return message
end

-- The first definition that re cannot read by itself, for the caret.
local function culprit(grammar, message)
  local named = message:match("'r_([%w_]+)'")
  if named and grammar.by_name[named] then return grammar.by_name[named] end
  for _, definition in ipairs(grammar.definitions) do
    local words = {}
    for _, token in ipairs(definition.tokens) do
      words[#words + 1] = (token.type ~= "operator" or token.text == ".") and "'x'" or token.text
    end
    if not pcall(re.compile, table.concat(words, " ")) then return definition end
  end
  return grammar.by_name.page
end

local function problem_at(text, first_line, position, message)
  local _, newlines = text:sub(1, position - 1):gsub("\n", "")
  local column = position - (text:sub(1, position - 1):match(".*()\n") or 0)
  return {
    message = ("%s (line %d of the plan, column %d)\n%s"):format(message, newlines + 1, column, caret(text, position)),
    position = position, line = first_line + newlines,
  }
end

-- Where a piece took its text: whole lines by their block, stretches by their range.
local function place(item, state, from, to)
  local number = plan_lines.line_at(state, from)
  local line = state.lines[number]
  local start = state.starts[from] and from + 1 or from
  if start == line.at and to == line.at + #line.text then
    item.block = line.block
    return item
  end
  -- to the end of the byte that is not white: what lies between is cut off on both sides
  local first = state.subject:match("^%s*()", start) - line.at
  item.range = { plan_lines.offset(state, line, first + 1) - 1, plan_lines.offset(state, line, to - line.at) }
  return item
end

-- The claims of a capture: { kind?, id, from, to, …, nested captures }.
local function claims_of(capture, state, grammar, first_line)
  local content, i = {}, type(capture[1]) == "string" and 2 or 1
  while capture[i] do
    if type(capture[i]) == "table" then
      local kind = capture[i][1]
      content[#content + 1] = {
        kind = kind, line = first_line + grammar.by_name[kind].line,
        content = claims_of(capture[i], state, grammar, first_line),
      }
      i = i + 1
    else
      local token = grammar.pieces[capture[i]]
      local item = { tag = token.tag, line = first_line + token.line }
      place(item, state, capture[i + 1], capture[i + 2])
      -- A separator that is a line of its own cuts nothing: it is chrome.
      if not (token.type == "literal" and item.block) then content[#content + 1] = item end
      i = i + 3
    end
  end
  return content
end

local function why_not(state)
  local number = state.far > 0 and plan_lines.line_at(state, state.far - 1) or 0
  local following = state.lines[number + 1]
  local text = following and following.text:sub(1, 60) or ""
  return ("the plan fits up to line %d of %d%s"):format(number, #state.lines,
    following and (": then comes %q"):format(text) or "")
end

local function matcher(pattern, grammar, first_line, find, file)
  return function(page, work)
    work = work or budget.new()
    local function bounded(line, wanted) return find(line, wanted, work) end
    local state = plan_lines.new(page, grammar.classes, bounded, work)
    local ok, capture = pcall(lpeg.match, pattern, state.subject, 1, state)
    if ok and capture then return claims_of(capture, state, grammar, first_line) end
    if ok then return nil, why_not(state) end
    if fault.is(capture) then
      capture.file, capture.line = capture.file or file, capture.line or first_line
      error(capture, 0)
    end
    if capture == plan_lines.limit then return nil, "the plan tries too much: " .. why_not(state) end
    return nil, "the plan goes too deep: " .. why_not(state)
  end
end

local function unbounded(text, pattern)
  return string.find(text, pattern)
end

-- Of a text that is computed only the line of its call is known.
local function all_on_one_line(grammar)
  for _, definition in ipairs(grammar.definitions) do
    definition.line = 0
    for _, token in ipairs(definition.tokens) do token.line = 0 end
  end
end

--- Compiles a plan. `classes` is the rule's `lines` as line_class.read gave it; `options`:
--- kinds, parts (own words), file, line (of it, where the text begins), computed (the text stands
--- nowhere in the file), find (a bounded string.find, given the budget too).
--- Gives { match = function(page, budget) -> claims | nil, message; kinds = {…} }, or nil and
--- { message, line, position }.
function plan.compile(text, classes, options)
  local first_line = options.line or 1
  local grammar, problem = plan_grammar.read(text, classes, options)
  local function wrong(position, message)
    local found = problem_at(text, first_line, position, message)
    if options.computed then found.line = first_line end
    return nil, found
  end
  if not grammar then return wrong(problem.position, problem.message) end
  if options.computed then all_on_one_line(grammar) end
  grammar.pieces = {}
  local defs, kinds = { finish = plan_lines.finish() }, {}
  local source = { "start <- {| r_page |} %finish" }
  for _, definition in ipairs(grammar.definitions) do
    source[#source + 1] = write_definition(grammar, definition, defs)
    if definition.kind then kinds[definition.kind] = true end
  end
  local ok, pattern = pcall(re.compile, table.concat(source, "\n"), defs)
  if not ok then
    local message = tostring(pattern)
    return wrong(culprit(grammar, message).position, reworded(message))
  end
  return { match = matcher(pattern, grammar, first_line, options.find or unbounded, options.file), kinds = kinds }
end

return plan
