-- For the specs of the generic rule: a page written here, what the rule makes of it, line by
-- line, and what is to be in that.
local assert = require "luassert"
local core = require "galley.core"
local divide = require "galley.divide"
local loader = require "galley.rule.loader"
local run = require "spec.divide.run"
local witness = require "galley.divide.witness"

local generic = assert(loader.file "rules/generic.lua")

local function content(html, url)
  local page = assert(core.parse(html))
  local context = { url = url, language = "en", witnesses = witness.read(page) }
  local claims = assert(divide.page(page, nil, generic, context))
  return claims:content()
end

local function lines(html, url)
  return run.lines(content(html, url))
end

-- The author marks of all bylines, and in brackets the words of bylines without marks.
local function authors(html, url)
  local found = {}
  local function visit(list)
    for _, item in ipairs(list) do
      if item.content then visit(item.content) end
      local count = #found
      for _, mark in ipairs(item.tag == "byline" and item.marks or {}) do
        if mark.tag == "author" then found[#found + 1] = mark.text end
      end
      if item.tag == "byline" and #found == count then found[#found + 1] = "(" .. item.text .. ")" end
    end
  end
  visit(content(html, url))
  return found
end

local function has(list, wanted)
  for _, line in ipairs(list) do
    if line:match("^%s*(.-)$") == wanted then return true end
  end
  return false
end

local function assert_has(list, ...)
  for _, wanted in ipairs { ... } do
    assert.is_true(has(list, wanted), wanted .. "\nis not in\n" .. table.concat(list, "\n"))
  end
end

local TEXT = {
  "The ferry to the outer islands stayed in port on Monday, since the wind had grown to a storm in the night.",
  "Some forty passengers slept in the school of the harbour town, where the mayor had soup brought to them.",
  "By noon the waves were still three metres high, and the captain, who has sailed here for years, would not leave.",
}

local function page(parts)
  return ([[<html lang=en><head><title>Ferry stays in port - Harbour News</title>
    <meta property="og:title" content="Ferry stays in port"></head><body>
    <nav><ul><li><a href="/a">News</a><li><a href="/b">Sport</a><li><a href="/c">Weather</a></ul></nav>
    <main><article><header><p class="kicker"><a href="/islands">Islands</a></p><h1>Ferry stays in port</h1>
    <p class="standfirst">Storm keeps forty passengers ashore for a night.</p>
    <p class="byline">By Ann Lee <time datetime="2024-05-06T07:00:00Z">6 May 2024</time></p></header>
    <div class="article-body"><p>%s</p><figure><img src="x.jpg"><figcaption>The ferry on Sunday.</figcaption></figure>
    <p>%s</p><h2>No boat before Tuesday</h2><p>%s</p>%s</div></article>%s</main>
    <footer><p>© Harbour News, all rights reserved.</p></footer></body></html>]])
    :format(TEXT[1], TEXT[2], TEXT[3], parts.body or "", parts.main or "")
end

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"

-- Headlines of other stories of the site.
local HEADLINES = {
  SEALS = "Two seals rescued from nets at the pier", ROOF = "School loses its roof in the storm",
  FOG = "Fog keeps planes from the island", WHALE = "Whale seen off the northern pier",
}

-- The link to one of them, or to what else bears a headline.
local function link(text, attributes)
  local address = text:lower():gsub("<[^>]*>", ""):gsub("%W+", "-")
  return ("<a %s href='/islands/%s-48190'>%s</a>"):format(attributes or "", address, text)
end

local function list(...)
  local items = {}
  for i, text in ipairs { ... } do items[i] = "<li>" .. link(text) end
  return "<ul>" .. table.concat(items) .. "</ul>"
end

-- What is found on the page with something below its story.
local function found_below(html)
  return lines(page { main = html }, URL)
end

return {
  HEADLINES = HEADLINES, TEXT = TEXT, URL = URL, authors = authors, assert_has = assert_has, found_below = found_below,
  has = has, lines = lines, link = link, list = list, page = page,
}
