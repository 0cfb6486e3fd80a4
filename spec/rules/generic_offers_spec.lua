-- The generic rule on what a site offers its readers between the paragraphs.
local pages = require "spec.rules.generic_story"
local story, lines, assert_has, assert_lacks = pages.story, pages.lines, pages.assert_has, pages.assert_lacks

local MORE = "<p>" .. pages.TEXT[2] .. "</p>"

describe("a box between paragraphs", function()
  local function boxed(inner)
    return lines(story { body = "<div><section><h3>Letters from the pier</h3><p>Every other Sunday: what sailors "
      .. "answer those who wait.</p>" .. inner .. "</section></div>" .. MORE })
  end

  it("is no text where it has a form", function()
    local list = boxed "<form><button>Send it to me</button></form><p>I agree to all that is said about it.</p>"
    assert_lacks(list, "crosshead: Letters from the pier",
      "paragraph: Every other Sunday: what sailors answer those who wait.")
    assert_has(list, "paragraph: " .. pages.TEXT[2])
  end)

  it("is text where it has none", function()
    assert_has(boxed "", "crosshead: Letters from the pier",
      "paragraph: Every other Sunday: what sailors answer those who wait.")
  end)
end)

describe("a list between paragraphs", function()
  local function listed(first, second)
    return lines(story { body = "<ul><li>News for your pocket? <a href='" .. first .. "'>Get the harbour's own app</a> "
      .. "here.<li>We are to be met elsewhere too, as on <a href='" .. second .. "'>one</a> of these.</ul>" .. MORE })
  end

  it("is no text where all of it leads to services", function()
    assert_lacks(listed("https://play.google.com/store/apps/details?id=x", "https://www.instagram.com/harbour/?hl=en"),
      "list_item: News for your pocket? Get the harbour's own app here.")
  end)

  it("is text where some of it leads elsewhere", function()
    assert_has(listed("https://play.google.com/store/apps/details?id=x", "/islands/pier-to-be-painted-red-48201"),
      "list_item: News for your pocket? Get the harbour's own app here.")
  end)
end)
