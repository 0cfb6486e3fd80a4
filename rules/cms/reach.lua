-- The sites of Reach plc: the layout till 2025 with its live blogs, and the one that came after.
return {
  zone = "Europe/London",
  chrome = {
    ".sharebar, .read-next, .mod-video, .newsletter-sign-up-container, .live-event-key-events, #comments-wrapper",
    block "sign%a* up [^.]*newsletter", block "^Do you have a story", block "@reachplc%.com",
  },

  layouts = {
    { story = {
        at = "article.article-main",
        kicker = ".channel-name", headline = "h1", dek = ".sub-title, .lead-content__sub-title",
        byline = ".author-information-container .author", author = ".author a:first-of-type",
        caption = "figcaption, .caption",
        body = ".article-body",
        teaser = { at = block "^R[Ee][Aa][Dd] M[Oo][Rr][Ee]: ", headline = "a" },
        entry = { at = ".live-event-entry", headline = "h3", byline = ".entry-author", body = ".entry-content",
                  teaser = { at = block "^R[Ee][Aa][Dd] M[Oo][Rr][Ee]: ", headline = "a" } },
      } },
    { story = {
        at = "article#article-body",
        headline = "h1", dek = ":class(LeadText_lead-text*)",
        byline = ":class(Authors_authors-container*)", author = ":class(Authors_authors-container*) a",
        paragraph = ":class(Paragraph_paragraph-text*)", crosshead = "h2:not(:class(LeadText_*)), h3",
        caption = "figcaption",
      } },
  },
}
