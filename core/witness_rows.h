/* witness_rows.h: the elements of a page that bear witness of its story, found in one pass:
   scripts of JSON-LD, the title, the canonical link, meta elements, and those that name an author or a
   time by microdata, RDFa, hAtom or rel. What a template holds is passed over. */
#ifndef GALLEY_WITNESS_ROWS_H
#define GALLEY_WITNESS_ROWS_H

#include <stdbool.h>

#include "page.h"

#pragma GCC visibility push(hidden)

/* Of each kind the first, in document order. */
enum { WITNESS_MARKED = 12, WITNESS_SCRIPTS = 32 };

typedef struct witness_list {
  uint32_t rows[WITNESS_SCRIPTS];
  uint32_t count;
} witness_list;

typedef struct witness_rows {
  witness_list scripts;
  witness_list authors, published, modified; /* WITNESS_MARKED at most */
  uint32_t title, canonical, html;           /* the first, or PAGE_NONE */
} witness_rows;

/* Calls `meta` for each meta element, which may leave by longjmp: nothing is owned here. */
void witness_rows_find(const page *p, witness_rows *out, void (*meta)(void *context, uint32_t row), void *context);

/* Whether an element stands, by its own name, class or id or those of the few elements around it,
   in what readers wrote, in a list beside the story, or in a menu. */
bool witness_is_beside(const page *p, uint32_t row);

/* The first element below a row whose itemprop has the word `name`, or PAGE_NONE. */
uint32_t witness_name_row(const page *p, uint32_t row);

#pragma GCC visibility pop
#endif
