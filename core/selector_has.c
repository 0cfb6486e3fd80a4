/* selector_has.c: :has(), and the search through subtrees and later siblings that it
   takes. Its answer for a row is noted, and for the rows that the same search
   answers too: what a page has not below one row, it has not below a row in there. */
#include "selector_matcher.h"

/* The row after this one in document order, leaving out template contents. */
static uint32_t following(const page *p, uint32_t row) {
  row++;
  while (row < p->node_count && p->nodes[row].kind == NODE_CONTENT) row = p->nodes[row].end;
  return row;
}

/* The first row of [start, stop) that a compound alone matches, or PAGE_NONE. */
static uint32_t find_below(matcher *m, const branch *b, has_place *place, uint32_t start, uint32_t stop) {
  const compound *c = &m->s->compounds[b->compound];
  has_place known = *place;
  *place = (has_place){start, start, false};
  while (place->hit < stop && !place->found) {
    if (known.low <= place->hit && place->hit <= known.hit) {
      place->hit = known.hit;
      place->found = known.found;
      if (known.low < place->low) place->low = known.low;
      known.low = known.hit = PAGE_NONE; /* used up */
    } else if (match_compound(m, c, place->hit)) {
      place->found = true;
    } else {
      place->hit = following(m->p, place->hit);
    }
    if (m->failed != STATUS_OK) return PAGE_NONE;
  }
  return place->found && place->hit < stop ? place->hit : PAGE_NONE;
}

/* One compound anywhere below. */
static bool has_within(matcher *m, const branch *b, uint32_t anchor) {
  has_place none = {PAGE_NONE, PAGE_NONE, false};
  has_place *place = b->slot < MATCHER_SLOTS ? &m->places[b->slot] : &none;
  uint32_t start = following(m->p, anchor), stop = m->p->nodes[anchor].end;
  return start < stop && find_below(m, b, place, start, stop) != PAGE_NONE;
}

/* One compound among the children, or the siblings, from `at` on: the row, or PAGE_NONE. */
static uint32_t find_sibling(matcher *m, const compound *c, uint32_t at) {
  if (at != PAGE_NONE) at = element_from(m->p, at);
  while (at != PAGE_NONE && !match_compound(m, c, at)) {
    at = m->failed == STATUS_OK ? element_next(m->p, at) : PAGE_NONE;
  }
  return at;
}

/* Notes the answer for one row, if it is below the matcher's root. */
static void note(matcher *m, const simple *s, uint32_t row, bool found) {
  uint8_t *memo = matcher_memo(m, s->slot, row);
  if (memo) *memo = found ? OUTCOME_MATCH : OUTCOME_NOT_HERE;
}

/* Whether an answer may be noted for other rows than the anchor: not where several
   branches share it. */
static bool is_alone(const matcher *m, const simple *s) {
  return s->slot < MATCHER_SLOTS && m->s->branches[s->branch].next == SELECTOR_NONE;
}

/* Notes the answer for siblings, up to the one in which `hit` is, or for all. */
static void note_siblings(matcher *m, const simple *s, uint32_t anchor, uint32_t hit) {
  if (!is_alone(m, s)) return;
  for (uint32_t at = anchor; at != PAGE_NONE; at = element_next(m->p, at)) {
    if (hit != PAGE_NONE && page_inside(m->p, hit, at)) return;
    note(m, s, at, hit != PAGE_NONE);
  }
}

/* How far from its anchor a chain can end: how many siblings on (none: it ends below
   the anchor), and how many levels below there. */
typedef struct reach {
  combinator first;       /* what leads from the anchor to the chain */
  uint32_t siblings, depth; /* PAGE_NONE: any number */
} reach;

static reach chain_reach(const matcher *m, const compound *c) {
  combinator links[SELECTOR_CHAIN_MAX];
  uint32_t count = 0, i = 0;
  for (;; c = &m->s->compounds[c->left]) {
    links[count++] = (combinator)c->combinator;
    if (c->left == SELECTOR_NONE) break;
  }
  reach r = {links[count - 1], 0, 0};
  for (; i < count && links[count - 1 - i] >= COMBINATOR_NEXT; i++) {
    if (links[count - 1 - i] == COMBINATOR_LATER) r.siblings = PAGE_NONE;
    else if (r.siblings != PAGE_NONE) r.siblings++;
  }
  for (; i < count; i++) {
    if (links[count - 1 - i] == COMBINATOR_WITHIN) r.depth = PAGE_NONE;
    else if (links[count - 1 - i] == COMBINATOR_CHILD && r.depth != PAGE_NONE) r.depth++;
  }
  return r;
}

/* Whether a row is so many levels below another (a parent is one level up). */
static bool is_deep(const page *p, uint32_t row, uint32_t top, uint32_t levels) {
  while (levels && row != top) {
    row = p->nodes[row].parent;
    levels--;
  }
  return levels == 0;
}

/* Tries each row of [start, stop) where the chain may end, at most `depth` levels
   below `top`. The first that does, or PAGE_NONE. */
static uint32_t find_chain(matcher *m, const compound *c, uint32_t start, uint32_t stop, uint32_t top, uint32_t depth) {
  uint32_t row = start;
  while (row < stop && m->failed == STATUS_OK) {
    if (match_chain(m, c, row) == OUTCOME_MATCH) return row;
    bool deepest = depth != PAGE_NONE && is_deep(m->p, row, top, depth);
    row = deepest ? m->p->nodes[row].end : following(m->p, row);
  }
  return PAGE_NONE;
}

/* A chain that ends below the anchor. Where there is none anywhere below, there is
   none below any row of these. */
static bool has_chain_below(matcher *m, const simple *s, const compound *c, uint32_t anchor, reach r) {
  uint32_t stop = m->p->nodes[anchor].end;
  uint32_t hit = find_chain(m, c, following(m->p, anchor), stop, anchor, r.depth);
  bool none = hit == PAGE_NONE && r.first == COMBINATOR_WITHIN && is_alone(m, s);
  for (uint32_t row = anchor; none && row < stop; row++) note(m, s, row, false);
  return hit != PAGE_NONE;
}

/* A chain that begins at a sibling: it ends there, or below it. */
static bool has_chain_beside(matcher *m, const simple *s, const compound *c, uint32_t anchor, reach r) {
  const page_node *n = &m->p->nodes[anchor];
  uint32_t stop = n->end, last = anchor;
  for (uint32_t i = 0; i < r.siblings && r.siblings != PAGE_NONE && last != PAGE_NONE; i++) {
    last = element_next(m->p, last);
    if (last != PAGE_NONE) stop = m->p->nodes[last].end;
  }
  if (r.siblings == PAGE_NONE && n->parent != PAGE_NONE) stop = m->p->nodes[n->parent].end;
  uint32_t hit = find_chain(m, c, n->end, stop, n->parent, r.depth == PAGE_NONE ? PAGE_NONE : r.depth + 1);
  if (hit == PAGE_NONE && r.first == COMBINATOR_LATER) note_siblings(m, s, anchor, hit);
  return hit != PAGE_NONE;
}

/* One compound, so that the answer is simple to find. */
static bool has_one(matcher *m, const simple *s, const branch *b, uint32_t anchor) {
  const compound *c = &m->s->compounds[b->compound];
  if (c->combinator == COMBINATOR_WITHIN) return has_within(m, b, anchor);
  if (c->combinator == COMBINATOR_CHILD) return find_sibling(m, c, page_first_child(m->p, anchor)) != PAGE_NONE;
  if (c->combinator == COMBINATOR_NEXT) {
    uint32_t next = element_next(m->p, anchor);
    return next != PAGE_NONE && match_compound(m, c, next);
  }
  uint32_t hit = find_sibling(m, c, page_next(m->p, anchor));
  note_siblings(m, s, anchor, hit);
  return hit != PAGE_NONE;
}

static bool has_branch(matcher *m, const simple *s, const branch *b, uint32_t anchor) {
  const compound *c = &m->s->compounds[b->compound];
  if (c->left == SELECTOR_NONE) return has_one(m, s, b, anchor);
  reach r = chain_reach(m, c);
  return r.siblings ? has_chain_beside(m, s, c, anchor, r) : has_chain_below(m, s, c, anchor, r);
}

bool match_has(matcher *m, const simple *s, uint32_t row) {
  uint8_t *memo = matcher_memo(m, s->slot, row);
  if (memo && *memo) return *memo == OUTCOME_MATCH;
  uint32_t outer = m->anchor;
  bool found = false;
  m->anchor = row;
  for (uint32_t i = s->branch; i != SELECTOR_NONE && !found; i = m->s->branches[i].next) {
    found = has_branch(m, s, &m->s->branches[i], row);
  }
  m->anchor = outer;
  note(m, s, row, found);
  return found;
}
