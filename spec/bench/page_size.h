/* page_size.h: the memory that a page keeps: its arrays, its source and the map back. */
#ifndef GALLEY_PAGE_SIZE_H
#define GALLEY_PAGE_SIZE_H

#include "page.h"

static inline size_t page_size(const page *p) {
  const source *s = p->source;
  size_t size = sizeof *p + sizeof *s + s->size + s->run_count * sizeof *s->runs;
  size += p->node_count * sizeof *p->nodes + p->attr_count * sizeof *p->attrs + p->piece_count * sizeof *p->pieces;
  size += p->text_size + p->strings_size + p->notice_count * sizeof *p->notices;
  return size + p->names.text.size + p->names.count * sizeof *p->names.starts
         + p->names.slot_count * sizeof *p->names.slots;
}

#endif
