-- What the address of a link says: whether it can lead to a story, or only to a section,
-- a topic, a service, or back to this page.

local phrases = include "generic/page/phrases"
local NO_STORIES, SERVICES, matches = phrases.NO_STORIES, phrases.SERVICES, phrases.matches

-- How addresses begin that lead to pages.
local WEB = patterns { "^https?:", "^/" }

local function usable(href)
  if not href or href == "" then return false end
  if matches(href, WEB) then return true end
  if href:find("^#") then return false end
  local scheme = href:match("^%s*(%a[%w+.-]*):")
  return not scheme or scheme:lower() == "http" or scheme:lower() == "https"
end

-- What stories' addresses have in their query, and how many digits or words, or how long a word, their path
-- has, at least: those of sections, topics and services are words.
local QUERIES = patterns { "%f[%w]id=%w*%d%d%d%d", "%f[%w]p=%d%d%d", "^v=%w" }
local DIGITS, LONGEST, WORDS = 4, 25, 4
local A_STORY, A_FRONT = 1, 2 -- of what addresses lead to

local LINKS = 32 -- of a page, of whose addresses there is room at once

-- What is known of the page's addresses (a rule's state is made anew for each page): what they lead to,
-- and their hosts, false where they have none.
local kinds, hosts = table.room(0, LINKS), {}

local function find_target(s, link)
  local href, kind = s.page:target(link, NO_STORIES, QUERIES, DIGITS, LONGEST, WORDS)
  if not href then return false end
  kinds[href] = kind
  return href
end

-- The address that the link of a block leads to; nil where it cannot be a story's.
local function target(s, i)
  local hrefs, link = s.hrefs, s.f.link[i]
  local href = hrefs[link]
  if href == nil then
    href = link > 0 and find_target(s, link) or false
    hrefs[link] = href
  end
  return href or nil
end

-- Whether the link of a block leads to what a site has for its readers or says of itself.
local function leads_to_service(s, i)
  local link = s.f.link[i]
  return link > 0 and not target(s, i) and matches((s.page:value(link, "href") or ""):lower(), SERVICES)
end

local function kind_of(href)
  local kind = kinds[href]
  if not kind then
    kind = href:leads(QUERIES, DIGITS, LONGEST, WORDS)
    kinds[href] = kind
  end
  return kind
end

local function leads_to_story(href)
  return (kinds[href] or kind_of(href)) == A_STORY
end

-- Names of what is asked for beside a piece, by which sites count from where readers came to it.
local COUNTED = patterns { "^utm_", "^i?ref$", "^ref[_-]", "^cid$", "^src$", "^source$", "^cmp%a*$", "^intcmp$", "^at_",
  "^from$", "^trk", "^campaign", "^medium$", "^rct$", "^ito$", "^ocid$", "^cmpid$", "^wt[_.]", "^xtor$", "^icid$" }

local pieces = {} -- addresses without that

local function without_counts(href)
  local path, query = href:match "^([^?#]*)%?([^#]*)"
  for name in (query or ""):gmatch "[^&=]+=?[^&]*" do
    if not name:match("^[^=]*"):lower():matches(COUNTED) then return href end
  end
  return path or href
end

-- The address of what a link leads to, without where readers came from: two of one piece may differ in that.
local function piece_of(href)
  if not href then return href end
  local piece = pieces[href]
  if not piece then
    piece = href:find("?", 1, true) and without_counts(href) or href
    pieces[href] = piece
  end
  return piece
end

-- Whether an address is that of a site's front page.
local function is_front(href)
  return (kinds[href] or kind_of(href)) == A_FRONT
end

-- Whether this page's own address is that of a story: then those of its site's stories are.
local function names_stories(s)
  return s.context.url ~= nil and leads_to_story(s.context.url)
end

-- What stands before the country in names under which anyone may have a site: "co.uk", "com.br".
local SHARED = { co = true, com = true, org = true, net = true, gov = true, gob = true, ac = true, edu = true,
  ["or"] = true, ne = true, go = true, gr = true, web = true, nom = true, info = true }

-- The name of a site, which it may have in several countries.
local function site_name(host)
  local rest, last = host:gsub(":%d+$", ""):match("^(.*)%.([^.]+)$")
  if not rest then return host end
  local before, shared = rest:match("^(.*)%.([^.]+)$")
  if before and #last == 2 and SHARED[shared] then rest = before end
  return rest:match("([^.]+)$")
end

-- What an address asks for, by which some sites tell their stories.
local function query_of(href)
  return href:match("^[^#]*%?([^#]*)") or ""
end

-- The page's own addresses: the one it was read from, and the one that it says it has, since a copy is read elsewhere.
local function own_addresses(s)
  local witnesses, list = s.context.witnesses, {}
  for _, address in ipairs { s.context.url or "", witnesses and witnesses.canonical or "" } do
    local host, path = address:address()
    local name = host and site_name(host)
    if address ~= "" then
      list[#list + 1] = { host = host, name = name, path = path:gsub("/$", ""), query = query_of(address) }
    end
  end
  return list
end

local function is_foreign(s, host)
  local known, name = false, site_name(host)
  for _, own in ipairs(s.own) do
    if own.name == name then return false end
    known = known or own.name ~= nil
  end
  return known
end

-- Whether an address is on another site than the page's own, as far as that is known.
local function is_elsewhere(s, href)
  local host = hosts[href]
  if host == nil then
    host = href:address() or false
    hosts[href] = host
  end
  if not host then return false end
  if s.away[host] == nil then
    s.own = s.own or own_addresses(s)
    s.away[host] = is_foreign(s, host)
  end
  return s.away[host]
end

-- Whether a link of this path leads to one of the page's own addresses, or to what stands below a story: its next page,
-- its pictures.
local function is_at(s, own, href, path)
  if path ~= own.path then return path:sub(1, #own.path + 1) == own.path .. "/" and names_stories(s) end
  return own.query == "" or own.query == query_of(href) or leads_to_story(path)
end

-- Whether a link leads to the page that it stands on.
local function is_own_page(s, href)
  s.own = s.own or own_addresses(s)
  for _, own in ipairs(s.own) do
    if #own.path > 0 and href:find(own.path, 1, true) then
      local host, path = href:address()
      if (not host or host == own.host) and is_at(s, own, href, (path:gsub("/$", ""))) then return true end
    end
  end
  return false
end

-- What addresses of pages of one kind have in common: host, depth of the path and how it ends.
-- @param own a host that may as well be left out
local function form_of(href, own)
  local host, path = href:address()
  if host == own then host = nil end
  local _, depth = path:gsub("/", "")
  return ("%s %d %s"):format(host or "", depth, path:match("[^/]%.(%w+)$") or path:match("/$") or "")
end

-- How addresses of readers' comments end.
local REMARKS = patterns { "#comment%-?%d+$", "#respond$" }

--- Whether a link leads to what a reader said below another story: it bears that story's headline.
local function is_remark(s, href)
  return matches(href, REMARKS) and not is_own_page(s, href)
end

return {
  form_of = form_of,
  is_elsewhere = is_elsewhere, is_front = is_front, is_own_page = is_own_page, is_remark = is_remark,
  leads_to_service = leads_to_service, leads_to_story = leads_to_story,
  names_stories = names_stories, piece_of = piece_of, target = target, usable = usable,
}
