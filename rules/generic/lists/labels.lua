-- Lines that can be a list's heading: how they are set and what they say, wherever they stand.

local names = include "generic/page/names"
local phrases = include "generic/page/phrases"
local view = include "generic/page/view"
local dates = include "generic/page/dates"
local is_date_line, tells_age = dates.is_date_line, dates.tells_age
local KNOWN = include "generic/lists/known_headings"
local CONTROLS = include "generic/lists/control_words"
local FORM, BUTTON, CELL, H_BYLINE = names.FORM, names.BUTTON, names.CELL, names.H_BYLINE
local H_AD, H_HEAD = names.H_AD, names.H_HEAD
local BANNER = H_AD | H_HEAD | names.H_RELATED | names.H_POPULAR
local H_KICKER, H_NAV, H_TAGS, H_TITLE, LABEL = names.H_KICKER, names.H_NAV, names.H_TAGS, names.H_TITLE, names.LABEL
local BOILERPLATE, MORE, PAID, SHARERS = phrases.BOILERPLATE, phrases.MORE, phrases.PAID, phrases.SHARERS
local matches = phrases.matches
local is_elsewhere = include("generic/page/links").is_elsewhere
local tabs = include "generic/lists/tabs"
local SWITCHES = tabs.SWITCHES
local says, text_of = view.says, view.text_of

-- What bids the reader share or follow heads no list, nor do ranks, the minutes it takes to read
-- and handles.
local NO_LABELS = patterns {
  "^share%W*$", "^share th", "^share on ", "^teilen%W*$", "^%a+ teilen%W*$", "^partager%W*$", "^compartir%W*$",
  "^condividi%W*$", "^del%W*$", "^dela%W*$", "^delen%W*$", "^udostępnij%W*$", "^compartilh%a+%W*$", "^follow ",
  "^folgen sie", "^suivez", "^síguenos", "^seguici", "^%d+%W*$", "^%d+ ?min", "%d+ mins? read", "^print%W*$",
  "^drucken%W*$", "@", "%(%d+%)%W*$",
  "^skip to ", "^direkt zu", "^zum inhalt", "^aller au", "^saltar al?", "^ir al contenido", "^vai al contenuto",
  "^ir para o", "^naar de inhoud", "^hopp til", "^hoppa till", "^spring til", "^siirry ", "^przejdź do",
  "^leave a reply", "^leave a comment", "^post a comment", "cancel reply%W*$", "^kommentar verfassen",
  "^schreibe? einen kommentar", "antworten? abbrechen%W*$", "^publier un commentaire", "^laisser un commentaire",
  "annuler la réponse%W*$", "^deja un comentario", "^deja una respuesta", "cancelar respuesta%W*$",
  "^publicar un comentario", "^lascia un commento", "annulla risposta%W*$", "^deixe um comentário",
  "^postar um comentário",
  "^add new comment", "^add a comment", "^write a comment", "^neuer kommentar", "^kommentar schreiben",
  "^kommentar hinzufügen", "^ajouter un commentaire", "^nouveau commentaire", "^escribir? un comentario",
  "^añadir comentario", "^nuevo comentario", "^aggiungi un commento", "^scrivi un commento", "^novo comentário",
  "^adicionar comentário", "^nieuwe reactie", "^reactie toevoegen", "^skriv en kommentar", "^ny kommentar",
  "^إضافة تعليق", "^اترك تعليق", "^اترك رد", "^..аписать комментарий", "^..ставить комментарий",
  "^laat een reactie achter", "^geef een reactie", "^dodaj komentarz", "^legg igjen", "^lämna ett svar",
  "^skriv et svar",
  "^yorum yap", "^..обавить комментарий", "^コメントを残す",
  -- The way back and on in what a list shows, newsletters and what readers said.
  "^prev%W*$", "^previous%W*$", "^next%W*$", "^back%W*$", "^forward%W*$", "^%a+ arrow%W*$", "^%a+ slide%W*$",
  "^vorherige%W*$", "^nächste%W*$", "^zurück%W*$", "^weiter%W*$", "^précédente?%W*$", "^suivante?%W*$",
  "^anterior%W*$",
  "^siguiente%W*$", "^seguinte%W*$", "^próxim[oa]%W*$", "^precedente%W*$", "^successiv[oa]%W*$", "^prossim[oa]%W*$",
  "^vorige%W*$", "^volgende%W*$", "^forrige%W*$", "^neste%W*$", "^næste%W*$", "^föregående%W*$", "^nästa%W*$",
  "^edellinen%W*$", "^seuraava%W*$", "^poprzedni[ae]?%W*$", "^następn[aey]%W*$", "^předchozí%W*$", "^další%W*$",
  "^önceki%W*$", "^sonraki%W*$", "^..азад%p*$", "^..алее%p*$", "^前へ%p*$", "^次へ%p*$", "^上一[页頁篇]?%W*$",
  "^下一[页頁篇]?%W*$", "^이전%p*$", "^다음%p*$", "^السابق%p*$", "^التالي%p*$", "your inbox", "to your email",
  "in dein postfach", "in ihr postfach", "boîte mail", "boîte de réception", "en tu correo", "en su correo",
  "no seu e%-?mail", "nella tua casella", "in je inbox", "in je mailbox", "i innboksen", "i din inkorg",
  "i din indbakke",
  "na swoją skrzynkę", "^%d* ?comments?%W*$", "^%d* ?kommentare?r?%W*$", "^%d* ?commentaires?%W*$",
  "^%d* ?comentarios?%W*$", "^%d* ?comentários?%W*$", "^%d* ?commenti%W*$", "^%d* ?reacties%W*$",
  "^%d* ?komentarz[ey]%W*$",
  "^%d* ?komentáře%W*$", "^%d* ?komentari%W*$", "^%d* ?hozzászólás", "^%d* ?yorumlar%W*$", "^..омментарии%p*$",
  "^..оментарі%p*$", "^..оментари%p*$", "^σχόλια%p*$", "^التعليقات%p*$", "^コメント%p*$", "^评论%p*$",
  "^評論%p*$", "^댓글%p*$", "^bình luận%W*$",
  "^แสดงความคิดเห็น", "^ความคิดเห็น",
  "^podziel się", "^megosztás", "^oszd meg", "^sdílet%W*$", "^zdieľať", "^jaa%W*$", "^paylaş",
  "^..оделиться", "^..оділитися",
  "^..подели", "^分享", "^シェア", "^공유", "^κοινοποίηση", "^شارك", "^chia sẻ", "^bagikan", "^distribuie",
  "^podijeli", "^подели",
  -- Names of icons that a font draws, and who wrote the piece above.
  "^%l+_[%l_]+%d*$", "^%S+ 기자%p*$", "^%S+ 특파원%p*$", "^記者%S+$", "^记者%S+$",
}

local MOST = { WORDS = 6, WITH_MORE = 10 } -- of labels, and of those that end with a link to more

-- Whether a block is set or as short as labels are.
local function is_short(s, i)
  local f = s.f
  local words = f.words[i]
  if words > 12 then return false end
  if f.level[i] > 0 or f.own_hints[i] & H_TITLE ~= 0 or words <= 8 and f.own_tags[i] & LABEL ~= 0 then return true end
  if f.terminal[i] > 0 or f.chars[i] < 3 or f.digits[i] > f.chars[i] / 3 then return false end
  return words <= MOST.WORDS or f.links[i] > 0 and words <= MOST.WITH_MORE and tabs.before_link(s, i) ~= nil
end

local TABS = 4 -- in one line, at most, that lead to other pages

-- Whether a line is several links to other pages, as of topics or sections, the last not to all there is.
local function is_row_of_links(s, i)
  local f = s.f
  if f.links[i] < 2 or f.level[i] > 0 or f.link_chars[i] < 0.5 * f.chars[i] then return false end
  if matches(s.page:value(f.link[i], "href") or "", SWITCHES) then return false end
  return f.links[i] > TABS or not tabs.before_more(s, i)
end

-- Whether a line is a cell that heads others.
local function heads_cells(s, i)
  local f = s.f
  return i >= 1 and i <= s.count and f.own_tags[i] & CELL ~= 0 and s.page:name(f.node[i]) == "th"
end

-- Whether a line names a column of a table, beside others: a heading of cells, not of what they hold.
local function names_column(s, i)
  return heads_cells(s, i) and (heads_cells(s, i - 1) or heads_cells(s, i + 1))
end

-- Whether a line is what one works the page by, or a part of an item.
local function is_control(s, i)
  return says(s, i, NO_LABELS) or says(s, i, CONTROLS)
end

-- Whether a line is all there is in a box that is named an advertisement, be it a banner that says so: over an empty
-- slot.
local function fills_slot(s, i)
  local f = s.f
  local hints = f.own_hints[i] & BANNER
  if hints ~= H_AD and not (hints == H_AD | H_HEAD and says(s, i, PAID)) then return false end
  local box = f.box[i]
  return f.box_first[box] == f.box_last[box]
end

-- Whether a line is a date, or says how long ago it was, and where.
local function tells_time(text)
  return is_date_line(text) or tells_age(text)
end

-- The block just above a list that can be its heading.
local function is_label(s, i)
  local f = s.f
  if not i or i < 1 or s.role[i] or not is_short(s, i) or s.calls and s.calls[f.hash[i]] then return false end
  if s.paid[i] or f.hidden[i] == 1 and f.hidden[math.min(i + 1, s.count)] == 0 then return false end
  -- Who wrote the piece above, or when the one below came out.
  if f.own_hints[i] & H_BYLINE ~= 0 and f.links[i] > 0 or f.digits[i] > 0 and tells_time(text_of(s, i)) then
    return false
  end
  if f.own_hints[i] & H_AD ~= 0 and fills_slot(s, i) then return false end
  local around = s.around_tags[f.box[i]]
  -- What a button says heads a list where it says so, or where it is all of a heading.
  if around & FORM ~= 0 or around & BUTTON ~= 0 and f.level[i] == 0 and not says(s, i, KNOWN) then return false end
  if f.own_tags[i] & CELL ~= 0 and names_column(s, i) or is_row_of_links(s, i) then return false end
  return not (is_control(s, i) or says(s, i, BOILERPLATE))
end

-- A label that switches to a list on this page: "Most read", beside "Most shared".
local function is_tab(s, i)
  local f = s.f
  if f.links[i] ~= 1 or f.words[i] > 4 or f.link_chars[i] < f.chars[i] or s.role[i] then return false end
  return matches(s.page:value(f.link[i], "href") or "", SWITCHES) and is_label(s, i)
end

-- Whether a line is the last of links that are set alike, one after the other: of a menu.
local function ends_menu(s, i)
  local f, box, before = s.f, s.f.box, i - 1
  return f.links[i] > 0 and before > 0 and f.links[before] > 0 and f.link_chars[before] >= 0.8 * f.chars[before]
    and box[before] ~= box[i] and f.box_shape[box[before]] == f.box_shape[box[i]] and not is_tab(s, i)
end

local NO_HEADING = H_NAV | H_TAGS -- what weak labels are not named

-- Whether a label leads away from what heads lists: to another site, or as the last link of a menu.
local function leads_away(s, i, href)
  return is_elsewhere(s, href) or ends_menu(s, i)
end

-- A label without the marks of a heading, which is no menu item, no kicker or link to another site (other than where
-- it opens the box of several items), no link to more or row of choices either.
local function is_weak_label(s, i, opens)
  local f = s.f
  if f.own_hints[i] & (opens and NO_HEADING or NO_HEADING | H_KICKER) ~= 0 or not is_label(s, i) then return false end
  if text_of(s, i):find(" | ", 1, true) then return false end
  local href = f.links[i] > 0 and s.page:value(f.link[i], "href")
  if href and (matches(href, SHARERS) or not opens and leads_away(s, i, href)) then return false end
  return not says(s, i, MORE)
end

return {
  ends_menu = ends_menu, fills_slot = fills_slot, is_control = is_control, is_label = is_label, is_tab = is_tab,
  is_weak_label = is_weak_label,
}
