-- The generic rule on notes that say what was wrong in the story.
local pages = require "spec.rules.generic_story"
local assert_has, lines, story = pages.assert_has, pages.lines, pages.story

local function below(note)
  return lines(story { body = "<p>" .. pages.TEXT[2] .. "</p><p><em>" .. note .. "</em></p>" })
end

describe("a note that says what was wrong", function()
  it("is a correction", function()
    for _, note in ipairs { "Correction: the ferry has four decks.", "Correction, May 5, 2024: It was a Sunday.",
      "An earlier version of this report said that the ferry has three decks.",
      "An earlier version of this article gave the wrong year for the harbour's opening.",
      "In einer früheren Version hieß es, die Fähre habe drei Decks." } do
      assert_has(below(note), "correction: " .. note)
    end
  end)

  it("is none where it asks for corrections, or says something else", function()
    for _, note in ipairs { "Corrections: If you see a fault, write to us.", "This story has been updated." } do
      assert_has(below(note), "note: " .. note)
    end
  end)
end)
