/* html_references.c: character references, named and numeric, as the HTML standard's
   "character reference state" and those after it read them. */
#include "html_references.h"

#include <stdint.h>
#include <string.h>

#include "html_references_table.h"

static bool is_digit(char c) {
  return c >= '0' && c <= '9';
}

static bool is_letter(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

/* What 0x80 to 0x9F mean: windows-1252's characters; 0 where the number stays. */
static const uint16_t windows_1252[32] = {
  0x20AC, 0, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
  0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017D, 0,
  0, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
  0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0, 0x017E, 0x0178,
};

/* Numeric character reference end state. */
static uint32_t numeric_meaning(uint32_t code) {
  if (code == 0 || code > 0x10FFFF || (code >= 0xD800 && code <= 0xDFFF)) return 0xFFFD;
  if (code >= 0x80 && code <= 0x9F && windows_1252[code - 0x80]) return windows_1252[code - 0x80];
  return code;
}

static size_t encode_utf8(uint32_t code, char *out) {
  if (code < 0x80) {
    out[0] = (char)code;
    return 1;
  }
  size_t size = code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
  for (size_t i = size - 1; i > 0; i--) {
    out[i] = (char)(0x80 | (code & 0x3F));
    code >>= 6;
  }
  static const unsigned char lead[5] = {0, 0, 0xC0, 0xE0, 0xF0};
  out[0] = (char)(lead[size] | code);
  return size;
}

/* A hexadecimal or decimal digit's value, or `base` if it is none. */
static uint32_t digit_value(char c, uint32_t base) {
  if (is_digit(c)) return (uint32_t)(c - '0');
  char lower = (char)(c | 0x20);
  if (base == 16 && lower >= 'a' && lower <= 'f') return (uint32_t)(lower - 'a') + 10;
  return base;
}

/* "&#", then digits, or "x" and hexadecimal digits; the ";" may be missing. The NUL at
   the end of the text is no digit. */
static size_t numeric_reference(const char *text, char *value, size_t *value_size) {
  const char *at = text + 2;
  uint32_t base = 10, code = 0, digit;
  if (*at == 'x' || *at == 'X') {
    base = 16;
    at++;
  }
  const char *first = at;
  while ((digit = digit_value(*at, base)) < base) {
    if (code <= 0x10FFFF) code = code * base + digit; /* more is out of range anyway */
    at++;
  }
  if (at == first) return 0;
  if (*at == ';') at++;
  *value_size = encode_utf8(numeric_meaning(code), value);
  return (size_t)(at - text);
}

/* The first of the rows [low, high) whose character `i` is not below `character`. */
static uint32_t first_row_from(uint32_t low, uint32_t high, size_t i, int character) {
  while (low < high) {
    uint32_t middle = (low + high) / 2;
    if (references[middle].name[i] < character) low = middle + 1; else high = middle;
  }
  return low;
}

/* The longest name that begins at `name`: the rows that share its first characters are
   narrowed character by character; a name that ends there is the first of them. */
static const struct reference *longest_name(const char *name) {
  uint32_t low = references_from[name[0] - 'A'], high = references_from[name[0] - 'A' + 1];
  const struct reference *found = NULL;
  for (size_t i = 1; low < high; i++) {
    if (references[low].name_size == i) found = &references[low++];
    low = first_row_from(low, high, i, name[i]);
    high = first_row_from(low, high, i, name[i] + 1);
  }
  return found;
}

static size_t named_reference(const char *text, bool attribute, char *value, size_t *value_size) {
  const struct reference *found = longest_name(text + 1);
  if (!found) return 0;
  if (attribute && found->name[found->name_size - 1] != ';') {
    char next = text[1 + found->name_size];
    if (next == '=' || is_letter(next) || is_digit(next)) return 0;
  }
  memcpy(value, found->value, found->value_size);
  *value_size = found->value_size;
  return 1u + found->name_size;
}

size_t html_reference(const char *text, const char *end, bool attribute,
                      char value[HTML_REFERENCE_MAX], size_t *value_size) {
  if (end - text < 2) return 0;
  if (text[1] == '#') return numeric_reference(text, value, value_size);
  return is_letter(text[1]) ? named_reference(text, attribute, value, value_size) : 0;
}
