-- The generic rule on who wrote a story and when: what the page shows, what metadata says, and
-- what becomes of the two where they differ.
local pages = require "spec.rules.generic_story"
local story, parts, lines = pages.story, pages.parts, pages.lines
local assert_has, assert_lacks = pages.assert_has, pages.assert_lacks

local function shown_date(text, lang)
  local found = parts(story { lang = lang, top = "<p class=date>" .. text .. "</p>" }, "published")
  return found[1] and found[1].datetime
end

describe("the generic rule on dates", function()
  it("reads days in many languages", function()
    for text, day in pairs {
      ["5 November 2024"] = "2024-11-05", ["Nov. 5th, 2024"] = "2024-11-05", ["2024年11月5日"] = "2024-11-05",
      ["5 de mayo de 2024"] = "2024-05-05", ["2024. május 5."] = "2024-05-05", ["5. května 2024"] = "2024-05-05",
      ["5 травня 2024"] = "2024-05-05", ["5 Μαΐου 2024"] = "2024-05-05", ["2024년 5월 6일"] = "2024-05-06",
      ["5 मई 2024"] = "2024-05-05", ["5 مايو 2024"] = "2024-05-05", ["٥ مايو ٢٠٢٤"] = "2024-05-05",
      ["5. Mai 2024"] = "2024-05-05", ["05.05.2024, 14:30"] = "2024-05-05", ["May 52024"] = "2024-05-05",
      ["2024 m. gegužės 5 d."] = "2024-05-05", ["5 Ağustos 2024"] = "2024-08-05",
    } do assert.equal(day, shown_date(text, "de"), text) end
  end)

  it("reads days in the letters, marks and calendars of many more", function()
    for text, day in pairs {
      ["26 กันยายน 2562"] = "2019-09-26", ["เผยแพร่: 26 ก.ย. 2562 12:11"] = "2019-09-26",
      ["الأربعاء، 28 آب/أغسطس 2013، آخر تحديث 14:00"] = "2013-08-28", ["4 تشرين الثاني 2019"] = "2019-11-04",
      ["26 בספטמבר 2019"] = "2019-09-26", ["Ngày 26 tháng 9 năm 2019"] = "2019-09-26",
      ["Thứ năm, 26/9/2019, 12:11 (GMT+7)"] = "2019-09-26", ["26 செப்டம்பர் 2019"] = "2019-09-26",
      ["26. rujna 2019. u 12:11"] = "2019-09-26", ["11 Tetor, 2019"] = "2019-10-11",
      ["Четверг, 26 сентября 2019"] = "2019-09-26", ["26 Eylül 2019 Perşembe 12:11"] = "2019-09-26",
      ["등록 2019-09-26 오후 12:11:00"] = "2019-09-26", ["发布时间：2019-09-26 12:11"] = "2019-09-26",
      ["公開日：2019年9月26日（木）"] = "2019-09-26", ["26 ستمبر 2019"] = "2019-09-26",
      ["26 სექტემბერი 2019"] = "2019-09-26", ["26. septembar 2019. 12:11"] = "2019-09-26",
    } do
      local html = story { top = "<p>" .. text .. "</p>" }
      local found = parts(html, "published")[1] or parts(html, "modified")[1]
      assert.equal(day, found and found.datetime, text)
      assert.equal(text, found.text)
    end
  end)

  it("takes a day from the address where nothing else says one", function()
    local found = parts(story {}, "published", "https://news.example/world/2019/11/18/ferry")
    assert.equal("2019-11-18", found[1].datetime)
    assert.equal("url", found[1].from)
    assert.same({}, parts(story {}, "published", "https://news.example/world/2019/1118234/ferry"))
  end)

  it("reads the times of metadata however they are written", function()
    for value, stamp in pairs {
      ["2022-05-11T10:20:30+0200"] = "2022-05-11T10:20:30+02:00", ["2022-05-11 9:20"] = "2022-05-11T09:20",
      ["20220511"] = "2022-05-11", ["Wed May 11 14:57:21 CEST 2022"] = "2022-05-11", ["11 May 2022"] = "2022-05-11",
    } do
      local head = ('<meta property="article:published_time" content="%s">'):format(value)
      assert.equal(stamp, parts(story { head = head }, "published")[1].datetime, value)
    end
  end)

  it("tells the day of a change from that of publication", function()
    local html = story { top = "<p class=date>Updated 7 May 2024</p>",
      head = '<meta property="article:published_time" content="2024-05-05T07:00:00Z">' }
    assert.equal("2024-05-07", parts(html, "modified")[1].datetime)
    assert.equal("2024-05-05T07:00:00Z", parts(html, "published")[1].datetime)
    html = html:gsub("Updated ", "")
    assert.equal("2024-05-07", parts(html, "modified")[1].datetime)
    assert.equal("article:published_time", parts(html, "published")[1].from)
  end)

  it("reads lines of times in type as small as captions'", function()
    local list = lines(story { top = '<div class="text-caption">06.05.2024, 18:59 Uhr</div>'
      .. "<p>Uppdaterad 15.59 | Publicerad 14.14</p>" })
    assert_has(list, "published: 06.05.2024, 18:59 Uhr", "modified: Uppdaterad 15.59 | Publicerad 14.14")
  end)

  it("cuts lines where names and times touch", function()
    local list = lines(story { top = "<div class=meta><span>Ann Lee</span><span>6 May 2024, 11:31</span></div>",
      head = '<meta name="author" content="Ann Lee">' })
    assert_has(list, "byline: Ann Lee", "published: 6 May 2024, 11:31")
    list = lines(story { top = "<p><span>Publisert 06.05.24 kl. 11:31</span><span>Oppdatert 06.05.24</span></p>" })
    assert_has(list, "published: Publisert 06.05.24 kl. 11:31Oppdatert 06.05.24")
  end)

  it("takes no day below the text that leads to another piece", function()
    local foot = [[<a href="/other"><div class=date>Published on 5 May 2024</div><h3>Boats are back</h3></a>]]
    local body = ("<p>%s</p>"):rep(4):format(pages.TEXT[3], pages.TEXT[2], pages.TEXT[1], pages.TEXT[3])
    assert.same({}, parts(story { body = body, foot = foot }, "published"))
  end)

  it("takes neither day nor name below the text that are of another piece", function()
    local boats = "/islands/boats-are-back-in-the-bay-48213"
    local card = "<div class=post><h3><a href='" .. boats .. "'>Boats are back in the bay</a></h3>%s"
      .. "<div class=byline>by <a href='%s'>Ann Lee</a></div></div>"
    local day = "<div class=date>Published on <a href='" .. boats .. "'>5 May 2024</a></div>"
    local body = ("<p>%s</p>"):rep(4):format(pages.TEXT[3], pages.TEXT[2], pages.TEXT[1], pages.TEXT[3])
    local head = '<meta name="author" content="Ann Lee">'
      .. '<meta property="article:published_time" content="2024-05-06T07:00:00Z">'
    local top = "<p class=byline>By Ann Lee</p>"
    for _, foot in ipairs { card:format(day, "/people/ann"), card:format("", boats) } do
      local list = table.concat(lines(story { top = top, body = body, foot = foot, head = head }), "\n")
      assert.matches("\n    byline: by Ann Lee", list, 1, true) -- of the teaser, not of the story
      assert.is_nil(list:find("\n  published: Published on 5 May 2024", 1, true))
    end
  end)

  it("takes a byline that is a low heading", function()
    assert_has(lines(story { top = "<h3 class=byline>By Ann Lee</h3>" }), "byline: By Ann Lee")
  end)

  it("takes a line by the head that says a day and a place", function()
    assert_has(lines(story { top = "<div>Harbour Town, 05.05.2024</div>" }), "published: 05.05.2024")
  end)
end)

describe("the generic rule on authors", function()
  it("knows whom the markup calls the author, though the name is no usual one", function()
    local html = story { top = '<div class="entry-meta"><time datetime="2024-05-05">5 May 2024</time> '
      .. '<span class="author vcard"><a class="fn n" href="/author/x">seagull77</a></span></div>' }
    local html2 = html:gsub("77", "")
    assert_has(lines(html2), "byline: seagull")
  end)

  it("tells who they are in a sentence below the headline", function()
    local life = "Ann Lee is a reporter in Harbour Town."
    local html = story { head = '<meta name="author" content="Ann Lee">',
      top = "<p class=byline>By Ann Lee</p><div class=info>" .. life .. "</div>" }
    assert_has(lines(html), "byline: By Ann Lee", "bio: " .. life)
  end)

  it("does not take readers for authors", function()
    local html = story { foot = '<div class="comments"><div class="comment"><cite class="author vcard">'
      .. '<span class=fn>Bo Ek</span></cite><p>I was there and saw it all with my own eyes.</p></div></div>' }
    assert.same({}, parts(html, "byline"))
  end)

  it("names one once, though the page does so again", function()
    local html = story { top = "<p class=byline>By Ann Lee</p>", body = "<p class=byline>By Ann Lee, Harbour Town</p>",
      head = '<meta name="author" content="By Ann Lee">' }
    assert.equal(1, #parts(html, "byline"))
  end)

  it("adds an author whom metadata names beside those that the page shows", function()
    local html = story { top = "<p class=byline>By Ann Lee</p>", head = [[<script type="application/ld+json">
      {"@type": "NewsArticle", "author": [{"name": "Ann Lee"}, {"name": "Bo Ek"}]}</script>]] }
    assert_has(lines(html), "byline: By Ann Lee", "byline: Bo Ek")
  end)
end)

describe("the generic rule on what metadata says", function()
  it("keeps a headline under which the story is shared, without the site's name", function()
    local head = '<meta property="og:site_name" content="Harbour News">'
      .. '<meta property="og:title" content="Storm keeps forty ashore | Harbour News">'
    local found = parts(story { head = head }, "headline")
    assert.equal(2, #found)
    assert.equal("Storm keeps forty ashore", found[2].text)
    assert.equal("og:title", found[2].from)
  end)

  it("says no headline twice, whatever its quotation marks", function()
    local found = parts(story { headline = "“Ferry” stays\194\160in port",
      head = '<meta property="og:title" content="&quot;Ferry&quot; stays in port">' }, "headline")
    assert.equal(1, #found)
  end)

  it("gives the description as dek where the page shows none", function()
    local head = '<meta name="description" content="Storm keeps forty passengers ashore for a whole night.">'
    assert.equal("description", parts(story { head = head }, "dek")[1].from)
    local top = "<p class=standfirst>A night in the school for forty.</p><p class=byline>By Ann Lee</p>"
    assert.is_nil(parts(story { head = head, top = top }, "dek")[1].from)
    assert_lacks(lines(story { head = '<meta name="description" content="Storm keeps forty passengers ashore for…">' }),
      "dek: Storm keeps forty passengers ashore for…")
  end)

  it("gives no description as dek that is the headline, and none with its elements", function()
    local function described(text)
      local head = '<meta name="description" content="' .. text .. '">'
      return parts(story { headline = "Ferry stays in port for a whole night and a day", head = head }, "dek")[1]
    end
    assert.is_nil(described "Ferry stays in port for a whole night and a day")
    assert.is_nil(described "Ferry stays in port for a whole night and a day - Harbour News")
    local found = described "Storm keeps <a href='/forty'>forty passengers</a> ashore for a whole night."
    assert.equal("Storm keeps forty passengers ashore for a whole night.", found.text)
  end)
end)

describe("the generic rule on introductions", function()
  local TOLD = "The wind had grown to a storm, and nobody could say when the boats would leave the port again."

  local DATA = [[<script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry stays in port",
    "datePublished": "2024-05-05T07:00:00Z"}</script>]]

  local function top_of(class, head)
    return lines(story { top = ("<p class='%s'>%s</p>"):format(class, TOLD), head = head })
  end

  it("reads one as text where nothing says that the page was published", function()
    assert_has(top_of "teaser-text", "paragraph: " .. TOLD)
    assert_has(top_of("teaser-text", '<meta name="date" content="2024-05-06">'), "paragraph: " .. TOLD)
  end)

  it("reads one as dek on what is published, or where newspapers' words name it", function()
    local time = '<meta property="article:published_time" content="2024-05-05T07:00:00Z">'
    assert_has(top_of("teaser-text", DATA), "dek: " .. TOLD)
    assert_has(top_of("article-standfirst", time), "dek: " .. TOLD)
  end)

  it("reads one as dek above the byline, else as text on a page that no linked data call a story", function()
    local time = '<meta property="article:published_time" content="2024-05-05T07:00:00Z">'
    assert_has(top_of("teaser-text", time), "paragraph: " .. TOLD)
    assert_has(top_of "standfirst", "dek: " .. TOLD)
    assert_has(top_of "subheadline", "paragraph: " .. TOLD)
    local unnamed = "<div><p class=preview-text>" .. TOLD .. "</p></div><p class=byline>By Ann Lee</p>"
    assert_has(lines(story { top = unnamed, head = time }), "paragraph: " .. TOLD)
    assert_has(lines(story { top = "<header>" .. unnamed .. "</header>", head = time }), "dek: " .. TOLD)
    local above = "<p class=standfirst>" .. TOLD .. "</p><p class=byline>By Ann Lee</p>"
    assert_has(lines(story { top = above, head = time }), "dek: " .. TOLD)
  end)

  it("reads one as dek above the day too, in the header, or by a name that a list of points has around it", function()
    local day = "<p class=date>6 May 2024, 7:00</p>"
    local plain = "<p class=text>" .. TOLD .. "</p>"
    assert_has(lines(story { top = "<header>" .. plain .. day .. "</header>" }), "dek: " .. TOLD)
    assert_has(lines(story { top = "<header>" .. plain .. "<p class=byline>By Ann Lee</p></header>" }),
      "paragraph: " .. TOLD)
    for _, name in ipairs { "subtitulo", "copete", "chapeau", "unterzeile" } do
      local points = "<div class=" .. name .. "><ul><li>" .. TOLD .. "<li>Forty sleep in the school</ul></div>"
      assert_has(lines(story { top = points .. "<p class=byline>By Ann Lee</p>" .. day }), "dek: " .. TOLD)
    end
  end)

  it("reads one as dek by its name or as a heading below the time of day, which newspapers show", function()
    for _, time in ipairs { "6 May 2024, 7:05", "06/05/2024 7h05", "06.05.2024, 7.05 Uhr" } do
      local day = "<p class=date>" .. time .. "</p>"
      assert_has(lines(story { top = day .. "<div class=lead><p>" .. TOLD .. "</p></div>" }), "dek: " .. TOLD)
      assert_has(lines(story { top = day .. "<h2>" .. TOLD .. "</h2>" }), "dek: " .. TOLD)
    end
    local top = "<p class=date>6 May 2024</p><div class=lead><p>" .. TOLD .. "</p></div>"
    assert_has(lines(story { top = top }), "paragraph: " .. TOLD)
  end)

  it("finds the one that the page describes itself by below a row of buttons", function()
    local top = "<p>Last updated by Ann Lee on 6 May 2024 at 7:00.</p>"
    for _, label in ipairs { "Listen", "1x", "Follow", "Save", "Print", "Share", "Read later" } do
      top = top .. "<div><button>" .. label .. "</button></div>"
    end
    local head = DATA .. '<meta name="description" content="' .. TOLD .. '">'
    assert_lacks(lines(story { top = top .. "<p class='bold big'>" .. TOLD .. "</p>", head = head }),
      "paragraph: " .. TOLD)
  end)
end)

describe("the generic rule on labels above the headline", function()
  local function above(line)
    local html = story {}:gsub("<h1>.-</h1>", "<div>" .. line .. "%0</div>")
    return lines(html)
  end

  it("takes a line that begins the headline's box, though it is no link and is not named so", function()
    for _, label in ipairs { "Islands", "Nach dem Sturm", "Sport | Rudern" } do
      assert_has(above("<div>" .. label .. "</div>"), "kicker: " .. label)
    end
  end)

  it("takes no sentence, number or time there", function()
    for _, line in ipairs { "The boats are back.", "87", "6 May 2024" } do
      assert_lacks(above("<div>" .. line .. "</div>"), "kicker: " .. line)
    end
  end)

  it("takes the other of two links there, which do nothing", function()
    local pair = "<ul><li><a href=/isles>Isles</a><li><a href=/isles/ports>Ports</a></ul>"
    assert_has(above(pair), "kicker: Isles", "kicker: Ports")
    assert_lacks(above((pair:gsub("Isles", "Print page"))), "kicker: Print page")
  end)

  it("takes one that is named so from a long story, and the section beside the byline", function()
    local long = { body = ("<p>The boats stayed in port, and nobody knew for how long they would.</p>"):rep(30) }
    assert_has(lines((story(long):gsub("<h1>", "<p class=overline>Isles</p>%0"))), "kicker: Isles")
    local top = [[<ul><li class=meta-date>6 May 2024<li class=meta-author>Ann Lee
      <li class=meta-category><a href=/isles>%s</a></ul>]]
    assert_has(lines(story { top = top:format "Isles" }), "kicker: Isles")
    assert_lacks(lines(story { top = top:format "Save" }), "kicker: Save")
  end)
end)
