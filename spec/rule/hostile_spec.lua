-- Rule files that mean harm, by every key that a rule has: each ends soon, with a message that
-- names file and line where its sheet does not come out; the host is as before, and the next
-- page is read as if nothing had been.

local galley = require "galley"
local hostile = require "spec.tools.hostile_rules"

local SECONDS = 60 -- that a rule may take here: what is counted must end it long before

local function read(path)
  local file = assert(io.open(path, "rb"))
  local bytes = file:read "a"
  file:close()
  return bytes
end

local function clean_sheet(page)
  local sheet = assert(galley.extract(page))
  local json = sheet:json()
  sheet:close()
  return json
end

local function host_state()
  local names = {}
  for _, library in ipairs { _G, string, table, math, utf8 } do
    for name, value in pairs(library) do names[#names + 1] = name .. tostring(value) end
  end
  table.sort(names)
  return { table.concat(names, " "), getmetatable("").__index == string, (debug.gethook()), os.setlocale(nil) }
end

describe("a rule's limits", function()
  it("can be changed", function()
    local place = require("spec.tools.folder").new { ["r.lua"] = "return { hosts = 'x.example',\nsidebar = 'div p' }",
      ["f.lua"] = "return { hosts = 'y.example', divide = function()\nfor _ = 1, 1e4 do end return {} end }" }
    local function message(limits, url)
      local rules = assert(galley.rules { rules = { place.dir }, limits = limits })
      local sheet, err = galley.extract(hostile.pages.html, { rules = rules, url = url or "https://x.example/" })
      return sheet and "a sheet" or tostring(err):gsub("^.*/", "")
    end
    assert.equal("a sheet", message())
    assert.equal("r.lua:2: the rule spent its 1000 steps of work on the page", message { work = 1000 })
    assert.equal("a sheet", message(nil, "https://y.example/"))
    assert.equal("f.lua:2: the rule spent its 5000 instructions",
      message({ instructions = 5000 }, "https://y.example/"))
    assert.has_error(function() galley.rules { limits = { wrok = 5 } } end, 'limits: there is no "wrok"')
    assert.has_error(function() galley.rules { limits = { work = "5" } } end,
      "limits.work: number expected, got string")
    place:remove()
  end)
end)

describe("a hostile rule file", function()
  local page = read "spec/fixtures/pages/harbour.html"
  local before, sheet = host_state(), clean_sheet(page)

  for _, one in ipairs(hostile) do
    it("ends: " .. one.what, function()
      local message, notices = hostile.run(one, SECONDS)
      assert.is_nil((message or ""):match "%d seconds")
      if one.quiet then assert.is_nil(message) end
      if one.on or one.says then assert.is_string(message) end
      if message then
        assert.matches("^%w+%.lua:%d+: ", message)
        assert.is_true(#message < 4000)
        assert.is_nil(message:match "[^%C\n]")
      end
      if one.on and one.on > 0 then assert.equal("hostile.lua:" .. one.on .. ":", message:match "^%S+") end
      if one.says then assert.matches(one.says, message, 1, true) end
      for _, notice in ipairs(notices) do assert.is_true(#notice < 1000) end
      assert.same(before, host_state())
      assert.equal(sheet, clean_sheet(page))
    end)
  end
end)
