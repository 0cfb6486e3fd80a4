/* source_multi.c: the multi-byte encodings of East Asia. Where a character ends is
   decided here, as the WHATWG Encoding Standard says; which one it is comes from
   the system's iconv, one character at a time. glibc's tables differ from the
   standard's in a few dozen characters that are rare or private use: 142 of
   Hong Kong's in Big5, 25 in GB 18030, one in EUC-JP. */
#include "source_encoding.h"

#include <iconv.h>
#include <string.h>

typedef struct input {
  source_writer *w;
  const uint8_t *bytes;
  size_t size;
  iconv_t converter; /* to UTF-8 */
  iconv_t jis0212;   /* EUC-JP: the other one, for what Shift_JIS has not */
} input;

static bool between(unsigned byte, unsigned low, unsigned high) {
  return byte >= low && byte <= high;
}

/* Converts one character; returns how many bytes of UTF-8 it has, 0 if there is none. */
static size_t convert(iconv_t converter, const uint8_t *from, size_t size, char out[16]) {
  char bytes[4], *next = bytes, *target = out;
  size_t left = size, room = 16;
  memcpy(bytes, from, size);
  iconv(converter, NULL, NULL, NULL, NULL);
  if (iconv(converter, &next, &left, &target, &room) == (size_t)-1 || left) return 0;
  if (iconv(converter, NULL, NULL, &target, &room) == (size_t)-1) return 0; /* what it kept back */
  return 16 - room;
}

static bool write_text(input *in, size_t at, unsigned size, const char *text, size_t length) {
  if (length) source_write(in->w, at, size, text, length, (unsigned)length);
  return length != 0;
}

/* The `size` bytes at `at` as one character. False where they are none. */
static bool write_code(input *in, size_t at, unsigned size) {
  char text[16];
  return write_text(in, at, size, text, convert(in->converter, in->bytes + at, size, text));
}

/* The same for two bytes of JIS X 0208, whatever their high bits. It is asked for as
   Shift_JIS, since glibc's EUC-JP-MS lacks the extensions in rows 89 to 92. */
static bool write_jis0208(input *in, size_t at) {
  unsigned row = (in->bytes[at] & 0x7Fu) - 0x21, cell = (in->bytes[at + 1] & 0x7Fu) - 0x21;
  unsigned lead = row / 2 + (row < 62 ? 0x81 : 0xC1);
  unsigned trail = row % 2 ? cell + 0x9F : cell + (cell < 63 ? 0x40 : 0x41);
  uint8_t code[2] = {(uint8_t)lead, (uint8_t)trail};
  char text[16];
  return write_text(in, at, 2, text, convert(in->converter, code, 2, text));
}

/* Three bytes of EUC-JP, the first of them 0x8F. */
static bool write_jis0212(input *in, size_t at) {
  char text[16];
  return write_text(in, at, 3, text, convert(in->jis0212, in->bytes + at, 3, text));
}

static unsigned write_invalid(input *in, size_t at, unsigned size) {
  source_write_invalid(in->w, at, size);
  in->w->mapped = true;
  return size;
}

static unsigned write_point(input *in, size_t at, uint32_t point) {
  source_write_point(in->w, at, 1, point);
  return 1;
}

/* A lead byte and its trail. A trail that is ASCII and fits nothing stands for itself. */
static unsigned pair(input *in, size_t at, bool fits) {
  if (in->size - at < 2) return write_invalid(in, at, 1);
  if (fits && write_code(in, at, 2)) return 2;
  return write_invalid(in, at, in->bytes[at + 1] < 0x80 ? 1 : 2);
}

static unsigned shift_jis(input *in, size_t at, unsigned lead, unsigned trail) {
  if (lead == 0x80) return write_point(in, at, 0x80);
  if (between(lead, 0xA1, 0xDF)) return write_point(in, at, 0xFF61 + lead - 0xA1);
  if (lead == 0xA0 || lead > 0xFC) return write_invalid(in, at, 1);
  return pair(in, at, between(trail, 0x40, 0x7E) || between(trail, 0x80, 0xFC));
}

static unsigned euc_kr(input *in, size_t at, unsigned lead, unsigned trail) {
  if (!between(lead, 0x81, 0xFE)) return write_invalid(in, at, 1);
  return pair(in, at, between(trail, 0x41, 0xFE));
}

static unsigned big5(input *in, size_t at, unsigned lead, unsigned trail) {
  if (!between(lead, 0x81, 0xFE)) return write_invalid(in, at, 1);
  return pair(in, at, between(trail, 0x40, 0x7E) || between(trail, 0xA1, 0xFE));
}

/* Three bytes, 0x8F first: JIS X 0212. */
static unsigned euc_jp_long(input *in, size_t at) {
  if (in->size - at < 3) return write_invalid(in, at, 2);
  if (between(in->bytes[at + 2], 0xA1, 0xFE) && write_jis0212(in, at)) return 3;
  return write_invalid(in, at, in->bytes[at + 2] < 0x80 ? 2 : 3);
}

static unsigned euc_jp(input *in, size_t at, unsigned lead, unsigned trail) {
  if (lead == 0x8E && between(trail, 0xA1, 0xDF)) {
    source_write_point(in->w, at, 2, 0xFF61 + trail - 0xA1);
    return 2;
  }
  if (lead == 0x8F && between(trail, 0xA1, 0xFE)) return euc_jp_long(in, at);
  if (lead != 0x8E && lead != 0x8F && !between(lead, 0xA1, 0xFE)) return write_invalid(in, at, 1);
  bool fits = between(lead, 0xA1, 0xFE) && between(trail, 0xA1, 0xFE);
  return fits && write_jis0208(in, at) ? 2 : pair(in, at, false);
}

/* A lead byte and a digit: four bytes, or an error of the first alone. */
static unsigned gb18030_long(input *in, size_t at) {
  size_t left = in->size - at;
  const uint8_t *p = in->bytes + at;
  bool third = left < 3 || between(p[2], 0x81, 0xFE);
  if (left < 4 && third) return write_invalid(in, at, (unsigned)left);
  if (!third || !between(p[3], 0x30, 0x39)) return write_invalid(in, at, 1);
  return write_code(in, at, 4) ? 4 : write_invalid(in, at, 4);
}

static unsigned gb18030(input *in, size_t at, unsigned lead, unsigned trail) {
  if (lead == 0x80) return write_point(in, at, 0x20AC);
  if (lead == 0xFF) return write_invalid(in, at, 1);
  if (between(trail, 0x30, 0x39)) return gb18030_long(in, at);
  return pair(in, at, between(trail, 0x40, 0x7E) || between(trail, 0x80, 0xFE));
}

/* One character that is not ASCII; returns how many bytes it took. */
static unsigned character(input *in, size_t at, encoding_kind kind) {
  unsigned lead = in->bytes[at], trail = at + 1 < in->size ? in->bytes[at + 1] : 0;
  switch (kind) {
  case ENCODING_SHIFT_JIS: return shift_jis(in, at, lead, trail);
  case ENCODING_EUC_KR: return euc_kr(in, at, lead, trail);
  case ENCODING_BIG5: return big5(in, at, lead, trail);
  case ENCODING_EUC_JP: return euc_jp(in, at, lead, trail);
  default: return gb18030(in, at, lead, trail);
  }
}

static void decode_stateless(input *in, encoding_kind kind) {
  for (size_t i = 0; i < in->size && !in->w->text.failed;) {
    size_t ascii = source_ascii(in->bytes + i, in->size - i);
    source_write(in->w, i, 1, (const char *)in->bytes + i, ascii, 1);
    i += ascii;
    if (i < in->size) i += character(in, i, kind);
  }
}

/* ISO-2022-JP: which characters the bytes stand for, as the last escape said. */
typedef enum charset { CHARSET_ASCII, CHARSET_ROMAN, CHARSET_KATAKANA, CHARSET_JIS0208, CHARSET_NONE } charset;

static charset escape(const input *in, size_t at) {
  if (in->size - at < 3) return CHARSET_NONE;
  const uint8_t *p = in->bytes + at + 1;
  if (p[0] == '(' && p[1] == 'B') return CHARSET_ASCII;
  if (p[0] == '(' && p[1] == 'J') return CHARSET_ROMAN;
  if (p[0] == '(' && p[1] == 'I') return CHARSET_KATAKANA;
  if (p[0] == '$' && (p[1] == '@' || p[1] == 'B')) return CHARSET_JIS0208;
  return CHARSET_NONE;
}

static unsigned jis0208(input *in, size_t at) {
  const uint8_t *p = in->bytes + at;
  if (!between(p[0], 0x21, 0x7E)) return write_invalid(in, at, 1);
  if (in->size - at < 2 || p[1] == 0x1B) return write_invalid(in, at, 1);
  if (!between(p[1], 0x21, 0x7E)) return write_invalid(in, at, 2);
  return write_jis0208(in, at) ? 2 : write_invalid(in, at, 2);
}

static unsigned iso2022_character(input *in, size_t at, charset set) {
  unsigned byte = in->bytes[at];
  if (set == CHARSET_JIS0208) return jis0208(in, at);
  if (set == CHARSET_KATAKANA) {
    return between(byte, 0x21, 0x5F) ? write_point(in, at, 0xFF61 + byte - 0x21) : write_invalid(in, at, 1);
  }
  if (byte >= 0x80 || byte == 0x0E || byte == 0x0F || byte == 0x1B) return write_invalid(in, at, 1);
  if (set == CHARSET_ROMAN && byte == 0x5C) return write_point(in, at, 0xA5);
  if (set == CHARSET_ROMAN && byte == 0x7E) return write_point(in, at, 0x203E);
  return write_point(in, at, byte);
}

static void decode_iso2022(input *in) {
  charset set = CHARSET_ASCII;
  bool escaped = false; /* two escapes in a row are an error: they can hide bytes from a filter */
  for (size_t i = 0; i < in->size && !in->w->text.failed;) {
    charset next = in->bytes[i] == 0x1B ? escape(in, i) : CHARSET_NONE;
    if (next == CHARSET_NONE) {
      i += in->bytes[i] == 0x1B ? write_invalid(in, i, 1) : iso2022_character(in, i, set);
      escaped = false;
      continue;
    }
    if (escaped) write_invalid(in, i, 3);
    set = next;
    escaped = true;
    i += 3;
  }
}

static status decode(input *in, encoding_kind kind) {
  if (kind == ENCODING_ISO_2022_JP) {
    in->w->mapped = true; /* escapes have no text */
    decode_iso2022(in);
  } else {
    decode_stateless(in, kind);
  }
  return in->w->text.failed ? STATUS_MEMORY : STATUS_OK;
}

static const iconv_t no_converter = (iconv_t)-1;

status source_decode_multi(source_writer *w, const uint8_t *bytes, size_t size, const encoding *e) {
  input in = {w, bytes, size, iconv_open("UTF-8", e->iconv), no_converter};
  if (e->kind == ENCODING_EUC_JP) in.jis0212 = iconv_open("UTF-8", "EUC-JP-MS");
  bool lacks = in.converter == no_converter || (e->kind == ENCODING_EUC_JP && in.jis0212 == no_converter);
  status code = lacks ? STATUS_ENCODING : decode(&in, e->kind);
  if (in.converter != no_converter) iconv_close(in.converter);
  if (in.jis0212 != no_converter) iconv_close(in.jis0212);
  return code;
}
