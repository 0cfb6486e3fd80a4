/* formula_compile.c: a formula's text -> instructions, in one pass by recursive descent. The
   height of the stack is followed, so that what runs need not look; brackets and `if` nest to
   a limit, and jumps go forward only. */
#include "formula_compiler.h"

#include <string.h>

#include "block_features.h"

enum { MOST_DEPTH = 32 };

/* -- names ---------------------------------------------------------------------- */

uint64_t formula_hash(const char *name) {
  uint64_t hash = 14695981039346656037u;
  for (; *name; name++) hash = (hash ^ (unsigned char)*name) * 1099511628211u;
  return hash;
}

/* The number of a name in a list to which it is added. */
static unsigned number_of(formula_compiler *c, char (*names)[FORMULA_NAME], uint32_t *count, uint32_t most, const char *name) {
  for (unsigned i = 0; i < *count; i++)
    if (strcmp(names[i], name) == 0) return i;
  if (*count == most) {
    formula_fail(c, "the formula has too many names");
    return 0;
  }
  strcpy(names[*count], name);
  return (*count)++;
}

static int local_of(const formula_compiler *c, const char *name) {
  for (unsigned i = c->local_count; i > 0; i--)
    if (strcmp(c->locals[i - 1], name) == 0) return (int)i - 1;
  return -1;
}

static bool is_capital(const char *name) {
  return name[0] >= 'A' && name[0] <= 'Z';
}

static bool expression(formula_compiler *c);

static void column(formula_compiler *c, const char *name) {
  unsigned slot = number_of(c, c->out->columns, &c->out->column_count, FORMULA_COLUMNS, name);
  c->out->hashes[slot] = formula_hash(name);
  c->out->known[slot] = (uint16_t)block_feature_number(name);
  if (formula_accept(c, "[")) {
    expression(c);
    formula_expect(c, "]", "']' is expected");
    formula_emit_index(c, slot);
    return;
  }
  if (formula_is_box_name(name) != (c->out->rows == FORMULA_BOXES)) formula_fail(c, "say which row of this column is meant: [box] or [row]");
  formula_emit(c, c->out->known[slot] ? OP_COLUMN : OP_ADDED, slot, 0, 1);
}

static void constant(formula_compiler *c, const char *name) {
  double value = 0;
  if (c->failed) return;
  if (c->resolve(c->context, name, &value) != MEANS_NUMBER) formula_fail(c, "a name in capitals that means no number");
  formula_emit(c, OP_NUMBER, 0, value, 1);
}

static void list_match(formula_compiler *c) {
  char name[FORMULA_NAME];
  double list = 0;
  formula_take_name(c, name);
  if (c->failed) return;
  if (c->out->rows != FORMULA_BLOCKS) formula_fail(c, "only blocks have a text to match");
  if (c->resolve(c->context, name, &list) != MEANS_LIST) formula_fail(c, "matches takes the name of a list of patterns");
  formula_expect(c, ")", "')' is expected");
  formula_emit(c, OP_MATCHES, (unsigned)list, 0, 1);
}

/* What stands in brackets behind min, max or matches. */
static void call(formula_compiler *c, const char *name) {
  unsigned code = strcmp(name, "min") == 0 ? OP_MIN : OP_MAX;
  if (strcmp(name, "matches") == 0) {
    list_match(c);
    return;
  }
  if (code == OP_MAX && strcmp(name, "max") != 0) formula_fail(c, "there is no such function: min, max, matches");
  expression(c);
  formula_expect(c, ",", "',' is expected");
  expression(c);
  formula_expect(c, ")", "')' is expected");
  formula_emit(c, code, 0, 0, -1);
}

static void self_column(formula_compiler *c) {
  formula_expect(c, "[", "'self[…]' is expected");
  expression(c);
  formula_expect(c, "]", "']' is expected");
  formula_emit_self(c);
}

static void named(formula_compiler *c) {
  char name[FORMULA_NAME];
  formula_take_name(c, name);
  int local = local_of(c, name);
  if (c->failed) return;
  if (local >= 0) formula_emit(c, OP_LOCAL, (unsigned)local, 0, 1);
  else if (strcmp(name, "row") == 0) formula_emit(c, OP_ROW, 0, 0, 1);
  else if (strcmp(name, "blocks") == 0) formula_emit(c, OP_BLOCKS, 0, 0, 1);
  else if (strcmp(name, "boxes") == 0) formula_emit(c, OP_BOXES, 0, 0, 1);
  else if (strcmp(name, "self") == 0) self_column(c);
  else if (is_capital(name)) constant(c, name);
  else if (formula_accept(c, "(")) call(c, name);
  else column(c, name);
}

/* -- expressions, from the tightest; each tells whether its value is 0 or 1 ------------- */

static bool primary(formula_compiler *c) {
  char name[FORMULA_NAME];
  bool truth = false;
  if (c->now.kind == TOKEN_NUMBER) {
    formula_emit(c, OP_NUMBER, 0, c->now.value, 1);
    formula_advance(c);
  } else if (c->now.kind == TOKEN_PARAM) {
    formula_take_name(c, name);
    formula_emit(c, OP_PARAM, number_of(c, c->out->params, &c->out->param_count, FORMULA_PARAMS, name), 0, 1);
  } else if (formula_accept(c, "(")) {
    truth = expression(c);
    formula_expect(c, ")", "')' is expected");
  } else if (c->now.kind == TOKEN_NAME) {
    named(c);
  } else {
    formula_fail(c, "a value is expected");
  }
  return truth;
}

static bool unary(formula_compiler *c) {
  static const struct { const char *word; unsigned code; } all[] = {
      {"not", OP_NOT}, {"-", OP_NEGATE}, {"~", OP_BITS_NOT}};
  if (++c->depth > MOST_DEPTH) formula_fail(c, "the expression is too deep");
  bool truth = false;
  size_t i = 0;
  while (i < 3 && !formula_accept(c, all[i].word)) i++;
  if (i == 3) {
    truth = c->failed ? false : primary(c);
  } else {
    unary(c);
    formula_emit(c, all[i].code, 0, 0, 0);
    truth = i == 0;
  }
  c->depth--;
  return truth;
}

/* Operators of one strength, from left to right. */
typedef struct level {
  const char *words[6];
  unsigned codes[6];
} level;

static const level levels[] = {
    {{"<", ">", "<=", ">=", "~=", "=="},
     {OP_LESS, OP_GREATER, OP_LESS_EQUAL, OP_GREATER_EQUAL, OP_UNEQUAL, OP_EQUAL}},
    {{"|"}, {OP_BITS_OR}},
    {{"&"}, {OP_BITS_AND}},
    {{"+", "-"}, {OP_ADD, OP_SUBTRACT}},
    {{"*", "/"}, {OP_MULTIPLY, OP_DIVIDE}}};

static bool binary(formula_compiler *c, size_t strength) {
  if (strength == sizeof levels / sizeof *levels) return unary(c);
  const level *l = &levels[strength];
  bool truth = binary(c, strength + 1);
  for (size_t i = 0; !c->failed && i < 6 && l->words[i];) {
    if (!formula_accept(c, l->words[i])) {
      i++;
      continue;
    }
    binary(c, strength + 1);
    formula_emit_pair(c, l->codes[i]);
    truth = strength == 0;
    i = 0;
  }
  return truth;
}

static bool conjunction(formula_compiler *c) {
  bool truth = binary(c, 0);
  while (formula_accept(c, "and")) {
    uint32_t skip = formula_jump(c, OP_AND, -1);
    truth = binary(c, 0);
    if (!truth) formula_emit(c, OP_TRUTH, 0, 0, 0);
    truth = true;
    formula_land(c, skip);
  }
  return truth;
}

static bool expression(formula_compiler *c) {
  if (++c->depth > MOST_DEPTH) formula_fail(c, "the expression is too deep");
  bool truth = c->failed ? false : conjunction(c);
  while (formula_accept(c, "or")) {
    if (!truth) formula_emit(c, OP_TRUTH, 0, 0, 0);
    uint32_t skip = formula_jump(c, OP_OR, -1);
    if (!conjunction(c)) formula_emit(c, OP_TRUTH, 0, 0, 0);
    truth = true;
    formula_land(c, skip);
  }
  c->depth--;
  return truth;
}

/* -- statements ------------------------------------------------------------------ */

static void statements(formula_compiler *c);

static void assignment(formula_compiler *c, bool declared) {
  char name[FORMULA_NAME];
  if (c->now.kind != TOKEN_NAME) formula_fail(c, "a statement is expected");
  formula_take_name(c, name);
  int local = local_of(c, name);
  formula_expect(c, "=", "'=' is expected");
  expression(c);
  if (declared) {
    if (c->local_count == FORMULA_LOCALS) formula_fail(c, "the formula has too many locals");
    if (c->failed) return;
    local = (int)c->local_count++;
    strcpy(c->locals[local], name);
  }
  if (local < 0) formula_fail(c, "only a local, or self[…], can be set");
  formula_emit(c, OP_SET, (unsigned)(local < 0 ? 0 : local), 0, -1);
  if (declared && !c->failed) formula_last_op(c, 1)->target = 1;
}

static void store(formula_compiler *c) {
  formula_expect(c, "[", "'self[…] =' is expected");
  expression(c);
  formula_expect(c, "]", "']' is expected");
  formula_expect(c, "=", "'=' is expected");
  expression(c);
  formula_emit(c, OP_STORE, 0, 0, -2);
}

/* From behind `if` or `elseif` to the end of all. */
static void choice(formula_compiler *c) {
  if (++c->depth > MOST_DEPTH) formula_fail(c, "too many choices in each other");
  expression(c);
  formula_expect(c, "then", "'then' is expected");
  uint32_t otherwise = formula_jump(c, OP_JUMP_FALSE, -1);
  statements(c);
  bool more = formula_sees(c, "elseif");
  if (!more && !formula_sees(c, "else")) {
    formula_land(c, otherwise);
    formula_expect(c, "end", "'end' is expected");
  } else {
    uint32_t done = formula_jump(c, OP_JUMP, 0);
    formula_land(c, otherwise);
    if (!c->failed) formula_advance(c);
    if (more) choice(c);
    else {
      statements(c);
      formula_expect(c, "end", "'end' is expected");
    }
    formula_land(c, done);
  }
  c->depth--;
}

static void statement(formula_compiler *c) {
  if (formula_accept(c, "if")) choice(c);
  else if (formula_accept(c, "local")) assignment(c, true);
  else if (formula_accept(c, "self")) store(c);
  else if (formula_accept(c, "return")) {
    expression(c);
    formula_emit(c, OP_RETURN, 0, 0, -1);
  } else assignment(c, false);
}

/* Statements up to a word that ends them. Locals end with them. */
static void statements(formula_compiler *c) {
  unsigned outer = c->local_count;
  while (!c->failed && c->now.kind != TOKEN_END && !formula_sees(c, "end") && !formula_sees(c, "else") && !formula_sees(c, "elseif"))
    statement(c);
  c->local_count = outer;
}

status formula_compile(const char *text, size_t size, formula_rows rows, formula_resolve *resolve,
                       void *context, formula *out, fault *error) {
  memset(out, 0, sizeof *out);
  out->rows = rows;
  formula_compiler c = {.text = text, .size = size, .out = out, .resolve = resolve, .context = context, .error = error};
  formula_advance(&c);
  statements(&c);
  if (c.now.kind != TOKEN_END) formula_fail(&c, "a statement is expected");
  formula_emit(&c, OP_END, 0, 0, 0);
  if (!c.failed) formula_finish(out);
  return c.failed ? STATUS_SYNTAX : STATUS_OK;
}

size_t formula_size(const formula *f) {
  return sizeof *f + f->op_count * sizeof *f->ops;
}
