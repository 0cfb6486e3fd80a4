/* formula_cells.h: how formulas read cells and bits, for those that run them. Rows count from 1. */
#ifndef GALLEY_FORMULA_CELLS_H
#define GALLEY_FORMULA_CELLS_H

#include "formula.h"

#pragma GCC visibility push(hidden)

/* A number as bits; what no 32 bits hold has none. */
static inline uint32_t formula_bits(double value) {
  return value >= 0 && value < 4294967296.0 ? (uint32_t)value : 0;
}

/* A row that a number names, and 0, which is none, where that is too small or too large. */
static inline uint32_t formula_row(double number) {
  return number >= 1 && number < 4294967296.0 ? (uint32_t)number : 0;
}

/* The cells of a column of whole numbers, and of one of reals. */
static inline const uint32_t *whole_cells(const formula_column *c) { return c->cells; }
static inline const double *real_cells(const formula_column *c) { return c->cells; }

/* A cell of a column that a rule added; `row` has one. */
static inline double added_cell(const formula_column *c, uint32_t row) {
  return c->whole ? whole_cells(c)[row - 1] : real_cells(c)[row - 1];
}

/* A cell; 0 where there is no such row. */
static inline uint32_t whole_number(const formula_column *c, uint32_t row) {
  return row - 1 < c->rows ? whole_cells(c)[row - 1] : 0;
}

static inline double whole_cell(const formula_column *c, uint32_t row) {
  return whole_number(c, row);
}

static inline double real_cell(const formula_column *c, uint32_t row) {
  return row - 1 < c->rows ? real_cells(c)[row - 1] : 0;
}

static inline double any_cell(const formula_column *c, uint32_t row) {
  return row - 1 < c->rows ? added_cell(c, row) : 0;
}

#pragma GCC visibility pop

#endif
