-- Several rules together: which there are, and which one a page gets. Files are run only
-- when they are chosen; till then their heads are read from the source.

local fault = require "galley.fault"
local folder = require "galley.rule.folder"
local host_index = require "galley.rule.host_index"
local loader = require "galley.rule.loader"
local site = require "galley.rule.site"

local pack = {}
pack.__index = pack

local SHIPPED = 3 -- the rank of the shipped rules

-- The rules for pages of no known site, by what they are for.
local FALLBACK = { html = "generic", text = "text", xml = "generic" }

-- Those for XML, by the name of the root element.
local ROOTS = {
  rss = "rss", RDF = "rss", feed = "atom", entry = "atom", nitf = "nitf",
  newsItem = "newsml-g2", newsMessage = "newsml-g2", packageItem = "newsml-g2",
}

-- Loads an entry's rule once; a broken one is noted and never tried again.
local function rule_of(self, entry)
  if entry.rule == nil then
    local rule, err = loader.file(entry.file, { roots = self.roots, limits = self.limits,
      own = entry.rank == SHIPPED })
    entry.rule = rule or false
    -- Where the rock lies is the machine's: a sheet names a shipped rule the same anywhere.
    if rule and entry.rank == SHIPPED then rule.file, rule.shipped = "rules/" .. rule.base, true end
    if not rule then self.faults[#self.faults + 1] = err end
  end
  return entry.rule or nil
end

-- What a file is for, without running it where that can be known.
local function read_head(self, entry)
  local head = entry.folder:look(entry.path).head
  if not head then
    local rule = rule_of(self, entry)
    head = rule and { hosts = rule.hosts or {}, paths = rule.paths or {}, input = rule.input, name = rule.name }
      or { hosts = {}, paths = {}, input = "none" }
  end
  entry.hosts, entry.paths, entry.input = head.hosts, head.paths, head.input
  entry.name = head.name or entry.path:match "^(.*)%.lua$"
  return entry
end

local function add_dir(self, dir, rank)
  local opened = folder.open(dir)
  if not opened then
    return nil, fault.new { code = "rule-file", message = "no such folder, or it cannot be read", file = dir }
  end
  opened.rank, opened.given = rank, dir
  self.folders[#self.folders + 1] = opened
  for _, path in ipairs(opened:rules()) do
    self.entries[#self.entries + 1] = { file = opened.dir .. path, path = path, folder = opened, rank = rank }
  end
  return true
end

--- The folder of the shipped rules: in the rock, or the checkout's; nil where they are not.
function pack.shipped()
  local path = package.searchpath("galley.rules.generic", package.path)
  return path and path:match "^(.*)[/\\][^/\\]*$"
end

-- The last folder of a pack, false for none; nil and a fault where it is not installed. A
-- pack without them divides nothing, so that is not passed over.
local function shipped_folder(wanted)
  if wanted ~= nil then return wanted end
  local dir = pack.shipped()
  if dir then return dir end
  return nil, fault.new { code = "rules-missing",
    message = "the shipped rules are not found: there is no module galley.rules.generic on package.path" }
end

--- A pack. `options`: files (rule files that come first, whatever their hosts; one that is
--- broken is an error), dirs (folders), shipped (the last folder; false for none, nil for
--- where they are installed: a fault where they are not), limits (see rule/budget.lua). @return the
--- pack, or nil and a fault
function pack.new(options)
  local shipped, missing = shipped_folder(options.shipped)
  if missing then return nil, missing end
  local self = setmetatable({ first = {}, entries = {}, folders = {}, faults = {}, limits = options.limits,
    fallbacks = {} }, pack)
  self.roots = table.move(options.dirs or {}, 1, #(options.dirs or {}), 1, {})
  self.roots[#self.roots + 1] = shipped or nil
  for i, path in ipairs(options.files or {}) do
    local rule, err = loader.file(path, { roots = self.roots, limits = self.limits })
    if not rule then return nil, err end
    self.first[i] = { file = path, rule = rule, rank = 1, name = rule.name, hosts = rule.hosts or {},
      paths = rule.paths or {}, input = rule.input }
  end
  for _, dir in ipairs(options.dirs or {}) do
    local ok, err = add_dir(self, dir, 2)
    if not ok then return nil, err end
  end
  if shipped then
    local ok, err = add_dir(self, shipped, SHIPPED)
    if not ok then return nil, err end
  end
  return self
end

-- Puts a rule table's object before all files (rules that Lua code passes in).
function pack:add(rule)
  self.fallbacks = {}
  self.first[#self.first + 1] = { file = rule.file, rule = rule, rank = 1, name = rule.name,
    hosts = rule.hosts or {}, paths = rule.paths or {}, input = rule.input }
end

--- All entries, best rank first: { file, name, hosts, paths, input, rank, rule? }. Rank 1 is
--- named by file, 2 from a folder, 3 shipped.
function pack:list()
  local list = table.move(self.first, 1, #self.first, 1, {})
  for _, entry in ipairs(self.entries) do list[#list + 1] = entry.hosts and entry or read_head(self, entry) end
  return list
end

-- The index over the folders' rules, made when a page is first asked for.
local function index_of(self)
  if not self.index then
    for _, entry in ipairs(self.entries) do read_head(self, entry) end
    self.index = host_index.new(self.entries)
  end
  return self.index
end

--- The digests of the folders in use, the first to be asked first: a list of { file, sha256 },
--- where file is the folder ("rules" for the shipped one).
function pack:digests()
  local list = {}
  for i, one in ipairs(self.folders) do
    list[i] = { file = one.rank == SHIPPED and "rules" or one.given, sha256 = one:digest() }
  end
  return list
end

local function better(a, b)
  if a.entry.rank ~= b.entry.rank then return a.entry.rank < b.entry.rank end
  return a.fit ~= b.fit and a.fit > b.fit or a.fit == b.fit and a.place < b.place
end

-- The entries that fit, the best first. Of several files named on the command line the one
-- whose hosts fit goes first, but none needs to fit.
local function candidates(self, url, input)
  local host, path = site.split(url)
  local found = {}
  for place, entry in ipairs(self.first) do
    local fit = host and site.fit(host, path, entry.hosts, entry.paths) or 0
    found[#found + 1] = entry.input == input and { entry = entry, fit = fit, place = place } or nil
  end
  for _, one in ipairs(host and index_of(self):find(host, path) or {}) do
    one.place = one.place + #self.first
    found[#found + 1] = one.entry.input == input and one or nil
  end
  table.sort(found, better)
  return found
end

--- The rule for a page: `url` (may be nil) and `input` ("html", "xml" or "text"). nil where none
--- is for it. Broken files are passed over and listed in `faults`. `accept(rule, named)` may
--- refuse a rule by the page (false), or fail (nil, a fault); `named`: it is one of the files that come first.
function pack:choose(url, input, accept)
  for _, found in ipairs(candidates(self, url, input or "html")) do
    local rule = rule_of(self, found.entry)
    if rule and not accept then return rule end
    local fits, err
    if rule then fits, err = accept(rule, found.entry.rank == 1) end
    if fits then return rule end
    if fits == nil and err then return nil, err end
  end
end

--- Runs the files that could be for a URL or, without one, all of them: those that are broken
--- are in `faults` then.
function pack:load(url)
  for _, entry in ipairs(self:list()) do
    local host, path = site.split(url)
    if not url or host and site.fit(host, path, entry.hosts, entry.paths) then rule_of(self, entry) end
  end
end

--- The rule for what a site's rule leaves open: `generic` for "html", `text` for "text"; for
--- "xml" the one that knows the root element's vocabulary, or else `generic`.
function pack:fallback(input, root)
  local wanted = input == "xml" and ROOTS[root] or FALLBACK[input or "html"]
  if self.fallbacks[wanted] then return self.fallbacks[wanted] end
  index_of(self)
  for _, list in ipairs { self.first, self.entries } do
    for _, entry in ipairs(list) do
      local rule = entry.name == wanted and #entry.hosts == 0 and rule_of(self, entry)
      if rule then
        self.fallbacks[wanted] = rule
        return rule
      end
    end
  end
end

return pack
