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
  options.of_terminal(parser)
end

explain.fault = options.fault

local function place(claim)
  if not claim.file then return "-" end
  return claim.line and ("%s:%d"):format(claim.file, claim.line) or claim.file
end

-- As claims are settled: what the rule names first, then the smaller range, then the
-- earlier in the file.
local function sorted(claims)
  table.sort(claims, function(a, b)
    if a.layer ~= b.layer then return a.layer < b.layer end
    if a.size ~= b.size then return a.size < b.size end
    return (a.line or 0) < (b.line or 0)
  end)
  return claims
end

local function claim_line(claim, won, look)
  local words = ("%-24s %-12s %7d bytes of text  %s"):format(place(claim), claim.tag or claim.kind or "body",
    claim.size, LAYERS[claim.layer] or "")
  if claim.why then words = words .. ": " .. style.line(claim.why) end
  return ("      %s %s"):format(won and "*" or " ", style.paint(words, won and "bold" or "dim", look.color))
end

-- A part's claims; the one that made it (by the rule that the sheet names) is starred.
local function reasons(part, rule, look, out)
  if #part.claims == 0 then
    out[#out + 1] = "        nothing claims it"
    return
  end
  local starred = false
  for _, claim in ipairs(sorted(part.claims)) do
    local won = not starred and claim.tag ~= nil and claim.tag == part.tag and (not rule or place(claim) == rule)
    starred = starred or won
    out[#out + 1] = claim_line(claim, won, look)
  end
  if not starred then
    local default = rule and rule ~= "unclaimed"
    out[#out + 1] = default and ("      * %s (the element's default)"):format(rule) or "        none of them holds it"
  end
end

local function part_line(part, item, look)
  local spans = item and item.spans
  local bytes = spans and #spans > 0 and ("%d–%d"):format(spans[1][1], spans[#spans][2]) or ""
  local lead = ("%s %s  %s  "):format(part.kind, part.tag, bytes)
  local width = look.width and math.max(look.width - #lead - 4, 20) or 72
  return ("  %s %s  %s  %s"):format(style.paint(part.kind, part.kind, look.color),
    style.paint(part.tag, "tag", look.color), style.paint(bytes, "dim", look.color), style.line(part.text, width))
end

-- The sheet's parts that are page text, in reading order.
local function text_parts(content, list)
  for _, item in ipairs(content) do
    if item.kind then
      text_parts(item.content or {}, list)
    elseif not item.from then
      list[#list + 1] = item
    end
  end
  return list
end

-- Goes along both lists: images and the like have no text, so no entry in the trace.
local function pairs_of(sheet)
  local items, at = text_parts(sheet.content, {}), 1
  return coroutine.wrap(function()
    for _, part in ipairs(sheet:explain()) do
      local k = at
      while items[k] and items[k].tag ~= part.tag do k = k + 1 end
      local item = items[k]
      if item then at = k + 1 end
      coroutine.yield(part, item)
    end
  end)
end

local function text_of(sheet, look)
  local rule = sheet.rule or {}
  local out = { ("%s  rule %s"):format(style.paint(tostring(sheet.id), "bold", look.color), rule.name or "none") }
  for part, item in pairs_of(sheet) do
    out[#out + 1] = part_line(part, item, look)
    reasons(part, item and item.rule, look, out)
  end
  return table.concat(out, "\n") .. "\n"
end

local function show(args, rules, look, out)
  local page, err = input.read(args.file)
  if not page then return nil, err end
  local sheet, divide_err = galley.extract(page.bytes, {
    path = page.path, id = page.id, kind = page.kind, url = args.url, date = args.date, rules = rules,
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
  return ok and report.DONE or report.fault(fault, args.file)
end

return explain
