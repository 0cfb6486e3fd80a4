/* selector_count.c: :nth-child() and its kin. The places of all children of a parent
   are counted at once, when the first of them is asked for. */
#include <stdlib.h>
#include <string.h>

#include "selector_matcher.h"

#define COUNT_NONE UINT32_MAX /* not among those that are counted */

/* Whether some n >= 0 makes An + B the place. */
static bool is_nth(const simple *s, uint32_t place) {
  if (place == COUNT_NONE || place > INT32_MAX) return false;
  int64_t beyond = (int64_t)place - s->b;
  if (s->a == 0) return beyond == 0;
  return beyond % s->a == 0 && beyond / s->a >= 0;
}

static uint32_t type_key(const page *p, uint32_t row) {
  return p->nodes[row].name * 4 + p->nodes[row].space + 1; /* 0 is an empty place of the table */
}

/* The counter of a type. Types that are not told apart share one. */
static uint32_t *type_counter(matcher *m, const simple *s, uint32_t row) {
  uint32_t key = s->flags & NTH_TYPE ? type_key(m->p, row) : 1;
  uint32_t at = key * 0x9E3779B1u;
  for (at ^= at >> 15;; at++) {
    struct type_count *t = &m->types[at & m->type_mask];
    if (t->key != 0 && t->key != key) continue;
    t->key = key;
    return &t->count;
  }
}

/* Empties the table, with room for twice as many types as there are children. */
static bool types_begin(matcher *m, const simple *s, uint32_t first) {
  uint32_t children = 1, size = 16;
  if (s->flags & NTH_TYPE) {
    for (uint32_t at = first; at != PAGE_NONE; at = element_next(m->p, at)) children++;
  }
  while (size < children * 2) size *= 2;
  if (size > m->type_capacity) {
    struct type_count *grown = realloc(m->types, size * sizeof *grown);
    if (!grown) {
      m->failed = STATUS_MEMORY;
      return false;
    }
    m->types = grown;
    m->type_capacity = size;
  }
  m->type_mask = size - 1;
  memset(m->types, 0, size * sizeof *m->types);
  return true;
}

static bool is_counted(matcher *m, const simple *s, uint32_t row) {
  return s->branch == SELECTOR_NONE || match_list(m, s->branch, row);
}

/* Writes the places of the children from `first` on; 0 in the table means unknown. */
static void count_children(matcher *m, const simple *s, uint32_t first, uint32_t *table) {
  for (uint32_t at = first; at != PAGE_NONE; at = element_next(m->p, at)) {
    table[at - m->root] = is_counted(m, s, at) ? 1 : COUNT_NONE;
    if (!matcher_step(m, 1)) return;
  }
  if (!types_begin(m, s, first)) return;
  for (uint32_t at = first; at != PAGE_NONE; at = element_next(m->p, at)) {
    if (table[at - m->root] != COUNT_NONE) table[at - m->root] = ++*type_counter(m, s, at);
  }
  if (!(s->flags & NTH_LAST)) return;
  for (uint32_t at = first; at != PAGE_NONE; at = element_next(m->p, at)) {
    uint32_t *place = &table[at - m->root];
    if (*place != COUNT_NONE) *place = *type_counter(m, s, at) - *place + 1;
  }
}

/* The place of one row, without a table. */
static uint32_t count_one(matcher *m, const simple *s, uint32_t row) {
  uint32_t parent = m->p->nodes[row].parent, place = 0;
  bool last = s->flags & NTH_LAST;
  if (!is_counted(m, s, row)) return COUNT_NONE;
  uint32_t at = last || parent == PAGE_NONE ? row : element_from(m->p, page_first_child(m->p, parent));
  for (; at != PAGE_NONE && matcher_step(m, 1); at = element_next(m->p, at)) {
    bool alike = !(s->flags & NTH_TYPE) || type_key(m->p, at) == type_key(m->p, row);
    if (alike && is_counted(m, s, at)) place++;
    if (!last && at == row) break;
  }
  return place;
}

bool match_nth(matcher *m, const simple *s, uint32_t row) {
  if (s->slot >= MATCHER_SLOTS || row <= m->root || row >= m->stop) return is_nth(s, count_one(m, s, row));
  uint32_t **table = &m->counts[s->slot];
  if (!*table) *table = calloc(m->stop - m->root, sizeof **table);
  if (!*table) {
    m->failed = STATUS_MEMORY;
    return false;
  }
  if (!(*table)[row - m->root]) {
    uint32_t parent = m->p->nodes[row].parent;
    count_children(m, s, element_from(m->p, page_first_child(m->p, parent)), *table);
  }
  return m->failed == STATUS_OK && is_nth(s, (*table)[row - m->root]);
}
