-- The generic rule on labels by the headline: rows of them, long ones that are named, and headings.
local generic = require "spec.rules.generic_page"
local story = require("spec.rules.generic_story").story
local assert_has, has, lines = generic.assert_has, generic.has, generic.lines

-- A story with markup right above its headline, in the story's header.
local function above(html)
  return lines((story {}:gsub("<h1>.-</h1>", "<header>" .. html .. "%0</header>")))
end

describe("labels above the headline", function()
  it("may stand in one box, a word beside a link, and name the section beside the author; tags are none", function()
    local box = "<div class=labels><div class=label-flag><a href=/a>Harbours</a></div><div>Opinion</div></div>"
    assert_has(above(box), "kicker: Harbours", "kicker: Opinion")
    local line = "<p class=byline>Ann Lee</p><div class=rubric><a href=/a>Harbours</a></div><p>6 May 2024, 7:00</p>"
    assert_has(above(line), "byline: Ann Lee", "kicker: Harbours")
    local tag = "<section><div class=tags><a href=/a>Harbours</a></div><p class=kicker>After the storm</p>%s</section>"
    local html = story {}:gsub("<h1>.-</h1>", function(headline) return tag:format(headline) end)
    assert_has(lines(html), "kicker: After the storm")
    assert.is_false(has(lines(html), "kicker: Harbours"))
  end)

  it("may be a line named as one above or below a headline is, where it stands above it", function()
    assert_has(above "<p class=header-subline>Harbour people ask the ferry's new owners</p>",
      "kicker: Harbour people ask the ferry's new owners")
    assert.is_false(has(above "<p class=header-hint>Harbour people ask the ferry's new owners</p>",
      "kicker: Harbour people ask the ferry's new owners"))
  end)

  it("are short where a script has a word in every letter", function()
    assert_has(above "<div>港とふねのものがたり</div>", "kicker: 港とふねのものがたり")
  end)

  it("are none that say for whom the story is, below which the label stands", function()
    for _, mark in ipairs { "Premium", "Plus", "Subscribers only", "Réservé aux abonnés", "Nur für Abonnenten" } do
      local found = above("<div class=premium>" .. mark .. "</div><div class=first-line>The storm</div>")
      assert_has(found, "kicker: The storm")
      assert.is_false(has(found, "kicker: " .. mark))
    end
  end)

  it("are one row, whatever the last of them is", function()
    local row = "<ul class=%s><li><a href=/%s>Harbours</a><li><a href=/b>Storms</a><li><a href=/c>Islands</a></ul>"
    assert_has(above(row:format("labels", "a")), "kicker: Harbours", "kicker: Storms", "kicker: Islands")
    for _, none in ipairs { "breadcrumb", "share-links" } do
      assert.is_false(has(above(row:format(none, "a")), "kicker: Harbours"))
    end
    assert.is_false(has(above((row:format("labels", "a"):gsub("Storms", "Print"))), "kicker: Harbours"))
  end)

  it("may be links in one line that is named so", function()
    for _, name in ipairs { "subcate", "filed_under" } do
      local line = "<div class=" .. name .. "><a href=/category/a>Harbours</a>, <a href=/category/b>Storms</a></div>"
      assert_has(above(line), "kicker: Harbours, Storms")
    end
  end)

  it("may be links in one line with which the headline's box begins, but for the way from the front page", function()
    local line = "<div><a href='%s'>Harbours</a> %s <a href=/b>Storms</a></div>"
    assert_has(above(line:format("/a", "//")), "kicker: Harbours // Storms")
    for _, none in ipairs { line:format("/", "|"), line:format("/a", "›") } do
      assert.is_false(has(above(none), "kicker: Harbours | Storms") or has(above(none), "kicker: Harbours › Storms"))
    end
  end)

  it("may be many words where newspapers' words name them, or a smaller heading in the headline's box", function()
    local line = "After the storm, near the outer islands of the bay"
    for _, name in ipairs { "antetitulo", "volanta", "chapeu", "dachzeile", "cintillo" } do
      assert_has(above("<p class=" .. name .. ">" .. line .. "</p>"), "kicker: " .. line)
    end
    assert.is_false(has(above("<p class=text>" .. line .. "</p>"), "kicker: " .. line))
    assert_has(above("<h3>" .. line .. "</h3>"), "kicker: " .. line)
    assert.is_false(has(above "<h3>Share or comment on this</h3>", "kicker: Share or comment on this"))
  end)
end)
