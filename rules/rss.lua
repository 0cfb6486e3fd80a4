-- RSS 2.0 and 1.0. An item with its full text (content:encoded, or a description of several
-- paragraphs) is a story, any other a teaser. Elements of other vocabularies have their usual
-- prefix in the name: dc:creator is written dc\:creator in a selector.

local function time(element)
  return css(":scope > " .. element):date "%a, %d %b %Y %H:%M:%S %Z"
end

local function iso(element)
  return css(":scope > " .. element):date "%Y-%m-%dT%H:%M:%S%z"
end

local full = ":has(> content\\:encoded)"
local long = ":has(> description p ~ p)"

local byline = { ":scope > dc\\:creator", ":scope > author" }
local published = { time "pubDate", iso "dc\\:date" }
local modified = { iso "dcterms\\:modified", iso "atom\\:updated" }

return {
  name = "rss",
  input = "xml",

  story = {
    { at = "item" .. full, headline = ":scope > title", kicker = ":scope > category", byline = byline,
      published = published, modified = modified, dek = ":scope > description",
      image = ":scope > content\\:encoded img", caption = ":scope > content\\:encoded figcaption",
      body = ":scope > content\\:encoded" },
    { at = "item" .. long .. ":not(" .. full .. ")", headline = ":scope > title", kicker = ":scope > category",
      byline = byline, published = published, modified = modified, image = ":scope > description img",
      caption = ":scope > description figcaption", body = ":scope > description" },
  },

  teaser = { at = "item:not(" .. full .. ", " .. long .. ")", href = ":scope > link", headline = ":scope > title",
    kicker = ":scope > category", dek = ":scope > description", byline = byline, published = published },
}
