/* source_decode.c: the writer that text and map are built with, and the decoders
   of UTF-8, UTF-16 and the single-byte encodings. */
#include "source_encoding.h"

#include "eight_bytes.h"

static source_run *run_begin(source_writer *w, uint32_t given) {
  if (w->run_count == w->run_capacity) {
    source_run *grown = array_grow(w->runs, &w->run_capacity, (size_t)w->run_count + 1, sizeof *grown);
    if (!grown) {
      w->text.failed = true;
      return NULL;
    }
    w->runs = grown;
  }
  w->runs[w->run_count] = (source_run){(uint32_t)w->text.size, given, 0, 1, 1};
  return &w->runs[w->run_count++];
}

/* How far the last run's text, less that of its characters, goes on; and so its bytes. */
static bool run_reaches(const source_run *last, uint32_t text, uint32_t given, uint32_t *plain) {
  *plain = text - last->text - (uint32_t)last->count * last->text_unit;
  return given - last->given - (uint32_t)last->count * last->given_unit == *plain;
}

/* The run that the text's next characters, of these units, belong to; or NULL. */
static source_run *run_for(source_writer *w, uint32_t given, unsigned given_unit, unsigned text_unit) {
  source_run *last = w->run_count ? &w->runs[w->run_count - 1] : NULL;
  uint32_t plain;
  if (!last || !run_reaches(last, (uint32_t)w->text.size, given, &plain)) return run_begin(w, given);
  if (given_unit == 1 && text_unit == 1) return last;
  bool same = last->given_unit == given_unit && last->text_unit == text_unit && last->count < SOURCE_RUN_MAX;
  return !plain && (!last->count || same) ? last : run_begin(w, given);
}

bool source_write(source_writer *w, size_t position, unsigned given_unit,
                  const char *text, size_t size, unsigned text_unit) {
  if (!size) return !w->text.failed;
  source_run *run = run_for(w, w->given + (uint32_t)position, given_unit, text_unit);
  if (!run) return false;
  if (given_unit != 1 || text_unit != 1) {
    run->count++;
    run->given_unit = (uint8_t)given_unit;
    run->text_unit = (uint8_t)text_unit;
  }
  if (given_unit != text_unit) w->mapped = true;
  return buffer_append(&w->text, text, size);
}

static unsigned utf8_encode(uint32_t point, char out[4]) {
  if (point < 0x80) {
    out[0] = (char)point;
    return 1;
  }
  unsigned more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
  static const uint8_t lead[] = {0, 0xC0, 0xE0, 0xF0};
  out[0] = (char)(lead[more] | (point >> (6 * more)));
  for (unsigned i = 1; i <= more; i++) out[i] = (char)(0x80 | ((point >> (6 * (more - i))) & 0x3F));
  return more + 1;
}

bool source_write_point(source_writer *w, size_t position, unsigned given_unit, uint32_t point) {
  char text[4];
  unsigned size = utf8_encode(point, text);
  return source_write(w, position, given_unit, text, size, size);
}

bool source_write_invalid(source_writer *w, size_t position, unsigned given_unit) {
  w->replaced++;
  return source_write(w, position, given_unit, "\xEF\xBF\xBD", 3, 3);
}

static inline bool has_beyond_ascii(const uint8_t *bytes) {
  return eight_beyond_ascii(eight_load(bytes) | eight_load(bytes + 8) | eight_load(bytes + 16) | eight_load(bytes + 24));
}

size_t source_ascii(const uint8_t *bytes, size_t size) {
  size_t i = 0;
  while (size - i >= 32 && !has_beyond_ascii(bytes + i)) i += 32;
  for (; size - i >= EIGHT_BYTES; i += EIGHT_BYTES) {
    uint64_t beyond = eight_beyond_ascii(eight_load_ordered(bytes + i));
    if (beyond) return i + eight_first(beyond);
  }
  while (i < size && bytes[i] < 0x80) i++;
  return i;
}

/* The length of the sequence at `p`, which is not ASCII. Where it is invalid, that
   of its maximal subpart: the bytes a decoder reads before it knows. */
static unsigned utf8_sequence(const uint8_t *p, size_t left, bool *valid) {
  uint8_t low = 0x80, high = 0xBF;
  unsigned more;
  *valid = false;
  if (p[0] >= 0xC2 && p[0] <= 0xDF) more = 1;
  else if (p[0] >= 0xE0 && p[0] <= 0xEF) more = 2;
  else if (p[0] >= 0xF0 && p[0] <= 0xF4) more = 3;
  else return 1;
  if (p[0] == 0xE0) low = 0xA0;
  if (p[0] == 0xED) high = 0x9F; /* no surrogates */
  if (p[0] == 0xF0) low = 0x90;
  if (p[0] == 0xF4) high = 0x8F; /* nothing beyond U+10FFFF */
  for (unsigned i = 1; i <= more; i++) {
    if (i >= left || p[i] < low || p[i] > high) return i;
    low = 0x80, high = 0xBF;
  }
  *valid = true;
  return more + 1;
}

size_t source_utf8_valid(const uint8_t *bytes, size_t size, unsigned *length) {
  size_t i = 0;
  while (i < size) {
    if (bytes[i] < 0x80) {
      i += source_ascii(bytes + i, size - i);
      continue;
    }
    bool valid;
    unsigned sequence = utf8_sequence(bytes + i, size - i, &valid);
    if (!valid) {
      *length = sequence;
      return i;
    }
    i += sequence;
  }
  *length = 0;
  return size;
}

bool source_decode_utf8(source_writer *w, const uint8_t *bytes, size_t size) {
  size_t i = 0;
  while (i < size) {
    unsigned invalid;
    size_t valid = source_utf8_valid(bytes + i, size - i, &invalid);
    if (!source_write(w, i, 1, (const char *)bytes + i, valid, 1)) return false;
    i += valid;
    if (invalid && !source_write_invalid(w, i, invalid)) return false;
    if (invalid) w->mapped = true; /* U+FFFD for three bytes is no copy either */
    i += invalid;
  }
  return !w->text.failed;
}

static uint32_t utf16_unit(const uint8_t *p, bool big_endian) {
  return big_endian ? (uint32_t)p[0] << 8 | p[1] : (uint32_t)p[1] << 8 | p[0];
}

/* One character at `i`; returns how many bytes it took. */
static unsigned utf16_character(source_writer *w, const uint8_t *bytes, size_t size, size_t i, bool big_endian) {
  size_t left = size - i;
  uint32_t unit = left >= 2 ? utf16_unit(bytes + i, big_endian) : 0xDC00;
  if (unit < 0xD800 || unit > 0xDFFF) {
    source_write_point(w, i, 2, unit);
    return 2;
  }
  uint32_t next = unit < 0xDC00 && left >= 4 ? utf16_unit(bytes + i + 2, big_endian) : 0;
  if (next >= 0xDC00 && next <= 0xDFFF) {
    source_write_point(w, i, 4, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
    return 4;
  }
  /* A cut pair at the end is one error, odd byte and all. */
  unsigned length = left < 2 || (unit < 0xDC00 && left == 3) ? (unsigned)left : 2;
  source_write_invalid(w, i, length);
  return length;
}

bool source_decode_utf16(source_writer *w, const uint8_t *bytes, size_t size, bool big_endian) {
  w->mapped = size > 0;
  for (size_t i = 0; i < size && !w->text.failed;) i += utf16_character(w, bytes, size, i, big_endian);
  return !w->text.failed;
}

bool source_decode_single(source_writer *w, const uint8_t *bytes, size_t size, const uint16_t *high) {
  for (size_t i = 0; i < size;) {
    size_t ascii = source_ascii(bytes + i, size - i);
    if (!source_write(w, i, 1, (const char *)bytes + i, ascii, 1)) return false;
    i += ascii;
    if (i == size) break;
    uint16_t point = high[bytes[i] - 0x80];
    if (!(point ? source_write_point(w, i, 1, point) : source_write_invalid(w, i, 1))) return false;
    i++;
  }
  return !w->text.failed;
}
