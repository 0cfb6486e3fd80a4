-- The generic rule on what is text and what only stands by it: texts in boxes like those of the
-- body, crossheads, lines that look like something else.
local pages = require "spec.rules.generic_story"
local story, lines, TEXT = pages.story, pages.lines, pages.TEXT
local assert_has, assert_lacks = pages.assert_has, pages.assert_lacks

local AGAIN = TEXT[1]:gsub("Monday", "Tuesday")

local function whole(body)
  return ("<html lang=en><head><title>Ferry stays in port</title></head><body>%s</body></html>"):format(body)
end

local function stream(class, ...)
  return ("<div class=%s><p class=t>%s</p></div>"):format(class, table.concat({ ... }, "</p><p class=t>"))
end

describe("the generic rule on text beyond the container", function()
  local MORE = "The harbour master said on the radio that the boats would sail again once the sea was calm enough."
  local LONG = {}
  for i = 1, 12 do LONG[i] = TEXT[i % 3 + 1]:gsub("the", "the " .. i .. "th", 1) end
  local LIST = "<ul><li><a href=/news/one-more-storm-1>One more storm is on its way to the outer islands</a>"
    .. "<li><a href=/news/fish-market-2>The fish market stays closed until the boats are back</a></ul>"

  local function streams(between, class)
    return lines(whole("<article><h1>Ferry stays in port</h1><div class=row><p>Photo</p>"
      .. stream("stream", table.unpack(LONG)) .. "</div>" .. between
      .. "<div class=row><div class=ad><p>Buy now</p></div>"
      .. stream(class or "stream", MORE):gsub("</div>$", LIST .. "</div>") .. "</div></article>"))
  end

  it("takes what stands in boxes of the same kinds", function()
    assert_has(streams "", "paragraph: " .. MORE)
  end)

  it("leaves what stands in others, and what another story's heading is above", function()
    assert_lacks(streams("", "promo"), "paragraph: " .. MORE)
    assert_lacks(streams "<h1>Boats to sail again</h1>", "paragraph: " .. MORE)
  end)
end)

describe("the generic rule on crossheads", function()
  it("keeps a heading above a line in bold, which ranks below it", function()
    assert_has(lines(story { body = "<h2>What comes next</h2><p><b>Four days of storm</b></p><p>" .. AGAIN .. "</p>" }),
      "crosshead: What comes next", "crosshead: Four days of storm")
  end)

  it("leaves out one in a box with other lines of which none is text, as of a poll or a gallery", function()
    local box = "<div><h2>Four days of storm</h2>%s</div><p>" .. AGAIN .. "</p>"
    assert_lacks(lines(story { body = box:format "<div>12 pictures</div>" }), "crosshead: Four days of storm")
    assert_has(lines(story { body = box:format "" }), "crosshead: Four days of storm")
  end)

  it("keeps a line in bold right above a heading, and one that ends with a colon", function()
    local said = "What nobody in the harbour of the town had seen before:"
    local found = lines(story { body = "<p><b>Part two</b></p><h2>What comes next</h2><p>" .. AGAIN .. "</p><p><b>"
      .. said .. "</b></p><p><a href=/boats>Boats</a></p><h2>And then</h2><p>" .. TEXT[2] .. "</p>" })
    assert_has(found, "crosshead: Part two", "crosshead: What comes next", "paragraph: " .. said)
  end)
end)

describe("the generic rule on what a page says to its reader within the text", function()
  local function says(prompt, link)
    return lines(story { body = "<p>" .. prompt .. (link or "") .. "</p><p>" .. AGAIN .. "</p>" })
  end

  it("leaves out prompts for newsletters with a link, and for the consent to embedded posts", function()
    local prompts = { "Alles Wichtige lesen Sie im kostenlosen Hafen-Newsletter. Zur Anmeldung geht es hier.",
      "Sign up for the free daily harbour newsletter", "You can follow the answers by the RSS 2.0 feed." }
    for _, prompt in ipairs(prompts) do
      assert_lacks(says(prompt, " <a href=/n>now</a>"), "paragraph: " .. prompt .. " now")
      assert_has(says(prompt), "paragraph: " .. prompt)
    end
    assert_lacks(says "Diesen Inhalt laden, bitte.", "paragraph: Diesen Inhalt laden, bitte.")
    for _, spoken in ipairs { "Die Audioversion dieses Artikels spricht ein Programm.",
      "Like this story? Tell the harbour." } do
      assert_lacks(says(spoken), "paragraph: " .. spoken)
    end
  end)

  it("leaves out boxes that offer a newsletter under a heading", function()
    local offer = "<div><h3>%s</h3><p>The news of the harbour on every day at six.</p></div>"
    local found = lines(story { body = offer:format "Newsletter: Harbour" .. "<p>" .. AGAIN .. "</p>" })
    assert_lacks(found, "crosshead: Newsletter: Harbour", "paragraph: The news of the harbour on every day at six.")
    assert_has(lines(story { body = offer:format "What comes next" .. "<p>" .. AGAIN .. "</p>" }),
      "crosshead: What comes next", "paragraph: The news of the harbour on every day at six.")
  end)
end)

describe("the generic rule on lines that breaks part", function()
  it("takes a short one without a stop between two of text", function()
    local text = AGAIN .. "<br><br>"
    local found = lines(whole("<div><h1>Ferry stays in port</h1>" .. TEXT[1] .. "<br><br>" .. TEXT[2]
      .. "<br><br>Boats and times<br><br>" .. text .. TEXT[3] .. "<br><br>Back</div>"))
    assert_has(found, "paragraph: Boats and times")
    assert_lacks(found, "paragraph: Back")
  end)
end)

describe("the generic rule on the box of the text", function()
  it("is no list by itself, where what is around it is named as a body", function()
    local list = lines(whole("<div class=post><h1>Ferry stays in port</h1><div class=entry-content>"
      .. "<p>Harbour: two boats</p><p>Tools:</p><ol><li>" .. table.concat(TEXT, "<li>") .. "</ol></div></div>"))
    assert_has(list, "paragraph: Harbour: two boats", "list_item: " .. TEXT[2])
  end)

  it("takes a long text above it that is no paragraph's element", function()
    local long = (TEXT[2] .. " " .. TEXT[3] .. " "):rep(3) .. AGAIN
    assert_has(lines(whole("<table><tr><td><h1>Ferry stays in port</h1><tr><td><font>" .. long .. "</font></table>"
      .. "<div><div><p>" .. table.concat(TEXT, "</p><p>"):rep(9, "</p><p>")
      .. "</p></div><div><p>Photo</p></div></div>")), "paragraph: " .. long)
  end)

  it("keeps a sentence that is set as a heading and heads nothing", function()
    local said = "Nobody could say on Monday when the boats would leave again."
    assert_has(lines(story { body = "<h4>" .. said .. "</h4><h4>What comes next</h4><p>" .. AGAIN .. "</p>" }),
      "paragraph: " .. said, "crosshead: What comes next")
  end)
end)

describe("the generic rule on what is no caption", function()
  it("reads long descriptions, lines in a figure with the headline, and tables in one", function()
    local long = TEXT[1] .. " " .. TEXT[2] .. " " .. TEXT[3] .. " " .. AGAIN
    assert_has(lines(story { body = "<p class='video-description'>" .. long .. "</p>" }), "paragraph: " .. long)
    local told = "The wind had grown to a storm, and nobody could say when the boats would leave again."
    assert_has(lines(whole("<main><figure><img src=a.jpg><h1>Ferry stays in port</h1><p>" .. told
      .. "</p></figure><div><p>" .. table.concat(TEXT, "</p><p>") .. "</p></div></main>")), "paragraph: " .. told)
    assert_has(lines(story { body = "<figure><table><tr><th>Boat<th>Place<tr><td>Gull<td>In the port</table></figure>"
      .. "<p>" .. AGAIN .. "</p>" }), "table: Boat/Place/Gull/In the port")
  end)

  it("but reads as one what a picture's alternative text says, right behind the picture", function()
    local said = "The captain and his crew look at the sea from the bridge."
    local picture = '<div><img src=a.jpg alt="The captain and his crew look at the sea from the bridge"></div>'
    assert_has(lines(story { body = picture .. "<p>" .. said .. "</p><p>" .. AGAIN .. "</p>" }), "caption: " .. said)
    assert_has(lines(story { body = picture .. "<p>" .. AGAIN .. "</p><p>" .. said .. "</p>" }), "paragraph: " .. said)
  end)

  it("keeps the linked cells of a table, though they read as headlines", function()
    local row = "<tr><td><a href='/news/%s-123456'>The %s of the harbour town and its captain</a><td>In the port<td>Yes"
    assert_has(lines(story { body = "<table><tr><th>Boat<th>Place<th>Ready" .. row:format("gull", "Gull")
      .. row:format("tern", "Tern") .. "</table><p>" .. AGAIN .. "</p>" }), "table: Boat/Place/Ready/"
      .. "The Gull of the harbour town and its captain/In the port/Yes/"
      .. "The Tern of the harbour town and its captain/In the port/Yes")
  end)
end)

describe("the generic rule on links in the text", function()
  local URL = "https://harbour.example/news/ferry-stays-in-port-20240506"

  it("keeps addresses that are spelled out", function()
    local address = "https://boats.example/outer-islands/timetable-of-the-ferry"
    assert_has(lines(story { body = ("<p><a href=%s>%s</a></p><p>%s</p>"):format(address, address, AGAIN) }, URL),
      "paragraph: " .. address)
    local mail = "<p><a class=mail-link href=mailto:captain@boats.example>captain@boats.example</a></p>"
    assert_has(lines(story { body = mail .. "<p>" .. AGAIN .. "</p>" }, URL), "paragraph: captain@boats.example")
  end)

  it("leaves out lines that are a label and a link to a story of the site", function()
    local line = "<ul><li>Background: <a href=%s>The long way of the ferry</a></ul><p>" .. AGAIN .. "</p>"
    local function linked(href) return lines(story { body = line:format(href) }, URL) end
    assert_lacks(linked "/news/the-long-way-of-the-ferry-20240502",
      "list_item: Background: The long way of the ferry")
    assert_has(linked "https://boats.example/news/the-long-way-of-the-ferry-20240502",
      "list_item: Background: The long way of the ferry")
  end)

  it("keeps headings that lead to another site, with text below them", function()
    local function linked(host)
      local heading = ("<h3><a href=https://%s/shop/boat-model-123456>A model of the ferry</a></h3>"):format(host)
      return lines(story { body = heading .. "<p>" .. AGAIN .. "</p>" }, URL)
    end
    assert_has(linked "boats.example", "crosshead: A model of the ferry")
    assert_lacks(linked "harbour.example", "crosshead: A model of the ferry")
  end)
end)

describe("the generic rule on references and windows", function()
  local URL = "https://harbour.example/news/ferry-stays-in-port-20240506"

  it("keeps a paragraph that is a link to another site, between two of text", function()
    local link = "<p><a href=https://boats.example/outer-islands>Here are the boats of the outer islands</a></p>"
    assert_has(lines(story { body = link .. "<p>" .. AGAIN .. "</p>" }, URL),
      "paragraph: Here are the boats of the outer islands")
    assert_lacks(lines(story { body = link }, URL), "paragraph: Here are the boats of the outer islands")
  end)

  it("does not find the text in a window that opens above the page, behind its foot", function()
    local window = table.concat(TEXT, "</p><p>"):rep(2, "</p><p>")
    local list = lines(whole("<div><h1>Ferry stays in port</h1><div><p>" .. AGAIN .. "</p><p>" .. TEXT[1] .. "</p><p>"
      .. TEXT[3] .. "</p><p>" .. TEXT[3]:gsub("noon", "night") .. "</p></div></div><div class=footer>"
      .. ("<h4><a href=/about>About us</a></h4>"):rep(3)
      .. "</div><div class=window><p>" .. window .. "</p></div>"))
    assert_has(list, "paragraph: " .. AGAIN)
    assert_lacks(list, "paragraph: " .. TEXT[2])
  end)
end)

describe("the generic rule on pages that are no articles", function()
  local US = "We sail to the outer islands six times a day, and have done so for more than a hundred years now."
  local WHY = "Our crews know every rock and every wind on the way, and will bring you home by the evening."
  local NEWS = "<h3><a href=/%s>What comes next</a></h3>"

  local function firm(voices, head, top)
    local said = {}
    for i = 1, voices do said[i] = "<div class=voice><p>" .. i .. " " .. TEXT[i % 3 + 1] .. "</p></div>" end
    return lines(("<html lang=en><head><title>Harbour Ferries</title>%s</head><body><div class=top>%s<p>%s</p><p>%s</p>"
      .. "</div><div class=wide>%s<div>%s</div></div></body></html>"):format(head or "", top or "<h1>Welcome!</h1>",
      US, WHY, NEWS:rep(3):format("a", "b", "c"), table.concat(said)))
  end

  it("takes the text below the page's title, which leads it", function()
    assert_has(firm(20), "headline: Welcome!", "paragraph: " .. US, "paragraph: " .. WHY, "paragraph: 1 " .. TEXT[2])
  end)

  it("leaves it on what is published", function()
    assert_lacks(firm(20, '<meta name=date content="2024-05-06">'), "paragraph: " .. US)
  end)

  it("takes texts in boxes of all kinds where no box holds most of the text", function()
    assert_has(firm(4, nil, "<p><b>Welcome</b></p>"), "paragraph: " .. US, "paragraph: 1 " .. TEXT[2])
    assert_lacks(firm(20, nil, "<p><b>Welcome</b></p>"), "paragraph: " .. US)
  end)
end)

describe("the generic rule on what stands by the text", function()
  it("reads words without the readings of a ruby", function()
    local word = "<ruby>渡船<rp>（</rp><rt>わたしぶね</rt><rp>）</rp></ruby>"
    local list = lines(story { lang = "ja", body = "<p>" .. word .. "は月曜日に港を出ませんでした、と船長が言いました。</p>" })
    assert_has(list, "paragraph: 渡船は月曜日に港を出ませんでした、と船長が言いました。", "text: わたしぶね")
  end)

  it("keeps readings in the text where there are too many to be claimed", function()
    local many = ("<ruby>渡<rt>わ</rt></ruby>"):rep(30000)
    assert_has(lines(story { lang = "ja", body = "<p>" .. many .. "。</p>" }), "paragraph: " .. ("渡わ"):rep(30000) .. "。")
  end)

  it("takes captions in a part of the text as captions, and a second article without a heading", function()
    local picture = "<figure><img src=a.jpg><figcaption>The ferry on Sunday</figcaption></figure>"
    local again = TEXT[2]:gsub("forty", "fifty")
    local function piece(inner) return "<div class=csc><article>" .. inner .. "</article></div>" end
    local list = lines(whole("<div><div class=col>" .. piece("<h1>Ferry stays in port</h1><p>" .. AGAIN .. "</p>")
      .. piece("<div><figure><img src=b.jpg><figcaption>Port</figcaption></figure><div class=text><p>"
      .. table.concat(TEXT, "</p><p>"):rep(9, "</p><p>") .. "</p></div></div>") .. "</div><div class=col2>"
      .. piece("<p>" .. again .. "</p>" .. picture) .. "</div></div>"))
    assert_has(list, "paragraph: " .. again, "caption: The ferry on Sunday")
  end)

  it("takes a long paragraph alone beside the container, but not one about the story", function()
    local function beside(text)
      local long = table.concat(TEXT, "</p><p>"):rep(9, "</p><p>")
      return lines(whole("<div><h1>Ferry stays in port</h1><div><div><p>" .. long
        .. "</p></div><p>Port</p></div><p>" .. text .. "</p><h4>Weather</h4></div>"))
    end
    local last = TEXT[2]:gsub("forty", "fifty") .. " " .. AGAIN
    assert_has(beside(last), "paragraph: " .. last)
    assert_lacks(beside("Originally published on another site: " .. last),
      "paragraph: Originally published on another site: " .. last)
  end)

  it("takes no times that things take for a date", function()
    assert_has(lines(story { top = "<p>Mending takes 25 minutes, then 15 minutes more.</p>" }),
      "paragraph: Mending takes 25 minutes, then 15 minutes more.")
    assert_lacks(lines(story { top = "<p>Reading: 25 minutes (+ 15 minutes reading)</p>" }),
      "published: Reading: 25 minutes (+ 15 minutes reading)")
  end)

  it("leaves out calls to follow the site on other channels, and that the text goes on, in many languages", function()
    for _, line in ipairs { "Join Harbour News on WhatsApp", "Folgen Sie uns auf WhatsApp, um nichts zu verpassen.",
      "Rejoignez notre chaîne WhatsApp pour ne rien manquer.", "Síguenos en WhatsApp y no te pierdas nada.",
      "Siga o nosso canal no WhatsApp e receba as notícias.", "Iscriviti alla newsletter per non perdere nulla.",
      "Obserwuj nas w Google News", "Bizi Google News'te takip edin", "Подписывайтесь на наш Telegram-канал.",
      "Gabung ke channel WhatsApp kami untuk berita terbaru.", "Urmărește-ne pe Google News.", "关注我们的微信公众号",
      "Ακολουθήστε μας στο Google News και μάθετε πρώτοι όλες τις ειδήσεις.", "تابعنا على واتساب",
      "Scroll down for video", "Le reste après cette publicité", "Tekst loopt door onder de foto", "続きを読む",
      "Dalsza część tekstu znajduje się pod galerią.", "Articolul continuă după reclamă", "ये भी पढ़ें", "（全文完）" } do
      for _, form in ipairs { "<p>%s</p>", "<p><strong>%s</strong></p>" } do
        local found = lines(story { body = form:format(line) .. "<p>" .. AGAIN .. "</p><p>" .. TEXT[2] .. "</p>" })
        assert_lacks(found, "paragraph: " .. line, "crosshead: " .. line, "byline: " .. line)
      end
    end
    local told = "Follow the coast for an hour, and you can see what they put on Facebook that day."
    assert_has(lines(story { body = "<p>" .. told .. "</p><p>" .. AGAIN .. "</p>" }), "paragraph: " .. told)
  end)

  it("leaves out what can be heard, bought, reported or sent to the inbox, and labels of tags", function()
    for _, line in ipairs { "<p>You can now listen to Harbour News articles!</p>",
      "<p>Start your day with the top stories from the harbour.</p>", "<p>Have our letter sent to your inbox.</p>",
      "<p>VIEW PRICE: Lamp for boats by the Pier House</p>", "<ul><li>Report an error.</li></ul>",
      "<p>In den Warenkorb: Lampe für Boote</p>", "<ul><li>Temas:</li></ul>" } do
      local said = line:gsub("<.->", "")
      for _, found in ipairs(lines(story { body = line .. "<p>" .. AGAIN .. "</p>" })) do
        assert.is_nil(found:find("^%s*[pl][ai][rs][at]_?%l+: " .. said:gsub("%p", "%%%0")), said)
      end
    end
  end)

  it("leaves out what subscriptions promise, the program's errors, and headings of more to read", function()
    local prompt = "Get our letter every Monday morning; you can unsubscribe at any time."
    assert_lacks(lines(story { body = "<p>" .. prompt .. "</p><p>" .. AGAIN .. "</p>" }), "paragraph: " .. prompt)
    local failed = "Warning: Invalid argument supplied for foreach() in /var/www/harbour/ferry.php on line 12"
    assert_lacks(lines(story { body = "<p>" .. failed .. "</p><p>" .. AGAIN .. "</p>" }), "paragraph: " .. failed)
    assert_lacks(lines(story { body = "<p><b>Mehr Themen:</b></p><p>" .. AGAIN .. "</p>" }), "crosshead: Mehr Themen:")
  end)
end)
