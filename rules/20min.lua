-- 20min.ch: the layout till 2025, whose class names keep their beginnings, and the one after
-- it, which has none that last.
return {
  hosts = { "20min.ch", "*.20min.ch" },
  zone = "Europe/Zurich",
  story = { caption = "figcaption" },
  layouts = {
    { chrome = { ":class(Article_elementPoll*)", block "^Eine Newsübersicht am Morgen", block "auf Whatsapp%?$" },
      story = {
        at = "article:class(Article_article*)",
        paragraph = ":class(Article_body*) p:not(li p, figcaption p)", crosshead = ":class(Article_body*) h2",
        dek = "header p, :class(Article_element__*) > div > div > ul:first-child > li", -- and the key points
      } },
    { story = {
        at = "article:has(> header)",
        dek = "header p",
        paragraph = ":scope > section > p", crosshead = ":scope > section > div > h2:first-child",
      } },
  },

  tests = {
    { url = "https://www.20min.ch/story/russland-franzose-war-fuer-schweizer-ngo-taetig-drei-jahre-haft-103202511",
      sha256 = "cf54eab41623d4b4c4b5be2fcc735b68255ef5c9a0126a8ac8132b80d5a96461",
      expect = { story = 1, headline = 1, paragraph = 5, crosshead = 1 } },
  },
}
