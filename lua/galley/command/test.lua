--- `galley test`: rules held against stored pages.

local accepted = require "galley.rule.accepted"
local expect = require "galley.rule.expect"
local fault = require "galley.fault"
local galley = require "galley"
local json = require "cjson.safe"
local input = require "galley.input"
local lfs = require "lfs"
local report = require "galley.command.report"
local stored_pages = require "galley.command.stored_pages"

local test = { name = "test", summary = "Run the tests that stand in rules, on stored pages." }

--- Adds the subcommand's arguments to its parser.
function test.describe(parser)
  parser:argument("rule", "A rule file."):args "+":argname "RULE"
  parser:option("--pages", "Look for the tests' pages in this folder too, by path or by digest (may be repeated).")
    :argname("DIR"):count "*"
  parser:option("--rules", "Look for families in this folder too (may be repeated)."):argname("DIR"):count "*"
  parser:flag("--accept", "Take what comes out now for right: it is written to RULE's .accepted.json.")
end

--- What is wrong with the arguments, or nil.
function test.fault(args)
  for _, folder in ipairs(args.pages) do
    if lfs.attributes(folder, "mode") ~= "directory" then return ("--pages %s is no folder"):format(folder) end
  end
end

local function folder_of(path)
  return path:match "^(.*)/[^/]*$" or "."
end

-- The parts of a recorded sheet, as `expect.sheet` names it.
local function recorded(path, base)
  local text, err = input.bytes(path:sub(1, 1) == "/" and path or base .. "/" .. path)
  local sheet = text and json.decode(text)
  if type(sheet) == "table" and type(sheet.content) == "table" then return accepted.parts(sheet.content) end
  return nil, err or fault.new { code = "input-sheet", file = path, message = "is no sheet" }
end

-- What differs: lines; nil and a fault where nothing can be said.
local function compare(job, one, page, sheet)
  local wanted = one.test.expect or {}
  local lines = expect.differences(job.rule, wanted, sheet.content)
  local parts = accepted.parts(sheet.content)
  if job.accept then
    job.accepted[page.sha256], job.changed = parts, true
  end
  local lists = { not job.accept and job.accepted[page.sha256] or nil }
  if wanted.sheet then
    local before, err = recorded(wanted.sheet, job.base)
    if not before then return nil, err end
    lists[#lists + 1] = before
  end
  for _, before in ipairs(lists) do
    local differences = accepted.differences(before, parts, page.bytes)
    table.move(differences, 1, #differences, #lines + 1, lines)
  end
  return lines
end

local function run_one(job, one)
  local page, err = job.pages:find(one.test, job.base)
  if not page then return nil, err end
  job.page = page.path
  if one.test.sha256 and one.test.sha256:lower() ~= page.sha256 then
    return { ("sha256: expected %s, found %s"):format(one.test.sha256, page.sha256) }
  end
  local sheet <close>, sheet_err = galley.extract(page.bytes, {
    kind = page.kind, url = one.test.url, date = one.test.date, rules = job.rules })
  if not sheet then return nil, sheet_err end
  if not sheet.rule or sheet.rule.sha256 ~= job.rule.sha256 then
    local notice = sheet.notices[1]
    return { notice and notice.message or "the rule is not for this kind of page" }
  end
  return compare(job, one, page, sheet)
end

local function say_result(job, one, lines)
  local name = one.test.page or job.page or one.test.url or one.test.sha256
  print(("%-4s %s:%d  %s"):format(#lines == 0 and "ok" or "FAIL", job.rule.file, one.line, name))
  for _, line in ipairs(lines) do print("       " .. line) end
end

local function run_tests(job, counts)
  local code = report.DONE
  for _, one in ipairs(job.rule.tests or {}) do
    job.page = nil
    local lines, err = report.guarded(run_one, job, one)
    if lines then
      say_result(job, one, lines)
      counts[#lines == 0 and "passed" or "failed"] = counts[#lines == 0 and "passed" or "failed"] + 1
      code = math.max(code, #lines == 0 and report.DONE or report.FAILED)
    else
      counts.unread = counts.unread + 1
      code = math.max(code, report.fault(err, ("%s:%d"):format(job.rule.file, one.line)))
    end
  end
  return code
end

local function keep(job)
  if not job.changed then return report.DONE end
  local path, message = accepted.write(job.rule.file, job.accepted)
  if path then
    print("     accepted in " .. path)
    return report.DONE
  end
  return report.fault(fault.new { code = "output-accepted", file = accepted.file(job.rule.file), message = message })
end

local function run_rule(path, args, pages, counts)
  local rules, err = galley.rules { rule = path, rules = args.rules }
  if not rules then return report.fault(err) end
  local known, message = accepted.read(path)
  if not known then return report.fault(fault.new { code = "input-accepted", message = message }) end
  local job = { rules = rules, rule = rules.first[1].rule, base = folder_of(path), pages = pages, accepted = known,
    accept = args.accept }
  if #(job.rule.tests or {}) == 0 then print(("     %s has no tests"):format(path)) end
  local code = run_tests(job, counts)
  return math.max(code, keep(job))
end

--- Runs the subcommand. @return the exit code
function test.run(args)
  local counts, code = { passed = 0, failed = 0, unread = 0 }, report.DONE
  local pages = stored_pages.new(args.pages)
  for _, path in ipairs(args.rule) do code = math.max(code, run_rule(path, args, pages, counts)) end
  print(("%d passed, %d failed, %d without their page or not divided"):format(counts.passed, counts.failed,
    counts.unread))
  return code
end

return test
