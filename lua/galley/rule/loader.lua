-- Rule files to rule objects: run in a state of their own, checked key by key, with the
-- line of everything. Tables made by the host's own Lua code are trusted and run here.

local core = require "galley.core"
local budget = require "galley.rule.budget"
local fault = require "galley.fault"
local context = require "galley.rule.context"
local check = require "galley.rule.check"
local family = require "galley.rule.family"
local include = require "galley.rule.include"
local lines = require "galley.rule.lines"
local reword = require "galley.rule.reword"

local loader = {}

local BYTES_MOST = 4 << 20 -- of a rule file

local prelude_source

-- The source of matcher.lua, which is the prelude of the state that rules run in.
local function prelude()
  if prelude_source then return prelude_source end
  local path = assert(package.searchpath("galley.rule.matcher", package.path))
  local file = assert(io.open(path, "rb"))
  prelude_source = file:read "a"
  file:close()
  return prelude_source
end

local function base_name(path)
  return path:match "[^/\\]+$" or path
end

-- One fault that says it all: the first problem, and how many more there are.
local function combined(problems)
  local first = problems[1]
  local all = {}
  for i, problem in ipairs(problems) do all[i] = tostring(problem) end
  return fault.new {
    code = first.code, message = first.message, file = first.file, line = first.line, path = first.path,
    position = first.position, problems = problems, all = table.concat(all, "\n"),
  }
end

local function finish(made, rule, raw)
  check.rule(made, rule, raw)
  if #made.problems > 0 then return nil, combined(made:sorted_problems()) end
  rule.name = rule.name or rule.base:gsub("%.lua$", "")
  for i, layout in ipairs(rule.layouts or {}) do
    layout.layout = layout.name or tostring(i)
    layout.name = rule.name
  end
  rule.source_table = raw
  return rule
end

-- Gives the state all that the rule needs, and runs it: what it returns; or nil, what went
-- wrong and in which file.
local function run_in(sandbox, source, name, files)
  local ok, err = sandbox:prelude(prelude(), "matcher.lua")
  if not ok then return nil, err, "matcher.lua" end
  for _, file in ipairs(files) do
    ok, err = sandbox:module(file.name, file.source)
    if not ok then return nil, err, file.path end
  end
  local exported
  exported, err = sandbox:load(source, base_name(name))
  return exported, err, name
end

-- The line that a message names where the state knows none: that of the table returned, or
-- the last, where no table is.
local function line_in(source, message)
  if message:find "^a rule file returns" then return select(2, source:gsub("\n", "")) + 1 end
  local root = lines.scan(source).root
  return root and root.line or 1
end

-- What a rule may spend. The instructions of a shipped one are counted only where someone says
-- how many it may have: its steps, memory and time are limited as ever.
local function limits_for(options)
  local limits = budget.limits(options.limits)
  limits.uncounted = options.own and not (options.limits and options.limits.instructions)
  return limits
end

-- Runs the source in a state of its own: what it returns, and the sandbox.
local function run(source, name, files, options)
  local sandbox = core.sandbox(limits_for(options))
  local exported, err, where = run_in(sandbox, source, name, files)
  if err == nil then return exported, sandbox end
  sandbox:close()
  return nil, nil, fault.new {
    code = err.code or "rule-error", message = reword(err.message or tostring(err), source), file = where,
    line = err.line or line_in(source, tostring(err.message)),
  }
end

-- The digest of a rule: of its file, or of all its files one after the other.
local function digest(source, files)
  local all = { source }
  for i, file in ipairs(files) do all[i + 1] = file.source end
  return core.sha256(table.concat(all))
end

-- One source, run: { raw, sandbox, files, source = (see context) }; or nil and a fault.
local function read(source, name, base, options)
  if #source > BYTES_MOST then
    return nil, fault.new { code = "rule-size", message = "too large for a rule file", file = name }
  end
  local files, missing = include.gather(source, name)
  if not files then return nil, missing end
  local raw, sandbox, err = run(source, name, files, options)
  if err then return nil, err end
  return { raw = raw, digest = digest(source, files),
    source = { file = name, base = base, scan = lines.scan(source), sandbox = sandbox, line = 1 } }
end

-- The states of sources whose functions the rule does not use are not kept.
local function tidy(sources, loaded)
  for _, one in ipairs(sources) do
    if not (loaded and one.used) then one.sandbox:close() end
  end
end

--- A rule from its source. `name` is the file's name in messages; `options` may hold
--- `limits` (see rule/budget.lua), `roots`, the folders in which families are looked for beside the
--- rule's own, and `own`, true for a shipped rule.
--- @return the rule object, or nil and a fault whose `problems` lists all
function loader.source(source, name, options)
  options = options or {}
  local base = base_name(name)
  local own, err = read(source, name, base, options)
  if not own then return nil, err end
  local made = context.new(own.source)
  made.core = core
  local whole, sources, family_err = family.extend(made, own, function(text, path, as)
    return read(text, path, as, { limits = options.limits }) -- a family may be anyone's
  end, options.roots or {})
  if not whole then
    tidy(sources, false)
    return nil, family_err
  end
  local rule = { file = name, base = base, sha256 = whole.digest, families = whole.families, limits = options.limits }
  local loaded, problem = finish(made, rule, whole.raw)
  tidy(sources, loaded)
  if loaded and made.source.used then loaded.sandbox = made.source.sandbox end
  return loaded, problem
end

--- A rule from a file.
function loader.file(path, options)
  local file, message = io.open(path, "rb")
  local source
  if file then
    source, message = file:read "a" -- a folder opens, but cannot be read
    file:close()
  end
  if not source then
    message = tostring(message):gsub("^" .. path:gsub("%p", "%%%0") .. ": ", "")
    return nil, fault.new { code = "rule-file", message = message, file = path }
  end
  return loader.source(source, path, options)
end

--- A rule from a table that the host's Lua code made, trusted: its functions run in this
--- state. `options`: file (for messages), line. Matchers come from galley.rule.matcher.
function loader.table(raw, options)
  options = options or {}
  local file = options.file or "(table)"
  local made = context.new { file = file, base = base_name(file), line = options.line }
  made.core = core
  return finish(made, { file = file, base = base_name(file) }, raw)
end

return loader
