/* settle.h: who gets what: claims -> atoms, each in one segment and one part.
   Claims of a layer are settled among themselves (settle.c); a later layer then
   fills what the earlier ones left open (fill.c). */
#ifndef GALLEY_SETTLE_H
#define GALLEY_SETTLE_H

#include "block.h"
#include "claim.h"

#pragma GCC visibility push(hidden)

/* A stretch of one block that no claim cuts. */
typedef struct atom {
  span text;
  uint32_t block;   /* index in the page's blocks */
  uint32_t segment; /* a segment claim or CLAIM_NONE */
  uint32_t part;    /* a part or body claim of it, or CLAIM_NONE */
  uint32_t chrome;  /* the chrome claim that closes it, or CLAIM_NONE */
} atom;

ARRAY_OF(atom, atom_list);

typedef struct division {
  const page *page;
  const block_list *blocks;
  claims *claims;
  atom_list atoms;
  uint32_t *parent; /* by claim: of a segment, the segment that encloses it */
  uint32_t *home;   /* by claim: the segment in which it comes out, or CLAIM_NONE */
} division;

#define LAYER_RULE 1
#define LAYER_DIVIDE 2
#define LAYER_GENERIC 3

/* Settles all layers. The result refers to the three inputs, which stay the
   caller's and must outlive it. STATUS_MEMORY, STATUS_LIMIT. */
status division_make(division *d, const page *p, const block_list *blocks, claims *c);
void division_free(division *d);

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
void division_atoms(const division *d, span range, uint32_t *first, uint32_t *last);

/* fill.c: gives a later layer what the earlier ones left open. */
status fill_layer(division *d, int layer);

#pragma GCC visibility pop

#endif
