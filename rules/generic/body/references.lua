-- Lines that are all link and yet of the text: what it speaks of, on other sites or in files, and posts that
-- are embedded in it.

local names = include "generic/page/names"
local links = include "generic/page/links"
local is_elsewhere, usable = links.is_elsewhere, links.usable

-- Lines that are all one link: of quotations that are embedded, and such as are paragraphs or parts of some.
local ALL_LINK = formula("blocks", [[
  if links ~= 1 or link_chars < 0.7 * chars or words < 3 or hidden == 1 or level > 0 or box == 0 then return 0 end
  if box_around_tags[box] & QUOTE ~= 0 and box_around_hints[box] & H_EMBED ~= 0 then return words >= 5 end
  if (tags | context_tags) & P == 0 or link_chars < 0.8 * chars or images > 0 then return 0 end
  return not excluded and not box_foreign[box]
]], names)

-- Files that a text offers with what it says.
local FILES = patterns { "%.pdf$", "%.mp3$", "%.m4a$", "%.mp4$", "%.wav$", "%.docx?$", "%.xlsx?$", "%.pptx?$", "%.csv$",
  "%.zip$", "%.epub$" }

local RUN = 2 -- links to other sites one below the other, of which more are a list

-- Whether a line may be what the text speaks of: it links to a file, or to another site.
local function is_reference(s, i, count)
  local href = s.page:value(s.f.link[i], "href")
  if not href then return false end
  local path = href:lower():gsub("[?#].*$", "")
  return path:matches(FILES) or count <= RUN and usable(href) and is_elsewhere(s, href)
end

-- The box around the paragraph that a line is, or is a part of.
local function home_of(f, i)
  local around = f.box_parent[f.box[i]]
  return f.box_tags[around] & names.P ~= 0 and f.box_parent[around] or around
end

-- Such lines between two paragraphs of text.
local function take_spoken_of(s, rows)
  local f = s.f
  local function goes_on(i, beside)
    return s.role[beside] == "paragraph" and home_of(f, beside) == home_of(f, i)
  end
  for at, i in ipairs(rows) do
    local count = 1 -- of those in a row from here on
    while rows[at + count] == i + count do count = count + 1 end
    if not s.role[i] and goes_on(i, i - 1) and goes_on(i, i + count) and is_reference(s, i, count) then
      s.role[i] = "paragraph"
    end
  end
end

-- Those of posts that are embedded as quotations and link to where they were posted.
local function take_posted(s, rows)
  for _, i in ipairs(rows) do
    local quoted = s.around_tags[s.f.box[i]] & names.QUOTE ~= 0 and s.around_hints[s.f.box[i]] & names.H_EMBED ~= 0
    local href = quoted and s.page:value(s.f.link[i], "href")
    if href and is_elsewhere(s, href) then s.role[i] = "embed" end
  end
end

--- Labels them in the container.
local function take_references(s)
  local f = s.f
  local rows = {}
  for _, i in ipairs(f:rows(ALL_LINK, nil, f.box_first[s.container], f.box_last[s.container])) do
    if not s.role[i] then rows[#rows + 1] = i end
  end
  take_posted(s, rows)
  take_spoken_of(s, rows)
end

return { take_references = take_references }
