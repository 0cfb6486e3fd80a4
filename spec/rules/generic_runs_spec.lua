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
