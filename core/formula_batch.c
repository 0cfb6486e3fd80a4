/* formula_batch.c: a compiled formula at work on many rows at once: each instruction is done for
   all of them before the next, so that it is told apart once, and its cells lie side by side.

   Jumps lead forward only. So the instructions are gone through once, in order, with the rows that
   do the next one; those that jumped wait until it is the one that they jumped to, where they join
   in again. The height of the stack is the same for all that do an instruction, and so is the kind
   of each value on it: what is brought along by a jump is true or not, and a set of rows says of
   which. What is one number, a truth or a column's cells as they stand is not written out for each row. */
#include "formula_batch.h"

#include <string.h>

enum { FEW = 4 /* where less than one row in so many does an instruction, it is done row by row */ };

static void go_on_with(batch *b, row_set rows) {
  b->active = rows;
  b->few = FEW * rows_in(rows) < b->count;
}

static void start(batch *b, const formula_run *r, uint32_t first, uint32_t count, formula_cells values) {
  b->run = r;
  b->first = first;
  b->count = count;
  b->lanes = (count + FOUR - 1) / FOUR * FOUR;
  b->values = values;
  b->returned = 0;
  memset(b->waiting, 0, r->formula->op_count * sizeof *b->waiting);
  memset(b->stack, 0, r->formula->height * sizeof *b->stack);
  b->all = UINT64_MAX >> (FORMULA_BATCH - count);
  go_on_with(b, b->all);
}

static void be_number(value *v, double number) {
  v->kind = IS_NUMBER;
  v->number = number;
}

static void be_reals(value *v, const double *cells) {
  v->kind = IS_REAL;
  v->cells = cells;
}

static void be_wholes(value *v, const uint32_t *cells) {
  v->kind = IS_WHOLE;
  v->cells = cells;
}

/* A truth of the rows that do the instruction. What others have brought to this place stays. */
static void be_truth(const batch *b, value *v, row_set holds) {
  v->kind = IS_TRUTH;
  v->truths = (v->truths & ~b->active) | (holds & b->active);
}

/* -- jumps ---------------------------------------------------------------------------------- */

static void jump(batch *b, row_set jumps, uint32_t target) {
  if (!jumps) return;
  b->waiting[target] |= jumps;
  go_on_with(b, b->active & ~jumps);
}

/* Those in which a test holds, or does not, jump. Where it is an operand that decides, they bring its
   value along, at `v`; else that is NULL. */
static void jump_if(batch *b, row_set holds, bool if_holds, value *v, uint32_t target) {
  row_set jumps = b->active & (if_holds ? holds : ~holds);
  if (v) v->truths = if_holds ? v->truths | jumps : v->truths & ~jumps;
  jump(b, jumps, target);
}

/* -- values ---------------------------------------------------------------------------------- */

/* The values that an instruction finds on the stack: `z` the last one, `a` the one before; what it
   pushes is the one behind. */
static value *value_at(batch *b, const formula_op *op, unsigned back) {
  return &b->stack[op->height - back];
}

static lane *lane_at(batch *b, const formula_op *op, unsigned back) {
  return &b->stack_lanes[op->height - back];
}

static const uint32_t *own_wholes(const batch *b, unsigned column) {
  return whole_cells(&b->run->columns[column]) + b->first - 1;
}

static const double *own_reals(const batch *b, unsigned column) {
  return real_cells(&b->run->columns[column]) + b->first - 1;
}

/* Pushes what a column has in each row. */
static void push_column(batch *b, const formula_op *op) {
  if (b->run->columns[op->slot].whole) be_wholes(value_at(b, op, 0), own_wholes(b, op->slot));
  else be_reals(value_at(b, op, 0), own_reals(b, op->slot));
}

/* Pushes what it has in the row that another one names. */
static void push_named(batch *b, const formula_op *op) {
  const formula_column *c = &b->run->columns[op->slot];
  const uint32_t *own = own_wholes(b, op->target);
  lane *into = lane_at(b, op, 0);
  if (c->whole) {
    EACH(into->wholes[i] = whole_number(c, own[i]));
    be_wholes(value_at(b, op, 0), into->wholes);
  } else {
    EACH(into->reals[i] = real_cell(c, own[i]));
    be_reals(value_at(b, op, 0), into->reals);
  }
}

/* The same in the row that the last value names. */
static void index_column(batch *b, const formula_op *op) {
  const formula_column *c = &b->run->columns[op->slot];
  real_operand row;
  lane *into = lane_at(b, op, 1);
  value_reals(b, value_at(b, op, 1), into, &row);
  if (c->whole) {
    EACH(into->wholes[i] = whole_number(c, formula_row(real_of(&row, i))));
    be_wholes(value_at(b, op, 1), into->wholes);
  } else {
    EACH(into->reals[i] = real_cell(c, formula_row(real_of(&row, i))));
    be_reals(value_at(b, op, 1), into->reals);
  }
}

/* What is computed of x and y, two reals of each at once. */
#define COMPUTE(expression)                                                                   \
  do {                                                                                        \
    if (b->few) {                                                                             \
      IN_SET(b->active, const double x = real_of(&a, i); const double y = real_of(&z, i); to[i] = (expression)) \
    } else {                                                                                  \
      for (uint32_t i = 0; i < b->lanes; i += 2) {                                            \
        two_reals x = two_reals_of(&a, i), y = two_reals_of(&z, i); \
        two_store(to + i, expression);                                                        \
      }                                                                                       \
    }                                                                                         \
  } while (0)
#define COMPUTE_EACH(expression) \
  EACH(const double x = real_of(&a, i); const double y = real_of(&z, i); to[i] = (expression))

/* Computes with the last two values as reals. */
static void compute(batch *b, const formula_op *op) {
  value *v = value_at(b, op, 2);
  real_operand a, z;
  double *to = lane_at(b, op, 2)->reals;
  value_reals(b, v, lane_at(b, op, 2), &a);
  value_reals(b, value_at(b, op, 1), lane_at(b, op, 1), &z);
  switch ((enum formula_code)op->code) {
    case OP_ADD: COMPUTE(x + y); break;
    case OP_SUBTRACT: COMPUTE(x - y); break;
    case OP_MULTIPLY: COMPUTE(x * y); break;
    case OP_DIVIDE: COMPUTE_EACH(y != 0 ? x / y : 0); break;
    case OP_MIN: COMPUTE_EACH(x < y ? x : y); break;
    default: COMPUTE_EACH(x > y ? x : y); break;
  }
  be_reals(v, to);
}

/* Compares the last two values: whole numbers with one as such, others as reals. */
static void compare(batch *b, const formula_op *op) {
  value *v = value_at(b, op, 2), *with = value_at(b, op, 1);
  real_operand a, z;
  row_set holds;
  if (v->kind == IS_WHOLE && with->kind == IS_NUMBER && formula_bits(with->number) == with->number) {
    holds = wholes_compared(b, op->code, v->cells, (uint32_t)with->number);
  } else {
    value_reals(b, v, lane_at(b, op, 2), &a);
    value_reals(b, with, lane_at(b, op, 1), &z);
    holds = reals_compared(b, op->code, &a, &z);
  }
  be_truth(b, v, holds);
}

#define JOIN_BITS(operation)                                                                  \
  do {                                                                                        \
    if (b->few) {                                                                             \
      IN_SET(b->active, to[i] = whole_of(&a, i) operation whole_of(&z, i))            \
    } else {                                                                                  \
      for (uint32_t i = 0; i < b->lanes; i += FOUR)                                           \
        four_store(to + i, four_wholes_of(&a, i) operation four_wholes_of(&z, i)); \
    }                                                                                         \
  } while (0)

/* Joins the last two values as bits. */
static void join_bits(batch *b, const formula_op *op) {
  value *v = value_at(b, op, 2);
  whole_operand a, z;
  uint32_t *to = lane_at(b, op, 2)->wholes;
  value_wholes(b, v, lane_at(b, op, 2), &a);
  value_wholes(b, value_at(b, op, 1), lane_at(b, op, 1), &z);
  if (op->code == OP_BITS_AND) JOIN_BITS(&);
  else JOIN_BITS(|);
  be_wholes(v, to);
}

/* Changes the last value. */
static void change(batch *b, const formula_op *op) {
  value *v = value_at(b, op, 1);
  lane *own = lane_at(b, op, 1);
  real_operand a;
  whole_operand bits;
  if (op->code == OP_NEGATE) {
    value_reals(b, v, own, &a);
    EACH(own->reals[i] = -real_of(&a, i));
    be_reals(v, own->reals);
  } else if (op->code == OP_BITS_NOT) {
    value_wholes(b, v, own, &bits);
    EACH(own->wholes[i] = ~whole_of(&bits, i));
    be_wholes(v, own->wholes);
  } else {
    row_set holds = value_true(b, v);
    be_truth(b, v, op->code == OP_TRUTH ? holds : ~holds);
  }
}

/* Pushes the bits that a column and a number share. */
static void push_bits(batch *b, const formula_op *op, const uint32_t *own) {
  uint32_t *to = lane_at(b, op, 0)->wholes, number = (uint32_t)op->value;
  EACH(to[i] = own[i] & number);
  be_wholes(value_at(b, op, 0), to);
}

/* Compares a column with a number, and pushes the result or jumps by it. */
static void test_column(batch *b, const formula_op *op) {
  const uint32_t *own = own_wholes(b, op->slot);
  value *v = value_at(b, op, 0);
  bool if_holds = op->then == THEN_OR || op->then == THEN_JUMP_TRUE;
  if (op->code == OP_COLUMN_BITS && op->then == THEN_PUSH) {
    push_bits(b, op, own);
    return;
  }
  row_set holds = wholes_compared(b, op->code, own, (uint32_t)op->value);
  if (op->then == THEN_PUSH) be_truth(b, v, holds);
  else jump_if(b, holds, if_holds, op->then >= THEN_AND ? v : NULL, op->target);
}

static void push_row(batch *b, const formula_op *op) {
  uint32_t *rows = lane_at(b, op, 0)->wholes;
  EACH(rows[i] = b->first + i);
  be_wholes(value_at(b, op, 0), rows);
}

static void push_matches(batch *b, const formula_op *op) {
  const formula_run *r = b->run;
  row_set holds = 0;
  if (r->matches) IN_SET(b->active, holds |= (row_set)r->matches(r->context, op->slot, b->first + i) << i)
  be_truth(b, value_at(b, op, 0), holds);
}

/* -- locals ------------------------------------------------------------------------------------ */

/* A new local: no other rows have it. What is computed on the stack does not stay there. */
static void declare(batch *b, const formula_op *op) {
  value *own = &b->locals[op->slot];
  lane *from = lane_at(b, op, 1), *to = &b->local_lanes[op->slot];
  *own = *value_at(b, op, 1);
  if (own->kind == IS_REAL && own->cells == from->reals) {
    EACH(to->reals[i] = from->reals[i]);
    own->cells = to->reals;
  } else if (own->kind == IS_WHOLE && own->cells == from->wholes) {
    EACH(to->wholes[i] = from->wholes[i]);
    own->cells = to->wholes;
  }
}

static void push_local(batch *b, const formula_op *op) {
  value *top = value_at(b, op, 0);
  row_set brought = top->truths;
  *top = b->locals[op->slot];
  top->truths = (brought & ~b->active) | (top->truths & b->active);
}

/* Gives a local another value in the rows that do this; the others keep theirs. */
static void set_local(batch *b, const formula_op *op) {
  value *own = &b->locals[op->slot], *v = value_at(b, op, 1);
  lane *to = &b->local_lanes[op->slot];
  real_operand before, now;
  if (own->kind == IS_TRUTH && v->kind == IS_TRUTH) {
    be_truth(b, own, v->truths);
    return;
  }
  value_reals(b, v, lane_at(b, op, 1), &now);
  row_set doing = b->active;
  go_on_with(b, b->all);
  value_reals(b, own, to, &before);
  if (before.cells != to->reals) EACH(to->reals[i] = real_of(&before, i));
  go_on_with(b, doing);
  IN_SET(doing, to->reals[i] = real_of(&now, i))
  be_reals(own, to->reals);
}

/* -- all instructions ---------------------------------------------------------------------------- */

/* Writes what is returned, where that is asked for: it is all 0 before. */
#define WRITE(values, value_of)                                                 \
  do {                                                                          \
    if (b->active != b->all) IN_SET(b->active, (values)[i] = value_of(&a, i))   \
    else for (uint32_t i = 0; i < b->count; i++) (values)[i] = value_of(&a, i); \
  } while (0)

static void write_reals(const batch *b, const value *v, lane *own, double *values) {
  real_operand a;
  value_reals(b, v, own, &a);
  WRITE(values, real_of);
}

static void write_wholes(const batch *b, const value *v, lane *own, uint32_t *values) {
  whole_operand a;
  value_wholes(b, v, own, &a);
  WRITE(values, whole_of);
}

static void return_value(batch *b, const formula_op *op) {
  const value *v = value_at(b, op, 1);
  lane *own = lane_at(b, op, 1);
  bool asked = b->values.reals || b->values.wholes, nought = v->kind == IS_NUMBER && v->number == 0;
  if (asked && !nought && b->values.wholes) write_wholes(b, v, own, b->values.wholes);
  else if (asked && !nought) write_reals(b, v, own, b->values.reals);
  b->returned |= asked ? b->active : value_true(b, v);
  b->active = 0;
}

/* Does one instruction. OP_STORE is in no formula that comes here, and `self` is of a fold: it is
   joined afterwards. */
static void step(batch *b, const formula_op *op) {
  const formula_run *r = b->run;
  value *z = op->height ? value_at(b, op, 1) : NULL, *top = value_at(b, op, 0);
  switch ((enum formula_code)op->code) {
    case OP_NUMBER: be_number(top, op->value); break;
    case OP_COLUMN: case OP_ADDED: push_column(b, op); break;
    case OP_SELF_BEFORE: be_number(top, 0); break;
    case OP_SELF: be_number(z, 0); break;
    case OP_ROW: push_row(b, op); break;
    case OP_BLOCKS: be_number(top, r->blocks); break;
    case OP_BOXES: be_number(top, r->boxes); break;
    case OP_PARAM: be_number(top, r->params[op->slot]); break;
    case OP_LOCAL: push_local(b, op); break;
    case OP_SET: if (op->target) declare(b, op); else set_local(b, op); break;
    case OP_MATCHES: push_matches(b, op); break;
    case OP_COLUMN_INDEX: case OP_ADDED_COLUMN_INDEX: push_named(b, op); break;
    case OP_INDEX: case OP_ADDED_INDEX: index_column(b, op); break;
    case OP_BITS_AND: case OP_BITS_OR: join_bits(b, op); break;
    case OP_NEGATE: case OP_NOT: case OP_BITS_NOT: case OP_TRUTH: change(b, op); break;
    case OP_JUMP: jump(b, b->active, op->target); break;
    case OP_JUMP_FALSE: jump_if(b, value_true(b, z), false, NULL, op->target); break;
    case OP_JUMP_TRUE: jump_if(b, value_true(b, z), true, NULL, op->target); break;
    case OP_AND: jump_if(b, value_true(b, z), false, z, op->target); break;
    case OP_OR: jump_if(b, value_true(b, z), true, z, op->target); break;
    case OP_RETURN: return_value(b, op); break;
    case OP_END: b->active = 0; break;
    default:
      if (op->code >= OP_COLUMN_BITS) test_column(b, op);
      else if (op->code >= OP_EQUAL) compare(b, op);
      else compute(b, op);
  }
}

/* Those that jumped to the instruction do it with the others. */
static void join(batch *b, const formula_op *op, row_set waiting) {
  if (!waiting) return;
  go_on_with(b, b->active | waiting);
  if (op->joins == JOINS_TRUTHS) value_at(b, op, 1)->kind = IS_TRUTH;
}

row_set formula_batch(const formula_run *r, uint32_t first, uint32_t count, formula_cells values) {
  const formula *f = r->formula;
  batch b;
  start(&b, r, first, count, values);
  for (const formula_op *op = f->ops, *end = op + f->op_count; op < end; op++) {
    if (op->joins) join(&b, op, b.waiting[op - f->ops]);
    if (b.active) step(&b, op);
  }
  return b.returned;
}
