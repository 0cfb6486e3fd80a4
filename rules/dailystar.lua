-- dailystar.co.uk
return {
  extends = "cms/reach", hosts = { "dailystar.co.uk", "*.dailystar.co.uk" },
  tests = {
    { url = "https://www.dailystar.co.uk/news/latest-news/epstein-raped-girl-model-same-37041208",
      sha256 = "af7a4715650efc1cf5eed668ec89a60631f0ac9e70c380bb02247fdf4afe7965",
      expect = { story = 1, headline = 1, paragraph = 19 } },
  },
}
