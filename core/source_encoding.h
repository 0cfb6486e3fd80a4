/* source_encoding.h: between the parts of source: the encodings of the WHATWG
   Encoding Standard, their labels, how a page declares one, and the decoders.
   Nothing outside core/source*.c needs it. */
#ifndef GALLEY_SOURCE_ENCODING_H
#define GALLEY_SOURCE_ENCODING_H

#include "buffer.h"
#include "source.h"

#pragma GCC visibility push(hidden)

typedef enum encoding_kind {
  ENCODING_UTF8,
  ENCODING_UTF16LE,
  ENCODING_UTF16BE,
  ENCODING_SINGLE,
  ENCODING_SHIFT_JIS,
  ENCODING_EUC_JP,
  ENCODING_ISO_2022_JP,
  ENCODING_EUC_KR,
  ENCODING_BIG5,
  ENCODING_GB18030,    /* and gbk, which the standard decodes alike */
  ENCODING_REPLACEMENT /* labels that are unsafe to decode: the whole input is one U+FFFD */
} encoding_kind;

typedef struct encoding {
  const char *name;     /* the standard's, in lower case */
  const uint16_t *high; /* single-byte: the code points of 0x80 to 0xFF, 0 for none */
  const char *iconv;    /* multi-byte: what the system's iconv calls it */
  encoding_kind kind;
} encoding;

/* The encoding a label names, white space around it and case aside, or NULL. */
const encoding *source_label(const char *label, size_t size);
const encoding *source_utf8(void);

/* What the standard's prescan finds declared in these bytes (a meta element or an
   XML declaration), or NULL. UTF-16 and x-user-defined are already replaced, as
   the standard says. */
const encoding *source_sniff(const char *bytes, size_t size);
/* The same for XML: what its declaration says. */
const encoding *source_sniff_xml(const char *bytes, size_t size);

/* What a decoder writes. `given` is where its input begins in the bytes as given. */
typedef struct source_writer {
  buffer text;
  source_run *runs;
  uint32_t run_count, run_capacity;
  uint32_t given;
  uint32_t replaced;
  bool mapped; /* some character is not as long in the text as it is in the input */
} source_writer;

/* Appends `size` bytes of text: one character of `text_unit` bytes from `given_unit` bytes
   of the input, at `position`; or, where both are 1, as many bytes of the input. */
bool source_write(source_writer *w, size_t position, unsigned given_unit,
                  const char *text, size_t size, unsigned text_unit);
/* One code point, and U+FFFD for an invalid sequence. */
bool source_write_point(source_writer *w, size_t position, unsigned given_unit, uint32_t point);
bool source_write_invalid(source_writer *w, size_t position, unsigned given_unit);

/* How many bytes of ASCII begin the range. */
size_t source_ascii(const uint8_t *bytes, size_t size);
/* How many bytes of valid UTF-8 begin the range; `length` gets the length of the
   invalid sequence there, its maximal subpart, or 0 at the end. */
size_t source_utf8_valid(const uint8_t *bytes, size_t size, unsigned *length);

/* The decoders; false where memory is out (the writer's buffer says so). */
bool source_decode_utf8(source_writer *w, const uint8_t *bytes, size_t size);
bool source_decode_utf16(source_writer *w, const uint8_t *bytes, size_t size, bool big_endian);
bool source_decode_single(source_writer *w, const uint8_t *bytes, size_t size, const uint16_t *high);
/* STATUS_ENCODING where the system's iconv does not know the encoding. */
status source_decode_multi(source_writer *w, const uint8_t *bytes, size_t size, const encoding *e);

/* source_single.c */
extern const uint16_t source_ibm866[128], source_iso_8859_2[128], source_iso_8859_3[128],
  source_iso_8859_4[128], source_iso_8859_5[128], source_iso_8859_6[128],
  source_iso_8859_7[128], source_iso_8859_8[128], source_iso_8859_10[128],
  source_iso_8859_13[128], source_iso_8859_14[128], source_iso_8859_15[128],
  source_iso_8859_16[128], source_koi8_r[128], source_koi8_u[128],
  source_macintosh[128], source_windows_874[128], source_windows_1250[128],
  source_windows_1251[128], source_windows_1252[128], source_windows_1253[128],
  source_windows_1254[128], source_windows_1255[128], source_windows_1256[128],
  source_windows_1257[128], source_windows_1258[128], source_x_mac_cyrillic[128],
  source_x_user_defined[128];

#pragma GCC visibility pop
#endif
