-- morebikes.co.uk
return {
  extends = "cms/wordpress", hosts = { "morebikes.co.uk", "*.morebikes.co.uk" }, zone = "Europe/London",
  chrome = { "article center, .jetpack-slideshow-noscript", block "^Get Motor Cycle Monthly", block "^%[button " },
  story = {
    at = "article.type-post",
    kicker = ".meta-category a", byline = ".meta-author", author = ".meta-author a",
    published = css "time.entry-date":date "%d/%m/%Y",
  },
  tests = {
    { url = "https://www.morebikes.co.uk/7908/bike-style-book-soundtrack-review/",
      sha256 = "0bf992fc44b0313e2ac54a7528bc777889d0c7c3c5a5734d2b1f6496df31de8c",
      expect = { story = 1, headline = 1, byline = 1, lacks = "Click here" } },
    { url = "https://www.morebikes.co.uk/7721/clymer-workshop-manual-review/",
      sha256 = "e48f11000499fc07a0c997b556b7d600ea9b11d64744813181f90b4a7c17808d",
      expect = { story = 1, headline = 1, byline = 1, lacks = "Click here" } },
  },
}
