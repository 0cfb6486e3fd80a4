--- What a file's name says: the page's id, and whether it is HTML, XML or flat text.

local name = {}

local KINDS = {
  html = "html", htm = "html", shtml = "html",
  xml = "xml", rss = "xml", atom = "xml", nitf = "xml", xhtml = "xml", xht = "xml",
  txt = "text", text = "text",
}

local function base(path)
  return path:match "[^/]+$" or path
end

--- The id of a page: its file's name less one `.gz`, then one `.html` or `.txt`.
function name.id(path)
  local id = base(path)
  id = id:match "^(.+)%.gz$" or id
  return id:match "^(.+)%.html$" or id:match "^(.+)%.txt$" or id
end

--- "html", "xml" or "text" where the name's ending says so, else nil.
function name.kind(path)
  local stem = base(path)
  stem = stem:match "^(.+)%.[gG][zZ]$" or stem
  local ending = stem:match "%.(%w+)$"
  return ending and KINDS[ending:lower()]
end

return name
