-- The learning of rules/text/weights.lua, on rows made here.

local text_field = require "spec.tools.text_field"

local ROLES = { "title", "text", "foot" }

-- A page of a site of its own: a title, text, a foot that looks like text but for its place.
local function page(n)
  return { site = "site " .. n, worth = 1, gold = { { 1 }, { 2 }, { 2 }, { 3 } },
    traits = { { "bias", "short" }, { "bias", "long" }, { "bias", "long" }, { "bias", "long", "last" } } }
end

local function pages(made)
  local list = {}
  for n = 1, 12 do list[n] = made(n) end
  return list
end

local function worth(weights, trait, role) return weights[trait]:byte(role) - ("m"):byte() end

describe("text_field", function()
  it("learns what traits and steps say for a role", function()
    local weights = text_field.learn(ROLES, pages(page))
    assert.is_true(worth(weights, "short", 1) > worth(weights, "short", 2))
    assert.is_true(worth(weights, "last", 3) > worth(weights, "last", 2))
    assert.is_true(worth(weights, "from text", 3) > worth(weights, "from title", 3))
  end)

  it("learns the same each time", function()
    assert.same(text_field.learn(ROLES, pages(page)), text_field.learn(ROLES, pages(page)))
  end)

  it("leaves out traits of few sites", function()
    local list = pages(page)
    list[1].traits[1][3] = "the name of a site"
    assert.is_nil(text_field.learn(ROLES, list)["the name of a site"])
  end)

  it("takes a line in doubt for what pages without doubt make likely", function()
    local function doubtful(n)
      local one = page(n)
      if n > 6 then one.gold[4] = { 2, 3 } end
      return one
    end
    local function wrong(n)
      local one = page(n)
      if n > 6 then one.gold[4] = { 2 } end
      return one
    end
    local doubt = text_field.learn(ROLES, pages(doubtful))
    assert.is_true(worth(doubt, "last", 3) > worth(text_field.learn(ROLES, pages(wrong)), "last", 3))
  end)
end)
