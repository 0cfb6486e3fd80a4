-- NewsML-G2: a news item is a story, its text NITF or XHTML in inlineXML; what a package item
-- refers to is a teaser.

local function time(element)
  return css(element):date "%Y-%m-%dT%H:%M:%S%z"
end

return {
  name = "newsml-g2",
  input = "xml",
  parts = { filed = "note" }, -- where, in a line of its own

  story = {
    at = "newsItem",
    headline = { "inlineXML hl1", "inlineXML h1", "contentMeta > headline" },
    dek = { "inlineXML hedline hl2", "contentMeta > description[role$=summary]" },
    byline = { "inlineXML byline", "contentMeta > by" },
    filed = { "inlineXML dateline", "contentMeta > dateline" },
    published = {
      time "itemMeta > firstCreated", time "contentMeta > contentCreated", time "itemMeta > versionCreated",
    },
    modified = time "itemMeta:has(> firstCreated) > versionCreated",
    caption = "contentMeta > description[role$=caption], inlineXML media-caption, inlineXML figcaption",
    media_credit = "inlineXML media-producer",
    credit = "contentMeta > creditline",
    crosshead = "inlineXML body\\.content hl2",
    blockquote = "inlineXML bq",
    body = { "inlineXML body\\.content", "inlineXML", "inlineData" },
  },

  teaser = { at = "packageItem itemRef", href = ":scope", headline = "headline", dek = "description" },
}
