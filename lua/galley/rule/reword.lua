-- What Lua says of a rule file, with what its writer is likely to have meant.

local lexer = require "galley.rule.lexer"
local schema = require "galley.rule.schema"
local suggest = require "galley.rule.suggest"

-- Words of Lua that people use as keys.
local reserved = { ["end"] = true, ["until"] = true, ["for"] = true, ["function"] = true, ["goto"] = true,
  ["if"] = true, ["in"] = true, ["not"] = true, ["or"] = true, ["and"] = true, ["repeat"] = true,
  ["while"] = true, ["do"] = true }

local function syntax(message, source)
  local near = message:match "near '([^']*)'" or message:match "near ([^%s]+)$"
  local first = lexer.tokens(source)[1]
  if first and first.type ~= "string" and first.text == "{" then return "a rule file begins with `return {`" end
  if near and reserved[near] and message:find "unexpected" then
    return ('`%s` is a word of Lua\'s own; as a key it is written ["%s"]'):format(near, near)
  elseif near == ":" and message:find "expected" then
    return 'to a plain string nothing can be chained; write css "…":date "…"'
  elseif near and near:find '^[%a_"{]' and message:find "^'}' expected" then
    return ("is a comma missing before %s?"):format(near)
  elseif near and near:find "^[.#]" then
    return 'a selector stands in quotes: ".title"'
  elseif near == "<eof>" then
    return "is a closing bracket or `end` missing?"
  end
end

local function unknown_name(name)
  local words = { "page", "include" }
  for word in pairs(schema.matchers) do words[#words + 1] = word end
  table.sort(words)
  local meant = suggest.nearest(name, words)
  if meant and #name > 2 then return ("did you mean `%s`?"):format(meant) end
  return ('a selector, like any text, stands in quotes: "%s"'):format(name)
end

--- A message with a hint after it, where there is one. `source` is the rule file's.
return function(message, source)
  local name = message:match "^unknown name '([^']*)'"
  local hint
  if name then
    hint = unknown_name(name)
  elseif message:find "^a rule file returns a table" then
    hint = "it ends with `return { … }`"
  else
    hint = syntax(message, source)
  end
  return hint and message .. "; " .. hint or message
end
