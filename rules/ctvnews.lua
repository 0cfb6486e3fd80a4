-- ctvnews.ca as it was laid out till 2023.
return {
  name = "ctvnews",
  hosts = { "ctvnews.ca", "*.ctvnews.ca" },
  zone = { EST = "-05:00", EDT = "-04:00" },

  chrome = { at = "header.banner, .footernav, .boxAd, .carousel, .videoIcon" },

  story = {
    at = ".element.article",
    headline = "h1",
    caption = ".image p",
    byline = ".s-data", -- what .date leaves over
    published = css ".s-data .date":date "Published %A, %B %d, %Y %I:%M%p %Z",
    body = ".articleBody",
    credit = block "^With files from ",
  },

  sidebar = {
    { at = ".related", heading = "h2", teaser = { at = "li", headline = "a" } },
    { at = ".columnsplitter, .element.list:not(.columnsplitter *)", heading = "h3",
      teaser = { at = ".element.teaser, li:not(:has(.element.teaser))",
                 headline = { ".teaserTitle", "a" }, kicker = false, detail = ".airClip" } },
  },

  tests = {
    { url = "https://www.ctvnews.ca/sci-tech/snooze-cruise-study-sees-future-for-hibernating-astronauts-1.4690347",
      sha256 = "d640464522a74f18cdc68b73f95eb9adf891b542c193d12544fbf5e75fd0eee6",
      expect = { sidebar = 18, teaser = 61, paragraph = 4, byline = "The Associated Press" } },
  },
}
