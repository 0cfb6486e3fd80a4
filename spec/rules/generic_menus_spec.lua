-- The generic rule on lists that look like lists of stories and are none: menus of sections, topics, programmes, goods.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"

local function found_in(list)
  return lines(page { main = list }, URL)
end

-- A list of items, each of which is made of a place in an address and a title.
local function list_of(item, titles)
  local items = {}
  for i, title in ipairs(titles) do items[i] = item:format(48300 + i, title) end
  return found_in("<section><h2>Look here</h2><ul>" .. table.concat(items) .. "</ul></section>")
end

local TITLES = { "Boats are back at the quay", "Gulls have left the old harbour", "Pier to be painted in red" }

describe("a list", function()
  local function menu(below)
    local link = "<li><a href='" .. below .. "/%s'>%s</a>"
    return found_in("<aside><div><h3><a href='/news/isles/'>All the northern isles</a></h3><ul>"
      .. link:format("north", "North") .. link:format("south", "South") .. link:format("east", "East")
      .. "</ul></div></aside>")
  end

  it("below a link to the section whose sections it names is a menu", function()
    assert.is_false(has(menu "/news/isles", "headline: All the northern isles"))
    assert_has(menu "/nature", "headline: All the northern isles")
  end)

  it("of headings of few words above the story's headline is a menu, wherever it leads", function()
    local function above(titles)
      local items = {}
      for i, title in ipairs(titles) do
        items[i] = "<li><h3><a href='/look/at/" .. 48300 + i .. "'>" .. title .. "</a></h3>"
      end
      local list = "<div class=strip><ul>" .. table.concat(items) .. "</ul></div>"
      return lines((page {}:gsub("<main>", list .. "%0")), URL)
    end
    assert.is_false(has(above { "Boat race", "Gull watch", "The pier" }, "headline: Gull watch"))
    assert_has(above(TITLES), "headline: " .. TITLES[2])
  end)

  it("of a few bare headings that lead to no stories is a menu", function()
    local function headings(number)
      local items = {}
      for i, title in ipairs { "Islands news", "Harbour and boats", "How about that" } do
        items[i] = ("<li><h3><a href='/%s%s/'>%s</a></h3>"):format(("news"):rep(i), number, title)
      end
      return found_in("<div><ul>" .. table.concat(items) .. "</ul></div>")
    end
    assert.is_false(has(headings "", "headline: Harbour and boats"))
    assert_has(headings "48301", "headline: Harbour and boats")
  end)

  it("of a few words each in a box of topics is none", function()
    local function box(name, titles)
      local items = {}
      for i, title in ipairs(titles) do items[i] = "<h3><a href='/look/" .. i .. "'>" .. title .. "</a></h3>" end
      return found_in("<div class='" .. name .. "'>" .. table.concat(items) .. "</div>")
    end
    local topics = { "Boats of the isles", "Piers and old lights", "Gulls in the harbour" }
    for _, name in ipairs { "tags-box", "tagcloud", "article-topics" } do
      assert.is_false(has(box(name, topics), "headline: " .. topics[1]), name)
      local long = { "Boats of the isles are back at the old quay", "Gulls are not seen in the harbour this year" }
      assert_has(box(name, long), "headline: " .. long[1])
    end
    assert_has(box("look-here", topics), "headline: " .. topics[1])
  end)

  it("of a few words each below words for topics is none", function()
    local item = "<li><h3><a href='/look/at/%d'>%s</a></h3>"
    local topics = { "Boats of the isles", "Gulls in the harbour", "Piers and old quays" }
    local items = {}
    for i, topic in ipairs(topics) do items[i] = item:format(48300 + i, topic) end
    local function under(heading)
      local list = "<section><h2>" .. heading .. "</h2><ul>" .. table.concat(items) .. "</ul></section>"
      return has(found_in(list), "headline: " .. topics[1])
    end
    for _, heading in ipairs { "Related topics", "Temas relacionados", "Sujets associés", "Ämnen i artikeln", "Сюжеты",
      "注目のキーワード", "热门标签", "핫 이슈", "תגיות" } do
      assert.is_false(under(heading), heading)
    end
    assert.is_true(under "Look here")
  end)

  it("of topics behind a hash is none of stories", function()
    local item = "<li><a href='/look/at/%d'>%s</a></li>"
    local found = list_of(item, { "#Boats of the isles", "#Gulls in the harbour", "#Piers and old quays" })
    assert.is_false(has(found, "headline: #Boats of the isles"))
    assert_has(list_of(item, TITLES), "headline: " .. TITLES[1])
  end)

  it("of what is on from when to when is none", function()
    for _, slot in ipairs { "06:00 - 06:25 Uhr", "10.00–12.30", "20:00 bis 22:00", "8h30 à 10h00", "9 am - 11 am" } do
      local found = list_of("<li><span>" .. slot .. "</span><h3><a href='/look/at/%d'>%s</a></h3></li>", TITLES)
      assert.is_false(has(found, "headline: " .. TITLES[1]), slot)
    end
    assert_has(list_of("<li><span>06:25 Uhr</span><h3><a href='/look/at/%d'>%s</a></h3></li>", TITLES),
      "headline: " .. TITLES[1])
  end)

  it("of what has its price behind it is none", function()
    for _, price in ipairs { "19,99 €", "€19.99", "$ 1,119.00", "£4.50", "149,90 zł", "CHF 12.50", "R$ 1.019,90" } do
      local found = list_of("<li><h3><a href='/look/at/%d'>%s " .. price .. "</a></h3></li>", TITLES)
      assert.is_false(has(found, "headline: " .. TITLES[1] .. " " .. price), price)
    end
    local found = list_of("<li><h3><a href='/look/at/%d'>%s</a></h3></li>",
      { TITLES[1], TITLES[2], "Tickets for the ferry now cost $12.50" })
    assert_has(found, "headline: Tickets for the ferry now cost $12.50")
  end)

  it("in a menu is none where sections stand among them", function()
    local link = "<li><a href='%s'>%s</a>"
    local pieces = {}
    for i, title in ipairs(TITLES) do pieces[i] = link:format("/look/at/4830" .. i, title .. " after all these years")
    end
    local function with(...)
      return found_in("<nav><ul class=list>" .. table.concat(pieces) .. table.concat { ... } .. "</ul></nav>")
    end
    local headline = "headline: " .. TITLES[1] .. " after all these years"
    assert.is_false(has(with(link:format("/isles", "Isles"), link:format("/piers", "Piers")), headline))
    assert_has(with(), headline)
  end)

  it("below words for goods, posts or what readers can do there is none", function()
    local function under(heading, address)
      return found_in("<section><h2>" .. heading .. "</h2><ul><li><h3><a href='" .. address:format(48301) .. "'>"
        .. TITLES[1] .. "</a></h3><li><h3><a href='" .. address:format(48302) .. "'>" .. TITLES[2]
        .. "</a></h3></ul></section>")
    end
    for _, heading in ipairs { "Daily Deals", "Aus dem Shop", "Tienda", "Jobsuche", "Szukaj pracy", "Állások" } do
      assert.is_false(has(under(heading, "/look/at/%d"), "headline: " .. TITLES[1]), heading)
    end
    for _, heading in ipairs { "Services", "Guide d'achat", "Spiele", "Horoscope", "Enlaces útiles", "Our network",
      "Unsere Marken", "Ссылки",
      "Idiomas online", "Crucigramas y más", "PR情報", "【PR】", "Новости партнёров",
      "Contenus partenaires", "Materiały partnera" } do
      assert.is_false(has(under(heading, "https://other.example/boats-%d"), "headline: " .. TITLES[1]), heading)
      assert_has(under(heading, "/look/at/%d"), "headline: " .. TITLES[1])
    end
  end)
end)

describe("a line", function()
  local function line(text, address)
    return has(found_in("<div><div><p><a href='" .. address .. "'>" .. text .. "</a></p></div></div>"),
      "headline: " .. text)
  end

  it("that ends with an arrow is a headline only where it leads to a story", function()
    for _, arrow in ipairs { "»", "→", ">>", "›" } do
      assert.is_false(line("Boats, gulls and old piers " .. arrow, "/boats-gulls"), arrow)
      assert.is_true(line("Boats, gulls and old piers " .. arrow, "/boats-gulls-48301"), arrow)
    end
    assert.is_false(line("港口新闻和天气>", "/boats-gulls"))
  end)

  it("that begins as headings of lists do is a headline only where it leads to a story", function()
    local function found(text, address)
      local item, items = "<li><h3><a href='%s'>%s</a></h3>", ""
      for i, title in ipairs(TITLES) do items = items .. item:format("/look/at/" .. 48300 + i, title) end
      return has(found_in("<ul>" .. items .. item:format(address, text) .. "</ul>"), "headline: " .. text)
    end
    for _, text in ipairs { "More in boats and gulls", "Mehr aus dem alten Hafen", "Últimas noticias de las islas" } do
      assert.is_false(found(text, "/boats-gulls"), text)
      assert.is_true(found(text, "/boats-gulls-48301"), text)
    end
    assert.is_true(found("Boats and gulls are back", "/boats-gulls"))
  end)

  it("that says what a site is, or of what its topics are, is none", function()
    for _, text in ipairs { "Política de Privacidad de los puertos", "Conditions générales de vente du port",
      "Polityka prywatności portu i wysp", "Become a contributor to the harbour", "Quiénes somos en el puerto",
      "Политика конфиденциальности порта", "개인정보 처리방침 및 이용약관", "版权声明和免责声明以及其他", "Topics: Boats in the harbour",
      "Mots-clés : bateaux du port", "Теги: лодки в старой гавани", "Our paper and The Trust Project",
      "Harbour code of ethics", "港口日报客户端下载", "港口网用户管理制度和规则", "アプリをダウンロードする", "Descarga la app del puerto",
      "Скачайте приложение порта", "Confira as últimas notícias do porto",
      "Read this story in Spanish", "Lire cet article en anglais",
      "Diesen Artikel auf Englisch lesen", "Hier geht’s zur Übersicht des Hafens", "阅读英文版的这篇文章",
      "Become a member of the harbour", "Soutenez-nous et le vieux port", "Поддержите нас и наш порт" } do
      assert.is_false(line(text, "/look/at/48301"), text)
    end
    assert.is_true(line("Boats are back in the harbour", "/look/at/48301"))
  end)

  it("with several links is none where each is short, leads to no story or opens a window", function()
    local window = " (öffnet in einem neuen Fenster)</a>"
    local function row(...) return found_in("<div><p>" .. table.concat({ ... }, " ") .. "</p></div>") end
    local boats, gulls = "<a href='/look/at/48301'>Boats", "<a href='/look/at/48302'>Gulls"
    assert.is_false(has(row(boats .. window, gulls .. window), "headline: Boats (öffnet in einem neuen Fenster)"))
    assert.is_false(has(row("<a href='/privacy/48301'>What we keep of our readers</a>", gulls .. "</a>"),
      "headline: What we keep of our readers"))
    assert_has(row(boats .. " are back at the quay</a>", gulls .. " left the old harbour</a>"),
      "headline: Boats are back at the quay")
  end)

  it("with several links above the story's headline is a menu, but where one is as long as headlines are", function()
    local function above(...)
      local links = {}
      for i, text in ipairs { ... } do links[i] = ("<a href='/look/at/%d'>%s</a>"):format(48300 + i, text) end
      return lines((page {}:gsub("<main>", "<div><p>" .. table.concat(links) .. "</p></div>%0")), URL)
    end
    local boats, gulls = "Boats back at the quay", "The gulls and the long pier"
    assert.is_false(has(above(boats, gulls, "School roof in the storm"), "headline: " .. boats))
    assert_has(above("Boats are back at the long quay this morning", gulls), "headline: " .. gulls)
  end)

  it("alone that leads to no story is none, even where it is a heading", function()
    local function heading(address)
      return found_in("<div><div><h3><a href='" .. address .. "'>Boats of our harbour</a></h3></div></div>")
    end
    assert.is_false(has(heading "/boats", "headline: Boats of our harbour"))
    assert_has(heading "/look/at/48301", "headline: Boats of our harbour")
  end)

  it("that leads to all there is of a kind is none", function()
    for _, text in ipairs { "Leggi tutte le notizie dal porto", "Todas las noticias de las islas",
      "Vezi toate articolele din port", "Zobacz więcej wiadomości z portu" } do
      assert.is_false(line(text, "/look/at/48301"), text)
    end
  end)

  it("that puts a page in another order, leads to a reader's own pages or counts a click is none", function()
    for _, address in ipairs { "/all/48301?order=asc", "/all/48301?by=1&sort=old", "https://abo.harbour.example/48301",
      "https://konto.harbour.example/boats-48301", "/thema/48301/1.html", "/look/at/48301/print/",
      "https://jsn.24smi.example/48301", "https://www.mgid.com/ghits/48301", "https://ad.harbour.example/banners/48301",
      "https://click.harbour.example/48301" } do
      assert.is_false(line("Boats are back in the harbour", address), address)
    end
  end)

  it("that is a heading with the way to the page in it is none", function()
    local function trail(here)
      return found_in("<h2>" .. here .. "<a href='/look/at/48301'>Boats, piers and all our gulls</a> &gt; Quay</h2>")
    end
    assert.is_false(has(trail "You are here on our pages: harbour &gt; ", "headline: Boats, piers and all our gulls"))
    assert_has(trail "", "headline: Boats, piers and all our gulls")
  end)

  it("that says it is paid for is none", function()
    for _, label in ipairs { "[PR] %s", "【PR】%s", "(PR) %s", "PR: %s", "%s [PR]" } do
      local text = label:format("Boats are back in the harbour")
      assert.is_false(line(text, "/look/at/48301"), text)
    end
  end)

  it("in a box named as the way to the page or an advertisement is none", function()
    local function named(name)
      return has(found_in("<div class='" .. name .. "'><div><span><a href='/look/at/48301'>Boats of the isles</a>"
        .. "</span></div></div>"), "headline: Boats of the isles")
    end
    for _, name in ipairs { "td-crumb-container", "entry-crumbs", "fil-ariane", "kruimelpad", "adsbygoogle", "mgid-box",
      "plista_widget", "anuncios" } do assert.is_false(named(name), name) end
    assert.is_true(named "box")
  end)
end)
