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

/* One compound among the later siblings. All siblings passed have the same answer. */
static bool has_later(matcher *m, const simple *s, const compound *c, uint32_t anchor) {
  uint32_t hit = find_sibling(m, c, m->p->nodes[anchor].next);
  bool alone = s->slot < MATCHER_SLOTS && m->s->branches[s->branch].next == SELECTOR_NONE;
  for (uint32_t at = anchor; alone && at != hit; at = element_next(m->p, at)) note(m, s, at, hit != PAGE_NONE);
  return hit != PAGE_NONE;
}

/* A chain of compounds: each row where its end may stand is tried. */
static bool has_chain(matcher *m, const compound *c, uint32_t start, uint32_t stop) {
  for (uint32_t row = start; row < stop && m->failed == STATUS_OK; row = following(m->p, row)) {
    if (match_chain(m, c, row) == OUTCOME_MATCH) return true;
  }
  return false;
}

/* A chain anywhere below; where there is none, there is none below any row of these. */
static bool has_chain_within(matcher *m, const simple *s, const compound *c, uint32_t anchor) {
  uint32_t stop = m->p->nodes[anchor].end;
  bool found = has_chain(m, c, following(m->p, anchor), stop);
  bool alone = s->slot < MATCHER_SLOTS && m->s->branches[s->branch].next == SELECTOR_NONE;
  for (uint32_t row = anchor; alone && !found && row < stop; row++) note(m, s, row, false);
  return found;
}

/* What leads from the anchor to the leftmost compound. */
static combinator first_link(const matcher *m, const compound *c) {
  while (c->left != SELECTOR_NONE) c = &m->s->compounds[c->left];
  return (combinator)c->combinator;
}

/* A chain that begins at a sibling: it ends there, or below it. */
static bool has_chain_beside(matcher *m, const compound *c, uint32_t anchor) {
  const page_node *n = &m->p->nodes[anchor];
  return has_chain(m, c, n->end, n->parent == PAGE_NONE ? n->end : m->p->nodes[n->parent].end);
}

static bool has_branch(matcher *m, const simple *s, const branch *b, uint32_t anchor) {
  const compound *c = &m->s->compounds[b->compound];
  bool chain = c->left != SELECTOR_NONE;
  switch (first_link(m, c)) {
  case COMBINATOR_WITHIN: return chain ? has_chain_within(m, s, c, anchor) : has_within(m, b, anchor);
  case COMBINATOR_CHILD:
    return chain ? has_chain(m, c, following(m->p, anchor), m->p->nodes[anchor].end)
                 : find_sibling(m, c, page_first_child(m->p, anchor)) != PAGE_NONE;
  case COMBINATOR_LATER: return chain ? has_chain_beside(m, c, anchor) : has_later(m, s, c, anchor);
  default: break;
  }
  if (chain) return has_chain_beside(m, c, anchor);
  uint32_t next = element_next(m->p, anchor);
  return next != PAGE_NONE && match_compound(m, c, next);
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
