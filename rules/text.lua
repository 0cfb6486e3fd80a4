-- Pages saved as flat text, a line a block, of any site: the story first, then boxes of
-- teasers. Nothing but the lines' own looks is there to go by: their length, punctuation,
-- case, digits, neighbours, and whether the running text takes up their words.
--
-- Each line gets the role that fits it best in its row of lines: every trait of the line
-- and every step from one role to the next has a weight for each role, and the best row
-- is the one of the highest sum (Viterbi). The weights at the end of the file were learned
-- from labelled pages by spec/tools/train_text.lua; do not edit them by hand.

local ROLES = {
  "headline", "kicker", "dek", "byline", "published", "caption", "paragraph", "crosshead", "credit", "note",
  "box_heading", "box_text", "teaser_headline", "teaser_dek", "teaser_kicker", "teaser_detail",
}
local LINES_MOST = 3000 -- of a longer page the rest is left alone: the work has a budget
local BYTES_MOST = 3000 -- of a line; its length counts whole

-- Words that news pages of several languages use for the same things.
local WORDS = {
  by = { "by", "von", "par", "por", "di", "da", "de", "af", "av", "door", "oleh", "от", "автор", "autor", "text" },
  photo = { "photo", "photos", "foto", "fotos", "photograph", "image", "picture", "bild", "imagen", "immagine",
    "credit", "crédit", "getty", "reuters", "afp", "epa", "shutterstock", "фото" },
  related = { "related", "read", "recommended", "trending", "popular", "latest", "more", "next", "editors'", "picks",
    "aussi", "auch", "también", "anche", "também", "også", "också", "meist", "mest", "plus", "más", "più", "mais" },
  credit = { "reporting", "editing", "contributed", "files", "originally", "copyright", "additional", "published" },
  note = { "correction", "editor's", "editor’s", "sources", "follow", "writer", "reporter", "journalist", "twitter",
    "email", "opinions", "author", "about", "professor" },
  when = { "published", "updated", "posted", "last", "ago", "publicado", "publié", "mis", "actualizado", "uhr",
    "aktualisiert", "publisert", "oppdatert", "today", "comments", "min", "read" },
}
local WORD_KIND = {}
for kind, list in pairs(WORDS) do
  for _, word in ipairs(list) do WORD_KIND[word] = (WORD_KIND[word] or "") .. " " .. kind end
end

local function count(text, pattern)
  local _, n = text:gsub(pattern, "")
  return n
end

-- Capitals and small letters: ASCII, Latin-1, Greek, Cyrillic.
local function case(text)
  local upper = count(text, "[A-Z]") + count(text, "\195[\128-\158]") + count(text, "\208[\144-\175]")
  local lower = count(text, "[a-z]") + count(text, "\195[\159-\191]") + count(text, "\208[\176-\191]") +
    count(text, "\209[\128-\143]")
  return upper, lower
end

local function size_class(chars)
  for i, most in ipairs { 3, 8, 15, 25, 40, 60, 85, 115, 160, 240, 400 } do
    if chars <= most then return i end
  end
  return 12
end

-- -- lines ------------------------------------------------------------------------------

local function measure(line)
  local text = line.text
  line.chars = line.chars or count(text, "[^\128-\191]")
  line.words = count(text, "%S+")
  line.upper, line.lower = case(text)
  line.digits = count(text, "%d")
  local core = text:gsub("[\"')%]%s]+$", ""):gsub("\226\128[\153\157]$", ""):gsub("\194\187$", "")
  line.ends = core:match("[.!?:,;]$") or (core:find("\226\128\166$") and "…") or
    (core:find("\224\165\164$") and ".") or (core:find("\227\128\130$") and ".") or ""
  line.terminal = line.ends == "." or line.ends == "!" or line.ends == "?" or line.ends == "…"
  line.dated = line.digits >= 2 and line.chars <= 70 and (text:find("%f[%d][12][09]%d%d%f[%D]") ~= nil or
    text:find("%f[%d]%d%d?[:.h]%d%d%f[%D]") ~= nil or text:find("%d%d?[./-]%d%d?[./-]%d%d") ~= nil)
  line.size = size_class(line.chars)
  if line.dated and line.chars <= 50 then line.class = "dated"
  elseif line.chars <= 4 then line.class = "tiny"
  elseif line.terminal and line.chars >= 55 or line.chars > 170 then line.class = "prose"
  elseif line.chars < 26 then line.class = "short"
  else line.class = "title" end
  return line
end

-- Splits "LABEL | the headline" in two, where the text stands in the page as it was read.
local function add_line(lines, text, start, stop, block)
  local left, bar = text:match("^(.-)()%s[|]%s")
  if left and #text == stop - start and #left > 1 and #left <= 24 and left:find("%u") and not left:find("%d") then
    local right = bar + 3
    lines[#lines + 1] = measure { text = left, range = { start, start + bar - 1 }, split = "left" }
    lines[#lines + 1] = measure { text = text:sub(right), range = { start + right - 1, stop }, split = "right" }
  else
    lines[#lines + 1] = measure { text = text, block = block, chars = #text > BYTES_MOST and stop - start or nil }
  end
end

local function read_lines(page)
  local lines = {}
  for i = 1, page:blocks() do
    local start, stop = page:block(i)
    local text = page:read(start, stop - start > BYTES_MOST and start + BYTES_MOST or stop)
    if #lines < LINES_MOST then add_line(lines, text, start, stop, i) end
  end
  return lines
end

local function is_prose(line)
  return line ~= nil and line.class == "prose"
end

-- The run of lines with the most running text: the greatest sum, where prose counts for,
-- less where it stands alone (so do teasers' deks), and what is no prose against.
local function main_run(lines)
  local best, from, to, sum, start = 0, 1, 0, 0, 1
  for i, line in ipairs(lines) do
    local worth = -1.5
    if line.class == "prose" then
      local company = is_prose(lines[i - 1]) or is_prose(lines[i + 1])
      worth = company and 1 + math.min(line.chars, 300) / 100 or 0.5
    end
    if sum <= 0 then sum, start = 0, i end
    sum = sum + worth
    if sum > best then best, from, to = sum, start, i end
  end
  return from, to
end

local function long_words(text)
  local found = {}
  for word in text:gmatch("[%w\128-\255]+") do
    if #word >= 4 then found[#found + 1] = word:lower() end
  end
  return found
end

-- How much of a line's words the running text takes up, in fifths; the line itself does
-- not count.
local function note_overlap(lines, from, to)
  local holders = {}
  for i = from, math.min(to, from + 60) do
    for _, word in ipairs(long_words(lines[i].text)) do
      local holder = holders[word]
      if holder == nil then holders[word] = i elseif holder ~= i then holders[word] = 0 end
    end
  end
  for i, line in ipairs(lines) do
    local words, hit = long_words(line.text:sub(1, 400)), 0
    for _, word in ipairs(words) do
      local holder = holders[word]
      if holder and holder ~= i then hit = hit + 1 end
    end
    line.overlap = #words == 0 and "none" or tostring(hit * 5 // #words)
  end
end

-- -- traits -------------------------------------------------------------------------------

local function zone_of(i, from, to)
  if i < from then return i >= from - 3 and "before" .. (from - i) or "before" end
  if i > to then return i <= to + 3 and "after" .. (i - to) or "after" end
  if i == from then return "first" end
  return i == to and "last" or "in"
end

local function word_traits(line, add)
  local seen, place = {}, 0
  for word in line.text:sub(1, 200):gmatch("[%a\128-\255'’]+") do
    place = place + 1
    local kinds = WORD_KIND[word:lower()]
    for kind in (kinds or ""):gmatch("%S+") do
      if place == 1 then add("first word " .. kind) end
      if not seen[kind] and line.chars <= 200 then add("word " .. kind) end
      if not seen[kind] and line.chars <= 40 then add("short word " .. kind) end
      seen[kind] = true
    end
  end
end

-- Patterns a line may fit, whatever else it is.
local LOOKS = {
  { "starts small", "^%l" }, { "starts digit", "^%d" }, { "starts (", "^%(" }, { "starts quote", "^[\"']" },
  { "starts quote", "^\226\128[\152\156]" }, { "starts quote", "^\194\171" }, { "starts dash", "^\226\128[\147\148]" },
  { "starts dash", "^%- " }, { "has colon", ":%s" }, { "has bar", "|" }, { "has bar", "\226\128\162" },
  { "has bar", "\194\183" }, { "has address", "@" }, { "has address", "https?:" }, { "has slash", "/" },
  { "has slash", "\194\169" },
}

local function look_traits(line, add)
  add("size " .. line.size)
  add("words " .. math.min(line.words, 8))
  add("ends " .. line.ends)
  if line.lower == 0 and line.upper > 2 then add("capitals") end
  if line.upper > 1 and line.words > 2 and line.upper >= line.words * 0.7 then add("title case") end
  if line.words <= 5 and line.upper >= line.words and line.lower > line.upper and not line.terminal then add("names") end
  if line.digits > 0 then add("digits") end
  if line.digits > line.chars * 0.3 then add("many digits") end
  if line.dated then add("dated " .. (line.chars <= 40 and "short" or "long")) end
  for _, look in ipairs(LOOKS) do
    if line.text:find(look[2]) then add(look[1]) end
  end
  if line.split then add("split " .. line.split) end
end

local function class_at(lines, i)
  return lines[i] and lines[i].class or "none"
end

-- Whether lines like this one come again at a distance: rows of teasers do.
local function row_traits(lines, i, add)
  local class = lines[i].class
  for period = 1, 4 do
    local ahead = class == class_at(lines, i + period) and class == class_at(lines, i + 2 * period)
    local behind = class == class_at(lines, i - period) and class == class_at(lines, i - 2 * period)
    if ahead then add("row ahead " .. period .. " " .. class) end
    if behind then add("row behind " .. period .. " " .. class) end
  end
end

-- Rows of headline and dek: each second line is longer than both its neighbours.
local function ridge(lines, i)
  local line, before, after = lines[i], lines[i - 1], lines[i + 1]
  if not (line and before and after) then return "none" end
  if line.chars > before.chars and line.chars > after.chars then return "ridge" end
  if line.chars < before.chars and line.chars < after.chars then return "valley" end
  return "slope"
end

local function ridge_traits(lines, i, add)
  local own, class = ridge(lines, i), lines[i].class
  local name = own .. " " .. class
  add(name)
  for period = 2, 3 do
    local ahead, behind = own == ridge(lines, i + period), own == ridge(lines, i - period)
    if ahead then add(name .. " ahead " .. period) end
    if behind then add(name .. " behind " .. period) end
    if ahead and behind then add(name .. " steady " .. period) end
  end
end

local function neighbour_traits(lines, i, add)
  local class, before, after = lines[i].class, class_at(lines, i - 1), class_at(lines, i + 1)
  add("class " .. class .. " before " .. before)
  add("class " .. class .. " after " .. after)
  add("around " .. before .. " " .. class .. " " .. after)
  add("second before " .. class_at(lines, i - 2))
  add("second after " .. class_at(lines, i + 2))
  add("size before " .. (lines[i - 1] and (lines[i - 1].size + 1) // 2 or 0))
  add("size after " .. (lines[i + 1] and (lines[i + 1].size + 1) // 2 or 0))
end

-- The traits of every line: a list of lists of names.
local function traits_of(lines)
  local from, to = main_run(lines)
  note_overlap(lines, from, to)
  local all, seen = {}, {}
  for i, line in ipairs(lines) do
    local traits = {}
    local function add(name) traits[#traits + 1] = name end
    local zone = zone_of(i, from, to)
    add("zone " .. zone)
    add("zone " .. zone .. " " .. line.class)
    add("overlap " .. line.overlap)
    add("overlap " .. line.overlap .. " " .. (zone:match("^%a+")) .. " " .. line.class)
    if i <= 4 then add("line " .. i) end
    if seen[line.text] then add("again") end
    seen[line.text] = true
    look_traits(line, add)
    word_traits(line, add)
    row_traits(lines, i, add)
    ridge_traits(lines, i, add)
    neighbour_traits(lines, i, add)
    all[i] = traits
  end
  return all
end

-- -- roles ----------------------------------------------------------------------------------

-- What a line's traits are worth for each role.
local function scores_of(traits, weights)
  local scores = {}
  for r = 1, #ROLES do scores[r] = 0 end
  for _, trait in ipairs(traits) do
    local worth = weights[trait]
    if worth then
      for r = 1, #ROLES do scores[r] = scores[r] + worth[r] end
    end
  end
  return scores
end

-- The roles of the best row: the highest sum of what lines are worth in their role and of
-- what the steps between roles are worth.
local function decode(all, weights)
  local start, back, totals = weights["from start"], {}, nil
  for i, traits in ipairs(all) do
    local own, reached, came = scores_of(traits, weights), {}, {}
    for r = 1, #ROLES do
      local best, best_from = totals and -math.huge or (start and start[r] or 0), 0
      for before = 1, totals and #ROLES or 0 do
        local step = weights["from " .. ROLES[before]]
        local sum = totals[before] + (step and step[r] or 0)
        if sum > best then best, best_from = sum, before end
      end
      reached[r], came[r] = best + own[r], best_from
    end
    totals, back[i] = reached, came
  end
  local row, last = {}, 1
  for r = 2, totals and #ROLES or 0 do
    if totals[r] > totals[last] then last = r end
  end
  for i = #all, 1, -1 do
    row[i], last = ROLES[last], back[i][last]
  end
  return row
end

-- -- claims ---------------------------------------------------------------------------------

local TAG = { teaser_headline = "headline", teaser_dek = "dek", teaser_kicker = "kicker", teaser_detail = "detail",
  box_heading = "heading", box_text = "paragraph" }
local BOX = { box_heading = true, box_text = true, teaser_headline = true, teaser_dek = true, teaser_kicker = true,
  teaser_detail = true }

local function part(line, role)
  return { tag = TAG[role] or role, block = line.block, range = line.range, why = role }
end

-- One box from line `i` on, and the line after it. Each headline has a teaser of its own;
-- kickers and details go with the headline before them, or after them in a box that one opens.
local function read_box(lines, roles, i)
  local content, teaser, headed = {}, nil, false
  local function leads(role) return role == "teaser_kicker" or role == "teaser_detail" end
  local lead
  while BOX[roles[i]] do
    local role = roles[i]
    if role == "box_heading" and #content > 0 then break end
    if role == "box_heading" or role == "box_text" then
      content[#content + 1], teaser = part(lines[i], role), nil
    else
      if lead == nil then lead = leads(role) end
      if not teaser or headed and (role == "teaser_headline" or lead and leads(role)) then
        teaser, headed = { kind = "teaser", content = {} }, false
        content[#content + 1] = teaser
      end
      headed = headed or role == "teaser_headline"
      teaser.content[#teaser.content + 1] = part(lines[i], role)
    end
    i = i + 1
  end
  return content, i
end

-- Adds a box's own segment, or its teasers where it has no heading or text.
local function add_box(list, content)
  if content[1].tag then
    list[#list + 1] = { kind = "sidebar", content = content }
  else
    table.move(content, 1, #content, #list + 1, list)
  end
end

-- The story is everything from its first line to its last; boxes between are in it.
local function claims_of(lines, roles)
  local first, last
  for i, role in ipairs(roles) do
    if not BOX[role] then first, last = first or i, i end
  end
  local list, story = {}, { kind = "story", content = {} }
  local i = 1
  while i <= #lines do
    local inside = first and i >= first and i <= last
    if i == first then list[#list + 1] = story end
    if BOX[roles[i]] then
      local box
      box, i = read_box(lines, roles, i)
      add_box(inside and story.content or list, box)
    else
      story.content[#story.content + 1] = part(lines[i], roles[i])
      i = i + 1
    end
  end
  return list
end


-- The weights as a map from trait to a list, one number for each role.
local function read_weights(text)
  local weights = {}
  for letters, trait in text:gmatch("(%l+)=([^\n;]+)") do
    local list = {}
    for r = 1, #letters do list[r] = letters:byte(r) - ("m"):byte() end
    weights[trait] = list
  end
  return weights
end

-- A letter for each role: m is nothing, n speaks for it, l against it, and so on.
local WEIGHTS = [[
ngikilngkhcjkjrn=again;kjjjljnilhkhpjji=around dated dated prose;ggjhjijjgngnkkik=around dated prose dated
ijjjjlokkhlilglm=around dated prose prose;kljllnfllkkkhuik=around dated prose title
knooigjhkkhkhkoh=around dated short prose;johiionjikijijhk=around dated short short
lklklikkllpkjimg=around dated short title;jllllkhllekpsgkj=around dated title dated
okgghojjljlkmhkj=around dated title prose;mkhjjmhlkklijmkl=around dated title short
nihklholknihkkjh=around dated title title;gpkllfkjklklllfl=around none short short
nklhjnlklljkklnk=around none short title;pllllklllllljlll=around none title prose
pjklkjklllllklll=around none title short;kjjllkllkjnkolkh=around none title title
jkjjhmmljmkgikli=around prose dated prose;lkkknjjlioinfjlj=around prose dated short
klklipkkkkljjmkl=around prose dated title;lljllesklilgnhjj=around prose prose dated
kllllkmkknlklkll=around prose prose none;kjnjkjnlkjjnljji=around prose prose prose
kkjllkokmkkgjhll=around prose prose short;klfkkirkjkkjdikk=around prose prose title
kilpljkjllmllljk=around prose short dated;johfgngnjmliokhh=around prose short prose
lfhkigljiirkilhk=around prose short short;ljklljiqkklkjjij=around prose short tiny
jikljlmljeljhjnk=around prose short title;knjlkilkkkjljkkn=around prose tiny short
ijijgkqnggghiiji=around prose title dated;hklijnjmjlkjpglj=around prose title prose
fkikimmgmfhfmlli=around prose title short;hjhmmjlkgjlnmnjg=around prose title title
kkjklnjkljkhhlkp=around short dated prose;lllkollllkkllmlk=around short dated short
lklkniklkjonmlkj=around short dated title;jllkkenklnkmipkk=around short prose prose
kkgkjlkkjikinmjk=around short prose short;hkijihlljkjhpjik=around short prose title
jfjjmiofjiligknh=around short short dated;kgghonimklfknlkj=around short short prose
kikojgijjjoimjgf=around short short short;ikkojfigjgkjokli=around short short title
kmkkilojjkhiolgi=around short tiny short;lnljllglkkokhlkq=around short tiny title
mlkllklllkljrjlk=around short title dated;gjihikkjgmiinfii=around short title none
mjhmmkjnjhjglpkg=around short title prose;njgjlhglkmkjohko=around short title short
ljmflgkikkmmllhp=around short title title;khjpkinijkjjlljh=around tiny short short
imlhkjjikjkkdknn=around tiny short title;hhjoijiiiihijjgp=around tiny title dated
llklllnklkkkngli=around tiny title tiny;kljlpjmklhlnmkki=around title dated prose
klkknkmkljkjlklm=around title dated short;khjkleelkljmokjo=around title dated title
hiijhjokhekiokjh=around title prose none;jkfkkmqklkjggikl=around title prose prose
eilghillgjjikmjj=around title prose short;hhnjjljkjjkijojk=around title prose tiny
ljlkjjmjjkjhkmkh=around title prose title;jmioihkkjkikjkcq=around title short dated
hhjgjjjiihjinoij=around title short none;iijhimmmjiikfjol=around title short prose
jeikikihnijjkiop=around title short short;kokjkiiijllkghio=around title short tiny
jhhjmglhkmpkkill=around title short title;llkmklmlklkkiklm=around title tiny short
jmihjigjkijjjkjq=around title tiny title;mjgokgklkmjhjljn=around title title dated
fkklljjlhkllmnkj=around title title none;jhilmkmnighinfii=around title title prose
iimijomkmgjnjojf=around title title short;hkkghkmikkhhlhij=around title title title;ephhfgepjhkjnjra=capitals
jiiiigmfioifljll=class dated after dated;kljkmkmkjjkjiklm=class dated after none
jkjjlmlkkkkllkki=class dated after prose;kkkkohlkjoimmkli=class dated after short
ihjknngkjlnnmjjn=class dated after title;iijjifnghnhhokkj=class dated before dated
kkjklpkkhljldjlk=class dated before prose;kjjjmllhjhnmkkjm=class dated before short
kjkjphgkknjnnikm=class dated before title;lihjkohkjmikmmii=class prose after dated
jkkkkkmkjoljlljk=class prose after none;kklkkkolkkinhlji=class prose after prose
jjkjjmlkklkhkmjk=class prose after short;hinkjklkjikiokji=class prose after tiny
lkkkjlmjjkjhlmji=class prose after title;ikijkkmkknjlgnil=class prose before dated
kkmkkkolkkjmkhjj=class prose before prose;nkkjjimkknjlnmjk=class prose before short
ijmjjmlkjijfknji=class prose before title;jljolfjhjjikfkir=class short after dated
hijoiijjhjijmngk=class short after none;jonklmhojmijnjoe=class short after prose
ilinikkhlinjjjjl=class short after short;ilhhgfsnjknkgicg=class short after tiny
lkjklkkjjjojkiol=class short after title;konlhlmhkjnjhjoe=class short before dated
mmkijnjjlljkklmk=class short before none;jkilhljnjknjljkf=class short before prose
jijmkjmjjjljnjkf=class short before short;jjknjgqhjjhkfjjn=class short before tiny
jihmkhhjlklkjkmo=class short before title;jmjmjjohjkijmkii=class tiny after short
imhljhhijimjhjiq=class tiny after title;imhnkgkjjjjkjkko=class tiny before prose
knljklqkkkojnlij=class tiny before short;jkijiihjkiiigiir=class tiny before title
ljiphjlmjkinjikp=class title after dated;nkkjjjijmlkklljj=class title after none
oihllmjnjjjiogkh=class title after prose;mjkijoiglijlnnkm=class title after short
ikollilklikjoijj=class title after tiny;ijlghhlhjkjjlkil=class title after title
ojhhhnkllmknniji=class title before dated;ojjlkiklljnkmlkh=class title before none
kkjkjmlmkiklnlkg=class title before prose;njljlhgmjlllmmip=class title before short
lkikgfmjkjjklgkm=class title before tiny;hjljhmljjjhilnjj=class title before title;djlhofkjjmihoilf=dated long
jijjnpfgiololjkm=dated short;jimgpnnjjofmhkbs=digits;mmkllofojklknllm=ends ;oljllgjjlikjqglj=ends !
ikmhiktelmfncmfe=ends .;iiijjfvegljhfioj=ends :;nkhkjdgnjhnlufnh=ends ?;iipsjfgikjgehkfq=first word by
kiljpmijqiijhiik=first word credit;iigojifiivjkiiij=first word note;jgiljsifjilkhhfh=first word photo
iiijhghikjsgoknh=first word related;jijjqiihijhjmjqo=first word when;egfegcadidnpqalj=from box_heading
ikghijbiilkpadfc=from box_text;dhnntkhfjomgcgef=from byline;melnhrkmgclgaddc=from caption;kkkhjgcijipjbhng=from credit
hjghhipljkggacif=from crosshead;gnmrmnihjmggfhhf=from dek;cmvppfiijgeiafgd=from headline;toekkjhijlgicgff=from kicker
hnlnghammqjeafjd=from note;ieafhipomjlbgeba=from paragraph;mnllhrihjgjhcgef=from published;pmjijlijkkljkkmm=from start
iihggeekhejeoiik=from teaser_dek;cefgedbggdkcoinn=from teaser_detail;ljaaghfajalamomn=from teaser_headline
agffgeghidjfljmm=from teaser_kicker;jkloieyhkpkiailk=has address;ojhjplihihdkiijn=has bar;pijhlrhgjkeksckh=has colon
hjhhntmeimifhilg=has slash;pmjijlijkkljkkmm=line 1;npmlnhjijihiljhj=line 2;pnjnojhjjkijlhih=line 3
kosomlefjhlikjih=line 4;jijerfmgkmjkegfo=many digits;jnkpiloijkpmehlk=names;iiijnhmjiihhhiko=none dated
kljkmkmkjjkjiklm=none dated ahead 2;kljkmkmkjjkjiklm=none dated ahead 3;nkjkkjmkjoljkljk=none prose
jkkkkkmkjoljlljk=none prose ahead 2;jkkkkkmkjoljlljk=none prose ahead 3;mmkmimiijjgkmolj=none short
hijoiijjhjijmngk=none short ahead 2;hijoiijjhjijmngk=none short ahead 3;mmkijnjjlljkklmk=none short behind 2
mmkijnjjlljkklmk=none short behind 3;ojjjjhhilkmkllkh=none title;nkkjjjijmlkklljj=none title ahead 2
nkkjjjijmlkklljj=none title ahead 3;ojjlkiklljnkmlkh=none title behind 2;ojjlkiklljnkmlkh=none title behind 3
hlinmhhlkkllonmm=overlap 0;lkkkkihkjkhmkjkn=overlap 0 after dated;ijgkjekkijiimoig=overlap 0 after prose
kikijfmkjknkmkol=overlap 0 after short;jkkijgpjkgkknqjh=overlap 0 after title;kjkkpikllkjkillk=overlap 0 before dated
fgeggngjhojikkjj=overlap 0 before prose;mnlpklmkjhejhkmi=overlap 0 before short;efjnkfhjiklipehp=overlap 0 before title
iichhmnjjolikikl=overlap 0 first prose;klgljcphjjlnkklm=overlap 0 in prose;jhjfhkiiiiljfjol=overlap 0 in short
jkkgihhmjikirikh=overlap 0 in title;kkiihflhmmjfjklk=overlap 0 last prose;ilkilkmjlngkmolh=overlap 1
klkljnjkhpjgoikh=overlap 1 after dated;kljlkgmkilkjhnjk=overlap 1 after prose;kjjjjhohomiighod=overlap 1 after short
ikjhilkkkgjjlqjn=overlap 1 after title;kijkohjlkikhokki=overlap 1 before dated;lnjmojmgigiiihjm=overlap 1 before title
hjlihjoijekgigjl=overlap 1 first prose;llhllloiljlnlkll=overlap 1 in prose;eifjfdmhffigpmhf=overlap 1 in title
llkllimliplhkkll=overlap 1 last prose;jjmiikojkmmmkgla=overlap 2;klkkjjqikhooflkg=overlap 2 after dated
ijgjjfjihqhfgnij=overlap 2 after prose;kkkikijgjlqimkjg=overlap 2 after short;ijhjknilmpgmnfih=overlap 2 after title
jjjkpilkkjjikllk=overlap 2 before dated;hkpkjllkjilkljll=overlap 2 before prose;ngnlgjlghflglhig=overlap 2 before title
llflleqllklklkll=overlap 2 first prose;kkmkkkpjkjkljijj=overlap 2 in prose;lkkikljpiklkjmhj=overlap 2 in short
hkgjhnlkihhhohjj=overlap 2 in title;lljlliplhdlollml=overlap 2 last prose;pkmjhnnnjklnfijh=overlap 3
mjfjjekpfpjokhjg=overlap 3 after title;mgliiphjjhlikjkl=overlap 3 before prose;phnmimkjkikjfjlj=overlap 3 before title
jjnkjblkkhljlpll=overlap 3 first prose;klhllgooljknkill=overlap 3 in prose;fjihgonliiifkjjh=overlap 3 in title
ikkllirhhhjillll=overlap 3 last prose;pinhhrjkjmgkggkh=overlap 4;ijijiojiioihjijk=overlap 4 after title
mjkkkolkkhligjkl=overlap 4 before prose;mioggpjfjhkjhklk=overlap 4 before title;jlokklifkgmllkmm=overlap 4 in prose
mkhjikolihkiihkj=overlap 4 in title;omnkjpiojklghild=overlap 5;ifjhkhmghioiiinf=overlap 5 after short
klklllillhilqjke=overlap 5 after title;ojokjlhlkjlljkll=overlap 5 before prose;hniljlnokjmkjlgj=overlap 5 before short
qihkkniilhjljkli=overlap 5 before title;jlplkoghljlhnlkl=overlap 5 in prose;ijjjimomjjkkkkei=overlap 5 in short
hkjkjllpklklgkkl=overlap 5 in title;jiimgenhkiejkidp=overlap none;kjkkjkmijklkjiip=overlap none after tiny
jkjojiqhkjikklkf=overlap none before tiny;llljmkilkokklllj=ridge dated;ljjjkmpklljmjmjj=ridge prose
jkhjklnkjkkklnkj=ridge prose ahead 2;lkikkhqkknjmijjj=ridge prose ahead 3;mkgkkkjjmnjkkokk=ridge prose behind 2
jkikknqkkgjlgkji=ridge prose behind 3;klhlljkjkkkhlqkk=ridge prose steady 2;jkjkklpkkjjihlkj=ridge prose steady 3
khjohirijjmijjgb=ridge short;ljkollnikknjkjig=ridge short ahead 2;jijohipjjjljjjhf=ridge short ahead 3
khjmjjqjjkmjjkhd=ridge short behind 2;kjkpjknikkljkjih=ridge short behind 3;mjmjjlljjmjlmpjk=ridge title
jklkklmikkjnkljk=ridge title ahead 2;mjhjljjjjnjhmpkm=ridge title ahead 3;jklkkikhkljjkpkm=ridge title behind 2
ikjjiimijnjnlpjh=ridge title behind 3;jlkllimilmkljpkm=ridge title steady 2;lkgjjgljjqjiipkg=ridge title steady 3
kjnjkkmmkkjoiljj=row ahead 1 prose;jhjnjmfmjinjmkef=row ahead 1 short;ilhgikmjkmkikhki=row ahead 1 title
lkllhkgkmjiojlkq=row ahead 2 dated;kknkkmkmlkjnipjj=row ahead 2 prose;kiknkfllkmhkjknn=row ahead 2 short
jjkjjknikkjkijjn=row ahead 2 tiny;fjkhhillknkklgkj=row ahead 2 title;kkokklmllmjmfkjk=row ahead 3 prose
jfkmjhkekikkkjnl=row ahead 3 short;gjihijljjmkklokm=row ahead 3 title;lklldlgljhjfhkku=row ahead 4 dated
lknkkollljklgpjk=row ahead 4 prose;khkkjhigkhnkkkgq=row ahead 4 short;iljjjjgjkjjjijjr=row ahead 4 tiny
ikjiikljkllmnckg=row ahead 4 title;kkljkmmmkkjnjkjj=row behind 1 prose;khjpkhfmkiojnkde=row behind 1 short
ilifhmoijkgjmdkj=row behind 1 title;llkmgigljfjojjkq=row behind 2 dated;kkjkkmknlnjngojj=row behind 2 prose
kjkmjikmkiikijqo=row behind 2 short;jkkjjjnkkkjkijin=row behind 2 tiny;lmlfjlmkjljklikj=row behind 2 title
kkhkkmnklmjoejjj=row behind 3 prose;kiknieifkkgkijmp=row behind 3 short;lmkikjljkljklnjk=row behind 3 title
lllkekfljikfhkku=row behind 4 dated;kljkkmiompkmlojk=row behind 4 prose;kfkjjihgkimkljhr=row behind 4 short
jjjjjjgjkjjkjjjq=row behind 4 tiny;njljkiklkmjklkjj=row behind 4 title;nnnlhlhljmnmknhn=second after dated
lijnjfmkkndinjml=second after none;jjllomlkkjilhmhi=second after prose;mkklimlmjljllkmm=second after short
niiggcrgnkfkmhjj=second after tiny;jkjghijjjlmkmjfi=second after title;lgokjljljojmjqgo=second before dated
ppmjmihijijikjjk=second before none;jijlknllkljmkjkj=second before prose;jinmlklmjjinkpok=second before short
jhknigrgkijjjfek=second before tiny;jljjjmlkklmimhik=second before title;kiirlikjnjhkfifq=short word by
kiljlmhjqjikihik=short word credit;kijokjjhkpjknlii=short word note;kgiljqhfjilklhfk=short word photo
khkhhghljjukgjof=short word related;khkhpmggnkkkgimq=short word when;jijnijoikkiklhim=size 1;jklkkplgkpjicnkj=size 10
jjjkjjshkgkhgnjj=size 11;kkkklhtjkdljfmkk=size 12;hoiiiimojmnjejnf=size 2;inlnlnhkmglljgnm=size 3
liilmlmkilnmklll=size 4;jkhnkhinlfllkiim=size 5;mjhgihljiihmoijk=size 6;mjkjlhiijjilrhkf=size 7;mkoiipgmkpjokjjf=size 8
hjphimldlljigojf=size 9;mjjnkhlilnhilnhj=size after 0;jingijolmgnljqhd=size after 1;nmlllnjjlkjlofjl=size after 2
ijijhkkjjhilkllk=size after 3;kklhjgjikpoolkmn=size after 4;lmlkmmmmklhhkkil=size after 5;likljnmmkifgmglh=size after 6
pmjijlijkkljkkmm=size before 0;nkiligrmklllphkh=size before 1;kljmmjkjjlimmmol=size before 2
mjlihklfjijllmgi=size before 3;gkmjmkhhknjolmlp=size before 4;hjmlklnoljljlgim=size before 5
kkjhknmmilmekggi=size before 6;jjjjojliiklknjki=slope dated;klkkokmjjhkhilln=slope dated ahead 2
kkkjkimiimifljkn=slope dated ahead 3;kjkjgjnhlhioflkm=slope dated behind 2;kkkkmllkliifpjki=slope dated behind 3
kkjhhjnikjlihllq=slope dated steady 2;kkmkkmmljlkmoikj=slope prose;kkqkjhkjijkklljk=slope prose ahead 2
kldkjnnjjjkolikk=slope prose ahead 3;jkklkgojjjknoglh=slope prose behind 2;kljkkkphjkkllkjk=slope prose behind 3
klmlkhnklmlfjilk=slope prose steady 2;lljlljmklilpmjlk=slope prose steady 3;jmilkkklmjljljmp=slope short
imgkgjlehjijoibq=slope short ahead 2;kmknkkipjkfkljqm=slope short ahead 3;khjgilimhhijpjfp=slope short behind 2
khkmjljljkmjkjgp=slope short behind 3;kjjikllihkhjmjgp=slope short steady 2;liknhihokkikfhnn=slope short steady 3
mikjiljkkjjjmiin=slope title;ijjmilmimklhlljk=slope title ahead 2;njolkhmjilhhmhjl=slope title ahead 3
mjmlijnemjihjnik=slope title behind 2;gklmkmmlnjhnjkjn=slope title behind 3;hkjmkmninjiijojj=slope title steady 2
hknimhpmjmiihkkn=slope title steady 3;jjkhknkjjkkknkpf=split left;jnkmjlkikkoinkki=split right
jliljqhknhkihjlm=starts (;klijifwgkgkfgjlk=starts dash;jjjgleiqjfgkqcbp=starts digit;lkhjjkrnjchhlgmg=starts quote
hkhjmdmdinilrijb=starts small;mkhommhgjllkpbig=title case;kjjkmoglkojomjkm=valley dated
jhilemfljnjnnkjo=valley dated ahead 2;lklkohpjloknhklk=valley dated ahead 3;lkjlnnekjnjoljkn=valley dated behind 2
iiijgemmjojmmjkj=valley dated behind 3;kjklhnekjiknklkq=valley dated steady 2;kkokllknkjklmmkk=valley prose
klollnmfljmfllll=valley prose ahead 2;klillemeljlnnnll=valley prose ahead 3;llhllfogljlgkpll=valley prose behind 2
kkgkknlmkkkonikk=valley prose behind 3;lljmlisklllkllml=valley prose steady 2;kljllfnglklonjll=valley prose steady 3
jkkmkjjljlmjijnl=valley short;ighkhnilkomkijlm=valley short ahead 2;khhmljmljgojhjmk=valley short ahead 3
kjnjlijnkjljijok=valley short behind 2;jfkjijlpjnjkfimn=valley short behind 3;kikekhholjjkkkno=valley short steady 2
kikminnhjgkjjiml=valley short steady 3;ikhmifkgjijjlhlo=valley tiny;ighnihkhjihjjikn=valley tiny ahead 2
klklkkmjjkojlkil=valley tiny ahead 3;jikijjmjkkjkljin=valley tiny behind 2;khinjimiijhikiol=valley tiny behind 3
jjjjjjijjjjjijjq=valley tiny steady 2;gliljkkljjkknijl=valley title;hijmilkmkkmilgko=valley title ahead 2
jhijjnklkhmjlljg=valley title ahead 3;hjgjlllmjjkhklhl=valley title behind 2;gikhihomklmjkfkl=valley title behind 3
kkkkkkllkmljlhjn=valley title steady 2;jijjjilgkjhjrklj=valley title steady 3;iilqkjlhnmhjngfp=word by
jigjpmhirhiehhij=word credit;ghmnhbjdjvigjihh=word note;gggkiygbkfkggmfj=word photo;iikhgghjjgtnnlnf=word related
jhhhrgiemijglmmq=word when;hplkgjpmjlpjhiqf=words 1;ljhnikijjjmjggln=words 2;hmjnlnkmmlholhkl=words 3
hmikofooijhmemlq=words 4;gghnlllpnkqeglfm=words 5;liglljlhlgkoolhi=words 6;njkjiggojfinonjh=words 7
njmijnnijmiknkjh=words 8;jjkehjijjlmkooml=zone after;kkkkbigjjomoojko=zone after dated
jkgkkfkjigjinqjh=zone after prose;kikdjinkjlokkknn=zone after short;jfjgjhmgjjljjinp=zone after tiny
ikkijkljjljjnpjj=zone after title;mhjnmikmlmomjhkh=zone after1;jhjnifhghnoihjki=zone after1 short
ljjehkjolmfmkhki=zone after1 title;gigjjlhkmooklffg=zone after2;jkikknjkhokhjgkl=zone after2 prose
jkkhhhjhohqhmkgh=zone after2 short;hihffmiogkcnmijm=zone after2 title;ijhmhmlhljinmmmh=zone after3
jklliojlkolklkkj=zone after3 dated;kjijkgokihjhfmjl=zone after3 prose;kkknkilgjjjjoimj=zone after3 short
gjhiilijngholnhe=zone after3 title;mpmjimlkjigijcmh=zone before;ihgjmkmhjgifojjk=zone before dated
lgphiljkjkliihjk=zone before prose;epgljmpnjifjglog=zone before short;ipikkiphkihkklhe=zone before tiny
njlkgjhgiililcip=zone before title;jfnopkkjkjjjlkhi=zone before1;llkkohmklkljkklj=zone before1 dated
kfonnjimlkjkklhk=zone before1 short;jjellllbjjjkmjkj=zone before1 title;mkmoollijgmhiigg=zone before2
kkkkoimjkjkjklli=zone before2 dated;jlgljonllkmjlkll=zone before2 prose;nlgnmekjjimijifh=zone before2 short
gfnolllkhgggjjji=zone before2 title;ogjooojmjkhiiihg=zone before3;nhdhgpgjilkhhjkj=zone before3 prose
hhgoklmljijjjkhj=zone before3 short;ojmmnklkjhhjiili=zone before3 title;jknjjkmkkmlhknll=zone first
jknjjkmkkmlhknll=zone first prose;kklijmplkihmihkj=zone in;jkkkioinjjlijlml=zone in dated
kkmkllolljjmkhjj=zone in prose;jhkggoknjijjhjkk=zone in short;ikgihlmmifigmhjg=zone in title;kljkkfmjnnkmkkll=zone last
kljkkfmjnnkmkkll=zone last prose
]]

return {
  name = "text",
  input = "text",
  divide = function(page)
    local lines = read_lines(page)
    return claims_of(lines, decode(traits_of(lines), read_weights(WEIGHTS)))
  end,
}
