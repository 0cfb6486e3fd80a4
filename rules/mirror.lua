-- mirror.co.uk
return {
  extends = "cms/reach", hosts = { "mirror.co.uk", "*.mirror.co.uk" },
  tests = {
    { url = "https://www.mirror.co.uk/news/uk-news/uk-riots-live-hotel-rotherham-33386398",
      sha256 = "5186a0cd8df521bc72f2edd7831bb4a06c31a5a7c85eaf0444951661096d39c0",
      expect = { story = 1, entry = 30, headline = 31, paragraph = 116 } },
  },
}
