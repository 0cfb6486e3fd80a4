-- The generic rule on what is to be said of a story: above it, and some way below its text.
local pages = require "spec.rules.generic_story"
local lines, story = pages.lines, pages.story
local assert_has, assert_lacks = pages.assert_has, pages.assert_lacks

local function below(line)
  local cards = ("<div class=x><p>Fahrkarte</p></div>"):rep(30)
  return lines(story { foot = cards .. "<div class=y><p>" .. line .. "</p></div>" })
end

describe("what is to be said of a story", function()
  it("is where it appeared first, that its links earn, whose opinion it is", function()
    for _, line in ipairs { "Dieser Text erschien im Original im Hafenboten.",
      "This essay first appeared in the Isles Courier.",
      "Cet article a été publié initialement par le Courrier.", "Este artículo se publicó originalmente en el Correo.",
      "Hinweis zu Affiliate-Links: Die Boote wählt die Redaktion aus.",
      "This guide contains affiliate links to ferries",
      "Disclaimer (all of it): The site may think otherwise than the author does.",
      "以上文章内容仅为作者个人的看法和意见，不代表本网站的观点与立场。", "本文首发于港口报。",
      "Мнение автора может не совпадать с мнением редакции.",
      "Originally published at harbour.example in May 2024.",
      "The post Ferry stays in port appeared first on Isles Courier.",
      "Der Beitrag Fähre bleibt im Hafen erschien zuerst auf Inselbote.",
      "Die mit Sternchen (*) gekennzeichneten Links führen zu Läden am Hafen.",
      "(This story has not been edited by the harbour's staff.)",
      "Der Hafenbote hat diese Meldung nicht redaktionell bearbeitet.",
      "This article is a joint publication of the harbour and the isles.",
      "En partenariat avec le bureau du port", "Got a confidential tip? Call the harbour any day.",
      "doi: https://doi.org/10.1/harbour.2", "Excerpted from \"The Harbour\", a book by Bo Ek",
      "Do you have a story to tell? Email: harbour@news.example",
      "Tell us what you think about this article. Submit a letter to the editor or write to the harbour." } do
      assert_has(below(line), "note: " .. line)
    end
  end)

  it("may stand in the midst of the text", function()
    local line = "Disclaimer: Whoever sails does so at their own risk."
    assert_has(lines(story { body = "<p>" .. line .. "</p><p>" .. pages.TEXT[2] .. "</p>" }), "note: " .. line)
  end)

  it("stands between headline and text as well", function()
    local line = "Der Hafenbote hat diese Meldung nicht redaktionell bearbeitet."
    assert_has(lines(story { top = "<p>Von Ann Lee</p><aside><p>" .. line .. "</p></aside>" }), "note: " .. line)
  end)

  it("is no comment's", function()
    local line = "Leserkommentare geben nicht die Meinung der Redaktion wieder."
    assert_lacks(below(line), "note: " .. line)
  end)

  it("is when it was on the air, and no day of its own", function()
    local line = "Über dieses Thema berichtet: Hafenradio am 06.05.2024 um 17:50 Uhr."
    assert_has(lines(story { top = "<p>Von Ann Lee</p><p>" .. line .. "</p>" }), "note: " .. line,
      "byline: Von Ann Lee")
    local list = lines(story { foot = "<h3>HAFENRADIO | AM ABEND | 06.05.2024 | 19:00 Uhr</h3>" })
    assert_has(list, "note: HAFENRADIO | AM ABEND | 06.05.2024 | 19:00 Uhr")
    assert_has(below "Hafenradio 4, 6.5.2024, 10:05 Uhr; ab", "note: Hafenradio 4, 6.5.2024, 10:05 Uhr; ab")
  end)

  it("is who translated it, though the author's life stands below", function()
    local list = lines(story { body = "<p><em>Aus dem Englischen von Bo Ek</em><br><em>Dienstag</em></p>"
      .. "<div class=box><h2>Die Autorin</h2><p>Ann Lee war Lotsin und ist seit Jahren im Hafenamt.</p></div>" })
    assert_has(list, "credit: Aus dem Englischen von Bo Ek")
  end)
end)
