-- The outline, of a sheet given as a table.

local outline = require "galley.format.outline"

local SHEET = {
  id = "x", url = "https://x.example/", source = { bytes = 900, encoding = "utf-8" }, rule = { name = "generic" },
  content = {
    { kind = "story", spans = { { 10, 400 } }, rule = "generic.lua:5", tags = { "long", section = "News" }, content = {
      { tag = "headline", text = "A headline", spans = { { 20, 30 } } },
      { tag = "paragraph", text = "In two runs", spans = { { 40, 45 }, { 50, 60 } } },
      { kind = "teaser", href = "/y", rank = 1, content = { { tag = "headline", text = "Another" } } },
    } },
    { kind = "chrome", spans = { { 500, 520 } }, content = {
      { tag = "text", text = "Menu", spans = { { 500, 504 } } } } },
  },
}

describe("the outline", function()
  it("is an indented tree with bytes", function()
    assert.equal([[
x  https://x.example/ · 900 bytes · utf-8 · rule generic
  story  10–400 generic.lua:5 #long #section=News
    headline     20–30           A headline
    paragraph    40–60 (2)       In two runs
    teaser  rank=1 /y
      headline                     Another
  chrome  500–520
    text         500–504         Menu
]], outline.sheet(SHEET))
  end)

  it("cuts texts to the terminal's width", function()
    for line in outline.sheet(SHEET, { width = 60 }):gmatch "[^\n]+" do
      assert.is_true(utf8.len(line) <= 60)
    end
  end)

  it("colours where it is asked to", function()
    assert.truthy(outline.sheet(SHEET, { color = true }):find("\27[1;34mstory\27[0m", 1, true))
  end)
end)
