-- Sites made with WordPress, by the class names that its themes have in common. A site's rule says
-- where its theme puts the story (`at`), and what it has other names for.
return {
  chrome = ".sharedaddy, .jp-relatedposts, .wp-block-latest-posts, .comment-respond, .post-pagination",

  story = {
    headline = { "h1.entry-title", "h1.wp-block-post-title", "h1" },
    -- a first paragraph that is bold as a whole
    dek = xpath ".//*[contains(@class, 'entry-content')]/p[1][normalize-space(.) = normalize-space(strong)]",
    byline = { ".byline", ".author.vcard" }, author = ".author a",
    published = css "time.entry-date.published",
    caption = ".wp-caption-text, .entry-content figcaption",
    body = ".entry-content",
  },
}
