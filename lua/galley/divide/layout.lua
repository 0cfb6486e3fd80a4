--- Which rule, and which of its layouts, is for a page: by the days for which it is valid, by
-- evidence on the page, by its story.

local match = require "galley.divide.match"

local layout = {}

--- The day of a page: of its capture, or what the page says of itself; nil where none is known.
function layout.day(context)
  if context.date then return context.date:sub(1, 10) end
  for _, one in ipairs(context.witnesses and context.witnesses.published or {}) do
    local day = one.value:match "^%d%d%d%d%-%d%d%-%d%d"
    if day then return day end
  end
end

-- A bound may be a year or a month: it is compared by what it says.
local function invalid(valid, day)
  if not valid or not day then return nil end
  if valid.from and day:sub(1, #valid.from) < valid.from then
    return ("valid from %s, and the page is of %s"):format(valid.from, day)
  elseif valid.to and day:sub(1, #valid.to) > valid.to then
    return ("valid to %s, and the page is of %s"):format(valid.to, day)
  end
end

--- Whether a rule, or layout, is for the page by `valid` and `when`. `engine_of(rule)` gives an
-- engine that looks at the page. @return true, or false and why not
function layout.fits(rule, context, engine_of)
  local why = invalid(rule.valid, layout.day(context))
  if why then return false, why end
  if rule.when then
    local engine = engine_of(rule)
    if #match.all(engine, rule.when, engine.whole) == 0 then
      return false, "what it looks for by `when` is not on the page"
    end
  end
  return true
end

-- Whether a story of the rule is on the page: its place, or without one any of its parts.
local function has_story(rule, engine)
  for _, segment in ipairs(rule.segments) do
    if (rule.kinds[segment.kind] or segment.kind) == "story" then
      local place = segment.starts or segment.at
      if place and #match.all(engine, place, engine.whole) > 0 then return true end
      for _, part in ipairs(place and {} or segment.parts) do
        if #match.all(engine, part.value, engine.whole) > 0 then return true end
      end
    end
  end
  return rule.plan ~= nil and rule.plan.match(engine.page, engine.budget) ~= nil
end

--- The first layout of a rule that fits the page and whose story is on it, or nil.
function layout.choose(rule, context, engine_of)
  for _, one in ipairs(rule.layouts) do
    if layout.fits(one, context, engine_of) and has_story(one, engine_of(one)) then return one end
  end
end

return layout
