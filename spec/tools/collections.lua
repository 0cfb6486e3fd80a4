-- The collections of pages under SHARED/data, and lists of them for --files-from.
-- A collection is a manifest of JSON lines; `html` is a page's place below data/.

local cjson = require "cjson"

local collections = {}

--- Every collection there may be: its name and the scorer that reads its manifest.
collections.ALL = {
  { name = "labels", scorer = "score_segments.py" },
  { name = "labels-text", scorer = "score_segments.py" },
  { name = "aeb", scorer = "score_article.py" },
  { name = "fundus", scorer = "score_article.py" },
  { name = "trafilatura", scorer = "score_article.py" },
  { name = "readability", scorer = "score_article.py" },
  { name = "cleanportaleval", scorer = "score_article.py" },
}

--- True where a file is there and can be read.
function collections.exists(path)
  local file = io.open(path, "rb")
  if file then file:close() end
  return file ~= nil
end

--- A collection's manifest.
function collections.manifest(shared, name)
  return ("%s/data/%s.jsonl"):format(shared, name)
end

--- The pages of a collection: a list of tables with id, path, url (may be nil), or
-- nil where the manifest is not there.
function collections.pages(shared, name)
  local file = io.open(collections.manifest(shared, name), "rb")
  if not file then return nil end
  local pages = {}
  for line in file:lines() do
    local row = cjson.decode(line)
    local url = type(row.url) == "string" and row.url ~= "" and row.url or nil
    pages[#pages + 1] = { id = row.id, path = ("%s/data/%s"):format(shared, row.html), url = url }
  end
  file:close()
  return pages
end

--- Writes pages as a list for --files-from.
function collections.write_list(pages, path)
  local file = assert(io.open(path, "wb"))
  for _, page in ipairs(pages) do
    file:write(page.path, page.url and "\t" .. page.url:gsub("[\t\r\n]", "") or "", "\n")
  end
  assert(file:close())
end

--- A word for the shell.
function collections.quote(word)
  return "'" .. word:gsub("'", "'\\''") .. "'"
end

return collections
