--- What a terminal shows: colours, and text made safe and short for one line.

local style = {}

local CODES = {
  bold = "1", dim = "2", story = "1;34", entry = "34", sidebar = "1;35", teaser = "35",
  comment = "36", chrome = "90", tag = "32", fault = "1;31",
}

--- Wraps text in the colour of a name, where colour is wanted and the name has one.
function style.paint(text, name, color)
  local code = color and CODES[name]
  return code and ("\27[%sm%s\27[0m"):format(code, text) or text
end

-- A page must not be able to steer the terminal: control characters, C1 among
-- them, and white space all become single spaces.
local function one_line(text)
  text = text:gsub("[\0-\31\127]+", " "):gsub("\xC2[\x80-\x9F]", " ")
  text = text:gsub("\xE2\x80[\x8E\x8F\xAA-\xAE]", ""):gsub("\xE2\x81[\xA6-\xA9]", "") -- bidi controls
  return (text:gsub("  +", " "):gsub("^ ", ""))
end

--- Text for one line of at most `width` characters; an ellipsis says where it was
-- cut. No width: nothing is cut.
function style.line(text, width)
  text = one_line(text)
  local length = width and utf8.len(text)
  if not length or length <= width then return text end
  return text:sub(1, utf8.offset(text, math.max(width, 1)) - 1) .. "…"
end

return style
