-- The generic rule's reading holds when a site changes a little: with a hundredth of the
-- classes renamed, or the chrome in another order, a page keeps its body. On the pages of
-- SHARED/data/aeb.jsonl (../shared where SHARED is not set; pending where it is not there).

local cjson = require "cjson"
local collections = require "spec.tools.collections"
local core = require "galley.core"
local galley = require "galley"
local pack = require "galley.rule.pack"
local perturb = require "spec.tools.perturb"

local SHARED = os.getenv "SHARED" or "../shared"
local SEEDS = { 1, 2, 3 }

-- The body's words with their counts, how many they are, and the story's spans.
local function body_of(html, url, rules)
  local words, count, spans = {}, 0, {}
  local sheet <close> = assert(galley.extract(html, { url = url, rules = rules }))
  for _, tag in ipairs { "paragraph", "crosshead", "list_item", "blockquote", "preformatted", "table" } do
    for part in galley.walk(sheet, "story", tag) do
      for word in (part.text or ""):gmatch "[%w\128-\255]+" do
        words[word] = (words[word] or 0) + 1
        count = count + 1
      end
    end
  end
  for story in galley.walk(sheet, "story") do
    for _, span in ipairs(story.spans or {}) do spans[#spans + 1] = span end
  end
  return words, count, spans
end

local function likeness(a, a_count, b, b_count)
  local hit = 0
  for word, n in pairs(a) do hit = hit + math.min(n, b[word] or 0) end
  return a_count + b_count == 0 and 1 or 2 * hit / (a_count + b_count)
end

local function pages()
  local list = {}
  for line in io.lines(SHARED .. "/data/aeb.jsonl") do
    local one = cjson.decode(line)
    local file <close> = assert(io.open(SHARED .. "/data/" .. one.html, "rb"))
    local bytes = file:read "a"
    list[#list + 1] = { id = one.id, url = one.url,
      html = core.is_gzip(bytes) and assert(core.gunzip(bytes, 1 << 28)) or bytes }
  end
  return list
end

-- How many of the changed pages keep their body, of how many, and the worst of the others.
local function count_kept(change)
  local rules = assert(pack.new { dirs = { "rules" }, shipped = false })
  local kept, all, lost = 0, 0, {}
  for _, page in ipairs(pages()) do
    local words, count, spans = body_of(page.html, page.url, rules)
    for _, seed in ipairs(SEEDS) do
      local changed = change(page.html, spans, seed)
      if changed ~= page.html then
        local now, now_count = body_of(changed, page.url, rules)
        local same = likeness(words, count, now, now_count)
        all = all + 1
        if same >= 0.98 then kept = kept + 1 else lost[#lost + 1] = ("%s %d %.2f"):format(page.id, seed, same) end
      end
    end
  end
  return kept, all, table.concat(lost, "\n")
end

local function there()
  if os.getenv "GALLEY_SANITIZED" then return pending "the sanitizers see enough pages elsewhere" end
  if collections.exists(SHARED .. "/data/aeb.jsonl") then return true end
  pending(SHARED .. "/data/aeb.jsonl is not at hand: SHARED names the folder that has it")
end

describe("a page's body, read by the generic rule,", function()
  it("stays when a hundredth of the classes is renamed", function()
    if not there() then return end
    local kept, all, lost = count_kept(function(html, _, seed) return perturb.rename_classes(html, 0.01, seed) end)
    assert.is_true(all > 200 and kept >= 0.97 * all, ("%d of %d\n%s"):format(kept, all, lost))
  end)

  it("stays when the chrome is set in another order", function()
    if not there() then return end
    local kept, all, lost = count_kept(perturb.reorder_chrome)
    assert.is_true(all > 100 and kept >= 0.97 * all, ("%d of %d\n%s"):format(kept, all, lost))
  end)
end)
