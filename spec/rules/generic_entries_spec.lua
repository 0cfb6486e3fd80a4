-- The generic rule on live blogs: a story of entries, each with its time.
local pages = require "spec.rules.generic_story"
local lines, parts, TEXT = pages.lines, pages.parts, pages.TEXT
local assert_has = pages.assert_has

local function live(entry, count, class)
  local entries = {}
  for i = 1, count do entries[i] = entry:format(10 + i, i, TEXT[(i - 1) % 3 + 1], i) end
  return ([[<html lang=en><head><title>Storm: all that happens</title></head><body><nav><a href=/a>News</a></nav>
    <main><article><h1>Storm: all that happens</h1><div class="%s">%s</div></article></main></body></html>]])
    :format(class or "posts", table.concat(entries))
end

local ENTRY = "<section class=post><p><time>%d:07</time></p><h3>Message %d from the pier</h3><p>%s It is number %d.</p>"
  .. "</section>"

local function count(list, wanted)
  local n = 0
  for _, line in ipairs(list) do if line:match("^%s*(.-)$") == wanted then n = n + 1 end end
  return n
end

describe("the generic rule on live blogs", function()
  it("cuts the story into entries with time, headline and text", function()
    local list = lines(live(ENTRY, 6))
    assert.equal(6, count(list, "entry"))
    assert_has(list, "published: 11:07", "headline: Message 1 from the pier",
      "paragraph: " .. TEXT[1] .. " It is number 1.")
    assert.equal(1, #parts(live(ENTRY, 6), "headline"))
  end)

  it("takes times without an element, and headlines in bold", function()
    local entry = "<div class=post><div>%d:07</div><p><b>Message %d from the pier</b></p><p>%s It is number %d.</p>"
      .. "</div>"
    local list = lines(live(entry, 5, "liveblog"))
    assert.equal(5, count(list, "entry"))
    assert_has(list, "published: 13:07", "headline: Message 3 from the pier")
  end)

  it("does not so where few entries stand, or what readers wrote", function()
    assert.equal(0, count(lines(live(ENTRY, 3)), "entry"))
    local entry = "<div class=x><p><time>%d:07</time></p><!-- %d --><p>%s It is number %d.</p></div>"
    assert.equal(0, count(lines(live(entry, 6)), "entry"))
    assert.equal(6, count(lines(live(entry, 6, "live-blog")), "entry"))
  end)
end)
