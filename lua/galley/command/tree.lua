--- `galley tree`: the page as it was parsed, a node a line with its bytes.

local galley = require "galley"
local input = require "galley.input"
local style = require "galley.format.style"
local options = require "galley.command.options"
local output = require "galley.command.output"
local report = require "galley.command.report"

local tree = { name = "tree", summary = "Show a page's tree as parsed, each node with its bytes." }

local LINES = 256 -- that are written at once
local SHOWN_TEXT = 4096 -- bytes of a text that are shown at most
local SHOWN_DEPTH = 60 -- deeper nodes are indented no further; the depth is named

--- Adds the subcommand's arguments to its parser.
function tree.describe(parser)
  parser:argument("file", "A page, or - for standard input."):argname "FILE"
  parser:option("--format", "spans (default): indented, with bytes; html5lib: as that test suite writes trees.")
    :choices({ "spans", "html5lib" }):default "spans":argname "FORMAT"
  options.of_parser(parser)
  options.of_terminal(parser)
end

local function element_label(page, row, label)
  local id, class = page:attr(row, "id"), page:attr(row, "class")
  if id and id ~= "" then label = label .. "#" .. style.line(id) end
  for word in (class or ""):gmatch "%S+" do label = label .. "." .. style.line(word) end
  return label
end

-- What a text node reads, or how it begins.
local function text_of(page, row)
  local start, stop = page:range(row)
  if stop - start <= SHOWN_TEXT then return style.line(page:read(start, stop)) end
  local text = page:read(start, start + SHOWN_TEXT)
  local _, cut = utf8.len(text) -- where the end is inside a character
  return style.line(cut and text:sub(1, cut - 1) or text) .. "…"
end

-- The name of a node in the tree, the colour it takes and the text that follows it.
local function label_of(page, row, kind, name, tag, attributes)
  if kind == "element" then
    local label = attributes > 0 and element_label(page, row, name) or name
    return label, tag and "tag" or "chrome", not tag and "(implied)" or nil
  elseif kind == "text" then
    local text = text_of(page, row)
    return "text", "chrome", text == "" and "white space" or '"' .. text .. '"'
  end
  return kind, "chrome", name and style.line(name)
end

local indents = {}

-- What a node of a depth begins with.
local function indent_of(depth)
  local indent = indents[depth]
  if not indent then
    indent = ("  "):rep(math.min(depth, SHOWN_DEPTH)) .. (depth > SHOWN_DEPTH and ("[%d] "):format(depth) or "")
    indents[depth] = indent
  end
  return indent
end

local function node_line(depth, look, start, stop, label, color, more)
  local indent, bytes = indents[depth] or indent_of(depth), start .. "–" .. stop
  local line = indent .. style.paint(label, color, look.color) .. "  " .. style.paint(bytes, "dim", look.color)
  if not more or more == "" then return line end
  local width = look.width and math.max(look.width - #indent - #label - #bytes, 16)
  return line .. "  " .. (width and style.line(more, width) or more)
end

-- Rows stand in document order: the nodes around a row are those that have not ended.
local function write_spans(page, out, look)
  local ends, depth, lines, count = {}, 0, {}, 0
  local rows = page:subtree_end(0)
  for row = 0, rows - 1 do
    local kind, name, last, start, stop, tag, attributes = page:row(row)
    while depth > 0 and ends[depth] <= row do depth = depth - 1 end
    count = count + 1
    lines[count] = node_line(depth, look, start, stop, label_of(page, row, kind, name, tag, attributes))
    depth = depth + 1
    ends[depth] = last
    if count == LINES or row == rows - 1 then
      local ok, err = out:write(table.concat(lines, "\n", 1, count) .. "\n")
      if not ok then return nil, err end
      count = 0
    end
  end
  return true
end

local function write_html5lib(page, out)
  return out:write(require("galley.format.html5lib").tree(page))
end

local function show(path, args, out)
  local given, err = input.read(path)
  if not given then return nil, err end
  local page, parse_err = galley.parse(given.bytes, { input = given.kind, parser = args.parser })
  if not page then return nil, parse_err end
  local write = args.format == "html5lib" and write_html5lib or write_spans
  local ok, write_err = write(page, out, options.style(args))
  page:close()
  if not ok then return nil, write_err end
  return out:commit()
end

--- Runs the subcommand. @return the exit code
function tree.run(args)
  local out = output.open()
  local ok, err = report.guarded(show, args.file, args, out)
  return ok and report.DONE or report.fault(err, args.file)
end

return tree
