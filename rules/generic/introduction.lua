-- An introduction and a dek look alike. Only what is published as an article has a dek: on a
-- page that says nowhere when it was published, an introduction is the first of the text,
-- unless it is named as newspapers name a dek.

local matches = string.matches
local DEK_NAMES = { "dek%f[%A]", "standfirst", "subtitle", "sub%-title", "sub_title", "subhead", "sub%-head",
  "lead%f[%A]", "lede", "summary", "excerpt", "chapo", "strap%-?line" }

local function is_named(s, node)
  for _ = 1, 2 do
    local class = node and s.page:attr(node, "class")
    if class and matches(class:lower(), DEK_NAMES) then return true end
    node = node and s.page:parent(node)
  end
  return false
end

-- Whether the metadata name a story, or the day it was published.
local function is_published(s)
  for _, one in ipairs(s.published) do
    if one.from == "jsonld" or one.from:find("publish", 1, true) then return true end
  end
  for _, one in ipairs(s.context.witnesses and s.context.witnesses.headline or {}) do
    if one.from == "jsonld" then return true end
  end
  return false
end

-- Deks above or in the running text that are paragraphs of it.
local function keep_introduction(s)
  if is_published(s) then return end
  local first = s.first or s.headline
  for i = math.min(s.headline or first, first), math.min(s.count, math.max(s.headline or 0, first) + 8) do
    if s.role[i] == "dek" and not is_named(s, s.f.node[i]) then s.role[i] = "paragraph" end
  end
end

return {
  keep_introduction = keep_introduction,
}
