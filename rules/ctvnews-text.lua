-- Pages of ctvnews.ca saved as flat text: the story, then boxes of headline and dek.
return {
  name = "ctvnews-text",
  hosts = { "ctvnews.ca", "*.ctvnews.ca" },
  input = "text",

  lines = {
    label = { "IN DEPTH", "Opinion", "ANALYSIS & INSIGHTS", "CTVNews.ca Top Stories" },
    credit = pattern "^With files from ",
  },

  plan = [[
    page    <- story sidebar+
    story   <- headline paragraph+ credit?
    sidebar <- label:heading teaser*
    teaser  <- (kicker " | ")? headline dek
  ]],
}
