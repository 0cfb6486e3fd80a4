-- nettavisen.no
return {
  hosts = { "nettavisen.no", "*.nettavisen.no" },
  zone = "Europe/Oslo",
  story = {
    at = "main > article",
    headline = "h1", dek = ".lead-text",
    byline = ".byline-footer .author p:first-child", author = ".byline-footer .author p:first-child",
    caption = "figcaption",
    body = ".body-text > div",
    sidebar = { at = ".fact-box", heading = ".title", list_item = ".body li", paragraph = ".body p" },
    teaser = { at = block "^Les også: ", kicker = block "^Les også: ", headline = "a" },
  },
}
