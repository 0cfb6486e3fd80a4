-- The generic rule on quotations set apart that say again what stands in the text.
local pages = require "spec.rules.generic_story"
local story, lines, TEXT = pages.story, pages.lines, pages.TEXT
local assert_has, assert_lacks = pages.assert_has, pages.assert_lacks

local AGAIN = TEXT[1]:gsub("Monday", "Tuesday")
local SAID = "the waves were still three metres high"

describe("a quotation set apart", function()
  local function quoted(words, by)
    local cite, again = by and "<cite>" .. by .. "</cite>" or "", AGAIN:gsub("Tuesday", "Friday")
    local quote = ("<blockquote><p>%s</p>%s</blockquote>"):format(words, cite)
    return lines(story { body = "<p>" .. AGAIN .. "</p>" .. quote .. "<p>" .. again .. "</p>" })
  end

  it("is a pull quote where the text says most of it, whatever its marks", function()
    assert_has(quoted("“By noon, " .. SAID .. "!”", "Bo Ek, captain"), "pull_quote: “By noon, " .. SAID .. "!”",
      "pull_quote: Bo Ek, captain")
  end)

  it("holds whom it is of, though that is set as its footer", function()
    local quote = "<blockquote><p>Nobody will ever sail in waves as high as that again</p>%s</blockquote>"
    local function is_text(by)
      local found = lines(story { body = quote:format(by) .. "<p>" .. AGAIN .. "</p>" })
      return pages.has(found, "blockquote: Bo Ek, captain")
    end
    assert.is_true(is_text "<footer>Bo Ek, captain</footer>")
    assert.is_false(is_text "<nav>Bo Ek, captain</nav>")
  end)

  it("is one among embeds that is named so, with whom it is of", function()
    local said = "Nobody will ever sail in waves as high as that again."
    local quote = "<aside class='%sEmbed'><div class='%sEmbedContent'><p>" .. said
      .. "</p></div><div class='%sEmbedCredit'><span>Bo Ek</span></div></aside>"
    local function found(name)
      return lines(story { body = quote:gsub("%%s", name) .. "<p>" .. AGAIN .. "</p>" })
    end
    assert_has(found "PullQuote", "pull_quote: " .. said, "pull_quote: Bo Ek")
    assert_lacks(found "Post", "pull_quote: " .. said)
  end)

  it("is none where it is the only place that says it, or short", function()
    local own = "Nobody will ever sail in waves as high as that again"
    assert_has(quoted(own), "blockquote: " .. own)
    assert_has(quoted "Three metres high waves", "blockquote: Three metres high waves")
    assert_lacks(quoted(SAID .. ", which nobody in the town had ever seen before in all these years"), "pull_quote: "
      .. SAID .. ", which nobody in the town had ever seen before in all these years")
  end)
end)
