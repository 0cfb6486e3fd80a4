/* selector_has.c: :has(), and the search through subtrees and later siblings that it
   takes. Its answer for a row is noted; where it asks for one compound below, the
   search goes over each row once, however many anchors ask. */
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
    } else if (m->p->nodes[place->hit].kind == NODE_ELEMENT && match_compound(m, c, place->hit)) {
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

/* One compound among the children, or the siblings from `at` on. */
static bool has_sibling(matcher *m, const compound *c, uint32_t at, bool only) {
  for (at = at == PAGE_NONE ? at : element_from(m->p, at); at != PAGE_NONE; at = element_next(m->p, at)) {
    if (match_compound(m, c, at)) return true;
    if (only || m->failed != STATUS_OK) return false;
  }
  return false;
}

/* A chain of compounds: each row where its end may stand is tried. */
static bool has_chain(matcher *m, const compound *c, uint32_t start, uint32_t stop) {
  for (uint32_t row = start; row < stop && m->failed == STATUS_OK; row = following(m->p, row)) {
    if (m->p->nodes[row].kind == NODE_ELEMENT && match_chain(m, c, row) == OUTCOME_MATCH) return true;
  }
  return false;
}

/* What leads from the anchor to the leftmost compound. */
static combinator first_link(const matcher *m, const compound *c) {
  while (c->left != SELECTOR_NONE) c = &m->s->compounds[c->left];
  return (combinator)c->combinator;
}

static bool has_branch(matcher *m, const branch *b, uint32_t anchor) {
  const compound *c = &m->s->compounds[b->compound];
  const page_node *n = &m->p->nodes[anchor];
  combinator link = first_link(m, c);
  bool below = link == COMBINATOR_WITHIN || link == COMBINATOR_CHILD;
  if (c->left != SELECTOR_NONE) {
    uint32_t stop = below ? n->end : n->parent == PAGE_NONE ? n->end : m->p->nodes[n->parent].end;
    return has_chain(m, c, below ? following(m->p, anchor) : n->end, stop);
  }
  if (link == COMBINATOR_WITHIN) return has_within(m, b, anchor);
  if (link == COMBINATOR_CHILD) return has_sibling(m, c, page_first_child(m->p, anchor), false);
  return has_sibling(m, c, n->next, link == COMBINATOR_NEXT);
}

bool match_has(matcher *m, const simple *s, uint32_t row) {
  uint8_t *memo = matcher_memo(m, s->slot, row);
  if (memo && *memo) return *memo == OUTCOME_MATCH;
  uint32_t outer = m->anchor;
  bool found = false;
  m->anchor = row;
  for (uint32_t i = s->branch; i != SELECTOR_NONE && !found; i = m->s->branches[i].next) {
    found = has_branch(m, &m->s->branches[i], row);
  }
  m->anchor = outer;
  if (memo) *memo = found ? OUTCOME_MATCH : OUTCOME_NOT_HERE;
  return found;
}
