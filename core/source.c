/* source.c: bytes as given -> UTF-8 text, and offsets back: which encoding it is,
   and the map. */
#include "source.h"

#include <stdlib.h>
#include <string.h>

#include "source_encoding.h"

#define PRESCAN_SIZE 1024
#define LATE_SCAN_SIZE ((size_t)1 << 16)

static const encoding *encoding_of_mark(const uint8_t *bytes, size_t size, uint32_t *length) {
  *length = 2;
  if (size >= 2 && bytes[0] == 0xFF && bytes[1] == 0xFE) return source_label("utf-16le", 8);
  if (size >= 2 && bytes[0] == 0xFE && bytes[1] == 0xFF) return source_label("utf-16be", 8);
  *length = 3;
  if (size >= 3 && memcmp(bytes, "\xEF\xBB\xBF", 3) == 0) return source_utf8();
  *length = 0;
  return NULL;
}

/* Valid UTF-8; a character cut off by the end of the input is valid enough, if it
   is not the only one that is not ASCII. */
static bool is_utf8(const uint8_t *bytes, size_t size, bool *whole) {
  unsigned invalid;
  size_t valid = source_utf8_valid(bytes, size, &invalid);
  *whole = !invalid;
  if (*whole) return true;
  bool cut = valid + invalid == size && bytes[valid] >= 0xC2 && bytes[valid] <= 0xF4;
  return cut && source_ascii(bytes, valid) < valid;
}

/* A page saved by a crawler or an archive is often UTF-8 by now, below a declaration
   of what it once was. Legacy text that is valid UTF-8 by chance all but never
   occurs, so the bytes are believed. */
static bool is_outdated(const encoding *declared, const uint8_t *bytes, size_t size, bool utf8) {
  if (declared->kind == ENCODING_UTF16LE || declared->kind == ENCODING_UTF16BE) return false;
  return utf8 && source_ascii(bytes, size) < size;
}

/* `whole`: set where all bytes were found to be valid UTF-8. */
static const encoding *encoding_of_content(const char *bytes, size_t size, source_kind kind, bool *whole) {
  const uint8_t *units = (const uint8_t *)bytes;
  const encoding *e = NULL;
  if (kind == SOURCE_HTML) e = source_sniff(bytes, size < PRESCAN_SIZE ? size : PRESCAN_SIZE);
  if (kind == SOURCE_XML) e = source_sniff_xml(bytes, size < PRESCAN_SIZE ? size : PRESCAN_SIZE);
  if (e && e->kind == ENCODING_UTF8) return e;
  bool utf8 = is_utf8(units, size, whole);
  if (e && !is_outdated(e, units, size, utf8)) return e;
  if (utf8) return source_utf8();
  /* A browser that meets a declaration later starts anew; one of UTF-8 would be wrong here. */
  if (kind == SOURCE_HTML && size > PRESCAN_SIZE) {
    e = source_sniff(bytes, size < LATE_SCAN_SIZE ? size : LATE_SCAN_SIZE);
  }
  return e && e->kind != ENCODING_UTF8 ? e : source_label("windows-1252", 12);
}

static status decode(source_writer *w, const uint8_t *bytes, size_t size, const encoding *e) {
  bool done = true;
  switch (e->kind) {
  case ENCODING_UTF8: done = source_decode_utf8(w, bytes, size); break;
  case ENCODING_UTF16LE: done = source_decode_utf16(w, bytes, size, false); break;
  case ENCODING_UTF16BE: done = source_decode_utf16(w, bytes, size, true); break;
  case ENCODING_SINGLE: done = source_decode_single(w, bytes, size, e->high); break;
  case ENCODING_REPLACEMENT:
    done = !size || source_write_invalid(w, 0, 1);
    break;
  default: return source_decode_multi(w, bytes, size, e);
  }
  return done ? STATUS_OK : STATUS_MEMORY;
}

/* The writer's text and runs, cut to size, become the source's. */
static bool take(source *s, source_writer *w) {
  if (!buffer_byte(&w->text, '\0')) return false;
  s->size = (uint32_t)w->text.size - 1;
  s->replaced = w->replaced;
  char *text = realloc(w->text.data, w->text.size);
  s->text = s->owned = text ? text : w->text.data;
  w->text = (buffer){0};
  if (!w->mapped) return true;
  source_run *runs = realloc(w->runs, w->run_count * sizeof *runs);
  s->runs = runs ? runs : w->runs;
  s->run_count = w->run_count;
  w->runs = NULL;
  return true;
}

static source *fail(source *s, fault *error, status code, const char *message) {
  if (error) *error = (fault){code, message, 0};
  source_free(s);
  return NULL;
}

/* Decodes what follows the byte order mark. */
static source *source_fill(source *s, const char *bytes, size_t size, const encoding *e, fault *error) {
  source_writer w = {.given = s->bom};
  buffer_reserve(&w.text, size + 1);
  status code = decode(&w, (const uint8_t *)bytes, size, e);
  bool fits = w.text.size < SOURCE_TEXT_MAX;
  if (code == STATUS_OK && fits && !take(s, &w)) code = STATUS_MEMORY;
  free(w.runs);
  buffer_free(&w.text);
  if (code == STATUS_ENCODING) return fail(s, error, code, "this system's iconv lacks the page's encoding");
  if (code == STATUS_OK && !fits) return fail(s, error, STATUS_LIMIT, "more than 2 GiB of text in one page");
  return code == STATUS_OK ? s : fail(s, error, code, "out of memory");
}

/* Bytes that are the text as they stand; `whole`: they are known to be valid. */
static bool is_text(const char *bytes, size_t size, const encoding *e, bool whole) {
  unsigned invalid = 0;
  if (e->kind != ENCODING_UTF8) return false;
  return whole || (source_utf8_valid((const uint8_t *)bytes, size, &invalid) == size && !invalid);
}

static source *source_make(const char *bytes, size_t size, const char *label,
                           source_kind kind, bool outlive, fault *error) {
  if (size > SOURCE_SIZE_MAX) return fail(NULL, error, STATUS_LIMIT, "more than 1 GiB in one page");
  if (!size) bytes = ""; /* NULL is no place to count from */
  uint32_t bom;
  const encoding *e = encoding_of_mark((const uint8_t *)bytes, size, &bom);
  const encoding *named = label ? source_label(label, strlen(label)) : NULL;
  if (label && !named) return fail(NULL, error, STATUS_ENCODING, "unknown encoding label");
  bool whole = false;
  if (!e) e = named ? named : encoding_of_content(bytes, size, kind, &whole);
  source *s = calloc(1, sizeof *s);
  if (!s) return fail(NULL, error, STATUS_MEMORY, "out of memory");
  s->given_size = (uint32_t)size;
  s->bom = bom;
  s->encoding = e->name;
  if (!outlive || !is_text(bytes + bom, size - bom, e, whole))
    return source_fill(s, bytes + bom, size - bom, e, error);
  s->text = bytes + bom;
  s->size = (uint32_t)(size - bom);
  return s;
}

source *source_new(const char *bytes, size_t size, const char *label, source_kind kind, fault *error) {
  return source_make(bytes, size, label, kind, false, error);
}

source *source_over(const char *bytes, size_t size, const char *label, source_kind kind, fault *error) {
  return source_make(bytes, size, label, kind, true, error);
}

void source_free(source *s) {
  if (!s) return;
  free(s->owned);
  free(s->runs);
  free(s);
}

/* The last run that begins at or before a text offset. */
static const source_run *run_at(const source *s, uint32_t text) {
  uint32_t low = 0, high = s->run_count;
  while (high - low > 1) {
    uint32_t middle = low + (high - low) / 2;
    if (s->runs[middle].text <= text) low = middle;
    else high = middle;
  }
  return &s->runs[low];
}

/* The first byte of the character that a text offset is in. */
static uint32_t character_start(const source *s, uint32_t text) {
  while (text > 0 && text < s->size && ((uint8_t)s->text[text] & 0xC0) == 0x80) text--;
  return text;
}

/* Where an offset behind the run's characters stands in the bytes as given. */
static uint32_t plain_offset(const source_run *r, uint32_t text) {
  return r->given + (uint32_t)r->count * r->given_unit + (text - r->text - (uint32_t)r->count * r->text_unit);
}

/* Where the character at `text` stands in the bytes as given. Two characters from
   one code (Big5 has four such) are one unit of their run. */
static span unit_at(const source *s, uint32_t text) {
  text = character_start(s, text);
  if (!s->runs) return (span){s->bom + text, s->bom + text + 1};
  const source_run *r = run_at(s, text);
  uint32_t before = (text - r->text) / r->text_unit;
  if (before >= r->count) return (span){plain_offset(r, text), plain_offset(r, text) + 1};
  uint32_t start = r->given + before * r->given_unit;
  return (span){start, start + r->given_unit};
}

uint32_t source_offset(const source *s, uint32_t text) {
  return text >= s->size ? s->given_size : unit_at(s, text).start;
}

/* The end of the character whose last byte comes before `text`, which is not 0. */
static uint32_t source_end(const source *s, uint32_t text) {
  while (text < s->size && ((uint8_t)s->text[text] & 0xC0) == 0x80) text++;
  if (!s->runs) return s->bom + text;
  const source_run *r = run_at(s, text - 1);
  uint32_t units = (text - r->text + r->text_unit - 1) / r->text_unit;
  return units > r->count ? plain_offset(r, text) : r->given + units * r->given_unit;
}

span source_span(const source *s, span text) {
  uint32_t start = source_offset(s, text.start);
  if (text.stop <= text.start) return (span){start, start};
  return (span){start, source_end(s, text.stop)};
}
