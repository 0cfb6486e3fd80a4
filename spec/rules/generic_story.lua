-- Pages for the specs of the generic rule, written here, and what the rule makes of them.
local core = require "galley.core"
local divide = require "galley.divide"
local loader = require "galley.rule.loader"
local run = require "spec.divide.run"
local witness = require "galley.divide.witness"

local generic = assert(loader.file "rules/generic.lua")

local M = {}

M.TEXT = {
  "The ferry to the outer islands stayed in port on Monday, since the wind had grown to a storm in the night.",
  "Some forty passengers slept in the school of the harbour town, where the mayor had soup brought to them.",
  "By noon the waves were still three metres high, and the captain, who has sailed here for years, would not leave.",
}

local function content(html, url)
  local page = assert(core.parse(html))
  local witnesses = witness.read(page)
  local context = { language = witnesses.language, url = url or witnesses.canonical, witnesses = witnesses }
  return assert(divide.page(page, nil, generic, context)):content()
end

--- The division as indented lines.
function M.lines(html, url)
  return run.lines(content(html, url))
end

--- The parts of the story with a tag, in order.
function M.parts(html, tag, url)
  local found = {}
  local function visit(list)
    for _, item in ipairs(list) do
      if item.tag == tag then found[#found + 1] = item end
      if item.kind == "story" then visit(item.content) end
    end
  end
  visit(content(html, url))
  return found
end

--- Whether a line stands in the list, whatever its indent.
function M.has(list, wanted)
  for _, line in ipairs(list) do
    if line:match("^%s*(.-)$") == wanted then return true end
  end
  return false
end

function M.assert_has(list, ...)
  for _, wanted in ipairs { ... } do
    assert(M.has(list, wanted), wanted .. "\nis not in\n" .. table.concat(list, "\n"))
  end
end

function M.assert_lacks(list, ...)
  for _, wanted in ipairs { ... } do
    assert(not M.has(list, wanted), wanted .. "\nis in\n" .. table.concat(list, "\n"))
  end
end

--- A page with a story: `head` goes into head, `top` between headline and text, `body` behind
--- the text, `foot` behind the article.
function M.story(parts)
  return ([[<html lang=%s><head><title>%s</title>%s</head><body>
    <nav><ul><li><a href="/a">News</a><li><a href="/b">Sport</a></ul></nav>
    <main><article><h1>%s</h1>%s<div class="article-body"><p>%s</p><p>%s</p><p>%s</p>%s</div></article>%s</main>
    <footer><p>© Harbour News, all rights reserved.</p></footer></body></html>]])
    :format(parts.lang or "en", parts.title or "Ferry stays in port", parts.head or "",
      parts.headline or "Ferry stays in port", parts.top or "", M.TEXT[1], M.TEXT[2], M.TEXT[3], parts.body or "",
      parts.foot or "")
end

return M
