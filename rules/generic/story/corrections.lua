-- Notes that say what was wrong in the story.

local CORRECTS = patterns {
  "^%W*corrections?%f[%A]", "^%W*clarifications?%f[%A]", "^%W*korrektur",
  "^%W*richtigstellung", "^%W*berichtigung", "^%W*erratum", "^%W*errata", "^%W*rectificati", "^%W*correctif",
  "^%W*corrección", "^%W*rectificación", "^%W*fe de err", "^%W*rettifica", "^%W*correção", "^%W*rättelse",
  "^%W*rettelse", "^%W*oikaisu", "^%W*sprostowanie", "^%W*correctie", "^%W*düzeltme",
  "訂正", "^%W*更正", "정정", "^%W*..справление", "an earlier version of", "a previous version of",
  "in einer früheren version", "in einer früheren fassung", "una versión anterior", "une version précédente",
  "una versione precedente", "eerdere versie", "en tidigare version", "en tidligere versjon", "en tidligere version",
  "has been corrected", "was corrected", "wurde korrigiert", "^%(corrects ", "^%(corrected ", "^%(korrigiert ",
  "^%(corrigé ", "^%(corrige ",
}

-- What asks readers for corrections.
local ASKS = patterns { "if you ", "let us know", "report an? correction", "report an? error", "wenn sie ", "si vous ",
  "si usted" }

--- Adds the note at a block, as a correction where it is one.
local function add_note(s, i, content)
  local corrects = s.f:matches(i, CORRECTS) and not s.f:matches(i, ASKS)
  content[#content + 1] = { tag = corrects and "correction" or "note", block = i }
end

return { add_note = add_note }
