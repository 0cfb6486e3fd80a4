/* libxml_html.c: libxml2's HTML parser as a front end: its SAX events into the page.
   Nothing global of libxml2's is set, and nothing raises through its frames. */
#include "libxml_html.h"

#include <stdlib.h>
#include <string.h>

#include "libxml_compat.h"
#include "libxml_follow.h"
#include "text.h"

#define MISSED_MOST 16u /* attributes of a tag that are looked for in vain, each through all of it */

typedef struct html_reader {
  follower f;
  xmlParserCtxtPtr parser;
  follow_attrs attrs; /* of the tag being read */
} html_reader;

static uint32_t position(const html_reader *r) {
  uint32_t at = libxml_position(r->parser);
  return at < r->f.size ? at : r->f.size;
}

static uint32_t bounded(size_t size) { return size < UINT32_MAX ? (uint32_t)size : UINT32_MAX; }

/* Start tags */

/* Inside svg and math, elements are theirs; libxml2 itself knows no such thing. */
static node_space space_of(const follower *f, uint32_t name) {
  if (name == NAME_SVG) return SPACE_SVG;
  if (name == NAME_MATH) return SPACE_MATHML;
  return (node_space)f->builder.nodes.items[follow_current(f)].space;
}

static bool same_name(const char *bytes, span at, const char *name) {
  for (uint32_t i = at.start; i < at.stop; i++, name++) {
    char c = bytes[i];
    if (c >= 'A' && c <= 'Z') c = (char)(c | 0x20);
    if (!*name || c != *name) return false;
  }
  return !*name;
}

/* Looks for an attribute in the tag, from `*at` on, which it moves behind it. */
static bool find_attribute(const follower *f, const char *name, uint32_t *at, uint32_t stop, span *found,
                           span *value) {
  uint32_t next = *at;
  while (follow_next_attribute(f->bytes, &next, stop, found, value))
    if (same_name(f->bytes, *found, name)) {
      *at = next;
      return true;
    }
  return false;
}

/* libxml2's attributes are those of the tag in order, some left out: each is looked for
   behind the one before. Without a place it stands at the tag's beginning. */
static void read_attributes(html_reader *r, const xmlChar **atts, span tag, uint32_t at) {
  unsigned missed = 0;
  r->attrs.count = 0;
  for (; atts && atts[0]; atts += 2) {
    const char *name = (const char *)atts[0], *value = atts[1] ? (const char *)atts[1] : "";
    span found, found_value;
    if (missed > MISSED_MOST || !find_attribute(&r->f, name, &at, tag.stop, &found, &found_value)) {
      missed++;
      found = found_value = (span){tag.start, tag.start};
    }
    follow_add_attribute(&r->f, &r->attrs, name, bounded(strlen(name)), found, found_value, value,
                         bounded(strlen(value)));
  }
}

static void start_element(void *data, const xmlChar *name, const xmlChar **atts) {
  html_reader *r = data;
  const char *text = (const char *)name;
  uint32_t size = bounded(strlen(text));
  span tag = follow_tag(&r->f, text, size, position(r));
  if (r->f.depth == FOLLOW_DEPTH) libxml_forget_parent(r->parser);
  uint32_t id = name_table_intern(&r->f.names, text, size);
  read_attributes(r, atts, tag, tag.start == tag.stop ? tag.stop : tag.start + 1 + size);
  uint32_t node = follow_open(&r->f, id, space_of(&r->f, id), tag);
  follow_set_attributes(&r->f, node, &r->attrs);
}

static void end_element(void *data, const xmlChar *name) {
  html_reader *r = data;
  follow_close(&r->f, (const char *)name, bounded(strlen((const char *)name)), position(r));
}

/* The rest */

static bool is_blank(const xmlChar *text, int size) {
  for (int i = 0; i < size; i++)
    if (!text_is_space((char)text[i])) return false;
  return true;
}

/* libxml2's own trees have no white space outside the root, nor what it ignores
   elsewhere: that has no event. */
static void characters(void *data, const xmlChar *text, int size) {
  html_reader *r = data;
  if (!r->f.depth && is_blank(text, size)) return;
  if (size > 0) follow_text(&r->f, (const char *)text, (uint32_t)size, position(r), false);
}

/* A script or a style sheet. */
static void raw_characters(void *data, const xmlChar *text, int size) {
  html_reader *r = data;
  if (size > 0) follow_text(&r->f, (const char *)text, (uint32_t)size, position(r), true);
}

static void comment(void *data, const xmlChar *text) {
  html_reader *r = data;
  follow_comment(&r->f, (const char *)text, position(r));
}

static void instruction(void *data, const xmlChar *target, const xmlChar *text) {
  html_reader *r = data;
  (void)target;
  (void)text;
  r->f.last = position(r); /* no node: a page has none for it */
}

static void doctype(void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
  html_reader *r = data;
  follow_doctype(&r->f, (const char *)name, (const char *)public_id, (const char *)system_id, position(r));
}

static bool prepare(html_reader *r) {
  r->parser = htmlNewParserCtxt();
  if (!r->parser) return false;
  htmlCtxtUseOptions(r->parser, HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING
                                  | HTML_PARSE_NONET | HTML_PARSE_IGNORE_ENC);
  xmlSAXHandler handler = {.startElement = start_element, .endElement = end_element,
                           .characters = characters,
                           .cdataBlock = raw_characters, .comment = comment,
                           .processingInstruction = instruction, .internalSubset = doctype,
                           .initialized = 1};
  *r->parser->sax = handler;
  r->parser->userData = r;
  return true;
}

page *libxml_html_parse(source *s, fault *error) {
  html_reader r = {.parser = NULL};
  if (s->size > LIBXML_SIZE_MAX) {
    source_free(s);
    *error = (fault){STATUS_LIMIT, "too large for libxml2", 0};
    return NULL;
  }
  if (!follow_begin(&r.f, s, false, error)) return NULL;
  if (prepare(&r)) libxml_read_html(r.parser, r.f.bytes, r.f.size);
  else r.f.builder.failed = true;
  if (r.parser) htmlFreeParserCtxt(r.parser);
  free(r.attrs.items);
  while (r.f.depth) follow_close(&r.f, "", 0, r.f.size);
  return follow_finish(&r.f, error);
}
