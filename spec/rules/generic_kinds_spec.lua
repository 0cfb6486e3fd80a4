-- The generic rule on pages that are no plain articles: pages of sections, recipes, forums, verse.
local pages = require "spec.rules.generic_story"
local lines, TEXT = pages.lines, pages.TEXT
local assert_has, assert_lacks = pages.assert_has, pages.assert_lacks

local ITEMS = { "Lock the boathouse, even if you leave it for a moment.", "Hang the spare key nowhere near the pier.",
  "Ask a neighbour to look after the lamps at night.", "Write down the numbers of your motors." }

local HEAD = "<html lang=en><head><title>Safe at the pier</title></head><body><nav><a href=/>Home</a></nav>"

local function page(body)
  return HEAD .. body .. "<footer>© Pier House</footer></body></html>"
end

describe("the generic rule on pages of sections", function()
  local function sections(class)
    return lines(page("<h1>Safe at the pier</h1><div id=all><div class='part part--text module'><p>"
      .. TEXT[1] .. " " .. TEXT[2] .. "</p><p>" .. TEXT[3] .. "</p></div><div class='"
      .. class .. "'><p>What the pier master says:</p><ul><li>"
      .. table.concat(ITEMS, "</li><li>") .. "</li></ul></div></div>"))
  end

  it("adds a list that stands in a box of the same kind as the paragraphs above", function()
    assert_has(sections "part part--list module", "list_item: " .. ITEMS[1], "list_item: " .. ITEMS[4])
  end)

  it("adds none of another kind", function()
    assert_lacks(sections "module", "list_item: " .. ITEMS[1])
  end)

  it("does not take the prefix of a kit of components for that of a consent window", function()
    local list = lines(page("<main><h1>Safe at the pier</h1><div class=cmp-container><div class=cmp-text><p>" .. TEXT[1]
      .. "</p></div></div><div><p>" .. TEXT[2] .. " " .. TEXT[2] .. "</p><p>" .. TEXT[3] .. "</p></div></main>"))
    assert_has(list, "paragraph: " .. TEXT[1])
  end)
end)

describe("the generic rule on recipes", function()
  local INTRO = "<h1>Fish soup of the harbour</h1>"
    .. "<div class=body><p>" .. TEXT[1] .. "</p><p>" .. TEXT[2] .. "</p></div>"
  local STEPS = "<div class=hint><div class='preparation-step x'>"
    .. "<span>1.</span><p>Cut all that is large.</p></div></div>"

  it("keeps the lines of a list of ingredients and the steps, wherever they stand", function()
    local list = lines(page(INTRO .. "<aside><div class=tools>Print</div><ul><li class=ingredient>1 cod"
      .. "<li class=ingredient>2 large leeks<li class=ingredient>3 cups of water</ul></aside>" .. STEPS))
    assert_has(list, "list_item: 1 cod", "list_item: 3 cups of water", "paragraph: Cut all that is large.")
    assert_lacks(list, "list_item: Print")
  end)

  it("keeps a table of them whose cells are links, as schema.org names it", function()
    local cell = "<tr itemprop=recipeIngredient><td>2 kg<td>"
    local list = lines(page(INTRO .. "<div class=box><table>" .. cell .. "cod" .. cell .. "leeks" .. cell
      .. "<a href=/shop/the-good-stock-of-pier-house-1234>Good stock of Pier House</a></table></div>"))
    assert_has(list, "table: 2 kg/cod/2 kg/leeks/2 kg/Good stock of Pier House")
  end)

  it("keeps what else stands in their card, without what that asks of its reader", function()
    local list = lines(page(INTRO .. "<div class=box><h2>Soup</h2><div><b>Portions</b></div><div>4 people</div>"
      .. "<div>Add all to your basket</div><h3>You need</h3><ul><li class=ingredient>1 cod<li class=ingredient>2 leeks"
      .. "<li class=ingredient>3 cups of water</ul>" .. STEPS .. "<div>Salt 3 g</div><h3>Similar soups</h3></div>"))
    assert_has(list, "crosshead: Soup", "list_item: Portions", "list_item: 4 people", "crosshead: You need",
      "list_item: Salt 3 g")
    assert_lacks(list, "list_item: Add all to your basket")
    assert_lacks(list, "crosshead: Similar soups")
  end)

  it("takes no class that speaks of them on a page without a list", function()
    local list = lines(page(INTRO .. "<div class=tip><p class=ingredient-of-the-month>Leek</p></div>"))
    assert_lacks(list, "paragraph: Leek")
  end)
end)

describe("the generic rule on threads", function()
  local function post(class, name, text)
    return ("<article class='%s'><h4><a href='/users/%s'>%s</a></h4><div>Member since 2019</div>"
      .. "<div class='lightbox text'>%s</div></article>"):format(class, name, name, text)
  end

  local function thread(class)
    return lines(page("<h1>How do I keep the lamps alight?</h1><div>"
      .. post(class, "ann", TEXT[1]) .. post(class, "dee", TEXT[2]) .. post(class, "bo", TEXT[3])
      .. post(class, "cy", "I would ask the lighthouse keeper, who knows it all.") .. "</div>"))
  end

  it("reads all posts of a thread", function()
    assert_has(thread "message post", "paragraph: " .. TEXT[2], "paragraph: " .. TEXT[3],
      "paragraph: I would ask the lighthouse keeper, who knows it all.")
    assert_lacks(thread "message post", "paragraph: Member since 2019")
  end)

  it("reads the first comment below a headline that has no other text", function()
    local list = thread "comment"
    assert_has(list, "paragraph: " .. TEXT[1])
    assert_lacks(list, "paragraph: " .. TEXT[3])
  end)
end)

describe("the generic rule on text in lines", function()
  local SONG = { "The lamp is lit", "The boat is gone", "And who will sit", "With her till dawn", "The rope is wet",
    "The pier is long", "I hear her yet", "She sings her song", "The tide comes in", "The tide goes out" }

  it("reads a song whose lines breaks part, in the box of an entry's body", function()
    local body = "<div class=post><h3>Song of the pier</h3><div class='post-body entry-content'>"
    local aside = "<div class=note><p>We thank all who sing with us and all who have sung.</p></div>"
    assert_has(lines(page(body .. table.concat(SONG, "<br>") .. "</div></div>" .. aside)),
      "paragraph: " .. SONG[1], "paragraph: " .. SONG[10])
    assert_lacks(lines(page("<div class=menu>" .. table.concat(SONG, "<br>") .. "</div>" .. aside)),
      "paragraph: " .. SONG[1])
  end)

  it("joins short lines to the text in the box that is named as its body", function()
    local list = lines(page("<h1>Safe at the pier</h1><div class=entry-content>" .. TEXT[1] .. "<br>The keeper<br>"
      .. TEXT[2] .. "<br>" .. TEXT[3] .. "</div>"))
    assert_has(list, "paragraph: The keeper")
  end)
end)

describe("the generic rule on text above the heading that it takes for the headline", function()
  it("keeps sections under headings of the same rank", function()
    local list = lines(page("<div class=all><h1>What a pier is</h1><p>" .. TEXT[1] .. "</p><p>" .. TEXT[2]
      .. "</p><h1>Safe at the pier</h1><p>" .. (TEXT[3] .. " "):rep(4) .. "</p><p>" .. TEXT[3] .. "</p></div>"))
    assert_has(list, "headline: Safe at the pier", "paragraph: " .. TEXT[1], "paragraph: " .. TEXT[2])
  end)
end)
