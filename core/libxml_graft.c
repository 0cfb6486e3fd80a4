/* libxml_graft.c: HTML inside XML. Its text is parsed as a page of its own, the inner one;
   then each node is made anew in the outer builder, each offset mapped through the
   pieces of the text that it was: from inner markup to outer text to outer markup. */
#include "libxml_graft.h"

#include <stdlib.h>
#include <string.h>

#include "html.h"

typedef struct graft {
  follower *f;
  const page *inner;
  builder_run held;  /* the outer pieces and text that are the inner markup */
  uint32_t skipped;  /* a byte order mark at the front, which the inner page lacks */
  uint32_t *made;    /* by inner row: the outer node */
} graft;

/* From inner markup to outer markup */

/* Where an outer piece ends in the text. */
static uint32_t outer_stop(const graft *g, uint32_t i) {
  return i + 1 < g->held.pieces.stop ? g->f->builder.pieces.items[i + 1].text : g->held.text.stop;
}

/* The outer piece around a text offset. */
static uint32_t outer_piece(const graft *g, uint32_t text) {
  uint32_t low = g->held.pieces.start, high = g->held.pieces.stop;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (g->f->builder.pieces.items[middle].text <= text) low = middle;
    else high = middle;
  }
  return low;
}

static uint32_t outer_text(const graft *g, uint32_t inner) { return g->held.text.start + g->skipped + inner; }

static uint32_t map_start(const graft *g, uint32_t inner) {
  uint32_t text = outer_text(g, inner);
  const text_piece *p = &g->f->builder.pieces.items[outer_piece(g, text)];
  if (text >= g->held.text.stop) {
    const text_piece *last = &g->f->builder.pieces.items[g->held.pieces.stop - 1];
    return last->start + last->size;
  }
  return p->verbatim ? p->start + (text - p->text) : p->start;
}

static uint32_t map_stop(const graft *g, uint32_t inner) {
  uint32_t text = outer_text(g, inner) - 1;
  const text_piece *p = &g->f->builder.pieces.items[outer_piece(g, text)];
  return p->verbatim ? p->start + (text - p->text) + 1 : p->start + p->size;
}

static span map_span(const graft *g, span inner) {
  uint32_t start = map_start(g, inner.start);
  return (span){start, inner.stop > inner.start ? map_stop(g, inner.stop) : start};
}

/* The same for a span in an extent. Where it is empty it stands behind the character
   before it, from which the next may be far. */
static span map_within(const graft *g, span inner, span extent) {
  if (inner.stop > inner.start) return map_span(g, inner);
  uint32_t at = inner.start > extent.start ? map_stop(g, inner.start) : map_start(g, inner.start);
  return (span){at, at};
}

/* Text */

static void copy_piece(graft *g, builder_run *run, const char *text, uint32_t size, span markup, bool verbatim) {
  page_builder *b = &g->f->builder;
  if (!verbatim) {
    page_builder_run(b, run, text, size, map_span(g, markup), false);
    return;
  }
  while (size && !b->failed) {
    uint32_t at = outer_text(g, markup.start), i = outer_piece(g, at);
    uint32_t part = outer_stop(g, i) - at;
    if (part > size) part = size;
    text_piece outer = b->pieces.items[i];
    span place = map_span(g, (span){markup.start, markup.start + part});
    page_builder_run(b, run, text, part, place, outer.verbatim);
    text += part;
    size -= part;
    markup.start += part;
  }
}

static void copy_text(graft *g, uint32_t row, builder_place place) {
  const page *p = g->inner;
  const page_node *n = &p->nodes[row];
  builder_run run = {{0, 0}, {0, 0}};
  for (uint32_t i = 0, count = page_piece_count(p, row); i < count; i++) {
    piece_view piece = page_piece(p, row, i);
    copy_piece(g, &run, p->text + piece.text.start, piece.text.stop - piece.text.start, piece.markup, piece.verbatim);
  }
  uint32_t node = page_builder_text(&g->f->builder, place, &run);
  if (node) g->f->builder.nodes.items[node].flags |= n->flags & (NODE_RAW_TEXT | NODE_CLONE | NODE_MOVED);
}

/* Elements */

static uint32_t outer_name(graft *g, uint32_t name) {
  const char *text = page_name(g->inner, name);
  return name < HTML_NAME_COUNT ? name : name_table_intern(&g->f->names, text, strlen(text));
}

static void copy_attributes(graft *g, const page_node *from, uint32_t node) {
  follow_attrs attrs = {0};
  for (const page_attr *a = page_attrs(g->inner, from); a; a = page_attr_after(a)) {
    const char *name = page_name(g->inner, a->name);
    size_t size;
    const char *value = page_attr_value(g->inner, a, &size);
    follow_add_attribute(g->f, &attrs, name, (uint32_t)strlen(name), map_span(g, a->name_span),
                         map_span(g, a->value_span), value, (uint32_t)size);
    if (attrs.count) attrs.items[attrs.count - 1].space = a->space;
  }
  follow_set_attributes(g->f, node, &attrs);
  free(attrs.items);
}

static void copy_comment(graft *g, uint32_t row, uint32_t node) {
  size_t size;
  const char *text = page_data(g->inner, row, 0, &size);
  page_attr data = {.name = PAGE_NONE, .flags = ATTR_DECODED, .value = (uint32_t)g->f->strings.size,
                    .value_size = (uint32_t)size};
  if (g->f->strings.size + size > UINT32_MAX - 1) g->f->strings.failed = true;
  buffer_append(&g->f->strings, text, size);
  page_builder_data(&g->f->builder, node, &data);
}

static uint32_t copy_node(graft *g, uint32_t row, builder_place place) {
  const page_node *from = &g->inner->nodes[row];
  uint32_t node = page_builder_node(&g->f->builder, (node_kind)from->kind, 0);
  if (!node) return 0;
  page_node *to = &g->f->builder.nodes.items[node];
  to->space = from->space;
  to->flags = from->flags;
  to->tag = map_within(g, from->tag, from->extent);
  to->close = map_within(g, from->close, from->extent);
  to->extent = map_span(g, from->extent);
  page_builder_insert(&g->f->builder, place, node);
  if (from->kind == NODE_ELEMENT) {
    uint32_t name = outer_name(g, from->name);
    g->f->builder.nodes.items[node].name = name;
    copy_attributes(g, from, node);
  } else if (from->kind == NODE_COMMENT) {
    copy_comment(g, row, node);
  }
  return node;
}

/* Rows 0 and 1 are the inner document and the html element of the fragment, both of
   which the holder stands for. */
static void copy_rows(graft *g) {
  const page *p = g->inner;
  g->made[0] = follow_current(g->f);
  for (uint32_t row = 1; row < p->node_count && !g->f->builder.failed; row++) {
    const page_node *n = &p->nodes[row];
    builder_place place = {g->made[n->parent], PAGE_NONE};
    if (row == 1 && n->kind == NODE_ELEMENT) g->made[row] = g->made[0];
    else if (n->kind == NODE_TEXT) copy_text(g, row, place);
    else if (n->kind != NODE_DOCTYPE) g->made[row] = copy_node(g, row, place);
  }
  for (uint32_t i = 0; i < p->notice_count; i++)
    page_builder_notice(&g->f->builder, p->notices[i].code, map_start(g, p->notices[i].position));
}

static page *parse_inner(graft *g, const char *text, uint32_t size, fault *error) {
  source *s = source_new(text, size, "utf-8", SOURCE_HTML, error);
  if (!s) return NULL;
  g->skipped = s->bom;
  const html_options options = {.fragment = "div"};
  return html_parse(s, &options, error);
}

void libxml_graft(follower *f) {
  graft g = {.f = f, .held = f->held};
  fault error;
  f->held = (builder_run){{0, 0}, {0, 0}};
  f->holding = false;
  uint32_t size = g.held.text.stop - g.held.text.start;
  if (!size || f->builder.failed) return;
  page *inner = parse_inner(&g, f->builder.text.data + g.held.text.start, size, &error);
  g.inner = inner;
  g.made = inner ? calloc(inner->node_count, sizeof *g.made) : NULL;
  if (g.made) copy_rows(&g);
  else f->builder.failed = true;
  free(g.made);
  page_free(inner);
}
