--- A sheet: what galley makes of a page. The fields of its head stand in the table; `content`
-- (segments and parts, see README) becomes Lua tables only when asked for, since printing
-- JSON does not need them.

local format = require "galley.format"

local sheet = {}

local methods = {}
local meta = { __name = "galley.sheet" }
local states = setmetatable({}, { __mode = "k" }) -- what is no field of a sheet, by sheet

-- All keys of the head and the witnesses, in the order in which they are printed; each one's place, too.
local KEYS = {
  "schema", "id", "url", "galley", "source", "path", "bytes", "encoding", "rule", "name", "file", "layout",
  "version", "sha256", "date", "packs", "language", "notices", "code", "message", "position", "count", "headline",
  "dek", "byline", "published", "modified",
  "section", "site", "from", "value",
}
for i, key in ipairs(KEYS) do KEYS[key] = i end

--- The sheet on one line of JSON: keys in a fixed order, the same input the same bytes.
-- @param ending what follows it, in the same string (a line feed)
function methods:json(ending)
  local state = states[self]
  return state.claims:json(state.head, state.witnesses, KEYS, ending)
end

--- The sheet in a format by name, as the command prints it. Raises where there is none.
-- @param options see galley.format (color, width)
function methods:format(name, options)
  local module = format.find(name)
  if not module then
    error(("no format %q; there are %s"):format(tostring(name), table.concat(format.names(), ", ")), 2)
  end
  return module.sheet(self, options or {})
end

-- As claims are settled: what the rule names first, then the smaller range, then the
-- earlier in the file.
local function before(a, b)
  if a.layer ~= b.layer then return a.layer < b.layer end
  if a.size ~= b.size then return a.size < b.size end
  return a.id < b.id
end

--- Why each part is what it is: a list of all parts that are page text, each with tag, kind
-- (of its segment), text, spans, and claims: all claims that hold its first character, as
-- they rank. A claim has tag or kind, file, line, layer (1 what the rule names, 2 its
-- divide, 3 the generic rule), size (bytes of text), why (where its rule says), and won,
-- true for the one that made the part; none has it where nobody claims the part.
function methods:explain()
  local state = states[self]
  local list = state.claims:parts()
  for _, part in ipairs(list) do
    part.text = state.page:read(part.start, part.stop)
    part.spans = state.page:spans(part.start, part.stop)
    part.claims = state.claims:at(part.start)
    table.sort(part.claims, before)
    for _, claim in ipairs(part.claims) do claim.won = claim.id == part.rule end
  end
  return list
end

--- Frees the page and its claims now. The head stays, and `content` if it was read.
function methods:close()
  local state = states[self]
  state.claims:__close()
  state.page:close()
end

function meta.__index(self, key)
  if methods[key] then return methods[key] end
  local state = states[self]
  local value
  if key == "content" then value = state.claims:content() end
  if key == "witnesses" then value = state.witnesses end
  rawset(self, key, value)
  return value
end

function meta.__close(self)
  methods.close(self)
end

--- Makes a sheet of a head (plain table), settled claims, their page and witnesses.
function sheet.new(head, claims, page, witnesses)
  local self = {}
  for key, value in pairs(head) do self[key] = value end
  states[self] = { head = head, claims = claims, page = page, witnesses = witnesses }
  return setmetatable(self, meta)
end

return sheet
