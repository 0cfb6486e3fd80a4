-- JSON laid out to be read.

local cjson = require "cjson"
local json = require "galley.format.json"

describe("pretty JSON", function()
  it("keeps order and values, and numbers on one line", function()
    local text = '{"b":1,"a":"x, {[\\"\\\\","spans":[[1,2],[3,4]],"list":["p",[1],{"q":null}],"none":[],"no":{}}'
    assert.equal([=[
{
  "b": 1,
  "a": "x, {[\"\\",
  "spans": [[1,2],[3,4]],
  "list": [
    "p",
    [1],
    {
      "q": null
    }
  ],
  "none": [],
  "no": {}
}]=], json.pretty(text))
    assert.same(cjson.decode(text), cjson.decode(json.pretty(text)))
  end)
end)
