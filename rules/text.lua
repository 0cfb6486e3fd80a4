-- Pages saved as flat text, a line a block, of any site: the story first, then boxes of
-- teasers. Nothing but the lines' own looks is there to go by: their length, punctuation,
-- case, digits, neighbours, and whether the running text takes up their words.
--
-- Each line gets the role that fits it best in its row of lines: every trait of the line
-- and every step from one role to the next has a weight for each role, and the best row
-- is the one of the highest sum (Viterbi). The weights at the end of the file were learned
-- from labelled pages by spec/tools/train_text.lua; do not edit them by hand. With pages of
-- some 50 sites they fit those at .96 (macro F1), and pages left out of the learning at .70.

local ROLES = {
  "headline", "kicker", "dek", "byline", "published", "caption", "paragraph", "crosshead", "credit", "note",
  "box_heading", "box_text", "teaser_headline", "teaser_dek", "teaser_kicker", "teaser_detail",
}
-- The work has a budget. Of longer pages the first lines are weighed, and long lines after
-- them are paragraphs.
local LINES_MOST, BYTES_MOST, AFTER_MOST = 2000, 100000, 10000
local LINE_BYTES = 400 -- of a line; its end and length are seen all the same

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
  local core = (line.tail or text):gsub("[\"')%]%s]+$", ""):gsub("\226\128[\153\157]$", ""):gsub("\194\187$", "")
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
local function add_line(lines, text, start, stop, block, tail)
  local left, bar = text:match("^(.-)()%s[|]%s")
  if left and #text == stop - start and #left > 1 and #left <= 24 and left:find("%u") and not left:find("%d") then
    local right = bar + 3
    lines[#lines + 1] = measure { text = left, range = { start, start + bar - 1 }, split = "left" }
    lines[#lines + 1] = measure { text = text:sub(right), range = { start + right - 1, stop }, split = "right" }
  else
    lines[#lines + 1] = measure { text = text, block = block, tail = tail, chars = tail and stop - start }
  end
end

-- The lines to weigh, and the number of the first block after them.
local function read_lines(page)
  local lines, bytes = {}, 0
  for i = 1, page:blocks() do
    local start, stop = page:block(i)
    local text = page:read(start, math.min(stop, start + LINE_BYTES))
    bytes = bytes + #text
    if #lines >= LINES_MOST or bytes > BYTES_MOST then return lines, i end
    add_line(lines, text, start, stop, i, stop - start > LINE_BYTES and page:read(stop - 8, stop) or nil)
  end
  return lines, page:blocks() + 1
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
    local words, hit = long_words(line.text), 0
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
  { "starts quote", "^\226\128[\152\156]" }, { "starts quote", "^\194\171" }, { "starts dash", "^%- " },
  { "starts dash", "^\226\128[\147\148]" }, { "has colon", ":%s" }, { "has bar", "|" }, { "has bar", "\226\128\162" },
  { "has bar", "\194\183" }, { "has address", "@" }, { "has address", "https?:" }, { "has slash", "/" },
  { "has slash", "\194\169" },
}

local function look_traits(line, add)
  add("size " .. line.size)
  add("words " .. math.min(line.words, 8))
  add("ends " .. line.ends)
  if line.lower == 0 and line.upper > 2 then add("capitals") end
  if line.upper > 1 and line.words > 2 and line.upper >= line.words * 0.7 then add("title case") end
  local capitals = line.upper >= line.words and line.lower > line.upper
  if capitals and line.words <= 5 and not line.terminal then add("names") end
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

-- Rows of headline and dek: each second line is longer than both its neighbours.
local function ridge(lines, i)
  local line, before, after = lines[i], lines[i - 1], lines[i + 1]
  if not (line and before and after) then return "none" end
  if line.chars > before.chars and line.chars > after.chars then return "ridge" end
  return line.chars < before.chars and line.chars < after.chars and "valley" or "slope"
end

local function ridge_traits(lines, i, add)
  local own = ridge(lines, i)
  local ahead, behind = own == ridge(lines, i + 2), own == ridge(lines, i - 2)
  local name = own .. " " .. lines[i].class
  add(name)
  if ahead then add(name .. " ahead") end
  if behind then add(name .. " behind") end
  if ahead and behind then add(name .. " steady") end
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


-- Long lines beyond those weighed, as paragraphs of the story.
local function add_after(list, page, first)
  local content = {}
  for i = first, math.min(page:blocks(), first + AFTER_MOST) do
    local start, stop = page:block(i)
    if stop - start >= 60 then content[#content + 1] = { tag = "paragraph", block = i, why = "after" } end
  end
  for _, segment in ipairs(list) do
    if segment.kind == "story" then
      table.move(content, 1, #content, #segment.content + 1, segment.content)
      return
    end
  end
  if #content > 0 then list[#list + 1] = { kind = "story", content = content } end
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
ohjlimlfkiajkktp=again;iijjjkpkkgljlbll=around dated prose prose;kopohfjgkkhjgjoh=around dated short prose
lkljlgkklkrkigmf=around dated short title;pjffgpikllllkjlk=around dated title prose
nhhkkfpkjoifimjg=around dated title title;nklgjokkllikkkni=around none short title
pjklkjkllllljlml=around none title short;jjjlkjllljolplkf=around none title title
lmklldvklflhnhjj=around prose prose dated;klkllkmkjolklkll=around prose prose none
klokljnmljkpmkkj=around prose prose prose;kljlklnkmkkhihll=around prose prose short
llfljksjjkkjdklj=around prose prose title;johegoenkmnjokgh=around prose short prose
legkjgmkjitkglgk=around prose short short;jikljknmjdkjfioj=around prose short title
hklijmimklkjqhlj=around prose title prose;flkljnmfmfgenlli=around prose title short
hjinmimiglmnlpjf=around prose title title;lljjlnillkljekjr=around short dated prose
lklkohklkipomkji=around short dated title;hkkjjdokknkohpkk=around short prose prose
lkejknkjjhkhonjj=around short prose short;kgegpmhokmdknllj=around short short prose
ikkpigihkikjokli=around short short title;mihmmjiokhigkqkh=around short title prose
nighlhhlkmkjoijp=around short title short;ljnekgmikkmmkmho=around short title title
kkjkpinllekomkji=around title dated prose;kkjjnjoikhkhjiln=around title dated short
lgjlmdeljljmojko=around title dated title;jkekknpjlliifjjl=around title prose prose
dhlffjmkhkjijnkj=around title prose short;mjmjjjnjkkihklkh=around title prose title
kmioigklklikiias=around title short dated;iikghmmnkihkcipm=around title short prose
kdjljjihohijkiqp=around title short short;jggjngmhknpkkhkl=around title short title
jmigkigjkhjjkkiq=around title tiny title;njfpkfjllnjgimjn=around title title dated
dkklljilhkllmokj=around title title none;khilmlnnjgiimejh=around title title prose
hjlgjonkmhjnkpjf=around title title short;illgjlojkmhimgjj=around title title title;cqghhefrkjmjmhsa=capitals
kkjjlmmkkjkklkjj=class dated after prose;kkjiofmiingnmjli=class dated after short
igkknpfkiloomjkn=class dated after title;kkjjlrmlhkjlajlj=class dated before prose
kkjimllihiomikjo=class dated before short;kjjjqgijkmjmnikm=class dated before title
lihjkpikjmillkjj=class prose after dated;hkkjjkmkioljlkkj=class prose after none
klmkkknllkkojlkj=class prose after prose;jjjjjnlkklkhjmkk=class prose after short
lkkkjlnkjljilmji=class prose after title;ijijkkkkkojmfphj=class prose before dated
klnkklnllkkokjlj=class prose before prose;mkiiiinkjnkmomjk=class prose before short
ijmjjnmkjjjiimkj=class prose before title;jkjolfkgkjikdihs=class short after dated
jpnjlmfokmijmjpe=class short after prose;hlhoikkhmhoijjik=class short after short
jmjgffrpklmkeedi=class short after tiny;lkjllkkkkkojkiol=class short after title
jpokhmmhkjojghoe=class short before dated;mmkhjnjjklhkkkmj=class short before none
jkjmiliojjnjkikg=class short before prose;jhiolhmjjjminike=class short before short
jjkojgpgkjgkcjlo=class short before tiny;iihllgijlllkjlmp=class short before title
jnimjiphjjgjnkgi=class tiny after short;hnimjghgkinkfjhq=class tiny after title
lnliklpkkkpiokej=class tiny before short;kljijjhkkiijgjjr=class tiny before title
ljhphjmojiinjgjq=class title after dated;okkiijhjmlkklmkj=class title after none
oiilkmjnkjjioiki=class title after prose;njjhjoigljjlnokm=class title after short
ijollilklkkkrgji=class title after tiny;iklhjinhkmjkmkil=class title after title
qjiignjllmkopgjh=class title before dated;ojjlkgkllknlmkkf=class title before none
kkjjjlllkjjlonkf=class title before prose;njljlhhmkmlkmoip=class title before short
mjjlhemjlkjkkfjo=class title before tiny;ikljimnjjlijmnjj=class title before title;cimhpdmjjlifnjle=dated long
jijioqffhomnljkn=dated short;jjmiponijoemjkct=digits;mmkmlpgpklmkollm=ends ;iknjkkuflnhocnge=ends .
jijiidydhnhidkqj=ends :;nkgkkbgnkgolwenh=ends ?;hhrtjegikifcgkes=first word by;khljongjrgfkhhil=first word credit
jfjmjtgfjilkggeg=first word photo;hiiigghhkjsfojog=first word related;jhhjqhjhghhimipp=first word when
dgfdgaabhanqramh=from box_heading;hjeghiagikjrabda=from box_text;bfnpujffipnfaebd=from byline
ndmoftkmgaldacba=from caption;jjjgjfaiihpiahne=from credit;gifghiqmjkfdaahc=from crosshead;fonsnnigjmgfehhd=from dek
amxqqeghjeehaefb=from headline;vqdjkjfijmfhbfed=from kicker;gnknffammsjbacia=from note;fbacfhrolilaebaa=from paragraph
nolkhthgjeigagcd=from published;pmjhklijkkljkkmm=from start;ihgefccjgcicpigl=from teaser_dek
adedbbaeeakaojnn=from teaser_detail;kiaaegeahamampnm=from teaser_headline;afeefcffhbieljnn=from teaser_kicker
kkkmgcyekskiailk=has address;pjhkqmigigbjgejq=has bar;pjkilsfhjnfltcjh=has colon;hkgfovmcinhfhikd=has slash
pmjhklijkkljkkmm=line 1;oqnknhjijhhiljhj=line 2;qoinpjfjjliilgig=line 3;kpuommcfjglikiig=line 4
kikesfmgkmjjcijp=many digits;inkqhloijkpmehll=names;njjjjimkjoljkkjj=none prose;hkkjjkmkioljlkkj=none prose ahead
mmknglhhihejopki=none short;mmkhjnjjklhkkkmj=none short behind;pjjjihhimkmkllkh=none title
okkiijhjmlkklmkj=none title ahead;ojjlkgkllknlmkkf=none title behind;ilinmijlkmllpnmn=overlap 0
lllkkigkjrfmiikp=overlap 0 after dated;jkhkkelkijjjmpih=overlap 0 after prose;jikjjeklkkokmlom=overlap 0 after short
klljkhplkiklopki=overlap 0 after title;kjkjqgkllkikgkkk=overlap 0 before dated;molqkkmjjiejgkmk=overlap 0 before short
dfjnleijjlljreip=overlap 0 before title;llgkiarhkiknjklm=overlap 0 in prose;jikghoghiiljdjon=overlap 0 in short
jklgiihmkikjshki=overlap 0 in title;kkiihflinmigjkkk=overlap 0 last prose;jlkilknjlogllolh=overlap 1
klkllhnkimkjgnjk=overlap 1 after prose;kjjihfqgpmhhefpa=overlap 1 after short;ikkjjmkmkhiklojo=overlap 1 after title
mojlojmfifhhhiim=overlap 1 before title;ijmjhipjkclijckl=overlap 1 first prose;llillkoiljlpkjll=overlap 1 in prose
ejfigclgfeigrmif=overlap 1 in title;kljlkhkkgrkhjkll=overlap 1 last prose;jjnjjkpkkmnnkfna=overlap 2
iiejjeihhsgeeohj=overlap 2 after prose;jjjhjijfjmsinjke=overlap 2 after short;jkgjkpigmqemnehg=overlap 2 after title
gkqiglmkjhlikhll=overlap 2 before prose;mfnldglehdkgnfig=overlap 2 before title;llelldwllklllkml=overlap 2 first prose
llnlljqjljklkhkj=overlap 2 in prose;hkhjhnlljhhhnhkj=overlap 2 in title;llklljplhekpklml=overlap 2 last prose
pkmjhnnnjjmogijh=overlap 3;mieijalpfpipkgjg=overlap 3 after title;mfmihpijkflhkill=overlap 3 before prose
rgolhkljkhkjejli=overlap 3 before title;ijnjjakjkgljkpll=overlap 3 first prose;klgllhopljkokikl=overlap 3 in prose
fkjihpnkjjigljki=overlap 3 in title;qimhgskjjmfjggkf=overlap 4;lhpferiekgkjglkl=overlap 4 before title
ilnijmjikflmljmm=overlap 4 in prose;okhjjhqlihliffkj=overlap 4 in title;pnpjhqhojhoggilb=overlap 5
gofljlmqkjnkildj=overlap 5 before short;rhfjjmghkjhljkjf=overlap 5 before title;jikjjjqmkjlkkkdi=overlap 5 in short
hkkkkmmpkljldkkl=overlap 5 in title;kijmhfohkieikieq=overlap none;ljkkklmjkknjkigp=overlap none after tiny
lkjjjmqklmjnhmjj=ridge prose;jkhkklmkjlkkmokj=ridge prose ahead;nkgjkkhkmojllpkk=ridge prose behind
klhlljjkkkkglskk=ridge prose steady;lfjqhhrfkjoiijeb=ridge short;mjmjjlljknjlnrjj=ridge title
kkmkkmnikkjnlkjj=ridge title ahead;kkmlkkkikmjjlokm=ridge title behind;jlkmljmilnkljokm=ridge title steady
onnkimiljlnmkngm=second after dated;lijnkenkjnbhpklk=second after none;kjllnnlkkjjmhoik=second after prose
mklmjnmmkmillmmm=second after short;njihfbrenlckmilk=second after tiny;kkkhjjlkkmoknihj=second after title
lgojiljljniniqgo=second before dated;ppmimihikikjkijk=second before none;kjjllnllllknlkkk=second before prose
jjnnkkmmkjhnjsok=second before short;kiloihrekjjijddk=second before tiny;jljjkmnlkmnjogjl=second before title
khgsmilimjhkfier=short word by;khlikngjrhgkhgil=short word credit;kfimjqgejhjjmfdk=short word photo
khkghggljkvkffof=short word related;kgkgpmggnikkdhmr=short word when;kijojiohkkijlihm=size 1;jklkkqlfkrjiaoki=size 10
jkikkjtikekjeqjj=size 11;kliklhwkkckkdmkk=size 12;goijhgmpkmnjcjpg=size 2;inmnlnhlmglmjhnm=size 3
lihmmknjjlnmjmln=size 4;jlinliknlhlllgim=size 5;mjhhihlkjjimpjjl=size 6;njlkmjjjkkilrgjg=size 7;lkojjpgmkpjplmjg=size 8
ikqhjnlclljjhpkg=size 9;mijnlflhknfimodi=size after 0;jjnhijpmlgnmjqhf=size after 1;mmkllokkllklpgjl=size after 2
jjjkillkjjimkmll=size after 3;jjmikflikqoolkmm=size after 4;lmlklmnmkliijkim=size after 5;mjjlknmmkjfjogmi=size after 6
pmjhklijkkljkkmm=size before 0;nlilifrlkmmlphli=size before 1;klinljkjjljmnnol=size before 2
mjljilmgkjjmknhi=size before 3;hknjmljikokolmlp=size before 4;hknmjkoqmiljlgjm=size before 5
lkjilpmmjmmhlggi=size before 6;kkkjnkmhiimjojjj=slope dated;lllkolmjjfkifkkq=slope dated ahead
jlmkknmljlkmojkj=slope prose;kkrkjhkjikkjlljk=slope prose ahead;illkkgnjilkopglh=slope prose behind
llmjlhnklolejhll=slope prose steady;jmhmkjjnnjljlhmq=slope short;hnekgjmcikhkoias=slope short ahead
lijejlgoiigjrifq=slope short behind;mikkjmlkkjikngjp=slope title;ijjninlimklillkj=slope title ahead
ojnljinemkhhknji=slope title behind;glknkmniojiijokj=slope title steady;jjkhleirkegkrbdq=starts digit
lkikkitpkcgikhmf=starts quote;hkglmcobjmilsija=starts small;nliomnhfjmmlqbjg=title case;kjjjmpgljoiomjkl=valley dated
lijlbmeninjnnklo=valley dated ahead;lkjkmoekinipliln=valley dated behind;klokklknkilnnnlk=valley prose
klokkokflklfklll=valley prose ahead;llillfngljlgkrkl=valley prose behind;llkllitklllkllml=valley prose steady
jkklljkmkmnkhiol=valley short;jghlinhkkpmkiikn=valley short ahead;kkokmhjokkljihok=valley short behind
likdkgfpljikljnp=valley short steady;jlhmjfjgjijjlhmo=valley tiny;ihgpigkikjhjkiln=valley tiny ahead
liljkknklkjlmjfn=valley tiny behind;gmiljkklkkkloijk=valley title;gijmimjnkknikdko=valley title ahead
hjhilnklkkkijmhl=valley title behind;kkkkkklolnjikejo=valley title steady;ijlqkjlhnnijogfp=word by
jhhiomfjtjgdhgjk=word credit;fimngahcjyggjiff=word note;gggliyfbkeihfogi=word photo;jikhghhjjhunolof=word related
jhigsgjdmkkgkomq=word when;hplkgipmkmqjgjqf=words 1;ljhoilijjjnjhglo=words 2;hnjnknkmnkgplfll=words 3
hmijpepoijgmdnlr=words 4;fghnlllpnlrcfmfm=words 5;jiglmjmgmhjpnlgi=words 6;njkjhfipjehopnjh=words 7
mkmjkooiknjlpljh=words 8;kkkijklkkmmlpoml=zone after;kkkkagiiimmonjkp=zone after dated
jkikkgkjjhjjnqji=zone after prose;kikdjinljlokklon=zone after short;kfkgjimhkkljjiop=zone after tiny
jkklllmkknjkoojj=zone after title;mikonhjmkmnmiikg=zone after1;ihkoidfghnoigjkh=zone after1 short
ljkcfjjplmdmjhki=zone after1 title;hihiknhknqplledg=zone after2;gjigfnhohjcnnfkn=zone after2 title
iihmfmkhlkinmnlh=zone after3;kjknkileiiiipfmk=zone after3 short;hjhiijiknfipmnhe=zone after3 title
mpnkjnlkjjhjjfmj=zone before;hghjnlmgkfheoijk=zone before dated;lfqhilhkjllhhgkl=zone before prose
epgmkmpmjifkgkpi=zone before short;iqhjkgqgkigkjlhf=zone before tiny;ojkkgjjhjilimeip=zone before title
idnoqkmikjijlkgi=zone before1;lljjpenilkljkkli=zone before1 dated;jcpooiinkjjkjkgk=zone before1 short
ijflmlmajkhkmkkk=zone before1 title;mlmoplnhjflgiggf=zone before2;iijipgnikijhkkli=zone before2 dated
omfomdjjkimjhhfg=zone before2 short;fdoolllkhfefkhkj=zone before2 title;pgjonpimikhiighg=zone before3
ggeokmmmjhjjjjgi=zone before3 short;pjnmnjkjjggjihli=zone before3 title;hjoiiknjkmlgjnkl=zone first
hjoiiknjkmlgjnkl=zone first prose;lklkkmpmkihnjjkj=zone in;klmlllpmljkokhkj=zone in prose
jikghpknjiijfilj=zone in short;jkijhlmmjgjhmjkh=zone in title;kkjkkgnknnjnikll=zone last
kkjkkgnknnjnikll=zone last prose
]]

return {
  name = "text",
  input = "text",
  divide = function(page)
    local lines, after = read_lines(page)
    local list = claims_of(lines, decode(traits_of(lines), read_weights(WEIGHTS)))
    add_after(list, page, after)
    return list
  end,
}
