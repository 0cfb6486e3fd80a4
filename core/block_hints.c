/* block_hints.c: what an element's name and attributes say about the text in it. */
#include "block_hints.h"

#include <string.h>

#include "html_names.h"

static bool is_telling(uint32_t name) {
  return name == NAME_CLASS || name == NAME_ID || name == NAME_ITEMPROP || name == NAME_ROLE
    || name == NAME_REL || name == NAME_DATA_TESTID;
}

/* A hash of an attribute's value, eight bytes at a time. */
static uint64_t value_hash(const char *value, size_t size) {
  const uint64_t factor = 0x9E3779B97F4A7C15u;
  uint64_t hash = size, word;
  for (; size >= sizeof word; size -= sizeof word, value += sizeof word) {
    memcpy(&word, value, sizeof word);
    hash = (hash ^ word) * factor;
    hash ^= hash >> 32;
  }
  word = 0;
  memcpy(&word, value, size);
  return ((hash ^ word) * factor) >> 32;
}

/* The hints of a value, from the memory of those that were read before. */
static uint32_t hints_of_value(hint_memory *m, const char *value, size_t size) {
  if (!size) return 0;
  hint_value *v = &m->values[value_hash(value, size) % HINT_VALUES];
  if (v->size == size && memcmp(v->value, value, size) == 0) return v->hints;
  *v = (hint_value){value, size, hint_words_in(value, size)};
  return v->hints;
}

uint32_t hint_of(hint_memory *m, const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  uint32_t hints = 0;
  for (const page_attr *a = page_attrs(p, n); a; a = page_attr_after(a)) {
    if (!is_telling(a->name)) continue;
    size_t size;
    const char *value = page_attr_value(p, a, &size);
    uint32_t said = hints_of_value(m, value, size);
    hints |= a->name == NAME_REL ? said & ~(uint32_t)HINT_SHARE : said; /* rel=bookmark is a link to the piece itself */
  }
  if (n->name == NAME_A || n->name == NAME_ARTICLE) hints &= ~(uint32_t)HINT_DIALOG; /* its link lies over it */
  return hints;
}

uint32_t tag_of(const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  if (n->kind != NODE_ELEMENT || n->space != SPACE_HTML) return 0;
  switch (n->name) {
    case NAME_P: return TAG_PARAGRAPH;
    case NAME_H1: return TAG_HEADING | TAG_H1;
    case NAME_H2: case NAME_H3: case NAME_H4: case NAME_H5: case NAME_H6: return TAG_HEADING;
    case NAME_LI: return TAG_LIST_ITEM;
    case NAME_UL: case NAME_OL: case NAME_DL: case NAME_MENU: return TAG_LIST;
    case NAME_ARTICLE: return TAG_ARTICLE;
    case NAME_SECTION: return TAG_SECTION;
    case NAME_MAIN: return TAG_MAIN;
    case NAME_ASIDE: return TAG_ASIDE;
    case NAME_NAV: return TAG_NAV;
    case NAME_HEADER: return TAG_HEADER;
    case NAME_FOOTER: return TAG_FOOTER;
    case NAME_FIGURE: return TAG_FIGURE;
    case NAME_FIGCAPTION: case NAME_CAPTION: return TAG_CAPTION;
    case NAME_FORM: case NAME_FIELDSET: return TAG_FORM;
    case NAME_BUTTON: return TAG_BUTTON;
    case NAME_TABLE: return TAG_TABLE;
    case NAME_TD: case NAME_TH: return TAG_CELL;
    case NAME_BLOCKQUOTE: case NAME_Q: return TAG_QUOTE;
    case NAME_PRE: case NAME_XMP: case NAME_LISTING: return TAG_PREFORMATTED;
    case NAME_A: return page_attribute(p, row, NAME_HREF) ? TAG_LINK : 0;
    case NAME_TIME: return TAG_TIME;
    case NAME_B: case NAME_STRONG: return TAG_STRONG;
    case NAME_I: case NAME_EM: case NAME_CITE: return TAG_EM;
    case NAME_ADDRESS: return TAG_ADDRESS;
    case NAME_DETAILS: case NAME_SUMMARY: return TAG_DETAILS;
    case NAME_DIALOG: return TAG_DIALOG;
    case NAME_BR: return TAG_BREAK;
    case NAME_LABEL: case NAME_LEGEND: return TAG_LABEL;
    case NAME_DT: case NAME_DD: return TAG_TERM;
    case NAME_SMALL: return TAG_SMALL;
    default: return 0;
  }
}

/* Whether a class name says where among its like an element stands, or that it is the one shown: items of one
   list differ in it. */
static bool is_place(const char *value, size_t size) {
  static const char *const places[] = {"first", "last", "odd", "even", "alt", "alpha", "omega", "end", "active",
    "current", "selected", "on", "clearfix", "clear"};
  for (size_t i = 0; i < sizeof places / sizeof *places; i++)
    if (strlen(places[i]) == size && memcmp(places[i], value, size) == 0) return true;
  return false;
}

uint32_t shape_of(const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  uint32_t hash = (n->name + 1u) * 2654435761u;
  const page_attr *a = page_attribute(p, row, NAME_CLASS);
  size_t size = 0, i = 0, start;
  const char *value = a ? page_attr_value(p, a, &size) : "";
  do {
    while (i < size && (uint8_t)value[i] <= ' ') i++;
    for (start = i; i < size && (uint8_t)value[i] > ' ';) i++;
  } while (i > start && is_place(value + start, i - start));
  for (; start < i; start++)
    if (value[start] < '0' || value[start] > '9') hash = (hash ^ (uint8_t)value[start]) * 16777619u;
  return hash;
}
