/* division.h: a page's text cut into atoms, each in one segment and one part. The claims
   of each layer are settled among themselves (settle.c); a later layer then fills what
   the earlier ones left open (fill.c). */
#ifndef GALLEY_DIVISION_H
#define GALLEY_DIVISION_H

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

#pragma GCC visibility pop

#endif
