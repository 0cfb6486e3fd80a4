-- Pages that are hard on a parser, at n and at 10 n, each through `galley tree` and
-- `galley extract`: lua spec/bench/hostile.lua GALLEY [NAME...]. At n a page must take less
-- than a second and 300 MB; from n to 10 n the time per byte must grow by less than half.

local SECONDS, MEGABYTES, GROWTH = 1, 300, 1.5
local ENOUGH = 0.05 -- seconds: what is faster says nothing about growth

local galley = arg[1]

-- Each makes a page of size n (`scale` 1) or 10 n (10). Where n is so large that ten
-- times as much says no more (`whole`), the two sizes are n / 10 and n.
local PAGES = {
  { "open div, then </b>", function(s) return ("<div>"):rep(100000 * s) .. ("</b>"):rep(100000 * s) end },
  { "nested b, then p", function(s) return ("<b>"):rep(100000 * s) .. ("<p>"):rep(100000 * s) end },
  { "b of 64 kinds, then p with text", function(s)
    local tags = {}
    for i = 1, 64 do tags[i] = ("<b id=%d>"):format(i) end
    return table.concat(tags) .. ("<p>x"):rep(100000 * s)
  end },
  { "attributes", function(s)
    local list = { "<p" }
    for i = 1, 20000 * s do list[#list + 1] = (" a%d=%d"):format(i, i) end
    return table.concat(list) .. ">text"
  end },
  { "names of elements", function(s)
    local list = {}
    for i = 1, 20000 * s do list[i] = ("<x%d>t</x%d>"):format(i, i) end
    return table.concat(list)
  end },
  { "text", function(s) return "<p>" .. ("lorem ipsum "):rep(50 * 1024 * 1024 // 120 * s) end, whole = true },
  { "an attribute", function(s)
    return "<p title='" .. ("lorem ipsum "):rep(50 * 1024 * 1024 // 120 * s) .. "'>x"
  end, whole = true },
  { "table", function(s) return ("<table>"):rep(100000 * s) end, whole = true },
  { "text in tables", function(s) return ("<table>x"):rep(50000 * s) end },
  { "&amp", function(s) return ("&amp"):rep(100000 * s) end, whole = true },
  { "colspan", function(s) return "<table><tr>" .. ("<td colspan=1000000000 rowspan=65534>x"):rep(5000 * s) end },
  { "template", function(s) return ("<template>"):rep(100000 * s) .. "x" end },
  { "svg", function(s) return ("<svg>"):rep(100000 * s) .. "x" end },
  { "svg, then </g>", function(s) return ("<svg>"):rep(100000 * s) .. ("</g>"):rep(100000 * s) end },
  { "select", function(s) return ("<select>"):rep(100000 * s) .. "x" end },
  { "select with options", function(s) return "<select>" .. ("<option>x"):rep(100000 * s) end },
  { "a p a p", function(s) return ("a<p>"):rep(100000 * s) end },
  { "li in li", function(s) return ("<ul><li>x"):rep(50000 * s) end },
  { "links", function(s) return ("<p><a href=/a>word word</a> "):rep(20000 * s) end },
  { "a in a", function(s) return ("<a>x<div>"):rep(50000 * s) end },
  { "headings", function(s) return ("<h2>word word</h2><p>Text of a line. "):rep(20000 * s) end },
  { "comments", function(s) return ("<!--"):rep(100000 * s) .. ("--><!---->"):rep(50000 * s) end },
  { "cut tags", function(s) return ("<a b='"):rep(100000 * s) end },
}

local function quote(word)
  return "'" .. word:gsub("'", "'\\''") .. "'"
end

-- Seconds, megabytes and the exit code of a command on a file.
local function measure(command, path)
  local figures = os.tmpname()
  local line = ("/usr/bin/time -o %s -f '%%e %%U %%S %%M %%x' %s %s %s > /dev/null 2>&1"):format(figures, quote(galley),
    command, quote(path))
  os.execute(line)
  local file = assert(io.open(figures))
  local text = file:read "a"
  file:close()
  os.remove(figures)
  local _, user, system, kilobytes, code = text:match "([%d.]+) ([%d.]+) ([%d.]+) (%d+) (%d+)%s*$"
  return user + system, kilobytes / 1024, tonumber(code)
end

local function write(path, bytes)
  local file = assert(io.open(path, "wb"))
  file:write(bytes)
  file:close()
end

-- No page may be refused: where the generic rule's budget is spent the sheet has a notice.
local function judge(small, large, whole)
  local faults, n = {}, whole and large or small
  if small.code ~= 0 or large.code ~= 0 then faults[1] = ("exit %d, %d"):format(small.code, large.code) end
  if n.seconds >= SECONDS then faults[#faults + 1] = "slow" end
  if n.megabytes >= MEGABYTES then faults[#faults + 1] = "large" end
  local growth = large.seconds / large.bytes / (math.max(small.seconds, ENOUGH) / small.bytes)
  if growth >= GROWTH then faults[#faults + 1] = ("grows %.1f times"):format(growth) end
  return table.concat(faults, ", ")
end

local function run(page, command, path)
  local made = {}
  for i, scale in ipairs { 1, 10 } do
    local bytes = page[2](scale)
    write(path, bytes)
    local seconds, megabytes, code = measure(command, path)
    made[i] = { bytes = #bytes, seconds = seconds, megabytes = megabytes, code = code }
  end
  local faults = judge(made[1], made[2], page.whole)
  print(("%-32s %-8s %9d %6.2f s %5.0f MB %10d %6.2f s %5.0f MB  %s"):format(page[1], command, made[1].bytes,
    made[1].seconds, made[1].megabytes, made[2].bytes, made[2].seconds, made[2].megabytes,
    faults == "" and "ok" or "FAILED: " .. faults))
  return faults == ""
end

local function chosen(name)
  for i = 2, #arg do
    if name:find(arg[i], 1, true) then return true end
  end
  return #arg < 2
end

local path = os.tmpname()
os.remove(path)
path = path .. ".html"
local failed = 0
for _, page in ipairs(PAGES) do
  for _, command in ipairs { "tree", "extract" } do
    if chosen(page[1]) and not run(page, command, path) then failed = failed + 1 end
  end
end
os.remove(path)
print(failed == 0 and "hostile: all within bounds" or ("hostile: %d out of bounds"):format(failed))
os.exit(failed == 0)
