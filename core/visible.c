/* visible.c: whether the page itself hides an element: its name, attributes, inline style,
   utility classes that name nothing but the hiding. Style sheets are not read. */
#include <string.h>

#include "block.h"
#include "eight_bytes.h"
#include "html_names.h"
#include "style.h"
#include "text.h"

/* Class names of the common frameworks and themes for text that is not shown, or only read
   aloud: those that begin with a letter. NULL-ended; NULL where there are none. */
static const char *const *hiding_classes(char first) {
  static const char *const a[] = {"a11y-hidden", "acc-hidden", "assistive-text", NULL};
  static const char *const d[] = {"d-none", "display-none", NULL};
  static const char *const e[] = {"element-invisible", NULL};
  static const char *const h[] = {"hidden", "hide", NULL};
  static const char *const i[] = {"invisible", "is-hidden", "is-visually-hidden", NULL};
  static const char *const o[] = {"off-screen", "offscreen", NULL};
  static const char *const p[] = {"print-only", NULL};
  static const char *const s[] = {
    "screen-reader", "screen-reader-only", "screen-reader-text", "screenreader", "screenreader-only",
    "show-for-print", "show-for-sr", "sr-only", "sronly", NULL};
  static const char *const u[] = {
    "u-hidden", "u-hiddenVisually", "u-screen-reader", "u-visually-hidden", "ui-helper-hidden-accessible",
    "uk-hidden", NULL};
  static const char *const v[] = {
    "vh", "visible-print", "visible-print-block", "visually-hidden", "visuallyHidden", "visuallyhidden", NULL};
  switch (first) {
    case 'a': return a;
    case 'd': return d;
    case 'e': return e;
    case 'h': return h;
    case 'i': return i;
    case 'o': return o;
    case 'p': return p;
    case 's': return s;
    case 'u': return u;
    case 'v': return v;
    default: return NULL;
  }
}

static bool is_word(const char *token, size_t size, const char *word) {
  size_t i = 0;
  while (i < size && word[i] && token[i] == word[i]) i++;
  return i == size && !word[i];
}

static bool is_one_of(const char *token, size_t size, const char *const *words) {
  for (; *words; words++)
    if (is_word(token, size, *words)) return true;
  return false;
}

static bool is_hiding_class(const char *token, size_t size) {
  const char *const *words = hiding_classes(*token);
  return words && is_one_of(token, size, words);
}

/* Whether a class shows from some width of the screen on what another one hides: Bootstrap's d-md-block,
   Tailwind's md:flex. */
static bool is_showing_class(const char *token, size_t size) {
  static const char *const widths[] = {"xs", "sm", "md", "lg", "xl", "xxl", "2xl", "3xl", NULL};
  static const char *const modes[] = {"block", "flex", "grid", "inline", "inline-block", "inline-flex", "table",
    "table-cell", "contents", "visible", NULL};
  size_t at = size > 2 && token[0] == 'd' && token[1] == '-' ? 2 : 0;
  const char *mark = memchr(token + at, at ? '-' : ':', size - at);
  if (!mark) return false;
  size_t behind = (size_t)(mark - token);
  return is_one_of(token + at, behind - at, widths) && is_one_of(token + behind + 1, size - behind - 1, modes);
}

/* Where the class name at `at` ends. */
static size_t class_end(const char *value, size_t size, size_t at) {
  while (at + EIGHT_BYTES <= size) {
    uint64_t blanks = eight_blanks(eight_load_ordered(value + at));
    at += blanks ? eight_first(blanks) : (size_t)EIGHT_BYTES;
    if (!blanks) continue;
    if (text_is_space(value[at])) return at;
    at++;
  }
  while (at < size && !text_is_space(value[at])) at++;
  return at;
}

static bool has_hiding_class(const char *value, size_t size) {
  bool hides = false;
  for (size_t i = 0; i < size;) {
    while (i < size && text_is_space(value[i])) i++;
    size_t start = i;
    i = class_end(value, size, i);
    if (i == start) break;
    if (is_hiding_class(value + start, i - start)) hides = true;
    else if (is_showing_class(value + start, i - start)) return false;
  }
  return hides;
}

static bool has_hiding_style(const char *style, size_t size) {
  for (size_t at = 0; at < size; at = style_next(style, size, at))
    if (style_declares(style, size, at, "display", "none") || style_declares(style, size, at, "visibility", "hidden"))
      return true;
  return false;
}

/* The same, from the memory of those that were read before; those too short for it are read each time. */
static bool hides_by_class(known_values *known, const char *value, size_t size) {
  if (!known || size < KNOWN_VALUE_LEAST) return has_hiding_class(value, size);
  known_value *place = known_values_place(known, value, size);
  if (!known_value_is(place, value, size)) *place = (known_value){value, size, has_hiding_class(value, size)};
  return place->told;
}

static bool is_hiding_attribute(const page *p, const page_attr *a, known_values *known) {
  if (a->name != NAME_CLASS && a->name != NAME_STYLE) return a->name == NAME_HIDDEN;
  size_t size;
  const char *value = page_attr_value(p, a, &size);
  return a->name == NAME_CLASS ? hides_by_class(known, value, size) : has_hiding_style(value, size);
}

bool element_is_hidden(const page *p, uint32_t row, known_values *known) {
  const page_node *n = &p->nodes[row];
  if (n->kind != NODE_ELEMENT) return false;
  if (n->space == SPACE_HTML) {
    if (n->name == NAME_TITLE) return true; /* in a body, behind what should not precede it: no browser shows it */
    if (n->name == NAME_DIALOG && !page_attribute(p, row, NAME_OPEN)) return true;
  }
  for (const page_attr *a = page_attrs(p, n); a; a = page_attr_after(a))
    if (is_hiding_attribute(p, a, known)) return true;
  return false;
}
