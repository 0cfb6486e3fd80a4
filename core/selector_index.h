/* selector_index.h: what a page's elements are and bear, in two small arrays, so that
   most elements that do not match are passed over without reading their nodes.
   Rows stand in chunks, of which most are passed over without reading their rows.
   It is made when a page is first searched, and kept with the page. */
#ifndef GALLEY_SELECTOR_INDEX_H
#define GALLEY_SELECTOR_INDEX_H

#include "page.h"

#pragma GCC visibility push(hidden)

enum {
  INDEX_OTHER = 0,   /* a row that is no element */
  INDEX_CONTENT = 1, /* a template's content */
  INDEX_TYPE = 2,    /* elements: their type follows from this number on */
  INDEX_CHUNK = 16   /* rows of a chunk */
};

/* The bits of an element: of its attributes' names, and of its classes and its id. */
typedef struct index_bits {
  uint64_t attrs, words;
} index_bits;

/* Those of all elements of a chunk, and those of their names; all bits where a template's
   content begins in it. */
typedef struct index_chunk {
  index_bits bits;
  uint64_t names;
} index_chunk;

typedef struct selector_index {
  index_bits *bits;    /* for each row */
  uint32_t *types;     /* for each row: one of the above, or index_type */
  index_chunk *chunks;
} selector_index;

static inline bool index_holds(index_bits all, index_bits some) {
  return !((some.attrs & ~all.attrs) | (some.words & ~all.words));
}

/* The page's index, or NULL where memory is out. */
const selector_index *selector_index_of(const page *p);

/* A name in a name space, as one number. */
static inline uint32_t index_type(uint32_t name, unsigned space) {
  return name * 4 + space + INDEX_TYPE;
}
/* The bits of a class, of an id (both without regard to case), and of an attribute. */
uint64_t index_class(const char *text, size_t size);
uint64_t index_id(const char *text, size_t size);
static inline uint64_t index_attribute(uint32_t name) {
  return UINT64_C(1) << (name * UINT32_C(0x9E3779B1) >> 26);
}
/* The bit of an element's name among those of a chunk. */
static inline uint64_t index_name(uint32_t name) {
  return index_attribute(name);
}

#pragma GCC visibility pop
#endif
