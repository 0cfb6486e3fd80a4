-- Who wrote the story and when: lines that name authors or days.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local ASIDES = phrases.ASIDES
local lexicon = include "generic/page/words"
local dates = include "generic/page/dates"
local view = include "generic/page/view"
local authors = include "generic/story/authors"
local writers = include "generic/story/writers"
local EDITORS, SOURCES, WRITERS = writers.EDITORS, writers.SOURCES, writers.WRITERS
local leads_to_writer, names_writer = writers.leads_to_writer, writers.names_writer
local is_site = include("generic/story/witnessed").is_site
local names_run = include("generic/page/edges").names_run
local is_checker = include("generic/story/checkers").is_checker
local H_BYLINE, H_DATE, H_SHARE, H_COMMENT = names.H_BYLINE, names.H_DATE, names.H_SHARE, names.H_COMMENT
local H_TAGS, H_KICKER, H_COUNT = names.H_TAGS, names.H_KICKER, names.H_COUNT
local without_count = include("generic/story/comment_counts").without_count
local AGENCIES, FILED, NO_BYLINE, matches = phrases.AGENCIES, phrases.FILED, phrases.NO_BYLINE, phrases.matches
local DATE_STARTS = phrases.DATE_STARTS
local BY_WORDS, JOBS = lexicon.BY_WORDS, lexicon.JOBS
local NO_NAMES, starts_with_by = lexicon.NO_NAMES, lexicon.starts_with_by
local FIGURES, has_date, is_date_line, runs_of = dates.FIGURES, dates.has_date, dates.is_date_line, dates.runs_of
local is_beside_date = dates.is_beside_date
local named_day, numeric_day = dates.named_day, dates.numeric_day
local tells_age, tells_other = dates.tells_age, dates.tells_other
local lower_of, raw_text, says, text_of = view.lower_of, view.raw_text, view.says, view.text_of

-- Whether several authors are most of what a line says.
local function lists_authors(s, text)
  local found, rest = 0, #text
  for _, one in ipairs(s.authors) do
    if #one.value >= 5 and text:find(one.value, 1, true) then found, rest = found + 1, rest - #one.value end
  end
  return found >= 2 and rest <= 40 + 8 * found
end

local function names_author(s, text)
  if #s.authors > 1 and lists_authors(s, text) then return true end
  for _, one in ipairs(s.authors) do
    local least = one.from == "markup" and 3 or 5
    local fits = #one.value >= least and #text <= 2 * #one.value + 40
    if fits and (text:find(one.value, 1, true) or text:find(one.value:upper(), 1, true)) then return true end
  end
  return false
end

-- How words for jobs end that are made of two: "Politikredakteurin".
local JOB_ENDS = patterns { "redakteurin$", "redakteur$", "redaktorin$", "redaktör$", "redaktør$", "redacteur$",
  "journalistin$", "journalist$", "korrespondentin$", "korrespondent$", "reporterin$" }

local ADDRESS = 60 -- characters of one, at most

-- Whether a line is but an address to write to, as who wrote a story signs it.
local function is_address(s, i)
  return s.f.chars[i] <= ADDRESS and text_of(s, i):find("^%p?[%w._+-]+@[%w.-]+%.%a+%p?$") ~= nil
end

-- Whether a short line tells a job or is a handle.
local function tells_job(s, i)
  local f = s.f
  if f.words[i] > 10 or f.terminal[i] == 1 then return false end
  local text = text_of(s, i)
  if text:find("^@[%w_]+$") or is_address(s, i) then return true end
  for word in f.digits[i] == 0 and text:gmatch("%S+") or function() end do
    local lower = word:gsub("%p+$", ""):lower()
    if JOBS[lower] or lower:matches(JOB_ENDS) then return true end
  end
  return false
end

-- The job or handle of the author, in a block of its own below the name.
local function follows_author(s, i)
  return i > 1 and s.role[i - 1] == "byline" and s.f.own_hints[i] & H_KICKER == 0 and tells_job(s, i)
end

-- The name below a line that is the word for who wrote it alone: "Author:", "Ann Lee".
local function follows_label(s, i)
  local f = s.f
  return i > 1 and s.role[i - 1] == "byline" and f.words[i - 1] <= 2 and f.words[i] <= 6 and f.digits[i] == 0
    and f.terminal[i] == 0 and f.level[i] ~= 1 and lexicon.is_by_alone(lower_of(s, i - 1))
    and authors.all_names(text_of(s, i), 1)
end

-- Whether a heading right below the headline is "by" and names.
local function heads_names(s, i, text)
  local at = s.f.level[i] > 1 and s.headline and i > s.headline and i <= s.headline + 2 and lexicon.behind_by(text)
  return at and s.f.words[i] <= 8 and authors.all_names(text:sub(at)) or false
end

-- Whether a line named as a byline goes on with the one above: "& Bo Ek, Harbour Institute".
local function goes_on(s, i, text)
  local f = s.f
  local own = f.own_tags[i] ~= 0 and f.own_hints[i] or f.box[i] > 0 and f.box_hints[f.box[i]] or 0
  local first = s.role[i - 1] == "byline" and own & H_BYLINE ~= 0 and text:match("^(%S+)%s")
  return first and lexicon.JOINTS[first:lower()] and s.f.terminal[i] == 0 or false
end

-- Whether a line is an agency's name and the place that it reports from: "AFP, Lima".
local function names_agency(s, i, text)
  if s.f.words[i] > 4 or not text:find("[,/|]") then return false end
  local agency = text:match("^([^,/|]-)%s*[,/|]%s*%S+%s?%S*$")
  return agency ~= nil and matches(agency:lower(), AGENCIES)
end

local LEADS, PARTED = lexicon.LEADS, patterns { "[,/|]" }

-- Whether a line may be a byline, by what is cheap to tell.
local function may_be_byline(s, i, hints)
  local f = s.f
  return hints & H_BYLINE ~= 0 or s.role[i - 1] == "byline" or f:matches(i, LEADS) or f:matches(i, s.author_names)
    or f:matches(i, AGENCIES) or f.words[i] <= 4 and f:matches(i, PARTED)
end

local function is_byline(s, i)
  local f = s.f
  if f.words[i] > 30 then return false end
  if leads_to_writer(s, i) then return true end
  if names_writer(s, i) then return true end
  local hints = f.own_hints[i] | f.inside_hints[i]
  if f.box[i] > 0 then hints = hints | (s.near_hints[f.box[i]] or 0) end
  if not may_be_byline(s, i, hints) then return false end
  if follows_label(s, i) then return true end
  local text = text_of(s, i)
  if goes_on(s, i, text) then return true end
  local own = f.own_tags[i] ~= 0 and f.own_hints[i] or f.box_hints[f.box[i]] or 0 -- a line that a break cut out
  local named = own & H_BYLINE ~= 0 and f.level[i] ~= 1
    and (starts_with_by(text) or f.words[i] <= 6 and names_author(s, text)) or heads_names(s, i, text)
  if f.level[i] > 0 and f.level[i] < 4 and not named then return false end
  if says(s, i, NO_BYLINE) and not (starts_with_by(text) and without_count(s, i)) then return false end
  local told = f.terminal[i] == 1 and f.words[i] >= 6 and not starts_with_by(text) -- in a sentence
  if names_author(s, text) and not told or says(s, i, AGENCIES) or follows_author(s, i) then return true end
  if names_agency(s, i, text) then return true end
  if f.words[i] <= 4 and lexicon.is_by_alone(lower_of(s, i)) then return true end
  local ends = f.terminal[i] == 1 and not text:find("%f[%w]%u%.$") -- in no initial
  local led = f.words[i] <= 18 and starts_with_by(text) and not ends and not says(s, i, ASIDES)
  local titled = f.words[i] >= 9 and f.link_chars[i] > 0.9 * f.chars[i] -- "By ..." may begin a headline
  if led and not (titled and not writers.links_to_writer(s, i)) then return true end
  local headed = f.level[i] > 0 and not (f.own_hints[i] & H_BYLINE ~= 0 and authors.all_names(text))
  if hints & H_BYLINE == 0 or f.words[i] > 10 or headed then return false end
  if hints & H_TAGS ~= 0 and (f.own_hints[i] | f.inside_hints[i]) & H_BYLINE == 0 then return false end
  if f.words[i] <= 2 and f.own_hints[i] & (H_KICKER | H_TAGS | H_COUNT) ~= 0 and f.own_hints[i] & H_BYLINE == 0
    then return false end
  return f.digits[i] < 4 and not (hints & (H_SHARE | H_COMMENT) ~= 0 and not starts_with_by(text))
    and f.terminal[i] == 0
end

-- How long ago, in words.
local AGES = patterns { "vor eine[rm] %a", "%f[%a]an? %a+ ago", "il y a une? ", "hace una? ", "%f[%a]há uma? ",
  "un%W+ora fa", "för en %a+ sedan", "for en %a+ siden", "een %a+ geleden" }

-- Whether a line that is set or named as a time says in words how long ago it was.
local function is_age(s, i)
  local f = s.f
  return (f.time[i] > 0 or (f.own_hints[i] | f.inside_hints[i]) & H_DATE ~= 0) and says(s, i, AGES)
end

-- Whether a line stands with others in one link, as in a card that leads to another piece.
local function is_in_card(s, i)
  local f = s.f
  if f.links[i] == 0 or f.link[i] == 0 or f.link_chars[i] < f.chars[i] then return false end
  local start, stop = s.page:block(i)
  local from, to = s.page:range(f.link[i])
  return from < start and s.page:read(from, start):find "%S" ~= nil
    or to > stop and s.page:read(stop, to):find "%S" ~= nil
end

local function is_date(s, i)
  local f = s.f
  if f.words[i] > 24 or f.level[i] == 1 or is_in_card(s, i) then return false end
  if f.digits[i] == 0 and not says(s, i, FIGURES) then return f.words[i] <= 8 and is_age(s, i) end
  local text = text_of(s, i)
  if tells_other(text) then return false end
  local may_archive = f.links[i] > 0 and f.digits[i] == 4
  if may_archive and text:find("^[%a\128-\255]+%.? [12][09]%d%d$") then return false end -- an archive's month
  local hints = f.own_hints[i] | f.inside_hints[i]
  if f.time[i] > 0 or hints & H_DATE ~= 0 then return has_date(text) and not is_beside_date(s, i) end
  return is_date_line(text)
end

-- Whether a line says a whole day.
local function names_day(s, i)
  if s.f.digits[i] < 3 then return false end
  local text = text_of(s, i)
  return (numeric_day(s, text) or named_day(text)) ~= nil and not tells_other(text)
end

local FILED_WORDS = 40 -- of a line below a post that says by whom, when and under what it was put up

local function says_filed(s, i)
  return s.f.words[i] <= FILED_WORDS and says(s, i, FILED) and names_day(s, i)
end

-- "Jane Doe is …", "About Jane Doe".
local function begins_with_author(s, text)
  for _, one in ipairs(s.authors) do
    local at = #one.value >= 5 and text:find(one.value, 1, true)
    if at and at <= 10 then return true end
  end
  return false
end

local function names_nobody(s, i)
  local start, stop = s.page:block(i)
  if s.f.words[i] > 5 or is_checker(s, i) then return false end
  return not starts_with_by(text_of(s, i)) and not authors.witnessed_marks(s,
    raw_text(s, start, stop), start)
end

local CAPITAL = "[\xCE\xD0][\x86-\xAF]" -- Greek or Cyrillic

-- Names with a word in small letters between, and no more: "Marijke de Vries".
local PARTED_NAMES = patterns { "^%u%S+ v[ao]n %u%S+$", "^%u%S+ d[aeiu]l? %u%S+$", "^%u%S+ van de[nr]? %u%S+$" }

-- Whether a run of words in a line with a date may name people.
-- @param named whether it is an element named for them
local function may_name(s, words, named)
  local first = words:match("^[^%s:]+"):lower()
  if NO_NAMES[first] and not (lexicon.DONE[first] and starts_with_by(words)) then return false end
  if named then return true end
  local eastern = words:byte() >= 0xE3
  if eastern and (words:matches(WRITERS) or words:matches(EDITORS) or authors.is_han_name(words)
    or authors.is_outlet(words) and not is_site(s, words)) then return true end
  if words:find(":", 1, true) or eastern then
    if words:lower():matches(SOURCES) then return true end
  end
  return matches(words:lower(), AGENCIES) or words:find("%f[%w\128-\255]%u[%w\128-\255'.-]+ %u[%w\128-\255'.-]+")
    or words:matches(PARTED_NAMES)
    or words:find("%f[%w\128-\255]" .. CAPITAL .. "[\128-\255]+ " .. CAPITAL .. "[\128-\255]+")
    or BY_WORDS[first] or starts_with_by(words) or words:find(" [Bb]y %u")
    or names_author(s, words)
end

-- Whether a line with a date in it also says who wrote the story.
-- @param edges where elements of the line begin, if that is known
local function names_someone(s, text, edges)
  if starts_with_by(text) or names_author(s, text) then return true end
  for _, run in ipairs(runs_of(text, edges)) do
    if not run.date and may_name(s, text:sub(run.start, run.stop), names_run(edges, run)) then return true end
  end
  return false
end

local LABEL_MOST = 30 -- bytes before the day that say it is the story's
local LINE_WORDS, LINE_CHARS = 8, 48 -- of a line right by the headline that says a day and its hour

-- Whether such a line has a day with its hour, or whole names and a day behind them.
local function says_day(s, i, text, runs)
  local f, at = s.f, s.headline
  if f.words[i] > LINE_WORDS and f.chars[i] > LINE_CHARS or f.links[i] > 0 or #text > 150 then return false end
  if not at or i < at - 2 or i > at + 3 then return false end
  if text:find("%f[%d]%d?%d:%d%d%f[%D]") then return true end
  return #runs == 2 and runs[2].date and not runs[1].date
    and authors.all_names((text:sub(runs[1].start, runs[1].stop):gsub("[%s,–|-]+$", "")))
end

-- A line that names a day and more: who wrote it, in what section, how many comments.
local function is_meta_line(s, i)
  local f = s.f
  if f.words[i] > 30 or f.level[i] > 0 or f.digits[i] < 3 then return false end
  local text = text_of(s, i)
  if f.terminal[i] == 1 and not text:find("[^%d]%d%d?%.$") then return false end -- "2024. május 5."
  if not (numeric_day(s, text) or named_day(text)) or tells_other(text) or is_in_card(s, i) then return false end
  local hints = f.own_hints[i] | f.inside_hints[i] | (s.near_hints[f.box[i]] or 0)
  if f.time[i] > 0 or hints & (H_BYLINE | H_DATE) ~= 0 or starts_with_by(text) then return true end
  if says(s, i, DATE_STARTS) and text:find("%d") <= LABEL_MOST then return true end
  local runs = runs_of(text)
  if f.words[i] <= 6 and f.links[i] == 0 and runs[#runs].date and text:find("[|•·–/,]%s*%w+[^|•·–,]*$") then
    return true
  end
  if says_day(s, i, text, runs) then return true end
  for _, run in ipairs(runs) do
    if not run.date and BY_WORDS[text:match("^[^%s:]+", run.start):lower()] then return true end
  end
  return runs[1] and runs[1].date and names_someone(s, text) or false
end

-- A short line that names somebody and says how long ago it was: "Ann Lee 2 hours ago".
local function says_who_and_when(s, i)
  local f = s.f
  if f.words[i] > 8 or f.level[i] > 0 or f.digits[i] == 0 or f.terminal[i] == 1 then return false end
  local text = text_of(s, i)
  return tells_age(text) and names_someone(s, text)
end

return {
  begins_with_author = begins_with_author, is_address = is_address, is_byline = is_byline,
  is_date = is_date, is_meta_line = is_meta_line, may_name = may_name,
  names_author = names_author, names_day = names_day, names_nobody = names_nobody, names_someone = names_someone,
  says_filed = says_filed, says_who_and_when = says_who_and_when, tells_job = tells_job,
}
