-- Pages saved as flat text, a line a block, of any site: the story first, then boxes of
-- teasers. Nothing but the lines' own looks is there to go by: their length, punctuation,
-- case, digits, words, neighbours, and whether the running text takes up their words.
--
-- Each line gets the role that fits it best in its row of lines (text/row.lua) by weights
-- that were learned (text/weights.lua, by spec/tools/train_text.lua).

local reader = include "text/lines"
local traits = include "text/traits"
local row = include "text/row"
local claims = include "text/claims"
local weights = include "text/weights"

return {
  name = "text",
  input = "text",
  divide = function(page)
    local lines, after = reader.read_lines(page)
    local roles = row.decode(traits.traits_of(lines), weights)
    local list = claims.claims_of(lines, roles)
    claims.add_after(list, page, after)
    return list
  end,
}
