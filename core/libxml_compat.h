/* libxml_compat.h: the little that differs between libxml2's versions, for the front
   ends that read through its SAX interface. The bytes are always UTF-8 in memory, which
   libxml2 must neither copy nor decode again: then positions are exact. */
#ifndef GALLEY_LIBXML_COMPAT_H
#define GALLEY_LIBXML_COMPAT_H

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/parserInternals.h>
#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#pragma GCC visibility push(hidden)

/* Members that newer versions would rather have hidden have no other access. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wdeprecated-declarations"

#if LIBXML_VERSION >= 21200
typedef const xmlError *libxml_error;
#else
typedef xmlErrorPtr libxml_error;
#endif

/* From 2.14 on the HTML tokenizer is the standard's: "&copy" needs no ";", "</!x>" is a
   comment. Before, "</" is dropped there and "!x>" is text. */
#define LIBXML_STANDARD_HTML (LIBXML_VERSION >= 21400)

#define LIBXML_SIZE_MAX ((uint32_t)INT_MAX - 1)

#if LIBXML_VERSION >= 21400

/* An input of which the encoding is known: else the HTML parser would guess it. */
static inline xmlParserInputPtr libxml_input(const char *bytes, uint32_t size) {
  xmlParserInputPtr in = xmlNewInputFromMemory(NULL, bytes, size, XML_INPUT_BUF_STATIC | XML_INPUT_BUF_ZERO_TERMINATED);
  if (in) xmlInputSetEncodingHandler(in, NULL); /* none: UTF-8 */
  return in;
}

static inline void libxml_read_html(xmlParserCtxtPtr c, const char *bytes, uint32_t size) {
  xmlFreeDoc(htmlCtxtParseDocument(c, libxml_input(bytes, size)));
}

static inline void libxml_read_xml(xmlParserCtxtPtr c, const char *bytes, uint32_t size) {
  xmlFreeDoc(xmlCtxtParseDocument(c, libxml_input(bytes, size)));
}

#else

/* An input without a buffer behind it: `base` never moves. */
static inline bool libxml_push_input(xmlParserCtxtPtr c, const char *bytes, uint32_t size) {
  xmlParserInputPtr in = xmlNewInputStream(c);
  if (!in) return false;
  in->base = in->cur = (const xmlChar *)bytes;
  in->end = in->base + size;
  if (inputPush(c, in) < 0) {
    xmlFreeInputStream(in);
    return false;
  }
  c->charset = XML_CHAR_ENCODING_UTF8;
  return true;
}

static inline void libxml_read_html(xmlParserCtxtPtr c, const char *bytes, uint32_t size) {
  if (libxml_push_input(c, bytes, size)) htmlParseDocument(c);
}

static inline void libxml_read_xml(xmlParserCtxtPtr c, const char *bytes, uint32_t size) {
  if (libxml_push_input(c, bytes, size)) xmlParseDocument(c);
}

#endif

/* Where the parser stands in the bytes. */
static inline uint32_t libxml_position(xmlParserCtxtPtr c) {
  return c->input ? (uint32_t)(c->input->consumed + (unsigned long)(c->input->cur - c->input->base)) : 0;
}

/* Inside startElement of the HTML parser, where the new element is on its stack
   already: takes the element below it off, so that the stack keeps its height. */
static inline void libxml_forget_parent(xmlParserCtxtPtr c) {
  if (c->nameNr < 2) return;
  c->nameTab[c->nameNr - 2] = c->nameTab[c->nameNr - 1];
  c->nameNr--;
}

#pragma GCC diagnostic pop
#pragma GCC visibility pop

#endif
