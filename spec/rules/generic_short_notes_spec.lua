-- The generic rule on short lines below the text that say something of the story or its author, and on more that do.
local generic = require "spec.rules.generic_page"
local tools = require "spec.rules.generic_story"
local assert_has, assert_lacks = generic.assert_has, tools.assert_lacks

local function page(body, foot)
  local text = ("<p>" .. generic.TEXT[1] .. "</p><p>" .. generic.TEXT[3] .. "</p>"):rep(3)
  return generic.lines(tools.story { head = '<meta name=author content="Ann Lee">', top = "<p>By Ann Lee</p>",
    body = text .. body, foot = foot })
end

local function below(line)
  return page("", "<div class=x9>" .. line .. "</div>")
end

describe("a short line below the text", function()
  it("says something of the story", function()
    for _, line in ipairs { "Korrektur: Der Name war falsch.", "Rättelse: namnet var fel." } do
      assert_has(below(line), "correction: " .. line)
    end
    assert_has(below "This story has been updated.", "note: This story has been updated.")
    assert_lacks(below "The boats are full.", "note: The boats are full.")
  end)

  it("tells of the author", function()
    assert_has(below "Ann Lee covers shipping.", "bio: Ann Lee covers shipping.")
  end)

  it("bids write to the author or follow them, and is no button", function()
    for _, line in ipairs { "Follow Ann on Twitter @annlee.", "Write to Ann Lee at ann@harbour.example",
      "Follow her on Facebook." } do assert_has(below(line), "note: " .. line) end
    assert_lacks(below "Follow Ann Lee", "note: Follow Ann Lee")
    assert_lacks(below "Follow Harbour News on Facebook.", "note: Follow Harbour News on Facebook.")
    assert_lacks(below "office@harbour.example", "note: office@harbour.example")
  end)

  it("says whom the press is to ask", function()
    for _, line in ipairs { "Media Contact: Ann Lee, 555-1234", "Pressekontakt: Ann Lee, Tel. 555",
      "For more information contact Ann Lee at 555-1234." } do assert_has(below(line), "note: " .. line) end
  end)
end)

describe("the last line of the text", function()
  it("says who had a part in it, or what it was called", function()
    for _, line in ipairs { "Reporter Bo Ek contributed to this story.", "（实习生李山对此文亦有贡献）",
      "(Con información de la agencia)" } do assert_has(page("<p>" .. line .. "</p>"), "credit: " .. line) end
    for _, line in ipairs { "（原标题：渡轮停航）", "This is a developing story. Check back later.",
      "Die Autorin lebt in Lima." } do assert_has(page("<p>" .. line .. "</p>"), "note: " .. line) end
  end)
end)

describe("the end of a release", function()
  it("says whom the press may ask, below a heading or a line alone", function()
    local lines = "<p>Ann Lee</p><p>Harbour Lines</p><p>555-1234</p><p>ann@harbour.example</p>"
    for _, heading in ipairs { "<h3>Media Contact</h3>", "<p>Pressekontakt:</p>", "<p><b>Contact presse</b></p>" } do
      local found = page(heading .. lines)
      assert_has(found, "note: " .. heading:gsub("<[^>]*>", ""), "note: Harbour Lines", "note: 555-1234")
      assert_lacks(found, "paragraph: Harbour Lines")
    end
    assert_has(page("<h3>Contacts</h3><p>" .. generic.TEXT[3]:rep(2, " ") .. "</p>"),
      "paragraph: " .. generic.TEXT[3]:rep(2, " "))
  end)
end)
