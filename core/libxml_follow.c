/* libxml_follow.c: libxml2's events followed in the markup: tags, their attributes,
   comments and doctypes. Text: libxml_align.c. */
#include "libxml_follow.h"

#include <stdlib.h>
#include <string.h>

#include "html_tokenizer.h"
#include "libxml_compat.h"

/* Attributes in the markup */

bool follow_next_attribute(const char *bytes, uint32_t *at, uint32_t stop, span *name, span *value) {
  uint32_t i = *at;
  while (i < stop && (html_is(bytes[i], CLASS_SPACE) || bytes[i] == '/')) i++;
  if (i >= stop || bytes[i] == '>') return false;
  name->start = i;
  do i++;
  while (i < stop && !html_is(bytes[i], CLASS_SPACE) && !strchr("/>=", bytes[i]));
  name->stop = i;
  *value = (span){i, i};
  uint32_t equals = i;
  while (equals < stop && html_is(bytes[equals], CLASS_SPACE)) equals++;
  if (equals < stop && bytes[equals] == '=') {
    i = equals + 1;
    while (i < stop && html_is(bytes[i], CLASS_SPACE)) i++;
    char quote = i < stop && (bytes[i] == '"' || bytes[i] == '\'') ? bytes[i] : 0;
    if (quote) i++;
    value->start = i;
    while (i < stop && (quote ? bytes[i] != quote : !html_is(bytes[i], CLASS_SPACE) && bytes[i] != '>')) i++;
    value->stop = i;
    if (quote && i < stop) i++;
  }
  *at = i;
  return true;
}

/* The end of a start tag that begins at `at`, or `stop`. */
static uint32_t start_tag_stop(const char *bytes, uint32_t at, uint32_t stop, uint32_t *attributes) {
  span name, value;
  while (at < stop && !html_is(bytes[at], CLASS_SPACE) && bytes[at] != '>' && bytes[at] != '/') at++;
  while (follow_next_attribute(bytes, &at, stop, &name, &value)) ++*attributes;
  while (at < stop && bytes[at] != '>') at++;
  return at < stop ? at + 1 : stop;
}

/* Behind `word`, or `stop`. */
static uint32_t behind(const char *bytes, uint32_t at, uint32_t stop, const char *word) {
  uint32_t size = (uint32_t)strlen(word);
  while (at < stop) {
    const char *found = memchr(bytes + at, word[0], stop - at);
    if (!found) return stop;
    at = (uint32_t)(found - bytes);
    if (stop - at >= size && !memcmp(found, word, size)) return at + size;
    at++;
  }
  return stop;
}

static bool stands(const follower *f, uint32_t at, const char *word) {
  size_t size = strlen(word);
  return f->size - at >= size && !memcmp(f->bytes + at, word, size);
}

static bool is_no_end_tag(char first) {
  return !LIBXML_STANDARD_HTML && !html_is_letter(first) && (!first || !strchr("_:.", first));
}

uint32_t follow_markup_stop(const follower *f, uint32_t at, uint32_t stop) {
  uint32_t attributes = 0;
  if (stands(f, at, "<!--")) return behind(f->bytes, at + 4, stop, "-->");
  if (f->xml && stands(f, at, "<![CDATA[")) return behind(f->bytes, at + 9, stop, "]]>");
  if (f->xml && stands(f, at, "<?")) return behind(f->bytes, at + 2, stop, "?>");
  if (!f->xml && stands(f, at, "</") && is_no_end_tag(f->bytes[at + 2])) return at + 2;
  if (stands(f, at, "</") || stands(f, at, "<!") || stands(f, at, "<?"))
    return behind(f->bytes, at + 2, stop, ">");
  char first = f->bytes[at + 1]; /* the NUL behind the markup at the latest */
  bool name = html_is_letter(first) || (f->xml && (first == '_' || (unsigned char)first >= 0x80));
  return name ? start_tag_stop(f->bytes, at + 1, stop, &attributes) : at + 1;
}

uint32_t follow_tail(follower *f, uint32_t position) {
  if (f->tail.stop == position && f->tail.from == f->last) return f->tail.start;
  uint32_t at = f->last, start = PAGE_NONE;
  while (at < position) {
    const char *found = memchr(f->bytes + at, '<', position - at);
    if (!found) {
      start = PAGE_NONE;
      break;
    }
    start = (uint32_t)(found - f->bytes);
    at = follow_markup_stop(f, start, position);
  }
  f->tail.from = f->last;
  f->tail.stop = position;
  f->tail.start = start;
  return start;
}

static char lower(char c) {
  return c >= 'A' && c <= 'Z' ? (char)(c | 0x20) : c;
}

static bool is_name_byte(char c) {
  return html_is_letter(c) || (c >= '0' && c <= '9') || strchr(":-_.", c) || (unsigned char)c >= 0x80;
}

/* Whether the name stands at `at`, whole. */
static bool name_stands(const follower *f, uint32_t at, const char *name, uint32_t size) {
  if (at > f->size || f->size - at < size) return false;
  for (uint32_t i = 0; i < size; i++) {
    char c = f->bytes[at + i];
    if (c != name[i] && (f->xml || lower(c) != lower(name[i]))) return false;
  }
  char next = f->bytes[at + size];
  return !next || !is_name_byte(next);
}

/* The follower */

/* A start tag with more attributes than are allowed, or PAGE_NONE. */
static uint32_t wide_tag(const follower *f) {
  for (uint32_t at = 0; at < f->size;) {
    const char *found = memchr(f->bytes + at, '<', f->size - at);
    if (!found) break;
    uint32_t attributes = 0, start = (uint32_t)(found - f->bytes);
    at = html_is_letter(found[1]) ? start_tag_stop(f->bytes, start + 1, f->size, &attributes) : start + 1;
    if (attributes > FOLLOW_ATTRIBUTES) return start;
  }
  return PAGE_NONE;
}

/* A NUL would end the document. */
static bool replace_nuls(follower *f) {
  f->bytes = f->source->text;
  if (!memchr(f->bytes, '\0', f->size)) return true;
  f->copy = malloc((size_t)f->size + 1);
  if (!f->copy) return false;
  memcpy(f->copy, f->bytes, (size_t)f->size + 1);
  for (uint32_t i = 0; i < f->size; i++)
    if (!f->copy[i]) f->copy[i] = ' ';
  f->bytes = f->copy;
  return true;
}

static void follow_free(follower *f) {
  page_builder_free(&f->builder);
  name_table_free(&f->names);
  buffer_free(&f->strings);
  source_free(f->source);
  free(f->copy);
}

bool follow_begin(follower *f, source *s, bool xml, fault *error) {
  *f = (follower){.source = s, .size = s->size, .xml = xml, .tail = {1, 0, PAGE_NONE}};
  *error = (fault){STATUS_MEMORY, "not enough memory", 0};
  bool done = page_builder_init(&f->builder, s) && replace_nuls(f);
  uint32_t wide = done ? wide_tag(f) : PAGE_NONE;
  if (wide != PAGE_NONE)
    *error = (fault){STATUS_LIMIT, "a tag has too many attributes for libxml2", source_offset(s, wide)};
  if (done && wide == PAGE_NONE) return true;
  follow_free(f);
  return false;
}

page *follow_finish(follower *f, fault *error) {
  free(f->copy);
  f->copy = NULL;
  f->builder.failed = f->builder.failed || f->names.failed || f->strings.failed;
  return page_builder_finish(&f->builder, f->source, &f->names, &f->strings, error);
}

/* Elements */

static page_node *node_of(follower *f, uint32_t node) { return &f->builder.nodes.items[node]; }

uint32_t follow_current(const follower *f) {
  return f->depth ? f->open[f->depth - 1] : 0;
}

/* From the "<" to behind the ">" that `position` is before, if only by a "/". */
static span tag_at(const follower *f, uint32_t start, uint32_t position) {
  const char *at = f->bytes + position; /* a NUL at the latest */
  uint32_t more = *at == '>' ? 1 : at[0] == '/' && at[1] == '>' ? 2 : 0;
  return (span){start, position + more};
}

span follow_tag(follower *f, const char *name, uint32_t size, uint32_t position) {
  uint32_t start = follow_tail(f, position);
  if (start == PAGE_NONE || !name_stands(f, start + 1, name, size)) return (span){f->last, f->last};
  return tag_at(f, start, position);
}

/* Where it would stand too deep, the element takes the place of the innermost one. */
static void make_room(follower *f, uint32_t position) {
  if (f->depth < FOLLOW_DEPTH) return;
  page_node *n = node_of(f, f->open[--f->depth]);
  n->flags |= NODE_UNCLOSED;
  n->close = (span){f->last, f->last};
  n->extent.stop = f->last;
  page_builder_notice(&f->builder, "depth-limit", position);
}

uint32_t follow_open(follower *f, uint32_t name, node_space space, span tag) {
  make_room(f, tag.start);
  uint32_t node = page_builder_node(&f->builder, NODE_ELEMENT, tag.start);
  if (!node) return 0;
  page_node *n = node_of(f, node);
  bool implied = tag.start == tag.stop;
  n->name = name;
  n->space = (uint8_t)space;
  n->tag = n->extent = tag;
  if (implied) n->flags |= NODE_IMPLIED;
  else if (tag.stop - tag.start > 2 && f->bytes[tag.stop - 2] == '/') n->flags |= NODE_SELF_CLOSING;
  page_builder_insert(&f->builder, (builder_place){follow_current(f), PAGE_NONE}, node);
  f->open[f->depth++] = node;
  f->last = tag.stop;
  return node;
}

void follow_close(follower *f, const char *name, uint32_t size, uint32_t position) {
  if (!f->depth) return;
  uint32_t start = follow_tail(f, position);
  bool closed = start != PAGE_NONE && f->bytes[start + 1] == '/' && name_stands(f, start + 2, name, size);
  page_node *n = node_of(f, f->open[--f->depth]);
  if (!closed) n->flags |= NODE_UNCLOSED;
  n->close = closed ? (span){start, position} : (span){f->last, f->last};
  n->extent.stop = n->close.stop;
  f->last = n->close.stop;
}

/* Attributes */

static bool is_bytes(const follower *f, span at, const char *bytes, uint32_t size) {
  return at.stop - at.start == size && !memcmp(f->source->text + at.start, bytes, size);
}

void follow_add_attribute(follower *f, follow_attrs *attrs, const char *name, uint32_t size,
                          span name_span, span value_span, const char *value, uint32_t value_size) {
  page_attr *a = follow_attrs_push(attrs);
  if (!a) return;
  a->name = name_table_intern(&f->names, name, size);
  a->name_span = name_span;
  a->value_span = value_span;
  a->value = value_span.start;
  a->value_size = value_size;
  if (is_bytes(f, value_span, value, value_size)) return;
  a->flags = ATTR_DECODED;
  a->value = (uint32_t)f->strings.size;
  if (f->strings.size + value_size > UINT32_MAX - 1) f->strings.failed = true;
  buffer_append(&f->strings, value, value_size);
}

void follow_set_attributes(follower *f, uint32_t node, follow_attrs *attrs) {
  f->builder.failed = f->builder.failed || attrs->failed;
  if (!node || !attrs->count) return;
  uint32_t first = page_builder_attrs(&f->builder, attrs->items, attrs->count);
  node_of(f, node)->attr = first;
}

/* Comments and doctypes */

/* A pseudo attribute of a node: bytes that may stand in the markup at `at`. */
static void add_data(follower *f, uint32_t node, const char *bytes, uint32_t at) {
  page_attr data = {.name = PAGE_NONE, .value = PAGE_NONE};
  if (bytes) {
    data.value_size = (uint32_t)strlen(bytes);
    data.value = at;
    bool verbatim = at <= f->size && f->size - at >= data.value_size
                    && is_bytes(f, (span){at, at + data.value_size}, bytes, data.value_size);
    if (!verbatim) {
      data.flags = ATTR_DECODED;
      data.value = (uint32_t)f->strings.size;
      buffer_append(&f->strings, bytes, data.value_size);
    }
  }
  page_builder_data(&f->builder, node, &data);
}

static uint32_t add_node(follower *f, node_kind kind, span tag, builder_place place) {
  uint32_t node = page_builder_node(&f->builder, kind, tag.start);
  if (!node) return 0;
  page_node *n = node_of(f, node);
  n->tag = n->extent = tag;
  n->close = (span){tag.stop, tag.stop};
  page_builder_insert(&f->builder, place, node);
  f->last = tag.stop;
  return node;
}

void follow_comment(follower *f, const char *text, uint32_t position) {
  uint32_t start = follow_tail(f, position);
  if (start == PAGE_NONE) start = f->last;
  if (position < start) position = start;
  uint32_t node = add_node(f, NODE_COMMENT, (span){start, position}, (builder_place){follow_current(f), PAGE_NONE});
  if (node) add_data(f, node, text, start + 4);
}

/* The end of a doctype, which may hold declarations in brackets (XML). */
static uint32_t doctype_stop(const follower *f, uint32_t at) {
  char quote = 0;
  bool inside = false;
  for (; at < f->size; at++) {
    char c = f->bytes[at];
    if (quote) quote = c == quote ? 0 : quote;
    else if (c == '"' || c == '\'') quote = c;
    else if (f->xml && c == '[') inside = true;
    else if (c == ']') inside = false;
    else if (c == '>' && !inside) return at + 1;
  }
  return f->size;
}

uint32_t follow_doctype(follower *f, const char *name, const char *public_id, const char *system_id,
                        uint32_t position) {
  uint32_t start = behind(f->bytes, f->last, position, "<!");
  start = start >= 2 && start < position ? start - 2 : f->last;
  uint32_t stop = f->xml ? doctype_stop(f, start) : position, last = f->last;
  /* Wherever it stands, the document has it before its root. */
  builder_place place = {0, f->depth ? f->open[0] : PAGE_NONE};
  uint32_t node = add_node(f, NODE_DOCTYPE, (span){start, stop}, place);
  if (f->xml) f->last = last; /* it is told of half read, and where it ends is our guess */
  if (!node) return stop;
  if (name) node_of(f, node)->name = name_table_intern(&f->names, name, strlen(name));
  add_data(f, node, public_id, PAGE_NONE);
  add_data(f, node, system_id, PAGE_NONE);
  return stop;
}
