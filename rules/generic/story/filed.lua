-- The section that a line of names and dates says the story is filed under: "in Culture", behind a mark
-- that parts it from the rest; the line's only link, to a section or a folder in which the page lies, or one of
-- rel=category; or the name of a section that the page's menu or address has too.

local names = include "generic/page/names"
local lexicon = include "generic/page/words"
local view = include "generic/page/view"
local runs_of, is_label = include("generic/page/dates").runs_of, include("generic/page/figures").is_label
local normal, words_of, text_of = lexicon.normal, lexicon.words_of, view.text_of

local IN = words_of "in unter under dans en em i inom w v"
local WORDS = 4 -- of a section's name, at most
local LINKS = 4 -- of a line, at most
local NEAR = 8  -- blocks between the line and the headline it labels
-- What parts a line: · • – — », beside | / , ;
local MARKS = { "\xC2\xB7", "\xE2\x80\xA2", "\xE2\x80\x93", "\xE2\x80\x94", "\xC2\xBB" }

-- Where pages of sections lie.
local OF_SECTIONS = patterns {
  "/sections?/", "/seccion", "/sección", "/secao", "/seção", "/secção", "/categor", "/kategori", "/ressorts?/",
  "/rubri[ck]", "/rubriques?/", "/themen?/", "/themes?/", "/topics?/", "/temas?/", "/dossiers?/", "[?&]cat=",
}

-- The pieces of a run of words by the marks in it, each by its first and last byte.
local function pieces_of(text, run)
  local words, list = text:sub(run.start, run.stop), {}
  for _, mark in ipairs(MARKS) do words = words:gsub(mark, ("|"):rep(#mark)) end
  for from, piece in words:gmatch("()([^|/,;]+)") do
    local front, inner = piece:match("^(%s*)(.-)%s*$")
    local start = run.start + from - 1 + #front
    if inner ~= "" then list[#list + 1] = { start = start, stop = start + #inner - 1 } end
  end
  return list
end

-- What the links above the story and the folders of its address say.
local function menu_names(s)
  local f, known = s.f, {}
  for i = 1, (s.headline or s.first or 1) - 1 do
    if f.links[i] == 1 and f.words[i] > 0 and f.words[i] <= WORDS and f.link_chars[i] >= 0.9 * f.chars[i] then
      known[normal(text_of(s, i))] = true
    end
  end
  for part in (s.context.url or ""):gsub("[?#].*$", ""):gmatch("/([^/.]+)%f[/]") do known[normal(part)] = true end
  return known
end

local function is_known(s, words)
  s.menu_names = s.menu_names or menu_names(s)
  local key = normal(words)
  return #key >= 3 and s.menu_names[key] == true and not is_label(words)
end

-- Whether an address is that of a folder in which the page lies.
local function is_above(s, href)
  local _, own = (s.context.url or ""):address()
  local _, path = href:address()
  return #path > 2 and #path < #own and own:sub(1, #path) == path and (path:sub(-1) == "/" or own:byte(#path + 1) == 47)
end

-- Whether words are a link of a line that leads to a section; one of several that blogs call so.
local function is_linked(s, i, words)
  local f, page = s.f, s.page
  if f.links[i] == 1 then
    if f.link[i] == 0 or f.link_chars[i] ~= (utf8.len(words) or 0) then return false end
    local href = page:value(f.link[i], "href")
    return href ~= nil and (href:lower():matches(OF_SECTIONS) or is_above(s, href))
  end
  for _, row in ipairs(f.links[i] > 1 and page:find("a[href]", f.node[i]) or {}) do
    local text, rel = view.raw_text(s, page:range(row)), page:value(row, "rel")
    local named = rel and rel:find("category", 1, true) and text:find(words, 1, true)
    if named or text == words and page:value(row, "href"):lower():matches(OF_SECTIONS) then return true end
  end
  return false
end

-- What stands before a section as the label of a field, with a colon.
local LABELS = patterns {
  "^in$", "^filed under$", "^filed in$", "^published in$", "^under$", "^section$", "^category$",
  "^categories$", "^kategorien?$", "^rubrik$", "^ressort$", "^unter$", "^abgelegt unter$", "^rubrique ?$",
  "^catégories? ?$", "^dans ?$", "^publié dans ?$", "^sección$", "^categorías?$", "^en$", "^publicado en$",
  "^categorias?$", "^seção$", "^editoria$", "^publicado em$", "^categoria$", "^categorie$", "^sezione$", "^rubriek$",
  "^kategori$", "^kategorie$", "^kategoria$", "^рубрика$", "^..убрика$", "^kategóri", "^rovat$",
}

-- The name of a section behind such a label.
local function behind_label(words)
  local label, rest = words:match("^([%u\xC3-\xF4][^:]+):%s*(%S.*)$")
  return label and #label <= 20 and label:lower():matches(LABELS) and rest or nil
end

-- Whether words say the section.
local function says_section(s, i, words)
  local _, count = words:gsub("%S+", "")
  if behind_label(words) then return count <= WORDS + 2 end
  local lead, rest = words:match("^(%S+)%s+(.+)$")
  if lead and IN[lead:lower()] then return count <= WORDS + 1 and rest:find("^[%u\xC3-\xF4]") ~= nil end
  return count <= WORDS and words:find("^[%u\xC3-\xF4]") ~= nil and (is_linked(s, i, words) or is_known(s, words))
end

local function has_day(runs)
  for _, run in ipairs(runs) do
    if run.date and run.numbers then return true end
  end
  return false
end

-- The pieces of a run by its marks, and its links.
local function parts_of(s, i, text, run)
  local list, start, links = pieces_of(text, run), s.page:block(i), s.f.links[i]
  for _, row in ipairs(links > 0 and links <= LINKS and s.page:find("a", s.f.node[i]) or {}) do
    local from, to = s.page:range(row)
    local link = { start = from - start + 1, stop = to - start }
    if link.start >= run.start and link.stop <= run.stop then
      local piece = pieces_of(text, link)
      if #piece == 1 and (piece[1].start > run.start or piece[1].stop < run.stop) then list[#list + 1] = piece[1] end
    end
  end
  table.sort(list, function(a, b) return a.start < b.start or a.start == b.start and a.stop < b.stop end)
  return list
end

--- The sections in a line that has a day, each by its first and last byte.
-- @param edges where elements of the line begin
-- @param is_other whether words are known to be something else: who wrote it
local function sections_of(s, i, text, edges, is_other)
  local found, runs = {}, runs_of(text, edges)
  for _, run in ipairs(has_day(runs) and runs or {}) do
    local last = 0
    for _, piece in ipairs(run.date and {} or parts_of(s, i, text, run)) do
      local words = text:sub(piece.start, piece.stop)
      if piece.start > last and not is_other(s, words) and says_section(s, i, words) then
        found[#found + 1], last = piece, piece.stop
      end
    end
  end
  return found
end

-- Part of a run, without the marks around it; nil where nothing else is there.
local function part_of(text, run, start, stop)
  local pieces = start and start <= stop and pieces_of(text, { start = start, stop = stop }) or {}
  if not pieces[1] then return nil end
  return { date = run.date, numbers = run.numbers, start = pieces[1].start, stop = pieces[#pieces].stop }
end

--- The runs of a line in which sections are blank, those around a section cut in two.
local function cut_runs(runs, text, sections)
  if not sections[1] then return runs end
  local list = {}
  for _, run in ipairs(runs) do
    local from, cut = run.start, false
    for _, at in ipairs(sections) do
      if not run.date and at.start > from and at.stop < run.stop then
        list[#list + 1] = part_of(text, run, from, at.start - 1)
        from, cut = at.stop + 1, true
      end
    end
    local last = run.date and run or part_of(text, run, from, run.stop)
    if last then last.cut = cut end
    list[#list + 1] = last
  end
  return list
end

local MANY = 8 -- words of a line of links to sections, at most
local BY_NAMES = names.H_SHARE | names.H_PROMO | names.H_RELATED | names.H_AD

-- Whether little of a line is no link: at most the word before the section, "in".
local function is_all_links(s, i)
  local f = s.f
  if f.link_chars[i] >= 0.8 * f.chars[i] then return true end
  local lead = f.links[i] == 1 and text_of(s, i):match("^%s*(%a+)%s")
  return lead and IN[lead:lower()] and f.link_chars[i] == f.chars[i] - #lead or false
end

--- Whether a line is nothing but links to sections: by what blogs call such links, or by its name and where they lead.
local function is_linked_sections(s, i)
  local f = s.f
  if f.links[i] == 0 or f.link[i] == 0 or f.words[i] > MANY or f.level[i] + f.terminal[i] > 0 or f.digits[i] > 2
    or f.chars[i] < 3 or not is_all_links(s, i) then return false end
  local hints = f.own_hints[i] | f.inside_hints[i]
  if hints & BY_NAMES ~= 0 then return false end
  local rel, href = s.page:value(f.link[i], "rel"), s.page:value(f.link[i], "href")
  if rel and rel:find("category", 1, true) then return true end
  return hints & names.H_KICKER ~= 0 and href ~= nil and href:lower():matches(OF_SECTIONS)
end

--- Whether a line is so close to the headline that the section in it labels the story.
local function is_near(s, i)
  return s.headline ~= nil and math.abs(i - s.headline) <= NEAR
end

return {
  cut_runs = cut_runs, is_known = is_known, is_linked_sections = is_linked_sections, is_near = is_near,
  sections_of = sections_of,
}
