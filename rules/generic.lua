-- The generic rule: reads a page that no other rule knows. It decides by features of
-- blocks (core/block_features.h lists the columns) and of the boxes they stand in,
-- holds what metadata says against the text, and claims story, boxes of teasers and
-- comments. What it leaves is chrome.

-- Bits of the tag and hint columns (core/block_hints.h).
local P, HEADING, ITEM, LIST, ARTICLE = 1, 2, 4, 8, 16
local MAIN, ASIDE, NAV, HEADER, FOOTER = 64, 128, 256, 512, 1024
local FIGURE, CAPTION, FORM, BUTTON, TABLE, CELL = 2048, 4096, 8192, 16384, 32768, 65536
local QUOTE, PRE, LINK, TIME, STRONG = 1 << 17, 1 << 18, 1 << 19, 1 << 20, 1 << 21
local ADDRESS, DIALOG_TAG, H1 = 1 << 23, 1 << 25, 1 << 27

local H_BYLINE, H_DATE, H_CAPTION, H_RELATED, H_SHARE = 1, 2, 4, 8, 16
local H_NAV, H_PROMO, H_COMMENT, H_TAGS, H_TITLE, H_DEK = 32, 64, 128, 256, 512, 1024
local H_KICKER, H_TEASER, H_BODY, H_SIDE, H_FOOT = 2048, 4096, 8192, 16384, 32768
local H_HEAD, H_POPULAR, H_MEDIA, H_BIO, H_DIALOG = 1 << 16, 1 << 17, 1 << 18, 1 << 19, 1 << 20
local H_EMBED, H_NOTE, H_FORM, H_QUOTE, H_WIDGET = 1 << 21, 1 << 22, 1 << 23, 1 << 24, 1 << 25
local H_PAGER, H_LIVE, H_COUNT, H_LIST, H_AD, H_STORY = 1 << 26, 1 << 27, 1 << 28, 1 << 29, 1 << 30, 1 << 31

-- What takes a box inside the story's container out of the running text.
local OUT_TAGS = ASIDE | NAV | FOOTER | FORM | BUTTON | CAPTION | DIALOG_TAG
local OUT_HINTS = H_RELATED | H_SHARE | H_PROMO | H_AD | H_COMMENT | H_TAGS | H_BIO | H_POPULAR | H_DIALOG
  | H_FORM | H_PAGER | H_NAV | H_BYLINE | H_CAPTION
-- What makes text elsewhere on the page unlikely to be the story.
local WEAK_HINTS = OUT_HINTS | H_SIDE | H_FOOT | H_WIDGET

local function words_of(text)
  local set = {}
  for word in text:gmatch("%S+") do set[word] = true end
  return set
end

local MONTHS = {}
for number, names in ipairs {
  "january jan januar jän jänner janvier janv enero ene gennaio gen janeiro januari stycznia tammikuuta ocak января leden",
  "february feb februar febr février févr febrero febbraio fevereiro fev februari lutego helmikuuta şubat февраля",
  "march mar märz mrz mars marzo março maart marts marca maaliskuuta mart марта",
  "april apr avril avr abril abr aprile kwietnia huhtikuuta nisan апреля",
  "may mai mayo maggio mag maio mei maj maja toukokuuta mayıs мая",
  "june jun juni juin junio giugno giu junho czerwca kesäkuuta haziran июня",
  "july jul juli juillet juil julio luglio lug julho lipca heinäkuuta temmuz июля",
  "august aug août agosto ago augustus augusti sierpnia elokuuta ağustos августа",
  "september sep sept septembre septiembre settembre set setembro września syyskuuta eylül сентября",
  "october oct oktober okt octobre octubre ottobre ott outubro out października lokakuuta ekim октября",
  "november nov novembre noviembre novembro listopada marraskuuta kasım ноября",
  "december dec dezember dez décembre déc diciembre dic dicembre dezembro grudnia joulukuuta desember des aralık декабря",
} do
  for name in names:gmatch("%S+") do MONTHS[name] = MONTHS[name] or number end
end
local DAY_WORDS = words_of [[monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri
  sat sun montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi
  dimanche lunes martes miércoles jueves viernes sábado domingo am pm a.m. p.m. a.m p.m uhr gmt utc est edt cst cdt
  mst mdt pst pdt et pt ist bst cet cest aest ago hour hours hrs minute minutes min mins day days week weeks month
  months year years vor stunden stunde minuten tagen tag hace horas heures heure ore uur today yesterday heute
  gestern read publicado actualizado publié mis à jour le del de à um at on o klo kl h den the th st nd rd]]
local DATE_LABELS = words_of [[published updated posted last modified first publish update date on issued created
  publicado actualizado publicada publié modifié mis jour stand aktualisiert veröffentlicht erstellt geändert
  pubblicato aggiornato aangepast gepubliceerd publicerad uppdaterad oppdatert publisert opdateret julkaistu
  päivitetty original originally reading lesezeit lesedauer time]]
local BY_WORDS = words_of "by By BY von par por di door af av text written reporter автор yazan od przez autor tekst foto"

local divide_page

-- ---------------------------------------------------------------- small helpers

local function lower_words(text)
  local list = {}
  for word in text:lower():gmatch("[%w\128-\255]+") do list[#list + 1] = word end
  return list
end

local function normal(text)
  return (text:lower():gsub("[^%w\128-\255]+", ""))
end

-- The F1 of two lists of words taken as bags.
local function likeness(a, b)
  if #a == 0 or #b == 0 then return 0 end
  local count, hit = {}, 0
  for _, word in ipairs(a) do count[word] = (count[word] or 0) + 1 end
  for _, word in ipairs(b) do
    if (count[word] or 0) > 0 then
      count[word] = count[word] - 1
      hit = hit + 1
    end
  end
  return 2 * hit / (#a + #b)
end

local function text_of(s, i)
  local text = s.texts[i]
  if not text then
    local start, stop = s.page:block(i)
    text = s.page:read(start, stop)
    s.texts[i] = text
  end
  return text
end

-- Sums of a block column up to each block: sums[last] - sums[first - 1].
local function running_sum(column)
  local sums, total = { [0] = 0 }, 0
  for i = 1, #column do
    total = total + column[i]
    sums[i] = total
  end
  return sums
end

local function sum_in(s, sums, box)
  return sums[s.f.box_last[box]] - sums[s.f.box_first[box] - 1]
end

-- ---------------------------------------------------------------- how much a block reads like text

-- The tags of a block, and where a br cut it out of a paragraph, those of the paragraph.
local function tags_of(f, i)
  local tags, box = f.own_tags[i], f.box[i]
  if tags == 0 and box > 0 then tags = f.box_tags[box] & (P | ITEM | CELL | QUOTE | PRE) end
  return tags
end

local function base_weight(f, i)
  local chars = f.chars[i] - 1.6 * f.link_chars[i]
  if chars <= 0 or f.level[i] > 0 then return 0 end
  local tags = tags_of(f, i)
  if tags & (BUTTON | CAPTION) ~= 0 or f.context_tags[i] & (NAV | BUTTON | CAPTION | DIALOG_TAG) ~= 0 then return 0 end
  if f.hidden[i] == 1 then chars = chars * (tags & P ~= 0 and 0.3 or 0) end
  local words = f.words[i]
  if f.terminal[i] == 0 then chars = chars * (words >= 20 and 0.7 or words >= 8 and 0.3 or 0.08) end
  if f.sentences[i] == 0 and f.commas[i] == 0 then chars = chars * 0.4 end
  if words < 6 then chars = chars * 0.3 end
  if tags & P ~= 0 then chars = chars * 1.3 elseif tags & (ITEM | CELL) ~= 0 then chars = chars * 0.6 end
  return chars
end

-- The tags and hints of the boxes around each box, less those of boxes that hold
-- most of the page's text: a name on the body says nothing of a paragraph.
local function narrow_contexts(s)
  local f, base = s.f, running_sum(s.base)
  for i = 1, s.count do
    if f.level[i] == 1 then
      s.first_h1 = i
      break
    end
  end
  local total = math.max(1, base[#s.base])
  s.around_tags, s.around_hints, s.small_tags, s.small_hints = {}, {}, {}, {}
  for box = 1, #f.box_row do
    local small = sum_in(s, base, box) < 0.4 * total
    local parent = f.box_parent[box]
    s.small_tags[box] = small and f.box_tags[box] or f.box_tags[box] & NAV
    local late = s.first_h1 and f.box_first[box] > s.first_h1
    s.small_hints[box] = small and f.box_hints[box] or late and f.box_hints[box] & H_COMMENT or 0
    s.around_tags[box] = (s.around_tags[parent] or 0) | s.small_tags[box]
    s.around_hints[box] = (s.around_hints[parent] or 0) | s.small_hints[box]
  end
end

local function text_weight(s, i)
  local weight, box = s.base[i], s.f.box[i]
  if weight == 0 or box == 0 then return weight end
  local tags, hints = s.around_tags[box], s.around_hints[box]
  if tags & (FOOTER | ASIDE | FORM) ~= 0 then weight = weight * 0.25 end
  if hints & (H_COMMENT | H_DIALOG | H_AD) ~= 0 then weight = weight * 0.15
  elseif hints & WEAK_HINTS ~= 0 then weight = weight * 0.35 end
  return weight
end

-- ---------------------------------------------------------------- the headline

local function headline_witnesses(context)
  local list = {}
  for _, one in ipairs(context.witnesses and context.witnesses.headline or {}) do
    if #list < 8 then list[#list + 1] = { words = lower_words(one.value), key = normal(one.value), from = one.from } end
  end
  return list
end

-- How well a block's text fits what metadata says is the headline: 0 to 1.
local function witness_fit(s, i)
  local text, best = text_of(s, i), 0
  local key, words = normal(text), nil
  for _, one in ipairs(s.witnesses) do
    local fit = 0
    if key ~= "" and key == one.key then fit = 1
    elseif #key >= 12 and one.key:sub(1, #key) == key then fit = 0.97
    else
      words = words or lower_words(text)
      fit = likeness(words, one.words) * 0.95
    end
    if fit > best then best = fit end
  end
  return best
end

local function headline_score(s, i)
  local f = s.f
  local tags, hints = f.own_tags[i] | f.inside_tags[i], f.own_hints[i]
  local level, titled = f.level[i], hints & H_TITLE ~= 0
  if f.words[i] > 60 or f.chars[i] < 4 or (level == 0 and not titled and f.words[i] < 3) then return 0 end
  local fit = witness_fit(s, i)
  local score = fit * fit * 6
  if fit < 0.5 and level == 0 then return 0 end
  if level == 1 then score = score + 2.5 elseif level == 2 then score = score + 1 elseif level > 2 then score = score + 0.3 end
  if titled then score = score + 0.7 end
  if f.link_chars[i] > 0.6 * f.chars[i] then score = score - 1.5 end
  if f.hidden[i] == 1 then score = score - 3 end
  local box = f.box[i]
  if tags & (BUTTON | NAV) ~= 0 or s.around_tags[box] & (NAV | ASIDE | FOOTER | FORM) ~= 0 then score = score - 3 end
  if s.around_hints[box] & (H_RELATED | H_POPULAR | H_COMMENT | H_SIDE | H_DIALOG | H_SHARE) ~= 0 then score = score - 1.5 end
  if f.words[i] < 3 then score = score - 1 end
  return score
end

local function find_headline(s)
  local f, best, top = s.f, nil, 2.2
  for i = 1, s.count do
    local named = f.level[i] > 0 or f.own_hints[i] & H_TITLE ~= 0
    if named or (f.words[i] <= 40 and f.words[i] >= 4 and s.around_tags[f.box[i]] & NAV == 0) then
      local score = headline_score(s, i) - 0.4 * i / s.count
      if score > top then best, top = i, score end
    end
  end
  return best
end

-- ---------------------------------------------------------------- the container of the running text

-- Weight that stands directly in each box: in blocks whose own box is its child.
local function direct_weights(s)
  local f, direct = s.f, {}
  for box = 1, #f.box_row do direct[box] = 0 end
  for i = 1, s.count do
    local box = f.box[i]
    if box > 0 and f.box_first[box] == f.box_last[box] and f.box_parent[box] > 0 then box = f.box_parent[box] end
    if box > 0 then
      direct[box] = direct[box] + s.weight[i]
      local parent = f.box_parent[box]
      if parent > 0 then direct[parent] = direct[parent] + 0.45 * s.weight[i] end
    end
  end
  return direct
end

local function best_box(s)
  local f, best, top = s.f, nil, 0
  local direct = direct_weights(s)
  for box = 1, #f.box_row do
    local score = direct[box]
    if f.box_hints[box] & (H_BODY | H_STORY) ~= 0 then score = score * 1.15 end
    if f.box_tags[box] & (ARTICLE | MAIN) ~= 0 then score = score * 1.1 end
    if s.headline and f.box_last[box] < s.headline then score = score * 0.5 end
    if s.lead and f.box_first[box] <= s.lead and f.box_last[box] >= s.lead then score = score * 2 end
    if score > top then best, top = box, score end
  end
  return best
end

-- A paragraph that begins as the page's description does.
local function find_lead(s)
  for i = s.headline or 1, s.count do
    if s.weight[i] >= 60 then
      local text = normal(text_of(s, i))
      for _, one in ipairs(s.deks) do
        if #one >= 60 and text:sub(1, 60) == one:sub(1, 60) then return i end
      end
    end
  end
end

-- How much more text a box must have than the one inside it to take its place.
local function needed_share(s, box, parent)
  local f = s.f
  if f.box_tags[box] & ARTICLE ~= 0 then return 0.6 end
  if s.headline and f.box_first[box] <= s.headline and f.box_last[box] >= s.headline then return 0.35 end
  return f.box_tags[parent] & (ARTICLE | MAIN) ~= 0 and 0.1 or 0.18
end

-- Climbs from the best box while what is around it is more of the same text, also over
-- boxes that add nothing themselves.
local function climb(s, box)
  local f, parent, steps = s.f, s.f.box_parent[box], 0
  while parent > 0 and steps < 5 do
    local own, all = sum_in(s, s.weights, box), sum_in(s, s.weights, parent)
    local needed = math.max(needed_share(s, box, parent), steps > 0 and 0.7 or 0)
    local linked = sum_in(s, s.linked, parent) - sum_in(s, s.linked, box)
    if all - own >= needed * own and linked < 3 then box, steps = parent, 0 else steps = steps + 1 end
    parent = f.box_parent[parent]
  end
  return box
end

-- A container that begins with the headline may be one of several columns of the
-- same article: it is widened to the box that has little else.
local function find_container(s)
  s.lead = find_lead(s)
  local box = best_box(s)
  if not box or sum_in(s, s.weights, box) < 80 then return nil end
  return climb(s, box)
end

-- ---------------------------------------------------------------- running text and what stands in it

-- Whether a box below the container is something else than running text.
local function is_foreign(s, box)
  local f = s.f
  local share = sum_in(s, s.weights_all, box) / s.container_weight
  if s.small_hints[box] & H_COMMENT ~= 0 and share < 0.8 then return true end
  if share > 0.5 or f.box_hints[box] & H_EMBED ~= 0 and f.box_hints[box] & (H_RELATED | H_AD | H_PROMO) == 0 then return false end
  if f.box_tags[box] & OUT_TAGS ~= 0 then return true end
  local hints = f.box_hints[box]
  if hints & H_BODY ~= 0 and share > 0.2 then return false end
  return hints & OUT_HINTS ~= 0 and (share < 0.25 or hints & (H_COMMENT | H_RELATED | H_AD) ~= 0)
end

-- For each box inside the container: the topmost foreign box around it, or false.
local function mark_foreign(s)
  local f = s.f
  local foreign = {}
  for box = s.container + 1, #f.box_row do
    if f.box_first[box] > f.box_last[s.container] then break end
    local parent = f.box_parent[box]
    foreign[box] = foreign[parent] or (is_foreign(s, box) and box) or false
  end
  s.foreign = foreign
end

local function is_linkish(s, i, share)
  return s.f.link_chars[i] >= (share or 0.8) * s.f.chars[i]
end

local TAIL = {
  "^copyright", "^©", "all rights reserved", "^follow us", "^follow ", "^subscribe", "^sign up", "newsletter", "^download ",
  "^read more", "^read also", "^also read", "^related:", "^see also", "^click here", "^share this", "^like us", "^join us",
  "^contact us", "^advertisement", "^support ", "^for more ", "^more:", "^mehr zum thema", "^lesen sie auch", "^lire aussi",
  "^leggi anche", "^lee también", "^photo:", "^image:", "^tags:", "^topics:", "^filed under", "^comments", "^send tips",
}
local CREDITS = {
  "^with files from", "^reporting by", "^additional reporting", "^%(?reporting by", "^editing by", "^with reporting",
  "^contributed to this", "contributed to this report", "contributed reporting", "^—? ?with assistance", "^source:", "^quelle:",
  "^%(?with inputs from", "^with additional", "^the associated press", "^agence france%-presse",
}
local NOTES = {
  "^correction", "^clarification", "^editor'?’?s'? note", "^this story has been", "^this article has been", "^this story was",
  "^this article was", "^an earlier version", "is a staff writer", "is a reporter", "is the author of", "is a freelance",
  "can be reached at", "^e?%-?mail .*@", "^%u?[%w%s%.'’-]+ is an? [^.]* at ", "^%u?[%w%s%.'’-]+ is an? [^.]* for ", "^this post has been", "^disclosure", "^note:", "^update:", "^contact .*@", "^%*", "is a journalist",
  "is a correspondent", "is a contributing", "is an editor", "follow h[ei][rm] on", "@[%w]+%.[%w]+$",
}

-- Notes wherever they stand.
local SURE_NOTES = {
  "^correction[:s ]", "^clarification[: ]", "^%(?editor'?’?s'? note", "^this story has been updated", "^this article has been updated",
  "^this story was updated", "^this article was updated", "^an earlier version of", "^this post has been updated", "^this article was amended",
}
-- Words of picture credits.
local PHOTO = {
  "getty images", "^photo", "photo:", "photo by", "image:", "^image ", "picture:", "foto:", "fotos?:", "bild:", "credit:", "^©", "/ ?ap%)?$", "/ ?afp",
  "/ ?reuters", "%(reuters", "%(ap", "^reuters$", "^ap$", "^afp$", "shutterstock", "^courtesy", "epa%-efe", "%(file", "file photo", "^via ",
  "picture alliance", "ap photo", "screenshot", "pixabay", "unsplash", "istock",
}
local AGENCIES = {
  "^reuters$", "^the associated press$", "^associated press$", "^ap$", "^afp$", "^dpa$", "^efe$", "^ansa$", "^staff", "staff$", "newsroom$", "^redaktion",
  "^bloomberg$", "^pti$", "^ians$", "^ani$", "^agenc", "^agentur", "^redacción", "^redazione", " staff writer$", "^europa press$", "^ntb$", "^tt$", "^apa$",
}

local function matches(text, patterns)
  for _, pattern in ipairs(patterns) do
    if text:find(pattern) then return true end
  end
  return false
end

-- How a line begins that points to another piece.
local POINTERS = {
  "^read more", "^read also", "^also read", "^read next", "^read:", "^related", "^see also", "^see more", "^more:", "^more on", "^watch",
  "^listen", "^also:", "^mehr zum", "^lesen sie", "^lesen sie auch", "^lies auch", "^auch interessant", "^lire aussi", "^à lire", "^leggi anche",
  "^leggi", "^lee también", "^lea también", "^leia", "^les også", "^les mer", "^läs mer", "^läs också", "^læs også", "^lue myös", "^lees ook",
  "^czytaj", "^baca juga", "^don't miss", "^click here", "^opinion:", "^explained", "^read the", "^xem thêm", "^читайте также",
}
-- What no teaser says.
local BOILERPLATE = {
  "subscribe", "newsletter", "privacy", "terms of", "terms & ", "all rights", "©", "®", "cookie", "sign up", "sign in", "log in",
  "follow us", "advertis", "contact us", "abonn", "impressum", "datenschutz", "suscr", "mentions légales", "download the", "preferred source",
  "licensing", "register", "your account", "submit a ", "send us", "download our", "copyright", "user agreement", "reprint", "all rights reserved",
}

-- The box a block stands in beside others.
local function parent_box(f, i)
  local box = f.box[i]
  if box > 0 and f.box_first[box] == f.box_last[box] then return f.box_parent[box] end
  return box
end

-- A hidden paragraph among paragraphs that are shown: held back by a paywall or a script.
local function is_held_back(s, i)
  local f = s.f
  if f.own_tags[i] & P == 0 or f.words[i] < 6 or f.terminal[i] == 0 then return false end
  local box = parent_box(f, i)
  return (s.shown[box] or 0) + (s.shown[f.box_parent[box]] or 0) >= 100
end

local function looks_running(s, i)
  local f = s.f
  if f.hidden[i] == 1 and not is_held_back(s, i) then return false end
  local tags, words = tags_of(f, i), f.words[i]
  if is_linkish(s, i) and not (words >= 12 and f.terminal[i] == 1) then return false end
  if f.links[i] == 1 and is_linkish(s, i, 0.4) and words < 40 and matches(text_of(s, i):lower(), POINTERS) then return false end
  if tags & P ~= 0 then return words >= 2 or f.terminal[i] == 1 end
  if tags & (ITEM | QUOTE | CELL | PRE) ~= 0 or f.context_tags[i] & (ITEM | QUOTE | TABLE) ~= 0 then return true end
  return f.terminal[i] == 1 and words >= 3 or words >= 8
end

local function is_crosshead(s, i)
  local f = s.f
  if f.hidden[i] == 1 or f.words[i] > 25 or is_linkish(s, i) then return false end
  if f.own_hints[i] & (H_RELATED | H_POPULAR | H_COMMENT | H_SHARE | H_AD) ~= 0 then return false end
  if f.level[i] > 0 then return true end
  return f.strong_chars[i] >= 0.95 * f.chars[i] and f.terminal[i] == 0 and f.words[i] <= 14 and f.chars[i] >= 4
end

local function role_in_text(s, i)
  local f = s.f
  local around = s.around_tags[f.box[i]] | f.own_tags[i]
  if around & QUOTE ~= 0 then return "blockquote" end
  if around & TABLE ~= 0 then return "table" end
  if around & PRE ~= 0 then return "preformatted" end
  if around & ITEM ~= 0 then return "list_item" end
  return "paragraph"
end

-- The weight of text that is shown, by the box it stands in.
local function count_shown(s)
  local f, shown = s.f, {}
  for i = f.box_first[s.container], f.box_last[s.container] do
    local box = parent_box(f, i)
    if f.hidden[i] == 0 then shown[box] = (shown[box] or 0) + s.weight[i] end
  end
  s.shown = shown
end

local function is_caption(s, i)
  local f = s.f
  local tags = f.own_tags[i] | f.context_tags[i]
  if tags & (CAPTION | FIGURE) ~= 0 and s.around_tags[f.box[i]] & (FIGURE | CAPTION) ~= 0 then return true end
  local hints = f.own_hints[i] | (s.near_hints[f.box[i]] or 0)
  return hints & H_CAPTION ~= 0 and hints & (H_BYLINE | H_DATE | H_FOOT) == 0 and f.words[i] <= 90
end

local function is_embedded(s, i)
  local f, box = s.f, s.f.box[i]
  return s.around_hints[box] & H_EMBED ~= 0 and s.around_tags[box] & (FIGURE | CAPTION | NAV) == 0
    and (s.around_tags[box] & QUOTE ~= 0 or (f.own_hints[i] | s.around_hints[box]) & (H_CAPTION | H_MEDIA) == 0) and not is_linkish(s, i, 0.7)
end

-- First pass: the blocks of the container that read like running text.
local function mark_running(s)
  local f, role = s.f, s.role
  count_shown(s)
  local from = f.box_first[s.container]
  if s.headline and s.headline >= from and s.headline < f.box_last[s.container] then from = s.headline + 1 end
  for i = from, f.box_last[s.container] do
    local foreign = s.foreign[f.box[i]]
    if not foreign and not role[i] then
      local low = f.words[i] <= 60 and text_of(s, i):lower() or ""
      if f.hidden[i] == 0 and f.words[i] >= 2 and is_embedded(s, i) then role[i] = "embed"
      elseif is_caption(s, i) and not is_linkish(s, i) and f.hidden[i] == 0 then role[i] = "caption"
      elseif matches(low, SURE_NOTES) then role[i] = "note"
      elseif f.images[i] > 0 and f.words[i] <= 50 and f.own_tags[i] & P == 0 and f.hidden[i] == 0 and matches(low, PHOTO) then role[i] = "caption"
      elseif f.words[i] <= 12 and f.hidden[i] == 0 and matches(low, PHOTO) then role[i] = "caption"
      elseif is_crosshead(s, i) then role[i] = "crosshead"
      elseif looks_running(s, i) then role[i] = role_in_text(s, i) end
    end
  end
end

local function is_text_role(role)
  return role == "paragraph" or role == "list_item" or role == "table" or role == "blockquote" or role == "preformatted"
end

-- Paragraphs, the blocks that decide where the running text begins and ends.
local function is_anchor(s, i)
  return s.role[i] == "paragraph" and s.weight[i] >= 30
end

local function drop(s, i)
  s.role[i] = nil
end

-- Cuts what stands behind the last paragraph and is no text, and crossheads that head nothing.
local function trim_tail(s)
  local f, role = s.f, s.role
  local first, last = f.box_first[s.container], f.box_last[s.container]
  for i = last, first, -1 do
    if role[i] and role[i] ~= "headline" then
      local text = text_of(s, i):lower()
      local short = f.words[i] <= 45
      if role[i] == "crosshead" then drop(s, i)
      elseif short and matches(text, CREDITS) then role[i] = "credit"
      elseif short and matches(text, NOTES) then role[i] = "note"
      elseif short and matches(text, TAIL) then drop(s, i)
      elseif is_text_role(role[i]) or role[i] == "embed" then return end
    end
  end
end

-- Whether running text follows a crosshead, no list of links.
local function heads_text(s, i)
  local f = s.f
  for j = i + 1, math.min(i + 6, f.box_last[s.container]) do
    if s.role[j] == "crosshead" and f.level[j] <= f.level[i] then return false end
    if s.role[j] and s.role[j] ~= "caption" and s.role[j] ~= "crosshead" then return true end
    if f.hidden[j] == 0 and not s.role[j] and f.links[j] > 0 and is_linkish(s, j) and f.words[j] >= 2 then return false end
  end
  return false
end

-- Crossheads that head no text are headings of something else.
local function check_crossheads(s)
  for i = s.f.box_last[s.container], s.f.box_first[s.container], -1 do
    if s.role[i] == "crosshead" and not heads_text(s, i) then drop(s, i) end
  end
end

-- ---------------------------------------------------------------- bylines, dates, deks

local function word_kind(word)
  local bare = word:gsub("^[%p]+", ""):gsub("[%p]+$", "")
  local low = bare:lower()
  if bare == "" then return "mark" end
  if bare:find("^%d") then return "number" end
  if MONTHS[low] or MONTHS[bare] then return "month" end
  if DAY_WORDS[low] then return "day" end
  if DATE_LABELS[low] then return "label" end
  return "other"
end

local function flush(runs, run)
  if run and run.stop then runs[#runs + 1] = run end
end

-- Cuts a line into runs of date words and other words: { date =, start =, stop = } by bytes.
local function runs_of(text)
  local runs, run = {}, nil
  for start, word, stop in text:gmatch("()(%S+)()") do
    local kind = word_kind(word)
    if kind ~= "mark" then
      local date = kind ~= "other"
      if not run or run.date ~= date then
        flush(runs, run)
        run = { date = date, start = start, strong = false, words = 0 }
      end
      run.stop, run.words = stop - 1, run.words + 1
      if kind == "number" or kind == "month" then run.numbers = (run.numbers or 0) + 1 end
    end
  end
  flush(runs, run)
  return runs
end

local function has_date(text)
  return text:find("%d%d%d%d") and (text:find("%d+[/.-]%d+") or text:find("%a%a%a")) or text:find("%d%d?:%d%d")
    or text:find("%d%d?[/.]%d%d?[/.]%d%d") or text:find("%d+ %a+ ago") or text:find("%d+年") or text:find("%d+ %a+ read")
    or text:find("%d+%-min") or text:find("%d+%.? %a%a%a")
end

-- Whether a short line is a date: most of its words are words of dates.
local function is_date_line(text)
  if #text > 160 or not has_date(text) then return false end
  local date, other = 0, 0
  for _, run in ipairs(runs_of(text)) do
    if run.date then date = date + run.words else other = other + run.words end
  end
  return date >= 2 * other and date > 0
end

local function starts_with_by(text)
  local first = text:match("^%s*(%S+)%s+%S")
  if not first then return false end
  first = first:gsub(":$", "")
  return BY_WORDS[first] or BY_WORDS[first:lower()] or false
end

local function names_author(s, text)
  for _, one in ipairs(s.authors) do
    if #one.value >= 5 and #text <= 2 * #one.value + 40 and text:find(one.value, 1, true) then return true end
  end
  return false
end

local NO_BYLINE = { "^view", "^search", "^more ", "^all ", "^see ", "^follow", "^share", "comment", "^mehr ", "^alle ", "^contact", "^subscribe", "^sign", "^save", "^listen",
  "^author$", "^authors$", "^published", "^updated", "^copy" }

local function is_byline(s, i)
  local f, text = s.f, text_of(s, i)
  if f.words[i] > 30 or f.level[i] > 0 and f.level[i] < 4 then return false end
  local hints = f.own_hints[i] | f.inside_hints[i]
  if f.box[i] > 0 then hints = hints | (s.near_hints[f.box[i]] or 0) end
  if matches(text:lower(), NO_BYLINE) then return false end
  if names_author(s, text) or matches(text:lower(), AGENCIES) then return true end
  if f.words[i] == 1 and BY_WORDS[text:lower():gsub(":$", "")] then return true end
  if f.words[i] <= 18 and starts_with_by(text) and f.terminal[i] == 0 then return true end
  if hints & H_BYLINE == 0 or f.words[i] > 10 or f.level[i] > 0 then return false end
  if f.words[i] <= 2 and f.own_hints[i] & (H_KICKER | H_TAGS | H_COUNT) ~= 0 and f.own_hints[i] & H_BYLINE == 0 then return false end
  return f.digits[i] < 4 and not (hints & (H_SHARE | H_COMMENT) ~= 0 and not starts_with_by(text)) and f.terminal[i] == 0
end

local function is_date(s, i)
  local f = s.f
  if f.words[i] > 24 or f.level[i] == 1 then return false end
  local text = text_of(s, i)
  local hints = f.own_hints[i] | f.inside_hints[i]
  if f.time[i] > 0 or hints & H_DATE ~= 0 then return f.digits[i] > 0 and has_date(text) and true or false end
  return is_date_line(text)
end

-- Hints of the boxes close around a block: those of few blocks.
local function mark_near(s)
  local f, near = s.f, {}
  for box = 1, #f.box_row do
    local parent = f.box_parent[box]
    local few = f.box_last[box] - f.box_first[box] < 6
    near[box] = few and f.box_hints[box] | (near[parent] or 0) or 0
  end
  s.near_hints = near
end

local function is_dek(s, i)
  local f = s.f
  if f.words[i] < 4 or f.words[i] > 90 or is_linkish(s, i, 0.6) or f.hidden[i] == 1 then return false end
  local hints = f.own_hints[i] | (s.near_hints[f.box[i]] or 0)
  local text = normal(text_of(s, i))
  for _, one in ipairs(s.deks) do
    if text == one and hints & H_BODY == 0 then return true end
  end
  return hints & H_DEK ~= 0 and hints & H_CAPTION == 0 or f.level[i] == 2 and i == s.headline + 1
end

-- The first and last block of running text.
local function text_bounds(s)
  local first, last
  for i = 1, s.count do
    if is_text_role(s.role[i]) then
      first = first or i
      last = i
    end
  end
  return first, last
end

local function excluded(s, i)
  local box = s.f.box[i]
  if s.f.hidden[i] == 1 or box == 0 then return true end
  return s.around_tags[box] & (NAV | FOOTER | FORM | BUTTON | DIALOG_TAG) ~= 0
    or (s.around_hints[box] | s.f.own_hints[i]) & (H_RELATED | H_COMMENT | H_POPULAR | H_AD | H_DIALOG | H_NAV) ~= 0
end

local DATE_STARTS = { "^published", "^updated", "^first published", "^last updated", "^posted", "^publi", "^aktualisiert", "^veröffentlicht", "^stand" }

local function common_box(s, a, b)
  local f = s.f
  local box = f.box[a]
  while box > 0 and f.box_last[box] < b do box = f.box_parent[box] end
  return box
end

local function is_kicker(s, i)
  local f = s.f
  if i >= s.headline or i < s.headline - 2 or f.words[i] > 4 or f.digits[i] > 2 then return false end
  local box = common_box(s, i, s.headline)
  if box == 0 or f.box_last[box] - f.box_first[box] > 30 then return false end
  local hints = f.own_hints[i] | f.inside_hints[i] | (s.near_hints[f.box[i]] or 0)
  if hints & (H_SHARE | H_PROMO | H_DATE | H_BYLINE) ~= 0 then return false end
  return hints & H_KICKER ~= 0 or f.links[i] == 1 and i == s.headline - 1
end

-- A text between headline and running text is a dek, whatever it is called.
local function is_head_text(s, i)
  local f = s.f
  return f.words[i] >= 5 and f.words[i] <= 60 and f.link_chars[i] == 0 and (f.terminal[i] == 1 or f.words[i] >= 8)
    and (f.own_hints[i] | (s.near_hints[f.box[i]] or 0)) & OUT_HINTS == 0 and not matches(text_of(s, i):lower(), PHOTO)
    and not matches(text_of(s, i):lower(), BOILERPLATE)
end

-- What stands between the headline and the running text, or close above the headline.
local function label_head(s)
  local f, role = s.f, s.role
  local first = s.first or s.headline
  local from = math.max(1, s.headline - 8)
  for i = from, math.max(first - 1, math.min(s.count, s.headline + 6)) do
    if not role[i] and not excluded(s, i) then
      if is_caption(s, i) then role[i] = "caption"
      elseif is_date(s, i) then role[i] = "published"
      elseif is_byline(s, i) then role[i] = "byline"
      elseif i > s.headline and i < first and (is_dek(s, i) or i <= s.headline + 3 and is_head_text(s, i)) then role[i] = "dek"
      elseif is_kicker(s, i) then role[i] = "kicker" end
    end
  end
end

-- The texts above a byline or date that stands under the headline: a dek.
local function lift_dek(s)
  local role, from, words, line = s.role, s.headline + 1, 0, nil
  for i = from, math.min(s.last, from + 7) do
    if role[i] == "byline" or role[i] == "published" then line = line or i end
  end
  if not line then return end
  for i = from, line - 1 do
    if is_text_role(role[i]) or role[i] == "crosshead" then words = words + s.f.words[i] end
  end
  if words == 0 or words > 90 then return end
  for i = from, line - 1 do
    if is_text_role(role[i]) or role[i] == "crosshead" then role[i] = "dek" end
  end
end

-- "Jane Doe is …", "About Jane Doe".
local function begins_with_author(s, text)
  for _, one in ipairs(s.authors) do
    local at = #one.value >= 5 and text:find(one.value, 1, true)
    if at and at <= 10 then return true end
  end
  return false
end

local SOURCES = { "^sources?:?$", "^references:?$", "^quellen?:?$", "^fuentes?:?$", "^notes:?$", "^footnotes:?$", "^our sources:?$", "^literatur:?$" }

-- A list of sources behind the story, with its heading.
local function label_sources(s)
  local f, role = s.f, s.role
  for i = math.min(s.count, s.last + 12), math.max(s.first, s.last - 40), -1 do
    if not excluded(s, i) and (f.level[i] > 0 or f.words[i] <= 2) and matches(text_of(s, i):lower(), SOURCES) then
      for j = i, math.min(s.count, i + 25) do
        if j > i and f.level[j] > 0 and f.level[j] <= math.max(1, f.level[i]) then break end
        if not s.foreign[f.box[j]] or role[j] then role[j] = "note" end
      end
      s.last = math.min(s.last, i - 1)
      return
    end
  end
end

-- Who wrote it and what is to be noted, below the running text.
local function label_foot(s)
  local f, role = s.f, s.role
  for i = s.last + 1, math.min(s.count, s.last + 20) do
    if not role[i] and not excluded(s, i) and f.level[i] == 0 then
      local hints = f.own_hints[i] | (s.near_hints[f.box[i]] or 0)
      local text = text_of(s, i):lower()
      if f.words[i] >= 8 and f.terminal[i] == 1 and not is_linkish(s, i, 0.5)
        and (hints & (H_BIO | H_BYLINE) ~= 0 or matches(text, NOTES) or begins_with_author(s, text_of(s, i))) and not matches(text, BOILERPLATE) then role[i] = "bio"
      elseif f.words[i] <= 30 and matches(text, CREDITS) then role[i] = "credit"
      elseif is_date(s, i) and matches(text, DATE_STARTS) then role[i] = "published"
      elseif hints & H_BYLINE ~= 0 and names_author(s, text_of(s, i)) then role[i] = "byline" end
    end
  end
end

-- Whether the first text stands apart from the paragraphs behind it.
local function stands_apart(s, i)
  local f, mine = s.f, parent_box(s.f, i)
  local same = 0
  for j = i + 1, math.min(s.last, i + 8) do
    if s.role[j] == "paragraph" and parent_box(f, j) == mine then same = same + 1 end
  end
  return same == 0
end

-- Whether the first text of the story is its dek: named so, set in bold, or apart from
-- the paragraphs and the page's own description.
local function is_lead_dek(s, i)
  local f = s.f
  if not s.headline or i < s.headline or f.words[i] > 90 or f.words[i] < 4 or i > s.last - 2 then return false end
  local hints = f.own_hints[i] | (s.near_hints[f.box[i]] or 0)
  if hints & (H_CAPTION | H_EMBED) == 0 and hints & H_DEK ~= 0 then return true end
  local strong = f.strong_chars[i] >= 0.95 * f.chars[i]
  local around = f.own_tags[i] | s.around_tags[f.box[i]]
  local text, described = normal(text_of(s, i)), false
  for _, one in ipairs(s.deks) do described = described or text == one or #text > 60 and one:sub(1, #text) == text end
  if f.level[i] > 0 then return i <= s.headline + 3 and described end
  if strong and f.words[i] >= 8 and (described or stands_apart(s, i)) then return true end
  return stands_apart(s, i) and (described or around & HEADER ~= 0 or f.own_hints[i] & H_TEASER ~= 0)
end

-- Paragraph roles at the head that are in truth byline, date or dek.
local function relabel_first(s)
  local role = s.role
  local seen = 0
  for i = s.first, math.min(s.last, s.first + 6) do
    if is_text_role(role[i]) or role[i] == "crosshead" then
      if is_date(s, i) and s.f.words[i] < 20 then role[i] = "published"
      elseif is_byline(s, i) then role[i] = "byline"
      elseif seen == 0 and is_lead_dek(s, i) then role[i] = "dek"
      else seen = seen + 1 end
    end
    if seen > 2 then return end
  end
end

local function label_captions(s)
  for i = s.headline or s.first, s.last do
    if not s.role[i] and s.f.hidden[i] == 0 and is_caption(s, i) and not is_linkish(s, i) then s.role[i] = "caption" end
  end
end

-- ---------------------------------------------------------------- teasers

local function own_path(s)
  local url = s.context.url or ""
  return (url:gsub("^%a+://[^/]*", ""):gsub("[?#].*$", ""))
end

local function usable(href)
  if not href or href == "" or href:find("^#") then return false end
  local scheme = href:match("^%s*(%a[%w+.-]*):")
  return not scheme or scheme:lower() == "http" or scheme:lower() == "https"
end

local SHARERS = { "facebook%.com/sharer", "twitter%.com/intent", "twitter%.com/share", "/sharer", "mailto:", "whatsapp", "pinterest%.com/pin/create",
  "linkedin%.com/share", "/login", "/signin", "/subscribe", "/newsletter", "/privacy", "/terms", "/about", "/contact" }

local function target(s, i)
  local link = s.f.link[i]
  if link == 0 then return nil end
  local href = s.hrefs[link]
  if href == nil then
    href = s.page:attr(link, "href") or false
    if href and (not usable(href) or matches(href:lower(), SHARERS)) then href = false end
    s.hrefs[link] = href
  end
  return href or nil
end

-- Whether a block can be the headline of a teaser.
local function is_menu_place(s, i)
  local box = s.f.box[i]
  return s.around_tags[box] & (NAV | FOOTER) ~= 0 or s.around_hints[box] & (H_NAV | H_FOOT) ~= 0
end

local function is_candidate(s, i)
  local f = s.f
  if s.role[i] or f.links[i] == 0 or f.link_chars[i] < 0.3 * f.chars[i] then return false end
  local box = f.box[i]
  if box == 0 then return false end
  local tags, hints = s.around_tags[box], s.around_hints[box]
  if tags & (FORM | BUTTON | DIALOG_TAG) ~= 0 or matches(text_of(s, i):lower(), BOILERPLATE) then return false end
  if hints & (H_SHARE | H_COMMENT | H_AD | H_DIALOG | H_FORM) ~= 0 then return false end
  if is_menu_place(s, i) and f.words[i] < 6 then return false end
  local named = f.own_hints[i] | (f.links[i] == 1 and f.inside_hints[i] or 0)
  if named & (H_BYLINE | H_TAGS | H_SHARE | H_PAGER) ~= 0 and f.level[i] == 0 then return false end
  local titled = f.level[i] > 0 or f.own_hints[i] & H_TITLE ~= 0
  local least = titled and (f.own_tags[i] & ITEM ~= 0 or f.own_hints[i] & H_TEASER ~= 0) and 2 or titled and 3 or 4
  if f.words[i] < least or f.words[i] > 60 then return false end
  if f.links[i] >= 3 and f.words[i] < 4 * f.links[i] then return false end
  if not titled and f.own_hints[i] & H_DEK ~= 0 then return false end
  return target(s, i) ~= nil
end

local function candidates(s)
  local list = {}
  for i = 1, s.count do
    if is_candidate(s, i) then list[#list + 1] = i end
  end
  return list
end

-- For each candidate, the blocks beyond which another teaser's candidate stands.
local function free_ranges(s, list)
  local before, after = {}, {}
  local last, last_other
  for _, i in ipairs(list) do
    local href = s.hrefs[s.f.link[i]]
    if last and s.hrefs[s.f.link[last]] ~= href then last_other = last end
    before[i] = last_other or 0
    last = i
  end
  last, last_other = nil, nil
  for at = #list, 1, -1 do
    local i = list[at]
    if last and s.hrefs[s.f.link[last]] ~= s.hrefs[s.f.link[i]] then last_other = last end
    after[i] = last_other or s.count + 1
    last = i
  end
  return before, after
end

-- The box of a teaser: the largest around its headline that holds no other one.
local function item_box(s, i, before, after)
  local f = s.f
  local box, best, most = f.box[i], nil, is_menu_place(s, i) and 2 or 10
  while box > 0 do
    local first, last = f.box_first[box], f.box_last[box]
    if first <= before[i] or last >= after[i] or last - first >= most or s.claimed[last] - s.claimed[first - 1] > 0 then break end
    best = box
    box = f.box_parent[box]
  end
  return best
end

local function count_claimed(s)
  local claimed = {}
  for i = 1, s.count do claimed[i] = s.role[i] and 1 or 0 end
  s.claimed = running_sum(claimed)
end

-- Prefers the candidate that is a heading, then the longest.
local function better_headline(s, a, b)
  local f = s.f
  local function rank(i)
    local loud = f.upper[i] > 0.7 * f.chars[i] and 8 or 0
    return (f.level[i] > 0 and 6 or 0) + (f.own_hints[i] & H_TITLE ~= 0 and 4 or 0) + math.min(f.words[i], 12) - loud
  end
  return rank(a) > rank(b)
end

-- Several teasers in one block: links of enough words each, one after the other.
local function links_of_block(s, i, items)
  local start, stop = s.page:block(i)
  local found = {}
  for _, row in ipairs(s.page:find("a[href]", s.f.node[i])) do
    local from, to = s.page:range(row)
    if from >= start and to <= stop and usable(s.page:attr(row, "href")) and #lower_words(s.page:read(from, to)) >= 4 then
      found[#found + 1] = { first = i, last = i, headline = i, link = row, range = { from, to }, from = start, to = stop }
    end
  end
  if #found < 2 then return false end
  for _, item in ipairs(found) do items[#items + 1] = item end
  return true
end

-- How many items stand in the box around each.
local function count_siblings(s, items)
  local counts = {}
  for _, item in ipairs(items) do
    item.around = item.box and s.f.box_parent[item.box] or 0
    counts[item.around] = (counts[item.around] or 0) + 1
  end
  for _, item in ipairs(items) do item.siblings = item.around > 0 and counts[item.around] or 1 end
end

local function collect_items(s)
  local list = candidates(s)
  count_claimed(s)
  local before, after = free_ranges(s, list)
  local items, by_box = {}, {}
  for _, i in ipairs(list) do
    local several = s.f.links[i] > 1 and is_linkish(s, i, 0.5) and links_of_block(s, i, items)
    local box = not several and item_box(s, i, before, after)
    local key = box or -i
    local item = by_box[key]
    if several then by_box[key] = nil
    elseif not item then
      item = { box = box, first = box and s.f.box_first[box] or i, last = box and s.f.box_last[box] or i, headline = i }
      by_box[key] = item
      items[#items + 1] = item
    elseif better_headline(s, i, item.headline) then item.headline = i end
  end
  count_siblings(s, items)
  return items
end

local function teaser_part(s, item, i)
  local f = s.f
  local hints = f.own_hints[i] | f.inside_hints[i]
  if f.words[i] >= 6 and not is_linkish(s, i) and not is_date_line(text_of(s, i)) then
    if hints & H_CAPTION ~= 0 or f.own_tags[i] & CAPTION ~= 0 then return "caption" end
    return i > item.headline and "dek" or "detail"
  end
  if f.time[i] > 0 or hints & H_DATE ~= 0 or is_date_line(text_of(s, i)) then return "published" end
  if hints & H_BYLINE ~= 0 or starts_with_by(text_of(s, i)) then return "byline" end
  if hints & H_KICKER ~= 0 or i < item.headline and f.words[i] <= 4 then return "kicker" end
  if f.words[i] >= 6 and f.hash[i] ~= f.hash[item.headline] then return "dek" end
  return "detail"
end

local function trimmed_range(s, start, stop)
  return start < stop and s.page:read(start, stop):find("[%w\128-\255]") and { start, stop } or nil
end

-- Iterates over the children of a row.
local function children(page, row)
  local child
  return function()
    if child then child = page:next(child) else child = page:first_child(row) end
    return child
  end
end

-- The range of the first half of a text that stands twice in its block, for screen readers.
local function first_copy(s, i)
  local start, stop = s.page:block(i)
  local words, ends = {}, {}
  for word, after in s.page:raw(start, stop):gmatch("(%S+)()") do
    words[#words + 1] = word
    ends[#ends + 1] = after
  end
  local half = #words // 2
  if half < 2 or #words % 2 == 1 then return nil end
  for at = 1, half do
    if words[at] ~= words[half + at] then return nil end
  end
  return { start, start + ends[half] - 1 }
end

-- The first of several elements in a headline's link: what follows is its dek.
local function first_piece(s, i)
  local page, row = s.page, s.f.link[i]
  local start, stop = page:block(i)
  local from = page:range(row)
  for child in children(page, row) do
    local _, to = page:range(child)
    if page:kind(child) == "element" and to < stop and from >= start then
      local before, after = #lower_words(page:read(from, to)), #lower_words(page:read(to, stop))
      if before >= 3 and after >= 4 then return { from, to } end
    end
  end
end

-- The range of the headline in its block: the link, or what is first in it.
local function headline_range(s, i)
  local f = s.f
  local twice = f.inside_tags[i] ~= 0 or f.inside_hints[i] ~= 0 or f.images[i] > 0
  local copy = twice and f.words[i] >= 4 and first_copy(s, i)
  if copy then return copy, true end
  if f.inside_hints[i] & (H_TITLE | H_DEK) ~= 0 and is_linkish(s, i, 0.95) then
    local piece = first_piece(s, i)
    if piece then return piece end
  end
  if f.links[i] == 1 and f.link_chars[i] > 0.9 * f.chars[i] then return nil end
  local start, stop = s.page:block(i)
  local from, to = s.page:range(f.link[i])
  if from >= start and to <= stop and (from > start or to < stop) then return { from, to } end
end

-- A headline that shares its block with other text: what stands before is a label, what
-- follows a dek or less.
local function headline_parts(s, item, content)
  local i = item.headline
  local start, stop = s.page:block(i)
  local range, copied = headline_range(s, i)
  if not range then
    content[#content + 1] = { tag = "headline", block = i }
    return
  end
  local head, tail = trimmed_range(s, start, range[1]), trimmed_range(s, range[2], stop)
  if head then content[#content + 1] = { tag = has_date(s.page:read(start, range[1])) and "published" or "kicker", range = head } end
  content[#content + 1] = { tag = "headline", range = range }
  if tail and not copied then
    local words = #lower_words(s.page:read(range[2], stop))
    content[#content + 1] = { tag = words >= 6 and "dek" or "detail", range = tail }
  end
end

-- A heading above the only teaser of a box is the box's, not the teaser's.
local function leave_heading(s, item)
  if item.siblings > 1 then return end
  for i = item.headline - 1, item.first, -1 do
    if s.f.level[i] > 0 and s.f.link_chars[i] < s.f.chars[i] * 0.5 and s.f.hash[i] ~= s.f.hash[item.headline] then
      item.first = i + 1
      return
    end
  end
end

-- Whether a block beside a teaser's headline is of it, and no label, button or menu.
local function belongs(s, item, i)
  local f = s.f
  if f.hash[i] == f.hash[item.headline] or matches(text_of(s, i):lower(), BOILERPLATE) then return false end
  if f.own_tags[i] & (BUTTON | FORM) ~= 0 or f.own_hints[i] & (H_SHARE | H_AD | H_PAGER) ~= 0 then return false end
  if f.links[i] > 0 and is_linkish(s, i, 0.6) and f.words[i] <= 3 and math.abs(i - item.headline) > 3 then return false end
  return true
end

local function make_linked(s, item)
  s.role[item.first] = "teaser"
  return { kind = "teaser", href = s.page:attr(item.link, "href"), content = { { tag = "headline", range = item.range } },
    first = item.first, last = item.last, headline = item.headline, around = item.around }
end

local function make_teaser(s, item)
  if item.link then return make_linked(s, item) end
  local content = {}
  leave_heading(s, item)
  for i = item.first, item.last do
    if i == item.headline then headline_parts(s, item, content)
    elseif not s.role[i] and s.f.hidden[i] == 0 and belongs(s, item, i) then
      content[#content + 1] = { tag = teaser_part(s, item, i), block = i }
      s.role[i] = "teaser"
    end
  end
  s.role[item.headline] = "teaser"
  return { kind = "teaser", href = target(s, item.headline), content = content, first = item.first, last = item.last,
    box = item.box, headline = item.headline, around = item.around }
end

-- ---------------------------------------------------------------- boxes of teasers

-- The block just above a list that can be its heading.
local function is_label(s, i)
  local f = s.f
  if not i or i < 1 or s.role[i] or f.words[i] > 12 then return false end
  if f.hidden[i] == 1 and f.hidden[math.min(i + 1, s.count)] == 0 then return false end
  if s.around_tags[f.box[i]] & (FORM | BUTTON) ~= 0 then return false end
  if f.level[i] > 0 or f.own_hints[i] & H_TITLE ~= 0 then return true end
  if f.own_tags[i] & (1 << 28) ~= 0 and f.words[i] <= 8 then return true end
  return f.terminal[i] == 0 and f.words[i] <= 6 and f.chars[i] >= 3 and f.digits[i] <= f.chars[i] / 3
end

local MORE = { "^more$", "^view", "^see ", "^all ", "^mehr$", "^show", "^alle ", "^ver ", "^voir", "^weitere$", "^load", "powered by" }

local function fits_above(s, i, list)
  local f = s.f
  local box = common_box(s, i, list.last)
  if box == 0 or f.box_last[box] - f.box_first[box] > 2.5 * (list.last - list.first + 4) + 10 then return false end
  return f.level[i] > 0 or f.own_hints[i] & H_TITLE ~= 0 or f.box_first[box] >= i - 2
end

-- The heading of a list: the nearest real heading of the few blocks above, or else the
-- nearest label.
local function heading_before(s, list)
  local f, weak = s.f, nil
  for back = 1, 4 do
    local i = list.first - back
    if i < 1 or s.role[i] or f.words[i] > 12 then break end
    if f.level[i] > 0 or f.own_hints[i] & H_TITLE ~= 0 then
      if is_label(s, i) and (back <= 2 or fits_above(s, i, list)) then return i end
      break
    end
    if not weak and back < 4 and is_label(s, i) and not matches(text_of(s, i):lower(), MORE) and fits_above(s, i, list) then weak = i end
  end
  return weak
end

-- Whether two teasers next to each other stand in one list.
local function same_list(s, list, teaser)
  local f = s.f
  if teaser.first - list.last > 6 then return false end
  for i = list.last + 1, teaser.first - 1 do
    if s.role[i] or f.level[i] > 0 then return false end
    if is_label(s, i) and f.own_hints[i] & H_TITLE ~= 0 then return false end
  end
  local before = list.teasers[#list.teasers]
  if before.around == teaser.around and (teaser.around or 0) > 0 then return true end
  local box = common_box(s, list.first, teaser.last)
  if box == 0 then return false end
  local size = f.box_last[box] - f.box_first[box] + 1
  return size <= 3 * (teaser.last - list.first + 1) + 12
end

local function group_teasers(s, teasers)
  local lists, list = {}, nil
  for _, teaser in ipairs(teasers) do
    if list and same_list(s, list, teaser) then
      list.teasers[#list.teasers + 1] = teaser
      list.last = teaser.last
    else
      list = { teasers = { teaser }, first = teaser.first, last = teaser.last }
      lists[#lists + 1] = list
    end
  end
  return lists
end

-- A list of short links is a menu.
local function is_menu(s, list)
  local words, strong = 0, 0
  for _, teaser in ipairs(list.teasers) do
    local i = teaser.headline
    words = words + s.f.words[i]
    if s.f.level[i] > 0 or s.f.own_hints[i] & H_TITLE ~= 0 then strong = strong + 1 end
  end
  local mean = words / #list.teasers
  return mean < 4 and strong < #list.teasers / 2
end

local function release(s, list)
  for _, teaser in ipairs(list.teasers) do
    for i = teaser.first, teaser.last do
      if s.role[i] == "teaser" then s.role[i] = nil end
    end
  end
end

-- The first teaser is in truth the list's heading, which is a link: a short heading of a
-- higher level than the headlines behind it.
local function linked_heading(s, list)
  local one, two = list.teasers[1], list.teasers[2]
  if not two or #one.content > 1 or one.link then return nil end
  local f, a, b = s.f, one.headline, two.headline
  if f.words[a] > 6 or f.level[a] == 0 or f.words[b] < 5 or f.level[b] > 0 and f.level[b] <= f.level[a] then return nil end
  table.remove(list.teasers, 1)
  return a
end

local function make_sidebar(s, list)
  local heading = linked_heading(s, list) or heading_before(s, list)
  local content = {}
  if heading then
    s.role[heading] = "heading"
    content[1] = { tag = "heading", block = heading }
  end
  for _, teaser in ipairs(list.teasers) do content[#content + 1] = teaser end
  return { kind = "sidebar", content = content, first = heading or list.first, last = list.last }
end

local function find_boxes(s)
  local teasers = {}
  for _, item in ipairs(collect_items(s)) do teasers[#teasers + 1] = make_teaser(s, item) end
  local boxes = {}
  for _, list in ipairs(group_teasers(s, teasers)) do
    if is_menu(s, list) then release(s, list)
    else boxes[#boxes + 1] = make_sidebar(s, list) end
  end
  return boxes
end

-- ---------------------------------------------------------------- comments

local function find_comments(s)
  local f, comments = s.f, {}
  for i = (s.last or 0) + 1, s.count do
    local box = f.box[i]
    if not s.role[i] and box > 0 and s.around_hints[box] & H_COMMENT ~= 0 and f.words[i] >= 5 and not is_linkish(s, i, 0.5)
      and s.around_tags[box] & FORM == 0 and f.terminal[i] == 1 and f.hidden[i] == 0 then
      s.role[i] = "comment"
      comments[#comments + 1] = { kind = "comment", content = { { tag = "text", block = i } }, first = i, last = i }
    end
  end
  return comments
end

-- ---------------------------------------------------------------- the story as claims

local JOBS = words_of [[reporter correspondent editor writer staff senior contributor columnist journalist redakteur redakteurin
  korrespondent korrespondentin reporterin political business sports news freelance chief deputy producer lifestyle autor autorin
  redactor redactora journaliste rédacteur giornalista opinion special digital head manager director journalistin producer analyst]]
local JOINTS = words_of "and und et y og och en ve e i & / | • · – — -"

local function is_name_word(word)
  return word:find("^[%u\xC3-\xF4]") and not JOBS[word:lower()] and not BY_WORDS[word:lower()] and not word:find("%d")
end

-- The authors a line names by metadata's word for them.
local function witnessed_marks(s, text, start)
  local marks, at = {}, {}
  for _, one in ipairs(s.authors) do
    local from, to = text:find(one.value, 1, true)
    if from and #one.value >= 3 and not at[from] then
      at[from] = true
      marks[#marks + 1] = { tag = "author", range = { start + from - 1, start + to } }
    end
  end
  return #marks > 0 and marks or nil
end

-- Runs of capitalised words between commas and conjunctions.
local function name_runs(text, start)
  local marks, from, to, count = {}, nil, nil, 0
  local function flush_name()
    if from and count <= 5 then marks[#marks + 1] = { tag = "author", range = { start + from - 1, start + to } } end
    from, to, count = nil, nil, 0
  end
  for at, word, after in text:gmatch("()(%S+)()") do
    local bare = word:gsub("[,;:|]+$", "")
    local joins = from and (bare:lower() == "de" or bare == "von" or bare == "van" or bare == "di" or bare == "der")
    if JOINTS[bare:lower()] or not (joins or is_name_word(bare)) then
      if from and JOBS[bare:lower()] then break end
      flush_name()
    else
      from, to, count = from or at, at + #bare - 1, count + 1
      if bare ~= word then flush_name() end
    end
  end
  flush_name()
  return #marks > 0 and marks or nil
end

-- The author marks of a byline: names that metadata knows, else those behind "by".
local function author_marks(s, start, stop)
  local text = s.page:raw(start, stop)
  local known = witnessed_marks(s, text, start)
  if known then return known end
  if starts_with_by(text) then return name_runs(text, start) end
  return nil
end

local function names_nobody(s, i)
  local start, stop = s.page:block(i)
  return s.f.words[i] <= 5 and not starts_with_by(text_of(s, i)) and not witnessed_marks(s, s.page:raw(start, stop), start)
end

-- Whether a line with a date in it also says who wrote the story.
local function names_someone(s, text)
  if starts_with_by(text) or names_author(s, text) then return true end
  for _, run in ipairs(runs_of(text)) do
    local words = text:sub(run.start, run.stop)
    if not run.date and (matches(words:lower(), AGENCIES) or words:find("%f[%a]%u[%w'’.-]+ %u[%w'’.-]+") or BY_WORDS[words:match("^%S+")]
      or words:find(" [Bb]y %u")) then return true end
  end
  return false
end

-- Splits a line of names and dates by its runs of words; one part for each.
local function split_line(s, i, content)
  local start, stop = s.page:block(i)
  local text = s.page:raw(start, stop)
  local runs = runs_of(text)
  local parts = {}
  for _, run in ipairs(runs) do
    local last = parts[#parts]
    local weak = run.date and not run.numbers
    if last and (weak or (last.tag == "published") == run.date) then last.stop = run.stop
    else parts[#parts + 1] = { tag = run.date and run.numbers and "published" or "byline", start = run.start, stop = run.stop } end
  end
  for _, part in ipairs(parts) do
    local range = { start + part.start - 1, start + part.stop }
    content[#content + 1] = { tag = part.tag, range = range, marks = part.tag == "byline" and author_marks(s, range[1], range[2]) or nil }
  end
end

local function day_of(year, month, day)
  year, month, day = tonumber(year), tonumber(month), tonumber(day)
  if year < 100 then year = year + 2000 end
  if month > 12 then month, day = day, month end
  if year < 1990 or year > 2100 or month < 1 or month > 12 or day < 1 or day > 31 then return nil end
  return ("%04d-%02d-%02d"):format(year, month, day)
end

-- The day a line of text names in figures.
local function numeric_day(s, text)
  local year, month, day = text:match("%f[%d](%d%d%d%d)[-/.年] ?(%d%d?)[-/.月] ?(%d%d?)%f[^%d]")
  if year then return day_of(year, month, day) end
  local a, mark, b, c = text:match("%f[%d](%d%d?)([./-]) ?(%d%d?)[./-] ?(%d%d%d?%d?)%f[^%d]")
  if not a then return nil end
  local american = mark == "/" and (s.context.language or ""):lower():find("^en") and not (s.context.language or ""):find("GB")
  if american then a, b = b, a end
  return day_of(c, b, a)
end

-- The day a line names in words: "5 November 2024", "Nov. 5th, 2024".
local function named_day(text)
  local words = lower_words(text)
  for at, word in ipairs(words) do
    local month = MONTHS[word]
    local before, after, last = words[at - 1] or "", words[at + 1] or "", words[at + 2] or ""
    if not MONTHS[word] and word == "de" then before = "" end
    if month and before == "de" then before = words[at - 2] or "" end
    if month and after == "de" then after = last end
    local day, year = before:match("^(%d%d?)%a*$"), after:match("^%d%d%d%d$")
    if month and day and year then return day_of(year, month, day) end
    day, year = after:match("^(%d%d?)%a*$"), last:match("^%d%d%d%d$")
    if month and day and year then return day_of(year, month, day) end
  end
end

-- When a line with a date in it says the story appeared: by its time element, by what
-- metadata says of the same day, or as it reads.
local function published_stamp(s, i)
  local stamp = s.f.time[i] > 0 and s.page:attr(s.f.time[i], "datetime")
  if stamp and stamp:find("^%d%d%d%d%-%d%d%-%d%d") then return (stamp:gsub("^(%S+) ", "%1T", 1)) end
  local text = text_of(s, i)
  local day = numeric_day(s, text) or named_day(text)
  for _, one in ipairs(s.published) do
    if day and one.value:sub(1, 10) == day then return one.value end
  end
  return day
end

local function add_part(s, i, content)
  local role = s.role[i]
  if role == "byline" and s.role[i + 1] == "byline" and s.f.digits[i] + s.f.digits[i + 1] < 2 then
    local start = s.page:block(i)
    local second, stop = s.page:block(i + 1)
    local by = s.f.words[i] <= 2 and BY_WORDS[text_of(s, i):lower():gsub(":$", "")]
    local marks = author_marks(s, start, stop)
    if by or marks and names_nobody(s, i + 1) then
      s.role[i + 1] = "joined"
      marks = marks or name_runs(s.page:raw(second, stop), second)
      content[#content + 1] = { tag = "byline", blocks = { i, i + 1 }, marks = marks }
      return
    end
  end
  if (role == "byline" or role == "published") and not (s.f.inside_tags[i] & H1 ~= 0) then
    if s.f.digits[i] > 1 and names_someone(s, text_of(s, i)) then
      local from = #content
      split_line(s, i, content)
      for at = from + 1, #content do
        if content[at].tag == "published" then content[at].datetime = published_stamp(s, i) end
      end
      return
    end
  end
  local part = { tag = role, block = i }
  if role == "byline" then
    local start, stop = s.page:block(i)
    part.marks = author_marks(s, start, stop)
  end
  if role == "published" then part.datetime = published_stamp(s, i) end
  content[#content + 1] = part
end

local STORY_ROLES = words_of [[headline kicker dek byline published paragraph crosshead list_item table preformatted
  blockquote embed caption credit note bio]]

local function add_witness(s, content)
  local has = {}
  for _, part in ipairs(content) do
    if part.tag then has[part.tag] = part end
  end
  local one = s.published[1]
  if not has.published or not has.published.datetime then
    if one then content[#content + 1] = { tag = "published", from = one.from, text = one.value, datetime = one.value } end
  end
  if not has.byline then
    for _, name in ipairs(s.authors) do
      if name.from == "jsonld" then content[#content + 1] = { tag = "byline", from = name.from, text = name.value } end
    end
  end
end

-- The story's parts in order, with the boxes that stand between them.
local function make_story(s, boxes)
  local content, first, last, at = {}, nil, nil, 1
  for i = 1, s.count do
    if STORY_ROLES[s.role[i] or ""] then
      first = first or i
      last = i
    end
  end
  if not first then return nil end
  for i = first, last do
    while boxes[at] and boxes[at].first < first do at = at + 1 end
    if boxes[at] and boxes[at].first == i and boxes[at].last <= last then
      content[#content + 1] = boxes[at]
      boxes[at].inside = true
      at = at + 1
    elseif STORY_ROLES[s.role[i] or ""] then add_part(s, i, content) end
  end
  add_witness(s, content)
  return { kind = "story", content = content, first = first, last = last }
end

local function by_first(a, b)
  return a.first < b.first
end

-- Takes out what served the division only.
local function clean(list)
  for _, item in ipairs(list) do
    item.first, item.last, item.box, item.inside, item.around = nil, nil, nil, nil, nil
    if item.kind then
      item.headline = nil
      clean(item.content)
    end
  end
  return list
end

local function assemble(s, boxes, comments)
  local story = make_story(s, boxes)
  local list = { story }
  for _, box in ipairs(boxes) do
    if not box.inside then list[#list + 1] = box end
  end
  for _, comment in ipairs(comments) do list[#list + 1] = comment end
  table.sort(list, by_first)
  return clean(list)
end

-- ---------------------------------------------------------------- all together

local function begin(page, context)
  local f, w = page:features(), context.witnesses or {}
  local s = { page = page, context = context, f = f, count = #f.node, texts = {}, role = {}, hrefs = {} }
  s.witnesses, s.authors, s.published, s.deks = headline_witnesses(context), w.byline or {}, w.published or {}, {}
  for _, one in ipairs(w.dek or {}) do s.deks[#s.deks + 1] = normal(one.value) end
  s.base, s.weight = {}, {}
  for i = 1, s.count do s.base[i] = base_weight(f, i) end
  narrow_contexts(s)
  for i = 1, s.count do s.weight[i] = text_weight(s, i) end
  local linked = {}
  for i = 1, s.count do linked[i] = (f.level[i] > 0 and 2 * f.link_chars[i] > f.chars[i]) and 1 or 0 end
  s.linked = running_sum(linked)
  s.weights, s.weights_all = running_sum(s.weight), running_sum(s.base)
  mark_near(s)
  return s
end

local function read_story(s)
  s.headline = find_headline(s)
  if s.headline then s.role[s.headline] = "headline" end
  s.container = find_container(s)
  if not s.container then return end
  s.container_weight = math.max(1, sum_in(s, s.weights_all, s.container))
  mark_foreign(s)
  mark_running(s)
  trim_tail(s)
  check_crossheads(s)
  s.first, s.last = text_bounds(s)
  if not s.first then return end
  relabel_first(s)
  s.first, s.last = text_bounds(s)
  if not s.first then return end
  if s.headline then
    label_head(s)
    lift_dek(s)
  end
  label_captions(s)
  label_sources(s)
  label_foot(s)
end

function divide_page(page, context)
  local s = begin(page, context)
  if s.count == 0 then return {} end
  read_story(s)
  local boxes = find_boxes(s)
  return assemble(s, boxes, find_comments(s))
end

return { name = "generic", input = "html", divide = divide_page }
