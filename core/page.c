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
  for (const page_attr *a = page_attrs(p, n); a; a = page_attr_after(a))
    if (a->name == name && !a->space) return a;
  return NULL;
}

uint32_t page_attr_count(const page_attr *a) {
  uint32_t count = 0;
  for (; a; a = page_attr_after(a)) count++;
  return count;
}

const char *page_attr_value(const page *p, const page_attr *a, size_t *size) {
  *size = a->value_size;
  const char *bytes = a->flags & ATTR_DECODED ? p->strings : p->source->text;
  return bytes ? bytes + a->value : "";
}

/* A comment's text stands where `attr` says, `name` bytes long. A doctype has two pseudo
   attributes, its public and its system id, PAGE_NONE for none. */
const char *page_data(const page *p, uint32_t row, int which, size_t *size) {
  const page_node *n = &p->nodes[row];
  *size = 0;
  if (n->kind == NODE_COMMENT) {
    *size = n->name;
    const char *bytes = n->flags & NODE_DECODED ? p->strings : p->source->text;
    return bytes ? bytes + n->attr : "";
  }
  if (n->kind != NODE_DOCTYPE) return NULL;
  const page_attr *a = &p->attrs[n->attr + (which == 2)];
  return a->value == PAGE_NONE ? NULL : page_attr_value(p, a, size);
}

uint32_t page_piece_count(const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  return n->attr == PAGE_NONE ? 1 : page_piece_at(p, row, page_text_range(p, row).stop - 1) + 1;
}

piece_view page_piece(const page *p, uint32_t row, uint32_t number) {
  const page_node *n = &p->nodes[row];
  span range = page_text_range(p, row);
  if (n->attr == PAGE_NONE) return (piece_view){range, n->extent, true};
  uint32_t at = n->attr + number, next = at + 1;
  uint32_t stop = next < p->piece_count && p->pieces[next].text < range.stop ? p->pieces[next].text : range.stop;
  const text_piece *piece = &p->pieces[at];
  return (piece_view){{piece->text, stop}, {piece->start, piece->start + piece->size}, piece->verbatim};
}

/* The pieces of all text nodes ascend together. */
uint32_t page_piece_at(const page *p, uint32_t row, uint32_t text) {
  uint32_t first = p->nodes[row].attr, low = first, high = p->piece_count;
  if (first == PAGE_NONE) return 0;
  if (first + 1 >= p->piece_count || p->pieces[first + 1].text > text) return 0; /* mostly so */
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (p->pieces[middle].text <= text) low = middle;
    else high = middle;
  }
  return low - first;
}
