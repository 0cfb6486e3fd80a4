/* selector_test.c: what of a selector looks at one element alone: its classes, its
   id and its other attributes. */
#define _GNU_SOURCE /* memmem */
#include <string.h>

#include "selector_matcher.h"

#define BYTES_A_STEP 64   /* of a value that is searched */
#define SMALL_SEARCH 4096 /* bytes of value times bytes of what is sought */

typedef struct view {
  const char *text;
  size_t size;
} view;

static view value_of(const matcher *m, text_part part) {
  return (view){m->s->text + part.start, part.size};
}

static char lower(char c) {
  return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

static char upper(char c) {
  return (char)(c >= 'a' && c <= 'z' ? c - ('a' - 'A') : c);
}

static bool same(const char *a, const char *b, size_t size, bool no_case) {
  if (!no_case) return memcmp(a, b, size) == 0;
  for (size_t i = 0; i < size; i++) {
    if (lower(a[i]) != lower(b[i])) return false;
  }
  return true;
}

static bool is_space(char c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

/* The next word of a list parted by white space; false at its end. */
static bool next_word(view *list, view *word) {
  while (list->size && is_space(*list->text)) list->text++, list->size--;
  word->text = list->text;
  while (list->size && !is_space(*list->text)) list->text++, list->size--;
  word->size = (size_t)(list->text - word->text);
  return word->size != 0;
}

static bool has_word(view list, view wanted, bool no_case) {
  view word;
  if (wanted.size > list.size) return false;
  while (next_word(&list, &word)) {
    if (word.size == wanted.size && same(word.text, wanted.text, wanted.size, no_case)) return true;
  }
  return false;
}

/* Whether a word fits a pattern with NUL for any characters. A later star takes
   over from an earlier one, so nothing is tried twice. */
static bool fits(view word, view pattern, bool no_case) {
  size_t w = 0, p = 0, star = SIZE_MAX, from = 0;
  while (w < word.size) {
    if (p < pattern.size && pattern.text[p] == '\0') {
      star = p++;
      from = w;
    } else if (p < pattern.size && same(word.text + w, pattern.text + p, 1, no_case)) {
      w++, p++;
    } else if (star != SIZE_MAX) {
      p = star + 1;
      w = ++from;
    } else {
      return false;
    }
  }
  while (p < pattern.size && pattern.text[p] == '\0') p++;
  return p == pattern.size;
}

static const page_attr *find_attribute(const matcher *m, uint32_t row, uint32_t name) {
  return page_attribute(m->p, row, name);
}

/* The value of an attribute; false where the element has none, or steps are out. */
static bool find_value(matcher *m, uint32_t row, uint32_t name, view *out) {
  const page_attr *a = find_attribute(m, row, name);
  if (!a) return false;
  out->text = page_attr_value(m->p, a, &out->size);
  return matcher_step(m, out->size / BYTES_A_STEP);
}

bool match_class(matcher *m, const simple *s, uint32_t row) {
  view list, word, wanted = value_of(m, s->value);
  if (!find_value(m, row, NAME_CLASS, &list)) return false;
  if (s->kind == SIMPLE_CLASS) return has_word(list, wanted, m->p->quirks);
  while (next_word(&list, &word)) {
    if (!matcher_step(m, word.size * wanted.size / BYTES_A_STEP)) return false;
    if (fits(word, wanted, m->p->quirks)) return true;
  }
  return false;
}

bool match_id(matcher *m, const simple *s, uint32_t row) {
  view id, wanted = value_of(m, s->value);
  return find_value(m, row, NAME_ID, &id) && id.size == wanted.size &&
         same(id.text, wanted.text, id.size, m->p->quirks);
}

/* The first of one of two bytes. */
static const char *find_either(const char *from, const char *end, char a, char b) {
  const char *one = memchr(from, a, (size_t)(end - from));
  if (a == b) return one;
  const char *two = memchr(from, b, (size_t)((one ? one : end) - from));
  return two ? two : one;
}

/* Large values go to a search that is linear, but slow to begin; where case does not
   count, there is only the plain one, which pays for it: it looks for the byte at `probe`. */
static bool contains(matcher *m, view value, view wanted, uint32_t probe, bool no_case) {
  size_t work = value.size * wanted.size;
  if (!no_case && work > SMALL_SEARCH) return memmem(value.text, value.size, wanted.text, wanted.size) != NULL;
  if (!matcher_step(m, work / BYTES_A_STEP)) return false;
  char small = no_case ? lower(wanted.text[probe]) : wanted.text[probe];
  char large = no_case ? upper(wanted.text[probe]) : small;
  const char *at = value.text + probe, *end = at + (value.size - wanted.size) + 1;
  for (; (at = find_either(at, end, small, large)); at++) {
    if (same(at - probe, wanted.text, wanted.size, no_case)) return true;
  }
  return false;
}

/* Equal, or with a dash after what is equal, as in languages. */
static bool is_language(view value, view wanted, bool no_case) {
  return value.size >= wanted.size && same(value.text, wanted.text, wanted.size, no_case) &&
         (value.size == wanted.size || value.text[wanted.size] == '-');
}

static bool has_space(view v) {
  for (size_t i = 0; i < v.size; i++) {
    if (is_space(v.text[i])) return true;
  }
  return false;
}

bool match_attribute(matcher *m, const simple *s, uint32_t row) {
  const page_node *n = &m->p->nodes[row];
  view value, wanted = value_of(m, s->value);
  uint32_t name = m->names[n->space == SPACE_HTML ? s->name.lower : s->name.exact];
  if (!find_value(m, row, name, &value)) return false;
  bool fitting = wanted.size && wanted.size <= value.size; /* an empty part is in nothing */
  switch ((attribute_test)s->test) {
  case TEST_EXISTS: return true;
  case TEST_EQUALS: return value.size == wanted.size && same(value.text, wanted.text, value.size, s->no_case);
  case TEST_WORD: return fitting && !has_space(wanted) && has_word(value, wanted, s->no_case);
  case TEST_LANGUAGE: return is_language(value, wanted, s->no_case);
  case TEST_PREFIX: return fitting && same(value.text, wanted.text, wanted.size, s->no_case);
  case TEST_SUFFIX:
    return fitting && same(value.text + (value.size - wanted.size), wanted.text, wanted.size, s->no_case);
  case TEST_SUBSTRING: return fitting && contains(m, value, wanted, s->probe, s->no_case);
  }
  return false;
}
