-- The generic rule on which words of a byline are the names of authors.
local generic = require "spec.rules.generic_page"

local function authors(byline, meta)
  local html = generic.page {}:gsub('<p class="byline">.-</p>', function() return byline end)
  if meta then html = html:gsub("</title>", function() return "</title>" .. meta end) end
  return generic.authors(html)
end

describe("names and sources in Han characters", function()
  local pages = require "spec.rules.generic_story"
  local story, lines, assert_has = pages.story, pages.lines, pages.assert_has

  it("stand beside days as these are written there", function()
    local list = lines(story { top = "<div><span>渡辺洋介2025年1月13日 21時37分</span></div>" })
    assert_has(list, "byline: 渡辺洋介", "published: 2025年1月13日 21時37分")
    list = lines(story { top = "<div>2024年04月24日23:52 | 来源：<a href='/x'>海港网</a></div>" })
    assert_has(list, "published: 2024年04月24日23:52", "byline: 来源：海港网")
  end)

  it("are other papers', not the site's or its departments'", function()
    assert_has(lines(story { top = "<div>海港新聞 2025年1月13日</div>" }), "byline: 海港新聞")
    local site = "<meta property=og:site_name content=海港新聞>"
    pages.assert_lacks(lines(story { head = site, top = "<div>海港新聞 2025年1月13日</div>" }), "byline: 海港新聞")
    pages.assert_lacks(lines(story { top = "<div>社会文化部 2025年1月13日</div>" }), "byline: 社会文化部")
  end)
end)

describe("the names of a byline", function()
  it("are those behind by, whatever was done", function()
    assert.same({ "Ann Lee" }, authors "<p class=byline><span>By</span><a href=/a>Ann Lee</a></p>")
    assert.same({ "Ann Lee" }, authors "<p>Posted by Ann Lee</p>")
    assert.same({ "Ann Lee" }, authors "<p>Erstellt von Ann Lee am Montag 6. Mai 2024</p>")
    assert.same({ "Ann Lee", "Bo Ek" }, authors "<p>Autoren: Ann Lee und Bo Ek</p>")
    assert.same({ "Ann Lee" }, authors "<p>Text und Interview: Ann Lee</p>")
    assert.same({ "Ann Lee" }, authors "<p>Ein Artikel von Ann Lee | 6.5.2024 - 12:45</p>")
    assert.same({ "(Ann Lee)" }, authors "<h5 class=author>Ann Lee</h5>")
    assert.same({ "Ann Lee" }, authors("<h3 class=author>Ann Lee</h3>", "<meta name=author content='Ann Lee'>"))
    assert.same({ "Ann Lee" }, authors "<div class='caption credit'>By Ann Lee May 6, 2024 3:46 PM</div>")
    assert.same({ "Ann Lee" }, authors "<div class=author-bio>By Ann Lee May 6, 2024 at 3:57 PM Follow @annlee</div>")
  end)

  it("may end with what is a zone of time elsewhere", function()
    assert.same({ "Ann de Wit" }, authors "<p class=byline>By Ann de Wit <time>2 November 2023</time>, 07:30</p>")
  end)

  it("are no jobs and no institutes, brackets or labels", function()
    assert.same({ "Ann Lee" }, authors "<p>By Ann Lee, Senior Harbour Analyst, Ferry Institute, and Isles Project</p>")
    assert.same({ "Ann Lee", "Bo Ek" }, authors "<p>By Ann Lee, Staff Writer, and Bo Ek, Editor</p>")
    assert.same({ "Ann Lee", "Bo Ek" }, authors "<p>Par Ann Lee (avec Bo Ek)</p>")
    assert.same({ "Ann Lee" }, authors "<p>By Ann Lee, Photos: Cy Poe</p>")
    assert.same({ "Ann Lee" }, authors "<p>By Ann Lee Illustration by Cy Poe</p>")
  end)

  it("are no places or papers behind a whole name", function()
    assert.same({ "Ann Lee" }, authors "<p>By Ann Lee, Lima</p>")
    assert.same({ "Ann Lee", "Bo" }, authors "<p>By Ann Lee and Bo</p>")
    assert.same({ "Ann", "Bo" }, authors "<p>By Ann, Bo</p>")
  end)

  it("are not begun by a word for authors without a colon", function()
    assert.same({}, authors "<p>Author Correction</p>")
  end)

  it("keep the figures within them", function()
    assert.same({ "(Author: bo2man)" }, authors "<p>Author: bo2man am 6.5.2024, 13:36 Uhr</p>")
    assert.same({ "an1ek4" },
      authors '<p>6. Mai 2024 // Autor: <a rel=author href=/a>an1ek4</a> // ~ Lesezeit: 1 Minute</p>')
  end)

  it("are metadata's where the page has none, but no company's", function()
    local meta = '<meta name=author content="%s">'
    assert.same({ "(Ann Lee)" }, authors("", meta:format "Ann Lee"))
    assert.same({}, authors("", meta:format "Harbour Media GmbH"))
    assert.same({}, authors("", meta:format "your Crew"))
  end)

  it("are not said twice, and bear job and handle with them", function()
    assert.same({ "(Ann Lee)" }, authors "<p class=byline>Ann Lee</p><p class=byline>Ann Lee</p>")
    assert.same({ "Ann Lee" }, authors "<p class=byline>By Ann Lee</p><p>Games Editor</p><p>@annlee28</p>")
  end)

  it("are no pictures', no links' to more and no sentence's", function()
    assert.same({}, authors "<p class=byline>Foto: Ann Lee</p>")
    assert.same({}, authors "<p class=byline>Show all articles of</p>")
    assert.same({ "(Isle Herald)" }, authors("<p>This story was first seen in Isle Herald.</p>",
      "<meta name=author content='Isle Herald'>"))
  end)

  it("are not the site's own behind an author's", function()
    assert.same({ "Ann Lee" }, authors("<p>By Ann Lee, Harbour News Staff</p>",
      "<meta property=og:site_name content='Harbour News'>"))
    assert.same({ "Ann Lee" }, authors "<p>Text by Ann Lee\u{A0}\u{A0}Illustration by Bo Ek</p>")
  end)

  it("stand below the word for who wrote it, which alone is no byline", function()
    assert.same({ "Ann Lee" }, authors "<h4>Autor:</h4><p><a href=/a>Ann Lee</a>, </p>")
    assert.same({}, authors "<p class=byline>Auteur :</p>")
  end)
end)

describe("a story without a byline is by whom", function()
  local function ended(body, meta)
    local html = generic.page { body = body }:gsub('<p class="byline">.-</p>', "")
    return generic.authors((html:gsub("</title>", function() return "</title>" .. (meta or "") end)))
  end

  it("its last lines say", function()
    assert.same({ "Ann Lee" }, ended "<p>Text: Ann Lee</p>")
    assert.same({ "Ann Lee" }, ended "<p>Autor: Ann Lee (Harbour News), guide on the isles</p>")
    assert.same({ "(Ann Lee)" }, ended "<p><em>Ann Lee</em></p>")
    assert.same({ "Ann Lee" }, ended("<p>Autorin: Ann Lee, Projektleiterin der Werft.</p>" .. ("<p>%s</p>"):rep(5)
      :format(generic.TEXT[1], generic.TEXT[2], generic.TEXT[3], generic.TEXT[1], generic.TEXT[2])))
    assert.same({}, ended "<p>Foto: Ann Lee</p>")
    assert.same({}, ended "<p>About Ann Lee</p>")
    assert.same({}, ended "<p>Further Reading:</p>")
  end)

  it("its last line signs, unless metadata names a person", function()
    assert.same({ "(Bo Ek)" }, ended("<p>Harbour Works</p>", "<meta name=author content='Bo Ek'>"))
  end)

  it("the box about the author names", function()
    assert.same({ "(Ann Lee)" }, ended "<div class=author-bio><h3>Ann Lee</h3><p>Writes on isles.</p></div>")
  end)
end)
