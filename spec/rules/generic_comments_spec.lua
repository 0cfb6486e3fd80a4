-- The generic rule on readers' comments, and on what a site says of commenting.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

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
    for _, house in ipairs { "You must be logged in to post a comment.",
      "You must confirm your name before commenting here.", "Nur registrierte Leser dürfen hier schreiben.",
      "Es gibt noch keine Kommentare.",
      "Please read our comment policy before you begin.", "Para comentar debes iniciar sesión con tu usuario.",
      "Connectez-vous pour commenter cet article.",
      "11 responses to “Ferry stays in port on Monday”", "Scroll down to load comments of readers.",
      "2 Gedanken zu „Die Fähre bleibt im Hafen der Stadt“", "还没有评论，快来抢沙发吧！",
      "Aún no hay comentarios, escribe el tuyo aquí.", "Még nincs hozzászólás ehhez a cikkhez, legyen az első.",
      "Comments on this site are monitored, so please do not go off topic." } do
      local found = comments(house, READER)
      for at, line in ipairs(found) do
        if line:find(house, 1, true) then assert.is_nil(found[at - 1]:find "comment", house) end
      end
      assert_has(found, "text: " .. READER)
    end
  end)

  it("may speak of commenting where it looks as several others do", function()
    local said = "I would be the first to sign in to the ferry's site, if it worked."
    local found = comments(READER, READER, said, READER, READER)
    for at, line in ipairs(found) do
      if line:find(said, 1, true) then assert.truthy(found[at - 1]:find "^%s*comment$") end
    end
  end)

  it("has whose it is and from when, and the short lines of its box, without what readers press", function()
    local found = lines(page { main = "<section class=comments><h3>2 Comments</h3><ol><li><div class=comment>"
      .. "<b>Ann Rowe</b><a href='#comment-48207'>8 March 2024</a><p>Hello!</p><p>" .. READER .. "</p><p>Ann</p></div>"
      .. "<a href='?replytocom=48207'>Reply</a></li></ol></section>" })
    assert_has(found, "comment", "text: Ann Rowe8 March 2024", "text: Hello!", "text: " .. READER, "text: Ann")
    for at, line in ipairs(found) do
      if line:find "Reply" or line:find "2 Comments" then assert.is_nil(found[at - 1]:find "^%s*comment$") end
    end
  end)

  it("may be short where it looks as longer ones do, and has its own name and date then", function()
    local one = "<li class=comment><p><b>%s</b> <i>%d March 2024</i></p><div class=said><p>%s</p></div></li>"
    local found = lines(page { main = "<section class=comments><ol>" .. one:format("Ann Rowe", 8, READER)
      .. one:format("Bo Hale", 9, "So true") .. one:format("Cy Dunn", 10, "Thanks!") .. "</ol></section>" })
    assert_has(found, "text: Bo Hale 9 March 2024", "text: So true", "text: Cy Dunn 10 March 2024", "text: Thanks!")
    local count = 0
    for _, line in ipairs(found) do count = count + (line:find "^%s*comment$" and 1 or 0) end
    assert.equal(3, count)
  end)

  it("has the line of links above that says whose it is and from when, be it in a long thread", function()
    local one = "<li class=comment><cite><a href='https://rowe.example/'>%s</a></cite> "
      .. "<small><a href='#comment-%d'>%d March 2024</a></small><div><p>%s</p></div>%s</li>"
    local thread = one:format("Ada Hale", 1, 8, READER, "<ul>" .. one:format("Bo Hale", 2, 9, READER, "<ul>"
      .. one:format("Cy Dunn", 3, 10, READER, ""):rep(9) .. "</ul>") .. "</ul>")
    local found = lines(page { main = "<section class=comments><ol>" .. thread .. thread .. "</ol></section>" })
    assert_has(found, "text: Ada Hale 8 March 2024", "text: Bo Hale 9 March 2024", "text: Cy Dunn 10 March 2024")
    for at, line in ipairs(found) do
      if line:find "Hale %d" then assert.truthy(found[at - 1]:find "^%s*comment$", found[at - 1]) end
    end
  end)

  it("has its head beyond what readers press, and the number it has", function()
    local one = "<li class=comment><div><b>%s</b></div><div><a href='#like'>Like</a></div><div><i>Reply #%d</i></div>"
      .. "<div>9 March 2024</div><div class=said><p>%s</p></div></li>"
    local found = lines(page { main = "<section class=comments><ol>" .. one:format("Ada Hale", 1, READER)
      .. one:format("Bo Hale", 2, READER) .. "</ol></section>" })
    assert_has(found, "text: Bo Hale", "text: Reply #2")
    for at, line in ipairs(found) do
      if line:find "Bo Hale" then assert.truthy(found[at - 1]:find "^%s*comment$", found[at - 1]) end
      if line:find "Like" then assert.is_nil(found[at - 1]:find "comment") end
    end
  end)

  it("may be one word where several look so", function()
    local one = "<li class=comment><b>%s</b><div class=said><p>%s</p></div></li>"
    local found = lines(page { main = "<section class=comments><ol>" .. one:format("Ann", READER)
      .. one:format("Bo", READER) .. one:format("Cy", "Great") .. "</ol></section>" })
    assert.is_true(has(found, "text: Great"))
    for at, line in ipairs(found) do
      if line:find "Cy" then assert.truthy(found[at - 1]:find "^%s*comment$") end
    end
  end)

  it("is one over line breaks and paragraphs", function()
    local one = "<li class=comment><div><p>%s<br>%s</p><p>%s</p></div></li>"
    local found = table.concat(lines(page { main = "<section class=comments><ol>"
      .. one:format(READER, READER, READER) .. one:format(READER, READER, READER) .. "</ol></section>" }), "\n")
    local _, count = found:gsub("\n%s*comment\n", "")
    assert.equal(2, count)
  end)

  it("is not what stands in the box of the form", function()
    local rule = "All that is written here has to be about the ferry and the harbour, and to be short."
    local found = lines(page { main = "<section class=comments><div class=comment><p>" .. READER
      .. "</p></div><div id=comments-form-wrap><p>" .. rule .. "</p></div></section>" })
    for at, line in ipairs(found) do
      if line:find(rule, 1, true) then assert.is_nil(found[at - 1]:find "comment") end
    end
  end)

  it("may be a link to its thread, and no teaser then; its box is named in several languages", function()
    local said = "They stood there for all of the night and nobody came to tell them when the boat would leave again, "
      .. "which is what I have written to the mayor, who does not answer."
    local one = "<div class='%s-item'><dl class=toolbar><dt>Nick</dt><dd>%s</dd></dl><div>"
      .. "<a href='/forum/4821%d/ferry'>%s</a></div></div>"
    for _, name in ipairs { "comment", "komentar", "komentarzy", "diskussion", "pinglun", "responses" } do
      local found = lines(page { main = "<div>" .. one:format(name, "Bo Hale", 1, said)
        .. one:format(name, "Cy Dunn", 2, said) .. "</div>" },
        "https://harbour.example/islands/ferry-stays-in-port-48213")
      assert_has(found, "comment", "text: Bo Hale", "text: " .. said)
      assert.is_false(has(found, "headline: " .. said))
    end
  end)

  it("whose link is its date is no teaser", function()
    local one = "<li><a href='/islands/ferry-stays-in-port-48213#c%d'>%d March 2024, 4:12 pm</a><p>%s</p></li>"
    local list = "<ol>" .. one:format(1, 8, READER) .. one:format(2, 9, READER) .. one:format(3, 9, READER) .. "</ol>"
    for _, line in ipairs(lines(page { main = list })) do assert.is_nil(line:find "headline: %d") end
  end)
end)

describe("what readers said in boxes like the story's", function()
  local TEXT = require("spec.rules.generic_story").TEXT
  local LONG = " and so on, as they had said in the letter, which all of the harbour had read by then"

  local function paragraphs(form)
    local list = {}
    for _, text in ipairs(TEXT) do list[#list + 1] = form:format(text .. " They wrote so" .. LONG .. ".") end
    return table.concat(list)
  end

  it("is no text of it where its lines are named comments", function()
    local html = "<html><body><div class=main><div class=box><h1>Ferry stays in port</h1>" .. paragraphs "<p>%s</p>"
      .. "</div><div class=box>" .. paragraphs "<div><p>Tom, 9:12</p><p class=commentText>%s</p></div>"
      .. "</div><div class=box><p>All fields must be filled in, as you may have guessed.</p></div></div></body></html>"
    local list = lines(html)
    assert_has(list, "text: " .. TEXT[1] .. " They wrote so" .. LONG .. ".")
    local story = table.concat(list, "\n"):match "story.-\ncomment"
    local _, count = story:gsub("paragraph:", "")
    assert.equal(#TEXT, count)
  end)

  it("is none either where the parts of the page are named by ids that begin alike", function()
    local remarks = paragraphs "<div class=comment><p>%s</p></div>"
    local html = "<html><body><div id=piece><h1>Ferry stays in port</h1><div id=article_text>" .. paragraphs "<p>%s</p>"
      .. "</div><div id=article_foot><p>They sail again soon, it says.</p></div><div id=article_remarks>"
      .. remarks .. remarks .. remarks .. "</div></div></body></html>"
    assert_has(lines(html), "comment", "text: " .. TEXT[1] .. " They wrote so" .. LONG .. ".")
  end)
end)

describe("a list of what readers said last", function()
  local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"
  local ITEM = "<li><span>%s</span> on <a href='/islands/%s'>%s</a></li>"

  local function widget(heading, ending, behind)
    return lines(page { main = "<aside><h3>" .. heading .. "</h3><ul class=remarks>"
      .. ITEM:format("Ada", "seals-back-in-the-bay-48199/" .. ending, "Seals back in the bay again")
      .. ITEM:format("Tom", "pier-painted-red-48201/" .. ending, "Pier")
      .. ITEM:format("Eve", "pier-painted-red-48201/" .. ending, "Pier to be painted red")
      .. "</ul>" .. (behind or "") .. "</aside>" }, URL)
  end

  it("is comments, whatever they are short of, by its heading", function()
    for _, heading in ipairs { "Recent Comments", "Neueste Kommentare", "Derniers commentaires", "Laatste reacties",
      "Свежие комментарии", "最近のコメント" } do
      local found = widget(heading, "#comment-5824", "<h3>Latest</h3><ul><li><a href='/islands/boats-back-48190'>"
        .. "Boats are back at the quay</a><li><a href='/islands/gulls-48191'>Gulls have left the harbour</a></ul>")
      assert_has(found, "text: Ada on Seals back in the bay again", "text: Tom on Pier", "heading: Latest",
        "headline: Boats are back at the quay")
      assert.is_false(generic.has(found, "heading: " .. heading))
    end
  end)

  it("is comments by where its items lead", function()
    assert_has(widget("What they say", "#comment-5824"), "comment", "text: Ada on Seals back in the bay again")
  end)

  it("is none where nothing else says so", function()
    assert_has(widget("Aktuelle Kommentare", ""), "heading: Aktuelle Kommentare",
      "headline: Seals back in the bay again")
  end)
end)
