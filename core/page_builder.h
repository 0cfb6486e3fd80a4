/* page_builder.h: a linked working tree that the front ends feed, and its layout
   into the flat arrays of page.h. Nodes are numbered as they are made; the layout
   keeps that numbering where it is document order already, as it mostly is.

   The working tree is made of page_node and, once a node was put elsewhere than behind all
   that stand there, for each its links: before, numbers and parents tell the same. In a text
   node, which is made of runs of pieces, some fields mean something else until the layout:
     tag          its first run of pieces     close       the characters of that run
     attr         the node that holds its next run, or PAGE_NONE (it then has one)
     links.last   the node that holds its last run (itself while it has one) */
#ifndef GALLEY_PAGE_BUILDER_H
#define GALLEY_PAGE_BUILDER_H

#include "buffer.h"
#include "page.h"

#pragma GCC visibility push(hidden)

/* Flags of nodes that only a front end uses; the layout clears them. */
enum builder_flag {
  BUILDER_OPEN = 1 << 15 /* on the stack of open elements */
};

/* A node's neighbours, or PAGE_NONE. */
typedef struct builder_link {
  uint32_t first, last; /* children */
  uint32_t previous, next;
} builder_link;

ARRAY_OF(page_node, builder_nodes);
ARRAY_OF(builder_link, builder_links);
ARRAY_OF(text_piece, builder_pieces);
ARRAY_OF(page_notice, builder_notices);

typedef struct page_builder {
  const source *source;
  builder_nodes nodes;
  builder_links links; /* as many as nodes, or none: see page_builder_link */
  attr_list attrs;
  builder_pieces pieces;
  buffer text;
  builder_notices notices;
  bool quirks;
  bool failed; /* sticky: memory or numbers ran out */
  /* As long as nodes are put one after the other behind all that stand there, they and their text
     need neither links nor reordering. */
  bool moved;              /* something was put elsewhere, or taken away: there are links */
  uint32_t placed, pieced; /* till then: the node placed last; the end of the pieces in nodes */
} page_builder;

/* Where a node goes: as a child of `parent`, before `before` or at the end
   (PAGE_NONE). */
typedef struct builder_place {
  uint32_t parent, before;
} builder_place;

/* Characters that stand in the builder but in no text node yet. */
typedef struct builder_run {
  span pieces, text;
} builder_run;

/* Begins with the document, node 0. False when memory is out. */
bool page_builder_init(page_builder *b, const source *s);
void page_builder_free(page_builder *b);

/* A new node in no place, with an empty extent at the markup offset. 0, which no
   other function below acts on, when memory is out. */
uint32_t page_builder_node(page_builder *b, node_kind kind, uint32_t position);
/* Copies an element's attributes, or keeps them where they stand behind the end of `b->attrs` already;
   the index of the first, PAGE_NONE for none. */
uint32_t page_builder_attrs(page_builder *b, const page_attr *attrs, uint32_t count);
/* A comment's text, or a doctype's ids in order, as page_data reads them. */
void page_builder_data(page_builder *b, uint32_t node, const page_attr *value);

void page_builder_insert(page_builder *b, builder_place place, uint32_t node);
/* Takes a node with its subtree out of the tree. */
void page_builder_remove(page_builder *b, uint32_t node);
/* Moves all children of one node behind those of another. */
void page_builder_move_children(page_builder *b, uint32_t from, uint32_t to);

/* Appends characters to a run, which must be the last one that grew (or empty). */
void page_builder_run(page_builder *b, builder_run *run, const char *text, uint32_t size,
                      span markup, bool verbatim);
/* Puts a run into the text node before the place, or into a new one there; that
   node, or 0. The run is then empty. */
uint32_t page_builder_text(page_builder *b, builder_place place, builder_run *run);
/* The same for characters by themselves. */
uint32_t page_builder_characters(page_builder *b, builder_place place, const char *text, uint32_t size,
                                 span markup, bool verbatim);
/* Puts a copy of a subtree at the place, every node of it marked as a clone; at most
   `*budget` nodes and runs, which goes down by those used. False: it was not enough,
   and nothing was copied. */
bool page_builder_clone(page_builder *b, builder_place place, uint32_t node, uint32_t *budget);

/* Counts a notice; `code` is static. */
void page_builder_notice(page_builder *b, const char *code, uint32_t position);

/* Lays the tree out. Takes over `s`, the names and the strings, and frees the rest of
   the builder, in any case; NULL with STATUS_MEMORY. */
page *page_builder_finish(page_builder *b, source *s, name_table *names, buffer *strings,
                          fault *error);

/* Makes the links and notes that something may be moved. False when memory is out. */
bool page_builder_link(page_builder *b);

/* A node's neighbours, or PAGE_NONE. */
static inline uint32_t builder_first_child(const page_builder *b, uint32_t node) {
  if (b->moved) return b->links.items[node].first;
  return node < b->placed && b->nodes.items[node + 1].parent == node ? node + 1 : PAGE_NONE;
}
static inline uint32_t builder_last_child(page_builder *b, uint32_t node) {
  return page_builder_link(b) ? b->links.items[node].last : PAGE_NONE;
}
static inline uint32_t builder_next(page_builder *b, uint32_t node) {
  return page_builder_link(b) ? b->links.items[node].next : PAGE_NONE;
}
static inline uint32_t builder_parent(const page_builder *b, uint32_t node) {
  return b->nodes.items[node].parent;
}
/* The node that follows in document order inside the subtree of `root`, or PAGE_NONE. */
uint32_t page_builder_following(page_builder *b, uint32_t node, uint32_t root);

#pragma GCC visibility pop

#endif
