/* page.c: reading a parsed page, and freeing it. */
#include "page.h"

#include <stdlib.h>
#include <string.h>

void page_free(page *p) {
  if (!p) return;
  name_table_free(&p->names);
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
  bool known = name < HTML_NAME_COUNT || name - HTML_NAME_COUNT < p->names.count;
  return known ? name_table_text(&p->names, name) : "";
}

uint32_t page_find_name(const page *p, const char *text, size_t size) {
  uint32_t name = html_name_find(text, size);
  if (name != HTML_NAME_UNKNOWN) return name;
  name = name_table_find_own(&p->names, text, size);
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

/* A comment's text stands where `attr` says, `attr_count` bytes long. A doctype has
   two pseudo attributes that attr_count does not count: its public and its system id,
   PAGE_NONE for none. */
const char *page_data(const page *p, uint32_t row, int which, size_t *size) {
  const page_node *n = &p->nodes[row];
  *size = 0;
  if (n->kind == NODE_COMMENT) {
    *size = n->attr_count;
    const char *bytes = n->flags & NODE_DECODED ? p->strings : p->source->text;
    return bytes ? bytes + n->attr : "";
  }
  if (n->kind != NODE_DOCTYPE) return NULL;
  const page_attr *a = &p->attrs[n->attr + (which == 2)];
  return a->value == PAGE_NONE ? NULL : page_attr_value(p, a, size);
}

piece_view page_piece(const page *p, uint32_t row, uint32_t number) {
  const page_node *n = &p->nodes[row];
  span range = page_text_range(p, row);
  if (!n->attr_count) return (piece_view){range, n->extent, true};
  const text_piece *piece = &p->pieces[n->attr + number];
  uint32_t stop = number + 1 < n->attr_count ? piece[1].text : range.stop;
  return (piece_view){{piece->text, stop}, {piece->start, piece->start + piece->size}, piece->verbatim};
}

uint32_t page_piece_at(const page *p, uint32_t row, uint32_t text) {
  const page_node *n = &p->nodes[row];
  uint32_t low = 0, high = page_piece_count(p, row);
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (p->pieces[n->attr + middle].text <= text) low = middle;
    else high = middle;
  }
  return low;
}
