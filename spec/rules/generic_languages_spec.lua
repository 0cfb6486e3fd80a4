-- The generic rule on pages in other languages than English: their words, scripts and ways to give times.
local assert_pictured = require "spec.rules.assert_pictured"
local generic = require "spec.rules.generic_page"
local assert_has, lines, page = generic.assert_has, generic.lines, generic.page

local URL = "https://harbour.example/news/story/7321/7941234"

local function story(lang, title, texts, after)
  return ("<html lang=%s><head><title>%s</title></head><body><header><a href='/'>H</a></header>"
    .. "<main><article><h1>%s</h1><p>%s</p></article></main>%s</body></html>")
    :format(lang, title, title, table.concat(texts, "</p><p>"), after or "")
end

local function assert_none(list, ...)
  for _, unwanted in ipairs { ... } do
    for _, line in ipairs(list) do assert.is_nil(line:find(unwanted, 1, true), line) end
  end
end

describe("scripts that part no words", function()
  it("have words all the same, in Thailand too", function()
    local title = "ท่าเรือฝั่งเหนือปิดยาวถึงฤดูใบไม้ผลิ"
    local texts = {
      "ท่าเรือฝั่งเหนือจะปิดไปจนถึงฤดูใบไม้ผลิ ฝ่ายบริหารแจ้งเมื่อวันจันทร์ว่าเสาเข็มใต้น้ำผุพังจนใช้การไม่ได้",
      "กัปตันเรือต้องเดินเรือตามร่องน้ำที่ทำเครื่องหมายไว้ เพราะนักประดาน้ำทำงานใต้โคมไฟทุกเช้า",
      "สำหรับชาวบ้านแทบไม่มีอะไรเปลี่ยนแปลง มีเพียงลานจอดรถครึ่งหนึ่งที่จะปิดชั่วคราว" }
    local list = lines(story("th", title, texts, "<section><h2>ข่าวล่าสุด</h2><ul>"
      .. "<li><a href='/news/local/2780004'><h3>นักนำร่องขอเรือลำใหม่ทดแทน</h3></a></li>"
      .. "<li><a href='/news/local/2780005'><h3>ทำไมระฆังจึงดังตอนเที่ยงวัน</h3></a></li></ul></section>"), URL)
    assert_has(list, "paragraph: " .. texts[1], "paragraph: " .. texts[2], "paragraph: " .. texts[3],
      "headline: นักนำร่องขอเรือลำใหม่ทดแทน")
  end)

  it("may touch the time before a headline", function()
    local texts = { "港口北碼頭將關閉至春天，管理處星期一宣布。水面以下的木樁已經腐爛，必須全部更換。",
      "船長們必須沿著有標誌的航道行駛，因為每天早晨都有潛水員在燈下作業。",
      "港務主任在現場視察時說：「我們發現損壞太晚了，修理需要幾個月時間。」" }
    local list = lines(story("zh", "港口北碼頭將關閉至春天", texts, "<aside><h2>最新文章</h2><ul><li><time>10:12</time>"
      .. "<a href='/news/story/7321/7940007'>沿著堤防散步的五條路線</a></li><li><time>09:58</time>"
      .. "<a href='/news/story/7321/7940008'>海鷗在海關屋頂築巢</a></li></ul></aside>"), URL)
    assert_has(list, "published: 10:12", "headline: 沿著堤防散步的五條路線", "headline: 海鷗在海關屋頂築巢")
  end)
end)

describe("short items with a day", function()
  it("are pieces where the link has the words of a headline", function()
    local item = "<li><a href='/panorama/%d-%s.html'>%s</a> <span>%s</span></li>"
    local box = "<div class=box><h3>Materials</h3><ul>"
      .. item:format(856001, "lamp", "Летом маяк получит новую лампу", "01.05.2013")
      .. item:format(856002, "herring", "Сельдь возвращается в залив", "01.05.2013") .. "</ul></div>"
    assert_has(lines(page { main = box }, URL), "headline: Летом маяк получит новую лампу",
      "headline: Сельдь возвращается в залив")
    local names = "<div class=box><ul><li>By <a href='/world/12345'>Ann Lee</a> on 1 May 2013</li></ul></div>"
    assert_none(lines(page { main = names }, URL), "headline: Ann Lee")
  end)
end)

describe("words in capital letters outside ASCII", function()
  it("are known as in small ones", function()
    local remarks = "<div class=comments><h4>Комментарии (2)</h4><div class=comment><span class=user>Боцман</span>"
      .. "<p>Давно пора было проверить сваи.</p><a href='#r'>Ответить</a></div>"
      .. "<p>Чтобы оставить комментарий, войдите.</p></div>"
    local role
    for _, line in ipairs(lines(page { main = remarks }, URL)) do
      role = line:match("^%l+$") or role
      local is_house = line:find "Комментарии" or line:find "Ответить" or line:find "Чтобы оставить"
      assert.equal(is_house and "chrome" or line:find "Давно" and "comment" or role, role)
    end
  end)
end)

describe("a trail of sections that ends with the headline", function()
  it("is no piece", function()
    local trail = "<div class=breadcrumbs><a href='/'>PortalPL</a><a href='/informacje'>Wiadomości</a>"
      .. "<span>Nabrzeże jest w porcie do wiosny</span></div>"
    assert_none(lines(page { main = trail }, URL), "headline: Wiadomości", "kicker: PortalPL")
  end)
end)

describe("who wrote it", function()
  local function head(line)
    return lines((page {}:gsub("<p class=\"byline\">.-</p>", function() return line end)), URL)
  end

  it("is said by the words of many languages, a link to the writer's page or a journalist's address", function()
    for _, said in ipairs { "Ein Artikel von Imke Petersen", "Autoři: Jana Nováková, Petr Dvořák",
      "Piše: Marija Horvat", "Napsal Jan Novák", "Oprac. Anna Nowak",
      "Авторы: Анна Соколова", "מאת נועה לוי", "خبرنگار: مریم احمدی",
      "撰文：陳美玲", "김영희 기자 kim@haean.example", "【記者陳美玲／高雄報導】", "著者：山田花子" } do
      assert_has(head("<div>" .. said .. "</div><div>06.05.2024</div>"), "byline: " .. said)
    end
    assert_has(head "<div><a href='/av/karin'>Karin Lindqvist</a></div>", "byline: Karin Lindqvist")
    assert_none(head "<div>Alle Artikel von Imke Petersen</div>", "byline: Alle")
  end)

  it("may be a name with a word in it that stands before days too", function()
    assert_has(head "<div><span>Marijke de Vries</span> <time>6 mei 2024, 08:12</time></div>",
      "byline: Marijke de Vries", "published: 6 mei 2024, 08:12")
    assert_none(head "<div><span>Mit der PowerShell einen Ordner</span> <time>6. Mai 2024, 08:12</time></div>",
      "byline: Mit der")
  end)
end)

describe("names of elements in other languages", function()
  it("tell crossheads set as paragraphs, captions and comments", function()
    for _, class in ipairs { "zwischentitel", "mellomtittel", "tussenkop", "valiotsikko" } do
      local body = ("<p class=%s>Pfähle aus der Kaiserzeit</p><p>%s</p>"):format(class, generic.TEXT[2])
      assert_has(lines(page { body = body }, URL), "crosshead: Pfähle aus der Kaiserzeit")
    end
    local picture = "<div class=kep><img src=x.jpg><p class=kepalairas>Az északi rakpart hétfő reggel</p></div>"
      .. "<p>%s</p>"
    assert_has(lines(page { body = picture:format(generic.TEXT[2]) }, URL), "caption: Az északi rakpart hétfő reggel")
  end)
end)

describe("lines below the text", function()
  it("bid the reader tell of mistakes, or follow, and are none of it", function()
    local list = lines(page { body = "<p>Нашли опечатку? Выделите текст и нажмите Ctrl + Enter</p>" }, URL)
    assert_none(list, "paragraph: Нашли")
  end)

  it("say where it is from", function()
    for _, line in ipairs { "Източник: БТА", "Πηγή: ΑΠΕ-ΜΠΕ", "Sursa: Agerpres", "Sumber: Antara" } do
      assert_none(lines(page { body = "<p>" .. line .. "</p>" }, URL), "paragraph: " .. line)
    end
  end)

  it("in other scripts than Latin lead to no pieces at the foot of the page", function()
    local foot = "<footer><a href='/policy'>プライバシーポリシー</a><a href='/terms'>利用規約</a></footer>"
    assert_none(lines(page { main = foot }, URL), "headline: プライバシー")
  end)
end)

describe("a short item of a list", function()
  it("may have its author's name and the day in elements of their own", function()
    local item = "<li><a href='/kantone/%s'>%s</a><span class=mostread__author>%s</span>"
      .. "<span class=mostread__date>05.05.2024</span></li>"
    local box = "<div class=mostread><h2>Meistgelesen</h2><ol>" .. item:format("fahrplan-ld.2614003",
      "Fahrplan der Fähren ändert sich im Juni", "Urs Keller") .. item:format("kran-ld.2614004",
      "Sturm wirft einen alten Kran um", "Lea Graf") .. "</ol></div>"
    assert_has(lines(page { main = box }, URL), "headline: Fahrplan der Fähren ändert sich im Juni",
      "headline: Sturm wirft einen alten Kran um")
  end)
end)

describe("texts with pictures", function()
  it("are no captions where readers press them", function()
    local picture = "<figure><img src=y.jpg><figcaption>Le quai nord</figcaption><div>%s</div></figure><p>%s</p>"
    for _, pressed in ipairs { "Voir en plein écran", "Bild vergrößern", "Ampliar foto", "Увеличить" } do
      assert_none(lines(page { body = picture:format(pressed, generic.TEXT[2]) }, URL), "caption: " .. pressed)
    end
  end)

  it("are captions where they say whose the picture is, in other letters too", function()
    for _, said in ipairs { "Фото: ИТАР-ТАСС", "Снимка: БТА", "צילום: דנה כהן", "사진=연합뉴스", "Fotoğraf: AA" } do
      local body = ("<p>%s</p><p>%s</p>"):format(said, generic.TEXT[2])
      assert_pictured(lines(page { body = body }, URL), said)
    end
  end)
end)

describe("a line of source and day below a headline of a ranking", function()
  it("is no headline, though they touch", function()
    local item = "<li><a href='/articles/1a1b2c3d4e5f6071829%d'><span>%d</span><p>%s</p><span>山手通信</span>"
      .. "<time>5/6(月) 6:30</time></a></li>"
    local box = "<section><h2>アクセスランキング</h2><ol>" .. item:format(1, 1, "フェリーの時刻表、六月に改正")
      .. item:format(2, 2, "嵐で古いクレーンが倒れる") .. "</ol></section>"
    assert_has(lines(page { main = box }, URL), "headline: フェリーの時刻表、六月に改正", "headline: 嵐で古いクレーンが倒れる")
  end)
end)

describe("a public broadcaster's page", function()
  local head = "<p class=m>Stand: 06.05.2024 08:12 Uhr</p><p class=t><strong>%s</strong></p><div>%s</div>"

  it("has its dek in bold between when and by whom", function()
    local html = page {}:gsub("<body>", '<script type="application/ld+json">{"@type":"NewsArticle",'
      .. '"headline":"Ferry stays in port","datePublished":"2024-05-06T08:12:00Z"}</script>%0'):gsub("</?header>", "")
    local from, to = html:find("<p class=\"standfirst\">.-</p>%s*<p class=\"byline\">.-</p>")
    local told = "The storm has kept forty passengers of the ferry ashore for a whole night."
    html = html:sub(1, from - 1) .. head:format(told, "Von Imke Petersen, KFR") .. html:sub(to + 1)
    assert_has(lines(html, URL), "published: Stand: 06.05.2024 08:12 Uhr", "dek: " .. told,
      "byline: Von Imke Petersen, KFR")
  end)

  it("has cards between its paragraphs whose day is theirs", function()
    local card = "<div class=card><a href='/inland/leuchtturm-lampe-102.html'><div><div>05.05.2024</div>"
      .. "<span>Küste</span></div><h3>Neue Lampe für den Leuchtturm</h3>"
      .. "<p>Der Turm bekommt zum ersten Mal ein neues Licht.</p></a></div>"
    local html = page {}:gsub("</p><figure>", function(found) return "</p>" .. card .. found:sub(5) end)
    local list = lines(html, URL)
    assert_has(list, "published: 05.05.2024", "headline: Neue Lampe für den Leuchtturm",
      "dek: Der Turm bekommt zum ersten Mal ein neues Licht.")
    for at, line in ipairs(list) do
      if line:find "05.05.2024" then assert.is_truthy(list[at - 1]:find "teaser" , list[at - 1]) end
    end
  end)
end)
