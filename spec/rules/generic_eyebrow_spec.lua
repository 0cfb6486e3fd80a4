-- The generic rule on labels that stand in one block with the headline behind them.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"

local function story(h1, title)
  local html = page {}
  html = html:gsub("<h1>.-</h1>", function() return "<h1>" .. h1 .. "</h1>" end)
  return lines((html:gsub('content="Ferry stays in port"', 'content="' .. (title or "Harbour") .. '"')), URL)
end

local function teasers(first, second)
  local item = "<li><a href='/islands/two-seals-rescued-from-nets-%d'><h3>%s</h3></a></li>"
  return lines(page { main = "<section><h2>Latest</h2><ul>" .. item:format(48190, first)
    .. item:format(48191, second) .. "</ul></section>" }, URL)
end

describe("a label before a headline in one heading", function()
  it("is told by its name", function()
    assert_has(story("<span class='topline'>Storm at sea:</span> <span>Ferry stays in port</span>"),
      "kicker: Storm at sea:", "headline: Ferry stays in port")
    assert_has(story("<span class='article-kicker'>Storm at sea</span> – Ferry stays in port"),
      "kicker: Storm at sea", "headline: Ferry stays in port")
  end)

  it("is one by its name whatever that says besides", function()
    local found = teasers("<span class='kicker kicker--paid'>In the nets</span> <span>Two seals are home again</span>",
      "<span class='a1'>Whale seen off the old pier</span>")
    assert_has(found, "kicker: In the nets", "headline: Two seals are home again")
  end)

  it("is told by the name of what follows", function()
    local found = teasers("<span class='a1'>In the nets</span> <span class='teaser-headline'>Seals rescued</span>",
      "<span class='a1'>Lost in the storm</span><span class='teaser-headline'>“Our roof is gone, but we stay”</span>")
    assert_has(found, "kicker: In the nets", "headline: Seals rescued", "kicker: Lost in the storm",
      "headline: “Our roof is gone, but we stay”")
  end)

  it("is told by what metadata says is the headline", function()
    assert_has(story("<em>Storm at sea</em> Ferry stays in port again", "Ferry stays in port again"),
      "kicker: Storm at sea", "headline: Ferry stays in port again")
  end)

  it("is no label where neither says so", function()
    local found = story("<em>Ferry</em> stays in port again", "Ferry stays in port again")
    assert_has(found, "headline: Ferry stays in port again")
    assert.is_false(has(found, "kicker: Ferry"))
  end)

  it("is no date, nor a rank", function()
    local found = teasers("<span class='topline'>1</span><span class='headline'>Two seals rescued from nets</span>",
      "<span class='topline date'>6 May</span><span class='headline'>School loses its roof in the night</span>")
    assert.is_false(has(found, "kicker: 1"))
    assert.is_false(has(found, "kicker: 6 May"))
  end)
end)
