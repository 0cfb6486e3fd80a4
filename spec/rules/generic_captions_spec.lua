-- The generic rule on what belongs to pictures, and what stands by them and does not.
local assert_pictured = require "spec.rules.assert_pictured"
local pages = require "spec.rules.generic_story"
local story, lines = pages.story, pages.lines
local assert_has, assert_lacks = pages.assert_has, pages.assert_lacks

local SHOWN = "The ferry at the pier of the outer islands on Sunday, before the storm."
local WHAT = "The ferry at the pier"

describe("a caption", function()
  it("is named so in several languages", function()
    for _, class in ipairs { "legend", "epigrafe", "podpis", "bildunterzeile", "picture-caption" } do
      local html = story { body = ('<div><img src=x.jpg><span class="%s">%s</span></div>'):format(class, SHOWN) }
      assert_has(lines(html), "caption: " .. SHOWN)
    end
  end)

  it("is no dek right below the headline whose name says that an image stands beside it", function()
    local line = "<div class='article-dek %s'>Nobody could say when the boats would leave the port again.</div>"
    local time = '<meta property="article:published_time" content="2024-05-05T07:00:00Z">'
    for _, beside in ipairs { "with-image", "hasPhoto", "no-video" } do
      assert_has(lines(story { top = line:format(beside) .. "<p>By Ann Lee</p>", head = time }),
        "dek: Nobody could say when the boats would leave the port again.")
    end
    assert_has(lines(story { top = "<img src=x.jpg>" .. line:format "image", head = time }),
      "caption: Nobody could say when the boats would leave the port again.")
  end)

  it("is none where it is as long as a paragraph and the page's description is its beginning", function()
    local long = table.concat(pages.TEXT, " ") .. " " .. pages.TEXT[1]
    local top = "<p>By Ann Lee</p><figure><img src=x.jpg><figcaption>" .. long .. "</figcaption></figure>"
    local html = story { top = top,
      head = '<meta name="description" content="' .. pages.TEXT[1] .. ' Some forty…">' }
    assert_has(lines(html), "paragraph: " .. long)
    assert_has(lines((html:gsub("<meta.->", ""))), "caption: " .. long)
  end)

  it("may be one link with its picture, which that opens", function()
    local text = pages.TEXT[1] .. " " .. pages.TEXT[2]
    local list = {}
    for i = 1, 6 do
      list[i] = ("<div><a href=/islands/whale-seen-off-pier-4821%d>Whale seen off the pier %d</a></div>"):format(i, i)
    end
    local box = "<div><p>Latest</p>" .. table.concat(list) .. "</div>"
    local part = "<div><div><p>" .. text .. "</p></div></div>"
    local body = "</div>" .. part .. box .. part .. "<div><a href='%s'><figure><img src=x.jpg><figcaption>" .. SHOWN
      .. "</figcaption></figure></a></div>" .. box .. part .. "<div>"
    for _, href in ipairs { "#picture-1", "/media/x-large.JPG", "https://img.example/x.webp?w=2000" } do
      assert_has(lines(story { body = body:format(href) }), "caption: " .. SHOWN)
    end
  end)

  it("is a text that ends with whose the picture is in brackets, though none is near", function()
    local text = "A mother sells bread at the harbour of the outer islands, Tuesday. (AP Photo/Ann Lee)"
    assert_pictured(lines(story { body = "<p>" .. text .. "</p><p>" .. pages.TEXT[2] .. "</p>" }), text)
    local said = "A mother sells bread at the harbour of the outer islands, Tuesday. (She has done so for years)"
    assert_has(lines(story { body = "<p>" .. said .. "</p><p>" .. pages.TEXT[2] .. "</p>" }), "paragraph: " .. said)
  end)

  it("is a text right behind a picture that says who stands where in it", function()
    for _, text in ipairs { "Ann Lee, left, and Bo Ek of the harbour stood at the pier of the outer islands on Sunday.",
      "Die Leute vom Hafen (von links): Ann Lee, Bo Ek und Cy Poe am Sonntag an der Mole der Inseln.",
      "Above: the pier of the outer islands on Sunday." } do
      local body = "%s<p>" .. text .. "</p><p>" .. pages.TEXT[2] .. "</p><p>" .. pages.TEXT[3] .. "</p>"
      assert_has(lines(story { body = body:format "<img src=x.jpg>" }), "caption: " .. text)
      assert_has(lines(story { body = body:format "" }), "paragraph: " .. text)
    end
  end)

  it("is a text that is no paragraph in one small box with a picture, beside paragraphs", function()
    local text = "Harbour people brought a banner to the pier of the outer islands and stood there on Sunday."
    local body = "<div class=x1><div><img src=x.jpg %s></div><div>%s</div></div><p>" .. pages.TEXT[2] .. "</p><p>"
      .. pages.TEXT[3] .. "</p>"
    assert_has(lines(story { body = body:format("width=600", text) }), "caption: " .. text)
    assert_lacks(lines(story { body = body:format("width=8", text) }), "caption: " .. text)
    assert_lacks(lines(story { body = body:format("", "<p>" .. text .. "</p>") }), "caption: " .. text)
  end)

  it("is none that says how lists of stories are headed", function()
    local figure = "<figure><img src=x.jpg><p>Related stories</p><ul><li><a href='/islands/whale-seen-off-pier-48211'>"
      .. "Whale seen off the pier</a><li>"
      .. "<a href='/islands/seals-back-in-bay-48212'>Seals back in the bay</a></ul></figure>"
    assert_lacks(lines(story { body = figure .. "<p>" .. pages.TEXT[2] .. "</p>" }), "caption: Related stories")
  end)

  it("is no button of a figure", function()
    local figure = "<figure><img src=x.jpg><figcaption>" .. SHOWN .. "</figcaption><button>Öppna bild</button></figure>"
    assert_lacks(lines(story { body = figure .. "<p>More of it was said later.</p>" }), "caption: Öppna bild")
  end)

  it("is no headline of another piece where a video is one link to its page", function()
    local card = "<div><a href='https://harbour.example/islands/%s-83923412.html'><figure><img src=x.jpg></figure>"
      .. "<h3>%s</h3><p>Nobody had seen them there for years.</p></a></div>"
    local related = "<aside class=related><h3>Lesen Sie auch</h3>" .. card:format("seals", "Seals come back to the bay")
      .. card:format("whale", "Whale seen off the old pier") .. "</aside><p>" .. pages.TEXT[2] .. "</p>"
    local video = "<figure><p>The ferry in the storm</p><div class=video-teaser><a href='https://harbour.example/video/"
      .. "ferry-in-the-storm-83935000.html'><figure><img src=x.jpg><figcaption class=fig__caption><div><span>"
      .. "Quelle: BLATT</span> <time>15.05.2024</time></div></figcaption></figure><div><time>50:55</time></div>"
      .. "</a></div></figure><p>" .. pages.TEXT[3] .. "</p>"
    local list = lines(story { lang = "de", body = related .. video },
      "https://harbour.example/islands/ferry-stays-in-port-83935001.html")
    assert_lacks(list, "headline: Quelle: BLATT")
    assert_pictured(list, "Quelle: BLATT 15.05.2024")
  end)

  it("may say whose the picture is in the footer of a figure, above the headline too", function()
    local html = story {}
    html = html:gsub("<h1>", "<figure><img src=x.jpg><footer class=credit>Ann Lee/Harbour Agency</footer></figure><h1>")
    assert_pictured(lines(html), "Ann Lee/Harbour Agency")
  end)

  it("may be a sentence above whose the picture is, in a box named for pictures", function()
    local box = "<div class=image-box><div><img src=x.jpg></div><p><span>%s</span></p><p>Image: Ann Lee/Isles</p></div>"
    assert_has(lines(story { top = box:format(SHOWN) }), "caption: " .. SHOWN, "media_credit: Image: Ann Lee/Isles")
    assert_lacks(lines(story { top = box:format "View 6 images" }), "caption: View 6 images")
  end)

  it("may be but a link to another site, whose the picture is, below a crosshead too", function()
    local body = "<h2>A pier of stone</h2><div class=image-box><img src=x.jpg><p class=source><a href='%s'>The Old"
      .. " Pier Club</a></p></div><p>" .. pages.TEXT[2] .. "</p>"
    local url = "https://harbour.example/islands/ferry-stays-in-port-48213"
    assert_has(lines(story { body = body:format "https://pier.example/old" }, url), "caption: The Old Pier Club",
      "crosshead: A pier of stone")
    assert_lacks(lines(story { body = body:format "/pier/the-old-one-4821" }, url), "crosshead: A pier of stone")
  end)

  it("may end in whose the picture is, in brackets, right behind the picture", function()
    for _, credit in ipairs { "(credit: Ann Lee)", "(Foto: Ann Lee)", "(AP Photo/Bo Ek)", "(Bildquelle: Hafenamt)" } do
      local text = SHOWN .. " " .. credit
      local shown = "<div><img src=x.jpg></div><div>" .. text .. "</div><h1>"
      local html = story {}:gsub("<h1>", function() return shown end)
      assert_pictured(lines(html), text)
    end
    local text = "They wrote of it in a letter to the harbour office (see: page four)."
    assert_has(lines(story { body = "<img src=x.jpg><p>" .. text .. "</p>" }), "paragraph: " .. text)
  end)

  it("is none of what a player says, a form, an advertisement, or the site on its rights", function()
    for _, text in ipairs {
      "Your browser does not support this video.", "Media playback is unsupported on your device",
      "Ihr Browser unterstützt dieses Video nicht", "Votre navigateur ne supporte pas la vidéo",
      "Copyright © Harbour News 2024. Ask us if you want to print this.",
      "Tous droits réservés, Le Journal du Port 2024",
    } do
      assert_lacks(lines(story { body = ("<div class=caption>%s</div>"):format(text) }), "caption: " .. text)
    end
    assert_lacks(lines(story { body = "<form><div class=caption>Your address, please</div></form>" }),
      "caption: Your address, please")
    assert_lacks(lines(story { body = "<div class=ad-box><div class=legend>Advertisement</div></div>" }),
      "caption: Advertisement")
  end)

  it("is a line that says whose the picture is, with the one beside it that says what it shows", function()
    for _, line in ipairs { "Bildrechte: Hafenamt", "Crédits photo : Anne Lee", "Коллаж: Анна Ли", "Kuva: Anna Lehto",
      "写真：港新聞 提供" } do
      local list = lines(story { top = ("<section><div>%s</div><div>%s</div></section>"):format(WHAT, line) })
      assert_has(list, "caption: " .. WHAT)
      assert_pictured(list, line)
    end
  end)

  it("is no quotation in a figure of its own, nor whom it is of", function()
    local words = "We would not leave the harbour in such a storm, whatever they pay us."
    local quote = "<div class=pull><figure><blockquote><p>" .. words .. "</p></blockquote></figure>"
      .. "<figcaption>Bo Ek</figcaption></div><p>" .. pages.TEXT[1] .. "</p>"
    assert_has(lines(story { body = quote }), "pull_quote: " .. words, "pull_quote: Bo Ek")
  end)

  it("names an agency that sells pictures", function()
    for _, line in ipairs { "Ann Lee - Adobe Stock", "© Shutterstock / Bo Ek", "Rubriklistenbild: © Hafenbild/dpa" } do
      local body = "<div><img src=x.jpg><span>" .. line .. "</span></div><p>" .. pages.TEXT[2] .. "</p>"
      assert_pictured(lines(story { body = body }), line)
    end
    local card = "<div><p>Ann Lee - Adobe Stock</p><a href=/b>Ferries sail again</a></div>"
    assert_lacks(lines(story { foot = card }), "caption: Ann Lee - Adobe Stock", "media_credit: Ann Lee - Adobe Stock")
  end)

  it("is a source only right below another, and none of a card's", function()
    local figure = "<figure><img src=x.jpg><figcaption>" .. SHOWN .. "</figcaption><div class=x>%s</div></figure><p>"
      .. pages.TEXT[1] .. "</p>"
    assert_has(lines(story { body = figure:format "Источник: Порт" }), "media_credit: Источник: Порт")
    local list = lines(story { top = "<div>Fuente: Puerto</div>" })
    assert_lacks(list, "caption: Fuente: Puerto", "media_credit: Fuente: Puerto")
    local card = "<div><p>Foto: Ann Lee</p><a href=/b>Ferries sail again after storm</a></div>"
    assert_lacks(lines(story { foot = card }),
      "caption: Foto: Ann Lee", "media_credit: Foto: Ann Lee")
  end)

  it("may stand far below the text, in a box like those of the captions in it", function()
    local function figure(text)
      return "<figure class=big><img src=x.jpg><div class=caption><p>" .. text .. "</p></div></figure>"
    end
    local cards = ("<h2>Boats to buy</h2><div class=x><span>Boat</span></div>"):rep(12)
    local late = "Three boats that were for sale in the harbour."
    assert_has(lines(story { body = figure(SHOWN), foot = cards .. figure(late) }), "caption: " .. late)
    assert_lacks(lines(story { foot = cards .. figure(late) }), "caption: " .. late)
    assert_lacks(lines(story { body = figure(SHOWN), foot = cards .. figure "By Ann Lee" }), "caption: By Ann Lee")
  end)

  it("is a line right under a picture in the text that is set in italics or small type", function()
    local pic = "<p align=center><img src=x.jpg></p>"
    for _, line in ipairs { "<p><em>%s</em></p>", "<center><i>%s</i></center>", "<div><small>%s</small></div>" } do
      local html = story { body = pic .. line:format(SHOWN) .. "<p>" .. pages.TEXT[1] .. " They wrote so.</p>" }
      assert_has(lines(html), "caption: " .. SHOWN)
      assert_lacks(lines(story { body = line:format(SHOWN) .. "<p>" .. pages.TEXT[1] .. " They wrote so.</p>" }),
        "caption: " .. SHOWN)
    end
    local enjoy = pic .. "<p><em>Enjoy your soup!</em></p><p>" .. pages.TEXT[1] .. " They wrote so.</p>"
    assert_has(lines(story { body = enjoy }), "paragraph: Enjoy your soup!")
  end)

  it("is a short line under a picture where most that stands there is as short", function()
    local text = pages.TEXT[1] .. " They wrote so."
    local function with(first, second)
      return lines(story { body = ("<img src=x.jpg><p>%s</p><p>%s</p><img src=y.jpg><p>%s</p><p>%s</p>"):format(
        first, text, second, text) })
    end
    assert_has(with("The ferry.", "The school."), "caption: The ferry.", "caption: The school.")
    assert_has(with("The ferry.", pages.TEXT[2] .. " It was warm."), "paragraph: The ferry.")
  end)

  it("ends in whose the picture is, in more languages", function()
    for _, line in ipairs { "渡轮停在码头。 李明 摄", "渡轮停在码头 港口报供图", "A komp a kikötőben. MTI Fotó: Kovács Anna",
      "Паром у причала на острове © снимка: Анна Ли" } do
      local html = story { body = "<p>" .. pages.TEXT[3] .. " So it was.</p><p><img src=x.jpg></p><p>" .. line
        .. "</p><p>" .. pages.TEXT[1] .. " They wrote so.</p>" }
      assert_pictured(lines(html), line)
    end
  end)

  it("is a sentence alone with its picture in a box that is named for pictures", function()
    local box = "<div class='mod image right'><img src=x.jpg><div>%s</div></div>"
    local text = "<p>" .. pages.TEXT[1] .. " They wrote so.</p>"
    assert_has(lines(story { body = box:format(SHOWN) .. text }), "caption: " .. SHOWN)
  end)

  it("names who took the picture by the head, and is no byline then", function()
    local html = story { top = "<div>Image credit : REUTERS/Ann Lee</div>" }
    assert_has(lines(html), "media_credit: Image credit : REUTERS/Ann Lee")
  end)

  it("is no label of a counter of shares, though named so", function()
    local box = "<aside class='shares social'><div><span>12</span><div class=caption>Shares</div></div></aside>"
    assert_lacks(lines(story { top = box }), "caption: Shares")
  end)

  it("below the last paragraph is the story's in its box, with a picture before it", function()
    local item = "<dl class=gallery-item><dt class=gallery-icon><a href=x.png><img src=x.jpg></a></dt>"
      .. "<dd class='wp-caption-text gallery-caption'>%s</dd></dl>"
    local gallery = item:format "The ferry at the pier" .. item:format "The school of the town"
    local text = ("<p>" .. pages.TEXT[2] .. " They wrote so.</p>"):rep(9)
    assert_has(lines(story { body = text .. "<div class=gallery>" .. gallery .. "</div>" }),
      "caption: The ferry at the pier", "caption: The school of the town")
  end)

  it("is the title of a video with a line below it that says whose it is", function()
    local more = "<p>" .. pages.TEXT[1] .. " They wrote so.</p>"
    assert_has(lines(story { body = "<div class='assigned_video_heading'>" .. SHOWN .. "</div>" .. more }),
      "embed: " .. SHOWN)
    local html = "<div class='video-box'><div class=video-main__headline>" .. WHAT .. " in the storm</div><div class="
      .. "video__credit>03:29 - Harbour TV</div></div>" .. more
    assert_has(lines(story { body = html }), "caption: " .. WHAT .. " in the storm", "media_credit: 03:29 - Harbour TV")
    assert_lacks(lines(story { body = "<div class=video-box><p class=credit>Now playing</p></div>" .. more }),
      "caption: Now playing")
    local sent = SHOWN:sub(1, -2) .. " (Video sent to our team by a passenger)"
    assert_has(lines(story { body = "<p>" .. sent .. "</p>" .. more }), "caption: " .. sent)
  end)

  it("is no short paragraph under a picture where others stand in boxes of their own", function()
    local text = "<p>" .. pages.TEXT[1] .. " They wrote so.</p>"
    local box = "<div class=image-box><img src=x.jpg><span class=legend>%s</span></div>" .. text
    local html = box:format(WHAT) .. box:format "The school of the town" .. "<div class=image-box><img src=z.jpg></div>"
      .. "<p>Nobody left it.</p>" .. text
    assert_has(lines(story { body = html }), "caption: " .. WHAT, "paragraph: Nobody left it.")
  end)

  it("is the link to a video's page in a caption above the text", function()
    local html = "<div class=featured-video><div class=caption><h4 class=title><a href=/video/48190>" .. WHAT
      .. "</a></h4><p>" .. SHOWN .. "</p></div></div>"
    assert_has(lines(story { top = html }), "caption: " .. WHAT, "caption: " .. SHOWN)
    assert_lacks(lines(story { foot = html }), "caption: " .. WHAT)
  end)
end)
