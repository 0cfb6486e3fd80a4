/* libxml_xml.c: libxml2's XML parser as a front end: its SAX2 events into the page.
   Entities are never declared, so that none can expand; what libxml2 leaves out, the
   follower finds in the gap. Nothing global of libxml2's is set, and nothing raises
   through its frames. */
#include "libxml_xml.h"

#include <stdlib.h>
#include <string.h>

#include "html_references.h"
#include "html_tokenizer.h"
#include "libxml_compat.h"
#include "libxml_follow.h"
#include "libxml_graft.h"
#include "libxml_names.h"

/* Elements within each other: libxml2 looks a prefix up among those of all of them. */
#define DEPTH_MOST 4096u

typedef struct xml_reader {
  follower f;
  xmlParserCtxtPtr parser;
  follow_attrs attrs;  /* of the tag being read */
  buffer scratch;      /* a value being read, a name being put together */
  char *root_space;    /* the root's namespace, or NULL */
  uint32_t root;       /* its node, or 0 */
  uint32_t declared;   /* where the doctype ends: comments in it are none of the page */
  uint32_t deeper;     /* open elements below the deepest that the page has room for */
  bool replaced;       /* one of which is the innermost open one now */
} xml_reader;

static uint32_t position(const xml_reader *r) {
  uint32_t at = libxml_position(r->parser);
  return at < r->f.size ? at : r->f.size;
}

static uint32_t bounded(size_t size) { return size < UINT32_MAX ? (uint32_t)size : UINT32_MAX; }

/* Start tags */

/* An attribute's value as XML has it: references read, white space made spaces. */
static void read_value(xml_reader *r, span value) {
  const char *at = r->f.bytes + value.start, *stop = r->f.bytes + value.stop;
  r->scratch.size = 0;
  while (at < stop) {
    char meaning[HTML_REFERENCE_MAX];
    size_t size = 0, taken = *at == '&' ? html_reference(at, stop, true, meaning, &size) : 0;
    if (taken && at[taken - 1] == ';' && taken <= (size_t)(stop - at)) {
      buffer_append(&r->scratch, meaning, size);
      at += taken;
      continue;
    }
    buffer_byte(&r->scratch, *at == '\t' || *at == '\n' || *at == '\r' ? ' ' : *at);
    at += *at == '\r' && at + 1 < stop && at[1] == '\n' ? 2 : 1;
  }
}

/* The tag's attributes, from the markup itself: so they have their places, and no
   default from a DTD is among them. */
static void read_attributes(xml_reader *r, uint32_t at, uint32_t stop) {
  span name, value;
  r->attrs.count = 0;
  while (at < stop && follow_next_attribute(r->f.bytes, &at, stop, &name, &value)) {
    read_value(r, value);
    follow_add_attribute(&r->f, &r->attrs, r->f.bytes + name.start, name.stop - name.start, name, value,
                         r->scratch.data ? r->scratch.data : "", (uint32_t)r->scratch.size);
  }
}

static bool is_word(const follower *f, const page_attr *a, const char *word) {
  const char *value = (a->flags & ATTR_DECODED ? f->strings.data : f->source->text) + a->value;
  return a->value_size == strlen(word) && !memcmp(value, word, a->value_size);
}

/* What an attribute says of the kind of text in the element. */
static bool is_escaped_html(const xml_reader *r) {
  static const char *const names[] = {"type", "mode", "contenttype"};
  static const char *const words[] = {"html", "text/html", "escaped"};
  if (r->f.names.failed || r->f.strings.failed) return false;
  for (uint32_t i = 0; i < r->attrs.count; i++) {
    const page_attr *a = &r->attrs.items[i];
    const char *name = name_table_text(&r->f.names, a->name);
    for (size_t k = 0; k < 3; k++)
      if (!strcmp(name, names[k]))
        for (size_t w = 0; w < 3; w++)
          if (is_word(&r->f, a, words[w])) return true;
  }
  return false;
}

static bool holds_html(const xml_reader *r, const char *name, uint32_t size, uint32_t parent) {
  uint32_t above = parent ? r->f.builder.nodes.items[parent].name : PAGE_NONE;
  const char *holder = above == PAGE_NONE ? "" : name_table_text(&r->f.names, above);
  return is_escaped_html(r) || xml_holds_html(name, size, holder);
}

/* The name as it stands in the tag. */
static void written_name(xml_reader *r, const char *local, const char *prefix) {
  r->scratch.size = 0;
  if (prefix) buffer_append(&r->scratch, prefix, strlen(prefix));
  if (prefix) buffer_byte(&r->scratch, ':');
  buffer_append(&r->scratch, local, strlen(local));
}

/* The root's namespace is the document's own vocabulary. */
static void note_root(xml_reader *r, uint32_t node, const char *uri) {
  if (r->root) return;
  r->root = node;
  size_t size = uri ? strlen(uri) + 1 : 0;
  r->root_space = uri ? malloc(size) : NULL;
  if (r->root_space) memcpy(r->root_space, uri, size);
  else if (uri) r->f.builder.failed = true;
}

static uint32_t open_element(xml_reader *r, const xml_name *name, span tag, uint32_t attributes) {
  char text[XML_NAME_MAX];
  follower *f = &r->f;
  const char *root = r->root ? r->root_space : name->uri;
  uint32_t size = xml_page_name(name, root, text), parent = follow_current(f);
  node_space space = xml_space(name);
  read_attributes(r, attributes, tag.stop);
  bool html = space == SPACE_XML && holds_html(r, text, size, parent);
  uint32_t node = follow_open(f, name_table_intern(&f->names, text, size), space, tag);
  if (node && space == SPACE_XML && xml_is_inline(name->local)) f->builder.nodes.items[node].flags |= NODE_INLINE;
  follow_set_attributes(f, node, &r->attrs);
  f->holding = html;
  return node;
}

/* Deeper than the page has room for: libxml2 knows such elements, the stack does not. */
static void count_depth(xml_reader *r) {
  if (r->f.depth < FOLLOW_DEPTH) return;
  r->replaced = true;
  if (++r->deeper > DEPTH_MOST) xmlStopParser(r->parser);
}

static void start_element(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri,
                          int spaces, const xmlChar **declared, int count, int defaulted, const xmlChar **attrs) {
  xml_reader *r = data;
  xml_name name = {(const char *)local, (const char *)prefix, (const char *)uri};
  (void)spaces, (void)declared, (void)count, (void)defaulted, (void)attrs;
  written_name(r, name.local, name.prefix);
  if (r->scratch.failed) return;
  uint32_t size = bounded(r->scratch.size);
  span tag = follow_tag(&r->f, r->scratch.data, size, position(r));
  if (tag.start < tag.stop) follow_gap(&r->f, tag.start);
  if (r->f.holding) follow_release(&r->f);
  count_depth(r);
  uint32_t node = open_element(r, &name, tag, tag.start < tag.stop ? tag.start + 1 + size : tag.stop);
  note_root(r, node, name.uri);
}

static void end_element(void *data, const xmlChar *local, const xmlChar *prefix, const xmlChar *uri) {
  xml_reader *r = data;
  follower *f = &r->f;
  uint32_t at = position(r), tail = follow_tail(f, at);
  (void)uri;
  if (tail != PAGE_NONE) follow_gap(f, tail);
  if (f->holding) libxml_graft(f);
  if (r->deeper) {
    r->deeper--;
    f->last = at > f->last ? at : f->last;
    return;
  }
  written_name(r, (const char *)local, (const char *)prefix);
  bool own = !r->replaced && !r->scratch.failed;
  follow_close(f, own ? r->scratch.data : "", own ? bounded(r->scratch.size) : 0, at);
  if (r->replaced && at > f->last) f->last = at;
  r->replaced = false;
}

/* The rest */

static void characters(void *data, const xmlChar *text, int size) {
  xml_reader *r = data;
  if (size > 0 && r->f.depth) follow_text(&r->f, (const char *)text, (uint32_t)size, position(r), false);
}

/* Where the section begins that ends at `stop` with so much text. Line ends that became
   shorter in it are the exception. */
static uint32_t section_start(follower *f, uint32_t size, uint32_t stop) {
  static const char opening[] = "<![CDATA[";
  uint32_t around = (uint32_t)sizeof opening - 1 + 3;
  if (stop < size || stop - size < around + f->last) return follow_tail(f, stop);
  uint32_t start = stop - size - around;
  return memcmp(f->bytes + start, opening, sizeof opening - 1) ? follow_tail(f, stop) : start;
}

static void cdata(void *data, const xmlChar *text, int size) {
  xml_reader *r = data;
  if (size <= 0 || !r->f.depth) return;
  uint32_t start = section_start(&r->f, (uint32_t)size, position(r));
  if (start != PAGE_NONE) {
    follow_gap(&r->f, start);
    r->f.last = start + 9; /* "<![CDATA[" */
  }
  follow_text(&r->f, (const char *)text, (uint32_t)size, r->f.last, true);
  if (r->f.size - r->f.last >= 3 && !memcmp(r->f.bytes + r->f.last, "]]>", 3)) r->f.last += 3;
}

static void comment(void *data, const xmlChar *text) {
  xml_reader *r = data;
  uint32_t at = position(r), start = follow_tail(&r->f, at);
  if (at <= r->declared) return;
  if (start != PAGE_NONE) follow_gap(&r->f, start);
  follow_comment(&r->f, (const char *)text, at);
}

static void instruction(void *data, const xmlChar *target, const xmlChar *text) {
  xml_reader *r = data;
  uint32_t at = position(r), start = follow_tail(&r->f, at);
  (void)target, (void)text;
  if (at <= r->declared) return;
  if (start != PAGE_NONE) follow_gap(&r->f, start);
  r->f.last = at; /* no node: a page has none for it */
}

static void doctype(void *data, const xmlChar *name, const xmlChar *public_id, const xmlChar *system_id) {
  xml_reader *r = data;
  r->declared = follow_doctype(&r->f, (const char *)name, (const char *)public_id, (const char *)system_id,
                               position(r));
}

static void notice_error(void *data, libxml_error e) {
  xml_reader *r = data;
  if (e->level < XML_ERR_ERROR || e->domain == XML_FROM_NAMESPACE) return;
  bool entity = e->code == XML_ERR_UNDECLARED_ENTITY || e->code == XML_WAR_UNDECLARED_ENTITY;
  page_builder_notice(&r->f.builder, entity ? "xml-undeclared-entity" : "xml-not-well-formed", position(r));
}

static bool prepare(xml_reader *r) {
  r->parser = xmlNewParserCtxt();
  if (!r->parser) return false;
  xmlCtxtUseOptions(r->parser, XML_PARSE_RECOVER | XML_PARSE_NONET | XML_PARSE_IGNORE_ENC | XML_PARSE_HUGE);
  xmlSAXHandler handler = {.startElementNs = start_element, .endElementNs = end_element,
                           .characters = characters, .ignorableWhitespace = characters,
                           .cdataBlock = cdata, .comment = comment, .processingInstruction = instruction,
                           .internalSubset = doctype, .serror = notice_error,
                           .initialized = XML_SAX2_MAGIC};
  *r->parser->sax = handler;
  r->parser->userData = r;
  return true;
}

static bool has_text(const follower *f) {
  for (uint32_t i = f->last; i < f->size; i++)
    if (!html_is(f->source->text[i], CLASS_SPACE)) return true;
  return false;
}

/* What stands behind the point at which libxml2 gave up goes into the innermost element,
   or the root, or one that is made for it. */
static void finish_text(xml_reader *r) {
  follower *f = &r->f;
  if (f->depth || has_text(f)) {
    if (!f->depth && r->root) f->open[f->depth++] = r->root;
    if (!f->depth) follow_open(f, name_table_intern(&f->names, "document", 8), SPACE_XML, (span){0, 0});
    follow_gap(f, f->size);
  }
  if (f->holding) libxml_graft(f);
  while (f->depth) follow_close(f, "", 0, f->size);
}

page *libxml_xml_parse(source *s, fault *error) {
  xml_reader r = {.parser = NULL};
  if (s->size > LIBXML_SIZE_MAX) {
    source_free(s);
    *error = (fault){STATUS_LIMIT, "too large for libxml2", 0};
    return NULL;
  }
  if (!follow_begin(&r.f, s, true, error)) return NULL;
  if (prepare(&r)) libxml_read_xml(r.parser, r.f.bytes, r.f.size);
  else r.f.builder.failed = true;
  finish_text(&r);
  if (r.parser) xmlFreeParserCtxt(r.parser);
  r.f.builder.failed = r.f.builder.failed || r.scratch.failed;
  free(r.attrs.items);
  buffer_free(&r.scratch);
  free(r.root_space);
  return follow_finish(&r.f, error);
}
