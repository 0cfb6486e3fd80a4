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
  sidebar = { at = "section > :class(container_*):has(> :class(title_*))", heading = ":scope > :class(title_*)",
              teaser = { at = "li", headline = "a" } },
}
