-- NITF, the news industry's text format (3.x): the body is the story.

return {
  name = "nitf",
  input = "xml",
  parts = { filed = "note" }, -- where, in a line of its own

  story = {
    at = "nitf > body",
    headline = { "body\\.head hl1", "body\\.head hedline" },
    dek = "body\\.head hl2, body\\.head abstract p, body\\.head abstract:not(:has(p))",
    byline = "body\\.head byline",
    filed = "body\\.head dateline",
    published = {
      css "body\\.head dateline > story\\.date",
      page "head docdata > date\\.issue":attr "norm":date "%Y%m%dT%H%M%S%z",
    },
    body = "body\\.content",
    crosshead = "body\\.content hl2",
    blockquote = "body\\.content bq",
    caption = "body\\.content media-caption",
    media_credit = "body\\.content media-producer",
    note = "body\\.head note, body\\.content > note",
    credit = "body\\.head distributor, body\\.end tagline",
  },

  -- A block holds what is related, "such as a sidebar"; many hold a part of the text.
  sidebar = { at = "block:has(> datasource), block[class*=sidebar i]", heading = ":scope > hl2, :scope > hedline",
    body = ":scope" },
}
