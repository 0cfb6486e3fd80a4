/* html_names.h: names of elements and attributes as numbers. Every page shares the
   names of html_names_list.h (numbers below HTML_NAME_COUNT); what else a page
   uses gets numbers from HTML_NAME_COUNT on, in the order of first use. */
#ifndef GALLEY_HTML_NAMES_H
#define GALLEY_HTML_NAMES_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buffer.h"
#include "html_names_list.h"

#pragma GCC visibility push(hidden)

/* NAME_DIV, NAME_ARIA_HIDDEN, NAME_FOREIGNOBJECT ("foreignobject") and
   NAME_SVG_FOREIGN_OBJECT ("foreignObject"). The attribute "max" is NAME_MAX_VALUE,
   since <limits.h> has a NAME_MAX. */
enum html_name {
#define X(identifier, text) NAME_##identifier,
  HTML_NAMES(X)
#undef X
  HTML_NAME_COUNT
};

/* HTML's elements, with svg and math, are the numbers below this. */
#define HTML_ELEMENT_COUNT ((uint32_t)NAME_XMP + 1)

#define HTML_NAME_UNKNOWN UINT32_MAX

/* The text of a name below HTML_NAME_COUNT, NUL-ended, static. */
const char *html_name_text(uint32_t name);

/* The number of a name that every page shares, or HTML_NAME_UNKNOWN. Case matters:
   the table has names as the tokenizer makes them (lower case) and, apart, the
   adjusted ones. */
uint32_t html_name_find(const char *text, size_t size);

/* For a reader that hashes while it scans: FNV-1a, begun with HTML_NAME_HASH. */
#define HTML_NAME_HASH 0x811C9DC5u
static inline uint32_t html_name_hash(uint32_t hash, unsigned char byte) {
  return (hash ^ byte) * 0x01000193u;
}
uint32_t html_name_find_hashed(uint32_t hash, const char *text, size_t size);

/* "Adjust SVG tag names", "adjust SVG attributes", "adjust MathML attributes": the
   name to use in foreign content, mostly the name itself. */
uint32_t html_svg_element(uint32_t name);
uint32_t html_svg_attribute(uint32_t name);
uint32_t html_math_attribute(uint32_t name);

/* "Adjust foreign attributes": 1 for xlink:…, 2 for xml:…, 3 for xmlns and
   xmlns:xlink, 0 for all others. The name itself stays as it is. */
uint8_t html_attribute_space(uint32_t name);

/* A page's own names. Zero it to begin. */
typedef struct name_table {
  buffer text;       /* those beyond HTML_NAME_COUNT, each NUL-ended */
  uint32_t *starts;  /* where each begins in it */
  uint32_t count, capacity;
  struct name_slot {
    uint32_t hash, index; /* into names, plus 1; 0: empty */
  } *slots;          /* hash table; its size is a power of two */
  uint32_t slot_count;
  uint64_t key[2];   /* of the hash; it decides where a name is kept, never its number */
  bool failed;       /* sticky: memory ran out */
} name_table;

/* The number of a name, shared or the page's own, new if need be;
   HTML_NAME_UNKNOWN when memory runs out. Any bytes but NUL. */
uint32_t name_table_intern(name_table *table, const char *bytes, size_t size);
/* The number of a name that the page has of its own, or HTML_NAME_UNKNOWN. */
uint32_t name_table_find_own(const name_table *table, const char *bytes, size_t size);
/* Its text, NUL-ended; to be used before the next name is added. */
const char *name_table_text(const name_table *table, uint32_t name);
void name_table_free(name_table *table);

#pragma GCC visibility pop

#endif
