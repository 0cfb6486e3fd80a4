/* fill.c: a later layer (a rule's divide, then the generic rule) fills what the
   earlier layers left open: whole segments of kinds they do not have, and inside
   their segments the tags they do not have. */
#include <stdlib.h>
#include <string.h>

#include "settle.h"

enum fate { FATE_UNKNOWN, FATE_STAYS, FATE_DROPPED };

typedef struct fill {
  division *d;
  const claims *c;
  int layer;
  layer_result won;
  uint32_t *joins;       /* by claim: the earlier segment that takes a segment over */
  uint8_t *fates;        /* by claim */
  uint8_t *kinds_within; /* by claim: behaviours of the segments declared in it, as bits */
  uint8_t kinds_outside; /* behaviours of earlier segments that were declared in none */
  uint64_t *has;         /* sorted (segment << 32 | tag) of the earlier layers */
  size_t has_count;
  uint32_t body;         /* the word "body", or CLAIM_NONE */
} fill;

static const claim *claim_of(const fill *f, uint32_t id) {
  return &f->c->list.items[id];
}

static uint8_t kind_bit(const claim *x) {
  return (uint8_t)(1u << x->behaves);
}

/* -- which segments are the same -------------------------------------------- */

typedef struct overlap {
  uint32_t later, earlier;
  uint64_t size;
} overlap;

ARRAY_OF(overlap, overlap_list);

static int by_pair(const void *a, const void *b) {
  const overlap *x = a, *y = b;
  if (x->later != y->later) return x->later < y->later ? -1 : 1;
  return (x->earlier > y->earlier) - (x->earlier < y->earlier);
}

/* The innermost segment around (and with) `segment` that behaves so. */
static uint32_t enclosing_kind(const fill *f, uint32_t segment, uint8_t behaves) {
  while (segment != CLAIM_NONE && claim_of(f, segment)->behaves != behaves)
    segment = f->d->parent[segment];
  return segment;
}

static void note_overlaps(const fill *f, overlap_list *pairs) {
  for (uint32_t a = 0; a < f->d->atoms.count; a++) {
    const atom *x = &f->d->atoms.items[a];
    if (x->segment == CLAIM_NONE || x->chrome != CLAIM_NONE) continue;
    for (uint32_t g = f->won.segment[a]; g != CLAIM_NONE; g = f->d->parent[g]) {
      uint32_t e = enclosing_kind(f, x->segment, claim_of(f, g)->behaves);
      overlap *pair = e == CLAIM_NONE ? NULL : overlap_list_push(pairs);
      if (pair) *pair = (overlap){g, e, x->text.stop - x->text.start};
    }
  }
}

/* Each later segment joins the earlier one with which it shares most text. */
static status join_by_overlap(fill *f) {
  overlap_list pairs = {0};
  note_overlaps(f, &pairs);
  if (pairs.count) qsort(pairs.items, pairs.count, sizeof *pairs.items, by_pair);
  uint64_t best = 0;
  for (uint32_t i = 0; i < pairs.count;) {
    overlap sum = pairs.items[i++];
    while (i < pairs.count && by_pair(&pairs.items[i], &sum) == 0) sum.size += pairs.items[i++].size;
    if (f->joins[sum.later] == CLAIM_NONE) best = 0;
    if (sum.size > best) {
      best = sum.size;
      f->joins[sum.later] = sum.earlier;
    }
  }
  status s = pairs.failed ? STATUS_MEMORY : STATUS_OK;
  free(pairs.items);
  return s;
}

/* An earlier segment that names no place of its own (only its parts) is the largest
   later one of its behaviour. */
static void join_placeless(fill *f) {
  for (uint32_t e = 0; e < f->c->list.count; e++) {
    const claim *x = claim_of(f, e);
    if (x->type != CLAIM_SEGMENT || x->layer >= f->layer || x->size) continue;
    uint32_t best = CLAIM_NONE;
    for (uint32_t g = 0; g < f->c->list.count; g++) {
      const claim *y = claim_of(f, g);
      if (y->type == CLAIM_SEGMENT && y->layer == f->layer && y->behaves == x->behaves &&
          y->size && (best == CLAIM_NONE || y->size > claim_of(f, best)->size)) best = g;
    }
    if (best != CLAIM_NONE && x->behaves == AS_STORY) f->joins[best] = e;
  }
}

/* -- what is open ------------------------------------------------------------- */

static int by_key(const void *a, const void *b) {
  uint64_t x = *(const uint64_t *)a, y = *(const uint64_t *)b;
  return (x > y) - (x < y);
}

static status note_tags(fill *f) {
  f->has = malloc(((size_t)f->c->list.count + 1) * sizeof *f->has);
  if (!f->has) return STATUS_MEMORY;
  for (uint32_t id = 0; id < f->c->list.count; id++) {
    const claim *x = claim_of(f, id);
    if (x->layer >= f->layer || x->type == CLAIM_CHROME) continue;
    if (x->type == CLAIM_SEGMENT) {
      if (x->owner == CLAIM_NONE) f->kinds_outside |= kind_bit(x);
      else f->kinds_within[x->owner] |= kind_bit(x);
    } else if (f->d->home[id] != CLAIM_NONE) {
      f->has[f->has_count++] = (uint64_t)f->d->home[id] << 32 | x->word;
    }
  }
  qsort(f->has, f->has_count, sizeof *f->has, by_key);
  return STATUS_OK;
}

static bool has_tag(const fill *f, uint32_t segment, uint32_t tag) {
  uint64_t key = (uint64_t)segment << 32 | tag;
  return tag != CLAIM_NONE && bsearch(&key, f->has, f->has_count, sizeof key, by_key) != NULL;
}

static bool is_body_tag(const char *tag) {
  static const char *const tags[] = {"paragraph", "crosshead", "list_item", "table",
                                     "preformatted", "blockquote", "embed", "body"};
  for (size_t i = 0; i < sizeof tags / sizeof *tags; i++)
    if (strcmp(tag, tags[i]) == 0) return true;
  return false;
}

static bool tag_is_open(const fill *f, uint32_t segment, uint32_t tag) {
  if (claim_of(f, segment)->closed_all) return false;
  if (claims_is_closed(f->c, segment, tag) || has_tag(f, segment, tag)) return false;
  if (!is_body_tag(claims_text(f->c, tag))) return true;
  return !has_tag(f, segment, f->body) &&
         (f->body == CLAIM_NONE || !claims_is_closed(f->c, segment, f->body));
}

/* Whether the earlier layers have, or forbid, segments of this behaviour there. */
static bool kind_is_open(const fill *f, uint8_t behaves, uint32_t within) {
  uint8_t bit = (uint8_t)(1u << behaves);
  if (f->c->closed_kinds & bit) return false;
  if (within == CLAIM_NONE) return !(f->kinds_outside & bit);
  const claim *w = claim_of(f, within);
  if (w->closed_all || w->behaves == behaves || f->kinds_within[within] & bit) return false;
  return w->behaves != AS_STORY || !(f->kinds_outside & bit);
}

/* -- what becomes of a later segment -------------------------------------------- */

static bool lies_in(const fill *f, uint32_t inner, uint32_t outer) {
  const claim *i = claim_of(f, inner), *o = claim_of(f, outer);
  return o->size && i->hull.start >= o->hull.start && i->hull.stop <= o->hull.stop && i->size <= o->size;
}

/* Where a later segment stands that lies in `parent` by its own layer: an earlier segment
   that took the parent over holds only what lies in its own range. */
static uint32_t enclosing_home(const fill *f, uint32_t x, uint32_t parent) {
  if (parent == CLAIM_NONE || f->joins[parent] == CLAIM_NONE) return parent;
  uint32_t joined = f->joins[parent];
  return claim_of(f, joined)->size == 0 || lies_in(f, x, joined) ? joined : CLAIM_NONE;
}

/* Decides a segment and all around it, outermost first; `around` is the earlier
   segment at the atom where it was first met. */
static void decide(fill *f, uint32_t g, uint32_t around) {
  uint32_t chain[64];
  size_t depth = 0;
  for (; g != CLAIM_NONE && depth < 64 && f->fates[g] == FATE_UNKNOWN; g = f->d->parent[g]) chain[depth++] = g;
  while (depth) {
    uint32_t x = chain[--depth], p = f->d->parent[x];
    uint32_t within = enclosing_home(f, x, p);
    bool lost = p != CLAIM_NONE && f->fates[p] == FATE_DROPPED && f->joins[p] == CLAIM_NONE;
    if (lost && claim_of(f, x)->owner == CLAIM_NONE) { lost = false; within = CLAIM_NONE; }
    if (around != CLAIM_NONE && lies_in(f, x, around) && (within == CLAIM_NONE || !lies_in(f, within, around)))
      within = around;
    if (f->joins[x] != CLAIM_NONE) { f->fates[x] = FATE_DROPPED; f->d->home[x] = f->joins[x]; continue; }
    bool stays = !lost && kind_is_open(f, claim_of(f, x)->behaves, within);
    f->fates[x] = stays ? FATE_STAYS : FATE_DROPPED;
    f->d->home[x] = stays ? x : CLAIM_NONE;
    f->d->parent[x] = within;
  }
}

/* -- filling ------------------------------------------------------------------------ */

/* A segment that an earlier one takes over gives it the tags it has open. */
static void fill_joined(const fill *f, atom *x, uint32_t m, uint32_t q) {
  const claim *part = q == CLAIM_NONE ? NULL : claim_of(f, q);
  bool placeless = claim_of(f, m)->size == 0;
  if (x->segment != m && x->segment != CLAIM_NONE) return;
  if (part && !tag_is_open(f, m, part->word)) part = NULL;
  if (x->part != CLAIM_NONE && part && is_body_tag(claims_text(f->c, part->word))) return;
  if (x->segment == CLAIM_NONE && !placeless &&
      (!part || is_body_tag(claims_text(f->c, part->word)))) return;
  x->segment = m;
  if (part) x->part = q;
}

static void fill_atom(fill *f, uint32_t a) {
  atom *x = &f->d->atoms.items[a];
  if (x->chrome != CLAIM_NONE || (x->part != CLAIM_NONE && claim_of(f, x->part)->type == CLAIM_PART)) return;
  uint32_t q = f->won.part[a], g = q == CLAIM_NONE ? f->won.segment[a] : claim_of(f, q)->owner;
  if (g == CLAIM_NONE) return;
  decide(f, g, x->segment);
  if (f->joins[g] != CLAIM_NONE) fill_joined(f, x, f->joins[g], q);
  else if (f->fates[g] == FATE_STAYS && (x->segment == CLAIM_NONE || lies_in(f, g, x->segment))) {
    x->segment = g;
    x->part = q;
  }
}

/* A segment all of whose text the earlier layers have met no atom to decide it. */
static void decide_rest(fill *f) {
  for (uint32_t id = 0; id < f->c->list.count; id++) {
    if (f->joins[id] == CLAIM_NONE || f->fates[id] != FATE_UNKNOWN) continue;
    f->fates[id] = FATE_DROPPED;
    f->d->home[id] = f->joins[id];
  }
}

/* Parts without text of their own (images, values from elsewhere) come out where
   their segment does, if their tag is open there. */
static void fill_homes(fill *f) {
  decide_rest(f);
  for (uint32_t id = 0; id < f->c->list.count; id++) {
    const claim *x = claim_of(f, id);
    if (x->layer != f->layer || x->type == CLAIM_SEGMENT || x->owner == CLAIM_NONE) continue;
    uint32_t home = f->d->home[x->owner];
    bool joined = home != CLAIM_NONE && home != x->owner;
    f->d->home[id] = joined && !tag_is_open(f, home, x->word) ? CLAIM_NONE : home;
  }
}

static status fill_start(fill *f) {
  size_t n = (size_t)f->c->list.count + 1;
  f->joins = malloc(n * sizeof *f->joins);
  f->fates = calloc(n, sizeof *f->fates);
  f->kinds_within = calloc(n, sizeof *f->kinds_within);
  if (!f->joins || !f->fates || !f->kinds_within) return STATUS_MEMORY;
  memset(f->joins, 0xFF, n * sizeof *f->joins);
  f->body = claims_find_word(f->c, "body", 4);
  status s = settle_layer(f->d, f->layer, &f->won);
  if (s == STATUS_OK) s = note_tags(f);
  if (s == STATUS_OK) s = join_by_overlap(f);
  if (s == STATUS_OK) join_placeless(f);
  return s;
}

status fill_layer(division *d, int layer) {
  if (layer_is_empty(d->claims, layer)) return STATUS_OK;
  fill f = {.d = d, .c = d->claims, .layer = layer};
  status s = fill_start(&f);
  if (s == STATUS_OK) {
    for (uint32_t a = 0; a < d->atoms.count; a++) fill_atom(&f, a);
    fill_homes(&f);
  }
  layer_result_free(&f.won);
  free(f.joins);
  free(f.fates);
  free(f.kinds_within);
  free(f.has);
  return s;
}
