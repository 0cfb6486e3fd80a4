-- Lines of dates as they are read: with ASCII's figures and marks, and with their words parted.

-- Digits of other scripts.
local FIGURES = patterns { "[\xD9\xDB][\xA0-\xB9]", "[\xE0\xEF][\xA5\xA7\xBC][\x90-\xAF]" }

-- Digits as other scripts write them -> ours; made when a page has one.
local function digits_table()
  local digits = {}
  for _, zero in ipairs { 0x660, 0x6F0, 0x966, 0x9E6, 0xFF10 } do
    for digit = 0, 9 do digits[utf8.char(zero + digit)] = tostring(digit) end
  end
  return digits
end

-- Marks and spaces of other scripts, by the bytes they begin with, as ours in as many bytes.
local MARKED = patterns { "\xD8\x8C", "\xE3\x80[\x80-\x9F]", "\xEF[\xBC\xBD]" }
local MARKS = {
  ["\u{3000}"] = "   ", ["\u{3001}"] = ",  ", ["\u{3010}"] = " [ ", ["\u{3011}"] = " ] ", ["\u{FF08}"] = " ( ",
  ["\u{FF09}"] = " ) ", ["\u{FF0C}"] = ",  ", ["\u{FF0F}"] = " / ", ["\u{FF1A}"] = ":  ", ["\u{FF5C}"] = " | ",
}

local function with_our_marks(text)
  if not text:matches(MARKED) then return text end
  return (text:gsub("\xD8\x8C", ", "):gsub("[\xE3\xEF][\x80-\xBD][\x80-\xBF]", MARKS))
end

-- Months of two words in Arabic, by the bytes of their second word.
local function arabic(text)
  if not (text:find("كانون", 1, true) or text:find("تشرين", 1, true)) then return text end
  text = text:gsub("كانون الثاني", "يناير"):gsub("كانون الأول", "ديسمبر"):gsub("كانون الاول", "ديسمبر")
  return (text:gsub("تشرين الثاني", "نوفمبر"):gsub("تشرين الأول", "أكتوبر"):gsub("تشرين الاول", "أكتوبر"))
end

-- A line with its figures and marks in ASCII, and the days of China, Japan, Korea and Vietnam as 2024-5-6.
local function figures(text)
  if not (text:find("[\xC2\xD8\xD9\xDB\xE0\xE2\xE3\xE5-\xE6\xEB-\xEC\xEF]") or text:find("tháng ", 1, true)) then
    return text
  end
  text = text:gsub("\xC2\xA0", " "):gsub("\xE2\x80[\x89\xAF]", " ") -- spaces that do not break, thin ones
  text = with_our_marks(text)
  if text:matches(FIGURES) then
    local digits = digits_table()
    text = text:gsub("[\xD9\xDB][\xA0-\xB9]", digits):gsub("[\xE0\xEF][\xA5\xA7\xBC][\x90-\xAF]", digits)
  end
  if text:find("%d ?年") or text:find("%d ?년") then
    text = text:gsub(" ?年 ?", "-"):gsub(" ?년 ?", "-"):gsub(" ?月 ?", "-"):gsub(" ?월 ?", "-")
  end
  if text:find("\xE0[\xB8\xB9]") then text = text:gsub("([\x80-\xBF])%.(\xE0)", "%1%2") end -- ก.ย.
  if text:find("tháng %d") then text = text:gsub(" tháng (%d+),? ?năm ?", "/%1/"):gsub(" tháng (%d+),? ", "/%1/") end
  return arabic(text)
end

-- Whether no white space parts two words of a line, as where elements meet: "Ann Lee2 hours ago".
local GLUED = patterns { "%l%d", "%l%u", "%d%u%l%l", "[\x80-\xBF]%d%d%d%d", "%d:%d%d[\xE3-\xED]",
  "[\x80-\xBF]%d%d?/%d%d?[(%s]" }

-- Words that begin anew in Chinese and Japanese lines of names and dates: who wrote it, counters, buttons.
local LABELS = {
  "稿件来源", "文章来源", "新闻来源", "信息来源", "来源", "來源", "作者", "记者", "記者", "编辑", "編輯", "责任", "責任", "责编",
  "出处", "出處", "稿源", "通讯员", "撰稿", "摄影", "发信地", "発信地", "浏览", "瀏覽", "阅读", "閱讀", "点击", "點擊", "评论",
  "評論", "人气", "人氣", "热度", "字体", "字體", "字號", "字号", "分享", "收藏", "打印", "举报", "舉報", "关键词", "标签",
  "分类", "所属",
}

-- Words that such a word ends.
local WHOLE = {
  { "稿件", "来" }, { "文章", "来" }, { "新闻", "来" }, { "信息", "来" }, { "任", "编" }, { "任", "編" }, { "次", "阅" },
  { "次", "浏" }, { "次", "点" }, { "条", "评" }, { "條", "評" },
}

local HAN = "[\xE4-\xE9][\x80-\xBF][\x80-\xBF]"

--- Whether a word begins with one of them.
local function is_label(word)
  for _, label in ipairs(LABELS) do
    if word:sub(1, #label) == label then return true end
  end
  return false
end

-- A line in which those words stand apart from what is before them, by a byte more.
local function parted_labels(text)
  if not text:find(HAN) then return text end
  for _, label in ipairs(LABELS) do
    if text:find(label, 2, true) then text = text:gsub("([^%s\0(%[|])(" .. label .. ")", "%1\0%2") end
  end
  for _, pair in ipairs(WHOLE) do text = text:gsub(pair[1] .. "%z" .. pair[2], pair[1] .. pair[2]) end
  return text
end

--- A line with a byte more at each place where two words touch.
-- @param edges where else, the last first: bytes at which elements begin
local function parted(text, edges)
  for _, at in ipairs(edges or {}) do text = text:sub(1, at - 1) .. "\0" .. text:sub(at) end
  -- A space that does not break parts words too; as two spaces, the bytes behind it stay in place.
  if text:find("\xC2\xA0", 1, true) then text = text:gsub("\xC2\xA0", "  ") end
  text = parted_labels(with_our_marks(text))
  if not text:matches(GLUED) then return text end
  text = text:gsub("(%l)%f[%u]", "%1\0"):gsub("(%l)(%d+)%f[^%d%l]", "%1\0%2") -- not within "ann2lee"
  text = text:gsub("([\x80-\xBF])(%d%d%d%d[-/.\xE5\xEB])", "%1\0%2"):gsub("(%d:%d%d)([\xE3-\xED])", "%1\0%2")
    :gsub("([\x80-\xBF])(%d%d?/%d%d?[(%s])", "%1\0%2")
  return (text:gsub("(%d)(%u%l%l)", "%1\0%2"))
end

return { FIGURES = FIGURES, figures = figures, is_label = is_label, parted = parted }
