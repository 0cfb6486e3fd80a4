-- haberturk.com
return {
  hosts = { "haberturk.com", "*.haberturk.com" },
  zone = "Europe/Istanbul",
  story = {
    at = "article.news-tracker",
    headline = ".featured h1", dek = ".featured h2",
    caption = ".cms-container figcaption, .featured figcaption",
    paragraph = ".cms-container p", crosshead = ".cms-container h2.widget-title",
    list_item = ".cms-container li",
  },

  tests = {
    { url = "https://www.haberturk.com/turkiye-de-orman-yanginlari-yanginlarda-son-durum-guncel-haberler-3700095",
      sha256 = "0109765bd9fc0a2a904778be0759bfb824b79724b2addc00ebf1b572a3165b8a",
      expect = { story = 1, headline = 1, paragraph = 43, crosshead = 10 } },
  },
}
