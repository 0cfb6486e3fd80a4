-- Which words of a byline are the names of authors.

local lexicon = include "generic/page/words"
local raw_text = include("generic/page/view").raw_text
local JOBS, JOINTS, NO_NAMES = lexicon.JOBS, lexicon.JOINTS, lexicon.NO_NAMES
local is_name_word, normal, starts_with_by = lexicon.is_name_word, lexicon.normal, lexicon.starts_with_by

-- The authors a line names by metadata's word for them.
local function witnessed_marks(s, text, start)
  local marks, taken = {}, {}
  for _, one in ipairs(s.authors) do
    local from, to = text:find(one.value, 1, true)
    if not from then from, to = text:find(one.value:upper(), 1, true) end
    if from and #one.value >= 3 and not (taken[from] or taken[to]) then
      for at = from, to do taken[at] = true end
      marks[#marks + 1] = { tag = "author", range = { start + from - 1, start + to } }
    end
  end
  return #marks > 0 and marks or nil
end

-- A word without the marks around it, how many bytes stand before it, and whether marks behind it end a name.
local function bare_word(word)
  local front = word:match("^[(%[]+%f[^(%[]") and not word:find("[)%]]") and #word:match("^[(%[]+") or 0
  local bare = word:sub(front + 1):gsub("[,;:|]+$", "")
  if bare:find("[)%]]$") and not bare:find("[(%[]") then bare = bare:gsub("[)%]]+$", "") end
  return bare, front, front + #bare ~= #word
end

local PARTICLES = lexicon.words_of "de von van di der den da dos du del la le ter ten zu bin al el"

-- Where the names of a line begin: behind "by", and behind the colon of "Text and photos: ".
local function names_from(text)
  local at = lexicon.behind_by(text)
  local label = at and text:match("^[%s%w\128-\255&/]-:%s+()%S", at)
  return label and label - at <= 30 and label or at or 1
end

-- Runs of capitalised words between commas and conjunctions. What follows a comma behind a name and has
-- a job's word is no name, nor is what follows such a job: "Ann Lee, Senior Analyst, Ferry Institute". One
-- word behind a whole name that no conjunction joins to it is a place or a paper, as are capitals alone behind one
-- that has other letters: "Ann Lee, Lima", "Ann Lee, HBR HARBOUR".
local function name_runs(text, start)
  local marks, from, to, count = {}, nil, nil, 0
  local behind_comma, job, behind_job
  local whole, joined, has_small = false, false, false
  local function flush_name()
    local small = from and text:find("%l", from) or #text + 1
    local paper = from and whole and not joined and (count == 1 or has_small and small > to)
    if from and count <= 5 and not paper then
      has_small = has_small or small <= to
      marks[#marks + 1] = { tag = "author", range = { start + from - 1, start + to } }
      whole, joined = whole or count > 1, false
    end
    from, to, count = nil, nil, 0
  end
  text = text:gsub("\xC2\xA0", "  ") -- a space that does not break, in as many bytes
  local skipped = names_from(text) - 1
  for place, word in text:sub(skipped + 1):gmatch("()(%S+)") do
    local at, bare, front, ends = skipped + place, bare_word(word)
    local lower = bare:lower()
    if #marks + count > 0 and (NO_NAMES[lower] or word:find(":$")) then break end
    local joins = from and PARTICLES[lower]
    if front > 0 and is_name_word(bare) and #marks + count > 0 then -- "Ann Lee (Harbour News)"
      flush_name()
      job = true
    end
    if JOINTS[lower] or not (joins or is_name_word(bare)) then
      if from and JOBS[lower] then break end
      flush_name()
      job = job or JOBS[lower] and behind_comma
      if JOINTS[lower] then behind_comma, behind_job, job, joined = false, false, false, true end
    elseif behind_job then break
    elseif not job then from, to, count = from or at + front, at + front + #bare - 1, count + 1 end
    if ends then
      flush_name()
      behind_comma, behind_job, job = #marks > 0, job, false
    end
  end
  flush_name()
  return #marks > 0 and marks or nil
end

-- Takes out names behind the first that are the site's own: "Ann Lee, Harbour News Staff".
local function without_sites(s, marks)
  for at = marks and #marks or 0, 2, -1 do
    local name = normal(raw_text(s, marks[at].range[1], marks[at].range[2]))
    for _, site in ipairs(s.sites) do
      if normal(site.value):sub(1, #name) == name or name:sub(1, #site.value) == normal(site.value) then
        table.remove(marks, at)
        break
      end
    end
  end
  return marks
end

-- Whether all words of a line may be of names, two of them at least, or one where `least` is 1.
local function all_names(text, least)
  local count = 0
  for word in text:gmatch("%S+") do
    local bare = bare_word(word)
    local lower = bare:lower()
    if is_name_word(bare) then count = count + 1
    elseif count == 0 or not (JOINTS[lower] or PARTICLES[lower]) then return false end
  end
  return count >= (least or 2)
end

-- How names in Han characters end that are no people's: papers and sites; departments, counters, sections.
local OUTLETS = patterns { "新聞$", "新闻$", "社$", "网$", "網$", "報$", "报$", "电视台$", "電視台$", "周刊$", "週刊$", "杂志$",
  "雜誌$", "在线$", "線上$", "传媒$", "客户端$", "通讯$", "通信$" }
local NO_PEOPLE = patterns { "部$", "版$", "面$", "局$", "台$", "課$", "评论", "評論", "阅读", "閱讀", "浏览", "点击", "人气", "分享",
  "收藏", "打印", "举报", "频道$", "頻道$", "字号", "字体", "关注", "投稿", "返回", "我要", "参与", "专题", "国内", "国际", "原创" }

-- Whether words are three to five Han characters: a name, where a day stands beside them.
local function is_han_name(words)
  return #words >= 9 and #words <= 15 and words:find("^[\xE4-\xE9][\x80-\xBF\xE4-\xE9]+$") ~= nil
    and not words:matches(NO_PEOPLE) and not words:matches(OUTLETS)
end

--- Whether words are three to thirteen characters that end as the names of papers and sites do in Han characters.
local function is_outlet(words)
  return #words >= 9 and #words <= 39 and words:matches(OUTLETS) and not words:matches(NO_PEOPLE)
    and not words:find("[%s：:]")
end

-- The author marks of a byline: names that metadata knows, else those behind "by".
local function author_marks(s, start, stop)
  local text = raw_text(s, start, stop)
  local known = witnessed_marks(s, text, start)
  if known then return known end
  if is_han_name(text) then return { { tag = "author", range = { start, stop } } } end
  if starts_with_by(text) then return without_sites(s, name_runs(text, start)) end
  return nil
end

return {
  all_names = all_names, author_marks = author_marks, is_han_name = is_han_name, is_outlet = is_outlet,
  name_runs = name_runs, witnessed_marks = witnessed_marks,
}
