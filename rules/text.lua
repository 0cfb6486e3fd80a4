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
  divide = function(page, context)
    local lines, after = reader.read_lines(page)
    local all = traits.traits_of(lines)
    local roles = row.decode(all, weights)
    for i, line in ipairs(context.explain and lines or {}) do
      line.reason = row.reason_of(all[i], roles[i], weights)
    end
    local list = claims.claims_of(lines, roles)
    claims.add_after(list, page, after)
    return list
  end,
}
