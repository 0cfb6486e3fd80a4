-- The generic rule on whose a picture is, and where in a caption it says so.
local pages = require "spec.rules.generic_story"
local assert_has, lines, story = pages.assert_has, pages.lines, pages.story

local SHOWN = "The ferry at the pier of the outer islands on Sunday."

local function captioned(inner)
  return lines(story { body = "<figure><img src=x.jpg><figcaption>" .. inner .. "</figcaption></figure><p>"
    .. pages.TEXT[2] .. "</p>" })
end

describe("whose a picture is", function()
  it("parts from the caption by an element's name, with the label before it", function()
    assert_has(captioned(SHOWN .. " <span class=credit>Ann Lee</span>"), "caption: " .. SHOWN, "media_credit: Ann Lee")
    assert_has(captioned(SHOWN .. " <b><i itemprop=copyrightHolder>Ann Lee</i></b>"), "media_credit: Ann Lee")
    assert_has(captioned(SHOWN .. " Foto: <span class=photographer>Ann Lee</span>"), "caption: " .. SHOWN,
      "media_credit: Foto: Ann Lee")
    assert_has(captioned("<span class=credit>Ann Lee</span> | " .. SHOWN), "media_credit: Ann Lee",
      "caption: " .. SHOWN)
  end)

  it("parts from it by a label, brackets, or a seller's name behind a stop or bar", function()
    for _, credit in ipairs { "Photo: Ann Lee", "(Foto: Ann Lee)", "[Image: Ann Lee]", "© Ann Lee/Harbour Agency",
      "Photograph by Ann Lee/Getty Images", "Credit: Ann Lee", "Ann Lee/Getty Images" } do
      assert_has(captioned(SHOWN .. " " .. credit), "caption: " .. SHOWN, "media_credit: " .. credit)
    end
    assert_has(captioned "The ferry at the pier | Photo: Ann Lee", "caption: The ferry at the pier",
      "media_credit: Photo: Ann Lee")
    assert_has(captioned "The ferry at the pier – Photo: Ann Lee", "caption: The ferry at the pier")
  end)

  it("may be all that stands there", function()
    for _, credit in ipairs { "Photo: Ann Lee", "© Ann Lee", "(Credit: Ann Lee)", "Ann Lee/Getty Images" } do
      assert_has(captioned(credit), "media_credit: " .. credit)
    end
  end)

  it("parts from a long caption too", function()
    local long = (SHOWN .. " "):rep(400)
    assert_has(captioned(long .. "Photo: Ann Lee"), "media_credit: Photo: Ann Lee")
  end)

  it("is not said where a caption says photo of something else, or in the middle of a line", function()
    for _, caption in ipairs { SHOWN, "A photo of the ferry hangs in the harbour office (in the hall).",
      "The ferry <span class=credit>Ann Lee</span> at the pier",
      "Photo: the ferry comes back from the outer islands with forty who had slept in a school of the town." } do
      assert_has(captioned(caption), "caption: " .. caption:gsub("<.->", ""))
    end
  end)
end)
