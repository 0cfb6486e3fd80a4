/* formula_batch.h: the state of a formula that is at work on many rows at once (formula_batch.c), and
   the values that it computes with (formula_values.c). */
#ifndef GALLEY_FORMULA_BATCH_H
#define GALLEY_FORMULA_BATCH_H

#include "formula.h"
#include "formula_cells.h"
#include "formula_lanes.h"

#pragma GCC visibility push(hidden)

/* A value in each row: one for all, true in some, or cells from the batch's first row on. */
typedef enum value_kind { IS_NUMBER, IS_TRUTH, IS_WHOLE, IS_REAL } value_kind;
typedef struct value {
  value_kind kind;
  double number;
  row_set truths;
  const void *cells;
} value;

/* Where cells are computed. */
typedef struct lane {
  double reals[FORMULA_BATCH];
  uint32_t wholes[FORMULA_BATCH];
} lane;

typedef struct batch {
  const formula_run *run;
  uint32_t first, count, lanes; /* the number of the first row; how many there are, and in whole vectors */
  row_set all, active;          /* all rows; those that do the next instruction */
  bool few;
  formula_cells values;         /* what is returned; none: only whether it is something else than 0 */
  row_set returned;
  row_set waiting[FORMULA_OPS]; /* those that wait for an instruction */
  value stack[FORMULA_STACK], locals[FORMULA_LOCALS];
  lane stack_lanes[FORMULA_STACK], local_lanes[FORMULA_LOCALS];
} batch;

/* For each row of a set, whose place is `i`. */
#define IN_SET(rows, statement)                                 \
  for (row_set left = (rows); left; left &= left - 1) {         \
    uint32_t i = first_row(left);                               \
    statement;                                                  \
  }

/* For each row that does the instruction; where they are many, for the others too. */
#define EACH(statement)                                         \
  do {                                                          \
    if (b->few) IN_SET(b->active, statement)                    \
    else for (uint32_t i = 0; i < b->count; i++) { statement; } \
  } while (0)

/* Cells that are read, or one number for all rows: then `mask` makes of each place the first. */
typedef struct real_operand {
  const double *cells;
  uint32_t mask;
  double same[2];
} real_operand;
typedef struct whole_operand {
  const uint32_t *cells;
  uint32_t mask, same[FOUR];
} whole_operand;

/* A cell of an operand, and those from there on. */
static inline double real_of(const real_operand *o, uint32_t i) { return o->cells[i & o->mask]; }
static inline uint32_t whole_of(const whole_operand *o, uint32_t i) { return o->cells[i & o->mask]; }
static inline two_reals two_reals_of(const real_operand *o, uint32_t i) { return two_load(o->cells + (i & o->mask)); }
static inline four_wholes four_wholes_of(const whole_operand *o, uint32_t i) {
  return four_load(o->cells + (i & o->mask));
}

/* A value as an operand of the one kind or the other, computed where need be into a lane. */
void value_reals(const batch *b, const value *v, lane *into, real_operand *out);
void value_wholes(const batch *b, const value *v, lane *into, whole_operand *out);
/* The rows that do the instruction and in which a value is not 0. */
row_set value_true(const batch *b, const value *v);
/* Rows in which cells, from the batch's first row on, compare with a number, or two operands with each other, as an
   instruction says: OP_COLUMN_… or OP_EQUAL and the like. The rows that do not do it may be among them. */
row_set wholes_compared(const batch *b, unsigned code, const uint32_t *cells, uint32_t number);
row_set reals_compared(const batch *b, unsigned code, const real_operand *a, const real_operand *z);

#pragma GCC visibility pop

#endif
