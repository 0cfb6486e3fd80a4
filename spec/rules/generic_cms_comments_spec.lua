-- The generic rule on what widely used systems write where readers comment, and in lists of pieces.
local generic = require "spec.rules.generic_page"
local assert_has, lines, page = generic.assert_has, generic.lines, generic.page

describe("below a story", function()
  it("rules for those who comment are none of what they say", function()
    local said = "It is about time that somebody mended the quay, I have told them for years."
    local html = page { main = "<div class=comments id=comments><h3>Comments</h3><p>%s</p>"
      .. "<div class=comment><b>Jo</b><p>" .. said .. "</p></div></div>" }
    for _, rule in ipairs {
      "Welcome to the discussion.", "Keep it Clean. Please avoid obscene, vulgar, lewd or racist language.",
      "Be Truthful. Don't knowingly lie about anyone or anything.",
      "We want our comments to be a lively and valuable part of our community, a place where readers can debate and "
        .. "engage with the most important local issues. The ability to comment is a privilege, not a right, however, "
        .. "and that privilege may be withdrawn if it is abused or misused by anybody.",
      "We welcome your comments on this story, but please be civil. Do not use profanity, threats or personal abuse.",
      "Die Redaktion behält sich vor, Kommentare zu kürzen, die beleidigend sind oder nicht zum Thema gehören.",
      "Yorum yazarak topluluk kurallarını kabul etmiş bulunuyorsunuz.", "댓글쓰기 계정을 선택해 주세요.",
      "Liebe Leserinnen und Leser, wir bitten um eine sachliche Diskussion.",
      "Nous nous réservons le droit de supprimer les commentaires injurieux ou hors sujet de nos lecteurs.",
      "Nos reservamos el derecho de eliminar comentarios que sean ofensivos o que no traten del tema." } do
      local read = lines((html:gsub("%%s", rule)))
      assert_has(read, "text: " .. said)
      for at, line in ipairs(read) do
        if line:find(rule, 1, true) then
          local kind = at
          while not read[kind]:find("^%a") do kind = kind - 1 end
          assert.equal("chrome", read[kind], line)
        end
      end
    end
  end)
end)

describe("the line of a piece in a list", function()
  it("that says by whom and how many comments is no summary", function()
    local item = "<article class=related-post><h3><a href='/2024/05/0%d/%s/'>%s</a></h3><div class=entry-meta>%s</div>"
      .. "</article>"
    local meta = "<a href='#respond'>Leave a Comment</a> / <a href='/boats/'>Boats and ships</a> / By "
      .. "<a href='/jo/'>Jo</a>"
    local list = item:format(4, "gulls-nest-on-the-customs-house", "Gulls nest on the customs house", meta)
      .. item:format(3, "nets-are-mended-by-hand-again", "Nets are mended by hand again", meta)
    assert_has(lines(page { main = "<section><h2>Related Posts</h2>" .. list .. "</section>" }),
      "byline: Leave a Comment / Boats and ships / By Jo")
    local signed = "<span>Updated: 1 hour ago</span> <span>|</span> <span>By Ann Lee</span>"
    list = list:gsub("<div class=entry.-</div>", "<div class=author>" .. signed .. "</div>")
    assert_has(lines(page { main = "<section><h2>Related Posts</h2>" .. list .. "</section>" }),
      "byline: Updated: 1 hour ago | By Ann Lee")
  end)
end)
