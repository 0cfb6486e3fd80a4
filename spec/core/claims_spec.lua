-- Settling claims in the core: what must hold for any claims on any page.

local core = require "galley.core"

local KINDS = { "story", "entry", "sidebar", "teaser", "comment" }
local TAGS = { "headline", "byline", "paragraph", "caption", "note" }

-- A page with nested blocks, inline elements, references and hidden text.
local function random_page(dice)
  local out, open = { "<body>" }, {}
  for i = 1, dice(5, 60) do
    local step = dice(6)
    if step == 1 then
      local name = ({ "div", "ul", "section", "blockquote", "li" })[dice(5)]
      open[#open + 1] = name
      out[#out + 1] = "<" .. name .. (dice(8) == 1 and " hidden>" or ">")
    elseif step == 2 and #open > 0 then
      out[#out + 1] = "</" .. table.remove(open) .. ">"
    elseif step == 3 then
      out[#out + 1] = ("<a href=/%d>l%d &amp; <b>m</b></a>"):format(i, i)
    else
      out[#out + 1] = ("<p>w%d é &lt;%d "):format(i, i)
    end
  end
  return table.concat(out)
end

local function random_range(dice, page)
  if dice(2) == 1 then return page:range(dice(0, page:subtree_end(0) - 1)) end
  local _, stop = page:range(0)
  local a, b = dice(0, stop), dice(0, stop)
  return math.min(a, b), math.max(a, b)
end

local function add_segment(dice, claims, segments, line)
  local kind, owner = KINDS[dice(#KINDS)], #segments > 0 and dice(3) == 1 and segments[dice(#segments)] or nil
  local layer = owner and owner.layer or dice(3)
  local id = claims:segment(kind, kind, owner and owner.id, nil, layer, nil, line)
  segments[#segments + 1] = { id = id, layer = layer }
  return id
end

local function add_one(dice, claims, segments, line)
  if #segments == 0 or dice(3) == 1 then return add_segment(dice, claims, segments, line) end
  if dice(8) == 1 then return claims:chrome(1, nil, line) end
  local owner = segments[dice(#segments)]
  if dice(5) == 1 then return claims:body("body", owner.id, nil, owner.layer, nil, line) end
  return claims:part(TAGS[dice(#TAGS)], owner.id, nil, owner.layer, nil, line, dice(4) == 1)
end

local function add_random(dice, page, claims)
  local segments = {}
  for line = 1, dice(0, 25) do
    local id = add_one(dice, claims, segments, line)
    for _ = 1, dice(0, 2) do claims:range(id, random_range(dice, page)) end
  end
end

local function squeeze(text)
  return (text:gsub("%s+", ""))
end

local function gather(content, spans, texts, depth)
  assert.is_true(depth < 100)
  for _, item in ipairs(content) do
    if item.kind then
      assert.is_nil(item.tag)
      gather(item.content, spans, texts, depth + 1)
    else
      texts[#texts + 1] = squeeze(item.text)
      for _, span in ipairs(item.spans) do spans[#spans + 1] = span end
    end
  end
end

-- Every character of the page's text in exactly one part: counted by its spans.
local function check(html, page, content)
  local spans, texts = {}, {}
  gather(content, spans, texts, 0)
  table.sort(spans, function(a, b) return a[1] < b[1] end)
  local stop = 0
  for _, span in ipairs(spans) do
    assert.is_true(span[1] >= stop and span[2] > span[1], "spans overlap in " .. html)
    stop = span[2]
  end
  local all, expected = {}, {}
  for c in table.concat(texts):gmatch "." do all[#all + 1] = c end
  for c in squeeze(page:text()):gmatch "." do expected[#expected + 1] = c end
  table.sort(all)
  table.sort(expected)
  assert.equal(table.concat(expected), table.concat(all))
end

describe("any claims", function()
  it("leave every character in exactly one part, the same each time", function()
    for seed = 1, 1000 do
      local state = seed * 7919
      local function dice(low, high)
        if not high then low, high = 1, low end
        state = (state * 1103515245 + 12345) % 2147483648
        return low + (state >> 8) % (high - low + 1)
      end
      local html = random_page(dice)
      local page = core.parse(html)
      local before, results = state, {}
      for run = 1, 2 do
        state = before
        local claims = core.claims(page)
        add_random(dice, page, claims)
        assert.is_true(claims:settle())
        if run == 1 then check(html, page, claims:content()) end
        results[run] = claims:json()
      end
      assert.equal(results[1], results[2])
    end
  end)
end)

describe("claims", function()
  it("belong to the caller's mistakes when misused", function()
    local claims = core.claims(core.parse "<p>a")
    assert.has_error(function() claims:segment("x", "nothing") end)
    assert.has_error(function() claims:part("x", 1) end)
    assert.has_error(function() claims:range(1, 0, 1) end)
    assert.has_error(function() claims:json() end, "claims are not settled")
    assert.is_true(claims:settle())
    assert.has_error(function() claims:chrome(1) end, "claims are settled")
    claims:__close()
    assert.has_error(function() claims:json() end, "claims are closed")
    claims:__close()
  end)

  it("keep their page alive", function()
    local claims = core.claims(core.parse "<p>a</p>")
    collectgarbage()
    assert.is_true(claims:settle())
    collectgarbage()
    assert.equal("a", claims:content()[1].content[1].text)
  end)

  it("are written as JSON that says the same as the tables", function()
    local claims = core.claims(core.parse "<p>\"\\\1é</p>")
    assert.is_true(claims:settle())
    local read = require("cjson").decode(claims:json())
    assert.same(claims:content(), read)
  end)

  it("have the text that is read there, however it stands", function()
    local pieces = { "a", "bc", "defgh", "ijklmnopqrs", "é", "\u{A0}", " ", " ", "  ", "\n", "<b>t</b>", "&amp;",
      "<br>", "</p><p>" }
    local state = 1
    local function dice(high)
      state = (state * 1103515245 + 12345) % 2147483648
      return (state >> 8) % high + 1
    end
    for _ = 1, 400 do
      local html = {}
      for i = 1, dice(25) do html[i] = pieces[dice(#pieces)] end
      local page = core.parse("<p>" .. table.concat(html) .. "</p>")
      local claims = core.claims(page)
      assert.is_true(claims:settle())
      local parts = claims:parts()
      for i, part in ipairs(#parts > 0 and claims:content()[1].content or {}) do
        assert.equal(page:read(parts[i].start, parts[i].stop), part.text)
        assert.same(page:spans(parts[i].start, parts[i].stop), part.spans)
      end
    end
  end)

  it("are written with offsets of any length", function()
    local claims = core.claims(core.parse(("<p>a"):rep(30000)))
    assert.is_true(claims:settle())
    local offsets = {}
    for start, stop in claims:json():gmatch "%[(%d+),(%d+)%]" do
      offsets[#offsets + 1] = start == tostring(#offsets * 4 + 3) and stop == tostring(#offsets * 4 + 4)
    end
    assert.equal(60000, #offsets) -- of the segment, and of each part
    for i = 1, 30000 do assert.is_true(offsets[i]) end
  end)

  it("are written between a head and witnesses whose keys come in the order given", function()
    local keys = { "b", "a", "list", "other" }
    for i, key in ipairs(keys) do keys[key] = i end
    local claims = core.claims(core.parse "")
    assert.is_true(claims:settle())
    local head = { a = 'x"', b = 1, unknown = 2, list = {}, other = { a = true, list = { { b = 0.5 }, "y" } } }
    local witnesses = { list = { { a = "v", b = "w" } }, a = "no list", b = {} }
    assert.equal('{"b":1,"a":"x\\"","list":[],"other":{"a":true,"list":[{"b":0.5},"y"]},"content":[],'
      .. '"witnesses":{"list":[{"b":"w","a":"v"}]}}!', claims:json(head, witnesses, keys, "!"))
    head.a = head
    assert.has_error(function() claims:json(head, witnesses, keys) end, "a table nested deeper than 32 is no JSON")
  end)
end)

describe("json_string", function()
  it("escapes what JSON must and replaces what is no UTF-8", function()
    assert.equal('"a\\"\\\\\\n\\u0001\239\191\189\\u2028é"', core.json_string('a"\\\n\1\xFF\u{2028}é'))
    assert.equal('"\239\191\189\239\191\189\239\191\189"', core.json_string "\xED\xA0\x80")
  end)

  it("does so at every place of texts of any length", function()
    local special = { ['"'] = '\\"', ["\\"] = "\\\\", ["\31"] = "\\u001f",
      ["\127"] = "\\u007f", ["\128"] = "\239\191\189",
      [" "] = " ", ["!"] = "!", ["~"] = "~", ["é"] = "é" }
    for size = 0, 40 do
      local plain = ("abcdefghijklmnopqrstuvwxyz"):rep(2):sub(1, size)
      assert.equal('"' .. plain .. '"', core.json_string(plain))
      for byte, escaped in pairs(special) do
        for at = 0, size do
          local before, after = plain:sub(1, at), plain:sub(at + 1)
          assert.equal('"' .. before .. escaped .. after .. '"', core.json_string(before .. byte .. after))
        end
      end
    end
  end)
end)
