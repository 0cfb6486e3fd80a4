-- Lines that say where else a site can be read, told by where their links lead.

local matches = string.matches

-- Channels and programs in which sites are read.
local CHANNELS = patterns {
  "//news%.google%.", "whatsapp%.com/", "//t%.me/", "telegram%.me/", "//play%.google%.com", "//apps%.apple%.com",
  "//itunes%.apple%.com", "//line%.me/", "apple%.news/", "flipboard%.com/@",
}

--- Whether all links of a line, which has some, lead there.
local function names_channels(s, i)
  local page = s.page
  if s.f.links[i] == 0 then return false end
  local start, stop = page:block(i)
  local found = false
  for _, row in ipairs(page:find("a", s.f.node[i])) do
    local from, to = page:range(row)
    local href = from >= start and to <= stop and (page:value(row, "href") or ""):lower()
    if href and not matches(href, CHANNELS) then return false end
    found = found or href ~= false
  end
  return found
end

return names_channels
