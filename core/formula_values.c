/* formula_values.c: the values of many rows as operands, and the rows in which comparisons of them hold. */
#include "formula_batch.h"

static void to_reals(const batch *b, const uint32_t *from, double *to) {
  if (b->few) IN_SET(b->active, to[i] = from[i])
  else for (uint32_t i = 0; i < b->lanes; i += FOUR) four_to_reals(to + i, from + i);
}

static void to_wholes(const batch *b, const double *from, uint32_t *to) {
  EACH(to[i] = formula_bits(from[i]));
}

void value_reals(const batch *b, const value *v, lane *into, real_operand *out) {
  double *cells = into->reals;
  out->mask = UINT32_MAX;
  out->cells = cells;
  switch (v->kind) {
    case IS_NUMBER:
      out->same[0] = out->same[1] = v->number;
      out->cells = out->same;
      out->mask = 0;
      break;
    case IS_TRUTH: EACH(cells[i] = (double)(v->truths >> i & 1)); break;
    case IS_WHOLE: to_reals(b, v->cells, cells); break;
    case IS_REAL: out->cells = v->cells; break;
  }
}

void value_wholes(const batch *b, const value *v, lane *into, whole_operand *out) {
  uint32_t *cells = into->wholes;
  out->mask = UINT32_MAX;
  out->cells = cells;
  switch (v->kind) {
    case IS_NUMBER:
      for (unsigned i = 0; i < FOUR; i++) out->same[i] = formula_bits(v->number);
      out->cells = out->same;
      out->mask = 0;
      break;
    case IS_TRUTH: EACH(cells[i] = v->truths >> i & 1); break;
    case IS_WHOLE: out->cells = v->cells; break;
    case IS_REAL: to_wholes(b, v->cells, cells); break;
  }
}

/* -- tests -------------------------------------------------------------------------------- */

/* Puts into `holds` the rows in which something holds of a whole number, given for four and for one. */
#define WHOLES_WHERE(of_four, of_one)                                                             \
  do {                                                                                            \
    four_wholes low = {0}, high = {0};                                                            \
    const uint32_t half = FORMULA_BATCH / 2, middle = b->lanes < half ? b->lanes : half;          \
    if (b->few) {                                                                                 \
      IN_SET(b->active, holds |= (row_set)((of_one) != 0) << i)                                   \
    } else {                                                                                      \
      for (uint32_t i = 0; i < middle; i += FOUR) low |= (four_wholes)(of_four) & four_bits[i / FOUR]; \
      for (uint32_t i = half; i < b->lanes; i += FOUR)                                            \
        high |= (four_wholes)(of_four) & four_bits[(i - half) / FOUR];                            \
      holds = four_joined(low) | (row_set)four_joined(high) << half;                              \
    }                                                                                             \
  } while (0)

/* The rows in which cells have a bit of a number, equal it, are less or greater. */
static row_set wholes_with_bits(const batch *b, const uint32_t *own, uint32_t number) {
  row_set holds = 0;
  WHOLES_WHERE((four_load(own + i) & number) != 0, own[i] & number);
  return holds;
}

static row_set wholes_equal(const batch *b, const uint32_t *own, uint32_t number) {
  row_set holds = 0;
  WHOLES_WHERE(four_load(own + i) == number, own[i] == number);
  return holds;
}

static row_set wholes_less(const batch *b, const uint32_t *own, uint32_t number) {
  row_set holds = 0;
  WHOLES_WHERE(four_load(own + i) < number, own[i] < number);
  return holds;
}

static row_set wholes_greater(const batch *b, const uint32_t *own, uint32_t number) {
  row_set holds = 0;
  WHOLES_WHERE(four_load(own + i) > number, own[i] > number);
  return holds;
}

row_set wholes_compared(const batch *b, unsigned code, const uint32_t *own, uint32_t number) {
  switch ((enum formula_code)code) {
    case OP_COLUMN_BITS: return wholes_with_bits(b, own, number);
    case OP_COLUMN_EQUAL: case OP_EQUAL: return wholes_equal(b, own, number);
    case OP_COLUMN_UNEQUAL: case OP_UNEQUAL: return ~wholes_equal(b, own, number);
    case OP_COLUMN_LESS: case OP_LESS: return wholes_less(b, own, number);
    case OP_COLUMN_LESS_EQUAL: case OP_LESS_EQUAL: return ~wholes_greater(b, own, number);
    case OP_COLUMN_GREATER: case OP_GREATER: return wholes_greater(b, own, number);
    default: return ~wholes_less(b, own, number);
  }
}

/* The same for two reals, and for one, of the operands `a` and `z`. */
#define REALS_WHERE(comparison)                                                             \
  do {                                                                                      \
    two_sets all = {0};                                                                     \
    if (b->few) {                                                                           \
      IN_SET(b->active, holds |= (row_set)(real_of(a, i) comparison real_of(z, i)) << i) \
    } else {                                                                                \
      for (uint32_t i = 0; i < b->lanes; i += 2)                                            \
        all |= (two_sets)(two_reals_of(a, i) comparison two_reals_of(z, i)) & two_bits[i / 2]; \
      holds = all[0] | all[1];                                                              \
    }                                                                                       \
  } while (0)

/* The rows in which a value is not 0. */
row_set value_true(const batch *b, const value *v) {
  row_set holds = 0;
  static const double nought[2] = {0};
  const real_operand cells = {v->cells, UINT32_MAX, {0}}, same = {nought, 0, {0}}, *a = &cells, *z = &same;
  switch (v->kind) {
    case IS_NUMBER: holds = is_nought(v->number) ? 0 : UINT64_MAX; break;
    case IS_TRUTH: holds = v->truths; break;
    case IS_WHOLE: holds = ~wholes_equal(b, v->cells, 0); break;
    case IS_REAL: REALS_WHERE(!=); break;
  }
  return holds & b->active;
}

row_set reals_compared(const batch *b, unsigned code, const real_operand *a, const real_operand *z) {
  row_set holds = 0;
  switch ((enum formula_code)code) {
    case OP_EQUAL: REALS_WHERE(==); break;
    case OP_UNEQUAL: REALS_WHERE(!=); break;
    case OP_LESS: REALS_WHERE(<); break;
    case OP_LESS_EQUAL: REALS_WHERE(<=); break;
    case OP_GREATER: REALS_WHERE(>); break;
    default: REALS_WHERE(>=); break;
  }
  return holds;
}

