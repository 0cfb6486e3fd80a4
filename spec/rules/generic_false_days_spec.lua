-- The generic rule on times at the head that are none of the story's, and on lines that are, however they are named.
local generic = require "spec.rules.generic_page"
local tools = require "spec.rules.generic_story"
local assert_has, assert_lacks = generic.assert_has, tools.assert_lacks

local function page(above, below)
  return generic.lines(([[<html lang=es><title>Ferry stays in port</title><body><header class=site><div class=logo>
    <a href=/>Isles</a></div>%s</header><ul><li><a href=/a>A</a><li><a href=/b>B</a><li>
    <a href=/c>C</a><li><a href=/d>D</a><li><a href=/e>E</a><li><a href=/f>F</a></ul><main><article>
    <h1>Ferry stays in port</h1>%s<div class=text><p>%s</p></div></article></main>]]):format(above, below,
    table.concat(generic.TEXT, "</p><p>")))
end

describe("the paper's own date", function()
  it("above the headline is none of the story's", function()
    local found = page("<div class=header__date>24 de julio de 2022 | 18:14</div>", "<p>12 de abril de 2016, 17:12</p>")
    assert_has(found, "published: 12 de abril de 2016, 17:12", "text: 24 de julio de 2022 | 18:14")
  end)

  it("is the story's where it is the only one, or the same", function()
    assert_has(page("", "<p class=date>24 de julio de 2022</p>"), "published: 24 de julio de 2022")
  end)
end)

describe("the clock of a player", function()
  it("is no time of the story where another line says the day", function()
    local found = page("", "<p>12 de abril de 2016</p><p>Escuchar</p><div class=time>00:0000:00</div>")
    assert_has(found, "published: 12 de abril de 2016")
    assert_lacks(found, "published: 00:0000:00")
    local below = "<p>12 de abril de 2016</p><p>Islas</p><p class=time>%s</p>"
    assert_lacks(page("", below:format "0:00 Escuchar"), "published: 0:00 Escuchar")
    assert_has(page("", below:format "00:00 Uhr"), "published: 00:00 Uhr")
  end)
end)

describe("a line that says when the story appeared", function()
  it("does so in a box named for the author's life too", function()
    assert_has(page("", "<div class=author-info><p>Published: 2019-09-26 07:19:52</p></div>"),
      "published: Published: 2019-09-26 07:19:52")
  end)

  it("may say more behind the day", function()
    local foot = "<div class=single-foot><div>发布日期：2024-05-06 14:34:05 所属分类： 海港</div></div>"
    assert_has(generic.lines(tools.story { foot = foot }), "published: 发布日期：2024-05-06 14:34:05 所属分类： 海港")
  end)
end)
