/* selector_read.c: the words of CSS: identifiers, strings, escapes, comments, An+B. */
#include <string.h>

#include "selector_parts.h"

bool selector_fail(selector_reader *r, uint32_t at, status code, const char *message) {
  if (r->error.code == STATUS_OK) r->error = (fault){code, message, at};
  return false;
}

static bool is_space(int c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == '\f';
}

static bool is_newline(int c) {
  return c == '\n' || c == '\r' || c == '\f';
}

static bool is_digit(int c) {
  return c >= '0' && c <= '9';
}

static bool is_name_start(int c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_' || c >= 0x80;
}

static int hex_value(int c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

static bool is_escape(const selector_reader *r, uint32_t ahead) {
  int next = selector_peek(r, ahead + 1);
  return selector_peek(r, ahead) == '\\' && next >= 0 && !is_newline(next);
}

static bool skip_comment(selector_reader *r) {
  uint32_t start = r->at;
  for (r->at += 2; r->at < r->size; r->at++) {
    if (selector_peek(r, 0) == '*' && selector_peek(r, 1) == '/') {
      r->at += 2;
      return true;
    }
  }
  return selector_fail(r, start, STATUS_SYNTAX, "this comment is not closed");
}

bool selector_skip_comments(selector_reader *r) {
  while (selector_peek(r, 0) == '/' && selector_peek(r, 1) == '*') {
    if (!skip_comment(r)) return false;
  }
  return true;
}

bool selector_skip(selector_reader *r) {
  bool space = false;
  while (selector_skip_comments(r) && is_space(selector_peek(r, 0))) {
    space = true;
    r->at++;
  }
  return space;
}

static bool put(selector_reader *r, char c) {
  return buffer_byte(&r->text, c) || selector_fail(r, r->at, STATUS_MEMORY, "out of memory");
}

static bool put_point(selector_reader *r, uint32_t point) {
  if (point == 0 || point > 0x10FFFF || (point >= 0xD800 && point <= 0xDFFF)) point = 0xFFFD;
  if (point < 0x80) return put(r, (char)point);
  if (point < 0x800) return put(r, (char)(0xC0 | point >> 6)) && put(r, (char)(0x80 | (point & 0x3F)));
  bool done = point < 0x10000 ? put(r, (char)(0xE0 | point >> 12))
    : put(r, (char)(0xF0 | point >> 18)) && put(r, (char)(0x80 | (point >> 12 & 0x3F)));
  return done && put(r, (char)(0x80 | (point >> 6 & 0x3F))) && put(r, (char)(0x80 | (point & 0x3F)));
}

/* Reads the escape here: up to six hexadecimal digits and a space, or one byte. */
static bool read_escape(selector_reader *r) {
  r->at++;
  if (hex_value(selector_peek(r, 0)) < 0) return put(r, r->css[r->at++]);
  uint32_t point = 0;
  for (int digits = 0; digits < 6 && hex_value(selector_peek(r, 0)) >= 0; digits++, r->at++) {
    point = point * 16 + (uint32_t)hex_value(selector_peek(r, 0));
  }
  if (selector_peek(r, 0) == '\r' && selector_peek(r, 1) == '\n') r->at++;
  if (is_space(selector_peek(r, 0))) r->at++;
  return put_point(r, point);
}

bool selector_at_word(const selector_reader *r) {
  uint32_t dashes = selector_peek(r, 0) == '-' ? 1 : 0;
  int c = selector_peek(r, dashes);
  return is_name_start(c) || (dashes && c == '-') || is_escape(r, dashes);
}

/* Reads name characters and escapes; in a pattern, stars too. */
static bool read_name(selector_reader *r, bool pattern, text_part *out) {
  out->start = (uint32_t)r->text.size;
  bool done = true;
  while (done) {
    int c = selector_peek(r, 0);
    if (is_escape(r, 0)) {
      done = read_escape(r);
    } else if (is_name_start(c) || is_digit(c) || c == '-') {
      done = put(r, (char)c);
      r->at++;
    } else if (pattern && c == '*') {
      done = put(r, '\0');
      r->at++;
    } else {
      break;
    }
  }
  out->size = (uint32_t)r->text.size - out->start;
  return done;
}

bool selector_word(selector_reader *r, text_part *out) {
  return read_name(r, false, out);
}

bool selector_pattern(selector_reader *r, text_part *out) {
  uint32_t start = r->at;
  if (!read_name(r, true, out)) return false;
  return out->size || selector_fail(r, start, STATUS_SYNTAX, "a class name, with * for any characters, is missing");
}

/* A backslash within a string: an escape, or a line that goes on. */
static bool string_escape(selector_reader *r) {
  if (is_escape(r, 0)) return read_escape(r);
  r->at += selector_peek(r, 1) == '\r' && selector_peek(r, 2) == '\n' ? 3 : 2;
  return true;
}

bool selector_string(selector_reader *r, text_part *out) {
  uint32_t start = r->at;
  int quote = selector_peek(r, 0);
  out->start = (uint32_t)r->text.size;
  r->at++;
  while (selector_peek(r, 0) != quote) {
    int c = selector_peek(r, 0);
    if (r->at >= r->size || is_newline(c)) return selector_fail(r, start, STATUS_SYNTAX, "this string is not closed");
    if (c == '\\') {
      if (!string_escape(r)) return false;
    } else {
      if (!put(r, (char)c)) return false;
      r->at++;
    }
  }
  r->at++;
  out->size = (uint32_t)r->text.size - out->start;
  return true;
}

static char lower(char c) {
  return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

bool selector_is(const selector_reader *r, text_part part, const char *word) {
  if (part.size != strlen(word)) return false;
  for (uint32_t i = 0; i < part.size; i++) {
    if (lower(r->text.data[part.start + i]) != word[i]) return false;
  }
  return true;
}

static bool keep(selector_reader *r, text_part part, uint32_t *index) {
  text_part *name = name_list_push(&r->names);
  if (!name) return selector_fail(r, r->at, STATUS_MEMORY, "out of memory");
  *name = part;
  *index = r->names.count - 1;
  return true;
}

bool selector_keep_name(selector_reader *r, text_part part, name_pair *out) {
  if (!keep(r, part, &out->exact)) return false;
  text_part small = {(uint32_t)r->text.size, part.size};
  bool differs = false;
  for (uint32_t i = 0; i < part.size; i++) {
    char c = r->text.data[part.start + i];
    differs = differs || lower(c) != c;
    if (!put(r, lower(c))) return false;
  }
  if (differs) return keep(r, small, &out->lower);
  r->text.size = small.start;
  out->lower = out->exact;
  return true;
}

/* Digits, if there are any: at most a thousand million, which no index reaches. */
static bool digits(selector_reader *r, int32_t *value) {
  if (!is_digit(selector_peek(r, 0))) return false;
  int64_t number = 0;
  for (; is_digit(selector_peek(r, 0)); r->at++) {
    number = number * 10 + (selector_peek(r, 0) - '0');
    if (number > 1000000000) number = 1000000000;
  }
  *value = (int32_t)number;
  return true;
}

static int32_t sign(selector_reader *r) {
  int c = selector_peek(r, 0);
  if (c == '+' || c == '-') r->at++;
  return c == '-' ? -1 : 1;
}

/* After the n: a sign and digits, white space around the sign, or nothing. */
static bool nth_offset(selector_reader *r, int32_t *b) {
  uint32_t before = r->at;
  *b = 0;
  selector_skip(r);
  int c = selector_peek(r, 0);
  if (c != '+' && c != '-') {
    bool more = before == r->at && (is_name_start(c) || is_digit(c));
    return !more || selector_fail(r, r->at, STATUS_SYNTAX, "An+B, odd or even is expected");
  }
  int32_t direction = sign(r);
  selector_skip(r);
  if (!digits(r, b)) return selector_fail(r, r->at, STATUS_SYNTAX, "a number is expected");
  *b *= direction;
  return true;
}

static bool nth_word(selector_reader *r, int32_t *a, int32_t *b) {
  uint32_t start = r->at;
  text_part word;
  if (!selector_word(r, &word)) return false;
  *a = 2;
  *b = selector_is(r, word, "odd") ? 1 : 0;
  if (*b || selector_is(r, word, "even")) return true;
  return selector_fail(r, start, STATUS_SYNTAX, "An+B, odd or even is expected");
}

bool selector_nth(selector_reader *r, int32_t *a, int32_t *b) {
  uint32_t start = r->at;
  int c = selector_peek(r, 0);
  if (is_name_start(c) && c != 'n' && c != 'N') return nth_word(r, a, b);
  int32_t direction = sign(r), number = 1;
  bool counted = digits(r, &number);
  c = selector_peek(r, 0);
  if (c == 'n' || c == 'N') {
    r->at++;
    *a = direction * number;
    return nth_offset(r, b);
  }
  *a = 0;
  *b = direction * number;
  if (counted && !is_name_start(c) && c != '-') return true;
  return selector_fail(r, start, STATUS_SYNTAX, "An+B, odd or even is expected");
}
