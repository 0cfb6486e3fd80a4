-- What the search for witnesses asks of the core.
local core = require "galley.core"

describe("core.squeeze", function()
  it("makes runs of white space one space, and leaves none at the ends", function()
    for text, wanted in pairs {
      [""] = "", ["a b"] = "a b", [" a"] = "a", ["a "] = "a", ["  a\t\n b\v\f\rc  "] = "a b c", [" "] = "",
      ["\n\n"] = "", ["a\tb"] = "a b", ["a  b c"] = "a b c", ["é\u{A0} x"] = "é\u{A0} x", ["a\0 \0b"] = "a\0 \0b",
    } do
      assert.equal(wanted, core.squeeze(text))
    end
  end)
end)

describe("core.witness_rows", function()
  -- The ids of the elements of one kind, in order.
  local function ids(kind, html, mode)
    local page = core.parse((mode or "<!doctype html>") .. html)
    local _, rows = core.witness_rows(page)
    local list = {}
    for i, row in ipairs(rows[kind]) do list[i] = page:attr(row, "id") or "" end
    return table.concat(list, " ")
  end

  it("finds authors by their own markup, or by class within what is of an author", function()
    assert.equal("a b c d", ids("byline", "<a id=a rel='nofollow AUTHOR'><i id=b itemprop=author></i>"
      .. "<i id=c property='x author'></i></a><i rel=authority></i><i xlink:rel=author></i>"
      .. "<meta id=d itemprop=author>"))
    assert.equal("b c", ids("byline", "<p id=a class='x author'><i id=b class=fn></i></p><i class=fn></i>"
      .. "<div class=byline><p><i id=c class='author y'></i></p></div><i class=author></i>"))
    assert.equal("", ids("byline", "<p class=Author><i class=fn></i><i class=FN></i></p><p class=author-box>"
      .. "<i class=fn></i></p><template><i rel=author></i></template>"))
  end)

  it("asks for the case of classes but on pages in quirks mode", function()
    assert.equal("a", ids("byline", "<p class=AUTHOR><i id=a class=Fn></i></p>", ""))
  end)

  it("tells classes apart that have the same size and the same ends", function()
    assert.equal("a c d", ids("byline", "<p class='left byline text'><i id=a class='far-left author far-right'></i>"
      .. "<i id=b class='far-left auThor far-right'></i><i id=c class='far-left author far-right'></i></p>"
      .. "<p class='left byLine text'><i class='far-left author far-right'></i></p>"
      .. "<p class='left byline text'><i id=d class='far-left author far-right'></i></p>"))
  end)

  it("finds times", function()
    assert.equal("a b c d e f g", ids("published", "<i id=a itemprop=datepublished></i>"
      .. "<i id=b property=datePublished></i><i id=c property='dc:date'></i><time id=d pubdate></time>"
      .. "<time id=e class=published></time>"
      .. "<time id=f class=entry-date></time><abbr id=g class=published></abbr><i pubdate class=published></i>"
      .. "<i itemprop='dc:date' property='DC:date'></i><abbr class=entry-date></abbr>"))
    assert.equal("a b c", ids("modified", "<i id=a itemprop='x dateModified'></i><i id=b property=datemodified></i>"
      .. "<time id=c class='updated published'></time><i class=updated></i>"))
  end)

  it("finds as many as are looked at", function()
    local page = core.parse(("<i rel=author></i>"):rep(40)
      .. ("<script type='application/LD+JSON'>{}</script>"):rep(40))
    local _, rows = core.witness_rows(page)
    assert.same({ 12, 32 }, { #rows.byline, #rows.scripts })
  end)

  it("finds the first title, link and html element, and the metas that bear witness", function()
    local page = core.parse [[<link rel=canonical><link rel="x Canonical" href=/1><link rel=canonical href=/2>
      <title>T</title><meta name=Author content=Ann><meta name=x content=y><svg><title>S</title></svg>]]
    local metas, rows = core.witness_rows(page)
    assert.same({ "byline", "author", "Ann" }, metas)
    assert.equal("/1", page:attr(rows.canonical, "href"))
    assert.equal("T", page:raw(page:range(rows.title)))
    assert.equal("html", page:name(rows.html))
    assert.same({ {}, nil }, { select(2, core.witness_rows(core.parse "<p>")).scripts, nil })
  end)
end)

describe("core.witness_rows", function()
  it("gives metas in the order of trust, those of one name in that of the page, whatever names them", function()
    local page = core.parse [[<meta name=date content=d><meta property=TITLE name="Og:Title" content=t>
      <meta itemprop=datepublished content=p><meta name=date content=e><meta name=dates content=x>
      <meta name="og:title" content=""><meta name="og:url" content="/1"><meta name=author content=a>]]
    assert.same({ "headline", "og:title", "t", "headline", "title", "t", "byline", "author", "a",
      "published", "datepublished", "p", "published", "date", "d", "published", "date", "e", "canonical",
      "og:url", "/1" },
      (core.witness_rows(page)))
  end)
end)

describe("core.is_beside", function()
  local function is_beside(html)
    local page = core.parse(html)
    return core.is_beside(page, page:find("#x", 0)[1])
  end

  it("asks an element and those around it for their names, classes and ids", function()
    for html, wanted in pairs {
      ["<p id=x>"] = false, ["<aside><p id=x>"] = true, ["<nav><div><p id=x>"] = true,
      ["<p id=x class='a Comment-1'>"] = true, ["<div id=unRelated><p id=x>"] = true,
      ["<body class=sidebar><p id=x>"] = false, ["<div class=comme id=nt><p id=x>"] = false,
    } do
      assert.equal(wanted, is_beside(html), html)
    end
  end)

  it("looks no further than twelve levels", function()
    assert.is_true(is_beside("<aside>" .. ("<div>"):rep(10) .. "<p id=x>"))
    assert.is_false(is_beside("<aside>" .. ("<div>"):rep(11) .. "<p id=x>"))
  end)
end)

describe("core.name_row", function()
  it("finds the first element below with that property", function()
    local page = core.parse("<p id=x itemprop=name><i itemprop='a Name' id=y></i><i itemprop=name></i></p>"
      .. "<i itemprop=name></i>")
    local row = page:find("#x", 0)[1]
    assert.equal(page:find("#y", 0)[1], core.name_row(page, row))
    assert.is_nil(core.name_row(page, core.name_row(page, row)))
    assert.has_error(function() core.name_row(page, 999) end)
  end)
end)
