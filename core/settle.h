/* settle.h: the two steps that division.c takes for each layer of claims. */
#ifndef GALLEY_SETTLE_H
#define GALLEY_SETTLE_H

#include "division.h"

#pragma GCC visibility push(hidden)

/* The claims that win one layer's atoms, by atom. */
typedef struct layer_result {
  uint32_t *segment, *part, *chrome;
} layer_result;

/* settle.c: whether no claim is of this layer. */
bool layer_is_empty(const claims *c, int layer);

/* settle.c: settles one layer over d->atoms and sets d->parent of its segments.
   The result is freed by layer_result_free. */
status settle_layer(division *d, int layer, layer_result *out);
void layer_result_free(layer_result *r);

/* fill.c: gives a later layer what the earlier ones left open. */
status fill_layer(division *d, int layer);

#pragma GCC visibility pop

#endif
