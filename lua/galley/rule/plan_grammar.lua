-- The text of a plan: its tokens, its definitions, and what each name in it means. A plan
-- is written in the notation of LPeg's re; of that it may use names, literals, ( ) / * + ?
-- ^n & ! and `.` for any line.

local schema = require "galley.rule.schema"
local suggest = require "galley.rule.suggest"

local plan_grammar = {}

local TOKENS_MOST = 8000
local REPEATS_MOST = 200 -- by ^n, which LPeg writes out

-- Raised inside this module as a table, and turned into nil, problem at its end.
local function fail(position, message, ...)
  error({ position = position, message = message:format(...) }, 0)
end

local function literal(text, i)
  local quote = text:sub(i, i)
  local stop = text:find(quote, i + 1, true)
  if not stop then fail(i, "the literal has no end") end
  if stop == i + 1 then fail(i, "the literal is empty") end
  return { type = "literal", text = text:sub(i + 1, stop - 1), position = i, stop = stop }
end

local function next_token(text, i)
  local name = text:match("^[%a_][%w_]*", i)
  if name then return { type = "name", text = name, position = i, stop = i + #name - 1 } end
  if text:find("^[\"']", i) then return literal(text, i) end
  local count = tonumber(text:match("^%^[+-]?(%d+)", i))
  if count and count > REPEATS_MOST then fail(i, "a piece can be repeated %d times at most", REPEATS_MOST) end
  local operator = text:match("^<%-", i) or text:match("^%^[+-]?%d+", i) or text:match("^[()/*+?&!.:]", i)
  if not operator then fail(i, "a plan is made of names, literals and ( ) / * + ? ^n & ! .") end
  return { type = "operator", text = operator, position = i, stop = i + #operator - 1 }
end

local function tokens_of(text)
  local tokens, line, counted, i = {}, 0, 1, 1
  while true do
    i = text:find("%S", i)
    if not i then return tokens end
    if text:find("^%-%-", i) then
      i = text:find("\n", i, true) or #text + 1
    else
      local token = next_token(text, i)
      local _, newlines = text:sub(counted, i - 1):gsub("\n", "")
      line, counted = line + newlines, i
      token.line = line
      tokens[#tokens + 1] = token
      if #tokens > TOKENS_MOST then fail(i, "a plan has %d names, literals and signs at most", TOKENS_MOST) end
      i = token.stop + 1
    end
  end
end

-- Joins `class : tag` into the name's token.
local function join_tags(tokens)
  local joined, i = {}, 1
  while tokens[i] do
    local token, tag = tokens[i], tokens[i + 2]
    if tokens[i + 1] and tokens[i + 1].text == ":" and tokens[i + 1].type == "operator" then
      if token.type ~= "name" or not tag or tag.type ~= "name" then
        fail(tokens[i + 1].position, "`:` stands between a class and a tag: label:heading")
      end
      token.tag = tag.text
      i = i + 2
    elseif token.text == ":" and token.type == "operator" then
      fail(token.position, "`:` stands between a class and a tag: label:heading")
    end
    joined[#joined + 1] = token
    i = i + 1
  end
  return joined
end

local function is_arrow(token)
  return token ~= nil and token.type == "operator" and token.text == "<-"
end

-- The definitions in their order, each { name, tokens, position, line }.
local function definitions_of(tokens)
  local list, by_name, current = {}, {}, nil
  for i, token in ipairs(tokens) do
    if is_arrow(tokens[i + 1]) and token.type == "name" then
      if by_name[token.text] then fail(token.position, "`%s` is defined twice", token.text) end
      current = { name = token.text, tokens = {}, position = token.position, line = token.line }
      list[#list + 1], by_name[token.text] = current, current
    elseif is_arrow(token) then
      if not current or tokens[i - 1].text ~= current.name or #current.tokens > 0 then
        fail(token.position, "`<-` stands after the name that it defines")
      end
    elseif not current then
      fail(token.position, "a plan begins with a definition: page <- …")
    else
      current.tokens[#current.tokens + 1] = token
    end
  end
  return list, by_name
end

local function is_tag(grammar, word)
  return (schema.is_tag(word) or grammar.parts[word] ~= nil) and word ~= "page"
end

local function is_kind(grammar, word)
  return (schema.is_kind(word) and word ~= "chrome") or grammar.kinds[word] ~= nil
end

local function unknown_name(grammar, token)
  local known = {}
  for _, definition in ipairs(grammar.definitions) do known[#known + 1] = definition.name end
  for class in pairs(grammar.classes) do known[#known + 1] = class end
  table.sort(known)
  for _, row in ipairs(schema.keys) do
    if schema.is_tag(row.key) then known[#known + 1] = row.key end
  end
  local meant = suggest.nearest(token.text, known, schema.synonyms("story"))
  fail(token.position, "`%s` is no definition, class of lines or tag%s", token.text,
    meant and (", did you mean `%s`?"):format(meant) or "")
end

-- Says what a name in a definition is: "rule", "class" or "free" (a line in no class).
local function resolve_name(grammar, token)
  local name = token.text
  if token.tag then
    if not grammar.classes[name] then fail(token.position, "`%s` is no class of `lines`", name) end
    if not is_tag(grammar, token.tag) then fail(token.position, "`%s` is no tag", token.tag) end
    token.means, token.class = "class", name
  elseif grammar.by_name[name] then
    token.means = "rule"
  elseif grammar.classes[name] then
    if not is_tag(grammar, name) then
      fail(token.position, "the class `%s` needs a tag: `%s:heading`, for example", name, name)
    end
    token.means, token.class, token.tag = "class", name, name
  elseif is_tag(grammar, name) then
    token.means, token.tag = "free", name
  elseif is_kind(grammar, name) then
    fail(token.position, "`%s` is a segment: it needs a definition (%s <- …)", name, name)
  else
    unknown_name(grammar, token)
  end
end

local function resolve(grammar)
  for _, definition in ipairs(grammar.definitions) do
    local name = definition.name
    if grammar.classes[name] then fail(definition.position, "`%s` is a class of lines already", name) end
    if is_tag(grammar, name) then fail(definition.position, "`%s` is a tag; a definition needs another name", name) end
    if #definition.tokens == 0 then fail(definition.position, "`%s` is empty", name) end
    definition.kind = is_kind(grammar, name) and name or nil
    for i, token in ipairs(definition.tokens) do
      if token.type == "name" then
        resolve_name(grammar, token)
        local after = definition.tokens[i + 1]
        if token.means == "free" and after and after.type == "literal" then token.upto = after.text end
      end
    end
  end
  if not grammar.by_name.page then fail(1, "a plan needs a definition of `page`") end
end

-- The tags that a definition uses must have a place in the segment that it stands in.
local function check_places(grammar, definition, kind, seen)
  if seen[definition] then return end
  seen[definition] = true
  for _, token in ipairs(definition.tokens) do
    if token.means == "rule" then
      local used = grammar.by_name[token.text]
      if not used.kind then check_places(grammar, used, kind, seen) end
    elseif token.tag and not kind then
      fail(token.position, "`%s` stands in no segment", token.tag)
    elseif token.tag then
      local base = grammar.kinds[kind] or kind
      if not schema.holds(base, grammar.parts[token.tag] or token.tag) then
        fail(token.position, "a %s has no `%s`", kind, token.tag)
      end
    end
  end
end

local function parse(text, grammar)
  local tokens = join_tags(tokens_of(text))
  grammar.definitions, grammar.by_name = definitions_of(tokens)
  resolve(grammar)
  check_places(grammar, grammar.by_name.page, nil, {})
  for _, definition in ipairs(grammar.definitions) do
    if definition.kind then check_places(grammar, definition, definition.kind, {}) end
  end
  return grammar
end

--- Reads a plan. `classes` is what line_class.read gave; `own` has the rule's kinds and
--- parts. Gives { definitions, by_name, … }, or nil and { position, message }.
function plan_grammar.read(text, classes, own)
  local grammar = { classes = classes or {}, kinds = own.kinds or {}, parts = own.parts or {} }
  local ok, result = pcall(parse, text, grammar)
  if ok then return result end
  if type(result) ~= "table" then error(result, 0) end
  return nil, result
end

return plan_grammar
