-- What the address of a link says: whether it can lead to a story, or only to a section,
-- a topic, a service, or back to this page.

local phrases = include "generic/phrases"
local SHARERS, matches = phrases.SHARERS, phrases.matches

-- How addresses begin that lead to pages.
local WEB = patterns { "^https?:", "^/" }

local function usable(href)
  if not href or href == "" then return false end
  if matches(href, WEB) then return true end
  if href:find("^#") then return false end
  local scheme = href:match("^%s*(%a[%w+.-]*):")
  return not scheme or scheme:lower() == "http" or scheme:lower() == "https"
end

local function find_target(s, link)
  local href = s.page:value(link, "href")
  return href and usable(href) and not matches(href:lower(), SHARERS) and href
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

-- What is known of the page's addresses (a rule's state is made anew for each page): their hosts,
-- false where they have none, whether they are a story's, and whether they are a site's front page.
local hosts, stories, fronts = {}, {}, {}

local function look_at(href)
  local host, path, query, digits, longest, words = href:address()
  hosts[href] = host or false
  local story = digits >= 4 or longest >= 25 or words >= 4
    or query ~= nil and (query:find("%f[%w]id=%w*%d%d%d%d") or query:find("%f[%w]p=%d%d%d")
      or query:find("^v=%w")) ~= nil
  stories[href] = story
  fronts[href] = #path <= 1 and not story and (host ~= nil or path == "/")
  return story
end

-- Addresses of stories name their headline or have a number; those of sections, topics
-- and services are words.
local function leads_to_story(href)
  local story = stories[href]
  if story == nil then return look_at(href) end
  return story
end

-- Whether an address is that of a site's front page.
local function is_front(href)
  if fronts[href] == nil then look_at(href) end
  return fronts[href]
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

-- Whether an address is on another site than the page's own.
local function is_elsewhere(s, href)
  if hosts[href] == nil then look_at(href) end
  local host = hosts[href]
  if not host then return false end
  if s.away[host] == nil then
    local own = s.context.url and s.context.url:address()
    s.away[host] = own ~= nil and site_name(host) ~= site_name(own)
  end
  return s.away[host]
end

-- Whether a link leads to the page that it stands on.
local function is_own_page(s, href)
  if not s.context.url then return false end
  local own, own_path = s.context.url:address()
  local host, path = href:address()
  return #own_path > 1 and path:gsub("/$", "") == own_path:gsub("/$", "") and (not host or host == own)
end

return {
  is_elsewhere = is_elsewhere, is_front = is_front, is_own_page = is_own_page, leads_to_story = leads_to_story,
  names_stories = names_stories, target = target, usable = usable,
}
