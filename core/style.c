/* style.c: what an element's inline style and the class names of its type declare. */
#include "style.h"

#include <string.h>

#include "html_names.h"
#include "lower.h"
#include "text.h"

/* The offset behind `word` at `at` without case, white space before it passed over;
   0 where something else stands there. */
static size_t past(const char *style, size_t size, size_t at, const char *word) {
  while (at < size && text_is_space(style[at])) at++;
  for (; *word; word++, at++)
    if (at >= size || lower_letter(style[at]) != *word) return 0;
  return at;
}

bool style_declares(const char *style, size_t size, size_t at, const char *property, const char *value) {
  at = past(style, size, at, property);
  at = at ? past(style, size, at, ":") : 0;
  return at && past(style, size, at, value);
}

size_t style_next(const char *style, size_t size, size_t at) {
  const char *semicolon = memchr(style + at, ';', size - at);
  return semicolon ? (size_t)(semicolon - style) + 1 : size;
}

static type_weight declared_weight(const char *style, size_t size) {
  static const char *const bold[] = {"bold", "600", "700", "800", "900"};
  static const char *const normal[] = {"normal", "300", "400"};
  for (size_t at = 0; at < size; at = style_next(style, size, at)) {
    if (!style_declares(style, size, at, "font-weight", "")) continue;
    for (size_t i = 0; i < sizeof bold / sizeof *bold; i++)
      if (style_declares(style, size, at, "font-weight", bold[i])) return WEIGHT_BOLD;
    for (size_t i = 0; i < sizeof normal / sizeof *normal; i++)
      if (style_declares(style, size, at, "font-weight", normal[i])) return WEIGHT_NORMAL;
  }
  return WEIGHT_INHERITED;
}

/* Whether one of the class names begins with "bold" or ends so: "BoldGrey", "fw-bold", "text_bold". */
static bool has_bold_class(const char *value, size_t size) {
  for (size_t at = 0; at < size;) {
    while (at < size && text_is_space(value[at])) at++;
    size_t end = at;
    while (end < size && !text_is_space(value[end])) end++;
    size_t last = end - at > 5 ? end - 5 : at;
    bool parted = last == at || value[last] == '-' || value[last] == '_' || value[last + 1] == 'B';
    if (end - at >= 4 && (past(value, end, at, "bold") || (parted && past(value, end, end - 4, "bold")))) return true;
    at = end;
  }
  return false;
}

type_weight style_weight(const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  if (n->space != SPACE_HTML) return WEIGHT_INHERITED;
  type_weight told = WEIGHT_INHERITED;
  for (const page_attr *a = page_attrs(p, n); a; a = page_attr_after(a)) {
    bool classes = a->name == NAME_CLASS && (n->name == NAME_SPAN || n->name == NAME_P);
    if (a->name != NAME_STYLE && !classes) continue;
    size_t size;
    const char *value = page_attr_value(p, a, &size);
    if (classes && told == WEIGHT_INHERITED && has_bold_class(value, size)) told = WEIGHT_BOLD;
    type_weight declared = classes ? WEIGHT_INHERITED : declared_weight(value, size);
    if (declared != WEIGHT_INHERITED) told = declared;
  }
  return told;
}
