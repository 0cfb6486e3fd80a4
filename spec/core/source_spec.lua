-- From bytes to characters and back: encodings, how they are found, the map.

local core = require "galley.core"

local function parse(bytes, options)
  return assert(core.parse(bytes, options))
end

-- The page's text and, for each character, the bytes as given that it stands in.
local function characters(bytes, options)
  local page = parse(bytes, options)
  local text, pieces = page:raw(page:range(0)), {}
  for at, point in utf8.codes(text) do
    local char = utf8.char(point)
    local span = page:spans(at - 1, at - 1 + #char)[1]
    pieces[#pieces + 1] = span and bytes:sub(span[1] + 1, span[2]) or char
  end
  return text, pieces, page
end

local function text_of(bytes, encoding)
  return (characters(bytes, { encoding = encoding, input = "text" }))
end

local function encoding_of(bytes, options)
  return parse(bytes, options):encoding()
end

-- Bytes that are not valid UTF-8, so that nothing but a declaration can decide.
local LEGACY = "<p>\xE9\xE8</p>"

describe("the encoding of a page", function()
  it("is that of a byte order mark, before everything else", function()
    assert.equal("utf-8", encoding_of("\xEF\xBB\xBF<meta charset=koi8-r>x", { encoding = "koi8-r" }))
    assert.equal("utf-16le", encoding_of("\xFF\xFEx\0", { encoding = "utf-8" }))
    assert.equal("utf-16be", encoding_of("\xFE\xFF\0x"))
  end)

  it("is that of a label, before what the page declares", function()
    assert.equal("koi8-r", encoding_of("<meta charset=windows-1251>" .. LEGACY, { encoding = " KOI8-R\n" }))
    local page, message, code = core.parse("x", { encoding = "utf-9" })
    assert.is_nil(page)
    assert.equal("unknown encoding label", message)
    assert.equal("encoding", code)
  end)

  it("goes by the standard's names for labels", function()
    local names = {
      latin1 = "windows-1252", ascii = "windows-1252", ["iso-8859-9"] = "windows-1254", cyrillic = "iso-8859-5",
      ["tis-620"] = "windows-874", logical = "iso-8859-8-i", visual = "iso-8859-8", utf8 = "utf-8",
      ["koi8-ru"] = "koi8-u", sjis = "shift_jis", gb2312 = "gbk", ["x-mac-roman"] = "macintosh",
      ["x-cp1251"] = "windows-1251", ["866"] = "ibm866", ["iso-10646-ucs-2"] = "utf-16le",
      ["hz-gb-2312"] = "replacement", l9 = "iso-8859-15", ["x-user-defined"] = "x-user-defined",
    }
    for label, name in pairs(names) do assert.equal(name, encoding_of("x", { encoding = label })) end
  end)

  it("is declared by a meta element", function()
    local function declared(head) return encoding_of(head .. LEGACY) end
    assert.equal("windows-1251", declared "<meta charset=windows-1251>")
    assert.equal("windows-1251", declared "<META\nid=x CharSet = 'windows-1251' />")
    assert.equal("koi8-r", declared [[<meta http-equiv=Content-Type content="text/html; charset=koi8-r">]])
    assert.equal("koi8-r", declared [[<meta content='charset = "koi8-r"' http-equiv="content-type">]])
    assert.equal("koi8-r", declared "<!-- <meta charset=ibm866> --><meta charset=koi8-r>")
    assert.equal("koi8-r", declared "<!--><meta charset=koi8-r>")
    assert.equal("koi8-r", declared "<a title='<meta charset=ibm866>'><meta charset=koi8-r>")
    assert.equal("koi8-r", declared "</a b='>'><!doctype html><?x y?><meta charset=nonsense><meta charset=koi8-r>")
    assert.equal("utf-8", declared "<meta charset=utf-16be>")
    assert.equal("windows-1252", declared "<meta charset=x-user-defined>")
    assert.equal("windows-1252", declared [[<meta content="text/html; charset=koi8-r">]])
    assert.equal("windows-1252", declared "<metacharset=koi8-r>")
  end)

  it("is declared by an XML declaration, where no meta element does", function()
    assert.equal("koi8-r", encoding_of("<?xml version='1.0' encoding = 'koi8-r'?>" .. LEGACY))
    assert.equal("ibm866", encoding_of("<?xml version='1.0' encoding='koi8-r'?><meta charset=ibm866>" .. LEGACY))
    assert.equal("utf-16le", encoding_of "<\0?\0x\0m\0l\0")
  end)

  it("is UTF-8 where the bytes are, else windows-1252", function()
    assert.equal("utf-8", encoding_of "<p>plain")
    assert.equal("utf-8", encoding_of "<p>caf\xC3\xA9")
    assert.equal("windows-1252", encoding_of(LEGACY))
    assert.equal("utf-8", encoding_of("<meta charset=utf-8>" .. LEGACY))
    assert.equal("windows-1252", encoding_of("<meta charset=utf-8>" .. LEGACY, { input = "text" }))
  end)

  it("is UTF-8 where the end of the input cuts a character", function()
    assert.equal("utf-8", encoding_of "<p>caf\xC3\xA9 \xE2\x82")
    assert.equal("windows-1252", encoding_of "<p>cafe \xE2\x82")
  end)

  it("is UTF-8 where the bytes are, whatever older encoding is declared", function()
    assert.equal("utf-8", encoding_of "<meta charset=gb2312><p>\xE4\xB8\xAD\xE6\x96\x87")
    assert.equal("gbk", encoding_of "<meta charset=gb2312><p>plain")
    assert.equal("koi8-r", encoding_of("<p>\xC3\xA9", { encoding = "koi8-r" }))
  end)

  it("is looked for beyond 1,024 bytes only where nothing else is known", function()
    local head = "<title>" .. ("x"):rep(2000) .. "</title>"
    assert.equal("koi8-r", encoding_of(head .. "<meta charset=koi8-r>" .. LEGACY))
    assert.equal("windows-1252", encoding_of(head .. "<meta charset=utf-8>" .. LEGACY))
    assert.equal("utf-8", encoding_of(head .. "<meta charset=koi8-r>"))
  end)
end)

describe("decoding", function()
  it("replaces what is no UTF-8, a maximal subpart at a time", function()
    local cases = {
      ["a\xFFb"] = "a?b", ["\xC3x"] = "?x", ["\xE2\x82x"] = "?x", ["\xE2\x82"] = "?", ["\xC0\x80"] = "??",
      ["\xED\xA0\x80"] = "???", ["\xF0\x9F\x98x"] = "?x", ["\xF4\x90\x80\x80"] = "????", ["\xF0\x80\x80\x80"] = "????",
      ["\xE0\x9F\xBF"] = "???", ["\x80\xBF"] = "??", ["\xF0\x9F\x98\x80"] = "\u{1F600}",
    }
    for bytes, want in pairs(cases) do
      assert.equal(want:gsub("%?", "\u{FFFD}"), (text_of("[" .. bytes .. "]", "utf-8"):match "^%[(.*)%]"), nil)
    end
  end)

  it("knows the single-byte encodings as the standard has them", function()
    local samples = {
      ["windows-1252"] = { "\x80\x81\x9F\xE9", "\u{20AC}\u{81}\u{178}é" },
      ["windows-1255"] = { "\xCA\xD9\xE0", "\u{5BA}\u{FFFD}א" },
      ["windows-874"] = { "\xA1\xDB\xFB", "ก\u{FFFD}๛" },
      ["koi8-u"] = { "\xAE\xBE\xA4\xC1", "ўЎєа" },
      ["x-mac-cyrillic"] = { "\x80\xA2\xFF", "АҐ€" },
      ["macintosh"] = { "\x80\xDB\xF0", "Ä€\u{F8FF}" },
      ["ibm866"] = { "\x80\xF0\xFF", "АЁ\u{A0}" },
      ["iso-8859-8-i"] = { "\xE0\xA1", "א\u{FFFD}" },
      ["iso-8859-16"] = { "\xA4\xFE", "€ț" },
      ["x-user-defined"] = { "\x80\xFF", "\u{F780}\u{F7FF}" },
    }
    for encoding, sample in pairs(samples) do assert.equal(sample[2], (text_of(sample[1], encoding))) end
  end)

  it("knows UTF-16, its pairs and what is left of them", function()
    assert.equal("aé\u{1F600}", text_of("a\0\xE9\0\x3D\xD8\0\xDE", "utf-16le"))
    assert.equal("\u{FFFD}b", text_of("\xD8\x3D\0b", "utf-16be"))
    assert.equal("b\u{FFFD}", text_of("b\0\x3D\xD8\0", "utf-16le"))
    assert.equal("b\u{FFFD}", text_of("b\0c", "utf-16le"))
  end)

  it("knows the multi-byte encodings, and where their errors end", function()
    local samples = {
      shift_jis = { "\x93\xFA\x96\x7B\xB1\x81", "日本ｱ\u{FFFD}" },
      ["euc-jp"] = { "\xC6\xFC\x8E\xB1\x8F\xB0\xA1\xFC\xE2\xA4<", "日ｱ丂髙\u{FFFD}<" },
      ["iso-2022-jp"] = { "\27$BF|K\\\27(J\\\27(B.", "日本¥." },
      ["euc-kr"] = { "\xC7\xD1\x81\x41\xFF", "한갂\u{FFFD}" },
      big5 = { "\xA4\xA4\x88\x62\x88<", "中Ê\u{304}\u{FFFD}<" },
      gbk = { "\xD6\xD0\x80\x81\x30\x81\x30\xFF", "中€\u{80}\u{FFFD}" },
      gb18030 = { "\x94\x39\xDA\x33\x81\x30x", "\u{1F4A9}\u{FFFD}0x" },
    }
    for encoding, sample in pairs(samples) do assert.equal(sample[2], (text_of(sample[1], encoding))) end
  end)

  it("gives one character for what the standard will not decode", function()
    assert.equal("\u{FFFD}", text_of("~{<script>~}", "hz-gb-2312"))
  end)
end)

describe("the map to the bytes as given", function()
  local function pieces_of(bytes, encoding)
    local _, pieces = characters("<p>" .. bytes, { encoding = encoding })
    return pieces
  end

  it("knows each character's bytes", function()
    assert.same({ "a", "\xE9", "\x80", "b" }, pieces_of("a\xE9\x80b", "windows-1252"))
    assert.same({ "a", "\xE2\x82", "\xFF", "\xC3\xA9" }, pieces_of("a\xE2\x82\xFF\xC3\xA9", "utf-8"))
    assert.same({ "\x93\xFA", "x", "\xB1" }, pieces_of("\x93\xFAx\xB1", "shift_jis"))
    assert.same({ "\x88\x62", "\x88\x62", "x" }, pieces_of("\x88\x62x", "big5"))
    assert.same({ "F|", "\\", "." }, pieces_of("\27$BF|\27(J\\\27(B.", "iso-2022-jp"))
    assert.same({ "\x94\x39\xDA\x33", "y" }, pieces_of("\x94\x39\xDA\x33y", "gb18030"))
  end)

  it("counts a byte order mark", function()
    local page = parse "\xEF\xBB\xBF<p>é"
    assert.same({ { 6, 8 } }, page:spans(page:range(0)))
    assert.equal(8, page:bytes())
    local _, pieces = characters("\xFF\xFE<\0p\0>\0a\0\x3D\xD8\0\xDE")
    assert.same({ "a\0", "\x3D\xD8\0\xDE" }, pieces)
  end)

  it("composes with character references", function()
    local text, pieces = characters("<p>\xE9&eacute;&amp\xE8", { encoding = "latin1" })
    assert.equal("éé&è", text)
    assert.same({ "\xE9", "&eacute;", "&amp", "\xE8" }, pieces)
  end)

  it("holds for attribute values", function()
    local bytes = "<a title='\xE9\xE8x'>\xE9</a>"
    local page = parse(bytes, { encoding = "latin1" })
    local value, start, stop = page:attr(page:find("a", 0)[1], "title")
    assert.equal("éèx", value)
    assert.equal("\xE9\xE8x", bytes:sub(start + 1, stop))
  end)

  it("holds over long mixed text", function()
    local units = { "a", "\xE9", "\x80", "bc", "\xFF" }
    local parts, seed = {}, 7
    for i = 1, 5000 do
      seed = (seed * 1103515245 + 12345) % 2147483648
      parts[i] = units[seed // 65536 % #units + 1]
    end
    local bytes = table.concat(parts)
    local _, pieces = characters("<p>" .. bytes, { encoding = "windows-1252" })
    assert.equal(bytes, table.concat(pieces))
  end)

  it("holds over more characters of a kind than one stretch takes", function()
    local page = parse(("\xE9"):rep(70000) .. "ab\xE9c", { encoding = "windows-1252", input = "text" })
    for _, at in ipairs { 1, 65534, 65535, 65536, 69999 } do
      assert.same({ { at, at + 1 } }, page:spans(2 * at, 2 * at + 2))
    end
    assert.same({ { 70001, 70004 } }, page:spans(140001, 140005))
  end)
end)

describe("core/source_single.c", function()
  it("is what its generator writes", function()
    local tool = "spec/tools/make_encodings.py"
    if not os.execute "command -v python3 >/dev/null 2>&1" then return pending "python3 is not here" end
    assert.is_true((os.execute("env -u LD_PRELOAD python3 " .. tool .. " --check")))
  end)
end)
