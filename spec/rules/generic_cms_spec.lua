-- The generic rule on markup that widely used systems write around a story.
local generic = require "spec.rules.generic_page"
local assert_has, lines, page, TEXT = generic.assert_has, generic.lines, generic.page, generic.TEXT

local URL = "https://harbour.example/2024/05/06/ferry-stays-in-port/"

local function post(meta, after)
  return ([[<html lang=en><head><title>Ferry stays in port - Harbour Blog</title></head><body>
    <main><article class="post hentry"><header class="entry-header"><h1 class="entry-title">Ferry stays in port</h1>
    %s</header><div class="entry-content"><p>%s</p><p>%s</p><p>%s</p></div></article>%s</main></body></html>]])
    :format(meta, TEXT[1], TEXT[2], TEXT[3], after or "")
end

local function neighbour(side, first, second)
  local slug = side == "prev" and "nets-are-mended-by-hand" or "gulls-nest-on-the-customs-house"
  return ("<a href='/2024/05/05/%s/' rel=%s><span class=meta-nav>%s</span> <span class=screen-reader-text>%s</span> "
    .. "<span class=post-title>%s</span></a>"):format(slug, side, first, second,
    (slug:gsub("-", " "):gsub("^%l", string.upper)))
end

describe("WordPress's links to the posts before and behind", function()
  it("have what they say first, twice or not, as labels", function()
    for _, words in ipairs { { "Previous", "Previous post:", "Next", "Next post:" },
      { "Zurück", "Vorheriger Beitrag:", "Weiter", "Nächster Beitrag:" },
      { "Précédent", "Publication précédente:", "Suivant", "Publication suivante:" },
      { "السابق", "السابق", "التالي", "التالي" },
      { "Anterior", "Entrada anterior:", "Siguiente", "Entrada siguiente:" },
      { "Poprzedni", "Poprzedni wpis:", "Następny", "Następny wpis:" } } do
      local nav = "<nav class='navigation post-navigation'><div class=nav-links><div class=nav-previous>%s</div>"
        .. "<div class=nav-next>%s</div></div></nav>"
      local html = post("", nav:format(neighbour("prev", words[1], words[2]), neighbour("next", words[3], words[4])))
      assert_has(lines(html, URL), "kicker: " .. words[1], "kicker: " .. words[2],
        "headline: Nets are mended by hand", "kicker: " .. words[4], "headline: Gulls nest on the customs house")
    end
  end)
end)

describe("WordPress's widgets", function()
  local function widget(class, item, title)
    local list = "<aside class=widget-area><section class='widget %s'><h2 class=widget-title>%s</h2><ul>"
    local rows = { "Boats", "Life on the water all year", "A short history of the old harbour" }
    for at, text in ipairs(rows) do
      local count = item == "cat-item" and (" (%d)"):format(at) or ""
      rows[at] = ("<li class=%s><a href='/%s/'>%s</a>%s</li>"):format(item, text:lower():gsub(" ", "-"), text, count)
    end
    return page { main = list:format(class, title) .. table.concat(rows) .. "</ul></section></aside>" }
  end

  it("of sections and pages are no lists of stories", function()
    for _, one in ipairs { { "widget_categories", "cat-item", "What we write about" },
      { "widget_pages", "page_item", "About us" } } do
      for _, line in ipairs(lines(widget(one[1], one[2], one[3]), URL)) do
        assert.is_nil(line:find "teaser" or line:find "sidebar", line)
      end
    end
  end)

  it("of anything else may be", function()
    assert_has(lines(widget("widget_recent_entries", "recent", "Recent Posts"), URL), "heading: Recent Posts",
      "headline: Life on the water all year")
  end)
end)

describe("a blog's line of names and dates", function()
  it("ends before the number of comments, and the link to write one", function()
    local meta = "<p class=entry-meta><time class=entry-time>May 6, 2024</time> %s <span class=entry-author>Ann Lee"
      .. "</span> <span class=entry-comments-link><a href='#respond'>%s</a></span></p>"
    for _, one in ipairs { { "by", "Leave a Comment" }, { "by", "12 Comments" }, { "von", "Kommentar hinterlassen" },
      { "par", "Laisser un commentaire" }, { "por", "Deja un comentario" }, { "van", "Geef een reactie" } } do
      assert_has(lines(post(meta:format(one[1], one[2])), URL), "published: May 6, 2024",
        "byline: " .. one[1] .. " Ann Lee")
    end
  end)

  it("has names whose second letter is no ASCII, and the words before a day with the day", function()
    assert_has(lines(post "<div class=info>06.05.2024 | Jo Müller</div>", URL), "published: 06.05.2024",
      "byline: Jo Müller")
    assert_has(lines(post "<p class=meta>Publicado el 6 de mayo de 2024 por José Martín</p>", URL),
      "published: Publicado el 6 de mayo de 2024", "byline: por José Martín")
    assert_has(lines(post "<div><span>Autor: Jo Müller</span><span>Datum: 06.05.2024</span></div>", URL),
      "byline: Autor: Jo Müller", "published: Datum: 06.05.2024")
  end)

  it("does so where it says no day", function()
    assert_has(lines(post "<p class=byline>By Ann Lee | Leave a comment</p>", URL), "byline: By Ann Lee")
  end)
end)

describe("a link between the paragraphs, in brackets and named as one that interrupts", function()
  it("leads to another piece", function()
    local link = "<div class='c-interstitial-link'>[ <a href='/2024/05/01/whale-seen-off-the-pier/'>Whale seen off the "
      .. "pier</a> ]</div>"
    assert_has(lines(page { body = link .. "<p>" .. TEXT[1] .. "</p>" }, URL),
      "teaser -> /2024/05/01/whale-seen-off-the-pier/")
  end)
end)
