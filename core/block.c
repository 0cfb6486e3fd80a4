/* block.c: the text blocks of a page, found in one pass over its rows. Text belongs
   to the block before it as long as no block-level element began or ended since and
   no br stood there. */
#include "block.h"

#include <stdlib.h>

#include "html_names.h"
#include "text.h"

/* The pass. What holds for a subtree is kept as the row where it stops to hold. */
typedef struct finder {
  const page *page;
  block_list *out;
  uint32_t hidden_until; /* rows before it are in a hidden element */
  uint32_t block_until;  /* ... in the open block's element, none of another block since */
  bool open;             /* the last block of `out` may go on */
  known_values classes;  /* whether they hide what bears them */
} finder;

static block *block_push(block_list *list) {
  if (list->count == list->capacity) {
    void *grown = list->failed ? NULL
      : array_grow(list->items, &list->capacity, (size_t)list->count + 1, sizeof(block));
    if (!grown) {
      list->failed = true;
      return NULL;
    }
    list->items = grown;
  }
  block *b = &list->items[list->count++];
  *b = (block){0};
  return b;
}

static uint32_t block_element(const page *p, uint32_t row) {
  while (row && !text_is_block(p, row)) row = p->nodes[row].parent;
  return row;
}

static block *block_begin(finder *f, uint32_t row, span text) {
  block *b = block_push(f->out);
  if (!b) return NULL;
  b->node = block_element(f->page, row);
  b->first = row;
  b->text = text;
  b->flags = BLOCK_HIDDEN; /* until a text in it is shown */
  f->block_until = f->page->nodes[b->node].end;
  f->open = true;
  return b;
}

static void take_text(finder *f, uint32_t row) {
  const page *p = f->page;
  span text = text_trim_node(p, row);
  if (text.start == text.stop) return;
  bool goes_on = f->open && row < f->block_until;
  block *b = goes_on ? &f->out->items[f->out->count - 1] : block_begin(f, row, text);
  if (!b) return;
  b->text.stop = text.stop;
  b->last = row;
  if (row >= f->hidden_until) b->flags &= ~(uint32_t)BLOCK_HIDDEN;
}

static bool holds_text(const page *p, uint32_t row) {
  span text = page_text_range(p, row);
  return text.start < text.stop;
}

static void take_element(finder *f, uint32_t row) {
  const page *p = f->page;
  const page_node *n = &p->nodes[row];
  if (text_is_block(p, row) || page_is_html(p, row, NAME_BR)) f->open = false;
  if (row >= f->hidden_until && holds_text(p, row) && element_is_hidden(p, row, &f->classes)) f->hidden_until = n->end;
}

status blocks_find(const page *p, block_list *out) {
  finder f = {.page = p, .out = out};
  for (uint32_t row = 0; row < p->node_count; row++) {
    const page_node *n = &p->nodes[row];
    if (n->kind == NODE_ELEMENT) take_element(&f, row);
    else if (n->flags & NODE_PAGE_TEXT) take_text(&f, row);
  }
  return out->failed ? STATUS_MEMORY : STATUS_OK;
}

void blocks_free(block_list *b) {
  free(b->items);
  *b = (block_list){0};
}
