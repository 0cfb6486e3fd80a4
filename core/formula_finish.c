/* formula_finish.c: what is done to the instructions of a formula once all are there: jumps are
   made shorter, what only joins each row to one before is told from what must go row by row, and what
   returns whole numbers alone from what returns others. */
#include "formula.h"

/* -- jumps that lead to jumps ---------------------------------------------------------- */

/* How an instruction jumps: OP_JUMP_FALSE, OP_JUMP_TRUE, OP_AND or OP_OR; 0 where it does not. */
static unsigned jump_of(const formula_op *op) {
  static const uint8_t of_test[] = {
      [THEN_JUMP_FALSE] = OP_JUMP_FALSE, [THEN_JUMP_TRUE] = OP_JUMP_TRUE, [THEN_AND] = OP_AND, [THEN_OR] = OP_OR};
  if (op->code >= OP_COLUMN_BITS) return op->then == THEN_PUSH ? 0 : of_test[op->then];
  return op->code >= OP_JUMP_FALSE && op->code <= OP_OR ? op->code : 0;
}

/* The operand that decided leaves the stack with the jump. */
static void drop_operand(formula_op *op, bool truth) {
  if (op->code >= OP_COLUMN_BITS) op->then = truth ? THEN_JUMP_TRUE : THEN_JUMP_FALSE;
  else op->code = truth ? OP_JUMP_TRUE : OP_JUMP_FALSE;
}

/* An operand of `and` or `or` that decides is often looked at again where the jump leads: what
   happens to it there is known. True where the jump was moved on. */
static bool move_on(const formula *f, formula_op *op) {
  unsigned kind = jump_of(op);
  bool truth = kind == OP_OR;
  const formula_op *there = &f->ops[op->target];
  if (kind != OP_AND && kind != OP_OR) return false;
  if (there->code == OP_TRUTH) {
    op->target++;
  } else if (there->code == kind) {
    op->target = there->target;
  } else if (there->code >= OP_JUMP_FALSE && there->code <= OP_OR) {
    bool jumps = truth == (there->code == OP_OR || there->code == OP_JUMP_TRUE);
    drop_operand(op, truth);
    op->target = jumps ? there->target : (uint16_t)(op->target + 1);
  } else {
    return false;
  }
  return true;
}

/* From the last to the first, so that where a jump leads is settled before. */
static void straighten_jumps(formula *f) {
  for (uint32_t i = f->op_count; i > 0; i--)
    while (move_on(f, &f->ops[i - 1])) {}
}

static bool is_jump(const formula_op *op) {
  return op->code == OP_JUMP || jump_of(op);
}

/* Marks where jumps lead; those of an operand that decides bring it along. */
static void mark_joins(formula *f) {
  for (uint32_t i = 0; i < f->op_count; i++) {
    unsigned kind = jump_of(&f->ops[i]);
    if (!is_jump(&f->ops[i])) continue;
    uint8_t *joins = &f->ops[f->ops[i].target].joins;
    if (kind == OP_AND || kind == OP_OR) *joins = JOINS_TRUTHS;
    else if (!*joins) *joins = JOINS_ROWS;
  }
}

/* -- folds ------------------------------------------------------------------------------ */

/* How many values of the stack an instruction takes, of those that compute or jump. */
static unsigned operands(unsigned code) {
  if (code >= OP_ADD && code <= OP_GREATER_EQUAL) return 2;
  if (code == OP_INDEX || code == OP_ADDED_INDEX) return 1;
  return (code >= OP_NEGATE && code <= OP_TRUTH) || (code >= OP_JUMP_FALSE && code <= OP_OR);
}

/* Where the column that is made is read; the end of all where it is not read just once, or set. */
static uint32_t self_read(const formula *f) {
  uint32_t at = f->op_count;
  for (uint32_t i = 0; i < f->op_count; i++) {
    unsigned code = f->ops[i].code;
    if (code == OP_STORE) return f->op_count;
    if (code != OP_SELF && code != OP_SELF_BEFORE) continue;
    if (at < f->op_count) return f->op_count;
    at = i;
  }
  return at;
}

/* Whether what stands before instruction `start` leads there or to the end, and returns nothing. */
static bool leads_to(const formula *f, uint32_t start) {
  for (uint32_t i = 0; i < start; i++) {
    const formula_op *op = &f->ops[i];
    if (op->code == OP_RETURN) return false;
    if (is_jump(op) && op->target > start && op->target != f->op_count - 1) return false;
  }
  return true;
}

/* Whether the instructions from `from` on compute one value on top of the stack's first, join it
   to that, and return: the join, or 0. */
static unsigned join_behind(const formula *f, uint32_t from) {
  if (f->op_count < from + 4) return 0;
  const formula_op *join = &f->ops[f->op_count - 3];
  for (const formula_op *op = &f->ops[from]; op < join; op++)
    if (op->code == OP_RETURN || op->code == OP_SET || op->height <= operands(op->code)) return 0;
  bool joins = (join->code == OP_ADD || join->code == OP_BITS_OR) && join->height == 2;
  return joins && join[1].code == OP_RETURN ? join->code : 0;
}

static void find_fold(formula *f) {
  uint32_t at = self_read(f);
  if (at == f->op_count) return;
  bool before = f->ops[at].code == OP_SELF_BEFORE;
  if (!before && (at == 0 || f->ops[at - 1].code != OP_COLUMN)) return;
  uint32_t start = before ? at : at - 1;
  if (f->ops[start].height != 0 || !leads_to(f, start)) return;
  f->fold = (uint8_t)join_behind(f, at + 1);
  f->fold_column = before ? FOLD_ROW_BEFORE : f->ops[start].slot;
  f->ordered = f->fold == 0;
}

/* -- whole numbers ------------------------------------------------------------------------- */

/* What is known to be a whole number of 32 bits: values on the stack, locals, all that is returned. */
typedef struct wholes {
  bool stack[FORMULA_STACK + 1], locals[FORMULA_LOCALS], returned;
} wholes;

static bool is_whole(double number) {
  return number >= 0 && number < 4294967296.0 && (uint32_t)number == number;
}

/* Goes on behind an instruction. What jumps bring along is true or not, and so is what stands there
   without them; the column that is made is taken to be what is returned. */
static void pass(wholes *w, const formula_op *op) {
  bool *top = &w->stack[op->height], *z = op->height ? top - 1 : top, *a = op->height > 1 ? top - 2 : top;
  bool *local = &w->locals[op->slot % FORMULA_LOCALS];
  switch ((enum formula_code)op->code) {
    case OP_NUMBER: *top = is_whole(op->value); break;
    case OP_ADDED: case OP_ADDED_COLUMN_INDEX: case OP_PARAM: *top = false; break;
    case OP_LOCAL: *top = *local; break;
    case OP_SET: *local = *z && (op->target || *local); break;
    case OP_ADDED_INDEX: case OP_NEGATE: *z = false; break;
    case OP_INDEX: case OP_SELF: case OP_NOT: case OP_BITS_NOT: case OP_TRUTH: *z = true; break;
    case OP_ADD: case OP_SUBTRACT: case OP_MULTIPLY: case OP_DIVIDE: *a = false; break;
    case OP_MIN: case OP_MAX: *a = *a && *z; break;
    case OP_RETURN: w->returned = w->returned && *z; break;
    case OP_STORE: case OP_JUMP: case OP_JUMP_FALSE: case OP_JUMP_TRUE: case OP_AND: case OP_OR: case OP_END: break;
    default: *(op->code >= OP_BITS_AND && op->code <= OP_GREATER_EQUAL ? a : top) = true;
  }
}

static bool returns_wholes(const formula *f) {
  wholes w = {.returned = true};
  for (uint32_t i = 0; i < f->op_count; i++) pass(&w, &f->ops[i]);
  return w.returned;
}

void formula_finish(formula *f) {
  straighten_jumps(f);
  mark_joins(f);
  find_fold(f);
  f->whole = !f->ordered && returns_wholes(f);
}
