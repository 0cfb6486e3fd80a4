-- Short lines at the end of a story that say where it is from: agencies and their hands, sources,
-- translators, those who asked.

local phrases = include "generic/page/phrases"
local lexicon = include "generic/page/words"
local view = include "generic/page/view"
local normal, says, text_of = lexicon.normal, view.says, view.text_of
local AGENCIES = phrases.AGENCIES

local LINE_WORDS = 8 -- of such a line

-- Lines that name a source, without a colon too; ".." is a letter outside ASCII in either case.
local SOURCES = patterns {
  "^sources?%f[^%w] ?%S", "^quellen?%f[^%w] ?%S", "^fuentes?%f[^%w] ?%S", "^fonti?e?%f[^%w] ?%S",
  "^bronn?en?%f[^%w] ?%S",
  "^kilder?%f[^%w] ?%S", "^källor?%f[^%w] ?%S", "^lähde%f[^%w] ?%S", "^..ródło", "^zdroj%f[^%w] ?%S",
  "^kaynak%f[^%w] ?%S",
  "^forrás%f[^%w] ?%S", "^..сточник", "^..жерело", "^..ηγή", "^المصدر", "^%W*来源", "^%W*來源", "^%W*出典", "^출처", "^nguồn",
  "^sumber%f[^%w] ?%S", "^izvor%f[^%w] ?%S", "^sursa%f[^%w] ?%S", "^vir: ", "^..зточник", "^..звор: ", "^स्रोत",
  "^ที่มา",
  "^منبع", "^מקור", "^šaltinis", "^avots: ", "^allikas", "^theo %S+%W*$", "^%W*..о материалам ", "^%W*..а матеріалами ",
}

-- Who put a text into its language.
local TRANSLATED = patterns {
  "^aus dem %a+ von ", "^aus dem %a+ übersetzt", "^..bersetz", "^deutsch von ", "^translat", "^traduit ", "^traduction",
  "^traducid?o ", "^traducción", "^traduzi", "^traduzione", "^tradução", "^tradotto ", "^vertaald ", "^vertaling",
  "^..versätt", "^oversat", "^oversett", "^tłumacz", "^..еревод", "^..ереклад",
}

-- Who led a conversation or wrote down what was said.
local ASKED = patterns {
  "^das gespräch führten? ", "^das interview führten? ", "^die fragen stellten? ", "^interview ?: ", "^interview von ",
  "^interview by ", "^interviewed by ", "^propos recueillis par ", "^entretien réalisé par ", "^protokoll ?: ",
  "^aufgezeichnet von ", "^intervista di ", "^entrevista de ", "^as told to ", "^a cura di ",
}

-- Who worked on it besides its author, before a colon.
local EDITED = patterns {
  "^%W*editor ?: ?%S", "^%W*editors ?: ", "^%W*edited by ", "^%W*edited von ", "^%W*translated ", "^%W*reviewed by ",
  "^%W*medically reviewed ", "^%W*fact.checked by ", "^%W*geprüft von ", "^%W*faktencheck ?: ", "^%W*relu par ",
  "^%W*vérifié par ", "^%W*revisado por ", "^%W*penyunting ?: ", "^%W*redaktur ?: ", "^%W*redaktion ?: ",
  "^%W*redaktør ?: ", "^%W*redaktör ?: ", "^%W*redactie ?: ", "^%W*redakcja ?: ", "^%W*edición ?: ",
  "^%W*edição ?: ", "^%W*..едактор ?: ", "^%W*责编", "^%W*责任编辑", "^%W*責任編輯",
  "^%W*编辑[:\xEF]", "^%W*編輯[:\xEF]", "^%W*biên tập ?: ",
}

-- Lines that say whose the text is, which are an agency's where they name one.
local RIGHTS = patterns { "^%W*©", "^%W*copyright", "^%W*%(c%)" }

-- Those who sell texts, besides the agencies that bylines name.
local SYNDICATES = patterns {
  "^the canadian press$", "^canadian press$", "^press association$", "^pa media$", "^project syndicate$",
  "^the conversation$", "^tribune content agency$", "^the new york times news service$", "^creators syndicate$",
  "^king features", "^dpa%-infocom", "^australian associated press$", "^aap$", "^agencia efe$",
  "^agence france%-presse", "^thomson reuters$", "^deutsche welle$", "^dw$", "^cnn newsource",
  "^the washington post syndicate", "^united press international$", "^upi$", "^caixin", "^ips$",
  "^inter press service$", "^kyodo", "^jiji press$", "^business wire", "^pr newswire", "^globe ?newswire",
  "^accesswire",
}

-- Whether a line says that an agency has the rights: "© 2024 The Canadian Press", "Copyright: AFP, 2024".
local function names_holder(s, i)
  local holder = view.lower_of(s, i):gsub("^[^%a]*copyright", ""):gsub("^%W*c%W+", ""):gsub("^[^%a]+", "")
    :gsub("[%s,.(]*%d*[).%s]*$", "")
  return #holder >= 2 and (holder:matches(AGENCIES) or holder:matches(SYNDICATES)) or false
end

-- Lines below a text that may be such.
local BESIDE = { "^mit ", "^with ", "^avec ", "^con ", "^com ", "^med ", "^met " } -- before an agency's name
local LOOKS = { "^[^%s]*%S[/;]%S", "^%(" }
table.move(BESIDE, 1, #BESIDE, #LOOKS + 1, LOOKS)
BESIDE = patterns(BESIDE)
local MAY_CREDIT = formula("blocks", [[
  return words <= LINE_WORDS and level == 0 and hidden == 0 and link_chars < 0.7 * chars
    and (matches(SOURCES) or matches(TRANSLATED) or matches(ASKED) or matches(LOOKS)
      or matches(EDITED) or matches(RIGHTS))
]], { EDITED = EDITED, RIGHTS = RIGHTS, LINE_WORDS = LINE_WORDS, SOURCES = SOURCES, TRANSLATED = TRANSLATED,
  ASKED = ASKED, LOOKS = LOOKS })

-- Words beside agencies' names.
local WIRES = lexicon.words_of [[agentur agenturen agenturmaterial agencies agency agences agence agencias agencia
  agenzie agenzia wires wire red mit und et y e and via with avec con com med met]]

-- The names of a page's site and their words.
local function site_names(s)
  local list = {}
  for _, one in ipairs(s.sites) do
    list[normal(one.value)] = true
    for word in one.value:gmatch("%S%S%S+") do list[normal(word)] = true end
  end
  return list
end

local SIGNED = "^%(%l%l%l?%l?[/;|] ?%l%l%l?%l?%)$" -- signs of those who worked on it alone: "(abc/de)"

-- Whether a line has nothing but names of agencies or of the site, and the signs of those who worked
-- on it: "SDA/sep", "(©NTB)", "dpa/abc; red", "mit dpa", or beside an agency the site's: "HN/AFP";
-- in brackets behind it people may stand.
local function names_agencies(s, i)
  if s.f.chars[i] <= 12 and text_of(s, i):find(SIGNED) then return true end
  local text, named, signs, capitals = text_of(s, i):gsub("(%S%s+)%b()$", "%1;"), 0, 0, 0
  if s.f.words[i] > 5 or #text > 60 or not (text:find("[/();,©]") or says(s, i, BESIDE)) then return false end
  local sites
  for word in text:gmatch("[%w\128-\255.-]+") do
    local lower = word:lower():gsub("^©", "")
    if lower:matches(AGENCIES) then named = named + 1
    elseif WIRES[lower] or lower:find("^%l%l%l?%l?%l?$") and lower == word then signs = signs + 1
    elseif word:find("^%u%u%u?%u?$") then capitals = capitals + 1
    elseif lower ~= "" then
      sites = sites or site_names(s)
      if not sites[normal(word)] then return false end
    end
  end
  return named > 0 or capitals == 0 and signs > 0 and sites ~= nil
end

--- The role of a line at the end of a story that says where it is from, or nil.
local function role_of(s, i)
  local f = s.f
  if f.words[i] > LINE_WORDS or f.level[i] > 0 or f.hidden[i] == 1 then return nil end
  if says(s, i, ASKED) then return "byline" end
  if says(s, i, TRANSLATED) or f.terminal[i] == 0 and says(s, i, SOURCES) then return "credit" end
  if says(s, i, EDITED) or says(s, i, RIGHTS) and names_holder(s, i) then return "credit" end
  return names_agencies(s, i) and "credit" or nil
end

return { EDITED = EDITED, MAY_CREDIT = MAY_CREDIT, TRANSLATED = TRANSLATED, role_of = role_of }
