/* formula_lanes.h: cells of many rows at once: four whole numbers, or two reals, in a vector as GCC and
   Clang have them on every machine, of what it has for them; and sets of rows as bits. What a
   comparison of vectors gives is all ones or 0 for each; with the bits of the rows, those in which
   it holds. */
#ifndef GALLEY_FORMULA_LANES_H
#define GALLEY_FORMULA_LANES_H

#include <stdbool.h>
#include <stdint.h>
#include <string.h>

#include "formula.h"

#pragma GCC visibility push(hidden)

enum { FOUR = FORMULA_PADDING + 1 };

typedef uint64_t row_set; /* a bit for each row */
_Static_assert(FORMULA_BATCH == 64, "a set holds all rows");

typedef uint32_t four_wholes __attribute__((vector_size(16)));
typedef double two_reals __attribute__((vector_size(16)));
typedef row_set two_sets __attribute__((vector_size(16)));

/* The cells from `at` on, which need not be aligned. */
static inline four_wholes four_load(const uint32_t *at) {
  four_wholes cells;
  memcpy(&cells, at, sizeof cells);
  return cells;
}

static inline two_reals two_load(const double *at) {
  two_reals cells;
  memcpy(&cells, at, sizeof cells);
  return cells;
}

static inline void two_store(double *at, two_reals cells) {
  memcpy(at, &cells, sizeof cells);
}

static inline void four_store(uint32_t *at, four_wholes cells) {
  memcpy(at, &cells, sizeof cells);
}

/* Four whole numbers as reals. Behind the upper half of 2^52 a whole number is the lower half of
   that much more. */
static inline void four_to_reals(double *to, const uint32_t *from) {
#if defined(__has_builtin) && __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
#if __has_builtin(__builtin_shufflevector)
  four_wholes cells = four_load(from), upper = (four_wholes){0} + 0x43300000u;
  two_reals most = (two_reals){0} + 0x1p52;
  two_store(to, (two_reals)__builtin_shufflevector(cells, upper, 0, 4, 1, 5) - most);
  two_store(to + 2, (two_reals)__builtin_shufflevector(cells, upper, 2, 6, 3, 7) - most);
  return;
#endif
#endif
  for (unsigned i = 0; i < FOUR; i++) to[i] = from[i];
}

#define BIT_PAIR(i) {(row_set)1 << (i), (row_set)1 << ((i) + 1)}
#define BIT_PAIRS(i) BIT_PAIR(i), BIT_PAIR((i) + 2), BIT_PAIR((i) + 4), BIT_PAIR((i) + 6)
#define BIT_FOUR(i) {1u << (i), 1u << ((i) + 1), 1u << ((i) + 2), 1u << ((i) + 3)}

/* The bits of the rows from 2 i on; and from 4 i on, of half a batch. */
static const two_sets two_bits[FORMULA_BATCH / 2] = {
  BIT_PAIRS(0), BIT_PAIRS(8), BIT_PAIRS(16), BIT_PAIRS(24), BIT_PAIRS(32), BIT_PAIRS(40), BIT_PAIRS(48), BIT_PAIRS(56)};
static const four_wholes four_bits[FORMULA_BATCH / 2 / FOUR] = {
  BIT_FOUR(0), BIT_FOUR(4), BIT_FOUR(8), BIT_FOUR(12), BIT_FOUR(16), BIT_FOUR(20), BIT_FOUR(24), BIT_FOUR(28)};

static inline uint32_t four_joined(four_wholes bits) {
  return bits[0] | bits[1] | bits[2] | bits[3];
}

/* How many rows are in a set: S. E. Anderson, Bit Twiddling Hacks. */
static inline uint32_t rows_in(row_set rows) {
  const row_set third = UINT64_MAX / 15 * 3, half = UINT64_MAX / 3;
  rows -= rows >> 1 & half;
  rows = (rows & third) + (rows >> 2 & third);
  rows = (rows + (rows >> 4)) & UINT64_MAX / 17;
  return (uint32_t)(rows * (UINT64_MAX / 255) >> 56);
}

/* The first row of a set that is not empty. */
static inline uint32_t first_row(row_set rows) {
  return (uint32_t)__builtin_ctzll(rows);
}

static inline int count_rows(row_set rows) {
  return __builtin_popcountll(rows);
}

/* value == 0, without the look for what is no number: all bits but the sign are 0. */
static inline bool is_nought(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits << 1 == 0;
}

#pragma GCC visibility pop

#endif
