-- The generic rule on lines by the headline whose fields no white space parts, or labels of East Asia do.
local generic = require "spec.rules.generic_page"
local story = require("spec.rules.generic_story").story
local assert_has = generic.assert_has
local assert_lacks = require("spec.rules.generic_story").assert_lacks

local function lines(line)
  return generic.lines(story { top = line, headline = "渡轮停航", title = "渡轮停航" })
end

describe("fields in elements that touch", function()
  it("are apart, whatever their letters", function()
    assert_has(lines "<p><sub class=day>2024.05.06 10:28</sub><sub class=by><a href=/imprint>MTI</a></sub></p>",
      "published: 2024.05.06 10:28", "byline: MTI")
    assert_has(lines "<p><span>By: <b>Ann Lee</b></span><span>on: <i>May 6, 2024</i></span></p>",
      "byline: By: Ann Lee", "published: on: May 6, 2024")
    local found = lines "<p>By ANN LEE | Monday May 6, 2024 @ 6:43pm EDT<span>Tags: <a href=/tag/a>Isles</a></span></p>"
    assert_has(found, "byline: By ANN LEE", "published: Monday May 6, 2024 @ 6:43pm EDT")
  end)

  it("say who wrote it where an element is named so", function()
    assert_has(lines "<p><span class=author>harbourcat</span> — 6. Mai 2024</p>", "byline: harbourcat —",
      "published: 6. Mai 2024")
    assert_has(lines "<p><span class=source>海港</span><span class=time>2024-05-06 07:48</span></p>", "byline: 海港",
      "published: 2024-05-06 07:48")
    assert_lacks(lines "<p class=x><span class=author>Do 6 May 2024</span></p>", "byline: Do")
  end)

  it("stay one with the word for who wrote it", function()
    assert_has(lines "<p>Veröffentlicht von<span class=author><a href=/ann>Ann Lee</a></span> 6. Mai 2024</p>",
      "byline: Veröffentlicht vonAnn Lee", "published: 6. Mai 2024")
  end)
end)

describe("how long ago it was", function()
  it("may be of two units", function()
    assert_has(lines "<p>By Ann Lee | <abbr>1 hr 4 mins ago</abbr></p>", "byline: By Ann Lee",
      "published: 1 hr 4 mins ago")
  end)
end)

describe("labels in lines of China and Japan", function()
  it("part who wrote it and where it is from from counters and buttons", function()
    assert_has(lines "<p>2024-05-06 19:32:27 字号：A- A A+ 来源：海港网</p>", "published: 2024-05-06 19:32:27",
      "byline: 来源：海港网")
    assert_has(lines "<p>2024-05-06 10:22 出处：海港网 作者：李山 编辑：王海   人气： 5380 次 评论(18)</p>",
      "published: 2024-05-06 10:22", "byline: 出处：海港网 作者：李山 编辑：王海")
    assert_has(lines "<p>2024-05-06 18:34 来源: 海港网 <a href='/jubao'>举报</a></p>", "byline: 来源: 海港网")
    assert_has(lines "<p>发表于2024-05-06 21:30| 1164次阅读| 来源HARBOUR| 0 条评论| 作者王海</p>",
      "byline: 来源HARBOUR|", "byline: 作者王海")
    assert_has(lines "<p>2024年6月18日 10:01　発信地：カノ/島</p>", "published: 2024年6月18日 10:01",
      "byline: 発信地：カノ/島")
  end)

  it("need none before a paper's name", function()
    assert_has(lines "<p>2024-05-06 10:56:28 海港时报网</p>", "published: 2024-05-06 10:56:28", "byline: 海港时报网")
    assert_lacks(lines "<p>2024-05-06 10:56:28 我要评论</p>", "byline: 我要评论")
  end)
end)
