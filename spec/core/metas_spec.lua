-- page:metas(): meta elements by name.
local core = require "galley.core"

describe("page:metas", function()
  it("lists contents by property, name and itemprop in lower case, in the page's order", function()
    local page = core.parse [[<meta name=Author content="Ann Lee"><meta property=og:title name=title content="Ferry">
      <meta name=author content="Bo Ek"><meta itemprop=datePublished content="2024-05-06"><meta charset=utf-8>
      <meta name=empty content=""><meta name=bare><template><meta name=author content="Cy Poe"></template>]]
    assert.same({ author = { "Ann Lee", "Bo Ek" }, ["og:title"] = { "Ferry" }, title = { "Ferry" },
      datepublished = { "2024-05-06" } }, page:metas())
  end)

  it("lists those alone that are wanted, where some are", function()
    local page = core.parse "<meta name=Author content='Ann Lee'><meta property=og:title content=Ferry>"
    assert.same({ author = { "Ann Lee" } }, page:metas { author = true, title = true })
    assert.same({}, page:metas {})
    assert.has_error(function() page:metas "author" end)
  end)
end)
