-- The generic rule: reads a page that no other rule knows. It decides by features of
-- blocks (core/block_features.h lists the columns) and of the boxes they stand in,
-- holds what metadata says against the text, and claims story, boxes of teasers and
-- comments. What it leaves is chrome. Its folder: page/ is how it sees a page (features,
-- words, dates, addresses), body/ the running text, story/ what stands around that, lists/
-- boxes of teasers, comments/ what readers said, reasons.lua what `galley explain` tells.

local view = include "generic/page/view"
local headline = include "generic/story/headline"
local container = include "generic/body/container"
local body = include "generic/body/body"
local head = include "generic/story/head"
local dek = include "generic/story/dek"
local lists = include "generic/lists/boxes"
local story = include "generic/story/story"
local reasons = include "generic/reasons"
local begin, sum_in = view.begin, view.sum_in
local find_headline = headline.find_headline
local find_container = container.find_container
local check_crossheads, mark_running = include("generic/body/crossheads").check_crossheads, body.mark_running
local take_references = include("generic/body/references").take_references
local find_captions = include("generic/story/caption").find_captions
local mark_foreign = include("generic/body/foreign").mark_foreign
local gather = include("generic/body/gather").gather
local infobox = include "generic/body/infobox"
local drop_insets = include("generic/body/insets").drop_insets
local drop_offers = include("generic/body/offers").drop_offers
local drop_streams = include("generic/body/streams").drop_streams
local find_recipe, keep_cells = include("generic/body/recipe").find_recipe, include("generic/body/tables").keep_cells
local thread = include "generic/body/posts"
local poems = include "generic/body/verse"
local find_verse, take_verse = poems.find_verse, poems.take_verse
local text_bounds, trim_tail = body.text_bounds, body.trim_tail
local label_captions, label_head = include("generic/story/pictures").label_captions, head.label_head
local label_opening, relabel_first = head.label_opening, head.relabel_first
local find_boxes = lists.find_boxes
local label_tail = include("generic/story/tail").label_tail
local release_item_dates = include("generic/story/item_dates").release_item_dates
local label_footnotes = include("generic/story/footnotes").label_footnotes
local label_foot = include("generic/story/foot").label_foot
local label_sources = include("generic/story/sources").label_sources
local find_day, find_writer = include("generic/story/day").find_day, include("generic/story/signature").find_writer
local find_comments = include("generic/comments/comments").find_comments
local find_entries = include("generic/story/entries").find_entries
local assemble = story.assemble

-- Marks the running text: of the container and what belongs to it, or of a thread's posts.
local function mark_text(s)
  s.container = find_container(s)
  local posts = thread.find_thread(s)
  local box, verse = find_verse(s)
  s.container = posts and posts[1] or box or s.container
  if not s.container then return end
  s.container_weight = math.max(1, sum_in(s, s.weights_all, s.container))
  mark_foreign(s)
  mark_running(s)
  body.adopt(s)
  trim_tail(s)
  take_references(s)
  check_crossheads(s)
  if posts then thread.take_posts(s, posts)
  elseif verse then take_verse(s, verse)
  else gather(s) end
  body.drop_legal(s)
  body.drop_below(s)
  drop_streams(s)
  drop_insets(s)
  drop_offers(s)
  infobox.set_apart(s)
  find_recipe(s)
  s.first, s.last = body.dated_bounds(s)
end

local function read_story(s)
  s.headline = find_headline(s)
  if s.headline then
    s.role[s.headline] = "headline"
    headline.mark_copies(s)
  end
  find_captions(s)
  mark_text(s)
  if not s.first then
    thread.take_opening(s)
    s.first, s.last = text_bounds(s)
  end
  if not s.first then return end
  headline.lift(s)
  if not s.headline then
    s.headline = headline.nearest_heading(s, s.first)
    if s.headline then
      s.role[s.headline] = "headline"
      find_captions(s)
    end
  end
  relabel_first(s)
  s.first, s.last = text_bounds(s, s.first, s.last)
  if not s.first then return end
  if s.headline then
    label_head(s)
    dek.lift_dek(s)
    dek.settle(s)
  else label_opening(s) end
  label_captions(s)
  label_sources(s)
  label_footnotes(s)
  label_foot(s)
  label_tail(s)
  find_day(s)
  find_writer(s)
  release_item_dates(s)
  find_entries(s)
end

local function divide_page(page, context)
  local s = begin(page, context)
  if s.count == 0 then return {} end
  read_story(s)
  keep_cells(s)
  local list = assemble(s, infobox.add_infoboxes(s, find_boxes(s)), find_comments(s))
  return context.explain and reasons.add_reasons(s, list) or list
end

return { name = "generic", input = "html", divide = divide_page }
