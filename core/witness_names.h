/* witness_names.h: the names of the meta elements that bear witness of a page's story. */
#ifndef GALLEY_WITNESS_NAMES_H
#define GALLEY_WITNESS_NAMES_H

#include <stddef.h>
#include <stdint.h>

#pragma GCC visibility push(hidden)

/* One of them: what it witnesses ("headline", …, as lua/galley/divide/witness.lua names it), and itself in
   lower case. */
typedef struct witness_name {
  const char *key, *name;
  size_t size; /* of the name */
} witness_name;

/* Those of one key stand together, the most trusted first. */
extern const witness_name witness_names[];
extern const uint32_t witness_name_count;

/* The number of a name, whatever its case, or `witness_name_count`. */
uint32_t witness_name_find(const char *name, size_t size);

#pragma GCC visibility pop
#endif
