-- The generic rule on what is text and what only stands by it: texts in boxes like those of the
-- body, crossheads, lines that look like something else.
local pages = require "spec.rules.generic_story"
local story, lines, TEXT = pages.story, pages.lines, pages.TEXT
local assert_has, assert_lacks = pages.assert_has, pages.assert_lacks

local AGAIN = TEXT[1]:gsub("Monday", "Tuesday")

local function whole(body)
  return ("<html lang=en><head><title>Ferry stays in port</title></head><body>%s</body></html>"):format(body)
end

local function stream(class, ...)
  return ("<div class=%s><p class=t>%s</p></div>"):format(class, table.concat({ ... }, "</p><p class=t>"))
end

describe("the generic rule on text beyond the container", function()
  local MORE = "The harbour master said on the radio that the boats would sail again once the sea was calm enough."
  local LONG = {}
  for i = 1, 12 do LONG[i] = TEXT[i % 3 + 1]:gsub("the", "the " .. i .. "th", 1) end
  local LIST = "<ul><li><a href=/news/one-more-storm-1>One more storm is on its way to the outer islands</a>"
    .. "<li><a href=/news/fish-market-2>The fish market stays closed until the boats are back</a></ul>"

  local function streams(between, class)
    return lines(whole("<article><h1>Ferry stays in port</h1><div class=row><p>Photo</p>"
      .. stream("stream", table.unpack(LONG)) .. "</div>" .. between
      .. "<div class=row><div class=ad><p>Buy now</p></div>"
      .. stream(class or "stream", MORE):gsub("</div>$", LIST .. "</div>") .. "</div></article>"))
  end

  it("takes what stands in boxes of the same kinds", function()
    assert_has(streams "", "paragraph: " .. MORE)
  end)

  it("leaves what stands in others, and what another story's heading is above", function()
    assert_lacks(streams("", "promo"), "paragraph: " .. MORE)
    assert_lacks(streams "<h1>Boats to sail again</h1>", "paragraph: " .. MORE)
  end)
end)

describe("the generic rule on crossheads", function()
  it("keeps a heading above a line in bold, which ranks below it", function()
    assert_has(lines(story { body = "<h2>What comes next</h2><p><b>Four days of storm</b></p><p>" .. AGAIN .. "</p>" }),
      "crosshead: What comes next", "crosshead: Four days of storm")
  end)
end)
