--- `galley check`: rule files read and checked and, where pages are given, how often what they name
-- is there: a selector that finds nothing any more is how a rule grows old.

local core = require "galley.core"
local divide = require "galley.divide"
local galley = require "galley"
local input = require "galley.input"
local options = require "galley.command.options"
local report = require "galley.command.report"
local witness = require "galley.divide.witness"

local check = { name = "check", summary = "Check rule files, and what of them is still found on pages." }

--- Adds the subcommand's arguments to its parser.
function check.describe(parser)
  parser:argument("rule", "A rule file."):args "+":argname "RULE"
  parser:option("--pages", "A page to look at, or a list of them: @LIST, a path a line (may be repeated).")
    :argname("PAGE"):count "*"
  parser:option("--rules", "Look for families in this folder too (may be repeated)."):argname("DIR"):count "*"
  options.of_page(parser)
end

--- What is wrong with the arguments, or nil.
check.fault = options.fault

-- Every VALUE of a list of segments: calls visit(value, key).
local function each_value(segments, path, visit)
  for _, one in ipairs(segments) do
    local here = path .. one.kind
    for _, key in ipairs { "at", "starts", "ends", "href" } do
      if one[key] then visit(one[key], here .. "." .. key) end
    end
    for _, part in ipairs(one.parts) do visit(part.value, here .. "." .. part.tag) end
    for _, mark in ipairs(one.marks) do visit(mark.value, here .. "." .. mark.tag) end
    each_value(one.segments, here .. ".", visit)
  end
end

-- All values of a rule, as { value, key, pages, found }, in the order of its layouts and lines.
local function values_of(rule)
  local list, by_value = {}, {}
  for _, one in ipairs(rule.layouts or { rule }) do
    local prefix = rule.layouts and ("layout %s: "):format(one.layout) or ""
    local function visit(value, key)
      by_value[value] = { value = value, key = prefix .. key, pages = 0, found = 0, tried = 0 }
      list[#list + 1] = by_value[value]
    end
    for _, value in ipairs(one.chrome) do visit(value, "chrome") end
    if one.when then visit(one.when, "when") end
    each_value(one.segments, "", visit)
  end
  return list, by_value
end

local function pages_of(args)
  local paths, code = {}, report.DONE
  for _, path in ipairs(args.pages) do
    local named, err = { { path = path } }, nil
    if path:sub(1, 1) == "@" then named, err = input.list(path:sub(2)) end
    if not named then code = report.fault(err, path) end
    table.move(named or {}, 1, #(named or {}), #paths + 1, paths)
  end
  return paths, code
end

local function look(rule, path, args, by_value)
  local found, err = input.read(path)
  if not found then return nil, err end
  local page <close>, problem = core.parse(found.bytes, { input = rule.input })
  if not page then return nil, problem end
  local context = { url = args.url, date = args.date, witnesses = witness.read(page), health = {} }
  local claims, notices = divide.page(page, rule, nil, context)
  if not claims then return nil, notices end
  for value, one in pairs(context.health) do
    local row = by_value[value]
    if row then
      row.tried, row.pages = row.tried + 1, row.pages + (one.found > 0 and 1 or 0)
      row.found = row.found + one.found
    end
  end
  claims:__close()
  return true
end

local function say(rule, list, count)
  local missing = 0
  for _, row in ipairs(list) do
    local place = ("%s:%d"):format(row.value.file or rule.base, row.value.line)
    local nothing = row.pages == 0
    if nothing then missing = missing + 1 end
    print(("  %-24s %-32s %4d of %d pages, %5d found%s"):format(place, row.key, row.pages, count, row.found,
      nothing and (row.tried == 0 and "  NEVER LOOKED FOR" or "  NOTHING") or ""))
  end
  return missing
end

local function check_one(path, args, pages)
  local rules, err = galley.rules { rule = path, rules = args.rules }
  if not rules then
    for _, problem in ipairs(err.problems or { err }) do report.say(tostring(problem)) end
    return report.code(err)
  end
  local rule, code = rules.first[1].rule, report.DONE
  local list, by_value = values_of(rule)
  print(("%s: %d values, no mistakes"):format(path, #list))
  for _, page in ipairs(pages) do
    local ok, problem = report.guarded(look, rule, page.path, args, by_value)
    if not ok then code = math.max(code, report.fault(problem, page.path)) end
  end
  if #pages == 0 then return code end
  return math.max(code, say(rule, list, #pages) > 0 and report.FAILED or report.DONE)
end

--- Runs the subcommand. @return the exit code
function check.run(args)
  local pages, code = pages_of(args)
  for _, path in ipairs(args.rule) do code = math.max(code, check_one(path, args, pages)) end
  return code
end

return check
