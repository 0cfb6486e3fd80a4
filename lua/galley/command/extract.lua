--- `galley extract`: pages in, sheets out.

local galley = require "galley"
local input = require "galley.input"
local format = require "galley.format"
local options = require "galley.command.options"
local output = require "galley.command.output"
local progress = require "galley.command.progress"
local report = require "galley.command.report"

local extract = { name = "extract", summary = "Divide pages into stories, sidebars, teasers, comments and chrome." }

--- Adds the subcommand's arguments to its parser.
function extract.describe(parser)
  parser:argument("input", "A page (.html, .xml or .txt, any with .gz), or - for standard input.")
    :args("*"):argname "INPUT"
  parser:option("--format", "How to print (default: outline on a terminal, else jsonl).")
    :argname("FORMAT"):choices(format.names())
  options.of_rules(parser)
  options.of_page(parser)
  options.of_parser(parser)
  parser:option("--files-from", "Read inputs from this list: a path a line and, after a tab, its URL.")
    :argname("LIST"):count "*"
  parser:option("--output", "Write to this file, which appears when it is complete."):argname "FILE"
  options.of_terminal(parser)
end

--- What is wrong with the arguments, or nil.
function extract.fault(args)
  if #args.input == 0 and #args.files_from == 0 then
    return "name at least one INPUT (- is standard input), or --files-from LIST"
  end
  if args.url and (#args.input > 1 or #args.files_from > 0) then
    return "--url names one page; for several, write each path's URL after a tab in --files-from LIST"
  end
  return options.fault(args)
end

-- The inputs named, those of lists after those of the command line.
local function gather(args)
  local inputs, code = {}, report.DONE
  for _, path in ipairs(args.input) do inputs[#inputs + 1] = { path = path, url = args.url } end
  for _, list in ipairs(args.files_from) do
    local named, err = input.list(list)
    if named then
      table.move(named, 1, #named, #inputs + 1, inputs)
    else
      code = report.fault(err, list)
    end
  end
  return inputs, code
end

-- Bytes from which on a page is given up before its sheet is written: Lua does not see how
-- much memory the core takes beside it.
local LARGE = 1 << 24

local function divide(entry, args, rules)
  local page, err = input.read(entry.path)
  if not page then return nil, err end
  local size = #page.bytes
  local sheet, extract_err = galley.extract(page.bytes, {
    path = page.path, id = page.id, kind = page.kind, url = entry.url, date = args.date, rules = rules,
    parser = args.parser,
  })
  page = nil -- luacheck: ignore 311
  if size >= LARGE then collectgarbage() end
  return sheet, extract_err
end

-- One page as text in the format asked for. What comes before it in the file is
-- part of it, so that nothing is written for a page that fails.
local function rendered(entry, job)
  local sheet <close>, err = divide(entry, job.args, job.rules)
  if not sheet then return nil, err end
  local lead = job.several and (job.written == 0 and job.format.open or job.written > 0 and job.format.between) or ""
  return lead .. job.format.sheet(sheet, job.style)
end

-- Pages are done one at a time and forgotten: memory stays that of one page.
local function run_all(inputs, job, out)
  local code = report.DONE
  local bar <close> = progress.new(#inputs)
  for _, entry in ipairs(inputs) do
    bar:step(entry.path)
    local text, err = report.guarded(rendered, entry, job)
    if #job.rules.faults > 0 then bar:clear() end
    code = math.max(code, report.broken(job.rules))
    if text then
      local ok, write_err = out:write(text)
      if ok then ok, write_err = out:flush() end -- whole sheets, as soon as they are there
      if not ok then return nil, write_err end
      job.written = job.written + 1
    else
      bar:clear()
      code = math.max(code, report.fault(err, entry.path))
    end
  end
  return code
end

local function finish(job, out)
  if job.several and job.format.close then
    local ok, err = out:write((job.written == 0 and job.format.open or "") .. job.format.close)
    if not ok then return nil, err end
  end
  return out:commit()
end

--- Runs the subcommand. @return the exit code
function extract.run(args)
  local rules, err = options.rules(args)
  if not rules then return report.fault(err) end
  local inputs, code = gather(args)
  local style = options.style(args)
  style.several = #inputs > 1 or #args.files_from > 0
  local name = args.format or style.terminal and "outline" or "jsonl"
  local job = { args = args, rules = rules, style = style, several = style.several, format = format.find(name),
    written = 0 }
  local out <close>, open_err = output.open(args.output)
  if not out then return report.fault(open_err) end
  local done, write_err = run_all(inputs, job, out)
  if not done then return report.fault(write_err) end
  local ok, commit_err = finish(job, out)
  if not ok then return report.fault(commit_err) end
  return math.max(code, done)
end

return extract
