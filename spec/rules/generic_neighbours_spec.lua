-- The generic rule on the links to the pieces before and after this one.
local generic = require "spec.rules.generic_page"
local assert_has, lines, page = generic.assert_has, generic.lines, generic.page

local URL = "https://harbour.example/ferry-stays-in-port/"

local function found(first, second, rel)
  local item = "<div class=nav-%s><a href='/%s/' rel='%s'>%s</a></div>"
  return lines(page { main = "<nav class=navigation><h2>Related posts</h2><div class=nav-links>"
    .. item:format("previous", "seals", rel or "prev", first) .. item:format("next", "red-pier", rel or "next", second)
    .. "</div></nav>" }, URL)
end

local function has_none(list, what)
  for _, line in ipairs(list) do assert.is_nil(line:find(what, 1, true), line) end
end

describe("a link to the piece before or after", function()
  it("is a teaser without a heading where it says so, however short its title is", function()
    local list = found("« Seals", "Red pier »")
    assert_has(list, "headline: « Seals", "headline: Red pier »")
    has_none(list, "heading: Related posts")
    has_none(found("« Seals", "Red pier »", "tag"), "headline: « Seals")
  end)

  it("has its label before the title", function()
    assert_has(found("<span class=meta-nav>Previous post:</span> Seals are back", "Red pier"), "kicker: Previous post:",
      "headline: Seals are back", "headline: Red pier")
  end)

  it("is none where it does not name the piece", function()
    for _, label in ipairs { "Previous", "« Older posts", "← Vorheriger Beitrag", "Article précédent",
      "‹ Página anterior", "Forrige artikel", "Предыдущая запись", "Page 2" } do
      has_none(found(label, "Red pier"), "headline: " .. label)
    end
  end)
end)
