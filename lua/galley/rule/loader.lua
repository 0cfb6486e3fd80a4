-- Rule files to rule objects: run in a state of their own, checked key by key, with the
-- line of everything. Tables made by the host's own Lua code are trusted and run here.

local core = require "galley.core"
local fault = require "galley.fault"
local context = require "galley.rule.context"
local check = require "galley.rule.check"
local include = require "galley.rule.include"
local lines = require "galley.rule.lines"

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

-- Runs the source in a state of its own: what it returns, and the sandbox.
local function run(source, name, files, limits)
  local sandbox = core.sandbox(limits or {})
  local exported, err, where = run_in(sandbox, source, name, files)
  if err == nil then return exported, sandbox end
  sandbox:close()
  return nil, nil, fault.new {
    code = err.code or "rule-error", message = err.message or tostring(err), file = where, line = err.line,
  }
end

-- The digest of a rule: of its file, or of all its files one after the other.
local function digest(source, files)
  local all = { source }
  for i, file in ipairs(files) do all[i + 1] = file.source end
  return core.sha256(table.concat(all))
end

--- A rule from its source. `name` is the file's name in messages; `options` may hold
--- `limits` of the sandbox. @return the rule object, or nil and a fault whose `problems` lists all
function loader.source(source, name, options)
  if #source > BYTES_MOST then
    return nil, fault.new { code = "rule-size", message = "too large for a rule file", file = name }
  end
  local files, missing = include.gather(source, name)
  if not files then return nil, missing end
  local raw, sandbox, err = run(source, name, files, options and options.limits)
  if err then return nil, err end
  local made = context.new { file = name, scan = lines.scan(source), core = core }
  local rule = { file = name, base = base_name(name), sha256 = digest(source, files) }
  local loaded, problem = finish(made, rule, raw)
  if loaded and made.has_functions then
    loaded.sandbox = sandbox
  else
    sandbox:close()
  end
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
  local made = context.new { file = file, line = options.line, core = core }
  return finish(made, { file = file, base = base_name(file) }, raw)
end

return loader
