-- namibian.com.na: two themes, a page builder's till 2023 and one of WordPress's own blocks since.
return {
  extends = "cms/wordpress", hosts = { "namibian.com.na", "*.namibian.com.na" }, zone = "Africa/Johannesburg",
  chrome = { ".sharedaddy, .wp-block-latest-posts", block "^Stay informed with The Namibian",
             block "^Subscribe Now!$" },
  layouts = {
    { name = "builder", story = {
        at = "article.tdb_templates",
        dek = xpath ".//*[contains(@class, 'tdb_single_content')]/div/p[1][string(.) = string(strong)]",
        headline = "h1.tdb-title-text", kicker = ".tdb_single_subtitle h1",
        byline = ".tdb-author-name-wrap", author = ".tdb-author-name",
        published = css ".tdb_single_date time":date "%d %B %Y",
        body = ".tdb_single_content",
      } },
    { name = "blocks", story = {
        at = "main:has(.wp-block-post-title)",
        byline = css ".nam_post__info span:last-of-type":after "Written by ", author = false,
        published = { meta "article:published_time", css ".nam_post__info time":first() },
        caption = "figcaption, .post_img_text > p", credit = block "^– additional reporting by ",
      } },
  },
  tests = {
    { url = "https://www.namibian.com.na/nam-sa-green-hydrogen-pipeline-flagged/",
      sha256 = "079c2e44718d433e847ef48c213b5fe649975f09340cd1ed7e07230d4010c17f",
      expect = { story = 1, headline = 1, kicker = 1, dek = 1, byline = 1, paragraph = 42 } },
    { url = "https://www.namibian.com.na/mbumba-recountsgeingobs-last-days/",
      sha256 = "80652d8b819781a20c3cb5cdea8d883a3b118ce053ba1d804144f72a73ed30c9",
      expect = { story = 1, headline = 1, dek = 1, byline = 1, caption = 3, paragraph = 47, credit = 1 } },
  },
}
