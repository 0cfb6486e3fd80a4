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

  tests = {
    { url =
        "https://www.nettavisen.no/kjendis/david-eriksen-dukket-opp-da-tone-damli-fodte-darlig-timing/s/5-95-2070077",
      sha256 = "ac49ca31f50645d1ae42081002a0f1be8b1964d0e2280a2894c268f59ecf787a",
      expect = { story = 1, headline = 1, paragraph = 20, crosshead = 2 } },
  },
}
