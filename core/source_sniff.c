/* source_sniff.c: the encoding that a page declares in its own first bytes: the
   prescan of the HTML Standard (13.2.3.2), for meta elements and XML declarations. */
#include "source_encoding.h"

#include <string.h>

typedef struct scan {
  const uint8_t *bytes;
  size_t size, at;
} scan;

typedef struct piece {
  const char *text;
  size_t size;
} piece;

static bool is_space(uint8_t c) {
  return c == ' ' || c == '\t' || c == '\n' || c == '\f' || c == '\r';
}

static uint8_t lower(uint8_t c) {
  return (uint8_t)(c >= 'A' && c <= 'Z' ? c + ('a' - 'A') : c);
}

/* Whether `word` (lower case) stands at a position, case aside. */
static bool word_at(const scan *s, size_t at, const char *word) {
  size_t length = strlen(word);
  if (at > s->size || s->size - at < length) return false;
  for (size_t i = 0; i < length; i++) {
    if (lower(s->bytes[at + i]) != (uint8_t)word[i]) return false;
  }
  return true;
}

static bool piece_is(piece p, const char *word) {
  scan s = {(const uint8_t *)p.text, p.size, 0};
  return p.size == strlen(word) && word_at(&s, 0, word);
}

/* Moves to just after the next `word`, or to the end. */
static void pass(scan *s, const char *word) {
  while (s->at < s->size && !word_at(s, s->at, word)) s->at++;
  if (s->at < s->size) s->at += strlen(word);
}

static void skip_space(scan *s) {
  while (s->at < s->size && is_space(s->bytes[s->at])) s->at++;
}

static piece piece_from(const scan *s, size_t start) {
  return (piece){(const char *)s->bytes + start, s->at - start};
}

static piece quoted_value(scan *s) {
  uint8_t quote = s->bytes[s->at++];
  size_t start = s->at;
  while (s->at < s->size && s->bytes[s->at] != quote) s->at++;
  piece value = piece_from(s, start);
  if (s->at < s->size) s->at++;
  return value;
}

static piece bare_value(scan *s) {
  size_t start = s->at;
  while (s->at < s->size && !is_space(s->bytes[s->at]) && s->bytes[s->at] != '>') s->at++;
  return piece_from(s, start);
}

/* The standard's "get an attribute". False at the tag's end, or at the end of the
   bytes: what is cut off there counts for nothing. */
static bool next_attribute(scan *s, piece *name, piece *value) {
  while (s->at < s->size && (is_space(s->bytes[s->at]) || s->bytes[s->at] == '/')) s->at++;
  if (s->at >= s->size || s->bytes[s->at] == '>') return false;
  size_t start = s->at;
  while (s->at < s->size && !is_space(s->bytes[s->at]) && s->bytes[s->at] != '/' && s->bytes[s->at] != '>' &&
         (s->bytes[s->at] != '=' || s->at == start)) s->at++;
  *name = piece_from(s, start);
  *value = (piece){"", 0};
  skip_space(s);
  if (s->at < s->size && s->bytes[s->at] == '=') {
    s->at++;
    skip_space(s);
    if (s->at >= s->size) return false;
    *value = s->bytes[s->at] == '"' || s->bytes[s->at] == '\'' ? quoted_value(s) : bare_value(s);
  }
  return s->at < s->size;
}

/* The standard's "extracting a character encoding from a meta element". */
static const encoding *content_charset(piece content) {
  scan s = {(const uint8_t *)content.text, content.size, 0};
  for (;;) {
    pass(&s, "charset");
    if (s.at >= s.size) return NULL;
    skip_space(&s);
    if (s.at < s.size && s.bytes[s.at] == '=') break;
  }
  s.at++;
  skip_space(&s);
  if (s.at >= s.size) return NULL;
  uint8_t first = s.bytes[s.at];
  if (first == '"' || first == '\'') {
    if (!memchr(s.bytes + s.at + 1, first, s.size - s.at - 1)) return NULL;
    piece value = quoted_value(&s);
    return source_label(value.text, value.size);
  }
  size_t start = s.at;
  while (s.at < s.size && !is_space(s.bytes[s.at]) && s.bytes[s.at] != ';') s.at++;
  return source_label((const char *)s.bytes + start, s.at - start);
}

/* What is known of a meta element while its attributes are read. */
typedef struct meta {
  bool has_pragma, has_content, has_charset; /* seen: the first of a name counts */
  bool pragma, needs_pragma;
  const encoding *charset;
} meta;

static void meta_attribute(meta *m, piece name, piece value) {
  if (piece_is(name, "http-equiv") && !m->has_pragma) {
    m->has_pragma = true;
    m->pragma = piece_is(value, "content-type");
  } else if (piece_is(name, "content") && !m->has_content) {
    m->has_content = true;
    const encoding *found = m->has_charset ? NULL : content_charset(value);
    if (found) {
      m->charset = found;
      m->needs_pragma = true;
    }
  } else if (piece_is(name, "charset") && !m->has_charset) {
    m->has_charset = true;
    m->charset = source_label(value.text, value.size);
    m->needs_pragma = false;
  }
}

/* A declaration read as bytes cannot be UTF-16; and x-user-defined means
   windows-1252 on the web. */
static const encoding *as_declared(const encoding *e) {
  if (!e) return NULL;
  if (e->kind == ENCODING_UTF16LE || e->kind == ENCODING_UTF16BE) return source_utf8();
  if (strcmp(e->name, "x-user-defined") == 0) return source_label("windows-1252", 12);
  return e;
}

/* The attributes of a meta element, the scan being after its name. */
static const encoding *meta_charset(scan *s) {
  meta m = {0};
  piece name, value;
  while (next_attribute(s, &name, &value)) meta_attribute(&m, name, value);
  if (s->at >= s->size || (m.needs_pragma && !m.pragma)) return NULL;
  return as_declared(m.charset);
}

static bool is_letter(const scan *s, size_t at) {
  return at < s->size && lower(s->bytes[at]) >= 'a' && lower(s->bytes[at]) <= 'z';
}

/* Some other tag: its attributes are read, so that what looks like a tag within
   their values is none. */
static void pass_tag(scan *s) {
  while (s->at < s->size && !is_space(s->bytes[s->at]) && s->bytes[s->at] != '>') s->at++;
  piece name, value;
  while (next_attribute(s, &name, &value)) continue;
  if (s->at < s->size) s->at++;
}

static const encoding *scan_meta(scan *s) {
  while (s->at < s->size) {
    const uint8_t *found = memchr(s->bytes + s->at, '<', s->size - s->at);
    if (!found) return NULL;
    s->at = (size_t)(found - s->bytes);
    if (word_at(s, s->at, "<!--")) {
      s->at += 2; /* "<!-->" is whole */
      pass(s, "-->");
    } else if (word_at(s, s->at, "<meta") && s->at + 5 < s->size &&
               (is_space(s->bytes[s->at + 5]) || s->bytes[s->at + 5] == '/')) {
      s->at += 5;
      const encoding *e = meta_charset(s);
      if (e) return e;
    } else if (is_letter(s, s->at + 1) || (word_at(s, s->at, "</") && is_letter(s, s->at + 2))) {
      pass_tag(s);
    } else if (word_at(s, s->at, "<!") || word_at(s, s->at, "</") || word_at(s, s->at, "<?")) {
      pass(s, ">");
    } else {
      s->at++;
    }
  }
  return NULL;
}

/* The standard's "get an XML encoding". */
static const encoding *xml_encoding(const char *bytes, size_t size) {
  if (size < 5 || memcmp(bytes, "<?xml", 5) != 0) return NULL;
  const char *stop = memchr(bytes, '>', size);
  if (!stop) return NULL;
  scan s = {(const uint8_t *)bytes, (size_t)(stop - bytes), 5};
  while (s.at < s.size && (s.size - s.at < 8 || memcmp(s.bytes + s.at, "encoding", 8) != 0)) s.at++;
  if (s.at >= s.size) return NULL;
  s.at += 8;
  while (s.at < s.size && s.bytes[s.at] <= ' ') s.at++;
  if (s.at >= s.size || s.bytes[s.at++] != '=') return NULL;
  while (s.at < s.size && s.bytes[s.at] <= ' ') s.at++;
  if (s.at >= s.size || (s.bytes[s.at] != '"' && s.bytes[s.at] != '\'')) return NULL;
  if (!memchr(s.bytes + s.at + 1, s.bytes[s.at], s.size - s.at - 1)) return NULL;
  piece value = quoted_value(&s);
  for (size_t i = 0; i < value.size; i++) {
    if ((uint8_t)value.text[i] <= ' ') return NULL;
  }
  return as_declared(source_label(value.text, value.size));
}

/* An XML declaration in UTF-16, of which there is no more to see than that. */
static const encoding *wide_declaration(const char *bytes, size_t size) {
  if (size >= 6 && memcmp(bytes, "<\0?\0x\0", 6) == 0) return source_label("utf-16le", 8);
  if (size >= 6 && memcmp(bytes, "\0<\0?\0x", 6) == 0) return source_label("utf-16be", 8);
  return NULL;
}

/* White space before a declaration is an error that feeds make often. */
const encoding *source_sniff_xml(const char *bytes, size_t size) {
  const encoding *wide = wide_declaration(bytes, size);
  while (size && is_space((uint8_t)*bytes)) bytes++, size--;
  return wide ? wide : xml_encoding(bytes, size);
}

const encoding *source_sniff(const char *bytes, size_t size) {
  const encoding *wide = wide_declaration(bytes, size);
  if (wide) return wide;
  scan s = {(const uint8_t *)bytes, size, 0};
  const encoding *e = scan_meta(&s);
  return e ? e : xml_encoding(bytes, size);
}
