-- The generic rule on lines of a teaser that lead on to its piece and say nothing of it.
local generic = require "spec.rules.generic_page"
local assert_has, lines, page = generic.assert_has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"
local WHALE, PIER = "Animals: Whale seen off the long pier", "Pier to be painted red again"

-- Two items, the first with such a line below the link of its headline.
local function below(call)
  local item = "<div class=one><h3><a href='/islands/piece-%d'>%s</a></h3>"
    .. "<p>It was seen by all who stood there.</p>%s</div>"
  return lines(page { main = "<section><h2>Latest</h2>" .. item:format(48207, WHALE, (call:gsub("@", "48207")))
    .. item:format(48201, PIER, "") .. "</section>" }, URL)
end

-- The same where all of an item is one link.
local function within(call)
  local card = "<a href='/islands/piece-%d'><h3>%s</h3><p>It was seen by all who stood there.</p><p>%s</p></a>"
  return lines(page { main = "<section><h2>Latest</h2><div>" .. card:format(48207, WHALE, call) .. "</div><div>"
    .. card:format(48201, PIER, call) .. "</div></section>" }, URL)
end

local function is_in(list, text)
  for _, line in ipairs(list) do
    if line:find(text, 1, true) and not line:find "^%s*text: " then return true end
  end
  return false
end

describe("a line of a teaser", function()
  it("that is a second link to its piece is no part of it", function()
    local list = below "<p><a href='/islands/piece-@'>Out to sea</a></p>"
    assert_has(list, "headline: " .. WHALE, "dek: It was seen by all who stood there.", "headline: " .. PIER)
    assert.is_false(is_in(list, "Out to sea"))
  end)

  it("is one where its link leads elsewhere, has figures or a name, or says what the piece is", function()
    for _, line in ipairs { "<a href='/by/ann-rowe'>Ann Rowe</a>", "<a href='/islands/piece-@'>12 answers</a>",
      "<a class=kicker href='/islands/piece-@'>Wildlife</a>", "<a href='/islands/piece-@'>Video</a>" } do
      local said = line:match ">(.-)<"
      assert.is_true(is_in(below("<p>" .. line .. "</p>"), said), said)
    end
  end)

  it("that calls to read on in the one link of all is no part of it", function()
    for _, call in ipairs { "Read more", "... weiterlesen", "Lire la suite »", "Leer más", "Leggi tutto", "Saiba mais",
      "Lees verder", "Läs mer", "Les mer", "Czytaj dalej", "Читать далее", "続きを読む" } do
      local list = within(call)
      assert_has(list, "headline: " .. WHALE, "headline: " .. PIER)
      assert.is_false(is_in(list, call), call)
    end
    assert.is_true(is_in(within "Ann Rowe", "Ann Rowe"))
  end)

  it("that calls to read it above its headline is no part of it, nor what asks for less of the kind", function()
    local item = "<div class=one><p><a href='/islands/piece-%d'>%s</a></p><h3><a href='/islands/piece-%d'>%s</a></h3>"
      .. "<p>It was seen by all.</p><div>%s</div></div>"
    for _, word in ipairs { "Link zum Artikel", "Voir l'article", "Ver noticia", "Vai all'articolo", "Read on-line" } do
      local list = lines(page { main = "<section><h2>Latest</h2>" .. item:format(48207, word, 48207, WHALE, "")
        .. item:format(48201, word, 48201, PIER, "") .. "</section>" }, URL)
      assert_has(list, "headline: " .. WHALE, "headline: " .. PIER)
      assert.is_false(is_in(list, word), word)
    end
    for _, word in ipairs { "Not interested", "Kein Interesse", "No me interesa", "不感兴趣", "Read later" } do
      assert.is_false(is_in(below("<div>" .. word .. "</div>"), word), word)
    end
  end)

  it("that calls to read it by what its headline says behind a label is no part of it", function()
    local call = "<p><a href='/islands/piece-@'>Go on with: Whale seen off the long pier</a></p>"
    assert_has(below(call), "headline: " .. WHALE)
    assert.is_false(is_in(below(call), "Go on with"))
  end)

  it("that readers press is no part of it, but how many did is", function()
    for _, button in ipairs { "Share this article", "Teilen", "Partager", "Compartir", "Condividi su Pigeon",
      "Del på Pigeon", "Save", "Merken", "Follow us on Pigeon", "Like", "Recommend",
      "Gefällt mir", "J'aime", "Me gusta", "Нравится", "View comments", "Kommentare lesen" } do
      assert.is_false(is_in(below("<p>" .. button .. "</p>"), button), button)
    end
    assert.is_true(is_in(below "<p>Shared 12 times</p>", "Shared 12 times"))
    assert.is_true(is_in(below "<p>Share 12</p>", "Share 12"))
  end)

  it("that says it is next is its label, whatever its element is called", function()
    local item = "<div class=one><p class='next pager'>%s</p><h3><a href='/islands/piece-48207'>" .. WHALE
      .. "</a></h3></div>"
    for _, label in ipairs { "Read next", "Up next:", "Als Nächstes", "À suivre" } do
      assert_has(lines(page { main = item:format(label) }, URL), "kicker: " .. label)
    end
  end)
end)
