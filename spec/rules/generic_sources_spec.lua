-- The generic rule on lines that name a source or who wrote it: by the headline in many languages, beside a
-- day in one line, between name and day, and at the end of the text.
local pages = require "spec.rules.generic_story"
local story, parts, lines = pages.story, pages.parts, pages.lines
local assert_has, assert_lacks, TEXT = pages.assert_has, pages.assert_lacks, pages.TEXT

local function below(line) return lines(story { top = "<p>" .. line .. "</p>" }) end

local function at_end(line)
  local body = ("<p>" .. table.concat(TEXT, "</p><p>") .. "</p>"):rep(2)
  return lines(story { top = "<p>By Bo Ek</p>", body = body .. "<p>" .. line .. "</p>" })
end

describe("a line by the headline", function()
  it("is a byline where it names the source", function()
    for _, line in ipairs {
      "Source: Harbour News", "Quelle: dpa", "Fuente: EFE", "Fonte: ANSA", "Bron: ANP", "Forrás: MTI", "Źródło: PAP",
      "Zdroj: ČTK", "Kaynak: AA", "Izvor: Hina", "Источник: Портовая газета", "Πηγή: ΑΠΕ", "来源：港湾日报", "المصدر: وكالات",
    } do assert_has(below(line), "byline: " .. line) end
  end)

  it("is one where it names a writer in the words of more languages", function()
    for _, line in ipairs {
      "Nga Arben Hoxha",
      "Piše: Ivan Horvat", "oprac. Jan Kowalski", "Haber: Ahmet Yılmaz", "מאת: דוד כהן", "Da Redação",
      "[항만일보 김철수 기자]", "김철수 기자 kim@saltmarsh.example", "取材・文：山田太郎",
    } do assert_has(below(line), "byline: " .. line) end
  end)

  it("is cut in two where it has a day and a source or a writer", function()
    for line, cut in pairs {
      ["2015. augusztus 20., 11:16 forrás: MTI"] = { "2015. augusztus 20., 11:16", "forrás: MTI" },
      ["2019-09-26 12:11来源：港湾日报作者：李在山"] = { "2019-09-26 12:11", "来源：港湾日报作者：李在山" },
      ["Kovács János, 2015. augusztus 20."] = { "2015. augusztus 20.", "Kovács János," },
      ["항만일보 김철수 기자 입력 2019.09.26 12:11 댓글 0"] = { "입력 2019.09.26 12:11", "항만일보 김철수 기자" },
    } do
      local html = story { top = "<p>" .. line .. "</p>" }
      assert.equal(cut[1], parts(html, "published")[1].text)
      assert.equal(cut[2], parts(html, "byline")[1].text)
    end
  end)

  it("ends before the figures of views and remarks", function()
    local html = story { top = "<div class=byline><a href=/ann>Ann Lee</a> | Sep. 21, 2011, 3:17 PM | 1,209 | 5</div>" }
    assert.equal("Sep. 21, 2011, 3:17 PM", parts(html, "published")[1].text)
  end)

  it("goes with the name where it is a place between name and day", function()
    local top = "<div><p><a href=/author/ann>Ann Lee</a></p><p>%s</p><p>Monday, 26 September 2019, 02:00</p></div>"
    assert_has(lines(story { top = top:format("Harbour Town") }), "byline: Ann Lee/Harbour Town")
    for _, other in ipairs { "+ Follow", "Foto: Bo Ek", "saltmarsh.example" } do
      assert_lacks(lines(story { top = top:format(other) }), "byline: Ann Lee/" .. other)
    end
  end)

  it("has no name in the paper's capitals behind one", function()
    local html = story { top = "<p>Von Ann Lee, HBR HARBOUR</p>" }
    assert.same({ "Ann Lee" }, { parts(html, "byline")[1].marks[1].text, parts(html, "byline")[1].marks[2] })
  end)
end)

describe("the last line of a text", function()
  it("is a byline where brackets or a dash set it off, whatever the head says", function()
    for _, line in ipairs {
      "(By Ann Lee)", "-- By Ann Lee", "— By Ann Lee, Harbour News",
      "(Von Anna Klein)", "[김철수 기자 kim@saltmarsh.example]",
      "(文/图 李在山 王小明)", "（记者 李在山）",
    } do assert_has(at_end(line), "byline: " .. line) end
  end)

  it("is none where it is something else in brackets", function()
    for _, line in ipairs { "(By ferry)", "(The End)", "【関連記事】" } do assert_lacks(at_end(line), "byline: " .. line) end
  end)
end)
