-- ilanganews.co.za: the writer stands in bold before the text; the theme names who posted it.
return {
  extends = "cms/wordpress", hosts = { "ilanganews.co.za", "*.ilanganews.co.za" }, zone = "Africa/Johannesburg",
  story = {
    at = ".et_pb_column:has(> .et_pb_post_title, > .et_pb_post_content)",
    byline = xpath ".//*[contains(@class, 'et_pb_post_content')]/p[1][normalize-space(.) = normalize-space(strong)]",
    author = false, dek = false,
    published = css ".et_pb_title_meta_container .published":date "%d %B %Y",
    caption = xpath ".//*[contains(@class, 'et_pb_post_content')]/p[. = strong][position() > 1]",
    body = ".et_pb_post_content",
  },
  tests = {
    { url =
        "https://ilanganews.co.za/ikhansela-lisola-uthishanhloko-ngezimbuzi-zalo-ezifohla-zidle-i-rice-lesikole-zife/",
      sha256 = "dcb63108595bd38c6af8d3ec13d9d4e041b1b38067118a35bb5fc400116bf211",
      expect = { story = 1, headline = 1, byline = 1, caption = 1, paragraph = 13 } },
  },
}
