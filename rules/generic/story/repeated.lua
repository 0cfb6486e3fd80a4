-- Bylines that say again what one above them says, or nothing.

local all_names, H_BYLINE = include("generic/story/authors").all_names, include("generic/page/names").H_BYLINE
local is_site = include("generic/story/witnessed").is_site
local normal = include("generic/page/words").normal
local is_by_alone = include("generic/page/words").is_by_alone
local is_checker = include("generic/story/checkers").is_checker
local people = include "generic/story/people"
local is_address, names_author = people.is_address, people.names_author
local SOURCES = include("generic/story/writers").SOURCES
local view = include "generic/page/view"
local phrases = include "generic/page/phrases"
local CORRESPONDENTS, OFFICES, says = phrases.CORRESPONDENTS, phrases.OFFICES, view.says
local lower_of, raw_text, text_of = view.lower_of, view.raw_text, view.text_of

-- The names that a byline marks, in lower case; and its size in bytes.
local function names_of(s, part)
  local list = {}
  for _, mark in ipairs(part.marks or {}) do
    list[#list + 1] = raw_text(s, mark.range[1], mark.range[2]):lower()
  end
  local start, stop
  if part.range then start, stop = part.range[1], part.range[2]
  else
    start = s.page:block(part.block or part.blocks[1])
    stop = select(2, s.page:block(part.block or part.blocks[2]))
  end
  return list, stop - start
end

local function words_in(s, part)
  return part.range and raw_text(s, part.range[1], part.range[2]) or text_of(s, part.block or part.blocks[1])
end

local NEAR = 3 -- lines from the headline
local REPEATED_MOST = 90 -- bytes of a byline that may say again what one above it says

local function has_bylines(content)
  for at = 1, #content do
    local part = content[at]
    if part.tag == "byline" or part.kind == "entry" then return true end
  end
  return false
end

-- Whether a byline has nothing in it but "by".
local function is_empty(s, part)
  if not part.block then return false end
  return is_by_alone(lower_of(s, part.block)) or not text_of(s, part.block):find("[%w\128-\255]")
end

-- Whether a byline says from where a correspondent writes, names an editorial office or where to write to.
local function is_office(s, part)
  return part.block ~= nil and (says(s, part.block, CORRESPONDENTS) or says(s, part.block, OFFICES)
    or is_address(s, part.block))
end

-- Whether a byline names somebody whom none before it names; what it says is then seen. One without
-- marks counts where it is the first to say it and stands below a byline, is of an office, a source or who checked
-- the story, or nobody else is named.
local function is_fresh(s, part, seen, follows)
  local list, size = names_of(s, part)
  local fresh = size > REPEATED_MOST
  for _, name in ipairs(list) do
    fresh = fresh or not seen[name]
    seen[name] = true
  end
  if #list > 0 then return fresh end
  local said = "\n" .. words_in(s, part)
  fresh = fresh or not seen[said] and (follows or is_office(s, part) or words_in(s, part):lower():matches(SOURCES)
    or part.block ~= nil and is_checker(s, part.block))
  seen[said] = true
  return fresh
end

local function names_somebody(content)
  for at = 1, #content do
    local part = content[at]
    if part.tag == "byline" and part.marks then return true end
  end
  return false
end

-- Whether a text is the site's name, as metadata or its address has it.
local function names_site(s, text)
  local host = (s.context.url or ""):address()
  return is_site(s, text) or host ~= nil and host:find(normal(text), 1, true) ~= nil
end

-- Whether another byline says a name too.
local function is_said(s, content, part, name)
  for _, other in ipairs(content) do
    if other.tag == "byline" and other ~= part and words_in(s, other):find(name, 1, true) then return true end
  end
  return false
end

-- Marks a line right below the headline that is named as a byline and is a name that no other says: who wrote it,
-- though metadata have but who edited it.
local function mark_writer(s, content)
  for _, part in ipairs(content) do
    local i = part.tag == "byline" and not part.marks and part.block
    if i and s.headline and i > s.headline and i <= s.headline + NEAR and s.f.own_hints[i] & H_BYLINE ~= 0 then
      local name = text_of(s, i)
      if s.f.words[i] >= 2 and all_names(name) and not names_site(s, name) and not is_said(s, content, part, name) then
        part.marks = { { tag = "author", range = { s.page:block(i) } } }
      end
    end
  end
end

-- Takes out bylines that name nobody whom one above them does not name, and those without
-- letters. In entries only those are kept that metadata knows: a live blog has many hands, its
-- story has the authors that it is published under.
local function drop_repeated(s, content, seen, entry)
  if not has_bylines(content) then return content end
  local kept, count, alone = table.room(#content), 0, not names_somebody(content) or #s.authors == 0
  if not (entry or alone) then mark_writer(s, content) end
  for at = 1, #content do
    local part, keep = content[at], true
    if part.tag == "byline" then
      local follows = alone or count > 0 and kept[count].tag == "byline"
      keep = is_fresh(s, part, seen, follows) and not is_empty(s, part)
        and not (entry and not names_author(s, words_in(s, part)))
    elseif part.kind == "entry" then part.content = drop_repeated(s, part.content, seen, true) end
    if keep then
      count = count + 1
      kept[count] = part
    end
  end
  return kept
end

return { drop_repeated = drop_repeated }
