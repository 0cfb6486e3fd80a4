/* formula_finish.c: what is done to the instructions of a formula once all are there: jumps are
   made shorter, and a running sum is told from what must go row by row. */
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
  if (there->code == OP_TRUTH) op->target++;
  else if (there->code == kind) op->target = there->target;
  else if (there->code == OP_AND || there->code == OP_OR || there->code == OP_JUMP_FALSE || there->code == OP_JUMP_TRUE) {
    bool jumps = truth == (there->code == OP_OR || there->code == OP_JUMP_TRUE);
    drop_operand(op, truth);
    op->target = jumps ? there->target : (uint16_t)(op->target + 1);
  } else return false;
  return true;
}

/* From the last to the first, so that where a jump leads is settled before. */
static void straighten_jumps(formula *f) {
  for (uint32_t i = f->op_count; i > 0; i--)
    while (move_on(f, &f->ops[i - 1])) {}
}

/* -- sums ------------------------------------------------------------------------------ */

/* How many values of the stack an instruction takes, of those that compute or jump. */
static unsigned operands(unsigned code) {
  if (code >= OP_ADD && code <= OP_GREATER_EQUAL) return 2;
  if (code == OP_INDEX || code == OP_ADDED_INDEX) return 1;
  return (code >= OP_NEGATE && code <= OP_TRUTH) || (code >= OP_JUMP_FALSE && code <= OP_OR);
}

/* Whether all it does is to return self[row - 1], which nothing else looks at, plus a value in
   which `self` does not stand. */
static bool is_sum(const formula *f) {
  uint32_t count = f->op_count;
  if (count < 5 || f->ops[0].code != OP_SELF_BEFORE) return false;
  for (uint32_t i = 1; i < count - 3; i++) {
    unsigned code = f->ops[i].code;
    if (code == OP_SELF_BEFORE || code == OP_SELF || code == OP_STORE || code == OP_RETURN || code == OP_SET) return false;
    if (f->ops[i].height <= operands(code)) return false;
  }
  const formula_op *add = &f->ops[count - 3];
  return add->code == OP_ADD && add->height == 2 && add[1].code == OP_RETURN;
}

void formula_finish(formula *f) {
  straighten_jumps(f);
  f->sums = is_sum(f);
  if (f->sums) f->ordered = false;
}
