/* settle.c: settling the claims of one layer: which segment and part win each atom, and
   how the segments nest. */
#include "settle.h"

#include <stdlib.h>
#include <string.h>

static uint32_t first_atom_from(const division *d, uint32_t text) {
  uint32_t low = 0, high = d->atoms.count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (d->atoms.items[middle].text.start < text) low = middle + 1;
    else high = middle;
  }
  return low;
}

/* Whether there is such an atom, and it begins before an offset. */
static bool begins_before(const division *d, uint32_t index, uint32_t text) {
  return index < d->atoms.count && d->atoms.items[index].text.start < text;
}

/* -- precedence ------------------------------------------------------------ */

/* Whether claim `x` wins over `y` where both hold: the smaller range, then the
   descendant, then the earlier in the file. */
static bool claim_beats(const claims *c, uint32_t x, uint32_t y) {
  if (y == CLAIM_NONE) return true;
  const claim *a = &c->list.items[x], *b = &c->list.items[y];
  if (a->size != b->size) return a->size < b->size;
  if (a->type != b->type && (a->type == CLAIM_BODY || b->type == CLAIM_BODY))
    return b->type == CLAIM_BODY;
  return a->post < b->post;
}

/* -- nesting ---------------------------------------------------------------- */

typedef struct nest_key {
  uint32_t start, post, id;
  uint64_t size;
} nest_key;

static int outer_first(const void *a, const void *b) {
  const nest_key *x = a, *y = b;
  if (x->start != y->start) return x->start < y->start ? -1 : 1;
  if (x->size != y->size) return x->size > y->size ? -1 : 1;
  return x->post > y->post ? -1 : x->post < y->post;
}

static bool holds_offset(const claims *c, const claim *outer, uint32_t text) {
  for (uint32_t r = outer->ranges; r != CLAIM_NONE; r = c->ranges.items[r].next)
    if (c->ranges.items[r].text.start <= text && text < c->ranges.items[r].text.stop) return true;
  return false;
}

/* Whether `id` lies in `ancestor` by the parents known so far: a segment may reach out
   of the one it was declared in, and nesting by range must not close a circle then. */
static bool lies_inside(const division *d, uint32_t id, uint32_t ancestor) {
  for (; id != CLAIM_NONE; id = d->parent[id])
    if (id == ancestor) return true;
  return false;
}

static bool encloses(const division *d, uint32_t outer, uint32_t inner) {
  const claim *o = &d->claims->list.items[outer], *i = &d->claims->list.items[inner];
  return i->hull.start >= o->hull.start && i->hull.stop <= o->hull.stop &&
         holds_offset(d->claims, o, i->hull.start) && !lies_inside(d, outer, inner);
}

static void nest_sorted(division *d, const nest_key *keys, uint32_t count, uint32_t *open) {
  const claims *c = d->claims;
  uint32_t depth = 0;
  for (uint32_t k = 0; k < count; k++) {
    uint32_t id = keys[k].id;
    while (depth && c->list.items[open[depth - 1]].hull.stop <= keys[k].start) depth--;
    uint32_t at = c->list.items[id].owner == CLAIM_NONE ? depth : 0;
    while (at && !encloses(d, open[at - 1], id)) at--;
    if (at) d->parent[id] = open[at - 1];
    open[depth++] = id;
  }
}

/* Segments nest as they were declared, and else as their ranges nest. */
static status nest_segments(division *d, int layer) {
  const claims *c = d->claims;
  nest_key *keys = malloc(((size_t)c->list.count + 1) * sizeof *keys);
  uint32_t *open = malloc(((size_t)c->list.count + 1) * sizeof *open);
  uint32_t count = 0;
  if (keys && open) {
    for (uint32_t id = 0; id < c->list.count; id++) {
      const claim *x = &c->list.items[id];
      if (x->type != CLAIM_SEGMENT || x->layer != layer) continue;
      d->parent[id] = x->owner;
      if (x->size) keys[count++] = (nest_key){x->hull.start, x->post, id, x->size};
    }
    qsort(keys, count, sizeof *keys, outer_first);
    nest_sorted(d, keys, count, open);
  }
  status s = keys && open ? STATUS_OK : STATUS_MEMORY;
  free(keys);
  free(open);
  return s;
}

/* -- one layer --------------------------------------------------------------- */

/* Parts belong to their own segment's atoms. One that was asked for outside its
   segment, whose segment has no range of its own, or that a divide names one by one,
   may stand in any segment that is larger than itself. */
static bool may_stand(const claims *c, uint32_t part, uint32_t segment) {
  const claim *p = &c->list.items[part];
  if (p->owner == segment) return true;
  bool free_standing = p->detached || p->layer != LAYER_RULE || (p->owner != CLAIM_NONE && c->list.items[p->owner].size == 0);
  return free_standing && claim_beats(c, part, segment);
}

static void paint(const division *d, uint32_t id, layer_result *out) {
  const claims *c = d->claims;
  const claim *x = &c->list.items[id];
  for (uint32_t r = x->ranges; r != CLAIM_NONE; r = c->ranges.items[r].next) {
    span text = c->ranges.items[r].text;
    for (uint32_t a = first_atom_from(d, text.start); begins_before(d, a, text.stop); a++) {
      if (x->type == CLAIM_CHROME) {
        if (out->chrome[a] == CLAIM_NONE || claim_beats(c, out->chrome[a], id)) out->chrome[a] = id;
      }
      else if (x->type == CLAIM_SEGMENT) {
        if (claim_beats(c, id, out->segment[a])) out->segment[a] = id;
      } else if (may_stand(c, id, out->segment[a]) && claim_beats(c, id, out->part[a])) {
        out->part[a] = id;
      }
    }
  }
}

/* Segments first: which parts count at an atom depends on its segment. */
static void paint_layer(const division *d, int layer, layer_result *out) {
  const claim_list *list = &d->claims->list;
  for (int segments = 1; segments >= 0; segments--)
    for (uint32_t id = 0; id < list->count; id++)
      if (list->items[id].layer == layer && (list->items[id].type == CLAIM_SEGMENT) == (segments == 1))
        paint(d, id, out);
}

bool layer_is_empty(const claims *c, int layer) {
  for (uint32_t id = 0; id < c->list.count; id++)
    if (c->list.items[id].layer == layer) return false;
  return true;
}

void layer_result_free(layer_result *r) {
  free(r->segment);
  free(r->part);
  free(r->chrome);
  *r = (layer_result){0};
}

status settle_layer(division *d, int layer, layer_result *out) {
  size_t n = d->atoms.count;
  out->segment = malloc((n + 1) * sizeof *out->segment);
  out->part = malloc((n + 1) * sizeof *out->part);
  out->chrome = malloc((n + 1) * sizeof *out->chrome);
  status s = out->segment && out->part && out->chrome ? nest_segments(d, layer) : STATUS_MEMORY;
  if (s != STATUS_OK) return s;
  memset(out->segment, 0xFF, n * sizeof *out->segment);
  memset(out->part, 0xFF, n * sizeof *out->part);
  memset(out->chrome, 0xFF, n * sizeof *out->chrome);
  paint_layer(d, layer, out);
  return STATUS_OK;
}
