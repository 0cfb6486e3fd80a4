--- The `galley` command: reads the arguments and hands them to a subcommand. A new
-- subcommand is a new file and a line in SUBCOMMANDS.
--
-- A subcommand's module has `name`, `summary`, `describe(parser)` (adds its arguments),
-- `fault(args) -> message | nil` (what argparse cannot check) and `run(args) -> exit code`.

local argparse = require "argparse"
local galley = require "galley"
local report = require "galley.command.report"

local command = {}

local SUBCOMMANDS = { "check", "extract", "explain", "rules", "schema", "test", "tree" }

local INTERRUPTED = 130 -- as a shell reports a program that SIGINT ended

local function modules()
  local by_name = {}
  for _, name in ipairs(SUBCOMMANDS) do by_name[name] = require("galley.command." .. name) end
  return by_name
end

-- argparse's own --help ends the process; this one only keeps the text.
local function add_help(parser, asked)
  parser:add_help(false)
  parser:flag("-h --help", "Show this help."):action(function()
    asked.text = parser:get_help()
    error "help"
  end)
end

local function build(by_name, asked)
  local parser = argparse("galley", "Divides news pages into story, sidebars, teasers, comments and chrome,"
    .. " each part with its bytes and its rule.",
    "'galley FILE' is short for 'galley extract FILE'. Exit codes: 0 done, 1 a page failed, 2 wrong usage,"
    .. " 3 a rule file is at fault, 4 input or output; of several the highest.")
  add_help(parser, asked)
  parser:flag("--version", "Show the version."):action(function()
    asked.text = "galley " .. tostring(galley.version)
    error "version"
  end)
  parser:command_target "command"
  for _, name in ipairs(SUBCOMMANDS) do
    local sub = parser:command(name, by_name[name].summary)
    add_help(sub, asked)
    by_name[name].describe(sub)
  end
  return parser
end

-- Whether the first argument is to be read as `extract FIRST`: it is no subcommand
-- and no option, and looks like a file: it is there, or bears a dot, a slash.
local function is_input(first, by_name)
  if not first or by_name[first] then return false end
  if first == "-" then return true end
  if first:find "^%-" then return false end
  if first:find "[./]" then return true end
  local file = io.open(first, "rb")
  if file then file:close() end
  return file ~= nil
end

-- @return the arguments by name; nil and a message where they are wrong
local function parse(argv, by_name, asked)
  local list = table.move(argv, 1, #argv, 1, {})
  if is_input(list[1], by_name) then table.insert(list, 1, "extract") end
  local parser = build(by_name, asked)
  if #list == 0 then
    asked.usage = parser:get_usage()
    return nil, "say what to do, as in 'galley extract PAGE.html' (see 'galley --help')"
  end
  local called, ok, result = pcall(parser.pparse, parser, list)
  if asked.text then return nil end
  if not called then error(ok, 0) end
  if not ok then return nil, result:gsub("\nDid", "; did") .. " (see 'galley --help')" end
  return result
end

local function run(argv)
  local by_name, asked = modules(), {}
  local args, message = parse(argv, by_name, asked)
  if asked.text then
    print(asked.text)
    return report.DONE
  end
  local chosen = args and by_name[args.command]
  message = message or chosen.fault and chosen.fault(args)
  if message then
    report.say(message)
    return report.USAGE
  end
  return chosen.run(args)
end

--- Runs the command with its arguments, a list of strings.
-- @return the exit code for the process
function command.main(argv)
  local ok, code = xpcall(run, function(err)
    return tostring(err):find "interrupted!$" and "interrupted" or debug.traceback(tostring(err), 2)
  end, argv)
  if ok then return code end
  if code == "interrupted" then return INTERRUPTED end
  report.say("a defect of galley's own: " .. code)
  return report.FAILED
end

return command
