/* json.c: JSON into a buffer. */
#include "json.h"

#include <string.h>

#include "eight_bytes.h"

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

/* Whether eight bytes all stand for themselves. */
static bool are_plain(const unsigned char *s) {
  uint64_t bytes = eight_load(s);
  return !(eight_controls(bytes) | eight_beyond_ascii(bytes) | eight_equal(bytes, '"') | eight_equal(bytes, '\\')
           | eight_equal(bytes, 0x7F));
}

/* Copies what stands for itself, for which there is room. Returns the bytes read. */
static size_t copy_plain(buffer *out, const unsigned char *s, size_t size) {
  unsigned char *to = (unsigned char *)out->data + out->size;
  size_t run = 0;
  for (; size - run >= EIGHT_BYTES && are_plain(s + run); run += EIGHT_BYTES) memcpy(to + run, s + run, EIGHT_BYTES);
  for (; run < size && is_plain(s[run]); run++) to[run] = s[run];
  out->size += run;
  return run;
}

void json_string(buffer *out, const char *bytes, size_t size) {
  const unsigned char *s = (const unsigned char *)bytes;
  buffer_byte(out, '"');
  for (size_t i = 0; i < size && buffer_room(out, size - i);) {
    i += copy_plain(out, s + i, size - i);
    if (i == size) break;
    if (s[i] < 0x80) escape_ascii(out, s[i++]);
    else i += copy_sequence(out, s + i, size - i);
  }
  buffer_byte(out, '"');
}

/* -- the writer ------------------------------------------------------------- */

static bool bit(const uint8_t *bits, unsigned at) {
  return bits[at / 8] >> (at % 8) & 1;
}

static void set_bit(uint8_t *bits, unsigned at, bool on) {
  uint8_t mask = (uint8_t)(1u << (at % 8));
  bits[at / 8] = (uint8_t)(on ? bits[at / 8] | mask : bits[at / 8] & ~mask);
}

/* A comma where one is due before a value; in objects the key has seen to it. */
static void before_value(json *j) {
  if (!bit(j->array, j->depth)) return;
  if (bit(j->due, j->depth)) buffer_byte(j->out, ',');
  set_bit(j->due, j->depth, true);
}

static void begin(json *j, bool array) {
  before_value(j);
  if (j->depth + 1 >= JSON_DEPTH_MAX) {
    j->out->failed = true;
    return;
  }
  j->depth++;
  set_bit(j->array, j->depth, array);
  set_bit(j->due, j->depth, false);
  buffer_byte(j->out, array ? '[' : '{');
}

static void begin_object(void *state) {
  begin(state, false);
}

static void begin_array(void *state) {
  begin(state, true);
}

static void end(void *state) {
  json *j = state;
  if (j->depth == 0) return;
  buffer_byte(j->out, bit(j->array, j->depth) ? ']' : '}');
  j->depth--;
}

static void key(void *state, const char *name) {
  json *j = state;
  if (bit(j->due, j->depth)) buffer_byte(j->out, ',');
  set_bit(j->due, j->depth, true);
  size_t size = strlen(name);
  if (!buffer_room(j->out, size + sizeof "\"\":")) return;
  char *at = j->out->data + j->out->size;
  *at++ = '"';
  size_t plain = 0;
  for (; plain < size && is_plain((unsigned char)name[plain]); plain++) *at++ = name[plain];
  if (plain == size) {
    memcpy(at, "\":", 2);
    j->out->size += size + 3;
    return;
  }
  json_string(j->out, name, size);
  buffer_byte(j->out, ':');
}

static void string(void *state, const char *bytes, size_t size) {
  json *j = state;
  before_value(j);
  json_string(j->out, bytes, size);
}

static void integer(void *state, int64_t value) {
  json *j = state;
  char digits[24];
  size_t at = sizeof digits;
  uint64_t left = value < 0 ? 0 - (uint64_t)value : (uint64_t)value;
  before_value(j);
  do digits[--at] = (char)('0' + left % 10);
  while (left /= 10);
  if (value < 0) digits[--at] = '-';
  buffer_append(j->out, digits + at, sizeof digits - at);
}

static unsigned digits_in(uint32_t value) {
  unsigned count = 1;
  for (uint64_t power = 10; power <= value; power *= 10) count++;
  return count;
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

static void spans(void *state, const span *list, size_t count) {
  enum { MOST = sizeof ",[4294967295,4294967295]" }; /* of one */
  json *j = state;
  begin(j, true);
  for (size_t i = 0; i < count && buffer_room(j->out, MOST); i++) {
    char *at = j->out->data + j->out->size;
    if (i) *at++ = ',';
    *at++ = '[';
    at = put_offset(at, list[i].start);
    *at++ = ',';
    at = put_offset(at, list[i].stop);
    *at++ = ']';
    j->out->size = (size_t)(at - j->out->data);
  }
  end(j);
}

static void boolean(void *state, bool value) {
  json *j = state;
  before_value(j);
  buffer_append(j->out, value ? "true" : "false", value ? 4 : 5);
}

writer json_writer(json *state, buffer *out) {
  *state = (json){.out = out};
  return (writer){state, begin_object, begin_array, end, key, string, integer, boolean, spans};
}
