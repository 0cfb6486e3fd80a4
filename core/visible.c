/* visible.c: whether the page itself hides an element: attributes, inline style,
   utility classes that name nothing but the hiding. Style sheets are not read. */
#include <string.h>

#include "block.h"
#include "html_names.h"
#include "text.h"

/* Class names of the common frameworks and themes for text that is not shown, or
   only read aloud; ascending, for the search. */
static const char *const hiding_classes[] = {
  "a11y-hidden", "acc-hidden", "assistive-text", "d-none", "display-none", "element-invisible",
  "hidden", "hide", "invisible", "is-hidden", "is-visually-hidden", "off-screen", "offscreen",
  "print-only", "screen-reader", "screen-reader-only", "screen-reader-text", "screenreader",
  "screenreader-only", "show-for-print", "show-for-sr", "sr-only", "sronly", "u-hidden",
  "u-hiddenVisually", "u-screen-reader", "u-visually-hidden", "ui-helper-hidden-accessible",
  "uk-hidden", "vh", "visible-print", "visible-print-block", "visually-hidden", "visuallyHidden",
  "visuallyhidden",
};

static int compare(const char *token, size_t size, const char *word) {
  int order = strncmp(token, word, size);
  return order ? order : word[size] ? -1 : 0;
}

/* Most class names are told by their first letter: one of those above begins with it. */
static bool may_hide(char first) {
  switch (first) {
    case 'a': case 'd': case 'e': case 'h': case 'i': case 'o': case 'p': case 's': case 'u': case 'v': return true;
    default: return false;
  }
}

static bool is_hiding_class(const char *token, size_t size) {
  if (!may_hide(*token)) return false;
  size_t low = 0, high = sizeof hiding_classes / sizeof *hiding_classes;
  while (low < high) {
    size_t middle = low + (high - low) / 2;
    int order = compare(token, size, hiding_classes[middle]);
    if (!order) return true;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return false;
}

static bool has_hiding_class(const char *value, size_t size) {
  for (size_t i = 0; i < size;) {
    while (i < size && text_is_space(value[i])) i++;
    size_t start = i;
    while (i < size && !text_is_space(value[i])) i++;
    if (i > start && is_hiding_class(value + start, i - start)) return true;
  }
  return false;
}

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

/* The offset behind `word` at `at` without case, white space before it passed over;
   0 where something else stands there. */
static size_t past(const char *style, size_t size, size_t at, const char *word) {
  while (at < size && text_is_space(style[at])) at++;
  for (; *word; word++, at++)
    if (at >= size || lower(style[at]) != *word) return 0;
  return at;
}

/* True for a declaration `property: value` that begins at `at`. */
static bool declares(const char *style, size_t size, size_t at, const char *property, const char *value) {
  at = past(style, size, at, property);
  at = at ? past(style, size, at, ":") : 0;
  return at && past(style, size, at, value);
}

static bool has_hiding_style(const char *style, size_t size) {
  for (size_t at = 0; at < size;) {
    if (declares(style, size, at, "display", "none") || declares(style, size, at, "visibility", "hidden"))
      return true;
    const char *semicolon = memchr(style + at, ';', size - at);
    if (!semicolon) return false;
    at = (size_t)(semicolon - style) + 1;
  }
  return false;
}

static bool is_hiding_attribute(const page *p, const page_attr *a) {
  size_t size;
  const char *value = page_attr_value(p, a, &size);
  switch (a->name) {
    case NAME_HIDDEN: return true;
    case NAME_CLASS: return has_hiding_class(value, size);
    case NAME_STYLE: return has_hiding_style(value, size);
    default: return false;
  }
}

bool element_is_hidden(const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  if (n->kind != NODE_ELEMENT) return false;
  if (n->space == SPACE_HTML && n->name == NAME_DIALOG)
    if (!page_attribute(p, row, NAME_OPEN)) return true;
  for (const page_attr *a = page_attrs(p, n); a; a = page_attr_after(a))
    if (is_hiding_attribute(p, a)) return true;
  return false;
}
