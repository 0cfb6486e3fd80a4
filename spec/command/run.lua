-- Runs the real command in a process of its own, for specs.

local collections = require "spec.tools.collections"
local lfs = require "lfs"

local run = {}

local top = lfs.currentdir()

--- The command line that starts galley from anywhere. Under the sanitizers the launcher
-- is stepped over, since it would load the plain build.
function run.program()
  local build = os.getenv "GALLEY_BUILD"
  if not build then return collections.quote(top .. "/build/galley") end
  return ("env LUA_PATH_5_4=%s LUA_CPATH_5_4=%s lua5.4 %s"):format(
    collections.quote(("%s/lua/?.lua;%s/lua/?/init.lua;%s/build/share/?.lua;;"):format(top, top, top)),
    collections.quote(("%s/%s/lua5.4/?.so;;"):format(top, build)),
    collections.quote(top .. "/lua/galley/command/main.lua"))
end

function run.read(path)
  local file = assert(io.open(path, "rb"))
  local text = file:read "a"
  file:close()
  return text
end

function run.write(path, text)
  local file = assert(io.open(path, "wb"))
  assert(file:write(text))
  assert(file:close())
end

--- A shell command's exit code, standard output and standard error.
function run.shell(command, stdin)
  local out, err = os.tmpname(), os.tmpname()
  local _, how, code = os.execute(("{ %s ; } >%s 2>%s <%s"):format(command, out, err,
    collections.quote(stdin or "/dev/null")))
  local said, complained = run.read(out), run.read(err)
  os.remove(out)
  os.remove(err)
  return how == "exit" and code or 128 + code, said, complained
end

--- galley with a list of arguments: exit code, standard output, standard error.
function run.galley(arguments, options)
  options = options or {}
  local words = { options.before or "", run.program() }
  for _, word in ipairs(arguments) do words[#words + 1] = collections.quote(word) end
  return run.shell(table.concat(words, " "), options.stdin)
end

--- The lines of a text.
function run.lines(text)
  local list = {}
  for line in text:gmatch "[^\n]+" do list[#list + 1] = line end
  return list
end

--- A new folder for a test's files; `remove` takes it away with what is in it.
function run.folder()
  local path = os.tmpname()
  os.remove(path)
  assert(lfs.mkdir(path))
  return path, function() os.execute("rm -rf " .. collections.quote(path)) end
end

return run
