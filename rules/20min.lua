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
        paragraph = ":class(Article_body*) p:not(li p)", crosshead = ":class(Article_body*) h2",
        dek = "header p, :class(Article_element__*) > div > div > ul:first-child > li", -- and the key points
      } },
    { story = {
        at = "article:has(> header)",
        dek = "header p",
        paragraph = ":scope > section > p", crosshead = ":scope > section > div > h2:first-child",
      } },
  },
}
