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

  it("has its title alone for headline where the arrow behind it is read out by its name", function()
    local title = "<span class=link><span class=nav-label>Next</span>"
      .. "<span class=nav-title>Red pier painted again</span></span>"
    local list = found("« Seals", title .. "<span class=arrow><i></i><span class=screen-only>Next</span></span>")
    assert_has(list, "kicker: Next", "headline: Red pier painted again")
    local untitled = "<span class=link>Next</span><span class=arrow><i></i><span class=screen-only>Next</span></span>"
    has_none(found("« Seals", untitled), "headline: Next")
  end)

  it("is one where only the names around it say so, if it leads to a story and has some words", function()
    local item = "<div class=%s><a href='/islands/%s'>%s</a></div>"
    local function pair(before, behind, address)
      address = address or "fog-keeps-planes-grounded-48190"
      return lines(page { main = "<div class=links>" .. item:format(before, address, "Fog keeps planes")
        .. item:format(behind, "red-pier-painted-again-48191", "Red pier again") .. "</div>" }, URL)
    end
    for _, names in ipairs { { "nav-previous", "nav-next" }, { "prev", "next" },
      { "td-post-prev-post", "td-post-next-post" } } do
      assert_has(pair(names[1], names[2]), "headline: Fog keeps planes", "headline: Red pier again")
    end
    has_none(pair("nav-previous", "nav-next", "page"), "headline: Fog keeps planes")
  end)

  it("has its label before it where both stand in one line", function()
    for _, labels in ipairs { { "Previous:", "Next:" }, { "上一篇：", "下一篇：" },
      { "Предыдущая статья:", "Следующая статья:" } } do
      local list = lines(page { main = ("<p>%s <a href='/one-48190'>Fog keeps all planes grounded</a> | %s "
        .. "<a href='/two-48191'>Red pier is painted again</a></p>"):format(labels[1], labels[2]) }, URL)
      assert_has(list, "kicker: " .. labels[1], "headline: Fog keeps all planes grounded",
        "headline: Red pier is painted again")
      has_none(list, "heading: ")
    end
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

describe("the label of a piece before or after, a link of its own above it", function()
  it("is told by its words, whatever arrows and dashes stand around them", function()
    for _, label in ipairs { "- Next Boat News", "« Previous story", "Next post →", "‹ Vorheriger Beitrag",
      "Siguiente »" } do
      local item = "<div class=x><p class=btn><a href='/islands/piece-%d' class=next-btn>%s</a></p>"
        .. "<a href='/islands/piece-%d'><h5>%s</h5></a><p>It was seen by all who stood there.</p></div>"
      local list = lines(page { main = "<div class=next-prev>"
        .. item:format(48171, label, 48171, "Whale seen off the pier")
        .. item:format(48172, label, 48172, "Seals are home again") .. "</div>" },
        "https://harbour.example/islands/ferry-stays-in-port-48213")
      assert_has(list, "kicker: " .. label, "headline: Whale seen off the pier", "headline: Seals are home again")
    end
  end)
end)
