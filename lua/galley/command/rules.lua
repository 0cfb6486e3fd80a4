--- `galley rules`: which rules there are, and which one a URL gets.

local fault = require "galley.fault"
local options = require "galley.command.options"
local output = require "galley.command.output"
local report = require "galley.command.report"

local rules = { name = "rules", summary = "List the rules, or name the one that a URL gets." }

local RANKS = { "named", "folder", "shipped" }

--- Adds the subcommand's arguments to its parser.
function rules.describe(parser)
  parser:argument("url", "Name the rule that pages of this URL get."):args "?":argname "URL"
  options.of_rules(parser)
  parser:flag("--index", "Write an index into each folder of --rules, by which unchanged files need not be read.")
end

--- What is wrong with the arguments, or nil.
function rules.fault(args)
  if args.url and not args.url:find "^%a[%w+.-]*://[^/]" and not args.url:find "^[%w-]+%.[%w.-]+" then
    return ("'%s' is no URL; write it as https://host/path"):format(args.url)
  elseif args.index and (#args.rules == 0 or args.url) then
    return "--index writes into the folders of --rules FOLDER; name one, and no URL"
  end
  return options.fault(args)
end

-- A host alone will do.
local function whole_url(url)
  return url:find "://" and url or "https://" .. url
end

local function line_of(entry)
  local hosts = table.concat(entry.hosts or {}, " ")
  if #(entry.paths or {}) > 0 then hosts = hosts .. "  paths " .. table.concat(entry.paths, " ") end
  local rule = entry.rule or {}
  local extra = (rule.version and "  version " .. rule.version or "")
    .. (rule.maintainer and "  by " .. rule.maintainer or "")
  return ("%-20s %-5s %-8s %s  (%s)%s%s"):format(entry.name, entry.input or "html", RANKS[entry.rank] or "",
    hosts ~= "" and hosts or "any page", entry.file, extra, entry.rule == false and "  BROKEN" or "")
end

local function sorted(list)
  table.sort(list, function(a, b)
    if a.rank ~= b.rank then return a.rank < b.rank end
    return a.name ~= b.name and a.name < b.name or a.name == b.name and a.file < b.file
  end)
  return list
end

-- The rule of a URL for each kind of input, and what fills where it leaves off.
local function chosen(pack, url)
  local lines = {}
  for _, input in ipairs { "html", "text" } do
    local rule = pack:choose(whole_url(url), input)
    local fill = pack:fallback(input)
    local names = {}
    if rule then names[1] = ("%s (%s)"):format(rule.name, rule.file) end
    if fill and fill ~= rule then
      names[#names + 1] = ("%s%s (%s)"):format(rule and "then " or "", fill.name, fill.file)
    end
    lines[#lines + 1] = ("%-5s %s"):format(input, #names > 0 and table.concat(names, ", ") or "no rule")
  end
  return lines
end

local function all(pack)
  local lines = {}
  for i, entry in ipairs(sorted(pack:list())) do lines[i] = line_of(entry) end
  for _, one in ipairs(pack:digests()) do lines[#lines + 1] = ("pack %s  %s"):format(one.sha256, one.file) end
  return lines
end

local function write_indexes(pack)
  for _, one in ipairs(pack.folders) do
    local path, message
    if one.rank == 2 then path, message = one:write_index() end
    if message then return report.fault(fault.new { code = "output", file = one.given, message = message }) end
    if path then print(("%s  %d files"):format(path, #one.paths)) end
  end
  return report.DONE
end

--- Runs the subcommand. @return the exit code
function rules.run(args)
  local pack, err = options.rules(args)
  if not pack then return report.fault(err) end
  if args.index then return write_indexes(pack) end
  pack:load(args.url and whole_url(args.url))
  local lines = args.url and chosen(pack, args.url) or all(pack)
  local out = output.open()
  local ok, write_err = out:write(table.concat(lines, "\n") .. "\n")
  if ok then ok, write_err = out:commit() end
  local code = ok and report.DONE or report.fault(write_err)
  return math.max(code, report.broken(pack))
end

return rules
