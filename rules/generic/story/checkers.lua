-- Lines at the head of a story that say who checked it: "Medically reviewed by Ann Lee", or the words alone and
-- the name in the line below. They stand with the byline, though they name no author.

local view = include "generic/page/view"
local all_names = include("generic/story/authors").all_names
local lower_of, says, text_of = view.lower_of, view.says, view.text_of

local WORDS = 9 -- of such a line, at most
local ALONE = 4 -- of the words without the name

local CHECKED = patterns {
  "^verified by%f[%A]", "^reviewed by%f[%A]", "^%a+ reviewed by%f[%A]", "^fact.checked by%f[%A]", "^checked by%f[%A]",
  "^tested by%f[%A]", "^edited by%f[%A]", "^approved by%f[%A]", "^geprüft von%f[%A]", "^%S+ geprüft von%f[%A]",
  "^..berprüft von%f[%A]", "^..berprüft durch%f[%A]", "^getestet von%f[%A]", "^verifiziert von%f[%A]",
  "^relue? par%f[%A]", "^vérifiée? par%f[%A]", "^validée? par%f[%A]", "^revue? par%f[%A]", "^testée? par%f[%A]",
  "^revisad[oa] por%f[%A]", "^verificad[oa] por%f[%A]", "^checad[oa] por%f[%A]",
  "^revisionato da%f[%A]", "^verificato da%f[%A]", "^controllato da%f[%A]", "^revisione di%f[%A]",
  "^gecontroleerd door%f[%A]", "^beoordeeld door%f[%A]", "^nagekeken door%f[%A]", "^granska[dt] av%f[%A]",
  "^faktagranska[dt] av%f[%A]", "^kvalitetssikret a[vf]%f[%A]", "^faktasjekket av%f[%A]", "^faktatjekket af%f[%A]",
  "^zweryfikowane przez%f[%A]", "^sprawdzone przez%f[%A]", "^ditinjau %a*%s?%a*%s?oleh%f[%A]", "^..роверено",
}

local function says_checked(s, i)
  return s.f.words[i] <= WORDS and says(s, i, CHECKED)
end

-- Whether a line is the words without a name.
local function is_alone(s, i)
  return s.f.words[i] <= ALONE and lower_of(s, i):find("%f[%w][bvpdo]%l+%s?:?$") ~= nil and says_checked(s, i)
end

--- Whether a line by the headline says who checked the story.
local function is_checker(s, i)
  local f = s.f
  if f.level[i] > 0 or f.words[i] > WORDS or f.digits[i] > 0 then return false end
  if says_checked(s, i) then
    return is_alone(s, i) or text_of(s, i):find("%s[%u\xC3-\xE1][^%s]*$") ~= nil
  end
  return i > 1 and s.role[i - 1] == "byline" and is_alone(s, i - 1) and all_names(text_of(s, i))
end

return { is_checker = is_checker }
