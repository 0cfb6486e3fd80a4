-- What two thousand rules cost a page that needs one of them: seconds to open the folder and to
-- choose the rule, without an index and with one. Run at the top of the checkout: make bench-pack

local folder = require "spec.tools.folder"
local lfs = require "lfs"
local pack = require "galley.rule.pack"

local COUNT = 2000
local RULE = [[
-- A site's rule.
return {
  name = "site%d", hosts = { "site%d.example", "*.site%d.example" }, maintainer = "desk@site%d.example", version = 3,
  zone = "Europe/Berlin",
  chrome = ".header, .footer, .share, .ad",
  story = {
    at = "article.story", kicker = ".kicker", headline = "h1", dek = ".dek", byline = ".byline", author = ".byline a",
    published = css "time.published":date "%%B %%d, %%Y, %%I:%%M %%p",
    caption = "figcaption", body = ".story-body", credit = block "^With files from ",
  },
  sidebar = { at = ".box:has(> ul)", heading = "h2", teaser = { at = "li", headline = "a", dek = "p" } },
}
]]

local function measure(what, dir)
  local start = os.clock()
  local rules = assert(pack.new { dirs = { dir }, shipped = false })
  local rule = rules:choose "https://www.site77.example/x"
  assert(rule and rule.name == "site77")
  local chosen = os.clock()
  assert(#rules:digests() == 1)
  print(("%-28s  choose %.4f s, digest %.4f s, %d files read"):format(what, chosen - start, os.clock() - chosen,
    rules.folders[1].read))
end

local place = folder.new()
for i = 1, COUNT do
  local path = ("site%04d.lua"):format(i)
  place:write(path, RULE:format(i, i, i, i))
  lfs.touch(place:path(path), os.time() - 3600)
end
measure(COUNT .. " rules", place.dir)
assert(require("galley.rule.folder").open(place.dir):write_index())
measure(COUNT .. " rules, index", place.dir)
place:remove()
local one = folder.new { ["site77.lua"] = RULE:format(77, 77, 77, 77) }
measure("one rule", one.dir)
one:remove()
