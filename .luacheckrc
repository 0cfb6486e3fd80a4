-- The library runs in Lua 5.3 and 5.4, the command in 5.4 only.
std = "lua53+lua54"
max_line_length = 120
exclude_files = { "build", "spec/fixtures/rules/broken", ".git" }
files["lua/galley/command"] = { std = "lua54" }
files["lua/galley/pandoc/galley.lua"] = { read_globals = { "PANDOC_SCRIPT_FILE", "PANDOC_STATE", "PANDOC_VERSION" } }
files["spec"] = { std = "lua53+lua54+busted" }
-- Rule files see the constructors of the rule language as globals.
local constructors = { "css", "xpath", "block", "meta", "jsonld", "page", "pattern", "first", "title", "text", "include" }
files["rules"] = { std = "lua53+lua54", read_globals = constructors }
files["spec/fixtures/rules"] = { std = "lua53+lua54", read_globals = constructors }
