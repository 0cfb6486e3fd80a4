-- The table of all keys: that it agrees with itself.

local schema = require "galley.rule.schema"

describe("the schema", function()
  it("describes each key once for each place, with a doc", function()
    local seen = {}
    for _, row in ipairs(schema.keys) do
      assert.is_string(row.doc)
      assert.is_string(row.type)
      for _, place in ipairs(row.on) do
        assert.is_nil(seen[place .. " " .. row.key], row.key)
        seen[place .. " " .. row.key] = true
      end
    end
  end)

  it("holds the parts of the sheet's vocabulary where they belong", function()
    for _, tag in ipairs { "headline", "kicker", "dek", "byline", "published", "image", "caption", "detail" } do
      assert.is_true(schema.holds("teaser", tag), tag)
    end
    assert.is_false(schema.holds("teaser", "credit"))
    assert.is_true(schema.holds("sidebar", "heading"))
    assert.is_true(schema.holds("story", "modified"))
    assert.is_true(schema.holds("comment", "text"))
    assert.is_false(schema.is_tag "body")
  end)

  it("gives no synonym that is a key of the same place", function()
    for _, place in ipairs { "rule", "story", "entry", "sidebar", "teaser", "comment" } do
      local index = schema.index(place)
      for word, key in pairs(schema.synonyms(place)) do
        assert.is_truthy(index[key])
        if index[word] then assert.is_not.equal(word, key) end
      end
    end
  end)
end)
