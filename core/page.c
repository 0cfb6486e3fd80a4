/* page.c: reading a parsed page, and freeing it. */
#include "page.h"

#include <stdlib.h>
#include <string.h>

void page_free(page *p) {
  if (!p) return;
  for (uint32_t i = 0; i < p->name_count; i++) free(p->names[i]);
  free(p->names);
  free(p->name_slots);
  free(p->nodes);
  free(p->attrs);
  free(p->pieces);
  free(p->text);
  free(p->strings);
  free(p->notices);
  free(p->index);
  source_free(p->source);
  free(p);
}

const char *page_name(const page *p, uint32_t name) {
  if (name < HTML_NAME_COUNT) return html_name_text(name);
  return name - HTML_NAME_COUNT < p->name_count ? p->names[name - HTML_NAME_COUNT] : "";
}

uint32_t page_find_name(const page *p, const char *text, size_t size) {
  uint32_t name = html_name_find(text, size);
  if (name != HTML_NAME_UNKNOWN) return name;
  name_table own = {.names = p->names, .count = p->name_count, .slots = p->name_slots,
                    .slot_count = p->name_slot_count, .key = {p->name_key[0], p->name_key[1]}};
  name = name_table_find_own(&own, text, size);
  return name == HTML_NAME_UNKNOWN ? PAGE_NONE : name;
}

const page_attr *page_attribute(const page *p, uint32_t row, uint32_t name) {
  const page_node *n = &p->nodes[row];
  if (n->kind != NODE_ELEMENT || !n->attr_count) return NULL;
  const page_attr *a = p->attrs + n->attr, *stop = a + n->attr_count;
  for (; a < stop; a++)
    if (a->name == name && !a->space) return a;
  return NULL;
}

const char *page_attr_value(const page *p, const page_attr *a, size_t *size) {
  *size = a->value_size;
  const char *bytes = a->flags & ATTR_DECODED ? p->strings : p->source->text;
  return bytes ? bytes + a->value : "";
}

/* Comments and doctypes have pseudo attributes that attr_count does not count: a
   comment its text; a doctype its public and system id, PAGE_NONE for none. */
const char *page_data(const page *p, uint32_t row, int which, size_t *size) {
  const page_node *n = &p->nodes[row];
  *size = 0;
  if (n->kind == NODE_COMMENT) return page_attr_value(p, &p->attrs[n->attr], size);
  if (n->kind != NODE_DOCTYPE) return NULL;
  const page_attr *a = &p->attrs[n->attr + (which == 2)];
  return a->value == PAGE_NONE ? NULL : page_attr_value(p, a, size);
}
