-- rules/text.lua on flat text written here: of no site it was learned from.

local core = require "galley.core"
local divide = require "galley.divide"
local loader = require "galley.rule.loader"

local rule = assert(loader.file "rules/text.lua")

-- "tag: text" of the parts and the kinds of the segments, in reading order.
local function outline(content, out)
  for _, item in ipairs(content) do
    out[#out + 1] = item.tag and item.tag .. ": " .. item.text or item.kind
    if item.content then outline(item.content, out) end
  end
  return out
end

local function read(text)
  local page = assert(core.parse(text, { input = "text" }))
  local list = outline(assert(divide.page(page, nil, rule, { witnesses = {} })):content(), {})
  return table.concat(list, "\n") .. "\n"
end

local STORY = [[
Ferry company cancels winter sailings to the outer islands
By Maren Oddleif
March 3, 2024
The company that runs the ferries to the outer islands will not sail between November and March, its director said on
 Monday, because the ships are too old for the weather that the islands have had in recent years.
Families on the islands said they had heard of it from the newspaper, and that nobody had asked them what the winter
 without a ferry would mean for the school, the shop and the doctor who comes once a week.
“We will have to move the school to the mainland,” said the headmistress, who has worked on the largest of the islands
 for thirty years and sails home to her family every Friday.
The county council will talk about the ferries at its next meeting, which is held in the town hall on Thursday, and has
 asked the company to bring its figures for the last five winters.]]

local function page(after) return (STORY:gsub("\n ", " ")) .. "\n" .. after end

describe("the rule for flat text", function()
  it("reads a story: its head and its text", function()
    local text = read(page "")
    assert.truthy(text:find("story\nheadline: Ferry company cancels winter sailings to the outer islands\n"
      .. "byline: By Maren Oddleif\npublished: March 3, 2024\nparagraph: The company", 1, true))
    assert.equal(4, select(2, text:gsub("\nparagraph: ", "")))
  end)

  it("makes a box of a heading and the headlines under it, a teaser each", function()
    local text = read(page [[
Related stories
Lighthouse keeper retires after forty years on the rock
School on the island gets a new roof before the autumn
Fishing fleet stays in port as prices fall again]])
    assert.truthy(text:find("sidebar\nheading: Related stories\n"
      .. "teaser\nheadline: Lighthouse keeper retires after forty years on the rock\n"
      .. "teaser\nheadline: School on the island gets a new roof before the autumn\n"
      .. "teaser\nheadline: Fishing fleet stays in port as prices fall again\n", 1, true))
  end)

  it("gives each teaser the dek and the time that stand under its headline", function()
    local text = read(page [[
Most Read
Lighthouse keeper retires after forty years
He came to the rock as a young man and leaves it with a dog, two goats and a library.
3 hours ago
School gets a new roof before autumn
The old one had let in the rain since the storm that took half of the harbour wall.
5 hours ago
Fishing fleet stays in port again
Prices have fallen for the third week, and the skippers say they will not sail for less.
1 day ago]])
    for _, headline in ipairs { "Lighthouse keeper", "School gets", "Fishing fleet" } do
      assert.truthy(text:find("teaser\nheadline: " .. headline .. "[^\n]*\ndek: [^\n]*\ndetail: %d %a+ ago\n"))
    end
  end)

  it("puts the times where most of a box's are: behind the headlines, or before them", function()
    local text = read(page [[
Latest News
2 hours ago
Lighthouse keeper retires after forty years
3 hours ago
School gets a new roof before autumn
5 hours ago
Fishing fleet stays in port again
1 day ago
Council votes for a longer pier]])
    for _, headline in ipairs { "Lighthouse keeper", "School gets", "Fishing fleet", "Council votes" } do
      assert.truthy(text:find("teaser\ndetail: %d %a+ ago\nheadline: " .. headline), headline)
    end
  end)

  it("tells whose work else a story is, and what is said of its author", function()
    local text = read(page [[
(Reporting by Oda Brekkan; editing by Tomas Lyngvar)
Maren Oddleif is a reporter who covers the islands and the sea.]])
    assert.truthy(text:find("credit: (Reporting by Oda Brekkan; editing by Tomas Lyngvar)\n"
      .. "note: Maren Oddleif", 1, true))
  end)

  it("reads a list of sources as notes", function()
    local text = read(page [[
Sources:
Harbour Board, "Winters on the Outer Islands," Feb. 2, 2023
Shipping Gazette, "The Ferry That Came Too Late," May 17, 2022
Interview with Sunniva Holm, skipper, Feb. 20, 2024]])
    for _, start in ipairs { "Sources:", "Harbour Board", "Shipping Gazette", "Interview with" } do
      assert.truthy(text:find("\nnote: " .. start, 1, true), start)
    end
  end)

  it("goes through the whole of a page that is longer than what it weighs", function()
    local lines = {}
    for i = 1, 3000 do
      lines[i] = ("Line %d of the minutes of the council, which go on and on without an end."):format(i)
    end
    local text = read(table.concat(lines, "\n"))
    assert.truthy(text:find("Line 1 of", 1, true))
    assert.truthy(text:find("paragraph: Line 3000 of", 1, true))
  end)

  it("names the traits that decided where it is asked to explain", function()
    local text = page ""
    local parsed = assert(core.parse(text, { input = "text" }))
    local claims = assert(divide.page(parsed, nil, rule, { witnesses = {}, explain = true }))
    local why
    for _, claim in ipairs(claims:at(text:find("By Maren", 1, true))) do
      if claim.tag == "byline" then why = claim.why end
    end
    assert.truthy(why:find "^byline: .*first word by", why)
  end)

  it("says nothing of a page without text", function()
    assert.equal("\n", read "\n\n")
  end)
end)

describe("the rule for flat text of CTV", function()
  it("leaves a page without its boxes to the rule for flat text", function()
    local ctv = assert(loader.file "rules/ctvnews-text.lua")
    local text = page "Related stories\nLighthouse keeper retires after forty years on the rock\n"
    local parsed = assert(core.parse(text, { input = "text" }))
    local claims = assert(divide.page(parsed, ctv, rule, { witnesses = {} }))
    assert.truthy(table.concat(outline(claims:content(), {}), "\n"):find("heading: Related stories", 1, true))
  end)
end)

describe("its weights", function()
  local roles = loadfile("rules/text/row.lua", "t", {})().ROLES
  local weights = dofile "rules/text/weights.lua"

  it("have a letter for each role", function()
    for trait, letters in pairs(weights) do
      assert.truthy(letters:find "^[a-y]+$" and #letters == #roles, trait)
    end
  end)

  it("know the step from every role", function()
    for _, role in ipairs(roles) do assert.is_string(weights["from " .. role], role) end
    assert.is_string(weights["from start"])
  end)
end)
