/* formula_emit.c: the instructions of a formula, each joined to the one before where the two are one
   instruction's work, and followed by the height of the stack. */
#include "formula_compiler.h"

void formula_emit(formula_compiler *c, unsigned code, unsigned slot, double value, int rise) {
  unsigned height = c->height;
  c->height += (unsigned)rise;
  if (c->out->op_count >= FORMULA_OPS) formula_fail(c, "the formula is too long");
  else if (c->height > FORMULA_STACK) formula_fail(c, "the expression is too deep");
  if (c->failed) return;
  c->out->ops[c->out->op_count++] = (formula_op){
      .code = (uint8_t)code, .slot = (uint8_t)slot, .height = (uint8_t)height, .value = value};
  if (c->height > c->out->height) c->out->height = c->height;
  if (code == OP_SELF || code == OP_STORE) c->out->ordered = true;
}

void formula_land(formula_compiler *c, uint32_t from) {
  c->barrier = c->out->op_count;
  if (!c->failed) c->out->ops[from].target = (uint16_t)c->out->op_count;
}

formula_op *formula_last_op(formula_compiler *c, uint32_t back) {
  bool there = !c->failed && c->out->op_count >= back && c->barrier <= c->out->op_count - back;
  return there ? &c->out->ops[c->out->op_count - back] : NULL;
}

static bool is_test(const formula_op *op) {
  return op && op->code >= OP_COLUMN_BITS && op->then == THEN_PUSH;
}

/* What only tells 0 from the rest need not be done
   before one, and a test of a column does the jump itself. */
uint32_t formula_jump(formula_compiler *c, unsigned code, int rise) {
  static const uint8_t then[] = {
      [OP_JUMP_FALSE] = THEN_JUMP_FALSE, [OP_AND] = THEN_AND, [OP_OR] = THEN_OR};
  formula_op *test = code == OP_JUMP ? NULL : formula_last_op(c, 1);
  formula_op *inner = test && test->code == OP_TRUTH ? formula_last_op(c, 2) : NULL;
  if (test && test->code == OP_TRUTH && (code != OP_OR || is_test(inner))) {
    c->out->op_count--;
    test = inner;
  }
  if (test && test->code == OP_NOT && code == OP_JUMP_FALSE) {
    test->code = OP_JUMP_TRUE;
    c->height--;
    return c->out->op_count - 1;
  }
  if (is_test(test)) {
    test->then = then[code];
    c->height--;
  } else {
    formula_emit(c, code, 0, 0, rise);
  }
  return c->out->op_count - 1;
}

/* Bits of two numbers are one number. */
static bool fold(formula_compiler *c, unsigned code) {
  formula_op *a = formula_last_op(c, 2), *b = formula_last_op(c, 1);
  if (!a || !b || a->code != OP_NUMBER || b->code != OP_NUMBER || code != OP_BITS_OR) return false;
  a->value = (double)((uint32_t)a->value | (uint32_t)b->value);
  c->out->op_count--;
  c->height--;
  return true;
}

/* A column and a whole number are one instruction's work. */
static bool fuse(formula_compiler *c, unsigned code) {
  static const uint8_t with[] = {
      [OP_BITS_AND] = OP_COLUMN_BITS,       [OP_EQUAL] = OP_COLUMN_EQUAL,
      [OP_UNEQUAL] = OP_COLUMN_UNEQUAL,     [OP_LESS] = OP_COLUMN_LESS,
      [OP_LESS_EQUAL] = OP_COLUMN_LESS_EQUAL, [OP_GREATER] = OP_COLUMN_GREATER,
      [OP_GREATER_EQUAL] = OP_COLUMN_GREATER_EQUAL};
  formula_op *a = formula_last_op(c, 2), *b = formula_last_op(c, 1);
  if (!a || !b || code >= sizeof with / sizeof *with || !with[code]) return false;
  if (a->code != OP_COLUMN || b->code != OP_NUMBER || !(b->value >= 0 && b->value < 4294967296.0)) return false;
  if ((uint32_t)b->value != b->value) return false;
  a->code = with[code];
  a->value = b->value;
  c->out->op_count--;
  c->height--;
  return true;
}

/* A comparison with 0 needs no second number. */
static bool compare_nought(formula_compiler *c, unsigned code) {
  formula_op *b = formula_last_op(c, 1);
  if (!b || b->code != OP_NUMBER || b->value != 0 || (code != OP_EQUAL && code != OP_UNEQUAL)) return false;
  b->code = code == OP_EQUAL ? OP_NOT : OP_TRUTH;
  c->height--;
  return true;
}

void formula_emit_pair(formula_compiler *c, unsigned code) {
  if (!fold(c, code) && !fuse(c, code) && !compare_nought(c, code)) formula_emit(c, code, 0, 0, -1);
}

/* A column whose row another column names, in one instruction. */
static bool index_by_column(formula_compiler *c, unsigned slot) {
  formula_op *row = formula_last_op(c, 1);
  if (!row || row->code != OP_COLUMN) return false;
  unsigned code = c->out->known[slot] ? OP_COLUMN_INDEX : OP_ADDED_COLUMN_INDEX;
  *row = (formula_op){.code = (uint8_t)code, .slot = (uint8_t)slot, .height = row->height, .target = row->slot};
  return true;
}

/* self[row - 1] in one instruction. */
static bool self_before(formula_compiler *c) {
  formula_op *op = formula_last_op(c, 3);
  if (!op || op->code != OP_ROW || op[1].code != OP_NUMBER || op[1].value != 1 || op[2].code != OP_SUBTRACT) return false;
  op->code = OP_SELF_BEFORE;
  c->out->ordered = true;
  c->out->op_count -= 2;
  return true;
}

void formula_emit_index(formula_compiler *c, unsigned slot) {
  if (index_by_column(c, slot)) return;
  formula_emit(c, c->out->known[slot] ? OP_INDEX : OP_ADDED_INDEX, slot, 0, 0);
}

void formula_emit_self(formula_compiler *c) {
  if (!self_before(c)) formula_emit(c, OP_SELF, 0, 0, 0);
}
