-- nikkei.com. Its class names end in letters that a build makes up.
return {
  hosts = { "nikkei.com", "*.nikkei.com" },
  zone = "Asia/Tokyo",
  story = {
    at = "main article:class(container_*)",
    headline = "h1",
    published = css "header time":date { "%Y年%m月%d日 %H:%M", "%Y年%m月%d日" },
    caption = "figcaption",
    paragraph = "section:class(container_*) > p:class(paragraph_*)",
    crosshead = "section:class(container_*) > h2, section:class(container_*) > h3",
    note = "section:class(container_*) > div:class(container_*)",
  },
  sidebar = {
    { at = "section > :class(container_*):has(> :class(title_*))", heading = ":scope > :class(title_*)",
      teaser = { at = "li", headline = "a" } },
    { at = ":class(relatedArticles_*)", heading = ":scope > :class(title_*)",
      teaser = { at = "li", headline = "h2", published = "time" } },
    { at = "section:has(:class(innerContentSubtitle_*))", heading = "h2",
      teaser = { at = "li", kicker = ":class(innerContentTitle_*)", headline = ":class(innerContentSubtitle_*)" } },
    { at = "section:has(> :class(titleRow_*))", heading = "h2",
      teaser = { at = "a:has(> :class(name_*))", kicker = ":class(name_*)", headline = ":class(title_*)" } },
  },

  tests = {
    { url = "https://www.nikkei.com/article/DGXZQOUB148MY0U5A110C2000000/",
      sha256 = "18d843b37351f47dd69b5885d55f9ce7b44f09f8391c1349fe9d47c9e7178099",
      expect = { story = 1, headline = 1, published = 1, paragraph = 6 } },
  },
}
