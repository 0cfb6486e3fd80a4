/* selector_match.c: compounds and chains of compounds, matched from the right.
   A failure says how far it reaches, and what a search to the left found is noted
   for every row it passed, so that no row is searched from twice. */
#include <stdlib.h>

#include "selector_matcher.h"

uint32_t element_previous(const page *p, uint32_t row) {
  uint32_t parent = p->nodes[row].parent;
  if (parent == PAGE_NONE) return PAGE_NONE;
  for (uint32_t at = row; at - 1 > parent;) {
    at--;
    while (p->nodes[at].parent != parent) at = p->nodes[at].parent;
    if (p->nodes[at].kind == NODE_ELEMENT) return at;
  }
  return PAGE_NONE;
}

bool element_is_first(const page *p, uint32_t row) {
  uint32_t parent = p->nodes[row].parent;
  if (parent == PAGE_NONE) return true;
  while (row - 1 > parent) {
    row--;
    if (p->nodes[row].parent != parent || p->nodes[row].kind == NODE_ELEMENT) return false;
  }
  return true;
}

/* No element and no text in it, be it white space; comments do not count. */
static bool is_empty(const page *p, uint32_t row) {
  for (uint32_t at = page_first_child(p, row); at != PAGE_NONE; at = page_next(p, at)) {
    if (p->nodes[at].kind != NODE_COMMENT) return false;
  }
  return true;
}

static bool is_root(const page *p, uint32_t row) {
  uint32_t parent = p->nodes[row].parent;
  return parent != PAGE_NONE && p->nodes[parent].kind == NODE_DOCUMENT;
}

static bool match_simple(matcher *m, const simple *s, uint32_t row) {
  switch ((simple_kind)s->kind) {
  case SIMPLE_TYPE: return true; /* the index has told */
  case SIMPLE_CLASS:
  case SIMPLE_GLOB: return match_class(m, s, row);
  case SIMPLE_ID: return match_id(m, s, row);
  case SIMPLE_ATTRIBUTE: return match_attribute(m, s, row);
  case SIMPLE_FIRST: return element_is_first(m->p, row);
  case SIMPLE_LAST: return element_next(m->p, row) == PAGE_NONE;
  case SIMPLE_EMPTY: return is_empty(m->p, row);
  case SIMPLE_ROOT: return is_root(m->p, row);
  case SIMPLE_SCOPE: return m->root == 0 ? is_root(m->p, row) : row == m->root;
  case SIMPLE_NTH: return match_nth(m, s, row);
  case SIMPLE_IS: return match_list(m, s->branch, row);
  case SIMPLE_NOT: return !match_list(m, s->branch, row);
  case SIMPLE_HAS: return match_has(m, s, row);
  }
  return false;
}

bool match_compound(matcher *m, const compound *c, uint32_t row) {
  if (!matcher_step(m, 1) || !matcher_admits(m, c, row)) return false;
  for (uint32_t i = c->simple; i != SELECTOR_NONE; i = m->s->simples[i].next) {
    if (!match_simple(m, &m->s->simples[i], row)) return false;
  }
  return true;
}

/* The leftmost compound of a :has(): where it must stand is seen from the anchor. */
static outcome match_anchor(const matcher *m, const compound *c, uint32_t row) {
  const page *p = m->p;
  bool there = true;
  switch ((combinator)c->combinator) {
  case COMBINATOR_NONE: break;
  case COMBINATOR_WITHIN: there = row != m->anchor && page_inside(p, row, m->anchor); break;
  case COMBINATOR_CHILD: there = p->nodes[row].parent == m->anchor; break;
  case COMBINATOR_NEXT: there = row == element_next(p, m->anchor); break;
  case COMBINATOR_LATER:
    there = row > m->anchor && p->nodes[row].parent == p->nodes[m->anchor].parent;
    break;
  }
  return there ? OUTCOME_MATCH : OUTCOME_NOT_HERE;
}

/* The next row that a search to the left tries. */
static uint32_t leftwards(const matcher *m, const compound *c, uint32_t row) {
  bool up = c->combinator == COMBINATOR_WITHIN || c->combinator == COMBINATOR_CHILD;
  uint32_t next = up ? element_parent(m->p, row) : element_previous(m->p, row);
  return c->anchored && next != PAGE_NONE && next < m->anchor ? PAGE_NONE : next;
}

/* How a search ends that runs out of rows. */
static outcome exhausted(const compound *c) {
  bool up = c->combinator == COMBINATOR_WITHIN || c->combinator == COMBINATOR_CHILD;
  return up ? OUTCOME_NO_ANCESTOR : OUTCOME_NO_SIBLING;
}

/* Whether a failure at one row ends a search, or the next row may do better. */
static bool ends_search(const compound *c, outcome o) {
  if (o == OUTCOME_MATCH || o == OUTCOME_NO_ANCESTOR) return true;
  return o == OUTCOME_NO_SIBLING && c->combinator == COMBINATOR_LATER;
}

/* Ancestors or earlier siblings, until one matches. All rows passed share the end. */
static outcome search(matcher *m, const compound *c, uint32_t row) {
  const compound *left = &m->s->compounds[c->left];
  outcome found = OUTCOME_UNKNOWN;
  uint32_t at = row;
  while (found == OUTCOME_UNKNOWN) {
    uint8_t *memo = matcher_memo(m, c->memo, at);
    uint32_t next = memo && *memo ? PAGE_NONE : leftwards(m, c, at);
    if (memo && *memo) found = (outcome)*memo;
    else if (next == PAGE_NONE) found = exhausted(c);
    else if (!matcher_step(m, 1)) return OUTCOME_NO_ANCESTOR;
    else {
      outcome o = match_chain(m, left, next);
      if (ends_search(c, o)) found = o;
      else at = next;
    }
  }
  for (uint32_t r = row;; r = leftwards(m, c, r)) {
    uint8_t *memo = matcher_memo(m, c->memo, r);
    if (memo) *memo = (uint8_t)found;
    if (r == at || !memo) return found;
  }
}

/* A parent or the sibling before. */
static outcome one_step(matcher *m, const compound *c, uint32_t row) {
  uint32_t next = leftwards(m, c, row);
  if (next == PAGE_NONE) return exhausted(c);
  outcome o = match_chain(m, &m->s->compounds[c->left], next);
  bool up = c->combinator == COMBINATOR_CHILD;
  return up && o == OUTCOME_NOT_HERE ? OUTCOME_NO_SIBLING : o; /* siblings have the same parent */
}

outcome match_chain(matcher *m, const compound *c, uint32_t row) {
  if (!match_compound(m, c, row)) return OUTCOME_NOT_HERE;
  if (c->left == SELECTOR_NONE) return c->anchored ? match_anchor(m, c, row) : OUTCOME_MATCH;
  if (c->combinator == COMBINATOR_WITHIN || c->combinator == COMBINATOR_LATER) return search(m, c, row);
  return one_step(m, c, row);
}

bool match_list(matcher *m, uint32_t first, uint32_t row) {
  for (uint32_t i = first; i != SELECTOR_NONE; i = m->s->branches[i].next) {
    const compound *c = &m->s->compounds[m->s->branches[i].compound];
    if (match_chain(m, c, row) == OUTCOME_MATCH) return true;
  }
  return false;
}

uint8_t *matcher_memo(matcher *m, uint32_t slot, uint32_t row) {
  if (slot >= MATCHER_SLOTS || row <= m->root || row >= m->stop) return NULL;
  if (!m->memos[slot]) {
    m->memos[slot] = calloc(m->stop - m->root, 1);
    if (!m->memos[slot]) {
      m->failed = STATUS_MEMORY;
      return NULL;
    }
  }
  return &m->memos[slot][row - m->root];
}

static const char *text_of(const matcher *m, text_part part) {
  return m->s->text + part.start;
}

/* Adds to a compound's need what one of its simples says. */
static void add_need(const matcher *m, const simple *s, need *n) {
  const char *text = text_of(m, s->value);
  if (s->kind == SIMPLE_TYPE) {
    n->typed = true;
    n->html = m->names[s->name.lower];
    n->foreign = m->names[s->name.exact];
  } else if (s->kind == SIMPLE_CLASS) {
    n->bits.words |= index_class(text, s->value.size);
  } else if (s->kind == SIMPLE_ID) {
    n->bits.words |= index_id(text, s->value.size);
  } else if (s->kind == SIMPLE_GLOB) {
    n->bits.attrs |= index_attribute(NAME_CLASS);
  } else if (s->kind == SIMPLE_ATTRIBUTE && s->name.lower == s->name.exact) {
    n->bits.attrs |= index_attribute(m->names[s->name.exact]);
  }
}

static bool resolve(matcher *m) {
  const selector *s = m->s;
  m->names = malloc((s->name_count + 1) * sizeof *m->names);
  m->needs = calloc(s->compound_count, sizeof *m->needs);
  if (!m->names || !m->needs) return false;
  for (uint32_t i = 0; i < s->name_count; i++) {
    m->names[i] = page_find_name(m->p, text_of(m, s->names[i]), s->names[i].size);
  }
  for (uint32_t i = 0; i < s->compound_count; i++) {
    uint32_t at = s->compounds[i].simple;
    for (; at != SELECTOR_NONE; at = s->simples[at].next) add_need(m, &s->simples[at], &m->needs[i]);
  }
  return true;
}

bool matcher_begin(matcher *m, const selector *s, const page *p, uint32_t root, uint32_t stop, uint64_t steps) {
  *m = (matcher){.s = s, .p = p, .root = root, .stop = stop, .anchor = PAGE_NONE, .steps = steps};
  m->index = selector_index_of(p);
  if (m->index && resolve(m)) return true;
  matcher_end(m);
  return false;
}

void matcher_end(matcher *m) {
  for (int i = 0; i < MATCHER_SLOTS; i++) {
    free(m->memos[i]);
    free(m->counts[i]);
  }
  free(m->types);
  free(m->needs);
  free(m->names);
}
