-- The generic rule on other pieces that are set between the story's paragraphs: articles within the article,
-- and lists of links that are read as one.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page, TEXT = generic.assert_has, generic.has, generic.lines, generic.page, generic.TEXT

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"
local NAME, HREF = "Whale seen off the pier", "/islands/whale-seen-off-the-pier-48207"
local SEEN = "The whale was seen on Sunday by all who stood on the pier, and will be back in the spring."

local function inset(html)
  local text = ("<p>" .. TEXT[1] .. "</p>"):rep(5)
  return lines(page { body = text .. html .. text }, URL)
end

describe("an article between the paragraphs of another", function()
  local function article(first, tag)
    return inset(("<%s>%s<p>%s</p></%s>"):format(tag or "article", first, SEEN, tag or "article"))
  end

  it("is a teaser where it begins with a link as long as a headline", function()
    local link = ("<div><a href=%s>%s</a></div>"):format(HREF, NAME)
    assert_has(article(link), "headline: " .. NAME, "dek: " .. SEEN)
    assert_has(article(link, "div"), "paragraph: " .. SEEN)
    assert_has(article("<div><a href=" .. HREF .. ">14:20</a></div>"), "paragraph: " .. SEEN)
  end)

  it("is a teaser where an empty link to another story covers it", function()
    local cover = "<a href=%s></a><h3>" .. NAME .. "</h3>"
    local found = article(cover:format(HREF))
    assert_has(found, "headline: " .. NAME, "dek: " .. SEEN)
    assert_has(article(cover:format(URL)), "paragraph: " .. SEEN)
    assert_has(article("<h3>" .. NAME .. "</h3>"), "paragraph: " .. SEEN)
    assert_has(article("<a href=" .. HREF .. "><img src=x.jpg></a><h3>" .. NAME .. "</h3>"), "paragraph: " .. SEEN)
  end)
end)

describe("boxes of one shape between the paragraphs", function()
  it("are teasers where each is covered by an empty link to one story, whatever they are named", function()
    local card = "<div class=x1><div><a href=/islands/%s-48207><img src=x.jpg></a></div><h3>%s</h3><span>%s</span>"
      .. "<a href=/islands/%s-48207></a></div>"
    local list = inset("<div>" .. card:format("whale", "Isles", SEEN, "whale")
      .. card:format("seals", "The bay", "Seals are back where they were last year.", "seals") .. "</div>")
    assert_has(list, "kicker: Isles", "headline: " .. SEEN, "headline: Seals are back where they were last year.")
    list = inset("<div>" .. card:format("whale", "Isles", SEEN, "other")
      .. card:format("seals", "The bay", "Seals are back where they were last year.", "other") .. "</div>")
    assert_has(list, "paragraph: " .. SEEN)
  end)
end)

describe("a list between the paragraphs whose items are labels and links", function()
  local ITEM = "<li>%s <a href=/islands/%s-4820%d>%s</a>%s"

  local function list(last)
    return inset("<h3>From the isles</h3><ul>" .. ITEM:format("Whale:", "whale", 1, NAME, "")
      .. ITEM:format("Is it spring?", "spring", 2, "Ann Lee: It will be soon", last) .. "</ul>")
  end

  it("is one of teasers where some of it is", function()
    local found = list ""
    assert_has(found, "heading: From the isles", "headline: " .. NAME, "headline: Ann Lee: It will be soon")
    assert.is_false(has(found, "crosshead: From the isles"))
  end)

  it("is none where a line says much besides", function()
    local rest = " said she to all who stood on the pier on Sunday and in the night"
    assert_has(list(rest), "list_item: Is it spring? Ann Lee: It will be soon" .. rest)
  end)
end)

describe("a list between the paragraphs below words that head lists of stories", function()
  it("is one, with what stands beside the links", function()
    local item = "<li><span>%d</span><a href='" .. HREF .. "'>%s</a><span>1,234 views</span></li>"
    local function found(heading)
      return inset("<h3>" .. heading .. "</h3><ol>" .. item:format(1, NAME)
        .. item:format(2, "Two seals rescued from nets"):gsub("48207", "48208") .. "</ol>")
    end
    for _, heading in ipairs { "Most read", "Leia também", "Lesen Sie auch:", "Читайте также" } do
      assert_has(found(heading), "heading: " .. heading, "headline: " .. NAME)
    end
    assert_has(found("What he saw"), "crosshead: What he saw")
  end)
end)

describe("a sentence between the paragraphs with a link in it", function()
  it("is no teaser where that leads to no story", function()
    local item = "<ul class=sign-up><li><i>Listen to our <b><a href=%s>" .. NAME
      .. "</a></b> for the best of the isles</i></ul>"
    assert_has(inset(item:format(HREF)), "headline: " .. NAME)
    assert.is_false(has(inset(item:format "/podcasts/"), "headline: " .. NAME))
  end)
end)

describe("links between the paragraphs below words in brackets that head them", function()
  it("are a list of teasers with those as their heading", function()
    for _, words in ipairs { "【関連記事】", "■関連記事", "【あわせて読みたい】" } do
      assert_has(inset("<div><p>" .. words .. "</p><ul><li><a href=" .. HREF .. ">" .. NAME .. "</a>"
        .. "<li><a href=/islands/seals-48208>Two seals rescued from nets</a></ul></div>"), "heading: " .. words)
    end
  end)
end)

describe("a line between the paragraphs that points to another story", function()
  it("is a teaser, whatever year its headline names, but no date", function()
    local line = "<div class=see-also><p>%s <a href='/islands/ten-seals-to-watch-in-2014'>%s</a></p></div>"
    assert_has(inset(line:format("See also:", "Ten seals to watch in 2014")), "kicker: See also:",
      "headline: Ten seals to watch in 2014")
    assert.is_false(has(inset(line:format("Sunday, 3 May 2014:", "Seen by Ann Lee")), "headline: Seen by Ann Lee"))
  end)
end)

describe("a link to another story between the paragraphs", function()
  local LINK = "<a href=" .. HREF .. ">" .. NAME .. "</a>"

  it("is a teaser where what the site has for its readers stands in another paragraph", function()
    assert_has(inset("<p><strong>Read also: </strong>" .. LINK .. "</p><p>" .. TEXT[2] .. "</p>"
      .. "<p><a href=/newsletter>Get our letter to the isles</a></p>"), "headline: " .. NAME)
  end)

  it("is a teaser where its box is named a teaser in the article and its words a headline", function()
    assert_has(inset("<div class='in-article-teaser'><a href=" .. HREF .. "><span class=kicker>At sea</span> "
      .. "<span class=headline>" .. NAME .. "</span></a></div>"), "kicker: At sea", "headline: " .. NAME)
  end)

  it("is a teaser with its dek in a card all of which is named a bookmark", function()
    local line, dek = "<div class=card-bookmark-%s>%s</div>", "The whale will be back in the spring."
    local name = "Whale seen again off the pier of the isles"
    local card = "<figure class=card-bookmark><a href=" .. HREF .. "><div class=card-bookmark-content>"
      .. line:format("title", name) .. line:format("description", dek) .. "</div></a></figure>"
    assert_has(inset(card), "headline: " .. name, "dek: " .. dek)
  end)

  it("is a teaser with the short lines beside it in its box, which are no paragraphs", function()
    local function card(line)
      local headline = "<a href=" .. HREF .. "><h4>" .. NAME .. "</h4></a>"
      return inset("<div><p>From the isles</p>" .. headline .. "<p>" .. line .. "</p></div>")
    end
    local found = card "Ann Rowe"
    assert_has(found, "kicker: From the isles", "headline: " .. NAME, "detail: Ann Rowe")
    assert_has(card(TEXT[2]), "paragraph: From the isles")
  end)
end)
