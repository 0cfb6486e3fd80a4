/* block_features.h: what a rule can see of a page's blocks and of the boxes they
   stand in: columns of numbers, computed in one pass over the page.
   A box is an element, or a chain of elements of which each is all there is in the
   one around it (they share their blocks), that holds one block or several whole. */
#ifndef GALLEY_BLOCK_FEATURES_H
#define GALLEY_BLOCK_FEATURES_H

#include "block.h"

#pragma GCC visibility push(hidden)

/* Columns of uint32_t. Those whose name begins with "box_" have a row for each box, the
   others one for each block. Blocks and boxes are numbered from 1 in them; 0 stands for
   none, also for a missing page row (row 0 is the document). */
enum { BLOCK_FEATURES_PADDING = 3 };
typedef struct block_features {
  uint32_t blocks, boxes;
  uint32_t *cells; /* the columns one after the other, and as many cells behind them that are 0 */
} block_features;

/* How many columns there are, and the name of one (static). */
unsigned block_feature_count(void);
const char *block_feature_name(unsigned column);
/* The number of the column of a name, from 1; 0 where there is none. */
unsigned block_feature_number(const char *name);
/* The values of a column, rows counted from 0. */
const uint32_t *block_feature_column(const block_features *f, unsigned column);

/* Computes all columns. STATUS_MEMORY leaves `out` empty. */
status block_features_find(const page *p, const block_list *blocks, block_features *out);
void block_features_free(block_features *f);

#pragma GCC visibility pop

#endif
