--- Options that several subcommands share, and what is made of them.

local budget = require "galley.rule.budget"
local core = require "galley.core"
local galley = require "galley"

local options = {}

--- Adds --rule, --rules, --url and --date to a subcommand.
function options.of_rules(parser)
  parser:option("--rule", "Use this rule file first."):argname "FILE"
  parser:option("--rules", "Look for rules in this folder too, before the shipped ones (may be repeated).")
    :argname("DIR"):count "*"
  parser:option("--limit", "Change what a rule may spend on a page: instructions, steps, memory, seconds or work.")
    :argname("NAME=NUMBER"):count "*"
end

--- Adds what says where and when a page was taken.
function options.of_page(parser)
  parser:option("--url", "The page's URL, which chooses the rule; else its canonical link does."):argname "URL"
  parser:option("--date", "When the page was taken, as YYYY-MM-DD or ISO 8601."):argname "DATE"
end

--- Adds --parser.
function options.of_parser(parser)
  parser:option("--parser", "How to parse HTML: html (default), as browsers do; libxml2: as that library does.")
    :choices({ "html", "libxml2" }):argname "PARSER"
end

--- Adds --no-color.
function options.of_terminal(parser)
  parser:flag("--no-color", "Never colour (NO_COLOR in the environment does the same)."):target "no_color"
end

local function is_date(text)
  return text:find "^%d%d%d%d%-%d%d%-%d%d$" or text:find "^%d%d%d%d%-%d%d%-%d%d[T ]%d%d:%d%d[%d:.,Z+%-]*$"
end

local function read_limit(text)
  local name, number = text:match "^(%l+)=([%d.]+)$"
  return budget.DEFAULTS[name] and name, tonumber(number)
end

--- Checks what argparse cannot. @return nil, or what is wrong
function options.fault(args)
  for _, text in ipairs(args.limit or {}) do
    local name, number = read_limit(text)
    if not (name and number and number > 0) then
      return ("--limit '%s' is none; write instructions, steps, memory, seconds or work=NUMBER"):format(text)
    end
  end
  if args.date and not is_date(args.date) then
    return ("--date '%s' is no date; write it as YYYY-MM-DD"):format(args.date)
  end
end

--- Loads the rules that the options ask for. @return rules, or nil and a fault
function options.rules(args)
  local limits = {}
  for _, text in ipairs(args.limit or {}) do
    local name, number = read_limit(text)
    limits[name] = number
  end
  return galley.rules { rule = args.rule, rules = args.rules, limits = limits }
end

--- How to print on standard output, or into a file: whether in colour, how wide.
function options.style(args)
  local terminal = not args.output and core.isatty(1)
  local no_color = os.getenv "NO_COLOR"
  local plain = args.no_color or no_color ~= nil and no_color ~= "" or os.getenv "TERM" == "dumb"
  return { terminal = terminal, color = terminal and not plain, width = terminal and core.columns(1) or nil }
end

return options
