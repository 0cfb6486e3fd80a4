-- The dek: what stands between headline and text by its name, its place or since the page describes itself
-- by it; and what is the first of the text in truth.

local names = include "generic/page/names"
local view = include "generic/page/view"
local described = include "generic/story/described"
local is_described = described.is_described
local points = include "generic/story/points"
local introduction = include "generic/story/introduction"
local keep_introduction, shows_minute = introduction.keep_introduction, introduction.shows_minute
local HEADER, H_BODY, H_CAPTION, H_DEK = names.HEADER, names.H_BODY, names.H_CAPTION, names.H_DEK
local H_EMBED, H_HEAD, H_TEASER = names.H_EMBED, names.H_HEAD, names.H_TEASER
local is_linkish, is_text_role, parent_box = view.is_linkish, view.is_text_role, view.parent_box

local ROW = 4 -- paragraphs in one box with the text above them that make it one of theirs

-- Whether a text below the headline is one by its name, as a heading, or since metadata say so.
local function is_dek(s, i)
  local f = s.f
  if f.words[i] < 4 or f.words[i] > 90 or is_linkish(s, i, 0.6) or f.hidden[i] == 1 then return false end
  -- "Rated 4.6 (7 votes)"
  if f.words[i] < 8 and f.digits[i] > 1 and f.terminal[i] + f.level[i] == 0 then return false end
  local hints = f.own_hints[i] | (s.near_hints[f.box[i]] or 0)
  if hints & H_BODY == 0 and is_described(s, i) or points.says_summary(s, i) then return true end
  return hints & H_DEK ~= 0 and hints & H_CAPTION == 0 or f.level[i] == 2 and i == s.headline + 1
end

-- Copies of the dek below it, for other widths of the screen or at the head of the text.
local function mark_copies(s)
  local f, role = s.f, s.role
  local to = math.min(s.count, math.max(s.first, s.headline) + 3)
  for i = s.headline + 1, to do
    for j = i + 1, role[i] == "dek" and to or i do
      if f.hash[j] == f.hash[i] and f.hidden[j] == 0 and f.words[j] >= 4 then role[j] = "dek" end
    end
  end
end

-- How many of the paragraphs behind the first text stand in one box with it.
local function in_row(s, i)
  local f, mine = s.f, parent_box(s.f, i)
  local same = 0
  for j = i + 1, math.min(s.last, i + 8) do
    if s.role[j] == "paragraph" and parent_box(f, j) == mine then same = same + 1 end
  end
  return same
end

-- Whether the paragraphs behind the first text bear another class than it, all the same one.
local function class_apart(s, i)
  local mine, other, count = s.page:attr(s.f.node[i], "class"), nil, 0
  for j = i + 1, math.min(s.last, i + 8) do
    if s.role[j] == "paragraph" then
      local class = s.page:attr(s.f.node[j], "class") or ""
      if class == mine or other and class ~= other then return false end
      other, count = class, count + 1
    end
  end
  return mine ~= nil and count >= 2
end

-- Whether a paragraph behind a line stands in the same box as the text above it, in the same
-- class and weight of type.
local function goes_on(s, i, line)
  local f, mine = s.f, s.page:attr(s.f.node[i], "class")
  if f.strong_chars[i] >= 0.9 * f.chars[i] then return false end
  for j = line + 1, math.min(s.last, line + 6) do
    local same = s.role[j] == "paragraph" and parent_box(f, j) == parent_box(f, i)
    if same and s.page:attr(f.node[j], "class") == mine then return true end
  end
  return false
end

local BETWEEN = 6 -- lines behind the one that says when or by whom, captions and buttons too

-- A text between the line that says when and the one that says by whom: a dek where it is in bold, or above who wrote
-- the story and no paragraphs of its kind go on below that.
local function lift_between(s, line)
  local f, role, i = s.f, s.role, line + 1
  while i < line + BETWEEN and (role[i] == "caption" or role[i] == role[line] or f.own_tags[i] & names.BUTTON ~= 0) do
    i = i + 1
  end
  local other = role[line] == "byline" and "published" or "byline"
  if not is_text_role(role[i]) or role[i + 1] ~= other or f.words[i] > 90 then return end
  local bold = f.strong_chars[i] >= 0.9 * f.chars[i]
  if bold or other == "byline" and not goes_on(s, i, i + 1) then role[i] = "dek" end
end

-- The texts above a byline or date that stands under the headline: a dek, unless paragraphs
-- of the same kind in the same box go on behind that line.
local function lift_dek(s)
  local role, from, words, line = s.role, s.headline + 1, 0, nil
  for i = from, s.first - 2 do
    if role[i] == "crosshead" and role[i + 1] == "byline" then role[i] = "dek" end
  end
  for i = from, math.min(s.last, from + 7) do
    if role[i] == "byline" or role[i] == "published" then line = line or i end
  end
  if not line then return end
  for i = from, line - 1 do
    if is_text_role(role[i]) or role[i] == "crosshead" then
      words = words + s.f.words[i]
      if goes_on(s, i, line) then return end
    end
  end
  if words == 0 then return lift_between(s, line) end
  if words > 90 then return end
  for i = from, line - 1 do
    if is_text_role(role[i]) or role[i] == "crosshead" then role[i] = "dek" end
  end
end

-- Whether the first text of the story is its dek. One that is named so, in a row of
-- paragraphs, is the dek if the page describes itself by it; one without a name must stand in
-- the story's header, be a heading, or differ by class from the paragraphs. A first paragraph
-- in bold, or one that the description repeats, is running text: most pages mean it so.
local function is_lead_dek(s, i)
  local f = s.f
  if not s.headline or i < s.headline or f.words[i] > 90 or f.words[i] < 4 or i > s.last - 2 then return false end
  local hints = f.own_hints[i] | (s.near_hints[f.box[i]] or 0)
  local told = is_described(s, i)
  if points.says_summary(s, i) then return true end
  if hints & (H_CAPTION | H_EMBED) == 0 and hints & H_DEK ~= 0 then
    return told or f.own_hints[i] & H_HEAD ~= 0 or in_row(s, i) < ROW or described.is_labelled(s, i, true)
  end
  if f.level[i] > 0 then return i <= s.headline + 3 and told or described.is_labelled(s, i) end
  if told and class_apart(s, i) then return true end
  local header = (f.own_tags[i] | s.around_tags[f.box[i]]) & HEADER
  return in_row(s, i) == 0 and (header ~= 0 or f.own_hints[i] & H_TEASER ~= 0)
end

local CAPTION_MOST = 60 -- words of a picture's caption

-- Whether what is set as a picture's caption is the first text in truth: a long one, which the page's own
-- description begins.
local function is_first_text(s, i)
  return i > s.headline and s.f.words[i] > CAPTION_MOST and described.is_begun(s, i)
end

-- A heading of a sentence's length right below the headline.
local function is_subheading(s, i)
  return s.role[i] == "crosshead" and s.headline == i - 1 and s.f.words[i] >= 8 and s.f.level[i] > 0
end

local SENTENCE = 12 -- words of a heading that ends as a sentence and begins the text: a crosshead is shorter

-- Whether a heading right above the text is a sentence, which no crosshead is: a newspaper's dek, or the first text.
local function is_sentence(s, i)
  local f = s.f
  return f.level[i] > 0 and f.terminal[i] == 1 and f.words[i] >= SENTENCE and f.links[i] == 0
end

-- What of deks is text in truth, and what stands there twice.
local function settle(s)
  keep_introduction(s)
  points.take_points(s)
  mark_copies(s)
end

return {
  is_dek = is_dek, is_first_text = is_first_text, is_lead_dek = is_lead_dek, is_sentence = is_sentence,
  is_subheading = is_subheading, lift_dek = lift_dek, settle = settle, shows_minute = shows_minute,
}
