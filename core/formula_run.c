/* formula_run.c: a compiled formula at work on one row: a machine with a stack of numbers. */
#include "formula.h"
#include "formula_cells.h"

static void store(const formula_run *r, double row, double value) {
  double *self = r->self.reals;
  if (self && row >= 1 && row <= r->self_rows) self[(uint32_t)row - 1] = value;
}

static double self_cell(const formula_run *r, double row) {
  const double *self = r->self.reals;
  return self && row >= 1 && row <= r->self_rows ? self[(uint32_t)row - 1] : 0;
}

/* The compiler has seen to it that the stack holds what an instruction takes and has room
   for what it gives, that a local is set before it is read, and that jumps go forward. */
double formula_value(const formula_run *r, uint32_t row, bool *returned) {
  double stack[FORMULA_STACK], locals[FORMULA_LOCALS], *top = stack, a;
  if (returned) *returned = true;
#define PAIR(code, value) case code: top--; top[-1] = (value); break
#define COLUMN_WITH(code, value) \
  case code: a = whole_cells(&r->columns[op->slot])[row - 1]; a = (value); goto tested
  for (const formula_op *all = r->formula->ops, *op = all;; op++) {
    switch ((enum formula_code)op->code) {
      case OP_NUMBER: *top++ = op->value; break;
      case OP_COLUMN: *top++ = whole_cells(&r->columns[op->slot])[row - 1]; break;
      case OP_ADDED: *top++ = added_cell(&r->columns[op->slot], row); break;
      case OP_INDEX: top[-1] = whole_cell(&r->columns[op->slot], formula_row(top[-1])); break;
      case OP_ADDED_INDEX: top[-1] = any_cell(&r->columns[op->slot], formula_row(top[-1])); break;
      case OP_COLUMN_INDEX:
        *top++ = whole_cell(&r->columns[op->slot], whole_cells(&r->columns[op->target])[row - 1]);
        break;
      case OP_ADDED_COLUMN_INDEX:
        *top++ = any_cell(&r->columns[op->slot], whole_cells(&r->columns[op->target])[row - 1]);
        break;
      case OP_SELF_BEFORE: *top++ = self_cell(r, (double)row - 1); break;
      case OP_ROW: *top++ = row; break;
      case OP_BLOCKS: *top++ = r->blocks; break;
      case OP_BOXES: *top++ = r->boxes; break;
      case OP_PARAM: *top++ = r->params[op->slot]; break;
      case OP_LOCAL: *top++ = locals[op->slot]; break;
      case OP_SET: locals[op->slot] = *--top; break;
      case OP_SELF: top[-1] = self_cell(r, top[-1]); break;
      case OP_STORE: top -= 2; store(r, top[0], top[1]); break;
      PAIR(OP_ADD, top[-1] + *top);
      PAIR(OP_SUBTRACT, top[-1] - *top);
      PAIR(OP_MULTIPLY, top[-1] * *top);
      PAIR(OP_DIVIDE, *top != 0 ? top[-1] / *top : 0);
      PAIR(OP_BITS_AND, formula_bits(top[-1]) & formula_bits(*top));
      PAIR(OP_BITS_OR, formula_bits(top[-1]) | formula_bits(*top));
      PAIR(OP_MIN, top[-1] < *top ? top[-1] : *top);
      PAIR(OP_MAX, top[-1] > *top ? top[-1] : *top);
      PAIR(OP_EQUAL, top[-1] == *top);
      PAIR(OP_UNEQUAL, top[-1] != *top);
      PAIR(OP_LESS, top[-1] < *top);
      PAIR(OP_LESS_EQUAL, top[-1] <= *top);
      PAIR(OP_GREATER, top[-1] > *top);
      PAIR(OP_GREATER_EQUAL, top[-1] >= *top);
      case OP_NEGATE: top[-1] = -top[-1]; break;
      case OP_NOT: top[-1] = top[-1] == 0; break;
      case OP_BITS_NOT: top[-1] = ~formula_bits(top[-1]); break;
      case OP_TRUTH: top[-1] = top[-1] != 0; break;
      case OP_JUMP: op = all + op->target - 1; break;
      case OP_JUMP_FALSE: if (*--top == 0) op = all + op->target - 1; break;
      case OP_JUMP_TRUE: if (*--top != 0) op = all + op->target - 1; break;
      case OP_AND: if (top[-1] == 0) op = all + op->target - 1; else top--; break;
      case OP_OR: if (top[-1] != 0) op = all + op->target - 1; else top--; break;
      case OP_MATCHES: *top++ = r->matches && r->matches(r->context, op->slot, row); break;
      case OP_RETURN: return *--top;
      case OP_END: if (returned) *returned = false; return 0;
      case OP_COLUMN_BITS: a = whole_cells(&r->columns[op->slot])[row - 1] & (uint32_t)op->value; goto tested;
      COLUMN_WITH(OP_COLUMN_EQUAL, a == op->value);
      COLUMN_WITH(OP_COLUMN_UNEQUAL, a != op->value);
      COLUMN_WITH(OP_COLUMN_LESS, a < op->value);
      COLUMN_WITH(OP_COLUMN_LESS_EQUAL, a <= op->value);
      COLUMN_WITH(OP_COLUMN_GREATER, a > op->value);
      COLUMN_WITH(OP_COLUMN_GREATER_EQUAL, a >= op->value);
    }
    continue;
  tested:
    if (op->then == THEN_PUSH) {
      *top++ = a;
    } else if ((op->then == THEN_OR || op->then == THEN_JUMP_TRUE) == (a != 0)) {
      if (op->then >= THEN_AND) *top++ = a != 0;
      op = all + op->target - 1;
    }
  }
}

void formula_fold(const formula_run *r, uint32_t first, uint32_t count, formula_cells values, uint64_t returned) {
  const formula *f = r->formula;
  const formula_column self = {f->whole ? (const void *)r->self.wholes : r->self.reals, r->self_rows, f->whole};
  const uint32_t *named = f->fold_column == FOLD_ROW_BEFORE ? NULL : whole_cells(&r->columns[f->fold_column]);
  for (uint32_t i = 0, row = first; i < count; i++, row++) {
    if (!(returned >> i & 1)) continue;
    uint32_t before = named ? named[row - 1] : row - 1;
    if (f->whole) r->self.wholes[row - 1] = whole_number(&self, before) | values.wholes[i];
    else if (f->fold == OP_ADD) r->self.reals[row - 1] = real_cell(&self, before) + values.reals[i];
    else r->self.reals[row - 1] = formula_bits(real_cell(&self, before)) | formula_bits(values.reals[i]);
  }
}
