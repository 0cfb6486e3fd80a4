-- Texts that belong to pictures.

local names = include "generic/page/names"
local view = include "generic/page/view"
local links = include "generic/page/links"
local lexicon = include "generic/page/words"
local phrases = include "generic/page/phrases"
local dates = include "generic/page/dates"
local SOURCES = include("generic/story/picture_credits").SOURCES
local is_date_line, named_day = dates.is_date_line, dates.named_day
local TIME, FIGURE, H_CAPTION, H_MEDIA = names.TIME, names.FIGURE, names.H_CAPTION, names.H_MEDIA
local parent_box, text_of = view.parent_box, view.text_of
local normal, starts_with_by = lexicon.normal, lexicon.starts_with_by

-- A line about the story that a class of captions, which pages use for small type, does not
-- make a picture's.
local function is_about_story(s, i)
  local f = s.f
  local text = text_of(s, i)
  return f.own_tags[i] & TIME ~= 0 or f.digits[i] >= 3 and is_date_line(text)
    or starts_with_by(text) and (f.own_hints[i] & H_CAPTION == 0 or f.digits[i] >= 5 and named_day(text) ~= nil)
end

-- Whether a line set as a time says nothing but a day: the story's, though it stands with a picture.
local function is_day_alone(s, i)
  local f = s.f
  return f.digits[i] >= 3 and (f.time[i] > 0 or f.own_tags[i] & TIME ~= 0) and is_date_line(text_of(s, i))
end

-- "3", "3/12", "Image 3 of 12".
local COUNTERS = { "^%s*%a*%s*%d+%s*%a*[/|]?%s*%d*%s*$", "^%s*%a+ %d+ %a+ %d+%s*$" }

-- What readers press on a picture, or between the lines.
local PRESSED = {
  "^voir en plein écran", "^plein écran", "^agrandir", "^ampliar", "^vergrößern", "^bild vergrößern", "^in vollbild",
  "^vollbild", "^enlarge", "^view full ?screen", "^full ?screen%W*$", "^open image", "^open gallery", "^zoom%W*$",
  "^ingrandisci", "^expand", "^vergroot", "^förstora", "^forstørr", "^suurenna", "^powiększ", "^zvětšit",
  "^..величить", "^büyüt", "^perbesar", "^phóng to", "^拡大", "^画像を拡大", "^scroll to continue", "^scroll untuk",
  "^launch gallery", "^view gallery", "^zur galerie", "^voir la galerie", "^ver galería", "^ver galeria",
  "^hide caption", "^toggle caption", "^show caption", "^transcript%W*$", "^show transcript", "^transkript%W*$",
  "^transcripción%W*$", "^transcription%W*$", "^trascrizione%W*$", "^now playing%W*$", "^up next%W*$",
  "^play video%W*$", "^watch video%W*$", "^video abspielen%W*$", "^lire la vidéo%W*$", "^ver vídeo%W*$",
  "^what.?.?.?s this%W*$", "^öppna bild", "^åpne bilde", "^åbn billede", "^avaa kuva",
  "^close%W*$", "^schließen%W*$", "^fermer%W*$", "^cerrar%W*$", "^fechar%W*$", "^chiudi%W*$",
  "^sluiten%W*$", "^zamknij%W*$", "^закрыть%W*$", "^关闭%W*$", "^關閉%W*$", "^閉じる%W*$", "^닫기%W*$",
}

-- 1 for a caption, 2 for a line that is one unless it is about the story.
local LIKELY = formula("blocks", [[
  local tags = own_tags | context_tags
  local hints = own_hints | box_near_hints[box]
  if tags & (CAPTION | FIGURE) == 0 and hints & (H_MEDIA | H_CAPTION) == 0 then return 0 end
  if hints & H_AD ~= 0 and words <= 2 or box_around_tags[box] & FORM ~= 0 then return 0 end
  if tags & CAPTION == 0 and box_around_tags[box] & QUOTE ~= 0 then return 0 end -- a quotation in a figure of its own
  if own_tags & (ADDRESS | BUTTON) ~= 0 or level > 0 and tags & (CAPTION | FIGURE) == 0 then return 0 end
  if tags & CAPTION == 0 and box_around_tags[box] & TABLE ~= 0 and hints & (H_MEDIA | H_CAPTION) == 0 then return 0 end
  if digits > 0 and words <= 4 and matches(COUNTERS) or words > 4 and matches(PROMPTS) then return 0 end
  if words <= 6 and matches(PRESSED) or words <= 4 and matches(KNOWN) then return 0 end
  if tags & CAPTION == 0 and words <= 6 and own_hints & H_TITLE ~= 0 then return 0 end
  if tags & CAPTION == 0 and words <= 2 and box_around_hints[box] & H_SHARE ~= 0 then return 0 end
  if $figured and row > $headline and row <= $headline + 3 and tags & CAPTION == 0 then return 0 end
  if tags & (CAPTION | FIGURE) ~= 0 and box_around_tags[box] & (FIGURE | CAPTION) ~= 0 then return 1 end
  if own_hints & (H_DEK | H_MEDIA) == H_DEK | H_MEDIA and level == 0 and words <= 60 then return 1 end -- describes it
  if own_hints & H_DEK ~= 0 and $headline > 0 and row > $headline and row <= $headline + 3 then return 0 end
  if hints & H_MEDIA ~= 0 and hints & (H_BYLINE | H_DATE) == 0 and terminal == 0 and words <= 14
    and own_tags & P ~= 0 and level == 0 and own_hints & (H_KICKER | H_TAGS) == 0 then return 1 end
  if own_hints & H_CAPTION ~= 0 then hints = own_hints end
  if inside_hints & H_CAPTION ~= 0 and (images > 0 or own_hints & H_MEDIA ~= 0) and links == 0 then
    hints = inside_hints -- in an element within the line
  end
  if words > 6 and matches(RIGHTS) then return 0 end
  if hints & H_CAPTION ~= 0 and hints & (H_BYLINE | H_DATE | H_FOOT) == 0 and words <= 90 then return 2 end
]], names, {
  COUNTERS = COUNTERS, KNOWN = include "generic/lists/known_headings",
  PRESSED = PRESSED, PROMPTS = phrases.PROMPTS, RIGHTS = phrases.RIGHTS,
})

local CARD = 12 -- characters of links beside a line that is a card's

-- Words alone with a picture in a small box that is named for pictures.
local ALONE = formula("blocks", [[
  if images == 0 and images[row - 1] == 0 or words < 4 or words > 80 or level > 0 or links > 0 or box == 0 then
    return 0
  end
  if terminal == 0 or link_chars[row - 1] + link_chars[row + 1] >= CARD then return 0 end
  if own_tags & P ~= 0 or (own_hints | box_near_hints[box]) & OTHER ~= 0 or matches(PROMPTS) then return 0 end
  local home = box
  if box_hints[home] & H_MEDIA == 0 then home = box_parent[home] end
  return box_hints[home] & H_MEDIA ~= 0 and box_last[home] - box_first[home] <= 1 and not matches(COUNTERS)
]], names, {
  OTHER = names.H_BYLINE | names.H_DATE | names.H_TITLE | names.H_DEK | names.H_TEASER | names.H_RELATED | names.H_AD
    | names.H_SHARE | names.H_PROMO | names.H_COMMENT,
  PROMPTS = phrases.PROMPTS, COUNTERS = COUNTERS, CARD = CARD,
})

local SURE = formula("blocks", "return likely_caption == 1")
local OPEN = formula("blocks", "return likely_caption == 2")

local SAID = 20 -- bytes of a picture's alternative text that is more than a word or two

-- Lines that may stand right behind a picture.
local BEHIND = formula("blocks", [[
  return level == 0 and links == 0 and (images > 0 or images[row - 1] > 0)
]])

-- How a text right behind a picture ends that says in brackets whose the picture is.
local CREDIT_ENDS = {
  "%(credits?: [^()]*%)%W*$", "%(photos?: [^()]*%)%W*$", "%(fotos?: [^()]*%)%W*$", "%(images?: [^()]*%)%W*$",
  "%(pictures?: [^()]*%)%W*$", "%(bild: [^()]*%)%W*$", "%(bildquelle: [^()]*%)%W*$", "%(crédits? ?: [^()]*%)%W*$",
  "%(crédits? photo ?: [^()]*%)%W*$", "%(kuva: [^()]*%)%W*$", "%(fot%. [^()]*%)%W*$", "%(фото: [^()]*%)%W*$",
  "%(photo by [^()]*%)%W*$", "%(photo courtesy [^()]*%)%W*$", "%(ap photo[^()]*%)%W*$",
  "%([^()]*getty images[^()]*%)%W*$", "%(photo sent [^()]*%)%W*$", "%(photo taken [^()]*%)%W*$",
  "%([^()]*this photo%)%W*$", "%([^()]*these photos%)%W*$",
}
-- The same of a video, of whose player a page without scripts has nothing.
local VIDEO_ENDS = {
  "%(video by [^()]*%)%W*$", "%(video sent [^()]*%)%W*$", "%(video courtesy [^()]*%)%W*$", "%(video taken [^()]*%)%W*$",
  "%(video posted [^()]*%)%W*$", "%(videos?: [^()]*%)%W*$", "%(vídeo: [^()]*%)%W*$", "%(vidéo ?: [^()]*%)%W*$",
  "%(видео: [^()]*%)%W*$", "%(відео: [^()]*%)%W*$", "%([^()]*this video%)%W*$",
}
local ENDED = formula("blocks", [[
  if level > 0 or words < 4 or words > 80 then return 0 end
  local bracketed = matches(BRACKETED)
  if bracketed and words <= 40 and matches(VIDEO_ENDS) then return 1 end
  if bracketed and matches(CREDIT_ENDS) then return 1 end
  if images == 0 and images[row - 1] == 0 then return 0 end
  if links > 0 or link_chars[row - 1] + link_chars[row + 1] >= CARD then return 0 end
  return terminal == 0 and words <= 40 and (chars <= 60 or chars > 3 * words) and matches(CREDITED)
]], { BRACKETED = patterns { "%)%W*$" }, CREDIT_ENDS = CREDIT_ENDS, CREDITED = phrases.CREDITED,
  VIDEO_ENDS = VIDEO_ENDS, CARD = CARD })

-- What a text says of who stands where, right behind a picture, or of the picture itself.
local POSED = {
  ", left, ", ", right, ", ", center, ", ", second left", ", second right", "second from left", "second from right",
  "left to right", "%(from left", "^from left", "pictured left", "pictured right", "^above: ", "^pictured[,:] ",
  "%f[%a]file photo%f[%A]", "%(l%.%)", "%(r%.%)", "%(links%)", "%(rechts%)", "%(mitte%)", "von links nach rechts",
  "%(von links", "%(v%. ?l%.", "v%.l%.n%.r", "%(von li ", "%(li nach re%)", "^im bild: ", "^auf dem bild",
  "de gauche à droite", "%(à gauche%)", "%(à droite%)", "de izquierda a derecha", "%(izquierda%)", "%(derecha%)",
  "da sinistra a destra", "%(da sinistra", "da esquerda para a direita", "van links naar rechts", "%(links op de foto",
  "fra venstre", "från vänster", "vasemmalta", "od lewej", "zleva", "слева направо", "зліва направо", "soldan sağa",
  "（左）", "（右）", "（中）", "（左から）", "左から", "左起", "右起", "왼쪽부터",
}
local SHOWN_POSED = formula("blocks", [[
  if images == 0 and images[row - 1] == 0 or hidden == 1 or words > 80 or row == $headline then return 0 end
  return words >= 4 and links == 0 and (level == 0 or words > HEADED) and matches(POSED)
]], { HEADED = 25, POSED = POSED })

-- Where the block before begins, and where this one does.
local function before(s, i)
  return i > 1 and s.page:block(i - 1) or -1, (s.page:block(i))
end

-- Lines right behind a picture that say what its alternative text does.
local function find_described(s)
  local lines, page, at = s.f:rows(BEHIND), s.page, 1
  local pictures = #lines > 0 and page:find("img", 0) or {}
  local start = pictures[1] and page:range(pictures[1])
  for number = 1, #lines do
    local i = lines[number]
    local from, to = before(s, i)
    while start and start <= to do
      local alt = start > from and page:attr(pictures[at], "alt") or ""
      if #alt >= SAID and normal(text_of(s, i)) == normal(alt) then s.captions[i] = true end
      at = at + 1
      start = pictures[at] and page:range(pictures[at])
    end
  end
end

-- A line below another that says whose a picture or video is, or is named for that, in a box named for them.
local CREDITED = formula("blocks", [[
  if box == 0 or words > 14 or level > 0 or row == 1 then return 0 end
  if words[row - 1] < 4 or level[row - 1] > 0 or links[row - 1] > 0 then return 0 end
  return box_near_hints[box] & H_MEDIA ~= 0 and (own_hints & H_CAPTION ~= 0 or matches(PHOTO))
]], { H_CAPTION = H_CAPTION, H_MEDIA = H_MEDIA, PHOTO = phrases.PHOTO })

local PICTURE_BLOCKS = 3 -- of a box that holds a picture and what belongs to it

-- Sentences above such a line in a box that has nothing else.
local function find_credited(s)
  local f = s.f
  for _, i in ipairs(f:rows(CREDITED)) do
    local box = parent_box(f, i)
    local small = box > 0 and f.box_hints[box] & H_MEDIA ~= 0 and f.box_last[box] - f.box_first[box] < PICTURE_BLOCKS
    if small and parent_box(f, i - 1) == box and not view.says(s, i - 1, phrases.PROMPTS) then
      s.captions[i - 1] = true
    end
  end
end

-- Finds the texts that belong to pictures, as a column and as a set. Where they are depends on
-- the headline: it is called again where that has changed.
local function find_captions(s)
  local f = s.f
  local figured = s.headline and s.around_tags[f.box[s.headline]] & FIGURE ~= 0
  f:derive("likely_caption", LIKELY, { headline = s.headline, figured = figured and 1 or 0 })
  s.captions = {}
  s.framed = {}
  for _, i in ipairs(f:rows(SURE)) do
    s.captions[i] = not is_day_alone(s, i) or nil
    s.framed[i] = s.captions[i]
  end
  for _, i in ipairs(f:rows(OPEN)) do s.captions[i] = not is_about_story(s, i) or nil end
  for _, i in ipairs(f:rows(ENDED)) do s.captions[i] = true end
  for _, i in ipairs(f:rows(SHOWN_POSED, { headline = s.headline })) do s.captions[i] = true end
  for _, i in ipairs(f:rows(ALONE)) do s.captions[i] = s.captions[i] or not is_about_story(s, i) or nil end
  find_described(s)
  find_credited(s)
  f:mark("caption", s.captions)
end

local function is_caption(s, i)
  return s.captions[i] == true
end

local CREDIT_WORDS = 10 -- of a link to whose the picture is

-- Whether all of a short caption is a link to another site, whose the picture is.
local function is_linked_credit(s, i)
  local f = s.f
  if not s.captions[i] or f.links[i] ~= 1 or f.words[i] > CREDIT_WORDS then return false end
  local href = s.page:value(f.link[i], "href")
  return links.usable(href) and links.is_elsewhere(s, href)
end

local OPENED_WORDS = 5 -- of a caption within such a link: fewer bid save the picture, or pass over it
-- What links lead to that open a picture larger: a place on the page itself, or the picture's file.
local LARGER = patterns { "^#", "%.jpe?g$", "%.png$", "%.webp$", "%.gif$", "%.jpe?g%?", "%.png%?", "%.webp%?" }

-- Whether all of a figure, its caption too, is one link that opens the picture.
local function opens_picture(s, i)
  local f = s.f
  if not s.framed[i] or f.links[i] ~= 1 or f.images[i] == 0 or f.words[i] < OPENED_WORDS then return false end
  local href = s.page:value(f.link[i], "href")
  return href ~= nil and href:lower():matches(LARGER)
end

-- Whether a line in a figure that is one link says no more than whose the picture or video is.
local function is_framed_credit(s, i)
  return s.framed[i] and s.f.words[i] <= CREDIT_WORDS and s.f:matches(i, SOURCES)
end

-- Whether a link does not keep a line from being a caption.
local function may_be_linked(s, i)
  return is_linked_credit(s, i) or opens_picture(s, i) or is_framed_credit(s, i)
end

return { find_captions = find_captions, is_caption = is_caption, may_be_linked = may_be_linked }
