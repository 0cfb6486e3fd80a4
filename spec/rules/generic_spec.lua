-- The generic rule on pages written here: what it makes of the usual shapes.
local generic = require "spec.rules.generic_page"
local TEXT, assert_has, has, lines, page = generic.TEXT, generic.assert_has, generic.has, generic.lines, generic.page

describe("the generic rule", function()
  it("reads a story: its head, its text, its captions", function()
    local list = lines(page {})
    assert_has(list, "story", "kicker: Islands", "headline: Ferry stays in port",
      "dek: Storm keeps forty passengers ashore for a night.", "byline: By Ann Lee", "published: 6 May 2024",
      "paragraph: " .. TEXT[1], "caption: The ferry on Sunday.", "paragraph: " .. TEXT[2],
      "crosshead: No boat before Tuesday", "paragraph: " .. TEXT[3])
    assert.is_false(has(list, "paragraph: © Harbour News, all rights reserved."))
  end)

  it("makes a sidebar of a list of links with its heading", function()
    local list = lines(page { main = [[<section class="related"><h3>More from the islands</h3><ul>
      <li><a href="/1">Lighthouse opens its doors to visitors</a> <time>2 May</time>
      <li><a href="/2">Fishermen fear for the autumn season</a></ul></section>]] })
    assert_has(list, "sidebar", "heading: More from the islands", "teaser -> /1",
      "headline: Lighthouse opens its doors to visitors", "teaser -> /2",
      "headline: Fishermen fear for the autumn season")
  end)

  it("leaves menus, prompts and footers to chrome", function()
    local prompt = "<div class=newsletter><p>Sign up for our newsletter, and read us every day.</p></div>"
    local list = lines(page { body = prompt })
    assert.is_false(has(list, "paragraph: Sign up for our newsletter, and read us every day."))
    assert.is_false(has(list, "headline: Weather"))
  end)

  it("takes a box of links inside the story out of its text", function()
    local list = lines(page { body = [[<p><a href="/9">Read more: How storms are named in the north</a></p>
      <p>The next boat is to leave on Tuesday at seven, if the wind allows it, said the harbour master.</p>]] })
    assert_has(list, "teaser -> /9",
      "paragraph: The next boat is to leave on Tuesday at seven, if the wind allows it, said the harbour master.")
  end)

  it("cuts a line of author, day and section, and marks the author once", function()
    local html = page { main = '<p class="author-box"><span class="byline">Ann Lee</span></p>' }
      :gsub('<p class="byline">.-</p>', '<p class="meta">6 May 2024 | by Ann Lee | in Islands</p>')
    local list = lines(html)
    assert_has(list, "published: 6 May 2024")
    local bylines = 0
    for _, line in ipairs(list) do
      if line:find("byline: ", 1, true) then bylines = bylines + 1 end
    end
    assert.equal(1, bylines)
  end)

  it("parts headline and dek that share a link", function()
    local item = '<li><a href="/%d"><span><span>%s story of the harbour</span>'
      .. ' <span class="blurb">%s</span></span></a></li>'
    local list = lines(page { main = '<section class="related"><h3>More from the islands</h3><ul>'
      .. item:format(1, "First", "What the first of them is about")
      .. item:format(2, "Second", "And what the other says")
      .. '</ul></section>' })
    assert_has(list, "headline: First story of the harbour", "dek: What the first of them is about",
      "headline: Second story of the harbour", "dek: And what the other says")
  end)

  it("takes notes and the author's life from the end of the text", function()
    local list = lines(page { body = "<p>Editor’s note: An hour was given wrongly.</p>"
      .. "<p>Ann Lee is a reporter with the Harbour News.</p>" })
    assert_has(list, "note: Editor’s note: An hour was given wrongly.",
      "note: Ann Lee is a reporter with the Harbour News.")
  end)

  it("keeps readers' comments apart", function()
    local list = lines(page { main = [[<section id="comments"><h3>Comments</h3>
      <div class=comment><p>I was on board, and the soup was very good indeed.</p></div></section>]] })
    assert_has(list, "comment", "text: I was on board, and the soup was very good indeed.")
  end)

  it("says nothing of a page without text", function()
    assert.same({}, lines "<body></body>")
  end)
end)
