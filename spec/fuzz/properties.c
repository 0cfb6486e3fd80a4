/* properties.c: the properties of rows, extents and text. What is in no token is
   judged in gaps.c. */
#include "properties.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "gaps.h"
#include "html_references.h"

#define HOLDS ((violation){NULL, 0, 0})

static violation broken(const char *what, uint32_t row, uint32_t position) {
  return (violation){what, row, position};
}

static bool within(span inner, span outer) {
  return inner.start >= outer.start && inner.stop <= outer.stop;
}

static bool is_range(span s, uint32_t size) {
  return s.start <= s.stop && s.stop <= size;
}

/* Rows */

static const char *row_fault(const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row];
  uint32_t size = p->source->size;
  if (n->end <= row || n->end > p->node_count) return "a subtree ends before it begins";
  if (!is_range(n->tag, size) || !is_range(n->close, size) || !is_range(n->extent, size))
    return "a span of a row leaves the markup";
  if (!is_range(page_text_range(p, row), p->text_size)) return "a row's text leaves the page's";
  if (row == 0) return n->kind == NODE_DOCUMENT && n->end == p->node_count ? NULL : "row 0 is not the document";
  if (n->parent >= row) return "a row stands before its parent";
  if (n->end > p->nodes[n->parent].end) return "a subtree leaves its parent's";
  if (!within(page_text_range(p, row), page_text_range(p, n->parent))) return "a row's text leaves its parent's";
  if (n->kind == NODE_ELEMENT && !*page_name(p, n->name)) return "an element has no name";
  return NULL;
}

static const char *extent_fault(const page *p, uint32_t row) {
  const page_node *n = &p->nodes[row], *parent = row ? &p->nodes[n->parent] : n;
  if (n->kind == NODE_ELEMENT && !(n->flags & NODE_CLONE)) {
    if (!within(n->tag, n->extent)) return "an extent does not hold its start tag";
    if (!within(n->close, n->extent)) return "an extent does not hold its end tag";
    if (n->flags & NODE_IMPLIED && n->tag.start != n->tag.stop) return "an implied element has a start tag";
    char first = p->source->text[n->tag.start]; /* "&lt;": HTML that stands in XML as text */
    if (!(n->flags & NODE_IMPLIED) && n->tag.stop - n->tag.start && first != '<' && first != '&')
      return "a start tag does not begin with <";
  }
  bool apart = n->flags & NODE_MOVED || (n->flags & NODE_CLONE && n->extent.start == n->extent.stop);
  if (row && !apart && !within(n->extent, parent->extent)) return "an extent does not hold what stands in it";
  return NULL;
}

static violation check_rows(const page *p) {
  if (!p->node_count) return broken("a page has no document", 0, 0);
  for (uint32_t row = 0; row < p->node_count; row++) {
    const char *what = row_fault(p, row);
    if (!what) what = extent_fault(p, row);
    if (what) return broken(what, row, p->nodes[row].extent.start);
  }
  return HOLDS;
}

/* Decoding anew */

/* What follows the character(s) at `at`, which are written to `out`. */
static const char *decode_one(const char *at, const char *end, bool attribute, char out[8], size_t *size) {
  size_t taken = *at == '&' ? html_reference(at, end, attribute, out, size) : 0;
  if (taken) return at + taken;
  if (*at == '\0') {
    memcpy(out, "\xEF\xBF\xBD", *size = 3);
    return at + 1;
  }
  *size = 1;
  *out = *at == '\r' ? '\n' : *at;
  return *at == '\r' && at + 1 < end && at[1] == '\n' ? at + 2 : at + 1;
}

/* Attributes */

static const char *value_fault(const page *p, const page_attr *a) {
  size_t size, one;
  const char *value = page_attr_value(p, a, &size), *stop = value + size;
  const char *at = p->source->text + a->value_span.start, *end = p->source->text + a->value_span.stop;
  if (!(a->flags & ATTR_DECODED))
    return size == (size_t)(end - at) && (!size || !memcmp(value, at, size)) ? NULL : "a verbatim value is not its bytes";
  while (at < end) {
    char out[8];
    at = decode_one(at, end, true, out, &one);
    if (one > (size_t)(stop - value) || memcmp(out, value, one) != 0) return "a value's bytes decode to something else";
    value += one;
  }
  return value == stop ? NULL : "a value's bytes decode to less";
}

static const char *attribute_fault(const page *p, const page_attr *a, unsigned properties) {
  uint64_t room = a->flags & ATTR_DECODED ? p->strings_size : p->source->size;
  if ((uint64_t)a->value + a->value_size > room) return "a value leaves the page";
  if (!is_range(a->name_span, p->source->size) || !is_range(a->value_span, p->source->size))
    return "a span of an attribute leaves the markup";
  return properties & PROPERTY_REFERENCES ? value_fault(p, a) : NULL;
}

static violation check_attributes(const page *p, unsigned properties) {
  uint32_t seen = 0; /* clones share their attributes with what they are copies of */
  for (uint32_t row = 0; row < p->node_count; row++) {
    const page_node *n = &p->nodes[row];
    if (n->kind != NODE_ELEMENT || n->attr == PAGE_NONE) continue;
    uint32_t stop = n->attr;
    while (stop < p->attr_count && !(p->attrs[stop++].flags & ATTR_LAST)) {}
    if (stop == n->attr || !(p->attrs[stop - 1].flags & ATTR_LAST)) return broken("attributes without a last one", row, 0);
    for (uint32_t i = n->attr < seen ? seen : n->attr; i < stop; i++) {
      const char *what = attribute_fault(p, &p->attrs[i], properties);
      if (what) return broken(what, row, p->attrs[i].name_span.start);
    }
    if (stop > seen) seen = stop;
  }
  return HOLDS;
}

/* Text */

static const char *substituted_fault(const page *p, const piece_view *piece, const char *text, size_t size) {
  const char *at = p->source->text + piece->markup.start, *end = p->source->text + piece->markup.stop;
  char out[8];
  size_t one = 0;
  if (at == end) return "a substituted piece stands nowhere";
  if (decode_one(at, end, false, out, &one) != end) return "a substituted piece is more than one character";
  return one == size && !memcmp(out, text, size) ? NULL : "a substituted piece decodes to something else";
}

static const char *piece_fault(const page *p, const piece_view *piece, unsigned properties) {
  uint32_t size = piece->text.stop - piece->text.start;
  span markup = piece->markup;
  if (piece->text.stop <= piece->text.start || piece->text.stop > p->text_size) return "pieces of text do not ascend";
  if (!is_range(markup, p->source->size)) return "a piece of text leaves the markup";
  const char *text = p->text + piece->text.start;
  if (!piece->verbatim) return properties & PROPERTY_REFERENCES ? substituted_fault(p, piece, text, size) : NULL;
  if (markup.stop - markup.start != size) return "a verbatim piece is as long as its bytes are not";
  return memcmp(p->source->text + markup.start, text, size) ? "a verbatim piece is not its bytes" : NULL;
}

/* The pieces of a text node follow each other, from its text's begin to its end, and none
   is another node's. */
static violation check_node_pieces(const page *p, uint32_t row, uint32_t *piece, unsigned properties) {
  const page_node *n = &p->nodes[row];
  span range = page_text_range(p, row);
  bool whole = n->attr == PAGE_NONE;
  uint32_t at = range.start, count = page_piece_count(p, row);
  if (!whole && n->attr != *piece) return broken("a piece is in two texts, or in none", row, n->extent.start);
  if (!whole && (*piece += count) > p->piece_count) return broken("a text's pieces are not there", row, n->extent.start);
  for (uint32_t i = 0; i < count; i++) {
    piece_view view = page_piece(p, row, i);
    const char *what = view.text.start == at ? piece_fault(p, &view, properties) : "text is in no piece";
    if (what) return broken(what, row, view.markup.start);
    if (page_piece_at(p, row, at) != i) return broken("a piece is not found", row, view.markup.start);
    at = view.text.stop;
  }
  return at == range.stop ? HOLDS : broken("a text's pieces do not end with it", row, n->extent.start);
}

static violation check_pieces(const page *p, unsigned properties) {
  uint32_t piece = 0;
  for (uint32_t row = 0; row < p->node_count; row++) {
    if (p->nodes[row].kind != NODE_TEXT) continue;
    violation v = check_node_pieces(p, row, &piece, properties);
    if (v.what) return v;
  }
  return piece == p->piece_count ? HOLDS : broken("a piece is in no text", 0, 0);
}

/* Each byte of markup that a text node has, once, clones left aside. */
static const char *claim_piece(uint8_t *taken, const page_node *n, span markup) {
  if (!within(markup, n->extent)) return "a text's extent does not hold its own text";
  bool clone = n->flags & NODE_CLONE;
  for (uint32_t at = markup.start; at < markup.stop; at++) {
    if (taken[at] == GAP_TEXT && !clone) return "a byte serves two texts";
    if (taken[at] != GAP_TEXT) taken[at] = clone ? GAP_MARKUP : GAP_TEXT;
  }
  return NULL;
}

static violation check_texts(const page *p, uint8_t *taken) {
  uint32_t text = 0;
  for (uint32_t row = 0; row < p->node_count; row++) {
    const page_node *n = &p->nodes[row];
    if (n->kind != NODE_TEXT) continue;
    span range = page_text_range(p, row);
    if (range.start != text || range.stop == text) return broken("texts do not follow each other", row, n->extent.start);
    for (uint32_t i = 0, count = page_piece_count(p, row); i < count; i++) {
      span markup = page_piece(p, row, i).markup;
      const char *what = claim_piece(taken, n, markup);
      if (what) return broken(what, row, markup.start);
    }
    text = range.stop;
  }
  return text == p->text_size ? HOLDS : broken("text is in no text node", 0, 0);
}

static violation check_with_map(const page *p, unsigned properties) {
  uint8_t *taken = calloc((size_t)p->source->size + 1, 1);
  if (!taken) abort();
  violation v = check_texts(p, taken);
  uint32_t position;
  if (!v.what && properties & PROPERTY_ACCOUNTED) {
    gaps_take_tags(p, taken);
    if (!gaps_are_markup(p, taken, &position)) v = broken("text is in no text node", 0, position);
  }
  free(taken);
  return v;
}

violation properties_check(const page *p, unsigned properties) {
  violation v = check_rows(p);
  if (!v.what) v = check_attributes(p, properties);
  if (!v.what) v = check_pieces(p, properties);
  if (!v.what) v = check_with_map(p, properties);
  return v;
}

/* Sources */

violation properties_check_source(const source *s, const char *bytes, size_t size) {
  uint32_t last = 0;
  if (s->given_size != size) return broken("a source forgets bytes", 0, 0);
  if (s->text[s->size] != '\0') return broken("no NUL follows the text", 0, s->size);
  for (uint32_t at = 0; at <= s->size; at++) {
    uint32_t given = source_offset(s, at);
    if (given < last || given > size) return broken("the map does not ascend", 0, at);
    bool ascii = at < s->size && (unsigned char)s->text[at] < 0x80;
    if (!s->runs && ascii && s->text[at] != bytes[given]) return broken("the text is not its bytes", 0, at);
    last = given;
  }
  span all = source_span(s, (span){0, s->size});
  return is_range(all, s->given_size) ? HOLDS : broken("a span leaves the bytes", 0, 0);
}

void properties_require(violation v) {
  if (!v.what) return;
  fprintf(stderr, "%s (row %u, markup offset %u)\n", v.what, v.row, v.position);
  abort();
}
