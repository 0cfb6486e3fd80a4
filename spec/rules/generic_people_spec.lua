-- The generic rule on who wrote the story and when, and on what is around the headline too.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, TEXT = generic.assert_has, generic.has, generic.lines, generic.TEXT

local function story(head, attributes, meta)
  return lines(([[<html lang=en><head><title>Ferry stays in port</title>%s</head><body><main>
    <article%s><div><h1>Ferry stays in port</h1>%s</div></article>
    <div class=text><p>%s</p><p>%s</p><p>%s</p></div></main></body></html>]])
    :format(meta or "", attributes or "", head, TEXT[1], TEXT[2], TEXT[3]))
end

describe("names around the headline and its fellows", function()
  it("do not keep them out of the story", function()
    for _, class in ipairs { "featured", "related-grid", "modal-body" } do
      assert_has(story("<p class=dek>Storm keeps forty passengers ashore.</p><p>By Ann Lee</p><p>6 May 2024, 7:00</p>",
        " class='" .. class .. "'"), "dek: Storm keeps forty passengers ashore.", "byline: By Ann Lee",
        "published: 6 May 2024, 7:00")
    end
  end)

  it("do, where they are around a fellow alone", function()
    assert.is_false(has(story("<div class=popular><p><a href=/b>Storm over isles</a></p><p>By Ann Lee</p></div>"),
      "byline: By Ann Lee"))
    assert_has(story("<div class=latest-meta><p>By Ann Lee</p></div>"), "byline: By Ann Lee")
  end)
end)

describe("boxes below the headline that are but named as menus", function()
  it("keep neither a byline nor a day out of the story", function()
    assert_has(story("<div class=byline><div class='author has-menu'><span>By Ann Lee</span> </div></div>"),
      "byline: By Ann Lee")
    assert_has(story("<div class='small note-skip'>6 May 2024, 7:00</div>"), "published: 6 May 2024, 7:00")
    assert_has(story("<footer class=article-author><p>By Ann Lee</p><p>6 May 2024, 7:00</p></footer>"),
      "byline: By Ann Lee", "published: 6 May 2024, 7:00")
    assert_has(story("<div class='date-and-comments'><p>6 May 2024, 7:00</p></div>"), "published: 6 May 2024, 7:00")
    assert_has(story("<div class=author-dialog><p>By Ann Lee</p><p>Full life</p></div>"), "byline: By Ann Lee")
    assert.is_false(has(story("<div class='date-and-comments'><p>Full life</p></div>"), "byline: Full life"))
    assert.is_false(has(story("<div class=comments><p>6 May 2024, 7:00</p></div>"), "published: 6 May 2024, 7:00"))
    assert.is_false(has(story("<footer><p>By Ann Lee</p></footer>"), "byline: By Ann Lee"))
    assert.is_false(has(story("<div class=menu><p>Ferries of today</p><p>Storms</p></div>"), "dek: Ferries of today"))
  end)
end)

describe("a byline", function()
  it("ends in initials", function()
    assert_has(story("<p>Par E.P.</p>"), "byline: Par E.P.")
    assert.is_false(has(story("<p>By noon.</p>"), "byline: By noon."))
  end)

  it("is no word before a day", function()
    assert_has(story("<p class=date>Written: 2024-05-06 15:03 / Updated: 2024-05-06 15:30</p>"),
      "published: Written: 2024-05-06 15:03 / Updated: 2024-05-06 15:30")
  end)

  it("is cut out by a break from a heading named so", function()
    assert_has(story("<h3 class=byline>by Ann Lee<br>Monday, May 6, 2024</h3>"), "byline: by Ann Lee")
  end)

  it("is set as a heading above the text, below another", function()
    local found = lines(([[<html lang=en><title>Ferry stays in port</title>
      <meta property=article:published_time content=2024-05-06T07:00:00Z><body><article>
      <h1>Ferry stays in port</h1><div class=text><h2>Isles</h2><h3>Storm over the isles</h3><h5>By Ann Lee, Lima</h5>
      <p>%s</p><p>%s</p><p>%s</p></div></article></body></html>]]):format(TEXT[1], TEXT[2], TEXT[3]))
    assert_has(found, "byline: By Ann Lee, Lima", "dek: Storm over the isles")
  end)

  it("is an agency's name, perhaps with a place", function()
    for _, line in ipairs { "Anadolu Ajansı", "AFP, Lima", "dpa/lnw", "新华社" } do
      assert_has(story("<p>" .. line .. "</p>"), "byline: " .. line)
    end
    assert.is_false(has(story("<p>Ferries, Lima</p>"), "byline: Ferries, Lima"))
  end)

  it("begins with the kind of the piece, a writer's word or an office, in many languages", function()
    for _, line in ipairs { "Analysis by Ann Lee", "Kolumne von Ann Lee", "Chronique par Ann Lee",
      "Crónica por Ann Lee", "Analisi di Ann Lee", "Reported by Ann Lee", "記者王小明",
      "文/王小明", "홍길동 기자", "Isles Web Desk" } do
      assert_has(story("<p>" .. line .. "</p>"), "byline: " .. line)
    end
    assert_has(story("<p>ANN LEE</p>", "", '<meta name="author" content="Ann Lee">'), "byline: ANN LEE")
  end)

  it("says from where a correspondent writes, whose line stands alone", function()
    for _, line in ipairs { "DALLA NOSTRA CORRISPONDENTE", "Dal nostro inviato a Porto", "De notre envoyé à Lima",
      "De nuestro corresponsal", "Da nossa correspondente", "Our harbour correspondent" } do
      assert_has(story("<p>By Ann Lee</p><p class=dek>Forty passengers had to sleep in a school of the town.</p><p>"
        .. line .. "</p>"), "byline: " .. line)
    end
  end)

  it("goes on in a handle, an address, and who put the story into its language", function()
    local list = story("<div class=author><span>By Ann Lee</span><p>@annlee</p></div>")
    assert_has(list, "byline: By Ann Lee/@annlee")
    list = story("<div class=author><span>By Ann Lee</span><p>ann.lee@news.example</p></div>")
    assert_has(list, "byline: By Ann Lee/ann.lee@news.example")
    list = story("<ul><li>Von Ann Lee<li>Übersetzung und Adaptierung: Bo Ek</ul>")
    assert_has(list, "byline: Von Ann Lee/Übersetzung und Adaptierung: Bo Ek")
  end)

  it("may be a long link to where they write, which is no headline", function()
    local line = "By Ann Lee, Bo Ek-Holm, Cy Poe Marsh and Dee Long Water"
    for _, path in ipairs { "/author/ann-lee-bo-ek", "http://connect.harbour.example/staff/annlee/posts.html" } do
      assert_has(story("<div><a href='" .. path .. "'>" .. line .. "</a></div>"), "byline: " .. line)
    end
    assert.is_false(has(story("<div><a href='/islands/by-the-sea-48213'>" .. line .. "</a></div>"), "byline: " .. line))
  end)

  it("goes on in the number of a telephone, which is no day", function()
    for _, number in ipairs { "(555) 459-5382", "555-459-5382", "+49 30 459 53-82" } do
      local line = "<div class=author><span>By Ann Lee</span> <a href=mailto:ann@news.example>ann@news.example</a> "
        .. "<a href=tel:+15554595382>" .. number .. "</a></div>"
      assert_has(story(line), "byline: By Ann Lee ann@news.example " .. number)
    end
  end)

  it("is a line of several authors that metadata names", function()
    local meta = '<meta name=author content="Imke Vandersteen"><meta name=author content="Oddny Farrow">'
      .. '<meta name=author content="Perpetua Strand">'
    assert_has(story("<p>Imke Vandersteen, Oddny Farrow, Perpetua Strand</p>", nil, meta),
      "byline: Imke Vandersteen, Oddny Farrow, Perpetua Strand")
  end)

  it("stands before how long ago it was, though nothing parts them", function()
    assert_has(story("<p>Ann Lee<span>2 minutes ago</span></p>"), "byline: Ann Lee", "published: 2 minutes ago")
  end)
end)

describe("a date", function()
  it("is no weather, nor how long a film runs", function()
    for _, line in ipairs { "Monday, May 6th 2024 4PM 19°C 7PM 14°C", "0:55", "00:00" } do
      assert.is_false(has(story("<p class=date>" .. line .. "</p>"), "published: " .. line), line)
    end
  end)
end)

describe("a day", function()
  it("may be today's or yesterday's, in many languages", function()
    for _, text in ipairs { "Online seit heute, 7.57 Uhr", "Oggi, 10:30", "Publicado hoy 10:30", "Igår 10:30" } do
      assert_has(story(("<div class=meta>%s</div>"):format(text)), "published: " .. text)
    end
  end)
end)

describe("the end of the text", function()
  it("tells of the author behind their job", function()
    local page = generic.page { body = "<p>Our harbour correspondent Ann Lee is on the isles since 2011.</p>" }
    page = page:gsub("</title>", '</title><meta name=author content="Ann Lee">', 1)
    assert_has(lines(page), "bio: Our harbour correspondent Ann Lee is on the isles since 2011.")
  end)
end)

describe("a time", function()
  it("may be told in words, where it is named as one", function()
    assert_has(story("<div class=date>Publiziert vor einer Stunde</div>"), "published: Publiziert vor einer Stunde")
    assert.is_false(has(story("<p>Die Fähre fuhr vor einer Stunde</p>"), "published: Die Fähre fuhr vor einer Stunde"))
  end)

  it("of metadata's that was never set makes the page's no change of it", function()
    local found = story("<p class=date>Published 6 May 2024</p>", nil,
      "<meta property=article:published_time content=0001-01-01T00:00:00Z>")
    assert_has(found, "published: Published 6 May 2024")
  end)
end)

describe("a job below the name", function()
  it("is of the byline, though its box is named for the author's life", function()
    local job = "Professor of harbour law at the University of Elver"
    local list = story("<div class=byline><p>By Ann Lee</p><p class='author-bio byline'>" .. job .. "</p></div>")
    assert_has(list, "byline: By Ann Lee/" .. job)
  end)
end)

describe("a name that touches the word for by whom", function()
  it("is the author's, behind words for what was done too", function()
    assert_has(story("<p><span>Geschrieben von</span><span>Ann Lee</span></p>"), "byline: Geschrieben vonAnn Lee")
    assert_has(story("<div><span>by</span><span>Ann Lee</span></div>"), "byline: byAnn Lee")
    assert.is_false(has(story("<div>daVinci Harbour</div>"), "byline: daVinci Harbour"))
  end)
end)
