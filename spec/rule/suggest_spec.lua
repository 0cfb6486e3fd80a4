-- What was probably meant by a key nobody knows.

local suggest = require "galley.rule.suggest"

describe("suggest", function()
  it("counts edits, a swap of neighbours as one", function()
    assert.equal(0, suggest.distance("dek", "dek", 3))
    assert.equal(1, suggest.distance("headlin", "headline", 3))
    assert.equal(1, suggest.distance("hedaline", "headline", 3))
    assert.equal(3, suggest.distance("kitten", "sitting", 3))
    assert.equal(3, suggest.distance("a", "completely", 2))
  end)

  it("prefers a synonym to a near word", function()
    assert.equal("dek", suggest.nearest("strap", { "story", "dek" }, { strap = "dek" }))
  end)

  it("takes spaces and hyphens for underscores, and capitals for small letters", function()
    assert.equal("pull_quote", suggest.nearest("Pull-Quote", { "pull_quote" }))
  end)

  it("says nothing where nothing is near", function()
    assert.is_nil(suggest.nearest("zebra", { "headline", "dek" }))
    assert.is_nil(suggest.nearest(("x"):rep(1000), { ("x"):rep(999) }))
  end)
end)
