/* settle.h: the two steps that division.c takes for each layer of claims. */
#ifndef GALLEY_SETTLE_H
#define GALLEY_SETTLE_H

#include "division.h"

#pragma GCC visibility push(hidden)

/* The claims that win one layer's atoms, by atom. */
typedef struct layer_result {
  uint32_t *segment, *part, *chrome;
} layer_result;

/* settle.c: settles one layer over d->atoms and sets d->parent of its segments.
   The result is freed by layer_result_free. */
status settle_layer(division *d, int layer, layer_result *out);
void layer_result_free(layer_result *r);
/* Whether claim `x` wins over `y` where both hold: the smaller range, then the
   descendant, then the earlier in the file. */
bool claim_beats(const claims *c, uint32_t x, uint32_t y);
/* The atoms of a range: [*first, *last). */
void atoms_in(const division *d, span range, uint32_t *first, uint32_t *last);

/* fill.c: gives a later layer what the earlier ones left open. */
status fill_layer(division *d, int layer);

#pragma GCC visibility pop

#endif
