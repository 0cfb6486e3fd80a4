-- The pandoc reader, in the pandoc that is installed.

local cjson = require "cjson"
local run = require "spec.command.run"

local READER = "lua/galley/pandoc/galley.lua"
local PAGE = "spec/fixtures/pages/harbour.html"

local function pandoc(arguments)
  return run.shell("env -u LD_PRELOAD pandoc -f " .. READER .. " " .. arguments)
end

describe("pandoc -f galley.lua", function()
  if run.shell "command -v pandoc && test -e build/lua5.3/galley/core.so" ~= 0 then
    pending "needs pandoc and `make module53`"
    return
  end

  it("gives the story as body", function()
    local code, out, err = pandoc("-t markdown --wrap=none " .. PAGE)
    assert.same({ 0, "" }, { code, err })
    assert.truthy(out:find "# Harbour dredging to start two years late, port says")
    assert.truthy(out:find "Ferries to the outer islands have lost a fifth")
    assert.is_nil(out:find "We use cookies")
  end)

  it("gives sidebars as Divs with their kind and bytes", function()
    local code, out = pandoc("-t html --wrap=none " .. PAGE)
    assert.equal(0, code)
    local start, stop = out:match '<div class="sidebar" data%-start="(%d+)" data%-stop="(%d+)"'
    assert.truthy(start)
    local source = run.read(PAGE):sub(start + 1, stop)
    assert.truthy(source:find "^More from the harbour")
  end)

  it("takes title, author and date into the metadata", function()
    local code, out = pandoc("-t json " .. PAGE)
    assert.equal(0, code)
    local meta = cjson.decode(out).meta
    assert.equal("MetaInlines", meta.title.t)
    assert.truthy(meta.date.c:find "^2024%-03%-12")
  end)

  it("gives a headline once where metadata words it otherwise", function()
    local folder, remove = run.folder()
    local html = run.read(PAGE):gsub('property="og:title" content="[^"]*"',
      'property="og:title" content="Harbour dredging: why ferries to the islands must wait"')
    run.write(folder .. "/page.html", html)
    local code, out = pandoc("-t markdown --wrap=none " .. folder .. "/page.html")
    remove()
    assert.equal(0, code)
    assert.truthy(out:find "# Harbour dredging to start two years late, port says")
    assert.is_nil(out:find("why ferries to the islands must wait", 1, true))
  end)

  it("reads packed pages, and says what is wrong with others", function()
    assert.equal(0, (pandoc("-t plain " .. PAGE .. ".gz")))
    local code, _, err = pandoc "-t plain spec/fixtures/bad/image.html"
    assert.is_true(code ~= 0)
    assert.truthy(err:find "image %(PNG%)")
  end)
end)
