/* division.c: cutting the text into atoms, and settling one layer after the other. */
#include "division.h"

#include <stdlib.h>

#include "settle.h"
#include "text.h"

/* -- atoms ---------------------------------------------------------------- */

static int by_number(const void *a, const void *b) {
  uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
  return (x > y) - (x < y);
}

/* Moves an offset inside a character to the character's first byte, so that a
   pattern that cut bytes cannot cut characters. */
static uint32_t at_character(const page *p, uint32_t text) {
  if (text >= p->text_size) return p->text_size;
  while (text > 0 && ((unsigned char)p->text[text] & 0xC0) == 0x80) text--;
  return text;
}

/* Whether an offset parts the text of a block. */
static bool parts_block(const block_list *blocks, uint32_t text) {
  uint32_t low = 0, high = blocks->count;
  while (low < high) {
    uint32_t middle = low + (high - low) / 2;
    if (blocks->items[middle].text.stop > text) high = middle;
    else low = middle + 1;
  }
  return low < blocks->count && blocks->items[low].text.start < text;
}

/* Where ranges begin and end within blocks: most begin and end where blocks do. */
static uint32_t *sorted_cuts(const division *d, claims *c, size_t *count) {
  uint32_t *cuts = malloc(((size_t)c->ranges.count * 2 + 1) * sizeof *cuts);
  *count = 0;
  if (!cuts) return NULL;
  for (uint32_t id = 0; id < c->list.count; id++)
    for (uint32_t r = c->list.items[id].ranges; r != CLAIM_NONE; r = c->ranges.items[r].next) {
      span *text = &c->ranges.items[r].text;
      *text = (span){at_character(d->page, text->start), at_character(d->page, text->stop)};
      if (parts_block(d->blocks, text->start)) cuts[(*count)++] = text->start;
      if (parts_block(d->blocks, text->stop)) cuts[(*count)++] = text->stop;
    }
  qsort(cuts, *count, sizeof *cuts, by_number);
  return cuts;
}

/* Whether there is anything but white space in a stretch of a block: both begin and end with something. */
static bool is_shown(const division *d, const block *b, span text) {
  if (text.start == b->text.start || text.stop == b->text.stop) return text.start < text.stop;
  span shown = text_trim_near(d->page, b->first, text);
  return shown.start < shown.stop;
}

static bool add_atom(division *d, uint32_t index, span text) {
  if (!is_shown(d, &d->blocks->items[index], text)) return true;
  atom *a = atom_list_push(&d->atoms);
  if (!a) return false;
  *a = (atom){text, index, CLAIM_NONE, CLAIM_NONE, CLAIM_NONE};
  return true;
}

static bool cut_block(division *d, uint32_t index, const uint32_t *cuts, size_t count, size_t *next) {
  span rest = d->blocks->items[index].text;
  while (*next < count && cuts[*next] <= rest.start) ++*next;
  while (*next < count && cuts[*next] < rest.stop) {
    uint32_t cut = cuts[(*next)++];
    if (cut == rest.start) continue;
    if (!add_atom(d, index, (span){rest.start, cut})) return false;
    rest.start = cut;
  }
  return add_atom(d, index, rest);
}

static status cut_atoms(division *d) {
  size_t count, next = 0;
  uint32_t *cuts = sorted_cuts(d, d->claims, &count);
  bool ok = cuts != NULL;
  for (uint32_t b = 0; ok && b < d->blocks->count; b++) ok = cut_block(d, b, cuts, count, &next);
  free(cuts);
  return ok ? STATUS_OK : STATUS_MEMORY;
}

/* -- the order of claims --------------------------------------------------- */

/* Numbers claims so that descendants come before what they were declared in, and
   others in the order of the file: owners always stand before what they own. */
static status number_claims(claims *c) {
  uint32_t n = c->list.count;
  uint32_t *subtree = calloc((size_t)n + 1, sizeof *subtree);
  uint32_t *base = calloc((size_t)n + 1, sizeof *base);
  if (subtree && base) {
    for (uint32_t i = n; i-- > 0;) {
      subtree[i]++;
      if (c->list.items[i].owner != CLAIM_NONE) subtree[c->list.items[i].owner] += subtree[i];
    }
    for (uint32_t i = 0; i < n; i++) {
      uint32_t owner = c->list.items[i].owner == CLAIM_NONE ? n : c->list.items[i].owner;
      uint32_t mine = base[owner];
      base[owner] += subtree[i];
      base[i] = mine;
      c->list.items[i].post = mine + subtree[i] - 1;
    }
  }
  status s = subtree && base ? STATUS_OK : STATUS_MEMORY;
  free(subtree);
  free(base);
  return s;
}

/* -- all layers ---------------------------------------------------------------- */

/* The segment that chrome stands in: the first around it that is larger than what was
   claimed as chrome. Those within are closed with it. */
static uint32_t around_chrome(division *d, uint32_t chrome, uint32_t segment) {
  const claim *items = d->claims->list.items;
  while (segment != CLAIM_NONE && items[segment].size <= items[chrome].size) {
    d->home[segment] = CLAIM_NONE;
    segment = d->parent[segment];
  }
  return segment;
}

/* A segment of which any text is not chrome comes out, and all around it. */
static void keep_home(division *d, uint32_t segment) {
  for (; segment != CLAIM_NONE && d->home[segment] == CLAIM_NONE; segment = d->parent[segment])
    d->home[segment] = segment;
}

static void take_first(division *d, const layer_result *r, uint32_t a) {
  atom *x = &d->atoms.items[a];
  const claim *part = r->part[a] == CLAIM_NONE ? NULL : &d->claims->list.items[r->part[a]];
  x->chrome = r->chrome[a];
  x->part = x->chrome != CLAIM_NONE ? CLAIM_NONE : r->part[a];
  x->segment = part && part->type == CLAIM_PART ? part->owner : r->segment[a];
  if (x->chrome != CLAIM_NONE) x->segment = around_chrome(d, x->chrome, r->segment[a]);
}

static status first_layer(division *d) {
  layer_result r = {0};
  if (layer_is_empty(d->claims, LAYER_RULE)) return STATUS_OK;
  status s = settle_layer(d, LAYER_RULE, &r);
  for (uint32_t a = 0; s == STATUS_OK && a < d->atoms.count; a++) take_first(d, &r, a);
  for (uint32_t a = 0; s == STATUS_OK && a < d->atoms.count; a++) keep_home(d, d->atoms.items[a].segment);
  layer_result_free(&r);
  for (uint32_t id = 0; s == STATUS_OK && id < d->claims->list.count; id++) {
    const claim *x = &d->claims->list.items[id];
    if (x->layer == LAYER_RULE && x->type != CLAIM_SEGMENT && x->owner != CLAIM_NONE) d->home[id] = d->home[x->owner];
  }
  return s;
}

static void find_homes(division *d) {
  for (uint32_t id = 0; id < d->claims->list.count; id++) {
    const claim *x = &d->claims->list.items[id];
    d->parent[id] = CLAIM_NONE;
    d->home[id] = x->layer != LAYER_RULE ? CLAIM_NONE : id;
  }
}

status division_make(division *d, const page *p, const block_list *blocks, claims *c) {
  *d = (division){.page = p, .blocks = blocks, .claims = c};
  d->parent = malloc(((size_t)c->list.count + 1) * sizeof *d->parent);
  d->home = malloc(((size_t)c->list.count + 1) * sizeof *d->home);
  status s = d->parent && d->home ? number_claims(c) : STATUS_MEMORY;
  if (s == STATUS_OK) s = cut_atoms(d);
  if (s != STATUS_OK) return s;
  find_homes(d);
  s = first_layer(d);
  if (s == STATUS_OK) s = fill_layer(d, LAYER_DIVIDE);
  if (s == STATUS_OK) s = fill_layer(d, LAYER_GENERIC);
  return s;
}

void division_free(division *d) {
  free(d->atoms.items);
  free(d->parent);
  free(d->home);
  *d = (division){0};
}
