-- A page's columns for rules, the formulas that make more of them, and the texts of blocks.

local core = require "galley.core"

local PAGE = [[<body><div><h1>Harbour ferries sail again</h1><p>Ferries left at nine, after the storm.
  Nobody was hurt.</p><p>Photo:&nbsp;Port</p></div><div><p><a href="/tides">Tides by the hour</a></p></div>]]

local NAMES = { P = 1, H1 = 1 << 27, BOTH = 3, PHOTOS = { "^photo:", "getty" }, HURT = { "hurt" } }

local page, f

local function formula(text, rows)
  return core.formula(rows or "blocks", text, NAMES)
end

local function column(text, numbers, name)
  f:derive(name or "made", formula(text), numbers)
  return f[name or "made"]
end

describe("page:features", function()
  before_each(function()
    page = core.parse(PAGE)
    f = page:features()
  end)

  it("has columns that are made when they are read, counts, and texts", function()
    assert.equal(4, f.blocks)
    assert.is_nil(rawget(f, "words"))
    assert.same({ 4, 10, 2, 4 }, f.words)
    assert.equal(f.words, rawget(f, "words"))
    assert.equal(#f.box_row, f.boxes)
    assert.same({ "Photo: Port", "photo: port" }, { f.text[3], f.lower[3] })
    assert.is_nil(f.text[5] or f.lower[0] or f.nonsense)
  end)

  it("hears no name in classes that are styles", function()
    local styled = "<div class='text-18 login:flex mt-2 dialog:p-2'>One</div><p class='text-18 login'>Two</p>"
    local hints = core.parse(styled):features().own_hints
    local DIALOG, BODY = 1 << 20, 1 << 13
    assert.same({ BODY, BODY | DIALOG }, { hints[1], hints[2] })
  end)

  it("lists the cells of long columns, too", function()
    for _, count in ipairs { 300, 10000, 10001 } do
      local long = core.parse(("<p>a b"):rep(count)):features()
      assert.same({ count, 2, 2, count }, { #long.words, long.words[1], long.words[count], #long.words })
      long:derive("half", core.formula("blocks", "return row / 2"))
      assert.same({ 0.5, 1, count / 2 }, { long.half[1], long.half[2], long.half[count] })
      local odd = long:rows(core.formula("blocks", "return row & 1 ~= 0"))
      assert.same({ (count + 1) // 2, 1, 3 }, { #odd, odd[1], odd[2] })
      assert.equal(2 * #odd - 1, odd[#odd])
      assert.equal("integer", math.type(long.half[2]))
    end
  end)

  it("can be of the first blocks alone, with the boxes that begin in them", function()
    local first = page:features(2)
    assert.same({ 2, 2 }, { first.blocks, #first.words })
    assert.equal(first.boxes, #first.box_last)
    for box = 1, first.boxes do
      assert.is_true(first.box_first[box] <= 2 and first.box_last[box] <= 2)
    end
    assert.equal(0, page:features(0).blocks)
  end)

  it("has handles on columns that are no lists", function()
    local words, last = f:cells "words", f:cells "box_last"
    assert.same({ 4, 4, 10 }, { #words, words[1], words[2] })
    assert.is_nil(words[0] or words[5] or words.x or words[1.5])
    assert.same({ f.boxes, f.box_last[1], f.box_last[f.boxes] }, { #last, last[1], last[f.boxes] })
    f:derive("half", core.formula("blocks", "return words / 2"))
    local half = f:cells "half"
    assert.same({ 4, 2, 5, 1, 2 }, { #half, half[1], half[2], half[3], half[4] })
    assert.equal("integer", math.type(half[1]))
    f:derive("half", core.formula("blocks", "return words / 4"))
    collectgarbage()
    assert.same({ 1, 2.5 }, { half[1], half[2] })
    for _ = 1, 1000 do words = f:cells "words" end
    assert.equal(10, words[2])
    assert.has_error(function() f:cells "nonsense" end)
    assert.has_error(function() words[1] = 2 end)
    local first = page:features(2):cells "box_last"
    collectgarbage()
    assert.is_true(first[1] <= 2)
    page:close()
    assert.has_error(function() return words[1] end, "page is closed")
    assert.has_error(function() return #half end, "page is closed")
  end)

  it("knows what are features by no field that a rule can set", function()
    assert.is_nil(rawget(f, "columns"))
    assert.is_false(pcall(f.derive, {}, "x", formula "return 1"))
    local forged = { columns = f.columns, of = f.columns }
    assert.is_false(pcall(f.rows, forged, formula "return 1"))
    assert.is_false(pcall(f.rows, f, {}))
    assert.is_false(pcall(f.rows, f, page))
  end)

  it("raises once the page is closed", function()
    page:close()
    assert.has_error(function() return f.words end, "page is closed")
    assert.has_error(function() return f.text[1] end, "page is closed")
    assert.has_error(function() f:derive("x", formula "return 1") end, "page is closed")
  end)
end)

describe("the text of a block", function()
  local function texts(html)
    local features = core.parse(html):features()
    local list = {}
    for i = 1, features.blocks do list[i] = features.text[i] .. "|" .. features.lower[i] end
    return list, features
  end

  it("has its white space collapsed, in one text node and in several", function()
    assert.same({ "One two É|one two É", "Three Four|three four", "A  B|a  b" },
      (texts "<p> One\n\t two É\n<p>\nThree <b> \n Four</b> </p><p>&nbsp;A&nbsp; B"))
  end)

  it("is the same wherever its spaces and capitals stand", function()
    for lead = 0, 17 do
      for _, middle in ipairs { "B  C", "B\n C", "B \nC", "B C", "B\u{A0}C", "B\u{A0} C", "ÉZ[@`{" } do
        local text = ("x"):rep(lead) .. middle .. ("Y"):rep(9)
        local read = text:gsub("[ \n]+", " "):gsub("\u{A0}", " ")
        assert.same({ read .. "|" .. read:lower() }, (texts("<p>" .. text)))
      end
    end
  end)

  it("ends where no line that matters does", function()
    local list = texts("<p>" .. ("Word "):rep(3000) .. "<p>" .. ("Other <b>words</b> "):rep(3000))
    assert.equal(2 * 3999 + 1, #list[1])
    assert.is_true(#list[2] <= 2 * 4000 + 1)
  end)

  it("is held against patterns in small letters, by its number", function()
    local _, features = texts "<p>Read More<p>More to read<p>Read the paper"
    local lists = { { "^more", "^read more", "^read" }, { "paper$", "r" }, {} }
    for _, list in ipairs(lists) do
      for i = 1, 3 do assert.equal(features.lower[i]:find(list[1] or "^$") and 1 or false,
        features:matches(i, { list[1] or "^$" })) end
    end
    assert.same({ 2, 1, 3 }, { features:matches(1, lists[1]), features:matches(2, lists[1]),
      features:matches(3, lists[1]) })
    assert.has_error(function() features:matches(4, lists[1]) end)
    assert.has_error(function() features:matches(0, lists[1]) end)
    assert.has_error(function() features:matches(1, "^more") end)
  end)
end)

describe("a formula", function()
  before_each(function()
    page = core.parse(PAGE)
    f = page:features()
  end)

  it("computes with numbers, columns, rows and names", function()
    assert.same({ 1, 2, 3, 4 }, column "return row")
    assert.same({ 8, 8, 8, 8 }, column "return 2 + 3 * 2 -- no more")
    assert.same({ 2.5, 2.5, 2.5, 2.5 }, column "return (7 - 2) / 2")
    assert.same({ 0, 0, 0, 0 }, column "return 1 / 0")
    assert.same({ 3, 3, 3, 3 }, column "return BOTH & 7 | 1")
    assert.same({ 0, 0, 0, 0 }, column "return words * $times")
    assert.same({ 2, 1, 0, 0 }, column "return max(0, min(3 - row, 2))")
  end)

  it("is given numbers for a run", function()
    assert.same({ 8, 20, 4, 8 }, column("return words * $times", { times = 2 }))
    assert.same({ 1, 1, 1, 1 }, column("return $yes + $no", { yes = true, no = false }))
  end)

  it("chooses, keeps locals, and returns 0 where it says nothing", function()
    assert.same({ 100, 10, 0, 4 }, column [[
      local n = words
      if level > 0 then n = n * 25 elseif n == 2 then return 0 end
      if n == 100 then return n else if not (links > 0) then return n end end
      return n]])
    assert.same({ 0, 1, 1, 0 }, column "if own_tags & P ~= 0 and links == 0 then return 1 end")
    assert.same({ 1, 1, 0, 1 }, column "return words > 3 or level")
    assert.same({ 1, 0, 0, 0 }, column "return level and words")
  end)

  it("goes through all rows, or some of them", function()
    f:derive("some", formula "return row", nil, 2, 3)
    assert.same({ 0, 2, 3, 0 }, f.some)
    f:derive("some", formula "return 1", nil, -5, 99)
    assert.same({ 1, 1, 1, 1 }, f.some)
    f:derive("some", formula "return 1", nil, 5, 1)
    assert.same({ 0, 0, 0, 0 }, f.some)
  end)

  it("tells true from false as 1 and 0, also where it jumps", function()
    assert.same({ 0, 1, 1, 1 }, column "return own_tags & P ~= 0")
    assert.same({ 1, 0, 0, 0 }, column "return own_tags & P == 0")
    assert.same({ 0, 1, 1, 0 }, column "return own_tags & P ~= 0 and not (links ~= 0)")
    assert.same({ 1, 0, 0, 1 }, column "return links & 3 ~= 0 or level")
    assert.same({ 1, 0, 0, 1 }, column "return links & 3 or level & 7")
    assert.same({ 1, 1, 1, 0 }, column "return words - 4 ~= 0 and 1 or level ~= 0")
    assert.same({ 0, 0, 2, 0 }, column "if (words - 2 == 0 or row > 4) and words < 5 then return words end")
  end)

  it("sees rows of the same column that are done, other rows, and boxes", function()
    assert.same({ 4, 14, 16, 20 }, column "return self[row - 1] + words")
    assert.same({ 10, 2, 4, 0 }, column "return words[row + 1]")
    assert.same({ 3, 3, 3, 4 }, column "return box_last[box_parent[box]]")
    f:derive("box_words", formula "self[box] = self[box] + words")
    local sum = 0
    for box = 1, f.boxes do sum = sum + f.box_words[box] end
    assert.equal(20, sum)
    f:derive("box_depth", formula("return self[box_parent] + 1", "boxes"))
    for box = 1, f.boxes do
      assert.equal((f.box_depth[f.box_parent[box]] or 0) + 1, f.box_depth[box])
    end
  end)

  it("says the same row by row as for many rows at once", function()
    local html = {}
    for i = 1, 300 do html[i] = ("<%s>%s</%s>"):format("p", ("hurt word, "):rep(i % 7) .. "photo: " .. i, "p") end
    f = core.parse(table.concat(html)):features()
    f:derive("bits", formula "if words > 9 then return ~commas end return commas | 4") -- whole numbers
    f:derive("halves", formula "if words > 4 then return words end return words / 2")
    f:derive("box_bits", formula("return box_tags & 1 | 2", "boxes"))
    local IN_ORDER = "local before = self[row] " -- a formula that looks at itself goes row by row
    for _, text in ipairs {
      "return words", "return words > 3 and commas or row", "return not (words == 2 or commas & 2 ~= 0) or row > 280",
      "return (words > 3 or commas == 1) and (row < 200 or not (words < 5 and digits == 3)) and 7",
      "return 1 + (words > 3 and commas) * 2 - (0.5 or row)", "return -words + max(commas, 2) / min(row - 5, 4)",
      "if words > 9 then return 1 elseif commas == 2 or words == 4 and row > 50 then return 2 end",
      "if row > 40 then if words > 3 then return 0 end local n = row * 2 if n & 8 ~= 0 then n = words end return n end",
      "local a = 1 if words > 4 or commas then a = a + box_first[box] else a = ~a & 255 end return a + words[row - 3]",
      "if matches(PHOTOS) and words > 2 then return words else return matches(HURT) or words[words[row] * 9] end",
      "if words & 6 ~= 2 and (words & 6) == 4 or commas & 4 ~= 0 then return words & 6 end return (words & 3) * row",
      "return hash * 2 - hash", "return (hash > 2147483648) + (hash < 3000000000)",
      "local a = words > 3 local b = row & 1 == 1 if a and b or words < 3 and (a or b) then a = row > 9 end return a",
      "if words > 12 then return 5 end if row & 1 == 1 then return 0 end return words * 0.5",
      "local n = words if row > 100 then n = row > 200 end if n == 1 then n = n + 0.5 end return n",
      "return bits + halves", "return bits & 5 ~= 4 and bits > halves", "return bits[row - 3] - halves[row - 2]",
      "return box_bits[box] + bits[words]",
      "if bits & 2 ~= 0 then return bits elseif halves > 2 then return halves end",
      "local a = bits if halves < 2 then a = halves elseif words > 20 then a = -bits end return a or bits & words",
      "return words <= 2 + (row > 20) or words == max(commas, 3) or commas + words == 7",
    } do
      local at_once = column(text, nil, "at_once")
      assert.same(column(IN_ORDER .. text, nil, "by_row"), at_once, text)
      local found = {}
      for i, value in ipairs(at_once) do found[#found + 1] = value ~= 0 and i or nil end
      assert.same(found, f:rows(formula(text)), text)
    end
  end)

  it("sums over rows, also where it adds more than one value", function()
    local html = {}
    for i = 1, 300 do html[i] = "<p>" .. ("a "):rep(i % 5 + 1) end
    f = core.parse(table.concat(html)):features()
    local sums = column "return self[row - 1] + (words > 2 and words)"
    local both = column("return self[row - 1] + words + 0.1", nil, "both")
    local signs = column("return -self[row - 1] + words", nil, "signs")
    local part = (f:derive("part", formula "return self[row - 1] + words", nil, 130, 290)) or f.part
    local a, b, c, d = 0, 0, 0, 0
    for i = 1, 300 do
      local words = i % 5 + 1
      a, b, c = a + (words > 2 and 1 or 0), b + words + 0.1, words - c
      d = i >= 130 and i <= 290 and d + words or 0
      assert.same({ a, b, c, d }, { sums[i], both[i], signs[i], part[i] })
    end
  end)

  it("keeps whole numbers of 32 bits, and others, as they are", function()
    assert.same({ 4294967294, 4294967294, 4294967294, 4294967295 }, column "return ~(links == 0)")
    assert.same({ 4294967296, 2, 3, 4 }, column "if row == 1 then return ~0 + 1 end return row")
    assert.same({ -1, 2, 0.5, 4 }, column "if row == 1 then return -1 elseif row == 3 then return 0.5 end return row")
    assert.same({ 1, 1, 1, 1 }, column "return min(row, 1)")
    assert.same({ 0.5, 0.5, 0.5, 0.5 }, column "local n = 1 if row > 0 then n = n / 2 end return n")
    assert.same({ -0.5, 0.5, 1, 1 }, column("return min($n + row, 1)", { n = -1.5 }))
  end)

  it("joins a row to one before, wherever that is and whatever stands around it", function()
    local html = {}
    for i = 1, 200 do html[i] = ("<div><h2>a</h2><ul>" .. ("<li>b c"):rep(i % 4) .. "</ul></div>"):rep(i % 3 + 1) end
    f = core.parse(("<main>"):rep(3) .. table.concat(html)):features()
    local IN_ORDER = "local first = self[row] "
    for _, text in ipairs {
      "return self[box_parent] | box_tags", "return self[box_parent] + box_last - box_first",
      "if box_last - box_first < 6 then return self[box_parent] | box_tags end", "return self[box_last] + 1",
      "local n = box_tags if n & 4 ~= 0 then n = n + 0.5 end return self[box_parent] + (n or 2) * 3",
      "if box_tags & 4 ~= 0 then return 3 end return self[box_parent] | 8", "return self[box_parent and row] + 1",
      "return self[row - 1] + (box_parent and self[box_parent])", "return self[box_parent] | 1 and box_tags",
    } do
      f:derive("box_in_order", formula(IN_ORDER .. text, "boxes"))
      f:derive("box_folded", formula(text, "boxes"))
      assert.same(f.box_in_order, f.box_folded, text)
    end
  end)

  it("may read the column that it makes anew, as it was", function()
    column("return words", nil, "kept")
    assert.same({ 5, 11, 3, 5 }, column("return kept + 1", nil, "kept"))
    assert.has_error(function() f:derive("box_last", formula("return 1", "boxes")) end,
      "the page has a column 'box_last' already")
    local first = page:features(2)
    first:derive("last", formula "return box_last[box]")
    assert.same({ first.box_last[first.box[1]], first.box_last[first.box[2]] }, first.last)
  end)

  it("looks for patterns in the texts, and only where it comes to that", function()
    assert.same({ 3 }, f:rows(formula "return words < 3 and matches(PHOTOS)"))
    assert.same({ 2, 3 }, f:rows(formula "return matches(HURT) or matches(PHOTOS)"))
    for _, bad in ipairs { { 1 }, { "a", {} } } do
      assert.has_error(function() core.formula("blocks", "return matches(BAD)", { BAD = bad }) end,
        "a list of patterns is expected")
    end
    local unread = { BAD = { 1 }, GOOD = { "^photo" } }
    assert.same({ 3 }, f:rows(core.formula("blocks", "return matches(GOOD)", unread)))
    assert.equal("photo: port", f.lower[3])
    assert.same({ 3 }, f:rows(formula "return matches(PHOTOS) and matches(PHOTOS)"))
  end)

  it("looks for patterns as they were when it was made", function()
    local list = { "^photo" }
    local made = core.formula("blocks", "return matches(LIST)", { LIST = list })
    list[1] = "port"
    assert.same({ 3 }, f:rows(made))
    list[1] = "^hurt"
    assert.same({ 3 }, f:rows(made))
  end)

  it("finds rows, the best of them, and what a list marks", function()
    assert.same({ 2, 4 }, f:rows(formula "return words > 2", nil, 2))
    assert.same({ 2 }, f:rows(formula "return words > $more", { more = 2 }, 2, 3))
    assert.same({ 1, 4 }, { f:best(formula "return words * (row ~= 2)") })
    assert.is_nil(f:best(formula "return words", nil, 10))
    f:mark("taken", { [0] = 1, [1.5] = 1, [4] = 7, [5] = 1, [1e300] = 1, x = 1 })
    assert.same({ 0, 0, 0, 7 }, f.taken)
    f:mark("taken", { [2] = "paragraph", [3] = 2.5, [4] = true })
    assert.same({ 0, 1, 2.5, 1 }, f.taken)
  end)

  it("that cannot be compiled says where it is wrong", function()
    for text, message in pairs {
      ["return"] = "line 1: a value is expected", ["return 1 +\n"] = "line 2: a value is expected",
      ["x = 1"] = "only a local, or self", ["return box_first"] = "say which row of this column",
      ["return NOTHING"] = "means no number", ["return PHOTOS"] = "means no number",
      ["return matches(P)"] = "list of patterns",
      ["if 1 then"] = "'end' is expected", ["return f(1)"] = "no such function",
      ["return 1 end"] = "a statement is expected",
      ["return 1.2.3"] = "", ["return 12a"] = "cannot be read", ["return 1234567890123456"] = "cannot be read",
      ["if 1 then local a = 1 end return a[1] + a"] = false,
      ["return " .. ("("):rep(40) .. "1" .. (")"):rep(40)] = "too deep", ["return " .. ("1+("):rep(30)] = "too deep",
      [("if 1 then "):rep(40)] = "too deep", [("local a = 1 "):rep(17)] = "too many locals",
      [("local a = 1 + words "):rep(2000)] = "too", ["return " .. ("a"):rep(40)] = "too long, or missing",
    } do
      local ok, err = pcall(core.formula, "blocks", text, NAMES)
      assert.equal(message == false, ok, text)
      if message then assert.truthy(err:find(message, 1, true), text .. ": " .. err) end
    end
    assert.has_error(function() f:derive("x", formula "return wrods") end,
      "the formula names a column 'wrods' that there is not")
    assert.has_error(function() core.formula("rows", "return 1") end)
    assert.has_error(function() f:rows(core.formula("blocks", "return matches(BAD)", { BAD = { 1 } })) end)
  end)

  it("finds each of many columns by its name", function()
    for i = 1, 40 do f:derive("c" .. i, core.formula("blocks", "return " .. i .. " + row")) end
    for i = 1, 40 do
      assert.equal(i + 1, f["c" .. i][1])
      assert.same({ 2 }, f:rows(core.formula("blocks", ("return c%d == %d"):format(i, i + 2))))
    end
  end)

  it("adds so many columns and no more", function()
    for i = 1, 48 do column("return row", nil, "c" .. i) end
    assert.has_error(function() column("return row", nil, "c49") end, "a rule adds at most 48 columns")
    assert.same({ 1, 2, 3, 4 }, column("return c48", nil, "c1"))
    assert.has_error(function() column("return 1", nil, ("n"):rep(40)) end)
  end)

  it("is there for rules, and spends their steps", function()
    local sandbox = core.sandbox { steps = 1e5, seconds = 60 }
    assert(sandbox:load([[local w = formula("blocks", "return words")
      return { f = function(page) local f = page:features() f:derive("w", w) return f.w end,
        g = function(page) local f = page:features() while true do f:derive("w", w) end end }]], "r"))
    assert.same({ 4, 10, 2, 4 }, sandbox:call("f", page))
    assert.equal("rule-budget", select(2, sandbox:call("g", page)).code)
  end)
end)

describe("features:fit", function()
  local function fit(texts, which)
    f = core.parse(PAGE):features()
    f:fit("alike", texts, core.formula("blocks", which or "return 1"))
    return f.alike
  end

  it("tells how well blocks fit the best of several texts", function()
    assert.equal(1, fit({ "Tides", "“Harbour ferries”, sail again!" })[1])
    assert.equal(0.97, fit({ "Harbour ferries sail again at last" })[1])
    assert.equal(0.95 * 2 * 3 / 8, fit({ "Harbour ferries sail tomorrow" })[1])
    assert.equal(0.95 * 2 * 2 / 7, fit({ "by the sea" })[4])
    assert.same({ 0, 0, 0, 0 }, fit {})
    assert.same({ 0, 0, 0, 1 }, fit({ "Tides by the hour", "Harbour" }, "return row == 4"))
  end)

  it("reads long texts, and no more of them than it has room for", function()
    local long = ("word "):rep(5000)
    f = core.parse("<p>" .. long .. "<p>" .. ("é"):rep(5000)):features()
    f:fit("alike", { long, ("é"):rep(5000) }, core.formula("blocks", "return 1"))
    assert.same({ 1, 1 }, f.alike)
  end)
end)
