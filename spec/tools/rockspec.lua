-- Writes rockspec/galley-dev-1.rockspec from the files of the tree, so that a new
-- module, C file or rule is in the rock. spec/repository_spec.lua fails where the two
-- differ. Run it at the top of the checkout: lua5.4 spec/tools/rockspec.lua

local lfs = require "lfs"

local rockspec = { path = "rockspec/galley-dev-1.rockspec" }

local HEAD = [==[
-- The rock, as `luarocks --lua-version=5.4 make` builds it. The lists are written by
-- spec/tools/rockspec.lua.
rockspec_format = "3.0"
package = "galley"
version = "dev-1"
source = { url = "git+file://." }
description = {
  summary = "Divides news pages into story, sidebars and teasers, each part with its bytes",
  detailed = [[
galley takes a news page apart: a C core parses it and knows every byte of it, and rule
files in Lua say what is story, sidebar, teaser and comment, and what each part of them is.
A Lua module, a command for pipelines, and a reader for pandoc.]],
  license = "MIT",
  labels = { "html", "news", "extraction", "parser" },
}
dependencies = {
  "lua >= 5.3, < 5.5",
  "lpeg >= 1.0",
  "lua-cjson >= 2.1",
  "argparse >= 0.7",
  "luafilesystem >= 1.8",
}
external_dependencies = {
  LIBXML2 = { header = "libxml2/libxml/HTMLparser.h", library = "xml2" },
  ZLIB = { header = "zlib.h", library = "z" },
  MD = { header = "sha2.h", library = "md" },
}
test = { type = "command", command = "make test" }
build = {
  type = "builtin",
  modules = {
    ["galley.core"] = {
      sources = {
]==]

local AFTER_SOURCES = [==[
      },
      incdirs = { "$(LIBXML2_INCDIR)/libxml2", "$(ZLIB_INCDIR)", "$(MD_INCDIR)" },
      libdirs = { "$(LIBXML2_LIBDIR)", "$(ZLIB_LIBDIR)", "$(MD_LIBDIR)" },
      libraries = { "xml2", "z", "md" },
    },
]==]

local AFTER_MODULES = [==[
  },
  install = {
    bin = { galley = "lua/galley/command/main.lua" },
    lua = {
]==]

local TAIL = [==[
    },
  },
}
]==]

-- Files below a folder whose names end as asked, sorted.
local function files(folder, ending, list)
  list = list or {}
  for name in lfs.dir(folder) do
    local path = folder .. "/" .. name
    if name:sub(1, 1) ~= "." then
      if lfs.attributes(path, "mode") == "directory" then
        files(path, ending, list)
      elseif name:sub(-#ending) == ending then
        list[#list + 1] = path
      end
    end
  end
  table.sort(list)
  return list
end

--- "lua/galley/x/init.lua" → "galley.x"; "rules/y.lua" → "galley.rules.y".
function rockspec.module_of(path)
  local name = path:gsub("%.lua$", ""):gsub("^lua/", ""):gsub("^rules/", "galley/rules/"):gsub("/init$", "")
  return (name:gsub("/", "."))
end

--- What the tree holds that the rock must: lists of paths.
function rockspec.tree()
  return { sources = files("core", ".c"), modules = files("lua/galley", ".lua"), rules = files("rules", ".lua") }
end

--- The rockspec's text for a tree.
function rockspec.text(tree)
  local out = { HEAD }
  for _, path in ipairs(tree.sources) do out[#out + 1] = ("        %q,\n"):format(path) end
  out[#out + 1] = AFTER_SOURCES
  for _, path in ipairs(tree.modules) do
    out[#out + 1] = ("    [%q] = %q,\n"):format(rockspec.module_of(path), path)
  end
  out[#out + 1] = AFTER_MODULES
  for _, path in ipairs(tree.rules) do
    out[#out + 1] = ("      [%q] = %q,\n"):format(rockspec.module_of(path), path)
  end
  out[#out + 1] = TAIL
  return table.concat(out)
end

if arg and arg[0] and arg[0]:find "rockspec%.lua$" then
  local file = assert(io.open(rockspec.path, "wb"))
  assert(file:write(rockspec.text(rockspec.tree())))
  assert(file:close())
end

return rockspec
