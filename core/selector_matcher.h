/* selector_matcher.h: between the parts of selector: one run of a selector over a
   page, and the walks over a page's arrays that it needs.
   A matcher's tables are made when they are first asked for. They speed up what
   steps would bound anyway, and cover the rows below the matcher's root. */
#ifndef GALLEY_SELECTOR_MATCHER_H
#define GALLEY_SELECTOR_MATCHER_H

#include "selector_index.h"
#include "selector_parts.h"

#pragma GCC visibility push(hidden)

#define MATCHER_SLOTS 32 /* tables of a kind; what is beyond does without */

/* How a match ended, and how far the failure reaches: another row there cannot do
   better. It is what keeps a search from trying the same rows again. */
typedef enum outcome {
  OUTCOME_UNKNOWN,    /* only in memos */
  OUTCOME_MATCH,
  OUTCOME_NOT_HERE,   /* this row fails */
  OUTCOME_NO_SIBLING, /* so do its earlier siblings */
  OUTCOME_NO_ANCESTOR /* and its ancestors */
} outcome;

/* For :has(x) of one compound: no row of [low, hit) matches x; `hit` does where
   `found`, else it is as far as the search came. */
typedef struct has_place {
  uint32_t low, hit;
  bool found;
} has_place;

/* What the index can say of a compound: an element needs all of the bits, and the
   type, which HTML and foreign elements have in other spelling. */
typedef struct need {
  index_bits bits;
  uint32_t html, foreign; /* names; PAGE_NONE where the page has none such */
  bool typed;
} need;

typedef struct matcher {
  const selector *s;
  const page *p;
  const selector_index *index;
  need *needs;               /* for each compound */
  uint32_t *names;           /* the page's numbers for the selector's names */
  uint32_t root, stop;       /* memos and tables are for the rows of (root, stop) */
  uint32_t anchor;           /* of the :has() that is being tested */
  uint64_t steps;            /* how many are left */
  status failed;             /* STATUS_OK, or why it stopped */
  uint8_t *memos[MATCHER_SLOTS];
  uint32_t *counts[MATCHER_SLOTS];
  has_place places[MATCHER_SLOTS];
  struct type_count {
    uint32_t key, count;
  } *types;                  /* a hash table, for one parent at a time */
  uint32_t type_capacity, type_mask;
} matcher;

bool matcher_begin(matcher *m, const selector *s, const page *p, uint32_t root, uint32_t stop, uint64_t steps);
void matcher_end(matcher *m);

/* Spends steps; false when they are used up. */
static inline bool matcher_step(matcher *m, uint64_t count) {
  if (m->steps < count) {
    m->failed = m->failed == STATUS_OK ? STATUS_LIMIT : m->failed;
    m->steps = 0;
    return false;
  }
  m->steps -= count;
  return m->failed == STATUS_OK;
}

/* Whether the index lets a row be what a compound asks for; false for other rows
   than elements. */
static inline bool matcher_admits(const matcher *m, const compound *c, uint32_t row) {
  const need *n = &m->needs[c - m->s->compounds];
  uint32_t type = m->index->types[row];
  if (type < INDEX_TYPE || !index_holds(m->index->bits[row], n->bits)) return false;
  if (!n->typed) return true;
  unsigned space = (type - INDEX_TYPE) % 4;
  uint32_t name = space == SPACE_HTML ? n->html : n->foreign;
  return name != PAGE_NONE && type == index_type(name, space);
}

/* The memo of a slot for a row, or NULL where it has none. */
uint8_t *matcher_memo(matcher *m, uint32_t slot, uint32_t row);

bool match_compound(matcher *m, const compound *c, uint32_t row);
/* A compound and all that is to its left. */
outcome match_chain(matcher *m, const compound *c, uint32_t row);
/* Whether one branch of a list matches. */
bool match_list(matcher *m, uint32_t first, uint32_t row);
bool match_nth(matcher *m, const simple *s, uint32_t row);
bool match_has(matcher *m, const simple *s, uint32_t row);
/* Classes, ids, attributes: what looks at one element alone. */
bool match_class(matcher *m, const simple *s, uint32_t row);
bool match_id(matcher *m, const simple *s, uint32_t row);
bool match_attribute(matcher *m, const simple *s, uint32_t row);

/* The element around an element, or PAGE_NONE. A template's content has none. */
static inline uint32_t element_parent(const page *p, uint32_t row) {
  uint32_t up = p->nodes[row].parent;
  return up != PAGE_NONE && p->nodes[up].kind == NODE_ELEMENT ? up : PAGE_NONE;
}
/* A row, or the first sibling after it, that is an element, or PAGE_NONE. */
static inline uint32_t element_from(const page *p, uint32_t row) {
  while (row != PAGE_NONE && p->nodes[row].kind != NODE_ELEMENT) row = page_next(p, row);
  return row;
}
static inline uint32_t element_next(const page *p, uint32_t row) {
  return element_from(p, page_next(p, row));
}
/* The sibling element before, or PAGE_NONE. */
uint32_t element_previous(const page *p, uint32_t row);
bool element_is_first(const page *p, uint32_t row);

#pragma GCC visibility pop
#endif
