-- landesspiegel.li: two themes, till 2025 and since.
return {
  extends = "cms/wordpress", hosts = { "landesspiegel.li", "*.landesspiegel.li" }, zone = "Europe/Zurich",
  chrome = ".sharedaddy, .comment-respond, .post-pagination, .post-share, .penci-post-countview-number-check",
  story = {
    at = "article.type-post:has(h1.entry-title)",
    kicker = ".penci-cat-name", caption = ".penci-featured-caption, .wp-caption-text",
    published = css "time.entry-date.published":date "%d. %B %Y", read_time = ".reading-time",
    bio = ".post-author",
    sidebar = { at = "div:has(> ul > .pcilrp-item)", teaser = { at = ".pcilrp-item", headline = "a" } },
  },
  tests = {
    { url =
      "https://landesspiegel.li/2025/06/rotary-club-liechtenstein-eschnerberg-praesidiumswechsel-und-besondere-ehrung/",
      sha256 = "7863403edb2577d608b649f8c2f11e3a152789f88b0b00ff9fe1140736270dba",
      expect = { story = 1, kicker = 1, headline = 1, dek = 1, paragraph = 3, bio = 1 } },
    { url = "https://landesspiegel.li/2026/01/eu-und-indien-besiegeln-groesstes-freihandelsabkommen-ihrer-geschichte/",
      sha256 = "2ded6425de3bed0e261b4ed29a532a37565bbc1a2064c0da30f77ffcfcf449df",
      expect = { story = 1, headline = 1, byline = 1, read_time = 1, paragraph = 11 } },
  },
}
