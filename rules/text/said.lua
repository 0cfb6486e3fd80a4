-- What the words of a line say: of which kinds they are (text/words.lua), which phrases of
-- news pages they make (generic/page/phrases.lua), whether they tell of someone, cite or label.

local words = include "text/words"
local phrases = include "generic/page/phrases"
local KIND_OF = words.KIND_OF
local matches = phrases.matches
local NONE = {}

local BYTES_MOST = 200 -- of a line whose words are looked up
local PLACES = 16      -- its first words, whose kinds are kept by their place
local PLAIN = 8        -- those that count by themselves
local SPELLED = 4      -- words of a line that counts as a whole
local ABOUT_PLACES, ABOUT_REACH = 6, 8 -- "NAME is a … writer": places of "is", words from it to the job
local PAUSE = "[.-]+$"

-- Lists of phrases with the most signs of a line that they are looked for in.
local PHRASES = {
  { "credits", phrases.CREDITS, 260 }, { "notes", phrases.NOTES, 9999 }, { "sure notes", phrases.SURE_NOTES, 9999 },
  { "photo", phrases.PHOTO, 300 }, { "credited", phrases.CREDITED, 500 }, { "agency", phrases.AGENCIES, 60 },
  { "pointer", phrases.POINTERS, 200 }, { "tail", phrases.TAIL, 300 }, { "date start", phrases.DATE_STARTS, 100 },
  { "changed", phrases.CHANGED, 100 }, { "sources", phrases.SOURCES, 40 }, { "more", phrases.MORE, 60 },
  { "boilerplate", phrases.BOILERPLATE, 300 },
}
local WEIGHED_BY_REST = { credits = true, notes = true }

-- A line of a few words, those that no list knows left open.
local function spelled(list, count, known)
  if count == 0 or count > SPELLED or known == 0 then return nil end
  local all = {}
  for i = 1, count do all[i] = list[i] or "?" end
  return table.concat(all, " ")
end

--- Notes the kinds of word a line has (`kinds`, in order `list`), those of its first words
-- by place (`at`), those it begins with (`firsts`), its known words (`plain`), and what it
-- spells if it is short (`says`).
local function note_words(line)
  local kinds, list, at, plain, count, known = {}, {}, {}, {}, 0, 0
  for word in line.lowered:sub(1, BYTES_MOST):gmatch("[%a\128-\255'’©.&-]+") do
    count = count + 1
    local bare = word:gsub(PAUSE, "")
    local of = KIND_OF[word] or KIND_OF[bare]
    if of then
      known = known + 1
      for _, kind in ipairs(of) do
        if not kinds[kind] then list[#list + 1], kinds[kind] = kind, count end
      end
    end
    if count <= PLACES then at[count] = of or NONE end
    if count <= PLAIN then plain[count] = of and bare or false end
  end
  line.kinds, line.list, line.at, line.plain, line.firsts = kinds, list, at, plain, at[1] or NONE
  line.says = spelled(plain, count, known)
end

local function has_kind(line, place, kind)
  for _, one in ipairs(line.at[place] or NONE) do
    if one == kind then return true end
  end
  return false
end

-- Whether a line says of someone what they are.
local function is_about(line)
  local job = line.kinds.job
  if not job or line.chars <= 30 then return false end
  for i = 2, ABOUT_PLACES do
    local says = has_kind(line, i, "is") or has_kind(line, i, "work")
    if says and job > i and job <= i + ABOUT_REACH then return true end
  end
  return false
end

local function has_quotes(text)
  return text:find('"', 1, true) or text:find("\226\128\156", 1, true)
end

-- Titles with dates as lists of sources have them.
local function date_traits(line, add)
  if not line.kinds.month or line.digits < 4 or line.chars > 220 or line.chars <= 40 then return end
  if has_quotes(line.text) then add "cites" end
  if line.dated or line.text:find "[12][09]%d%d%W*$" then add "ends dated" end
end

-- "KIND: …"
local function label_traits(line, add)
  local colon = line.text:find(":", 1, true)
  if not colon or colon > 30 or line.chars <= colon + 2 or line.chars > 400 then return end
  add "label"
  for _, kind in ipairs(line.firsts) do add("label " .. kind) end
end

local function phrase_traits(line, add)
  for _, phrase in ipairs(PHRASES) do
    if line.chars <= phrase[3] and matches(line.lowered, phrase[2]) then
      local name = "says of " .. phrase[1]
      add(name)
      add(name .. " " .. line.area)
      add(name .. " " .. line.class)
      if WEIGHED_BY_REST[phrase[1]] then add(name .. " ahead " .. line.prose_ahead) end
    end
  end
  if line.sourced then
    add "under sources"
    add("under sources " .. line.class)
  end
end

--- Notes which lines stand under a heading of sources, up to the next row of running text:
-- three lines of it.
local function note_sources(lines, is_text)
  local since
  for i, line in ipairs(lines) do
    if since and is_text(i - 1) and is_text(i) and is_text(i + 1) then since = nil end
    line.sourced = since ~= nil
    if line.chars <= 30 and matches(line.lowered, phrases.SOURCES) then since = i end
  end
end

local function kind_traits(line, add)
  for _, kind in ipairs(line.firsts) do
    add("first word " .. kind)
    add(line.area .. " first word " .. kind)
    if line.chars <= 60 then add("first word " .. kind .. " " .. line.class) end
  end
  for _, kind in ipairs(line.list) do
    if line.chars <= 200 then add("word " .. kind) end
    if line.chars <= 60 then add("title word " .. kind) end
    if line.chars <= 40 then add("short word " .. kind) end
    if line.chars > 100 then add("long word " .. kind) end
  end
end

local function plain_traits(line, add)
  local plain = line.plain
  if line.says then add("says " .. line.says) end
  for i = 1, line.chars <= 60 and #plain or 0 do
    if plain[i] then add("has " .. plain[i]) end
  end
  if plain[1] then
    add("begins with " .. plain[1])
    if plain[2] and line.chars > 40 then add("begins with " .. plain[1] .. " " .. plain[2]) end
  end
end

--- Adds the traits that a line has by its words.
local function word_traits(line, add)
  kind_traits(line, add)
  plain_traits(line, add)
  phrase_traits(line, add)
  date_traits(line, add)
  label_traits(line, add)
  if is_about(line) then
    add "about one"
    add("about one " .. line.area)
  end
  if line.text:find "%(%u[^()]*%)%W*$" or line.text:find "%[%u[^%[%]]*%]%W*$" then add "ends named in brackets" end
  if line.kinds.view then add("view " .. (line.chars > 40 and "long" or "short")) end
end

return { note_words = note_words, note_sources = note_sources, word_traits = word_traits }
