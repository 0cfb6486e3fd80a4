-- The generic rule on subheadings that no element sets apart.
local pages = require "spec.rules.generic_story"
local story, lines, TEXT = pages.story, pages.lines, pages.TEXT
local assert_has, assert_lacks = pages.assert_has, pages.assert_lacks

local function text(i)
  return "<p>" .. TEXT[i % 3 + 1] .. " They wrote so in the harbour's book, day by day.</p>"
end

describe("a subheading", function()
  it("is each of the numbers that count a story's sections up", function()
    for _, marks in ipairs { { "1", "2", "3" }, { "01", "02", "03" }, { "I.", "II.", "III." }, { "一", "二", "三" } } do
      local body = ""
      for i, mark in ipairs(marks) do body = body .. "<p><strong>" .. mark .. "</strong></p>" .. text(i) end
      local found = lines(story { body = body })
      for _, mark in ipairs(marks) do assert_has(found, "crosshead: " .. mark) end
    end
    assert_lacks(lines(story { body = "<p>7</p>" .. text(1) .. "<p>12</p>" .. text(2) }), "crosshead: 12")
  end)

  it("stands between marks, far shorter than the text below it", function()
    for _, line in ipairs { "▼ 배는 화요일에 떠난다 ▼", "■ 港の朝", "【渡轮停航】" } do
      assert_has(lines(story { body = "<p>" .. line .. "</p>" .. text(1) }), "crosshead: " .. line)
    end
    local items = "<p>■ The first ferry of the day</p><p>■ The last ferry of the day</p>"
    assert_has(lines(story { body = items .. text(1) }), "paragraph: ■ The first ferry of the day")
  end)

  it("is in bold by its style or class too", function()
    for _, set in ipairs { 'style="color: #333; font-weight: 700"', 'style="FONT-WEIGHT:bold"', "class=fw-bold" } do
      local body = "<p><span " .. set .. ">Soup in the school</span></p>" .. text(1)
      assert_has(lines(story { body = body }), "crosshead: Soup in the school")
    end
    local pasted = '<b style="font-weight:normal"><p>Soup in the school for forty</p>' .. text(1) .. "</b>"
    assert_lacks(lines(story { body = pasted }), "crosshead: Soup in the school for forty")
  end)

  it("is all of a line that is named a heading in its paragraph, below a picture too", function()
    for _, class in ipairs { "h3", "x-h2", "crosshead", "intertitle" } do
      local line = "<div><img src=x.jpg></div><p><span class=" .. class .. ">%s</span>%s</p>"
      local body = line:format("Soup in the school", "") .. text(1) .. line:format("Wind and no boats", "") .. text(2)
      assert_has(lines(story { body = body }), "crosshead: Soup in the school", "crosshead: Wind and no boats")
      local label = line:format("Soup", " in the school for the forty who slept there") .. text(1)
      assert_lacks(lines(story { body = label }), "crosshead: Soup in the school for the forty who slept there")
    end
    local plain = "<div><img src=x.jpg></div><p><span class=h3x>Soup in the school for forty</span></p>" .. text(1)
    assert_lacks(lines(story { body = plain }), "crosshead: Soup in the school for forty")
  end)

  it("may ask, in bold, where more of the others in bold do not", function()
    local asked, plain = "<p><b>Who would have sailed?</b></p>" .. text(1), "<p><b>%s</b></p>" .. text(2)
    local others = plain:format "Soup in the school" .. plain:format "Wind from the north"
    assert_has(lines(story { body = others .. asked }), "crosshead: Who would have sailed?")
    assert_has(lines(story { body = asked .. asked:gsub("sailed", "stayed") }), "paragraph: Who would have sailed?")
  end)

  it("may stand right above another in the same box", function()
    local body = "<h2>In short</h2><h2>The ferries of the day</h2>" .. text(1)
    assert_has(lines(story { body = body }), "crosshead: In short", "crosshead: The ferries of the day")
    local linked = "<h2><a href=/short>In short</a></h2><h2>The ferries of the day</h2>" .. text(1)
    assert_lacks(lines(story { body = linked }), "crosshead: In short")
  end)
end)
