-- Pull quotes that are set as block quotations are: in figures, and those that only say again what stands
-- in the text; and those that are set as embeds are, and named.

local names = include "generic/page/names"
local view = include "generic/page/view"
local FIGURE, QUOTE = names.FIGURE, names.QUOTE
local words_of, letters_of = include("generic/page/words").lower_words, include("generic/page/words").normal

local RUN = 4      -- words that are looked for together
local STEP = 2     -- words from one run to the next
local LEAST = 3    -- runs of a quotation, at least
local SHARE = 0.6  -- of its runs, that stand in the text

local LINES = 4 -- of the box of a quotation in a figure

-- Quotations in figures, which repeat the text or stand apart from it, and whom they are of, which is set as
-- a figure's caption.
local function label_figures(s)
  local f, role = s.f, s.role
  for i = s.first, s.last + 1 do
    if role[i] == "blockquote" and s.around_tags[f.box[i]] & FIGURE ~= 0 then role[i] = "pull_quote"
    elseif role[i] == "caption" and role[i - 1] == "pull_quote" and f.images[i] == 0 then
      local box = view.common_box(s, i - 1, i)
      if box > 0 and f.box_last[box] - f.box_first[box] < LINES then role[i] = "pull_quote" end
    end
  end
end

local PULLED = patterns { "pull[-_]?quote" }

-- The largest box of few lines around an embed that is named for a pull quote; nil without one.
local function pulled_box(s, i)
  local f, best = s.f, nil
  local box = f.box[i]
  while box > 0 and f.box_last[box] - f.box_first[box] < LINES do
    local class = s.page:attr(f.box_row[box], "class")
    if class and class:lower():matches(PULLED) then best = box end
    box = f.box_parent[box]
  end
  return best
end

-- Quotations that publishing systems set among embeds: named so, with whom they are of below.
local function label_named(s)
  local f, role = s.f, s.role
  for i = s.first, s.last do
    local box = role[i] == "embed" and pulled_box(s, i)
    for line = i, box and f.box_last[box] or i - 1 do
      if role[line] == "embed" or role[line] == "caption" then role[line] = "pull_quote" end
    end
  end
end

-- The element of the quotation in which a block stands.
local function quotation_of(s, i)
  local f = s.f
  local box = f.box[i]
  while box > 0 and f.box_tags[box] & QUOTE == 0 do box = f.box_parent[box] end
  return box
end

-- The quotations of the story: of each element its lines.
local function quotations(s)
  local list, before = {}, nil
  for i = s.first, s.last do
    local box = s.role[i] == "blockquote" and quotation_of(s, i)
    if box and box == before then table.insert(list[#list], i)
    elseif box then list[#list + 1] = { i } end
    before = box or nil
  end
  return list
end

-- The letters of the text's paragraphs, without what is between them.
local function letters_in_text(s)
  local list = {}
  for i = s.first, s.last do
    if s.role[i] == "paragraph" then list[#list + 1] = letters_of(s.f.text[i]) end
  end
  return table.concat(list)
end

-- Whether most of what some lines say stands in the text.
local function is_repeated(s, lines, letters)
  local runs, found = 0, 0
  for _, i in ipairs(lines) do
    local words = words_of(s.f.text[i])
    for at = 1, #words - RUN + 1, STEP do
      runs = runs + 1
      if letters:find(letters_of(table.concat(words, "", at, at + RUN - 1)), 1, true) then found = found + 1 end
    end
  end
  return runs >= LEAST and found > SHARE * runs
end

-- Labels quotations of the text from itself; in a thread they are of posts above.
local function label_repeated(s)
  if s.thread then return end
  local list = quotations(s)
  local letters = #list > 0 and letters_in_text(s)
  for _, lines in ipairs(list) do
    if is_repeated(s, lines, letters) then
      for _, i in ipairs(lines) do s.role[i] = "pull_quote" end
    end
  end
end

--- Labels the story's pull quotes.
local function label_quotes(s)
  label_figures(s)
  label_named(s)
  label_repeated(s)
end

return { label_quotes = label_quotes }
