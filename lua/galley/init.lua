--- galley divides news pages: story, sidebars, teasers, comments and chrome, each part with
-- its tag, its bytes and the rule that made it.
--
--   local galley = require "galley"
--   local sheet = assert(galley.extract(bytes, { url = "https://…" }))
--   for teaser in galley.walk(sheet, "teaser") do print(teaser.href) end
--
-- Mistakes of the caller raise; bad input, rules and files give nil and a fault (a table
-- with code, message and, where known, file, line, path; tostring makes one line of it).

local budget = require "galley.rule.budget"
local core = require "galley.core"
local divide = require "galley.divide"
local fault = require "galley.fault"
local pack = require "galley.rule.pack"
local sheet = require "galley.sheet"
local witness = require "galley.divide.witness"

local galley = { version = "0.1.0", _VERSION = "galley 0.1.0" }

local function check_type(value, wanted, what)
  if value ~= nil and type(value) ~= wanted then
    error(("%s: %s expected, got %s"):format(what, wanted, type(value)), 3)
  end
end

--- Parses a page.
-- @param bytes string: the page as fetched, after gunzip and HTTP decoding
-- @param options nil or a table: encoding (a WHATWG label that overrides all but a byte order
--   mark), input ("html", the default, "xml" or "text"), parser (of HTML: "html", the default, or
--   "libxml2": the tree as libxml2 sees it), scripting (default true: noscript is text)
-- @return a page; or nil and a fault
function galley.parse(bytes, options)
  if type(bytes) ~= "string" then error("bytes: string expected, got " .. type(bytes), 2) end
  check_type(options, "table", "options")
  local page, message, code, position = core.parse(bytes, options or {})
  if page then return page end
  return nil, fault.new { code = "parse-" .. tostring(code), message = message, position = position }
end

--- The rules to divide by: those given, then the shipped ones.
-- @param ... folders of rule files, or one table: rule (a file that comes first, whatever the
--   page's URL), rules (a list of folders), limits (what a rule may spend on a page: instructions,
--   steps, memory, seconds, work; see rules/README.md)
-- @return rules, to be given to galley.extract; or nil and a fault
function galley.rules(...)
  local options = ...
  if type(options) ~= "table" then options = { rules = { ... } } end
  for _, folder in ipairs(options.rules or {}) do check_type(folder, "string", "folder of rules") end
  for name, value in pairs(options.limits or {}) do
    if not budget.DEFAULTS[name] then error(("limits: there is no %q"):format(tostring(name)), 2) end
    check_type(value, "number", "limits." .. name)
  end
  return pack.new { files = { options.rule }, dirs = options.rules or {}, limits = options.limits }
end

local shipped

local function default_rules()
  local err
  if not shipped then shipped, err = galley.rules() end
  return shipped, err
end

local function as_page(input, options)
  if type(input) ~= "string" then return input end
  return galley.parse(input, { encoding = options.encoding, input = options.kind or "html", parser = options.parser })
end

-- What rules a page is for: XHTML is divided as HTML is, other XML by its root element.
local function kind_of(page, kind)
  local root = kind == "xml" and page:root()
  if not root then return kind or "html" end
  if page:space(root:row()) == "html" then return "html" end
  return "xml", root:name()
end

-- Only what is known stands in the head.
local function head_of(page, input, options, rules, rule, layout, witnesses)
  local head = {
    schema = 1, id = options.id, url = options.url or witnesses.canonical, galley = galley.version,
    source = { path = options.path, bytes = page:bytes(), encoding = page:encoding(), date = options.date },
    language = witnesses.language, notices = page:notices(),
  }
  if type(input) == "string" then head.source.sha256 = core.sha256(input) end
  if rule then
    head.rule = { name = rule.name, file = rule.file, layout = layout, version = rule.version, sha256 = rule.sha256 }
  end
  local packs = rules:digests()
  if #packs > 0 then head.packs = packs end
  return head
end

-- The rule for a page. One that was named for it and is not for it is passed over, but not in
-- silence: the third result lists such notices.
local function choose(page, url, kind, rules, context)
  local passed = {}
  local rule, err = rules:choose(url, kind, function(one, named)
    local fits, why = divide.fits(page, one, context)
    if fits == false and named then
      passed[#passed + 1] = { code = "rule", message = ("%s is not used: %s"):format(one.base, why) }
    end
    return fits, why
  end)
  return rule, err, passed
end

local function divided(page, input, options, rules)
  local witnesses = witness.read(page)
  local url = options.url or witnesses.canonical
  local kind, root = kind_of(page, options.kind)
  local context = { url = url, date = options.date, language = witnesses.language, witnesses = witnesses,
    explain = options.explain }
  local rule, rule_err, passed = choose(page, url, kind, rules, context)
  if rule_err then return nil, rule_err end
  local generic, generic_err = rules:fallback(kind, root)
  if generic_err then return nil, generic_err end
  if kind == "xml" then rule = rule or generic end -- what it names, it names of the root's vocabulary
  local claims, notices, layout = divide.page(page, rule, generic, context)
  if not claims then return nil, notices end
  local head = head_of(page, input, options, rules, rule or generic, layout, witnesses)
  for _, list in ipairs { passed, notices } do table.move(list, 1, #list, #head.notices + 1, head.notices) end
  return sheet.new(head, claims, page, witnesses)
end

--- Divides a page.
-- @param input string (bytes, as for galley.parse) or a page
-- @param options nil or a table: url (chooses the rule; default: the page's canonical link or
--   og:url), date (of the capture, ISO 8601), rules (from galley.rules; default the shipped
--   ones), id, path (as they shall stand in the sheet), kind ("html", "xml" or "text"), encoding,
--   parser (as for galley.parse), explain (true: rules say why, for sheet:explain())
-- @return a sheet; or nil and a fault
function galley.extract(input, options)
  check_type(options, "table", "options")
  if input == nil then error("input: string or page expected, got nil", 2) end
  options = options or {}
  local rules, rules_err = options.rules, nil
  if not rules then rules, rules_err = default_rules() end
  if not rules then return nil, rules_err end
  local page, err = as_page(input, options)
  if not page then return nil, err end
  return divided(page, input, options, rules)
end

local function visit(content, kind, tag, inside)
  for _, item in ipairs(content) do
    if item.kind then
      if not tag and (kind == nil or item.kind == kind) then coroutine.yield(item) end
      visit(item.content, kind, tag, item.kind)
    elseif tag and item.tag == tag and (kind == nil or inside == kind) then
      coroutine.yield(item)
    end
  end
end

--- Iterates over a sheet in reading order, at any depth: its segments of a kind (nil: any),
-- or, where `tag` is given, the parts with that tag in segments of that kind.
function galley.walk(of, kind, tag)
  check_type(kind, "string", "kind")
  check_type(tag, "string", "tag")
  return coroutine.wrap(function() visit(of.content, kind, tag) end)
end

return galley
