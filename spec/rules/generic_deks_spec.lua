-- The generic rule on short lines below the headlines of items that are set alike.
local generic = require "spec.rules.generic_page"
local assert_has, lines, page = generic.assert_has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"
local LONG = "All of us stood there and looked at it"

-- Items with the lines given below their headlines.
local function below(...)
  local item, list = "<li><h3><a href='/islands/piece-%d'>Piece number %d of this paper</a></h3><p>%s</p></li>", {}
  for at, line in ipairs { ... } do list[at] = item:format(48170 + at, at, line) end
  return lines(page { main = "<section><h2>Latest</h2><ul>" .. table.concat(list) .. "</ul></section>" }, URL)
end

describe("a short line below a headline", function()
  it("is a dek where those of the items beside it are", function()
    assert_has(below(LONG, "Long Pier", "The seals that came home swam alone"), "dek: " .. LONG, "dek: Long Pier")
  end)

  it("is one where one of them is, each says something else and most are no names", function()
    local found = below(LONG, "Seals at home", "Red again", "Long Pier", "Lost in fog")
    assert_has(found, "dek: Red again", "dek: Long Pier", "dek: Lost in fog")
  end)

  it("is one in four words that are a paragraph below a heading", function()
    local card = "<div><a href='/islands/piece-4820%d'><h3>%s</h3>%s</a></div>"
    local function under(line)
      return lines(page { main = "<section><h2>Latest</h2>" .. card:format(1, "Whale seen off the old long pier", line)
        .. card:format(2, "Seals back in the bay of the north", "") .. "</section>" }, URL)
    end
    assert_has(under "<p>What nobody had foreseen</p>", "dek: What nobody had foreseen")
    assert_has(under "<p>Ann Lee</p>", "detail: Ann Lee")
  end)

  it("is none among names, lines said twice, or where no dek is", function()
    assert_has(below(LONG, "Ann Rowe", "Tom Hale", "Lost in fog", "Ada Lark"), "detail: Lost in fog")
    assert_has(below(LONG, "Of the bay", "On land", "Of the bay", "Up north"), "detail: Of the bay", "detail: On land")
    assert_has(below("Seals at home", "Red again", "Lost in fog"), "detail: Red again")
  end)
end)

describe("a sentence below a teaser's headline", function()
  local function found(dek)
    local item = "<li><h3><a href='/islands/piece-4817%d'>%s</a></h3><p>%s</p></li>"
    return generic.lines(generic.page { main = "<section><h2>Latest</h2><ul>"
      .. item:format(1, "Two seals are home again today", "They were lost in the storm that kept the ferry in port.")
      .. item:format(2, "Whale seen off the old long pier", dek) .. "</ul></section>" }, URL)
  end

  it("is its dek, be it of what sites say of themselves too; a short line of that kind is none", function()
    local told = "What the ferry has spent on advertising in its newsletter only begins to tell the story of the year."
    for _, dek in ipairs { told, "<a href='/islands/piece-48172'>" .. told .. "</a>" } do
      generic.assert_has(found(dek), "dek: " .. told)
    end
    assert.is_false(generic.has(found "Sign up for our newsletter today.", "dek: Sign up for our newsletter today."))
  end)
end)

describe("an element behind a headline in its line", function()
  local WORDS = " When the storm came in the night, keeper number %d saw on the pier what nobody had seen for years."
  local function items(item)
    local list = ""
    for number = 1, 4 do list = list .. item:format(number, number, WORDS:format(number)) end
    return lines(page { main = "<div class=related><h3>You may like</h3><ul>" .. list .. "</ul></div>" }, URL)
  end

  it("is its dek, though it is much longer, where the headline is a link to a story", function()
    for _, element in ipairs { "span", "em", "small" } do
      local found = items("<li><a href='/islands/piece-4819%d'>Piece number %d here</a> <" .. element .. ">%s</"
        .. element .. "></li>")
      assert_has(found, "heading: You may like", "headline: Piece number 2 here", "dek: " .. WORDS:format(2):sub(2))
    end
  end)

  it("is none where the line goes on in loose text, or leads to no story", function()
    for _, item in ipairs { "<li><a href='/islands/piece-4819%d'>Piece number %d here</a> by <i>Lee</i> %s</li>",
      "<li><a href='/people/%d'>Keeper number %d of piers</a><span>%s</span></li>" } do
      assert.is_false(generic.has(items(item), "sidebar"))
    end
  end)
end)
