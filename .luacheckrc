-- The library runs in Lua 5.3 and 5.4, the command in 5.4 only.
std = "lua53+lua54"
max_line_length = 120
exclude_files = { "build", "spec/fixtures/rules/broken", ".git" }
files["lua/galley/command"] = { std = "lua54" }
files["lua/galley/pandoc/galley.lua"] = { read_globals = { "PANDOC_SCRIPT_FILE", "PANDOC_STATE", "PANDOC_VERSION" } }
-- The stub for lua-language-server defines the globals of rule files, for no one to run.
files["lua/galley/meta.lua"] = { ignore = { "111", "131", "212" } }
files["spec"] = { std = "lua53+lua54+busted" }
-- Rule files run in a state of their own: its functions, and the words of the rule language.
stds.rule = { read_globals = {
  "assert", "error", "ipairs", "next", "pairs", "pcall", "select", "tonumber", "tostring", "type",
  string = { other_fields = true }, table = { other_fields = true }, math = { other_fields = true },
  utf8 = { other_fields = true },
  "css", "xpath", "block", "meta", "jsonld", "page", "pattern", "line", "include", "formula", "patterns",
} }
files["rules"] = { std = "rule" }
files["spec/fixtures/rules"] = { std = "rule" }
