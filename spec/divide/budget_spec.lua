-- What becomes of a page on which a rule's divide does not come to its end.

local divide = require "galley.divide"
local galley = require "galley"

local HTML = "<h1>Ferry stays in port</h1><p>Strong wind.</p>"

-- A rule in the generic rule's place whose state answers with this error.
local function failing(code, shipped)
  local sandbox = {
    renew = function() return true end,
    claim = function() return nil, { code = code, message = "it is spent" } end,
  }
  return { name = "generic", base = "generic.lua", file = "rules/generic.lua", shipped = shipped,
    divide = "divide", divide_sandbox = sandbox }
end

local function run(rule)
  return divide.page(galley.parse(HTML), nil, rule, {})
end

describe("the shipped generic rule", function()
  it("leaves a page to chrome, with a notice, where it spends its instructions or memory", function()
    for _, code in ipairs { "rule-budget", "rule-memory" } do
      local claims, notices = run(failing(code, true))
      assert.truthy(claims)
      assert.equal("generic-budget", notices[1].code)
      assert.matches("it is spent", notices[1].message, 1, true)
    end
  end)

  it("ends within its budget on a page of very many blocks, and loses none of its text", function()
    local sheet = assert(galley.extract("<h1>Ferry</h1>" .. ("a<p>"):rep(150000)))
    assert.is_nil(sheet.notices[1])
    assert.equal(1, #sheet.content)
    assert.equal("chrome", sheet.content[1].kind)
    assert.equal(150001, #sheet.content[1].content)
  end)
end)

describe("any other rule", function()
  it("is at fault where it spends its budget, in the generic rule's place too", function()
    local claims, err = run(failing("rule-budget", nil))
    assert.is_nil(claims)
    assert.equal("rule-budget", err.code)
  end)

  it("fails the page, not itself, where time runs out", function()
    for _, shipped in ipairs { true, false } do
      local claims, err = run(failing("rule-time", shipped))
      assert.is_nil(claims)
      assert.equal("page-time", err.code)
    end
  end)
end)
