/* block.h: the text blocks of a page. A block is a run of inline page text between
   block boundaries, as a browser lays it out. */
#ifndef GALLEY_BLOCK_H
#define GALLEY_BLOCK_H

#include "buffer.h"
#include "known_values.h"
#include "page.h"

#pragma GCC visibility push(hidden)

enum block_flag {
  BLOCK_HIDDEN = 1 /* the page itself does not show it (attributes, inline style, utility classes) */
};

typedef struct block {
  span text;         /* text offsets, white space at the ends left out; never empty */
  uint32_t node;     /* the nearest block-level element around it, or body */
  uint32_t first, last; /* its first and last text node */
  uint32_t flags;
} block;

typedef struct block_list {
  block *items; uint32_t count, capacity; bool failed;
} block_list;

/* Appends the page's blocks in text order. */
status blocks_find(const page *p, block_list *out);
void blocks_free(block_list *b);
/* Whether the page hides the element itself (not through an ancestor). `known`: what was told of values of
   class attributes of this page, or NULL. */
bool element_is_hidden(const page *p, uint32_t row, known_values *known);

#pragma GCC visibility pop

#endif
