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
        "core/block.c",
        "core/buffer.c",
        "core/claim.c",
        "core/lua_terminal.c",
        "core/page_builder.c",
        "core/source_decode.c",
        "core/source_labels.c",
        "core/source_single.c",
        "core/source_sniff.c",
        "core/text.c",
        "core/visible.c",
      },
      incdirs = { "$(LIBXML2_INCDIR)/libxml2", "$(ZLIB_INCDIR)", "$(MD_INCDIR)" },
      libdirs = { "$(LIBXML2_LIBDIR)", "$(ZLIB_LIBDIR)", "$(MD_LIBDIR)" },
      libraries = { "xml2", "z", "md" },
    },
    ["galley.command.extract"] = "lua/galley/command/extract.lua",
    ["galley.command"] = "lua/galley/command/init.lua",
    ["galley.command.main"] = "lua/galley/command/main.lua",
    ["galley.command.options"] = "lua/galley/command/options.lua",
    ["galley.command.output"] = "lua/galley/command/output.lua",
    ["galley.command.progress"] = "lua/galley/command/progress.lua",
    ["galley.command.report"] = "lua/galley/command/report.lua",
    ["galley.command.tree"] = "lua/galley/command/tree.lua",
    ["galley.fault"] = "lua/galley/fault.lua",
    ["galley.format"] = "lua/galley/format/init.lua",
    ["galley.format.json"] = "lua/galley/format/json.lua",
    ["galley.format.jsonl"] = "lua/galley/format/jsonl.lua",
    ["galley.format.outline"] = "lua/galley/format/outline.lua",
    ["galley.format.style"] = "lua/galley/format/style.lua",
    ["galley.input"] = "lua/galley/input/init.lua",
    ["galley.input.kind"] = "lua/galley/input/kind.lua",
    ["galley.input.name"] = "lua/galley/input/name.lua",
    ["galley.rule.context"] = "lua/galley/rule/context.lua",
    ["galley.rule.lexer"] = "lua/galley/rule/lexer.lua",
    ["galley.rule.lines"] = "lua/galley/rule/lines.lua",
    ["galley.rule.lua_pattern"] = "lua/galley/rule/lua_pattern.lua",
    ["galley.rule.matcher"] = "lua/galley/rule/matcher.lua",
    ["galley.rule.schema"] = "lua/galley/rule/schema.lua",
    ["galley.rule.segment"] = "lua/galley/rule/segment.lua",
    ["galley.rule.suggest"] = "lua/galley/rule/suggest.lua",
    ["galley.rule.value"] = "lua/galley/rule/value.lua",
  },
  install = {
    bin = { galley = "lua/galley/command/main.lua" },
    lua = {
    },
  },
}
