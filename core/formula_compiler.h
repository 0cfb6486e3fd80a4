/* formula_compiler.h: what the steps of compiling a formula share: the text as tokens (formula_tokens.c),
   the instructions (formula_emit.c) and the grammar between them (formula_compile.c). */
#ifndef GALLEY_FORMULA_COMPILER_H
#define GALLEY_FORMULA_COMPILER_H

#include "formula.h"

#pragma GCC visibility push(hidden)

typedef enum formula_token_kind { TOKEN_END, TOKEN_NAME, TOKEN_PARAM, TOKEN_NUMBER, TOKEN_MARK } formula_token_kind;

typedef struct formula_token {
  formula_token_kind kind;
  size_t start, stop;
  double value; /* of a number */
} formula_token;

typedef struct formula_compiler {
  const char *text;
  size_t size;
  formula_token now; /* the token that is looked at */
  formula *out;
  formula_resolve *resolve;
  void *context;
  fault *error;
  char locals[FORMULA_LOCALS][FORMULA_NAME];
  unsigned local_count, depth, height;
  uint32_t barrier; /* a jump leads here: what stands before and behind are no pair */
  bool failed;
} formula_compiler;

/* Notes the first fault, at the token that is looked at; nothing is done after it. */
void formula_fail(formula_compiler *c, const char *message);

/* Goes on to the next token. */
void formula_advance(formula_compiler *c);
/* Whether the token is this word or mark. */
bool formula_sees(const formula_compiler *c, const char *word);
/* The same, and goes on behind it if so. */
bool formula_accept(formula_compiler *c, const char *word);
/* The same; it is a fault if not. */
void formula_expect(formula_compiler *c, const char *word, const char *message);
/* Copies the token to `name`, which has FORMULA_NAME bytes, and goes on. */
void formula_take_name(formula_compiler *c, char *name);

/* Adds an instruction that changes the height of the stack by `rise`. */
void formula_emit(formula_compiler *c, unsigned code, unsigned slot, double value, int rise);
/* Adds an operation on two values; on known numbers or a column it is part of their instruction. */
void formula_emit_pair(formula_compiler *c, unsigned code);
/* A column in the row that stands on top of the stack. */
void formula_emit_index(formula_compiler *c, unsigned slot);
/* The made column in that row. */
void formula_emit_self(formula_compiler *c);
/* Adds a jump and gives its place, by which formula_land tells that it leads here. */
uint32_t formula_jump(formula_compiler *c, unsigned code, int rise);
void formula_land(formula_compiler *c, uint32_t from);
/* The instruction added `back` steps ago, counted from 1; NULL where a jump leads in between. */
formula_op *formula_last_op(formula_compiler *c, uint32_t back);

#pragma GCC visibility pop

#endif
