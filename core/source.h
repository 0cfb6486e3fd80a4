/* source.h: bytes as given -> UTF-8 text, and offsets back.
   A source has the UTF-8 text a parser reads and the map from its offsets to
   offsets in the bytes as given (before transcoding). All offsets count bytes
   from 0; ranges are half-open. */
#ifndef GALLEY_SOURCE_H
#define GALLEY_SOURCE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "status.h"

#pragma GCC visibility push(hidden)

#define SOURCE_SIZE_MAX ((size_t)1 << 30) /* of the bytes given */
#define SOURCE_TEXT_MAX ((size_t)INT32_MAX) /* of the text, which may have up to 3 times as many */

typedef struct span {
  uint32_t start, stop;
} span;

typedef enum source_kind { SOURCE_HTML, SOURCE_TEXT, SOURCE_XML } source_kind;

/* One stretch of the map: `count` characters, each `text_unit` bytes of text from
   `given_unit` bytes as given; then, up to the next stretch, text that has the same
   offsets as the bytes (ASCII, verbatim UTF-8). */
#define SOURCE_RUN_MAX UINT16_MAX
typedef struct source_run {
  uint32_t text, given; /* where the stretch begins in either */
  uint16_t count;
  uint8_t text_unit, given_unit;
} source_run;

typedef struct source {
  const char *text;     /* UTF-8, invalid bytes replaced by U+FFFD; a NUL byte follows it */
  char *owned;          /* the same, where it is the source's own */
  uint32_t size;        /* of the text, in bytes */
  uint32_t given_size;  /* of the bytes as given */
  uint32_t bom;         /* bytes of byte order mark skipped at the start, in the bytes as given */
  const char *encoding; /* WHATWG name in lower case, e.g. "utf-8", "windows-1252"; static */
  source_run *runs;     /* ascending; NULL where the text has the same offsets as the bytes, less the BOM */
  uint32_t run_count;
  uint32_t replaced;    /* how many invalid sequences became U+FFFD */
} source;

/* Decodes `size` bytes. `label`: an encoding label that overrides everything but
   a BOM, or NULL for BOM, then (HTML only) the meta prescan of 1,024 bytes, (XML) the
   declaration's, then
   UTF-8 if the bytes are valid UTF-8, then (HTML only) a declaration further on,
   then windows-1252. A declared legacy encoding yields to bytes that are valid
   UTF-8 and not all ASCII: saved pages are often converted and still declare it.
   Returns a new source, or NULL with `error` filled (STATUS_MEMORY, STATUS_LIMIT,
   STATUS_ENCODING: an unknown label, or one the system's iconv lacks). The bytes need not outlive the call. */
source *source_new(const char *bytes, size_t size, const char *label,
                   source_kind kind, fault *error);
/* The same of bytes that outlive the source and that a NUL byte follows: where they are the text as they
   stand, they are not copied. */
source *source_over(const char *bytes, size_t size, const char *label,
                    source_kind kind, fault *error);
void source_free(source *s);

/* The offset in the bytes as given of a text offset (0 <= text <= size). An
   offset inside a character maps to that character's first byte. */
uint32_t source_offset(const source *s, uint32_t text);
/* The same for a range of text; an end inside a character takes all of it. */
span source_span(const source *s, span text);
/* The same for a range, not empty, that is known to begin and end between characters. */
static inline span source_span_whole(const source *s, span text) {
  return s->runs ? source_span(s, text) : (span){s->bom + text.start, s->bom + text.stop};
}

#pragma GCC visibility pop
#endif
