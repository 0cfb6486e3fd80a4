-- haberturk.com
return {
  hosts = { "haberturk.com", "*.haberturk.com" },
  zone = "Europe/Istanbul",
  story = {
    at = "article.news-tracker",
    headline = ".featured h1", dek = ".featured h2",
    caption = "figcaption",
    paragraph = ".cms-container p", crosshead = ".cms-container h2.widget-title",
    list_item = ".cms-container li",
  },
}
