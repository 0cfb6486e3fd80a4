/* page_builder.c: the linked working tree that the front ends feed. */
#include "page_builder.h"

#include <stdlib.h>
#include <string.h>

/* Room for what a page of this size mostly has, so that little is copied in growing;
   what is too much the layout gives back. Without memory it grows later, or fails. */
static void reserve(page_builder *b, size_t size) {
  b->nodes.items = array_grow(NULL, &b->nodes.capacity, size / 64 + 16, sizeof *b->nodes.items);
  b->attrs.items = array_grow(NULL, &b->attrs.capacity, size / 64 + 16, sizeof *b->attrs.items);
  b->pieces.items = array_grow(NULL, &b->pieces.capacity, size / 128 + 16, sizeof *b->pieces.items);
  buffer_reserve(&b->text, size - size / 4);
}

bool page_builder_init(page_builder *b, const source *s) {
  *b = (page_builder){.source = s};
  reserve(b, s->size);
  page_builder_node(b, NODE_DOCUMENT, 0);
  b->failed = b->failed || b->text.failed;
  return !b->failed;
}

void page_builder_free(page_builder *b) {
  free(b->nodes.items);
  free(b->links.items);
  free(b->attrs.items);
  free(b->pieces.items);
  free(b->notices.items);
  buffer_free(&b->text);
  *b = (page_builder){.failed = true};
}

static const builder_link no_links = {PAGE_NONE, PAGE_NONE, PAGE_NONE, PAGE_NONE};

/* Makes room for one more node. */
static bool grow_nodes(page_builder *b) {
  void *grown = array_grow(b->nodes.items, &b->nodes.capacity, (size_t)b->nodes.count + 1, sizeof *b->nodes.items);
  if (grown) b->nodes.items = grown;
  return grown;
}

uint32_t page_builder_node(page_builder *b, node_kind kind, uint32_t position) {
  builder_link *links = b->moved ? builder_links_push(&b->links) : NULL;
  if ((b->moved && !links) || (b->nodes.count == b->nodes.capacity && !grow_nodes(b))) {
    b->failed = true;
    return 0;
  }
  span here = {position, position};
  b->nodes.items[b->nodes.count] = (page_node){.kind = (uint8_t)kind, .name = PAGE_NONE, .parent = PAGE_NONE,
                                               .attr = PAGE_NONE, .tag = here, .close = here, .extent = here};
  if (links) *links = no_links;
  return b->nodes.count++;
}

/* Makes room for `count` more attributes. */
static bool room_for_attrs(page_builder *b, uint32_t count) {
  if (count <= b->attrs.capacity - b->attrs.count) return true;
  void *grown = array_grow(b->attrs.items, &b->attrs.capacity, (size_t)b->attrs.count + count, sizeof *b->attrs.items);
  if (grown) b->attrs.items = grown;
  else b->failed = true;
  return grown;
}

uint32_t page_builder_attrs(page_builder *b, const page_attr *attrs, uint32_t count) {
  uint32_t first = b->attrs.count;
  if (!count) return PAGE_NONE;
  if (!attrs || attrs != b->attrs.items + first) {
    if (!room_for_attrs(b, count)) return PAGE_NONE;
    memcpy(b->attrs.items + first, attrs, count * sizeof *attrs);
  }
  b->attrs.count += count;
  b->attrs.items[b->attrs.count - 1].flags |= ATTR_LAST;
  return first;
}

void page_builder_data(page_builder *b, uint32_t node, const page_attr *value) {
  page_node *n = &b->nodes.items[node];
  if (!node) return;
  if (n->kind == NODE_COMMENT) {
    n->attr = value->value;
    n->name = value->value_size;
    n->flags |= value->flags & ATTR_DECODED ? NODE_DECODED : 0;
    return;
  }
  uint32_t index = page_builder_attrs(b, value, 1);
  if (n->attr == PAGE_NONE) n->attr = index;
}

/* Makes a node a child of the place. */
static void link_node(page_builder *b, builder_place place, uint32_t node) {
  builder_link *links = b->links.items, *parent = &links[place.parent];
  uint32_t previous = place.before == PAGE_NONE ? parent->last : links[place.before].previous;
  b->nodes.items[node].parent = place.parent;
  links[node].next = place.before;
  links[node].previous = previous;
  if (previous == PAGE_NONE) parent->first = node;
  else links[previous].next = node;
  if (place.before == PAGE_NONE) parent->last = node;
  else links[place.before].previous = node;
}

bool page_builder_link(page_builder *b) {
  if (b->moved) return true;
  uint32_t count = b->nodes.count;
  b->links.items = b->failed ? NULL : array_grow(NULL, &b->links.capacity, b->nodes.capacity, sizeof no_links);
  if (!b->links.items) {
    b->failed = true;
    return false;
  }
  for (uint32_t i = 0; i < count; i++) {
    b->links.items[i] = no_links;
    if (b->nodes.items[i].kind == NODE_TEXT) b->links.items[i].last = i;
  }
  b->links.count = count;
  for (uint32_t i = 1; i <= b->placed; i++)
    link_node(b, (builder_place){b->nodes.items[i].parent, PAGE_NONE}, i);
  b->moved = true;
  return true;
}

/* Whether a place is right behind the node placed last: at the end of it, or of what is around it.
   What this climbs out of is closed for good, so all climbs take linear time. */
static inline bool is_next(const page_builder *b, builder_place place) {
  if (b->moved || place.before != PAGE_NONE) return false;
  uint32_t at = b->placed;
  while (at != place.parent && at != PAGE_NONE) at = b->nodes.items[at].parent;
  return at != PAGE_NONE;
}

/* Puts a node into a place, which is_next has told of. */
static inline void put_node(page_builder *b, builder_place place, uint32_t node, bool next) {
  if (next && !b->moved && node == b->placed + 1) {
    b->nodes.items[node].parent = place.parent;
    b->placed = node;
  } else if (page_builder_link(b)) {
    link_node(b, place, node);
  }
}

void page_builder_insert(page_builder *b, builder_place place, uint32_t node) {
  if (node) put_node(b, place, node, is_next(b, place));
}

void page_builder_remove(page_builder *b, uint32_t node) {
  page_node *n = &b->nodes.items[node];
  if (!node || n->parent == PAGE_NONE || !page_builder_link(b)) return;
  builder_link *links = b->links.items, *parent = &links[n->parent];
  uint32_t previous = links[node].previous, next = links[node].next;
  if (previous == PAGE_NONE) parent->first = next;
  else links[previous].next = next;
  if (next == PAGE_NONE) parent->last = previous;
  else links[next].previous = previous;
  n->parent = links[node].next = links[node].previous = PAGE_NONE;
}

void page_builder_move_children(page_builder *b, uint32_t from, uint32_t to) {
  uint32_t first = builder_first_child(b, from);
  if (!to || first == PAGE_NONE || !page_builder_link(b)) return;
  builder_link *links = b->links.items, *old = &links[from], *parent = &links[to];
  for (uint32_t child = first; child != PAGE_NONE; child = links[child].next)
    b->nodes.items[child].parent = to;
  links[first].previous = parent->last;
  if (parent->last == PAGE_NONE) parent->first = first;
  else links[parent->last].next = first;
  parent->last = old->last;
  old->first = old->last = PAGE_NONE;
}

uint32_t page_builder_following(page_builder *b, uint32_t node, uint32_t root) {
  uint32_t child = builder_first_child(b, node);
  if (child != PAGE_NONE && b->nodes.items[node].kind != NODE_TEXT) return child;
  while (node != root) {
    uint32_t next = builder_next(b, node);
    if (next != PAGE_NONE) return next;
    node = builder_parent(b, node);
  }
  return PAGE_NONE;
}

static uint32_t piece_end(const text_piece *piece) {
  return piece->start + piece->size;
}

/* Whether the run's last piece goes on with this text. */
static bool joins(const page_builder *b, const builder_run *run, span markup, bool verbatim) {
  if (!verbatim || run->pieces.start == run->pieces.stop) return false;
  const text_piece *last = &b->pieces.items[run->pieces.stop - 1];
  return last->verbatim && piece_end(last) == markup.start;
}

/* Appends characters to the text, and what piece they are: its number, PAGE_NONE when memory is out. */
static inline uint32_t new_piece(page_builder *b, const char *text, uint32_t size, span markup, bool verbatim) {
  uint32_t at = (uint32_t)b->text.size;
  bool fits = b->text.size + size <= UINT32_MAX - 1 && buffer_append(&b->text, text, size);
  text_piece *piece = fits ? builder_pieces_push(&b->pieces) : NULL;
  if (!piece) {
    b->failed = true;
    return PAGE_NONE;
  }
  *piece = (text_piece){at, markup.start, (markup.stop - markup.start) & PIECE_SIZE_MAX, verbatim};
  return b->pieces.count - 1;
}

void page_builder_run(page_builder *b, builder_run *run, const char *text, uint32_t size,
                      span markup, bool verbatim) {
  if (run->pieces.start == run->pieces.stop) {
    run->pieces = (span){b->pieces.count, b->pieces.count};
    run->text = (span){(uint32_t)b->text.size, (uint32_t)b->text.size};
  }
  bool joined = joins(b, run, markup, verbatim);
  if (new_piece(b, text, size, markup, verbatim) == PAGE_NONE) return;
  run->text.stop += size;
  run->pieces.stop++;
  if (!joined) return;
  b->pieces.count--;
  run->pieces.stop--;
  b->pieces.items[run->pieces.stop - 1].size += (markup.stop - markup.start) & PIECE_SIZE_MAX;
}

/* The place's text node, if one stands right before it. */
static inline uint32_t text_before(page_builder *b, builder_place place, bool next) {
  uint32_t previous = b->placed;
  if (next) {
    if (b->nodes.items[previous].parent != place.parent) return 0; /* an element is, or nothing */
  } else {
    if (!page_builder_link(b)) return 0;
    const builder_link *links = b->links.items;
    previous = place.before == PAGE_NONE ? links[place.parent].last : links[place.before].previous;
  }
  return previous != PAGE_NONE && b->nodes.items[previous].kind == NODE_TEXT ? previous : 0;
}

/* The node that holds a text node's last run. */
static uint32_t last_run(const page_builder *b, uint32_t node) {
  return b->moved ? b->links.items[node].last : node;
}

/* From where a run's first piece begins in the markup to where its last one ends. */
static span run_markup(const page_builder *b, const builder_run *run) {
  const text_piece *pieces = b->pieces.items;
  return (span){pieces[run->pieces.start].start, piece_end(&pieces[run->pieces.stop - 1])};
}

static inline uint32_t text_node(page_builder *b, const builder_run *run) {
  if (run->pieces.start != b->pieced && !page_builder_link(b)) return 0;
  uint32_t node = page_builder_node(b, NODE_TEXT, 0);
  if (!node) return 0;
  page_node *n = &b->nodes.items[node];
  n->tag = run->pieces;
  n->close = run->text;
  n->extent = run_markup(b, run);
  if (b->moved) b->links.items[node].last = node;
  b->pieced = run->pieces.stop;
  return node;
}

/* Joins the run to the last one of a text node. Its first piece may go on where
   the last one ended. */
static void extend_run(page_builder *b, page_node *last, const builder_run *run) {
  text_piece *first = &b->pieces.items[run->pieces.start];
  if (first[-1].verbatim && first->verbatim && piece_end(&first[-1]) == first->start) {
    first[-1].size += first->size & PIECE_SIZE_MAX;
    b->pieces.count--;
    memmove(first, first + 1, (b->pieces.count - run->pieces.start) * sizeof *first);
    last->tag.stop = run->pieces.stop - 1;
  } else {
    last->tag.stop = run->pieces.stop;
  }
  last->close.stop = run->text.stop;
  b->pieced = last->tag.stop;
}

/* Joins the run to a text node. */
static bool extend_text(page_builder *b, uint32_t node, const builder_run *run) {
  page_node *last = &b->nodes.items[last_run(b, node)];
  span markup = run_markup(b, run);
  if (last->tag.stop == run->pieces.start && run->pieces.stop == b->pieces.count) {
    extend_run(b, last, run);
  } else {
    uint32_t more = page_builder_link(b) ? text_node(b, run) : 0;
    if (!more) return false;
    b->nodes.items[last_run(b, node)].attr = more;
    b->links.items[node].last = more;
  }
  page_node *n = &b->nodes.items[node];
  if (markup.start < n->extent.start) n->extent.start = markup.start;
  if (markup.stop > n->extent.stop) n->extent.stop = markup.stop;
  return true;
}

/* The text node that a run, not empty, has become or was joined to, or 0. */
static inline uint32_t put_run(page_builder *b, builder_place place, const builder_run *run) {
  bool next = is_next(b, place);
  uint32_t node = text_before(b, place, next);
  if (node) return extend_text(b, node, run) ? node : 0;
  node = text_node(b, run);
  if (node) put_node(b, place, node, next);
  return node;
}

uint32_t page_builder_text(page_builder *b, builder_place place, builder_run *run) {
  if (b->failed || run->pieces.start == run->pieces.stop) return 0;
  uint32_t node = put_run(b, place, run);
  if (node) *run = (builder_run){{0, 0}, {0, 0}};
  return node;
}

uint32_t page_builder_characters(page_builder *b, builder_place place, const char *text, uint32_t size,
                                 span markup, bool verbatim) {
  uint32_t piece = b->failed ? PAGE_NONE : new_piece(b, text, size, markup, verbatim);
  uint32_t stop = (uint32_t)b->text.size;
  return piece == PAGE_NONE ? 0 : put_run(b, place, &(builder_run){{piece, piece + 1}, {stop - size, stop}});
}

/* How many nodes and runs a subtree has, counted up to `limit`. */
static uint32_t subtree_cost(page_builder *b, uint32_t root, uint32_t limit) {
  uint32_t cost = 0;
  for (uint32_t n = root; n != PAGE_NONE && cost <= limit; n = page_builder_following(b, n, root)) {
    cost++;
    if (b->nodes.items[n].kind != NODE_TEXT) continue;
    for (uint32_t r = n; r != PAGE_NONE; r = b->nodes.items[r].attr)
      cost += b->nodes.items[r].tag.stop - b->nodes.items[r].tag.start
            + (b->nodes.items[r].close.stop - b->nodes.items[r].close.start) / 64;
  }
  return cost;
}

/* Copies a text node's characters, as pieces of their own, to the place. */
static void clone_text(page_builder *b, builder_place place, uint32_t node) {
  builder_run copy = {{0, 0}, {0, 0}};
  for (uint32_t r = node; r != PAGE_NONE && !b->failed; r = b->nodes.items[r].attr) {
    span pieces = b->nodes.items[r].tag, text = b->nodes.items[r].close;
    for (uint32_t i = pieces.start; i < pieces.stop; i++) {
      text_piece p = b->pieces.items[i];
      uint32_t stop = i + 1 < pieces.stop ? b->pieces.items[i + 1].text : text.stop;
      if (!buffer_reserve(&b->text, stop - p.text)) break; /* so that the bytes stay where they are */
      page_builder_run(b, &copy, b->text.data + p.text, stop - p.text, (span){p.start, piece_end(&p)},
                       p.verbatim);
    }
  }
  b->failed = b->failed || b->text.failed;
  uint32_t made = page_builder_text(b, place, &copy);
  b->nodes.items[made].flags |= made ? NODE_CLONE : 0;
}

static uint32_t clone_node(page_builder *b, builder_place place, uint32_t node) {
  uint32_t made = page_builder_node(b, (node_kind)b->nodes.items[node].kind, 0);
  page_node *to = &b->nodes.items[made];
  const page_node *from = &b->nodes.items[node];
  if (!made) return 0;
  to->space = from->space;
  to->flags = (uint16_t)(NODE_CLONE | (from->kind == NODE_ELEMENT ? NODE_UNCLOSED : 0)
                         | (from->flags & (NODE_SELF_CLOSING | NODE_DECODED)));
  to->name = from->name;
  to->attr = from->attr;
  span here = {from->extent.start, from->extent.start};
  to->tag = to->close = here;
  to->extent = from->extent;
  page_builder_insert(b, place, made);
  return made;
}

bool page_builder_clone(page_builder *b, builder_place place, uint32_t node, uint32_t *budget) {
  uint32_t cost = subtree_cost(b, node, *budget);
  if (cost > *budget) return false;
  *budget -= cost;
  uint32_t root = node;
  while (node != PAGE_NONE && !b->failed) {
    bool text = b->nodes.items[node].kind == NODE_TEXT;
    uint32_t made = 0;
    if (text) clone_text(b, place, node);
    else made = clone_node(b, place, node);
    if (b->failed) break;
    uint32_t child = text ? PAGE_NONE : builder_first_child(b, node);
    if (child != PAGE_NONE) {
      place = (builder_place){made, PAGE_NONE};
      node = child;
      continue;
    }
    while (node != root && builder_next(b, node) == PAGE_NONE) {
      node = builder_parent(b, node);
      place = (builder_place){builder_parent(b, place.parent), PAGE_NONE};
    }
    node = node == root ? PAGE_NONE : builder_next(b, node);
  }
  return true;
}

void page_builder_notice(page_builder *b, const char *code, uint32_t position) {
  for (uint32_t i = 0; i < b->notices.count; i++)
    if (!strcmp(b->notices.items[i].code, code)) {
      b->notices.items[i].count++;
      return;
    }
  page_notice *n = builder_notices_push(&b->notices);
  if (n) *n = (page_notice){code, position, 1};
  else b->failed = true;
}
