-- What bytes are taken for.

local kind = require "galley.input.kind"

describe("refusing", function()
  local CASES = {
    { "", "empty" }, { " \r\n\t", "empty" }, { "\x89PNG\r\n\26\n....", "image" }, { "GIF89a....", "image" },
    { "RIFF\1\2\3\4WEBPVP8 ", "image" }, { "%PDF-1.7\n", "binary" }, { "PK\3\4abc", "binary" },
    { ("\0\1\2\3text"):rep(50), "binary" }, { '{"a": [1, 2]}', "json" }, { "[1, 2, 3]", "json" },
    { '\xEF\xBB\xBF {"a": 1}', "json" }, { '{"a": 1}\n{"a": 2}\n', "json" },
  }
  for i, case in ipairs(CASES) do
    it(("names what is no page (%d: %s)"):format(i, case[2]), function()
      local refused, phrase = kind.refused(case[1])
      assert.equal(case[2], refused)
      assert.is_string(phrase)
    end)
  end

  it("lets pages through, odd ones too", function()
    for _, bytes in ipairs {
      "<p>x", "{ not JSON }", "[a bracket", "plain text", "{}</p> and more",
      "a stray \0 among a hundred characters of text, as real pages have them, is nothing to refuse a page for, is it",
      "\xFF\xFE<\0p\0>\0a\0b\0",
    } do
      assert.is_nil((kind.refused(bytes)))
    end
  end)
end)

describe("sniffing", function()
  it("tells HTML from text", function()
    assert.equal("html", kind.sniff "\xEF\xBB\xBF\n <!DOCTYPE html><p>x")
    assert.equal("html", kind.sniff "<!-- c --><div>")
    assert.equal("html", kind.sniff '<?xml version="1.0"?><!DOCTYPE html><html>')
    assert.equal("xml", kind.sniff '<?xml version="1.0"?>\n<!-- c > d -->\n<nitf>')
    assert.equal("xml", kind.sniff "\n<rss version='2.0'>")
    assert.equal("xml", kind.sniff "<rdf:RDF xmlns='x'>")
    assert.equal("html", kind.sniff "HTTP leftovers\n<HTML >")
    assert.equal("text", kind.sniff "A headline\n\nA paragraph with 1 < 2.")
    assert.equal("text", kind.sniff "<3 is a heart")
  end)
end)
