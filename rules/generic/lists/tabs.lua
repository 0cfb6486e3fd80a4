-- Tabs, by which one chooses what a list shows, and how much of its line a heading is.

local phrases = include "generic/page/phrases"
local KNOWN = include "generic/lists/known_headings"
local MORE, matches = phrases.MORE, phrases.matches
local says = include("generic/page/view").says

-- Where links lead that switch what the page shows.
local SWITCHES = patterns { "^#", "^javascript:" }

-- How a row of tabs is named.
local TABBED = patterns { "%f[%a]tabs?%f[%A]", "%f[%a]tabs?_", "_tabs?%f[%A]", "tablist", "tabset", "tabnav",
  "tabmenu", "tabbed", "switch", "%f[%a]pills%f[%A]" }

-- Whether an element is named a row of tabs, by its class, id or role.
local function is_named_tabs(page, row)
  local named = (page:attr(row, "class") or "") .. " " .. (page:attr(row, "id") or "") .. " "
    .. (page:attr(row, "role") or "")
  return matches(named:lower(), TABBED)
end

-- How the tab is named of which the list is shown.
local CURRENT = patterns { "%f[%a]cur%f[%A]", "%f[%a]current", "%f[%a]active%f[%A]", "%f[%a]on%f[%A]",
  "%f[%a]selected%f[%A]" }

-- Whether an element is named that.
local function is_current(page, row)
  local class = page:attr(row, "class")
  return class ~= nil and matches(class:lower(), CURRENT)
end

-- Whether a link switches what the page shows, or is named the one that does now.
local function is_switch(page, link)
  return matches(page:value(link, "href") or "", SWITCHES) or is_current(page, link)
end

-- The range of the first of several tabs in one line, which heads what is shown.
local function first_switch(s, i)
  local page, node = s.page, s.f.node[i]
  local start, stop = page:block(i)
  local tabs = page:find("button", node)
  local linked = #tabs < 2
  if linked then tabs = page:find("a", node) end
  if #tabs == 0 and is_named_tabs(page, node) then tabs, linked = page:find("span", node), false end
  if #tabs < 2 or linked and not is_switch(page, tabs[1]) then return nil end
  local from, to = page:range(tabs[1])
  return from <= start and to < stop and { start, to } or nil
end

-- Arrows that a link to more ends with.
local ARROWS = patterns { ">%s*$", "»%s*$", "›%s*$", "→%s*$", "➔%s*$", "▸%s*$", "►%s*$" }

-- The last of the links of a line.
local function last_link(s, i)
  local page, link = s.page, s.f.link[i]
  if s.f.links[i] < 2 then return link end
  local _, stop = page:block(i)
  for _, row in ipairs(page:find("a", s.f.node[i])) do
    local from, to = page:range(row)
    if to > from and to <= stop then link = row end
  end
  return link
end

-- The range of a line that ends, or begins, with a link to more of its kind, without the link; nil of any other.
local function before_link(s, i)
  local page, links = s.page, s.f.links[i]
  if links == 0 or links > 2 then return nil end
  local start, stop = page:block(i)
  local from, to = page:range(last_link(s, i))
  local above = from <= start and to < stop -- as what is set at the right side is
  if not above and (from <= start or to < stop) then return nil end
  local text = page:read(from, to)
  local more = matches(text, ARROWS) or matches(text:lower(), MORE)
  if above then return (more or #text < stop - to and is_switch(page, s.f.link[i])) and { to, stop } or nil end
  return more and { start, from } or nil
end

-- The range of a heading that ends with a link to more of its kind, without the link; of tabs, the first.
local function before_more(s, i)
  local f = s.f
  local switch = f.texts[i] > 1 and first_switch(s, i)
  if switch or f.links[i] == 0 then return switch or nil end
  return before_link(s, i)
end

-- What one chooses in a list by, beside the words that head lists.
local CHOICES = patterns {
  "^popular%W*$", "^latest%W*$", "^recent%W*$", "^newest%W*$", "^beliebt%W*$", "^neueste%W*$",
  "^populaires?%W*$", "^récents%W*$", "^populares%W*$", "^recientes%W*$", "^recentes%W*$", "^popolari%W*$",
  "^recenti%W*$", "^populair%W*$", "^nieuwste%W*$", "^populær", "^populär", "^nyeste%W*$", "^senaste%W*$",
  "^popularne%W*$", "^populární%W*$", "^suosituimmat%W*$", "^..опулярные%W*$", "^..овые%W*$",
}

-- Whether a line is such, without a link and not set as a heading.
local function is_choice(s, i)
  local f = s.f
  if s.role[i] or f.links[i] > 0 or f.level[i] > 0 or f.hidden[i] == 1 or f.words[i] > 4 then return false end
  return says(s, i, CHOICES) or says(s, i, KNOWN)
end

-- The first of such lines side by side, "Popular" and "Latest", of which the list shows the first; the heading
-- where it is alone.
local function first_choice(s, heading)
  local f, first = s.f, heading
  local around = f.box_parent[f.box[heading]]
  if around == 0 or not is_choice(s, heading) then return heading end
  while first > 1 and f.box_parent[f.box[first - 1]] == around and f.box[first - 1] ~= f.box[first]
    and is_choice(s, first - 1) do first = first - 1 end
  return first
end

return {
  ARROWS = ARROWS, SWITCHES = SWITCHES, before_link = before_link, before_more = before_more,
  first_switch = first_switch, is_current = is_current, first_choice = first_choice,
  is_named_tabs = is_named_tabs,
}
