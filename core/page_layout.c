/* page_layout.c: the working tree of page_builder.h -> the flat arrays of page.h.
   Where nothing was moved, the nodes are in document order as they were made and
   stay where they are; else nodes, pieces and text are copied into that order. */
#include <stdlib.h>
#include <string.h>

#include "page_builder.h"

/* Whether nodes and text stand in document order already, though some were moved. */
static bool is_in_order(page_builder *b) {
  uint32_t expected = 0, piece = 0;
  for (uint32_t n = 0; n != PAGE_NONE; n = page_builder_following(b, n, 0)) {
    if (n != expected++) return false;
    const page_node *node = &b->nodes.items[n];
    if (node->kind != NODE_TEXT) continue;
    if (node->attr != PAGE_NONE || node->tag.start != piece) return false;
    piece = node->tag.stop;
  }
  return expected == b->nodes.count && piece == b->pieces.count;
}

static bool in_order(page_builder *b) {
  bool all = !b->moved && b->placed + 1 == b->nodes.count && b->pieced == b->pieces.count;
  return all || is_in_order(b);
}

/* Copies one run of pieces with its characters to the end of `to`. */
static void copy_run(const page_builder *b, const page_node *run, page_builder *to) {
  for (uint32_t i = run->tag.start; i < run->tag.stop; i++) {
    text_piece *piece = builder_pieces_push(&to->pieces);
    if (!piece) break;
    *piece = b->pieces.items[i];
    piece->text = piece->text - run->close.start + (uint32_t)to->text.size;
  }
  buffer_append(&to->text, b->text.data + run->close.start, run->close.stop - run->close.start);
}

/* Copies a node to the end of `to`; its children find their new parent through
   what was its previous sibling. */
static void copy_node(page_builder *b, uint32_t n, page_builder *to) {
  page_node *from = &b->nodes.items[n], *copy = builder_nodes_push(&to->nodes);
  if (!copy) return;
  *copy = *from;
  b->links.items[n].previous = to->nodes.count - 1;
  if (from->parent != PAGE_NONE) copy->parent = b->links.items[from->parent].previous;
  if (from->kind != NODE_TEXT) return;
  copy->tag.start = to->pieces.count;
  copy->close.start = (uint32_t)to->text.size;
  for (uint32_t r = n; r != PAGE_NONE; r = b->nodes.items[r].attr)
    copy_run(b, &b->nodes.items[r], to);
  copy->tag.stop = to->pieces.count;
  copy->close.stop = (uint32_t)to->text.size;
}

static bool reorder(page_builder *b) {
  if (!page_builder_link(b)) return false;
  page_builder to = {.source = b->source};
  buffer_reserve(&to.text, b->text.size);
  for (uint32_t n = 0; n != PAGE_NONE; n = page_builder_following(b, n, 0)) {
    copy_node(b, n, &to);
    if (to.nodes.failed || to.pieces.failed || to.text.failed || to.text.size > UINT32_MAX) {
      page_builder_free(&to);
      return false;
    }
  }
  free(b->nodes.items);
  free(b->links.items);
  free(b->pieces.items);
  buffer_free(&b->text);
  b->nodes = to.nodes;
  b->links = (builder_links){0};
  b->pieces = to.pieces;
  b->text = to.text;
  return true;
}

/* Elements whose text is no page text: what is not in the body or not read there. */
static bool hides_text(const page_node *n) {
  if (n->kind != NODE_ELEMENT) return false;
  if (n->space != SPACE_HTML) return n->space != SPACE_XML;
  switch (n->name) {
  case NAME_SCRIPT: case NAME_STYLE: case NAME_NOSCRIPT: case NAME_TEMPLATE: case NAME_IFRAME:
  case NAME_OBJECT: case NAME_SELECT: case NAME_OPTION: case NAME_DATALIST: case NAME_TEXTAREA:
  case NAME_HEAD:
    return true;
  default:
    return false;
  }
}

/* What the working tree kept in a text's fields makes room for the page's. Its pieces go right
   before number `kept`; none where it is one verbatim piece. Returns where they begin. */
static uint32_t settle_text(page_builder *b, page_node *n, uint32_t kept) {
  uint32_t count = n->tag.stop - n->tag.start;
  const text_piece *pieces = b->pieces.items + n->tag.start;
  n->tag = (span){n->extent.start, n->extent.start};
  n->close = (span){n->extent.stop, n->extent.stop};
  n->flags |= NODE_PAGE_TEXT;
  n->attr = PAGE_NONE;
  if (count == 1 && pieces->verbatim) return kept;
  n->attr = kept - count;
  memmove(b->pieces.items + n->attr, pieces, count * sizeof *pieces);
  return n->attr;
}

/* The subtree of the parent ends no sooner than a node's, and its extent holds what stands in it. */
static void settle_parent(const page_node *n, page_node *parent) {
  span own = n->extent, all = parent->extent;
  parent->end = n->end > parent->end ? n->end : parent->end;
  if (n->flags & NODE_MOVED || (n->flags & NODE_CLONE && own.start == own.stop)) return;
  parent->extent.start = own.start < all.start ? own.start : all.start;
  parent->extent.stop = own.stop > all.stop ? own.stop : all.stop;
}

ARRAY_OF(uint32_t, row_list);

static void put_row(row_list *rows, uint32_t row) {
  uint32_t *last = row_list_push(rows);
  if (last) *last = row;
}

/* Backward: where the text of each row begins, ends of subtrees, extents. Gathers the rows that hide
   text and the texts that have pieces. Returns the number of the first of these pieces, which then
   are the last ones. */
static uint32_t settle_rows(page_builder *b, row_list *rows) {
  uint32_t text = (uint32_t)b->text.size, kept = b->pieces.count;
  for (uint32_t i = b->nodes.count; i-- > 0;) {
    page_node *n = &b->nodes.items[i];
    n->flags &= (uint16_t)~BUILDER_OPEN;
    n->end = n->end ? n->end : i + 1;
    if (n->kind == NODE_TEXT) {
      text = n->close.start;
      kept = settle_text(b, n, kept);
      if (n->attr != PAGE_NONE) put_row(rows, i);
    } else if (hides_text(n)) {
      put_row(rows, i);
    }
    n->text = text;
    if (i) settle_parent(n, &b->nodes.items[n->parent]);
  }
  return kept;
}

/* What stands in an element that hides its text is no page text. */
static void hide_texts(page_builder *b, const row_list *rows) {
  uint32_t hidden = 0; /* all before this row is done */
  for (uint32_t i = rows->count; i-- > 0;) {
    uint32_t row = rows->items[i], end = b->nodes.items[row].end;
    if (b->nodes.items[row].kind == NODE_TEXT || end <= hidden) continue;
    for (hidden = row + 1; hidden < end; hidden++) b->nodes.items[hidden].flags &= (uint16_t)~NODE_PAGE_TEXT;
  }
}

/* The pieces from `kept` on become the first. */
static void move_pieces(page_builder *b, const row_list *rows, uint32_t kept) {
  if (!kept) return;
  for (uint32_t i = 0; i < rows->count; i++) {
    page_node *n = &b->nodes.items[rows->items[i]];
    if (n->kind == NODE_TEXT) n->attr -= kept;
  }
  b->pieces.count -= kept;
  memmove(b->pieces.items, b->pieces.items + kept, b->pieces.count * sizeof *b->pieces.items);
}

/* The fields of the rows as the page has them, from those of the working tree. */
static bool settle(page_builder *b) {
  row_list rows = {0};
  uint32_t kept = settle_rows(b, &rows);
  hide_texts(b, &rows);
  move_pieces(b, &rows, kept);
  free(rows.items);
  return !rows.failed;
}

/* Gives back what doubling took too much of. */
static void *shrink(void *items, size_t size) {
  void *fitted = size ? realloc(items, size) : NULL;
  return fitted ? fitted : items;
}

static page *assemble(page_builder *b, page *p, name_table *names, buffer *strings) {
  free(b->links.items);
  p->nodes = shrink(b->nodes.items, b->nodes.count * sizeof *p->nodes);
  p->node_count = b->nodes.count;
  p->attrs = shrink(b->attrs.items, b->attrs.count * sizeof *p->attrs);
  p->attr_count = b->attrs.count;
  p->pieces = shrink(b->pieces.items, b->pieces.count * sizeof *p->pieces);
  p->piece_count = b->pieces.count;
  p->text = shrink(b->text.data, b->text.size);
  p->text_size = (uint32_t)b->text.size;
  p->strings = shrink(strings->data, strings->size);
  p->strings_size = (uint32_t)strings->size;
  p->names = *names;
  p->names.starts = shrink(names->starts, names->count * sizeof *names->starts);
  p->names.text.data = shrink(names->text.data, names->text.size);
  p->names.capacity = names->count;
  p->names.text.capacity = names->text.size;
  *names = (name_table){0};
  p->notices = b->notices.items;
  p->notice_count = b->notices.count;
  p->quirks = b->quirks;
  *b = (page_builder){.failed = true};
  *strings = (buffer){.data = NULL};
  return p;
}

page *page_builder_finish(page_builder *b, source *s, name_table *names, buffer *strings,
                          fault *error) {
  bool done = !b->failed && !names->failed && !strings->failed && (in_order(b) || reorder(b)) && settle(b);
  page *p = done ? calloc(1, sizeof *p) : NULL;
  if (!p) {
    *error = (fault){STATUS_MEMORY, "not enough memory", 0};
    page_builder_free(b);
    name_table_free(names);
    buffer_free(strings);
    source_free(s);
    return NULL;
  }
  p->source = s;
  return assemble(b, p, names, strings);
}
