-- The generic rule on what belongs to pictures, and what stands by them and does not.
local pages = require "spec.rules.generic_story"
local story, lines = pages.story, pages.lines
local assert_has, assert_lacks = pages.assert_has, pages.assert_lacks

local SHOWN = "The ferry at the pier of the outer islands on Sunday, before the storm."

describe("a caption", function()
  it("is named so in several languages", function()
    for _, class in ipairs { "legend", "epigrafe", "podpis", "bildunterzeile", "picture-caption" } do
      local html = story { body = ('<div><img src=x.jpg><span class="%s">%s</span></div>'):format(class, SHOWN) }
      assert_has(lines(html), "caption: " .. SHOWN)
    end
  end)

  it("may say whose the picture is in the footer of a figure, above the headline too", function()
    local html = story {}
    html = html:gsub("<h1>", "<figure><img src=x.jpg><footer class=credit>Ann Lee/Harbour Agency</footer></figure><h1>")
    assert_has(lines(html), "caption: Ann Lee/Harbour Agency")
  end)

  it("is none of what a player says, a form, an advertisement, or the site on its rights", function()
    for _, text in ipairs {
      "Your browser does not support this video.", "Media playback is unsupported on your device",
      "Ihr Browser unterstützt dieses Video nicht", "Votre navigateur ne supporte pas la vidéo",
      "Copyright © Harbour News 2024. Ask us if you want to print this.",
      "Tous droits réservés, Le Journal du Port 2024",
    } do
      assert_lacks(lines(story { body = ("<div class=caption>%s</div>"):format(text) }), "caption: " .. text)
    end
    assert_lacks(lines(story { body = "<form><div class=caption>Your address, please</div></form>" }),
      "caption: Your address, please")
    assert_lacks(lines(story { body = "<div class=ad-box><div class=legend>Advertisement</div></div>" }),
      "caption: Advertisement")
  end)
end)
