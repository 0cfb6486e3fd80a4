-- Where in a line elements begin and end, by which pages set its fields apart: without white space between, where
-- they look apart, and with names.

local raw_text = include("generic/page/view").raw_text

-- Names of elements that say who wrote it or where it is from.
local NAMED = patterns { "author", "byline", "writer", "reporter", "%f[%a]source", "%f[%a]autor", "auteur", "szerz",
  "%f[%a]fonte%f[%A]", "%f[%a]fuente%f[%A]", "quelle", "yazar", "penulis", "forfatter", "skribent", "redakt", "laiyuan",
  "zuozhe" }

-- Whether words of two letters or figures at least meet at a byte of a text.
local function meet_at(text, at)
  local before, behind = text:byte(at - 1, at)
  if before < 48 or behind < 48 then return false end
  return text:find("^[%w\128-\255][%w\128-\255]", at - 2) ~= nil and text:find("^[%w\xC3-\xF4][%w\128-\255]", at) ~= nil
    and not text:find("^\xC2\xA0", at - 2) and not text:find("^[\xE3\xEF][\x80\xBC\xBD]", at - 3)
end

local function is_named(page, row)
  local class = page:attr(row, "class")
  return class ~= nil and class:lower():matches(NAMED)
end

local function add_edge(edges, text, at)
  if at > 2 and not edges.at[at] and meet_at(text, at) then edges.at[at], edges[#edges + 1] = true, at end
end

--- The bytes of a block's text at which elements meet without white space, from the last, and a set of them as `at`;
-- as `named`, where those end that are named for who wrote it, by the bytes at which they begin. Nil without either.
local function edges_of(s, i)
  local page, rows, edges = s.page, s.page:find("*", s.f.node[i]), nil
  local start, stop = page:block(i)
  local text = #rows > 0 and raw_text(s, start, stop)
  for at = 1, #rows do
    local from, to = page:range(rows[at])
    if from >= stop then break end
    if to > start and to > from then
      edges = edges or { at = {}, named = {} }
      if is_named(page, rows[at]) then edges.named[from - start + 1] = to - start end
      if from > start then add_edge(edges, text, from - start + 1) end
      if to < stop then add_edge(edges, text, to - start + 1) end
    end
  end
  if not edges or not edges[1] and not next(edges.named) then return nil end
  table.sort(edges, function(a, b) return a > b end)
  return edges
end

--- Whether words of the line are all of an element so named.
local function names_run(edges, run)
  local stop = edges and edges.named[run.start]
  return stop and stop <= run.stop + 2 or false
end

return { edges_of = edges_of, names_run = names_run }
