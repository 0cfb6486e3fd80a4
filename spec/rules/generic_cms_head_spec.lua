-- The generic rule on the lines of names, dates and pictures that widely used systems write at a story's head.
local generic = require "spec.rules.generic_page"
local assert_has, lines, TEXT = generic.assert_has, generic.lines, generic.TEXT

local URL = "https://harbour.example/2024/05/06/ferry-stays-in-port/"

local function story(head, above)
  return lines(([[<html lang=en><head><title>Ferry stays in port - Harbour Post</title></head><body>%s<main><article>
    <header><h1 class="entry-title">Ferry stays in port</h1>%s</header><div class="entry-content"><p>%s</p><p>%s</p>
    <p>%s</p></div></article></main></body></html>]]):format(above or "", head, TEXT[1], TEXT[2], TEXT[3]), URL)
end

describe("a line of names and dates", function()
  it("begins behind the number of comments, and names a section by rel=category", function()
    for _, one in ipairs { { "Leave a Comment", "By", "/" }, { "3 Comments", "By", "|" },
      { "Kommentar verfassen", "Von", "/" }, { "Laisser un commentaire", "Par", "/" },
      { "Deja un comentario", "Por", "•" } } do
      local mark = one[3]
      local meta = ("<div class=entry-meta><span class=comments-link><a href='#respond'>%s</a></span> %s <a "
        .. "href='/boats/' rel='category tag'>Boats</a> %s %s <span class=author><a href='/author/ann/' "
        .. "rel=author>Ann Lee</a></span> %s "
        .. "<span class=posted-on>May 6, 2024</span></div>"):format(one[1], mark, mark, one[2], mark)
      assert_has(story(meta), "byline: " .. one[2] .. " Ann Lee", "published: May 6, 2024", "kicker: Boats")
    end
  end)

  it("may be the section behind the word for in, a time that is named as recent, a day without a year", function()
    local head = "<div class=by><a href='/author/ann/' rel=author>Ann Lee</a></div><div class=date>May 6, 2024</div>"
      .. "<div class=meta_category><span>%s</span> <a href='/c/boats/' rel='category tag'>Boats</a></div>"
    for _, word in ipairs { "in", "unter", "dans", "en" } do
      assert_has(story(head:format(word)), "kicker: " .. word .. " Boats")
    end
    assert_has(story("<p>By Ann Lee</p><ul><li><time class='post-date'>May 6, 2024</time></li>"
      .. "<li><time class='post-date update-recent'>Updated 2 hrs ago</time></li></ul>"), "modified: Updated 2 hrs ago")
    assert_has(story "<div class=timestamp><time>6th May</time></div><p>By Ann Lee</p>", "published: 6th May")
  end)

  it("is none of the story's where it names another piece by its link", function()
    local item = "<li><a href='/2024/05/0%d/%s/'>%s</a> <time>%s</time></li>"
    local list = item:format(4, "gulls-nest-on-the-customs-house", "Gulls nest on the old customs house", "2 days ago")
      .. item:format(3, "nets-are-mended-by-hand-again", "Nets are mended by hand again", "3 days ago")
    assert_has(story("<p>By <a href='/author/ann/'>Ann Lee</a></p><div class=author-articles><h5>Latest</h5>"
      .. "<ul>" .. list .. "</ul></div>"),
      "headline: Gulls nest on the old customs house", "headline: Nets are mended by hand again")
  end)
end)

describe("a caption", function()
  it("may be named within the line that its picture stands in", function()
    assert_has(story("<div class=gallery-slide><img src=a.jpg><span class=slide-caption>The ferry lies at the quay "
      .. "on a Monday.</span><span class=credit>Jo Miller/Staff</span></div>"),
      "caption: The ferry lies at the quay on a Monday.", "media_credit: Jo Miller/Staff")
  end)
end)
