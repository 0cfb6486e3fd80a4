/* json.c: JSON into a buffer. */
#include "json.h"

#include <string.h>

#include "sixteen_bytes.h"

/* -- strings -------------------------------------------------------------- */

/* The length of the well-formed UTF-8 sequence at `s`, or 0 (Unicode, table 3-7). */
static size_t sequence_length(const unsigned char *s, size_t left) {
  unsigned char lead = s[0];
  size_t length = lead < 0xC2 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : lead < 0xF5 ? 4 : 0;
  if (length == 0 || length > left) return 0;
  unsigned char low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned char high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  if (s[1] < low || s[1] > high) return 0;
  for (size_t i = 2; i < length; i++)
    if ((s[i] & 0xC0) != 0x80) return 0;
  return length;
}

/* The two may grow what they stand for, so they see to the room for it themselves. */
static void escape_ascii(buffer *out, unsigned char c) {
  static const char *const pairs[] = {['\b'] = "\\b", ['\t'] = "\\t", ['\n'] = "\\n", ['\f'] = "\\f",
                                      ['\r'] = "\\r", ['"'] = "\\\"", ['\\'] = "\\\\"};
  static const char hex[] = "0123456789abcdef";
  if (c < sizeof pairs / sizeof *pairs && pairs[c]) {
    buffer_append(out, pairs[c], 2);
  } else {
    char escape[6] = {'\\', 'u', '0', '0', hex[c >> 4], hex[c & 15]};
    buffer_append(out, escape, sizeof escape);
  }
}

/* A sequence that is no ASCII: copied, replaced or, for the two line separators
   that are no white space to older JavaScript, escaped. Returns the bytes read. */
static size_t copy_sequence(buffer *out, const unsigned char *s, size_t left) {
  size_t length = sequence_length(s, left);
  if (length == 0) {
    buffer_append(out, "\xEF\xBF\xBD", 3);
    return 1;
  }
  if (length == 3 && s[0] == 0xE2 && s[1] == 0x80 && (s[2] & 0xFE) == 0xA8)
    buffer_append(out, s[2] == 0xA8 ? "\\u2028" : "\\u2029", 6);
  else
    buffer_append(out, s, length);
  return length;
}

/* Bytes that stand for themselves, as bits of their row of 32. */
static bool is_plain(unsigned char c) {
  static const uint32_t plain[8] = {0, ~(UINT32_C(1) << ('"' & 31)), ~(UINT32_C(1) << ('\\' & 31)), 0x7FFFFFFF};
  return plain[c >> 5] >> (c & 31) & 1;
}

/* Whether sixteen bytes all stand for themselves. */
static bool are_plain(sixteen_bytes bytes) {
  return sixteen_none(sixteen_below(bytes, ' ') | sixteen_equal(bytes, '"') | sixteen_equal(bytes, '\\')
                      | sixteen_from(bytes, 0x7F));
}

/* Copies a text of four to fifteen bytes if all of it stands for itself. */
static bool copy_short(char *to, const char *s, size_t size) {
  const unsigned char *bytes = (const unsigned char *)s;
  if (!are_plain(size < SIXTEEN_BYTES / 2 ? sixteen_short_ends(bytes, size) : sixteen_ends(bytes, size))) return false;
  bytes_copy_few(to, s, size);
  return true;
}

/* Copies what stands for itself, for which there is room: sixteen bytes at a time, the last sixteen
   whatever of them was copied before. Returns the bytes read. */
static size_t copy_plain(char *to, const char *s, size_t size) {
  enum { STEP = SIXTEEN_BYTES };
  if (size >= 4 && size < STEP && copy_short(to, s, size)) return size;
  size_t run = 0;
  for (; size - run >= STEP && are_plain(sixteen_load(s + run)); run += STEP) memcpy(to + run, s + run, STEP);
  if (run && size - run < STEP && are_plain(sixteen_load(s + size - STEP))) {
    memcpy(to + size - STEP, s + size - STEP, STEP);
    return size;
  }
  for (; run < size && is_plain((unsigned char)s[run]); run++) to[run] = s[run];
  return run;
}

/* The rest of a string, from its first byte on that does not stand for itself. */
static void put_rest(buffer *out, const char *s, size_t size) {
  for (size_t i = 0; i < size && buffer_room(out, size - i);) {
    if ((unsigned char)s[i] < 0x80) escape_ascii(out, (unsigned char)s[i++]);
    else i += copy_sequence(out, (const unsigned char *)s + i, size - i);
    if (i < size && !is_plain((unsigned char)s[i])) continue;
    if (i == size || !buffer_room(out, size - i)) break;
    size_t run = copy_plain(out->data + out->size, s + i, size - i);
    out->size += run;
    i += run;
  }
}

/* A string and a byte behind it. Most stand for themselves. */
static void put_string(buffer *out, const char *s, size_t size, char behind) {
  if (!buffer_room(out, size + 3)) return;
  char *at = out->data + out->size;
  *at = '"';
  size_t run = copy_plain(at + 1, s, size);
  out->size += run + 1;
  if (run < size) {
    put_rest(out, s + run, size - run);
    if (!buffer_room(out, 2)) return;
  }
  at = out->data + out->size;
  at[0] = '"';
  at[1] = behind;
  out->size += 2;
}

void json_string(buffer *out, const char *bytes, size_t size) {
  put_string(out, bytes, size, '"');
  if (!out->failed) out->size--;
}

/* -- the writer ------------------------------------------------------------- */

/* Each value is followed by a comma, which the end of what it stands in takes away. */
static void take_comma(buffer *out) {
  if (out->size && out->data[out->size - 1] == ',') out->size--;
}

static void begin_object(void *state) {
  buffer_byte(state, '{');
}

static void begin_array(void *state) {
  buffer_byte(state, '[');
}

static void end_object(void *state) {
  take_comma(state);
  buffer_append(state, "},", 2);
}

static void end_array(void *state) {
  take_comma(state);
  buffer_append(state, "],", 2);
}

static void key(void *state, const char *bytes, size_t size) {
  put_string(state, bytes, size, ':');
}

static void plain_key(void *state, const char *name, size_t size) {
  buffer *out = state;
  if (!buffer_room(out, size + 3)) return;
  char *at = out->data + out->size;
  *at++ = '"';
  bytes_copy_few(at, name, size);
  memcpy(at + size, "\":", 2);
  out->size += size + 3;
}

static void string(void *state, const char *bytes, size_t size) {
  put_string(state, bytes, size, ',');
}

/* By the bits of the number, of which log10(2) is 1233/4096 near enough. */
static unsigned digits_in(uint32_t value) {
  static const uint32_t least[] = {1, 10, 100, 1000, 10000, 100000, 1000000, 10000000, 100000000, 1000000000};
  unsigned about = (32 - (unsigned)__builtin_clz(value | 1)) * 1233 >> 12;
  return about + ((value | 1) >= least[about]);
}

/* The digits of an offset, from `at` on. Returns where they end. */
static char *put_offset(char *at, uint32_t value) {
  static const char pairs[] =
    "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
    "50515253545556575859606162636465666768697071727374757677787980818283848586878889909192939495969798"
    "99";
  char *end = at + digits_in(value), *to = end;
  for (; value >= 100; value /= 100) memcpy(to -= 2, pairs + 2 * (value % 100), 2);
  if (value >= 10) memcpy(to - 2, pairs + 2 * value, 2);
  else to[-1] = (char)('0' + value);
  return end;
}

static void integer(void *state, int64_t value) {
  char digits[sizeof "-9223372036854775808,"];
  size_t at = sizeof digits;
  uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  digits[--at] = ',';
  do digits[--at] = (char)('0' + left % 10);
  while (left /= 10);
  if (value < 0) digits[--at] = '-';
  buffer_append(state, digits + at, sizeof digits - at);
}

static void boolean(void *state, bool value) {
  buffer_append(state, value ? "true," : "false,", value ? 5 : 6);
}

static void spans(void *state, const span *list, size_t count) {
  enum { MOST = sizeof "[4294967295,4294967295]," }; /* of one */
  buffer *out = state;
  buffer_byte(out, '[');
  for (size_t i = 0; i < count && buffer_room(out, MOST); i++) {
    char *at = out->data + out->size;
    *at++ = '[';
    at = put_offset(at, list[i].start);
    *at++ = ',';
    at = put_offset(at, list[i].stop);
    memcpy(at, "],", 2);
    out->size = (size_t)(at + 2 - out->data);
  }
  end_array(out);
}

writer json_writer(buffer *out) {
  return (writer){out, begin_object, begin_array, end_object, end_array, key, plain_key, string, integer, boolean, spans};
}

void json_finish(buffer *out) {
  take_comma(out);
}
