/* pattern_list.c: what a text must begin with or hold for a pattern to be found in it. */
#include "pattern_list.h"

#include <string.h>

enum { NOTHING = -1 };

static void add_pair(pair_set *set, int a, int b) {
  unsigned bit = (unsigned)(a * 37 + b) & 255;
  set->bits[bit >> 6] |= (uint64_t)1 << (bit & 63);
}

pair_set pair_set_of(const char *text, size_t size) {
  pair_set set = {{0}};
  for (size_t i = 1; i < size; i++) add_pair(&set, (unsigned char)text[i - 1], (unsigned char)text[i]);
  return set;
}

static bool is_letter_or_digit(char c) {
  return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
}

/* Where the set that begins at `i` ends; the end of the pattern where it does not. */
static size_t behind_set(const char *p, size_t size, size_t i) {
  i += i + 1 < size && p[i + 1] == '^' ? 2 : 1;
  for (bool first = true; i < size && (first || p[i] != ']'); first = false) i += p[i] == '%' ? 2 : 1;
  return i + 1 < size ? i + 1 : size;
}

/* Where the item at `i` ends, and the byte it stands for; NOTHING where it is no such one. */
static size_t read_item(const char *p, size_t size, size_t i, int *byte) {
  char c = p[i];
  *byte = NOTHING;
  if (c == '[') return behind_set(p, size, i);
  if (c == '%') {
    if (i + 1 >= size) return size;
    if (p[i + 1] == 'b') return i + 4 < size ? i + 4 : size;
    if (p[i + 1] == 'f' && i + 2 < size && p[i + 2] == '[') return behind_set(p, size, i + 2);
    if (!is_letter_or_digit(p[i + 1])) *byte = (unsigned char)p[i + 1];
    return i + 2;
  }
  if (c != '.' && c != '(' && c != ')' && !(c == '$' && i + 1 == size)) *byte = (unsigned char)c;
  return i + 1;
}

/* Whether the item at `i` may be repeated. Behind a capture, a frontier, a balance or a capture seen again
   `?`, `*`, `+` and `-` stand for themselves. */
static bool takes_suffix(const char *p, size_t size, size_t i) {
  if (p[i] != '%') return p[i] != '(' && p[i] != ')';
  char c = i + 1 < size ? p[i + 1] : '\0';
  return c != 'b' && c != 'f' && !(c >= '0' && c <= '9');
}

/* The same with what repeats it; NOTHING also where a match may do without it. */
static size_t read_needed(const char *p, size_t size, size_t i, int *byte) {
  bool repeats = takes_suffix(p, size, i);
  i = read_item(p, size, i, byte);
  char suffix = repeats && i < size ? p[i] : '\0';
  bool may_miss = suffix == '?' || suffix == '*' || suffix == '-';
  if (may_miss) *byte = NOTHING;
  return may_miss || suffix == '+' ? i + 1 : i;
}

static size_t behind_anchor(const char *pattern, size_t size) { return size && *pattern == '^' ? 1 : 0; }

pair_set pair_set_needed(const char *pattern, size_t size) {
  pair_set set = {{0}};
  int before = NOTHING, byte;
  for (size_t i = behind_anchor(pattern, size); i < size; before = byte) {
    i = read_needed(pattern, size, i, &byte);
    if (before != NOTHING && byte != NOTHING) add_pair(&set, before, byte);
  }
  return set;
}

char pattern_mark(const char *pattern, size_t size) {
  int byte;
  for (size_t i = behind_anchor(pattern, size); i < size;) {
    i = read_needed(pattern, size, i, &byte);
    if (byte > ' ' && byte < 0x7F && !is_letter_or_digit((char)byte)) return (char)byte;
  }
  return '\0';
}

uint16_t pattern_front(const char *pattern, size_t size) {
  size_t i = 1;
  int byte;
  if (!size || *pattern != '^') return 0;
  while (i < size && i < UINT16_MAX) {
    size_t stop = read_item(pattern, size, i, &byte);
    char suffix = stop < size ? pattern[stop] : '\0';
    if (byte == NOTHING || stop != i + 1 || suffix == '?' || suffix == '*' || suffix == '-') break;
    i = stop;
    if (suffix == '+') break;
  }
  return (uint16_t)(i - 1);
}
