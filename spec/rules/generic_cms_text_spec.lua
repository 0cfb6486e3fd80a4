-- The generic rule on what widely used systems set between a story's paragraphs.
local generic = require "spec.rules.generic_page"
local assert_has, lines, page, TEXT = generic.assert_has, generic.lines, generic.page, generic.TEXT

local function assert_lacks(list, words)
  for _, line in ipairs(list) do
    if line:find(words, 1, true) then assert.is_truthy(line:find("^%s*text: "), line) end
  end
end

describe("between the paragraphs", function()
  it("short lines that stand there again and again are none of the text", function()
    local body = ("<p>%s</p><p>Story slot</p><p>%s</p><p>Story slot</p><p>Story slot</p><p>%s</p>"
      .. "<p>Four boats left</p>"):format(TEXT[1], TEXT[2], TEXT[3]) .. "<p>" .. TEXT[2] .. "</p>"
    local read = lines(page { body = body })
    assert_lacks(read, "Story slot")
    assert_has(read, "paragraph: Four boats left")
  end)

  it("what ends them and says where there is more is none, nor what a site says of comments below", function()
    for _, words in ipairs { "- THE END -", "转载请注明出处：港口报", "相关资讯请关注:港口专区", "Yuk, simak juga video ini!", "（1/3ページ）",
      "Page 1 of 3",
      "Не упустите главных новостей! Присоединяйтесь к подписчикам telegram-канала газеты и будьте в курсе.",
      "Figyelem! A cikkhez hozzáfűzött hozzászólások nem a lap nézeteit tükrözik.",
      "Los comentarios publicados no reflejan la opinión de este medio." } do
      local body = "<p>" .. TEXT[1] .. "</p><p>" .. TEXT[2] .. "</p><p>" .. words .. "</p>"
      assert_lacks(lines(page { body = body }), words)
    end
    local note = "（原标题：渡轮停在港口）"
    assert_has(lines(page { body = "<p>" .. note .. "</p><p>" .. TEXT[2] .. "</p>" }), "note: " .. note)
  end)

  it("lines where advertisements cut it are none, nor is what asks whether it was of use", function()
    for _, words in ipairs { "Advertisement - Continue Reading Below", "Story continues below advertisement", "Hide Ad",
      "Nach der Anzeige weiterlesen", "La suite après cette publicité", "Sigue leyendo después de la publicidad",
      "Continua após a publicidade", "Continua a leggere dopo la pubblicità", "De tekst gaat verder onder de foto",
      "Artikeln fortsätter efter annonsen", "Was this page helpful?", "War dieser Artikel hilfreich?" } do
      local body = ("<p>%s</p><p>%s</p><p>%s</p>"):format(TEXT[1], words, TEXT[2])
      assert_lacks(lines(page { body = body }), words)
    end
  end)

  it("a box with a line that is named as its title says more of the matter", function()
    local box = "<div class=fancy-box><div class=fancy-box-title>The ferry in figures</div><div class=fancy-box-body>"
      .. "<p>Two hundred passengers fit in, and forty cars.</p><p>It has sailed since the year of the flood.</p>"
      .. "</div></div>"
    local body = ("<p>%s</p><p>%s</p>%s<p>%s</p>"):format(TEXT[1], TEXT[2], box, TEXT[3])
    assert_has(lines(page { body = body }), "heading: The ferry in figures",
      "paragraph: Two hundred passengers fit in, and forty cars.", "sidebar")
  end)
end)

it("who the author is may stand above a note on where the story appeared", function()
  local html = [[<html lang=en><head><title>Ferry stays in port</title><meta name=author content="Ann Lee"></head><body>
    <main><article><h1>Ferry stays in port</h1><p>By Ann Lee</p><div class=article-body><p>%s</p><p>%s</p><p>%s</p>
    <p><em>Ann Lee covers the islands. Write to her at ann@harbour.example.</em></p>
    <p>This article originally appeared on Harbour News: Ferry stays in port</p></div></article></main></body></html>]]
  assert_has(lines(html:format(TEXT[1], TEXT[2], TEXT[3])),
    "bio: Ann Lee covers the islands. Write to her at ann@harbour.example.",
    "note: This article originally appeared on Harbour News: Ferry stays in port")
end)

describe("old pages", function()
  it("have no kicker in the last link of a menu", function()
    local menu = ""
    for _, name in ipairs { "News", "Sports", "Business", "Opinion", "Classifieds" } do
      menu = menu .. ("<td><a href='/%s/'>%s</a></td>"):format(name:lower(), name)
    end
    local html = "<html lang=en><head><title>Ferry stays in port</title></head><body><form><table><tr>" .. menu
      .. "</tr></table><div id=article><h1>Ferry stays in port</h1><div class=body><p>" .. table.concat(TEXT, "</p><p>")
      .. "</p></div></div></form></body></html>"
    assert_has(lines(html), "text: Classifieds")
  end)
end)

describe("an offer of the site", function()
  it("is none of the text: its newsletter in a box under a heading, the words of its form", function()
    local box = "<div class=x1><h2>Sign up to First Light</h2><p>Our briefing breaks down the stories of "
      .. "the day.</p><form><label>Enter your email address</label></form><p>By providing your address you agree to "
      .. "our terms, which are those of all our letters.</p></div>"
    local text = "<p>" .. table.concat(TEXT, "</p><p>") .. "</p>"
    text = text .. text .. text
    local read = lines(page { body = text .. box .. "<p>" .. TEXT[2] .. "</p>" })
    assert_lacks(read, "Sign up to First Light")
    assert_lacks(read, "Our briefing")
    assert_lacks(read, "By providing")
  end)
end)

it("a heading may bear the name of an embed", function()
  local body = ("<p>%s</p><h2 class=subhead-embed>What to watch for</h2><p>%s</p>"):format(TEXT[1], TEXT[2])
  assert_has(lines(page { body = body }), "crosshead: What to watch for")
end)

it("a dateline in a box of its own is of the text below it", function()
  for _, line in ipairs { "HARBOUR TOWN (AP) —", "Harbour Town HNN --" } do
    local read = page {}
    read = read:gsub("<div class=\"article%-body\">", "%0<div class=source><cite>" .. line .. "</cite></div>")
    assert_has(lines(read), "paragraph: " .. line)
  end
end)

it("lines that link to files between two paragraphs are of the text, a list of links to other sites is not", function()
  local function body(links)
    return lines(page { body = "<p>" .. TEXT[1] .. "</p>" .. links .. "<p>" .. TEXT[2] .. "</p>" }, generic.URL)
  end
  assert_has(body "<p><a href='/files/38.mp3?x=1'>All of the talk</a><br><a href=/38.m4a>All of it as audio</a></p>",
    "paragraph: All of the talk", "paragraph: All of it as audio")
  local away = "<p><a href='https://isles.example/news/%d'>What others say of this</a></p>"
  assert_has(body(away:format(1)), "paragraph: What others say of this")
  assert_lacks(body(away:format(1) .. away:format(2) .. away:format(3)), "paragraph: What others")
end)

it("lines of an embedded post that link to where it was posted are of it", function()
  local post = "<div class=embed-inner><blockquote class='instagram-media'><div><a href='%s'>View this post on "
    .. "Instagram</a></div><p><a href='%s'>A post shared by Harbour News (@harbournews)</a></p></blockquote></div>"
  local body = "<p>" .. TEXT[1] .. "</p>%s<p>" .. TEXT[2] .. "</p>"
  local there, here = "https://www.instagram.com/p/B3xx/", "/islands/two-seals-rescued-48190"
  assert_has(lines(page { body = body:format(post:format(there, there)) }, generic.URL),
    "embed: View this post on Instagram", "embed: A post shared by Harbour News (@harbournews)")
  assert_lacks(lines(page { body = body:format(post:format(here, here)) }, generic.URL), "View this post")
end)

it("a section named so in a box of the picture's is no caption", function()
  local html = [[<html lang=en><head><title>Ferry stays in port</title></head><body><main><article>
    <section class=media-item><div class=media-summary><p class=category><a href="/boats/">Boats</a></p>
    <h2 class=headline>Ferry stays in port</h2></div>
    <figure><img src=a.jpg><figcaption>The ferry lies at the quay.</figcaption></figure></section>
    <div class=text><p>%s</p><p>%s</p><p>%s</p></div></article></main></body></html>]]
  assert_has(lines(html:format(TEXT[1], TEXT[2], TEXT[3])), "kicker: Boats", "caption: The ferry lies at the quay.")
end)

it("an agency's name above a linked headline below the text is the other piece's", function()
  local item = "<li><div>Reuters</div><h3><a href='/2024/05/0%d/%s/'>%s</a></h3><p>They are many.</p></li>"
  local list = "<section><h2>Recommended Stories</h2><ul>"
    .. item:format(4, "gulls-nest-on-the-customs-house", "Gulls nest on the customs house")
    .. item:format(3, "nets-are-mended-by-hand-again", "Nets are mended by hand again") .. "</ul></section>"
  local body = "<p>" .. table.concat(TEXT, "</p><p>") .. "</p>"
  local read = lines(page { body = body .. body, main = list }, "https://harbour.example/2024/05/06/ferry/")
  assert_has(read, "headline: Gulls nest on the customs house", "heading: Recommended Stories")
  for _, line in ipairs(read) do assert.is_nil(line:find "credit: ") end
end)
