-- What metadata says of a story: where it is looked for, in which order, within bounds.
local core = require "galley.core"
local witness = require "galley.divide.witness"

local function read(html)
  return witness.read(assert(core.parse(html)))
end

local function values(list)
  local out = {}
  for i, one in ipairs(list) do out[i] = one.from .. "=" .. one.value end
  return out
end

describe("witnesses", function()
  it("stand in a fixed order: JSON-LD, Open Graph, other meta, title", function()
    local found = read [[<title> Ferry  stays - Harbour News</title><meta property="og:title" content="Ferry stays">
      <meta name="author" content="Ann Lee"><meta property="article:published_time" content="2024-05-06T07:00:00Z">
      <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Ferry stays in port",
        "author": [{"@type": "Person", "name": "Ann Lee"}, {"name": ["Bo Ek"]}],
        "datePublished": "2024-05-06"}</script>]]
    assert.same({ "jsonld=Ferry stays in port", "og:title=Ferry stays", "title=Ferry stays - Harbour News" },
      values(found.headline))
    assert.same({ "jsonld=Ann Lee", "jsonld=Bo Ek", "author=Ann Lee" }, values(found.byline))
    assert.same({ "jsonld=2024-05-06", "article:published_time=2024-05-06T07:00:00Z" }, values(found.published))
  end)

  it("are found in a graph, in lists, and behind broken line ends", function()
    local found = read('<script type="application/ld+json">\n[{"@graph": [{"@type": ["Thing", "BlogPosting"],\n'
      .. '"headline": "A\tb"}, {"@type": "Organization", "name": "No story"}]}]</script>')
    assert.same({ "jsonld=A b" }, values(found.headline))
  end)

  it("find writers that are named by their @id, be it those of the page as such", function()
    local graph = '<script type="application/ld+json">{"@graph": [{"@type": "%s", "author": {"@id": "#ann"}},'
      .. '{"@type": "Person", "@id": "#ann", "name": "Ann Lee"}, {"@type": "Person", "name": "Bo Ek"}]}</script>'
    assert.same({ "jsonld=Ann Lee" }, values(read(graph:format "Article").byline))
    assert.same({ "jsonld=Ann Lee" }, values(read(graph:format "WebPage").byline))
    local page = '<article><a rel=author href=/a>ann1984</a></article>'
    assert.same({ "jsonld=Ann Lee", "markup=ann1984" }, values(read(graph:format "Article" .. page).byline))
  end)

  it("name all writers of a paper", function()
    local names = {}
    for i = 1, 20 do names[i] = ('{"name": "Ann %s Lee"}'):format(string.char(64 + i)) end
    local found = read('<script type="application/ld+json">{"@type": "ScholarlyArticle", "author": ['
      .. table.concat(names, ",") .. ']}</script>')
    assert.equal(20, #found.byline)
  end)

  it("give the canonical address and the language of the markup", function()
    local found = read '<html lang=de><link rel="canonical" href="https://news.example/a">'
    assert.equal("https://news.example/a", found.canonical)
    assert.equal("de", found.language)
  end)

  it("know the authors and times of microdata, RDFa, hAtom and rel", function()
    local found = read [[<article><span itemprop="author"><span itemprop="name">Ann Lee</span></span>
      <time class="entry-date published" datetime="2024-05-06T07:00:00Z">6 May</time>
      <time itemprop="dateModified" datetime="2024-05-07">7 May</time>
      <a rel="author" href="/bo">By Bo Ek</a></article><div class="comment"><a rel="author">Cy Poe</a></div>]]
    assert.same({ "markup=Ann Lee", "markup=Bo Ek" }, values(found.byline))
    assert.same({ "markup=2024-05-06T07:00:00Z" }, values(found.published))
    assert.same({ "markup=2024-05-07" }, values(found.modified))
  end)

  it("part lists of names, and read JSON-LD that is escaped as markup is", function()
    local found = read [[<meta name="author" content="By Ann Lee, Bo Ek and Cy Poe"><meta name="dc.creator"
      content="Lee, Ann"><script type="application/ld+json">{"@type": "Article",
      "headline": "&#8222;Stay&#8220; &amp; wait"}</script>]]
    assert.same({ "author=Ann Lee", "author=Bo Ek", "author=Cy Poe", "dc.creator=Lee, Ann" }, values(found.byline))
    assert.same({ "jsonld=„Stay“ & wait" }, values(found.headline))
  end)

  it("keep a value that names one as it is, less the word before it", function()
    local function byline(value)
      return values(read(('<meta name="author" content="%s">'):format(value)).byline)
    end
    assert.same({ "author=Bo Ek" }, byline "Von Bo Ek")
    assert.same({ "author=Vonda Ek" }, byline "Vonda Ek")
    assert.same({ "author=Newsroom" }, byline "Newsroom")
    assert.same({ "author=The many who write for us" }, byline "By: The many who write for us")
    assert.same({ "author=Bo Ek", "author=Cy Poe" }, byline "Bo Ek und Cy Poe")
    assert.same({}, byline " ")
  end)

  it("stay bounded and never fail on what is no JSON", function()
    local found = read('<script type="application/ld+json">{"@graph": [' .. ("[[1],"):rep(500) .. "</script>"
      .. ('<meta property="og:title" content="%d">'):rep(50))
    assert.is_true(#found.headline <= 8)
    assert.same({}, read("<script type='application/ld+json'>nul</script>").headline)
  end)
end)
