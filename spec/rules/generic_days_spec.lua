-- The generic rule on the day of the story where the page says it in an odd place or form.
local pages = require "spec.rules.generic_story"
local TEXT = pages.TEXT

local BODY = "<p>" .. TEXT[1] .. "</p><p>" .. TEXT[2] .. "</p><p>" .. TEXT[3] .. "</p>"

-- The first day that the rule gives for a page with `top` between headline and text, `foot` far
-- below it, `head` in its head.
local function day(top, foot, text, head)
  local html = ("<html lang=en><head><title>Ferry stays in port</title>%s</head><body><nav><a href=/>Home</a></nav>"
    .. "<article><h1>Ferry stays in port</h1>%s<div class=body>%s</div></article>%s</body></html>")
    :format(head or "", top or "", text or BODY, foot or "")
  for _, tag in ipairs { "published", "modified" } do
    for _, part in ipairs(pages.parts(html, tag)) do
      if part.datetime then return part.datetime:sub(1, 10) end
    end
  end
end

describe("the generic rule on days", function()
  it("reads a day whose figures thin spaces part, and one that its hour touches", function()
    assert.equal("2022-02-04", day "<p class=date>4.\u{2009}2.\u{2009}2022</p>")
    assert.equal("2022-05-03", day "<p class=date><span>3 May 2022</span><span>21:25</span></p>")
  end)

  it("knows a line that begins with a day, though links to places fill it", function()
    assert.equal("2023-11-07",
      day("<div>07.11.2023 <a href=/t/north>Northport</a>, <a href=/t/south>Southport</a>, "
        .. "<a href=/t/west>Westport</a>, <a href=/t/east>Eastport</a></div>"))
  end)

  it("takes neither rates of exchange nor the marks of footnotes for dates", function()
    assert.is_nil(day "<p>GBP/TRY <span>40,6481</span> <span>%-0,40</span></p>")
    local html = "<html><body><article><h1>Ferry stays in port</h1><div class=authors><p class=author>Ann Lee"
      .. "<sup>1,2</sup> na<sup>3</sup></p></div><div class=body>" .. BODY .. "</div></article></body></html>"
    assert.same({}, pages.parts(html, "published"))
    local named = pages.parts(html, "byline")
    assert.same({ "Ann Lee", 1 }, { named[1].text, #named })
  end)

  it("goes on looking where only a count or a duration was taken for a date", function()
    assert.equal("2016-12-30", day("<div class=date>25 Min.</div>", nil, BODY .. "<p>Updated: 30.12.2016</p>"))
  end)

  it("takes the only line that is set as a time from the far end of the page, in the page's own words", function()
    local far = ("<div><p>Beacon</p></div>"):rep(40)
    local time = "<div class=profile><time datetime=2020-08-06>6 August 2020</time></div>"
    assert.equal("2020-08-06", day(nil, far .. time))
    assert.is_nil(day(nil, far .. time .. "<div><time datetime=2020-08-07>7 August 2020</time></div>"))
  end)

  it("reads the day with which the first paragraph begins", function()
    assert.equal("2022-01-27", day(nil, nil, "<p>27 January 2022 – " .. TEXT[1] .. "</p>" .. BODY))
    assert.is_nil(day(nil, nil, "<p>On 27 January 2022 a storm came. " .. TEXT[1] .. "</p>" .. BODY))
  end)

  it("reads it before a stop too, whatever day stands below the text", function()
    local text = "<p>27 January 2022. " .. TEXT[1] .. "</p>" .. BODY
    assert.equal("2022-01-27", day(nil, "<div class=date>2 February 2022</div>", text))
    assert.equal("2022-02-02", day(nil, nil, text .. "<p class=date>Published 2 February 2022</p>"))
    assert.is_nil(day(nil, nil, "<p>The storm of 27 January 2022. " .. TEXT[1] .. "</p>" .. BODY))
  end)

  it("reads a year of two figures at the end of a line", function()
    assert.equal("2020-01-14", day "<p>( Elver, 14 January 20 )</p>")
    assert.is_nil(day "<p>( Elver, 14 January 20 tons )</p>")
  end)

  it("cuts a day from a name where only spaces that do not break part them", function()
    assert.equal("2022-02-02", day "<p>Harbour News&nbsp;&nbsp;&bull;&nbsp;&nbsp;02.02.2022</p>")
  end)

  it("takes an archive's months for no days", function()
    local html = pages.story { top = "<ul><li><a href=/2009/12/>December 2009</a></li></ul>" }
    assert.same({}, pages.parts(html, "published"))
  end)

  it("reads a time set within the headline", function()
    local html = pages.story { headline = "<time datetime=2022-02-01>1 February 2022</time> Ferry stays in port",
      foot = ("<div><p>Beacon</p></div>"):rep(40) .. "<div><time datetime=2022-01-03>3 January 2022</time></div>" }
    assert.equal("2022-02-01", pages.parts(html, "published")[1].datetime)
  end)

  it("reads the sentence in which blogs say when a story was put up", function()
    assert.equal("2010-05-19", day(nil, "<p>This entry was posted on Wednesday, May 19th, 2010 at 23:03 and is filed "
      .. "under Harbour. Both comments and pings are currently closed.</p>"))
  end)

  it("takes metadata's time of a guide, and of the page where no story has one", function()
    local data =
      [[<script type="application/ld+json">{"@type": "%s", "datePublished": "2021-03-04T05:06:07Z"}</script>]]
    assert.equal("2021-03-04", day(nil, nil, nil, data:format "HowTo"))
    assert.equal("2021-03-04", day(nil, nil, nil, data:format "WebPage"))
    assert.equal("2020-01-02", day(nil, nil, nil, data:format "WebPage"
      .. [[<script type="application/ld+json">{"@type": "Article", "datePublished": "2020-01-02"}</script>]]))
  end)
end)

describe("a day below the text", function()
  local story, lines = pages.story, pages.lines
  local meta = '<meta property="article:published_time" content="2019-09-23T14:34:05">'

  local function below(line, head)
    local body = ("<p>" .. table.concat(TEXT, "</p><p>") .. "</p>"):rep(2)
    return lines(story { head = head, body = body .. "<div>" .. line .. "</div>" })
  end

  it("is the story's where the line says so, in many languages", function()
    for _, line in ipairs {
      "Letzte Änderung: 23.09.2019 - 14:34", "Erschienen am: 23.09.2019", "Última actualización: 23/09/2019",
      "Data publikacji: 23.09.2019", "Sist oppdatert 23.09.2019", "Опубликовано: 23.09.2019", "发布日期：2019-09-23 14:34",
      "등록 2019.09.23 14:34",
    } do
      local found = below(line, meta)
      assert.is_true(pages.has(found, "published: " .. line) or pages.has(found, "modified: " .. line), line)
    end
  end)

  it("is the story's where metadata give the same", function()
    pages.assert_has(below("<b>23.09.2019</b>, 14:34", meta), "published: 23.09.2019, 14:34")
    local note = "This piece was first put up on 23 September 2019."
    pages.assert_lacks(below("<span class=date>" .. note .. "</span>", meta), "published: " .. note)
    pages.assert_lacks(below("<b>21.08.2018</b>, 14:34", meta), "published: 21.08.2018, 14:34")
  end)

  it("may be a time alone with who posted the story", function()
    local found = lines("<html lang=en><head>" .. meta .. "</head><div class='post hentry'><h3 class='post-title'>"
      .. "Ferry stays in port</h3><div class='post-body'>" .. BODY .. "</div><div class='post-footer'><span class='"
      .. "post-author vcard'>Posted by <span class='fn'>Ann Lee</span></span> <span class='post-timestamp'>at"
      .. " <abbr class='published'>2:34 PM</abbr></span></div></div>")
    pages.assert_has(found, "byline: Posted by Ann Lee", "published: at 2:34 PM")
  end)

  it("is another piece's where the story has its day above", function()
    local body = "<time>23.09.2019</time><p>" .. table.concat(TEXT, "</p><p>") .. "</p>"
      .. "<div><b>23.09.2019</b>, 14:34</div>"
    local found = lines(story { head = meta, body = body })
    pages.assert_has(found, "published: 23.09.2019")
    pages.assert_lacks(found, "published: 23.09.2019, 14:34")
  end)

  it("keeps a line at the foot that says it, though it ends as a sentence does", function()
    local html = pages.story { top = "<p>Updated: Nov. 19, 2019</p>",
      body = "</div><footer><time>Published: Nov. 19, 2019, 6:18 p.m. Updated: Nov. 19, 2019, 7:10 p.m."
        .. "</time></footer><div>" }
    local found = false
    for _, part in ipairs(pages.parts(html, "published")) do found = found or part.text:find "^Published: Nov" end
    assert.truthy(found)
  end)
end)
