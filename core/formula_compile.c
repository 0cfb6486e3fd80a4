/* formula_compile.c: a formula's text -> instructions, in one pass by recursive descent. The
   height of the stack is followed, so that what runs need not look; brackets and `if` nest to
   a limit, and jumps go forward only. */
#include "formula.h"

#include <string.h>

#include "block_features.h"

enum { MOST_DEPTH = 32, MOST_DIGITS = 15 };

typedef enum token_kind { TOKEN_END, TOKEN_NAME, TOKEN_PARAM, TOKEN_NUMBER, TOKEN_MARK } token_kind;

typedef struct token {
  token_kind kind;
  size_t start, stop;
  double value; /* of a number */
} token;

typedef struct compiler {
  const char *text;
  size_t size;
  token now;
  formula *out;
  formula_resolve *resolve;
  void *context;
  fault *error;
  char locals[FORMULA_LOCALS][FORMULA_NAME];
  unsigned local_count, depth, height;
  uint32_t barrier; /* a jump leads here: what stands before and behind are no pair */
  bool failed;
} compiler;

static void fail(compiler *c, const char *message) {
  if (c->failed) return;
  c->failed = true;
  *c->error = (fault){STATUS_SYNTAX, message, (uint32_t)c->now.start};
}

/* -- tokens ------------------------------------------------------------------- */

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static char at(const compiler *c, size_t i) {
  return i < c->size ? c->text[i] : '\0';
}

static size_t skip_space(const compiler *c, size_t i) {
  for (;;) {
    while (i < c->size && (c->text[i] == ' ' || c->text[i] == '\n' || c->text[i] == '\t' || c->text[i] == '\r')) i++;
    if (at(c, i) != '-' || at(c, i + 1) != '-') return i;
    while (i < c->size && c->text[i] != '\n') i++;
  }
}

/* Digits with a fraction, at most MOST_DIGITS of them: such numbers are read exactly as
   a quotient of two that are exact. */
static void read_number(compiler *c, size_t i) {
  double value = 0, scale = 1;
  unsigned digits = 0;
  for (; is_digit(at(c, i)); i++, digits++) value = value * 10 + (at(c, i) - '0');
  if (at(c, i) == '.') {
    for (i++; is_digit(at(c, i)); i++, digits++) {
      value = value * 10 + (at(c, i) - '0');
      scale *= 10;
    }
  }
  if (digits > MOST_DIGITS || is_letter(at(c, i))) fail(c, "a number that cannot be read");
  c->now.kind = TOKEN_NUMBER;
  c->now.stop = i;
  c->now.value = value / scale;
}

static void advance(compiler *c) {
  static const char *const pairs[] = {"==", "~=", "<=", ">="};
  size_t i = skip_space(c, c->now.stop);
  c->now = (token){TOKEN_MARK, i, i + 1, 0};
  if (i >= c->size) {
    c->now = (token){TOKEN_END, i, i, 0};
  } else if (is_letter(c->text[i]) || c->text[i] == '$') {
    c->now.kind = c->text[i] == '$' ? TOKEN_PARAM : TOKEN_NAME;
    if (c->now.kind == TOKEN_PARAM) c->now.start++;
    for (i++; is_letter(at(c, i)) || is_digit(at(c, i));) i++;
    c->now.stop = i;
    if (i - c->now.start >= FORMULA_NAME || i == c->now.start) fail(c, "a name is too long, or missing");
  } else if (is_digit(c->text[i])) {
    read_number(c, i);
  } else {
    for (size_t k = 0; k < 4; k++)
      if (c->text[i] == pairs[k][0] && at(c, i + 1) == pairs[k][1]) c->now.stop = i + 2;
  }
}

/* Whether the token is this word or mark. */
static bool sees(const compiler *c, const char *word) {
  size_t size = strlen(word);
  return (c->now.kind == TOKEN_NAME || c->now.kind == TOKEN_MARK) && c->now.stop - c->now.start == size &&
         memcmp(c->text + c->now.start, word, size) == 0;
}

static bool accept(compiler *c, const char *word) {
  if (c->failed || !sees(c, word)) return false;
  advance(c);
  return true;
}

static void expect(compiler *c, const char *word, const char *message) {
  if (!accept(c, word)) fail(c, message);
}

static void take_name(compiler *c, char *name) {
  size_t size = c->now.stop - c->now.start;
  if (c->failed || size >= FORMULA_NAME) size = 0;
  memcpy(name, c->text + c->now.start, size);
  name[size] = '\0';
  if (!c->failed) advance(c);
}

/* -- instructions --------------------------------------------------------------- */

/* Adds an instruction that changes the height of the stack by `rise`. */
static void emit(compiler *c, unsigned code, unsigned slot, double value, int rise) {
  unsigned height = c->height;
  c->height += (unsigned)rise;
  if (c->out->op_count >= FORMULA_OPS) fail(c, "the formula is too long");
  else if (c->height > FORMULA_STACK) fail(c, "the expression is too deep");
  if (c->failed) return;
  c->out->ops[c->out->op_count++] = (formula_op){
      .code = (uint8_t)code, .slot = (uint8_t)slot, .height = (uint8_t)height, .value = value};
  if (c->height > c->out->height) c->out->height = c->height;
  if (code == OP_SELF || code == OP_STORE) c->out->ordered = true;
}

static void land(compiler *c, uint32_t from) {
  c->barrier = c->out->op_count;
  if (!c->failed) c->out->ops[from].target = (uint16_t)c->out->op_count;
}

static formula_op *last_op(compiler *c, uint32_t back) {
  bool there = !c->failed && c->out->op_count >= back && c->barrier <= c->out->op_count - back;
  return there ? &c->out->ops[c->out->op_count - back] : NULL;
}

static bool is_test(const formula_op *op) {
  return op && op->code >= OP_COLUMN_BITS && op->then == THEN_PUSH;
}

/* A jump; where it leads is told by `land`. What only tells 0 from the rest need not be done
   before one, and a test of a column does the jump itself. */
static uint32_t jump(compiler *c, unsigned code, int rise) {
  static const uint8_t then[] = {
      [OP_JUMP_FALSE] = THEN_JUMP_FALSE, [OP_AND] = THEN_AND, [OP_OR] = THEN_OR};
  formula_op *test = code == OP_JUMP ? NULL : last_op(c, 1);
  formula_op *inner = test && test->code == OP_TRUTH ? last_op(c, 2) : NULL;
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
    emit(c, code, 0, 0, rise);
  }
  return c->out->op_count - 1;
}

/* Bits of two numbers are one number. */
static bool fold(compiler *c, unsigned code) {
  formula_op *a = last_op(c, 2), *b = last_op(c, 1);
  if (!a || !b || a->code != OP_NUMBER || b->code != OP_NUMBER || code != OP_BITS_OR) return false;
  a->value = (double)((uint32_t)a->value | (uint32_t)b->value);
  c->out->op_count--;
  c->height--;
  return true;
}

/* A column and a whole number are one instruction's work. */
static bool fuse(compiler *c, unsigned code) {
  static const uint8_t with[] = {
      [OP_BITS_AND] = OP_COLUMN_BITS,       [OP_EQUAL] = OP_COLUMN_EQUAL,
      [OP_UNEQUAL] = OP_COLUMN_UNEQUAL,     [OP_LESS] = OP_COLUMN_LESS,
      [OP_LESS_EQUAL] = OP_COLUMN_LESS_EQUAL, [OP_GREATER] = OP_COLUMN_GREATER,
      [OP_GREATER_EQUAL] = OP_COLUMN_GREATER_EQUAL};
  formula_op *a = last_op(c, 2), *b = last_op(c, 1);
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
static bool compare_nought(compiler *c, unsigned code) {
  formula_op *b = last_op(c, 1);
  if (!b || b->code != OP_NUMBER || b->value != 0 || (code != OP_EQUAL && code != OP_UNEQUAL)) return false;
  b->code = code == OP_EQUAL ? OP_NOT : OP_TRUTH;
  c->height--;
  return true;
}

static void emit_pair(compiler *c, unsigned code) {
  if (!fold(c, code) && !fuse(c, code) && !compare_nought(c, code)) emit(c, code, 0, 0, -1);
}

/* -- names ---------------------------------------------------------------------- */

uint64_t formula_hash(const char *name) {
  uint64_t hash = 14695981039346656037u;
  for (; *name; name++) hash = (hash ^ (unsigned char)*name) * 1099511628211u;
  return hash;
}

/* The number of a name in a list to which it is added. */
static unsigned number_of(compiler *c, char (*names)[FORMULA_NAME], uint32_t *count, uint32_t most, const char *name) {
  for (unsigned i = 0; i < *count; i++)
    if (strcmp(names[i], name) == 0) return i;
  if (*count == most) {
    fail(c, "the formula has too many names");
    return 0;
  }
  strcpy(names[*count], name);
  return (*count)++;
}

static int local_of(const compiler *c, const char *name) {
  for (unsigned i = c->local_count; i > 0; i--)
    if (strcmp(c->locals[i - 1], name) == 0) return (int)i - 1;
  return -1;
}

static bool is_capital(const char *name) {
  return name[0] >= 'A' && name[0] <= 'Z';
}

static bool expression(compiler *c);

/* A column whose row another column names, in one instruction. */
static bool index_by_column(compiler *c, unsigned slot) {
  formula_op *row = last_op(c, 1);
  if (!row || row->code != OP_COLUMN) return false;
  unsigned code = c->out->known[slot] ? OP_COLUMN_INDEX : OP_ADDED_COLUMN_INDEX;
  *row = (formula_op){.code = (uint8_t)code, .slot = (uint8_t)slot, .height = row->height, .target = row->slot};
  return true;
}

/* self[row - 1] in one instruction. */
static bool self_before(compiler *c) {
  formula_op *op = last_op(c, 3);
  if (!op || op->code != OP_ROW || op[1].code != OP_NUMBER || op[1].value != 1 || op[2].code != OP_SUBTRACT) return false;
  op->code = OP_SELF_BEFORE;
  c->out->ordered = true;
  c->out->op_count -= 2;
  return true;
}

static void column(compiler *c, const char *name) {
  unsigned slot = number_of(c, c->out->columns, &c->out->column_count, FORMULA_COLUMNS, name);
  c->out->hashes[slot] = formula_hash(name);
  c->out->known[slot] = (uint16_t)block_feature_number(name);
  if (accept(c, "[")) {
    expression(c);
    expect(c, "]", "']' is expected");
    if (!index_by_column(c, slot)) emit(c, c->out->known[slot] ? OP_INDEX : OP_ADDED_INDEX, slot, 0, 0);
    return;
  }
  if (formula_is_box_name(name) != (c->out->rows == FORMULA_BOXES)) fail(c, "say which row of this column is meant: [box] or [row]");
  emit(c, c->out->known[slot] ? OP_COLUMN : OP_ADDED, slot, 0, 1);
}

static void constant(compiler *c, const char *name) {
  double value = 0;
  if (c->failed) return;
  if (c->resolve(c->context, name, &value) != MEANS_NUMBER) fail(c, "a name in capitals that means no number");
  emit(c, OP_NUMBER, 0, value, 1);
}

static void list_match(compiler *c) {
  char name[FORMULA_NAME];
  double list = 0;
  take_name(c, name);
  if (c->failed) return;
  if (c->out->rows != FORMULA_BLOCKS) fail(c, "only blocks have a text to match");
  if (c->resolve(c->context, name, &list) != MEANS_LIST) fail(c, "matches takes the name of a list of patterns");
  expect(c, ")", "')' is expected");
  emit(c, OP_MATCHES, (unsigned)list, 0, 1);
}

/* What stands in brackets behind min, max or matches. */
static void call(compiler *c, const char *name) {
  unsigned code = strcmp(name, "min") == 0 ? OP_MIN : OP_MAX;
  if (strcmp(name, "matches") == 0) {
    list_match(c);
    return;
  }
  if (code == OP_MAX && strcmp(name, "max") != 0) fail(c, "there is no such function: min, max, matches");
  expression(c);
  expect(c, ",", "',' is expected");
  expression(c);
  expect(c, ")", "')' is expected");
  emit(c, code, 0, 0, -1);
}

static void self_column(compiler *c) {
  expect(c, "[", "'self[…]' is expected");
  expression(c);
  expect(c, "]", "']' is expected");
  if (!self_before(c)) emit(c, OP_SELF, 0, 0, 0);
}

static void named(compiler *c) {
  char name[FORMULA_NAME];
  take_name(c, name);
  int local = local_of(c, name);
  if (c->failed) return;
  if (local >= 0) emit(c, OP_LOCAL, (unsigned)local, 0, 1);
  else if (strcmp(name, "row") == 0) emit(c, OP_ROW, 0, 0, 1);
  else if (strcmp(name, "blocks") == 0) emit(c, OP_BLOCKS, 0, 0, 1);
  else if (strcmp(name, "boxes") == 0) emit(c, OP_BOXES, 0, 0, 1);
  else if (strcmp(name, "self") == 0) self_column(c);
  else if (is_capital(name)) constant(c, name);
  else if (accept(c, "(")) call(c, name);
  else column(c, name);
}

/* -- expressions, from the tightest; each tells whether its value is 0 or 1 ------------- */

static bool primary(compiler *c) {
  char name[FORMULA_NAME];
  bool truth = false;
  if (c->now.kind == TOKEN_NUMBER) {
    emit(c, OP_NUMBER, 0, c->now.value, 1);
    advance(c);
  } else if (c->now.kind == TOKEN_PARAM) {
    take_name(c, name);
    emit(c, OP_PARAM, number_of(c, c->out->params, &c->out->param_count, FORMULA_PARAMS, name), 0, 1);
  } else if (accept(c, "(")) {
    truth = expression(c);
    expect(c, ")", "')' is expected");
  } else if (c->now.kind == TOKEN_NAME) {
    named(c);
  } else {
    fail(c, "a value is expected");
  }
  return truth;
}

static bool unary(compiler *c) {
  static const struct { const char *word; unsigned code; } all[] = {
      {"not", OP_NOT}, {"-", OP_NEGATE}, {"~", OP_BITS_NOT}};
  if (++c->depth > MOST_DEPTH) fail(c, "the expression is too deep");
  bool truth = false;
  size_t i = 0;
  while (i < 3 && !accept(c, all[i].word)) i++;
  if (i == 3) {
    truth = c->failed ? false : primary(c);
  } else {
    unary(c);
    emit(c, all[i].code, 0, 0, 0);
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

static bool binary(compiler *c, size_t strength) {
  if (strength == sizeof levels / sizeof *levels) return unary(c);
  const level *l = &levels[strength];
  bool truth = binary(c, strength + 1);
  for (size_t i = 0; !c->failed && i < 6 && l->words[i];) {
    if (!accept(c, l->words[i])) {
      i++;
      continue;
    }
    binary(c, strength + 1);
    emit_pair(c, l->codes[i]);
    truth = strength == 0;
    i = 0;
  }
  return truth;
}

static bool conjunction(compiler *c) {
  bool truth = binary(c, 0);
  while (accept(c, "and")) {
    uint32_t skip = jump(c, OP_AND, -1);
    truth = binary(c, 0);
    if (!truth) emit(c, OP_TRUTH, 0, 0, 0);
    truth = true;
    land(c, skip);
  }
  return truth;
}

static bool expression(compiler *c) {
  if (++c->depth > MOST_DEPTH) fail(c, "the expression is too deep");
  bool truth = c->failed ? false : conjunction(c);
  while (accept(c, "or")) {
    if (!truth) emit(c, OP_TRUTH, 0, 0, 0);
    uint32_t skip = jump(c, OP_OR, -1);
    if (!conjunction(c)) emit(c, OP_TRUTH, 0, 0, 0);
    truth = true;
    land(c, skip);
  }
  c->depth--;
  return truth;
}

/* -- statements ------------------------------------------------------------------ */

static void statements(compiler *c);

static void assignment(compiler *c, bool declared) {
  char name[FORMULA_NAME];
  if (c->now.kind != TOKEN_NAME) fail(c, "a statement is expected");
  take_name(c, name);
  int local = local_of(c, name);
  expect(c, "=", "'=' is expected");
  expression(c);
  if (declared) {
    if (c->local_count == FORMULA_LOCALS) fail(c, "the formula has too many locals");
    if (c->failed) return;
    local = (int)c->local_count++;
    strcpy(c->locals[local], name);
  }
  if (local < 0) fail(c, "only a local, or self[…], can be set");
  emit(c, OP_SET, (unsigned)(local < 0 ? 0 : local), 0, -1);
  if (declared && !c->failed) last_op(c, 1)->target = 1;
}

static void store(compiler *c) {
  expect(c, "[", "'self[…] =' is expected");
  expression(c);
  expect(c, "]", "']' is expected");
  expect(c, "=", "'=' is expected");
  expression(c);
  emit(c, OP_STORE, 0, 0, -2);
}

/* From behind `if` or `elseif` to the end of all. */
static void choice(compiler *c) {
  if (++c->depth > MOST_DEPTH) fail(c, "too many choices in each other");
  expression(c);
  expect(c, "then", "'then' is expected");
  uint32_t otherwise = jump(c, OP_JUMP_FALSE, -1);
  statements(c);
  bool more = sees(c, "elseif");
  if (!more && !sees(c, "else")) {
    land(c, otherwise);
    expect(c, "end", "'end' is expected");
  } else {
    uint32_t done = jump(c, OP_JUMP, 0);
    land(c, otherwise);
    if (!c->failed) advance(c);
    if (more) choice(c);
    else {
      statements(c);
      expect(c, "end", "'end' is expected");
    }
    land(c, done);
  }
  c->depth--;
}

static void statement(compiler *c) {
  if (accept(c, "if")) choice(c);
  else if (accept(c, "local")) assignment(c, true);
  else if (accept(c, "self")) store(c);
  else if (accept(c, "return")) {
    expression(c);
    emit(c, OP_RETURN, 0, 0, -1);
  } else assignment(c, false);
}

/* Statements up to a word that ends them. Locals end with them. */
static void statements(compiler *c) {
  unsigned outer = c->local_count;
  while (!c->failed && c->now.kind != TOKEN_END && !sees(c, "end") && !sees(c, "else") && !sees(c, "elseif"))
    statement(c);
  c->local_count = outer;
}

status formula_compile(const char *text, size_t size, formula_rows rows, formula_resolve *resolve,
                       void *context, formula *out, fault *error) {
  memset(out, 0, sizeof *out);
  out->rows = rows;
  compiler c = {.text = text, .size = size, .out = out, .resolve = resolve, .context = context, .error = error};
  advance(&c);
  statements(&c);
  if (c.now.kind != TOKEN_END) fail(&c, "a statement is expected");
  emit(&c, OP_END, 0, 0, 0);
  if (!c.failed) formula_finish(out);
  return c.failed ? STATUS_SYNTAX : STATUS_OK;
}

size_t formula_size(const formula *f) {
  return sizeof *f + f->op_count * sizeof *f->ops;
}
