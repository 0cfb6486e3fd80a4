-- What Lua asks of plain bytes: gunzip and SHA-256.

local core = require "galley.core"

local function from_hex(hex)
  return (hex:gsub("%x%x", function(digits) return string.char(tonumber(digits, 16)) end))
end

-- "hello, galley\n", and "x" a thousand times.
local HELLO = from_hex "1f8b0800000000000203cb48cdc9c9d751484fccc949ade40200f6b695470e000000"
local MANY = from_hex "1f8b0800000000000203aba81805a360140c770000e6c9413be8030000"

describe("gunzip", function()
  it("unpacks one member, and several after one another", function()
    assert.equal("hello, galley\n", core.gunzip(HELLO))
    assert.equal("hello, galley\n" .. ("x"):rep(1000) .. "hello, galley\n", core.gunzip(HELLO .. MANY .. HELLO))
  end)

  it("knows gzip by its first two bytes", function()
    assert.is_true(core.is_gzip(HELLO))
    assert.is_false(core.is_gzip "\x1F")
    assert.is_false(core.is_gzip "<p>")
    assert.same({ nil, "no gzip stream", 0, "" }, { core.gunzip "<p>" })
    assert.is_nil((core.gunzip ""))
  end)

  it("gives what it could read of a stream that is cut off, and where it ends", function()
    for size = 2, #MANY - 1 do
      local bytes, message, position, read = core.gunzip(MANY:sub(1, size))
      assert.is_nil(bytes)
      assert.equal("the gzip stream is cut off", message)
      assert.equal(size, position)
      assert.equal(("x"):rep(#read), read)
    end
    local _, _, position, read = core.gunzip(HELLO .. MANY:sub(1, 5))
    assert.equal(#HELLO + 5, position)
    assert.equal("hello, galley\n", read)
  end)

  it("says what is broken", function()
    local wrong_sum = HELLO:sub(1, -8) .. "\0" .. HELLO:sub(-6)
    assert.equal("the gzip stream is broken", select(2, core.gunzip(wrong_sum)))
    assert.equal("the gzip stream is broken", select(2, core.gunzip "\x1F\x8B\8\0\0\0\0\0\0\3\xFF\xFF\xFF"))
    assert.equal("other bytes follow the gzip stream", select(2, core.gunzip(HELLO .. "junk")))
  end)

  it("takes zeros after the last member for padding", function()
    assert.equal("hello, galley\n", core.gunzip(HELLO .. ("\0"):rep(512)))
  end)

  it("stops at a limit", function()
    assert.equal(1000, #core.gunzip(MANY, 1000))
    local bytes, message, _, read = core.gunzip(MANY, 999)
    assert.is_nil(bytes)
    assert.equal("what the gzip stream holds is larger than the limit", message)
    assert.equal(("x"):rep(999), read)
    assert.is_nil((core.gunzip(MANY, 0)))
    assert.has_error(function() core.gunzip(MANY, -1) end)
  end)
end)

describe("sha256", function()
  it("gives the digest in hexadecimal digits", function()
    assert.equal("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", core.sha256 "")
    assert.equal("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad", core.sha256 "abc")
    assert.equal("cdc76e5c9914fb9281a1c7e284d73e67f1809a48a497200e046d39ccc7112cd0", core.sha256(("a"):rep(1000000)))
  end)
end)
