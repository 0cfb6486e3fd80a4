-- The generic rule on links that stand alone: which of them are teasers.
local generic = require "spec.rules.generic_page"
local HEADLINES, has, lines, list, page = generic.HEADLINES, generic.has, generic.lines, generic.list, generic.page

local LIST = "<section><h2>Look here</h2>" .. list(HEADLINES.SEALS, HEADLINES.ROOF, HEADLINES.FOG) .. "</section>"
local LINK = "<div><div><p><a href='%s'>%s</a></p></div></div>"

describe("a link that stands alone", function()
  local function found(address, text, around)
    return has(lines(page { main = (around or LINK):format(address, text) .. LIST }, generic.URL), "headline: " .. text)
  end

  it("is none where it is short and its address is like no other story's", function()
    for _, address in ipairs { "/shop/of/the/harbour/boards-48301", "//board.harbour.example/islands/48301",
      "/islands/boards-48301.pdf" } do
      assert.is_false(found(address, "Message boards for the isles"), address)
    end
    assert.is_true(found("/islands/boards-48301", "Message boards for the isles"))
    assert.is_true(found("https://harbour.example/islands/boards-48301", "Message boards for the isles"))
  end)

  it("is none where it is what readers press", function()
    local headed = "<div><h4>Take part</h4><p><a href='%s'>%s</a></p></div>"
    for _, text in ipairs { "View comments in the order of threads", "» Ver comentarios en orden de hilos",
      "Share this with those who fish" } do
      assert.is_false(found("/islands/boards-48301", text, headed), text)
    end
    local text = "Reviews of comments fill the isles"
    assert.is_true(found("/islands/boards-48301", text, headed))
  end)

  it("is none with a label or a summary either", function()
    local item = "<div><div><span class=kicker>Service</span><h4><a href='%s'>%s</a></h4>"
      .. "<p>Say what you think.</p></div></div>"
    local text = "Boards of the isles"
    assert.is_false(found("/look/at/all/of/it/48301", text, item))
    assert.is_true(found("/islands/boards-48301", text, item))
  end)

  it("is one wherever it leads where it says as much as a headline, or stands under one", function()
    local address, text = "/look/at/all/of/it/48301", "Boards of the isles"
    assert.is_true(found(address, "Message boards for all who live on the isles"))
    assert.is_true(found(address, text, "<section><h2>Read next</h2>" .. LINK .. "</section>"))
    assert.is_false(found(address, text))
  end)

  it("is none where it counts comments or is made of figures", function()
    for _, text in ipairs { "Comments (3 of 3)", "Kommentare (2 von 2)", "48,201 / 48,202 / 48,203 / 48,204" } do
      assert.is_false(found("/islands/boards-48301", text), text)
    end
    assert.is_true(found("/islands/boards-48301", "Comments of 3 captains"))
  end)

  it("is one between paragraphs of the story", function()
    local link = "<p><a href='/look/at/all/of/it/48301'>Boards of the isles</a></p><p>" .. generic.TEXT[1] .. "</p>"
    assert.is_true(has(lines(page { body = link, main = LIST }, generic.URL), "headline: Boards of the isles"))
  end)
end)

describe("a list of bare links without a heading", function()
  local function found(parts, titles)
    local items = {}
    for i, title in ipairs(titles) do
      items[i] = ("<li><a href='/islands/boats-%d'>%s</a>"):format(48300 + i, title)
    end
    local html = "<div><ul>" .. table.concat(items) .. "</ul></div>"
    local all = parts.above and page {}:gsub("<main>", html .. "%0") or page { main = html }
    return has(lines(all, generic.URL), "headline: " .. titles[1])
  end
  local TOPICS = { "The storm of the year", "Election on the isles", "Boats and their captains" }

  it("is a strip of topics where it stands above the story and its links are short", function()
    assert.is_false(found({ above = true }, TOPICS))
    assert.is_true(found({}, TOPICS))
    assert.is_true(found({ above = true }, { HEADLINES.SEALS, HEADLINES.ROOF, HEADLINES.FOG }))
  end)
end)
