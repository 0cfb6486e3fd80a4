/* formula_tokens.c: the text of a formula as tokens: names, parameters, numbers and marks; comments and
   space are skipped. */
#include "formula_compiler.h"

#include <string.h>

enum { MOST_DIGITS = 15 };

void formula_fail(formula_compiler *c, const char *message) {
  if (c->failed) return;
  c->failed = true;
  *c->error = (fault){STATUS_SYNTAX, message, (uint32_t)c->now.start};
}

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

static char at(const formula_compiler *c, size_t i) {
  return i < c->size ? c->text[i] : '\0';
}

static size_t skip_space(const formula_compiler *c, size_t i) {
  for (;;) {
    while (i < c->size && (c->text[i] == ' ' || c->text[i] == '\n' || c->text[i] == '\t' || c->text[i] == '\r')) i++;
    if (at(c, i) != '-' || at(c, i + 1) != '-') return i;
    while (i < c->size && c->text[i] != '\n') i++;
  }
}

/* Digits with a fraction, at most MOST_DIGITS of them: such numbers are read exactly as
   a quotient of two that are exact. */
static void read_number(formula_compiler *c, size_t i) {
  double value = 0, scale = 1;
  unsigned digits = 0;
  for (; is_digit(at(c, i)); i++, digits++) value = value * 10 + (at(c, i) - '0');
  if (at(c, i) == '.') {
    for (i++; is_digit(at(c, i)); i++, digits++) {
      value = value * 10 + (at(c, i) - '0');
      scale *= 10;
    }
  }
  if (digits > MOST_DIGITS || is_letter(at(c, i))) formula_fail(c, "a number that cannot be read");
  c->now.kind = TOKEN_NUMBER;
  c->now.stop = i;
  c->now.value = value / scale;
}

void formula_advance(formula_compiler *c) {
  static const char *const pairs[] = {"==", "~=", "<=", ">="};
  size_t i = skip_space(c, c->now.stop);
  c->now = (formula_token){TOKEN_MARK, i, i + 1, 0};
  if (i >= c->size) {
    c->now = (formula_token){TOKEN_END, i, i, 0};
  } else if (is_letter(c->text[i]) || c->text[i] == '$') {
    c->now.kind = c->text[i] == '$' ? TOKEN_PARAM : TOKEN_NAME;
    if (c->now.kind == TOKEN_PARAM) c->now.start++;
    for (i++; is_letter(at(c, i)) || is_digit(at(c, i));) i++;
    c->now.stop = i;
    if (i - c->now.start >= FORMULA_NAME || i == c->now.start) formula_fail(c, "a name is too long, or missing");
  } else if (is_digit(c->text[i])) {
    read_number(c, i);
  } else {
    for (size_t k = 0; k < 4; k++)
      if (c->text[i] == pairs[k][0] && at(c, i + 1) == pairs[k][1]) c->now.stop = i + 2;
  }
}

bool formula_sees(const formula_compiler *c, const char *word) {
  size_t size = strlen(word);
  return (c->now.kind == TOKEN_NAME || c->now.kind == TOKEN_MARK) && c->now.stop - c->now.start == size &&
         memcmp(c->text + c->now.start, word, size) == 0;
}

bool formula_accept(formula_compiler *c, const char *word) {
  if (c->failed || !formula_sees(c, word)) return false;
  formula_advance(c);
  return true;
}

void formula_expect(formula_compiler *c, const char *word, const char *message) {
  if (!formula_accept(c, word)) formula_fail(c, message);
}

void formula_take_name(formula_compiler *c, char *name) {
  size_t size = c->now.stop - c->now.start;
  if (c->failed || size >= FORMULA_NAME) size = 0;
  memcpy(name, c->text + c->now.start, size);
  name[size] = '\0';
  if (!c->failed) formula_advance(c);
}
