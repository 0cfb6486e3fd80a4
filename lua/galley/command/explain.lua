--- `galley explain`: for each part the claims that competed for it, so that one sees
-- which rule and line made it, and why a block was left out.

local galley = require "galley"
local input = require "galley.input"
local style = require "galley.format.style"
local options = require "galley.command.options"
local output = require "galley.command.output"
local report = require "galley.command.report"

local explain = { name = "explain", summary = "Say for each part which claims competed for it." }

local LAYERS = { "named", "divide", "generic" }

--- Adds the subcommand's arguments to its parser.
function explain.describe(parser)
  parser:argument("file", "A page, or - for standard input."):argname "FILE"
  options.of_rules(parser)
  options.of_page(parser)
  options.of_parser(parser)
  options.of_terminal(parser)
end

explain.fault = options.fault

local function place(claim)
  if not claim.file then return "-" end
  return claim.line and ("%s:%d"):format(claim.file, claim.line) or claim.file
end

local function claim_line(claim, look)
  local words = ("%-24s %-12s %7d bytes of text  %s"):format(place(claim), claim.tag or claim.kind, claim.size,
    LAYERS[claim.layer] or "")
  if claim.won and claim.tag == "body" then words = words .. ": the element's default" end
  if claim.why then words = words .. ": " .. style.line(claim.why) end
  return ("      %s %s"):format(claim.won and "*" or " ", style.paint(words, claim.won and "bold" or "dim", look.color))
end

-- A part's claims; the one that made it is starred.
local function reasons(part, look, out)
  for _, claim in ipairs(part.claims) do out[#out + 1] = claim_line(claim, look) end
  if #part.claims == 0 then
    out[#out + 1] = "        nothing claims it"
  elseif not part.rule then
    out[#out + 1] = "        no part of these holds it"
  end
end

local function part_line(part, look)
  local first, last = part.spans[1], part.spans[#part.spans]
  local bytes = first and ("%d–%d"):format(first[1], last[2]) or ""
  local lead = ("%s %s  %s  "):format(part.kind, part.tag, bytes)
  local width = look.width and math.max(look.width - #lead - 4, 20) or 72
  return ("  %s %s  %s  %s"):format(style.paint(part.kind, part.kind, look.color),
    style.paint(part.tag, "tag", look.color), style.paint(bytes, "dim", look.color), style.line(part.text, width))
end

local function text_of(sheet, look)
  local rule = sheet.rule or {}
  local out = { ("%s  rule %s"):format(style.paint(tostring(sheet.id), "bold", look.color), rule.name or "none") }
  for _, part in ipairs(sheet:explain()) do
    out[#out + 1] = part_line(part, look)
    reasons(part, look, out)
  end
  return table.concat(out, "\n") .. "\n"
end

local function show(args, rules, look, out)
  local page, err = input.read(args.file)
  if not page then return nil, err end
  local sheet, divide_err = galley.extract(page.bytes, {
    path = page.path, id = page.id, kind = page.kind, url = args.url, date = args.date, rules = rules,
    parser = args.parser, explain = true,
  })
  if not sheet then return nil, divide_err end
  local ok, write_err = out:write(text_of(sheet, look))
  sheet:close()
  if not ok then return nil, write_err end
  return out:commit()
end

--- Runs the subcommand. @return the exit code
function explain.run(args)
  local rules, err = options.rules(args)
  if not rules then return report.fault(err) end
  local ok, fault = report.guarded(show, args, rules, options.style(args), output.open())
  return math.max(ok and report.DONE or report.fault(fault, args.file), report.broken(rules))
end

return explain
