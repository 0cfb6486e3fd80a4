/* sheet_marks.c: what stands inside a part: links, emphasis, code; and the link of a
   teaser. */
#include <string.h>

#include "sheet.h"

static const char *mark_of(const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  if (n->kind != NODE_ELEMENT || (n->space != SPACE_HTML && n->space != SPACE_XML)) return NULL;
  switch (n->name) {
    case NAME_A: return "link";
    case NAME_EM: case NAME_I: return "em";
    case NAME_STRONG: case NAME_B: return "strong";
    case NAME_CODE: return "code";
    default: return NULL;
  }
}

static const page_attr *href_of(const page *p, uint32_t row) {
  return page_is_named(p, row, NAME_A) ? page_attribute(p, row, NAME_HREF) : NULL;
}

/* Writes one mark over a range that begins in a row or a little behind. */
static void write_mark(sheet *s, const writer *w, const char *tag, const page_attr *href, uint32_t row, span text) {
  w->begin_object(w->state);
  writer_key(w, "tag");
  w->string(w->state, tag, strlen(tag));
  if (href) sheet_write_attribute(s, w, "href", href);
  sheet_write_read(s, w, row, text);
  s->gathered.count = 0;
  text_spans_near(s->division->page, row, text, &s->gathered);
  sheet_write_spans(s, w);
  w->end_object(w->state);
}

/* The array begins with its first mark, so that parts without marks have none. */
typedef struct mark_array {
  bool begun;
} mark_array;

static void begin_marks(mark_array *a, const writer *w) {
  if (a->begun) return;
  writer_key(w, "marks");
  w->begin_array(w->state);
  a->begun = true;
}

static span overlap_of(span a, span b) {
  return (span){a.start > b.start ? a.start : b.start, a.stop < b.stop ? a.stop : b.stop};
}

/* A part that an element's default made bears the marks of the body that it is of. */
static void write_claimed_marks(sheet *s, const writer *w, const sheet_item *part, mark_array *array) {
  const claims *c = s->division->claims;
  uint32_t id = part->claim == CLAIM_NONE ? part->rule : part->claim;
  if (id == CLAIM_NONE) return;
  for (uint32_t m = c->list.items[id].marks; m != CLAIM_NONE; m = c->marks.items[m].next)
    for (uint32_t r = part->ranges; r != CLAIM_NONE; r = s->ranges.items[r].next) {
      uint32_t row = s->ranges.items[r].row;
      span text = text_trim_near(s->division->page, row, overlap_of(c->marks.items[m].text, s->ranges.items[r].text));
      if (text.start >= text.stop) continue;
      begin_marks(array, w);
      write_mark(s, w, claims_text(c, c->marks.items[m].tag), NULL, row, text);
    }
}

/* The first row of a block's inline content: the outermost inline element around its
   first text. */
static uint32_t first_inline(const page *p, const block *b) {
  uint32_t row = b->first;
  while (p->nodes[row].parent != PAGE_NONE && p->nodes[row].parent > b->node &&
         !text_is_block(p, p->nodes[row].parent)) row = p->nodes[row].parent;
  return row;
}

static void write_markup_marks(sheet *s, const writer *w, const sheet_range *range, mark_array *array) {
  const page *p = s->division->page;
  const block *b = &s->division->blocks->items[range->block];
  for (uint32_t row = first_inline(p, b); row <= b->last; row++) {
    const char *tag = mark_of(p, row);
    if (!tag) continue;
    span text = text_trim_near(p, row, overlap_of(page_text_range(p, row), range->text));
    const page_attr *href = href_of(p, row);
    if (text.start >= text.stop || (tag[0] == 'l' && !href)) continue;
    begin_marks(array, w);
    write_mark(s, w, tag, href, row, text);
  }
}

void sheet_write_marks(sheet *s, const writer *w, const sheet_item *part) {
  mark_array array = {false};
  write_claimed_marks(s, w, part, &array);
  for (uint32_t r = part->ranges; r != CLAIM_NONE; r = s->ranges.items[r].next)
    write_markup_marks(s, w, &s->ranges.items[r], &array);
  if (array.begun) w->end_array(w->state);
}

/* -- the link of a teaser ----------------------------------------------------------- */

static const page_attr *link_around(const page *p, uint32_t row) {
  const page_attr *found = NULL;
  for (; row != PAGE_NONE && !found; row = p->nodes[row].parent) found = href_of(p, row);
  return found;
}

static const page_attr *link_within(const page *p, uint32_t first, uint32_t end) {
  const page_attr *found = NULL;
  for (uint32_t row = first; row < end && !found; row++) found = href_of(p, row);
  return found;
}

static const page_attr *link_of_part(const sheet *s, const sheet_item *part) {
  const page *p = s->division->page;
  if (part->ranges == CLAIM_NONE) return NULL;
  const sheet_range *range = &s->ranges.items[part->ranges];
  const block *b = &s->division->blocks->items[range->block];
  for (uint32_t row = first_inline(p, b); row <= b->last; row++) {
    span shared = overlap_of(page_text_range(p, row), range->text);
    if (shared.start < shared.stop && href_of(p, row)) return href_of(p, row);
  }
  return link_around(p, b->first);
}

const page_attr *sheet_link(const sheet *s, const sheet_item *teaser) {
  const page_attr *found = NULL;
  for (uint32_t i = teaser->first; i != CLAIM_NONE && !found; i = s->items.items[i].next)
    if (strcmp(s->items.items[i].word, "headline") == 0) found = link_of_part(s, &s->items.items[i]);
  if (!found && teaser->node != PAGE_NONE)
    found = link_within(s->division->page, teaser->node, s->division->page->nodes[teaser->node].end);
  return found;
}
