--- What some bytes are: a page of HTML, XML, flat text, or something that is no page.
-- Only what is certain is refused: the first bytes of a known file format, a value
-- that parses as JSON, bytes that no text encoding has.

local cjson = require "cjson"

local kind = {}

local HEAD = 4096         -- how many bytes are looked at to tell text from others
local JSON_MOST = 1 << 24 -- larger values are judged by their first line alone

-- First bytes → what the file is, for the message.
local MAGIC = {
  { "\x89PNG\r\n", "an image (PNG)" }, { "\xFF\xD8\xFF", "an image (JPEG)" },
  { "GIF8", "an image (GIF)" }, { "II*\0", "an image (TIFF)" }, { "MM\0*", "an image (TIFF)" },
  { "%PDF-", "a PDF" }, { "PK\3\4", "a ZIP archive" }, { "\x7FELF", "a program" },
  { "BZh", "a bzip2 archive" }, { "\xFD7zXZ\0", "an xz archive" }, { "\x28\xB5\x2F\xFD", "a Zstandard archive" },
  { "\x1F\x8B", "a gzip file inside a gzip file" }, { "SQLite format 3\0", "a database" },
  { "OggS", "sound or video" }, { "ID3", "sound (MP3)" }, { "wOFF", "a font" }, { "wOF2", "a font" },
}

local function known_format(bytes)
  for _, entry in ipairs(MAGIC) do
    if bytes:sub(1, #entry[1]) == entry[1] then return entry[2] end
  end
  if bytes:find "^RIFF....WEBP" then return "an image (WebP)" end
  if bytes:find "^....ftypavi" then return "an image (AVIF)" end
  if bytes:find "^....ftyp" then return "video (MP4)" end
end

local function starts_utf16(bytes)
  return bytes:find "^\xFF\xFE" or bytes:find "^\xFE\xFF"
end

-- Control characters that no text has, NUL among them, over one in fifty. A few
-- stray ones stand in real pages.
local function looks_binary(head)
  if starts_utf16(head) then return false end
  local _, odd = head:gsub("[\0-\8\14-\26\28-\31]", "")
  return odd * 50 > #head
end

local function is_json(bytes)
  local opening = bytes:match "^\xEF?\xBB?\xBF?%s*([%[{])"
  if not opening then return false end
  local body = bytes:gsub("^\xEF\xBB\xBF", "")
  if #body <= JSON_MOST and pcall(cjson.decode, body) then return true end
  local line = body:match "^%s*([^\n]+)\n" -- JSON Lines
  return line ~= nil and #line > 1 and pcall(cjson.decode, line)
end

--- Names what the bytes are that cannot be a page, or nil where they may be one.
-- @return "empty" | "image" | "json" | "binary", a phrase for the message
function kind.refused(bytes)
  if not bytes:find "%S" then return "empty", bytes == "" and "empty" or "nothing but white space" end
  local format = known_format(bytes)
  if format then return format:find "image" and "image" or "binary", format end
  if looks_binary(bytes:sub(1, HEAD)) then return "binary", "binary data" end
  if is_json(bytes) then return "json", "JSON" end
end

-- Root elements of news in XML, which need no declaration.
local ROOTS = { rss = true, rdf = true, feed = true, nitf = true, newsitem = true, newsmessage = true,
  packageitem = true }

-- The name of the first element, without its prefix, behind what may stand before it.
local function root_name(head)
  local at = head:find "%S" or 1
  while head:find("^<[?!]", at) do
    local _, stop = head:find(head:find("^<!%-%-", at) and "%-%->%s*" or "^[^>]*>%s*", at)
    if not stop then return nil end
    at = stop + 1
  end
  return head:match("^<%w+:(%w+)", at) or head:match("^<(%w+)", at)
end

-- A declaration alone does not make XML: HTML pages have one too, and are not well-formed.
local function is_xml(head)
  local root = root_name(head:gsub("^\xEF\xBB\xBF", ""))
  if not root then return false end
  return ROOTS[root] or head:find "^\xEF?\xBB?\xBF?%s*<%?xml[%s?]" ~= nil and root ~= "html"
end

--- "html", "xml" or "text", by the first tag-like thing among the first bytes.
function kind.sniff(bytes)
  local head = bytes:sub(1, HEAD):lower()
  if is_xml(head) then return "xml" end
  if head:find "^\xEF?\xBB?\xBF?%s*<[!?%a]" then return "html" end
  if head:find "<html[%s>]" or head:find "<body[%s>]" or head:find "<!doctype html" then return "html" end
  return "text"
end

return kind
