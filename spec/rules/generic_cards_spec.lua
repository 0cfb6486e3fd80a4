-- The generic rule on rows of cards that stand within the story's box: teasers of other pieces.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"

local function cards(item)
  local names = { "Two seals rescued from nets", "School loses its roof at night", "Fog stays for a week in the bay" }
  local html = {}
  for i, name in ipairs(names) do
    html[i] = "<li>" .. item:gsub("HREF", ("/islands/piece-number-%d"):format(48190 + i)):gsub("NAME", name) .. "</li>"
  end
  html = "<div><h2>Newest of the isles</h2><ul class=c>" .. table.concat(html) .. "</ul></div>"
  return lines(page { body = html }, URL)
end

local DEK = "It was a long night for all by the sea."

describe("cards in a row within the story", function()
  it("are no running text, whose summary is linked too", function()
    local found = cards("<p><a href=HREF>NAME</a></p><p><a href=HREF>" .. DEK .. "</a></p><p>13 May</p>")
    assert_has(found, "heading: Newest of the isles", "headline: Two seals rescued from nets",
      "headline: Fog stays for a week in the bay", "dek: " .. DEK)
    assert.is_false(has(found, "list_item: 13 May"))
  end)

  it("are none, whose summary is not", function()
    assert_has(cards("<p><a href=HREF>NAME</a></p><p>" .. DEK .. "</p>"), "headline: School loses its roof at night",
      "dek: " .. DEK)
  end)

  it("are text where they are tables or have more to say than a summary", function()
    local long = ("All night the storm went over the isles and the boats. "):rep(12)
    assert.is_false(has(cards("<h3><a href=HREF>NAME</a></h3><p>" .. long .. "</p>"), "dek: " .. long:sub(1, -2)))
  end)
end)

describe("a box between the paragraphs whose headline and call lead to one other page", function()
  local function inset(headline, call)
    return lines(page { body = ([[<p>%s</p><div class=box><h3><a href=%s>Two seals rescued from nets</a>
      <span>Isles</span></h3><p>%s</p><p><a href=%s>More</a></p></div><p>%s</p>]])
      :format(generic.TEXT[1], headline, DEK, call, generic.TEXT[2]) }, URL)
  end
  local SEALS = "/islands/two-seals-rescued-48190"

  it("is a teaser, no running text", function()
    local found = inset(SEALS, SEALS)
    assert.is_false(has(found, "paragraph: " .. DEK))
    assert.is_false(has(found, "crosshead: Two seals rescued from nets Isles"))
  end)

  it("is text where they do not, or lead to another site", function()
    assert_has(inset(SEALS, "/islands/school-loses-roof-48191"), "paragraph: " .. DEK)
    assert_has(inset("https://seals.example/nets", "https://seals.example/nets"), "paragraph: " .. DEK)
  end)
end)

describe("a box named a teaser between the story's paragraphs", function()
  local SEEN = "The whale was seen on Sunday by all who stood on the pier, and will be back in the spring."
  local BOX = "<div class='%s'><div class=top>Sea</div><h3>%s</h3><p>" .. SEEN .. "</p></div>"
  local LINK = "<a href='/islands/whale-seen-off-the-pier-48207'>Whale seen off the pier</a>"

  local function with(class, heading)
    local text = ("<p>" .. generic.TEXT[1] .. "</p>"):rep(5)
    return lines(page { body = text .. BOX:format(class, heading) .. text }, URL)
  end

  it("is no running text where its heading leads to another story", function()
    assert_has(with("teaser", LINK), "headline: Whale seen off the pier", "dek: " .. SEEN)
  end)

  it("is running text where it is named otherwise or its heading leads nowhere", function()
    assert_has(with("teaser", "Whale seen off the pier"), "paragraph: " .. SEEN)
    assert_has(with("part", LINK), "paragraph: " .. SEEN)
  end)
end)
