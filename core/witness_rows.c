/* witness_rows.c: the elements that bear witness of a page's story. One pass over all
   attributes is cheaper than a selector for each kind. */
#include "witness_rows.h"

#include <string.h>

#include "known_values.h"
#include "text.h"

enum {
  LEVELS_MOST = 12, /* elements asked whether they hold what stands beside the story */
  VALUE_MOST = 4096 /* bytes of a class or id that are looked at for that, once for each element asked */
};

typedef struct word {
  const char *text;
  size_t size;
} word;

static char lower(char c) {
  return (char)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

/* `text` is `wanted`, which is in lower case where case does not count. */
static bool same(word text, const char *wanted, bool no_case) {
  if (text.size != strlen(wanted)) return false;
  for (size_t i = 0; i < text.size; i++)
    if ((no_case ? lower(text.text[i]) : text.text[i]) != wanted[i]) return false;
  return true;
}

static word value_of(const page *p, const page_attr *a) {
  word value;
  value.text = page_attr_value(p, a, &value.size);
  return value;
}

/* White space; most bytes are told by one comparison. */
static bool is_space(char c) {
  return (unsigned char)c <= ' ' && text_is_space(c);
}

/* The next word of a list parted by white space; false at its end. */
static bool next_word(word *list, word *next) {
  const char *at = list->text, *end = at + list->size;
  while (at < end && is_space(*at)) at++;
  next->text = at;
  while (at < end && !is_space(*at)) at++;
  next->size = (size_t)(at - next->text);
  *list = (word){at, (size_t)(end - at)};
  return next->size != 0;
}

static bool has_word(word list, const char *wanted, bool no_case) {
  word one;
  while (next_word(&list, &one))
    if (same(one, wanted, no_case)) return true;
  return false;
}

/* Whether a value has a word in lower case from `at` on, whatever its own case. */
static bool holds_at(word value, size_t at, const char *wanted) {
  size_t size = strlen(wanted);
  return size <= value.size - at && same((word){value.text + at, size}, wanted, true);
}

/* Whether it has it somewhere. */
static bool holds(word value, const char *wanted) {
  for (size_t at = 0; at < value.size; at++)
    if (lower(value.text[at]) == wanted[0] && holds_at(value, at, wanted)) return true;
  return false;
}

/* -- what elements say they are ---------------------------------------------------------- */

enum {
  IS_AUTHOR = 1, IS_PUBLISHED = 2, IS_MODIFIED = 4,                  /* whatever the element */
  CLASS_AUTHOR = 8, CLASS_BYLINE = 16, CLASS_NAME = 32, CLASS_PUBLISHED = 64, CLASS_ENTRY_DATE = 128,
  CLASS_UPDATED = 256, HAS_PUBDATE = 512
};

typedef struct finder {
  const page *p;
  uint32_t pubdate; /* the attribute's name, or PAGE_NONE */
  uint32_t author_end, byline_end; /* rows before this are in an element of that class */
  witness_rows *out;
  known_values classes;
} finder;

static unsigned class_bit(word one, bool no_case) {
  switch (one.size) {
    case 2: return same(one, "fn", no_case) ? CLASS_NAME : 0;
    case 6: return same(one, "author", no_case) ? CLASS_AUTHOR : same(one, "byline", no_case) ? CLASS_BYLINE : 0;
    case 7: return same(one, "updated", no_case) ? CLASS_UPDATED : 0;
    case 9: return same(one, "published", no_case) ? CLASS_PUBLISHED : 0;
    case 10: return same(one, "entry-date", no_case) ? CLASS_ENTRY_DATE : 0;
    default: return 0;
  }
}

static unsigned class_bits(const page *p, word list) {
  unsigned bits = 0;
  word one;
  while (next_word(&list, &one)) bits |= class_bit(one, p->quirks);
  return bits;
}

static unsigned known_bits(finder *f, word list) {
  if (list.size < KNOWN_VALUE_LEAST) return class_bits(f->p, list);
  known_value *known = known_values_place(&f->classes, list.text, list.size);
  if (!known_value_is(known, list.text, list.size))
    *known = (known_value){list.text, list.size, class_bits(f->p, list)};
  return known->told;
}

/* Microdata and RDFa. */
static unsigned property_bits(word list, bool rdfa) {
  unsigned bits = 0;
  word one;
  while (next_word(&list, &one)) {
    if (same(one, "author", true)) bits |= IS_AUTHOR;
    else if (same(one, "datepublished", true) || (rdfa && same(one, "dc:date", false))) bits |= IS_PUBLISHED;
    else if (same(one, "datemodified", true)) bits |= IS_MODIFIED;
  }
  return bits;
}

static unsigned attribute_bits(finder *f, const page_attr *a) {
  if (a->space) return 0;
  switch (a->name) {
    case NAME_CLASS: return known_bits(f, value_of(f->p, a));
    case NAME_REL: return has_word(value_of(f->p, a), "author", true) ? IS_AUTHOR : 0;
    case NAME_ITEMPROP: return property_bits(value_of(f->p, a), false);
    case NAME_PROPERTY: return property_bits(value_of(f->p, a), true);
    default: return a->name == f->pubdate ? HAS_PUBDATE : 0;
  }
}

/* -- the search ----------------------------------------------------------------------------- */

static void add(witness_list *list, uint32_t row, uint32_t most) {
  if (list->count < most) list->rows[list->count++] = row;
}

static void open_class(uint32_t *until, uint32_t end) {
  if (end > *until) *until = end;
}

static void add_marked(finder *f, uint32_t row, unsigned bits) {
  witness_rows *out = f->out;
  const page_node *n = &f->p->nodes[row];
  bool is_time = n->name == NAME_TIME, is_abbr = n->name == NAME_ABBR;
  bool author = bits & IS_AUTHOR || (bits & CLASS_NAME && row < f->author_end) ||
                (bits & CLASS_AUTHOR && row < f->byline_end);
  if (bits & CLASS_AUTHOR) open_class(&f->author_end, n->end);
  if (bits & CLASS_BYLINE) open_class(&f->byline_end, n->end);
  bool time = is_time && bits & (HAS_PUBDATE | CLASS_PUBLISHED | CLASS_ENTRY_DATE);
  if (author) add(&out->authors, row, WITNESS_MARKED);
  if (bits & IS_PUBLISHED || time || (is_abbr && bits & CLASS_PUBLISHED)) add(&out->published, row, WITNESS_MARKED);
  if (bits & IS_MODIFIED || (is_time && bits & CLASS_UPDATED)) add(&out->modified, row, WITNESS_MARKED);
}

static void note_first(uint32_t *known, uint32_t row) {
  if (*known == PAGE_NONE) *known = row;
}

static void take_script(const finder *f, uint32_t row) {
  const page_attr *type = page_attribute(f->p, row, NAME_TYPE);
  if (type && holds(value_of(f->p, type), "ld+json")) add(&f->out->scripts, row, WITNESS_SCRIPTS);
}

static void take_link(const finder *f, uint32_t row) {
  const page_attr *rel = page_attribute(f->p, row, NAME_REL);
  if (rel && has_word(value_of(f->p, rel), "canonical", true) && page_attribute(f->p, row, NAME_HREF))
    note_first(&f->out->canonical, row);
}

static void take_element(finder *f, uint32_t row) {
  const page_node *n = &f->p->nodes[row];
  unsigned bits = 0;
  if (n->name == NAME_SCRIPT) take_script(f, row);
  else if (n->name == NAME_LINK) take_link(f, row);
  else if (n->name == NAME_TITLE) note_first(&f->out->title, row);
  else if (n->name == NAME_HTML) note_first(&f->out->html, row);
  for (const page_attr *a = page_attrs(f->p, n); a; a = page_attr_after(a)) bits |= attribute_bits(f, a);
  if (bits) add_marked(f, row, bits);
}

void witness_rows_find(const page *p, witness_rows *out, void (*meta)(void *context, uint32_t row), void *context) {
  finder f = {.p = p, .pubdate = page_find_name(p, "pubdate", 7), .out = out};
  *out = (witness_rows){.title = PAGE_NONE, .canonical = PAGE_NONE, .html = PAGE_NONE};
  for (uint32_t row = 1; row < p->node_count; row++) {
    const page_node *n = &p->nodes[row];
    if (n->kind == NODE_CONTENT) row = n->end - 1;
    if (n->kind != NODE_ELEMENT) continue;
    take_element(&f, row);
    if (page_is_named(p, row, NAME_META)) meta(context, row);
  }
}

/* -- where elements stand --------------------------------------------------------------------- */

static bool beside_at(word value, size_t at) {
  switch (lower(value.text[at])) {
    case 'c': return holds_at(value, at, "comment");
    case 'r': return holds_at(value, at, "related") || holds_at(value, at, "reply");
    case 's': return holds_at(value, at, "sidebar");
    default: return false;
  }
}

static bool names_what_is_beside(const page *p, uint32_t row, uint32_t name) {
  const page_attr *a = page_attribute(p, row, name);
  word value = a ? value_of(p, a) : (word){"", 0};
  if (value.size > VALUE_MOST) value.size = VALUE_MOST;
  for (size_t at = 0; at < value.size; at++)
    if (beside_at(value, at)) return true;
  return false;
}

bool witness_is_beside(const page *p, uint32_t row) {
  for (int level = 0; level < LEVELS_MOST && row != PAGE_NONE; level++, row = p->nodes[row].parent) {
    const page_node *n = &p->nodes[row];
    if (n->kind != NODE_ELEMENT || n->name == NAME_BODY) return false;
    if (n->name == NAME_ASIDE || n->name == NAME_NAV) return true;
    if (names_what_is_beside(p, row, NAME_CLASS) || names_what_is_beside(p, row, NAME_ID)) return true;
  }
  return false;
}

uint32_t witness_name_row(const page *p, uint32_t row) {
  for (uint32_t at = row + 1; at < p->nodes[row].end; at++) {
    const page_node *n = &p->nodes[at];
    if (n->kind == NODE_CONTENT) at = n->end - 1;
    const page_attr *a = n->kind == NODE_ELEMENT ? page_attribute(p, at, NAME_ITEMPROP) : NULL;
    if (a && has_word(value_of(p, a), "name", true)) return at;
  }
  return PAGE_NONE;
}
