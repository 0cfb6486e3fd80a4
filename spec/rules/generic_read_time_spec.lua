-- The generic rule on how long the story takes to read, which lines say beside its day or alone.
local pages = require "spec.rules.generic_story"
local assert_has, assert_lacks, lines, story = pages.assert_has, pages.assert_lacks, pages.lines, pages.story

local function dated(line)
  return lines(story { top = "<p class=byline>By Ann Lee</p><div class=date>" .. line .. "</div>" })
end

describe("how long the story takes to read", function()
  it("parts from the day before it or behind it", function()
    for _, time in ipairs { "4 min read", "2 minute read", "Lesezeit: ca. 3 Minuten", "2 Min. Lesezeit",
      "Temps de lecture : 5 min", "6 min de lectura", "Tempo di lettura: 3 minuti" } do
      assert_has(dated("6 May 2024 | " .. time), "published: 6 May 2024", "read_time: " .. time)
      assert_has(dated(time .. " | 6 May 2024"), "published: 6 May 2024", "read_time: " .. time)
    end
  end)

  it("is no day where it stands alone", function()
    for _, time in ipairs { "4 min read", "Lesezeit: 3 Minuten", "5 min", "• 4 min read" } do
      local list = dated(time)
      assert_has(list, "read_time: " .. time)
      assert_lacks(list, "published: " .. time)
    end
  end)

  it("is not said by minutes that a line gives with its day", function()
    assert_has(dated "6 May 2024, 12 min", "published: 6 May 2024, 12 min")
  end)
end)
