/* claim.c: gathering claims. */
#include "claim.h"

#include <stdlib.h>
#include <string.h>

void claims_init(claims *c) {
  *c = (claims){0};
}

void claims_free(claims *c) {
  for (uint32_t i = 0; i < c->words.count; i++) free(c->words.items[i].text);
  free(c->words.items);
  free(c->list.items);
  free(c->ranges.items);
  free(c->fields.items);
  free(c->marks.items);
  buffer_free(&c->strings);
  claims_init(c);
}

status claims_status(const claims *c) {
  if (c->over_limit) return STATUS_LIMIT;
  bool failed = c->list.failed || c->ranges.failed || c->fields.failed ||
                c->marks.failed || c->words.failed || c->strings.failed;
  return failed ? STATUS_MEMORY : STATUS_OK;
}

claims_extent claims_extent_of(const claims *c) {
  return (claims_extent){c->list.count, c->ranges.count, c->fields.count, c->marks.count, c->strings.size};
}

void claims_cut(claims *c, claims_extent to) {
  c->list.count = to.claims;
  c->ranges.count = to.ranges;
  c->fields.count = to.fields;
  c->marks.count = to.marks;
  c->strings.size = to.strings;
}

uint32_t claims_find_word(const claims *c, const char *text, size_t size) {
  for (uint32_t i = 0; i < c->words.count; i++)
    if (c->words.items[i].size == size && memcmp(c->words.items[i].text, text, size) == 0) return i;
  return CLAIM_NONE;
}

uint32_t claims_word(claims *c, const char *text, size_t size) {
  uint32_t known = claims_find_word(c, text, size);
  if (known != CLAIM_NONE) return known;
  if (c->words.count >= CLAIM_WORDS_MAX) {
    c->over_limit = true;
    return CLAIM_NONE;
  }
  char *copy = malloc(size + 1);
  claim_word *slot = copy ? word_list_push(&c->words) : NULL;
  if (!slot) {
    free(copy);
    c->words.failed = true;
    return CLAIM_NONE;
  }
  memcpy(copy, text, size);
  copy[size] = '\0';
  *slot = (claim_word){copy, size};
  return c->words.count - 1;
}

const char *claims_text(const claims *c, uint32_t word) {
  return word < c->words.count ? c->words.items[word].text : "";
}

claim *claims_add(claims *c, claim_type type, uint32_t word, uint32_t owner) {
  if (c->list.count >= CLAIM_MAX) {
    c->over_limit = true;
    return NULL;
  }
  claim *added = claim_list_push(&c->list);
  if (!added) return NULL;
  *added = (claim){
    .type = (uint8_t)type, .word = word, .owner = owner, .layer = 1,
    .node = PAGE_NONE, .file = CLAIM_NONE, .why = CLAIM_NONE,
    .ranges = CLAIM_NONE, .last_range = CLAIM_NONE, .given = CLAIM_NONE,
    .fields = CLAIM_NONE, .last_field = CLAIM_NONE, .closed = CLAIM_NONE,
    .marks = CLAIM_NONE, .last_mark = CLAIM_NONE,
    .hull = {UINT32_MAX, 0},
  };
  return added;
}

uint32_t claims_loose_range(claims *c, span text) {
  claim_range *r = claim_range_list_push(&c->ranges);
  if (!r) return CLAIM_NONE;
  *r = (claim_range){CLAIM_NONE, text};
  return c->ranges.count - 1;
}

void claims_take_ranges(claims *c, uint32_t id, uint32_t first) {
  claim *owner = &c->list.items[id];
  if (owner->last_range == CLAIM_NONE) owner->ranges = first;
  else c->ranges.items[owner->last_range].next = first;
  for (uint32_t r = first; r != CLAIM_NONE; r = c->ranges.items[r].next) {
    span text = c->ranges.items[r].text;
    owner->last_range = r;
    owner->size += text.stop - text.start;
    if (text.start < owner->hull.start) owner->hull.start = text.start;
    if (text.stop > owner->hull.stop) owner->hull.stop = text.stop;
  }
}

void claims_add_range(claims *c, uint32_t id, span text) {
  if (text.start < text.stop) claims_take_ranges(c, id, claims_loose_range(c, text));
}

void claims_add_given(claims *c, uint32_t id, span given) {
  claim_range *r = claim_range_list_push(&c->ranges);
  if (!r) return;
  *r = (claim_range){c->list.items[id].given, given};
  c->list.items[id].given = c->ranges.count - 1;
}

void claims_add_mark(claims *c, uint32_t id, uint32_t tag, span text) {
  claim_mark *m = claim_mark_list_push(&c->marks);
  if (!m) return;
  *m = (claim_mark){CLAIM_NONE, tag, text};
  claim *owner = &c->list.items[id];
  uint32_t added = c->marks.count - 1;
  if (owner->last_mark == CLAIM_NONE) owner->marks = added;
  else c->marks.items[owner->last_mark].next = added;
  owner->last_mark = added;
}

static uint32_t keep_string(claims *c, const char *string, size_t size) {
  if (c->strings.size + size > UINT32_MAX) {
    c->over_limit = true;
    return 0;
  }
  uint32_t at = (uint32_t)c->strings.size;
  return buffer_append(&c->strings, string, size) ? at : 0;
}

void claims_add_field(claims *c, uint32_t id, uint32_t key, field_type type,
                      const char *string, size_t size, int64_t integer) {
  claim_field *f = claim_field_list_push(&c->fields);
  if (!f) return;
  *f = (claim_field){.next = CLAIM_NONE, .key = key, .type = type, .integer = integer};
  if (string) {
    f->string = keep_string(c, string, size);
    f->size = (uint32_t)size;
  }
  claim *owner = &c->list.items[id];
  uint32_t added = c->fields.count - 1;
  if (owner->last_field == CLAIM_NONE) owner->fields = added;
  else c->fields.items[owner->last_field].next = added;
  owner->last_field = added;
}

void claims_set_value(claims *c, uint32_t id, const char *text, size_t size) {
  claim *owner = &c->list.items[id];
  owner->value = keep_string(c, text, size);
  owner->value_size = (uint32_t)size;
  owner->has_value = true;
}

void claims_close(claims *c, uint32_t segment, uint32_t tag) {
  claim_field *f = claim_field_list_push(&c->fields);
  if (!f) return;
  *f = (claim_field){.next = c->list.items[segment].closed, .key = tag};
  c->list.items[segment].closed = c->fields.count - 1;
}

bool claims_is_closed(const claims *c, uint32_t segment, uint32_t tag) {
  for (uint32_t f = c->list.items[segment].closed; f != CLAIM_NONE; f = c->fields.items[f].next)
    if (c->fields.items[f].key == tag) return true;
  return false;
}
