-- Text blocks: where they are cut, what hides them, the features of blocks and boxes.
local core = require "galley.core"

local function parse(html)
  return assert(core.parse(html))
end

local function texts(page)
  local list = {}
  for i = 1, page:blocks() do list[i] = page:read(page:block(i)) end
  return list
end

local function hidden(html)
  return parse(html):features().hidden[1] == 1
end

describe("blocks", function()
  it("are cut at block-level elements and br, not at inline ones", function()
    local page = parse("<div>a <b>b</b><p>c</p>d<br>e <span>f</span></div><ul><li>g<li>h</ul>")
    assert.same({ "a b", "c", "d", "e f", "g", "h" }, texts(page))
  end)

  it("are cut where a link holds blocks", function()
    assert.same({ "a", "b", "c" }, texts(parse("<a href=x>a<h3>b</h3>c</a>")))
  end)

  it("leave out white space, scripts and form options", function()
    assert.same({ "a" }, texts(parse("<p> </p><p>a</p><script>x</script><textarea>y</textarea>")))
  end)

  it("are hidden by attribute, inline style or utility class, around them too", function()
    assert.is_true(hidden "<p hidden>a")
    assert.is_true(hidden "<div style='color: red; Display : none'><p>a</div>")
    assert.is_true(hidden "<p style='visibility:hidden'>a")
    assert.is_true(hidden "<p class='big sr-only'>a")
    assert.is_true(hidden "<p><span class=visually-hidden>a</span>")
    assert.is_true(hidden "<dialog>a</dialog>")
    assert.is_true(hidden "<body><title>a</title>")
  end)

  it("are not hidden by a class beside one that shows them from some width of the screen on", function()
    for _, class in ipairs { "d-none d-md-block", "hidden lg:flex", "d-sm-inline d-none", "2xl:table-cell hidden" } do
      assert.is_false(hidden("<p class='" .. class .. "'>a"), class)
    end
    for _, class in ipairs { "d-none d-print-block", "hidden hover:flex", "d-none d-md-none", "hidden md:w-1",
      "d-none d-" } do
      assert.is_true(hidden("<p class='" .. class .. "'>a"), class)
    end
  end)

  it("are shown where only a part is hidden, or the words mean something else", function()
    assert.is_false(hidden "<p><span class=sr-only>a</span> b")
    assert.is_false(hidden "<p class=hidden-gems>a")
    assert.is_false(hidden "<p style='border-display:none'>a")
    assert.is_false(hidden "<dialog open>a</dialog>")
  end)

  it("stay linear in what they cost", function()
    local page = parse(("<b><i>"):rep(200) .. ("x<div>y</div>"):rep(2000))
    assert.equal(4000, page:blocks())
    assert.equal(4000, #page:features().chars)
  end)
end)

describe("features", function()
  local page = parse [[<body class="story-page"><h2 class="article-title">A ferry</h2>
    <p>It stays, in <a href="/port">port</a> today. Why?</p>
    <ul class="most-read"><li><a href="/1"><b>One of two</b></a><li><a href="/2">Two</a></ul>
    <p>漁船は港に戻った。</p><p><time datetime="2024-05-06">6 May</time></p>]]
  local f = page:features()

  it("count characters, words, links and ends of sentences", function()
    assert.same({ 6, 24, 8, 3, 9, 4 }, f.chars)
    assert.same({ 0, 4, 8, 3, 0, 0 }, f.link_chars)
    assert.same({ 0, 1, 0, 0, 1, 0 }, f.terminal)
    assert.equal(2, f.sentences[2])
    assert.equal(1, f.commas[2])
    assert.equal(6, f.words[2])
    assert.equal(8, f.strong_chars[3])
    assert.same({ 1, 3, 1, 1, 1, 1 }, f.texts)
    assert.equal(2, f.level[1])
    assert.equal("/port", page:attr(f.link[2], "href"))
    assert.equal("2024-05-06", page:attr(f.time[6], "datetime"))
  end)

  it("count marks, words and sentences in any script, over all texts of a block", function()
    local other = parse([[<p>Ahoy 24&nbsp;<b>7.</b> É, 漁船。港、</p><p>&nbsp;<b>&nbsp;Bo&nbsp;at&nbsp;</b></p>]]):features()
    assert.same({ 15, 5 }, other.chars)
    assert.same({ 2, 3 }, { other.sentences[1], other.digits[1] })
    assert.same({ 2, 1, 0 }, { other.commas[1], other.upper[1], other.terminal[1] })
    assert.same({ 7, 1 }, other.words)
    assert.same({ 2, 7 }, other.strong_chars)
  end)

  it("count what styles and classes set in bold type, but for what is set as normal in it", function()
    local bold = parse([[<p><span style="color:red; Font-Weight : 700">Two</span> of five</p>
      <p class="a fw-bold">One</p><p><span class=BoldGrey>Six</span></p><p><span class="kobold bol ">No</span></p>
      <b style="font-weight:normal"><p>None</p><p><b>Four</b> <span class=text-bold>4</span></p></b>
      <p style="font-weight:bold">Ah <span style="font-weight:400">no <b>oh</b></span></p>
      <div class=bold><p>None</p></div>]]):features()
    assert.same({ 3, 3, 3, 0, 0, 5, 4, 0 }, bold.strong_chars)
  end)

  it("hash letters and digits, without case and what stands between them", function()
    local other = parse("<p>Fo-o <i>1</i></p><p>foO1!</p><p>oof1</p><p>Éa</p><p>é a</p>"):features()
    assert.equal(other.hash[1], other.hash[2])
    assert.not_equal(other.hash[1], other.hash[3])
    assert.not_equal(other.hash[4], other.hash[5])
  end)

  it("know boxes: an element, or a chain of them, that holds whole blocks", function()
    local list = f.box_parent[f.box[3]]
    assert.equal(list, f.box_parent[f.box[4]])
    assert.same({ 3, 4 }, { f.box_first[list], f.box_last[list] })
    assert.equal("ul", page:name(f.box_row[list]))
    assert.same({ "li", "b" }, { page:name(f.box_row[f.box[3]]), page:name(f.box_inner[f.box[3]]) })
    assert.equal(f.box_shape[f.box[3]], f.box_shape[f.box[4]])
    assert.equal(0, f.box_parent[1])
  end)

  it("know the shape of a box by its name and first class, but for one of its place among its like", function()
    local one = parse("<ul><li>a<li class=odd>b<li class='first leaf'>c"
      .. "<li class='leaf last'>d<li class=leaf2>e<li class=x>f")
    local at = one:features()
    local shapes = {}
    for i = 1, 6 do shapes[i] = at.box_shape[at.box[i]] end
    assert.equal(shapes[1], shapes[2])
    assert.equal(shapes[3], shapes[4])
    assert.equal(shapes[3], shapes[5])
    assert.not_equal(shapes[1], shapes[3])
    assert.not_equal(shapes[1], shapes[6])
  end)

  it("take a heading's class for a title's, and no other letter beside a figure", function()
    local one = parse("<p class='x-h3'>a</p><p class='h2 b'>b</p><p class='h7'>c</p><p class='h12 ah3 h3x'>d</p>")
    local title = 1 << 9
    assert.same({ title, title, 0, 0 }, one:features().own_hints)
  end)

  it("take hints from names, also from two words that make one", function()
    local title, popular = 1 << 9, 1 << 17
    assert.equal(title, f.own_hints[1] & title)
    assert.equal(popular, f.context_hints[3] & popular)
    assert.equal(0, f.own_hints[2] & title)
  end)

  it("know a link to a piece from a bookmark", function()
    local links = parse("<p><a href=/1 rel=bookmark>a</a><p><a href=/2 class=bookmark>b</a>"):features()
    assert.same({ 0, 1 << 4 }, { links.own_hints[1], links.own_hints[2] })
  end)

  it("know the link that opens in a dialog, and an article, from a dialog", function()
    local one = parse("<div class=modal>a</div><article class='teaser--modal'><a href=/1 class='open-modal'><h2>b"
      .. "</h2></a></article>"):features()
    local dialog = 1 << 20
    assert.equal(dialog, one.own_hints[1] & dialog)
    assert.equal(0, (one.own_hints[2] | one.context_hints[2]) & dialog)
  end)

  it("know a piece that was chosen for the front page from what is paid for", function()
    local one = parse("<p class='node--promoted'>a<p class='promoted'>b"):features()
    assert.same({ 0, 1 << 30 }, { one.own_hints[1], one.own_hints[2] })
  end)

  it("take none of pictures and columns from a name that says a box stands with or without one", function()
    local one = parse("<p class='dek_withImage'>a<p class='no-photo'>b<p class='has-sidebar'>c<p class='with-menu'>d")
    local hints, others = one:features().own_hints, 1 << 18 | 1 << 14
    assert.same({ 0, 0, 0 }, { hints[1] & others, hints[2] & others, hints[3] & others })
    assert.same({ 1 << 10, 1 << 5 }, { hints[1], hints[4] })
  end)

  it("take none from what a piece is about, where its names tell that", function()
    local names = "category-podcast tag-ads tag-social-media"
    local one = parse("<div class='post status-publish " .. names .. "'>a</div><p class='" .. names .. "'>b"):features()
    local share, ad = 1 << 4, 1 << 30
    assert.equal(0, one.own_hints[1] & (share | ad))
    assert.equal(share | ad, one.own_hints[2] & (share | ad))
  end)

  it("know the fields of a view and what lies over a picture from forms and dialogs", function()
    local one = parse("<p class='views-field field-content'>a<p class='overlay'>b<p class='form'>c"):features()
    local dialog, form = 1 << 20, 1 << 23
    assert.same({ 0, 0, form }, { one.own_hints[1] & form, one.own_hints[2] & dialog, one.own_hints[3] & form })
  end)

  it("take none from utility classes and generated names", function()
    local html = "<p class='print:w-full md:share fbad3'>a<p class='sc-77igqf-0 hJpRRP'>b<p class='boxAd'>c"
    local other = parse(html):features()
    local sides = parse("<p class='margin-bottom-2 border-top'>a<p class='page-bottom'>b"):features()
    assert.same({ 0, 1 << 15 }, { sides.own_hints[1], sides.own_hints[2] })
    local letters = parse("<p class='pad-b-075 m-u-2'>a<p class='bu-2'>b"):features() -- no "bu" in the first
    assert.same({ 0, 4 }, { letters.own_hints[1], letters.own_hints[2] & 4 })
    assert.same({ 0, 0, 1 << 30 }, { other.own_hints[1], other.own_hints[2], other.own_hints[3] & 1 << 30 })
  end)

  it("read a name that comes again as they read it first", function()
    local names = {}
    for i = 1, 600 do names[i] = ("<p class='x%d share'>a<p class='most-read'>b<p id='Read'>c"):format(i % 300) end
    local hints = parse(table.concat(names)):features().own_hints
    for i = 4, #hints do assert.equal(hints[i - 3], hints[i]) end
    assert.not_equal(hints[2], hints[3])
  end)
end)
