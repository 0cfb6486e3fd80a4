-- Labels by the headline that say what the story is about: a line above it by its name or place, rows of them,
-- and the links to sections above or below it.

local names = include "generic/page/names"
local view = include "generic/page/view"
local people = include "generic/story/people"
local MEMBERS = include "generic/page/members"
local is_front = include("generic/page/links").is_front
local is_linked_sections = include("generic/story/filed").is_linked_sections
local H_BYLINE, H_DATE, H_DEK = names.H_BYLINE, names.H_DATE, names.H_DEK
local H_KICKER, H_PROMO = names.H_KICKER, names.H_PROMO
local H_NAV, H_SHARE, H_TAGS = names.H_NAV, names.H_SHARE, names.H_TAGS
local common_box, is_linkish, parent_box, says = view.common_box, view.is_linkish, view.parent_box, view.says
local is_byline, is_date = people.is_byline, people.is_date

local WORDS, NAMED_WORDS = 4, 14 -- of a label; of a line right above the headline that is named as such lines are

-- Marks of what is for those who pay alone, beside the words for that: no labels of what a story is about.
local MARKS = patterns { "^premium%W*$", "^plus%W*$", "^plus%-artikel%W*$", "^pluss%W*$", "^abonnement%W*$",
  "^suscriptores%W*$", "^assinantes%W*$", "^abbonati%W*$", "^exclusivité abonnés", "^låst%W*$" }

local function is_mark(s, i)
  return s.f.words[i] <= WORDS and (says(s, i, MARKS) or says(s, i, MEMBERS))
end

-- Whether a line with letters begins the box of the headline, but for a mark above it.
local function opens_box(s, i, box)
  local f = s.f
  local first = f.box_first[box]
  if first ~= i and not (first == i - 1 and is_mark(s, first)) then return false end
  return f.terminal[i] == 0 and f.level[i] == 0 and f.chars[i] >= 3 and f.digits[i] < f.chars[i]
end

-- Links by the headline that do something, and lead to no section.
local ACTIONS = patterns {
  "print", "^share", "^save", "^e%-?mail", "comment", "download", "herunterladen", "télécharger", "descargar",
  "scarica", "baixar", "drucken", "teilen", "imprimer", "imprimir", "stampa", "udskriv", "skriv ut", "drukuj",
  "^about ", "^über ", "^follow", "^listen", "^abo%W*$", "^pdf",
}

local ARROWS = patterns { "»", "›", ">", "→", "▸" } -- between the steps of a path

-- Whether a link stands with the label right above the headline in a small box of labels.
local function is_beside_label(s, i)
  local f, box = s.f, parent_box(s.f, i)
  if i ~= s.headline - 2 or f.links[i] ~= 1 or f.words[i] == 0 or f.level[i] > 0 or says(s, i, ACTIONS) then
    return false
  end
  return f.links[i + 1] == 1 and f.words[i + 1] <= 4 and box > 0 and box == parent_box(f, i + 1)
    and f.box_last[box] == i + 1 and f.box_first[box] >= i - 1
end

local MENU_LINKS = 4 -- links in boxes of one shape, one after the other, that are a menu's

-- Whether a line is the last of such links.
local function ends_menu(s, i)
  local f = s.f
  if f.links[i] ~= 1 or i < MENU_LINKS then return false end
  local shape, around = f.box_shape[f.box[i]], f.box_parent[f.box[i]]
  for j = i - MENU_LINKS + 1, i - 1 do
    local box = f.box[j]
    if f.links[j] ~= 1 or f.words[j] > 4 or f.box_shape[box] ~= shape or f.box_parent[box] ~= around
      or f.link_chars[j] < 0.9 * f.chars[j] then return false end
  end
  return true
end

local CHARS = 14                -- of one in a script that has a word in every letter or two
local LABELS = 6                -- in a row above the headline

-- Whether a line may be a label by its words.
local function is_short(s, i)
  local f = s.f
  local most = i == s.headline - 1 and f.own_hints[i] & H_KICKER ~= 0 and f.links[i] == 0 and NAMED_WORDS or WORDS
  local dense = f.chars[i] <= CHARS and 2 * f.words[i] > f.chars[i]
  return f.words[i] > 0 and (f.words[i] <= most or dense) and f.digits[i] <= 2
end

-- A smaller heading with which the headline's own box begins.
local function is_heading_above(s, i)
  local f, box = s.f, parent_box(s.f, i)
  if i ~= s.headline - 1 or f.level[i] == 0 or f.level[s.headline] == 0 or f.words[i] > NAMED_WORDS
    or f.links[i] + f.terminal[i] > 0 or (f.own_hints[i] | f.box_hints[box]) & (H_SHARE | H_PROMO) ~= 0 then
    return false
  end
  return box > 0 and f.box_first[box] == i and box == parent_box(f, s.headline) and not says(s, i, ACTIONS)
end

-- A line named as what stands above or below a headline ("subline"), right above it in one box with it.
local function is_line_above(s, i)
  local f = s.f
  return i == s.headline - 1 and f.own_hints[i] & H_DEK ~= 0 and f.words[i] <= NAMED_WORDS
    and f.links[i] + f.terminal[i] + f.level[i] == 0 and f.digits[i] <= 2 and not says(s, i, ACTIONS)
    and parent_box(f, i) == parent_box(f, s.headline)
end

local function is_kicker(s, i)
  local f = s.f
  if i >= s.headline or i < s.headline - 2 or ends_menu(s, i) or is_mark(s, i) then return false end
  if is_heading_above(s, i) or is_line_above(s, i) then return true end
  if not is_short(s, i) then return false end
  local box = common_box(s, i, s.headline)
  local named = (f.own_hints[i] | f.inside_hints[i]) & H_KICKER ~= 0
  if box == 0 or f.box_last[box] - f.box_first[box] > 30 and not (named and i == s.headline - 1) then return false end
  local hints = f.own_hints[i] | f.inside_hints[i] | (s.near_hints[f.box[i]] or 0)
  if hints & (H_SHARE | H_PROMO | H_DATE | H_BYLINE) ~= 0 then return false end
  if i ~= s.headline - 1 and f.own_hints[i] & (H_TAGS | H_KICKER) == H_TAGS then return false end
  if hints & H_KICKER ~= 0 then return true end
  if i ~= s.headline - 1 then return is_beside_label(s, i) end
  return f.links[i] == 1 or f.links[i] == 0 and opens_box(s, i, box)
end

-- Whether a line is a label as those beside it are: a link, or the last of them.
local function goes_on(s, i, box)
  local f = s.f
  if s.role[i] or not is_short(s, i) or f.level[i] > 0 or f.hidden[i] == 1 or says(s, i, ACTIONS) then return false end
  local hints = f.own_hints[i] | f.inside_hints[i] | f.box_hints[box]
  if hints & (H_SHARE | H_PROMO | H_NAV | H_DATE | H_BYLINE) ~= 0 then return false end
  return f.links[i] == 1 and is_linkish(s, i) or i == s.headline - 1 and f.links[i] + f.terminal[i] == 0
end

-- All of a row of labels right above the headline, in a small box of their own, is one where the last of them is.
local function label_row(s)
  local f, role, last = s.f, s.role, s.headline - 1
  if role[last] ~= "kicker" and role[last - 1] ~= "kicker" then return end
  local box = f.box[last]
  while box > 0 and f.box_first[box] == last do box = f.box_parent[box] end
  if box == 0 or f.box_last[box] ~= last or last - f.box_first[box] >= LABELS then return end
  for i = f.box_first[box], last do
    if role[i] ~= "kicker" and not goes_on(s, i, box) then return end
  end
  for i = f.box_first[box], last do role[i] = "kicker" end
end

local NEAR = 3 -- blocks above the headline that name the section beside who wrote it or when

-- Whether a line by the headline is the link of the section, by its name, beside who wrote it or when.
local function is_section(s, i)
  local f, role = s.f, s.role
  if f.links[i] ~= 1 or f.words[i] > WORDS or i < s.headline - NEAR or i < s.headline and f.level[i] > 0
    or not is_linkish(s, i) then return false end
  local hints = f.own_hints[i] | f.inside_hints[i]
  if hints & H_KICKER == 0 or hints & (H_SHARE | H_PROMO | H_TAGS | H_BYLINE) ~= 0 or says(s, i, ACTIONS) then
    return false
  end
  return role[i - 1] == "byline" or role[i - 1] == "published" or is_date(s, i + 1) or is_byline(s, i + 1)
end

-- Whether a line is two links or more with which the headline's own box begins, and no path from the front page.
local function is_links_above(s, i)
  local f = s.f
  if f.links[i] < 2 or f.links[i] > LABELS or f.words[i] > 2 * WORDS or not is_linkish(s, i)
    or f.level[i] + f.terminal[i] > 0 or f.digits[i] > 2 then return false end
  local box = common_box(s, i, s.headline)
  local hints = f.own_hints[i] | f.inside_hints[i] | f.box_hints[f.box[i]]
  if box == 0 or f.box_first[box] ~= i or hints & (H_SHARE | H_PROMO | H_NAV) ~= 0 or says(s, i, ACTIONS)
    or says(s, i, ARROWS) then return false end
  local first = s.page:find("a", f.node[i])[1]
  local href = first and s.page:value(first, "href")
  return href ~= nil and not href:find("^#") and not is_front(href)
end

-- Whether a line right above the headline, or beside who wrote it or when below it, is links to the sections.
local function is_filed(s, i)
  local role = s.role
  if i < s.headline - 1 or s.f.links[i] == 0 then return false end
  if i == s.headline - 1 and is_links_above(s, i) then return true end
  if not is_linked_sections(s, i) then return false end
  return i == s.headline - 1 or role[i - 1] == "byline" or role[i - 1] == "published" or is_date(s, i + 1)
    or is_byline(s, i + 1)
end

return { is_filed = is_filed, is_kicker = is_kicker, is_section = is_section, label_row = label_row }
