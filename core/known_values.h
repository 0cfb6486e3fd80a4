/* known_values.h: what was told of attributes' values: on a page the same ones come again and again. One takes
   the place of another with which it shares it. All zero before the first use; the values are the page's. */
#ifndef GALLEY_KNOWN_VALUES_H
#define GALLEY_KNOWN_VALUES_H

#include <stdbool.h>

#include "eight_bytes.h"

#pragma GCC visibility push(hidden)

enum { KNOWN_VALUES = 128, KNOWN_VALUE_LEAST = EIGHT_BYTES /* bytes of a value that has a place */ };

typedef struct known_value {
  const char *text;
  size_t size;
  unsigned told;
} known_value;

typedef struct known_values {
  known_value places[KNOWN_VALUES];
} known_values;

/* The place of a value of at least KNOWN_VALUE_LEAST bytes, by its size and ends. */
static inline known_value *known_values_place(known_values *all, const char *text, size_t size) {
  uint64_t ends = eight_load(text) * 3 ^ eight_load(text + size - EIGHT_BYTES) ^ size;
  return &all->places[ends * UINT64_C(0x9E3779B97F4A7C15) >> 32 & (KNOWN_VALUES - 1)];
}

/* Whether it is that value whose place it is. */
static inline bool known_value_is(const known_value *known, const char *text, size_t size) {
  return known->size == size && memcmp(known->text, text, size) == 0;
}

#pragma GCC visibility pop
#endif
