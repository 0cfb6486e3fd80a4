/* formula_batch.c: a compiled formula at work on many rows at once: each instruction is done for
   all of them before the next, so that it is told apart once, and its cells lie side by side.

   Jumps lead forward only. So the instructions are gone through once, in order, with the rows that
   do the next one; those that jumped wait until it is the one that they jumped to, where they join
   in again. Each row has a stack and locals of its own, whose height is the same for all that do an
   instruction. */
#include <string.h>

#include "formula.h"
#include "formula_cells.h"

typedef double lane[FORMULA_BATCH]; /* a value for each row */

typedef uint64_t row_set;           /* a bit for each row */
_Static_assert(FORMULA_BATCH == 64, "a set holds all rows");

typedef struct batch {
  const formula_run *run;
  uint32_t first, count;        /* the number of the first row; how many there are */
  row_set all, active;          /* all rows; those that do the next instruction */
  row_set waiting[FORMULA_OPS]; /* those that wait for an instruction */
  lane stack[FORMULA_STACK], locals[FORMULA_LOCALS];
} batch;

static uint32_t lowest_bit(uint64_t bits) {
#ifdef __GNUC__
  return (uint32_t)__builtin_ctzll(bits);
#else
  uint32_t at = 0;
  while (!(bits >> at & 1)) at++;
  return at;
#endif
}

static void start(batch *b, const formula_run *r, uint32_t first, uint32_t count) {
  b->run = r;
  b->first = first;
  b->count = count;
  b->all = b->active = UINT64_MAX >> (FORMULA_BATCH - count);
  memset(b->waiting, 0, r->formula->op_count * sizeof *b->waiting);
}

/* For each row that does the instruction, whose place is `i`. All of them mostly do the first ones. */
#define EACH(statement)                                                     \
  do {                                                                      \
    if (b->active == b->all)                                                \
      for (uint32_t i = 0; i < b->count; i++) statement;                    \
    else                                                                    \
      for (row_set left = b->active; left; left &= left - 1) {              \
        uint32_t i = lowest_bit(left);                                      \
        statement;                                                          \
      }                                                                     \
  } while (0)

/* value == 0, without the look for what is no number: all bits but the sign are 0. */
static bool is_nought(double value) {
  uint64_t bits;
  memcpy(&bits, &value, sizeof bits);
  return bits << 1 == 0;
}

static void jump(batch *b, row_set jumps, uint32_t target) {
  b->waiting[target] |= jumps;
  b->active &= ~jumps;
}

/* Puts the rows into a set for which something holds. */
#define MARK(set, holds) EACH(set |= (row_set)(holds) << i)

/* Those whose value is 0, or is not, jump. */
static void jump_if(batch *b, const double *value, bool nought, uint32_t target) {
  row_set noughts = 0;
  MARK(noughts, is_nought(value[i]));
  jump(b, b->active & (nought ? noughts : ~noughts), target);
}

static void return_all(batch *b, const double *value, double *values, bool *returned) {
  EACH(returned[i] = value != NULL);
  if (value) EACH(values[i] = value[i]);
  b->active = 0;
}

/* The values that an instruction finds on the stack: `z` the last one, `a` the one before; what it
   pushes goes to `top`. */
#define PUSH(value)                          \
  do {                                       \
    double *top = b->stack[op->height];      \
    EACH(top[i] = (value));                  \
  } while (0)
#define CHANGE(value)                        \
  do {                                       \
    double *z = b->stack[op->height - 1];    \
    EACH(z[i] = (value));                    \
  } while (0)
#define PAIR(code, value)                                              \
  case code: {                                                         \
    double *z = b->stack[op->height - 1], *a = b->stack[op->height - 2]; \
    EACH(a[i] = (value));                                              \
    break;                                                             \
  }
#define TEST(code, comparison)                           \
  case code:                                             \
    if (op->then == THEN_PUSH) PUSH(own[i] comparison);  \
    else MARK(holds, (own[i] comparison) != 0);          \
    break;

/* A column of whole numbers, and one of reals, from the batch's first row on. */
static const uint32_t *own_whole(const batch *b, unsigned column) {
  return whole_cells(&b->run->columns[column]) + b->first - 1;
}

static const double *own_real(const batch *b, unsigned column) {
  return real_cells(&b->run->columns[column]) + b->first - 1;
}

/* Pushes what a column has in this row, or in the row that another one names. */
static void push_cell(batch *b, const formula_op *op) {
  const formula_column *c = &b->run->columns[op->slot];
  const uint32_t *own;
  const double *real;
  switch ((enum formula_code)op->code) {
    case OP_COLUMN: own = own_whole(b, op->slot); PUSH(own[i]); break;
    case OP_ADDED: real = own_real(b, op->slot); PUSH(real[i]); break;
    case OP_COLUMN_INDEX: own = own_whole(b, op->target); PUSH(whole_cell(c, own[i])); break;
    case OP_ADDED_COLUMN_INDEX: own = own_whole(b, op->target); PUSH(real_cell(c, own[i])); break;
    case OP_INDEX: CHANGE(whole_cell(c, formula_row(z[i]))); break;
    case OP_ADDED_INDEX: CHANGE(real_cell(c, formula_row(z[i]))); break;
    default: break;
  }
}

/* Compares a column with a number, and pushes the result or jumps by it. */
static void test_column(batch *b, const formula_op *op) {
  const uint32_t *own = own_whole(b, op->slot), number = (uint32_t)op->value;
  bool if_holds = op->then == THEN_OR || op->then == THEN_JUMP_TRUE;
  row_set holds = 0;
  switch ((enum formula_code)op->code) {
    TEST(OP_COLUMN_BITS, & number)
    TEST(OP_COLUMN_EQUAL, == number)
    TEST(OP_COLUMN_UNEQUAL, != number)
    TEST(OP_COLUMN_LESS, < number)
    TEST(OP_COLUMN_LESS_EQUAL, <= number)
    TEST(OP_COLUMN_GREATER, > number)
    TEST(OP_COLUMN_GREATER_EQUAL, >= number)
    default: break;
  }
  if (op->then == THEN_AND || op->then == THEN_OR) PUSH(if_holds);
  if (op->then != THEN_PUSH) jump(b, b->active & (if_holds ? holds : ~holds), op->target);
}

/* Computes with what is on the stack. */
static void compute(batch *b, const formula_op *op) {
  switch ((enum formula_code)op->code) {
    PAIR(OP_ADD, a[i] + z[i])
    PAIR(OP_SUBTRACT, a[i] - z[i])
    PAIR(OP_MULTIPLY, a[i] * z[i])
    PAIR(OP_DIVIDE, z[i] != 0 ? a[i] / z[i] : 0)
    PAIR(OP_BITS_AND, formula_bits(a[i]) & formula_bits(z[i]))
    PAIR(OP_BITS_OR, formula_bits(a[i]) | formula_bits(z[i]))
    PAIR(OP_MIN, a[i] < z[i] ? a[i] : z[i])
    PAIR(OP_MAX, a[i] > z[i] ? a[i] : z[i])
    PAIR(OP_EQUAL, a[i] == z[i])
    PAIR(OP_UNEQUAL, a[i] != z[i])
    PAIR(OP_LESS, a[i] < z[i])
    PAIR(OP_LESS_EQUAL, a[i] <= z[i])
    PAIR(OP_GREATER, a[i] > z[i])
    PAIR(OP_GREATER_EQUAL, a[i] >= z[i])
    case OP_NEGATE: CHANGE(-z[i]); break;
    case OP_NOT: CHANGE(is_nought(z[i])); break;
    case OP_BITS_NOT: CHANGE(~formula_bits(z[i])); break;
    case OP_TRUTH: CHANGE(!is_nought(z[i])); break;
    default: break;
  }
}

/* Does one instruction. OP_STORE is in no formula that comes here. */
static void step(batch *b, const formula_op *op, double *values, bool *returned) {
  const formula_run *r = b->run;
  switch ((enum formula_code)op->code) {
    case OP_NUMBER: PUSH(op->value); break;
    case OP_SELF_BEFORE: PUSH(0); break; /* of a fold: it is joined afterwards */
    case OP_SELF: CHANGE(0); break;
    case OP_ROW: PUSH(b->first + i); break;
    case OP_BLOCKS: PUSH(r->blocks); break;
    case OP_BOXES: PUSH(r->boxes); break;
    case OP_PARAM: PUSH(r->params[op->slot]); break;
    case OP_LOCAL: PUSH(b->locals[op->slot][i]); break;
    case OP_SET: EACH(b->locals[op->slot][i] = b->stack[op->height - 1][i]); break;
    case OP_MATCHES: PUSH(r->matches && r->matches(r->context, op->slot, b->first + i)); break;
    case OP_JUMP: jump(b, b->active, op->target); break;
    case OP_JUMP_FALSE: case OP_AND: jump_if(b, b->stack[op->height - 1], true, op->target); break;
    case OP_JUMP_TRUE: case OP_OR: jump_if(b, b->stack[op->height - 1], false, op->target); break;
    case OP_RETURN: return_all(b, b->stack[op->height - 1], values, returned); break;
    case OP_END: return_all(b, NULL, values, returned); break;
    default:
      if (op->code >= OP_COLUMN_BITS) test_column(b, op);
      else if (op->code >= OP_ADD && op->code <= OP_TRUTH) compute(b, op);
      else push_cell(b, op);
  }
}

void formula_batch(const formula_run *r, uint32_t first, uint32_t count, double *values, bool *returned) {
  const formula *f = r->formula;
  batch b;
  start(&b, r, first, count);
  for (uint32_t op = 0; op < f->op_count; op++) {
    b.active |= b.waiting[op];
    if (b.active) step(&b, &f->ops[op], values, returned);
  }
}
