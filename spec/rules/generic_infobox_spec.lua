-- The generic rule on boxes that say more about the story's matter, set between its paragraphs.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page, TEXT = generic.assert_has, generic.has, generic.lines, generic.page, generic.TEXT

local FACT = "The ferry was built in 1961 and can carry two hundred people to the isles."
local BOX = "<div class='%s'><h3>%s</h3><p>" .. FACT .. "</p><ul><li>Forty metres long</li></ul></div>"

-- A page whose text goes on behind such a box.
local function with_box(class, heading, more)
  local text = ("<p>" .. TEXT[1] .. "</p>"):rep(5)
  return lines(page { body = text .. BOX:format(class, heading) .. (more or "") .. text },
    "https://harbour.example/islands/ferry-stays-in-port-48213")
end

describe("a box named as one of facts, with a heading", function()
  it("is a sidebar of its own, no running text", function()
    for _, class in ipairs { "info-box", "factbox", "article-boxout", "faktaruta" } do
      local found = with_box(class, "The ferry")
      assert_has(found, "heading: The ferry", "paragraph: " .. FACT, "list_item: Forty metres long")
      assert.is_false(has(found, "crosshead: The ferry"))
    end
  end)

  it("may have a word for facts above its heading", function()
    local function labelled(label)
      local text, box = ("<p>" .. TEXT[1] .. "</p>"):rep(5), BOX:format("fact-box", "The ferry")
      return lines(page { body = text .. box:gsub("<h3>", "<div>" .. label .. "</div>%0") .. text })
    end
    assert_has(labelled "Facts", "heading: Facts", "crosshead: The ferry", "paragraph: " .. FACT)
    local long = "What is to be known of the ferry."
    assert.is_false(has(labelled(long), "heading: " .. long))
  end)

  it("is a note under a heading as of one", function()
    assert_has(with_box("box", "Hinweis:"), "note: " .. FACT, "note: Hinweis:")
  end)

  it("is running text where it is but a section of it", function()
    assert_has(with_box("section", "The ferry"), "crosshead: The ferry")
    local sections = BOX:format("box", "The harbour"):rep(16)
    assert_has(with_box("box", "The ferry", sections), "crosshead: The ferry")
  end)

  it("is left alone above the text, where the story's key points stand", function()
    local html = page {}:gsub('<div class="article%-body">', function(div)
      return div .. "<div class=box><h3>In short</h3><ul><li>Forty people slept in the school.</li></ul></div>"
    end)
    assert.is_false(has(lines(html), "heading: In short"))
  end)
end)

describe("an aside between the story's paragraphs, with a heading", function()
  local ASIDE = "<aside class='%s'>%s<p>" .. FACT .. "</p></aside>"

  local function with_aside(class, heading, more)
    local text = ("<p>" .. TEXT[1] .. "</p>"):rep(5)
    return lines(page { body = text .. ASIDE:format(class, heading) .. text .. (more or "") },
      "https://harbour.example/islands/ferry-stays-in-port-48213")
  end

  it("is a sidebar of its own", function()
    for _, heading in ipairs { "<h3>The ferry</h3>", "<div>The ferry</div>" } do
      assert_has(with_aside("k7", heading), "heading: The ferry", "paragraph: " .. FACT)
    end
  end)

  it("is none where it is named otherwise, bids the reader sign up, or heads what is no fact", function()
    assert.is_false(has(with_aside("author-bio", "<h3>The ferry</h3>"), "heading: The ferry"))
    local letter = "Subscribe to our newsletter"
    assert.is_false(has(with_aside("k7", "<h3>" .. letter .. "</h3>"), "heading: " .. letter))
    assert.is_false(has(with_aside("k7", "<p>" .. TEXT[2] .. "</p>"), "heading: " .. TEXT[2]))
  end)

  it("is none where most of it is links", function()
    local links = "<h3>The ferry</h3><p><a href='/isles'>The isles that it calls at on its way</a></p>"
    assert.is_false(has(with_aside("k7", links:rep(4)), "paragraph: " .. FACT))
  end)
end)
