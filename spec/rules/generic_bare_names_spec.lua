-- The generic rule on names beside the story's day that no word, name of an element or metadata says are those of who
-- wrote it; and on words that do.
local generic = require "spec.rules.generic_page"
local tools = require "spec.rules.generic_story"
local assert_has, assert_lacks = generic.assert_has, tools.assert_lacks

local function head(html, meta)
  return generic.lines(tools.story { head = meta, top = html })
end

describe("names alone right by the day", function()
  it("are who wrote the story, with paper, place or job", function()
    for _, name in ipairs { "Ann Lee", "ANN LEE", "Ann van der Lee", "Ann Lee and Bo Ek", "Ann Lee, Reuters",
      "Ann Lee for Harbour News", "Ann Lee in Lima", "Ann Lee - Harbour News", "Иван Петров", "王小明",
      "أحمد علي", "राम कुमार", "יוסי כהן", "สมชาย ใจดี" } do
      assert_has(head("<p>" .. name .. "</p><p>6 May 2024</p>"), "byline: " .. name)
      assert_has(head("<ul><li>6 May 2024<li>" .. name .. "</ul>"), "byline: " .. name)
    end
  end)

  it("are none where they are words of buttons and sections, or others are named already", function()
    for _, words in ipairs { "Share Story", "Harbour News", "Unsere Umfrage", "Davor und Danach", "新加坡",
      "Full Text", "أخبار محلية", "शेयर करें" } do
      assert_lacks(head("<p>" .. words .. "</p><p>6 May 2024</p>"), "byline: " .. words)
    end
    assert_lacks(head("<p>By Bo Ek</p><p>6 May 2024</p><p>Isles Harbour</p>"), "byline: Isles Harbour")
    assert_lacks(head("<p>Isles Harbour</p><p>6 May 2024</p>", '<meta name=author content="Ann Lee">'),
      "byline: Isles Harbour")
    assert_lacks(head "<p>Isles Harbour</p><p>Storm</p><p>6 May 2024</p>", "byline: Isles Harbour")
  end)
end)

describe("a line by the headline", function()
  it("says who wrote it in more words", function()
    for _, line in ipairs { "Compiled by Ann Lee", "Opracował: Ann Lee", "ผู้เขียน : สมชาย", "文・山田太郎", "編集部",
      "〔記者王小明／台北報導〕", "海港社记者王小明", "编辑：王小明", "Editor: Ann Lee", "홍길동 논설위원",
      "From our own correspondent", "<a href='/people/ann-lee'>harbourcat</a>" } do
      assert_has(head("<p>" .. line .. "</p><p>6 May 2024</p>"), "byline: " .. line:gsub("<[^>]*>", ""))
    end
  end)

  it("has fields between bars", function()
    assert_has(head "<div class=x><a href='/c/isles'>Isles</a> | Reuters | 6 May 2024</div>", "byline: Reuters")
    assert_has(head "<p>By Ann Lee | Harbour Times | 6 May 2024</p>", "byline: By Ann Lee | Harbour Times")
  end)
end)
