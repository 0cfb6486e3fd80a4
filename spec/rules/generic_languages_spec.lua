-- The generic rule on pages in other languages than English: their words, scripts and ways to give times.
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
