-- Every key of a rule, once: where it may stand, what it holds, what it is for, and the
-- words people use for it. Validation, the "did you mean" of messages, the documentation
-- and the editor stub are made from this table.

local schema = {}

-- Segments in which the running text may stand, and all that the story's own parts need.
local body_in = { "story", "entry", "sidebar" }
local story_in = { "story", "entry" }
local told_in = { "story", "entry", "teaser" }

--- One row a key. `on`: "rule", or the kinds of segment that may bear it. `type`: how
--- rule/check.lua reads it ("part" is a value that claims text under the key as its tag).
--- `also`: other names for it. `own`: a rule does not take it over from its family.
schema.keys = {
  { key = "name", on = { "rule", "layout" }, type = "string", own = true,
    doc = "The rule's name; by default the file's. Of a layout: what sheets call it, by default its number.",
    also = { "id" } },
  { key = "extends", on = { "rule" }, type = "string", own = true,
    doc = 'The family it belongs to: "cms/arc". What that rule says stands here too, but for the keys given here.',
    also = { "extend", "inherit", "inherits", "base", "parent", "family" } },
  { key = "hosts", on = { "rule" }, type = "hosts", own = true,
    doc = 'The sites it is for: "example.org", "*.example.org" for all below it. The longest that fits wins.',
    also = { "host", "domain", "domains", "site", "sites", "url", "urls" } },
  { key = "paths", on = { "rule" }, type = "globs", own = true,
    doc = 'Narrows hosts by the start of the URL\'s path; * stands for anything: "/opinion/".', also = { "path" } },
  { key = "layouts", on = { "rule" }, type = "layouts", also = { "layout", "variants", "versions" },
    doc = "Several makes of page at once: what each says stands before the rule's own keys; the first whose story "
      .. "is on the page counts." },
  { key = "valid", on = { "rule", "layout" }, type = "valid",
    doc = 'The days on which pages were so made: { from = "2019-06", to = "2023-12-31" }.',
    also = { "valid_until", "until", "dates", "period" } },
  { key = "when", on = { "rule", "layout" }, type = "evidence",
    doc = "What must be found on the page for the rule, or layout, to be for it.",
    also = { "if", "only_if", "evidence", "detect" } },
  { key = "fill", on = { "rule", "layout", "story", "sidebar", "teaser", "entry", "comment" }, type = "switch",
    doc = "false: the generic rule adds nothing (to the page, or in the segment).", also = { "generic", "autofill" } },
  { key = "required", on = { "rule", "layout", "story", "sidebar", "teaser", "entry", "comment" }, type = "required",
    doc = 'Keys whose values must find something, or the sheet bears a notice: { "headline", "byline" }. '
      .. "In the rule itself: of the story.", also = { "require", "requires", "must", "mandatory" } },
  { key = "zone", on = { "rule", "layout" }, type = "zone",
    doc = 'Where the site\'s clocks stand ("Europe/Berlin"), or what zone names of the page are worth: '
      .. '{ EST = "-05:00" }, or both: { "America/Toronto", EST = "-05:00" }.', also = { "zones", "timezone", "tz" } },
  { key = "input", on = { "rule" }, type = "input", own = true,
    doc = '"html" (default), "xml" (feeds, NITF, NewsML-G2) or "text": pages saved as flat text.' },
  { key = "lines", on = { "rule" }, type = "lines",
    doc = "Classes of lines for plan: a list of exact lines, patterns and line { … }." },
  { key = "plan", on = { "rule" }, type = "plan",
    doc = "A grammar over the page's lines, in the notation of LPeg's re.",
    also = { "grammar" } },
  { key = "kinds", on = { "rule" }, type = "kinds",
    doc = 'Own kinds of segment, and the one each behaves as: { infobox = "sidebar" }.', also = { "segments" } },
  { key = "parts", on = { "rule" }, type = "parts",
    doc = 'Own tags, and the one each behaves as: { rating = "note" }.', also = { "tags_as" } },
  { key = "divide", on = { "rule" }, type = "function",
    doc = "function(page, context): claims over blocks; ranks below what the rule names." },
  { key = "tests", on = { "rule" }, type = "tests", own = true,
    doc = "Stored pages and what they must give.", also = { "test" } },
  { key = "maintainer", on = { "rule" }, type = "string", own = true,
    doc = "Who looks after the rule.", also = { "owner" } },
  { key = "version", on = { "rule" }, type = "text", own = true, doc = "The rule's own version." },

  { key = "chrome", on = { "rule", "layout" }, type = "segment",
    doc = "Furniture of the site. It closes: nothing inside it is claimed again.",
    also = { "strip", "remove", "ignore", "exclude", "skip", "furniture", "boilerplate" } },
  { key = "story", on = { "rule", "layout" }, type = "segment", doc = "The piece itself.",
    also = { "article", "main", "post" } },
  { key = "sidebar", on = { "rule", "layout", "story", "entry", "sidebar" }, type = "segment",
    doc = "A box of editorial content beside the story: related, most read, facts.",
    also = { "box", "boxes", "sidebars", "related", "aside", "rail" } },
  { key = "teaser", on = { "rule", "layout", "story", "entry", "sidebar" }, type = "segment",
    doc = "One promoted piece.", also = { "teasers", "promo", "item", "items", "card", "cards" } },
  { key = "entry", on = { "story" }, type = "segment", doc = "One update of a live blog.",
    also = { "entries", "update", "updates" } },
  { key = "comment", on = { "rule", "layout", "story", "entry", "comment" }, type = "segment",
    doc = "A reader's comment.", also = { "comments" } },

  { key = "at", on = { "segment" }, type = "place",
    doc = "The elements that are such a segment, one segment for each.",
    also = { "selector", "css", "where", "root" } },
  { key = "starts", on = { "segment" }, type = "place",
    doc = "Where segments start in a run of sibling blocks; each ends where the next starts.",
    also = { "start", "from" } },
  { key = "ends", on = { "segment" }, type = "place", doc = "Where the run of segments ends (not included).",
    also = { "end", "stops", "to", "until" } },
  { key = "href", on = { "teaser" }, type = "link", doc = "The link of the piece; by default the headline's.",
    also = { "url", "link" } },
  { key = "tags", on = { "segment" }, type = "tags", doc = "Free tags for each such segment: strings, or key = value.",
    also = { "tag" } },

  { key = "headline", on = told_in, type = "part", doc = "The headline.",
    also = { "title", "head", "hed", "heading" } },
  { key = "kicker", on = told_in, type = "part", doc = "The label over the headline.",
    also = { "eyebrow", "overline", "label", "section", "category", "slug", "topic" } },
  { key = "dek", on = told_in, type = "part", doc = "Standfirst, summary, key points.",
    also = { "standfirst", "strap", "strapline", "deck", "subtitle", "subhead", "subheading", "subheadline", "summary",
             "description", "lede", "lead", "teaser_text", "intro", "excerpt", "blurb" } },
  { key = "byline", on = told_in, type = "part",
    doc = "Who wrote it: the whole line.", also = { "authors", "by", "writer", "writers" } },
  { key = "author", on = told_in, type = "mark",
    doc = "A name in the byline: a mark there, or a byline of its own where the segment names none.",
    also = { "author_name" } },
  { key = "dateline", on = story_in, type = "mark",
    doc = "Where the report was filed: a mark in the paragraph that begins with it.", also = { "location" } },
  { key = "published", on = told_in, type = "time", doc = "When it was published.",
    also = { "date", "time", "datetime", "pubdate", "publication_date", "published_at", "timestamp" } },
  { key = "modified", on = story_in, type = "time", doc = "When it was changed last.",
    also = { "updated", "updated_at", "modified_at", "last_modified" } },
  { key = "read_time", on = story_in, type = "part", doc = "How long it takes to read.", also = { "reading_time" } },

  { key = "body", on = body_in, type = "region",
    doc = "The running text: its elements get their default tags (p a paragraph, li a list_item, …).",
    also = { "content", "text", "article_body" } },
  { key = "paragraph", on = body_in, type = "part", doc = "A paragraph.", also = { "p", "para", "paragraphs" } },
  { key = "crosshead", on = body_in, type = "part", doc = "A heading within the running text.",
    also = { "subhead", "subheading", "section_heading", "intertitle", "h2", "h3" } },
  { key = "list_item", on = body_in, type = "part", doc = "An item of a list.", also = { "li", "item", "bullet" } },
  { key = "table", on = body_in, type = "part", doc = "A table." },
  { key = "preformatted", on = body_in, type = "part",
    doc = "Text whose white space counts.", also = { "pre", "code" } },
  { key = "blockquote", on = body_in, type = "part", doc = "A quotation set apart.", also = { "quote" } },
  { key = "embed", on = body_in, type = "part",
    doc = "An embedded post or player.", also = { "tweet", "video", "iframe" } },
  { key = "pull_quote", on = body_in, type = "part", doc = "Repeats the text in large type: not body.",
    also = { "pullquote" } },
  { key = "image", on = { "story", "entry", "sidebar", "teaser" }, type = "image", doc = "A picture.",
    also = { "img", "picture", "photo", "figure", "thumbnail" } },
  { key = "caption", on = { "story", "entry", "sidebar", "teaser" }, type = "part", doc = "A picture's caption.",
    also = { "cutline", "figcaption", "legend" } },
  { key = "media_credit", on = body_in, type = "part", doc = "Who made the picture.",
    also = { "photo_credit", "image_credit", "photographer" } },
  { key = "credit", on = story_in, type = "part", doc = 'Contribution or agency line: "With files from …".',
    also = { "agency", "source", "contributors" } },
  { key = "note", on = story_in, type = "part", doc = "An editor's note.", also = { "editors_note", "disclosure" } },
  { key = "correction", on = story_in, type = "part", doc = "A correction.", also = { "corrections", "erratum" } },
  { key = "bio", on = story_in, type = "part", doc = "About the author.", also = { "author_bio", "about" } },
  { key = "heading", on = { "sidebar" }, type = "part", doc = "The box's label.",
    also = { "headline", "title", "label", "header" } },
  { key = "detail", on = { "teaser" }, type = "part", doc = "Counter, duration, source and the like.",
    also = { "meta", "info", "duration", "counter" } },
  { key = "text", on = { "comment", "chrome" }, type = "part", doc = "The text.", also = { "body", "content" } },
}

--- The kinds of segment that a rule may name without declaring them.
schema.kinds = { "story", "sidebar", "teaser", "entry", "comment", "chrome" }

--- The words that make values, and what each gives: "node" (elements), "block", "string".
schema.matchers = {
  css = { gives = "node", argument = "selector", doc = "A CSS selector." },
  xpath = { gives = "node", argument = "expression", doc = "An XPath 1.0 expression." },
  block = { gives = "block", argument = "pattern", doc = "Blocks whose text fits a Lua pattern." },
  meta = { gives = "string", argument = "name", doc = "A meta element's content, by name or property." },
  jsonld = { gives = "string", argument = "path", doc = "A value of the page's JSON-LD, by its path." },
  line = { gives = "block", argument = "traits", takes = "galley.traits",
           doc = "Blocks, or lines of a plan, that look so: every trait must hold." },
  pattern = { gives = "pattern", argument = "pattern", doc = "A Lua pattern on a line (in lines only)." },
}

--- What `line { … }` may say of a line, beside the items of a list: exact lines, patterns and
--- lines, of which the line must be one. Types are read by rule/line_traits.lua.
schema.traits = {
  { key = "case", type = "cases", doc = "How its letters stand, one or a list of: upper, lower, title, sentence, "
      .. "mixed, none (it has no letter with a case).",
    also = { "letters", "caps", "capitals", "uppercase" } },
  { key = "words", type = "count", doc = "How many words, by white space: 5, { 1, 5 }, { min = 2 }.",
    also = { "word_count", "tokens" } },
  { key = "chars", type = "count", doc = "How many characters.",
    also = { "length", "characters", "size", "len", "width" } },
  { key = "digits", type = "count", doc = "How many digits.", also = { "numbers", "numerals" } },
  { key = "position", type = "position",
    doc = "Which line of the page (or segment): 1, { 1, 3 }, -1 for the last, { -3, -1 }.",
    also = { "line", "number", "index", "place", "nth", "row" } },
  { key = "begins", type = "set",
    doc = 'The first character is one of these; after ^ none of these: "–•*".',
    also = { "starts", "first", "prefix", "start", "begin" } },
  { key = "ends", type = "set",
    doc = 'The last character, or that before closing quotes and brackets, is one of these; after ^ none: "^.!?".',
    also = { "last", "suffix", "punctuation", "finishes" } },
  { key = "sentence", type = "switch", doc = "true: it ends as a sentence does, in any script; false: it does not.",
    also = { "stop", "terminal", "full_stop", "period", "terminated" } },
  { key = "within", type = "selector", doc = "A selector: the whole line stands in such an element.",
    also = { "inside", "selector", "css", "element", "at" } },
  { key = "none", type = "class", doc = "Lines, patterns or line { … } of which it is none.",
    also = { "except", "without", "exclude", "unless" } },
}

--- What can be chained to a word: what it needs and what it gives then.
schema.steps = {
  attr = { needs = { node = true }, gives = "string", argument = "name", doc = "The value of an attribute." },
  before = { needs = { node = true, block = true, string = true }, gives = "same", argument = "pattern",
             doc = "What stands before the first match of the pattern." },
  after = { needs = { node = true, block = true, string = true }, gives = "same", argument = "pattern",
            doc = "What stands after the first match of the pattern." },
  date = { needs = { node = true, block = true, string = true }, gives = "date", argument = "format",
           doc = "The text as a time, by a format of strptime's letters, or the first that fits of a list." },
}

--- What a test of `tests` may hold, and what its `expect`: beside these the kinds of segment and
--- the tags, each with a count, the text of its first, or the texts of all.
schema.test = {
  { key = "page", type = "string", doc = "The page's path, from the rule's folder or --pages." },
  { key = "url", type = "string", doc = "Its URL." },
  { key = "sha256", type = "string", doc = "The digest of its bytes, unpacked: by it the page is found anywhere." },
  { key = "date", type = "string", doc = "When it was taken." },
  { key = "expect", type = "table", doc = "What its sheet must hold." },
}
schema.expect = {
  { key = "has", type = "texts", doc = "Strings that must stand in the text of the stories." },
  { key = "lacks", type = "texts", doc = "Strings that must not stand there." },
  { key = "sheet", type = "string", doc = "A file with the sheet as it must come out, part by part." },
}

local function contains(list, value)
  for _, item in ipairs(list) do
    if item == value then return true end
  end
  return false
end

--- The rows that may stand in a place: "rule", or a built-in kind of segment.
function schema.rows(place)
  local result = {}
  for _, row in ipairs(schema.keys) do
    if contains(row.on, place) or (place ~= "rule" and place ~= "layout" and contains(row.on, "segment")) then
      result[#result + 1] = row
    end
  end
  return result
end

--- The same as a map from key to row.
function schema.index(place)
  local result = {}
  for _, row in ipairs(schema.rows(place)) do result[row.key] = row end
  return result
end

--- Other words -> keys, of those that may stand in the place; the first row wins.
function schema.synonyms(place)
  local result = {}
  for _, row in ipairs(schema.rows(place)) do
    for _, word in ipairs(row.also or {}) do result[word] = result[word] or row.key end
  end
  return result
end

local claiming = { part = true, time = true, image = true, region = true }

--- Whether a row's values claim text under the key as its tag.
function schema.is_part(row)
  return claiming[row.type] or false
end

--- Whether a built-in kind of segment may hold parts with the tag.
function schema.holds(kind, tag)
  local row = schema.index(kind)[tag]
  return row ~= nil and schema.is_part(row)
end

--- Whether any kind of segment may hold parts with the tag (`body` is no tag).
function schema.is_tag(tag)
  for _, row in ipairs(schema.keys) do
    if row.key == tag and claiming[row.type] and row.type ~= "region" then return true end
  end
  return false
end

--- Whether the word is a built-in kind of segment.
function schema.is_kind(word)
  return contains(schema.kinds, word)
end

return schema
