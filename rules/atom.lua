-- Atom. An entry that brings its content is a story, one that only links to it a teaser.

local function iso(element)
  return css(":scope > " .. element):date "%Y-%m-%dT%H:%M:%S%z"
end

local full = ":has(> content:not([src]))"

return {
  name = "atom",
  input = "xml",

  story = { at = "entry" .. full, headline = ":scope > title", byline = ":scope > author > name",
    published = iso "published", modified = iso "updated", dek = ":scope > summary",
    image = ":scope > content img", caption = ":scope > content figcaption", body = ":scope > content" },

  teaser = { at = "entry:not(" .. full .. ")", href = ":scope > link[rel=alternate], :scope > link:not([rel])",
    headline = ":scope > title", byline = ":scope > author > name", published = { iso "published", iso "updated" },
    dek = ":scope > summary" },
}
