-- What a person has accepted as a rule's result on a page: each part's place, tag and digest,
-- in a file beside the rule, by the digest of the page. No text of the page is in it, so that
-- it can be published with the rule; a difference is shown from the page itself.

local core = require "galley.core"
local json = require "cjson.safe"

local accepted = {}

local DIGEST = 16 -- hexadecimal digits kept of a part's digest
local LONG = 90

-- Spans as integers: from JSON they come as other numbers.
local function whole(spans)
  local list = {}
  for i, span in ipairs(spans or {}) do list[i] = { math.tointeger(span[1]), math.tointeger(span[2]) } end
  return list
end

local function add(content, path, list)
  for _, item in ipairs(content) do
    if item.kind then
      add(item.content, path == "" and item.kind or path .. "/" .. item.kind, list)
    elseif path ~= "chrome" and not path:find "/chrome$" then
      list[#list + 1] = { place = path .. "/" .. item.tag, spans = whole(item.spans), text = item.text or "",
        digest = core.sha256(item.text or ""):sub(1, DIGEST) }
    end
  end
  return list
end

--- The parts of a sheet's content but for chrome, in reading order: { place, spans, text, digest }.
function accepted.parts(content)
  return add(content, "", {})
end

--- The file for a rule's file.
function accepted.file(rule_file)
  return (rule_file:gsub("%.lua$", "") .. ".accepted.json")
end

--- What has been accepted for a rule: { [page digest] = parts }; {} where there is no such
--- file; nil and a message where it is damaged.
function accepted.read(rule_file)
  local path = accepted.file(rule_file)
  local file = io.open(path, "rb")
  if not file then return {} end
  local pages = json.decode(file:read "a")
  file:close()
  if type(pages) ~= "table" then return nil, path .. ": is no JSON that --accept has written" end
  for _, parts in pairs(pages) do
    for i, one in ipairs(parts) do parts[i] = { place = one[1], digest = one[2], spans = whole(one[3]) } end
  end
  return pages
end

local function written(part)
  local spans = {}
  for i, span in ipairs(part.spans) do spans[i] = ("[%d,%d]"):format(span[1], span[2]) end
  return ("[%s,%s,[%s]]"):format(core.json_string(part.place), core.json_string(part.digest), table.concat(spans, ","))
end

--- Writes what has been accepted: a line a part, so that it can be read as a difference.
function accepted.write(rule_file, pages)
  local digests, out = {}, {}
  for digest in pairs(pages) do digests[#digests + 1] = digest end
  table.sort(digests)
  for i, digest in ipairs(digests) do
    local lines = {}
    for k, part in ipairs(pages[digest]) do lines[k] = "  " .. written(part) end
    out[i] = core.json_string(digest) .. ": [\n" .. table.concat(lines, ",\n") .. "\n ]"
  end
  local path = accepted.file(rule_file)
  local file, message = io.open(path .. ".new", "wb")
  if not file then return nil, message end
  local ok, why = file:write("{\n ", table.concat(out, ",\n "), "\n}\n")
  if ok then ok, why = file:close() end
  if ok then ok, why = os.rename(path .. ".new", path) end
  return ok and path, why
end

-- What stands at a part's spans, which are runs without markup.
local function bytes_at(spans, bytes)
  local runs = {}
  for i, span in ipairs(spans) do runs[i] = bytes:sub(span[1] + 1, span[2]) end
  return table.concat(runs)
end

-- One line of a difference: the part's place, its bytes and what stands there.
local function line(sign, part, bytes)
  local first, last = part.spans[1], part.spans[#part.spans]
  local text = part.text or bytes_at(part.spans, bytes)
  text = text:gsub("%s+", " ")
  if #text > LONG then text = text:sub(1, (utf8.len(text) and utf8.offset(text, 0, LONG) or LONG) - 1) .. "…" end
  local where = first and (" %d–%d"):format(first[1], last[2]) or ""
  return ("%s %s%s  %s"):format(sign, part.place, where, text)
end

local function key(part)
  local first = part.spans[1]
  return part.place .. "\0" .. part.digest .. "\0" .. (first and first[1] or "")
end

local function counted(parts)
  local counts = {}
  for _, part in ipairs(parts) do counts[key(part)] = (counts[key(part)] or 0) + 1 end
  return counts
end

local function missing(sign, parts, counts, bytes, list)
  for _, part in ipairs(parts) do
    local k = key(part)
    if (counts[k] or 0) > 0 then
      counts[k] = counts[k] - 1
    else
      list[#list + 1] = { at = part.spans[1] and part.spans[1][1] or -1, order = #list,
        text = line(sign, part, bytes) }
    end
  end
end

--- What differs between two lists of parts, in the order of the page: lines that begin with -
--- (was accepted, is not there) and + (is new). `bytes` is the page.
function accepted.differences(before, now, bytes)
  local list, lines = {}, {}
  missing("-", before, counted(now), bytes, list)
  missing("+", now, counted(before), bytes, list)
  table.sort(list, function(a, b)
    if a.at ~= b.at then return a.at < b.at end
    return a.order < b.order
  end)
  for i, one in ipairs(list) do lines[i] = one.text end
  return lines
end

return accepted
