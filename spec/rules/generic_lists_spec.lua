-- The generic rule on lists: which are teasers, which are menus, and where a headline is.
local generic = require "spec.rules.generic_page"
local assert_has, has, lines, page = generic.assert_has, generic.has, generic.lines, generic.page

local URL = "https://harbour.example/islands/ferry-stays-in-port-48213"

local function list_of(heading, ...)
  local items = {}
  for i, item in ipairs { ... } do items[i] = ("<li><a href='%s'>%s</a>"):format(item[1], item[2]) end
  return ("<section><h3>%s</h3><ul>%s</ul></section>"):format(heading, table.concat(items))
end

describe("lists on a page of no known site", function()
  it("tell stories by their addresses where the page's own names its story", function()
    local html = page { main = list_of("Services", { "/tides", "Tides and winds of the week" },
      { "/jobs", "Jobs on boats and islands" }, { "/ferry", "Book a place on board" }) }
    assert.is_false(has(lines(html, URL), "headline: Tides and winds of the week"))
    html = page { main = list_of("Latest", { "/islands/whale-seen-off-the-pier-48207", "Whale seen off the pier" },
      { "/islands/pier-to-be-painted-red-48201", "Pier to be painted red" }) }
    assert_has(lines(html, URL), "heading: Latest", "headline: Whale seen off the pier")
  end)

  it("do not judge by addresses where stories have short ones", function()
    local html = page { main = list_of("Latest", { "/1", "Whale seen off the pier" },
      { "/2", "Pier to be painted red" }) }
    assert_has(lines(html, "https://harbour.example/9"), "headline: Whale seen off the pier")
    assert_has(lines(html), "headline: Whale seen off the pier")
  end)

  it("leave a lone link to the page itself or to another site to chrome", function()
    for _, href in ipairs { URL, "https://status.example/is-all-well-with-our-boats-77123" } do
      local html = page { main = "<section><p><a href='" .. href .. "'>Look whether all is well with us</a></section>" }
      assert.is_false(has(lines(html, URL), "headline: Look whether all is well with us"))
    end
  end)

  it("of a story's own pages and parts are left to chrome, but not where a query names stories", function()
    local function found(list, url)
      local html = page { main = list_of("Look here", table.unpack(list)) }
      return has(lines(html, url or URL), "headline: " .. list[1][2])
    end
    local boats, gulls = "Boats are back at the long quay", "Gulls have left the old harbour"
    assert.is_false(found { { URL .. "/2", boats } })
    assert.is_false(found { { URL .. "/pictures/1", boats }, { URL .. "/pictures/2", gulls } })
    assert.is_false(found { { URL .. "#boats", boats }, { URL .. "#gulls", gulls } })
    assert.is_true(found { { URL .. "#boats", boats }, { "/islands/gulls-leave-48190", gulls } })
    assert.is_true(found { { URL, boats }, { "/islands/gulls-leave-48190", gulls }, { URL .. "#boats", boats } })
    local view = "https://harbour.example/view.asp?number="
    assert.is_true(found({ { view .. "48190", boats }, { view .. "48191", gulls } }, view .. "48213"))
    assert.is_false(found({ { view .. "48213", boats } }, view .. "48213"))
  end)

  it("take whole lines that lead to stories whatever the names around them", function()
    local html = page { main = "<div class='ad-rail'>" .. list_of("Popular",
      { "/islands/two-seals-rescued-from-nets-48190", "Two seals rescued from nets at the old pier" },
      { "/islands/storm-takes-roof-of-school-48188", "Storm takes the roof of the school on Monday" }) .. "</div>" }
    assert_has(lines(html, URL), "heading: Popular", "headline: Two seals rescued from nets at the old pier")
  end)

  it("find teasers whose links are set by script", function()
    local item = "<div class='teaser'><h3>%s</h3><p>%s</p></div>"
    local html = page { main = "<section class='most-popular'><h2>Most read</h2>"
      .. item:format("SEALS", "Two seals rescued from nets at the pier") .. item:format("STORM",
      "School loses its roof in the night") .. item:format("‘BACK WITH A SPLASH’", "Herring come back after nine years")
      .. "</section>" }
    assert_has(lines(html, URL), "heading: Most read", "kicker: SEALS", "kicker: ‘BACK WITH A SPLASH’",
      "headline: Two seals rescued from nets at the pier", "headline: Herring come back after nine years")
  end)

  it("find a player's pieces by their lengths, where neither links nor names tell of them", function()
    local function list(first, second, third)
      local item = "<div><div><span>%s</span></div><h4>%s</h4></div>"
      return lines(page { main = "<div><h3>Harbour films</h3>"
        .. item:format(first, "How a net of nine miles is mended")
        .. item:format(second, "The last keeper of the long light")
        .. item:format(third, "Herring come back after nine years") .. "</div>" }, URL)
    end
    assert_has(list("01:45", "12:09", "1:02:33"), "heading: Harbour films",
      "headline: How a net of nine miles is mended", "headline: Herring come back after nine years")
    assert.is_false(has(list("No. 101", "No. 102", "No. 103"), "headline: How a net of nine miles is mended"))
  end)

  it("end before the way from the front page to the story", function()
    local html = page { main = "<div><div><b>BREAKING</b></div><p><a href='/islands/whale-seen-off-the-pier-48207'>"
      .. "Whale seen off the pier for the first time in nine years</a></p>"
      .. "<div><ul class='breadcrumb'><li><a href='/'>Home</a><li><a href='/islands'>Islands</a>"
      .. "<li>Ferry stays in port for the third day</ul></div></div>" }
    local found = lines(html, URL)
    assert_has(found, "headline: Whale seen off the pier for the first time in nine years", "text: Islands")
    assert.is_false(has(found, "dek: Ferry stays in port for the third day"))
  end)

  it("take the longer line for the headline where the heading is a label", function()
    local item = "<div class='teaser'><a href='%s'><h3>%s</h3></a><a href='%s'><p>%s</p></a></div>"
    local one, two = "/islands/two-seals-rescued-48190", "/islands/school-loses-its-roof-48188"
    local html = page { main = "<section><h2>Most read</h2>"
      .. item:format(one, "Net result", one, "Two seals rescued from nets at the old pier")
      .. item:format(two, "Roof off", two, "School loses its roof in the night of Monday") .. "</section>" }
    assert_has(lines(html, URL), "headline: Two seals rescued from nets at the old pier",
      "headline: School loses its roof in the night of Monday")
  end)

  local whale = { "/islands/whale-seen-off-the-pier-48207", "Whale seen off the pier" }
  local pier = { "/islands/pier-to-be-painted-red-48201", "Pier to be painted red" }

  it("do not take the kicker of the first item for their heading", function()
    local item = "<div><p>%s</p><p><a href='%s'>%s</a></p></div>"
    local html = page { main = "<section><div>" .. item:format("Animals", whale[1], whale[2])
      .. item:format("", pier[1], pier[2]) .. item:format("", "/islands/seals-back-in-the-bay-48199",
      "Seals back in the bay") .. "</div></section>" }
    assert_has(lines(html, URL), "kicker: Animals")
  end)

  it("are left to chrome where they are paid for, or offer posts", function()
    local away = { "https://paint.example/seven-kinds-of-red-for-a-pier-99120", "Seven kinds of red for your pier" }
    local more = { "https://nets.example/nets-that-no-seal-ever-fears-88120", "Nets that no seal has ever feared" }
    assert.is_false(has(lines(page { main = list_of("Sponsored", away, more) }, URL), "headline: " .. away[2]))
    assert.is_false(has(lines(page { main = list_of("Jobs", whale, pier) }, URL), "headline: " .. whale[2]))
    local kept = lines(page { main = list_of("Sponsored Content", whale, pier) }, URL)
    assert_has(kept, "headline: " .. whale[2])
    assert.is_false(has(kept, "heading: Sponsored Content"))
  end)

  it("have the tabs above them for headings", function()
    local tabs = "<div><a href='#'>Most read</a></div><div><a href='#'>Most shared</a></div>"
    local html = page { main = list_of("Latest", whale, pier) .. "<section><div>" .. tabs .. "</div><ol><li><a href='"
      .. "/islands/two-seals-rescued-from-nets-48190'>Two seals rescued from nets</a><li><a href='"
      .. "/islands/storm-takes-roof-of-school-48188'>Storm takes the roof of the school</a></ol></section>" }
    assert_has(lines(html, URL), "heading: Latest", "heading: Most read", "heading: Most shared")
  end)

  it("keep the sentences under their links, below the text; but a story told in a list keeps its own", function()
    local items = {}
    for at, name in ipairs { "Whale", "Seal", "Gull", "Tern" } do
      items[at] = ("<div class=item><a href='/%s'>%s in port</a>"
        .. "<div>The %s was seen off the pier on day %d.</div></div>"):format(name, name, name, at)
    end
    local stream = "<div class=more>" .. table.concat(items) .. "</div>"
    local text = "paragraph: The Whale was seen off the pier on day 1."
    local body = ("<p>" .. table.concat(generic.TEXT, "</p><p>") .. "</p>"):rep(2)
    local wrap = "<html lang=en><body><main><div class=story-body><h1>Ferry stays in port</h1>%s</div></main>"
    assert.is_false(has(lines(wrap:format(body .. stream), URL), text))
    assert_has(lines(wrap:format("<p>Seen this week:</p>" .. stream), URL), text)
  end)
end)

describe("a box that opens over the page or is a user's", function()
  local function list(class, path, title)
    local item = "<li><h3 class=post-title><a href='%s'>%s</a></h3></li>"
    return lines(page { main = "<div class='" .. class .. "'><ul>" .. item:format("/islands/two-seals-rescued" .. path,
      "Two seals are home " .. title) .. item:format("/islands/whale-seen-off-the-pier" .. path,
      "Whale seen off the " .. title) .. "</ul></div>" }, URL)
  end

  it("holds teasers where headlines of enough words lead to stories", function()
    for _, class in ipairs { "popup_post", "related-modal", "user-card", "overlay" } do
      assert_has(list(class, "-48207", "old pier again"), "headline: Two seals are home old pier again",
        "headline: Whale seen off the old pier again")
    end
    assert.is_false(has(list("popup_post", "-48207", ""), "headline: Two seals are home"))
    assert.is_false(has(list("popup", "/../", "old pier again"), "headline: Two seals are home old pier again"))
  end)
end)
