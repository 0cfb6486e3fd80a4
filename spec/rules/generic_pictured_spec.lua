-- The generic rule on teasers of which only the picture is a link.
local generic = require "spec.rules.generic_page"
local assert_has, found_below, has, list = generic.assert_has, generic.found_below, generic.has, generic.list

local FOG, ROOF, WHALE = "Fog keeps planes grounded", "School roof blown off", "Whale seen at the pier"

local function pictured(text, alt, path)
  local address = path or "/islands/" .. text:lower():gsub("%W+", "-") .. "-48190"
  return ("<li><a href='%s'><img src=a.jpg alt='%s'></a><p>%s</p>"):format(address, alt or "", text)
end

describe("lines below linked pictures", function()
  it("are headlines where several stand alike", function()
    local items = pictured(FOG) .. pictured(ROOF) .. pictured(WHALE)
    local found = found_below("<h3>Latest videos</h3><ul>" .. items .. "</ul>")
    assert_has(found, "heading: Latest videos", "headline: " .. FOG, "headline: " .. ROOF, "headline: " .. WHALE)
  end)

  it("are so with more below them", function()
    local function one(text) return pictured(text) .. "<p>All saw it who were there.</p>" end
    local found = found_below("<h3>Latest videos</h3><ul>" .. one(FOG) .. one(ROOF) .. one(WHALE) .. "</ul>")
    assert_has(found, "headline: " .. FOG, "dek: All saw it who were there.")
  end)

  it("are so above a list where the picture is named as they are", function()
    local function above(alt) return found_below("<h3>Latest</h3><ul>" .. pictured(FOG, alt) .. "</ul>"
      .. list(generic.HEADLINES.SEALS, generic.HEADLINES.WHALE)) end
    assert_has(above(FOG), "headline: " .. FOG)
    assert.is_false(has(above "A plane", "headline: " .. FOG))
  end)

  it("are none where the pictures lead to no stories of the site", function()
    for _, path in ipairs { "/islands/a.jpg", "https://other.example/islands/piece-number-48190", "/islands" } do
      local found = found_below("<ul>" .. pictured(FOG, "", path) .. pictured(ROOF, "", path)
        .. pictured(WHALE, "", path) .. "</ul>")
      assert.is_false(has(found, "headline: " .. FOG), path)
    end
  end)
end)
