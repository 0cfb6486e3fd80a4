-- The generic rule on runs of links to stories in boxes of names that say otherwise: of layouts, of counters, of how
-- they were chosen.
local generic = require "spec.rules.generic_page"
local assert_has, found_below, has, link, list = generic.assert_has, generic.found_below, generic.has, generic.link,
  generic.list

local FOG, ROOF, WHALE = "Fog keeps planes grounded", "School roof blown off", "Whale seen at pier"

describe("runs of links to stories", function()
  it("are teasers, whatever one word in a name around them says", function()
    for _, name in ipairs { "id=userRecommendArticles", "class='latest-news-banner'", "class='most-shared share'",
      "class='layout-with-comments-column'", "class='sticky-adv'",
      "class='popup-stories'", "class='form-group view'" } do
      local found = found_below(("<div %s><h3>Latest</h3>%s</div>"):format(name, list(FOG, ROOF, WHALE)))
      assert_has(found, "heading: Latest", "headline: " .. FOG, "headline: " .. ROOF, "headline: " .. WHALE)
    end
  end)

  it("are so with the day before or behind the link too", function()
    local function dated(text) return "<li>06/05/2024 " .. link(text) .. "</li>" end
    local found = found_below(("<div class=share-box><h3>Latest</h3><ul>%s%s%s</ul></div>")
      :format(dated(FOG), dated(ROOF), dated(WHALE)))
    assert_has(found, "headline: " .. FOG, "published: 06/05/2024")
  end)

  it("are none where others pay, alone, of other sites, or of what readers said", function()
    local function of(name, items)
      return found_below(("<div class='%s'><h3>Latest</h3>%s</div>"):format(name, items))
    end
    assert.is_false(has(of("sponsored-share", list(FOG, ROOF, WHALE)), "headline: " .. FOG))
    assert.is_false(has(of("share-box", list(FOG, ROOF)), "headline: " .. FOG))
    local away = list(FOG, ROOF, WHALE):gsub("/islands/", "https://other.example/islands/")
    assert.is_false(has(of("share-box", away), "headline: " .. FOG))
    local remarks = list(FOG, ROOF, WHALE):gsub("%-48190", "%0/comment-7")
    assert.is_false(has(of("comments", remarks), "headline: " .. FOG))
  end)
end)

describe("items of other stories below a short text", function()
  local ITEM = "<dl class=one><dt><a href='/islands/%s-48190'><img src=a.jpg></a></dt>"
    .. "<dd><a href='/islands/%s-48190'>%s</a></dd><dd class=exp>%s</dd><dd class=when>%s</dd></dl>"
  local function one(slug, headline, text, day) return ITEM:format(slug, slug, headline, text, day or "6 May 2024") end
  local function found(heading, day)
    local items = one("two-seals-rescued", "Two seals rescued from nets", "They were fed and swam away at night.", day)
      .. one("school-loses-its-roof", "School loses its roof at night", "The pupils stay at home for a week.", day)
      .. one("whale-seen", "A whale was seen off the pier! Will it stay, as the last one did for weeks?",
        "Fishermen off the northern pier saw it, and they took pictures of its tail.", day)
    return generic.lines(([[<html lang=en><head><title>Ferry stays in port - Harbour News</title></head><body>
      <div class=left><h1>Ferry stays in port</h1><div class=txt><p>%s</p></div><div class=other><h2>%s</h2>%s</div>
      </div></body></html>]]):format(generic.TEXT[1], heading, items), generic.URL)
  end

  it("are teasers with all their lines, where each has a day", function()
    local lines = found("For you")
    assert_has(lines, "headline: Two seals rescued from nets", "dek: They were fed and swam away at night.",
      "published: 6 May 2024", "headline: A whale was seen off the pier! Will it stay, as the last one did for weeks?")
    for _, line in ipairs(lines) do assert.is_nil(line:find("list_item", 1, true)) end
  end)

  it("are so where words that head lists stand above, else they may be the text", function()
    assert_has(found("Recommended", "The harbour"), "dek: They were fed and swam away at night.")
    assert.is_false(has(found("What was", "The harbour"), "dek: They were fed and swam away at night."))
  end)
end)

describe("an item between the paragraphs", function()
  it("has its text where its box is named as of related or most read pieces, in other languages too", function()
    local function found(name)
      return generic.lines(generic.page { body = ("<div class='%s'><h3>What was</h3><p>%s</p><p>%s</p></div>")
        :format(name, link(FOG), "They were fed and swam away at night, while others stayed.") }, generic.URL)
    end
    for _, name in ipairs { "tuijian", "remen", "artikel-terkait", "polecane", "leggi-anche", "empfehlungen" } do
      assert_has(found(name), "dek: They were fed and swam away at night, while others stayed.")
    end
    assert.is_false(has(found("other"), "dek: They were fed and swam away at night, while others stayed."))
  end)
end)

describe("a time above the link to another story", function()
  it("is that one's, where several stand alike", function()
    local item = "<li><div><div class=when>%s</div><div class=line>%s</div></div></li>"
    local lines = generic.lines(([[<html lang=en><head><title>Ferry stays in port - Harbour News</title></head><body>
      <div class=a><ul>%s</ul></div><div class=b><h1>Ferry stays in port</h1><div class=d>20 December 2017 19:15</div>
      <div class=text><p>%s</div></div></body></html>]]):format(item:format("19:22", link(FOG))
      .. item:format("19:15", link(ROOF)) .. item:format("19:07", link(WHALE)), table.concat(generic.TEXT, "<p>")),
      generic.URL)
    assert_has(lines, "headline: " .. FOG, "published: 19:22", "published: 20 December 2017 19:15")
    assert.equal("sidebar", lines[1])
  end)
end)
