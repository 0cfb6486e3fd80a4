-- Threads: pages of posts of one kind that stand one below the other, none of which is an
-- article. All of them are the story; of comments below a headline, the first is.

local names = include "generic/page/names"
local view = include "generic/page/view"
local QUOTE, BUTTON, ITEM, H_COMMENT = names.QUOTE, names.BUTTON, names.ITEM, names.H_COMMENT
local is_linkish, sum_in, tags_of = view.is_linkish, view.sum_in, view.tags_of

local LEAST, LEAST_WEIGHT = 3, 20 -- posts of a thread, and what each of them weighs
local TITLE_WORDS = 3 -- a linked heading of so many words is a title: the name of who posts has fewer

local function leads_elsewhere(s, box)
  local f = s.f
  for i = f.box_first[box], sum_in(s, s.linked, box) > 0 and f.box_last[box] or 0 do
    if f.level[i] > 0 and f.words[i] >= TITLE_WORDS and 2 * f.link_chars[i] > f.chars[i] then return true end
  end
  return false
end

-- Boxes that may be a post.
local POST = formula("boxes", [[
  return (box_tags & ARTICLE ~= 0 or box_hints & (H_COMMENT | H_STORY) ~= 0)
    and box_tags & (NAV | FORM | FOOTER | ASIDE) == 0 and box_first > $headline
    and base_sums[box_last] - base_sums[box_first - 1] >= LEAST_WEIGHT
]], names, { LEAST_WEIGHT = LEAST_WEIGHT })

-- What siblings of one kind have in common: a class, or an id but for its digits.
local function kind_of(s, box)
  local row = s.f.box_row[box]
  local name = (s.page:attr(row, "class") or ""):match("%S+") or (s.page:attr(row, "id") or ""):gsub("%d+", "")
  return s.f.box_parent[box] .. " " .. s.page:name(row) .. "." .. name
end

-- The heaviest group of siblings that are posts, in order, and its weight.
local function heaviest(s)
  local groups, best = {}, nil
  for _, box in ipairs(s.f:rows(POST, { headline = s.headline })) do
    local key = kind_of(s, box)
    local group = groups[key] or { weight = 0 }
    groups[key] = group
    group[#group + 1], group.weight = box, group.weight + sum_in(s, s.weights_all, box)
    if #group >= LEAST and not (best and best.weight >= group.weight) then best = group end
  end
  return best
end

-- The posts that are the page, or nothing: a page with an article has none.
local function find_posts(s, comments)
  local f, group = s.f, heaviest(s)
  if not group or group.weight < 0.5 * s.weights_all[s.count] then return nil end
  if (f.box_hints[group[1]] & H_COMMENT ~= 0) ~= comments then return nil end
  for _, box in ipairs(group) do
    if leads_elsewhere(s, box) then return nil end
  end
  return group
end

-- The posts of a thread on a page whose container holds less than they do.
local function find_thread(s)
  local own = s.container and sum_in(s, s.weights_all, s.container) or 0
  if own > 0.4 * s.weights_all[s.count] then return nil end
  local posts = find_posts(s, false)
  return posts and own <= 0.4 * posts.weight and posts or nil
end

-- Marks what reads like text in the posts.
local function take_posts(s, posts)
  local f = s.f
  s.thread = true
  for _, box in ipairs(posts) do
    for i = f.box_first[box], f.box_last[box] do
      local tags = tags_of(f, i) | f.context_tags[i]
      if not s.role[i] and f.hidden[i] == 0 and tags & BUTTON == 0 and not is_linkish(s, i)
        and (f.terminal[i] == 1 and f.words[i] >= 3 or f.words[i] >= 8) then
        s.role[i] = tags & QUOTE ~= 0 and "blockquote" or tags & ITEM ~= 0 and "list_item" or "paragraph"
      end
    end
  end
end

-- The first comment below a headline that has no other text: it opens a thread.
local function take_opening(s)
  local posts = s.headline and find_posts(s, true)
  if posts then take_posts(s, { posts[1] }) end
end

return { find_thread = find_thread, take_opening = take_opening, take_posts = take_posts }
