-- The generic rule on readers' comments, and on what a site says of commenting.
local generic = require "spec.rules.generic_page"
local assert_has, lines, page = generic.assert_has, generic.lines, generic.page

local READER = "I sat in that school too, and the soup was very good."

local function comments(...)
  local html = {}
  for i, text in ipairs { ... } do html[i] = "<li class=comment><p>" .. text .. "</p></li>" end
  return lines(page { main = "<section class=comments><ol>" .. table.concat(html) .. "</ol></section>" })
end

describe("a comment", function()
  it("is a sentence in a box that is named so", function()
    assert_has(comments(READER), "comment", "text: " .. READER)
  end)

  it("is not what a site says of commenting", function()
    for _, house in ipairs { "You must be logged in to post a comment.", "Es gibt noch keine Kommentare.",
      "Please read our comment policy before you begin.", "Para comentar debes iniciar sesión con tu usuario.",
      "Connectez-vous pour commenter cet article." } do
      local found = comments(house, READER)
      for at, line in ipairs(found) do
        if line:find(house, 1, true) then assert.is_nil(found[at - 1]:find "comment", house) end
      end
      assert_has(found, "text: " .. READER)
    end
  end)
end)
