-- The keys at the head of a rule, which claim no text: reading by type (schema.keys). Each
-- reader takes a context, a path and the raw value, and gives what the rule object holds.

local suggest = require "galley.rule.suggest"
local value = require "galley.rule.value"
local vocabulary = require "galley.rule.vocabulary"
local zones = require "galley.divide.zones"

local head = {}

--- Notes that something else was found than expected.
function head.expected(context, path, what, raw)
  local found = type(raw) == "string" and ("%q"):format(raw) or type(raw) == "table" and "a table" or tostring(raw)
  return context:problem(path, ("expected %s, found %s"):format(what, found), { expected = what, found = found })
end

-- The strings of a list (or the one string), each seen by `good(item)`, which gives nil or what is wrong.
local function strings(context, path, raw, what, wrong)
  if type(raw) == "string" then raw = { raw } end
  if type(raw) ~= "table" or raw[1] == nil then return head.expected(context, path, what, raw) end
  local result = {}
  for _, key in ipairs(context:keys(path, raw)) do
    local here, item = context.below(path, key), raw[key]
    if type(item) ~= "string" or math.type(key) ~= "integer" then
      head.expected(context, here, "a string", item)
    else
      local message = wrong(item)
      if message then context:problem(here, message, { found = item }) end
      result[#result + 1] = item
    end
  end
  return result
end

local function wrong_host(host)
  if host:find("://", 1, true) or host:find("/", 1, true) then
    return ("%q is no host name; the path goes into `paths`"):format(host)
  elseif not host:gsub("^%*%.", ""):find("^[%w_\128-\255][%w_.\128-\255%-]*$") then
    return ('%q is no host name; write "example.org" or "*.example.org"'):format(host)
  end
end

local function wrong_glob(path)
  if path:sub(1, 1) ~= "/" then return ("%q: a path begins with /"):format(path) end
end

function head.string(context, path, raw)
  if type(raw) ~= "string" or not raw:find("%S") then return head.expected(context, path, "a string", raw) end
  if raw:find "%c" then return context:problem(path, "expected one line without control characters") end
  return raw
end

function head.text(context, path, raw)
  if type(raw) ~= "string" and type(raw) ~= "number" then return head.expected(context, path, "a string", raw) end
  return tostring(raw)
end

function head.hosts(context, path, raw)
  local hosts = strings(context, path, raw, "a list of host names", wrong_host)
  for i, host in ipairs(hosts or {}) do hosts[i] = host:lower() end
  return hosts
end

function head.globs(context, path, raw)
  return strings(context, path, raw, "a list of paths", wrong_glob)
end

local ZONES_MOST = 500
local OFFSET = "^[+-]%d%d:%d%d$"
local ZONE = 'a place such as "Europe/Berlin", or a table such as { EST = "-05:00" }'

local function home_zone(context, path, name)
  if zones.known(name) then return name end
  local meant = suggest.nearest(name, zones.names())
  local hint = meant and (", did you mean `%s`?"):format(meant)
    or zones.abbreviations[name:lower()] and ': say where the clocks stand, such as "Europe/Berlin"' or ""
  context:problem(path, ("unknown zone %q%s"):format(name, hint),
    { expected = "a zone's name", found = name, meant = meant })
end

--- { [1] = where the site's clocks stand, NAME = offset }.
function head.zone(context, path, raw)
  if type(raw) == "string" then return { home_zone(context, path, raw) } end
  if type(raw) ~= "table" then return head.expected(context, path, ZONE, raw) end
  local result, count = {}, 0
  for _ in pairs(raw) do count = count + 1 end
  if count > ZONES_MOST then return context:problem(path, ("more than %d zones"):format(ZONES_MOST)) end
  for _, key in ipairs(context:keys(path, raw)) do
    local offset, here = raw[key], context.below(path, key)
    if key == 1 and type(offset) == "string" then
      result[1] = home_zone(context, here, offset)
    elseif type(key) == "string" and type(offset) == "string" and offset:find(OFFSET) then
      result[key] = offset
    else
      head.expected(context, here, 'an offset such as "-05:00"', offset)
    end
  end
  return result
end

function head.input(context, path, raw)
  if raw ~= "html" and raw ~= "xml" and raw ~= "text" then
    return head.expected(context, path, '"html", "xml" or "text"', raw)
  end
  return raw
end

head["function"] = function(context, path, raw)
  if not value.is_function(raw) then return head.expected(context, path, "a function", raw) end
  return type(raw) == "function" and raw or raw["function"]
end

local function is_day(text)
  local month, day = text:match "^%d%d%d%d%-(%d%d)%-(%d%d)$"
  month = month or text:match "^%d%d%d%d%-(%d%d)$"
  if not month then return text:find "^%d%d%d%d$" ~= nil end
  return tonumber(month) >= 1 and tonumber(month) <= 12 and (not day or tonumber(day) >= 1 and tonumber(day) <= 31)
end

local BOUNDS = { from = true, to = true }

--- { from =, to = }: years, months or days.
function head.valid(context, path, raw)
  if type(raw) ~= "table" or next(raw) == nil then
    return head.expected(context, path, 'a table such as { from = "2019-06", to = "2023-12-31" }', raw)
  end
  for _, key in ipairs(context:keys(path, raw)) do
    local here, day = context.below(path, key), raw[key]
    if not BOUNDS[key] then
      vocabulary.unknown(context, here, key, BOUNDS)
    elseif type(day) ~= "string" or not is_day(day) then
      head.expected(context, here, 'a day such as "2023-12-31" (or a month, a year)', day)
    end
  end
  return { from = raw.from, to = raw.to }
end

--- A list of words.
function head.required(context, path, raw)
  return strings(context, path, raw, "a list of keys", function(word)
    return not word:find "%S" and "a key is needed" or nil
  end)
end

function head.switch(context, path, raw)
  if type(raw) ~= "boolean" then return head.expected(context, path, "false (or true)", raw) end
  return raw
end

return head
