/* sheet_write.c: a sheet's content, through a writer, keys in a fixed order. */
#include <stdlib.h>
#include <string.h>

#include "sheet.h"

/* Whether a word is this one. Most differ in their first letter. */
static bool is(const char *word, const char *this) {
  return word[0] == this[0] && strcmp(word, this) == 0;
}

static void write_text(const writer *w, const char *key, const char *text) {
  writer_key(w, key);
  w->string(w->state, text, strlen(text));
}

void sheet_write_spans(const sheet *s, const writer *w) {
  writer_key(w, "spans");
  w->spans(w->state, s->gathered.items, s->gathered.count);
}

/* Finds the rows and spans of all ranges: parts and the segments around them share them. */
static void find_spans(sheet *s) {
  const page *p = s->division->page;
  s->spans.count = 0;
  for (uint32_t i = 0; i < s->ranges.count; i++) {
    sheet_range *r = &s->ranges.items[i];
    r->spans = s->spans.count;
    r->row = text_row_near(p, s->division->blocks->items[r->block].first, r->text.start);
    text_spans_near(p, r->row, r->text, &s->spans);
    r->spans_end = s->spans.count;
  }
}

/* Appends the spans of a list of ranges to those gathered. */
static void gather_spans(sheet *s, uint32_t range) {
  for (uint32_t r = range; r != CLAIM_NONE; r = s->ranges.items[r].next)
    for (uint32_t i = s->ranges.items[r].spans; i < s->ranges.items[r].spans_end; i++) {
      span *added = span_list_push(&s->gathered);
      if (added) *added = s->spans.items[i];
    }
}

void sheet_write_attribute(const sheet *s, const writer *w, const char *key, const page_attr *a) {
  size_t size;
  const char *value = page_attr_value(s->division->page, a, &size);
  while (size && text_is_space(value[0])) value++, size--;
  while (size && text_is_space(value[size - 1])) size--;
  writer_key(w, key);
  w->string(w->state, value, size);
}

static void append_line(buffer *out, uint32_t line) {
  char digits[12];
  size_t at = sizeof digits;
  if (!line) return;
  for (; line; line /= 10) digits[--at] = (char)('0' + line % 10);
  digits[--at] = ':';
  buffer_append(out, digits + at, sizeof digits - at);
}

/* Makes "file:line" of a claim, if it is not the one made last. */
static void find_origin(sheet *s, const claim *x) {
  const claims *c = s->division->claims;
  if (s->origin.size && s->origin_file == x->file && s->origin_line == x->line) return;
  s->origin.size = 0;
  if (x->file < c->words.count) buffer_append(&s->origin, c->words.items[x->file].text, c->words.items[x->file].size);
  append_line(&s->origin, x->line);
  s->origin_file = x->file;
  s->origin_line = x->line;
}

/* "file:line" of the claim; text that nobody claimed says so. */
static void write_rule(sheet *s, const writer *w, uint32_t rule) {
  if (rule == CLAIM_NONE) {
    write_text(w, "rule", "unclaimed");
    return;
  }
  find_origin(s, &s->division->claims->list.items[rule]);
  writer_key(w, "rule");
  w->string(w->state, s->origin.data ? s->origin.data : "", s->origin.size);
}

/* -- fields ------------------------------------------------------------------ */

static void write_word_key(const claims *c, const writer *w, uint32_t word) {
  bool known = word < c->words.count;
  w->key(w->state, known ? c->words.items[word].text : "", known ? c->words.items[word].size : 0);
}

static const claim *claim_behind(const sheet *s, const sheet_item *item) {
  return item->claim == CLAIM_NONE ? NULL : &s->division->claims->list.items[item->claim];
}

static bool has_field(const sheet *s, const sheet_item *item, const char *key) {
  const claims *c = s->division->claims;
  const claim *x = claim_behind(s, item);
  for (uint32_t f = x ? x->fields : CLAIM_NONE; f != CLAIM_NONE; f = c->fields.items[f].next)
    if (c->fields.items[f].type != FIELD_TAG && is(claims_text(c, c->fields.items[f].key), key)) return true;
  return false;
}

static void write_fields(const sheet *s, const writer *w, const sheet_item *item) {
  const claims *c = s->division->claims;
  const claim *x = claim_behind(s, item);
  for (uint32_t f = x ? x->fields : CLAIM_NONE; f != CLAIM_NONE; f = c->fields.items[f].next) {
    const claim_field *field = &c->fields.items[f];
    if (field->type == FIELD_TAG) continue;
    write_word_key(c, w, field->key);
    if (field->type == FIELD_STRING) w->string(w->state, c->strings.data + field->string, field->size);
    else if (field->type == FIELD_INTEGER) w->integer(w->state, field->integer);
    else w->boolean(w->state, field->integer != 0);
  }
}

/* Free tags: an object where the first has a key, else an array of strings; one of the
   other shape has no place there. */
static void write_tags(const sheet *s, const writer *w, const sheet_item *item) {
  const claims *c = s->division->claims;
  const claim *x = claim_behind(s, item);
  bool begun = false, keyed = false;
  for (uint32_t f = x ? x->fields : CLAIM_NONE; f != CLAIM_NONE; f = c->fields.items[f].next) {
    const claim_field *field = &c->fields.items[f];
    if (field->type != FIELD_TAG || (begun && keyed != (field->key != CLAIM_NONE))) continue;
    if (!begun) {
      keyed = field->key != CLAIM_NONE;
      writer_key(w, "tags");
      if (keyed) w->begin_object(w->state);
      else w->begin_array(w->state);
    }
    begun = true;
    if (keyed) write_word_key(c, w, field->key);
    if (field->integer) w->boolean(w->state, true);
    else w->string(w->state, c->strings.data + field->string, field->size);
  }
  if (begun && keyed) w->end_object(w->state);
  else if (begun) w->end_array(w->state);
}

static void write_attribute(const sheet *s, const writer *w, const char *key, uint32_t row, uint32_t name) {
  const page_attr *a = page_attribute(s->division->page, row, name);
  if (a) sheet_write_attribute(s, w, key, a);
}

/* -- what some tags say of themselves ------------------------------------------- */

static uint32_t climb_to(const page *p, uint32_t row, uint32_t name) {
  while (row != PAGE_NONE && !page_is_named(p, row, name)) row = p->nodes[row].parent;
  return row;
}

static uint32_t element_of(const sheet *s, const sheet_item *part) {
  if (part->node != PAGE_NONE) return part->node;
  if (part->ranges == CLAIM_NONE) return PAGE_NONE;
  return s->division->blocks->items[s->ranges.items[part->ranges].block].node;
}

static void write_list_item(const sheet *s, const writer *w, const sheet_item *part) {
  const page *p = s->division->page;
  int64_t level = 0;
  bool ordered = false;
  for (uint32_t row = element_of(s, part); row != PAGE_NONE; row = p->nodes[row].parent) {
    bool ol = page_is_named(p, row, NAME_OL);
    if (!ol && !page_is_named(p, row, NAME_UL)) continue;
    if (level == 0) ordered = ol;
    level++;
  }
  writer_key(w, "level");
  w->integer(w->state, level ? level : 1);
  writer_key(w, "ordered");
  w->boolean(w->state, ordered);
}

static void write_cell(sheet *s, const writer *w, const sheet_item *part, uint32_t row) {
  span cell = page_text_range(s->division->page, row);
  s->text.size = 0;
  for (uint32_t r = part->ranges; r != CLAIM_NONE; r = s->ranges.items[r].next) {
    span text = s->ranges.items[r].text;
    if (text.start < cell.start) text.start = cell.start;
    if (text.stop > cell.stop) text.stop = cell.stop;
    if (text.start < text.stop) text_read_near(s->division->page, row, text, false, &s->text);
  }
  w->string(w->state, s->text.data ? s->text.data : "", s->text.size);
}

/* Rows of cells; those of tables inside the table are rows of it. */
static void write_rows(sheet *s, const writer *w, const sheet_item *part) {
  const page *p = s->division->page;
  bool in_row = false;
  if (part->node == PAGE_NONE || !page_is_named(p, part->node, NAME_TABLE)) return;
  writer_key(w, "rows");
  w->begin_array(w->state);
  for (uint32_t row = part->node; row < p->nodes[part->node].end; row++) {
    if (page_is_named(p, row, NAME_TR)) {
      if (in_row) w->end_array(w->state);
      w->begin_array(w->state);
      in_row = true;
    }
    if (in_row && (page_is_named(p, row, NAME_TD) || page_is_named(p, row, NAME_TH))) write_cell(s, w, part, row);
  }
  if (in_row) w->end_array(w->state);
  w->end_array(w->state);
}

static void write_image(const sheet *s, const writer *w, const sheet_item *part) {
  if (part->node == PAGE_NONE) return;
  if (!has_field(s, part, "src")) write_attribute(s, w, "src", part->node, NAME_SRC);
  if (!has_field(s, part, "alt")) write_attribute(s, w, "alt", part->node, NAME_ALT);
}

/* Which image a caption or credit is of: the first in the same figure. */
static void write_of(const sheet *s, const writer *w, const sheet_item *part) {
  const page *p = s->division->page;
  uint32_t row = element_of(s, part), figure = row == PAGE_NONE ? row : climb_to(p, row, NAME_FIGURE);
  if (figure == PAGE_NONE || has_field(s, part, "of")) return;
  for (uint32_t i = figure; i < p->nodes[figure].end; i++)
    if (page_is_html(p, i, NAME_IMG)) {
      write_attribute(s, w, "of", i, NAME_SRC);
      return;
    }
}

static void write_own_fields(sheet *s, const writer *w, const sheet_item *part) {
  if (is(part->word, "list_item")) write_list_item(s, w, part);
  else if (is(part->word, "table")) write_rows(s, w, part);
  else if (is(part->word, "image")) write_image(s, w, part);
  else if (is(part->word, "caption") || is(part->word, "media_credit")) write_of(s, w, part);
}

/* -- parts ------------------------------------------------------------------------ */

void sheet_write_read(sheet *s, const writer *w, uint32_t row, span text) {
  const page *p = s->division->page;
  size_t size;
  const char *as_is = text_read_as_is(p, row, text, &size);
  writer_key(w, "text");
  if (as_is) {
    w->string(w->state, as_is, size);
    return;
  }
  s->text.size = 0;
  text_read_near(p, row, text, false, &s->text);
  w->string(w->state, s->text.data ? s->text.data : "", s->text.size);
}

/* What is read in several ranges, or in one with its white space. */
static void write_read_ranges(sheet *s, const writer *w, uint32_t range, bool preserve) {
  s->text.size = 0;
  for (uint32_t r = range; r != CLAIM_NONE; r = s->ranges.items[r].next)
    text_read_near(s->division->page, s->ranges.items[r].row, s->ranges.items[r].text, preserve, &s->text);
  writer_key(w, "text");
  w->string(w->state, s->text.data ? s->text.data : "", s->text.size);
}

static void write_part_text(sheet *s, const writer *w, const sheet_item *part) {
  const claim *x = claim_behind(s, part);
  if (x && x->has_value) {
    writer_key(w, "text");
    w->string(w->state, s->division->claims->strings.data + x->value, x->value_size);
    return;
  }
  if (part->ranges == CLAIM_NONE) return;
  const sheet_range *first = &s->ranges.items[part->ranges];
  bool preserve = is(part->word, "preformatted");
  if (preserve || first->next != CLAIM_NONE) write_read_ranges(s, w, part->ranges, preserve);
  else sheet_write_read(s, w, first->row, first->text);
}

static void write_part_spans(sheet *s, const writer *w, const sheet_item *part) {
  const claim *x = claim_behind(s, part);
  s->gathered.count = 0;
  if (part->ranges != CLAIM_NONE) {
    gather_spans(s, part->ranges);
    sheet_write_spans(s, w);
    return;
  }
  for (uint32_t r = x ? x->given : CLAIM_NONE; r != CLAIM_NONE; r = s->division->claims->ranges.items[r].next) {
    span *given = span_list_push(&s->gathered);
    if (given) *given = s->division->claims->ranges.items[r].text;
  }
  if (s->gathered.count == 0 && part->node != PAGE_NONE && !(x && x->has_value)) {
    span *tag = span_list_push(&s->gathered);
    if (tag) *tag = text_given(s->division->page, s->division->page->nodes[part->node].tag);
  }
  sheet_write_spans(s, w);
}

/* Asked for outside its segment, or given to it by a later layer from outside. */
static bool is_detached(const sheet *s, const sheet_item *part) {
  const claim *x = claim_behind(s, part);
  const claim *around = part->parent == CLAIM_NONE ? NULL : claim_behind(s, &s->items.items[part->parent]);
  if (!x || x->detached) return x != NULL;
  if (part->ranges == CLAIM_NONE || !around || around->size == 0) return false;
  return s->ranges.items[part->ranges].text.start < around->hull.start ||
         s->ranges.items[part->last_range].text.stop > around->hull.stop;
}

static void write_part(sheet *s, const writer *w, const sheet_item *part) {
  bool in_chrome = part->parent != CLAIM_NONE && s->items.items[part->parent].behaves == AS_CHROME;
  w->begin_object(w->state);
  write_text(w, "tag", part->word);
  write_part_text(s, w, part);
  write_fields(s, w, part);
  write_own_fields(s, w, part);
  write_part_spans(s, w, part);
  if (!in_chrome) sheet_write_marks(s, w, part);
  write_tags(s, w, part);
  if (is_detached(s, part)) {
    writer_key(w, "detached");
    w->boolean(w->state, true);
  }
  write_rule(s, w, part->rule);
  w->end_object(w->state);
}

/* -- segments ------------------------------------------------------------------------ */

static int by_start(const void *a, const void *b) {
  const span *x = a, *y = b;
  if (x->start != y->start) return x->start < y->start ? -1 : 1;
  return (x->stop > y->stop) - (x->stop < y->stop);
}

/* They are in order but where parts were moved. */
static void sort_gathered(sheet *s) {
  span *spans = s->gathered.items;
  for (uint32_t i = 1; i < s->gathered.count; i++)
    if (by_start(&spans[i - 1], &spans[i]) > 0) {
      qsort(spans, s->gathered.count, sizeof *spans, by_start);
      return;
    }
}

/* The item after `i` in a segment's subtree, in document order. */
static uint32_t next_within(const sheet *s, const sheet_item *segment, uint32_t i) {
  const sheet_item *items = s->items.items;
  if (items[i].first != CLAIM_NONE) return items[i].first;
  while (items[i].next == CLAIM_NONE) {
    i = items[i].parent;
    if (i == CLAIM_NONE || &items[i] == segment) return CLAIM_NONE;
  }
  return items[i].next;
}

/* A segment's own extent, or, where it has no element, the union of the ranges of the
   parts in it, those of nested segments included. */
static void gather_segment_spans(sheet *s, const sheet_item *segment) {
  const page *p = s->division->page;
  s->gathered.count = 0;
  if (segment->node != PAGE_NONE) {
    span *extent = span_list_push(&s->gathered);
    if (extent) *extent = text_given(p, p->nodes[segment->node].extent);
    return;
  }
  for (uint32_t i = segment->first; i != CLAIM_NONE; i = next_within(s, segment, i))
    gather_spans(s, s->items.items[i].ranges);
  sort_gathered(s);
}

static void begin_segment(sheet *s, const writer *w, const sheet_item *segment) {
  w->begin_object(w->state);
  write_text(w, "kind", segment->word);
  if (segment->behaves == AS_TEASER && !has_field(s, segment, "href")) {
    const page_attr *link = sheet_link(s, segment);
    if (link) sheet_write_attribute(s, w, "href", link);
  }
  write_fields(s, w, segment);
  if (segment->rank) writer_key(w, "rank"), w->integer(w->state, segment->rank);
  gather_segment_spans(s, segment);
  sheet_write_spans(s, w);
  write_rule(s, w, segment->rule);
  write_tags(s, w, segment);
  writer_key(w, "content");
  w->begin_array(w->state);
}

static void end_segment(const writer *w) {
  w->end_array(w->state);
  w->end_object(w->state);
}

/* Goes down and along without recursion: pages nest as deep as they like. */
status sheet_write(sheet *s, const writer *w) {
  uint32_t at = s->first;
  find_spans(s);
  w->begin_array(w->state);
  while (at != CLAIM_NONE) {
    const sheet_item *item = &s->items.items[at];
    if (!item->is_segment) write_part(s, w, item);
    else {
      begin_segment(s, w, item);
      if (item->first != CLAIM_NONE) {
        at = item->first;
        continue;
      }
      end_segment(w);
    }
    while (at != CLAIM_NONE && s->items.items[at].next == CLAIM_NONE) {
      at = s->items.items[at].parent;
      if (at != CLAIM_NONE) end_segment(w);
    }
    if (at != CLAIM_NONE) at = s->items.items[at].next;
  }
  w->end_array(w->state);
  return s->text.failed || s->origin.failed || s->spans.failed || s->gathered.failed ? STATUS_MEMORY : STATUS_OK;
}
