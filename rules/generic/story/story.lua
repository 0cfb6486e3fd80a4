-- The story as claims: parts in order, lines of names and dates cut in two, the boxes
-- that stand inside.

local names = include "generic/page/names"
local lexicon = include "generic/page/words"
local dates = include "generic/page/dates"
local view = include "generic/page/view"
local people = include "generic/story/people"
local line_edges = include "generic/page/edges"
local witnessed = include "generic/story/witnessed"
local phrases = include "generic/page/phrases"
local CHANGED, says, sort_by_first = phrases.CHANGED, view.says, view.sort_by_first
local edges_of, names_run = line_edges.edges_of, line_edges.names_run
local eyebrow = include("generic/story/eyebrow").eyebrow
local add_caption = include("generic/story/media_credit").add_caption
local add_note = include("generic/story/corrections").add_note
local part_reading_times = include("generic/story/read_time").part_reading_times
local find_readings, whole_table = include("generic/body/ruby").readings, include("generic/body/tables").whole_table
local H1, H_BYLINE = names.H1, names.H_BYLINE
local is_by_alone, words_of, NO_NAMES = lexicon.is_by_alone, lexicon.words_of, lexicon.NO_NAMES
local named_day, numeric_day, runs_of, stamp_of = dates.named_day, dates.numeric_day, dates.runs_of, dates.stamp_of
local has_date, tells_age = dates.has_date, dates.tells_age
local lower_of, raw_text, text_of = view.lower_of, view.raw_text, view.text_of
local authors = include "generic/story/authors"
local drop_repeated = include("generic/story/repeated").drop_repeated
local without_count = include("generic/story/comment_counts").without_count
local filed = include "generic/story/filed"
local cut_runs, is_near, sections_of = filed.cut_runs, filed.is_near, filed.sections_of
local author_marks, name_runs, names_nobody = authors.author_marks, authors.name_runs, people.names_nobody
local may_name, names_author, names_someone = people.may_name, people.names_author, people.names_someone
local tells_job = people.tells_job

-- Whether a run of date words is the mark of a footnote: a figure or two alone, "1,2".
local function is_mark(run, text)
  local words = text:sub(run.start, run.stop)
  return run.date and run.numbers and not words:find("[^%d%s,*]") and not words:find("%d%d%d")
end

-- How numbers of telephones are written behind who can be called there.
local TELEPHONES = { "%(%d%d%d%)%s*%d%d%d[-. ]%d%d%d%d", "%f[%d]%d%d%d[-.]%d%d%d[-.]%d%d%d%d%f[%D]",
  "%+%d[%d()]*[-. /][-%d(). /]+%d" }

-- A line with letters for the figures that are no dates: in names that metadata knows, as of "ann4lee1", and those of
-- telephones.
local function without_figures(s, text)
  for at = 1, #TELEPHONES do
    text = text:gsub(TELEPHONES[at], function(number) return (number:gsub("%d", "x")) end)
  end
  for _, one in ipairs(s.authors) do
    local from, to = text:find(one.value, 1, true)
    if from and one.value:find("%d") then
      text = text:sub(1, from - 1) .. one.value:gsub("%d", "x") .. text:sub(to + 1)
    end
  end
  return text
end

-- Whether words of a line that is named as a byline are of names, though they do not look it.
local function is_named(s, i, words, at, before)
  local f, behind_mark = s.f, before and before.mark
  if f.own_hints[i] & H_BYLINE ~= 0 and words:find("%a%a") and not behind_mark then
    return not NO_NAMES[words:match("^%S+"):lower()]
  end
  return f.inside_hints[i] & H_BYLINE ~= 0 and at == 1 and words:find("^%a[%w_][%w_]+$") and not NO_NAMES[words:lower()]
end

-- The words of a line without how many comments there are, and the sections it names, which are blank in it.
local function filed_line(s, i, edges)
  local start, stop = s.page:block(i)
  local range = without_count(s, i)
  local text = raw_text(s, range and range[1] or start, range and range[2] or stop)
  if range then text = (" "):rep(range[1] - start) .. text end
  local sections = sections_of(s, i, text, edges, names_author)
  for _, at in ipairs(sections) do
    text = text:sub(1, at.start - 1) .. (" "):rep(at.stop - at.start + 1) .. text:sub(at.stop + 1)
  end
  return text, sections
end

-- Splits a line of names and dates by its runs of words; one part for each.
local function split_line(s, text, edges, sections)
  local runs = cut_runs(runs_of(without_figures(s, text), edges), text, sections)
  local parts = {}
  for _, run in ipairs(runs) do
    local last = parts[#parts]
    local weak = run.date and not run.numbers
    if last and run.numbers and is_by_alone(text:sub(last.start, last.stop):lower()) then -- "Written: 6 May"
      last.tag, last.stop = "published", run.stop
    elseif last and (weak or not (run.cut or run.apart) and (last.tag == "published") == run.date) then
      last.stop = run.stop
    else parts[#parts + 1] = { tag = run.date and run.numbers and "published" or "byline", start = run.start,
      stop = run.stop, mark = is_mark(run, text), apart = run.apart } end
  end
  return parts
end

-- Adds those of the parts of a line that say who or when; names that are only apart are one byline.
local function add_parts(s, i, content, text, edges, parts)
  local start = s.page:block(i)
  local dated, from = false, #content
  for at, part in ipairs(parts) do
    local words = text:sub(part.start, part.stop)
    local again = dated and not has_date(words) -- a figure among what else the line says
    local tells = part.tag == "published" and not (part.mark or again)
      or may_name(s, words, names_run(edges, part)) or is_named(s, i, words, at, parts[at - 1])
    dated = dated or part.tag == "published"
    part.told = tells and part.tag
    if tells and part.apart and parts[at - 1] and parts[at - 1].told == "byline" then
      content[#content].range[2] = start + part.stop
    elseif tells then
      content[#content + 1] = { tag = part.tag, range = { start + part.start - 1, start + part.stop } }
    end
  end
  for at = from + 1, #content do
    local part = content[at]
    if part.tag == "byline" then part.marks = author_marks(s, part.range[1], part.range[2]) end
  end
end

-- Adds the sections that a line by the headline names.
local function add_sections(s, i, content, sections)
  local start = s.page:block(i)
  for _, at in ipairs(is_near(s, i) and sections or {}) do
    content[#content + 1] = { tag = "kicker", range = { start + at.start - 1, start + at.stop } }
  end
end

-- When a line with a date in it says the story appeared: by its time element, by what
-- metadata says of the same day, or as it reads.
local function published_stamp(s, i)
  local stamp = s.f.time[i] > 0 and s.page:attr(s.f.time[i], "datetime")
  stamp = stamp and stamp:find("^%s*%d%d%d%d") and stamp_of(s, stamp)
  if stamp then return stamp end
  local text = text_of(s, i)
  local day = numeric_day(s, text) or named_day(text)
  local turned = day and day:gsub("^(%d+)-(%d+)-(%d+)$", "%1-%3-%2") -- day and month may be the other way round
  for _, one in ipairs(s.published) do
    local value = stamp_of(s, one.value) or ""
    local said = value:sub(1, 10)
    if day and (said == day or said == turned and text:find("%d[./]%d")) then return value end
  end
  return day
end

-- Adds a byline that goes on in the next line: "By", "Ann Lee"; whether it does.
local function add_joined(s, i, content)
  if s.role[i] ~= "byline" or s.role[i + 1] ~= "byline" then return false end
  local by = s.f.words[i] <= 4 and is_by_alone(lower_of(s, i))
  if s.f.digits[i] + s.f.digits[i + 1] >= (by and 4 or 2) then return false end
  local start = s.page:block(i)
  local second, stop = s.page:block(i + 1)
  local marks = author_marks(s, start, stop)
  local placed = s.placed == i + 1
  if not (by or placed or marks and names_nobody(s, i + 1)) then return false end
  s.role[i + 1] = "joined"
  if placed and not marks then marks = { { tag = "author", range = { s.page:block(i) } } } end
  marks = marks or name_runs(raw_text(s, second, stop), second)
  content[#content + 1] = { tag = "byline", blocks = { i, i + 1 }, marks = marks }
  return true
end

-- Whether all words of a line are a day's, and none touch its figures.
local function is_day_alone(text)
  local runs = runs_of(text)
  return #runs == 1 and runs[1].date and not text:find("%d[%a\xC3-\xF4]")
end

-- Adds a line that says both who and when in two parts or more; whether it is such a line.
local function add_split(s, i, content)
  local digits = s.f.digits[i]
  if digits == 0 or s.f.inside_tags[i] & H1 ~= 0 then return false end
  local text = text_of(s, i)
  if digits == 1 and not tells_age(text) or is_day_alone(text) then return false end
  local edges = edges_of(s, i)
  local words, sections = filed_line(s, i, edges)
  if not (sections[1] or names_someone(s, text) or edges and names_someone(s, words, edges)) then return false end
  local from = #content
  add_parts(s, i, content, words, edges, split_line(s, words, edges, sections))
  add_sections(s, i, content, sections)
  for at = from + 1, #content do
    if content[at].tag == "published" then content[at].datetime = published_stamp(s, i) end
  end
  return true
end

-- Adds a job or handle to the byline in the line above, whose name it is of; whether it is one.
local function add_job(s, i, content)
  local last = content[#content]
  local from = last and last.tag == "byline" and (last.block or last.blocks and last.blocks[1])
  local to = from and (last.block or last.blocks[2])
  if not from or to ~= i - 1 or not tells_job(s, i) or names_author(s, text_of(s, i)) then return false end
  last.marks = last.marks or author_marks(s, s.page:block(from))
  last.block, last.blocks = nil, { from, i }
  return true
end

local function add_byline(s, i, content)
  if add_job(s, i, content) or add_joined(s, i, content) or add_split(s, i, content) then return end
  local range = without_count(s, i)
  content[#content + 1] = { tag = "byline", block = not range and i or nil, range = range,
    marks = author_marks(s, s.page:block(i)) }
end

local function add_time(s, i, content)
  if add_split(s, i, content) then return end
  local range = without_count(s, i)
  content[#content + 1] = { tag = says(s, i, CHANGED) and "modified" or "published",
    block = not range and i or nil, range = range, datetime = published_stamp(s, i) }
end

local function add_headline(s, i, content)
  local label, rest = eyebrow(s, i, s.f.node[i])
  if not label then
    content[#content + 1] = { tag = "headline", block = i }
    return
  end
  content[#content + 1] = { tag = "kicker", range = label }
  content[#content + 1] = { tag = "headline", range = rest }
end

local ADDERS = { byline = add_byline, published = add_time, headline = add_headline, caption = add_caption,
  note = add_note }

local function add_part(s, i, content)
  local role = s.role[i]
  local adder = ADDERS[role]
  if adder then adder(s, i, content) else content[#content + 1] = { tag = role, block = i } end
end

local STORY_ROLES = words_of [[headline kicker dek byline published paragraph crosshead list_item table preformatted
  blockquote pull_quote embed caption credit note bio]]

-- Where the part at a block goes: the content of its entry, or else of the story.
local function home_of(s, i, content)
  local at = s.entry and s.entry[i]
  if not at then return content end
  local last = content[#content]
  if not last or last.entry ~= at then
    last = { kind = "entry", content = {}, entry = at }
    content[#content + 1] = last
  end
  return last.content
end

-- The blocks with a role in order, and at which of them the story begins and ends.
local HAS_ROLE = formula("blocks", "return has_role")
local function story_range(s)
  s.f:mark("has_role", s.role)
  local rows, role, from = s.f:rows(HAS_ROLE), s.role, 1
  local to = #rows
  while from <= to and not STORY_ROLES[role[rows[from]]] do from = from + 1 end
  while to >= from and not STORY_ROLES[role[rows[to]]] do to = to - 1 end
  return rows, from, to
end

-- Adds the part at a block that no table before it reaches; the last block of the part.
local function add_one(s, i, content)
  local row, stop
  if s.role[i] == "table" then row, stop = whole_table(s, i) end
  if row then content[#content + 1] = { tag = "table", node = row } else add_part(s, i, content) end
  return stop or i
end

-- The story's parts in order, with the boxes that stand between them.
local function make_story(s, boxes)
  local rows, from, to = story_range(s)
  if from > to then return nil end
  local role, content, at, behind, live = s.role, {}, 1, 0, s.entry and next(s.entry)
  local first, last = rows[from], rows[to]
  while boxes[at] and boxes[at].first < first do at = at + 1 end
  local box = boxes[at]
  local begin = box and box.last <= last and box.first or s.count + 1
  for number = from, to do
    local i = rows[number]
    while begin <= i do
      local home = live and home_of(s, begin, content) or content
      home[#home + 1] = box
      box.inside, behind, at = true, begin, at + 1
      box = boxes[at]
      begin = box and box.last <= last and box.first or s.count + 1
    end
    local tag = role[i]
    if i > behind and STORY_ROLES[tag] then
      local home = live and home_of(s, i, content) or content
      if tag == "paragraph" then home[#home + 1] = { tag = tag, block = i } else behind = add_one(s, i, home) end
    end
  end
  content = part_reading_times(s, drop_repeated(s, content, {}))
  witnessed.add(s, content)
  return { kind = "story", content = content, first = first, last = last }
end

local function assemble(s, boxes, comments)
  local story = make_story(s, boxes)
  local list, readings, above = {}, find_readings(s, story), story ~= nil
  for at = 1, #boxes do
    local box = boxes[at]
    if above and box.first > story.first then
      list[#list + 1], above = story, false
    end
    if not box.inside then list[#list + 1] = box end
  end
  if above then list[#list + 1] = story end
  table.move(comments, 1, #comments, #list + 1, list)
  sort_by_first(list)
  table.move(readings, 1, #readings, #list + 1, list)
  return list
end

return { assemble = assemble }
