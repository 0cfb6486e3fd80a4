/* libxml_names.h: what the XML front end knows of vocabularies: names of elements as the
   page has them, which stand within a line, which hold HTML as text. */
#ifndef GALLEY_LIBXML_NAMES_H
#define GALLEY_LIBXML_NAMES_H

#include "page.h"

#pragma GCC visibility push(hidden)

#define XML_NAME_MAX 512u /* bytes of a prefix and a local name */

/* An element's name as libxml2 gives it; prefix and uri may be NULL. */
typedef struct xml_name {
  const char *local, *prefix, *uri;
} xml_name;

node_space xml_space(const xml_name *name);
/* The name that the page has it under, as page.h says; `root` is the root's namespace or
   NULL. The size; the bytes go to `out`. */
uint32_t xml_page_name(const xml_name *name, const char *root, char out[XML_NAME_MAX]);
/* Whether the element stands within a line of text. */
bool xml_is_inline(const char *local);
/* Whether the element's text is HTML, by its name in the page and its parent's. */
bool xml_holds_html(const char *name, uint32_t size, const char *parent);

#pragma GCC visibility pop

#endif
